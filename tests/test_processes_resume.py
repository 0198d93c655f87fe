"""Two processes stop anywhere, and go on as if they never had.

`torchrun` starts this very file twice: first all set-ups run through, and run again until they are stopped; then, in new processes, the
stopped ones go on.
"""
import os, pickle, signal, subprocess, sys, threading, warnings
from pathlib import Path

import pytest
import torch
from fastcore.basics import noop
from torch import nn
from torch.nn import functional as F
from torch.utils.data import DataLoader as TorchLoader, TensorDataset

import mylearner.all # noqa: F401
from mylearner.callback.all import CheckpointCallback, CheckpointError, GradientAccumulation, MixUp, TrainingInterrupted
from mylearner.callback.core import Callback
from mylearner.data.load import DataLoader
from mylearner.distributed import setup_distrib, teardown_distrib
from mylearner.learner import Learner
from mylearner.metrics import accuracy
from mylearner.torch_core import num_distrib, rank_distrib

X = torch.randn(44, 4, generator=torch.Generator().manual_seed(1))
Y = (X.sum(1) > 0).long()

class Draws(Callback):
    "Noise of each process's own, and a count that differs between them"
    state_names,run_valid = ('count',),False
    def __init__(self): self.gen,self.count = torch.Generator(),0
    def before_fit(self): self.gen.manual_seed(7 + rank_distrib())
    def before_batch(self):
        self.count += 1 + rank_distrib()
        self.learn.xb = (self.learn.xb[0] + 0.1*torch.rand(1, generator=self.gen) + 1e-3*self.count,)

def ours(**kw): return [DataLoader(TensorDataset(X, Y), bs=4, shuffle=True, **kw), DataLoader(TensorDataset(X[:9], Y[:9]), bs=4)]
def torchs(**kw): return [TorchLoader(TensorDataset(X, Y), 4, shuffle=True, **kw), TorchLoader(TensorDataset(X[:9], Y[:9]), 4)]

# name: loaders, callbacks, `every`, what else the checkpoints need
setups = dict(ours=(ours, lambda: [], '2b'), noise=(ours, lambda: [Draws()], '1b'), torchs=(torchs, lambda: [], '1b'), accumulated=(ours, lambda: [GradientAccumulation(20), MixUp(0.4)], '1b'),
    epochs=(torchs, lambda: [Draws()], '1e'), told=(ours, lambda: [], '1e'), timed=(ours, lambda: [], '0.01s'),
    background=(ours, lambda: [Draws()], '2b', dict(background=True)), background_told=(torchs, lambda: [], '1e', dict(background=True)))
stops = dict(ours=4, noise=7, torchs=8, accumulated=4, epochs=7, told=8, timed=8, background=9, background_told=8) # in steps; an epoch has six

def make(name, folder, keep=3):
    loaders,cbs,every,*more = setups[name]
    seed = 5 + rank_distrib() # each process draws its own dropout
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(4, 6), nn.BatchNorm1d(6), nn.ReLU(), nn.Dropout(0.3), nn.Linear(6, 2))
    torch.manual_seed(seed)
    learn = Learner(loaders(), model, F.cross_entropy, lr=0.05, metrics=accuracy, path=folder, cbs=[CheckpointCallback(every=every, keep=keep, **(more[0] if more else {})), *cbs()])
    learn.logger,learn.silent = noop,True
    return learn

class Stop(Exception): pass

def stopper(name):
    "One process is told, or both fail"
    def after_batch(cb):
        if not cb.learn.training or cb.learn.recorder.n_step != stops[name]: return
        if 'told' not in name: raise Stop
        if rank_distrib() == 1: os.kill(os.getpid(), signal.SIGTERM)
    cb = Callback(after_batch=after_batch)
    cb.order = 10**9
    return cb

def outcome(learn):
    sd = learn.opt.state_dict()
    return dict(weights=[o.clone() for o in learn.model.state_dict().values()], opt=pickle.dumps([str(sd)]), values=[list(o) for o in learn.recorder.values], losses=[float(o) for o in learn.recorder.losses],
        random=torch.rand(4), count=getattr(learn.__dict__.get('draws'), 'count', None))

