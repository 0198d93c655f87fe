"Which rows predictions are of, what loaders keep, and how inference draws at random"
import threading, warnings
from collections import UserDict
from functools import partial
from pathlib import Path

import pytest, torch
import torch.nn.functional as F
from torch import nn
from torch.utils.data import (BatchSampler, DataLoader as TorchLoader, DistributedSampler, IterableDataset, RandomSampler, Sampler, SubsetRandomSampler,
    TensorDataset, WeightedRandomSampler)

from mylearner.callback.core import Callback, CancelBatchException, FetchPredsCallback
from mylearner.callback.data import PartialDL, WeightedDL
from mylearner.callback.preds import MCDropoutCallback
from mylearner.data.core import DataLoaders, Datasets, TfmdDL
from mylearner.data.load import DataLoader, SkipItemException, given_rows, seq_dl
from mylearner.distributed import DistributedDL
from mylearner.interpret import Interpretation
from mylearner.learner import Learner
from mylearner.losses import BCEWithLogitsLossFlat, CrossEntropyLossFlat
from mylearner.metrics import F1Score, F1ScoreMulti, R2Score, RocAuc, RocAucMulti, accuracy, accuracy_multi, mae
from mylearner.optimizer import SGD

n = 20
x,y = torch.arange(float(n))[:,None],torch.arange(float(n))[:,None]
ds = TensorDataset(x, y)
items = list(ds)

class Same(nn.Module):
    "Gives its input back"
    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.ones(1))
    def forward(self, x): return x*self.w

def learner(*dls, **kw): return Learner(DataLoaders(*dls), Same(), F.mse_loss, **kw)
def rows(o): return o.flatten().int().tolist()

class Every3(Sampler):
    def __iter__(self): return iter(range(n-1, -1, -3))
    def __len__(self): return 7

class Lazy(Sampler):
    "Without a length"
    def __iter__(self): return iter([5,3,4])

# -- the rows that a loader gives ----------------------------------------------------------------------------------------

some = {'list':[19,15,16,18,17], 'subset':SubsetRandomSampler([19,15,16,18,17]), 'own':Every3(), 'lazy':Lazy(), 'part':RandomSampler(ds, num_samples=5),
    'weighted':WeightedRandomSampler([1.]*n, 8), 'twice':RandomSampler(ds, replacement=True), 'rank':DistributedSampler(ds, 3, 1, shuffle=True)}

@pytest.mark.parametrize('kind', some)
@pytest.mark.parametrize('mk', [partial(TorchLoader, ds, 4), partial(DataLoader, ds, 4), partial(TfmdDL, items, 4), partial(TorchLoader, items, 4)])
def test_predictions_of_the_samplers_rows(mk, kind):                                                     # N-010, S-138, S-146
    dl = mk(sampler=some[kind])
    torch.manual_seed(1)
    given = rows(torch.cat([b[1] for b in dl]))
    learn = learner(dl, dl)
    for f in (lambda: learn.get_preds(), lambda: learn.get_preds(0), lambda: learn.get_preds(dl=dl), lambda: learn.tta(n=2)):
        preds,targs = f()
        assert rows(preds) == rows(targs)
        if kind in ('list','subset','own','rank','lazy'): assert rows(targs) == sorted(given)
        else: assert len(targs) == len(given) and rows(targs) == sorted(rows(targs))
    torch.manual_seed(1)
    assert rows(learn.get_preds(reorder=False)[1]) == given
    torch.manual_seed(1)
    assert len(learn.get_preds()[0]) == len(given)

@pytest.mark.parametrize('kind', some)
def test_looking_at_a_sampler_draws_nothing(kind):                                                        # N-010, T-02
    dl = TorchLoader(ds, 4, sampler=some[kind])
    state = torch.get_rng_state()
    seq_dl(dl), seq_dl(DataLoader(ds, 4, sampler=some[kind]))
    assert torch.equal(state, torch.get_rng_state())

@pytest.mark.parametrize('mk', [TorchLoader, DataLoader, TfmdDL])
def test_whole_where_everything_is_covered(mk):                                                           # N-010
    for kw in (dict(shuffle=True, drop_last=True), dict(sampler=RandomSampler(ds)), dict(sampler=list(range(n))[::-1])):
        dl = mk(ds, 6, **kw) if mk is TorchLoader else mk(ds, bs=6, **kw)
        assert rows(learner(dl).get_preds(0)[1]) == list(range(n))

