"New items in every form that people have them in: rows by name, items that are no tuple, outputs that hold several things"
import pickle, warnings
from collections import namedtuple
from dataclasses import dataclass
from functools import partial

import numpy as np
import pytest, torch
import torch.nn.functional as F
from torch import nn
from torch.utils.data import DataLoader as TorchLoader, TensorDataset

import mylearner.check, mylearner.interpret # noqa: F401 (they add to `Learner`)
from mylearner.callback.core import Callback
from mylearner.callback.sched_torch import TorchScheduler
from mylearner.callback.schedule import ParamScheduler, SchedLin
from mylearner.checkpoint import load_learner
from mylearner.data.core import ArrayDataset, DataLoaders
from mylearner.data.load import DataLoader
from mylearner.learner import Learner
from mylearner.losses import CrossEntropyLossFlat
from mylearner.metric import mk_metric
from mylearner.metrics import (AccumMetric, BalancedAccuracy, DiceMulti, F1Score, RocAuc, RocAucBinary, SpearmanCorrCoef, accuracy, error_rate,
    top_k_accuracy)

pd = pytest.importorskip('pandas')
close = partial(torch.testing.assert_close, check_dtype=False)
g = torch.Generator().manual_seed(0)
x,y = torch.randn(24, 3, generator=g),torch.randint(0, 3, (24,), generator=g)
names = ['a','b','c']
frame = pd.DataFrame(x.numpy(), columns=names)

def quiet(learn):
    learn.logger,learn.silent = print,True
    return learn

def learner(*dls, model=None, loss=F.cross_entropy, **kw):
    return quiet(Learner(DataLoaders(*dls) if len(dls) > 1 else dls[0], model or nn.Linear(3, 3), loss, **kw))

def ask(model, x):
    with torch.no_grad(): return model.eval()(x)

def said(f, ex=Exception):
    "The error of a call, with its notes"
    with pytest.raises(ex) as e: f()
    return '\n'.join([str(e.value), *getattr(e.value, '__notes__', [])])


# -- rows by name ------------------------------------------------------------------------------------------------------

@pytest.fixture
def named(): return learner(DataLoaders.from_arrays(frame, y.numpy(), splits=(range(16), range(16, 24)), bs=8, device='cpu'))

rows = {'series': lambda d: d.iloc[2], 'dict': lambda d: d.iloc[2].to_dict(), 'named tuple': lambda d: next(d.iloc[2:].itertuples(index=False)),
    'frame of one row': lambda d: d.iloc[2:3], 'with a text beside it': lambda d: d.assign(name='n').iloc[2]}

@pytest.mark.parametrize('order', (names, ['c','a','b']))
@pytest.mark.parametrize('row', rows)
def test_a_row_by_its_names(named, row, order, tmp_path):                                            # N-306
    "Values went to the model by place: another order of the columns gave another prediction, silently"
    want = ask(named.model, x[2:3])[0]
    close(named.predict(rows[row](frame[order]))[2], want)
    named.path = tmp_path
    named.export()
    close(load_learner(tmp_path/'export.pkl').predict(rows[row](frame[order]))[2], want)

@pytest.mark.parametrize('order', (names, ['b','c','a']))
@pytest.mark.parametrize('form', ('frame','dict','list of dicts'))
def test_many_rows_by_their_names(named, order, form):                                               # N-306
    d = frame[order]
    items = d if form == 'frame' else d.to_dict('list') if form == 'dict' else d.to_dict('records')
    close(named.get_preds(dl=named.dls.test_dl(items))[0], ask(named.model, x))
    if form == 'frame': close(named.get_preds(dl=named.dls.test_dl(d.assign(more=1.)))[0], ask(named.model, x))

