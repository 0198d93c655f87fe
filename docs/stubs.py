"""Type stubs, one `.pyi` beside each module, so that editors and type checkers see what Python sees.

Methods that a page adds with `@patch` exist once the page is imported, and tools that only read source never hear of
them. The stubs are written from the imported package: each class with all of its methods, whatever module they come
from, with delegated arguments spelt out. `stub_types` says by hand what neither a signature nor the source can say.
"""
import ast, builtins, enum, functools, importlib, inspect, pkgutil, re, sys, types, typing
from pathlib import Path

import stub_types

root = Path(__file__).resolve().parent.parent
package = 'mylearner'
left_out = {f'{package}._modidx', f'{package}.__main__'}
old_callbacks = f'{package}.callback.v1'   # what it adds to the optimizers is for old scripts alone
indent = ' '*4


# -- the package -------------------------------------------------------------------------------------------------------

@functools.cache
def modules():
    "All modules of the package by name, imported"
    pkg = importlib.import_module(package)
    names = [package] + [o.name for o in pkgutil.walk_packages(pkg.__path__, package + '.')]
    # The module that adds methods for old scripts comes last, so that nothing else can depend on it
    names = sorted(set(names) - left_out, key=lambda o: (o == old_callbacks, o))
    return {o: importlib.import_module(o) for o in names}

def is_gathering(mod):
    "Does the module offer whatever its star imports bring?"
    return bool(re.search(r"^__all__ = \[o for o in dir\(\)", source(mod.__file__), flags=re.M))

@functools.cache
def source(file): return Path(file).read_text(encoding='utf-8')

@functools.cache
def tree(file): return ast.parse(source(file))

@functools.cache
def definitions(file):
    "Functions and classes of a file by the line where they begin, decorators included"
    res = {}
    for o in ast.walk(tree(file)):
        if isinstance(o, (ast.FunctionDef, ast.AsyncFunctionDef)):
            for line in {o.lineno, *(d.lineno for d in o.decorator_list)}: res.setdefault(line, o)
    return res

def node_of(f):
    "The definition of a function in the source, or None (a lambda, a function of another package)"
    f = inspect.unwrap(f)
    code = getattr(f, '__code__', None)
    if code is None or not code.co_filename.startswith(str(root/package)): return None
    o = definitions(code.co_filename).get(code.co_firstlineno)
    return o if o is not None and o.name == code.co_name else None

def is_patch(o):
    "Is this definition a method for a class, so that the module itself has no such name?"
    names = {getattr(d.func if isinstance(d, ast.Call) else d, 'id', '') for d in getattr(o, 'decorator_list', ())}
    return bool(names & {'patch', 'patch_to', 'patch_property'})

@functools.cache
def imported(mod):
    "Names that the module's own import statements bind, as `{name: (module, name there)}`"
    res = {}
    pkg = mod.__name__ if hasattr(mod, '__path__') else mod.__name__.rpartition('.')[0]
    for o in tree(mod.__file__).body:
        if isinstance(o, ast.Import):
            for a in o.names: res[a.asname or a.name.partition('.')[0]] = (a.name, None)
        elif isinstance(o, ast.ImportFrom):
            base = importlib.util.resolve_name('.'*o.level + (o.module or ''), pkg) if o.level else o.module
            for a in o.names: res[a.asname or a.name] = (base, a.name)
    return res

@functools.cache
def patched_names(mod):
    "Names of functions at the top of a module that are methods of a class"
    funcs = [o for o in tree(mod.__file__).body if isinstance(o, ast.FunctionDef)]
    return {o.name for o in funcs if is_patch(o)} - {o.name for o in funcs if not is_patch(o)}

def home(o):
    "The module that a class or function goes by"
    return getattr(o, '__module__', None)

def is_ours(o):
    m = home(o)
    return isinstance(m, str) and (m == package or m.startswith(package + '.'))

@functools.cache
def loop_names(mod):
    "Names that loops at the top of a module leave behind"
    return {n.id for o in tree(mod.__file__).body if isinstance(o, ast.For) for n in ast.walk(o.target) if isinstance(n, ast.Name)}

def offers(mod):
    "The public names of a module, each with what the stub does for it: 'define' it, or name the module to import it from"
    res = {}
    if is_gathering(mod): return res
    listed = set(getattr(mod, '__all__', ()))
    for k, o in vars(mod).items():
        if k[0] == '_' or isinstance(o, types.ModuleType) or k in loop_names(mod) - listed: continue
        if k in patched_names(mod) and (o is None or o is getattr(builtins, k, mod)): continue   # what `@patch` gives back
        if k not in listed and imported(mod).get(k, (0, k))[1] not in (k, None): continue   # imported under another name, for itself
        thing = isinstance(o, (type, types.FunctionType))
        if thing and home(o) == mod.__name__ and o.__name__ == k: res[k] = 'define'
        elif thing and is_ours(o) and o.__name__ == k and home(o) in modules() and vars(modules()[home(o)]).get(k) is o: res[k] = home(o)
        elif k in imported(mod):
            where, there = imported(mod)[k]
            if where.partition('.')[0] == package or k in listed: res[k] = where
        elif thing and not is_ours(o) and k not in listed: continue
        else: res[k] = 'define'
    return res


