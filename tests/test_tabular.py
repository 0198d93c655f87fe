"Tables: kinds of columns and targets, new rows, what is kept in an export, and how fast batches are"
import datetime, subprocess, sys, time, warnings

import numpy as np
import pytest
import torch

pd = pytest.importorskip('pandas')
from mylearner.tabular.all import (CategoryBlock, Categorify, ClassificationInterpretation, FillMissing, FillStrategy, MultiCategoryBlock, Normalize,
    RegressionBlock, TabularDataLoaders, TabularPandas, accuracy, load_learner, tabular_learner)

def table(n=120, seed=0):
    rng = np.random.default_rng(seed)
    df = pd.DataFrame(dict(city=rng.choice(['Bern','Oslo','Rome'], n), code=rng.integers(0, 5, n), area=rng.gamma(8, 10, n), year=rng.integers(1950, 2020, n)))
    df['rent'] = df.area*9+(df.city=='Bern')*100+rng.normal(0, 10, n)
    df['cheap'] = np.where(df.rent<df.rent.mean(), 'yes', 'no')
    return df

cols = dict(cat_names=['city','code'], cont_names=['area','year'])
def loaders(df=None, y_names='rent', **kwargs): return TabularDataLoaders.from_df(table() if df is None else df, **{**cols, 'y_names':y_names, 'valid_idx':range(90, 120), **kwargs})
def trained(dls, **kwargs):
    torch.manual_seed(0)
    learn = tabular_learner(dls, layers=[16], **kwargs)
    with learn.no_bar(), learn.no_logging(): learn.fit(2, 0.01)
    return learn
@pytest.fixture(autouse=True)
def strict():
    with warnings.catch_warnings():
        warnings.simplefilter('error', UserWarning)
        yield

# Kinds of categories (N-166)

when = pd.to_datetime(['2024-01-01','2024-02-01','2024-01-01', None])
kinds = dict(text=['b','a','b',None], whole=[3,1,3,2], gappy=[3,1,3,np.nan], yes=[True,False,True,True], nullable=pd.array([3,1,3,None], 'Int64'),
    flag=pd.array([True,False,True,None], 'boolean'), string=pd.array(['b','a','b',None], 'string'), dates=when, days=[datetime.date(2024,1,o) for o in (2,1,2,3)],
    bins=pd.cut([1.,5.,2.,np.nan], [0,3,6]), ordered=pd.Categorical(['lo','hi','lo',None], ['lo','mid','hi'], ordered=True), mixed=['b',1,'b',None])

@pytest.mark.parametrize('kind', kinds)
def test_category_kinds(kind, tmp_path):
    df = pd.DataFrame(dict(k=kinds[kind], x=[1.,2.,3.,4.], y=[1.,2.,3.,4.]))
    to = TabularPandas(df, [Categorify, FillMissing, Normalize], ['k'], ['x'], 'y')
    codes = to.tensors[0][:,0].tolist()
    assert codes[0]==codes[2]>0 and codes[1] not in (0, codes[0]) and (codes[3]==0)==bool(df.k.isna()[3])
    again = to.new(df).process()
    assert again.tensors[0].tolist()==to.tensors[0].tolist()
    dls = to.dataloaders(bs=2)
    learn = tabular_learner(dls, layers=[4])
    learn.export(tmp_path/'e.pkl')
    loaded = load_learner(tmp_path/'e.pkl')
    rows = loaded.dls.test_dl(df)
    assert rows.dataset.tensors[0].tolist()==to.tensors[0].tolist()
    loaded.predict(df.iloc[0])

def test_order_of_pandas_categories():
    to = TabularPandas(pd.DataFrame(dict(k=kinds['ordered'], y=[1.,2.,3.,4.])), Categorify, ['k'], [], 'y')
    assert list(to.classes['k'])==['#na#','lo','mid','hi']

# Numbers (N-165)

@pytest.mark.parametrize('bad,why', [('12,000', "column 'area', row 'r3': '12,000' is not a number"), (np.inf, "column 'area', row 'r3': inf cannot"),
    (pd.Timestamp('2024-01-01'), "column 'area', row 'r3'")])
def test_bad_numbers_name_column_and_row(bad, why):
    df = table().astype({'area':object}).set_index(pd.Index([f'r{i}' for i in range(120)]))
    df.iloc[3, df.columns.get_loc('area')] = bad
    with pytest.raises(ValueError, match='area') as e: loaders(df)
    assert why in str(e.value)