def test_batch_samplers_keep_their_batches():                                                            # N-011
    ragged = [(torch.full((1+i%3,), float(i)), float(i)) for i in range(9)]
    by_length = [[0,3],[6],[7,1],[4],[2,8,5]]
    for mk in (TorchLoader, DataLoader):
        dl = mk(ragged, batch_sampler=by_length)
        learn = Learner(DataLoaders(dl, dl), nn.Sequential(Same(), nn.AdaptiveAvgPool1d(1)), lambda p,t: F.mse_loss(p.flatten(), t.flatten().float()))
        preds,targs = learn.get_preds()
        assert rows(targs) == rows(preds) == list(range(9))
        assert rows(learn.get_preds(reorder=False)[1]) == [0,3,6,7,1,4,2,8,5]
    dl = TorchLoader(ds, batch_sampler=BatchSampler(SubsetRandomSampler([9,4,2]), 2, True))
    assert rows(learner(dl, dl).get_preds()[1]) == [2,4,9]

def test_fetched_predictions_and_interpretation():                                                       # N-010, N-012
    dl = TorchLoader(ds, 2, sampler=[19,3,11])
    fetch,as_is = FetchPredsCallback(),FetchPredsCallback(reorder=False)
    learn = learner(TorchLoader(ds, 4), dl)
    with learn.no_logging(): learn.fit(1, lr=0., cbs=[fetch, as_is])
    assert [rows(o.preds[1]) for o in (fetch, as_is)] == [[3,11,19],[19,3,11]]
    learn.model.w.data.fill_(2.)
    interp = Interpretation.from_learner(learn)
    losses,idxs,its = interp.top_losses(2, items=True)
    assert idxs.tolist() == [19,11] and [int(o[1]) for o in its] == [19,11] and rows(interp[11][2]) == [11]
    assert rows(interp[-1][2]) == [19]
    with pytest.raises(IndexError, match='there is no row 4: there are 3, from 3 to 19'): interp[4]

def test_order_of_your_own():                                                                            # N-010
    class Odd(TfmdDL):
        def get_idxs(self): return [i for i in super().get_idxs() if i % 2]
    dl = Odd(ds, bs=4, shuffle=True)
    learn = learner(dl, dl)
    assert rows(learn.get_preds()[1]) == list(range(1, n, 2))
    assert rows(learn.get_preds(dl=learn.dls.test_dl(torch.arange(5.)[:,None]))[0]) == list(range(5))  # new items: all
    part = PartialDL(ds, bs=4, partial_n=6)
    targs = rows(learner(part).get_preds(0)[1])
    assert len(targs) == 6 and targs == sorted(targs)
    weighted = WeightedDL(ds, bs=4, wgts=[1]*n, shuffle=True)
    assert rows(learner(weighted).get_preds(0)[1]) == list(range(n))

# -- loaders keep what their class does ----------------------------------------------------------------------------------

class Tenth(TorchLoader):
    def __init__(self, *args, by=10., **kw):
        super().__init__(*args, **kw)
        self._by = by
    def __iter__(self): return (tuple(o/self._by for o in b) for b in super().__iter__())

class OurTenth(TfmdDL):
    def __init__(self, ds, by=10., **kw):
        super().__init__(ds, **kw)
        self._by = by
    def __iter__(self): return (tuple(o/self._by for o in b) for b in super().__iter__())

class ByMethod(DataLoader):
    "Hands a method of its own over as a step"
    def __init__(self, ds, by=10., **kw):
        self.by = by
        super().__init__(ds, after_batch=self.scaled, **kw)
    def scaled(self, b): return tuple(o/self.by for o in b)

