"""Turn the notebooks that nbdev has processed into sources for Sphinx.

`nbdev.serve.proc_nbs` leaves in `_proc/` one notebook per page: signatures are filled in, symbols in backticks are
links, hidden cells are gone. What is left to do for MyST-NB is done here: titles, anchors, links between pages, figure
sizes, the collapsed source of each exported cell, a target on each cell that names a promise, and the tables of contents.
"""
import ast, json, os, re, subprocess, sys
from pathlib import Path, PurePosixPath

import promises

root = Path(__file__).resolve().parent.parent
nbs, proc, src = root/'nbs', root/'_proc', root/'_site'/'src'
repo_url = 'https://github.com/mylearner/mylearner/blob/main'

# What a reader looks for together: a heading, and the page numbers that it holds.
reference_groups = [
    ('Foundations', lambda n: n < 2),
    ('Data', lambda n: 2 <= n < 10),
    ('The loop', lambda n: 10 <= n < 14),
    ('Callbacks', lambda n: 14 <= n < 20 or 22 <= n < 23 or 25 <= n < 40),
    ('Stop and carry on', lambda n: 23 <= n < 25),
    ('Results', lambda n: 20 <= n < 21),
    ('Many devices', lambda n: 21 <= n < 22),
    ('Tables', lambda n: 40 <= n < 50),
    ('Tools', lambda n: n >= 50)]
folders = {'tutorials': ('Tutorials', 'Whole tasks, from the first line to the result.'),
           'explanations': ('Explanations', 'Why things are the way they are.')}


class SiteError(Exception):
    "Something in the pages would give a broken site"


# -- nbdev's part ------------------------------------------------------------------------------------------------------

def mixed_imports():
    """Cells that hold imports and other code.

    nbdev runs each cell with an import when it makes the documentation, and nothing around it."""
    res = []
    for path in sorted(nbs.rglob('*.ipynb')):
        rel = path.relative_to(nbs)
        if any(o.startswith(('_', '.')) for o in rel.parts): continue
        for i, c in enumerate(json.loads(path.read_text(encoding='utf-8'))['cells']):
            code = source_text(c['source'])
            d = directives(code)
            if c['cell_type'] != 'code' or 'nbdev_export()' in code or d.get('eval') == 'false': continue
            try: body = ast.parse(code).body
            except SyntaxError: continue   # magics
            imports = any(isinstance(o, (ast.Import, ast.ImportFrom)) for t in body for o in ast.walk(t))
            exported = {'export', 'exporti', 'exports'} & d.keys()
            allowed = (ast.Import, ast.ImportFrom) if exported else (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef)
            if exported: imports = any(isinstance(o, (ast.Import, ast.ImportFrom)) for o in body)
            if imports and not all(isinstance(o, allowed) for o in body): res.append(f'{rel}, cell {i}:\n{code}')
    return res

def run_nbdev(pages='', n_workers=2):
    "Fill `_proc/` with processed notebooks (those whose name matches `pages`); nbdev's own warnings are errors"
    mixed = [] if pages else mixed_imports()
    if mixed: raise SiteError('Keep imports in cells of their own, since the docs build runs them:\n\n' + '\n\n'.join(mixed))
    code = [sys.executable, '-W', 'always::UserWarning', str(Path(__file__)), pages, str(n_workers)]
    res = subprocess.run(code, cwd=root, capture_output=True, text=True)
    told = re.findall(r'Found cells containing imports and other code.*?\n---\n.*?\n---', res.stderr, flags=re.S)
    if res.returncode: raise SiteError(f'nbdev could not process the notebooks:\n{res.stdout[-2000:]}{res.stderr[-6000:]}')
    if told: raise SiteError('nbdev warns:\n\n' + '\n\n'.join(told))


# -- pages -------------------------------------------------------------------------------------------------------------

def source_text(o):
    "The text of a cell or an output, which notebooks store as a string or a list of lines"
    return o if isinstance(o, str) else ''.join(o)

def without_number(name):
    "`13d_loop` is published as `loop`"
    return re.sub(r'^\d+[a-zA-Z0-9]*_', '', name)

def page_number(name):
    "The number that orders a page: 13.04 for `13d_loop`"
    m = re.match(r'(\d+)([a-z]?)', name)
    return int(m[1]) + (ord(m[2]) - 96)/100 if m and m[2] else int(m[1]) if m else 1000

