"Averages of the weights: every kind of model, among other callbacks, and against torch's classes"
import warnings

import pytest
import torch
import torch.nn.functional as F
from torch import nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from mylearner.callback.all import BnFreeze, CheckpointCallback, GradientAccumulation
from mylearner.callback.core import Callback, CancelBatchException, CancelStepException, CancelValidException
from mylearner.callback.ema import EMA, SWA
from mylearner.callback.tracker import EarlyStoppingCallback
from mylearner.data.core import DataLoaders
from mylearner.learner import Learner
from mylearner.metrics import mae
from mylearner.optimizer import SGD, Adam


def dls(bs=8, n=32, **kw):
    g = torch.Generator().manual_seed(0)
    x = torch.randn(n, 3, generator=g)
    return DataLoaders.from_arrays(x, x.sum(1, keepdim=True), valid=(x, x.sum(1, keepdim=True)), bs=bs, device='cpu', **kw)

def net(dropout=0.):
    torch.manual_seed(0)
    return nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4), nn.Dropout(dropout), nn.Linear(4, 1))

def learner(cbs, model=None, data=None, **kw):
    return Learner(data or dls(), model or net(), F.mse_loss, cbs=cbs, **dict(opt_func=SGD, lr=0.05) | kw)

def fit(learn, n=2, **kw):
    torch.manual_seed(1)
    with learn.no_bar(), learn.no_logging(): learn.fit(n, **kw)
    return learn

def same(a, b): return all(torch.equal(x, y) for x,y in zip(a, b, strict=True))

class Torchs(Callback):
    order = 56
    def __init__(self, decay): self.decay = decay
    def before_fit(self): self.avg = AveragedModel(self.learn.model, multi_avg_fn=get_ema_multi_avg_fn(self.decay))
    def after_step(self): self.avg.update_parameters(self.learn.model)


@pytest.mark.parametrize('opt', [SGD, Adam, torch.optim.AdamW])
@pytest.mark.parametrize('dropout', [0., 0.5])
def test_like_torch(opt, dropout): # N-180
    learn = fit(learner([EMA(0.9, warmup=False), Torchs(0.9)], net(dropout), opt_func=opt))
    assert same(learn.ema.averages.values(), learn.torchs.avg.module.parameters())

def test_training_never_sees_it(): # N-180
    a,b = fit(learner(None)),fit(learner([EMA(), SWA(0)]))
    assert same(a.model.state_dict().values(), b.model.state_dict().values())
    assert a.recorder.losses == b.recorder.losses
    assert [o[1] for o in a.recorder.values] == [o[1] for o in b.recorder.values]

def test_block_restores_after_an_error():
    learn = fit(learner(EMA(0.5)))
    was = [t.clone() for t in learn.model.state_dict().values()]
    places = [p.data_ptr() for p in learn.model.parameters()]
    with pytest.raises(ZeroDivisionError):
        with learn.averaged(): 1/0
    assert same(was, learn.model.state_dict().values()) and places == [p.data_ptr() for p in learn.model.parameters()]

def test_block_within_block():
    learn = fit(learner(EMA(0.5)))
    raw = learn.model[0].weight.detach().clone()
    with learn.averaged():
        inside = learn.model[0].weight.clone()
        with learn.averaged(): pass
        assert torch.equal(learn.model[0].weight, inside)
    assert torch.equal(learn.model[0].weight, raw)

def test_no_average_yet():
    with pytest.raises(ValueError, match='no average yet'):
        with learner(EMA()).averaged(): 0
    with pytest.raises(ValueError, match="there is no average 'swa'"): learner(EMA()).averaged('swa')

@pytest.mark.parametrize('dtype', [torch.bfloat16, torch.float64])
def test_types(dtype): # averages of 16-bit weights have 32
    model = nn.Linear(3, 1).to(dtype)
    data = dls()
    x = torch.randn(32, 3, dtype=dtype)
    data = DataLoaders.from_arrays(x, x.sum(1, keepdim=True), valid=(x, x.sum(1, keepdim=True)), bs=8, device='cpu')
    learn = fit(learner(EMA(0.9), model, data))
    assert learn.ema.averages['weight'].dtype == (torch.float32 if dtype == torch.bfloat16 else dtype)
    with learn.averaged(): assert torch.equal(learn.model.weight, learn.ema.averages['weight'].to(dtype))

def test_complex():
    class C(nn.Module):
        def __init__(self):
            super().__init__()
            self.w = nn.Parameter(torch.zeros(3, 1, dtype=torch.complex64))
        def forward(self, x): return (x.to(torch.complex64)@self.w).real
    learn = fit(learner([EMA(0.9, warmup=False)], C(), opt_func=torch.optim.SGD))
    assert learn.ema.averages['w'].is_complex() and learn.ema.averages['w'].abs().sum() > 0