@pytest.mark.parametrize('by', [10., 4.])
@pytest.mark.parametrize('shuffle', [False, True])
@pytest.mark.parametrize('cls', [Tenth, OurTenth, ByMethod])
def test_a_subclass_is_kept(cls, shuffle, by):                                                           # N-011
    dl = cls(ds, **{'batch_size' if cls is Tenth else 'bs': 8}, shuffle=shuffle, by=by)
    learn = learner(dl, dl)
    assert torch.equal(learn.get_preds()[0], x/by)
    assert torch.allclose(learn.tta(n=1)[0], x/by)
    assert learn.predict(torch.tensor([5.]))[2].item() == 5./by
    assert torch.equal(Interpretation.from_learner(learn)[[3]][0], x[[3]]/by)
    part = DistributedDL(dl, 0, 2)
    assert next(iter(part))[0].max() <= (n-1)/by and type(part._loader) is cls
    assert type(learn.dls.new_empty().train) is cls

def test_predict_with_a_subclass_of_torchs():                                                            # N-011
    class Halved(TorchLoader):
        def __iter__(self): return (tuple(o/2 for o in b) for b in super().__iter__())
    learn = learner(Halved(ds, 4), Halved(ds, 4))
    assert learn.predict(torch.tensor([5.]))[2].item() == 2.5
    assert rows(learn.get_preds(dl=learn.dls.test_dl([torch.tensor([8.]), torch.tensor([4.])]))[0]) == [4,2]

def test_own_arguments_change_by_the_constructor():                                                      # N-011
    class Kept(DataLoader):
        def __init__(self, ds, bs, by=1, more=2): super().__init__(ds, bs); self.by,self.more = by,more
    class Lost(DataLoader):
        def __init__(self, ds, bs, by=1, more=2): super().__init__(ds, bs); self.by,self._more = by,more
    dl = Kept(ds, 4, 5, 6).new(by=7)
    assert (dl.by, dl.more, dl.bs) == (7, 6, 4)
    dl = Lost(ds, 4, 5, 6)
    assert (dl.new(bs=2)._more, dl.new(by=1, more=3)._more) == (6, 3)
    with pytest.raises(TypeError, match='cannot keep `more`'): dl.new(by=7)
    with pytest.raises(TypeError, match="'shufle'"): dl.new(by=7, more=1, shufle=True)

def test_a_copy_has_its_own_pipelines_and_pass():
    dl = TfmdDL(ds, bs=4, shuffle=True)
    next(iter(dl))
    new = dl.new()
    assert given_rows(new) is None and new.after_item is not dl.after_item and given_rows(dl) is not None

# -- inputs --------------------------------------------------------------------------------------------------------------

class Minus(nn.Module):
    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.ones(1))
    def forward(self, a, b): return (a-b)*self.w

a,b = torch.arange(8.)[:,None],torch.ones(8,1)

@pytest.mark.parametrize('mk', [lambda ds: DataLoaders(TorchLoader(ds, 4), TorchLoader(ds, 4)), lambda ds: DataLoaders(DataLoader(ds, 4), DataLoader(ds, 4)),
    lambda ds: DataLoaders(TorchLoader(list(ds), 4), TorchLoader(list(ds), 4)), lambda ds: DataLoaders.from_arrays((a,b), a, device='cpu')])
def test_two_inputs(mk):                                                                                 # N-013
    dls = mk(TensorDataset(a, b, a))
    learn = Learner(dls, Minus(), F.mse_loss)
    assert learn.predict((torch.tensor([5.]),torch.tensor([2.])))[2].item() == 3.
    for new in ((a,b), [(a[i],b[i]) for i in range(8)], (a.numpy(),b.numpy())):
        assert torch.equal(learn.get_preds(dl=dls.test_dl(new))[0], a-b)
    assert torch.equal(learn.get_preds(dl=dls.test_dl((a,b,a+1), with_labels=True))[1], a+1)
    assert torch.equal(learn.get_preds(dl=TorchLoader(TensorDataset(a, b), 3))[0], a-b)      # rows of your own, without targets
    preds,targs = learn.get_preds(dl=TorchLoader(TensorDataset(a, b, a), 3))
    assert torch.equal(targs, a) and torch.equal(preds, a-b)

class Triples(IterableDataset):
    def __iter__(self): return iter(TensorDataset(a, b, a))

