"""Two processes train what one process with the double batch trains.

`torchrun` starts this very file twice; the first process writes what came out, the test compares it with one process.
"""
import os, subprocess, sys, warnings
from pathlib import Path

import pytest
import torch
import torch.nn.functional as F
from fastcore.basics import noop
from torch import nn
from torch.utils.data import DataLoader as TorchLoader, TensorDataset

import mylearner.callback.schedule # noqa: F401 (it gives the learner `fit_one_cycle`)
from mylearner.callback.core import Callback
from mylearner.callback.guard import NonFiniteError
from mylearner.callback.tracker import TerminateOnNaNCallback
from mylearner.callback.training import GradientClip
from mylearner.data.load import DataLoader
from mylearner.distributed import DistributedTrainer, rank0_first
from mylearner.learner import Learner
from mylearner.metrics import AccumMetric, F1Score, accuracy
from mylearner.optimizer import Adam
from mylearner.torch_core import rank_distrib

# With batches of 4 in two processes (or 8 in one): train 2 whole steps and 3 rows, or 1 row; validation likewise
n_rows = {'three left': (19, 13), 'one left': (17, 9), 'none left': (16, 16)}

def mse_of_all(p, t): return (p.argmax(1) - t).float().square().mean()

def new_learner(bs, n_train, n_valid, Loader, seed=0):
    g = torch.Generator().manual_seed(0)
    x = torch.randn(n_train + n_valid, 4, generator=g)
    y = (x[:,0] > 0).long() + (x[:,1] > 0.5).long()
    train,valid = TensorDataset(x[:n_train], y[:n_train]),TensorDataset(x[n_train:], y[n_train:])
    torch.manual_seed(seed)
    model = nn.Sequential(nn.Linear(4, 8), nn.LayerNorm(8), nn.Tanh(), nn.Linear(8, 3))
    learn = Learner((Loader(train, batch_size=bs, shuffle=True), Loader(valid, batch_size=bs)), model, F.cross_entropy, opt_func=Adam, lr=0.01,
        metrics=[accuracy, F1Score(average='macro'), AccumMetric(mse_of_all, flatten=False)], cbs=GradientClip(0.5))
    learn.logger,learn.silent = noop,True
    return learn

def train(learn):
    "Everything that is compared"
    torch.manual_seed(1)
    learn.fit_one_cycle(3, 0.01)
    lrs,steps,values = list(learn.recorder.lrs),list(learn.recorder.losses),[list(o) for o in learn.recorder.values]
    preds,targs,losses = learn.get_preds(with_loss=True)
    train_preds,train_targs = learn.get_preds(ds_idx=0)
    return dict(weights=[p.detach().clone() for p in learn.model.parameters()], values=values, lrs=lrs, steps=steps, preds=preds, targs=targs, losses=losses,
        train_preds=train_preds, train_targs=train_targs, validated=list(learn.validate()))

def find_lr(learn):
    torch.manual_seed(1)
    return learn.lr_find(num_it=40, start_lr=1e-3, show_plot=False).valley

def nan_in_one(learn, rank):
    "Steps until training stops, where one process meets a NaN in its second batch"
    def spoil(self):
        if self.learn.train_iter == 1 and self.learn.training and rank: self.learn.xb = (self.learn.xb[0]*float('nan'),)
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        learn.fit(1, cbs=[Callback(before_batch=spoil), TerminateOnNaNCallback()])
    n = len(learn.recorder.losses)
    try: learn.fit(1, cbs=Callback(before_batch=spoil)) # without it, it is an error
    except NonFiniteError as e: said = str(e)
    return n,len(learn.recorder.losses),'epoch 0, batch 1' in said,all(o.isfinite().all() for o in learn.model.state_dict().values())

def everywhere(o):
    "What each process has"
    res = [None]*2
    torch.distributed.all_gather_object(res, o)
    return res

def loaders(): return {'ours': DataLoader, "torch's": TorchLoader}

