"""What editors and type checkers see is what Python sees.

The stubs are read here as text and held against the imported package, without the code that writes them; mypy's own
`stubtest` compares once more. Pyright and mypy then check a training script each, and jedi completes in one."""
import ast, builtins, importlib, inspect, pkgutil, re, subprocess, sys, types
from pathlib import Path

import pytest

import mylearner

root = Path(__file__).resolve().parent.parent
package = root/'mylearner'
names = sorted({'mylearner', *(o.name for o in pkgutil.walk_packages(mylearner.__path__, 'mylearner.'))} - {'mylearner._modidx', 'mylearner.__main__'},
               key=lambda o: (o.endswith('.v1'), o))
modules = {o: importlib.import_module(o) for o in names}
spoken = {f'__{o}__' for o in 'init call enter exit len getitem setitem iter next add'.split()}
# What `callback.v1` gives optimizers when it is imported is not in the stub of the optimizers.
of_v1 = {'lr', 'mom', 'wd', 'beta', 'opt_keys', 'read_defaults', 'beta1', 'beta2'}


def stub(mod): return ast.parse(Path(mod.__file__).with_suffix('.pyi').read_text(encoding='utf-8'))

def bound(body):
    "Names that statements of a stub bind, with what binds them; imports only where they offer the name to others"
    res = {}
    for o in body:
        if isinstance(o, (ast.FunctionDef, ast.ClassDef)):
            if not any(isinstance(d, ast.Attribute) for d in o.decorator_list): res[o.name] = o
        elif isinstance(o, ast.AnnAssign): res[o.target.id] = o
        elif isinstance(o, ast.Assign): res.update({t.id: o for t in o.targets})
        elif isinstance(o, ast.ImportFrom): res.update({a.asname: o for a in o.names if a.asname == a.name})
    return {k: v for k, v in res.items() if k[0] != '_' or k in spoken}

def own(mod):
    "Names that a module has of this package: all but what it imports from elsewhere and what loops and `@patch` leave behind"
    tree = ast.parse(Path(mod.__file__).read_text(encoding='utf-8'))
    foreign, loops, methods = set(), set(), set()
    for o in tree.body:
        if isinstance(o, ast.Import): foreign |= {a.asname or a.name.partition('.')[0] for a in o.names}
        elif isinstance(o, ast.ImportFrom) and not (o.level or (o.module or '').startswith('mylearner')): foreign |= {a.asname or a.name for a in o.names}
        elif isinstance(o, ast.ImportFrom): foreign |= {a.asname for a in o.names if a.asname and a.asname != a.name}
        elif isinstance(o, ast.For): loops |= {n.id for n in ast.walk(o.target) if isinstance(n, ast.Name)}
        elif isinstance(o, ast.FunctionDef) and 'patch' in ast.unparse(ast.Module(o.decorator_list and [ast.Expr(d) for d in o.decorator_list], [])): methods.add(o.name)
    listed = set(getattr(mod, '__all__', ()))
    return {k for k, v in vars(mod).items() if k[0] != '_' and not isinstance(v, types.ModuleType) and k not in (foreign | loops) - listed
            and not (k in methods and (v is None or v is getattr(builtins, k, 0)))}   # what `@patch` gives back

def shape(f):
    "Names, kinds, and which parameters may be left out"
    ps = inspect.signature(f).parameters.values()
    return [(p.name, p.kind, p.default is not p.empty) for p in ps]

def shape_of(node):
    a, P = node.args, inspect.Parameter
    pos = a.posonlyargs + a.args
    opt = [False]*(len(pos) - len(a.defaults)) + [True]*len(a.defaults)
    res = [(p.arg, P.POSITIONAL_ONLY if p in a.posonlyargs else P.POSITIONAL_OR_KEYWORD, o) for p, o in zip(pos, opt)]
    if a.vararg: res.append((a.vararg.arg, P.VAR_POSITIONAL, False))
    res += [(p.arg, P.KEYWORD_ONLY, d is not None) for p, d in zip(a.kwonlyargs, a.kw_defaults)]
    if a.kwarg: res.append((a.kwarg.arg, P.VAR_KEYWORD, False))
    return res

