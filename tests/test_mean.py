"The loss of a data set does not depend on how it was batched, whatever the loss takes its mean over."
import copy, pickle
from functools import partial
from types import SimpleNamespace

import pytest
import torch
import torch.nn.functional as F
from fastcore.basics import noop
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

from mylearner.callback.mixup import MixUp
from mylearner.callback.training import GradientAccumulation
from mylearner.callback.v1 import AverageMetric
from mylearner.interpret import Interpretation
from mylearner.learner import AvgLoss, AvgMetric, Learner
from mylearner.losses import (CrossEntropyLossFlat, DiceLoss, FocalLossFlat, LabelSmoothingCrossEntropyFlat, MeanOver, MSELossFlat, BCEWithLogitsLossFlat,
    mean_over)
from mylearner.metrics import Perplexity
from mylearner.optimizer import SGD
from mylearner.recorder import Recorder

g = torch.Generator().manual_seed(0)
nc,L,n = 5,3,12
def drawn(*shape): return torch.rand(*shape, generator=g)

words = torch.randint(1, nc, (n,L), generator=g)
words[drawn(n, L) < 0.5] = 0
words[:4] = 0 # nothing but 0s in a whole batch
hidden = torch.where(words == 0, -100, words)
weight = torch.tensor([1.,3,1,9,2])

class Masked(nn.Module):
    def forward(self, preds, targs): return F.cross_entropy(preds, targs, reduction='none')[targs > 2].mean()
    def mean_over(self, preds, targs): return (targs > 2).sum()

class Flattens(nn.CrossEntropyLoss):
    def forward(self, preds, targs): return super().forward(preds.transpose(1, 2).flatten(0, 1), targs.flatten())

def of_all(preds, targs): return F.cross_entropy(preds, targs, reduction='sum')
of_all.mean_over = 'sum'

cases = {
    'ignored': (partial(F.cross_entropy, ignore_index=0), words),
    'hidden': (F.cross_entropy, hidden),
    'weighed': (nn.CrossEntropyLoss(weight=weight), words),
    'weighed, hidden': (nn.CrossEntropyLoss(weight=weight), hidden),
    'both': (CrossEntropyLossFlat(axis=1, weight=weight, ignore_index=0), words),
    'smoothed': (LabelSmoothingCrossEntropyFlat(axis=1), hidden),
    'smoothed, weighed': (partial(F.cross_entropy, weight=weight, label_smoothing=0.2, ignore_index=0), words),
    'focal': (FocalLossFlat(axis=1, weight=weight), words),
    'soft': (F.cross_entropy, drawn(n, nc, L).softmax(1)),
    'numbers': (F.mse_loss, drawn(n, nc, L)),
    'divergence': (partial(F.kl_div, reduction='batchmean'), drawn(n, nc, L)),
    'elements': (nn.KLDivLoss(), drawn(n, nc, L)),
    'yes or no': (BCEWithLogitsLossFlat(), (drawn(n, nc, L) < 0.5).float()),
    'own': (Masked(), words),
    'own class': (Flattens(ignore_index=0), words),
    'masks': (DiceLoss(reduction='mean'), words),
}
weighed = 'weighed','weighed, hidden','both','smoothed, weighed','focal'
sums = {'summed': (partial(F.cross_entropy, reduction='sum', ignore_index=0), words), 'numbers': (MSELossFlat(reduction='sum'), drawn(n, nc, L)),
    'own': (of_all, words), 'masks': (DiceLoss(), words)}

def learner(loss_func, y, bs, **kw):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Embedding(n, 6), nn.Linear(6, nc*L), nn.Unflatten(1, (nc,L)))
    dl = DataLoader(TensorDataset(torch.arange(n), y), batch_size=bs)
    learn = Learner((dl, dl), model, loss_func, opt_func=SGD, lr=0.3, **kw)
    learn.logger,learn.silent = noop,True
    return learn

def weights(learn): return torch.cat([p.detach().flatten() for p in learn.model.parameters()])
def close(a, b): torch.testing.assert_close(torch.as_tensor(a), torch.as_tensor(b), rtol=1e-5, atol=1e-6, check_dtype=False)

