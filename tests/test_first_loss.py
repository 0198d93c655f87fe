"Shapes, labels, empty sets and rates of 0: named before they cost an hour, and nothing else is touched"
import warnings
from functools import partial

import pytest
import torch
import torch.nn.functional as F
from torch import nn
from torch.utils.data import DataLoader as TorchLoader, IterableDataset, TensorDataset

import mylearner.all # noqa: F401
from mylearner.callback.all import GradientAccumulation, MixUp
from mylearner.data.load import DataLoader
from mylearner.learner import Learner
from mylearner.losses import BCEWithLogitsLossFlat, CombinedLoss, CrossEntropyLossFlat, DiceLoss, FocalLossFlat, MSELossFlat
from mylearner.metrics import accuracy

X = torch.randn(12, 4, generator=torch.Generator().manual_seed(1))
Y = torch.arange(12)%3
y = X.sum(1)

def learner(train, valid=None, out=3, loss_func=F.cross_entropy, dl=partial(DataLoader, bs=4), model=None, **kw):
    "`train` and `valid` are targets, or loaders"
    torch.manual_seed(0)
    sets = [dl(TensorDataset(X[:len(o)], o)) if isinstance(o, torch.Tensor) else o for o in (train, valid) if o is not None]
    learn = Learner(sets, model or nn.Linear(4, out), loss_func, lr=0.01, **kw)
    learn.logger,learn.silent = print,True
    return learn

class Own(nn.Module):
    def forward(self, p, t): return F.mse_loss(p, t, reduction='none').mean() + 0.

spreads = dict(plain=F.mse_loss, wrapped=lambda p, t: F.mse_loss(p, t), l1=nn.L1Loss(), huber=partial(F.huber_loss, delta=2.), smooth=lambda p, t: 2*F.smooth_l1_loss(p, t),
    own=Own(), by_hand=lambda p, t: ((p - t)**2).mean(), turned=lambda p, t: (t - p).abs().mean(), product=lambda p, t: -(p*t).mean(),
    other_dtype=lambda p, t: F.mse_loss(p.double(), t.double()))

@pytest.mark.parametrize('part', ('train', 'valid'))
@pytest.mark.parametrize('name', spreads)
def test_spread(name, part):
    "Whoever computes the loss; and no step was made" # N-224
    col = y[:,None]
    learn = learner(y if part == 'train' else col, y, 1, spreads[name])
    before = learn.model.weight.clone()
    with pytest.raises(ValueError, match=r'predictions are \(4, 1\), targets \(4,\)'): learn.fit(1)
    assert torch.equal(before, learn.model.weight) == (part == 'train')

def test_no_spread():
    "Equal shapes, single rows, single numbers, flat losses, pairs on purpose" # N-224
    col = y[:,None]
    with warnings.catch_warnings():
        warnings.simplefilter('error')
        for f in spreads.values(): learner(col, col, 1, f).fit(1)
        learner(y, y, 1, MSELossFlat()).fit(1)
        learner(col, col, 1, lambda p, t: F.mse_loss(p, t) + F.l1_loss(p.mean(), torch.tensor(1.)) + (p - p.squeeze(1)).mean()**2).fit(1)
        learner(col, col, 1, F.mse_loss, cbs=[MixUp(), GradientAccumulation(8)]).fit(1)
    with warnings.catch_warnings():
        warnings.simplefilter('ignore') # (torch warns, and there is one row alone)
        learner(y, None, 1, F.mse_loss, dl=partial(DataLoader, bs=1)).fit(1)

def test_same_as_before():
    "A watched loss is the same number, and is computed once" # N-224
    n = []
    def loss(p, t):
        n.append(1)
        return F.dropout(F.cross_entropy(p, t, reduction='none'), 0.5).mean()
    learn = learner(Y, loss_func=loss)
    model = nn.Linear(4, 3)
    model.load_state_dict(learn.model.state_dict())
    torch.manual_seed(3)
    learn.fit(1)
    assert len(n) == 3
    torch.manual_seed(3)
    torch.empty((), dtype=torch.int64).random_() # the loader's
    vals = [loss(model(X[i:i+4]), Y[i:i+4]).item() for i in range(0, 4, 4)]
    assert learn.recorder.losses[0] == pytest.approx(vals[0], abs=0)

dls = dict(ours=partial(DataLoader, bs=4, shuffle=True), torchs=partial(TorchLoader, batch_size=4, shuffle=True))

@pytest.mark.parametrize('loss', [F.cross_entropy, CrossEntropyLossFlat(), nn.CrossEntropyLoss(label_smoothing=0.1), lambda p, t: F.nll_loss(p.log_softmax(1), t)])
@pytest.mark.parametrize('dl', dls)
@pytest.mark.parametrize('part', ('training', 'validation'))
@pytest.mark.parametrize('v,hint', [(3, 'no class'), (-1, '`ignore_index=-1`'), (255, '`ignore_index=255`')])
def test_labels(loss, dl, part, v, hint):
    "Label, data set and item" # N-225
    bad = Y.clone()
    bad[7] = v
    learn = learner(*((bad, None) if part == 'training' else (Y, bad)), loss_func=loss, dl=dls[dl])
    with pytest.raises(IndexError, match=f'target {v} is no class.*{part} set.*item 7 of TensorDataset') as e: learn.fit(1)
    assert hint in str(e.value)

