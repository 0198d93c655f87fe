"""Two processes decide alike, and weigh what one process weighs.

`torchrun` starts this very file; each job below runs in all processes, and the test compares what they have with one process.
"""
import os, subprocess, sys, warnings
from functools import partial

import pytest
import torch
import torch.nn.functional as F
import torchmetrics as tm
from fastcore.basics import noop
from fastcore.foundation import L
from torch import nn
from torch.utils.data import DataLoader, DistributedSampler, TensorDataset

from mylearner.callback.core import Callback, CancelBatchException, CancelEpochException, CancelFitException, CancelTrainException, CancelValidException
from mylearner.callback.guard import NonFiniteError, NonFiniteGuard
from mylearner.callback.tracker import EarlyStoppingCallback, TerminateOnNaNCallback
from mylearner.callback.training import GradientAccumulation, GradientClip
from mylearner.data.load import DataLoader as OurLoader
from mylearner.distributed import setup_distrib, teardown_distrib
from mylearner.learner import Learner, Metric
from mylearner.losses import CrossEntropyLossFlat
from mylearner.metrics import Perplexity
from mylearner.optimizer import SGD
from mylearner.torch_core import num_distrib, rank_distrib

class Transpose(nn.Module):
    def forward(self, x): return x.transpose(1, 2)

def tokens(n, fill, g):
    "Numbers of classes, of which most are `fill`; one row in three has nothing else"
    y = torch.randint(1, 5, (n,3), generator=g)
    y[torch.rand(n, 3, generator=g) < 0.5] = fill
    y[::3] = fill
    return y

class Masked(nn.Module):
    def forward(self, preds, targs): return F.cross_entropy(preds, targs, reduction='none')[targs > 2].mean()
    def mean_over(self, preds, targs): return (targs > 2).sum()

class Ratio(nn.Module):
    "A mean by hand: 0/0 where nothing counts, with NaN for a gradient"
    def forward(self, preds, targs):
        m = (targs > 0).float()
        return (F.cross_entropy(preds, targs, reduction='none')*m).sum()/m.sum()
    def mean_over(self, preds, targs): return (targs > 0).sum()

weight = torch.tensor([1.,3,1,9,2])
losses = dict(ignored=partial(F.cross_entropy, ignore_index=0), hidden=F.cross_entropy, weighed=nn.CrossEntropyLoss(weight=weight),
    both=CrossEntropyLossFlat(axis=1, weight=weight, ignore_index=0), summed=partial(F.cross_entropy, reduction='sum'), own=Masked())

def learner(bs, loss_func=F.cross_entropy, fill=0, n=31, n_valid=9, model=None, y=None, **kw):
    g = torch.Generator().manual_seed(3)
    x = torch.arange(n+n_valid)
    y = tokens(n+n_valid, fill, g) if y is None else y
    torch.manual_seed(0)
    if model is None: model = nn.Sequential(nn.Embedding(60, 6), nn.Linear(6, 15), nn.Unflatten(1, (5,3)))
    dls = [DataLoader(TensorDataset(x[o], y[o]), batch_size=bs) for o in (slice(n), slice(n, None))]
    learn = Learner(dls, model.to(os.environ.get('TEST_DEVICE', 'cpu')), loss_func, opt_func=SGD, lr=0.1, **kw)
    learn.logger,learn.silent = noop,True
    return learn

def weights(learn): return torch.cat([o.detach().cpu().flatten() for o in learn.model.state_dict().values()])
def outcome(learn): return dict(weights=weights(learn), values=[list(o) for o in learn.recorder.values], n=len(learn.recorder.losses))

# ---- jobs: `ws` processes with batches of 4, or one with batches of 4 or of 8 ----

def weighing(bs, name):
    learn = learner(bs, losses[name], fill=-100 if name == 'hidden' else 0, metrics=Perplexity())
    learn.fit(2)
    return outcome(learn)

def accumulating(bs, name='ignored'):
    learn = learner(bs, losses[name], cbs=GradientAccumulation(16))
    learn.fit(2)
    return outcome(learn)

