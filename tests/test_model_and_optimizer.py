"Optimizer and model: what joins and leaves, who froze what, optimizers that call the model again"
from functools import partial

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn import functional as F

import mylearner.all # noqa: F401 (it adds to `Learner`)
from mylearner.callback.core import Callback
from mylearner.learner import Learner
from mylearner.optimizer import SGD, Adam, Lookahead, ranger
from mylearner.test_utils import line_learner
from mylearner.torch_core import trainable_params


# -- optimizer and model, compared when a fit begins -------------------------------------------------------------------

def layered(opt_func=SGD, n=3, **kw):
    net = nn.Sequential(*[nn.Linear(1, 1) for _ in range(n)])
    return Learner(line_learner().dls, net, F.mse_loss, opt_func=opt_func, lr=0.01, **kw)

def by_layer(m): return [list(o.parameters()) for o in m]

opt_funcs = [SGD, Adam, ranger, torch.optim.SGD, torch.optim.AdamW, torch.optim.Adagrad, partial(Adam, mom=0.8)]

@pytest.mark.parametrize('opt_func', opt_funcs, ids=str)
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

@pytest.mark.parametrize('opt_func', [SGD, torch.optim.AdamW, torch.optim.Adagrad, ranger], ids=str)
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
    for bad in (1.5, '1', None, True, 2):
        with pytest.raises(ValueError, match='must be a group from -2 to 1'): learn.freeze_to(bad)

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

@pytest.mark.parametrize('make', [lambda p, lr: Lookahead(torch.optim.LBFGS(p, lr=lr)), torch.optim.LBFGS])
def test_closures_with_new_layers_and_files(make, tmp_path):
    learn = layered(make, n=1, path=tmp_path)
    learn.fit(1, lr=0.1)
    learn.save('m')
    learn.load('m')
    learn.fit(1, lr=0.1)
    learn.model.append(nn.Linear(1, 1))
    learn.fit(1, lr=0.1)
