"""Steps recorded as CUDA graphs: the same weights as plain steps, and how long a step takes.

    python benchmarks/graph.py                 equality, then speed, on a GPU
    python benchmarks/graph.py --equality      equality alone
    python benchmarks/graph.py --speed         speed alone
    python benchmarks/graph.py --tape          equality on a CPU, where a tape stands in for the graph

Equality compares whole fits, plainly and by graph, over models, precisions, optimizers, schedules and callbacks. Speed gives
each contestant's time for a step as a ratio to the eager loop with fused AdamW, in turns, the best of several rounds.
"""
import argparse, json, time, warnings
from functools import partial
from pathlib import Path

import torch, torch.nn.functional as F
from torch import nn

from mylearner.all import *
from mylearner.callback.graph import Tape

class Block(nn.Module):
    "A transformer's layer"
    def __init__(self, d, p):
        super().__init__()
        self.n1,self.n2,self.qkv,self.out = nn.LayerNorm(d),nn.LayerNorm(d),nn.Linear(d, 3*d),nn.Linear(d, d)
        self.ff,self.h = nn.Sequential(nn.Linear(d, 4*d), nn.GELU(), nn.Dropout(p), nn.Linear(4*d, d)),d//64 or 1
    def forward(self, x):
        b,n,d = x.shape
        q,k,v = self.qkv(self.n1(x)).view(b, n, 3, self.h, d//self.h).permute(2,0,3,1,4)
        x = x + self.out(F.scaled_dot_product_attention(q, k, v).transpose(1,2).reshape(b, n, d))
        return x + self.ff(self.n2(x))

def mlp(p=0.): return nn.Sequential(nn.Linear(64,128), nn.ReLU(), nn.Dropout(p), nn.Linear(128,128), nn.ReLU(), nn.Linear(128,10))
def cnn(p=0.1):
    def conv(i, o): return [nn.Conv2d(i, o, 3, 2, 1, bias=False), nn.BatchNorm2d(o), nn.ReLU()]
    return nn.Sequential(*conv(1,16), *conv(16,32), *conv(32,64), *conv(64,64), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Dropout(p), nn.Linear(64,10))
def transformer(d=512, n=6, p=0.1): return nn.Sequential(*[Block(d, p) for _ in range(n)], nn.LayerNorm(d), nn.Linear(d, 10))

class PerToken(nn.Module):
    "Cross-entropy of every position"
    def forward(self, p, y): return F.cross_entropy(p.flatten(0,-2), y.flatten())

def data(kind, n, dev):
    g = torch.Generator().manual_seed(0)
    x = torch.randn(n, *dict(mlp=(64,), cnn=(1,28,28), transformer=(128,512), small=(8,64))[kind], generator=g)
    y = torch.randint(10, (n,) if kind in ('mlp','cnn') else x.shape[:2], generator=g)
    return x.to(dev),y.to(dev)

makers = dict(mlp=mlp, cnn=cnn, transformer=transformer, small=partial(transformer, 64, 2))
def loss_of(kind): return nn.CrossEntropyLoss() if kind in ('mlp','cnn') else PerToken()

# ---------------------------------------------------------------------------------------------------------- equality

def learner(kind, dev, n=160, bs=32, opt=Adam, cbs=None, lr=2**-8, **kw):
    torch.manual_seed(0)
    x,y = data(kind, n+64, dev)
    dls = DataLoaders.from_arrays(x[:n], y[:n], valid=(x[n:], y[n:]), bs=bs, drop_last=False, device=dev)
    learn = Learner(dls, makers[kind]().to(dev), loss_of(kind), opt_func=opt, lr=lr, cbs=cbs() if cbs else None, **kw)
    learn.silent = True
    return learn

def cases(dev):
    fit,cycle = lambda l: l.fit(4),lambda l: l.fit_one_cycle(4, 2**-8)
    sgd = partial(SGD, mom=0.9)
    for kind in ('mlp','cnn','small'):
        yield f'{kind} Adam',kind,fit,{}
        yield f'{kind} Adam one cycle',kind,cycle,{}
        yield f'{kind} SGD one cycle',kind,cycle,dict(opt=sgd)
        yield f'{kind} bf16',kind,lambda l: (l.to_bf16(), l.fit(4)),{}
        yield f'{kind} fp16',kind,lambda l: (l.to_fp16(), l.fit(4)),dict(opt=sgd)
        yield f'{kind} torch AdamW',kind,fit,dict(opt=torch.optim.AdamW)
        yield f'{kind} torch SGD',kind,fit,dict(opt=partial(torch.optim.SGD, momentum=0.9))
        yield f'{kind} Lamb',kind,fit,dict(opt=Lamb)
        yield f'{kind} accumulation',kind,fit,dict(opt=sgd, cbs=lambda: GradientAccumulation(80))
        yield f'{kind} clip, metrics',kind,fit,dict(cbs=lambda: GradientClip(0.1), metrics=accuracy if kind != 'small' else None)
        yield f'{kind} last batch smaller',kind,fit,dict(bs=48)
    yield 'mlp MixUp','mlp',fit,dict(cbs=lambda: MixUp())
    yield 'cnn averages, one cycle','cnn',cycle,dict(cbs=lambda: EMA(0.9))
    yield 'mlp frozen, then thawed, one cycle','mlp',lambda l: l.fine_tune(3),dict(splitter=lambda m: [list(m[:3].parameters()), list(m[3:].parameters())])
    if dev.type == 'cuda': yield 'mlp compiled','mlp',lambda l: (l.compile(), l.fit(4)),{}
    yield 'cnn channels last','cnn',lambda l: (l.to_channelslast(), l.fit(4)),{}
    yield 'mlp two fits, one of another rate','mlp',lambda l: (l.fit(2), l.fit(2, 2**-6), l.get_preds()),{}

def equality(dev, backend):
    bad = 0
    for name,kind,fit,kw in cases(dev):
        both = []
        try:
            for graph in (False,True):
                learn = learner(kind, dev, **kw)
                if graph: learn.graph(backend=backend)
                torch.manual_seed(1)
                with learn.no_logging(), learn.no_bar(): fit(learn)
                both.append(learn)
            a,b = both
            d = max((p.float()-q.float()).abs().max().item() for p,q in zip(a.model.state_dict().values(), b.model.state_dict().values()))
            l = max(abs(u-v) for u,v in zip(a.recorder.losses, b.recorder.losses))
            size = max(p.float().abs().max().item() for p in a.model.parameters())
            bad += not d < 2e-2*size or b.graph_report.repeated == 0
            print(f'{name:34s} weights {d:.1e}  losses {l:.1e}  {b.graph_report.line()}')
        except Exception as e:
            bad += 1
            print(f'{name:34s} FAILED {type(e).__name__}: {str(e).splitlines()[0][:200]}', *getattr(e, '__notes__', []))
    print(f'{bad} of the fits went wrong')
    return bad

# ------------------------------------------------------------------------------------------------------------- speed

def batches(kind, dev, n, bs):
    x,y = data(kind, bs*8, dev)
    return [(x[i*bs:(i+1)*bs], y[i*bs:(i+1)*bs]) for i in range(8)]*(n//8)

def raw(kind, dev, bs, amp, whole):
    "The eager loop, or the same step recorded by hand, momentum constant"
    model,loss_func = makers[kind](0.).to(dev) if kind != 'transformer' else makers[kind](p=0.).to(dev),loss_of(kind)
    opt = torch.optim.AdamW(model.parameters(), lr=torch.tensor(1e-3, device=dev), fused=True, capturable=True)
    def step(x, y):
        with torch.autocast('cuda', torch.bfloat16, enabled=amp, cache_enabled=not whole): loss = loss_func(model(x), y)
        loss.backward()
        opt.step()
        opt.zero_grad()
        return loss
    if not whole:
        def run(bs):
            for x,y in bs: step(x, y)
        return run
    x,y = (o.clone() for o in batches(kind, dev, 8, bs)[0])
    s = torch.cuda.Stream()
    s.wait_stream(torch.cuda.current_stream())
    with torch.cuda.stream(s):
        for _ in range(3): step(x, y)
    torch.cuda.current_stream().wait_stream(s)
    g = torch.cuda.CUDAGraph()
    with torch.cuda.graph(g): step(x, y)
    def run(bs):
        for a,b in bs:
            x.copy_(a)
            y.copy_(b)
            g.replay()
    run.kept = model,opt # the graph works on their memory
    return run

def ours(kind, dev, bs, amp, graph=True, cycle=False, bar=False):
    model = makers[kind](0.).to(dev) if kind != 'transformer' else makers[kind](p=0.).to(dev)
    data = Feeder()
    learn = Learner((data,), model, loss_of(kind), lr=1e-3)
    learn.silent = True
    if amp: learn.to_bf16()
    if graph: learn.graph()
    if not bar: learn.remove_cb(ProgressCallback)
    def run(bs):
        data.bs = bs
        with learn.no_logging(): learn.fit_one_cycle(1, 1e-3) if cycle else learn.fit(1)
    run.learn = learn
    return run

class Feeder:
    "Batches that are there already"
    bs = ()
    def __iter__(self): return iter(self.bs)
    def __len__(self): return len(self.bs)

def timed(run, bs):
    torch.cuda.synchronize()
    t = time.perf_counter()
    run(bs)
    torch.cuda.synchronize()
    return (time.perf_counter()-t)/len(bs)

# name, kind, batch size, in bfloat16?, batches, goals for a graph against one by hand: as it is, and with one cycle
rows = [('mlp','mlp',64,False,400,(1.15,1.6)), ('cnn','cnn',256,False,240,(1.05,1.3)),
    ('transformer bf16','transformer',32,True,64,(1.05,1.3)), ('transformer fp32','transformer',32,False,32,(1.05,1.3))]

def speed(dev, out):
    res = {}
    for name,kind,bs,amp,n,_ in rows:
        data = batches(kind, dev, n, bs)
        runs = dict(eager=raw(kind, dev, bs, amp, False), by_hand=raw(kind, dev, bs, amp, True), plain=ours(kind, dev, bs, amp, graph=False),
            graph=ours(kind, dev, bs, amp), graph_bar=ours(kind, dev, bs, amp, bar=True), one_cycle=ours(kind, dev, bs, amp, cycle=True))
        for run in runs.values(): run(data[:8])
        for run in runs.values(): run(data)
        best = {k:min(timed(run, data) for _ in range(4)) for k,run in runs.items()}
        res[name] = best
        base = best['eager']
        print(f'{name}: eager {base*1e6:.0f} µs; ' + ', '.join(f'{k} {v/base:.3f}' for k,v in best.items() if k != 'eager')
            + f"; graph to by hand {best['graph']/best['by_hand']:.2f}, one cycle to by hand {best['one_cycle']/best['by_hand']:.2f}")
        print('   ', runs['graph'].learn.graph_report.line(), '|', runs['one_cycle'].learn.graph_report.line())
    if out: keep(res, out)

def keep(res, out):
    "Write ratios for the page on speed, beside what the file has of other libraries"
    path = Path(out)
    was = json.loads(path.read_text()) if path.exists() else {}
    rows = {name: dict(eager_ms=round(b['eager']*1e3, 3), **{f'to_{k}': {o: round(v/b[k], 3) for o,v in b.items() if o not in ('eager','by_hand')} for k in ('eager','by_hand')})
        for name,b in res.items()}
    about = dict(command='python benchmarks/graph.py', device=torch.cuda.get_device_name(), torch=torch.__version__, date=time.strftime('%Y-%m-%d'), note=None)
    path.write_text(json.dumps(was | dict(about=about, rows=rows), indent=1) + '\n')

if __name__ == '__main__':
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument('--tape', action='store_true', help='on a CPU')
    p.add_argument('--equality', action='store_true', help='equality alone')
    p.add_argument('--speed', action='store_true', help='speed alone')
    p.add_argument('--out', help='a JSON file for the ratios (the page on speed reads benchmarks/gpu_results.json)')
    args = p.parse_args()
    warnings.simplefilter('ignore')
    if args.tape: raise SystemExit(equality(torch.device('cpu'), Tape))
    dev = torch.device('cuda', 0)
    print(torch.cuda.get_device_name(), torch.__version__)
    bad = 0 if args.speed else equality(dev, None)
    if not args.equality: speed(dev, args.out)
    raise SystemExit(bad)
