"""Which promises have an example that holds them, and which have none yet.

`promises.csv` lists what mylearner promises, each line with a number. A notebook cell that would fail if a promise broke
says so in a directive, which the site strips: `#| holds: S-045…S-048 T-29`. A test says it in a comment: `# S-045, T-29`.
Run this file to see which promises nobody holds yet.
"""
import argparse, csv, json, re
from pathlib import Path

here = Path(__file__).resolve().parent
root = here.parent
_tag = re.compile(r'\b([STN])-(\d{2,3})(?:\s*(?:…|\.{2,3}|–)\s*(?:\1-)?(\d{2,3}))?')
_holds = re.compile(r'#\s*\|\s*holds:')


def read():
    "All promises, as a list of dicts with `id`, `group` and `promise`"
    with open(here/'promises.csv', encoding='utf-8', newline='') as f: return list(csv.DictReader(f))

def _spelt_out(text):
    "The numbers in `text`, with ranges spelt out"
    res = []
    for kind, a, b in _tag.findall(text):
        width = 2 if kind == 'T' else 3
        res += [f'{kind}-{i:0{width}}' for i in range(int(a), int(b or a) + 1)]
    return res

def tags_in(code):
    "The numbers that the comments of a test name"
    return list(dict.fromkeys(o for line in code.splitlines() for o in _spelt_out(line.partition('#')[2])))

def tags_of(cell):
    "The numbers that the `#| holds:` directive of a notebook cell's source names"
    return list(dict.fromkeys(o for line in cell.splitlines() if _holds.match(line) for o in _spelt_out(line)))

def holders():
    "For each number the files that name it"
    res = {}
    for p in sorted(root.glob('nbs/**/*.ipynb')):
        if any(o.startswith(('_', '.')) for o in p.relative_to(root).parts): continue
        for c in json.loads(p.read_text(encoding='utf-8'))['cells']:
            if c['cell_type'] != 'code': continue
            src = c['source'] if isinstance(c['source'], str) else ''.join(c['source'])
            for t in tags_of(src): res.setdefault(t, {})[p.relative_to(root).as_posix()] = True
    for p in sorted(root.glob('tests/**/*.py')):
        for t in tags_in(p.read_text(encoding='utf-8')): res.setdefault(t, {})[p.relative_to(root).as_posix()] = True
    return {k: list(v) for k, v in res.items()}

def as_markdown(pages):
    "The page that lists the promises, each with links to the cells that hold it"
    url = 'https://github.com/mylearner/mylearner/blob/main'
    tests = {}
    for k, files in holders().items(): tests[k] = [f for f in files if f.startswith('tests/')]
    places = {}
    for p in sorted(pages, key=lambda p: p.number):
        for sym, label in p.labels.items(): places.setdefault(sym, label)
    def link(m):
        "A symbol in backticks as a link to its place"
        name = re.sub(r'^learn\.', 'Learner.', m[1].split('(')[0])
        name = name if name in places else f'Learner.{name}'
        return f'[{m[0]}](#{places[name]})' if name in places else m[0]
    res = ['# What mylearner promises', '',
           'Each line is a behaviour that you may rely on. The links lead to the cells that would fail if it broke.', '']
    group = None
    for o in read():
        if o['group'] != group:
            group = o['group']
            res += ['', f'## {group}', '', '| | mylearner … | held by |', '|---|---|---|']
        links = []
        for p in pages:
            labels = p.tags.get(o['id'], [])
            links += [f'[{p.title if i == 0 else i + 1}](#{label})' for i, label in enumerate(labels)]
        links += [f'[{Path(f).name}]({url}/{f})' for f in tests.get(o['id'], [])]
        text = re.sub(r'`([^`]+)`', link, o['promise'].replace('|', '\\|'))
        res.append(f'| <span class="number">{o["id"]}</span> | {text} | {", ".join(links)} |')
    return '\n'.join(res) + '\n'

def main():
    p = argparse.ArgumentParser(description='Print the promises that no notebook or test names yet')
    p.add_argument('--strict', action='store_true', help='exit with status 1 if there are any')
    p.add_argument('--held', action='store_true', help='print instead where each promise is held')
    args = p.parse_args()
    held, all_ = holders(), read()
    known = {o['id'] for o in all_}
    if args.held:
        for o in all_:
            if o['id'] in held: print(f'{o["id"]}  {", ".join(held[o["id"]])}')
    else:
        for o in all_:
            if o['id'] not in held: print(f'{o["id"]}  {o["promise"]}')
    missing = [o['id'] for o in all_ if o['id'] not in held]
    odd = sorted(set(held) - known)
    for o in odd: print(f'{o} is named in {", ".join(held[o])} but stands in no list')
    print(f'{len(all_) - len(missing)} of {len(all_)} promises are held by a cell or a test')
    return 1 if odd or (args.strict and missing) else 0


if __name__ == '__main__': raise SystemExit(main())