def test_lazy_layers():
    learn = fit(learner(EMA(0.9), nn.Sequential(nn.LazyLinear(4), nn.Linear(4, 1))))
    assert learn.ema.averages['0.weight'].shape == (4, 3) and learn.ema.count == 8

def test_tied_parameters():
    model = nn.Sequential(nn.Linear(3, 3), nn.Linear(3, 3), nn.Linear(3, 1))
    model[1].weight = model[0].weight
    learn = fit(learner(EMA(0.9), model))
    with learn.averaged(): assert learn.model[1].weight is learn.model[0].weight
    assert '1.weight' not in learn.ema.averages

def test_accumulation_and_skipped_steps(): # N-185
    class Skip(Callback):
        order = 12
        def before_step(self):
            if self.learn.iter % 2: raise CancelStepException
    assert fit(learner([EMA(0.9), GradientAccumulation(n_batches=2)])).ema.count == 4
    assert fit(learner([EMA(0.9), Skip()])).ema.count == 4

def test_cancelled_batches(): # N-185
    class Cancel(Callback):
        def before_batch(self):
            if self.learn.training and self.learn.iter: raise CancelBatchException
    assert fit(learner([EMA(0.9), Cancel()])).ema.count == 2

def halves(m): return [list(m[0].parameters()), list(m[1:].parameters())]

def test_frozen_groups(): # frozen weights are their own average, to the bit
    learn = learner(EMA(0.9), splitter=halves)
    learn.freeze()
    fit(learn)
    assert torch.equal(learn.ema.averages['0.weight'], learn.model[0].weight)
    assert not torch.equal(learn.ema.averages['3.weight'], learn.model[3].weight)
    learn.unfreeze()
    fit(learn)
    assert not torch.equal(learn.ema.averages['0.weight'], learn.model[0].weight)

def test_frozen_after_training_goes_on():
    "An average that has not arrived goes on towards frozen weights, as torch's does"
    learn = learner([EMA(0.5, warmup=False)], splitter=halves)
    fit(learn)
    learn.freeze()
    was = (learn.ema.averages['0.weight'] - learn.model[0].weight).norm().item()
    fit(learn)
    assert (learn.ema.averages['0.weight'] - learn.model[0].weight).norm().item() < was*0.01

def test_new_layer_between_fits():
    learn = fit(learner(EMA(0.9)))
    learn.model[3] = nn.Linear(4, 1)
    fit(learn)
    with learn.averaged(): assert torch.equal(learn.model[3].weight, learn.ema.averages['3.weight'])
    learn.model[3] = nn.Linear(4, 2)
    with pytest.raises(ValueError, match='changed since it was averaged'):
        with learn.averaged(): 0

@pytest.mark.parametrize('metrics', [None, mae])
def test_columns(metrics):
    learn = fit(learner([EMA(0.9), SWA(1)], metrics=metrics), 3)
    ms = ['mae'] if metrics else []
    cols = ['valid_loss', *ms]
    assert list(learn.recorder.metric_names) == ['epoch', 'train_loss', *cols, *(f'ema_{o}' for o in cols), *(f'swa_{o}' for o in cols), 'time']
    row = dict(zip(learn.recorder.metric_names[1:], learn.recorder.values[-1]))
    for k in ('ema', 'swa'):
        with learn.averaged(k): assert list(learn.validate()) == [row[f'{k}_{o}'] for o in cols]
    assert learn.recorder.values[0][-1] is None and learn.recorder.history[-1]['swa_valid_loss'] == row['swa_valid_loss']

def test_watched_column():
    learn = fit(learner([EMA(0.9), EarlyStoppingCallback('ema_valid_loss', min_delta=100.)]), 9)
    assert len(learn.recorder.values) == 2

def test_no_columns_where_nothing_is_validated():
    assert not fit(learner(EMA(0.9, validate=False))).ema.columns
    only = dls()
    assert not fit(learner(EMA(0.9), data=DataLoaders(only.train))).ema.columns

def test_skipped_validation():
    class Rarely(Callback):
        def before_validate(self):
            if not self.learn.epoch % 2: raise CancelValidException
    learn = fit(learner([EMA(0.9), Rarely()]), 2)
    assert len(learn.recorder.values[0]) == len(learn.recorder.values[1])

def test_inference_inside_the_fit():
    class Ask(Callback):
        purposes = 'fit',
        def after_epoch(self):
            self.raw = self.learn.get_preds()[0]
            with self.learn.averaged(): self.avg = self.learn.get_preds()[0]
    learn = fit(learner([EMA(0.9), Ask()]))
    assert torch.equal(learn.ask.raw, learn.get_preds()[0])
    with learn.averaged(): assert torch.equal(learn.ask.avg, learn.get_preds()[0])
    assert not torch.equal(learn.ask.raw, learn.ask.avg)