# -- names in a stub ---------------------------------------------------------------------------------------------------

public_homes = ['builtins', 'typing', 'collections.abc', 'collections', 'pathlib', 'numbers', 'contextlib', 'enum', 'types', 'datetime', 'os',
    'torch', 'torch.nn', 'torch.optim', 'torch.optim.lr_scheduler', 'torch.utils.data', 'numpy', 'matplotlib.axes', 'matplotlib.figure',
    'pandas', 'PIL.Image', 'fastcore.foundation', 'fastcore.basics', 'fastcore.transform']

shorthands = {'torch', 'numpy', 'matplotlib', 'pandas', 'PIL'}   # written with their module: `torch.Tensor`

class Stub:
    "The stub of one module, and what it has to import"
    def __init__(self, mod):
        self.mod, self.imports, self.taken = mod, {}, set(offers(mod))
        self.wanted, self.members, self.written_so_far = [], set(), set()   # private classes that others derive from; names of the class in hand

    def name(self, where, k):
        "How to write the name `k` of the module `where` here"
        if where == 'builtins':
            if k not in self.members and k not in self.taken: return k
            self.imports['builtins'] = None
            return f'builtins.{k}'
        root_, *rest = k.split('.')
        if where == self.mod.__name__:
            if root_[0] == '_' and root_ not in self.wanted: self.wanted.append(root_)
            if root_ not in self.members: return k
        if where.partition('.')[0] in shorthands and where.partition('.')[0] not in self.members:
            self.imports[where] = None
            return f'{where}.{k}'
        if root_ in self.taken and root_ not in self.members and where in modules() and vars(self.mod).get(root_) is getattr(modules()[where], root_, self):
            return k   # imported for users anyway
        as_ = root_ if root_ not in self.taken and root_ not in self.members else f'_{root_}'
        self.imports.setdefault(where, set()).add((root_, as_))
        return '.'.join([as_, *rest])

    def typing(self, k): return self.name('collections.abc' if k in ('Callable', 'Iterator', 'Iterable') else 'contextlib' if k == 'AbstractContextManager'
                                          else 'typing', k)

    def any(self): return self.typing('Any')

    def type(self, t, cls=None):
        "A type as text; `Any` for what is no type"
        if t is None or t is type(None): return 'None'
        if t is typing.Any or t is inspect.Parameter.empty: return self.any()
        if isinstance(t, str): return self.written(t)
        if t is builtins.callable: return self.typing('Callable') + f'[..., {self.any()}]'
        if t is ...: return '...'
        if isinstance(t, typing.ForwardRef): return self.written(t.__forward_arg__)
        if isinstance(t, (types.UnionType, typing._UnionGenericAlias if hasattr(typing, '_UnionGenericAlias') else types.UnionType)):
            parts = [self.type(o) for o in t.__args__]
            return self.any() if self.any() in parts else ' | '.join(dict.fromkeys(parts))
        if typing.get_origin(t) is typing.Literal: return self.typing('Literal') + '[' + ', '.join(map(repr, t.__args__)) + ']'
        if (origin := typing.get_origin(t)) is not None:
            if origin is typing.Union: return ' | '.join(dict.fromkeys(self.type(o) for o in t.__args__))
            args = [f'[{", ".join(self.type(i) for i in o)}]' if isinstance(o, list) else self.type(o) for o in typing.get_args(t)]
            return f'{self.type(origin)}[{", ".join(args)}]'
        if t is typing.Self: return self.typing('Self')
        if not isinstance(t, type) and not (hasattr(t, '__qualname__') and is_ours(t) is False and isinstance(t, type)): return self.any()
        return self.thing(t) or self.any()

    def thing(self, o):
        "A class or function as text, or None if nobody could import it"
        k = getattr(o, '__qualname__', '')
        if '<' in k or not k: return None
        if is_ours(o):
            m = modules().get(home(o))
            if m is None: return None
            seen = functools.reduce(lambda a, b: getattr(a, b, None), k.split('.'), m)
            if seen is not o: return None
            if k[0] == '_' and home(o) != self.mod.__name__: wanted_elsewhere.setdefault(home(o), set()).add(k)
            return self.name(home(o), k)
        for where in public_homes:
            if where in sys.modules and getattr(sys.modules[where], o.__name__, None) is o: return self.name(where, o.__name__)
        where = sys.modules.get(home(o))
        if where is not None and getattr(where, o.__name__, None) is o and home(o)[0] != '_' and '._' not in home(o): return self.name(home(o), o.__name__)
        return None

    def written(self, text):
        "A type given as text, here or in `stub_types`"
        try: return self.type(eval(text, namespace(self.mod)))
        except Exception as e: raise ValueError(f'{self.mod.__name__}: {text!r} is no type that stubs know ({e})') from None

    def default(self, v):
        "A default value as text"
        if v is None or isinstance(v, (bool, int, str)) and type(v) in (bool, int, str): return repr(v)
        if type(v) is float and v == v and abs(v) != float('inf'): return repr(v)
        if type(v) in (tuple, list):
            parts = [self.default(o) for o in v]
            if '...' in parts: return '...'
            return f'[{", ".join(parts)}]' if type(v) is list else f'({", ".join(parts)}{"," if len(parts) == 1 else ""})'
        if isinstance(v, (type, types.FunctionType)) and v.__module__ != 'builtins':
            if home(v) == self.mod.__name__ and v.__name__ not in self.written_so_far: return '...'   # it comes further down
            return self.thing(v) or '...'
        return '...'