def md_cell(text): return dict(cell_type='markdown', metadata={}, source=text)

class Page:
    "One page on its way to Sphinx"
    def __init__(self, path):
        self.rel = path.relative_to(proc)
        self.folder = '' if self.rel.parent == Path('.') else self.rel.parent.as_posix()
        self.nb = json.loads(path.read_text(encoding='utf-8'))
        self.orig = json.loads((nbs/self.rel).read_text(encoding='utf-8'))
        self.name = without_number(self.rel.stem)
        self.doc = f'{self.folder}/{self.name}'.lstrip('/')
        self.number = page_number(self.rel.stem)
        self.title, self.description = self._front_matter()
        self.module = self._module()
        self.labels = {}   # symbol -> the target before its heading
        self.tags = {}     # promise -> the targets before the cells that hold it

    def _front_matter(self):
        first = self.nb['cells'][0] if self.nb['cells'] else {}
        if first.get('cell_type') != 'raw': raise SiteError(f'{self.rel}: the first cell wants a title (`# Title`) and a promise (`> …`)')
        import yaml
        d = yaml.safe_load(source_text(first['source']).strip().strip('-'))
        if 'title' not in d: raise SiteError(f'{self.rel}: no title')
        return d['title'], d.get('description', '')

    def _module(self):
        for c in self.orig['cells']:
            if m := re.search(r'^#\|\s*default_exp\s+(\S+)', source_text(c['source']), flags=re.M): return m[1]


def read_pages():
    "The processed pages, in the order of their numbers"
    ps = [Page(p) for p in proc.rglob('*.ipynb') if not any(o.startswith(('_', '.')) for o in p.relative_to(proc).parts)]
    return sorted(ps, key=lambda p: (p.folder, p.number, p.name != 'first_model', p.rel.stem))


# -- cells -------------------------------------------------------------------------------------------------------------

_directive = re.compile(r'^#\|.*\n?', flags=re.M)
_shown = re.compile(r'^show_doc\(([\w.]+)', flags=re.M)

def directives(text):
    "The `#|` lines at the head of a cell, as a dict"
    res = {}
    for line in text.splitlines():
        if not line.startswith('#|'): break
        k, _, v = line[2:].strip().partition(':') if ':' in line else line[2:].strip().partition(' ')
        res[k.strip()] = v.strip()
    return res

def defined_names(code):
    "Names that `show_doc` is called for after an exported cell"
    from nbdev.showdoc import showdoc_nm
    names = [showdoc_nm(o) for o in ast.parse(code).body if isinstance(o, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))]
    return [n for o in names for n in (o if isinstance(o, list) else [o])]

def is_imports(code): return all(isinstance(o, (ast.Import, ast.ImportFrom)) for o in ast.parse(code).body)

def folded_source(cell):
    "An exported cell that can be unfolded under its signature; `None` for a cell of imports"
    text = source_text(cell['source'])
    d, code = directives(text), _directive.sub('', text).strip()
    if cell['cell_type'] != 'code' or 'hide' in d or not {'export', 'exporti'} & d.keys(): return None
    if not code or is_imports(code) or code.startswith('__all__'): return None
    body = ast.parse(code).body
    if len(body) == 1 and isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant):
        return md_cell(ast.get_docstring(ast.Module(body, [])) or '')   # a summary for the module's docstring
    return dict(cell_type='code', metadata={'tags': ['hide-input']}, source=code, outputs=[], execution_count=None, folded=True)

def with_sources(page):
    "nbdev's cells, with the exported ones put back, folded, behind the signatures that they define"
    rest = [c for c in page.nb['cells'][1:] if 'AUTOGENERATED' not in source_text(c['source'])]
    known = {c.get('id') for c in page.orig['cells']}
    left = {c.get('id') for c in rest}
    res = []
    for o in page.orig['cells']:
        if o.get('id') in left:
            while rest:
                res.append(rest.pop(0))
                if res[-1].get('id') == o['id']: break
        if not (f := folded_source(o)): continue
        names = defined_names(f['source']) if f['cell_type'] == 'code' else ()
        shown = {}
        while rest and rest[0].get('id') not in known:
            m = _shown.search(source_text(rest[0]['source']))
            if not m or m[1] not in names: break
            shown[m[1]] = rest.pop(0)
        res += [shown[n] for n in dict.fromkeys(names) if n in shown] + [f]   # nbdev gives them last one first
    return res + rest