@pytest.mark.parametrize('how', ['stream', 'batches', 'collated'])
def test_two_inputs_that_no_loader_tells(how):                                                            # N-013
    train = {'stream': TorchLoader(Triples(), 4), 'batches': [(a,b,a)],
        'collated': TorchLoader([(a[i],(b[i],a[i])) for i in range(8)], 4, collate_fn=lambda o: tuple(map(torch.stack, zip(*((x,*y) for x,y in o)))))}[how]
    learn = Learner(DataLoaders(train, train), Minus(), F.mse_loss)
    with learn.no_logging(): learn.fit(1, lr=0.)
    assert torch.equal(learn.get_preds(dl=TorchLoader(TensorDataset(a, b), 3))[0], a-b)
    assert torch.equal(learn.get_preds(dl=[(a,b)])[0], a-b)
    if how == 'stream': assert learn.predict((torch.tensor([5.]),torch.tensor([2.])))[2].item() == 3.
    assert torch.equal(learn.get_preds()[1], a)

class Named(nn.Module):
    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.ones(1))
    def forward(self, ids, mask): return (ids*mask*self.w).sum(1)

def test_mappings_that_are_no_dict():                                                                    # N-017
    def item(i): return UserDict(ids=torch.tensor([1.*i,2.*i]), mask=torch.tensor([1.,0.]))
    train = TorchLoader([dict(item(i), labels=torch.tensor(1.*i)) for i in range(6)], 3)
    learn = Learner(DataLoaders(train, train), Named(), F.mse_loss)
    assert learn.predict(item(3))[2].item() == 3.
    many = UserDict(ids=torch.tensor([[1.,2.],[4.,5.]]), mask=torch.ones(2,2))
    for new,right in (([item(1), item(2)], [1,2]), (many, [3,9]), (dict(many), [3,9]), (item(7), [7])):
        assert rows(learn.get_preds(dl=learn.dls.test_dl(new))[0]) == right
    with pytest.raises(ValueError, match='as many of each'): learn.dls.test_dl(UserDict(ids=torch.ones(2,2), mask=torch.ones(3,2)))

def test_files_by_name():                                                                                # N-017
    dsets = Datasets([Path('a.txt'), Path('bcd.txt')], [[lambda p: float(len(p.stem))], [lambda p: float(len(p.name))]], splits=[[0],[1]])
    learn = Learner(dsets.dataloaders(bs=1, device='cpu'), Same(), F.mse_loss)
    for name in ('abcde.txt', Path('abcde.txt')): assert learn.predict(name)[2].item() == 5.
    assert rows(learn.get_preds(dl=learn.dls.test_dl(['x/ab.txt', Path('c.txt')]))[0]) == [2,1]

# -- skipped items -------------------------------------------------------------------------------------------------------

def no_threes(o):
    if int(o[1]) % 3 == 0: raise SkipItemException
    return o

@pytest.mark.parametrize('n_workers', [0, 2])
def test_skipped_items_are_reported(n_workers):                                                          # N-012
    dl = DataLoader(items[:8], bs=3, after_item=no_threes, num_workers=n_workers)
    learn = learner(dl, dl)
    with pytest.warns(UserWarning, match=r'3 item\(s\) of the data set were left out .*: 0, 3, 6'): preds,targs = learn.get_preds()
    assert rows(targs) == [1,2,4,5,7]
    learn.model.w.data.fill_(2.)
    with pytest.warns(UserWarning, match='left out'): interp = Interpretation.from_learner(learn)
    _,idxs,its = interp.top_losses(3, items=True)
    assert idxs.tolist() == [7,5,4] and [int(o[1]) for o in its] == [7,5,4]
    assert rows(interp[idxs][2]) == [7,5,4]
    for o in learn.dls: o.close()

def test_top_losses_of_a_table():                                                                        # N-012
    "Its rows by position, whatever its index is"
    pd = pytest.importorskip('pandas')
    for index in ('abcd', [3,2,1,0]):
        df = pd.DataFrame(dict(x=[1.,2.,3.,4.]), index=list(index))
        def x(row): return torch.tensor([row.x])
        dls = Datasets(df, [[x], [x]], splits=[[0,2], [1,3]]).dataloaders(bs=2)
        learn = Learner(dls, Same(), F.mse_loss)
        learn.model.w.data.fill_(2.)
        _,idxs,its = Interpretation.from_learner(learn).top_losses(2, items=True)
        assert idxs.tolist() == [1,0] and [o.x for o in its] == [4.,2.]

