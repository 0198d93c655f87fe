"""Mixed precision leaves nothing switched on, whatever is raised and wherever."""
import warnings

import pytest, torch
import torch.nn.functional as F
from fastcore.basics import noop
from torch import nn

from mylearner.callback.core import (Callback, CancelBackwardException, CancelBatchException, CancelEpochException, CancelException,
    CancelFitException, CancelStepException, CancelTrainException, CancelValidException, event)
from mylearner.callback.fp16 import AMPMode, MixedPrecision
from mylearner.learner import Learner
from mylearner.optimizer import SGD


class Oops(Exception): pass

cancels = [CancelStepException, CancelBackwardException, CancelBatchException, CancelTrainException, CancelValidException,
    CancelEpochException, CancelFitException]


class Times(nn.Module):
    "`x` times one weight, by a matrix product"
    def __init__(self):
        super().__init__()
        self.lin = nn.Linear(1, 1, bias=False)
        nn.init.zeros_(self.lin.weight)
    def forward(self, x): return self.lin(x)
    @property
    def w(self): return self.lin.weight.item()

def times(x=3., y=5., cbs=None):
    "A learner on the one row `x`, `y`"
    b = torch.tensor([[x]]),torch.tensor([[y]])
    learn = Learner(([b], [b]), Times(), F.mse_loss, opt_func=SGD, lr=0.1, cbs=cbs)
    learn.logger = noop
    return learn

class Raise(Callback):
    "Raise `ex` at `ev`, in training or in validation, and count"
    def __init__(self, ev, ex, training, order):
        self.ex,self.at_training,self.order,self.raised = ex,training,order,0
        super().__init__(**{ev: Raise.stop})
    def stop(self):
        if self.learn.training != self.at_training: return
        self.raised += 1
        raise self.ex

def fit(learn, cb):
    "Fit with `cb`, and swallow what it raises"
    with warnings.catch_warnings():
        warnings.simplefilter('ignore') # the learner warns where nothing was learnt
        try: learn.fit(1, cbs=cb)
        except (cb.ex, CancelException): pass
    return cb.raised


@pytest.mark.parametrize('mode', list(AMPMode))
def test_autocast_is_off_after_any_exception(mode):
    raised = 0
    for ev in event.all[1:]:
        for ex in [Oops, KeyboardInterrupt, *cancels]:
            for training in (True, False):
                learn = times(cbs=MixedPrecision(mode, init_scale=1.))
                raised += fit(learn, Raise(ev, ex, training, 5 if ex in cancels else 20)) # before and after autocast has been switched
                assert not torch.is_autocast_enabled('cpu')
                assert (learn.mixed_precision._open, learn.mixed_precision.scaler) == ([], None)
                before = learn.model.w
                learn.fit(1)
                assert learn.model.w != before
    assert raised > 150


def test_the_model_is_whole_after_any_exception():
    raised = 0
    for ev in event.all[1:]:
        for ex in (Oops, CancelBatchException, CancelStepException, CancelFitException):
            for order in (5, 20):
                learn = times(x=1., y=2.).to_non_native_fp16(dynamic=False)
                raised += fit(learn, Raise(ev, ex, True, order))
                assert learn.model.lin.weight.dtype == torch.float32
                assert not learn.non_native_mixed_precision._in_step
                before = learn.model.w
                learn.fit(1)
                assert learn.model.w > before
    assert raised > 50