def fit(learn, **kw):
    with warnings.catch_warnings(), learn.distrib_ctx():
        warnings.simplefilter('ignore')
        learn.fit_one_cycle(3, 0.05, resume=True, **kw)

def stopped(f):
    try: f()
    except (Stop, TrainingInterrupted) as e: return type(e).__name__

def full_disk(folder):
    "What each process says of an error in the first one's writer, and after how many steps"
    learn,flush = make('background', folder/'full'),os.fsync
    learn.checkpoint._n = 4 # the next checkpoint would be due after eight
    def fails(fd):
        if threading.current_thread().name == 'checkpoint writer': raise OSError(28, 'No space left on device')
        flush(fd)
    os.fsync = fails
    try: fit(learn, cbs=Callback(after_step=lambda cb: [o.join() for o in threading.enumerate() if o.name == 'checkpoint writer']))
    except (OSError, CheckpointError) as e: return type(e).__name__,str(e),learn.recorder.n_step
    finally: os.fsync = flush

def work(folder, part):
    folder,res = Path(folder),{}
    for name in setups:
        if part == 'first':
            whole = make(name, folder/f'{name} whole')
            fit(whole)
            out = outcome(whole)
            how = stopped(lambda: fit(make(name, folder/name), cbs=stopper(name)))
            res[name] = out,how
        else:
            learn = make(name, folder/name)
            fit(learn)
            res[name] = outcome(learn)
    if part == 'first': res['full disk'] = full_disk(folder)
    setup_distrib()
    every = [None]*num_distrib()
    torch.distributed.all_gather_object(every, res)
    if not rank_distrib(): torch.save(every, folder/f'{part}.pt')
    teardown_distrib()

def run(folder, part):
    cmd = [sys.executable, '-m', 'torch.distributed.run', '--standalone', '--nproc_per_node', '2', __file__, str(folder), part]
    env = os.environ | dict(OMP_NUM_THREADS='1', PYTHONPATH=os.pathsep.join(sys.path))
    got = subprocess.run(cmd, env=env, capture_output=True, text=True, timeout=100)
    assert got.returncode == 0, got.stderr[-4000:]
    return torch.load(folder/f'{part}.pt', weights_only=False)

@pytest.fixture(scope='module')
def both(tmp_path_factory):
    folder = tmp_path_factory.mktemp('processes')
    return folder,run(folder, 'first'),run(folder, 'second')

@pytest.mark.parametrize('rank', (0, 1))
@pytest.mark.parametrize('name', setups)
def test_same(both, name, rank):
    "Each process has, to the last bit, what it would have had" # N-227
    _,first,second = both
    (whole,how),got = first[rank][name],second[rank][name]
    assert how == ('TrainingInterrupted' if 'told' in name else 'Stop')
    for a,b in zip(whole['weights'], got['weights']): torch.testing.assert_close(a, b, rtol=0, atol=0)
    assert torch.equal(whole['random'], got['random']) and whole['losses'] == got['losses'] and whole['count'] == got['count']
    assert [o[:3] for o in whole['values']] == [o[:3] for o in got['values']] and whole['opt'] == got['opt']

@pytest.mark.parametrize('name', ('ours', 'torchs'))
def test_other_numbers(both, name):
    "One process does not go on with what two have written" # N-228
    learn = make(name, both[0]/name)
    with pytest.raises(CheckpointError, match='was written by 2 processes, and these are 1: use as many'): learn.fit_one_cycle(3, 0.05, resume=True)

def test_one_checkpoint(both):
    "No process but the first writes"
    found = [o.name for o in (both[0]/'noise'/'models'/'checkpoints').iterdir()]
    assert not [o for o in found if o.endswith('.tmp') or o == 'lock.json'], found

@pytest.mark.parametrize('rank', (0, 1))
def test_an_error_of_the_writer_is_everybody_s(both, rank):
    "Processes that train together stop together, long before they would save again" # N-279
    kind,said,steps = both[1][rank]['full disk']
    assert kind == ('CheckpointError' if rank else 'OSError') and 'No space left' in said
    assert steps in (5, 6)

if __name__ == '__main__': work(*sys.argv[1:])
