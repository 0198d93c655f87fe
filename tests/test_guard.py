"A loss or a gradient that is not finite: no step, the model as it was before the batch, in all ways to train"
import copy, math, warnings
from functools import partial
import pytest, torch
import torch.nn.functional as F
from torch import nn
from mylearner.callback.core import Callback, CancelBackwardException, CancelBatchException
from mylearner.callback.fp16 import MixedPrecision
from mylearner.callback.guard import NonFiniteError, NonFiniteGuard
from mylearner.callback.tracker import SaveModelCallback, TerminateOnNaNCallback
from mylearner.data.core import DataLoaders
from mylearner.callback.training import GradientAccumulation, GradientClip
from mylearner.learner import Learner
from mylearner.optimizer import SGD, Adam
import mylearner.callback.schedule # noqa: F401 (`lr_find`, `fit_one_cycle`)

devices = ['cpu', pytest.param('cuda', marks=pytest.mark.skipif(not torch.cuda.is_available(), reason='no GPU'))]

class Table(nn.Module):
    "A large buffer that a batch may change, a small one that is replaced, and one that never changes"
    def __init__(self):
        super().__init__()
        self.lin = nn.Linear(4, 3)
        self.register_buffer('large', torch.zeros(70_000))
        self.register_buffer('mask', torch.ones(70_000))
        self.register_buffer('last', torch.zeros(4))
    def forward(self, x):
        self.large[:4] += x.detach().mean(0)
        self.last = x.detach().mean(0)
        return self.lin(x)*self.mask[0]

def normed(): return nn.Sequential(nn.Linear(4, 5), nn.BatchNorm1d(5), nn.ReLU(), nn.Linear(5, 3))
models = dict(normed=normed, table=Table)

def batches(n=6, bs=4, bad=None, device='cpu', where='x'):
    g = torch.Generator().manual_seed(1)
    res = [(torch.randn(bs, 4, generator=g), torch.randint(0, 3, (bs,), generator=g)) for _ in range(n)]
    if bad is not None: res[bad][0][1,2] = math.nan
    return [(x.to(device), y.to(device)) for x,y in res]

def learner(bs, model='normed', cbs=None, device='cpu', loss_func=F.cross_entropy, **kw):
    torch.manual_seed(0)
    kw = dict(opt_func=torch.optim.Adam, lr=0.01) | kw
    learn = Learner([bs], models[model]().to(device), loss_func, cbs=cbs, **kw)
    learn.logger,learn.silent = print,True
    return learn

def state(learn): return {k:v.cpu() for k,v in learn.model.state_dict().items()}
def assert_same(a, b):
    for k in b: torch.testing.assert_close(a[k], b[k], rtol=0, atol=0)

@pytest.mark.parametrize('device', devices)
@pytest.mark.parametrize('model', models)
@pytest.mark.parametrize('opt_func', [torch.optim.Adam, torch.optim.SGD, Adam, SGD])
def test_as_before_the_batch(device, model, opt_func):
    "The state is that of a fit that never saw the bad batch" # N-055 N-056
    good,bad = (learner(o, model, device=device, opt_func=opt_func) for o in (batches(device=device)[:3], batches(bad=3, device=device)))
    good.fit(1)
    with pytest.raises(NonFiniteError, match='loss is nan in epoch 0, batch 3: the inputs hold NaN or infinite values in row 1 of'): bad.fit(1)
    assert_same(state(bad), state(good))
    assert all(p.grad is None for p in bad.model.parameters())
    bad.dls = good.dls
    good.fit(1); bad.fit(1) # the optimizer has not seen it either
    assert_same(state(bad), state(good))

@pytest.mark.parametrize('device', devices)
def test_late_epochs_and_accumulation(device):
    "A bad piece never gets into the sum" # N-055
    class Spoil(Callback):
        def before_batch(self):
            if self.learn.epoch == 1 and self.learn.iter == 3: self.learn.xb = (self.learn.xb[0]/0,)
    steps = []
    learn = learner(batches(device=device), device=device, cbs=[GradientAccumulation(8), Spoil])
    count = Callback(after_step=lambda cb: steps.append(state(cb.learn)))
    with pytest.raises(NonFiniteError, match='epoch 1, batch 3'): learn.fit(2, cbs=count)
    assert len(steps) == 4 # three in the first epoch, one of the two pieces before the bad one's window
    after = state(learn)
    for k in ('0.weight','3.weight'): torch.testing.assert_close(after[k], steps[-1][k], rtol=0, atol=0)
    assert after['1.num_batches_tracked'] == 9 and all(v.isfinite().all() for v in after.values())

