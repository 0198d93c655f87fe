"Who survived? Splits drawn, one learner and five, a table of passengers nobody labelled"
from fastai.tabular.all import *

rng = np.random.default_rng(9)
n = 300
df = pd.DataFrame(dict(Pclass=rng.integers(1, 4, n), Sex=rng.choice(['male', 'female'], n), Age=rng.uniform(1, 70, n), Fare=rng.gamma(2, 15, n), Deck=rng.choice(['A', 'B', None], n)))
df['Survived'] = ((df.Sex == 'female') & (df.Pclass < 3)).astype(int)
df.loc[::9, 'Age'] = np.nan
df['LogFare'] = np.log1p(df['Fare'])
splits = RandomSplitter(seed=42)(df)
dls = TabularPandas(df, splits=splits, procs=[Categorify, FillMissing, Normalize], cat_names=['Sex', 'Pclass', 'Deck'], cont_names=['Age', 'LogFare'],
                    y_names='Survived', y_block=CategoryBlock()).dataloaders(path='.', bs=32)
learn = tabular_learner(dls, metrics=accuracy, layers=[10, 10])
sug = learn.lr_find(suggest_funcs=(slide, valley))
learn.fit(8, lr=0.03)
tst_df = df.drop(columns='Survived').head(20).copy()
tst_df.loc[0, 'Fare'] = 3.
tst_dl = learn.dls.test_dl(tst_df)
preds, _ = learn.get_preds(dl=tst_dl)
tst_df['Survived'] = (preds[:, 1] > 0.5).int()
def ensemble():
    learn = tabular_learner(dls, metrics=accuracy, layers=[10, 10])
    with learn.no_bar(), learn.no_logging(): learn.fit(2, lr=0.03)
    return learn.get_preds(dl=tst_dl)[0]
ens_preds = torch.stack([ensemble() for _ in range(2)]).mean(0)
row, clas, probs = learn.predict(df.iloc[0])
to = TabularPandas(df, [Categorify, FillMissing, Normalize], ['Sex', 'Pclass'], ['Age', 'LogFare'], y_names='Survived', y_block=CategoryBlock, splits=RandomSplitter(valid_pct=0.2)(range_of(df)))
figures = dict(splits=[len(o) for o in splits], first=[int(o) for o in splits[1][:5]], vocab=[int(o) for o in dls.vocab], preds=list(preds.shape), surv=sorted(set(tst_df.Survived)) != [], ens=list(ens_preds.shape), sug=list(sug._fields),
               classes={k:list(map(str, dls.classes[k])) for k in dls.classes}, good=float(learn.validate()[1]) > .8, n=[len(to.train), len(to.valid)], xs=list(to.xs.columns), row=int(row.items.Survived.iloc[0]) in (0, 1), clas=clas.ndim, probs=list(probs.shape))