def test_validation_rows_by_their_names():                                                           # N-306
    two = pd.DataFrame({'u': y.numpy()*1., 'v': -y.numpy()})
    dls = DataLoaders.from_arrays(frame[:16], two[:16], valid=(frame[16:][['b','c','a']], two[16:][['v','u']]), bs=8, device='cpu')
    xb,yb = dls.valid_ds.tensors
    close(xb, x[16:])
    close(yb, torch.stack([y, -y], 1)[16:])
    both = DataLoaders.from_arrays((frame[['a']], frame[['b','c']]), y, valid_pct=0, bs=24, device='cpu')
    close(both.test_dl((frame[['a']], frame[['c','b']])).one_batch()[1], x[:,1:])

def test_a_missing_column_is_named(named):                                                           # N-306
    for items in (frame[['a','b']], frame.rename(columns={'c': 'cc'})): assert "no column 'c'" in said(lambda: named.dls.test_dl(items), ValueError)
    assert "no column 'b'" in said(lambda: named.predict({'a': 1., 'c': 1.}), ValueError)
    assert 'one row is wanted, not a frame of 24' in said(lambda: named.predict(frame), ValueError)
    with pytest.raises(ValueError, match="no column 'c'"): DataLoaders.from_arrays(frame, y, valid=(frame[['a','b']], y))

def test_rows_without_names_go_by_place(named):                                                      # N-306
    for row in (x[2], x[2].numpy(), x[2].tolist(), tuple(x[2].tolist()), pd.Series(x[2].numpy()), (x[2], 1)):
        close(named.predict(row)[2], ask(named.model, x[2:3])[0])
    close(named.get_preds(dl=named.dls.test_dl(pd.DataFrame(x.numpy())))[0], ask(named.model, x))

@pytest.mark.parametrize('mk', (lambda: DataLoaders.from_arrays(x, y, bs=8, device='cpu'), lambda: DataLoaders(TorchLoader(TensorDataset(x, y), 8)),
    lambda: DataLoaders(DataLoader(TensorDataset(x, y), 8))))
def test_numbers_of_a_row(mk):                                                                       # N-306
    "A tuple of numbers was taken for inputs and targets, and whole numbers stayed whole"
    learn = learner(mk())
    for row in ((1,2,3), [1,2,3], (1.,2.,3.), np.array([1,2,3]), torch.tensor([1,2,3]), torch.tensor([True,False,True])):
        close(learn.predict(row)[2], ask(learn.model, torch.as_tensor(row)[None].float())[0])

def test_data_sets_of_earlier_files():
    old = ArrayDataset(x, y)
    del old.__dict__['columns']
    assert pickle.loads(pickle.dumps(old)).columns == ()


# -- items that are no tuple -------------------------------------------------------------------------------------------

class Graph:
    "An item of a type of its own"
    def __init__(self, x, y=None): self.x,self.y = x,y
    def to(self, *args, **kwargs): return self

@dataclass
class Record: x:torch.Tensor; y:torch.Tensor

def together(cls): return lambda items: cls(torch.stack([o.x for o in items]), torch.stack([o.y for o in items]))
def words(items): return torch.stack([torch.tensor([float(ord(c)) for c in s]) for s in items])/100

class OfField(nn.Module):
    def __init__(self):
        super().__init__()
        self.lin = nn.Linear(3, 3)
    def forward(self, b): return self.lin(b if isinstance(b, torch.Tensor) else b.x)

class Target(Callback):
    "The target is in the batch"
    order = -5
    def before_batch(self):
        if not self.learn.yb: self.learn.yb = (getattr(self.learn.x, 'y', self.learn.x),)

kinds = {'own type': ([Graph(*o) for o in zip(x, y)], together(Graph), F.cross_entropy, x), 'dataclass': ([Record(*o) for o in zip(x, y)], together(Record), F.cross_entropy, x),
    'tensors': (list(x), torch.stack, F.mse_loss, x), 'a tensor': (x, torch.stack, F.mse_loss, x), 'text': (['abc','bca','cab']*4, words, F.mse_loss, words(['abc','bca','cab']*4))}