def gaps(bs, cbs=None):
    "Of each 8 rows the last four do not count, which are those of the second process"
    y = tokens(40, 1, torch.Generator().manual_seed(3))
    y[torch.arange(40)//4%2 == 1] = 0
    learn = learner(bs, Ratio(), y=y, cbs=cbs)
    learn.fit(2)
    return outcome(learn)

class Sparse(nn.Module):
    "A model with batch norm, whose statistics are buffers"
    def __init__(self):
        super().__init__()
        self.emb,self.bn,self.lin = nn.Embedding(60, 6),nn.BatchNorm1d(6),nn.Linear(6, 15)
    def forward(self, x): return self.lin(self.bn(self.emb(x))).unflatten(1, (5,3))

def norms():
    learn = learner(4, losses['ignored'], model=Sparse())
    learn.fit(1)
    return outcome(learn)

ends = dict(error=(), gradients=NonFiniteGuard(check_grads=True), clip=GradientClip(), quiet=TerminateOnNaNCallback(), cancelled=())

def ended(how):
    "A fit that ends in the middle of an epoch: NaN in a batch of the second process, or a callback that cancels"
    def spoil(self):
        if not self.learn.training or self.learn.iter != 2: return
        if how == 'cancelled': raise CancelFitException
        if rank_distrib() == 1: self.learn.loss = self.learn.loss*float('nan')
    learn = learner(4, losses['ignored'], model=Sparse(), cbs=[Callback(after_loss=spoil), *L(ends[how])])
    try:
        with warnings.catch_warnings(action='ignore'): learn.fit(1)
    except NonFiniteError: pass
    return outcome(learn)

class Mine(Metric):
    "A figure of this process alone, which does not name its sums"
    on = 'valid'
    def reset(self): self.n = 0
    def accumulate(self, learn): self.n += 1 + rank_distrib()*learn.epoch
    @property
    def value(self): return float(self.n)

def by_mine():
    "The first process finds no improvement, the second does"
    m = Mine()
    m.greater_is_better = True
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        learn = learner(4, losses['ignored'], metrics=m, cbs=EarlyStoppingCallback('mine', patience=1))
        learn.fit(5)
    return outcome(learn)

def theirs(bs, n_valid):
    y = torch.arange(31+n_valid)%3
    torch.manual_seed(0)
    model = nn.Sequential(nn.Embedding(60, 3))
    ms = [tm.classification.MulticlassAccuracy(3, average='micro'), tm.classification.MulticlassAUROC(3, thresholds=None)]
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        learn = learner(bs, F.cross_entropy, n_valid=n_valid, model=model, y=y, metrics=ms)
        learn.fit(1)
    return outcome(learn) | dict(warned=[str(o.message) for o in caught if 'one process' in str(o.message)])

stops = dict(batch=('before_batch', CancelBatchException, 2), train=('after_batch', CancelTrainException, 2), epoch=('after_pred', CancelEpochException, 2),
    fit=('after_batch', CancelFitException, 2), last=('after_batch', CancelTrainException, 3), validation=('before_batch', CancelFitException, 'valid'),
    valid=('after_batch', CancelValidException, 'valid'), between=('after_epoch', CancelFitException, None), before=('before_train', CancelTrainException, None))

def stopping(name, rank, bs=4):
    "A fit that `rank` alone stops in some way, in its first epoch"
    ev,ex,at = stops[name]
    def stop(self):
        learn = self.learn
        if rank_distrib() != rank or learn.epoch: return
        if at == 'valid' and learn.training: return
        if isinstance(at, int) and not (learn.training and learn.iter == at): return
        raise ex
    learn = learner(bs, losses['ignored'])
    learn.fit(2, cbs=Callback(**{ev: stop}))
    return outcome(learn)

class Whole(nn.Module):
    "Gives its input back"
    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.ones(1))
    def forward(self, x): return x*self.w

def sampled(kind, n_proc=1):
    "Rows of two epochs and of predictions, where the loaders hold PyTorch's sampler for several processes"
    x,seen = torch.arange(30.),[]
    ds = TensorDataset(x, x)
    cls = OurLoader if kind == 'ours' else DataLoader
    mk = lambda shuffle: cls(ds, batch_size=4, sampler=DistributedSampler(ds, n_proc, rank_distrib(), shuffle=shuffle)) if kind != 'none' else DataLoader(ds, 4, shuffle=shuffle)
    learn = Learner([mk(True), mk(False)], Whole(), F.l1_loss, opt_func=SGD, lr=1e-3)
    learn.logger,learn.silent = noop,True
    learn.fit(2, cbs=Callback(after_pred=lambda self: seen.append((self.learn.epoch, self.learn.xb[0].tolist())) if self.learn.training and getattr(self.learn.dl, 'n_real', 1) else None))
    setup_distrib() # a group that the learner has no part in
    alone = learn.get_preds()[1].tolist()
    teardown_distrib()
    with learn.distrib_ctx(): both = learn.get_preds()[1].tolist()
    rows = [[i for e,b in seen for i in b if e == k] for k in range(2)]
    return dict(rows=rows, alone=alone, both=both, valid=[o[-1] for o in learn.recorder.values])

def work(out):
    "What each of the processes does: every job joins the group and leaves it, all in one script"
    res,fit = {},Learner.fit
    def fit_in_all(self, *args, **kwargs):
        with self.distrib_ctx(): return fit(self, *args, **kwargs)
    Learner.fit = fit_in_all
    def job(name, f, *args):
        got = f(*args)
        setup_distrib()
        res[name] = [None]*num_distrib()
        torch.distributed.all_gather_object(res[name], got)
        teardown_distrib()
    for o in losses:
        job(('weighing', o), weighing, 4, o)
        job(('accumulating', o), accumulating, 4, o)
    job('gaps', gaps, 4)
    job('norms', norms)
    job('by mine', by_mine)
    for o in ends: job(('ended', o), ended, o)
    for n in (9, 16, 1): job(('theirs', n), theirs, 4, n)
    for o in stops:
        for rank in (0, 1): job(('stopping', o, rank), stopping, o, rank)
    for o in ('torch','ours','none'): job(('sampled', o), sampled, o, 2)
    if int(os.environ['RANK']) == 0: torch.save(res, out)

