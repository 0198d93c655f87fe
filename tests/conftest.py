"Where tests run, what they share, and what their cases are called"
import gc, sys, warnings
from pathlib import Path

import pytest
import torch
from mylearner.torch_core import default_device

sys.path.insert(0, str(Path(__file__).resolve().parent)) # for `faults` and `resume_setups`

if torch.cuda.is_available(): default_device(False) # as the lessons: on the CPU, unless a test asks for another device

def pytest_collection_finish(session):
    "What was imported stays: `gc.collect()`, which tests and recordings call often, need not look at it each time"
    gc.collect()
    gc.freeze()

_long = ('benchmarks','fastai','graph','graph_compose','history','processes','processes_resume','resume','resume_data','resume_settings','site','stubs')

def pytest_collection_modifyitems(items):
    "The files that take longest come first, so that of several processes none is left alone with one of them at the end"
    items.sort(key=lambda o: o.path.stem.removeprefix('test_') not in _long)

# Names for the cases of a test that are the same in each process: pytest would take the address of a function or an object
def _name(o):
    if hasattr(o, 'func'): return _name(o.func)
    return o.__qualname__.split('.')[-1] if hasattr(o, '__qualname__') else type(o).__name__

def pytest_make_parametrize_id(config, val, argname):
    if val is None or isinstance(val, (str, bytes, int, float, complex)): return None # as ever
    return _name(val) if ' at 0x' in repr(val) else None

@pytest.fixture
def quiet():
    "No warnings: `pytestmark = pytest.mark.usefixtures('quiet')`"
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        yield