wanted_elsewhere = {}   # module -> private classes that stubs of other modules name

@functools.cache
def namespace(mod):
    "Where types that are written as text are looked up"
    ns = dict(vars(typing))
    for o in (vars(modules()[package + '.all']), vars(builtins), vars(typing), vars(mod), vars(stub_types)): ns.update({k: v for k, v in o.items()
        if k[:2] != '__' and v is not None})
    return ns


# -- what functions give back ------------------------------------------------------------------------------------------

def own_nodes(node):
    "The nodes of a function, without those of functions inside it"
    todo = list(node.body)
    while todo:
        o = todo.pop()
        yield o
        if not isinstance(o, (ast.FunctionDef, ast.Lambda, ast.ClassDef)): todo += ast.iter_child_nodes(o)

kinds = {ast.JoinedStr: 'str', ast.List: 'list', ast.ListComp: 'list', ast.Dict: 'dict', ast.DictComp: 'dict', ast.Set: 'set', ast.SetComp: 'set'}
known_calls = {'len': 'int', 'isinstance': 'bool', 'hasattr': 'bool', 'callable': 'bool', 'sorted': 'list', 'any': 'bool', 'all': 'bool', 'repr': 'str',
               'int': 'int', 'float': 'float', 'str': 'str', 'bool': 'bool', 'list': 'list', 'dict': 'dict', 'set': 'set', 'tuple': 'tuple'}

def type_of(stub, o, scope):
    "The type of an expression where it is plain to see, else None"
    if isinstance(o, ast.Constant): return 'None' if o.value is None else stub.name('builtins', type(o.value).__name__)
    if type(o) in kinds: k = kinds[type(o)]
    elif isinstance(o, ast.UnaryOp) and isinstance(o.op, ast.Not): k = 'bool'
    elif isinstance(o, ast.IfExp):
        both = {type_of(stub, i, scope) for i in (o.body, o.orelse)}
        return both.pop() if len(both) == 1 else None
    elif isinstance(o, ast.UnaryOp) and isinstance(o.op, ast.USub): return type_of(stub, o.operand, scope)
    elif isinstance(o, ast.Compare) and all(isinstance(i, (ast.Is, ast.IsNot, ast.In, ast.NotIn)) for i in o.ops): k = 'bool'
    elif isinstance(o, ast.Call) and isinstance(o.func, ast.Name):
        f = scope.get(o.func.id, getattr(builtins, o.func.id, None))
        if o.func.id in known_calls and f is getattr(builtins, o.func.id): k = known_calls[o.func.id]
        elif isinstance(f, type) and is_ours(f) and o.func.id[0] != '_': return stub.type(f)
        elif isinstance(f, types.FunctionType) and is_ours(f):
            t = result(stub, f, node_of(f), None)
            return None if t == stub.any() else t
        else: return None
    else: return None
    return stub.name('builtins', k)

def decorators(node): return {getattr(d, 'id', getattr(d, 'attr', '')) for d in node.decorator_list} if node is not None else set()

def result(stub, f, node, owner):
    "The type that a function gives back: as written, or as its body shows"
    t = inspect.signature(f).return_annotation
    return returned(stub, f, node, owner) if t is inspect.Signature.empty or 'contextmanager' in decorators(node) else stub.type(t)

