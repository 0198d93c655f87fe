"Muon and schedule-free AdamW in a learner: groups, freezing, files, modes"
import copy

import pytest
import torch
import torch.nn.functional as F
from functools import partial
from torch import nn

from mylearner.callback.all import CheckpointCallback, GradientAccumulation, SaveModelCallback
from mylearner.callback.core import Callback, OptimizerModes
from mylearner.data.core import DataLoaders
from mylearner.learner import Learner, load_learner
from mylearner.torch_core import trainable_params
from mylearner.optimizer import Muon, ScheduleFreeAdamW, hidden_matrices

g = torch.Generator().manual_seed(0)
X = torch.randn(30, 3, generator=g)
Y = X.sum(1, keepdim=True)

def learner(opt_func, cbs=None, norm=True, **kw):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(3, 8), nn.ReLU(), nn.Linear(8, 8), nn.BatchNorm1d(8) if norm else nn.Identity(), nn.Linear(8, 1))
    dls = DataLoaders.from_arrays(X, Y, valid=(X, Y), bs=8, device='cpu')
    return Learner(dls, model, F.mse_loss, opt_func=opt_func, lr=0.01, cbs=cbs, splitter=lambda m: [list(m[:2].parameters()), list(m[2:].parameters())], **kw)

def fit(learn, n=2, f='fit', **kw):
    torch.manual_seed(1)
    with learn.no_bar(), learn.no_logging(): getattr(learn, f)(n, **kw)
    return learn

def weights(learn): return [t.clone() for t in learn.model.state_dict().values()]
def same(a, b): return all(torch.equal(x, y) for x,y in zip(a, b, strict=True))
def muons(learn): return [k for k,p in learn.model.named_parameters() if 'momentum_buffer' in learn.opt.state.get(p, {})]

schedule_free = pytest.param(ScheduleFreeAdamW, marks=pytest.mark.skipif(not __import__('importlib').util.find_spec('schedulefree'), reason='optional'))
both = pytest.mark.parametrize('opt_func', [Muon, schedule_free])


def test_who_gets_what():
    learn = fit(learner(Muon))
    assert muons(learn) == ['0.weight', '2.weight']
    assert muons(fit(learner(partial(Muon, hidden=lambda m: [m[2].weight])))) == ['2.weight']
    tied = nn.Sequential(nn.Embedding(4, 4), nn.Linear(4, 4), nn.Linear(4, 4))
    tied[2].weight = tied[0].weight
    assert [id(p) for p in hidden_matrices(tied)] == [id(tied[1].weight)]
    assert hidden_matrices(nn.ReLU()) == [] and hidden_matrices(nn.Conv1d(1, 1, 1)) == []

@both
@pytest.mark.parametrize('wd', [None, 0.1])
def test_groups_freezing_and_rates(opt_func, wd):
    learn = learner(opt_func, wd=wd)
    learn.freeze()
    was = weights(learn)
    fit(learn, lr=slice(1e-4, 1e-2))
    assert torch.equal(was[0], learn.model[0].weight) and not torch.equal(was[2], learn.model[2].weight)
    learn.unfreeze()
    fit(learn)
    assert not torch.equal(was[0], learn.model[0].weight)

def test_schedules_reach_both():
    seen = []
    class See(Callback):
        def before_step(self): seen.append((self.learn.opt.get_hyper('lr'), self.learn.opt.get_hyper('mom')))
        def after_step(self):
            m,a = self.learn.opt.opt._muon.param_groups[-1],self.learn.opt.opt._adamw.param_groups[-1]
            assert (m['lr'], m['momentum']) == (a['lr'], a['betas'][0]) == seen[-1]
    from mylearner.callback.schedule import Learner # noqa: F401
    fit(learner(Muon, See()), f='fit_one_cycle')
    assert len({o for o in seen}) > 4

def test_a_new_layer_is_shared_out():
    learn = fit(learner(Muon))
    learn.model[2] = nn.Linear(8, 8)
    fit(learn)
    assert muons(learn) == ['0.weight', '2.weight']

@both
def test_unchanged(opt_func):
    learn = fit(learner(opt_func))
    twin = copy.deepcopy(learn)
    with learn.unchanged(training=True): fit(learn)
    assert same(weights(learn), weights(twin))
    assert same(weights(fit(learn)), weights(fit(twin)))

@both
def test_save_and_load(opt_func, tmp_path):
    a = fit(learner(opt_func, path=tmp_path))
    a.save('a')
    b = learner(opt_func, path=tmp_path)
    b.load('a')
    assert same(weights(a), weights(b))
    assert same(weights(fit(a)), weights(fit(b)))

