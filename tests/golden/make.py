"""Files as an earlier version wrote them, which `tests/test_golden.py` reads with the present one.

Written by mylearner 0.1.0 as of commit 2098ddc, with torch 2.13.0 and Python 3.11:

    PYTHONPATH=FOLDER_OF_THAT_COMMIT OMP_NUM_THREADS=1 python tests/golden/make.py

Do not run it again with a later version: files that the present code wrote say nothing about reading old ones.
What is done with a file once it is loaded stands here too, so that both versions do the same with it.
"""
import json
from functools import partial
from pathlib import Path

import torch
from torch import nn
from mylearner.all import *
from mylearner.datasets import digits

here = Path(__file__).resolve().parent


def data(**kwargs):
    "Sixteen batches of digits to train on, five to validate"
    x,y = digits()
    return tensor_dls(x[:320], y[:320], bs=16, valid_pct=0.2, seed=42, device='cpu', vocab=[str(i) for i in range(10)], **kwargs)

def model():
    torch.manual_seed(0)
    return nn.Sequential(nn.Flatten(), nn.Linear(64, 12), nn.BatchNorm1d(12), nn.ReLU(), nn.Linear(12, 10))

def learner(**kwargs):
    learn = Learner(data(), model(), metrics=[accuracy, F1Score(average='macro'), AvgMetric(error_rate), top_k_accuracy], lr=0.01, **kwargs)
    learn.logger,learn.silent,learn.create_mbar = noop,True,False
    return learn

def numbers(o):
    "Nested numbers as lists, for JSON"
    if isinstance(o, torch.Tensor): return o.tolist()
    if isinstance(o, dict): return {k: numbers(v) for k,v in o.items()}
    return [numbers(v) for v in o] if hasattr(o, '__iter__') and not isinstance(o, str) else o

def rows(history): return [{k:v for k,v in numbers(o).items() if k != 'seconds'} for o in history]

# An export

def callbacks():
    return [GradientClip(1.), TrackerCallback(monitor='accuracy'), EarlyStoppingCallback(patience=5), TerminateOnNaNCallback(),
        GradientAccumulation(32), ShortEpochCallback(0.5), FetchPredsCallback()]

def schedules():
    steps = partial(torch.optim.lr_scheduler.StepLR, step_size=1, gamma=0.5)
    mom = combine_scheds([0.5, 0.25, 0.25], [SchedLin(0.95, 0.85), SchedExp(0.85, 0.9), SchedPoly(0.9, 0.95, 2)])
    return [ParamScheduler({'lr': combined_cos(0.25, 1e-3, 1e-2, 1e-5), 'mom': mom}), TorchScheduler(steps)]

torch_adam = partial(torch.optim.AdamW, eps=1e-3) # with torch's own `eps` of 1e-8 the last digits of a gradient decide where a step goes

exports = dict(adam=(Adam, callbacks, []), torch=(torch_adam, lambda: [BnFreeze, GradientClip(2., norm_type=1.)], []),
    # The classes behind schedules have private names, which a file may use only where the reader says so
    scheds=(Adam, schedules, ['mylearner.callback.schedule', 'torch.optim.lr_scheduler']))

def described(learn):
    "What the learner is made of, by name"
    return dict(cbs=[type(o).__name__ for o in learn.cbs], metrics=[o.name for o in learn.metrics], lr=learn.lr, moms=list(learn.moms),
        path=learn.model_dir, loss=type(learn.loss_func).__name__, vocab=list(learn.dls.vocab), purpose=learn.purpose)

def after_export(learn):
    "Predict and validate as loaded; then train on, with the callbacks that came along"
    learn.logger,learn.silent,learn.create_mbar = noop,True,False
    dl = data().valid
    res = described(learn)
    res['preds'] = numbers(learn.get_preds(dl=[dl.one_batch()])[0])
    res['valid'] = numbers(learn.validate(dl=dl))
    learn.dls = data()
    torch.manual_seed(1)
    learn.fit(2)
    res['opt'],res['hypers'] = type(learn.opt).__name__,[dict(o) for o in learn.opt.hypers]
    res['history'] = rows(learn.recorder.history)
    return res

# Weights, with and without the optimizer

def fresh(opt_func): return learner(opt_func=opt_func)

def after_load(learn, fname, with_opt):
    "Load into a new learner, train one epoch more"
    learn.model_dir = '.'
    learn.load(fname, with_opt=with_opt)
    valid = numbers(learn.validate())
    torch.manual_seed(2)
    learn.fit(1)
    return dict(valid=valid, history=rows(learn.recorder.history))

opts = dict(adam=Adam, sgd=partial(SGD, mom=0.9, wd=0.01), torch=torch_adam)

# A loader in the middle of an epoch

def loaders(seed=9):
    "One in random order, one whose order a sampler drew: what another seed would have given must come from the file"
    x = torch.arange(40.)[:,None]
    return dict(shuffle=DataLoader((x, x*2), bs=4, shuffle=True, generator=torch.Generator().manual_seed(seed)),
        sampler=DataLoader((x, x*2), bs=4, sampler=torch.utils.data.RandomSampler(range(40), generator=torch.Generator().manual_seed(seed))))

def rest(dl): return [b[0].flatten().tolist() for b in dl]

# A recorder after a fit

def after_record(rec):
    return dict(losses=list(rec.losses), lrs=list(rec.lrs), values=numbers(rec.values), history=rows(rec.history), names=list(rec.metric_names),
        smooth=rec.smooth_loss.value, n_step=rec.n_step, n_row=rec.n_row, log=numbers(rec.log)[:-1])

def main():
    expected = {}
    for name,(opt_func,cbs,allow) in exports.items():
        learn = learner(opt_func=opt_func, cbs=cbs(), path=here)
        torch.manual_seed(0)
        learn.fit(1)
        learn.export(f'export_{name}.pkl')
        expected[f'export_{name}'] = after_export(load_learner(here/f'export_{name}.pkl', allow=allow))
    for name,opt_func in opts.items():
        learn = fresh(opt_func)
        torch.manual_seed(0)
        learn.fit(1)
        learn.path,learn.model_dir = here,'.'
        for with_opt in (True, False):
            f = f"weights_{name}{'_opt' if with_opt else ''}.pth"
            if not with_opt and name != 'adam': continue
            learn.save(f, with_opt=with_opt)
            new = fresh(opt_func)
            new.path = here
            expected[f] = after_load(new, f, with_opt)
        if name == 'adam':
            torch.save(learn.recorder.state_dict(), here/'recorder.pth')
            expected['recorder'] = after_record(learn.recorder)
    for name,dl in loaders(3).items():
        it = iter(dl)
        given = [next(it)[0].flatten().tolist() for _ in range(4)]
        sd = dl.state_dict()
        torch.save(sd, here/f'loader_{name}.pth')
        it.close()
        new = loaders()[name] # of another seed
        new.load_state_dict(sd)
        expected[f'loader_{name}'] = dict(given=given, rest=rest(new))
        assert sorted(sum(given, []) + sum(expected[f'loader_{name}']['rest'], [])) == list(range(40))
    (here/'expected.json').write_text(json.dumps(expected, indent=None))


if __name__ == '__main__': main()
