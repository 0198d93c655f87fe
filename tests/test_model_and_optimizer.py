"Optimizer and model: what joins and leaves, who froze what, optimizers that call the model again"
import pickle
from functools import partial

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn import functional as F
from torch.optim.lr_scheduler import OneCycleLR, ReduceLROnPlateau, StepLR

import mylearner.all # noqa: F401 (it adds to `Learner`)
from mylearner.callback.core import Callback, CancelBatchException, CancelEpochException, CancelValidException
from mylearner.callback.sched_torch import TorchScheduler
from mylearner.callback.training import GradientAccumulation, GradientClip
from mylearner.learner import Learner
from mylearner.optimizer import SGD, Adam, Lamb, Larc, Lookahead, OptimWrapper, QHAdam, RAdam, RMSProp, as_optimizer, ranger
from mylearner.test_utils import line_learner
from mylearner.torch_core import trainable_params


# -- optimizer and model, compared when a fit begins -------------------------------------------------------------------

def layered(opt_func=SGD, n=3, **kw):
    net = nn.Sequential(*[nn.Linear(1, 1) for _ in range(n)])
    return Learner(line_learner().dls, net, F.mse_loss, opt_func=opt_func, lr=0.01, **kw)

def by_layer(m): return [list(o.parameters()) for o in m]

opt_funcs = [SGD, Adam, ranger, torch.optim.SGD, torch.optim.AdamW, torch.optim.Adagrad, partial(Adam, mom=0.8)]

@pytest.mark.parametrize('opt_func', opt_funcs)
@pytest.mark.parametrize('splitter', [trainable_params, by_layer])
def test_a_new_layer_trains(opt_func, splitter, capsys):                                     # N-029
    learn = layered(opt_func, splitter=splitter)
    learn.fit(1, wd=0.1)
    was, kept = learn.opt, learn.model[0].weight
    state = {k: v for k, v in was.state[kept].items() if not isinstance(v, torch.Tensor)} # counts and marks
    learn.model[2] = nn.Linear(1, 1)
    before = learn.model[2].weight.item()
    learn.fit(1, wd=0.1)
    assert learn.opt is was and learn.model[2].weight.item() != before and learn.model[2].weight.grad is None
    held = [p for g in learn.opt.param_lists for p in g]
    assert {id(p) for p in held} == {id(p) for p in learn.model.parameters()}
    assert state.keys() <= was.state[kept].keys()
    out = capsys.readouterr().out
    assert '2.weight (group' in out and '2 parameters left it' in out and out.count('The model has changed') == 1
    learn.fit(1)
    assert 'The model has changed' not in capsys.readouterr().out

def test_a_layer_more_and_a_layer_less():                                                    # N-029
    learn = layered(splitter=by_layer)
    learn.fit(1, lr=[0.1, 0.2, 0.3])
    learn.opt.set_hyper('wd', [0.1, 0.2, 0.3])
    learn.model.append(nn.Linear(1, 1))
    learn.fit(1)
    assert [h['wd'] for h in learn.opt.hypers] == [0.1, 0.2, 0.3, 0.3]
    del learn.model[0]
    learn.fit(1)
    assert [h['wd'] for h in learn.opt.hypers] == [0.2, 0.3, 0.3] and learn.opt.n_groups == 3

def test_a_callback_adds_a_layer():                                                          # N-029
    learn, new = layered(), nn.Linear(1, 1)
    start = new.weight.item()
    def grow(self):
        if self.learn.epoch == 1: self.learn.model.append(new)
    learn.fit(3, cbs=Callback(before_train=grow))
    assert new.weight.item() != start

def test_what_is_thawed_by_hand_joins():                                                     # N-029
    learn = layered()
    learn.model[0].requires_grad_(False)
    learn.fit(1)
    learn.model[0].requires_grad_(True)
    before = learn.model[0].weight.item()
    learn.fit(1)
    assert learn.model[0].weight.item() != before

@pytest.mark.parametrize('given', ['opt_func', 'opt'])
def test_an_optimizer_of_the_users_own_must_hold_everything(given):                          # N-030
    learn = layered()
    own = torch.optim.SGD(learn.model.parameters(), lr=0.1)
    setattr(learn, given, own)
    learn.fit(1)
    learn.model[1] = nn.Linear(1, 1)
    for f in (lambda: learn.fit(1), lambda: learn.freeze_to(0)):
        with pytest.raises(ValueError, match='does not hold 1.weight, 1.bias'): f()
    learn.model[1].requires_grad_(False)
    learn.fit(1)

