"What was wrong only where two things met: accumulation and `lr_find`, tuples and `predict`, own losses and -100"
import pytest, torch
import torch.nn.functional as F
from functools import partial
from torch import nn
from torch.utils.data import DataLoader, Dataset, TensorDataset

import mylearner.callback.schedule # noqa: F401 (`lr_find`)
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
