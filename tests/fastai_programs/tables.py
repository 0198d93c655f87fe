"DataFrames, arrays and tensors with DataBlock"
from fastai.basics import *
from fastai.callback.all import *

rng = np.random.default_rng(0)
df = pd.DataFrame(dict(a=rng.normal(size=120), b=rng.normal(size=120), fold=np.arange(120) % 5))
df['target'] = 2*df.a - df.b
df['kind'] = np.where(df.target > 0, 'up', 'down')
df['tags'] = [' '.join(t for t,c in (('a', a > 0), ('b', b > 0)) if c) for a,b in zip(df.a, df.b)]
df['is_valid'] = df.fold == 4

def get_ab(row): return tensor(row[['a', 'b']].values.astype('float32'))

regression = DataBlock(blocks=(TransformBlock, RegressionBlock), get_x=get_ab, get_y=ColReader('target'), splitter=ColSplitter('is_valid'))
kinds = DataBlock(blocks=(TransformBlock(), CategoryBlock), get_x=get_ab, get_y=ColReader('kind'), splitter=RandomSplitter(0.25, seed=3))
tags = DataBlock(blocks=(TransformBlock, MultiCategoryBlock), get_x=get_ab, get_y=ColReader('tags', label_delim=' '),
                 splitter=lambda o: (list(range(0, 90)), list(range(90, 120))))
dls1 = regression.dataloaders(df, bs=16, shuffle=False, num_workers=0)
dls2 = kinds.dataloaders(df, bs=16, shuffle=False, num_workers=0)
dls3 = tags.dataloaders(df, bs=16, shuffle=False, num_workers=0)
xb, yb = dls1.one_batch()
res = dict(shapes=[list(o.shape) for d in (dls1, dls2, dls3) for o in d.one_batch()], c=[str(dls2.c), str(dls3.c)],
           vocab=[list(dls2.vocab), list(dls3.vocab)], types=[type(o).__name__ for d in (dls1, dls2, dls3) for o in d.one_batch()],
           sizes=[[d.train_ds.__len__(), len(d.valid_ds)] for d in (dls1, dls2, dls3)])

def linear(n): 
    m = nn.Linear(2, n)
    nn.init.constant_(m.weight, 0.1); nn.init.zeros_(m.bias)
    return m
fits = []
for dls, n, loss, met in ((dls1, 1, MSELossFlat(), mae), (dls2, 2, None, accuracy), (dls3, 2, None, partial(accuracy_multi, thresh=0.4))):
    learn = Learner(dls, linear(n), loss_func=loss, metrics=met, opt_func=partial(Adam, decouple_wd=False), lr=0.05)
    learn.fit(3, wd=0.01)
    fits.append(list(learn.recorder.values[-1])[1:])
preds, targs, dec = learn.get_preds(with_decoded=True)
full, idx, probs = learn.predict(df.iloc[3])
test = learn.dls.test_dl(df.iloc[:7])
figures = dict(**res, fits=fits, decoded=dec.float().mean().item(), preds=preds.mean().item(), full=str(full), idx=[float(o) for o in idx], probs=probs.tolist(),
               test=[list(o.shape) for o in learn.get_preds(dl=test) if o is not None], n_inp=dls3.n_inp,
               x0=dls1.train_ds[2][0].tolist(), y0=dls1.train_ds[2][1].tolist())
