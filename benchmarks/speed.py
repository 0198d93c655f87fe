"""Speed against the loop written by hand, and against other libraries.

    python benchmarks/speed.py all             every row, and benchmarks/results.json
    python benchmarks/speed.py step --quick    one row, fewer repetitions, without the peers beyond fastai
    python benchmarks/speed.py                 the list of rows

Every row compares contestants in one process, one after the other in turns, many times over; a figure is the median of
the ratios to the hand-written loop of the same turn, with the quartiles beside it. Other libraries are measured where they
are installed (`benchmarks/peers.sh` makes environments that have them): fastai here, the others in `peers.py`.

Each row replaces its own result in the file. A library that needs another version of torch has an environment of its own,
and results of its own in the file: `python benchmarks/speed.py step imports --only Composer`.
"""
import argparse, gc, json, os, platform, statistics, subprocess, sys, tempfile, time, warnings
from contextlib import redirect_stderr, redirect_stdout
from functools import partial
from importlib import metadata
from importlib.util import find_spec
from io import StringIO
from pathlib import Path

import torch
import torch.nn.functional as F
from mylearner.torch_core import defaults
from torch import nn

import mylearner
from mylearner import learner as ml
from mylearner import optimizer as mo
from mylearner.callback.core import Callback
from mylearner.callback.progress import ProgressCallback
from mylearner.data.load import DataLoader
from mylearner import metrics as mm
import peers

our_cbs = tuple(defaults.callbacks)
os.environ['TERM'] = 'xterm' # bars rest on dumb terminals
rows,results = {},{}
opts = argparse.Namespace(quick=False, reps=None, device=None, only=None)

def row(f):
    rows[f.__name__] = f
    return f

def fast_ai():
    "Is fastai there, and wanted?"
    return find_spec('fastai') is not None and not opts.only

def others(makers, *args):
    "What the other libraries do with the same work, those that are installed and wanted"
    if opts.quick: return {}
    out = {}
    for f in makers:
        try: out |= f(*args)
        except ImportError: pass
    return {k: quiet(f) for k,f in out.items() if not opts.only or k.startswith(opts.only)}

class Quiet(StringIO):
    "Where progress goes while the clock runs: to a terminal, as far as anyone can tell, that keeps nothing"
    def write(self, s): return len(s)
    def isatty(self): return True

def quiet(f):
    def _f():
        with redirect_stdout(Quiet()), redirect_stderr(Quiet()): f()
    return _f

def compare(name, base, n, goal=None, reps=15, **contestants):
    "Time callables in turns; `n` is the number of steps in each, `base` the name of the one that ratios refer to, `goal` the ratios aimed at"
    reps = opts.reps or (5 if opts.quick else reps)
    for f in contestants.values(): f()
    secs = {k: [] for k in contestants}
    gc.collect(); gc.disable()
    try:
        for i in range(reps):
            ks = list(contestants)
            for k in ks[i%len(ks):] + ks[:i%len(ks)]:
                t = time.perf_counter(); contestants[k](); secs[k].append((time.perf_counter()-t)/n)
            gc.collect()
    finally: gc.enable()
    out = {}
    for k,v in secs.items():
        out[k] = spread([a/b for a,b in zip(v, secs[base])], statistics.median(v)*1e6)
    results[name] = dict(base=base, goal=goal, reps=reps, of=out)
    show(name)

def spread(ratios, us):
    "Median and quartiles"
    q = statistics.quantiles(ratios, n=4, method='inclusive') if len(ratios) > 2 else [min(ratios), 0, max(ratios)]
    return dict(ratio=round(statistics.median(ratios), 4), low=round(q[0], 4), high=round(q[2], 4), us=round(us, 2))

def record(name, goal=None, **of):
    "Figures that are not times"
    results[name] = dict(goal=goal, of=of)
    show(name)

def show(name):
    r,goal = results[name],results[name]['goal'] or {}
    print(f"\n{name}")
    for k,v in r['of'].items():
        want = f'   goal: <= {goal[k]}' if k in goal else ''
        if isinstance(v, dict) and 'us' in v: print(f"  {k:34} {v['ratio']:8.3f}  [{v['low']:.3f}, {v['high']:.3f}]  {v['us']:10.1f} µs{want}")
        else: print(f"  {k:34} {v}{want}")

# ---- the work ----

N = 300
def mlp():
    torch.manual_seed(0)
    return nn.Sequential(nn.Linear(16,32), nn.ReLU(), nn.Linear(32,1))

def batches(n=N, bs=8):
    g = torch.Generator().manual_seed(0)
    return [(torch.randn(bs,16, generator=g), torch.randn(bs,1, generator=g)) for _ in range(n)]