def place(page, name):
    "What links call the place of `name` on a page; no dots, or Sphinx would take it for a Python name"
    return re.sub(r'[/.]', '-', f'{page.doc}-{name}'.lower())

# Methods that Python calls by itself, when objects are copied, stored or printed: nobody looks for them in the contents
unlisted = {f'__{o}__' for o in '''getstate setstate reduce reduce_ex copy deepcopy getattr setattr delattr dir repr str format hash eq del
    init_subclass set_name'''.split()}

def definition(page, name):
    "Where a page defines `name`, a function, `Class` (its `__init__`) or `Class.method`: the definition and the text of its cell"
    owner, _, last = name.rpartition('.')
    for c in page.orig['cells']:
        text = source_text(c['source'])
        if c['cell_type'] != 'code' or not {'export', 'exporti'} & directives(text).keys() or last not in text: continue
        for o in ast.parse(text).body:
            if isinstance(o, ast.ClassDef):
                inner = {f.name: f for f in o.body if isinstance(f, ast.FunctionDef)}
                if o.name == name and '__init__' in inner: return inner['__init__'], text
                if o.name == owner and last in inner: return inner[last], text
            elif isinstance(o, ast.FunctionDef) and o.name == last:
                a = (o.args.posonlyargs + o.args.args)[:1]
                of = ast.unparse(a[0].annotation) if a and a[0].annotation is not None else ''
                if not owner or owner in of.split('|') or owner in of.split(' | '): return o, text
            elif isinstance(o, ast.FunctionDef) and o.name == '__init__' and o.args.args[0].annotation is not None \
                and ast.unparse(o.args.args[0].annotation) == name: return o, text

def _arguments(node, text):
    "`{name: (star, type, default, comment)}` of a definition, as written"
    a, lines, res = node.args, text.split('\n'), {}
    seg = lambda o: '' if o is None else ast.get_source_segment(text, o)
    pos = a.posonlyargs + a.args
    every = [('', p, d) for p, d in zip(pos, [None]*(len(pos) - len(a.defaults)) + a.defaults)]
    every += [('*', a.vararg, None)] if a.vararg else []
    every += [('', p, d) for p, d in zip(a.kwonlyargs, a.kw_defaults)] + ([('**', a.kwarg, None)] if a.kwarg else [])
    for star, p, d in every:
        end = d or p
        m = re.match(r'\s*,?\s*#\s*(.*)', lines[end.end_lineno - 1].encode()[end.end_col_offset:].decode())
        res[p.arg] = star, seg(p.annotation), seg(d), m[1] if m else ''
    return res

# What `nbdev` writes for a type where the page gives none: the type of the default
_inferred = {'NoneType', 'function', 'type', 'method', 'builtin_function_or_method'}

def written_signature(page, name, block):
    "nbdev's signature of `name` with the types, defaults and comments that the page gives, and no others"
    found, block = definition(page, name), re.sub(r"<class '(?:\w+\.)*(\w+)'>", r'\1', block)
    try: shown = ast.parse(block + '\n    ...').body[0]
    except SyntaxError: return block
    if not found or not isinstance(shown, ast.FunctionDef): return block
    said, rows, bare = _arguments(*found), [], False
    for k, (star, t, d, comment) in _arguments(shown, block).items():
        if k in ('self', 'cls'): continue
        if k in said: star, t, d, comment = said[k]
        else: t = '' if t in _inferred else re.sub(r'\b(?:[a-z_]\w*\.)+(?=[A-Z])', '', t)
        if star == '*': bare = True
        kw = [o.arg for o in shown.args.kwonlyargs]
        if k in kw and not bare: rows.append(('*', '')); bare = True
        rows.append((star + k + (f':{t}' if t else '') + (f'={d}' if d else ''), comment))
    ret = found[0].returns
    head, tail = f'def {shown.name}(', ')' + (f'->{ast.get_source_segment(found[1], ret)}' if ret is not None else '') + ':'
    if ret is not None and (m := re.search(r'^\)->.*?:\s*(#.*)$', found[1], flags=re.M)) and found[0].name == shown.name: tail += ' ' + m[1]
    one = head + ', '.join(o for o, _ in rows) + tail
    if not any(c for _, c in rows) and len(one) <= 110: return one
    return '\n'.join([head] + [f'    {o},' + (f' # {c}' if c else '') for o, c in rows] + [tail])