def test_predict_of_a_skipped_item():                                                                    # N-012
    dl = DataLoader(items[:8], bs=3, after_item=lambda o: no_threes((o[0], o[0])))
    with pytest.warns(UserWarning, match='left out'), pytest.raises(ValueError, match='there is no prediction'): learner(dl, dl).predict(torch.tensor([3.]))

def test_cancelled_batches_move_no_row():                                                                # N-012
    class Drop(Callback):
        def before_batch(self):
            if self.iter == 1: raise CancelBatchException
    learn = learner(TorchLoader(ds, 4), TorchLoader(ds, 4, sampler=[9,8,7,6,5,4,3,2,1]))
    learn.model.w.data.fill_(2.)
    learn.add_cb(Drop())
    interp = Interpretation.from_learner(learn)
    assert interp.rows == [1,2,3,4,9] and rows(interp.top_losses(1)[1]) == [9]

# -- chance --------------------------------------------------------------------------------------------------------------

def dropping(): return Learner(DataLoaders(TorchLoader(ds, 4), TorchLoader(ds, 4)), nn.Sequential(Same(), nn.Dropout(0.5)), F.mse_loss)

class Noisy(Same):
    def forward(self, x): return x*self.w + torch.randn_like(x)

@pytest.mark.parametrize('how', ['dropout', 'noise', 'predict', 'tta', 'validate', 'two learners'])
def test_chance_goes_on(how):                                                                            # N-014
    learn = dropping() if how == 'dropout' else Learner(DataLoaders(TorchLoader(ds, 4), TorchLoader(ds, 4)), Noisy(), F.mse_loss)
    others = iter([Learner(learn.dls, Noisy(), F.mse_loss) for _ in range(9)])
    f = {'dropout': lambda: learn.get_preds(cbs=MCDropoutCallback())[0], 'noise': lambda: learn.get_preds()[0], 'tta': lambda: learn.tta(n=1)[0],
         'predict': lambda: learn.predict(torch.tensor([5.]))[2], 'validate': lambda: torch.tensor(learn.validate()),
         'two learners': lambda: next(others).get_preds()[0]}[how]
    def three(): return [f() for _ in range(3)]
    torch.manual_seed(0)
    first = three()
    assert not torch.equal(first[0], first[1]) and not torch.equal(first[1], first[2]) and not torch.equal(first[0], first[2])
    torch.manual_seed(0)
    assert all(map(torch.equal, first, three()))
    torch.manual_seed(1)
    assert not torch.equal(f(), first[0])

def test_chance_as_in_plain_code():                                                                      # N-014
    learn = dropping()
    torch.manual_seed(3)
    preds,_ = learn.get_preds(cbs=MCDropoutCallback())
    torch.manual_seed(3)
    learn.model[1].train()
    plain = torch.cat([learn.model(xb) for xb,_ in TorchLoader(ds, 4)])
    assert torch.equal(preds, plain)

@pytest.mark.parametrize('chance', [False, True])
def test_training_does_not_notice(chance):                                                               # N-014, T-02
    def weights(ask):
        torch.manual_seed(0)
        learn = Learner(DataLoaders(TorchLoader(ds, 4, shuffle=True), TorchLoader(ds, 4)), nn.Sequential(nn.Linear(1, 9), nn.Dropout(0.5), nn.Linear(9, 1)), F.mse_loss, opt_func=SGD)
        with learn.no_logging():
            for _ in range(2):
                learn.fit(1, lr=1e-3)
                if ask:
                    for _ in range(2): learn.get_preds(cbs=MCDropoutCallback() if chance else None)
                    learn.validate()
        return torch.cat([p.detach().flatten() for p in learn.model.parameters()]),torch.rand(3)
    for a,b in zip(weights(False), weights(True)): assert torch.equal(a, b)

def test_no_chance_no_mark():                                                                            # N-014, T-02
    learn = dropping()
    state = torch.get_rng_state()
    learn.get_preds(), learn.validate(), learn.get_preds(0, reorder=False), learn.tta(n=3)
    assert torch.equal(state, torch.get_rng_state())

# -- shapes, threads -----------------------------------------------------------------------------------------------------

class Squeezing(nn.Module):
    def __init__(self, nc):
        super().__init__()
        self.w = nn.Parameter(torch.ones(nc))
    def forward(self, x): return (x*self.w).squeeze()