def test_a_splitter_that_forgets_the_new_layer():                                            # T-20
    learn = layered()
    first = list(learn.model.parameters())
    learn.splitter = lambda m: first
    learn.fit(1)
    learn.model[2] = nn.Linear(1, 1)
    with pytest.raises(ValueError, match='missing: 2.weight, 2.bias'): learn.fit(1)


# -- who froze what ----------------------------------------------------------------------------------------------------

class Taught(nn.Module):
    def __init__(self):
        super().__init__()
        self.teacher, self.body, self.head = (nn.Linear(1, 1) for _ in range(3))
        self.teacher.requires_grad_(False)
    def forward(self, x): return self.head(self.body(x)) + self.teacher(x)

def flags(learn): return [o.weight.requires_grad for o in learn.model.children()]
def own(f): return lambda m: [f(m.body), f(m.head)]
def everything(m): return list(m.parameters())

@pytest.mark.parametrize('opt_func', [SGD, torch.optim.AdamW, torch.optim.Adagrad, ranger])
@pytest.mark.parametrize('f', [everything, trainable_params])
def test_a_teacher_in_no_group_is_never_touched(opt_func, f):                                # T-21
    learn = Learner(line_learner().dls, Taught(), F.mse_loss, opt_func=opt_func, splitter=own(f), lr=0.01)
    teacher = learn.model.teacher.weight.item()
    for how, want in ((learn.freeze, [False, False, True]), (learn.unfreeze, [False, True, True]), (lambda: learn.fine_tune(1), [False, True, True])):
        how()
        assert flags(learn) == want
        learn.fit(1)
    assert learn.model.teacher.weight.item() == teacher

@pytest.mark.parametrize('again', [lambda o: o.create_opt(), lambda o: o.fit(1, reset_opt=True)])
def test_a_new_optimizer_remembers_what_the_learner_froze(again):                            # T-21
    learn = Learner(line_learner().dls, Taught(), F.mse_loss, splitter=own(trainable_params))
    learn.freeze()
    again(learn)
    assert flags(learn) == [False, False, True] and [len(o) for o in learn.opt.param_lists] == [2, 2]
    learn.unfreeze()
    assert flags(learn) == [False, True, True]

def test_errors_freeze_and_thaw_nothing():                                                   # T-21
    bad = lambda m: [everything(m.body), [*m.head.parameters(), m.head.weight]]
    learn = Learner(line_learner().dls, Taught(), F.mse_loss, splitter=bad)
    learn.model.body.requires_grad_(False)
    for f in (learn.freeze, learn.unfreeze, lambda: learn.fine_tune(1), lambda: learn.freeze_to(7), lambda: learn.freeze_to('1')):
        with pytest.raises(ValueError): f()
        assert flags(learn) == [False, False, True]

@pytest.mark.parametrize('n', [np.int64(1), torch.tensor(1), 1])
def test_numbers_of_groups_in_other_clothes(n):
    learn = Learner(line_learner().dls, Taught(), F.mse_loss, splitter=own(everything))
    learn.freeze_to(n)
    assert flags(learn) == [False, False, True] and type(learn.opt.frozen_idx) is int
    for bad in (1.5, '1', None, True, 3, -3):
        with pytest.raises(ValueError, match='must be a group from -2 to 1'): learn.freeze_to(bad)

# N-113
def test_freezing_all_groups_warns():
    learn = Learner(line_learner().dls, Taught(), F.mse_loss, splitter=own(everything))
    with pytest.warns(UserWarning, match='freezes all 2 groups'): learn.freeze_to(2)
    assert flags(learn) == [False, False, False] and learn.opt.frozen_idx == 2
    learn.create_opt()
    assert learn.opt.frozen_idx == 2
    learn.unfreeze()
    assert flags(learn) == [False, True, True]

# N-112
@pytest.mark.parametrize('opt_func', [SGD, partial(OptimWrapper, opt=torch.optim.SGD), lambda p, lr: Lookahead(SGD(p, lr=lr))])
def test_hyper_parameters_are_an_L_of_dicts(opt_func):
    learn = Learner(line_learner().dls, Taught(), F.mse_loss, splitter=own(everything), opt_func=opt_func)
    learn.create_opt()
    assert list(learn.opt.hypers.itemgot('lr')) == [0.001, 0.001]
    learn.opt.set_hyper('lr', [0.1, 0.2])
    again = pickle.loads(pickle.dumps(learn.opt.hypers))
    assert list(again.itemgot('lr')) == [0.1, 0.2]

