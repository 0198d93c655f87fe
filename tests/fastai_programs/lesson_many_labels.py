"Several labels for a picture, from a table; the threshold chosen afterwards"
from fastai.vision.all import *

path = Path('voc'); (path/'train').mkdir(exist_ok=True, parents=True)
rng = np.random.default_rng(4)
kinds = ['person', 'car', 'cat']
rows = []
for i in range(60):
    has = [k for k in range(3) if (i >> k) & 1] or [0]
    a = rng.integers(0, 90, (40, 40, 3)).astype('uint8')
    for k in has: a[..., k] += 130
    Image.fromarray(a).save(path/'train'/f'{i:06}.jpg')
    rows.append(dict(fname=f'{i:06}.jpg', labels=' '.join(kinds[k] for k in has), is_valid=i % 5 == 0))
pd.DataFrame(rows).to_csv(path/'train.csv', index=False)
df = pd.read_csv(path/'train.csv')

def get_x(r): return path/'train'/r['fname']
def get_y(r): return r['labels'].split(' ')
def splitter(df):
    train = df.index[~df['is_valid']].tolist()
    valid = df.index[df['is_valid']].tolist()
    return train, valid
dblock = DataBlock(get_x=lambda r: r['fname'], get_y=lambda r: r['labels'])
dsets0 = dblock.datasets(df)
dblock = DataBlock(blocks=(ImageBlock, MultiCategoryBlock), splitter=splitter, get_x=get_x, get_y=get_y, item_tfms=RandomResizedCrop(32, min_scale=0.35))
dsets = dblock.datasets(df)
idxs = torch.where(dsets.train[0][1] == 1.)[0]
dls = dblock.dataloaders(df, bs=8, num_workers=0)
dls.show_batch(nrows=1, ncols=3)

def tiny(pretrained=False): return nn.Sequential(ConvLayer(3, 8, stride=2), ConvLayer(8, 16, stride=2), nn.AdaptiveAvgPool2d(1), Flatten(), nn.Linear(16, 10))
torch.manual_seed(0)
learn = vision_learner(dls, tiny, pretrained=False)
x, y = to_cpu(dls.train.one_batch())
activs = learn.model(x)
loss = F.binary_cross_entropy_with_logits(activs.as_subclass(Tensor), y.as_subclass(Tensor))
first = learn.loss_func
learn = vision_learner(dls, tiny, pretrained=False, metrics=partial(accuracy_multi, thresh=0.2))
learn.fine_tune(3, base_lr=3e-3, freeze_epochs=4)
learn.metrics = partial(accuracy_multi, thresh=0.1)
val = learn.validate()
preds, targs = learn.get_preds()
accs = [accuracy_multi(preds, targs, thresh=i, sigmoid=False) for i in torch.linspace(0.05, 0.95, 29)]
learn.show_results(max_n=3)
labels, onehot, probs = learn.predict(path/'train'/'000003.jpg')
figures = dict(vocab=list(dls.vocab), idxs=idxs.tolist(), named=list(dsets.train.vocab[idxs]), n=[len(dsets.train), len(dsets.valid)], y=[list(y.shape), str(y.dtype)], activs=list(activs.shape),
               loss=type(first).__name__, loss_ok=torch.isfinite(loss).item(), val=len(val), preds=list(preds.shape), accs=[len(accs), round(float(max(accs)), 1) >= .5],
               labels=type(labels).__name__, onehot=[str(onehot.dtype), len(onehot)], probs=len(probs), names=list(learn.recorder.metric_names)[:3], raw=sorted(type(o).__name__ for o in dsets0.train[0]),
               types=[type(o).__name__ for o in dsets.train[0]])