def returned(stub, f, node, owner):
    "The type that a function gives back, read off its body where it is plain to see"
    if node is None: return stub.any()
    names = decorators(node)
    inner = list(own_nodes(node))
    is_self = lambda o: isinstance(o, ast.Name) and owner and node.args.args and o.id == node.args.args[0].arg
    yields = [o for o in inner if isinstance(o, (ast.Yield, ast.YieldFrom))]
    if 'contextmanager' in names:
        given = yields[0].value if yields else None
        t = 'None' if given is None else stub.typing('Self') if is_self(given) else stub.any()
        return f"{stub.typing('AbstractContextManager')}[{t}]"
    if yields: return f"{stub.typing('Iterator')}[{stub.any()}]"
    body = node.body[1:] if ast.get_docstring(node) is not None else node.body
    if len(body) == 1 and isinstance(body[0], ast.Raise): return stub.any()
    rets = [o for o in inner if isinstance(o, ast.Return) and not (o.value is None or isinstance(o.value, ast.Constant) and o.value.value is None)]
    if not rets: return 'None'
    if not isinstance(node.body[-1], ast.Return) or len(rets) != sum(isinstance(o, ast.Return) for o in inner): return stub.any()
    if all(is_self(o.value) for o in rets): return stub.typing('Self')
    found = {type_of(stub, o.value, inspect.unwrap(f).__globals__) for o in rets}
    return found.pop() if len(found) == 1 and None not in found else stub.any()


# -- functions ---------------------------------------------------------------------------------------------------------

def docs_of(f):
    "What is said of each parameter"
    from fastcore.docments import docments
    try: return {k: re.sub(r'\s+', ' ', v) for k, v in docments(f, returns=False).items() if isinstance(v, str)}
    except Exception: return {}

def doc_text(doc, params=()):
    "A docstring, with a line for each parameter, as lines of a stub"
    doc = inspect.cleandoc(doc or '')
    if params: doc += ('\n\n' if doc else '') + '\n'.join(f'- `{k}`: {v}' for k, v in params)
    if not doc: return []
    doc = doc.replace('\\', '\\\\').replace('"""', "'''")
    if '\n' not in doc: return [f'"""{doc}{" " if doc[-1] == chr(34) else ""}"""']
    return [f'"""{doc}', '"""'] if not doc.endswith('"') else [f'"""{doc}', '', '"""']

def signature(f):
    try: return inspect.signature(f)
    except (ValueError, TypeError): return None

def takes_no_more(f):
    "Is `**kwargs` there only to be refused, with a better message than Python's?"
    node = node_of(f)
    return node is not None and node.args.kwarg is not None and any(isinstance(o, ast.Call) and getattr(o.func, 'id', '') in stub_types.refusing
        for o in own_nodes(node))

def parameters(stub, sig):
    "The parameters of a signature as text"
    res, star, P, last = [], False, inspect.Parameter, None
    for p in sig.parameters.values():
        if last is P.POSITIONAL_ONLY and p.kind is not last: res.append('/')
        if p.kind is P.KEYWORD_ONLY and not star: res.append('*'); star = True
        if p.kind is P.VAR_POSITIONAL: star = True
        last = p.kind
        s = {P.VAR_POSITIONAL: '*', P.VAR_KEYWORD: '**'}.get(p.kind, '') + p.name
        t = '' if p.annotation is P.empty or p.name in ('self', 'cls') else stub.type(p.annotation)
        if p.default is None and t and t != stub.any() and 'None' not in t.split(' | '): t += ' | None'
        if t and t != stub.any(): s += f': {t}'
        if p.default is not P.empty: s += (' = ' if ':' in s else '=') + stub.default(p.default)
        res.append(s)
    if last is P.POSITIONAL_ONLY: res.append('/')
    return ', '.join(res)

def defined(name, params, ret, lines, marks=()):
    "A definition as lines"
    head = [f'@{o}' for o in marks] + [f'def {name}({params}) -> {ret}:' + ('' if lines else ' ...')]
    return head + [indent + l if l else l for o in lines for l in o.split('\n')]

def function(stub, name, f, owner=None, marks=()):
    "A function or method as lines of a stub"
    sig = signature(f)
    if sig is None: return [f'{name}: {stub.any()}']
    if takes_no_more(f): sig = sig.replace(parameters=[p for p in sig.parameters.values() if p.kind is not p.VAR_KEYWORD])
    key = f'{owner.__name__}.{name}' if owner else name
    if key in stub_types.overloads: return overloaded(stub, name, f, sig, key)
    ret = stub_types.returns.get(key)
    ret = stub.written(ret) if ret else 'None' if name == '__init__' else result(stub, f, node_of(f), owner)
    doc = doc_text(f.__doc__ if name != '__init__' or f.__doc__ != object.__init__.__doc__ else '', [(k, v) for k, v in docs_of(f).items()
        if k in sig.parameters and k not in ('self', 'cls')])
    if 'property' in marks: doc = doc_text(f.__doc__)
    return defined(name, parameters(stub, sig), ret, doc, marks)