@pytest.mark.parametrize('item', (1, 7))
@pytest.mark.parametrize('part', ('training', 'validation'))
@pytest.mark.parametrize('loss', [DiceLoss(), CombinedLoss(), FocalLossFlat(axis=1), lambda p, t: -(F.one_hot(t, 3).movedim(-1, 1)*p.log_softmax(1)).mean(),
                                  lambda p, t: F.one_hot(input=t, num_classes=3).movedim(-1, 1).sub(p).pow(2).mean()])
def test_pixels(loss, part, item):
    "A number in a mask that is no class, whatever makes the loss of it" # N-225
    masks = torch.arange(48).view(12, 2, 2)%3
    bad = masks.clone()
    bad[item,1,0] = 255
    sets = [DataLoader(TensorDataset(torch.rand(12, 1, 2, 2), o), bs=4) for o in ((bad, masks) if part == 'training' else (masks, bad))]
    learn = learner(*sets, loss_func=loss, model=nn.Conv2d(1, 3, 1))
    with pytest.raises((IndexError, RuntimeError), match=f'target 255 is no class: predictions have 3 scores.*ignore_index=255.*{part} set.*item {item} of TensorDataset'): learn.fit(1)

def test_labels_that_are_fine():
    "What is ignored, probabilities, pixels, bytes" # N-225
    ignored = Y.clone()
    ignored[::2] = -100
    learner(ignored).fit(1)
    ignored[::2] = 255
    learner(ignored, loss_func=nn.CrossEntropyLoss(ignore_index=255)).fit(1)
    learner(torch.rand(12, 3).softmax(1)).fit(1)
    learner(Y.to(torch.uint8)).fit(1)
    pixels = nn.Sequential(nn.Unflatten(1, (1,2,2)), nn.Conv2d(1, 3, 1))
    learner(Y[:,None,None].expand(-1, 2, 2).contiguous(), model=pixels).fit(1)

@pytest.mark.parametrize('targ,match', [(Y.float(), r'float32 \(4,\).*`y.long\(\)`'), (Y.int(), r'int32 \(4,\).*`y.long\(\)`'), (Y[:,None], r'int64 \(4, 1\).*CrossEntropyLossFlat'),
    (Y.bool(), r'bool \(4,\)')])
def test_kinds_of_labels(targ, match):
    "What to do about floats, other integers, columns" # N-225
    with pytest.raises(ValueError, match=match): learner(targ).fit(1)

def test_rows_of_pixels():
    "The row is that of the batch, where it holds many targets" # N-225
    pixels,targ = nn.Sequential(nn.Unflatten(1, (1,2,2)), nn.Conv2d(1, 3, 1)),Y[:,None,None].repeat(1, 2, 2)
    targ[6,1,1] = 9
    for loss in (F.cross_entropy, CrossEntropyLossFlat(axis=1)):
        with pytest.raises(IndexError, match='target 9 .*item 6 of'): learner(targ, model=pixels, loss_func=loss).fit(1)

def test_yes_and_no():
    "A 2 among yes and no" # N-225
    bad = (Y == 1).float()[:,None]
    learner(bad, out=1, loss_func=BCEWithLogitsLossFlat()).fit(1)
    bad[2] = 2
    for f in (BCEWithLogitsLossFlat(), F.binary_cross_entropy_with_logits):
        with pytest.raises(ValueError, match='target 2 is neither.*training set: row 2 is item 2'): learner(bad, out=1, loss_func=f).fit(1)
    bad[2] = -1
    def masked(p, t): return (F.binary_cross_entropy_with_logits(p, t, reduction='none')*(t >= 0)).mean()
    learner(bad, out=1, loss_func=masked).fit(1)

class Stream(IterableDataset):
    def __init__(self, n): self.n = n
    def __iter__(self): return iter(list(zip(X, Y))[:self.n])

@pytest.mark.parametrize('dl', [DataLoader(TensorDataset(X[:0], Y[:0]), bs=4), TorchLoader(TensorDataset(X[:0], Y[:0]), 4), [], DataLoader(TensorDataset(X, Y), bs=16, drop_last=True),
    TorchLoader(TensorDataset(X, Y), 16, drop_last=True), TorchLoader(Stream(0), 4), iter([])])
def test_empty(dl):
    "Training and validation" # N-226
    with pytest.raises(ValueError, match='the training (set is empty|loader.* gave no batches)'): learner(dl).fit(1)
    ok = DataLoader(TensorDataset(X, Y), bs=4)
    with pytest.raises(ValueError, match='the validation (set is empty|loader.* gave no batches)'): learner(ok, dl, metrics=accuracy).fit(1)
    learner(ok, dl).fit(1)
    learner(dl).fit(0)

def test_used_up():
    "An iterator that is used up later on draws a warning: something was learnt" # N-226
    learn = learner(iter([(X, Y)]))
    with pytest.warns(UserWarning, match='used up'): learn.fit(2)

def test_rate_of_0():
    "It draws a warning, one group at 0 does not, nor does a search" # N-226
    def fit(*args, split=None, way='fit', **kw):
        learn = learner(Y, splitter=split or (lambda m: [list(m.parameters())]), **kw)
        learn.silent = False
        with warnings.catch_warnings(record=True) as told:
            warnings.simplefilter('always')
            getattr(learn, way)(*args)
        return [o for o in told if 'learning rate is 0' in str(o.message)]
    halves = lambda m: [[m.weight],[m.bias]]
    assert fit(1, 0) and fit(1, 0.) and fit(1, [0,0], split=halves) and fit(1, 0, way='fit_one_cycle')
    assert not (fit(1) or fit(1, [0,0.1], split=halves) or fit(1, 1e-9))