def test_numbers_of_other_kinds():
    df = table().assign(area=lambda d: pd.array(d.area.round(), 'Float64'), year=lambda d: d.year.astype(str))
    plain = table().assign(area=lambda d: d.area.round())
    assert torch.equal(loaders(df).train_ds.tensors[1], loaders(plain).train_ds.tensors[1])

@pytest.mark.parametrize('text,why', [('area,rent\n1,2\nx,3\n', "row 1: 'x' is not a number"), ('area;rent\n1;2\n', "no column 'area'"), ('area,rent\n1,2\n1,2,3,4\n', 'line 3')])
def test_errors_name_the_file(text, why, tmp_path): # N-165
    (tmp_path/'flats.csv').write_text(text)
    with pytest.raises((ValueError, KeyError)) as e: TabularDataLoaders.from_csv(tmp_path/'flats.csv', cont_names='area', y_names='rent')
    assert why in str(e.value) and 'flats.csv' in ''.join(e.value.__notes__)

def test_dates_are_refused():
    with pytest.raises(TypeError, match='add_datepart'): loaders(table().assign(year=pd.Timestamp('2024-01-01')))

def test_gap_without_fill():
    df = table(); df.loc[7, 'area'] = np.nan
    with pytest.raises(ValueError, match="column 'area' is missing in 1 rows, the first is row 7: add `FillMissing`"): loaders(df, procs=[Categorify, Normalize])

def test_gap_in_validation_alone():
    df = table(); df.loc[100, 'area'] = np.nan
    dls = loaders(df)
    assert dls.train_ds.cat_names==['city','code'] and abs(dls.valid_ds.decode().items.area[100]-df.area[:90].median())<1e-3

# Missing and unseen in new rows (N-169, N-170)

def test_unseen_and_gaps_are_reported():
    dls = loaders()
    with pytest.warns(UserWarning, match="'city': 1 of 2 rows .*'Lima' in row 'b'"):
        dl = dls.test_dl(pd.DataFrame(dict(city=['Rome','Lima'], code=1, area=50., year=2000), index=['a','b']))
    assert dl.dataset.tensors[0][1,0]==0
    with pytest.warns(UserWarning, match="'area' is missing in row 0"): dls.test_dl(dict(city='Rome', code=1, area=None, year=2000))

@pytest.mark.parametrize('drop', ['city','code','area','year'])
def test_missing_column(drop):
    dls = loaders()
    for rows in (table().drop(columns=drop), table().drop(columns=drop).iloc[0], [table().iloc[0].to_dict(), table().drop(columns=drop).iloc[0].to_dict()]):
        with pytest.raises(KeyError, match=f"no (column )?'{drop}'"): dls.test_dl(rows)

def test_reported_indicator_is_kept():
    df = table(); df.loc[[3,5,9], 'area'] = np.nan
    dls = loaders(df)
    assert dls.cat_names==['city','code','area_na']
    assert dls.test_dl(dict(city='Rome', code=1, area=None, year=2000)).one_batch()[0].tolist()[0][-1]==2

# Rows in all clothes

def test_rows_of_all_kinds():
    df = table(); learn = trained(loaders(df))
    named = next(df.drop(columns=['rent','cheap']).itertuples())
    rows = [df.iloc[0], df.iloc[0].to_dict(), named, df.iloc[:1], df.drop(columns='rent').iloc[0], [df.iloc[0]]]
    answers = [learn.predict(o)[1].item() for o in rows]
    assert max(answers)-min(answers)<1e-3
    with pytest.raises(ValueError, match='one row, not 2'): learn.predict(df[:2])
    with pytest.raises(TypeError, match='a row is a Series'): learn.predict([1, 2, 3])

def test_list_of_rows_is_a_table():
    df = table(); dls = loaders(df)
    a = dls.test_dl(df[:5], with_labels=False).dataset.tensors
    for rows in ([df.iloc[i] for i in range(5)], df[:5].to_dict('records'), list(df[:5].itertuples()), df[:5].to_dict('list')):
        b = dls.test_dl(rows, with_labels=False).dataset.tensors
        assert all(map(torch.equal, a, b))

def test_predictions_in_order_and_whole():
    df = table(); learn = trained(loaders(df))
    preds,targs = learn.get_preds(dl=learn.dls.test_dl(df))
    assert torch.allclose(targs[:,0], torch.tensor(df.rent.to_numpy(), dtype=torch.float32)) and len(preds)==120
    one = [learn.predict(df.iloc[i])[1].item() for i in (0, 57, 119)]
    assert np.allclose(one, preds[[0,57,119],0], atol=1e-2)
    a,b = learn.validate(dl=learn.dls.test_dl(df[90:])),learn.validate()
    assert abs(a[0]-b[0])<1e-5

