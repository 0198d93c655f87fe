"Every public name has a docstring and is used in an example that a reader sees"
import ast, json, re
from pathlib import Path

nbs = sorted(p for p in (Path(__file__).parent.parent/'nbs').rglob('*.ipynb') if p.name[0] != '_' and '.ipynb_checkpoints' not in p.parts)

def cells(p):
    for c in json.loads(p.read_text(encoding='utf-8'))['cells']:
        if c['cell_type'] == 'code': yield ''.join(c['source'])

def directives(src): return set(re.findall(r'^#\|\s*(\w+)', src, re.M))
def plain(src): return '\n'.join('' if l.lstrip().startswith(('!','%')) else l for l in src.split('\n'))

def public(src):
    "`(name, node, class or None)` of each public definition of an exported cell, patched methods included"
    for n in ast.parse(plain(src)).body:
        if not isinstance(n, (ast.FunctionDef, ast.ClassDef)) or n.name[0] == '_': continue
        patched = isinstance(n, ast.FunctionDef) and any('patch' in ast.unparse(d) for d in n.decorator_list)
        if any('set_prop' in ast.unparse(d) or '.setter' in ast.unparse(d) for d in n.decorator_list): continue
        cls = ast.unparse(n.args.args[0].annotation) if patched and n.args.args and n.args.args[0].annotation else None
        if not (cls or '').startswith('_'): yield n.name,n,cls # what is patched into a private class is private

exported = [(p.stem, name, node, cls) for p in nbs for src in cells(p) if 'export' in directives(src) for name,node,cls in public(src)]
shown = '\n'.join(src for p in nbs for src in cells(p) if not {'export','exporti','hide','default_exp'} & directives(src))
words = set(re.findall(r'\w+', shown))

# Methods that are never called by name: the loop fires events, metrics are read by the recorder, transforms by pipelines
from mylearner.callback.core import event
called_for_you = {*event.all, 'encodes', 'decodes', 'setups', 'reset', 'accumulate', 'value', 'name', 'forward'}

def test_docstrings():
    told = {(page, name) for page,name,node,cls in exported if ast.get_docstring(node)}   # an override means what the first one means
    bare = [f'{page}: {cls+"." if cls else ""}{name}' for page,name,node,cls in exported if (page, name) not in told and name not in called_for_you]
    assert not bare, '\n'.join(bare)

def test_one_line():
    long = [f'{page}: {name}' for page,name,node,cls in exported if '\n' in (ast.get_docstring(node) or '')]
    assert not long, '\n'.join(long)

def test_used_in_a_shown_cell():
    unused = [f'{page}: {cls+"." if cls else ""}{name}' for page,name,node,cls in exported if name not in words and name not in called_for_you]
    assert not unused, '\n'.join(unused)
