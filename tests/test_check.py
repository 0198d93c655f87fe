"Combinations for the profile and the check: batches of all kinds by hand, 16 bits, compiled models, losses and their chance"
import re, warnings
from functools import partial
from types import SimpleNamespace

import pytest
import torch
import torch.nn.functional as F
from fastcore.basics import noop
from torch import nn

from mylearner.callback.all import CheckpointCallback, CSVLogger, MixedPrecision, SaveModelCallback, TorchCompile, TrackerCallback
from mylearner.check import _classes
from mylearner.checkpoint_files import CheckpointError
from mylearner.learner import Learner
from mylearner.losses import BCEWithLogitsLossFlat, CrossEntropyLossFlat, MSELossFlat
from mylearner.metrics import accuracy
from mylearner.optimizer import SGD
from mylearner.test_utils import Times


# -- the bare loop ------------------------------------------------------------------------------------------------------

class Clock:
    "Seconds that pass when `spend` says so"
    def __init__(self): self.now = 0.
    def __call__(self): return self.now
    def spend(self, s): self.now += s

class HalfTime(Times):
    "20 ms a batch, 10 in 16 bits"
    def __init__(self, clock):
        super().__init__(1.)
        self.clock = clock
    def forward(self, x):
        self.clock.spend(0.01 if torch.is_autocast_enabled('cpu') else 0.02)
        return super().forward(x)

def learner(model, loss_func=F.mse_loss, **kw):
    learn = Learner(([(torch.ones(4,1), torch.ones(4,1))]*6,), model, loss_func, lr=0.1, **kw)
    learn.logger = noop
    return learn

def test_bare_loop_in_16_bits():
    clock,halves = Clock(),[]
    def loss(p, t):
        halves.append(torch.is_autocast_enabled('cpu'))
        return F.mse_loss(p, t)
    learn = learner(HalfTime(clock), loss, cbs=MixedPrecision('bf16'))
    bare = learn.profile(3, turns=1, clock=clock).bare
    assert [bare['loop'], bare['learner']] == pytest.approx([0.01, 0.01])
    assert all(halves) and halves

def test_bare_loop_compiled():
    on = []
    def loss(p, t):
        on.append('_compiled_call_impl' in learn.model.__dict__)
        return F.mse_loss(p, t)
    learn = learner(nn.Linear(1,1), loss, opt_func=SGD, cbs=TorchCompile('eager'))
    learn.profile(3, turns=1)
    assert all(on) and on

class Listed(list): n_inp = 1
class Named(nn.Linear):
    def forward(self, x): return super().forward(x)
class Whole(nn.Linear):
    def forward(self, b): return super().forward(b['x'])

two = Listed([(torch.ones(4,1), torch.ones(4,1), torch.ones(4,1))]*3)
named = [dict(x=torch.ones(4,1), y=torch.ones(4,1))]*3

@pytest.mark.parametrize('model,dl,loss,compared', [
    (nn.Linear(1,1), two, lambda p,t,w: (w*(p-t)**2).mean(), True), (Named(1,1), named, F.mse_loss, True),
    (Whole(1,1), named, F.mse_loss, True), (nn.Linear(1,1), [torch.ones(4,1)]*3, F.mse_loss, False)],
    ids=['two targets', 'by name', 'whole', 'no targets'])
def test_bare_loop_takes_batches_apart(model, dl, loss, compared):
    "As the learner does; without targets there is no loop to compare with"
    with warnings.catch_warnings(action='ignore'): # of nothing learnt
        assert (Learner((dl,), model, loss).profile(2, turns=1).bare is not None) == compared


# -- the check ----------------------------------------------------------------------------------------------------------

scores = torch.zeros(6,4,3)
flat = scores[...,0] # (6,4): 4 classes

def chance(loss_func, pred, y=torch.zeros(6, dtype=torch.long)):
    return _classes(SimpleNamespace(loss_func=loss_func, pred=pred, y=y)).get('chance')

@pytest.mark.parametrize('loss_func', [F.cross_entropy, partial(F.cross_entropy, label_smoothing=0.1), nn.CrossEntropyLoss(), CrossEntropyLossFlat()])
def test_chance_of_cross_entropies(loss_func): assert chance(loss_func, flat) == 'log 4'

