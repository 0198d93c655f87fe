"Bird or not: folders of pictures that were gathered somewhere, some of them broken; a `DataBlock`; a model kept in a file and asked by another program"
from fastai.vision.all import *

path = Path('bird_or_not')
rng = np.random.default_rng(1)
for o in ('bird', 'forest'):
    (path/o).mkdir(exist_ok=True, parents=True)
    for i in range(20):
        a = rng.integers(0, 90, (50, 60 + i % 5, 3)).astype('uint8')
        a[..., 0 if o == 'bird' else 1] += 120
        Image.fromarray(a).save(path/o/f'{i}.jpg')
    (path/o/'broken.jpg').write_bytes(b'<html>not found</html>')
failed = verify_images(get_image_files(path))
failed.map(Path.unlink)
Image.open(path/'bird'/'0.jpg').to_thumb(32, 32)
resize_images(path/'bird', max_size=40, dest=path/'small')
small = sorted(Image.open(o).size for o in get_image_files(path/'small'))[-1]
shutil.rmtree(path/'small')

dls = DataBlock(
    blocks=(ImageBlock, CategoryBlock),
    get_items=get_image_files,
    splitter=RandomSplitter(valid_pct=0.2, seed=42),
    get_y=parent_label,
    item_tfms=[Resize(32, method='squish')]
).dataloaders(path, bs=8, num_workers=0)
dls.show_batch(max_n=6)

def tiny(pretrained=False, **kwargs):
    return nn.Sequential(ConvLayer(3, 8, stride=2), ConvLayer(8, 16, stride=2), nn.AdaptiveAvgPool2d(1), Flatten(), nn.Linear(16, 10))
torch.manual_seed(0)
learn = vision_learner(dls, tiny, metrics=error_rate, pretrained=False)
learn.fine_tune(4, 5e-3)
is_bird, _, probs = learn.predict(PILImage.create(path/'bird'/'0.jpg'))
learn.export('model.pkl')
served = load_learner('model.pkl')
categories = served.dls.vocab
pred, idx, p2 = served.predict(path/'forest'/'3.jpg')
answer = dict(zip(categories, map(float, p2)))
figures = dict(failed=len(failed), small=list(small), left=len(get_image_files(path)), vocab=list(dls.vocab), is_bird=is_bird, pred=pred, idx=int(idx), answer=sorted(answer),
               sure=[probs[0].item() > .5, p2[1].item() > .5], shape=list(dls.one_batch()[0].shape), n=[len(dls.train_ds), len(dls.valid_ds)])