def test_freeze_asks_the_optimizer_that_is_there():
    learn = layered()
    learn.opt_func = torch.optim.SGD([dict(params=list(learn.model[:2].parameters())), dict(params=list(learn.model[2].parameters()))], lr=0.1)
    learn.freeze()
    assert [o.weight.requires_grad for o in learn.model] == [False, False, True]
    learn.opt, learn.opt_func = learn.opt_func, SGD          # PyTorch's own, assigned
    learn.unfreeze()
    assert all(o.weight.requires_grad for o in learn.model)

def test_state_made_at_the_start_survives_freezing():                                        # N-027
    learn = layered(torch.optim.Adagrad, splitter=by_layer)
    learn.freeze()
    learn.fit(1)
    learn.unfreeze()
    learn.fit(1)


# -- closures ----------------------------------------------------------------------------------------------------------

class Calls(Callback):
    def __init__(self): self.n, self.losses = dict(before_batch=0, after_loss=0, before_step=0), []
    def before_batch(self): self.n['before_batch'] += 1
    def after_loss(self): self.n['after_loss'] += self.learn.training
    def before_step(self): self.n['before_step'] += 1
    def after_batch(self): self.losses += [self.learn.loss.item()]*self.learn.training

def test_closures():                                                                         # T-41
    learn, hand = line_learner(shuffle=False, opt_func=torch.optim.LBFGS, lr=1., cbs=Calls), line_learner(shuffle=False)
    m, losses = hand.model, []
    opt = torch.optim.LBFGS(m.parameters(), lr=1.)
    def closure():
        opt.zero_grad()
        loss = F.mse_loss(m(x), y)
        loss.backward()
        return loss
    for _ in range(2):
        for x, y in hand.dls.train: losses.append(opt.step(closure).item())
    learn.fit(2)
    assert (learn.a.item(), learn.b.item()) == (m.a.item(), m.b.item())
    assert learn.calls.losses == losses
    n = learn.calls.n
    assert n['after_loss'] > 2*n['before_step'] > 0

def test_closures_change_with_the_loss():                                                    # T-41
    "What callbacks make of the loss, the closure sees at every try"
    def double(self): self.learn.loss_grad = self.learn.loss_grad + 10*self.learn.model.a.pow(2).sum()
    learn, plain = (line_learner(shuffle=False, opt_func=torch.optim.LBFGS, lr=1.) for _ in range(2))
    learn.fit(2, cbs=Callback(after_loss=double))
    plain.fit(2)
    assert abs(learn.a.item()) < abs(plain.a.item())/2

class Speaks(nn.Module):
    "An output object with `logits`, and the loss where labels are given"
    def __init__(self):
        super().__init__()
        self.lin = nn.Linear(1, 1)
        for p in self.lin.parameters(): nn.init.constant_(p, 0.5)
    def forward(self, x, labels=None):
        p = self.lin(x)
        return dict(logits=p, loss=None if labels is None else F.mse_loss(p, labels))

@pytest.mark.parametrize('model,loss', [(Speaks, F.mse_loss), (Speaks, None), (lambda: Speaks().lin, F.mse_loss)], ids=['logits', 'own loss', 'plain'])
def test_closures_of_models_with_output_objects(model, loss):                                # N-062, T-41
    x = torch.arange(8.)[:,None]/8
    learn = Learner([[(x, 3*x - 1)]]*2, model(), loss, opt_func=torch.optim.LBFGS, lr=1.)
    learn.logger, learn.silent = print, True
    learn.fit(1)
    assert learn.validate()[0] < 1e-6

@pytest.mark.parametrize('make', [lambda p, lr: Lookahead(torch.optim.LBFGS(p, lr=lr)), torch.optim.LBFGS])
def test_closures_with_new_layers_and_files(make, tmp_path):
    learn = layered(make, n=1, path=tmp_path)
    learn.fit(1, lr=0.1)
    learn.save('m')
    learn.load('m')
    learn.fit(1, lr=0.1)
    learn.model.append(nn.Linear(1, 1))
    learn.fit(1, lr=0.1)


# -- steps, batches, and schedulers that count them --------------------------------------------------------------------

def stepped(cbs, n_epoch=2, sched=None, **kw):
    "Steps of the optimizer in a fit, and of a scheduler that steps with it"
    learn, n = layered(n=1, cbs=cbs), []
    cb = TorchScheduler(sched or partial(StepLR, step_size=1, gamma=0.5), step='batch')
    def count(self): self.learn.opt.register_step_post_hook(lambda *args: n.append(1))
    learn.fit(n_epoch, 0.1, cbs=[cb, Callback(before_fit=count)], **kw)
    return len(n), cb.sched.last_epoch, learn

