"""Which names of fastai's training API are not here, are of another kind, or take other arguments.

`api_names.csv` holds those names with their signatures or kinds: facts that scripts rely on. For each one this looks for the
same name in the same module of mylearner, for the same parameters in the same order, and for the same kind: something to
call, a property (`property, set` where scripts assign to it), a value, an object of some type. What differs on purpose has
its reason in `reasons`.
"""
import argparse, ast, csv, functools, importlib, inspect, pkgutil, sys
from collections import defaultdict
from pathlib import Path

here = Path(__file__).resolve().parent
# Where we keep what fastai spreads over one module for each logger.
moved = {'callback.tensorboard': 'callback.logger', 'callback.wandb': 'callback.logger'}
absent = object()
# What differs on purpose, and why: a name, or a module.
reasons = {
    'callback.training.GradientAccumulation.after_loss': 'works in `before_backward`, where the size of the last batch is known',
    'callback.training.BnFreeze.run_after': 'an `order` says the same',
    'distributed.ParallelTrainer.run_after': 'an `order` says the same',
    'distributed.ParallelTrainer.run_before': 'an `order` says the same',
    'vision.all.UnetBlock': 'is called with what it joins, instead of keeping a hook',
    'callback.tensorboard': 'an optional extra, not written yet',
    'callback.wandb': 'an optional extra, not written yet',
    'callback.comet': 'needs an account: a `Callback` of your own calls its client',
    'callback.captum': 'explains images and tables, and needs neither learner nor loop',
    'callback.azureml': 'needs an account: a `Callback` of your own calls its client'}
_builtin = dict(tuple=tuple, dict=dict, set=set, list=list)


def read():
    with open(here/'api_names.csv', encoding='utf-8', newline='') as f: return list(csv.DictReader(f))

def module(name):
    "The module of ours, or why there is none"
    try: return importlib.import_module(f'mylearner.{moved.get(name, name)}')
    except ModuleNotFoundError as e:
        if e.name and e.name.startswith('mylearner'): return 'no such module'
        raise
    except ImportError as e: return f'does not import ({e})'

def import_all():
    "Import every module, since methods are patched in by the modules that own the idea"
    import mylearner
    for m in pkgutil.walk_packages(mylearner.__path__, 'mylearner.'):
        if m.name.endswith('__main__'): continue
        try: importlib.import_module(m.name)
        except ImportError: pass   # told where its names are looked for

def elsewhere(name):
    "The module of ours that has `name` although it is looked for in another"
    first = name.split('.')[0]
    return next((k for k, m in sorted(sys.modules.items()) if k.startswith('mylearner.') and not k.endswith(('all', 'basics'))
                 and getattr(getattr(m, first, None), '__module__', None) == k), None)

def find(mod, name):
    "The object called `name`, dots included"
    o = mod
    for part in name.split('.'):
        if isinstance(o, property): return absent
        o = getattr(o, part, absent)
        if o is absent: return absent
    return o

def parameters(sig):
    "Positional and keyword-only names of a signature's text"
    a = ast.parse(f'def f{sig}: pass').body[0].args
    pos = [o.arg for o in a.posonlyargs + a.args if o.arg not in ('self', 'cls')]
    return pos, [o.arg for o in a.kwonlyargs]

def difference(o, sig):
    "How `o` differs from the signature's text, in words; empty when a call written for it works"
    if not sig.startswith('(') or not callable(o): return ''
    try: ours = inspect.signature(o).parameters
    except (TypeError, ValueError): return ''
    kinds = inspect.Parameter
    pos = [k for k, p in ours.items() if p.kind in (kinds.POSITIONAL_ONLY, kinds.POSITIONAL_OR_KEYWORD) and k not in ('self', 'cls')]
    any_pos = any(p.kind == kinds.VAR_POSITIONAL for p in ours.values())
    any_kw = any(p.kind == kinds.VAR_KEYWORD for p in ours.values())
    want_pos, want_kw = parameters(sig)
    gone = [k for k in want_pos + want_kw if k not in ours and not any_kw and not (any_pos and k in want_pos)]
    if gone: return 'takes no ' + ', '.join(f'`{k}`' for k in gone)
    # Names taken by `**kwargs` have no place in the order.
    here_, wanted = [k for k in pos if k in want_pos], [k for k in want_pos if k in pos or not any_kw]
    if not any_pos and here_ != wanted: return f'order is {", ".join(pos)} instead of {", ".join(want_pos)}'
    return ''