def plain(cls, k, v):
    "fastcore's class methods as Python's"
    bound = getattr(cls, k, None)
    return classmethod(bound.__func__) if isinstance(bound, types.MethodType) and bound.__self__ is cls else v

def function(v):
    v = v.__func__ if isinstance(v, (classmethod, staticmethod)) else v
    return v if isinstance(v, types.FunctionType) else None

def compare(where, f, node):
    "Differences between a function and its definition in a stub"
    try: real = shape(f)
    except (ValueError, TypeError): return []
    said = shape_of(node)
    if said == real: return []
    # `**kwargs` that only serve to refuse what is unknown
    if said == [o for o in real if o[1] is not inspect.Parameter.VAR_KEYWORD]:
        return [] if refuses(f) else [f'{where}: the stub lacks **kwargs']
    return [f'{where}: the stub alone has {[o for o in said if o not in real]}, the package alone {[o for o in real if o not in said]} (or the order differs)']

def refuses(f): return '_refuse_unknown' in inspect.unwrap(f).__code__.co_names


# N-140
@pytest.mark.parametrize('name', names)
def test_names_of_a_module(name):
    mod = modules[name]
    said = bound(stub(mod).body)
    if re.search(r'^__all__ = \[o for o', Path(mod.__file__).read_text(encoding='utf-8'), flags=re.M):
        ns = {'__name__': name, '__package__': name.rpartition('.')[0]}
        exec(compile(stub(mod), 'stub', 'exec'), ns)
        assert set(mod.__all__) <= set(ns)
        return
    lazy = set(getattr(mod, '_lazy', ())) if name == 'mylearner' else set()
    assert set(said) - {'__version__'} == own(mod) | lazy
    for k, node in said.items():
        if isinstance(node, ast.ImportFrom):
            there = importlib.import_module(node.module)
            assert getattr(there, k) is getattr(mod, k), f'{k} is another in {node.module}'

# N-140 N-202
@pytest.mark.parametrize('name', names)
def test_signatures_and_members(name):
    mod, wrong = modules[name], []
    for k, node in bound(stub(mod).body).items():
        o = getattr(mod, k)
        if isinstance(node, ast.FunctionDef): wrong += compare(f'{name}.{k}', o, node)
        if not isinstance(node, ast.ClassDef): continue
        assert o.__module__ == name, f'{k} goes by {o.__module__}, the stub defines it in {name}'
        said = bound(node.body)
        has = {a: plain(o, a, v) for a, v in vars(o).items() if a[0] != '_' or a in spoken}
        for a, v in has.items():
            if a in of_v1 and a not in said and name.startswith('mylearner.optimizer'): continue
            if a not in said: wrong.append(f'{name}.{k}.{a} is not in the stub')
            elif isinstance(said[a], ast.FunctionDef):
                marks = {d.id for d in said[a].decorator_list if isinstance(d, ast.Name)}
                if isinstance(v, property): assert 'property' in marks, (k, a)
                elif f := function(v):
                    assert ('classmethod' in marks, 'staticmethod' in marks) == (isinstance(v, classmethod), isinstance(v, staticmethod)), (k, a)
                    if a != '__init__' or '__signature__' not in vars(o): wrong += compare(f'{name}.{k}.{a}', f, said[a])
            elif function(v) and a in vars(o) and function(v).__name__ == a: wrong.append(f'{name}.{k}.{a} is a method, and the stub gives it as {ast.unparse(said[a])}')
        wrong += [f'{name}.{k}.{a} is a method in the stub alone' for a, v in said.items() if isinstance(v, ast.FunctionDef) and not hasattr(o, a)
                  and a != '__init__']
    assert not wrong, '\n'.join(wrong)

def allows(t, v):
    "Does the type `t` allow the value `v`? Types that cannot be asked do"
    if isinstance(t, types.UnionType): return any(allows(o, v) for o in t.__args__)
    if t is float: return isinstance(v, (int, float))
    if t is None: return v is None
    return isinstance(v, t) if isinstance(t, type) and not isinstance(t, types.GenericAlias) else True

def test_allows():
    assert allows(int|None, None) and allows(float, 1) and allows(list[int], 'x') and not allows(int, None) and not allows(str|list, ())

