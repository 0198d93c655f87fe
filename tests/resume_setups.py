"Small runs for the tests of resuming: each set-up is a script that trains, and can be stopped after any batch"
import gc, random, signal, tempfile, warnings
from functools import partial
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F
from torch.utils.data import DataLoader as TorchLoader, Dataset, RandomSampler, TensorDataset, WeightedRandomSampler

import mylearner.learner
from mylearner.callback.all import *
from mylearner.data.core import DataLoaders
from mylearner.data.load import DataLoader
from mylearner.losses import CrossEntropyLossFlat
from mylearner.metrics import F1Score, RocAucBinary, accuracy
from mylearner.recorder import Recorder
from mylearner.optimizer import Adam, Lamb, Larc, Lookahead, QHAdam, RAdam, RMSProp, SGD, ranger
from mylearner.stop_signals import TrainingInterrupted

X = torch.randn(20, 4, generator=torch.Generator().manual_seed(1))
Y = (X.sum(1) > 0).long()

class Noisy(Dataset):
    "Items with noise from all three generators"
    def __len__(self): return len(X)
    def __getitem__(self, i): return X[i] + torch.rand(1)*0.1 + random.random()*0.1 + float(np.random.rand())*0.1, Y[i]

class Net(nn.Module):
    "Dropout, batch norm, a counter, a buffer that is not saved, a memory"
    def __init__(self, norm=True):
        super().__init__()
        self.body,self.head = nn.Sequential(nn.Linear(4,6), nn.BatchNorm1d(6) if norm else nn.Identity(), nn.ReLU(), nn.Dropout(0.3)),nn.Linear(6,2)
        self.n_calls,self.last = 0,None
        self.register_buffer('avg', torch.zeros(6), persistent=False)
    def forward(self, x):
        h = self.body(x)
        if self.training:
            self.n_calls += 1
            self.avg.lerp_(h.detach().mean(0).to(self.avg.dtype), 0.1)
            if self.last is not None: h = h + 0.01*self.last.to(h.dtype)
            self.last = h.detach().mean(0)
        return self.head(h) + 1e-3*self.n_calls + 1e-2*self.avg.sum()

def split(m): return [list(m.body.parameters()), list(m.head.parameters())]

class Average(Callback):
    "An averaged model, and an optimizer of its own"
    order = 70
    def before_fit(self):
        if hasattr(self, 'net'): return
        self.net = nn.Linear(4,2)
        self.opts = [torch.optim.Adam(self.net.parameters(), 0.01)]
    def after_batch(self):
        if not self.learn.training: return
        F.cross_entropy(self.net(self.learn.xb[0]), self.learn.yb[0]).backward()
        self.opts[0].step()
        self.opts[0].zero_grad()

class Draws(Callback):
    "Draws from a generator of its own, and counts"
    state_names,run_valid = ('count','seen'),False
    def __init__(self): self.gen,self.np,self.count,self.seen = torch.Generator().manual_seed(3),np.random.default_rng(4),0,[]
    def before_batch(self):
        self.count += 1
        k = torch.rand(1, generator=self.gen).item() + self.np.random()
        self.seen.append(k)
        self.learn.xb = (self.learn.xb[0] + 0.01*k,)

def ours(ds=None, bs=6, **kw): return [DataLoader(ds or TensorDataset(X, Y), bs=bs, shuffle=True, **kw), DataLoader(TensorDataset(X[:9], Y[:9]), bs=4)]
def torchs(ds=None, bs=6, **kw):
    if not {'sampler', 'batch_sampler'} & set(kw): kw['shuffle'] = True
    return [TorchLoader(ds or TensorDataset(X, Y), batch_size=bs, **kw), TorchLoader(TensorDataset(X[:9], Y[:9]), batch_size=4)]

one_cycle = lambda learn, n=3, **kw: learn.fit_one_cycle(n, 0.05, **kw)
plain = lambda learn, n=3, **kw: learn.fit(n, 0.05, **kw)

def tune(learn, **kw): learn.fine_tune(2, 0.02, **kw)
def flat(learn, **kw): learn.fit_flat_cos(3, 0.02, **kw)
def sgdr(learn, **kw): learn.fit_sgdr(2, 1, 0.02, **kw)
def two(learn, **kw):
    learn.fit(2, 0.05, **kw)
    with torch.no_grad(): learn.model.head.weight.add_(torch.rand(()))
    learn.fit_one_cycle(2, 0.02, **kw)

