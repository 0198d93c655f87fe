"A graph beside everything else that a learner does: whole programs with `graph()` give what they give without it, on a GPU too"
import pickle, warnings
from copy import deepcopy
from functools import partial

import pytest, torch
import torch.nn.functional as F
from torch import nn
from torch.utils._python_dispatch import _get_current_dispatch_mode

from mylearner.all import *
from mylearner.callback.graph import Tape

# A GPU records; on a CPU a tape stands in for the graph. On a GPU a recorded step may use another kernel for the same product.
dev = torch.device('cuda', 0) if torch.cuda.is_available() else torch.device('cpu')
backend,rounding = (None,1e-4) if dev.type == 'cuda' else (Tape,0)

def recording(): return _get_current_dispatch_mode() is not None or dev.type == 'cuda' and torch.cuda.is_current_stream_capturing()

def net(): return nn.Sequential(nn.Linear(2, 16), nn.BatchNorm1d(16), nn.ReLU(), nn.Dropout(0.1), nn.Linear(16, 3))
def halves(m): return [list(m[:3].parameters()), list(m[3:].parameters())]

def rows(n=64):
    g = torch.Generator().manual_seed(0)
    return torch.randn(n, 2, generator=g).to(dev),torch.randint(3, (n,), generator=g).to(dev)

class Batches(list): n_inp = None

def batches(f, n_inp=None):
    "Loaders of batches that `f` makes of inputs and targets"
    x,y = rows()
    dls = [Batches(f(x[i:i+16], y[i:i+16]) for i in range(0, 64, 16)) for _ in range(2)]
    for dl in dls: dl.n_inp = n_inp
    return DataLoaders(*dls, device=dev)

def learner(model=net, loss=nn.CrossEntropyLoss, n=64, dls=None, cbs=None, **kw):
    torch.manual_seed(0)
    x,y = rows(n + 32)
    if dls is None: dls = DataLoaders.from_arrays(x[:n], y[:n], valid=(x[n:], y[n:]), bs=16, device=dev, drop_last=False)
    return Learner(dls, model().to(dev), loss(), cbs=cbs() if cbs else None, **(dict(lr=2**-7) | kw))

def both(program, tol=0, least=1, **kw):
    "Run `program` without and with a graph, and compare weights, losses, what the recorder shows and what it returns; the second learner"
    res = []
    for graph in (False,True):
        learn = learner(**kw)
        if graph: learn.graph(backend=backend)
        torch.manual_seed(1)
        with learn.no_logging(), learn.no_bar(): res.append((learn, program(learn)))
    (a,x),(b,y) = res
    same = partial(torch.testing.assert_close, rtol=max(tol, rounding), atol=max(tol, rounding))
    same(list(b.model.state_dict().values()), list(a.model.state_dict().values()))
    same(torch.tensor(list(b.recorder.losses)), torch.tensor(list(a.recorder.losses)))
    same(*([[float('nan') if v is None else v for v in o] for o in l.recorder.values] for l in (b, a)), equal_nan=True)
    if x is not None: same(y, x)
    assert b.graph_report.repeated >= least, b.graph_report
    return b

def fit(learn): learn.fit(3)

# --------------------------------------------------------------------------------------------------- with callbacks

@pytest.mark.parametrize('cbs', [lambda: [MixUp(), GradientClip(0.1)], lambda: [GradientAccumulation(32), MixUp()], lambda: [GradientAccumulation(40), GradientClip(0.1)],
    lambda: Recorder(train_metrics=True), lambda: EarlyStoppingCallback(patience=1)])
def test_callbacks(cbs): # N-260
    report = both(fit, cbs=cbs, n=70, metrics=accuracy).graph_report
    assert {*report.plain} == {'to warm up'}

