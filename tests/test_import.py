"What the first line of a notebook costs"
import os, subprocess, sys
from pathlib import Path

import pytest

resource = pytest.importorskip('resource')
root = Path(__file__).resolve().parent.parent
everything = 'from mylearner.all import *'


def cpu_time(code):
    "Seconds of processor time that a fresh Python needs for `code`: unlike the clock it does not count what others do"
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, '-c', code], check=True, cwd=root, env={**os.environ, 'OMP_NUM_THREADS': '1'})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

def test_import_costs_little_more_than_torch():
    "At most 1.4 times `import torch`: the best of several runs of each, in turn"
    cpu_time(everything)   # compiles what is not compiled yet
    pairs = [(cpu_time('import torch'), cpu_time(everything)) for _ in range(5)]
    torch, ours = (min(o) for o in zip(*pairs))
    assert ours <= 1.4*torch, f'{ours:.2f} s against {torch:.2f} s'

def test_nothing_heavy_is_imported():
    heavy = ['matplotlib', 'sklearn', 'pandas', 'IPython', 'fastprogress', 'torchvision', 'torchmetrics', 'torch._dynamo', 'tensorboard']
    code = f'{everything}; import sys; print(*[m for m in {heavy} if m in sys.modules])'
    res = subprocess.run([sys.executable, '-c', code], capture_output=True, text=True, cwd=root)
    assert res.returncode == 0, res.stderr
    assert not res.stdout.split()

def test_star_import_gives_the_names_of_a_script():
    names = ['Learner', 'DataLoaders', 'accuracy', 'Callback', 'Metric', 'nn', 'torch', 'F', 'partial', 'Path', 'L', 'fit_one_cycle']
    code = f'{everything}; print(*[n for n in {names} if n not in globals() and not hasattr(Learner, n)])'
    res = subprocess.run([sys.executable, '-c', code], capture_output=True, text=True, cwd=root)
    assert res.returncode == 0, res.stderr
    assert not res.stdout.split()