@pytest.mark.parametrize('name', cases)
def test_valid_loss(name):
    "By ones, fours, fives or all at once: the loss function's own figure for all rows" # N-040
    f,y = cases[name]
    for bs in (1, 4, 5, 12):
        learn = learner(f, y, bs, metrics=[AvgMetric(f), AvgLoss(), Perplexity(), AverageMetric(f).new_metric()])
        whole = f(learn.model(torch.arange(n)), y).item()
        loss,as_metric,avg,perplexity,v1 = learn.validate()
        close([loss, as_metric, avg, v1], [whole]*4)
        close(perplexity, torch.tensor(whole).exp())

@pytest.mark.parametrize('name', cases)
def test_train(name):
    "Pieces of a window make the step that one batch makes, and give its loss" # N-042
    f,y = cases[name]
    whole = learner(f, y, 12)
    whole.fit(2)
    for bs in (1, 4, 5):
        learn = learner(f, y, bs, cbs=GradientAccumulation(12))
        learn.fit(2)
        close(weights(learn), weights(whole))
        close(learn.recorder.values[0], whole.recorder.values[0])
        assert all(v == v for v in learn.recorder.losses[-1:])

@pytest.mark.parametrize('name', sums)
def test_sums(name):
    "A loss that is a sum: shown per row, and added up in a window" # N-041
    f,y = sums[name]
    whole = learner(f, y, 12)
    total = f(whole.model(torch.arange(n)), y).item()
    for bs in (1, 5, 12): close(learner(f, y, bs).validate()[0], total/n)
    whole.fit(1)
    for bs in (4, 5):
        learn = learner(f, y, bs, cbs=GradientAccumulation(12))
        learn.fit(1)
        close(weights(learn), weights(whole))
        close(learn.recorder.values[0], whole.recorder.values[0])

@pytest.mark.parametrize('name', [o for o in cases if not o.startswith('own')] + ['summed'])
def test_rows(name):
    "The loss of a row is what the loss function gives for this row alone, with its class weights; 0 where nothing counts" # N-048
    f,y = (cases | sums)[name]
    learn = learner(f, y, 5)
    losses = learn.get_preds(with_loss=True)[-1]
    preds = learn.model(torch.arange(n)).detach()
    over = mean_over(f)
    alone = torch.stack([f(preds[i:i+1], y[i:i+1]) for i in range(n)]).nan_to_num(0.)
    if name in weighed: # torch divides by the weights of the row; its `reduction='none'` keeps them
        counts,plain = (torch.tensor([float(o.count(preds[i:i+1], (y[i:i+1],))) for i in range(n)]) for o in (over, MeanOver(over.over.unweighed())))
        alone = alone*counts/plain.clamp(min=1)
        close((losses*plain).sum()/counts.sum(), learn.validate()[0])
    close(losses, alone)
    close(Interpretation.from_learner(learn).losses, losses)

@pytest.mark.parametrize('shape', [(n,), (n,1), (n,1,1), (n,2)])
@pytest.mark.parametrize('name', ['weight', 'ignored', 'weight, ignored', 'smoothed', 'focal'])
def test_rows_in_any_shape(name, shape):
    "One target a row, or the same twice: what torch gives with `reduction='none'`, in `get_preds` as in interpretation" # N-048
    kw = dict(weight=weight) if 'weight' in name or name == 'focal' else {}
    f = (FocalLossFlat(axis=1, **kw) if name == 'focal' else LabelSmoothingCrossEntropyFlat(axis=1, weight=weight) if name == 'smoothed' else
        CrossEntropyLossFlat(axis=1, ignore_index=2 if 'ignored' in name else -100, **kw))
    torch.manual_seed(0)
    y = torch.randint(0, nc, (n,))
    wide = y.reshape(n, *[1]*(len(shape)-1)).expand(shape)
    class Wide(nn.Embedding):
        def forward(self, i): return super().forward(i).reshape(-1, nc, *[1]*(len(shape)-1)).expand(-1, nc, *shape[1:])
    dl = DataLoader(TensorDataset(torch.arange(n), wide), batch_size=5)
    learn = Learner((dl, dl), Wide(n, nc), f)
    preds = learn.model(torch.arange(n)).detach()[(...,)+(0,)*(len(shape)-1)]
    f.reduction = 'none'
    want = f(preds, y)
    f.reduction = 'mean'
    losses = learn.get_preds(with_loss=True)[-1]
    close(losses, want)
    interp = Interpretation.from_learner(learn)
    close(interp.losses, want)
    close(interp.top_losses(3)[0], want.topk(3)[0])
    close(interp[[4,1]][-1], want[[4,1]])