@pytest.mark.parametrize('cbs', [lambda: EMA(0.9), lambda: SWA(1), lambda: [GradientAccumulation(32), EMA(0.9)], lambda: [MixUp(), GradientClip(0.1), EMA(0.9)]])
@pytest.mark.parametrize('half', [False, True])
def test_averages(cbs, half): # N-260
    def program(learn):
        if half: learn.to_bf16()
        fit(learn)
        return list(next(cb for cb in learn.cbs if isinstance(cb, (EMA, SWA))).averages.values())
    both(program, tol=1e-6, cbs=cbs)

@pytest.mark.parametrize('to', ['to_bf16', 'to_fp16', 'to_channelslast'])
def test_switches(to): both(lambda learn: fit(getattr(learn, to)())) # N-260

def test_clipped_norms(): # N-260
    "The norm on the callback is that of the batch, after each batch"
    class Norms(Callback):
        def before_fit(self): self.got = []
        def after_batch(self):
            if self.learn.training: self.got.append(float(self.learn.gradient_clip.norm))
    def program(learn):
        fit(learn)
        return learn.norms.got
    both(program, cbs=lambda: [GradientClip(0.1), Norms()])

# ------------------------------------------------------------------------------------------------- between two fits

def layer_4(learn): learn.model[4] = nn.Linear(16, 3).to(dev)
def tanh(learn): learn.model[2] = nn.Tanh()
def other_loss(learn): learn.loss_func = nn.CrossEntropyLoss(label_smoothing=0.2)
def other_opt(learn): learn.opt,learn.opt_func = None,SGD

changes = dict(dropout=lambda l: setattr(l.model[3], 'p', 0.8), bn_momentum=lambda l: setattr(l.model[1], 'momentum', 0.5),
    smoothing=lambda l: setattr(l.loss_func, 'label_smoothing', 0.3), loss=other_loss, layer=layer_4, activation=tanh, optimizer=other_opt,
    data=lambda l: setattr(l.model[0].weight, 'data', torch.ones(16, 2, device=dev)), in_place=lambda l: nn.init.ones_(l.model[0].weight),
    hook=lambda l: l.model[0].register_forward_hook(lambda m, x, out: 2*out), frozen=lambda l: l.model[0].requires_grad_(False))

@pytest.mark.parametrize('name', changes)
def test_changed_between_fits(name): # N-261
    def program(learn):
        learn.fit(2)
        changes[name](learn)
        learn.fit(2)
    both(program)

def test_a_layer_in_evaluation_mode(): # N-261
    class Still(Callback):
        order = 1000
        def before_train(self): self.learn.model[1].eval()
    both(lambda learn: (learn.fit(2), learn.fit(2, cbs=Still), learn.fit(2)) and None)

def test_dropout_by_epoch(): # N-261
    "Graphs of settings that are gone make room"
    class More(Callback):
        def before_epoch(self): self.learn.model[3].p = 0.02*self.learn.epoch
    learn = both(lambda learn: learn.fit(12), cbs=More, n=96)
    assert learn.graph_report.recorded >= 12 and len(learn.step_graph._graphs) <= 8 and 'batches of more' not in str(learn.graph_report)

def test_frozen_and_thawed(): # N-260
    both(lambda l: (l.freeze(), l.fit(2), l.unfreeze(), l.fit(2, slice(1e-4, 1e-2))) and None, tol=1e-6, splitter=halves)
    both(lambda l: l.fine_tune(2), tol=1e-4, splitter=halves)

@pytest.mark.parametrize('kw', [dict(wd=0.3), dict(reset_opt=True), dict(lr=2**-9)])
def test_other_numbers(kw): both(lambda l: (l.fit(2), l.fit(2, **kw)) and None, tol=1e-4) # N-260

def test_a_step_by_hand_between_fits(): # N-261
    "Momentum in memory goes by the number of steps"
    def program(learn):
        learn.fit_one_cycle(3)
        learn.loss_func(learn.model(torch.ones(4, 2, device=dev)), torch.ones(4, device=dev).long()).backward()
        learn.opt.step()
        learn.fit_one_cycle(3)
    both(program, tol=1e-4)