def raw_loop(opt_func=partial(torch.optim.AdamW, fused=True), b=None, model=None, loss_func=F.mse_loss):
    m = model or mlp()
    opt,b = opt_func(m.parameters(), lr=1e-3),b or batches()
    def f():
        m.train()
        for xb,yb in b:
            loss = loss_func(m(xb), yb)
            loss.backward()
            opt.step()
            opt.zero_grad()
    return f

fused = partial(torch.optim.AdamW, fused=True)
def ours(opt_func=fused, cbs=None, metrics=None, bar=False, b=None, model=None, loss_func=F.mse_loss, default=True, splitter=None, rec=None):
    defaults.callbacks = [o for o in our_cbs if bar or o is not ProgressCallback]
    kw = {} if splitter is None else dict(splitter=splitter)
    learn = ml.Learner((b or batches(),), model or mlp(), loss_func, opt_func=opt_func, cbs=[*(cbs or []), *([rec] if rec else [])], metrics=metrics, default_cbs=default, **kw)
    if not bar: learn.logger = lambda row: None
    return learn

def theirs(opt_func=None, cbs=None, metrics=None, bar=True, b=None, model=None, loss_func=F.mse_loss, train_metrics=False, valid=None, splitter=None):
    "A fastai learner, or None where fastai is not installed"
    if not fast_ai(): return None
    import fastai.basics as fa
    from fastai.callback.progress import ProgressCallback as Bar
    from fastai.callback.core import TrainEvalCallback as TE
    from fastai.learner import Recorder, CastToTensor
    defaults.callbacks = [TE, Recorder(train_metrics=train_metrics), CastToTensor, *([Bar] if bar else [])]
    class Dls(list):
        train_ds = property(lambda s: s[0])
        train,valid = property(lambda s: s[0]),property(lambda s: s[1])
        device,path,n_inp = torch.device('cpu'),Path('.'),1
        one_batch = lambda s: s[0][0]
    opt_func = fa.Adam if opt_func is None else partial(fa.OptimWrapper, opt=opt_func)
    learn = fa.Learner(Dls([b or batches(), valid or []]), model or mlp(), loss_func, opt_func=opt_func, cbs=cbs, metrics=metrics,
        **({} if splitter is None else dict(splitter=splitter)))
    if not bar: learn.logger = lambda row: None
    defaults.callbacks = list(our_cbs)
    return learn

def fits(**learners): return {k: quiet(lambda l=l: l.fit(1)) for k,l in learners.items() if l is not None}

# ---- rows ----

@row
def step():
    "A training step with torch's fused AdamW, without and with bar"
    compare('step', 'raw', N, {'mylearner':1.15, 'mylearner + bar':1.17}, raw=raw_loop(),
        **fits(mylearner=ours(), **{'mylearner + bar': ours(bar=True)}, fastai=theirs(fused, bar=False), **{'fastai + bar': theirs(fused)}), **others(peers.steps, mlp, fused, batches()))

@row
def default():
    "A training step as it comes: default callbacks, our Adam, bar"
    compare('default', 'raw', N, {'mylearner':0.80}, raw=raw_loop(), **fits(mylearner=ours(mo.Adam, bar=True), fastai=theirs()))

def two(train=True):
    def mae(p, t): return (p-t).abs().mean()
    def near(p, t): return ((p-t).abs() < 1).float().mean()
    return [mae, near]

@row
def train_metrics():
    "The same with two metrics on the training set"
    compare('train_metrics', 'raw', N, {'mylearner':1.5}, raw=raw_loop(),
        **fits(mylearner=ours(mo.Adam, bar=True, metrics=two(), rec=ml.Recorder(train_metrics=True)), fastai=theirs(metrics=two(), train_metrics=True)))

def valid_fns(n, n_batch=1000):
    b,m = batches(n_batch),mlp()
    ms = [lambda p,t,i=i: (p-t).abs().mean()*i for i in range(n)]
    for i,f in enumerate(ms): f.__name__ = f'm{i}'
    def raw():
        m.eval()
        tot,sums,rows_ = 0.,[0.]*n,0
        with torch.no_grad():
            for xb,yb in b:
                p = m(xb)
                k = len(yb)
                tot += F.mse_loss(p, yb).item()*k
                for i,f in enumerate(ms): sums[i] += f(p, yb).item()*k
                rows_ += k
        return [o/rows_ for o in (tot, *sums)]
    learn = ours(metrics=ms)
    fa = theirs(metrics=ms, valid=b, bar=False)
    return dict(raw=raw, mylearner=quiet(lambda: learn.validate(dl=b)), **({} if fa is None else dict(fastai=quiet(lambda: fa.validate()))))