@pytest.mark.parametrize('loss_func,log', [(F.cross_entropy,'log 4'), (CrossEntropyLossFlat(axis=-1),'log 3'), (CrossEntropyLossFlat(axis=1),'log 4')])
def test_chance_along_an_axis(loss_func, log): assert chance(loss_func, scores) == log

@pytest.mark.parametrize('loss_func', [F.binary_cross_entropy_with_logits, nn.BCEWithLogitsLoss(), BCEWithLogitsLossFlat()])
def test_chance_of_yes_or_no(loss_func): assert chance(loss_func, flat) == 'log 2'

def test_no_chance():
    "Other losses, targets that are probabilities, one row without a batch, several outputs"
    assert [chance(F.mse_loss, flat), chance(F.cross_entropy, flat, torch.rand(6,4)), chance(F.cross_entropy, flat[0]),
        chance(F.cross_entropy, [flat])] == [None]*4

def test_check_of_dicts_and_without_targets():
    rows = [dict(x=torch.randn(8,20), y=torch.zeros(8, dtype=torch.long))]*2
    class Keyed(nn.Linear):
        def forward(self, x): return super().forward(x)
    assert 'inputs' in dict(Learner((rows,), Keyed(20,2), F.cross_entropy).check().find('ok'))
    with warnings.catch_warnings(action='ignore'): rep = Learner(([torch.randn(8,20)]*2,), nn.Linear(20,2), F.cross_entropy).check()
    assert [what for what,_ in rep.find('error')] == ['train batch'] and 'train loss' not in dict(rep.find('ok')), rep

def mean_abs(p, t): return (p-t).abs().mean()
pairs = {'(64,1) (64,)': ((64,1), (64,), True), '(64,) (64,1)': ((64,), (64,1), True), '(8,5) (8,5)': ((8,5), (8,5), False), '(8,5) (8,1)': ((8,5), (8,1), None)}

@pytest.mark.parametrize('loss_func,flattens', [(F.mse_loss,0), (nn.MSELoss(),0), (F.smooth_l1_loss,0), (mean_abs,0), (partial(F.huber_loss, delta=2.),0), (MSELossFlat(),1)])
@pytest.mark.parametrize('pair', pairs)
def test_shapes_at_the_loss(loss_func, flattens, pair): # N-061
    "Predictions that are broadcast against targets are an error, whatever the loss"
    ps,ts,bad = pairs[pair]
    if flattens and ps[0]*(ps+(1,))[1] != ts[0]*(ts+(1,))[1]: return
    torch.manual_seed(0)
    class Shaped(nn.Module):
        def __init__(self):
            super().__init__()
            self.w = nn.Parameter(torch.ones(ps))
        def forward(self, x): return self.w*1
    batch = torch.randn(ts[0],2),torch.rand(ts)
    with warnings.catch_warnings(action='ignore'): errors = dict(Learner(([batch],[batch]), Shaped(), loss_func).check().find('error'))
    if bad is not None: assert ('train shapes' in errors) == ('valid shapes' in errors) == (bad and not flattens), errors

def test_classes_are_no_fault():
    "Losses of classes have predictions and targets of different shapes"
    b = torch.randn(6,4),torch.randint(0,4,(6,))
    for f in (F.cross_entropy, nn.CrossEntropyLoss(), CrossEntropyLossFlat(), nn.MultiMarginLoss()):
        assert not [o for o in Learner(([b],[b]), nn.Linear(4,4), f).check().find('error') if 'shapes' in o[0]]

def in_the_way(tmp_path):
    (tmp_path/'history.csv').write_text('epoch\n')
    (tmp_path/'file').write_text('')
    (tmp_path/'log.csv').mkdir()
    (tmp_path/'models'/'best.pth').mkdir(parents=True)
    return {'log.csv is a folder': CSVLogger('log.csv'), 'best.pth is a folder': SaveModelCallback(fname='best'), 'made: file is a file': CSVLogger('file/log.csv'),
        'cannot be made: file is': SaveModelCallback(fname='../file/best'), f'{tmp_path}/file cannot be made': CheckpointCallback(path=tmp_path/'file'),
        'no column': TrackerCallback('valid_lss'), 'watch, did you mean': SaveModelCallback('accurcy'), 'pass `append=True`': CSVLogger(),
        'file is a file': SaveModelCallback(fname=str(tmp_path/'file'/'m')), 'history.csv exists': CSVLogger('history.csv')}