@pytest.mark.parametrize('cbs,want', [([], 8), ([GradientAccumulation(32)], 4), ([GradientAccumulation(48)], 4), ([GradientAccumulation(n_batches=3)], 4),
    ([GradientAccumulation(n_batches=4)], 2)])
def test_schedulers_step_with_the_optimizer(cbs, want):                                      # N-031
    assert stepped(cbs)[:2] == (want, want)
    again = [type(o)(**{'n_batches': o.n_batches} if o.n_batches else {'n_acc': o.n_acc}) for o in cbs]
    assert stepped(again, start_epoch=1)[:2] == (want//2, want)     # the steps of the skipped epoch count

@pytest.mark.parametrize('opt_func', [partial(SGD, mom=0.9), torch.optim.SGD, ranger, lambda p, lr: Lookahead(torch.optim.SGD(p, lr=lr))])
def test_one_cycle_under_accumulation(opt_func):                                             # N-031
    learn = layered(opt_func, n=1, cbs=GradientAccumulation(n_batches=4))
    learn.fit(3, cbs=TorchScheduler(partial(OneCycleLR, max_lr=0.1, total_steps=4), step='batch'))
    with pytest.raises(ValueError, match='Tried to step'):
        layered(opt_func, n=1).fit(3, cbs=TorchScheduler(partial(OneCycleLR, max_lr=0.1, total_steps=4), step='batch'))

@pytest.mark.parametrize('first,second', [(GradientAccumulation(32), GradientAccumulation(32)), (GradientAccumulation, GradientAccumulation(n_batches=2))])
def test_accumulation_attached_twice(first, second):                                         # N-034
    learn, once = layered(n=1), layered(n=1)
    once.model.load_state_dict(learn.model.state_dict())
    learn.add_cb(first).add_cb(second)
    learn.fit(1, cbs=GradientAccumulation(n_batches=2))
    once.fit(1, cbs=GradientAccumulation(n_batches=2))
    assert learn.model[0].weight.item() == pytest.approx(once.model[0].weight.item(), abs=1)
    assert [o for o in learn.cbs if isinstance(o, GradientAccumulation)] == [second]

def test_a_batch_ended_in_the_last_step():                                                   # N-034, T-14
    def end(self): raise CancelBatchException
    learn = layered(n=1, cbs=[GradientAccumulation(n_batches=3), Callback(before_step=end)])
    learn.fit(1)

def test_nothing_to_accumulate(recwarn):                                                     # N-033
    layered(n=1).fit(1, cbs=GradientAccumulation(32))
    layered(n=1).fit(1, cbs=GradientAccumulation(n_batches=1))
    assert not [o for o in recwarn if 'accumulate' in str(o.message)]
    for n in (4, 16):
        with pytest.warns(UserWarning, match=fr'GradientAccumulation\(n_batches={n}\)'): layered(n=1).fit(1, cbs=GradientAccumulation(n))

@pytest.mark.parametrize('cb', [GradientAccumulation(32), GradientClip(1.)])
def test_gradients_that_a_closure_computes_anew(cb):
    learn = layered(torch.optim.LBFGS, n=1)
    with pytest.raises(ValueError, match='changes gradients before the step'): learn.fit(1, cbs=cb)
    learn.fit(1)

def test_plateau_and_epochs_without_validation():                                            # N-032
    def skip(self): raise CancelValidException
    for cbs in (Callback(before_validate=skip), Callback(before_epoch=lambda self: (_ for _ in ()).throw(CancelEpochException))):
        layered(n=1).fit(2, cbs=[TorchScheduler(ReduceLROnPlateau), cbs])
    learn = layered(n=1)
    weight = learn.model[0].weight.item()
    with pytest.raises(ValueError, match="did you mean 'train_loss'"): learn.fit(1, cbs=TorchScheduler(ReduceLROnPlateau, monitor='trainloss'))
    assert learn.model[0].weight.item() == weight


# -- gradients set by hand ---------------------------------------------------------------------------------------------

makers = dict(SGD=SGD, momentum=partial(SGD, mom=0.9), Adam=Adam, RMSProp=RMSProp, QHAdam=QHAdam, RAdam=RAdam, Larc=Larc, Lamb=Lamb, ranger=ranger,
    SGDW=torch.optim.SGD, AdamW=torch.optim.AdamW, Adagrad=torch.optim.Adagrad)
makers = {k: (lambda p, lr, f=f: as_optimizer(f, p, lr=lr)) for k, f in makers.items()}
makers['Lookahead'] = lambda p, lr: Lookahead(SGD(p, lr=lr), k=2)

def hand_stepped(make, w, kernel=None, n=4):
    w = w.clone()
    if isinstance(w, nn.Parameter) or w.requires_grad: w = w.detach().requires_grad_(True)
    opt = make([w], lr=0.1)
    if kernel and opt.kernel != 'torch': opt.kernel = kernel
    for i in range(n):
        w.grad = torch.tensor([1., -2.])*(i+1)
        opt.step()
    return w.detach()

@pytest.mark.parametrize('name', makers)
@pytest.mark.parametrize('kernel', [None, 'plain'])
def test_plain_tensors_with_gradients(name, kernel):                                         # N-025
    w = torch.tensor([1., 2.])
    want = hand_stepped(makers[name], w.clone().requires_grad_(True), kernel)
    got = hand_stepped(makers[name], w, kernel)
    assert not torch.equal(got, w) and torch.equal(got, want)

@pytest.mark.parametrize('name', makers)
def test_frozen_parameters_stay(name):                                                       # T-01, N-025
    p, w, own = nn.Parameter(torch.ones(2)), torch.ones(2), nn.Parameter(torch.ones(2))
    opt = makers[name]([[p, w], [own]], lr=0.1)
    for _ in range(3):
        for o in (p, w, own): o.grad = torch.ones(2)
        opt.step()
    opt.freeze_to(1)
    before = [o.detach().clone() for o in (p, w, own)]
    for _ in range(6):
        for o in (p, w, own): o.grad = torch.ones(2)
        opt.step()
    assert torch.equal(p, before[0]) and torch.equal(w, before[1]) and not torch.equal(own, before[2])

@pytest.mark.parametrize('name', makers)
def test_groups_are_assigned(name):                                                          # N-026
    a, b, c = (nn.Parameter(torch.ones(2)) for _ in range(3))
    def step(*ps):
        for p in ps: p.grad = torch.ones(2)
        opt.step()
    opt = makers[name]([[a], [b]], lr=slice(0.01, 0.1))
    step(a, b)
    opt.param_lists = [[b], [a], [c]]
    assert [h['lr'] for h in opt.hypers] == [0.01, 0.1, 0.1]
    step(a, b, c)
    opt.param_groups = list(reversed(opt.param_groups))
    assert opt.param_lists[0][0] is c and [h['lr'] for h in opt.hypers] == [0.1, 0.1, 0.01]
    step(a, b, c)
    sd = opt.state_dict()
    opt.load_state_dict(sd)
    with pytest.raises(ValueError): opt.param_groups = [dict(params=[a]), dict(params=[a])]
    assert opt.n_groups == 3


# -- a model that moves to another device ------------------------------------------------------------------------------

@pytest.mark.parametrize('name', ['SGDW', 'AdamW', 'Adagrad', 'momentum', 'Lookahead'])
def test_state_follows_the_model(name):                                                      # N-028
    "`meta` is the other device: steps there give shapes only, and die if something stayed behind"
    learn, home = layered(makers[name], n=1), torch.device('cpu')
    learn.model = nn.Linear(1, 1, device='meta')
    learn.create_opt()
    inner = learn.opt.opt if name == 'Lookahead' else learn.opt
    if inner.kernel != 'torch': inner.kernel = 'plain'
    b, learn.training = next(iter(learn.dls.train)), True
    for _ in range(2): learn.one_batch(0, b)
    for p in learn.model.parameters():                          # as if all of it had been made before the model moved
        inner._home[p] = home
        for k, v in inner.state[p].items():
            if isinstance(v, torch.Tensor) and v.shape == p.shape: inner.state[p][k] = torch.zeros(p.shape)
    if name == 'Lookahead': learn.opt.slow_weights = [[torch.zeros(p.shape) for p in ps] for ps in learn.opt.param_lists]
    learn._feed = None                                          # a new pass begins
    for _ in range(4): learn.one_batch(0, b)
    assert {v.device.type for s in inner.state.values() for v in s.values() if isinstance(v, torch.Tensor) and v.ndim} <= {'meta'}

@pytest.mark.parametrize('how', ['to_fp16', 'to_non_native_fp16'])
def test_closures_do_not_mix_with_scaled_losses(how):
    learn = getattr(layered(torch.optim.LBFGS, n=1), how)()
    before = learn.model[0].weight.item()
    with pytest.raises(ValueError, match='scales the loss'): learn.fit(9)
    assert learn.model[0].weight.item() == pytest.approx(before, abs=1e-3)
