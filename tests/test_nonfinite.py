"What an error about NaN says: rows, layer, gradient, rate; and that finding out leaves no trace"
import math, pickle, random, warnings

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from torch import nn
from torch.utils.data import BatchSampler, DataLoader as TorchLoader, IterableDataset, RandomSampler, TensorDataset, WeightedRandomSampler

import mylearner.all # noqa: F401
from mylearner.callback.all import GradientAccumulation, MixUp, NonFiniteGuard
from mylearner.callback.core import Callback
from mylearner.data.load import DataLoader, SkipItemException
from mylearner.distributed import DistributedDL
from mylearner.learner import Learner, NonFiniteError
from mylearner.nonfinite import first_nonfinite
from mylearner.optimizer import SGD

X = torch.randn(20, 4, generator=torch.Generator().manual_seed(1))
Y = (X.sum(1) > 0).long()
bad = 13

class Net(nn.Module):
    "Dropout, batch norm, a counter, a list; item `bad` makes a root NaN"
    def __init__(self):
        super().__init__()
        self.first,self.norm,self.drop,self.root,self.last = nn.Linear(4, 6),nn.BatchNorm1d(6),nn.Dropout(0.1),Root(),nn.Linear(6, 2)
        self.n,self.seen = 0,[]
    def forward(self, x):
        self.n += 1
        self.seen.append(len(x))
        h = self.root(x)[:,None]
        return self.last(self.drop(self.norm(self.first(x))) + h)

class Root(nn.Module):
    def forward(self, x): return torch.where((x == X[bad]).all(1), -1., 1.).sqrt()

def learner(dl=None, cbs=None, model=None, loss_func=F.cross_entropy, **kw):
    torch.manual_seed(0)
    learn = Learner((DataLoader(TensorDataset(X, Y), bs=5, shuffle=True) if dl is None else dl,), model or Net(), loss_func, lr=0.02, cbs=cbs, **kw)
    learn.logger,learn.silent = print,True
    return learn

def error(learn, *args, **kw):
    with pytest.raises(NonFiniteError) as e, warnings.catch_warnings():
        warnings.simplefilter('ignore')
        learn.fit(*args or (1,), **kw)
    return e.value

loaders = dict(ours=lambda ds: DataLoader(ds, bs=5, shuffle=True), in_order=lambda ds: DataLoader(ds, bs=5), torchs=lambda ds: TorchLoader(ds, 5, shuffle=True),
    torch_workers=lambda ds: TorchLoader(ds, 5, shuffle=True, num_workers=1), persistent=lambda ds: TorchLoader(ds, 5, shuffle=True, num_workers=1, persistent_workers=True),
    own_generator=lambda ds: TorchLoader(ds, 5, shuffle=True, generator=torch.Generator().manual_seed(3)), torch_in_order=lambda ds: TorchLoader(ds, 5),
    weighted=lambda ds: TorchLoader(ds, 5, sampler=WeightedRandomSampler(torch.ones(20), 60)), a_list=lambda ds: TorchLoader(ds, 5, sampler=list(range(19, -1, -1))),
    batches=lambda ds: TorchLoader(ds, batch_sampler=[[1,2,3],[bad,0,4]]), ours_sampler=lambda ds: DataLoader(ds, bs=5, sampler=RandomSampler(ds)),
    ours_batches=lambda ds: DataLoader(ds, batch_sampler=BatchSampler(RandomSampler(ds), 5, False)), ahead=lambda ds: DataLoader(ds, bs=5, shuffle=True, prefetch=2),
    ours_workers=lambda ds: DataLoader(Items(ds), bs=5, shuffle=True, num_workers=1), distributed=lambda ds: DistributedDL(DataLoader(ds, bs=5, shuffle=True), 0, 1),
    distributed_torch=lambda ds: DistributedDL(TorchLoader(ds, 5, shuffle=True), 0, 1))

class Items:
    def __init__(self, ds): self.ds = ds
    def __len__(self): return len(self.ds)
    def __getitem__(self, i): return self.ds[i]

@pytest.mark.parametrize('epoch', (0, 1))
@pytest.mark.parametrize('name', loaders)
def test_rows(name, epoch):
    "The item that makes NaN is named, whoever gave the batch" # N-221
    learn = learner(loaders[name](TensorDataset(X, Y)))
    learn.model.root = nn.Identity()
    class Late(Callback):
        def before_epoch(self):
            if self.learn.epoch == epoch: self.learn.model.root = Root()
    learn.model.root = First()
    e = error(learn, 2, cbs=Late())
    assert e.rows is not None and bad in e.rows and e.rows[e.found.rows[0]] == bad, e.__notes__
    assert (e.epoch, e.found.part, e.found.name) == (epoch, 'layer', 'root') and e.batch is not None and e.lr == 0.02
    assert any(f'item {bad} of' in o for o in e.__notes__)

class First(nn.Module):
    def forward(self, x): return x[:,0]*0 + 1

def test_items_left_out():
    "Items that were skipped are not counted as rows" # N-221
    class Some(Items):
        def __getitem__(self, i):
            if i in (3, bad-1): raise SkipItemException
            return super().__getitem__(i)
    e = error(learner(DataLoader(Some(TensorDataset(X, Y)), bs=5)))
    assert e.rows == [10,11,13,14] and e.found.rows == [2]

class Stream(IterableDataset):
    def __iter__(self): return iter(list(zip(X, Y)))
class Own(torch.utils.data.Sampler):
    def __init__(self): pass
    def __iter__(self): return iter(range(20))
    def __len__(self): return 20

