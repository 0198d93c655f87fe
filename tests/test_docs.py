"The commands under `docs/`: promises are numbered without gaps, tags are read as written, signatures are compared; `help` lists modules"
import ast, json, re, sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent/'docs'))
import api_gaps, promises, shape


def test_promises_are_complete():
    ids = [o['id'] for o in promises.read()]
    new = [o for o in ids if o[0] == 'N']
    assert ids == [f'S-{i:03}' for i in range(1, 259)] + [f'T-{i:02}' for i in range(1, 47)] + new and len(set(new)) == len(new) > 0

def test_promises_are_short_sentences():
    for o in promises.read():
        assert 10 < len(o['promise']) <= 120, o
        assert o['promise'].count('`') % 2 == 0, o
        assert not o['promise'].endswith('.'), o

@pytest.mark.parametrize('code,tags', [
    ('x = 1 # S-045', ['S-045']),
    ('# S-045…S-047, T-29', ['S-045', 'S-046', 'S-047', 'T-29']),
    ('# S-045…047', ['S-045', 'S-046', 'S-047']),
    ('# S-045..S-046', ['S-045', 'S-046']),
    ('# T-02, T-03', ['T-02', 'T-03']),
    ('name = "S-045"', []),
    ('# UTF-32 and XS-045', [])])
def test_tags(code, tags): assert promises.tags_in(code) == tags

@pytest.mark.parametrize('cell,tags', [
    ('#| hide\n#| holds: S-045…S-047 T-29\nx = 1', ['S-045', 'S-046', 'S-047', 'T-29']),
    ('x = 1 # S-045', [])])
def test_directives(cell, tags): assert promises.tags_of(cell) == tags

def test_every_tag_is_a_promise():
    odd = set(promises.holders()) - {o['id'] for o in promises.read()}
    assert not odd

@pytest.mark.parametrize('f,sig,what', [
    (lambda a, b=1: 0, '(a, b=2)', ''),
    (lambda a, b=1, *, c=0: 0, '(a, b=2)', ''),
    (lambda a: 0, '(a, b=2)', 'takes no `b`'),
    (lambda a, **kw: 0, '(a, b=2)', ''),
    (lambda b, a: 0, '(a, b)', 'order is b, a instead of a, b'),
    (lambda b, a, **kw: 0, '(a, b, c)', 'order is b, a instead of a, b, c'),
    (lambda a, extra=0, b=1: 0, '(a, *, b=2)', '')])
def test_signatures(f, sig, what): assert api_gaps.difference(f, sig) == what

class Kinds:
    value = 3
    def method(self): 0
    @property
    def read(self): return 1
    @property
    def written(self): return 1
    @written.setter
    def written(self, v): 0

@pytest.mark.parametrize('o,sig,what', [
    (Kinds.read, 'property', ''),
    (Kinds.read, 'property, set', 'cannot be set'),
    (Kinds.written, 'property, set', ''),
    (Kinds.value, 'property, set', ''),
    (Kinds.method, 'property', 'is a method instead of a property'),
    (Kinds.read, '(self)', 'is a property instead of something to call'),
    (Kinds.value, '(self)', 'is a int instead of something to call'),
    (Kinds, '(x)', ''),
    (Kinds.value, '= 3', ''),
    (Kinds.value, '= 4', 'is 3 instead of 4'),
    (Kinds.method, '= 4', 'is a method instead of a value'),
    (Kinds.value, '= Other.value', ''),
    ((1,), 'object of type tuple', ''),
    ([1], 'object of type tuple', 'is a list instead of a tuple'),
    (Kinds, 'object of type Kinds (x)', 'is a class or function instead of an object')])
def test_kinds(o, sig, what): assert api_gaps.other_kind(o, sig) == what

def test_instance_attributes():
    assert api_gaps.unsettable(sys.modules[__name__], 'Kinds.read (attribute)') == 'cannot be set'
    assert not api_gaps.unsettable(sys.modules[__name__], 'Kinds.made_by_init (attribute)')

def test_every_reason_is_needed():
    found = {f'{m}.{name}' for m,name,_ in api_gaps.gaps()} | {m for m,_,_ in api_gaps.gaps()}
    assert not set(api_gaps.reasons) - found

# `nbdev-export` lists the modules in the package's docstring and in `nbs/llms.txt`, each with the quote below its page's title:
# those whose own docstring has more than three lines. A page with a single summary tagged `#| export` has three. These may have so few:
UNLISTED = '''batch freezing profile callback.schedule callback.channelslast callback.compile callback.preds all basics callback.all
    data.all nonfinite pass_rows tabular.learner'''.split()

@pytest.mark.parametrize('where', ['help', 'llms.txt'])
def test_every_module_is_listed(where):
    import mylearner
    text = mylearner.__doc__ if where == 'help' else (shape.root/'nbs'/'llms.txt').read_text(encoding='utf-8')
    listed = set(re.findall(r'^- `mylearner\.([\w.]+)`: \S', text, re.M))
    n_lines = {m.removeprefix('mylearner.'): len((ast.get_docstring(ast.parse(p.read_text(encoding='utf-8'))) or '').splitlines())
        for m,p,_ in shape.modules()}
    assert listed == {m for m,n in n_lines.items() if n > 3}
    assert n_lines.keys() - listed - {'__main__'} <= set(UNLISTED)

def test_citation_names_the_version():
    import mylearner
    text = (shape.root/'CITATION.cff').read_text(encoding='utf-8')
    assert re.search(r'^version: (.+)$', text, re.M)[1] == mylearner.__version__

def test_figures_of_the_front_page_were_measured():
    "The table *Why not* has the ratios of `benchmarks/results.json`"
    rows = json.loads((shape.root/'benchmarks'/'results.json').read_text())['rows']
    table = dict(re.findall(r'^\| ([^|]+) ¹ \| (.+) \|$', (shape.root/'README.md').read_text(encoding='utf-8'), re.M))
    kinds = {'time for a training step': 'step', 'handwritten digits, start to end': 'digits', 'importing it, against `import torch`': 'import time'}
    assert table.keys() == kinds.keys()
    for k,row in kinds.items():
        assert table[k].split(' | ') == [f"{rows[row]['of'][o]['ratio']:.2f}" if o else '1' for o in ('mylearner', None, 'fastai', 'Lightning')], k

def test_cells_with_imports_hold_nothing_else():
    "The docs build runs them on their own"
    import adapter
    assert not adapter.mixed_imports()
