"""How the pages are built, in numbers: whether one can read them, and in which order.

`python docs/shape.py` prints a line for each page, `python docs/shape.py 13d_loop 14d_callback.schedule` prints those pages
and what is too long on them. `python docs/shape.py --imports` prints which module imports which, in the order of their
pages, and `python docs/shape.py --types` how many parameters have a written type. `tests/test_shape.py` holds the limits.
"""
import argparse, ast, io, json, re, tokenize
from pathlib import Path
from statistics import median

here = Path(__file__).resolve().parent
root = here.parent
_asserting = set('''test test_eq test_eq_type test_ne test_close test_is test_shuffled test_stdout test_warns test_fail test_sig
    test_fig_exists expect_fail ExceptionExpected raises assert_close assert_allclose assert_array_equal assert_frame_equal'''.split())
_functions = (ast.FunctionDef, ast.AsyncFunctionDef)


# Pages

class Cell:
    "A cell of a notebook: its kind and source, and the directives at its top"
    def __init__(self, d):
        src = d['source']
        self.kind,self.src,self.outputs = d['cell_type'],src if isinstance(src, str) else ''.join(src),d.get('outputs', [])
        self.directives = {m[1] for m in re.finditer(r'^#\s*\|\s*([\w-]+)', self.src, re.M)}
        self.code = self.kind == 'code' and bool(self.src.strip())
        self.exported = self.code and bool(self.directives & {'export', 'exporti', 'exports'})
        self.shown = self.code and not self.exported and not self.directives & {'hide', 'default_exp'}

    def tree(self):
        "The syntax tree, with IPython's own lines taken out; None where there is none"
        lines = ['' if l.lstrip().startswith(('!', '%')) else l for l in self.src.split('\n')]
        try: return ast.parse('\n'.join(lines))
        except SyntaxError: return None

def pages():
    "The path of each page, in order: reference pages by number, then tutorials and explanations"
    found = [p for p in (root/'nbs').rglob('*.ipynb') if not any(o[0] in '_.' for o in p.relative_to(root).parts)]
    return sorted(found, key=lambda p: (len(p.relative_to(root).parts), p.relative_to(root).as_posix()))

def cells(path): return [Cell(d) for d in json.loads(path.read_text(encoding='utf-8'))['cells']]

def _comment_lines(src):
    try: return {t.start[0] for t in tokenize.generate_tokens(io.StringIO(src).readline) if t.type == tokenize.COMMENT}
    except (tokenize.TokenError, SyntaxError): return set()

def _signatures(cell, tree):
    "Numbers of the lines that hold signatures whose parameters have comments, without a body that follows on the last one"
    with_comment,res = _comment_lines(cell.src),set()
    for f in ast.walk(tree):
        if not isinstance(f, _functions): continue
        lines = set(range(f.lineno, f.body[0].lineno))
        if lines & with_comment: res |= lines
    return res

def code_lines(cell, signatures=True):
    "How many lines a cell has, without blank lines and directives; with or without documented signatures"
    tree = cell.tree()
    skip = set() if signatures or tree is None else _signatures(cell, tree)
    return sum(bool(l.strip()) and not re.match(r'\s*#\s*\|', l) and i not in skip for i,l in enumerate(cell.src.split('\n'), 1))

def _only_imports(tree): return tree is not None and all(isinstance(n, (ast.Import, ast.ImportFrom)) for n in tree.body)

def public_names(tree):
    "Functions, classes and patched methods that a cell defines, but for those with an underscore"
    return [n.name for n in tree.body if isinstance(n, (*_functions, ast.ClassDef)) and (n.name[0] != '_' or n.name[:2] == '__')]

def n_assertions(tree):
    "How often a cell says what must hold"
    def called(n):
        f = n.func
        return f.id if isinstance(f, ast.Name) else f.attr if isinstance(f, ast.Attribute) else ''
    return sum(isinstance(n, ast.Assert) or (isinstance(n, ast.Call) and called(n) in _asserting) for n in ast.walk(tree))

def _words(cell):
    text = re.sub(r'```.*?```', ' ', cell.src, flags=re.S)
    return len(re.findall(r"[\w'’-]{2,}", text))