def overloaded(stub, name, f, sig, key):
    "One definition for each combination of flags that the result depends on, and one for all the rest"
    flags, result, rare = stub_types.overloads[key]
    P, res = inspect.Parameter, []
    doc = doc_text(f.__doc__, [(k, v) for k, v in docs_of(f).items() if k in sig.parameters])
    ps = [p for p in sig.parameters.values() if p.name not in rare]
    for on in range(2**len(flags)):
        chosen = [o for i, o in enumerate(flags) if on >> i & 1]
        plain = [p.replace(annotation=typing.Literal[False]) if p.name in flags else p for p in ps if p.name not in chosen]
        named = [p.replace(annotation=typing.Literal[True], default=P.empty, kind=P.KEYWORD_ONLY) for p in ps if p.name in chosen]
        # An argument that must be True has no default, so that it and what follows it are given by name
        first = min([i for i, p in enumerate(ps) if p.name in chosen], default=len(ps))
        before = {p.name for p in ps[:first]}
        plain = [p if p.name in before or p.kind is P.KEYWORD_ONLY else p.replace(kind=P.KEYWORD_ONLY) for p in plain]
        order = [p for p in plain if p.kind is not P.KEYWORD_ONLY] + named + [p for p in plain if p.kind is P.KEYWORD_ONLY]
        res += defined(name, parameters(stub, sig.replace(parameters=order)), stub.written(result(*(o in chosen for o in flags))), doc if not res else [],
                       [stub.typing('overload')])
    return res + defined(name, parameters(stub, sig), f"tuple[{stub.any()}, ...]", [], [stub.typing('overload')])


# -- classes -----------------------------------------------------------------------------------------------------------

spoken = {f'__{o}__' for o in '''init new call enter exit len getitem setitem delitem contains iter next reversed add radd sub rsub mul rmul truediv
    rtruediv floordiv mod pow matmul neg pos abs invert and or xor lshift rshift iadd isub imul itruediv lt le gt ge bool int float index
    class_getitem set_name get set copy'''.split()}

def is_member(k): return k[0] != '_' or k in spoken

def from_old(v):
    "Has `callback.v1` added this to a class of another module?"
    return home(v.fget if isinstance(v, property) else inspect.unwrap(v) if callable(v) else v) == old_callbacks

def plain(cls, k, v):
    "A class method by whatever descriptor (fastcore's `patch` has one of its own) as Python's `classmethod`; all else as it is"
    bound = getattr(cls, k, None)
    return classmethod(bound.__func__) if isinstance(bound, types.MethodType) and bound.__self__ is cls else v

def members(cls):
    "What a class defines for its users, patched methods included; in order, but for those that a loop has set"
    looped = {k for k, v in vars(cls).items() if isinstance(v, types.FunctionType) and inspect.unwrap(v).__code__.co_name != k and v.__name__ != k}
    for k, v in sorted(vars(cls).items(), key=lambda kv: kv[0] if kv[0] in looped else ''):
        if not is_member(k): continue
        if cls.__module__ != old_callbacks and from_old(v): continue
        if v is None and k in ('__hash__',): continue
        yield k, plain(cls, k, v)

def functions_of(cls):
    "All functions of a class with their source, private ones too"
    for k, v in vars(cls).items():
        v = plain(cls, k, v)
        fs = [v.fget, v.fset] if isinstance(v, property) else [v.__func__] if isinstance(v, (classmethod, staticmethod)) else [v]
        for f in fs:
            if isinstance(f, types.FunctionType) and (node := node_of(f)): yield f, node

def instance_attributes(stub, cls):
    "Attributes that the methods of a class give its objects: `{name: type}`"
    res = {}
    for f, node in functions_of(cls):
        if not node.args.args and not node.args.posonlyargs: continue
        me = (node.args.posonlyargs + node.args.args)[0].arg
        sig = signature(f)
        for o in own_nodes(node):
            pairs = []
            if isinstance(o, ast.Assign):
                for t in o.targets:
                    if isinstance(t, ast.Tuple):
                        vs = o.value.elts if isinstance(o.value, ast.Tuple) and len(o.value.elts) == len(t.elts) else [None]*len(t.elts)
                        pairs += zip(t.elts, vs)
                    else: pairs.append((t, o.value))
            elif isinstance(o, (ast.AnnAssign, ast.AugAssign)): pairs.append((o.target, None))
            elif isinstance(o, (ast.For, ast.withitem)): pairs.append((getattr(o, 'target', getattr(o, 'optional_vars', None)), None))
            elif isinstance(o, ast.Call) and getattr(o.func, 'id', '') == 'store_attr':
                names = o.args[0].value.replace(',', ' ').split() if o.args and isinstance(o.args[0], ast.Constant) else [
                    k for k in (sig.parameters if sig else ()) if k != me]
                for k in names: res.setdefault(k, set()).add(of_parameter(stub, sig, k))
            for t, v in pairs:
                if not (isinstance(t, ast.Attribute) and isinstance(t.value, ast.Name) and t.value.id == me): continue
                found = None if v is None else type_of(stub, v, inspect.unwrap(f).__globals__)
                if isinstance(v, ast.Name) and sig and v.id in sig.parameters: found = of_parameter(stub, sig, v.id)
                res.setdefault(t.attr, set()).add(found)
    return {k: next(iter(v)) if len(v) == 1 and None not in v and 'None' not in v else None for k, v in res.items() if k[0] != '_'}

