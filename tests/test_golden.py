"Files that an earlier version wrote are read, and mean what they meant"
import importlib, json, pickletools, sys, zipfile
from array import _array_reconstructor, array
from pathlib import Path

import pytest, torch
from fastcore.foundation import L
from mylearner.learner import AvgSmoothLoss, Recorder
from mylearner.checkpoint import load_learner

golden = Path(__file__).resolve().parent/'golden'
sys.path.insert(0, str(golden))
import make

expected = json.loads((golden/'expected.json').read_text())

def same(a, b, where=''):
    "Equal, but for the last digits of a number: other processors add up in another order"
    if isinstance(b, dict):
        assert list(a) == list(b), where
        for k in b: same(a[k], b[k], f'{where}.{k}')
    elif isinstance(b, list):
        assert len(a) == len(b), where
        for i,(x,y) in enumerate(zip(a, b)): same(x, y, f'{where}[{i}]')
    elif isinstance(b, float): assert a == pytest.approx(b, rel=1e-4, abs=1e-5), where
    else: assert a == b, where

@pytest.mark.parametrize('name', make.exports)
def test_export(name):
    allow = make.exports[name][2]
    learn = load_learner(golden/f'export_{name}.pkl', allow=allow) if allow else load_learner(golden/f'export_{name}.pkl')
    same(make.after_export(learn), expected[f'export_{name}'])

@pytest.mark.parametrize('name', [k for k in expected if k.startswith('weights')])
def test_weights(name):
    with_opt = '_opt' in name
    learn = make.fresh(make.opts[name.split('_')[1].removesuffix('.pth')])
    learn.path = golden
    same(make.after_load(learn, name, with_opt), expected[name])

def test_optimizer_state_matters():
    "The control: without the optimizer's state in the file the next epoch goes elsewhere"
    learn = make.fresh(make.Adam)
    learn.path = golden
    other = make.after_load(learn, 'weights_adam_opt.pth', False)
    same(other['valid'], expected['weights_adam_opt.pth']['valid'])
    assert other['history'][0]['train_loss'] != pytest.approx(expected['weights_adam_opt.pth']['history'][0]['train_loss'], rel=1e-4)

@pytest.mark.parametrize('name', make.loaders())
def test_loader(name):
    dl = make.loaders()[name]
    dl.load_state_dict(torch.load(golden/f'loader_{name}.pth', weights_only=True))
    assert make.rest(dl) == expected[f'loader_{name}']['rest']

def test_recorder():
    kept = [AvgSmoothLoss, L, array, _array_reconstructor]
    with torch.serialization.safe_globals(kept): sd = torch.load(golden/'recorder.pth', weights_only=True)
    rec = Recorder()
    rec.load_state_dict(sd)
    same(make.after_record(rec), expected['recorder'])

def test_recorder_goes_on():
    "A fit after loading continues the history: its fit is number 2, its first step number 17"
    learn = make.learner()
    learn.recorder.load_state_dict(torch.load(golden/'recorder.pth', weights_only=False))
    learn.fit(1)
    assert [(o['fit'], o['epoch'], o['step']) for o in learn.recorder.history] == [(1, 0, 16), (2, 0, 32)]

def named_in(pickled):
    "`(module, name)` of everything that a pickle looks up"
    memo,strings,last = [],[],None
    for op,arg,_ in pickletools.genops(pickled):
        if op.name == 'MEMOIZE':
            memo.append(last)
            continue
        last = arg if 'UNICODE' in op.name else memo[arg] if op.name in ('BINGET','LONG_BINGET') else None
        if isinstance(last, str): strings.append(last)
        if op.name == 'STACK_GLOBAL': yield tuple(strings[-2:])

def test_names_in_old_pickles():
    "What an export calls its parts stays where it was"
    names = {o for f in golden.glob('export_*.pkl') for o in named_in(zipfile.ZipFile(f).read('objects.pkl')) if o[0].startswith('mylearner')}
    assert {('mylearner.learner', 'Recorder'), ('mylearner.learner', 'AvgMetric'), ('mylearner.optimizer', 'Adam'),
        ('mylearner.callback.schedule', '_Combined'), ('mylearner.callback.progress', 'ProgressCallback')} <= names
    lost = [f'{mod}.{name}' for mod,name in sorted(names) if not hasattr(importlib.import_module(mod), name)]
    assert not lost