@pytest.mark.parametrize('cls', (TorchLoader, DataLoader))
@pytest.mark.parametrize('kind', kinds)
def test_items_come_as_they_are(kind, cls, tmp_path):                                                # N-307
    "The collate function got each item in a tuple"
    items,coll,loss,inp = kinds[kind]
    mk = lambda: cls(items, batch_size=4, collate_fn=coll)
    learn = learner(mk(), mk(), model=OfField(), loss=loss, cbs=Target())
    learn.fit(1)
    want = ask(learn.model, inp)
    close(learn.get_preds()[0], want)
    close(learn.predict(items[2])[2], want[2])
    close(learn.get_preds(dl=learn.dls.test_dl(items[:6]))[0], want[:6])

@pytest.mark.parametrize('exported', (False, True))
def test_items_in_lists(exported, tmp_path):                                                         # N-307
    "`predict` of an item of a data set that gives lists, and of numbers in a list"
    items = [[a,b] for a,b in zip(x, y)]
    learn = learner(TorchLoader(items, 8), TorchLoader(items, 8), path=tmp_path)
    if exported:
        learn.export()
        learn = load_learner(tmp_path/'export.pkl')
    for row in (items[2], x[2], x[2].tolist(), tuple(x[2].tolist()), tuple(items[2])): close(learn.predict(row)[2], ask(learn.model, x[2:3])[0])

def padded(items):
    xs,ys = zip(*items)
    return nn.utils.rnn.pad_sequence(xs, batch_first=True),torch.tensor(ys)
def with_lengths(items):
    xs,ys = zip(*items)
    return nn.utils.rnn.pad_sequence(xs, batch_first=True),torch.tensor([len(o) for o in xs]),torch.stack(ys)

class Sums(nn.Module):
    def __init__(self):
        super().__init__()
        self.lin = nn.Linear(2, 3)
    def forward(self, x, n=None): return self.lin(x.sum(1))

@pytest.mark.parametrize('exported', (False, True))
@pytest.mark.parametrize('cls', (TorchLoader, DataLoader))
@pytest.mark.parametrize('coll,target', ((padded, int), (with_lengths, torch.tensor)))
def test_collate_functions_that_want_targets(coll, target, cls, exported, tmp_path):                 # N-315
    "`predict` and `test_dl` failed: the items had no targets to unpack"
    seqs = [torch.randn(i%4+1, 2, generator=g) for i in range(24)]
    items = [(s, target(int(c))) for s,c in zip(seqs, y)]
    mk = lambda: cls(items, batch_size=4, collate_fn=coll)
    learn = learner(mk(), mk(), model=Sums(), path=tmp_path)
    learn.fit(1)
    want = torch.cat([ask(learn.model, s[None]) for s in seqs])
    close(learn.get_preds()[0], want)
    if exported:
        learn.export()
        learn = load_learner(tmp_path/'export.pkl', trust=True)
    close(learn.predict(seqs[3])[2], want[3])
    preds,targs = learn.get_preds(dl=learn.dls.test_dl(seqs[:6]))
    close(preds, want[:6])
    assert targs is None
    bad = lambda items: 1/0
    worse = learner(cls(items, batch_size=4, collate_fn=bad), cls(items, batch_size=4, collate_fn=bad), model=Sums())
    with pytest.raises(ZeroDivisionError): worse.predict(seqs[0])

def test_two_inputs_and_a_collate_function():                                                        # N-315
    items = list(zip(x, -x, y))
    coll = lambda items: tuple(torch.stack(o) for o in zip(*items, strict=True)) if len(items[0]) == 3 else 1/0
    class Both(nn.Linear):
        def forward(self, a, b): return super().forward(a - b)
    learn = learner(TorchLoader(items, 5, collate_fn=coll), TorchLoader(items, 5, collate_fn=coll), model=Both(3, 3))
    learn.fit(1)
    close(learn.predict((x[2], -x[2]))[2], learn.get_preds()[0][2])

