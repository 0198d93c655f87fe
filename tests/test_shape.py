"Pages that one can read, and modules that build on earlier ones: the limits of `docs/shape.py`"
import ast, sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent/'docs'))
import shape

# What does not hold yet. These lists may only shrink: an entry that is no longer needed fails.
NOT_YET = []
STALE = [] # pages whose stored outputs name a temporary cell
KNOWN = [] # imports of modules whose page has a higher number
PRIVATE_NAMES = 0

pages = {p.stem: shape.Shape(p) for p in shape.pages()}

@pytest.mark.parametrize('name', pages)
def test_page(name):
    faults = pages[name].faults()
    if name in NOT_YET: assert faults, f'{name} can be read now: take it out of NOT_YET'
    else: assert not faults, '\n'.join(faults)

def test_not_yet_are_pages(): assert not set(NOT_YET) - set(pages)

@pytest.mark.parametrize('name', pages)
def test_outputs(name):
    "Stored outputs hold nothing that differs from run to run"
    odd = [(text, o[max(0, o.index(text)-60):][:120]) for o in pages[name].outputs for text in ('<ipython-input-', ' at 0x', '"name": "stderr"') if text in o]
    assert bool(odd) == (name in STALE), odd or f'take {name} out of STALE'

# Imports

graph = shape.imports()

def test_cycles():
    without = {m: [o for o in os if (m, o) not in KNOWN] for m,os in graph.items()}
    assert not shape.cycles(without)

def test_imports_go_to_lower_numbers():
    up = shape.upward(graph)
    assert not set(up) - set(KNOWN)
    assert not set(KNOWN) - set(up), 'KNOWN has imports that are gone'

def test_private_names():
    found = shape.private_names()
    assert len(found) <= PRIVATE_NAMES, found
    assert PRIVATE_NAMES == len(found), f'there are {len(found)} now: lower PRIVATE_NAMES'

def test_every_module_has_a_page():
    assert all(page.exists() for _,_,page in shape.modules())
    assert len(graph) > 30

# Types

# N-200
def test_most_parameters_have_a_type():
    everywhere,core = shape.typed_shares()
    assert everywhere >= 0.8 and core >= 0.8, '`python docs/shape.py --types` lists the modules'

# N-200
@pytest.mark.parametrize('src,found', [
    ('def f(x, n:int=1, *args, k:str|None=None, **kwargs): pass', [('f', 'x', ''), ('f', 'n', 'int'), ('f', 'k', 'str | None')]),
    ('@patch\ndef f(self:C, x): pass', [('C.f', 'x', '')]),
    ('@patch(cls_method=True)\ndef f(cls:C, x:int): pass', [('C.f', 'x', 'int')]),
    ('@patch(set_prop=True)\ndef f(self:C, v): pass', []), # a setter
    ('@patch\ndef f(self:_C, x): pass\ndef _f(x): pass\nclass _D:\n    def f(self, x): pass', []), # nobody calls them
    ('class C:\n    def __init__(self, x): pass\n    @staticmethod\n    def f(x:int): pass', [('C.__init__', 'x', ''), ('C.f', 'x', 'int')]),
])
def test_parameters_that_count(src, found, tmp_path):
    (tmp_path/'m.py').write_text(src)
    assert list(shape.parameters(tmp_path/'m.py')) == found

# The measures themselves

def cell(src, kind='code'): return shape.Cell(dict(cell_type=kind, source=src))

@pytest.mark.parametrize('src,n', [
    ('#| export\ndef f(x): return x', 1),
    ('#| export\n\ndef f(x):\n    "Doc"\n\n    return x', 3),
    ('#| export\ndef f(\n    x, # a number\n    y, # another\n):\n    "Doc"\n    return x', 2),
    ('#| export\ndef f(\n    x,\n    y,\n):\n    "Doc"\n    return x', 6),
    ('#| export\nclass A:\n    "Doc"\n    def __init__(self,\n        x # a number\n    ): self.x = x', 3),
    ('#| export\n@patch\ndef f(self:A,\n    x # a number\n):\n    return x # the same', 2),
    ('#| export\n#| holds: S-001\nx = 1 # why', 1)])
def test_lines(src, n): assert shape.code_lines(cell(src), signatures=False) == n

@pytest.mark.parametrize('src,n', [
    ('assert 1\nassert 2', 2),
    ('test_eq(1, 1); test_close(a, b)\nwith expect_fail(ValueError, contains="x"): f()', 3),
    ('torch.testing.assert_close(a, b)\nwith pytest.raises(ValueError): f()', 2),
    ('dl = dls.test_dl(items)\ntest_set(items)\nx = "assert 1" # test_eq', 0),
    ('for o in os: assert o', 1)])
def test_assertions(src, n): assert shape.n_assertions(ast.parse(src)) == n

@pytest.mark.parametrize('src,exported,shown', [
    ('#| export\nx = 1', True, False), ('#|exporti\nx = 1', True, False), ('#| hide\nx', False, False), ('x', False, True),
    ('#| holds: S-001\nx', False, True), ('#| default_exp learner', False, False), ('', False, False)])
def test_kinds(src, exported, shown): assert (cell(src).exported, cell(src).shown) == (exported, shown)

def test_names():
    tree = ast.parse('def f(): 0\ndef _g(): 0\nclass A: 0\n@patch\ndef __len__(self:A): 0\nx = 1')
    assert shape.public_names(tree) == ['f', 'A', '__len__']

def test_graphs():
    graph = dict(a=['b'], b=['c'], c=['a'], d=['a'], e=['e'])
    assert shape.cycles(graph) == [('a', 'b', 'c'), ('e',)]
    assert not shape.cycles(dict(a=['b', 'c'], b=['c'], c=[]))

@pytest.mark.parametrize('src,sources', [
    ('from .core import Callback', ['mylearner.callback.core', 'mylearner.callback.core.Callback']),
    ('from ..learner import Learner', ['mylearner.learner', 'mylearner.learner.Learner']),
    ('import mylearner.metrics, math', ['mylearner.metrics', 'math']),
    ('from mylearner import metrics', ['mylearner', 'mylearner.metrics'])])
def test_sources(src, sources):
    assert [m for m,_ in shape._sources(ast.parse(src).body[0], 'mylearner.callback.hook')] == sources

def test_top_level():
    src = 'import a\nif 1:\n    import b\nelse:\n    try: import c\n    except ImportError: import d\ndef f():\n    import e\nclass A:\n    def g(self): import h'
    found = [a.name for n in shape._top_level(ast.parse(src).body) if isinstance(n, ast.Import) for a in n.names]
    assert found == ['a', 'b', 'c', 'd']