# N-201
@pytest.mark.parametrize('name', [o for o in names if not o.endswith('.v1')])
def test_types_allow_their_defaults(name):
    mod, wrong = modules[name], []
    own = [o for o in vars(mod).values() if getattr(o, '__module__', None) == name]
    methods = [(o, function(plain(o, k, v))) for o in own if isinstance(o, type) for k, v in vars(o).items() if k[0] != '_' or k in spoken]
    for f in {f for _, f in methods if f} | {o for o in own if isinstance(o, types.FunctionType) and o.__name__[0] != '_'}:
        if f.__name__ in ('encodes', 'decodes', 'setups'): continue   # there, types choose what is called
        wrong += [f'{f.__qualname__}({p})' for p in inspect.signature(f).parameters.values() if p.default is not p.empty and p.annotation is not p.empty
                  and not isinstance(p.annotation, str) and not allows(p.annotation, p.default)]
    assert not wrong, '\n'.join(sorted(wrong))

# N-140
def test_attributes_that_stubs_promise_are_there():
    from mylearner.callback.core import Callback
    from mylearner.datasets import moons_dls
    from mylearner.learner import Learner
    from torch import nn
    dls = moons_dls()
    learn = Learner(dls, nn.Linear(2, 2), cbs=Callback())
    learn.fit(1)
    cb = next(o for o in learn.cbs if type(o) is Callback)
    sys.path.insert(0, str(root/'docs'))
    import stub_types
    for k in stub_types.attributes:
        owner, _, attr = k.rpartition('.')
        o = {'Learner': learn, 'Callback': cb, 'DataLoaders': dls}.get(owner)
        if o is None: continue
        assert hasattr(o, attr), f'{k} is promised, and not there'
        if owner == 'Learner': assert hasattr(cb, attr)
    for name, cls in (('mylearner.learner', 'Learner'), ('mylearner.callback.core', 'Callback')):
        body = next(o for o in stub(modules[name]).body if isinstance(o, ast.ClassDef) and o.name == cls).body
        assert {o for o in (*learn.loop_state, *learn.pass_state) if o[0] != '_'} <= set(bound(body))

# N-141
@pytest.mark.parametrize('with_input', [False, True])
@pytest.mark.parametrize('with_decoded', [False, True])
@pytest.mark.parametrize('with_loss', [False, True])
def test_get_preds_has_as_many_parts_as_its_overload(with_input, with_decoded, with_loss):
    from mylearner.datasets import moons_dls
    from mylearner.learner import Learner
    from torch import Tensor, nn
    res = Learner(moons_dls(), nn.Linear(2, 2)).get_preds(with_input=with_input, with_decoded=with_decoded, with_loss=with_loss)
    sys.path.insert(0, str(root/'docs'))
    import stub_types
    said = stub_types.overloads['Learner.get_preds'][1](with_input, with_decoded, with_loss)
    assert len(res) == said.count(',') + 1 and all(isinstance(o, Tensor) for o in res)

# N-140
def test_stubs_are_current():
    "A process of its own: others' imports and patches do not count"
    code = "import sys; sys.path[:0] = ['docs', '.']; import stubs; print(*stubs.stale())"
    res = subprocess.run([sys.executable, '-c', code], cwd=root, capture_output=True, text=True)
    assert res.returncode == 0 and not res.stdout.strip(), 'run `python docs/do.py stubs`: ' + res.stdout + res.stderr

def test_wheel_has_the_stubs_and_the_mark():
    said = (root/'setup.py').read_text(encoding='utf-8')
    assert "'py.typed'" in said and "'*.pyi'" in said and (package/'py.typed').exists()
    depths = {len(o.relative_to(package).parts) for o in package.rglob('*.pyi')}
    assert depths <= {1, 2, 3} and "'*/*/*.pyi'" in said, 'package_data names three levels'


def tool(*args):
    pytest.importorskip(args[0])
    return subprocess.run([sys.executable, '-m', *args], cwd=root, capture_output=True, text=True, timeout=600)