@row
def valid():
    "A validation step, with 0 and 10 metrics, and what it takes to begin and end a pass"
    compare('valid 0 metrics', 'raw', 1000, {'mylearner':1.2}, reps=31, **valid_fns(0))
    compare('valid 10 metrics', 'raw', 1000, {'mylearner':1.2}, **valid_fns(10))
    compare('valid, a pass of one batch', 'raw', 20, None, **{k: lambda f=f: [f() for _ in range(20)] for k,f in valid_fns(0, 1).items()})

@row
def callbacks():
    "What one more callback costs that handles one event, in raw steps"
    def cbs(n, base=Callback): return [type(f'Cb{i}', (base,), dict(after_batch=lambda self: None))() for i in range(n)]
    k = 20
    with_fa = {}
    if fast_ai():
        from fastai.callback.core import Callback as FaCb
        with_fa = dict(fastai=theirs(fused, bar=False), fastai20=theirs(fused, cbs=cbs(k, FaCb), bar=False))
    compare('callbacks', 'raw', N, None, raw=raw_loop(), **fits(mylearner=ours(), mylearner20=ours(cbs=cbs(k)), **with_fa))
    of = results['callbacks']['of']
    each = {lib: round((of[f'{lib}20']['ratio'] - of[lib]['ratio'])/k, 5) for lib in ('mylearner','fastai') if f'{lib}20' in of}
    record('each callback', {'mylearner':0.005}, **each)

@row
def groups():
    "64 parameter groups"
    class Many(nn.Module):
        def __init__(self):
            super().__init__()
            self.ws = nn.ParameterList([nn.Parameter(torch.randn(1)*0.1) for _ in range(64)])
        def forward(self, x): return x[:, :1]*sum(self.ws[:1])+sum(self.ws)
    split = lambda m: [[p] for p in m.ws]
    m = Many()
    opt = fused([{'params': g} for g in split(m)], lr=1e-3)
    b = batches(100)
    def raw():
        for xb,yb in b:
            loss = F.mse_loss(m(xb), yb); loss.backward(); opt.step(); opt.zero_grad()
    compare('groups', 'raw', 100, {'mylearner':0.85, "mylearner, torch's":1.15}, raw=raw,
        **fits(mylearner=ours(mo.Adam, b=b, model=Many(), splitter=split), **{"mylearner, torch's": ours(fused, b=b, model=Many(), splitter=split)},
            fastai=theirs(b=b, model=Many(), splitter=split, bar=False), **{"fastai, torch's": theirs(fused, b=b, model=Many(), splitter=split, bar=False)}))

def tensors149():
    torch.manual_seed(0)
    ps = [nn.Parameter(torch.randn(64,64)) for _ in range(149)]
    for p in ps: p.grad = torch.randn_like(p)
    return ps

@row
def adam149():
    "One step of Adam for 149 tensors of 64x64"
    a,b = tensors149(),tensors149()
    t,o = fused(a, lr=1e-3),mo.Adam([b], lr=1e-3)
    def times(f): return lambda: [f() for _ in range(50)]
    fa = {}
    if fast_ai():
        import fastai.basics as fb
        fo = fb.Adam(tensors149(), lr=1e-3)
        fa = dict(fastai=times(fo.step))
    compare('adam149', 'torch fused', 50, {'mylearner':0.65}, reps=11, **{'torch fused': times(t.step)}, mylearner=times(o.step), **fa)

@row
def loader():
    "An epoch over 60,000 x 784, shuffled, in batches of 256"
    x,y = torch.randn(60000,784),torch.randint(0,10,(60000,))
    bs,ds = 256,torch.utils.data.TensorDataset(x, y)
    dl = DataLoader(ds, bs=bs, shuffle=True)
    def index():
        idx = torch.randperm(len(x))
        for i in range(0, len(x), bs): x[idx[i:i+bs]],y[idx[i:i+bs]]
    def select():
        idx = torch.randperm(len(x))
        for i in range(0, len(x), bs): x.index_select(0, idx[i:i+bs]),y.index_select(0, idx[i:i+bs])
    def lists():
        idx = torch.randperm(len(x)).tolist()
        for i in range(0, len(x), bs): x[idx[i:i+bs]],y[idx[i:i+bs]]
    def walk(dl):
        def f():
            for b in dl: pass
        return f
    fa = {}
    if fast_ai():
        import fastai.basics as fb
        fa = dict(fastai=walk(fb.DataLoader(ds, bs=bs, shuffle=True, num_workers=0)))
    tud = torch.utils.data
    extra = {} if opts.quick or opts.only else {'torch DataLoader': walk(tud.DataLoader(ds, bs, shuffle=True)),
        'torch DataLoader, batches from a sampler': walk(tud.DataLoader(ds, None, sampler=tud.BatchSampler(tud.RandomSampler(ds), bs, False)))}
    compare('loader, to x[idx]', 'x[idx]', 235, {'mylearner':0.40}, reps=7, **{'x[idx]': index, 'x[list]': lists, 'index_select': select}, mylearner=walk(dl), **extra, **fa)
    compare('loader, to index_select', 'index_select', 235, {'mylearner':1.15}, reps=9, index_select=select, mylearner=walk(dl))