def of_parameter(stub, sig, k):
    p = sig.parameters.get(k) if sig else None
    if p is None or p.annotation is p.empty or p.kind in (p.VAR_KEYWORD, p.VAR_POSITIONAL): return None
    t = stub.type(p.annotation)
    return t + ' | None' if p.default is None and t != stub.any() and 'None' not in t.split(' | ') else t

def type_of_value(stub, v):
    "The type of a class attribute or of a name in a module"
    if isinstance(v, bool): return stub.name('builtins', 'bool')
    if type(v) in (int, float): return stub.name('builtins', 'float' if type(v) is float else 'int')
    if type(v) in (str, tuple, list, dict, set, frozenset, bytes): return stub.name('builtins', type(v).__name__)
    if is_ours(type(v)) or isinstance(v, Path): return stub.type(type(v))
    if isinstance(v, (type, types.FunctionType, functools.partial)): return stub.typing('Callable') + f'[..., {stub.any()}]'
    return stub.any()

def attribute(stub, cls, k, v, known):
    t = known.pop(k, None) or type_of_value(stub, v)
    if k == 'order': t = stub.name('builtins', 'float')
    return [f'{k}: {t}']

def member(stub, cls, k, v, known):
    "One member of a class as lines"
    full = f'{cls.__name__}.{k}'
    if isinstance(v, functools.cached_property): v = property(v.func)
    if isinstance(v, property):
        if full in stub_types.attributes: t = stub.written(stub_types.attributes[full])
        else: t = None
        f = v.fget
        res = function(stub, k, f, cls, ['property']) if isinstance(f, types.FunctionType) and t is None else defined(
            k, 'self', t or stub.any(), doc_text(v.__doc__), ['property'])
        if v.__doc__ and isinstance(f, types.FunctionType) and not f.__doc__ and t is None:
            res = defined(k, 'self', returned(stub, f, node_of(f), cls), doc_text(v.__doc__), ['property'])
        if f is not None and len(signature(f).parameters) and t is None: res[1] = re.sub(r'\((.*?)\) ->', '(self) ->', res[1], count=1)
        if v.fset and not is_refusal(v.fset): res += [f'@{k}.setter', f'def {k}(self, value: {t or stub.any()}) -> None: ...']
        return res
    if isinstance(v, classmethod): return function(stub, k, v.__func__, cls, ['classmethod'])
    if isinstance(v, staticmethod): return function(stub, k, v.__func__, cls, ['staticmethod'])
    if isinstance(v, types.FunctionType):
        if full in stub_types.attributes: return [f'{k}: {stub.written(stub_types.attributes[full])}']
        return function(stub, k, v, cls)
    if isinstance(v, type) and v.__qualname__.startswith(cls.__qualname__ + '.'): return class_(stub, k, v)
    if full in stub_types.attributes: return [f'{k}: {stub.written(stub_types.attributes[full])}']
    return attribute(stub, cls, k, v, known)

def is_refusal(f):
    "Does a setter only raise?"
    node = node_of(f)
    return node is not None and len(node.body) == 1 and isinstance(node.body[0], ast.Raise)

def own_init(cls):
    "The `__init__` whose arguments a class takes, where they are not those of its own or its base's `__init__`"
    return vars(cls).get('__signature__')

def class_(stub, name, cls):
    "A class as lines of a stub"
    if issubclass(cls, enum.Enum): return enumeration(stub, name, cls)
    if hasattr(cls, '_fields') and tuple in cls.__bases__: return named_tuple(stub, name, cls)
    before, stub.members = stub.members, set()
    bases = [stub.thing(o) for o in cls.__bases__ if o is not object]
    bases = [o for o in bases if o]
    stub.members = ({k for k, _ in members(cls)} | {a for f, n in functions_of(cls) for a in re.findall(r'self\.(\w+)', ast.unparse(n))}) & {
        *dir(builtins), *shorthands}
    known = instance_attributes(stub, cls)
    for k, t in stub_types.attributes.items():
        owner, _, attr = k.partition('.')
        if owner == cls.__name__ and not (attr in vars(cls) and isinstance(vars(cls)[attr], (property, types.FunctionType))): known[attr] = stub.written(t)
    if cls.__name__ == 'Learner': known = of_tables(stub, cls) | known
    lines = doc_text(cls.__doc__ if '__doc__' in vars(cls) else '')
    body = []
    sig = own_init(cls)
    for k, v in members(cls):
        if k == '__init__' and sig is not None: continue
        body += member(stub, cls, k, v, known)
        known.pop(k, None)
    if sig is not None:
        me = inspect.Parameter('self', inspect.Parameter.POSITIONAL_OR_KEYWORD)
        docs = [(k, v) for k, v in docs_of(cls).items() if k in sig.parameters]
        body += defined('__init__', parameters(stub, sig.replace(parameters=[me, *sig.parameters.values()])), 'None', doc_text('', docs))
    if cls.__name__ == 'Callback' and cls.__module__ != old_callbacks: body += read_through(stub, cls, known)
    if cls.__name__ == 'Learner': body += callback_names(stub, cls, known)
    if '__getattr__' in vars(cls) and cls.__name__ not in stub_types.closed: body += [f"def __getattr__(self, name: {stub.name('builtins', 'str')}) -> {stub.any()}: ..."]
    inherited = {k for b in cls.__mro__[1:-1] for k, v in vars(b).items() if isinstance(v, property)}
    attrs = [f'{k}: {t or stub.any()}' for k, t in known.items() if k not in inherited]
    stub.members = before
    lines += attrs + body
    return [f"class {name}{'(' + ', '.join(bases) + ')' if bases else ''}:" + ('' if lines else ' ...')] + [indent + l if l else l for o in lines for l in o.split('\n')]

