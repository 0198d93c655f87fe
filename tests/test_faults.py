"""Whatever goes wrong, wherever: the learner is as good as new afterwards.

Everything that changes something for the length of a fit is attached at once; then an error (or an interrupt, or a
cancellation) is raised at each event, in training and in validation, and what the fit could have left behind is compared.
"""
import gc, itertools, sys, threading
from pathlib import Path

import pytest
import torch
from fastcore.basics import noop
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

from mylearner.callback.core import Callback, CancelFitException, event
from mylearner.callback.fp16 import MixedPrecision
from mylearner.callback.hook import ActivationStats
from mylearner.callback.mixup import MixUp
from mylearner.callback.progress import CSVLogger
from mylearner.callback.schedule import ParamScheduler, SchedCos
from mylearner.callback.tracker import EarlyStoppingCallback, SaveModelCallback
from mylearner.callback.training import GradientAccumulation, GradientClip
from mylearner.learner import Learner
from mylearner.losses import CrossEntropyLossFlat
from mylearner.metrics import F1Score, accuracy
from mylearner.optimizer import Adam

g = torch.Generator().manual_seed(0)
x = torch.randn(24, 4, generator=g)
ds = TensorDataset(x, (x.sum(1) > 0).long())

def new_learner(path):
    torch.manual_seed(0)
    dls = [DataLoader(ds, 8, shuffle=True), DataLoader(ds, 8)]
    learn = Learner(dls, nn.Sequential(nn.Linear(4,8), nn.BatchNorm1d(8), nn.ReLU(), nn.Dropout(0.2), nn.Linear(8,2)), CrossEntropyLossFlat(),
        opt_func=Adam, metrics=[accuracy, F1Score(average='macro')], path=path)
    learn.silent,learn.logger = True,noop
    return learn

def busy_cbs(path):
    "Callbacks that all change something for the length of a fit"
    return [MixedPrecision('bf16'), ActivationStats(), MixUp(0.4), GradientAccumulation(16), GradientClip(1.), CSVLogger(append=True),
        ParamScheduler({'lr': SchedCos(0.1, 0.01), 'mom': SchedCos(0.5, 0.9)}), SaveModelCallback(), EarlyStoppingCallback(patience=9)]

def left_behind(learn, path):
    "All that a fit may not leave behind"
    hooks = [(n, len(m._forward_hooks), len(m._forward_pre_hooks), len(m._backward_hooks)) for n,m in learn.model.named_modules()]
    return dict(cbs=list(learn.cbs), loss_func=id(learn.loss_func), reduction=learn.loss_func.reduction, logger=learn.logger, purpose=learn.purpose,
        batch=(learn.dl, learn.pred, learn.loss, learn.loss_grad, learn.exception), depth=learn._depth,
        hypers=[{k: h[k] for k in ('lr','mom','wd')} for h in learn.opt.hypers] if learn.opt else None, hooks=hooks,
        autocast=(torch.is_autocast_enabled('cpu'), torch.is_autocast_enabled('cuda')), grad=torch.is_grad_enabled(), dtype=torch.get_default_dtype(),
        temp_files=sorted(o.name for o in Path(path).rglob('.*')), stdout=sys.stdout, threads=threading.active_count())

class Raise(Callback):
    "Raise `error` when `ev` fires the first time in training or in validation"
    order = 500
    def __init__(self, ev, training, error): self.ev,self.when,self.error,self.raised = ev,training,error,False
    def __call__(self, ev):
        if ev == self.ev and self.learn.training == self.when and not self.raised:
            self.raised = True
            raise self.error

def weights(learn): return [p.detach().clone() for p in learn.model.parameters()]

places = list(itertools.product(event.all[1:], (True, False)))

@pytest.mark.parametrize('error', [ZeroDivisionError('boom'), KeyboardInterrupt(), CancelFitException()], ids=lambda e: type(e).__name__)
def test_as_good_as_new(tmp_path, error):
    "T-05, S-203: an error at any event of a fit full of callbacks leaves nothing behind, and the learner fits as if new"
    fresh = new_learner(tmp_path)
    torch.manual_seed(5)
    fresh.fit(2, 0.01)
    raised = 0
    for ev,training in places:
        learn = new_learner(tmp_path)
        learn.create_opt()
        sd,before = {k:v.clone() for k,v in learn.model.state_dict().items()},left_behind(learn, tmp_path)
        cb = Raise(ev, training, error)
        try: learn.fit(2, 0.3, cbs=[*busy_cbs(tmp_path), cb])
        except (ZeroDivisionError, KeyboardInterrupt) as e: assert e is error
        raised += cb.raised
        after = left_behind(learn, tmp_path)
        for k in before: assert before[k] == after[k], (ev, training, k, before[k], after[k])
        learn.model.load_state_dict(sd)
        torch.manual_seed(5)
        learn.fit(2, 0.01, reset_opt=True)
        for p,q in zip(weights(learn), weights(fresh)): assert torch.equal(p, q), (ev, training)
        for o in Path(tmp_path).glob('*.csv'): o.unlink()
    assert raised >= 20   # the cancel events fire only where something is cancelled

@pytest.mark.parametrize('ev', [o for o in event.all[1:] if 'cancel' not in o and 'backward' not in o and 'step' not in o and 'train' not in o])
def test_inference_fails_cleanly(tmp_path, ev):
    "T-02, T-03: an error inside validation or prediction leaves no trace either"
    learn = new_learner(tmp_path)
    learn.fit(1, 0.01)
    before,modes,rng = left_behind(learn, tmp_path),[m.training for m in learn.model.modules()],torch.get_rng_state()
    for f in (learn.validate, learn.get_preds, lambda cbs: learn.get_preds(with_loss=True, cbs=cbs)):
        with pytest.raises(ZeroDivisionError): f(cbs=Raise(ev, False, ZeroDivisionError('boom')) if ev not in ('before_fit','before_epoch') else Any(ev))
        after = left_behind(learn, tmp_path)
        for k in before: assert before[k] == after[k], (ev, k)
        assert modes == [m.training for m in learn.model.modules()]
        assert torch.equal(rng, torch.get_rng_state())

class Any(Raise):
    "Raise whatever the mode says"
    def __init__(self, ev): super().__init__(ev, None, ZeroDivisionError('boom'))
    def __call__(self, ev):
        if ev == self.ev: raise self.error

def test_callbacks_in_every_order(tmp_path):
    "The busy callbacks give the same weights whatever order they are passed in: their `order` decides"
    def run(cbs):
        learn = new_learner(tmp_path)
        torch.manual_seed(1)
        learn.fit(1, 0.01, cbs=cbs)
        return weights(learn)
    first = run(busy_cbs(tmp_path))
    assert all(torch.equal(p, q) for p,q in zip(first, run(busy_cbs(tmp_path)[::-1])))

def test_no_cycles_keep_tensors(tmp_path):
    "After an error no batch stays alive once the exception is gone"
    learn = new_learner(tmp_path)
    graphs = lambda: {id(o): o for o in gc.get_objects() if isinstance(o, torch.Tensor) and o.grad_fn is not None}
    gc.collect()
    before = graphs()
    try: learn.fit(1, cbs=Raise('after_loss', True, ZeroDivisionError('boom')))
    except ZeroDivisionError: pass
    gc.collect()
    assert not [o for i,o in graphs().items() if i not in before]