def test_labels_of_new_rows():
    dls = loaders(); df = table()
    assert len(dls.test_dl(df).one_batch())==3 and len(dls.test_dl(df.drop(columns='rent')).one_batch())==2
    gap = df.assign(rent=df.rent.where(df.index>0))
    assert len(dls.test_dl(gap).one_batch())==2
    with pytest.raises(ValueError, match="the target 'rent' is missing in 1 rows, the first is row 0"): dls.test_dl(gap, with_labels=True)
    with pytest.raises(KeyError, match="no column 'rent'"): dls.test_dl(df.drop(columns='rent'), with_labels=True)

# Targets (N-172)

def test_targets():
    df = table()
    assert loaders(df, 'cheap').c==2 and loaders(df.assign(ok=df.rent>900), 'ok').vocab==[False,True]
    assert loaders(df, ['rent','area'], cont_names='year').train_ds.tensors[2].shape==(90,2)
    with pytest.warns(UserWarning, match="5 different whole numbers"): loaders(df, 'code', cat_names='city')
    loaders(df, 'code', cat_names='city', y_block=RegressionBlock)
    for block in (CategoryBlock, CategoryBlock()): assert loaders(df, 'code', cat_names='city', y_block=block).train_ds.tensors[2].dtype==torch.int64
    with pytest.raises(ValueError, match='a CategoryBlock has one target'): loaders(df, ['cheap','city'], cat_names='code')
    with pytest.raises(TypeError, match='y_block is'): loaders(df, 'cheap', y_block=MultiCategoryBlock())
    with pytest.raises(ValueError, match="asks for 2 columns"): loaders(df, 'rent', y_block=RegressionBlock(2))

def test_unseen_label_in_validation():
    df = table(); df.loc[100, 'cheap'] = 'maybe'
    with pytest.raises(ValueError, match="'maybe' is not in the vocabulary") as e: loaders(df, 'cheap')
    assert "cheap" in ''.join(e.value.__notes__)

def test_vocabularies():
    df = table()
    assert loaders(df, 'cheap', y_block=CategoryBlock(vocab=['yes','no'], sort=False)).vocab==['yes','no']
    gap = df.assign(cheap=df.cheap.where(df.index!=3))
    dls = loaders(gap, 'cheap', y_block=CategoryBlock(add_na=True))
    assert dls.vocab==['#na#','no','yes'] and dls.train_ds.tensors[2][3]==0
    with pytest.raises(ValueError, match="the target 'cheap' is missing in 1 rows, the first is row 3"): loaders(gap, 'cheap')
    odd = df[:3].assign(cheap='maybe')
    with pytest.raises(ValueError, match="'maybe'") as e: dls = loaders(df, 'cheap'); dls.test_dl(odd)
    assert 'with_labels=False' in ''.join(e.value.__notes__)
    assert len(loaders(df, 'cheap').test_dl(odd, with_labels=False).one_batch())==2

def test_two_scales():
    df = table().assign(tiny=lambda d: d.area*1e-6)
    learn = trained(loaders(df, ['rent','tiny'], cont_names='year', cat_names='city'))
    preds,_ = learn.get_preds()
    assert 100<preds[:,0].mean()<3000 and preds[:,1].abs().mean()<1e-3
    row,_,_ = learn.predict(df.iloc[0])
    assert set(row.ys.columns)=={'rent','tiny'}

@pytest.mark.parametrize('scale', [1e-6, 1, 1e6])
def test_units_of_the_target_do_not_matter(scale): # N-176
    df = table(); base = trained(loaders(df)).validate()[0]
    assert abs(trained(loaders(df.assign(rent=df.rent*scale+scale))).validate()[0]-base)<0.02*base

def test_scale_is_optional():
    learn = tabular_learner(loaders(), scale_y=False)
    assert type(learn.loss_func).__name__=='MSELossFlat' and type(learn.model.layers[-1]).__name__=='LinBnDrop'
    learn = tabular_learner(loaders(), y_range=(0, 2000))
    assert type(learn.model.layers[-1]).__name__=='SigmoidRange'

