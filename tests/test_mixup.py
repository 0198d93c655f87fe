"""Mixing rows leaves the loss function and the batch as they were, whatever is raised and wherever."""
import warnings

import pytest, torch
import torch.nn.functional as F
from fastcore.basics import noop
from torch import nn

from mylearner.callback.core import (Callback, CancelBatchException, CancelEpochException, CancelException, CancelFitException,
    CancelTrainException, event)
from mylearner.callback.mixup import CutMix, MixUp
from mylearner.learner import Learner, Recorder
from mylearner.losses import BCEWithLogitsLossFlat
from mylearner.metrics import F1ScoreMulti, JaccardMulti, accuracy_multi
from mylearner.optimizer import SGD


class Oops(Exception): pass

class Same(nn.Module):
    "Gives back its input"
    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.ones(1))
    def forward(self, x): return x*self.w

def pairs(cbs):
    b = torch.eye(2),torch.tensor([0, 1])
    learn = Learner(([b], [b]), Same(), F.cross_entropy, opt_func=SGD, lr=0., cbs=cbs)
    learn.logger = noop
    return learn


@pytest.mark.parametrize('training', [True, False])
def test_the_loss_is_back_after_any_exception(training): # T-05
    raised = []
    for ev in event.all[1:]:
        for ex in (Oops, CancelBatchException, CancelTrainException, CancelEpochException, CancelFitException):
            def boom(self):
                if self.learn.training == training:
                    raised.append(ev)
                    raise ex
            learn = pairs(MixUp())
            cb = Callback(**{ev: boom})
            cb.order = 100
            with warnings.catch_warnings():
                warnings.simplefilter('ignore') # the learner warns where nothing was learnt
                try: learn.fit(1, cbs=cb)
                except (ex, CancelException): pass
            assert learn.loss_func is F.cross_entropy
            assert (learn.mix_up._stand_in, learn.mix_up.yb1) == (None, None)
            learn.fit(1)
    assert len(raised) > 40


@pytest.mark.parametrize('kind', [MixUp, CutMix])
def test_alpha_is_positive(kind):
    with pytest.raises(ValueError, match='more than 0'): kind(0)


@pytest.mark.parametrize('kind', [MixUp, CutMix])
@pytest.mark.parametrize('metric', [accuracy_multi, F1ScoreMulti(), JaccardMulti()])
def test_training_metrics_of_several_labels(kind, metric): # N-063
    "Metrics see the targets as the loader gave them"
    torch.manual_seed(0)
    b = torch.randn(8, 3, 4, 4),(torch.rand(8, 5) > 0.5).float()
    learn = Learner(([b]*3, [b]), nn.Sequential(nn.Flatten(), nn.Linear(48, 5)), BCEWithLogitsLossFlat(), lr=0., metrics=metric,
        cbs=[kind(), Recorder(train_metrics=True)])
    learn.logger = noop
    seen = []
    learn.fit(1, cbs=Callback(after_batch=lambda self: seen.append(self.learn.y.clone())))
    assert all(torch.equal(o, b[1]) for o in seen) and len(seen) == 4