@row
def feeding():
    "An epoch of training on 60,000 x 784: batches made in place, and ahead by a thread"
    x,y = torch.randn(60000,784),torch.randint(0,10,(60000,))
    bs,ds = 256,torch.utils.data.TensorDataset(x, y)
    torch.manual_seed(0)
    m = nn.Sequential(nn.Linear(784,64), nn.ReLU(), nn.Linear(64,10))
    opt = fused(m.parameters(), lr=1e-3)
    def train(batches):
        for xb,yb in batches: F.cross_entropy(m(xb), yb).backward(); opt.step(); opt.zero_grad()
    def by_hand(get):
        idx = torch.randperm(len(x))
        for i in range(0, len(x), bs): yield get(idx[i:i+bs])
    ours_ = {f'mylearner, prefetch={n}': DataLoader(ds, bs=bs, shuffle=True, prefetch=n) for n in (0,2)}
    compare('feeding', 'x[idx]', 235, None, reps=9, **{'x[idx]': lambda: train(by_hand(lambda i: (x[i],y[i]))),
        'index_select': lambda: train(by_hand(lambda i: (x.index_select(0, i),y.index_select(0, i)))),
        'one batch for ever': lambda: train([(x[:bs],y[:bs])]*235)}, **{k: lambda dl=dl: train(dl) for k,dl in ours_.items()})

@row
def first():
    "The first batch of a million items"
    x = torch.randn(10**6, 8)
    dl = DataLoader(torch.utils.data.TensorDataset(x), bs=64, shuffle=True)
    def base(): x.index_select(0, torch.randperm(len(x))[:64])
    compare('first', 'permutation + batch', 1, {'mylearner':2.}, reps=15, **{'permutation + batch': base}, mylearner=lambda: next(iter(dl)))

class Fed:
    "Just enough of a learner to feed a metric"
    def __init__(self, bs): self.bs = list(bs)
    def run(self, ms):
        for m in ms: m.reset()
        for self.pred,y in self.bs:
            self.yb,self.y,self.loss,self.shared = (y,),y,None,{} # metrics share through `shared`, as in a learner
            for m in ms: m.accumulate(self)
        return [m.value for m in ms]

@row
def metric():
    "Metrics on their own, each batch, against the straightforward code"
    g = torch.Generator().manual_seed(0)
    bs = [(torch.randn(64,10, generator=g), torch.randint(0,10,(64,), generator=g)) for _ in range(300)]
    fed = Fed(bs)
    def acc():
        n = tot = 0
        for p,t in bs: tot += (p.argmax(-1) == t).sum().item(); n += len(t)
        return tot/n
    def matrix():
        cm = torch.zeros(100, dtype=torch.long)
        for p,t in bs: cm += torch.bincount(t*10 + p.argmax(-1), minlength=100)
        cm = cm.view(10,10)
        tp,fp,fn = cm.diag(),cm.sum(0)-cm.diag(),cm.sum(1)-cm.diag()
        return (2*tp/(2*tp+fp+fn)).mean().item()
    our_acc,f1 = [ml.mk_metric(mm.accuracy)],[mm.F1Score(average='macro')]
    four = [ml.mk_metric(mm.accuracy), mm.F1Score(average='macro'), mm.Precision(average='macro'), mm.Recall(average='macro')]
    fa_acc,fa_f1,fa_four = {},{},{}
    if fast_ai():
        import fastai.basics as fb
        from fastai.learner import AvgMetric
        class FaFed(Fed):
            def to_detach(self, b, cpu=True, gather=True): return fb.to_detach(b, cpu, gather)
        mk = lambda: [AvgMetric(fb.accuracy)]
        ff = FaFed(bs)
        fa_acc,fa_f1 = dict(fastai=lambda m=mk(): ff.run(m)),dict(fastai=lambda m=[fb.F1Score(average='macro')]: ff.run(m))
        fa_four = dict(fastai=lambda m=[*mk(), fb.F1Score(average='macro'), fb.Precision(average='macro'), fb.Recall(average='macro')]: ff.run(m))
    def often(**fs): return {k: lambda f=f: [f() for _ in range(5)] for k,f in fs.items()} # a turn of some length
    tm = lambda what: others([lambda: peers.torchmetrics_run(what, bs)])
    for name,goal,by_hand,ms,fa,what in (('accuracy', 1.7, acc, our_acc, fa_acc, 'accuracy'), ('F1', 1.3, matrix, f1, fa_f1, 'F1'),
            ('accuracy + F1 + precision + recall', 1.6, matrix, four, fa_four, 'four')):
        compare(name, 'raw', 5*len(bs), {'mylearner':goal}, **often(raw=by_hand, mylearner=lambda ms=ms: fed.run(ms), **fa, **tm(what)))

