"Programs as fastai's users write them run here when the import line is changed, and find the same figures"
import importlib.util, json, math, os, re, subprocess, sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from fastai_differences import differences as on_purpose, setup

here = Path(__file__).resolve().parent
programs = sorted((here/'fastai_programs').glob('*.py'))
# A Python that has fastai: this one, or the one named here (fastai asks for a torch of its own)
fastai_python = os.environ.get('FASTAI_PYTHON') or (sys.executable if importlib.util.find_spec('fastai') else None)

def figures_of(code, python, cwd):
    "The dict `figures` that a program leaves, from a process of its own"
    code += "\nimport json as _json; print('FIGURES', _json.dumps(figures))"
    (cwd/'program.py').write_text(code)
    env = {**os.environ, 'PYTHONPATH': str(here.parent), 'MPLBACKEND': 'Agg', 'OMP_NUM_THREADS': '1'}
    res = subprocess.run([python, '-W', 'ignore', 'program.py'], cwd=cwd, env=env, capture_output=True, text=True, timeout=300)
    assert res.returncode == 0, res.stdout[-2000:] + res.stderr[-4000:]
    return json.loads(res.stdout.rpartition('FIGURES ')[2])

def ours(path, tmp_path):
    needs = {'fastai.vision': 'PIL', 'fastai.tabular': 'pandas', 'sklearn': 'sklearn'}
    for k,library in needs.items():
        if k in path.read_text(): pytest.importorskip(library)
    if 'import torchvision' in path.read_text():
        try: import torchvision # noqa: F401
        except Exception as e: pytest.skip(f'torchvision: {type(e).__name__}') # also one that was built for another torch
    return figures_of(re.sub(r'^from fastai\.', 'from mylearner.', path.read_text(), flags=re.M), sys.executable, tmp_path)

def differences(a, b, at=''):
    "Where two nested figures differ by more than rounding"
    if isinstance(a, dict): return [o for k in {*a, *b} for o in differences(a.get(k), b.get(k), f'{at}.{k}')]
    if isinstance(a, list) and isinstance(b, list) and len(a) == len(b): return [o for i,(p,q) in enumerate(zip(a, b)) for o in differences(p, q, f'{at}[{i}]')]
    if isinstance(a, float) and isinstance(b, (int, float)): return [] if math.isclose(a, b, rel_tol=2e-4, abs_tol=2e-5) else [f'{at}: {a} and {b}']
    return [] if a == b else [f'{at}: {a} and {b}']

# N-109
@pytest.mark.parametrize('path', programs, ids=lambda o: o.stem)
def test_program_runs_here(path, tmp_path):
    expected = json.loads((here/'fastai_programs'/'figures.json').read_text())[path.stem] # what fastai found
    assert not differences(ours(path, tmp_path), expected)

@pytest.mark.skipif(fastai_python is None, reason='fastai is not installed')
@pytest.mark.parametrize('path', programs, ids=lambda o: o.stem)
def test_program_finds_the_same_in_fastai(path, tmp_path):
    (tmp_path/'theirs').mkdir()
    assert not differences(ours(path, tmp_path), figures_of(path.read_text(), fastai_python, tmp_path/'theirs'))

# *Coming from fastai*: its scripts, and what it says is different

def page_cells():
    nb = json.loads((here.parent/'nbs'/'tutorials'/'coming_from_fastai.ipynb').read_text())
    return [(o['cell_type'], ''.join(o['source'])) for o in nb['cells']]

def page_scripts():
    "The code of each section before the differences, for fastai"
    scripts, name = {}, None
    for kind, src in page_cells():
        if kind == 'markdown' and src.startswith('## '):
            name = src[3:].strip()
            if name.startswith('What is different'): break
        elif kind == 'code' and name: scripts[name] = scripts.get(name, 'import warnings\nfrom fastcore.test import *\n') + src.replace('from mylearner.', 'from fastai.') + '\n'
    return scripts

@cache
def results(python, package):
    "What each difference gives, all from one process"
    code = setup.replace('fastai', package) + f"""
import io, contextlib
figures = {{}}
for name,code in {[(k, o[0].replace('from fastai', f'from {package}')) for k,o in on_purpose.items()]!r}:
    space = dict(globals())
    with contextlib.redirect_stdout(io.StringIO()):
        try: exec(code, space)
        except Exception as e: space['result'] = f'{{type(e).__name__}}: {{e}}'
    figures[name] = space['result']
"""
    with TemporaryDirectory() as d: return figures_of(code, python, Path(d))

def test_each_difference_is_on_the_page():
    rows = [src for kind, src in page_cells() if '| in fastai | here |' in src][0].splitlines()
    for name in on_purpose: assert any(o.startswith(f'| {name}') for o in rows), name

# N-110
@pytest.mark.parametrize('name', on_purpose)
def test_difference_here(name): assert results(sys.executable, 'mylearner')[name] == on_purpose[name][1]

@pytest.mark.skipif(fastai_python is None, reason='fastai is not installed')
@pytest.mark.parametrize('name', on_purpose)
def test_difference_in_fastai(name): assert results(fastai_python, 'fastai')[name] == on_purpose[name][2]

@pytest.mark.skipif(fastai_python is None, reason='fastai is not installed')
@pytest.mark.parametrize('name', page_scripts())
def test_script_of_the_page_in_fastai(name, tmp_path): figures_of(page_scripts()[name] + '\nfigures = {}', fastai_python, tmp_path)