def setup(fit=one_cycle, data=ours, opt=Adam, cbs=(), metrics=(accuracy,), loss=CrossEntropyLossFlat, splitter=split, prepare=None, norm=True, model=None):
    return dict(fit=fit, data=data, opt=opt, cbs=cbs, metrics=metrics, loss=loss, splitter=splitter, prepare=prepare, norm=norm, model=model)

def fp16(learn): learn.to_fp16(init_scale=2.**14, growth_interval=3)
def bf16(learn): learn.to_bf16()
def non_native(learn): learn.to_non_native_fp16()

setups = dict(
    one_cycle=setup(), adamw=setup(opt=torch.optim.AdamW), plain=setup(plain, opt=partial(SGD, mom=0.9)), tune=setup(tune), flat=setup(flat), sgdr=setup(sgdr),
    two_fits=setup(two), sgd_torch=setup(opt=partial(torch.optim.SGD, momentum=0.9, lr=0.05)),
    lookahead=setup(opt=lambda p, lr: Lookahead(Adam(p, lr=lr), k=3)), ranger=setup(opt=ranger), lamb=setup(opt=Lamb), larc=setup(opt=partial(Larc, mom=0.9)),
    rmsprop=setup(opt=RMSProp), qhadam=setup(opt=QHAdam), radam=setup(opt=RAdam), lbfgs_like=setup(opt=torch.optim.Adagrad),
    fp16=setup(prepare=fp16), bf16=setup(prepare=bf16), non_native=setup(prepare=non_native, norm=False, opt=partial(SGD, mom=0.9)),
    accumulate=setup(cbs=lambda: [GradientAccumulation(13)]), accumulate_clip_fp16=setup(prepare=fp16, cbs=lambda: [GradientAccumulation(13), GradientClip(0.1)]),
    mixup=setup(cbs=lambda: [MixUp(0.4)]), short=setup(cbs=lambda: [ShortEpochCallback(0.5)]),
    noisy=setup(data=partial(ours, Noisy())), noisy_workers=setup(data=partial(ours, Noisy(), num_workers=2)),
    torch_loader=setup(data=torchs), torch_noisy=setup(data=partial(torchs, Noisy())), torch_workers=setup(data=partial(torchs, num_workers=2)),
    torch_persistent=setup(data=partial(torchs, num_workers=2, persistent_workers=True)),
    torch_generator=setup(data=lambda: torchs(generator=torch.Generator().manual_seed(5))),
    torch_weighted=setup(data=lambda: torchs(sampler=WeightedRandomSampler(torch.ones(len(X)), 20))),
    torch_replace=setup(data=lambda: torchs(sampler=RandomSampler(X, replacement=True, num_samples=20, generator=torch.Generator().manual_seed(6)))),
    ours_sampler=setup(data=lambda: [DataLoader(TensorDataset(X, Y), bs=6, sampler=RandomSampler(X)), DataLoader(TensorDataset(X[:9], Y[:9]), bs=4)]),
    ours_generator=setup(data=lambda: ours(generator=torch.Generator().manual_seed(5))),
    lists=setup(data=lambda: [[(X[i:i+6], Y[i:i+6]) for i in range(0, 18, 6)], [(X[:9], Y[:9])]]),
    no_valid=setup(data=lambda: ours()[:1], metrics=()),
    trackers=setup(plain, cbs=lambda: [SaveModelCallback(), EarlyStoppingCallback(patience=1, min_delta=0.01), ReduceLROnPlateau(patience=1)]),
    stop_early=setup(plain, cbs=lambda: [EarlyStoppingCallback(patience=1, min_delta=10.)]),
    torch_sched=setup(plain, cbs=lambda: [TorchScheduler(partial(torch.optim.lr_scheduler.StepLR, step_size=1, gamma=0.5))]),
    torch_sched_batch=setup(plain, opt=torch.optim.AdamW, cbs=lambda: [TorchScheduler(partial(torch.optim.lr_scheduler.OneCycleLR, max_lr=0.1, total_steps=12), step='batch')]),
    torch_plateau=setup(plain, cbs=lambda: [TorchScheduler(partial(torch.optim.lr_scheduler.ReduceLROnPlateau, patience=0))]),
    held=setup(cbs=lambda: [Average(), Draws()]),
    metrics=setup(metrics=(accuracy, F1Score(), RocAucBinary()), cbs=lambda: [Recorder(train_metrics=True)]))

