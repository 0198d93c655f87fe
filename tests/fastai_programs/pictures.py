"The first lesson: drawn pictures named by what they are, a learner, a look at what it got wrong"
from fastai.vision.all import *

path = Path('pictures'); path.mkdir(exist_ok=True)
rng = np.random.default_rng(0)
for i in range(48):
    a = rng.integers(0, 60, (24, 24, 3)).astype('uint8')
    if i % 2: a[6:18, 6:18] += 120
    else: a[:, 10:14] += 120
    Image.fromarray(a).save(path/f"{'Square' if i % 2 else 'bar'}_{i:02d}.png")
def is_square(f): return f[0].isupper()

dls = ImageDataLoaders.from_name_func(path, get_image_files(path).sorted(), valid_pct=0.25, seed=42, label_func=is_square,
                                      item_tfms=Resize(16), bs=12, num_workers=0)
def small():
    torch.manual_seed(0)
    return nn.Sequential(ConvLayer(3, 8, stride=2), ConvLayer(8, 16, stride=2), AdaptiveConcatPool2d(), Flatten(), nn.BatchNorm1d(32), nn.Linear(32, 2))
learn = Learner(dls, small(), loss_func=CrossEntropyLossFlat(), metrics=[error_rate, accuracy], splitter=lambda m: [params(m[:2]), params(m[2:])])
learn.fine_tune(6, 0.02)
names, rows = list(learn.recorder.metric_names), len(learn.recorder.values)
x, y = dls.one_batch()
pred, idx, probs = learn.predict(path/'Square_01.png')
interp = ClassificationInterpretation.from_learner(learn)
test = dls.test_dl(get_image_files(path).sorted()[:5])
preds, _ = learn.get_preds(dl=test)
dls.show_batch(max_n=4); learn.show_results(max_n=4); interp.plot_confusion_matrix(); interp.plot_top_losses(4)
figures = dict(vocab=[bool(o) for o in dls.vocab], sizes=[len(dls.train_ds), len(dls.valid_ds), list(x.shape), list(y.shape)], types=[type(x).__name__, type(y).__name__],
               pred=str(pred), idx=int(idx), n=len(probs), cm=interp.confusion_matrix().sum().item(), err=float(learn.validate()[1]) < 0.2,
               test=list(preds.shape), one=type(dls.train_ds[0][0]).__name__, names=names, rows=rows)