class Shape:
    "The numbers of one page"
    def __init__(self, path):
        cs = cells(path)
        self.path,self.name,self.cells = path,path.stem,len(cs)
        self.lengths,self.lone,self.asserted = [],[],[] # (lines, first line), names without example, (assertions, first line)
        n_names,words,lines = 0,0,0
        for i,c in enumerate(cs):
            if c.kind == 'markdown': words += _words(c)
            if not c.code or (tree := c.tree()) is None: continue
            if c.shown: self.asserted.append((n_assertions(tree), _title(c)))
            if not c.exported or _only_imports(tree): continue
            self.lengths.append((code_lines(c, signatures=False), _title(c)))
            lines += code_lines(c)
            names = public_names(tree)
            n_names += len(names)
            if not any(o.shown and not re.match(r'\s*(#.*\n)*\s*show_doc\(', o.src) for o in cs[i+1:i+4]): self.lone += names
        ls = [n for n,_ in self.lengths]
        self.median,self.longest = (median(ls),max(ls)) if ls else (0,0)
        self.near = 100*(n_names-len(self.lone))/n_names if n_names else 100.
        self.most = max((n for n,_ in self.asserted), default=0)
        self.prose = words/lines if lines else None
        self.outputs = [json.dumps(o) for c in cs for o in c.outputs]

    def faults(self, n_cells=150, n_lines=40, n_median=12, near=95, most=5):
        "What is beyond the limits"
        res = []
        if self.cells > n_cells: res.append(f'{self.cells} cells, {n_cells} are enough')
        if self.median > n_median: res.append(f'half of the exported cells have more than {self.median:g} lines, {n_median} are enough')
        if self.near < near: res.append(f'{self.near:.0f} % of the names have an example within three cells, not {near} %: {", ".join(self.lone)}')
        res += [f'an exported cell of {n} lines: {t}' for n,t in self.lengths if n > n_lines]
        res += [f'a shown cell with {n} assertions: {t}' for n,t in self.asserted if n > most]
        return res

def _title(cell):
    "A line to find the cell by: the first definition in it, else its first line"
    lines = [l.strip() for l in cell.src.split('\n') if l.strip() and not l.lstrip().startswith(('#', '@', 'import ', 'from '))]
    return next((l for l in lines if l.startswith(('def ', 'class '))), lines[0] if lines else '')[:70] if cell.exported else (lines or [''])[0][:70]


# Imports

def page_of(path):
    "The notebook that a module was generated from, or None"
    m = re.search(r'^# AUTOGENERATED! DO NOT EDIT! File to edit: (.*\.ipynb)\.$', path.read_text(encoding='utf-8'), re.M)
    return m and (path.parent/m[1]).resolve()

def number(page):
    "The number at the beginning of a page's name, to be compared: `13a` is `(13, 'a')`"
    m = re.match(r'(\d+)([a-z]?)_', page.name)
    return (int(m[1]),m[2]) if m else (-1,'')

def modules():
    "Name, file and page of each generated module, in the order of the pages"
    files = [(p,page_of(p)) for p in (root/'mylearner').rglob('*.py')]
    named = [('.'.join(p.relative_to(root).with_suffix('').parts),p,page) for p,page in files if page]
    return sorted(named, key=lambda o: (number(o[2]), o[0]))

def _top_level(body):
    "Statements that run when a module is imported, inside `if`, `try` and `with` too"
    for n in body:
        yield n
        for part in ('body', 'orelse', 'finalbody'):
            if not isinstance(n, (*_functions, ast.ClassDef)): yield from _top_level(getattr(n, part, []))
        for h in getattr(n, 'handlers', []): yield from _top_level(h.body)

def _sources(n, mod):
    "`(module, names)` for each module from which an import statement in the module `mod` takes something"
    if isinstance(n, ast.Import): return [(a.name, []) for a in n.names]
    if not isinstance(n, ast.ImportFrom): return []
    src = '.'.join([*(mod.split('.')[:-n.level] if n.level else []), *([n.module] if n.module else [])])
    return [(src, [a.name for a in n.names]), *((f'{src}.{a.name}', []) for a in n.names)] # a name may be a module

def imports():
    "For each module those that it imports at top level"
    mods,graph = modules(),{}
    for m,p,_ in mods:
        taken = {src for n in _top_level(ast.parse(p.read_text(encoding='utf-8')).body) for src,_ in _sources(n, m)}
        graph[m] = [o for o,_,_ in mods if o != m and o in taken]
    return graph

def cycles(graph):
    "Groups of modules that import each other, be it by way of others"
    def reached(m):
        seen,todo = set(),list(graph[m])
        while todo:
            if (o := todo.pop()) not in seen: seen.add(o); todo += graph[o]
        return seen
    to = {m: reached(m) for m in graph}
    groups = {tuple(o for o in graph if o == m or (o in to[m] and m in to[o])) for m in graph if m in to[m]}
    return sorted(groups)

def upward(graph):
    "`(module, imported)` where a module imports one of a page with a higher number"
    at = {m: number(page) for m,_,page in modules()}
    return [(m, o) for m,os in graph.items() for o in os if at[o] > at[m]]

def private_names():
    "`(importing module or page, module, name)` for names with an underscore; on pages, those that only examples use too"
    mods,found = modules(),{}
    for m,p,_ in mods:
        for n in ast.walk(ast.parse(p.read_text(encoding='utf-8'))): _note_private(found, n, m, m)
    of_page = {page: m for m,_,page in mods}
    for page in pages():
        who = of_page.get(page.resolve(), page.stem)
        for c in cells(page):
            if c.code and (tree := c.tree()):
                for n in ast.walk(tree): _note_private(found, n, 'mylearner.page', who)
    return list(found)