@pytest.mark.parametrize('device', devices)
@pytest.mark.parametrize('how', ['clip', 'check_grads'])
def test_gradients(device, how):
    "A finite loss with infinite gradients" # N-058
    class Root(nn.Module):
        def __init__(self):
            super().__init__()
            self.w,self.bn = nn.Parameter(torch.ones(4)),nn.BatchNorm1d(4)
        def forward(self, x): return (self.bn(x)*0*self.w).abs().sqrt() if self.hit() else x*self.w
        def hit(self):
            self.n = getattr(self, 'n', 0) + 1
            return self.n == 3
    bs = [(x,x) for x,_ in batches(device=device)]
    for opt in (Adam, partial(SGD, mom=0.9), torch.optim.Adam, torch.optim.SGD, torch.optim.Rprop):
        learn = Learner([bs], Root().to(device), F.mse_loss, opt_func=opt, lr=0.1, cbs=GradientClip() if how == 'clip' else NonFiniteGuard(check_grads=True))
        learn.logger,learn.silent = print,True
        good = Learner([bs[:2]], Root().to(device), F.mse_loss, opt_func=opt, lr=0.1, cbs=GradientClip() if how == 'clip' else [])
        good.logger,good.silent = print,True
        good.fit(1)
        with pytest.raises(NonFiniteError, match='gradient.*epoch 0, batch 2'): learn.fit(1)
        late = device == 'cuda' and how == 'clip' # one more batch has run through batch norm by then
        assert_same({k:v for k,v in state(learn).items() if not (late and 'bn' in k)}, {k:v for k,v in state(good).items() if not (late and 'bn' in k)})

@pytest.mark.parametrize('device', devices)
def test_quiet_stop(device, recwarn):
    "TerminateOnNaNCallback: no error, no step" # N-059
    learn,good = (learner(o, device=device, cbs=TerminateOnNaNCallback) for o in (batches(bad=3, device=device), batches(device=device)[:3]))
    learn.fit(3); good.fit(1)
    params = dict(learn.model.named_parameters())
    for k,p in good.model.named_parameters(): torch.testing.assert_close(params[k], p, rtol=0, atol=0)
    assert any('training stops' in str(o.message) for o in recwarn)

def test_what_is_no_fault():
    "Range tests, ignored batches, batches that a callback skips, backward passes that it cancels, validation" # N-057
    bs = batches(bad=3)
    class Skip(Callback):
        def after_backward(self):
            if not self.loss.isfinite():
                self.learn.opt.zero_grad()
                raise CancelBatchException
    learner(bs, cbs=Skip).fit(1)
    learn = learner(bs)
    learn.lr_find(num_it=20, show_plot=False, suggest_funcs=None)
    learn = Learner((batches(), bs), normed(), F.cross_entropy)
    learn.logger,learn.silent = print,True
    learn.fit(1)
    assert math.isnan(learn.recorder.values[0][1])

@pytest.mark.parametrize('loss', [F.cross_entropy, nn.CrossEntropyLoss(), nn.NLLLoss(ignore_index=1)])
def test_ignored(loss):
    "A batch of ignored targets changes nothing, not even through momentum and decay" # N-057
    ignored = getattr(loss, 'ignore_index', -100)
    bs = batches(3)
    bs[1] = bs[1][0],torch.full((4,), ignored)
    learn,good = (learner(o, 'table', loss_func=loss, wd=0.1) for o in (bs, bs[::2]))
    learn.fit(1); good.fit(1)
    assert_same({k:v for k,v in state(learn).items() if 'lin' in k}, {k:v for k,v in state(good).items() if 'lin' in k})