def test_targets_that_teach_nothing():
    with pytest.raises(ValueError, match="'cheap' is .'yes'. in all training rows"): loaders(table().assign(cheap='yes'), 'cheap')
    with pytest.raises(ValueError, match="y_range=.* is for a target that is a number"): tabular_learner(loaders(y_names='cheap'), y_range=(0,1))
    with pytest.raises(ValueError, match="y_range=.* is for a target that is a number"): tabular_learner(loaders(y_names='cheap'), config=dict(y_range=(0,1)))

def test_columns_that_say_nothing(): # N-169
    with pytest.warns(UserWarning, match="'id': 30 of 30 validation rows hold a value that no training row has"):
        loaders(table().assign(id=range(120)), cat_names=['city','id'])

def test_columns_named_by_numbers():
    df = table()[['city','area','rent']]; df.columns = range(3)
    learn = trained(TabularDataLoaders.from_df(df, cat_names=0, cont_names=1, y_names=2, valid_idx=range(90, 120)))
    learn.show_results(max_n=1)
    assert learn.predict(df.iloc[0])[0].items.shape==(1,3)

# Steps

def test_stages():
    to = loaders().train_ds
    with pytest.raises(ValueError, match='has been through the steps already'): to.process()
    with pytest.raises(ValueError, match='has been through the steps already'): to.setup()
    with pytest.raises(ValueError, match='has not been through the steps'): to.new(table()).tensors
    with pytest.raises(ValueError, match='have not learned yet'): TabularPandas(table(), Categorify, ['city'], ['area'], 'rent', do_setup=False).new(table()).process()
    assert list(to.decode().decode().items.city)==list(table().city[:90])

def test_other_objects():
    for o in ([1, 2], {'rent':[1]}):
        with pytest.raises(TypeError, match='a table is a pandas DataFrame'): TabularDataLoaders.from_df(o, y_names='rent')
    with pytest.raises(TypeError, match="did you mean 'cat_names'"): TabularDataLoaders.from_df(table(), cat_name='city', y_names='rent')
    with pytest.raises(TypeError, match="did you mean 'layers'"): tabular_learner(loaders(), layer=[3])

def test_steps_are_not_shared():
    procs,df = [Categorify(), FillMissing(), Normalize()],table()
    a = loaders(df, procs=procs); b = loaders(df.assign(area=df.area*10), procs=procs)
    assert abs(b.means['area']/a.means['area']-10)<1e-6 and procs[0].__dict__=={}

def test_frame_is_left_alone():
    df = table(); df.loc[3, 'area'] = np.nan
    kept = df.copy()
    dls = loaders(df); dls.test_dl(df); trained(dls).predict(df.iloc[3])
    pd.testing.assert_frame_equal(df, kept)

def test_strategies():
    df = table(); df.loc[:9, 'area'] = np.nan
    for strategy,vals,want in ((FillStrategy.median, None, df.area[:90].median()), (FillStrategy.constant, 7, 7.), (FillStrategy.constant, {'area':3}, 3.)):
        assert abs(loaders(df, procs=[Categorify, FillMissing(strategy, fill_vals=vals), Normalize]).na_dict['area']-want)<1e-9
    with pytest.raises(ValueError, match="'area' has no value in any training row"): loaders(df.assign(area=np.nan))

def test_like_scikit():
    from sklearn.preprocessing import OrdinalEncoder, StandardScaler
    df = table(); to = loaders(df).train_ds
    assert np.allclose(to.conts, StandardScaler().fit_transform(df[:90][['area','year']]), atol=1e-5)
    assert (to.cats.to_numpy()==OrdinalEncoder().fit_transform(df[:90][['city','code']])+1).all()

def test_rows_keep_their_places():
    df = table(); to = TabularPandas(df, Normalize, [], ['area'], 'rent', splits=[[5,3,9],[0,1]])
    assert list(to.train.items.index)==[5,3,9] and list(to.items.index)==list(range(120))
    assert torch.allclose(to.valid.tensors[2][:,0], torch.tensor(df.rent[:2].to_numpy(), dtype=torch.float32))

def test_names():
    df = table()
    with pytest.raises(ValueError, match="'area' is named twice"): loaders(df, cat_names=['area','city'])
    with pytest.raises(ValueError, match="several columns 'area'"): loaders(pd.concat([df, df[['area']]], axis=1))
    assert TabularDataLoaders.from_df(df.drop(columns='cheap'), y_names='rent').cat_names==['city','code']

# Keep and load (N-177)