# ---

def make(s, folder, **kw):
    "The learner of a set-up, made as a script makes it"
    torch.manual_seed(7); random.seed(7); np.random.seed(7)
    model,own = (s['model']() if s['model'] else Net(s['norm'])),{} if s['model'] else dict(splitter=s['splitter'])
    learn = mylearner.learner.Learner(DataLoaders(*s['data']()), model, s['loss'](), opt_func=s['opt'], **own, path=folder, metrics=list(s['metrics']),
        cbs=[*(s['cbs']() if s['cbs'] else []), CheckpointCallback(signals=False, **kw)])
    if s['prepare']: s['prepare'](learn)
    return learn

class Stop(Callback):
    "Tells the process to stop, `n` batches (of any part) after this fit began to run here"
    order,purposes = 90,('fit',)
    def __init__(self, n): self.left = n
    def before_batch(self):
        self.left -= 1
        if self.left == 0: self.learn.checkpoint._stops.told = signal.SIGTERM

def run(s, folder, stop=None, **kw):
    "Train, and stop after `stop` batches; the learner, or None if it was stopped"
    from mylearner.callback import checkpoint
    checkpoint._runs.clear() # as a new process would
    gc.collect() # workers of a run that was stopped end here, rather than anywhere
    learn = make(s, folder, **kw)
    if stop: learn.add_cb(Stop(stop))
    with warnings.catch_warnings():
        warnings.filterwarnings('ignore', 'the callbacks? ')
        warnings.filterwarnings('ignore', 'the checkpoint was written with')
        try:
            with learn.no_logging(): s['fit'](learn, resume=True)
        except TrainingInterrupted: return None
    learn.after = random_numbers()
    return learn

def random_numbers(): return torch.get_rng_state(), random.getstate(), np.random.get_state()[1].tolist()

def n_batches(s):
    "Batches of all parts in a run that is not stopped"
    count = []
    learn = make(s, Path(tempfile.mkdtemp()))
    learn.add_cb(Callback(before_batch=lambda self: count.append(1)))
    with learn.no_logging(): s['fit'](learn)
    return len(count)

def leaves(o, at=''):
    if isinstance(o, dict):
        for k,v in o.items(): yield from leaves(v, f'{at}.{k}')
    elif isinstance(o, (list, tuple)):
        for i,v in enumerate(o): yield from leaves(v, f'{at}.{i}')
    else: yield at,o

def timeless(learn): return [dict(e, rows=[{k: v for k,v in o.items() if k != 'seconds'} for o in e['rows']]) for e in learn.history.state_dict()]

def outcome(learn):
    "All that two runs must agree in"
    rec = learn.recorder
    history = [{k: v for k,v in o.items() if k != 'seconds'} for o in rec.history]
    res = dict(model=learn.model.state_dict(), extra=[getattr(learn.model, k, None) for k in ('n_calls','avg','last')], opt=learn.opt.state_dict(), history=history, life=timeless(learn),
        losses=list(rec.losses), lrs=list(rec.lrs), values=[list(o) for o in rec.values], hps={k: list(v) for k,v in rec.hps.items()}, iters=list(rec.iters),
        rng=learn.__dict__.get('after'), counters=(learn.train_iter, learn.pct_train, learn.epoch),
        cbs={cb.name: {k: v for k,v in cb.state_dict().items() if k not in ('seconds', 'last_saved_path', '_crc', 'n_saved', 'log')} for cb in learn.cbs if cb.name != 'stop'})
    for cb in learn.cbs:
        for k in ('net', 'gen'):
            if k in vars(cb): res[k] = cb.net.state_dict() if k == 'net' else cb.gen.get_state()
    return dict(leaves(res))

def same(a, b):
    if isinstance(a, torch.Tensor): return isinstance(b, torch.Tensor) and a.dtype == b.dtype and a.shape == b.shape and torch.equal(a.nan_to_num(), b.nan_to_num())
    return type(a) is type(b) and (a == b or (a != a and b != b))

def differences(a, b): return [k for k in {**a, **b} if not (k in a and k in b and same(a[k], b[k]))]