# N-141
def test_pyright_knows_a_training_script():
    res = tool('pyright', 'tests/typing/pyright_smoke.py', 'tests/typing/star.py')
    if 'offline' in res.stderr or 'nodeenv' in res.stderr: pytest.skip('pyright has no node here')
    assert res.returncode == 0, res.stdout + res.stderr

# N-141
def test_mypy_knows_a_training_script():
    res = tool('mypy', '--config-file', 'tests/typing/mypy.ini', 'tests/typing/mypy_smoke.py', 'tests/typing/star.py')
    assert res.returncode == 0, res.stdout + res.stderr

@pytest.mark.parametrize('name', ['pyright', 'mypy'])
def test_misspelt_uses_are_errors(name, tmp_path):
    "Without the marks that let them pass, the last five lines are five errors"
    text = (root/f'tests/typing/{name}_smoke.py').read_text(encoding='utf-8')
    path = root/f'tests/typing/_unmarked_{name}.py'
    path.write_text(re.sub(r' +# (pyright|type): ignore\[.*?\]', '', text), encoding='utf-8')
    try: res = tool(name, *(['--config-file', 'tests/typing/mypy.ini'] if name == 'mypy' else []), str(path))
    finally: path.unlink()
    assert len(re.findall(r'error:', res.stdout)) == 5, res.stdout

# What stubtest finds and is meant so
meant = [r'metaclass differs', r'__torch_dispatch__', r'__(signature|delwrap|match_args|pre_init|all)__ is not present', r'differs from runtime type (None|tuple\[\(\)\])',
         r'disjoint base', r'stub is a classmethod but runtime is not',   # fastcore has a descriptor of its own for them; `plain` looks through it
         r'\.__(repr|new)__ is inconsistent', r'layers\.\w+\.__init__ is inconsistent', r'^mylearner\.optimizer\.Optimizer\.\w+ is not',
         r'^mylearner\.(all|basics|imports|data\.all|vision\.all|tabular\.all)\.\w+ is not present in stub', r'^mylearner\.__dir__', r'MetricFuncList variable differs', r'inplace_relu is not a function', r'^mylearner\.data\.core\.DataLoaders\.\w+ is not present at']

# N-140
def test_stubtest_finds_no_difference():
    pytest.importorskip('mypy')
    res = tool('mypy.stubtest', 'mylearner', '--concise', '--mypy-config-file', 'tests/typing/mypy.ini')
    found = [o for o in res.stdout.splitlines() if not any(re.search(m, o) for m in meant)]
    assert not found, '\n'.join(found)


script = '''
from mylearner.all import *
dls = DataLoaders([1], [2])
learn = Learner(dls, nn.Linear(1, 1), loss_func=nn.MSELoss())
class Halve(Callback):
    def after_loss(self):
        self.
'''
# N-141 N-202
@pytest.mark.parametrize('begun,wanted', [('learn.fit', 'fit_one_cycle fit_flat_cos fit_sgdr'), ('learn.get', 'get_preds'), ('learn.lr_', 'lr_find'),
    ('learn.to_', 'to_fp16 to_bf16'), ('learn.rec', 'recorder'), ('learn.recorder.plot', 'plot_loss plot_lr_find plot_sched'), ('learn.cbs.', 'matching'),
    ('dls.show', 'show_batch'), ('learn.opt.', 'hypers set_hyper n_groups'), ('self.', 'xb yb pred loss learn epoch'),
    # arguments, of class methods too
    ('DataLoaders.from_', 'from_arrays from_dsets from_dblock'), ('DataLoaders.from_arrays(x, val', 'valid_pct= valid= val_bs='),
    ('learn.fit_one_cycle(1, ', 'lr_max= cbs= wd= resume='), ('DataLoader(ds, b', 'bs= batch_size='), ('DataLoaders.from_arrays(x).t', 'train test_dl')])
def test_jedi_completes(begun, wanted):
    jedi = pytest.importorskip('jedi')
    code = script if begun == 'self.' else script.replace('self.', 'pass') + begun
    line = next(i for i, l in enumerate(code.splitlines(), 1) if 'self.' in l) if begun == 'self.' else None
    found = {o.name for o in jedi.Script(code).complete(line, 13 if line else None)}
    assert set(wanted.split()) <= found, set(wanted.split()) - found