def symbol_cell(page, cell):
    "A `show_doc` output as markdown, with targets that links and nbdev's index find"
    if (m := _shown.search(source_text(cell['source']))) and m[1].rpartition('.')[2] in unlisted: return None
    out = next((o for o in cell['outputs'] if 'text/markdown' in o.get('data', {})), None)
    if out: md = source_text(out['data']['text/markdown']).removeprefix('---\n').lstrip()
    else:
        # nbdev shows nothing for functions that dispatch on types: name them once, with their first docstring.
        name = _shown.search(source_text(cell['source']))[1]
        if name in page.labels: return None
        md = f'### {name}\n\n*{docstring(page, name)}*'
    full = _shown.search(source_text(cell['source']))
    if full: md = re.sub(r'```python\n(def .*?)\n```', lambda m: f'```python\n{written_signature(page, full[1], m[1])}\n```', md, count=1, flags=re.S)
    md = re.sub(r'\[source\]\((.*?)\)\{.*?\}', r'<a class="source-link" href="\1">source</a>', md, count=1)
    m = re.search(r'^(#+) (.*)$', md, flags=re.M)
    sym = m[2].replace('\\', '').strip('`')
    label = place(page, sym)
    while label in page.labels.values(): label += '-1'
    first = sym not in page.labels
    page.labels.setdefault(sym, label)
    ids = [sym] if first else []
    if sym.lower() not in page.ids: ids.append(sym.lower())
    ids = [i for i in dict.fromkeys(ids) if i not in page.ids]
    page.ids.update(ids)
    anchors = ''.join(f'<a id="{i}"></a>' for i in ids)
    head = f'{anchors}\n\n({label})=\n' if anchors else f'({label})=\n'
    return md_cell(f'{md[:m.start()]}{head}{m[1]} {sym.replace("_", chr(92) + "_")}{md[m.end():]}')

def docstring(page, name):
    "The docstring that the notebook gives the function `name`"
    for c in page.orig['cells']:
        if c['cell_type'] != 'code' or f'def {name}(' not in source_text(c['source']): continue
        for o in ast.walk(ast.parse(source_text(c['source']))):
            if isinstance(o, ast.FunctionDef) and o.name == name and ast.get_docstring(o): return ast.get_docstring(o)
    raise SiteError(f'{page.rel}: `{name}` has no docstring')

def figure_width(cell):
    "The stored width of a cell's widest figure, in pixels"
    ws = [o['metadata']['image/png']['width'] for o in cell.get('outputs', [])
          if 'image/png' in o.get('data', {}) and 'width' in o.get('metadata', {}).get('image/png', {})]
    return max(ws, default=None)

def shown_cell(page, cell):
    "A code cell as the page shows it"
    text = source_text(cell['source'])
    d = directives(text)
    tags = list(cell['metadata'].get('tags', []))
    if d.get('echo') == 'false': tags.append('remove-input')
    meta = {'tags': tags} if tags else {}
    if w := figure_width(cell): meta['mystnb'] = {'image': {'width': f'{int(w)}px', 'alt': 'Output of the cell above'}}
    # Folded source has no outputs and links nowhere.
    outs = [] if cell.get('folded') else cell.get('outputs', [])
    return dict(cell_type='code', metadata=meta, source=_directive.sub('', text).strip('\n'), outputs=outs, execution_count=None)