def test_looking_at_an_item_draws_nothing():                                                         # N-307, T-02
    class Chance(torch.utils.data.Dataset):
        def __len__(self): return 8
        def __getitem__(self, i): return torch.randn(3)
    learn = learner(TorchLoader(Chance(), 4, collate_fn=torch.stack), TorchLoader(Chance(), 4, collate_fn=torch.stack), model=OfField(), loss=F.mse_loss, cbs=Target())
    new,before = learn.dls.test_dl([x[0]]),torch.get_rng_state()
    assert torch.equal(new.dataset[0], x[0])
    assert torch.equal(torch.get_rng_state(), before)


# -- what a model gives ------------------------------------------------------------------------------------------------

Two = namedtuple('Two', 'mean scale')
@dataclass
class Pair: mean:torch.Tensor; scale:torch.Tensor
class Mean(nn.Module):
    def __init__(self, hold):
        super().__init__()
        self.lin,self.hold = nn.Linear(3, 2),hold
    def forward(self, x): return self.hold(self.lin(x)[:,0], self.lin(x)[:,1].exp())

@pytest.mark.parametrize('hold', (Two, Pair, lambda a, b: {'mean': a, 'scale': Two(a, b)}))
@pytest.mark.parametrize('bs', (1, 5, 24))
def test_one_row_of_any_output(hold, bs):                                                            # N-308
    "`predict` failed on named tuples and dataclasses"
    get = lambda o: o['mean'] if isinstance(o, dict) else o.mean
    learn = learner(TorchLoader(TensorDataset(x, y.float()), bs), TorchLoader(TensorDataset(x, y.float()), bs), model=Mean(hold), loss=lambda p, y: F.mse_loss(get(p), y))
    learn.fit(1)
    want = get(ask(learn.model, x))
    close(get(learn.get_preds()[0]), want)
    got = learn.predict(x[3])[2]
    assert type(got) is type(ask(learn.model, x))
    close(get(got), want[3])

def test_batch_axis_behind_others():                                                                 # N-308
    class Turned(nn.Linear):
        def forward(self, x): return super().forward(x).t()
    learn = learner(TorchLoader(TensorDataset(x, y), 5), TorchLoader(TensorDataset(x, y), 5), model=Turned(3, 3), loss=lambda p, y: F.cross_entropy(p.t(), y))
    preds,targs = learn.get_preds(concat_dim=1)
    close(preds, ask(learn.model, x))
    close(targs, y)
    for one,want in ((y[:,None].repeat(1, 4), y[:,None].repeat(1, 4)), (torch.stack([y, -y], 1), torch.stack([y, -y], 1))): # rows come first here
        dl,learn.loss_func = TorchLoader(TensorDataset(x, one), 5),lambda p, y: p.mean()
        close(learn.get_preds(dl=dl, concat_dim=1)[1], want)
    turned = [(x[i:i+5], torch.stack([y[i:i+5]]*3)) for i in range(0, 24, 5)] # and last here
    close(learn.get_preds(dl=turned, concat_dim=1)[1], torch.stack([y]*3))


# -- targets that the loss ignores -------------------------------------------------------------------------------------

tokens,tags = torch.randn(10, 6, 4, generator=g),torch.randint(0, 3, (10, 6), generator=g)
gaps = torch.rand(10, 6, generator=g) < .3

class Tagger(nn.Module):
    def __init__(self):
        super().__init__()
        self.lin = nn.Linear(4, 3)
    def forward(self, x): return self.lin(x).transpose(1, 2)

@pytest.mark.parametrize('metric', (partial(accuracy, axis=1), partial(error_rate, axis=1), F1Score(axis=1, average='macro'), BalancedAccuracy(axis=1), DiceMulti(),
    partial(top_k_accuracy, k=2, axis=1)))
@pytest.mark.parametrize('loss,n', ((F.cross_entropy, -100), (nn.CrossEntropyLoss(), -100), (nn.CrossEntropyLoss(ignore_index=255), 255), (CrossEntropyLossFlat(axis=1, ignore_index=-1), -1),
    (lambda p, y: F.cross_entropy(p, y), -100)), ids=range(5))