def test_search_and_schedules(): # N-260
    both(lambda l: (l.lr_find(num_it=20, show_plot=False), l.fit(2)) and None)
    for f in (lambda l: l.fit_one_cycle(3), lambda l: l.fit_flat_cos(3)): both(f, tol=1e-4, metrics=accuracy)

# --------------------------------------------------------------------------------------------------------- inference

asks = dict(validate=lambda l: list(l.validate()), preds=lambda l: l.get_preds()[0], tta=lambda l: l.tta()[0],
    predict=lambda l: [l.predict(torch.ones(2))[2] for _ in range(8)], loss_per_row=lambda l: l.get_preds(with_loss=True)[2])

@pytest.mark.parametrize('name', asks)
def test_asked_between_fits(name): # N-262
    def program(learn):
        res = []
        for _ in range(2):
            learn.fit(3)
            res.append(asks[name](learn))
        return res
    both(program)

def test_loss_per_row_keeps_the_graphs(): # N-262
    learn = learner().graph(backend=backend)
    with learn.no_logging():
        learn.fit(2)
        had = dict(learn.step_graph._graphs)
        learn.get_preds(with_loss=True)
        learn.fit(1)
    assert had and all(learn.step_graph._graphs[k] is g for k,g in had.items())

def test_asked_inside_a_fit(): # N-262
    class Ask(Callback):
        def before_fit(self): self.got = []
        def after_batch(self):
            if self.learn.training and self.learn.iter == 2: self.got.append(self.learn.get_preds()[0])
    def program(learn):
        fit(learn)
        return learn.ask.got
    both(program, cbs=Ask)

# ----------------------------------------------------------------------------------------------------------- batches

class Two(nn.Module):
    def __init__(self):
        super().__init__()
        self.a,self.b,self.c = nn.Linear(2, 8),nn.Linear(2, 8),nn.Linear(8, 3)
    def forward(self, u, v): return self.c(F.relu(self.a(u) + self.b(v)))

class Heads(nn.Module):
    def __init__(self):
        super().__init__()
        self.a,self.c,self.d = nn.Linear(2, 8),nn.Linear(8, 3),nn.Linear(8, 1)
    def forward(self, x):
        h = F.relu(self.a(x))
        return self.c(h),self.d(h)

def two_losses(preds, y, z): return F.cross_entropy(preds[0], y) + F.mse_loss(preds[1].squeeze(1), z)

@pytest.mark.parametrize('kw', [dict(model=Two, dls=lambda: batches(lambda x, y: (x, 2*x, y))),
    dict(model=Two, dls=lambda: batches(lambda x, y: dict(u=x, v=2*x, labels=y))), dict(model=Heads, loss=lambda: two_losses, dls=lambda: batches(lambda x, y: (x, y, x[:,0]), 1)),
    dict(model=Heads, loss=lambda: lambda p, yz: two_losses(p, *yz), dls=lambda: batches(lambda x, y: (x, (y, x[:,0]))))])
def test_kinds_of_batches(kw): both(fit, **kw | dict(dls=kw['dls']())) # N-263

def test_entries_in_another_order(): # N-263
    "Inputs of the same shapes, by name: what counts are the names"
    def dls():
        d = batches(lambda x, y: dict(u=x, v=2*x, labels=y))
        for dl in d.loaders: dl[2] = {k: dl[2][k] for k in ('v', 'u', 'labels')}
        return d
    both(lambda l: l.fit(4), model=Two, dls=dls())

def test_strides():
    both(fit, dls=batches(lambda x, y: (x.t().contiguous().t() if x[0,0] > 0 else x, y)))

def test_last_batch_of_its_own_size(): # N-263
    learn = both(lambda l: l.fit(8), n=70)
    assert learn.graph_report.recorded == 3 and learn.graph_report.plain == {'to warm up': 9} # two kinds to train on, one to validate

def test_none_in_batches(): # N-263
    class Maybe(Two):
        def forward(self, u, v=None): return super().forward(u, u if v is None else v)
    d = batches(lambda x, y: (x, None, y))
    for dl in d.loaders: dl[2] = (dl[2][0], 2*dl[2][0], dl[2][2])
    assert both(lambda l: l.fit(4), model=Maybe, dls=d).graph_report.recorded == 4

