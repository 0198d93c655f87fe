"What was wrong only where two things met: accumulation and `lr_find`, tuples and `predict`, own losses and -100"
import warnings
from collections import UserDict

import pytest, torch
import torch.nn.functional as F
from functools import partial
from torch import nn
from torch.utils.data import DataLoader, Dataset, TensorDataset, default_collate

import mylearner.callback.schedule # noqa: F401 (`lr_find`)
import mylearner.check # noqa: F401 (`Learner.check`)
from mylearner.callback.core import Callback
from mylearner.callback.training import GradientAccumulation
from mylearner.learner import Learner
from mylearner.optimizer import SGD

g = torch.Generator().manual_seed(0)
x,z,y = torch.randn(24, 4, generator=g),torch.randn(24, 4, generator=g),torch.randint(0, 3, (24,), generator=g)

def learner(dl, model, *args, **kw):
    learn = Learner([dl, dl], model, *args, **kw)
    learn.logger,learn.silent = print,True
    return learn

class Rows(Dataset):
    def __init__(self, item): self.item = item
    def __len__(self): return 24
    def __getitem__(self, i): return self.item(i)

class Both(nn.Module):
    "One input, which is a pair"
    def __init__(self):
        super().__init__()
        self.lin = nn.Linear(4, 3)
    def forward(self, pair):
        a,b = pair
        return self.lin(a - 2*b)

@pytest.mark.parametrize('n', (1, 2, 5))
@pytest.mark.parametrize('pair', (tuple, list))
def test_a_pair_as_the_one_input(pair, n):
    "An input that is a tuple stays one: two items were taken for the two parts" # N-193
    item = lambda i: (pair((x[i], z[i])), y[i])
    learn = learner(DataLoader(Rows(item), 4), Both(), F.cross_entropy)
    learn.fit(1)
    want = learn.model((x, z)).detach()
    for dl in (learn.dls.test_dl([item(i)[0] for i in range(n)]), learn.dls.test_dl([item(i) for i in range(n)], with_labels=True)):
        torch.testing.assert_close(learn.get_preds(dl=dl)[0], want[:n])
    torch.testing.assert_close(learn.predict(item(3)[0])[2], want[3])
    if pair is tuple: torch.testing.assert_close(learn.get_preds(dl=learn.dls.test_dl([item(i) for i in range(n)]))[0], want[:n])

class Heads(nn.Module):
    "Several predictions, in whatever holds them"
    def __init__(self, hold):
        super().__init__()
        self.hold,self.one,self.two = hold,nn.Linear(4, 3),nn.Linear(4, 1)
    def forward(self, x): return self.hold((self.one(x), self.two(x)))

@pytest.mark.parametrize('hold', (tuple, list))
def test_predict_with_several_outputs(hold):
    "The first row of each, not the first of them" # N-193
    loss = lambda p, t: F.cross_entropy(p[0], t) + p[1].pow(2).mean()
    learn = learner(DataLoader(TensorDataset(x, y), 4), Heads(hold), loss)
    learn.fit(1)
    want = learn.model(x[2:3])
    for res in learn.predict(x[2])[1:]:
        assert [o.shape for o in res] == [(3,), (1,)]
        for a,b in zip(res, want): torch.testing.assert_close(a, b[0].detach())

class Tags(nn.Module):
    "A class for each of four places; computes its loss itself, and ignores -100"
    def __init__(self):
        super().__init__()
        self.lin = nn.Linear(1, 3)
    def forward(self, x, labels=None):
        logits = self.lin(x[...,None])
        return dict(logits=logits, loss=None if labels is None else F.cross_entropy(logits.flatten(0, 1), labels.flatten()))

def tags(bs, **kw):
    t = torch.randint(0, 3, (24,4), generator=torch.Generator().manual_seed(1))
    for i in range(24): t[i,i%4+1:] = -100
    t[8:12] = -100
    torch.manual_seed(0)
    return learner(DataLoader(TensorDataset(x, t), bs), Tags(), opt_func=partial(SGD, mom=0.9), lr=0.1, **kw)

@pytest.mark.filterwarnings('error')
@pytest.mark.parametrize('bs', (1, 4, 5))
def test_the_models_own_loss(bs):
    "It is weighed by the labels that count, as a loss function that ignores some" # N-062
    assert tags(bs).validate()[0] == pytest.approx(tags(24).validate()[0], rel=1e-5)
    whole,pieces = tags(24),tags(bs, cbs=GradientAccumulation(24))
    for o in (whole, pieces): o.fit(2)
    for a,b in zip(whole.model.parameters(), pieces.model.parameters()): torch.testing.assert_close(a, b)

