"Bears: a recipe that is dressed again with other transforms, a look at what went wrong, a file for the web page"
from fastai.vision.all import *

bear_types = 'grizzly', 'black', 'teddy'
path = Path('bears')
rng = np.random.default_rng(2)
for k,o in enumerate(bear_types):
    (path/o).mkdir(exist_ok=True, parents=True)
    for i in range(16):
        a = rng.integers(0, 90, (60, 80, 3)).astype('uint8')
        a[..., k] += 130
        Image.fromarray(a).save(path/o/f'{i:02}.jpg')

bears = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, splitter=RandomSplitter(valid_pct=0.2, seed=42), get_y=parent_label, item_tfms=Resize(32))
dls = bears.dataloaders(path, bs=8, num_workers=0)
dls.valid.show_batch(max_n=4, nrows=1)
shapes = []
for tfm in (Resize(32, ResizeMethod.Squish), Resize(32, ResizeMethod.Pad, pad_mode='zeros'), RandomResizedCrop(32, min_scale=0.3)):
    bears = bears.new(item_tfms=tfm)
    dls = bears.dataloaders(path, bs=8, num_workers=0)
    dls.train.show_batch(max_n=4, nrows=1, unique=True)
    shapes.append(list(dls.valid.one_batch()[0].shape))
bears = bears.new(item_tfms=Resize(32), batch_tfms=aug_transforms(mult=2))
dls = bears.dataloaders(path, bs=8, num_workers=0)
dls.train.show_batch(max_n=8, nrows=2, unique=True)
bears = bears.new(item_tfms=RandomResizedCrop(32, min_scale=0.5), batch_tfms=aug_transforms())
dls = bears.dataloaders(path, bs=8, num_workers=0)

def tiny(pretrained=False): return nn.Sequential(ConvLayer(3, 8, stride=2), ConvLayer(8, 16, stride=2), nn.AdaptiveAvgPool2d(1), Flatten(), nn.Linear(16, 10))
torch.manual_seed(0)
learn = vision_learner(dls, tiny, pretrained=False, metrics=error_rate)
learn.fine_tune(4, 1e-2)
interp = ClassificationInterpretation.from_learner(learn)
interp.plot_confusion_matrix()
interp.plot_top_losses(5, nrows=1)
confused = interp.most_confused(min_val=1)
interp.print_classification_report()
learn.export()
here = Path().ls(file_exts='.pkl')
learn_inf = load_learner(Path()/'export.pkl')
pred, pred_idx, probs = learn_inf.predict(str(path/'grizzly'/'00.jpg'))
label = f'Prediction: {pred}; Probability: {probs[pred_idx]:.04f}'
figures = dict(shapes=shapes, vocab=list(learn_inf.dls.vocab), o2i={k:int(v) for k,v in dls.vocab.o2i.items()}, n=[len(dls.train_ds), len(dls.valid_ds)], cm=interp.confusion_matrix().sum().item(),
               pred=pred, same=learn_inf.dls.vocab[pred_idx] == pred, probs=list(probs.shape), label=label.startswith('Prediction: '), files=[o.name for o in here], confused=isinstance(confused, list))