def of_tables(stub, cls):
    "Attributes that a learner takes from its tables of state, by their first values"
    tables = [vars(cls).get(o, {}) for o in ('pass_state', 'loop_state')]
    return {k: type_of_value(stub, v) for t in tables for k, v in t.items() if k[0] != '_'}

def read_through(stub, cls, known):
    "What a callback reads of its learner"
    learner = vars(modules()[package + '.learner'])['Learner']
    has = {k for k, _ in members(cls)} | set(known)
    res = []
    for k, t in stub_types.attributes.items():
        owner, _, attr = k.partition('.')
        if owner == learner.__name__ and attr not in has: res.append(f"{attr}: {stub.any() if attr in stub_types.own_names else stub.written(t)}")
        has.add(attr if owner == learner.__name__ else '')
    return res + [f'{k}: {t}' for k, t in of_tables(stub, learner).items() if k not in has]

@functools.cache
def callbacks():
    "The package's callbacks by the name that they have on a learner"
    m = vars(modules()[package + '.callback.core'])
    Callback, snake, short, unique = (m[o] for o in ('Callback', 'snake_name', 'short_name', 'unique_class'))
    res = {}
    def walk(c):
        for o in c.__subclasses__():
            walk(o)
            if is_ours(o) and home(o) != old_callbacks and o.__qualname__[0] != '_' and home(o) in modules() and vars(modules()[home(o)]).get(o.__name__) is o:
                top = [b for b in o.__mro__ if vars(b).get('unique')][-1] if o.unique else o
                res.setdefault(snake(short(top)), top)
    walk(Callback)
    return dict(sorted(res.items()))

def callback_names(stub, cls, known):
    return [f'{k}: {stub.type(v)}' for k, v in callbacks().items() if not hasattr(cls, k) and k not in known and not is_test_helper(v)]

def is_test_helper(o): return home(o).endswith('.test_utils')

def enumeration(stub, name, cls):
    bases = ', '.join(stub.thing(o) or stub.any() for o in cls.__bases__)
    res = [f'class {name}({bases}):'] + [indent + o for o in doc_text(cls.__doc__)]
    res += [f'{indent}{k} = {v.value!r}' for k, v in cls.__members__.items()]
    for k, v in members(cls):
        if k not in cls.__members__ and isinstance(v, (types.FunctionType, property)) and k[0] != '_': res += [indent + o for o in member(stub, cls, k, v, {})]
    return res

def named_tuple(stub, name, cls):
    res = [f"class {name}({stub.typing('NamedTuple')}):"]
    res += [f'{indent}{k}: {stub.any()}' + (f' = {stub.default(cls._field_defaults[k])}' if k in cls._field_defaults else '') for k in cls._fields]
    for k, v in members(cls):
        if k not in cls._fields and k != '__new__' and isinstance(v, (types.FunctionType, property)): res += [indent + l for o in member(stub, cls, k, v, {}) for l in o.split('\n')]
    return res


# -- modules -----------------------------------------------------------------------------------------------------------

def value(stub, k, o):
    "A name of a module as lines"
    if isinstance(o, type):
        if o.__name__ != k or home(o) != stub.mod.__name__:
            t = stub.thing(o)
            return [f'{k} = {t}'] if t else [f'{k}: {stub.any()}']
        return class_(stub, k, o)
    if isinstance(o, types.FunctionType): return function(stub, k, o)
    if isinstance(o, functools.partial) and (sig := signature(o)) is not None:
        return defined(k, parameters(stub, sig), stub.any(), doc_text(getattr(o, '__doc__', '') if o.__doc__ != functools.partial.__doc__ else ''))
    if f'{stub.mod.__name__}.{k}' in stub_types.attributes: return [f"{k}: {stub.written(stub_types.attributes[f'{stub.mod.__name__}.{k}'])}"]
    if callable(o) and hasattr(o, '__wrapped__') and signature(o) is not None: return function(stub, k, o)
    if type(o) is types.BuiltinFunctionType or not is_ours(type(o)) and callable(o):
        return [f"{k}: {stub.typing('Callable')}[..., {stub.any()}]"]
    return [f'{k}: {type_of_value(stub, o)}']