@pytest.mark.parametrize('y,kw', [('rent', {}), ('cheap', {}), (['rent','area'], dict(cont_names='year')), ('rent', dict(cont_names=[])), ('rent', dict(cat_names=[])),
    (['garden','lift'], dict(y_block=MultiCategoryBlock(encoded=True, vocab=['garden','lift'])))])
def test_export(y, kw, tmp_path):
    df = table().assign(garden=lambda d: (d.code>2)*1, lift=lambda d: (d.year>1990)*1); df.loc[3, 'area'] = np.nan
    if y==['rent','area']: df.loc[3, 'area'] = 50.
    learn = trained(loaders(df, y, **kw))
    file = learn.export(tmp_path/'e.pkl')
    loaded = load_learner(file)
    assert loaded.dls.train_ds.items is None and len(loaded.dls.train_ds)==0 and file.stat().st_size<30_000
    a,b = learn.get_preds(dl=learn.dls.test_dl(df))[0],loaded.get_preds(dl=loaded.dls.test_dl(df))[0]
    assert torch.equal(a, b)
    assert torch.allclose(loaded.predict(df.iloc[7])[2], a[7], rtol=1e-4)
    again = loaded.export(tmp_path/'f.pkl')
    assert torch.equal(load_learner(again).get_preds(dl=loaded.dls.test_dl(df))[0], a)

def test_a_step_of_ones_own_is_named(tmp_path, monkeypatch):
    (tmp_path/'my_steps.py').write_text("from mylearner.tabular.core import TabularProc\nclass Double(TabularProc):\n    def encodes(self, to): to.items['area'] *= 2\n    def decodes(self, to): to.items['area'] /= 2\n")
    monkeypatch.syspath_prepend(tmp_path)
    from my_steps import Double
    df = table(); learn = trained(loaders(df, procs=[Double, Categorify, FillMissing, Normalize])); learn.export(tmp_path/'e.pkl')
    assert abs(learn.dls.means['area']-2*df.area[:90].mean())<1e-6
    with pytest.raises(ValueError, match='`my_steps.Double`'): load_learner(tmp_path/'e.pkl')
    loaded = load_learner(tmp_path/'e.pkl', allow='my_steps')
    row,_,_ = loaded.predict(df.iloc[0])
    assert abs(row.items.area[0]-df.area[0])<1e-3

def test_loads_in_another_process(tmp_path):
    df = table(); learn = trained(loaders(df, 'cheap')); learn.export(tmp_path/'e.pkl')
    code = f"from mylearner.learner import load_learner\nprint(load_learner(r'{tmp_path/'e.pkl'}').predict(dict(city='Bern', code=1, area=80., year=2000))[0].items.cheap[0])"
    out = subprocess.run([sys.executable, '-c', code], capture_output=True, text=True, timeout=120)
    assert out.stdout.strip() in ('yes','no'), out.stderr

def test_import_is_late():
    code = "import sys, mylearner.tabular.all; print([m for m in ('pandas','sklearn') if m in sys.modules])"
    assert subprocess.run([sys.executable, '-c', code], capture_output=True, text=True, timeout=120).stdout.strip()=='[]'

# Other pages over tables

def test_shown_by_other_pages(capsys):
    learn = trained(loaders(y_names='cheap'), metrics=accuracy)
    learn.dls.show_batch(max_n=2); learn.show_results(max_n=2); learn.dls.valid.show_batch(unique=True)
    interp = ClassificationInterpretation.from_learner(learn)
    interp.plot_top_losses(2)
    out = capsys.readouterr().out
    assert 'cheap_pred' in out and 'loss' in out and 'city' in out
    assert interp.confusion_matrix().sum()==30 and list(interp.vocab)==['no','yes']

def test_check_finds_nothing(capsys):
    learn = tabular_learner(loaders(y_names='cheap'), layers=[16], metrics=accuracy)
    learn.check()
    learn.lr_find(num_it=20, show_plot=False)

def test_workers_and_pickles():
    import pickle
    dls = loaders()
    a = pickle.loads(pickle.dumps(dls))
    assert torch.equal(a.train_ds.tensors[0], dls.train_ds.tensors[0])

# Speed

def test_whole_batches(): # two epochs of 1,040 rows took 1.7 s row by row
    dls = loaders(pd.concat([table(seed=i) for i in range(9)], ignore_index=True)[:1040], valid_idx=range(0))
    dls.train.one_batch()
    start = time.perf_counter()
    n = sum(len(b[0]) for _ in range(2) for b in dls.train)
    assert n==2*1024 and time.perf_counter()-start<0.2