@pytest.mark.parametrize('cb', (GradientAccumulation(12), GradientAccumulation(n_batches=3)))
def test_lr_find_counts_steps(cb):
    "A range test under accumulation goes through the rates of one with large batches" # N-194
    def rates(bs, cbs=None):
        steps = []
        note = Callback(after_step=lambda self: steps.append(self.learn.opt.hypers[-1]['lr']))
        note.purposes = None
        learn = learner(DataLoader(TensorDataset(x, y), bs), nn.Linear(4, 3), F.cross_entropy, cbs=cbs)
        learn.add_cb(note).lr_find(num_it=20, stop_div=False, show_plot=False)
        return steps,learn.recorder.lr_curve
    (large,a),(small,b) = rates(12),rates(4, cb)
    assert small == large and len(small) == 20
    assert b.lrs == a.lrs and len(b.losses) == len(b.lrs)

@pytest.mark.parametrize('loss_func', (F.mse_loss, nn.L1Loss(), partial(F.huber_loss, delta=2.), nn.SmoothL1Loss()))
def test_a_column_beside_flat_targets(loss_func):
    "Each prediction against the targets of all rows: refused at the first batch, before its step" # N-192
    learn = learner(DataLoader(TensorDataset(x, z[:,0]), 4), nn.Linear(4, 1), loss_func)
    before = learn.model.weight.detach().clone()
    with pytest.raises(ValueError, match=r'predictions are \(4, 1\), targets \(4,\)'): learn.fit(1)
    assert torch.equal(learn.model.weight, before)
    for model,t in ((nn.Linear(4, 1), z[:,:1]), (nn.Sequential(nn.Linear(4, 1), nn.Flatten(0)), z[:,0]), (nn.Linear(4, 4), z)):
        learner(DataLoader(TensorDataset(x, t), 4), model, loss_func).fit(1)

class Named(nn.Module):
    def __init__(self):
        super().__init__()
        self.lin = nn.Linear(4, 3)
    def forward(self, a, b): return self.lin(a - 2*b)
class Whole(Named):
    def forward(self, d): return super().forward(**d)

@pytest.mark.parametrize('n_inp', (None, 1))
@pytest.mark.parametrize('model', (Named, Whole))
@pytest.mark.parametrize('kind', (dict, UserDict))
def test_a_dict_beside_its_target(kind, model, n_inp):
    "By name or whole, in a fit as in `predict`" # N-240
    ds = Rows(lambda i: (dict(a=x[i], b=z[i]), y[i]))
    dl = DataLoader(ds, 5, collate_fn=lambda rows: (kind(default_collate([a for a,_ in rows])), default_collate([b for _,b in rows])))
    if n_inp: dl.n_inp = n_inp
    learn = learner(dl, model(), F.cross_entropy, lr=0.)
    learn.fit(1)
    want = learn.model.lin(x - 2*z).detach()
    torch.testing.assert_close(learn.get_preds()[0], want)
    assert abs(learn.validate()[0] - F.cross_entropy(want, y).item()) < 1e-5 # (float32 sums)
    assert not learn.check().find('error')

def squares(p, t): return ((p - t)**2).mean()
class Twice(nn.MSELoss): pass
class Column(nn.MSELoss):
    def forward(self, p, t): return super().forward(p, t[:,None])
def column(p, t): return F.mse_loss(p, t[:,None])
def mixed(p, t): return F.mse_loss(p, t) + 0.1*F.l1_loss(p, t)

@pytest.mark.parametrize('loss_func,bad', [(squares, 1), (mixed, 1), (Twice(), 1), (nn.PoissonNLLLoss(), 1), (F.poisson_nll_loss, 1), (partial(squares), 1),
    (nn.HingeEmbeddingLoss(), 1), (Column(), 0), (column, 0), (lambda p, t: squares(p.flatten(), t), 0)])
def test_losses_that_spread(loss_func, bad):
    "A column beside flat targets: refused in whatever loss spreads it, taken by one that minds the shapes" # N-242
    learn = learner(DataLoader(TensorDataset(x, z[:,0].sign()), 8), nn.Linear(4, 1), loss_func)
    assert bool([o for o in learn.check().find('error') if 'shapes' in o[0]]) == bool(bad)
    if not bad: return learn.fit(1)
    with warnings.catch_warnings(action='ignore'), pytest.raises(ValueError, match='predictions are .8, 1., targets .8,.'): learn.fit(1)
    assert learn.train_iter == 0

def test_a_square_beside_flat_targets():
    "As many outputs as rows: laid over one another along the wrong axis" # N-242
    learn = learner(DataLoader(TensorDataset(x, z[:,0]), 8), nn.Linear(4, 8), F.mse_loss)
    with warnings.catch_warnings(action='ignore'), pytest.raises(ValueError, match='compares .8, 8. with .8,.'): learn.fit(1)
