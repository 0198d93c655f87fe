"""A callback's hooks go, whatever is raised and wherever."""
import pytest, torch
import torch.nn.functional as F
from fastcore.basics import noop
from torch import nn

from mylearner.callback.core import Callback, event
from mylearner.callback.hook import HookCallback
from mylearner.learner import Learner
from mylearner.optimizer import SGD


class Stop(Exception): pass

def n_hooks(m): return sum(len(o._forward_hooks) + len(o._backward_hooks) for o in m.modules())

def two_layers(cbs):
    b = torch.tensor([[1.],[3.]]),torch.tensor([[1.],[3.]])
    model = nn.Sequential(nn.Linear(1, 1, bias=False), nn.Linear(1, 1))
    learn = Learner(([b]*6, [b]), model, F.mse_loss, opt_func=SGD, lr=0., cbs=cbs)
    learn.logger = noop
    return learn


@pytest.mark.parametrize('every', [None, 2])
def test_an_exception_at_any_event_leaves_no_hook_behind(every):
    stopped = 0
    for ev in event.all[1:]:
        for training in (True, False):
            learn = two_layers(HookCallback(every=every, hook=noop))
            def at(self, training=training):
                if self.learn.training == training: raise Stop
            try: learn.fit(1, cbs=Callback(**{ev: at}))
            except Stop: stopped += 1
            assert n_hooks(learn.model) == 0
            learn.fit(1)
    assert stopped > 15, stopped
