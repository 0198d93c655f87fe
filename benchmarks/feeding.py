"""What surrounds a step: batches on their way to the device, averages of the weights, mixing, fits of a few steps.

    python benchmarks/feeding.py            on the GPU, or without one on the CPU
    python benchmarks/feeding.py --checks   first checks on a GPU that need no clock: no waits, same batches, same averages

Each row times its contestants in turns and prints medians.
"""
import argparse, statistics, time
from functools import partial

import torch
import torch.nn.functional as F
from torch import nn

from mylearner.callback.core import Callback
from mylearner.callback.ema import EMA
from mylearner.callback.mixup import CutMix, MixUp
from mylearner.data.core import DataLoaders
from mylearner.learner import Learner
from mylearner.optimizer import Adam

device = torch.device('cuda' if torch.cuda.is_available() else 'cpu')

def sync():
    if device.type == 'cuda': torch.cuda.synchronize()

def timed(n, reps=15, **contestants):
    "Medians of the seconds for each of `n` things that a contestant does, in turns"
    secs = {k: [] for k in contestants}
    for i in range(reps+2):
        for k,f in contestants.items():
            sync(); t = time.perf_counter(); f(); sync()
            if i > 1: secs[k].append((time.perf_counter()-t)/n)
    return {k: statistics.median(v) for k,v in secs.items()}

def show(name, secs, base):
    print(name)
    for k,v in secs.items(): print(f'  {k:28} {v*1e6:9.1f} µs   {v/secs[base]:.2f}')

def use_up(dl):
    for _ in dl: pass

def feeding(n=16384, width=784, bs=256):
    "Batches of images of 28×28 pixels, without a model"
    x,y = torch.randn(n, width),torch.randint(0, 10, (n,))
    make = partial(DataLoaders.from_arrays, x, y, valid_pct=0, bs=bs, device=device)
    ways = dict(copied=make(resident=False), pinned=make(resident=False, pin_memory=device.type == 'cuda'),
        ahead=make(resident=False, prefetch=2, pin_memory=device.type == 'cuda'), resident=make())
    show('a batch of 256×784', timed(n//bs, **{k: partial(use_up, dls.train) for k,dls in ways.items()}), 'copied')

def fed(n=16384, bs=256):
    "A network whose step takes about as long as a batch takes to arrive: `ahead` copies on a stream of its own, while the GPU computes"
    g = torch.Generator().manual_seed(0)
    x,y = torch.randn(n, 784, generator=g),torch.randint(0, 10, (n,), generator=g)
    def make(graph=False, **kw):
        torch.manual_seed(0)
        dls = DataLoaders.from_arrays(x, y, valid_pct=0, bs=bs, device=device, **kw)
        learn = Learner(dls, nn.Sequential(nn.Linear(784, 1024), nn.ReLU(), nn.Linear(1024, 1024), nn.ReLU(), nn.Linear(1024, 10)), F.cross_entropy, graph=graph)
        silent_fit(learn)
        return partial(silent_fit, learn)
    pin = device.type == 'cuda'
    for graph in (False, True) if pin else (False,):
        show(f'a step fed with 256×784{", by a graph" if graph else ""}', timed(n//bs, reps=7, copied=make(graph, resident=False), pinned=make(graph, resident=False, pin_memory=pin),
            ahead=make(graph, resident=False, prefetch=2, pin_memory=pin), resident=make(graph)), 'copied')

def net(): return nn.Sequential(nn.Linear(64, 256), nn.ReLU(), nn.Linear(256, 256), nn.ReLU(), nn.Linear(256, 10))

def learner(cbs=None, n=4096, bs=64, opt_func=Adam):
    g = torch.Generator().manual_seed(0)
    x,y = torch.randn(n, 64, generator=g),torch.randint(0, 10, (n,), generator=g)
    torch.manual_seed(0)
    learn = Learner(DataLoaders.from_arrays(x, y, valid_pct=0, bs=bs, device=device), net(), F.cross_entropy, opt_func, cbs=cbs)
    return learn

def silent_fit(learn, n=1):
    with learn.no_bar(), learn.no_logging(): learn.fit(n)

def around():
    "A small network, with callbacks"
    ls = dict(plain=learner(), ema=learner(EMA(validate=False)), mixup=learner(MixUp()))
    show('a step', timed(64, **{k: partial(silent_fit, o) for k,o in ls.items()}), 'plain')

def by_hand(learn):
    opt = torch.optim.AdamW(learn.model.parameters(), fused=True)
    learn.model.train()
    for xb,yb in learn.dls.train:
        F.cross_entropy(learn.model(xb.to(device)), yb.to(device)).backward()
        opt.step(); opt.zero_grad()

def short():
    "A fit of four steps"
    learn = learner(n=256)
    silent_fit(learn)
    show('a fit of four steps', timed(1, reps=101, raw=partial(by_hand, learn), learner=partial(silent_fit, learn)), 'raw')

class NoWaits(Callback):
    "Raise where a callback before it has waited for the device within `before_batch`"
    order = -100
    def before_batch(self):
        if self.learn.training and self.learn.iter > 2: torch.cuda.set_sync_debug_mode('error')
    def after_pred(self): torch.cuda.set_sync_debug_mode('default')

def checks():
    if device.type != 'cuda': return print('checks: there is no GPU')
    silent_fit(learner([MixUp(), NoWaits()]))
    x,y = torch.randn(512, 3, 16, 16),torch.randint(0, 10, (512,))
    images = DataLoaders.from_arrays(x, y, valid_pct=0, bs=64, device=device)
    silent_fit(Learner(images, nn.Sequential(nn.Flatten(), nn.Linear(768, 10)), F.cross_entropy, cbs=[CutMix(), NoWaits()]))
    learn = learner(EMA(0.9))
    silent_fit(learn)
    here = {k: v.cpu() for k,v in learn.ema.averages.items()}
    with learn.averaged():
        for k,p in learn.model.named_parameters(): assert torch.equal(p.cpu(), here[k])
    def batches(**kw):
        torch.manual_seed(0) # for the split as well
        return [[t.cpu() for t in b] for b in DataLoaders.from_arrays(x, y, valid_pct=0, bs=64, **kw).train]
    for kw in dict(resident=True),dict(resident=False),dict(resident=False, prefetch=2, pin_memory=True):
        for p,q in zip(batches(device=device, **kw), batches(device='cpu'), strict=True): assert all(torch.equal(s, t) for s,t in zip(p, q)), kw
    fused = learner(opt_func=torch.optim.AdamW)
    silent_fit(fused)
    assert all(g['fused'] for g in fused.opt.param_groups)
    print('checks: good')

if __name__ == '__main__':
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument('--checks', action='store_true')
    print(torch.__version__, torch.cuda.get_device_name() if device.type == 'cuda' else 'CPU')
    if p.parse_args().checks: checks()
    feeding()
    fed()
    around()
    short()