@pytest.mark.parametrize('bs', (1, 3, 10))
def test_metrics_leave_out_what_the_loss_ignores(metric, loss, n, bs):                               # N-309
    "An error after the first epoch, or a share of all targets, those of padding included"
    if isinstance(metric, partial) and metric.func is top_k_accuracy and n != -100: pytest.skip('a function cannot know')
    targs = tags.masked_fill(gaps, n)
    learn = learner(TorchLoader(TensorDataset(tokens, targs), bs), TorchLoader(TensorDataset(tokens, targs), bs), model=Tagger(), loss=loss, metrics=metric)
    m = learn.metrics[0]
    preds,keep = ask(learn.model, tokens).transpose(1, 2)[~gaps],tags[~gaps]
    flat = learner(TorchLoader(TensorDataset(torch.zeros(len(keep)), keep), 100), TorchLoader(TensorDataset(torch.zeros(len(keep)), keep), 100))
    want = mk_metric(partial(metric.func, **{**metric.keywords, 'axis': -1}) if isinstance(metric, partial) else type(m)(**{'axis': -1, **({'average': 'macro'} if isinstance(m, F1Score) else {})}))
    flat.pred,flat.yb = preds,(keep,)
    want.reset()
    want.accumulate(flat)
    close(learn.validate()[1], want.value)

def test_ignored_classes_stay_classes():                                                             # N-309
    "A loss that ignores one of the classes says nothing about metrics"
    learn = learner(TorchLoader(TensorDataset(tokens, tags), 4), TorchLoader(TensorDataset(tokens, tags), 4), model=Tagger(), loss=nn.CrossEntropyLoss(ignore_index=0),
        metrics=partial(accuracy, axis=1))
    close(learn.validate()[1], (ask(learn.model, tokens).argmax(1) == tags).float().mean().item())
    bad = learner(TorchLoader(TensorDataset(tokens, tags.masked_fill(gaps, -7)), 4), TorchLoader(TensorDataset(tokens, tags.masked_fill(gaps, -7)), 4), model=Tagger(),
        loss=lambda p, y: p.mean(), metrics=partial(accuracy, axis=1))
    with pytest.raises(ValueError, match='targets are not class numbers'): bad.validate()


# -- metrics that were not meant so ------------------------------------------------------------------------------------

@pytest.mark.parametrize('f', (RocAuc, RocAucBinary, SpearmanCorrCoef, partial(RocAuc, average='weighted')))
def test_what_makes_a_metric_is_called(f): assert isinstance(mk_metric(f), AccumMetric)              # N-310

def test_a_class_of_another_library():                                                               # N-310
    tm = pytest.importorskip('torchmetrics')
    with pytest.raises(TypeError, match=r'pass an instance, `MeanSquaredError\(…\)`'): mk_metric(tm.MeanSquaredError)

def test_a_function_of_scikit_learn():                                                               # N-310
    "It takes targets first: `r2_score` gave a wrong figure"
    skm = pytest.importorskip('sklearn.metrics')
    for f in (skm.r2_score, skm.accuracy_score, partial(skm.f1_score, average='macro')):
        with pytest.raises(TypeError, match='targets first.*skm_to_fastai'): mk_metric(f)


# -- errors and warnings -----------------------------------------------------------------------------------------------

@pytest.mark.parametrize('model,x,text', (
    (nn.Sequential(nn.Linear(3, 8), nn.ReLU(), nn.Linear(9, 3)), x, 'layer `2`, Linear(in_features=9, out_features=3, bias=True), which got float32(8, 8)'),
    (nn.Sequential(nn.Conv2d(3, 4, 3), nn.Flatten()), torch.ones(24, 1, 8, 8), 'layer `0`, Conv2d(3, 4, kernel_size=(3, 3), stride=(1, 1)), which got float32(8, 1, 8, 8)'),
    (nn.Sequential(nn.Embedding(5, 4), nn.Flatten(), nn.Linear(8, 3)), torch.tensor([[0,7]]*24), 'layer `0`, Embedding(5, 4), which got int64(8, 2) with numbers from 0 to 7'),
    (nn.Sequential(nn.Embedding(5, 4), nn.Flatten(), nn.Linear(8, 3)), torch.ones(24, 2), 'layer `0`, Embedding(5, 4), which got float32(8, 2)'),
    (nn.Sequential(nn.BatchNorm1d(4)), x, 'which got float32(8, 3)'),
    (nn.Sequential(nn.Sequential(nn.Identity(), nn.LayerNorm(5))), x, 'layer `0.1`, LayerNorm((5,)')), ids=range(6))