def test_flat_rows():
    "One target a row: what torch gives with `reduction='none'`"
    f = CrossEntropyLossFlat(weight=weight)
    torch.manual_seed(0)
    dl = DataLoader(TensorDataset(torch.arange(n), words[:,0]), batch_size=5)
    learn = Learner((dl, dl), nn.Sequential(nn.Embedding(n, nc)), f)
    preds,targs,losses = learn.get_preds(with_loss=True, act=noop)
    close(losses, F.cross_entropy(preds, targs, weight=weight, reduction='none'))
    whole = f(preds, targs)
    with learn.loss_not_reduced(): close(learn.validate()[0], whole)

def test_unknown():
    assert not mean_over(lambda p, t: p.mean()).known
    assert [mean_over(o).known for o in (F.mse_loss, nn.CrossEntropyLoss(), Masked(), of_all, Flattens())] == [True]*4 + [False]
    with pytest.raises(ValueError, match='did you mean'): MeanOver('target')
    m = AvgMetric(cases['ignored'][0])
    m.accumulate(SimpleNamespace(pred=torch.zeros(2,nc), yb=(torch.tensor([0,1]),)))
    assert copy.deepcopy(m).value == pickle.loads(pickle.dumps(m)).value == m.value

@pytest.mark.parametrize('name', [o for o in cases if mean_over(cases[o][0]).counted])
def test_late(name, monkeypatch):
    "The same where counts and losses stay on a device until somebody reads them"
    monkeypatch.setattr(MeanOver, 'count', lambda self, preds, yb: torch.as_tensor(self.over(preds, *yb)))
    monkeypatch.setattr(Recorder, 'free_devices', ())
    test_valid_loss(name)
    test_train(name)

@pytest.mark.parametrize('name', ('hidden', 'ignored', 'both'))
def test_mixed(name):
    "Blended with rows just like itself, a row costs what it did: what is ignored does not count"
    f,y = cases[name]
    y = torch.stack([torch.tensor([y.min(), 2, y.min()])]*n)
    model = nn.Sequential(nn.Linear(1, nc*L), nn.Unflatten(1, (nc,L)))
    right = f(model(torch.ones(n, 1)), y).item()
    learn = Learner([DataLoader(TensorDataset(torch.ones(n, 1), y), batch_size=5)]*2, model, f, lr=0., cbs=MixUp())
    learn.logger,learn.silent = noop,True
    learn.fit(1)
    close(learn.recorder.values[0], [right]*2)

def test_torch_is_known():
    "Each of torch's losses, as a class and as a function" # N-041
    args = dict(LinearCrossEntropyLoss=(2, 3))
    classes = [o for o in vars(nn.modules.loss).values() if isinstance(o, type) and issubclass(o, nn.modules.loss._Loss) and o.__name__[0] != '_']
    assert len(classes) > 20
    assert [o.__name__ for o in classes if not mean_over(o(*args.get(o.__name__, ()))).known] == []
    functions = [o for k,o in vars(F).items() if callable(o) and (k.endswith('_loss') or k in ('cross_entropy', 'kl_div', 'binary_cross_entropy',
        'binary_cross_entropy_with_logits')) and k[0] != '_']
    assert len(functions) > 20
    assert [o.__name__ for o in functions if not mean_over(o).known] == []

def test_ctc():
    "Time first, targets end to end: counted by rows"
    f = nn.CTCLoss()
    preds,lens = torch.randn(7, 3, 4, generator=g).log_softmax(2),torch.tensor([2,1,3])
    yb = torch.tensor([1,2,3,1,2,3]),torch.tensor([7,7,7]),lens
    assert mean_over(f).count(preds, yb) == 3