def _is_property(o): return isinstance(o, (property, functools.cached_property))
def _is_function(o): return inspect.isroutine(o) and not isinstance(o, type)

def other_kind(o, sig):
    "How `o` is another kind of thing than the signature's text says, in words; empty when it is used alike"
    if sig.startswith('('):
        if _is_property(o): return 'is a property instead of something to call'
        return '' if callable(o) or hasattr(type(o), '__get__') else f'is a {type(o).__name__} instead of something to call'
    if sig.startswith('property'):
        if _is_function(o): return 'is a method instead of a property'
        return 'cannot be set' if sig.endswith('set') and isinstance(o, property) and o.fset is None else ''
    if sig.startswith('= '): return _other_value(o, sig[2:])
    if sig.startswith('object of type '):
        if isinstance(o, type) or inspect.isfunction(o) and not hasattr(o, 'reset'): return 'is a class or function instead of an object'
        typ = _builtin.get(sig.split()[3])
        return f'is a {type(o).__name__} instead of a {typ.__name__}' if typ and not isinstance(o, typ) else ''
    return ''

def _other_value(o, text):
    if _is_function(o): return 'is a method instead of a value'
    try: want = ast.literal_eval(text)
    except (ValueError, SyntaxError): return ''   # an expression whose value we cannot know
    return '' if _is_property(o) or o == want else f'is {o!r} instead of {want!r}'

def unsettable(mod, name):
    "Why the instance attribute `name` cannot be assigned to; empty when it can, or is made by `__init__`"
    o = find(mod, name.removesuffix(' (attribute)'))
    return 'cannot be set' if isinstance(o, property) and o.fset is None else ''

def reason(module, name):
    "Why this difference is there on purpose, or None"
    return reasons.get(f'{module}.{name}', reasons.get(module))

def gaps():
    "`(module, name, what)` for all that differs"
    res, mods = [], {}
    import_all()
    for r in read():
        m = r['module']
        if m not in mods: mods[m] = module(m)
        if r['signature'] == 'attribute':   # made by `__init__`: a class shows only what would be in the way
            what = '' if isinstance(mods[m], str) else unsettable(mods[m], r['name'])
            if what: res.append((m, r['name'], what))
            continue
        if isinstance(mods[m], str):
            res.append((m, r['name'], mods[m]))
            continue
        o = find(mods[m], r['name'])
        what = (other_kind(o, r['signature']) or difference(o, r['signature'])) if o is not absent else 'missing'
        if o is absent and find(mods[m], r['name'].split('.')[0]) is absent and (there := elsewhere(r['name'])): what = f'lives in {there}'
        if what: res.append((m, r['name'], what))
    return res

def main():
    p = argparse.ArgumentParser(description='Print which names of the training API are missing or differ, in kind or parameters')
    p.add_argument('modules', nargs='*', help='only these modules, for example `learner callback.core`')
    p.add_argument('--strict', action='store_true', help='exit with status 1 if anything differs without a reason')
    args = p.parse_args()
    res = [g for g in gaps() if not args.modules or g[0] in args.modules]
    by = defaultdict(list)
    for m, name, what in res: by[m].append((name, what))
    for m, os in by.items():
        if os[0][1].startswith(('no such', 'does not import')): print(f'{m}: {os[0][1]} ({len(os)} names){_because(m)}')
        else:
            for name, what in os: print(f'{m}.{name}: {what}{_because(m, name)}')
    n = sum(r['signature'] != 'attribute' and (not args.modules or r['module'] in args.modules) for r in read())
    print(f'{n - len(res)} of {n} names are here with their parameters')
    return 1 if args.strict and any(reason(m, name) is None for m, name, _ in res) else 0

def _because(m, name=''):
    why = reason(m, name)
    return f' ({why})' if why else ''


if __name__ == '__main__': raise SystemExit(main())