@row
def digits():
    "Digits end to end: small CNN, 20 epochs, one cycle, accuracy after each epoch"
    from mylearner.datasets import digits_dls
    import mylearner.callback.schedule # noqa: F401 (it adds `fit_one_cycle`)
    torch.manual_seed(0)
    dls = digits_dls(bs=64)
    (xt,yt),(xv,yv) = [tuple(o.tensors) for o in (dls.train_ds, dls.valid_ds)]
    def cnn():
        torch.manual_seed(0)
        return nn.Sequential(nn.Conv2d(1,8,3,padding=1), nn.BatchNorm2d(8), nn.ReLU(), nn.Conv2d(8,16,3,2,1), nn.BatchNorm2d(16), nn.ReLU(),
            nn.AdaptiveAvgPool2d(2), nn.Flatten(), nn.Linear(64,10))
    epochs,seen = 20,{}
    def raw():
        m,(tr,va) = cnn(),peers.torch_dls((xt, yt), (xv, yv))
        opt = fused(m.parameters(), lr=1e-2)
        sched = peers.one_cycle(opt, epochs*len(tr))
        for e in range(epochs):
            m.train()
            for xb,yb in tr:
                loss = F.cross_entropy(m(xb), yb); loss.backward(); opt.step(); sched.step(); opt.zero_grad()
            m.eval()
            with torch.no_grad(): right = sum((m(xb).argmax(-1) == yb).sum().item() for xb,yb in va)
        seen['raw'] = right/len(yv)
    def mine():
        defaults.callbacks = list(our_cbs)
        learn = ml.Learner(digits_dls(bs=64), cnn(), F.cross_entropy, metrics=mm.accuracy)
        learn.fit_one_cycle(epochs, 1e-2)
        seen['mylearner'] = learn.recorder.values[-1][-1]
    fa = {}
    if fast_ai():
        import fastai.basics as fb
        import fastai.callback.schedule # noqa: F401 (likewise)
        def theirs_():
            learn = theirs(metrics=fb.accuracy, model=cnn(), loss_func=F.cross_entropy)
            T = torch.utils.data.TensorDataset
            learn.dls = fb.DataLoaders(fb.DataLoader(T(xt, yt), bs=64, shuffle=True, drop_last=True), fb.DataLoader(T(xv, yv), bs=64))
            learn.fit_one_cycle(epochs, 1e-2)
            seen['fastai'] = float(learn.recorder.values[-1][-1])
        fa = dict(fastai=quiet(theirs_))
    compare('digits', 'raw', 1, {'mylearner':0.80}, reps=5, raw=raw, mylearner=quiet(mine), **fa,
        **others(peers.digits, cnn, (xt, yt), (xv, yv), epochs, fused, seen))
    record('digits accuracy', None, **{k: round(v, 4) for k,v in seen.items()})

@row
def imports():
    "Import everything, against importing torch: time and peak memory, in new processes"
    # (`ru_maxrss` of a new process starts at what its parent had)
    peak = "int(next(o for o in open('/proc/self/status') if o.startswith('VmHWM')).split()[1])" if Path('/proc/self/status').exists() else \
        "__import__('resource').getrusage(0).ru_maxrss"
    code = f'import time; t=time.perf_counter(); {{}}; print(time.perf_counter()-t, {peak})'
    todo = dict(torch='import torch', mylearner='from mylearner.all import *')
    if fast_ai(): todo['fastai'] = 'from fastai.basics import *; from fastai.callback.all import *'
    if not opts.quick: todo |= {k:c for k,c in peers.imports.items() if (not opts.only or k == opts.only) and find_spec(peers.modules[k])}
    got = {k: [] for k in todo}
    with tempfile.TemporaryDirectory() as cache: # all of them with compiled files, as an installed package has them
        env = {k:v for k,v in os.environ.items() if k != 'PYTHONDONTWRITEBYTECODE'} | dict(PYTHONPYCACHEPREFIX=cache)
        reps = opts.reps or (3 if opts.quick else 11)
        for i in range(reps+1):
            for k,c in todo.items():
                out = subprocess.run([sys.executable, '-c', code.format(c)], capture_output=True, text=True, check=True, cwd='/', env=env).stdout.split()
                if i: got[k].append(tuple(map(float, out))) # the first run fills the cache
    for i,(name,goal,unit) in enumerate((('import time', {'mylearner':1.25}, 1e6), ('import memory', {'mylearner':1.15}, None))):
        ratios = {k: [o[i]/t[i] for o,t in zip(v, got['torch'])] for k,v in got.items()}
        if unit: results[name] = dict(base='torch', goal=goal, reps=reps, of={k: spread(r, statistics.median(o[i] for o in got[k])*unit) for k,r in ratios.items()})
        else: results[name] = dict(goal=goal, of={k: round(statistics.median(r), 4) for k,r in ratios.items()})
        show(name)

