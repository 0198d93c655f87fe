"""Optimizers in all combinations: every kernel against the steppers, torch's optimizers and schedulers against ours, and files
of any age"""
import pickle
from functools import partial

import pytest
import torch
from torch import nn
from torch.optim import lr_scheduler

import mylearner.optimizer as mo
from mylearner.optimizer import SGD, Adam, Lamb, Larc, Lookahead, OptimWrapper, QHAdam, RAdam, RMSProp, mk_opt_func, ranger

exact, near = partial(torch.testing.assert_close, rtol=0, atol=0), torch.testing.assert_close


def weight(*values, grad=None):
    p = nn.Parameter(torch.tensor(values))
    p.grad = None if grad is None else torch.tensor(grad)
    return p

def train(opt_func, n=20, kernel=None, **kwargs):
    "The weights of a small net after `n` steps on random batches, always the same ones"
    torch.manual_seed(0)
    net = nn.Sequential(nn.Conv2d(1, 4, 3, bias=False), nn.BatchNorm2d(4), nn.ReLU(), nn.Flatten(), nn.Linear(144, 10))
    opt,g = opt_func(net.parameters(), **kwargs),torch.Generator().manual_seed(0)
    if kernel: opt.kernel = kernel
    for _ in range(n):
        (net(torch.randn(8, 1, 8, 8, generator=g)) - 1).square().mean().backward()
        opt.step()
        opt.zero_grad()
    return nn.utils.parameters_to_vector(net.parameters()).detach()

def torch_adam(params, lr=0.01, decouple_wd=True, fused=True):
    "Torch's optimizer of our Adam's arithmetic"
    cls = torch.optim.AdamW if decouple_wd else torch.optim.Adam
    return cls(params, lr=lr, betas=(0.9,0.99), eps=1e-5, weight_decay=0.01, fused=fused)

both = (True, False)
combinations = [
    *[(SGD, dict(lr=0.01, mom=mom, wd=0.1, decouple_wd=d), 2e-6) for mom in (0., 0.9) for d in both],
    *[(Adam, dict(lr=0.01, wd=0.3, decouple_wd=d), 1e-5) for d in both],
    *[(RMSProp, dict(lr=1e-3, mom=mom, wd=0.1, decouple_wd=d), 1e-5) for mom in (0., 0.9) for d in both],
    *[(RAdam, dict(lr=0.01, wd=0.1, beta=b, decouple_wd=d), 1e-5) for b in (0., 10.) for d in both],
    *[(QHAdam, dict(lr=0.01, nu_2=nu, wd=0.1, eps=1e-5, decouple_wd=d), 1e-5) for nu in (1., 0.5) for d in both],
    *[(Larc, dict(lr=0.1, mom=mom, clip=c, wd=0.1, decouple_wd=d), 1e-5) for mom in (0., 0.9) for c in both for d in both],
    *[(Lamb, dict(lr=0.01, wd=wd, decouple_wd=d), 1e-5) for wd in (0., 0.1) for d in both]]

@pytest.mark.parametrize('f,kwargs,tol', combinations, ids=lambda o: getattr(o, '__name__', None))
def test_kernels_agree(f, kwargs, tol):
    "All kernels of a chain give the steppers' weights, up to rounding in float32 over 20 steps"
    levels = [o.level for o in f([weight(1.)], **kwargs)._choice]
    assert levels == (['fused','foreach'] if f in (SGD, Adam) else ['foreach'])
    plain = train(f, kernel='plain', **kwargs)
    for o in levels: assert (train(f, kernel=o, **kwargs) - plain).abs().max() < tol, o

@pytest.mark.parametrize('kernel', ['fused', 'foreach', 'plain'])
def test_first_step_of_adam(kernel):
    w = weight(1., 1., 1., grad=[3., 0.01, -3.])
    opt = Adam([w], lr=0.1, wd=0.)
    opt.kernel = kernel
    opt.step()
    near(w.data, torch.tensor([0.9, 0.9, 1.1]), rtol=0, atol=2e-4)
    opt.step()
    assert opt.state[w]['step'] == 2

def scheduled(sched, opt, n=8):
    "What a torch scheduler makes of learning rate and momentum"
    sched,res = sched(opt),[]
    for _ in range(n):
        opt.step()
        g = opt.param_groups[0]
        res.append((g['lr'], g['betas'][0] if 'betas' in g else g['momentum']))
        sched.step(*([1.] if isinstance(sched, lr_scheduler.ReduceLROnPlateau) else []))
    return res

scheds = dict(
    StepLR=partial(lr_scheduler.StepLR, step_size=3),
    CosineAnnealingLR=partial(lr_scheduler.CosineAnnealingLR, T_max=8),
    OneCycleLR=partial(lr_scheduler.OneCycleLR, max_lr=0.5, total_steps=9),
    ExponentialLR=partial(lr_scheduler.ExponentialLR, gamma=0.5),
    LambdaLR=partial(lr_scheduler.LambdaLR, lr_lambda=lambda i: 1/(i+1)), LinearLR=lr_scheduler.LinearLR,
    CyclicLR=partial(lr_scheduler.CyclicLR, base_lr=0.01, max_lr=0.1, step_size_up=2, cycle_momentum=True),
    CosineAnnealingWarmRestarts=partial(lr_scheduler.CosineAnnealingWarmRestarts, T_0=3),
    ReduceLROnPlateau=partial(lr_scheduler.ReduceLROnPlateau, patience=1))