def in_two(folder, **env):
    out = folder/'res.pt'
    cmd = [sys.executable, '-m', 'torch.distributed.run', '--standalone', '--nproc_per_node', '2', __file__, str(out)]
    env = os.environ | dict(OMP_NUM_THREADS='1', PYTHONPATH=os.pathsep.join(sys.path)) | env
    run = subprocess.run(cmd, env=env, capture_output=True, text=True, timeout=90)
    assert run.returncode == 0, run.stderr[-4000:]
    return torch.load(out, weights_only=False)

@pytest.fixture(scope='module')
def two(tmp_path_factory): return in_two(tmp_path_factory.mktemp('processes'))

def same(a, b):
    assert a['n'] == b['n'] and torch.equal(a['weights'], b['weights']) and str(a['values']) == str(b['values'])

def close(a, o):
    torch.testing.assert_close(a['weights'], o['weights'], rtol=1e-4, atol=1e-5)
    torch.testing.assert_close(torch.tensor(a['values']), torch.tensor(o['values']), rtol=1e-4, atol=1e-5)

@pytest.mark.parametrize('name', losses)
def test_weighing(two, name):
    "Tokens and class weights count across processes as in one batch" # N-043
    a,b = two['weighing', name]
    same(a, b)
    close(a, weighing(8, name))

@pytest.mark.parametrize('name', losses)
def test_accumulating(two, name):
    "The same script, the same rows to a step, the same weights" # N-044
    a,b = two['accumulating', name]
    same(a, b)
    close(a, accumulating(4, name))

def test_joined_again(two):
    "Each job is a group of its own, joined and left in one script" # N-049
    assert len(two) == 2*len(losses) + 3 + 3 + 2*len(stops) + len(ends) + 3

@pytest.mark.parametrize('kind', ('torch','ours','none'))
def test_sampled(two, kind):
    "A loader that PyTorch's sampler has split is not split again: half of the rows were never trained on, in one order for ever" # N-313, N-314
    a,b = two['sampled', kind]
    first,second = [[*x, *y] for x,y in zip(a['rows'], b['rows'])]
    assert sorted(first) == sorted(second) == list(range(30)) and first != second
    for o in (a, b): assert o['alone'] == o['both'] == list(range(30))
    assert a['valid'] == b['valid'] and len(set(map(tuple, (a['rows'][0], b['rows'][0])))) == 2

def test_gaps(two):
    "A process in whose part nothing counts adds nothing, not even NaN" # N-191
    a,b = two['gaps']
    same(a, b)
    close(a, gaps(8))

def test_norms(two): same(*two['norms']) # N-045

@pytest.mark.parametrize('how', ends)
def test_ended(two, how):
    "Whatever ends a fit in the middle of an epoch, all processes have the first one's buffers" # N-245
    same(*two['ended', how])

def test_by_mine(two):
    "Who stops by a figure of one process stops in all" # N-045
    a,b = two['by mine']
    same(a, b)
    assert len(a['values']) == 2

@pytest.mark.parametrize('n', (9, 16, 1))
def test_theirs(two, n):
    "Metrics of torchmetrics, also where a process has no row" # N-047
    a,b = two['theirs', n]
    same(a, b)
    o = theirs(8, n)
    torch.testing.assert_close(torch.tensor(a['values'][0]), torch.tensor(o['values'][0]), rtol=1e-4, atol=1e-5)
    assert not a['warned']

@pytest.mark.parametrize('rank', (0, 1))
@pytest.mark.parametrize('name', stops)
def test_stopping(two, name, rank):
    "What one process cancels, all cancel; and two do what one does" # N-046
    a,b = two['stopping', name, rank]
    same(a, b)
    if name != 'valid': # (one process would have validated on other rows)
        o = stopping(name, 0, 8)
        assert a['n'] == o['n'] and len(a['values']) == len(o['values'])
        torch.testing.assert_close(a['weights'], o['weights'], rtol=1e-4, atol=1e-5)

@pytest.mark.skipif(not torch.cuda.is_available(), reason='needs a GPU')
def test_one_gpu(tmp_path):
    "Two processes share a GPU, and do what one does on a CPU" # N-049
    res = in_two(tmp_path, TEST_DEVICE='cuda', CUDA_VISIBLE_DEVICES='0')
    for a,b in res.values(): same(a, b)
    for o in losses:
        close(res['weighing', o][0], weighing(8, o))
        close(res['accumulating', o][0], accumulating(4, o))

if __name__ == '__main__': work(sys.argv[1])