@pytest.mark.parametrize('bs', [1, 19, 20])
@pytest.mark.parametrize('nc', [1, 3])
def test_a_model_that_squeezes(nc, bs):                                                                  # N-015
    targs = torch.zeros(n, dtype=torch.long) if nc > 1 else torch.zeros(n)
    dl = TorchLoader(TensorDataset(x, targs), bs)
    learn = Learner(DataLoaders(dl, dl), Squeezing(nc), F.cross_entropy if nc > 1 else F.mse_loss)
    preds,_,losses = learn.get_preds(with_loss=True)
    assert preds.shape == ((n,nc) if nc > 1 else (n,)) and losses.shape == (n,)
    assert learn.predict(torch.tensor([4.]))[2].shape == ((nc,) if nc > 1 else ())

@pytest.mark.parametrize('bs', [1, 12, 13])
@pytest.mark.parametrize('of', ['classes', 'labels', 'numbers'])
def test_measures_of_a_model_that_squeezes(of, bs):                                                      # N-241
    "Losses and metrics as of one batch, in training and validation"
    torch.manual_seed(0)
    xs,nc = torch.randn(13, 4),{'classes':3, 'labels':5, 'numbers':1}[of]
    ys = {'classes': torch.randint(0, 3, (13,)), 'labels': torch.randint(0, 2, (13,5)).float(), 'numbers': torch.randn(13)}[of]
    loss,mets = {'classes': (F.cross_entropy, lambda: [accuracy, F1Score(average='macro'), RocAuc()]), 'numbers': (nn.MSELoss(), lambda: [mae, R2Score()]),
        'labels': (BCEWithLogitsLossFlat(), lambda: [accuracy_multi, F1ScoreMulti(), RocAucMulti()])}[of]
    class Model(nn.Linear):
        def forward(self, x): return super().forward(x).squeeze()
    def made(bs):
        torch.manual_seed(0)
        dl = TorchLoader(TensorDataset(xs, ys), bs)
        return Learner(DataLoaders(dl, dl), Model(4, nc), loss, metrics=mets(), opt_func=SGD, lr=0.)
    learn,whole = made(bs),made(13)
    with warnings.catch_warnings(action='error', category=UserWarning): got = learn.validate()
    torch.testing.assert_close(torch.tensor(list(got)), torch.tensor(list(whole.validate())))
    learn.logger = print
    learn.fit(1)
    whole.fit(1)
    torch.testing.assert_close(torch.tensor(learn.recorder.values[0]), torch.tensor(whole.recorder.values[0]))

@pytest.mark.parametrize('of', ['dict', 'nested', 'tuple'])
def test_a_model_that_squeezes_rows_of_any_kind(of):                                                     # N-241
    "Inputs in a dict or a tuple: a last batch of one row trains, and is measured, as a row"
    torch.manual_seed(0)
    xs,ys = torch.randn(5, 4),torch.tensor([0,1,2,1,2])
    def batch(a, b):
        x = xs[a:b]
        return {'dict': (dict(a=x), ys[a:b]), 'nested': (dict(a=dict(b=x)), ys[a:b]), 'tuple': ((x,x), ys[a:b])}[of]
    class Model(nn.Linear):
        def forward(self, x): return super().forward({'dict': lambda: x['a'], 'nested': lambda: x['a']['b'], 'tuple': lambda: x[0]}[of]()).squeeze()
    def values(*cuts):
        torch.manual_seed(0)
        dl = [batch(a, b) for a,b in zip(cuts, cuts[1:])]
        learn = Learner(DataLoaders(dl, dl), Model(4, 3), F.cross_entropy, metrics=accuracy, opt_func=SGD, lr=1e-9)
        learn.fit(1)
        return torch.tensor([*learn.recorder.values[0], *learn.get_preds(with_loss=True)[0].flatten()])
    torch.testing.assert_close(values(0, 4, 5), values(0, 5))
    torch.testing.assert_close(values(0, 1, 5), values(0, 5))