def test_numbers_in_batches(): # N-263
    both(fit, least=0, loss=lambda: lambda p, y: (p.sum(1)*y).mean(), dls=batches(lambda x, y: (x, 2.)))

# ----------------------------------------------------------------------------------- models that a graph cannot repeat

class Alternating(nn.Module):
    "Another layer for every second batch"
    def __init__(self):
        super().__init__()
        self.a,self.b,self.n = nn.Linear(2, 3),nn.Linear(2, 3),0
    def forward(self, x):
        if self.training: self.n += 1
        return (self.a if self.n%2 else self.b)(x)

class Fading(nn.Linear):
    "A number that goes down with each batch, slowly"
    scale = 1.
    def __init__(self, *args):
        super().__init__(*args)
        self.scale = 1.
    def forward(self, x):
        if self.training: self.scale *= 1 - 1e-6
        return super().forward(x)*self.scale

class Reading(nn.Linear):
    def forward(self, x): return super().forward(x)*(2. if x.sum().item() > 0 else 1.)

class Unwilling(nn.Linear):
    "An error without a message, while recording"
    def forward(self, x):
        if recording(): raise AssertionError
        return super().forward(x)

def with_last(cls): return lambda: nn.Sequential(*net()[:4], cls(16, 3))

@pytest.mark.parametrize('model,said', [(Alternating, 'had a gradient has none'), (with_last(Fading), 'changes its `scale` in each step'),
    (with_last(Reading), 'a tensor is read in Python'), (with_last(Unwilling), 'AssertionError')])
def test_goes_on_plainly(model, said): # N-264
    learn = both(lambda l: l.fit(4), model=model, least=0)
    assert said in str(learn.graph_report)

class Scaled(nn.Linear):
    scale = torch.ones(1, device=dev)
    def forward(self, x): return super().forward(x)*self.scale

class Rescale(Callback):
    def before_batch(self): self.learn.model[4].scale = (torch.rand(1) + 0.5).to(dev)

@pytest.mark.parametrize('way', ['fit', 'fit_one_cycle'])
def test_a_step_that_is_taken_back(way): # N-264
    "Averages, and what else callbacks keep, are put back with it"
    def program(learn):
        getattr(learn, way)(3)
        return [*learn.ema.averages.values(), torch.tensor(float(learn.ema.count))]
    learn = both(program, tol=1e-4 if way == 'fit_one_cycle' else 1e-6, model=with_last(Scaled), cbs=lambda: [Rescale(), EMA(0.9)])
    assert 'not in the batch' in str(learn.graph_report)

# -------------------------------------------------------------------------------------------- stopped, copied, resumed

class Fault(Callback):
    "Raises once, at the training batch number `at`"
    def __init__(self, at, e, ev):
        self.at,self.e,self.n = at,e,0
        setattr(self, ev, self.go)
    def go(self):
        self.n += self.learn.training
        if self.n != self.at: return
        self.n += 1
        raise self.e

@pytest.mark.parametrize('ev', ['before_batch', 'after_batch'])
@pytest.mark.parametrize('at', [2, 4, 5, 6])
@pytest.mark.parametrize('e', [ValueError('now'), KeyboardInterrupt()])
def test_after_a_fault(e, at, ev): # N-265
    def program(learn):
        with pytest.raises(type(e)): learn.fit(3)
        assert '_do_one_batch' not in learn.__dict__
        learn.fit(3)
    both(program, cbs=lambda: Fault(at, e, ev))

class Stopped(nn.Linear):
    def forward(self, x):
        if recording() and self.training and not hasattr(self, 'done'):
            self.done = True
            raise KeyboardInterrupt
        return super().forward(x)