def import_lines(stub, body):
    "The imports that `body` needs"
    nodes, res = list(ast.walk(ast.parse('\n'.join(body)))), []
    used, dotted = {o.id for o in nodes if isinstance(o, ast.Name)}, {ast.unparse(o) for o in nodes if isinstance(o, ast.Attribute)}
    for where, names in sorted(stub.imports.items()):
        if names is None and not any(o.startswith(where + '.') for o in dotted): continue
        if names is not None and not (names := [o for o in names if o[1] in used]): continue
        if names is None: res.append(f'import {where}')
        else: res.append(f'from {where} import ' + ', '.join(k if k == a else f'{k} as {a}' for k, a in sorted(names)))
    return res

head = '# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.\n'

def gathering(mod):
    "The stub of a module that offers what it imports"
    res = []
    for o in tree(mod.__file__).body:
        if isinstance(o, ast.Import):
            # Only `import x as x` offers the name to others
            for a in o.names: res += [f'import {a.name} as {a.name}'] if not a.asname else [f'import {a.name} as _{a.asname}', f'{a.asname} = _{a.asname}']
        elif isinstance(o, ast.ImportFrom):
            where = '.'*o.level + (o.module or '')
            if o.names[0].name == '*': res.append(f'from {where} import *')
            else: res.append(f'from {where} import ' + ', '.join(f'{a.name} as {a.asname or a.name}' for a in o.names))
    res += [f'from {where} import ' + ', '.join(f'{k} as {k}' for k in names.split()) for where, names in stub_types.from_stars.get(mod.__name__, {}).items()]
    for k, where in stub_types.stand_ins.get(mod.__name__, {}).items(): res += [f'import {where} as _{k}', f'{k} = _{k}']
    stub, body = Stub(mod), []
    for o in tree(mod.__file__).body:
        if isinstance(o, (ast.ClassDef, ast.FunctionDef)) and o.name[0] != '_' and not is_patch(o): body += ['', *value(stub, o.name, vars(mod)[o.name])]
    return head + '\n'.join(import_lines(stub, body) + res + body) + '\n'

def stub_of(mod):
    "The stub of a module as text"
    if is_gathering(mod): return gathering(mod)
    stub, body, again = Stub(mod), [], []
    for k, what in offers(mod).items():
        if what == 'define':
            body += [*value(stub, k, vars(mod)[k]), '']
            stub.written_so_far.add(k)
        else: again.append((what, k))
    done = set()
    while todo := [o for o in [*stub.wanted, *sorted(wanted_elsewhere.get(mod.__name__, ()))] if o not in done]:
        for k in todo:
            done.add(k)
            body = [*class_(stub, k.partition('.')[0], getattr(mod, k.partition('.')[0])), '', *body]
    res = import_lines(stub, body)
    for where in sorted({w for w, _ in again}):
        res.append(f'from {where} import ' + ', '.join(f'{imported(mod).get(k, (0, k))[1] or k} as {k}' for w, k in again if w == where))
    if mod.__name__ == package: res += [f'from {package}.{where} import {k} as {k}' for k, where in sorted(getattr(mod, '_lazy', {}).items())]
    names = getattr(mod, '__all__', None)
    if names is not None: res.append('__all__ = [' + ', '.join(map(repr, names)) + ']')
    if mod.__name__ == package: res.append('__version__: str')
    return head + '\n'.join([*res, '', *body]).rstrip() + '\n'

def path_of(mod): return Path(mod.__file__).with_suffix('.pyi')

def all_stubs():
    "Every stub by its path"
    # Twice: a stub may name a private class of a module whose stub was made before
    for _ in range(2): res = {path_of(m): stub_of(m) for m in modules().values()}
    return res

def stale():
    "Stubs that differ from what they would be now, and those of modules that are gone"
    now = all_stubs()
    old = {o for o in (root/package).rglob('*.pyi')}
    return sorted([p for p, s in now.items() if not p.exists() or p.read_text(encoding='utf-8') != s] + list(old - set(now)))

def write():
    "Write all stubs; those that changed are returned"
    changed = []
    now = all_stubs()
    for p in stale():
        if p in now: p.write_text(now[p], encoding='utf-8')
        else: p.unlink()
        changed.append(p.relative_to(root).as_posix())
    return changed