@pytest.mark.parametrize('dl,why', [(lambda: [(X, Y)], 'does not say'), (lambda: TorchLoader(Stream(), 5), 'stream'), (lambda: DataLoader(Stream(), bs=5), 'stream'),
    (lambda: TorchLoader(TensorDataset(X, Y), 5, sampler=Own()), 'a Own that cannot be asked again')])
def test_rows_not_known(dl, why):
    "Where they cannot be known, the error says so" # N-221
    e = error(learner(dl()))
    assert e.rows is None and e.found.name == 'root' and any('not known' in o and why in o for o in e.__notes__)

def states(): return torch.get_rng_state().tolist(),random.getstate(),np.random.get_state()[1].tolist()

def test_no_trace():
    "Weights, buffers, counters, lists, gradients and random numbers are as if nothing had been run again" # N-222
    seen = []
    for again in (True, False):
        learn = learner(cbs=GradientAccumulation(100))
        if not again: learn.non_finite_guard._look_into = lambda *a: None
        error(learn)
        seen.append((states(), learn.model.n, list(learn.model.seen), learn.model.state_dict(), [p.grad for p in learn.model.parameters()]))
        assert not any(m._forward_hooks or m._forward_pre_hooks for m in learn.model.modules())
    a,b = seen
    assert a[:3] == b[:3] and str(a[4]) == str(b[4])
    for k in a[3]: torch.testing.assert_close(a[3][k], b[3][k], rtol=0, atol=0)

@pytest.mark.parametrize('how', ['bf16', 'fp16', 'mixup', 'named', 'own loss'])
def test_ways_to_train(how):
    "The batch is run as the learner runs it" # N-220
    class Named(Net):
        def forward(self, x): return super().forward(x)
    class Own(Net):
        def forward(self, x, labels=None):
            out = super().forward(x)
            return dict(logits=out, loss=F.cross_entropy(out, labels))
    batches = [dict(x=X[i:i+5], labels=Y[i:i+5]) for i in range(0, 20, 5)]
    learn = dict(named=lambda: learner(batches, model=Named()), **{'own loss': lambda: learner(batches, model=Own(), loss_func=None)}).get(how, learner)()
    if how in ('bf16', 'fp16'): getattr(learn, f'to_{how}')()
    if how == 'mixup': learn.add_cb(MixUp(1e-6)).model.root = Always()
    if how == 'fp16': learn.remove_cbs([cb for cb in learn.cbs if hasattr(cb, 'amp_mode')]).add_cb(NonFiniteGuard()) # (its scaler takes care otherwise)
    e = error(learn)
    assert (e.found.part, e.found.name) == ('layer', 'root'), e.__notes__
    assert not torch.is_autocast_enabled('cpu')

class Always(nn.Module):
    def forward(self, x): return x[:,0]*math.nan

def test_parts():
    "Input, target, loss, gradient, weight" # N-220
    x,y = torch.ones(4, 2),torch.ones(4, 1)
    nan,lin = torch.tensor([[1.,1],[math.nan,1],[1,1],[1,1]]),nn.Linear(2, 1)
    f = lambda xb=(x,), yb=(y,), loss=F.mse_loss, m=lin: first_nonfinite(m, xb, yb, loss)
    assert [f((nan,)).part, f((nan,)).rows] == ['input', [1]]
    assert [f(yb=(nan[:,:1],)).part, f(yb=(nan[:,:1],)).rows] == ['target', [1]]
    assert f(loss=lambda p, y: p.mean()/0).part == 'loss'
    assert f(loss=lambda p, y: (p*0).abs().sqrt().sum()).part == 'gradient'
    assert f() is None and f(loss=None) is None
    ruined = nn.Sequential(nn.Flatten(), nn.Linear(2, 1))
    ruined[1].weight.data[0,0] = math.nan
    assert f(m=ruined).name == '1' and 'its own weight is not finite' in f(m=ruined).text
    frozen = nn.Linear(2, 1).requires_grad_(False)
    assert f(m=frozen, loss=lambda p, y: (p*0).abs().sqrt().sum()) is None

def test_gradients_in_a_fit():
    "Which parameter comes first in the backward pass" # N-220
    class Slope(nn.Module):
        def __init__(self):
            super().__init__()
            self.a,self.b = nn.Linear(4, 3),nn.Linear(3, 2)
        def forward(self, x): return self.b((self.a(x)*0).abs().sqrt())
    e = error(learner(model=Slope(), cbs=NonFiniteGuard(check_grads=True)))
    assert e.found.part == 'gradient' and e.found.name.startswith('a.') and "layer 'a'" in e.found.text

def test_groups_and_pickle():
    "Rates of all groups; the error travels, without tensors"
    e = error(learner(splitter=lambda m: [list(m.first.parameters()), [p for n,p in m.named_parameters() if 'first' not in n]], opt_func=SGD), 1, lr=slice(0.01, 0.1))
    assert e.lr == [pytest.approx(0.01), pytest.approx(0.1)]
    o = pickle.loads(pickle.dumps(e))
    assert o.found.name == 'root' and o.rows == e.rows and str(o) == str(e)

def test_never_in_the_way():
    "What goes wrong in finding out is a note" # N-222
    class Once(Net):
        def forward(self, x):
            if self.n: raise RuntimeError('no more')
            return super().forward(x)*math.nan
    e = error(learner(model=Once()))
    assert any('more could not be found out (RuntimeError: no more' in o for o in e.__notes__)
    class Luck(Net):
        def forward(self, x): return super().forward(x)*(math.nan if self.n == 3 else 1)
    learn = learner([(X[:4], Y[:4])]*5, model=Luck())
    e = error(learn)
    assert e.found is None and any('other random numbers' in o for o in e.__notes__) and learn.model.n == 3