@pytest.mark.parametrize('said', ['no column', 'watch, did you mean', 'pass `append=True`', 'file is a file', 'history.csv exists', 'log.csv is a folder',
    'best.pth is a folder', 'made: file is a file', 'cannot be made: file is', '{}/file cannot be made'])
def test_needs(said, tmp_path): # N-060 N-061 N-248
    "What a callback misses is found by `check`, and by `fit` before the first batch"
    said = said.format(tmp_path)
    b = torch.randn(6,4),torch.randint(0,4,(6,))
    learn = Learner(([b],[b]), nn.Linear(4,4), F.cross_entropy, path=tmp_path, metrics=accuracy, cbs=in_the_way(tmp_path)[said])
    learn.logger,learn.silent = noop,True
    assert any(said in text for _,text in learn.check().find('error'))
    with pytest.raises((ValueError, FileExistsError, CheckpointError), match=re.escape(said)): learn.fit(1)
    assert learn.train_iter == 0

def test_optimizer_without_a_layer(): # N-061
    b = torch.randn(6,4),torch.randn(6,4)
    model = nn.Sequential(nn.Linear(4,4), nn.Linear(4,4))
    learn = Learner(([b],), model, F.mse_loss)
    learn.opt = torch.optim.SGD(model[:1].parameters(), 0.1)
    text = dict(learn.check().find('error'))
    assert any('1.weight' in o for o in text.values()), text

class Weighed(nn.Module):
    "A loss with a parameter of its own"
    def __init__(self):
        super().__init__()
        self.log_var = nn.Parameter(torch.zeros(()))
    def forward(self, p, t): return F.mse_loss(p, t)*torch.exp(-self.log_var) + self.log_var

def test_parameters_of_the_loss(): # N-249
    b = torch.randn(6,4),torch.randn(6,4)
    learn = Learner(([b],[b]), nn.Linear(4,4), Weighed())
    assert 'never train: log_var' in dict(learn.check().find('warning'))['loss function']

@pytest.mark.parametrize('model,splitter,said', [(nn.Linear(4,4).requires_grad_(False), None, 'there is nothing to train'),
    (nn.Sequential(nn.Linear(4,4), nn.Linear(4,4)), lambda m: [list(m[0].parameters())], 'missing: 1.weight, 1.bias')])
def test_no_optimizer_can_be_made(model, splitter, said): # N-249
    "The reason, not what follows from it"
    b = torch.randn(6,4),torch.randn(6,4)
    rep = Learner(([b],[b]), model, F.mse_loss, **(dict(splitter=splitter) if splitter else {})).check()
    assert [said in text for _,text in rep.find('error')] == [True]

@pytest.mark.parametrize('loss_func', [F.cross_entropy, nn.CrossEntropyLoss(), CrossEntropyLossFlat()])
def test_softmax_before_cross_entropy(loss_func): # N-249
    b = torch.randn(6,4),torch.randint(0, 3, (6,))
    rep = Learner(([b],[b]), nn.Sequential(nn.Linear(4,3), nn.Softmax(1)), loss_func).check()
    assert 'leave out the softmax' in dict(rep.find('warning'))['train loss']
    assert not Learner(([b],[b]), nn.Linear(4,3), loss_func).check().find('error')
    assert 'softmax' not in str(Learner(([b],[b]), nn.Linear(4,3), loss_func).check())

def test_planned_epochs(): # N-249
    b = torch.randn(6,4),torch.randn(6,4)
    for v in ('3', 1.5, -1):
        with pytest.raises(ValueError, match='whole number of epochs'): Learner(([b],[b]), nn.Linear(4,4), F.mse_loss).check(v)