def test_interrupted_while_recording(): # N-265
    "Nothing of that step is left, and the next fit records"
    learn = learner(model=with_last(Stopped)).graph(backend=backend)
    kept = []
    learn.add_cb(Callback(before_batch=lambda self: kept.append([t.clone() for t in self.learn.model.state_dict().values()])))
    with learn.no_logging(), pytest.raises(KeyboardInterrupt): learn.fit(3)
    for was,now in zip(kept[-1], learn.model.state_dict().values()): assert torch.equal(was, now)
    with learn.no_logging(): learn.fit(2)
    assert learn.graph_report.repeated > 1

def test_failed_predictions(): # N-265
    class Bad(Callback):
        def before_batch(self): raise ValueError('inside')
    class Inner(Callback):
        def after_batch(self):
            if self.learn.training and self.learn.iter == 1:
                with pytest.raises(ValueError): self.learn.get_preds(cbs=Bad())
    def program(learn):
        for _ in range(2):
            with pytest.raises(ValueError): learn.get_preds(cbs=Bad())
        assert '_do_one_batch' not in learn.__dict__
        learn.fit(4)
        return learn.get_preds()[0]
    both(program, cbs=Inner)

copies = dict(deepcopy=deepcopy, pickle=lambda l: pickle.loads(pickle.dumps(l)))

@pytest.mark.parametrize('how', copies)
def test_a_copy_trains_on(how): # N-265
    def program(learn):
        learn.fit(2)
        twin = copies[how](learn)
        with twin.no_logging(), twin.no_bar(): twin.fit(2)
        assert twin.graph_report is None or twin.graph_report.repeated
        return list(twin.model.state_dict().values())
    both(program)

def test_export(tmp_path): # N-265
    def program(learn):
        learn.fit(2)
        learn.path = tmp_path
        other = load_learner(learn.export())
        return [other.get_preds(dl=learn.dls.valid)[0], *(other.predict(torch.ones(2))[2] for _ in range(6))]
    both(program)

class Stop(Callback):
    order = 2000
    def __init__(self, at): self.at = at
    def after_batch(self):
        if self.learn.training and self.learn.train_iter == self.at: raise KeyboardInterrupt

@pytest.mark.filterwarnings('ignore:the checkpoint was written with the callbacks stop')
@pytest.mark.parametrize('at', [5, 6, 9])
@pytest.mark.parametrize('way,opt_func', [('fit', Adam), ('fit', partial(SGD, mom=0.9)), ('fit_one_cycle', Adam)])
def test_exact_resume(way, opt_func, at, tmp_path): # N-265
    "Bit for bit, but for momentum that moves: a resumed fit warms up with the fused kernel"
    def run(name, *cbs, **kw):
        learn = learner(path=tmp_path/name, cbs=lambda: [CheckpointCallback(), *cbs], opt_func=opt_func).graph(backend=backend)
        torch.manual_seed(1)
        with learn.no_logging(), learn.no_bar(): getattr(learn, way)(3, **kw)
        return learn
    whole = run('a')
    with pytest.raises(KeyboardInterrupt): run('b', Stop(at))
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        rest,tol = run('b', resume=True),1e-5 if way == 'fit_one_cycle' else rounding
    assert any('this fit was resumed' in str(o.message) for o in caught) == (way == 'fit_one_cycle')
    for p,q in zip(whole.model.state_dict().values(), rest.model.state_dict().values()): torch.testing.assert_close(p, q, rtol=tol, atol=tol)
    assert rest.graph_report.repeated

# ----------------------------------------------------------------------------------------------------------- profile

@pytest.mark.parametrize('way', ['fit', 'fit_one_cycle'])
def test_profile_between_fits(way): # N-266
    "Nothing of it stays, nor in the report"
    def program(learn):
        getattr(learn, way)(3)
        was = str(learn.graph_report)
        learn.profile(6, turns=1)
        assert str(learn.graph_report) == was
        getattr(learn, way)(3)
    both(program, tol=1e-4 if way == 'fit_one_cycle' else 0)