def adapt(page):
    "The page's cells for MyST-NB; links are still nbdev's"
    page.ids = set()
    where = f'{repo_url}/nbs/{page.rel.as_posix()}'
    head = f'# {page.title}\n\n' + (f'> {page.description}\n' if page.description else '')
    if page.module: head += f'\n```{{container}} page-source\nModule `mylearner.{page.module}`, written in [{page.rel.name}]({where})\n```\n'
    elif page.name != 'index': head += f'\n```{{container}} page-source\n[Open the notebook]({where})\n```\n'
    res = [md_cell(head)]
    for c in with_sources(page):
        text = source_text(c['source'])
        if c['cell_type'] == 'raw': continue
        if c['cell_type'] == 'markdown':
            res.append(md_cell(_directive.sub('', text)))
            continue
        if _shown.search(text) and directives(text).get('output') == 'asis':
            if o := symbol_cell(page, c): res.append(o)
            continue
        cell = shown_cell(page, c)
        if not cell['source'].strip() and not cell['outputs']: continue
        if not c.get('folded'):
            for tag in promises.tags_of(text):
                label = place(page, tag) + (f'-{len(page.tags[tag])}' if tag in page.tags else '')
                page.tags.setdefault(tag, []).append(label)
                if tag not in page.ids: res.append(md_cell(f'({label})=\n<a id="{tag}"></a>'))
                else: res.append(md_cell(f'({label})=\n'))
                page.ids.add(tag)
        res.append(cell)
    page.cells = res


# -- links -------------------------------------------------------------------------------------------------------------

_link = re.compile(r'(?<!!)\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(([^()\s]+)\)')

def _outside_fences(text, f):
    "Apply `f` to the parts of `text` outside code fences"
    parts = re.split(r'(^```.*?^```[ \t]*$|^~~~.*?^~~~[ \t]*$)', text, flags=re.M | re.S)
    return ''.join(o if i % 2 else f(o) for i, o in enumerate(parts))

# Pages that are no notebooks, and the file of the repository behind each
other_pages = {'promises': 'docs/promises.csv', 'contributing': 'CONTRIBUTING.md', 'changelog': 'CHANGELOG.md'}

class Links:
    "Rewrites links between pages, and collects those that lead nowhere"
    def __init__(self, pages):
        self.by_doc = {p.doc: p for p in pages}
        self.by_nb = {p.rel.as_posix(): p for p in pages}
        self.broken = []

    def find(self, page, url):
        "The page and the fragment that `url` on `page` stands for; `None` for what is no page of ours"
        path, _, frag = url.partition('#')
        if re.match(r'[a-z]+:', path): return None
        if not path: return page, frag
        if path.removesuffix('.html') in other_pages: return None
        base = '' if path.startswith('/') else page.folder
        full = os.path.normpath(str(PurePosixPath(base)/path.lstrip('/')))
        if full.endswith('.ipynb'):
            p = self.by_nb.get(full) or self.by_doc.get(full.removesuffix('.ipynb'))
        elif full.endswith('.html'): p = self.by_doc.get(full.removesuffix('.html'))
        else: return None
        if p is None: self.broken.append(f'{page.rel}: no page for {url}')
        return (p, frag) if p else None

    def target(self, page, text, url):
        "What MyST should be given for a link"
        if url.removesuffix('.html') in other_pages: return '/' + url.removesuffix('.html') + '.md'
        found = self.find(page, url)
        if not found: return url
        p, frag = found
        to = '/' + p.doc + '.ipynb'
        if not frag: return to
        sym = text.strip('`').removesuffix('()')
        for o in (sym, frag):
            if o in p.labels: return '#' + p.labels[o]
        low = {k.lower(): v for k, v in p.labels.items()}
        if frag.lower() in low: return '#' + low[frag.lower()]
        # A method written inside its class has no heading of its own: the class has.
        if frag.lower().rpartition('.')[0] in low: return '#' + low[frag.lower().rpartition('.')[0]]
        if '.html' in url: return to
        return f'{to}#{frag}'

    def rewrite(self, page, text):
        return _outside_fences(text, lambda s: _link.sub(lambda m: f'[{m[1]}]({self.target(page, m[1], m[2])})', s))

    def page(self, page):
        for c in page.cells:
            if c['cell_type'] == 'markdown': c['source'] = self.rewrite(page, c['source'])
            for o in c.get('outputs', []):
                if 'text/markdown' in o.get('data', {}):
                    o['data']['text/markdown'] = self.rewrite(page, source_text(o['data']['text/markdown']))


# -- tables of contents ------------------------------------------------------------------------------------------------

def toctree(docs, caption='', hidden=False):
    "A table of contents in MyST's notation"
    head = (f':caption: {caption}\n' if caption else '') + (':hidden:\n' if hidden else ':maxdepth: 1\n')
    return '```{toctree}\n' + head + '\n' + '\n'.join(f'{d}' for d in docs) + '\n```\n'