@row
def syncs():
    "Reads of device values per training step, default callbacks, between displays"
    from torch.utils._python_dispatch import TorchDispatchMode
    class Reads(TorchDispatchMode):
        n = 0
        def __torch_dispatch__(self, f, types, args=(), kwargs=None):
            if f is torch.ops.aten._local_scalar_dense.default: self.n += 1
            return f(*args, **(kwargs or {}))
    learn = ours(mo.Adam, bar=True, metrics=two())
    learn.remove_cb(ml.NonFiniteGuard) # it reads losses where reading is free, on the CPU; on a GPU it takes a copy that was sent ahead
    learn.recorder.free_devices = ()   # treat the CPU as a device that must be waited for
    learn.progress.every = 1e9         # no display meanwhile
    got,old = [],{k: getattr(torch.Tensor, k) for k in ('tolist','numpy','cpu')} # whole tensors that are read
    class Count(Callback):
        order = 1000
        def before_fit(self): self.n0 = None
        def after_batch(self):
            if self.iter == 20: self.n0 = reads.n
            if self.iter == 220: got.append(reads.n - self.n0)
    def counted(f):
        def _f(*args, **kwargs):
            reads.n += 1
            return f(*args, **kwargs)
        return _f
    try:
        with Reads() as reads:
            for k,f in old.items(): setattr(torch.Tensor, k, counted(f))
            quiet(lambda: learn.fit(1, cbs=Count()))()
            n = reads.n
            learn.recorder._late.append((torch.ones(()), 1, 1, True))
            learn.recorder.drain() # the control: this must be seen
            assert reads.n > n
    finally:
        for k in old: delattr(torch.Tensor, k)
    record('syncs', {'reads in 200 steps':0}, **{'reads in 200 steps': got[0]})

@row
def memory():
    "Growth of memory per training step, history included"
    import tracemalloc
    learn = ours(mo.Adam, b=batches(1000), rec=None)
    quiet(lambda: learn.fit(1))()
    seen = []
    class Look(Callback):
        order = 1000
        def after_epoch(self): gc.collect(); seen.append(tracemalloc.get_traced_memory()[0])
    tracemalloc.start()
    quiet(lambda: learn.fit(6, cbs=Look()))()
    tracemalloc.stop()
    record('memory', {'bytes per step':100}, **{'bytes per step': round((seen[-1]-seen[1])/(1000*(len(seen)-2)), 1)})