def test_profile_says_what_graphs_did(): # N-266
    learn = learner().graph(backend=backend)
    res = learn.profile(4, turns=3)
    assert res.graph == '1 graph, repeated 13 times; 3 plain steps: to warm up' and f'comparison: {res.graph}.' in '\n'.join(res._sentences())
    assert learner().profile(4, turns=1).graph is None
    assert 'has a hook' in learn_with_hook().profile(4, turns=1).graph

def learn_with_hook():
    learn = learner().graph(backend=backend)
    learn.model[0].register_forward_hook(lambda *args: None)
    return learn

def test_a_profiler_in_a_fit_is_named(): # N-266
    from mylearner.profile import Profiler
    learn = learner(cbs=Profiler).graph(backend=backend)
    with learn.no_logging(): learn.fit(1)
    assert [*learn.graph_report.plain] == ['Profiler listens to after_pred (it times the parts of a step, and a graph has none)']

# ---------------------------------------------------------------------------------------------------- numbers that move

def smooth(): return nn.Sequential(nn.Linear(2, 16), nn.Tanh(), nn.Linear(16, 3)) # no gradient is mere noise, which Adam would enlarge

moving = dict(cycle=lambda l: l.fit_one_cycle(5), decay=lambda l: l.fit(4, cbs=ParamScheduler(dict(wd=SchedLin(0., 0.3)))),
    both=lambda l: l.fit(4, cbs=ParamScheduler(dict(wd=SchedLin(0., 0.3), mom=SchedLin(0.8, 0.95), lr=SchedExp(1e-2, 1e-3)))))
opts = dict(adam=Adam, adamw=partial(Adam, wd=0.3), adam_l2=partial(Adam, wd=0.1, decouple_wd=False), sgd=partial(SGD, mom=0.9),
    sgd_wd=partial(SGD, mom=0.9, wd=0.1), sgd_l2=partial(SGD, mom=0.9, wd=0.1, decouple_wd=False))

@pytest.mark.parametrize('name', opts)
@pytest.mark.parametrize('how', moving)
def test_moving_numbers(how, name): # N-267
    "Momentum as a factor in front of the fused kernel: the plain steps' weights, and their averages"
    def program(learn):
        moving[how](learn)
        return [s[k].clone() for s in learn.opt.state.values() for k in sorted(s) if isinstance(s[k], torch.Tensor) and s[k].ndim]
    report = both(program, tol=3e-6, model=smooth, opt_func=opts[name]).graph_report
    assert report.outside is None and {*report.plain} == {'to warm up'}

def test_what_seldom_moves(): # N-267
    "Adam's `sqr_mom` is a number for the kernel: one new recording, and if it moves on, the step is made outside"
    report = both(lambda l: l.fit(4, cbs=ParamScheduler(dict(sqr_mom=SchedLin(0.9, 0.99)))), tol=3e-6, model=smooth).graph_report
    assert 'a schedule moves more than' in report.outside and report.recorded < 6
    report = both(lambda l: [l.fit(2, cbs=ParamScheduler(dict(sqr_mom=lambda p, v=v: v))) and None for v in (0.9, 0.95, 0.99)] and None, tol=3e-6, model=smooth).graph_report
    assert report.outside is None

@pytest.mark.parametrize('cbs', [lambda: [GradientAccumulation(32), MixUp()], lambda: [GradientAccumulation(40), GradientClip(0.1)], lambda: GradientClip(0.1), lambda: None])
def test_counts_on_the_device(cbs, monkeypatch): # N-260
    "As on a GPU, where the number of targets that count is a tensor: that of each batch, not that of the recorded one"
    import mylearner.losses as losses
    monkeypatch.setattr(losses, '_readable', lambda t: False)
    class Ignored(Callback):
        order = -50
        def before_batch(self):
            y = self.learn.y.clone()
            y[:self.learn.iter] = -100
            self.learn.yb = (y,)
    both(fit, cbs=lambda: [Ignored(), *([] if cbs() is None else cbs() if isinstance(cbs(), list) else [cbs()])], n=70)