def _note_private(found, n, mod, who):
    if not isinstance(n, ast.ImportFrom): return
    src,names = _sources(n, mod)[0]
    if src.split('.')[0] != 'mylearner' or src == who: return
    for o in names:
        if o[0] == '_' and not o.startswith('__'): found[who, src, o] = True

# Types

core = 'batch','learner' # the first and the last module of the core, in the order of pages

def _called_by_users(f, cls):
    "Is it public, and no setter?"
    if f.name[0] == '_' and f.name not in ('__init__', '__call__') or (cls or '').startswith('_'): return False
    return not any('set_prop' in ast.unparse(d) or ast.unparse(d).endswith('.setter') for d in f.decorator_list)

def parameters(path):
    "`(function, parameter, type)` for those of public functions and methods of a module, but for `self`, `cls` and stars; no type is `''`"
    def of(f, cls=None):
        marks = {getattr(d.func if isinstance(d, ast.Call) else d, 'id', '') for d in f.decorator_list}
        args = f.args.posonlyargs + f.args.args
        if marks & {'patch', 'patch_to'}: cls,args = getattr(args[0].annotation, 'id', '') if args else '',args[1:]
        elif cls and 'staticmethod' not in marks: args = args[1:]
        if not _called_by_users(f, cls): return
        name = f'{cls}.{f.name}' if cls else f.name
        for a in args + f.args.kwonlyargs:
            if a.arg != 'self': yield name,a.arg,ast.unparse(a.annotation) if a.annotation else ''
    for n in ast.parse(path.read_text(encoding='utf-8')).body:
        if isinstance(n, _functions): yield from of(n)
        if isinstance(n, ast.ClassDef) and n.name[0] != '_':
            for f in n.body:
                if isinstance(f, _functions): yield from of(f, n.name)

def typed():
    "For each module how many parameters have a type, and how many there are"
    found = {_short(m): [t for _,_,t in parameters(p)] for m,p,_ in modules()}
    return {m: (sum(map(bool, ts)), len(ts)) for m,ts in found.items()}

def typed_shares():
    "The share of parameters with a type: in all modules, and in the core"
    counts = typed()
    names = list(counts)
    middle = names[names.index(core[0]):names.index(core[1])+1]
    share = lambda ms: sum(counts[m][0] for m in ms)/sum(counts[m][1] for m in ms)
    return share(names),share(middle)

def print_types():
    for m,(n,of) in typed().items():
        if of: print(f'{m:26} {n:4} of {of:4} {100*n/of:4.0f} %')
    print('\nAll: {:.0f} %, core: {:.0f} %'.format(*(100*o for o in typed_shares())))

def _short(mod): return mod.removeprefix('mylearner.')

def print_imports():
    graph = imports()
    at = {m: ''.join(map(str, number(page))) for m,_,page in modules()}
    for m,os in graph.items(): print(f'{at[m]:4} {_short(m):22} {", ".join(map(_short, os))}')
    cs,up,private = cycles(graph),upward(graph),private_names()
    print(f'\nCycles: {len(cs)}')
    for c in cs: print('  ' + ', '.join(map(_short, c)))
    print(f'\nImports of pages with a higher number: {len(up)}')
    for m,o in up: print(f'  {at[m]} {_short(m)} imports {at[o]} {_short(o)}')
    print(f'\nPrivate names imported from other modules: {len(private)}')
    by = {}
    for who,src,o in private: by.setdefault((who, src), []).append(o)
    for (who,src),names in by.items(): print(f'  {_short(who)} from {_short(src)}: {", ".join(names)}')

def print_pages(names):
    chosen = [p for p in pages() if not names or p.stem in names or p.name in names or str(p) in names]
    if names and not chosen: raise SystemExit(f'there is no page {", ".join(names)}')
    print(f'{"page":28} {"cells":>5} {"median":>6} {"longest":>7} {"near %":>6} {"asserts":>7} {"words/line":>10}')
    for p in chosen:
        s = Shape(p)
        prose = '' if s.prose is None else f'{s.prose:.1f}'
        print(f'{s.name:28} {s.cells:5} {s.median:6g} {s.longest:7} {s.near:6.0f} {s.most:7} {prose:>10}')
        if names:
            for o in s.faults(): print('    ' + o)

def main():
    p = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    p.add_argument('page', nargs='*', help='names of pages (13d_loop), whose faults are listed too')
    p.add_argument('--imports', action='store_true', help='print instead which module imports which')
    p.add_argument('--types', action='store_true', help='print instead how many parameters have a written type')
    args = p.parse_args()
    if args.imports: print_imports()
    elif args.types: print_types()
    else: print_pages([o.removesuffix('.ipynb') for o in args.page])


if __name__ == '__main__': main()