def test_scaler_overflow():
    "Gradients that overflow at this scale are the scaler's business" # N-057
    if not torch.amp.is_autocast_available('cpu'): pytest.skip('no autocast')
    learn = learner(batches(), 'table', cbs=[MixedPrecision(init_scale=2.**127), NonFiniteGuard(check_grads=True), GradientClip()])
    learn.fit(1)
    assert learn.mixed_precision.n_skipped > 0
    bad = learner(batches(bad=2), 'table', cbs=MixedPrecision())
    with pytest.raises(NonFiniteError, match='batch 2'): bad.fit(1)

def test_save_at_end(tmp_path):
    "What is saved is finite, with an error nothing is"
    learn = learner(batches(bad=3), path=tmp_path, cbs=[TerminateOnNaNCallback, SaveModelCallback('train_loss', at_end=True)])
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        learn.fit(1)
    assert all(v.isfinite().all() for v in torch.load(tmp_path/'models/model.pth').values())

def test_loss_grad():
    "A repaired `loss_grad` is what counts"
    class Repair(Callback):
        def after_loss(self): self.learn.loss_grad = sum(p.sum() for p in self.learn.model.parameters())
    learn = learner(batches(bad=3), 'table', cbs=Repair)
    learn.fit(1)
    class Ruin(Callback):
        def after_loss(self): self.learn.loss_grad = self.learn.loss*math.inf
    with pytest.raises(NonFiniteError): learner(batches(), cbs=Ruin).fit(1)

def test_copies():
    "The guard holds no tensors between fits, and goes along with copies of the learner"
    import pickle
    learn = learner(batches())
    learn.fit(1)
    assert learn.non_finite_guard._buffers is None
    assert pickle.loads(pickle.dumps(NonFiniteGuard(True))).check_grads
    copy.deepcopy(learn).fit(1)

class Ratio(nn.Module):
    "The mean over targets that count, by hand: 0/0 where none does, with NaN for a gradient"
    def forward(self, preds, targs):
        m = (targs >= 0).float()
        return (F.cross_entropy(preds, targs.clamp(min=0), reduction='none')*m).sum()/m.sum()
    def mean_over(self, preds, targs): return (targs >= 0).sum()

def with_gaps(bs, *gaps, n=24):
    "Batches of `bs` of the same rows, of which those in `gaps` do not count"
    g = torch.Generator().manual_seed(1)
    x,y = torch.randn(n, 4, generator=g),torch.randint(0, 3, (n,), generator=g)
    for a,b in gaps: y[a:b] = -100
    return list(zip(x.split(bs), y.split(bs)))

def plain(bs, *gaps, opt_func=partial(SGD, mom=0.9, wd=0.1), loss_func=None, cbs=None):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(4, 5), nn.ReLU(), nn.Linear(5, 3))
    learn = Learner([with_gaps(bs, *gaps)], model, loss_func or Ratio(), opt_func=opt_func, lr=0.1, cbs=cbs)
    learn.logger,learn.silent = print,True
    return learn

@pytest.mark.parametrize('loss_func', [Ratio(), F.cross_entropy])
@pytest.mark.parametrize('opt_func', [partial(SGD, mom=0.9, wd=0.1), Adam, torch.optim.AdamW])
@pytest.mark.parametrize('gaps', [[(4, 8)], [(0, 8), (12, 16)], [(8, 24)], [(0, 24)]])
def test_nothing_counts(loss_func, opt_func, gaps):
    "Pieces, windows and batches in which nothing counts make no step, and leave nothing behind" # N-191
    large = plain(8, *gaps, opt_func=opt_func, loss_func=loss_func)
    small = plain(4, *gaps, opt_func=opt_func, loss_func=loss_func, cbs=GradientAccumulation(8))
    for o in (large, small): o.fit(2)
    for a,b in zip(large.model.parameters(), small.model.parameters()): torch.testing.assert_close(a, b, rtol=1e-4, atol=1e-6)
    without = plain(4, *gaps, opt_func=opt_func, loss_func=loss_func)
    there = plain(4, *gaps, opt_func=opt_func, loss_func=loss_func)
    there.fit(2)
    without.dls = DataLoaders([o for o in without.dls.train if (o[1] >= 0).any()])
    if len(without.dls.train): without.fit(2)
    for a,b in zip(there.model.parameters(), without.model.parameters()): torch.testing.assert_close(a, b, rtol=0, atol=0)

