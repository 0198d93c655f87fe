"Breeds: labels by a pattern in the name, sizes in two steps, learning rates searched, layers thawed step by step"
from fastai.vision.all import *

path = Path('pets'); (path/'images').mkdir(exist_ok=True, parents=True)
rng = np.random.default_rng(3)
breeds = ['Bombay', 'great_pyrenees', 'pug']
for i in range(48):
    a = rng.integers(0, 90, (50 + i % 9, 70, 3)).astype('uint8')
    a[..., i % 3] += 130
    Image.fromarray(a).save(path/'images'/f'{breeds[i % 3]}_{i}.jpg')
Path.BASE_PATH = path
names = (path/'images').ls()
fname = names[0]
found = re.findall(r'(.+)_\d+.jpg$', fname.name)

pets = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, splitter=RandomSplitter(seed=42),
                 get_y=using_attr(RegexLabeller(r'(.+)_\d+.jpg$'), 'name'), item_tfms=Resize(46), batch_tfms=aug_transforms(size=32, min_scale=0.75))
dls = pets.dataloaders(path/'images', bs=8, num_workers=0)
dls.show_batch(nrows=1, ncols=3)
pets.summary(path/'images')
x, y = dls.one_batch()

def tiny(pretrained=False): return nn.Sequential(ConvLayer(3, 8, stride=2), ConvLayer(8, 16, stride=2), nn.AdaptiveAvgPool2d(1), Flatten(), nn.Linear(16, 10))
torch.manual_seed(0)
learn = vision_learner(dls, tiny, pretrained=False, metrics=error_rate)
preds, _ = learn.get_preds(dl=[(x, y)])
lr_min, lr_steep = learn.lr_find(suggest_funcs=(minimum, steep))
sug = learn.lr_find()
both = learn.lr_find(suggest_funcs=(valley, slide))
learn = vision_learner(dls, tiny, pretrained=False, metrics=error_rate)
learn.freeze()
learn.fit_one_cycle(1, 3e-3)
learn.unfreeze()
learn.fit_one_cycle(2, lr_max=slice(1e-5, 1e-3))
learn.recorder.plot_loss()
learn2 = vision_learner(dls, tiny, pretrained=False, metrics=error_rate)
learn2.fine_tune(2, freeze_epochs=3)
interp = ClassificationInterpretation.from_learner(learn)
interp.plot_confusion_matrix(figsize=(3, 3), dpi=60)
worst = interp.most_confused(min_val=1)
figures = dict(vocab=list(dls.vocab), shape=list(x.shape), dtype=str(x.dtype), y=str(y.dtype), sums=[round(preds.sum(1).mean().item(), 3), list(preds.shape)], found=len(found), fname=str(type(fname).__name__),
               kinds=[type(o).__name__ for o in (lr_min, lr_steep)], names=[list(sug._fields), list(both._fields)],
               groups=[len(o['params']) for o in learn.opt.param_groups] if hasattr(learn.opt, 'param_groups') else [len(o) for o in learn.opt.param_lists], worst=isinstance(worst, list),
               y_range=[y.min().item() >= 0, y.max().item() <= 2], vals=[dls.vocab[i] for i in (0, 2)])
