"Prices of machines: dates taken apart, columns sorted, trees on the numbers, then a network on the same table"
from fastai.tabular.all import *

rng = np.random.default_rng(8)
n = 600
df = pd.DataFrame(dict(SalesID=np.arange(n), SalePrice=rng.uniform(5e3, 9e4, n), YearMade=rng.choice([1000, 1990, 1995, 2000, 2005], n), ProductSize=rng.choice(['Small', 'Large', 'Mini'], n),
                       ModelID=rng.integers(1, 200, n), Hours=rng.normal(3000, 900, n), Coupler=rng.choice(['Manual', 'Hydraulic', None], n),
                       saledate=pd.to_datetime('2008-01-01') + pd.to_timedelta(rng.integers(0, 1400, n), unit='D')))
df.loc[::13, 'Hours'] = np.nan
sizes = 'Large', 'Small', 'Mini'
df['ProductSize'] = df['ProductSize'].astype('category')
df['ProductSize'] = df['ProductSize'].cat.set_categories(sizes, ordered=True)
dep_var = 'SalePrice'
df[dep_var] = np.log(df[dep_var])
df = add_datepart(df, 'saledate')
df['saleElapsed'] = df['saleElapsed'].astype('int64')   # as pandas gives it
dates = ' '.join(o for o in df.columns if o.startswith('sale'))
cond = (df.saleYear < 2011) | (df.saleMonth < 10)
train_idx, valid_idx = np.where(cond)[0], np.where(~cond)[0]
splits = (list(train_idx), list(valid_idx))
procs = [Categorify, FillMissing]
cont, cat = cont_cat_split(df, 1, dep_var=dep_var)
to = TabularPandas(df, procs, cat[:], cont[:], y_names=dep_var, splits=splits)
to.show(3)
head = to.items.head(3)
xs, y = to.train.xs, to.train.y
valid_xs, valid_y = to.valid.xs, to.valid.y
save_pickle('to.pkl', to)
to2 = load_pickle('to.pkl')
from sklearn.ensemble import RandomForestRegressor
m = RandomForestRegressor(n_jobs=1, n_estimators=8, max_samples=200, max_features=0.5, min_samples_leaf=5, random_state=0).fit(xs, y)
def r_mse(pred, y): return round(math.sqrt(((pred-y)**2).mean()), 6)
forest = r_mse(m.predict(valid_xs), valid_y)

df_nn = df_shrink(df)
cont_nn, cat_nn = cont_cat_split(df_nn, max_card=500, dep_var=dep_var)
cont_nn2, cat_nn2 = cont_cat_split(df_nn, max_card=100, dep_var=dep_var)
nunique = df_nn[cat_nn2].nunique()
procs_nn = [Categorify, FillMissing, Normalize]
to_nn = TabularPandas(df_nn, procs_nn, cat_nn2[:], cont_nn2[:], splits=splits, y_names=dep_var)
dls = to_nn.dataloaders(128)
ys = to_nn.train.y
torch.manual_seed(0)
learn = tabular_learner(dls, y_range=(8, 12), layers=[50, 25], n_out=1, loss_func=F.mse_loss)
sug = learn.lr_find()
learn.fit_one_cycle(2, 1e-2)
preds, targs = learn.get_preds()
nn_mse = r_mse(preds, targs)
learn.save('nn')
ens = (to_np(preds.squeeze()) + m.predict(valid_xs))/2
figures = dict(dates=dates, cont=[cont, cont_nn, cont_nn2], cat=[cat, cat_nn, cat_nn2], n=[len(to.train), len(to.valid)], xs=list(xs.columns), shapes=[list(xs.shape), list(y.shape), list(valid_xs.shape)],
               sizes=list(map(str, to.classes['ProductSize'])), coupler=list(map(str, to.classes['Coupler'])), forest=round(forest, 2), ints=sorted({str(o) for o in xs.dtypes if 'int' in str(o)}) != [], y=[round(float(y.mean()), 3), str(y.dtype)],
               types={k:str(v) for k,v in df_nn.dtypes.items() if k not in ('Coupler', 'saleWeek', 'saleElapsed')}, preds=[list(preds.shape), list(targs.shape)], inside=[8 < preds.min().item(), preds.max().item() < 12], nn=nn_mse < 3, ens=list(ens.shape),
               bs=dls.bs, head=list(head.shape), range=[round(float(ys.min()), 2), round(float(ys.max()), 2)], same=list(to2.train.xs.iloc[3]) == list(to.train.xs.iloc[3]), model=type(learn.model.layers[-1]).__name__)