def test_the_layer_of_an_error(model, x, text):                                                      # N-311
    dl = lambda: TorchLoader(TensorDataset(x, y), 8)
    assert text in said(lambda: learner(dl(), dl(), model=model).fit(1))
    assert text in said(lambda: learner(dl(), dl(), model=model).validate())

@pytest.mark.parametrize('loss', (F.binary_cross_entropy_with_logits, nn.BCEWithLogitsLoss(), lambda p, y: F.binary_cross_entropy(p.sigmoid(), y)))
@pytest.mark.parametrize('dtype', (torch.bool, torch.int64, torch.int32))
def test_targets_of_another_type(loss, dtype):                                                       # N-311
    dl = TorchLoader(TensorDataset(x, (y > 0).to(dtype)), 8)
    text = said(lambda: learner(dl, dl, model=nn.Sequential(nn.Linear(3, 1), nn.Flatten(0)), loss=loss).fit(1))
    assert f'targets are {str(dtype)[6:]} and predictions float32' in text and 'y.to(torch.float32)' in text

def test_targets_that_are_texts():                                                                   # N-311
    items = [(a,'abc'[b]) for a,b in zip(x, y)]
    dl = TorchLoader(items, 8)
    assert f"the targets are texts, {'abc'[y[0]]!r}, {'abc'[y[1]]!r}, …" in said(lambda: learner(dl, dl).fit(1))

def test_an_optimizer_that_wants_a_closure():                                                        # N-311
    class Twice(torch.optim.SGD):
        def step(self, closure=None):
            assert closure is not None, 'I need a closure'
            closure()
            super().step()
    class Says(Twice): needs_closure = True
    dl = TorchLoader(TensorDataset(x, y), 8)
    assert 'needs_closure = True' in said(lambda: learner(dl, dl, opt_func=Twice).fit(1))
    learner(dl, dl, opt_func=Says).fit(1)

class OwnLoss(nn.Module):
    def forward(self, p, y): return F.cross_entropy(p, y)

@pytest.mark.parametrize('loss', (OwnLoss(), partial(OwnLoss())))
def test_losses_of_ones_own_by_row(loss):                                                            # N-311
    "The message was Python's, of an argument that nobody had given"
    dl = TorchLoader(TensorDataset(x, y), 8)
    assert 'it cannot give a loss per row' in said(lambda: learner(dl, dl, loss=loss).get_preds(with_loss=True), ValueError)

@pytest.mark.parametrize('item,text', ((lambda i: torch.zeros(i%3+1), '`collate_fn` that pads'), (lambda i: None, 'an item holds None'),
    (lambda i: Graph(1), 'an item holds a `Graph`'), (lambda i: {'a': Graph(1)}, 'an item holds a `Graph`')))
def test_items_that_make_no_batch(item, text):                                            # N-311
    items = [(item(i), 0) for i in range(8)]
    assert text in said(lambda: learner(TorchLoader(items, 4), TorchLoader(items, 4)).fit(1))

def test_errors_outside_of_layers():                                                                 # N-311
    dl = TorchLoader(TensorDataset(x, y), 8)
    def bad(p, y): raise RuntimeError('mine')
    assert 'raised in the layer' not in said(lambda: learner(dl, dl, loss=bad).fit(1), RuntimeError)