def listing(pages):
    "A table of pages and what they promise"
    rows = [f'| [{p.title}](/{p.doc}.ipynb) | {p.description} |' for p in pages]
    return '\n'.join(['| page | what for |', '|---|---|'] + rows) + '\n'

def group_pages(pages):
    "The pages that gather others, as `{file: text}`"
    res = {}
    ref = [p for p in pages if not p.folder and p.name != 'index']
    text = '# Reference\n\nOne page for each module: its code, its examples and its reasons.\n\n'
    for name, test in reference_groups:
        ps = [p for p in ref if test(p.number)]
        if ps: text += f'## {name}\n\n{listing(ps)}\n{toctree(["/" + p.doc for p in ps], caption=name, hidden=True)}\n'
    if ref: res['reference.md'] = text
    for folder, (title, about) in folders.items():
        ps = [p for p in pages if p.folder == folder]
        if ps: res[f'{folder}.md'] = f'# {title}\n\n{about}\n\n{listing(ps)}\n{toctree(["/" + p.doc for p in ps], hidden=True)}'
    return res

def plain_file(name, title=None):
    "A markdown file of the repository as a page"
    text = (root/name).read_text(encoding='utf-8')
    if title: text = f'# {title}\n\n' + re.sub(r'^# .*\n', '', text, count=1)
    def link(m):
        "Pages and other files that are part of the site stay on it; the rest is on GitHub"
        path = PurePosixPath(m[1])
        if path.suffix == '.ipynb' and path.parts[0] == 'nbs':
            rel = path.relative_to('nbs')
            return f'](/{(rel.parent/without_number(rel.stem)).as_posix()}.ipynb)'
        own = {v: k for k, v in other_pages.items()}
        return f'](/{own[m[1]]}.md)' if m[1] in own else f']({repo_url}/{m[1]})'
    return re.sub(r'\]\((?!https?:|#)([^)]+)\)', link, text)


# -- all of it ---------------------------------------------------------------------------------------------------------

def write_sources():
    "Write everything that Sphinx reads into `_site/src`"
    import shutil
    shutil.rmtree(src, ignore_errors=True)
    pages = read_pages()
    for p in pages: adapt(p)
    links = Links(pages)
    for p in pages: links.page(p)
    if links.broken: raise SiteError('Links that lead nowhere:\n' + '\n'.join(links.broken))
    groups = group_pages(pages)
    groups['promises.md'] = promises.as_markdown(pages)
    if (root/'CONTRIBUTING.md').exists(): groups['contributing.md'] = plain_file('CONTRIBUTING.md')
    if (root/'CHANGELOG.md').exists(): groups['changelog.md'] = plain_file('CHANGELOG.md')
    order = ['tutorials.md', 'reference.md', 'explanations.md', 'promises.md', 'contributing.md', 'changelog.md']
    index = next(p for p in pages if p.doc == 'index')
    short = {'promises.md': 'Promises <promises>'}   # in the bar at the top
    index.cells.append(md_cell(toctree([short.get(o, o.removesuffix('.md')) for o in order if o in groups], hidden=True)))
    for p in pages:
        path = src/f'{p.doc}.ipynb'
        path.parent.mkdir(parents=True, exist_ok=True)
        nb = dict(cells=p.cells, metadata={'kernelspec': {'display_name': 'python3', 'language': 'python', 'name': 'python3'},
                                           'language_info': {'name': 'python', 'pygments_lexer': 'ipython3'}}, nbformat=4, nbformat_minor=4)
        for c in nb['cells']: c.pop('folded', None)
        path.write_text(json.dumps(nb, ensure_ascii=False), encoding='utf-8')
    for name, text in groups.items(): (src/name).write_text(text, encoding='utf-8')
    symbols = [[p.module, sym, p.doc] for p in pages if p.module for sym in p.labels]
    (src/'symbols.json').write_text(json.dumps(symbols), encoding='utf-8')
    return pages


if __name__ == '__main__':
    from nbdev.serve import proc_nbs
    glob, n = sys.argv[1:]
    proc_nbs(n_workers=int(n), force=not glob, file_glob=glob)
