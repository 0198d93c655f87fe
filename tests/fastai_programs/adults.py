"A table with categories, gaps and numbers: procs, a tabular learner, predicting a row and a frame"
from fastai.tabular.all import *

rng = np.random.default_rng(1)
n = 400
df = pd.DataFrame(dict(workclass=rng.choice(['Private', 'State', 'Self'], n), education=rng.choice(['HS', 'BSc', 'PhD'], n, p=[.5, .3, .2]),
                       age=rng.integers(18, 70, n).astype(float), fnlwgt=rng.normal(1e5, 2e4, n), hours=rng.normal(40, 9, n)))
df.loc[::17, 'hours'] = np.nan
df['salary'] = np.where((df.education != 'HS') & (df.age > 35), '>=50k', '<50k')
cat_names, cont_names = ['workclass', 'education'], ['age', 'fnlwgt', 'hours']
dls = TabularDataLoaders.from_df(df, path='.', procs=[Categorify, FillMissing, Normalize], cat_names=cat_names, cont_names=cont_names, y_names='salary',
                                 valid_idx=list(range(320, 400)), bs=32, num_workers=0)
cats, conts, y = dls.one_batch()
splits = RandomSplitter(valid_pct=0.2, seed=2)(range_of(df))
to = TabularPandas(df, procs=[Categorify, FillMissing, Normalize], cat_names=cat_names, cont_names=cont_names, y_names='salary', splits=splits)
torch.manual_seed(0)
learn = tabular_learner(dls, layers=[30, 10], metrics=accuracy)
learn.fit_one_cycle(8, 2e-2)
good = float(learn.recorder.values[-1][2]) > .85
row, clas, probs = learn.predict(df.iloc[0])
test_df = df.drop(columns='salary').iloc[:6]
preds, targs = learn.get_preds(dl=learn.dls.test_dl(test_df))
learn.show_results(); dls.show_batch()
figures = dict(shapes=[list(cats.shape), list(conts.shape), y.numel()], dtypes=[str(o.dtype) for o in (cats, conts)],
               classes={k: list(map(str, dls.classes[k])) for k in ('workclass', 'education', 'hours_na')}, cat=list(dls.cat_names), cont=list(dls.cont_names),
               vocab=list(dls.vocab), emb=[list(o) for o in get_emb_sz(dls.train_ds)], embs=[[o.num_embeddings, o.embedding_dim] for o in learn.model.embeds],
               lens=[len(to.train), len(to.valid), len(dls.train_ds)], means=[round(float(to.train.xs[c].mean()), 3) for c in ('age', 'hours')],
               xs=list(to.train.xs.columns), ys=list(to.train.ys.columns), good=good, row=type(row).__name__,
               probs=list(probs.shape), clas=str(clas.dtype), preds=list(preds.shape), targs=targs is None, model=[type(o).__name__ for o in learn.model.layers], item=to.items.shape[1])