def test_losses_by_row_without_targets():                                                            # N-311
    dl = TorchLoader(TensorDataset(x, y), 8)
    learn = learner(dl, dl)
    assert 'needs targets, and this loader gives none' in said(lambda: learn.get_preds(dl=learn.dls.test_dl(x), with_loss=True), ValueError)
    assert "Let it take `reduction='mean'`" in said(lambda: learner(dl, dl, loss=lambda p, y: F.cross_entropy(p, y)).get_preds(with_loss=True), ValueError)

@pytest.mark.parametrize('step', ('epoch', 'batch'))
@pytest.mark.parametrize('how', ('one cycle', 'beside'))
def test_two_who_set_the_learning_rate(how, step):                                                   # N-312
    "The schedule of a fit wins over PyTorch's, and nothing was said"
    dl = TorchLoader(TensorDataset(x, y), 8)
    learn = learner(dl, dl)
    learn.silent = False
    cbs = [TorchScheduler(partial(torch.optim.lr_scheduler.StepLR, step_size=1), step=step)]
    with pytest.warns(UserWarning, match='what `StepLR` changes is lost'):
        if how == 'beside': learn.fit(2, cbs=[ParamScheduler({'lr': SchedLin(.1, .2)}), *cbs])
        else: learn.fit_one_cycle(2, cbs=cbs)
    with warnings.catch_warnings():
        warnings.simplefilter('error')
        learn.fit(1, cbs=[ParamScheduler({'mom': SchedLin(.9, .8)}), *cbs])

def test_check_sees_rates_of_zero_and_empty_loaders():                                               # N-312
    dl,none = TorchLoader(TensorDataset(x, y), 8),TorchLoader(TensorDataset(x[:0], y[:0]), 8)
    warned = lambda learn: [o for o,_ in learn.check().find('warning')]
    assert 'learning rate' in warned(learner(dl, dl, lr=0.))
    assert 'validation' in warned(learner(dl, none))
    assert not {'learning rate','validation'} & set(warned(learner(dl, dl)))


# -- samplers that want to know the epoch ------------------------------------------------------------------------------

@pytest.mark.parametrize('where', ('sampler', 'batch sampler', 'inside a batch sampler', 'data set', 'ours'))
def test_the_number_of_the_epoch(where):                                                             # N-314
    "`set_epoch` was never called, so that PyTorch's `DistributedSampler` gave the same order in each epoch"
    from torch.utils.data import BatchSampler, Dataset, DistributedSampler
    class Told(Dataset):
        epoch = 0
        def set_epoch(self, epoch): self.epoch = epoch
        def __len__(self): return 24
        def __getitem__(self, i): return x[(i + self.epoch)%24],y[i]
    class Batches(BatchSampler):
        def set_epoch(self, epoch): self.sampler.set_epoch(epoch)
    ds = Told() if where == 'data set' else TensorDataset(x, y)
    smp = DistributedSampler(ds, num_replicas=1, rank=0, shuffle=where != 'data set')
    kw = dict(batch_size=8, sampler=smp) if where in ('sampler','data set','ours') else dict(batch_sampler=(Batches if where == 'batch sampler' else BatchSampler)(smp, 8, False))
    seen = []
    learn = learner((DataLoader if where == 'ours' else TorchLoader)(ds, **kw), TorchLoader(TensorDataset(x, y), 8),
        cbs=Callback(before_batch=lambda self: seen.append(self.learn.xb[0].tolist()) if self.learn.training else None))
    learn.fit(2)
    assert len(seen) == 6 and seen[:3] != seen[3:]
    if where != 'data set': assert smp.epoch == 1

def test_a_callback_may_set_another_epoch():                                                         # N-314
    from torch.utils.data import DistributedSampler
    smp,seen = DistributedSampler(TensorDataset(x, y), num_replicas=1, rank=0),[]
    learner(TorchLoader(TensorDataset(x, y), 8, sampler=smp), TorchLoader(TensorDataset(x, y), 8),
        cbs=Callback(before_epoch=lambda self: smp.set_epoch(self.learn.epoch+10), before_train=lambda self: seen.append(smp.epoch))).fit(2)
    assert seen == [10,11]