@row
def growth():
    "How the cost of a step grows with callbacks, metrics, groups, number and size of batches, and that of a loader with the data"
    def us(fs, n=lambda k: N, reps=9):
        "The least time for a step of each of `fs`, which take turns"
        best = {}
        for f in fs.values(): f()
        for _ in range(opts.reps or (3 if opts.quick else reps)):
            for k,f in fs.items():
                t = time.perf_counter(); f(); best[k] = min(best.get(k, 1e9), (time.perf_counter()-t)/n(k)*1e6)
        return {k: round(v, 2) for k,v in best.items()}
    def both(ours, raw, *args):
        "Two curves, measured in turns"
        got = us({**{(0,k): f for k,f in ours.items()}, **{(1,k): f for k,f in raw.items()}}, lambda k: args[0](k[1]))
        return [{k: v for (o,k),v in got.items() if o == i} for i in (0,1)]
    cb = lambda i: type(f'Cb{i}', (Callback,), dict(after_batch=lambda self: None))()
    named = lambda i: (setattr(f := (lambda p,t: (p-t).abs().mean()), '__name__', f'm{i}'), f)[1]
    class Many(nn.Module):
        def __init__(self, n):
            super().__init__()
            self.ws = nn.ParameterList([nn.Parameter(torch.randn(1)*0.1) for _ in range(64)])
            self.n = n
        def forward(self, x): return x[:, :1]*sum(self.ws)
    def split(m): return [list(m.ws)[i::m.n] for i in range(m.n)]
    def raw_groups(n):
        m,b = Many(n),batches(100)
        opt = fused([{'params': g} for g in split(m)], lr=1e-3)
        return raw_loop(lambda ps, lr: opt, b, m)
    loop = lambda *args, **kw: quiet(lambda l=ours(*args, **kw): l.fit(1))
    hundred,gs,ns,sizes = (lambda k: 100),(1,4,16,64),(10,100,1000,10000),(1,8,64,512,4096)
    out = dict(callbacks=us({k: loop(cbs=[cb(i) for i in range(k)]) for k in (0,5,10,20,40)}),
        metrics=us({k: loop(metrics=[named(i) for i in range(k)], rec=ml.Recorder(train_metrics=True)) for k in (0,1,2,5,10)}))
    out['groups'],out['groups_raw'] = both({k: loop(mo.Adam, b=batches(100), model=Many(k), splitter=split) for k in gs}, {k: raw_groups(k) for k in gs}, hundred)
    out['batches'],out['batches_raw'] = both({k: loop(b=batches(k)) for k in ns}, {k: raw_loop(b=batches(k)) for k in ns}, lambda k: k)
    out['batch'],out['batch_raw'] = both({k: loop(b=batches(100, k)) for k in sizes}, {k: raw_loop(b=batches(100, k)) for k in sizes}, hundred)
    walk = lambda k: lambda dl=DataLoader(torch.utils.data.TensorDataset(torch.randn(k, 32)), bs=256, shuffle=True): [None for _ in dl]
    out['loader'] = us({k: walk(k) for k in (1000,10000,100000,1000000)}, lambda k: -(-k//256))
    results['growth'] = dict(goal=None, of=out)
    for k,v in out.items(): print(f'  {k:12}', '  '.join(f'{n}: {t} µs' for n,t in v.items()))

class Block(nn.Module):
    "One transformer block over sequences of 128, and a classifier"
    def __init__(self, d=256):
        super().__init__()
        self.att,self.norm1,self.norm2 = nn.MultiheadAttention(d, 4, batch_first=True),nn.LayerNorm(d),nn.LayerNorm(d)
        self.mlp,self.head = nn.Sequential(nn.Linear(d,4*d), nn.GELU(), nn.Linear(4*d,d)),nn.Linear(d,10)
    def forward(self, x):
        h = self.norm1(x)
        x = x + self.att(h, h, h, need_weights=False)[0]
        return self.head((x + self.mlp(self.norm2(x))).mean(1))

def small_cnn():
    conv = lambda ni,nf: nn.Sequential(nn.Conv2d(ni, nf, 3, 2, 1), nn.BatchNorm2d(nf), nn.ReLU())
    return nn.Sequential(conv(3,32), conv(32,64), conv(64,128), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(128,10))

def on_device(device, n=100):
    "Models, each with batches on `device`"
    g = torch.Generator().manual_seed(0)
    y = lambda: torch.randint(0, 10, (64,), generator=g).to(device)
    k = min(n, 8)
    return {'small CNN': (small_cnn, [(torch.randn(64,3,32,32, generator=g).to(device),y()) for _ in range(k)]*(n//k)),
            'transformer block': (Block, [(torch.randn(64,128,256, generator=g).to(device),y()) for _ in range(k)]*(n//k))}

class Ready(list):
    "Batches that say where they are"
    def __init__(self, bs, device): super().__init__(bs); self.device = torch.device(device)

def gpu_ways(make, b, device):
    "Raw loop and learner: eager, in bfloat16, compiled, as a CUDA graph"
    from mylearner.callback.fp16 import MixedPrecision
    from mylearner.callback.compile import TorchCompile
    def raw(bf16=False, **kw):
        torch.manual_seed(0)
        m = make().to(device)
        f,opt = torch.compile(m, **kw) if kw else m,fused(m.parameters(), lr=1e-3)
        def loop():
            m.train()
            for xb,yb in b:
                if 'mode' in kw: torch.compiler.cudagraph_mark_step_begin()
                with torch.autocast(device, torch.bfloat16, enabled=bf16): loss = F.cross_entropy(f(xb), yb)
                loss.backward(); opt.step(); opt.zero_grad()
        return loop
    def mine(*cbs):
        torch.manual_seed(0)
        learn = ours(cbs=list(cbs), b=Ready(b, device), model=make().to(device), loss_func=F.cross_entropy, bar=True)
        return quiet(lambda: learn.fit(1))
    def synced(f):
        def _f():
            f()
            if device == 'cuda': torch.cuda.synchronize()
        return _f
    todo = {'eager': (raw(), mine()), 'bf16': (raw(True), mine(MixedPrecision(amp_mode='bf16'))),
        'compiled': (raw(backend='inductor'), mine(TorchCompile())), 'CUDA graph': (raw(mode='reduce-overhead'), mine(TorchCompile(mode='reduce-overhead')))}
    return {k: [synced(o) for o in v] for k,v in todo.items() if device == 'cuda' or k in ('eager','bf16')}

@row
def gpu():
    "On a GPU: small CNN and transformer block, eager, bfloat16, compiled; the whole step as one graph; synchronisations"
    device = 'cuda' if torch.cuda.is_available() else opts.device
    if device != 'cuda' and not opts.device: return record('gpu', None, note='not measured: there is no GPU here')
    for name,(make,b) in on_device(device, 96 if device == 'cuda' else 2).items():
        for way,(base,mine) in gpu_ways(make, b, device).items():
            compare(f'{name}, {way}', 'raw', len(b), {'mylearner':1.15}, reps=9, raw=base, mylearner=mine)
    if device != 'cuda': return
    gpu_graphs(torch.device(device))
    record('gpu syncs', {k: 0 for k in ('synchronisations in 50 steps', 'by graph')}, **{'synchronisations in 50 steps': gpu_syncs(b, make), 'by graph': gpu_syncs(b, make, True)})

def gpu_graphs(device):
    "The whole step recorded by hand and by the learner, beside the eager loop"
    import graph
    for name,kind,bs,amp,n,(goal,cycle_goal) in graph.rows:
        data = graph.batches(kind, device, n, bs)
        runs = {'by hand': graph.raw(kind, device, bs, amp, True), 'eager loop': graph.raw(kind, device, bs, amp, False),
            'learn.graph()': graph.ours(kind, device, bs, amp), 'one cycle': graph.ours(kind, device, bs, amp, cycle=True)}
        for run in runs.values(): run(data[:8]) # the first steps are plain
        compare(f'graph, {name}', 'by hand', n, {'learn.graph()': goal, 'one cycle': cycle_goal}, reps=9,
            **{k: lambda run=run: graph.timed(run, data) for k,run in runs.items()})

def gpu_syncs(b, make, graph=False):
    learn = ours(mo.Adam, b=Ready(b, 'cuda'), model=make().cuda(), loss_func=F.cross_entropy, metrics=mm.accuracy, bar=True)
    if graph: learn.graph()
    quiet(lambda: learn.fit(1))()
    learn.progress.every,seen = 1e9,[]
    class Between(Callback):
        order = 1000
        def after_batch(self):
            if self.iter == 10: torch.cuda.set_sync_debug_mode('warn')
            if self.iter == 60: torch.cuda.set_sync_debug_mode('default')
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter('always')
        quiet(lambda: learn.fit(1, cbs=Between()))()
    return sum('synchroniz' in str(o.message) for o in seen)

def about():
    vs = dict(python=platform.python_version(), torch=torch.__version__, mylearner=mylearner.__version__)
    for k,m in {'fastai':'fastai', 'torchmetrics':'torchmetrics', **peers.modules}.items():
        try: vs[k] = metadata.version({'ignite':'pytorch-ignite', 'composer':'mosaicml'}.get(m, m))
        except metadata.PackageNotFoundError: pass
    cpu = next((l.split(':')[1].strip() for l in open('/proc/cpuinfo') if l.startswith('model name')), platform.processor()) if Path('/proc/cpuinfo').exists() else platform.processor()
    return dict(versions=vs, threads=torch.get_num_threads(), cores=os.cpu_count(), cpu=cpu, gpu=torch.cuda.get_device_name() if torch.cuda.is_available() else None)

def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument('rows', nargs='*', help='rows to measure, or `all`')
    p.add_argument('--quick', action='store_true', help='fewer repetitions, and of the peers fastai alone')
    p.add_argument('--reps', type=int, help='turns of each comparison')
    p.add_argument('--threads', type=int, default=1)
    p.add_argument('--only', help='one other library (Composer, say) beside the loop by hand and mylearner, in an environment of its own')
    p.add_argument('--device', help='run the row `gpu` on another device, to see that it works')
    p.add_argument('--out', type=Path, default=Path(__file__).parent/'results.json', help='merged with what is there')
    p.parse_args(namespace=opts)
    if not opts.rows:
        for k,f in rows.items(): print(f'{k:14} {f.__doc__}')
        return
    torch.set_num_threads(opts.threads)
    todo = list(rows) if opts.rows == ['all'] else opts.rows
    for k in todo:
        if k not in rows: p.error(f"there is no row {k!r}: choose from {', '.join(rows)}")
    for k in todo: rows[k]()
    all_ = json.loads(opts.out.read_text()) if opts.out.exists() else {}
    # What was measured with another torch stands apart: only ratios within one process say anything
    into = all_.setdefault('elsewhere', {}).setdefault(opts.only, {}) if opts.only else all_
    into |= dict(about=about(), rows=into.get('rows', {}) | results)
    opts.out.write_text(json.dumps(all_, indent=1) + '\n')

if __name__ == '__main__': main()