def test_gradients_taken_by_a_callback():
    "Who cancels the backward pass and takes gradients himself is guarded too" # N-055
    class Mine(Callback):
        def before_backward(self):
            self.learn.loss_grad.backward()
            raise CancelBackwardException
    good,bad = (learner(o, cbs=Mine()) for o in (batches()[:3], batches(bad=3)))
    good.fit(1)
    with pytest.raises(NonFiniteError, match='the gradient is not finite in epoch 0, batch 3'): bad.fit(1)
    assert_same(state(bad), state(good))
    with pytest.raises(ValueError, match='cannot weigh gradients that a callback takes'): learner(batches(), cbs=[Mine(), GradientAccumulation(8)]).fit(1)

class Cliff(nn.Module):
    "Finite losses, and in batch `at` a gradient that is not"
    def __init__(self, at):
        super().__init__()
        self.lin,self.at,self.n = nn.Linear(4, 3),at,-1
    def forward(self, x):
        self.n += 1
        z = self.lin(x)
        return z + (z*0).abs().sqrt() if self.n == self.at else z

@pytest.mark.parametrize('cbs', [None, GradientAccumulation(8)])
def test_weights_at_the_end(cbs, tmp_path):
    "No fit ends with ruined weights in silence, also if it was the last step that did it" # N-190
    learn = learner(batches(), cbs=cbs)
    learn.model,learn.path = Cliff(5),tmp_path
    with pytest.raises(NonFiniteError, match='after epoch 0 the weights are not finite any more: lin.weight'):
        learn.fit(1, cbs=SaveModelCallback(monitor='train_loss', at_end=True))
    assert not list(tmp_path.rglob('*.pth'))

def test_lbfgs_on_the_way():
    "NaN that an optimizer meets within its step: weights are as before, and it goes on afterwards" # N-190
    class Odd(nn.Module):
        n = 0
        def __init__(self):
            super().__init__()
            self.lin = nn.Linear(4, 3)
        def forward(self, x):
            self.n += 1
            return self.lin(x)*(math.nan if self.n == 5 else 1)
    learn = learner(batches(), opt_func=partial(torch.optim.LBFGS, max_iter=9), lr=0.1)
    learn.model = Odd()
    before = state(learn)
    with pytest.raises(NonFiniteError, match='the step led to weights that are not finite in epoch 0, batch 0'): learn.fit(1)
    assert_same(state(learn), before)
    learn.fit(1)
    assert all(v.isfinite().all() for v in state(learn).values())

# What is done once for each fit

@pytest.mark.parametrize('model', [lambda: nn.Linear(2, 1), lambda: nn.Sequential(nn.BatchNorm1d(2), nn.Linear(2, 1))])
def test_listeners_are_found_once_for_each_fit(model, monkeypatch): # N-267
    from mylearner.callback.set import Callbacks
    n,prepare = [],Callbacks.prepare
    monkeypatch.setattr(Callbacks, 'prepare', lambda self: (n.append(1), prepare(self))[1])
    x = torch.randn(32, 2)
    learn = Learner(DataLoaders.from_arrays(x, x[:,:1], valid_pct=0, bs=8, device='cpu'), model(), F.mse_loss)
    with learn.no_logging():
        learn.fit(1) # (here the guard finds out whether there are buffers)
        n.clear()
        for _ in range(3): learn.fit(2)
    assert len(n) == 3
    learn.one_batch(0, next(iter(learn.dls.train))) # by hand, after a fit

@pytest.mark.parametrize('size,fine', [(1e30, True), (math.inf, False), (math.nan, False)])
def test_weights_after_an_epoch(size, fine): # N-267
    "Huge is finite, although the sum of squares is not"
    class Grow(Callback):
        order = 1000
        def after_train(self): self.learn.model.weight.data.fill_(size)
    x = torch.randn(32, 2)
    learn = Learner(DataLoaders.from_arrays(x, x[:,:1], valid_pct=0, bs=8, device='cpu'), nn.Linear(2, 1), F.mse_loss, cbs=Grow)
    with learn.no_logging(): learn.fit(1) if fine else pytest.raises(NonFiniteError, learn.fit, 1)
