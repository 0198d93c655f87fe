"Where is the head? A point in a picture; a whole person kept aside"
from fastai.vision.all import *

path = Path('biwi')
rng = np.random.default_rng(5)
where = {}
for person in ('01', '02', '13'):
    (path/person).mkdir(exist_ok=True, parents=True)
    for i in range(16):
        a = rng.integers(0, 90, (48, 64, 3)).astype('uint8')
        px, py = rng.integers(8, 56), rng.integers(8, 40)
        a[py-4:py+4, px-4:px+4] += 150
        f = path/person/f'frame_{i:05}_rgb.jpg'
        Image.fromarray(a).save(f)
        np.savetxt(str(f).replace('rgb.jpg', 'pose.txt'), [px, py])
img_files = get_image_files(path)
def img2pose(x): return Path(f'{str(x)[:-7]}pose.txt')
def get_ctr(f): return tensor(np.genfromtxt(img2pose(f)).astype('float32'))
im = PILImage.create(img_files[0])
size = list(im.shape), list(im.size), list(im.to_thumb(32).size)

biwi = DataBlock(blocks=(ImageBlock, PointBlock), get_items=get_image_files, get_y=get_ctr, splitter=FuncSplitter(lambda o: o.parent.name == '13'),
                 batch_tfms=aug_transforms(size=(24, 32)))
dls = biwi.dataloaders(path, bs=8, num_workers=0)
dls.show_batch(max_n=9, figsize=(8, 6))
xb, yb = dls.one_batch()

def tiny(pretrained=False): return nn.Sequential(ConvLayer(3, 8, stride=2), ConvLayer(8, 16, stride=2), nn.AdaptiveAvgPool2d(1), Flatten(), nn.Linear(16, 10))
torch.manual_seed(0)
learn = vision_learner(dls, tiny, pretrained=False, y_range=(-1, 1))
out = learn.model(xb)
loss = dls.loss_func
learn.lr_find()
learn.fine_tune(2, 1e-2)
learn.show_results(ds_idx=1, nrows=3, figsize=(6, 8))
point, raw, act = learn.predict(img_files[0])
figures = dict(size=size, xb=list(xb.shape), yb=[list(yb.shape), type(yb).__name__, str(yb.dtype)], inside=[yb.abs().max().item() <= 1.3, out.abs().max().item() < 1], n=[len(dls.train_ds), len(dls.valid_ds)],
               last=type(learn.model[1][-1]).__name__, act=list(act.shape), point=[type(point).__name__, list(point.shape)], one=type(dls.train_ds[0][1]).__name__)