@pytest.mark.parametrize('bs', [1, 2])
def test_outputs_without_rows_stay(bs):                                                                  # N-241
    "A number for the whole batch, or a row of several values for one target each, is no squeezed row"
    seen = []
    class Sum(Same):
        def forward(self, x): return (x*self.w).sum()
    class Nodes(Same):
        def forward(self, x): return (x*self.w).reshape(-1)
    dl = [(torch.ones(bs, 3), torch.ones(bs, 3)) for _ in range(2)]
    for m,loss in ((Sum(), lambda p, t: p), (Nodes(), lambda p, t: seen.append(p.shape) or (p - t.flatten()).mean())):
        Learner(DataLoaders(dl, dl), m, loss).validate()
    assert all(len(o) == 1 or bs == 1 for o in seen)

def test_batches_of_different_length():                                                                  # N-015
    class Tags(nn.Module):
        def __init__(self): super().__init__(); self.w = nn.Parameter(torch.ones(2))
        def forward(self, x): return x[...,None]*self.w
    data = [(torch.arange(float(2+i)), torch.zeros(2+i, dtype=torch.long)) for i in (3,3,1,1,5)]
    dl = TorchLoader(data, batch_sampler=[[0,1],[2,3],[4]])
    learn = Learner(DataLoaders(dl, dl), Tags(), CrossEntropyLossFlat())
    inps,preds,targs,decoded = learn.get_preds(with_input=True, with_decoded=True)
    assert [len(o) for o in inps] == [len(o) for o in preds] == [len(o) for o in targs] == [len(o) for o in decoded] == [5,5,3,3,7]
    assert all(torch.allclose(o.sum(-1), torch.ones(len(o))) for o in preds)
    assert [len(o) for o in learn.get_preds(act=torch.sigmoid)[0]] == [5,5,3,3,7]

@pytest.mark.parametrize('how', ['predict', 'get_preds', 'validate', 'tta'])
def test_threads_take_turns(how):                                                                        # N-016
    learn,right,wrong = learner(TorchLoader(ds, 4), TorchLoader(ds, 4)),[],[]
    f = {'predict': lambda i: learn.predict(torch.tensor([float(i)]))[2].item() == i, 'get_preds': lambda i: torch.equal(learn.get_preds()[0], x),
         'validate': lambda i: learn.validate()[0] == 0., 'tta': lambda i: torch.equal(learn.tta(n=1)[0], x)}[how]
    def client(k):
        try: right.extend(f(k*100+i) for i in range(8))
        except Exception as e: wrong.append(e)
    threads = [threading.Thread(target=client, args=(k,)) for k in range(8)]
    for t in threads: t.start()
    for t in threads: t.join(60)
    assert not wrong and len(right) == 64 and all(right)
    with learn.no_logging(): learn.fit(1)

@pytest.mark.parametrize('named', [True, False])
def test_no_tta_of_places(named):                                                                        # N-018
    class TensorMask(torch.Tensor): pass
    pics = torch.rand(4,3,8,8)
    targs = torch.zeros(4,2).as_subclass(TensorMask) if named else torch.zeros(4,8,8)
    model = nn.Sequential(nn.Flatten(), nn.Linear(3*64, 2)) if named else nn.Conv2d(3, 1, 1)
    learn = Learner([[(pics,targs)]]*2, model, lambda p,t: (p.mean()-t.mean())**2)
    state = learn.purpose, list(learn.cbs)
    with pytest.raises(ValueError, match='TensorMask' if named else 'on a grid over the pictures'): learn.tta()
    assert (learn.purpose, list(learn.cbs)) == state
    learn.get_preds()

class Walked(IterableDataset):
    "Rows to walk through, as a whole or in shares"
    def __init__(self, shared): self.shared = shared
    def __iter__(self):
        w = torch.utils.data.get_worker_info() if self.shared else None
        return iter(items[w.id::w.num_workers] if w else items)

@pytest.mark.parametrize('cls', [TorchLoader, DataLoader])
@pytest.mark.parametrize('how', ['get_preds', 'validate', 'fit'])
@pytest.mark.parametrize('shared', [True, False])
def test_rows_that_come_several_times(shared, how, cls, recwarn):                                        # N-246
    "Each of two workers walks through all of the data: said, whoever's loader it is"
    dl = cls(Walked(shared), 4, num_workers=2)
    learn = learner(dl, dl)
    learn.logger = print
    learn.fit(1) if how == 'fit' else getattr(learn, how)()
    assert any('rows come several times' in str(o.message) for o in recwarn) == (not shared)