def work(out):
    "What each of the two processes does"
    from mylearner.distributed import setup_distrib, teardown_distrib
    setup_distrib()
    res,rank = {},rank_distrib()
    for name,ns in n_rows.items():
        for kind,Loader in loaders().items():
            learn = new_learner(4, *ns, Loader, seed=rank) # (weights and random streams of the first count)
            model,dls = learn.model,learn.dls
            with learn.distrib_ctx(): got = train(learn)
            assert learn.model is model and learn.dls is dls and not [o for o in learn.cbs if isinstance(o, DistributedTrainer)]
            a,b = everywhere((got['weights'], got['steps'], got['lrs'], got['values']))
            got['same'] = all(torch.equal(*o) for o in zip(a[0], b[0])) and a[1:] == b[1:]
            res[name, kind] = got

    # decisions are the same in both
    learn = new_learner(4, 17, 9, DataLoader)
    with learn.distrib_ctx(): res['lr'] = everywhere(find_lr(learn))
    learn = new_learner(4, 32, 9, DataLoader)
    with learn.distrib_ctx(): res['nan'] = everywhere(nan_in_one(learn, rank))

    # only the first process prints
    learn = new_learner(4, 16, 16, DataLoader)
    learn.logger,learn.silent = print,False
    with learn.distrib_ctx(): learn.fit(1)

    # the first process goes first
    Path(out).with_name(f'order{rank}').unlink(missing_ok=True)
    def first(): Path(out).with_name('first').touch(); return rank
    def look(): return Path(out).with_name('first').exists()
    res['first'] = rank0_first(first if rank == 0 else look)
    res['first'] = everywhere(res['first'])

    # frozen groups, several inputs by name, hidden attributes of the model
    class Named(nn.Module):
        def __init__(self):
            super().__init__()
            self.lin,self.n_reset = nn.Linear(2, 1),0
        def reset(self): self.n_reset += 1
        def forward(self, a, b): return self.lin(torch.cat([a, b], 1))
    rows = [dict(a=torch.randn(1), b=torch.randn(1), y=torch.randn(1)) for _ in range(8)]
    learn = Learner((TorchLoader(rows, batch_size=2),)*2, Named(), F.mse_loss, lr=0.01)
    learn.logger,learn.silent = noop,True
    with learn.distrib_ctx(): learn.fit(2)
    res['named'] = learn.recorder.values

    if rank == 0: torch.save(res, out)
    teardown_distrib()

@pytest.fixture(scope='module')
def both(tmp_path_factory):
    "What two processes found"
    out = tmp_path_factory.mktemp('distributed')/'res.pt'
    cmd = [sys.executable, '-m', 'torch.distributed.run', '--standalone', '--nproc_per_node', '2', __file__, str(out)]
    env = os.environ | dict(OMP_NUM_THREADS='1', PYTHONPATH=os.pathsep.join(sys.path))
    run = subprocess.run(cmd, env=env, capture_output=True, text=True, timeout=120)
    assert run.returncode == 0, run.stderr[-4000:]
    return torch.load(out, weights_only=False) | {'printed': run.stdout}

@pytest.mark.parametrize('name', n_rows)
@pytest.mark.parametrize('kind', loaders())
def test_as_one_process(both, name, kind):
    "Weights, history, predictions: the same as those of one process with batches of 8" # S-103, S-104
    two = both[name, kind]
    one = train(new_learner(8, *n_rows[name], loaders()[kind]))
    assert two['same']
    close = dict(rtol=1e-4, atol=1e-5) # sums in another order
    for a,o in zip(two['weights'], one['weights']): torch.testing.assert_close(a, o, **close)
    for k in ('preds', 'losses', 'train_preds'): torch.testing.assert_close(two[k], one[k], **close)
    for k in ('targs', 'train_targs'): assert torch.equal(two[k], one[k])
    torch.testing.assert_close(torch.tensor(two['values']), torch.tensor(one['values']), **close)
    torch.testing.assert_close(torch.tensor(two['validated']), torch.tensor(one['validated']), **close)
    torch.testing.assert_close(torch.tensor(two['steps']), torch.tensor(one['steps']), **close)
    assert two['lrs'] == one['lrs'] # the schedule covers the steps that there are

def test_the_control(both):
    "One process with batches of 4 gives other weights, so that the comparison above means something"
    two,four = both['three left', 'ours']['weights'],train(new_learner(4, *n_rows['three left'], DataLoader))['weights']
    assert max((a-o).abs().max() for a,o in zip(two, four)) > 1e-3

def test_decisions(both):
    "A learning rate found, a training stopped: in both processes the same, and the same as in one"
    assert both['lr'][0] == both['lr'][1] == pytest.approx(find_lr(new_learner(8, 17, 9, DataLoader)), rel=1e-3)
    assert both['nan'] == [(1, 1, True, True)]*2

def test_one_voice(both):
    "One table, from the first process"
    assert both['printed'].count('valid_loss') == 1, both['printed']

def test_rank0_first(both): assert both['first'] == [0, True]

def test_dicts(both): assert len(both['named']) == 2 and all(v == v for row in both['named'] for v in row)

if __name__ == '__main__': work(sys.argv[1])