@both
def test_export(opt_func, tmp_path):
    a = fit(learner(opt_func, path=tmp_path))
    a.splitter = trainable_params
    a.loss_func = nn.MSELoss()
    b = load_learner(a.export(tmp_path/'a.pkl'))
    assert same(weights(a), weights(b)) and b.opt_func is opt_func

class Modes(Callback):
    order = 99
    def __init__(self): self.seen = []
    def note(self): self.seen.append(self.learn.opt.param_groups[0]['train_mode'])
    after_batch = before_step = after_validate = after_epoch = after_fit = note

sf = pytest.importorskip('schedulefree')

def by_hand(n_epoch):
    learn = learner(ScheduleFreeAdamW, norm=False)
    opt = sf.AdamWScheduleFree(learn.model.parameters(), lr=0.01)
    torch.manual_seed(1)
    for _ in range(n_epoch):
        learn.model.train(); opt.train()
        for xb,yb in learn.dls.train:
            F.mse_loss(learn.model(xb), yb).backward()
            opt.step(); opt.zero_grad()
        learn.model.eval(); opt.eval()
        for _ in learn.dls.valid: pass # (draws a seed, as in a fit)
    return weights(learn)

def test_like_a_loop_by_hand(): # N-189
    learn = fit(learner(ScheduleFreeAdamW, norm=False))
    for a,b in zip(weights(learn), by_hand(2), strict=True): torch.testing.assert_close(a, b, rtol=1e-5, atol=1e-6)
    assert len([cb for cb in learn.cbs if isinstance(cb, OptimizerModes)]) == 1

def test_modes(): # N-189
    learn = fit(learner(ScheduleFreeAdamW, Modes()), 1)
    assert all(learn.modes.seen[:6]) and not any(learn.modes.seen[-6:])

def test_predictions_in_the_middle(): # N-189
    class Ask(Callback):
        purposes = 'fit',
        def after_batch(self):
            if self.learn.training: self.learn.get_preds()
    a,b = fit(learner(ScheduleFreeAdamW, norm=False)),fit(learner(ScheduleFreeAdamW, Ask(), norm=False))
    for x,y in zip(weights(a), weights(b), strict=True): torch.testing.assert_close(x, y, rtol=1e-4, atol=1e-5)

def test_after_an_error(): # N-189
    class Oops(Callback):
        def after_batch(self): 1/0
    learn = learner(ScheduleFreeAdamW)
    with pytest.raises(ZeroDivisionError): fit(learn, cbs=Oops())
    assert not learn.opt.param_groups[0]['train_mode']
    fit(learn)

def test_leftover_accumulation(): # N-189
    fit(learner(ScheduleFreeAdamW, GradientAccumulation(n_batches=3)))

def test_the_class_itself_and_assigned(): # N-189
    fit(learner(sf.AdamWScheduleFree))
    learn = learner(ScheduleFreeAdamW)
    learn.opt = sf.AdamWScheduleFree(learn.model.parameters(), lr=0.01)
    k = fit(learn).opt.param_groups[0]['k']
    assert k == 6 and 'k' not in learn.opt.hypers[0]

def test_best_model_is_the_average(tmp_path): # N-189
    learn = fit(learner(ScheduleFreeAdamW, SaveModelCallback(), path=tmp_path))
    assert learn.validate()[0] == min(v[1] for v in learn.recorder.values)

class Stop(Callback):
    order = 2000
    def after_batch(self):
        if self.learn.training and self.learn.epoch == 1 and self.learn.iter == 1: raise KeyboardInterrupt

@both
@pytest.mark.filterwarnings('ignore:the checkpoint was written with the callbacks stop')
def test_resumed_in_the_middle_of_an_epoch(opt_func, tmp_path): # N-189
    make = lambda name, *cbs: learner(opt_func, [CheckpointCallback(), *cbs], norm=False, path=tmp_path/name)
    whole = fit(make('a'), 3)
    with pytest.raises(KeyboardInterrupt): fit(make('b', Stop()), 3)
    rest = fit(make('b'), 3, resume=True)
    assert same(weights(whole), weights(rest))

@both
def test_graph(opt_func):
    from mylearner.callback.graph import Tape
    learn = fit(learner(opt_func).graph(backend=Tape), 3)
    assert learn.graph_report.outside and same(weights(learn), weights(fit(learner(opt_func), 3)))