@pytest.mark.parametrize('name', scheds)
def test_schedulers(name):
    "Each torch scheduler gives the same rates on our optimizers as on torch's"   # T-41
    f = scheds[name]
    p,q = weight(1., grad=[1.]),weight(1., grad=[1.])
    assert scheduled(f, SGD([p], lr=0.1, mom=0.9)) == scheduled(f, torch.optim.SGD([q], lr=0.1, momentum=0.9))
    near(p.data, q.data)
    assert scheduled(f, Adam([weight(1., grad=[1.])], lr=0.1)) == scheduled(f, torch_adam([weight(1., grad=[1.])], lr=0.1))

def scaled(opt_func, **kwargs):
    "Two weights after three steps with a gradient scaler; the second one overflows"
    scaler,w = torch.amp.GradScaler('cpu', init_scale=8., growth_interval=1000),weight(1., 2.)
    opt = opt_func([w], **kwargs)
    for factor in (1., float('inf'), 2.):
        scaler.scale((w**3).sum()*factor).backward()
        scaler.step(opt)
        scaler.update()
        opt.zero_grad()
    return w.data

def test_wrapper_changes_nothing():
    "Weights, schedule and scaled steps of a wrapped optimizer are those of the plain one"   # S-030 T-41
    exact(train(partial(OptimWrapper, opt=torch.optim.Adam), lr=0.01), train(torch.optim.Adam, lr=0.01))
    head = weight(3., grad=[1.])
    assert (scheduled(scheds['OneCycleLR'], OptimWrapper([head], torch.optim.SGD, lr=0.1, momentum=0.9))
         == scheduled(scheds['OneCycleLR'], torch.optim.SGD([head], lr=0.1, momentum=0.9)))
    exact(scaled(partial(OptimWrapper, opt=torch_adam, convert_groups=False), lr=0.1), scaled(torch_adam, lr=0.1))


# -- one address -------------------------------------------------------------------------------------------------------

names = '''pytorch_hp_map sgd_step weight_decay l2_reg Optimizer average_grad momentum_step SGD average_sqr_grad step_stat debias
    adam_step Adam rms_prop_step rms_grad RMSProp radam_step RAdam qhadam_step QHAdam larc_layer_lr larc_step Larc lamb_step Lamb
    detuplify_pg set_item_pg OptimWrapper mk_opt_func as_optimizer Lookahead ranger Muon ScheduleFreeAdamW hidden_matrices'''.split()

def test_public_names():
    "All names are here, and each says that it lives here"
    assert mo.__all__ == names
    assert {getattr(mo, o).__module__ for o in names if callable(getattr(mo, o))} == {'mylearner.optimizer'}

makers = dict(SGD=partial(SGD, mom=0.9), Adam=Adam, RMSProp=RMSProp, RAdam=RAdam, QHAdam=QHAdam, Larc=Larc, Lamb=Lamb, ranger=ranger,
    OptimWrapper=partial(OptimWrapper, opt=torch.optim.AdamW), Lookahead=lambda ps, lr: Lookahead(torch.optim.SGD(ps, lr=lr)),
    mk_opt_func=mk_opt_func(partial(Adam, wd=0.1)))

def steps(w, opt, n):
    for _ in range(n):
        w.grad = w.data**2 - 1
        opt.step()
    return w.data

@pytest.mark.parametrize('name', makers)
def test_pickles(name):
    "A pickle names classes and steppers by `mylearner.optimizer` alone, and goes on exactly"
    w = weight(2., -0.3)
    opt = makers[name]([w], lr=0.01)
    steps(w, opt, 8)
    file = pickle.dumps((w, opt))
    assert b'mylearner.optimizer' in file and b'mylearner.optimizer_' not in file
    exact(steps(*pickle.loads(file), 8), steps(w, opt, 8))

def test_names_before_the_pages_were_cut():
    "What a pickle of an earlier version names is found, the function behind `mk_opt_func` included"
    old = b"cmylearner.optimizer\n%s\n."
    for o in [*names, '_call_opt_func']: assert pickle.loads(old % o.encode()) is getattr(mo, o)

def test_kernels_that_were_chosen_stay(monkeypatch): # N-028
    "On a GPU torch's Adam steps with its fused kernel; the end of a fit does not take that back, for its counts of steps are on the device then"
    import mylearner.optimizer_torch as home
    from mylearner.test_utils import synth_learner
    monkeypatch.setattr(home, '_may_fuse', lambda g: True)
    learn = synth_learner(opt_func=torch.optim.AdamW)
    with learn.no_logging():
        learn.fit(1)
        assert all(g['fused'] for g in learn.opt.param_groups)
        learn.fit(1, wd=0.1)
    assert all(g['fused'] for g in learn.opt.param_groups)