def test_unchanged(): # N-184
    learn = fit(learner([EMA(0.9), SWA(0)]))
    was = {k: v.clone() for k,v in learn.ema.averages.items()}
    count,swa = learn.ema.count,{k: v.clone() for k,v in learn.swa.averages.items()}
    with learn.unchanged(training=True): fit(learn, lr=0.1)
    assert same(was.values(), learn.ema.averages.values()) and learn.ema.count == count
    assert same(swa.values(), learn.swa.averages.values())

def test_lr_find_leaves_it_alone(): # N-184
    from mylearner.callback.schedule import Learner as L # noqa: F401 (it adds `lr_find`)
    learn = fit(learner(EMA(0.9)))
    was = {k: v.clone() for k,v in learn.ema.averages.items()}
    with learn.no_bar(), learn.no_logging(): learn.lr_find(num_it=10, show_plot=False)
    assert same(was.values(), learn.ema.averages.values())
    assert fit(learn).ema.count == 16

def test_bn_freeze_keeps_statistics(): # N-186
    learn = learner([SWA(0), BnFreeze()], splitter=halves)
    learn.model[1].running_mean.fill_(0.25)
    for p in learn.model[1].parameters(): p.requires_grad_(False)
    fit(learn)
    with learn.averaged(): assert torch.equal(learn.model[1].running_mean, torch.full((4,), 0.25))

def test_statistics_leave_no_trace(): # N-186
    a,b = fit(learner(SWA(0), net(0.3), update := dls(shuffle=True)), 3),fit(learner(SWA(0, update_bn=False), net(0.3), dls(shuffle=True)), 3)
    assert update and same(a.model.state_dict().values(), b.model.state_dict().values())
    assert [m.momentum for m in a.model.modules() if hasattr(m, 'momentum')] == [0.1]

def test_statistics_need_batches():
    learn = fit(learner(SWA(0, validate=False)))
    learn.dls = DataLoaders([], [])
    with pytest.raises(ValueError, match='gives no batches'):
        with learn.averaged(): 0

@pytest.mark.parametrize('cb', [EMA(0.9), EMA(0.9, use_buffers=True), SWA(0)])
def test_state(cb): # N-183
    a = fit(learner(cb))
    b = learner(type(cb)(**({'use_buffers': True} if cb.use_buffers else {})))
    b.cbs[-1].load_state_dict(cb.state_dict())
    with a.averaged(): want = [t.clone() for t in a.model.state_dict().values()]
    if not isinstance(cb, SWA): b.model.load_state_dict(a.model.state_dict()) # (buffers that are not averaged are the model's)
    with warnings.catch_warnings(), b.averaged(): assert same(want, b.model.state_dict().values())

def test_half_model():
    learn = learner(EMA(0.9), nn.Sequential(nn.Linear(3, 4), nn.Linear(4, 1)))
    learn.to_bf16()
    fit(learn)
    assert learn.ema.count == 8

def test_recorded_steps(): # N-187
    graph = pytest.importorskip('mylearner.callback.graph')
    for decay in (0.5, 0.9, 0.999):
        a,b = fit(learner(EMA(decay)), 3),fit(learner(EMA(decay)).graph(backend=graph.Tape), 3)
        assert b.graph_report.outside is None and b.graph_report.repeated and a.ema.count == b.ema.count == 12
        for x,y in zip(a.ema.averages.values(), b.ema.averages.values()): torch.testing.assert_close(x, y, rtol=1e-6, atol=1e-7)

class Stop(Callback):
    order = 2000
    def after_batch(self):
        if self.learn.training and self.learn.epoch == 2 and self.learn.iter == 1: raise KeyboardInterrupt

@pytest.mark.filterwarnings('ignore:the checkpoint was written with the callbacks stop')
def test_resumed_in_the_middle_of_an_epoch(tmp_path): # N-183
    make = lambda name, *cbs: learner([EMA(.9), SWA(1), CheckpointCallback(), *cbs], path=tmp_path/name)
    whole = fit(make('a'), 4)
    with pytest.raises(KeyboardInterrupt): fit(make('b', Stop()), 4)
    rest = fit(make('b'), 4, resume=True)
    for k in ('ema', 'swa'):
        a,b = getattr(whole, k),getattr(rest, k)
        assert a.count == b.count and same(a.averages.values(), b.averages.values())
    assert whole.recorder.values[-1] == rest.recorder.values[-1]