# On a device

@pytest.mark.skipif(not torch.cuda.is_available(), reason='needs a GPU')
@pytest.mark.parametrize('y', ['rent','cheap'])
def test_on_a_gpu(y, tmp_path, capsys):
    df = table(); learn = trained(loaders(df, y, device='cuda'))
    assert next(learn.model.parameters()).is_cuda
    row,_,pred = learn.predict(df.iloc[0])
    learn.show_results(max_n=2)
    if y=='cheap': ClassificationInterpretation.from_learner(learn).plot_top_losses(2)
    loaded = load_learner(learn.export(tmp_path/'e.pkl'))
    assert torch.allclose(loaded.predict(df.iloc[0])[2], pred, rtol=1e-3)
    assert abs(loaded.validate(dl=loaded.dls.test_dl(df[90:]))[0]-learn.validate()[0])<1e-3

# A script in the style of the other library: the import line is all that differs

script = '''
from mylearner.tabular.all import *
import pandas as pd
path = Path('.')
df = pd.read_csv(path/'people.csv', skipinitialspace=True)
cat_names,cont_names = ['work-class','schooling'],['age','hours-week']
dls = TabularDataLoaders.from_csv(path/'people.csv', path=path, y_names='pay', cat_names=cat_names, cont_names=cont_names,
    procs=[Categorify, FillMissing, Normalize])
dls.show_batch()
splits = RandomSplitter(valid_pct=0.2)(range_of(df))
to = TabularPandas(df, procs=[Categorify, FillMissing, Normalize], cat_names=cat_names, cont_names=cont_names, y_names='pay', splits=splits)
print(to.xs.iloc[:2])
dls = to.dataloaders(bs=64)
learn = tabular_learner(dls, metrics=accuracy)
learn.fit_one_cycle(2)
learn.show_results()
row,clas,probs = learn.predict(df.iloc[0])
row.show()
new = df.copy().drop(['pay'], axis=1)
dl = learn.dls.test_dl(new)
preds,_ = learn.get_preds(dl=dl)
X_train,y_train = to.train.xs,to.train.ys.values.ravel()
X_test,y_test = to.valid.xs,to.valid.ys.values.ravel()
assert preds.shape == (300,2) and len(X_train) == len(y_train) == 240 and set(y_test) <= {0,1}
test_acc = accuracy(preds, tensor([dls.vocab.o2i[o] for o in df.pay])).item()
assert abs(test_acc-learn.validate(dl=dls.test_dl(df))[1]) < 1e-6
to.show(max_n=2)
save_pickle('to.pkl', to)
assert load_pickle('to.pkl').classes['schooling'] == to.classes['schooling']
'''

def test_script_of_the_other_library(tmp_path):
    rng = np.random.default_rng(0)
    df = pd.DataFrame({'age':rng.integers(20, 70, 300), 'work-class':rng.choice(['private','state','?'], 300), 'schooling':rng.choice(['school','college','phd'], 300),
        'hours-week':rng.integers(10, 60, 300)}).astype({'age':float})
    df['pay'] = np.where((df.age/50+(df.schooling=='phd')+rng.normal(0, .3, 300))>1.2, '>=50k', '<50k')
    df.loc[::17, 'age'] = np.nan
    (tmp_path/'people.csv').write_text(df.to_csv(index=False).replace(',', ', '))
    out = subprocess.run([sys.executable, '-c', script], capture_output=True, text=True, timeout=200, cwd=tmp_path)
    assert out.returncode==0, out.stderr[-2000:]
    assert 'pay_pred' in out.stdout and 'work-class' in out.stdout

@pytest.mark.parametrize('missed', [False, True])
def test_what_was_never_trained_is_said(missed): # N-295
    "A new category counts as missing; where no training row missed it, nothing has learned what that means"
    import warnings
    import pandas as pd
    from mylearner.tabular.all import Categorify, TabularDataLoaders
    df = pd.DataFrame(dict(city=['a', 'b', 'a', 'b', 'a', None if missed else 'b']*4, x=range(24), y=range(24))).astype(dict(x=float, y=float))
    dls = TabularDataLoaders.from_df(df, y_names='y', cat_names=['city'], cont_names=['x'], procs=[Categorify], bs=8, valid_idx=[0, 1])
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        dls.test_dl(pd.DataFrame(dict(city=['Rome'], x=[1.])))
    assert ('was never trained' in str(caught[-1].message)) == (not missed)
