"""The built site: every link leads somewhere, and in Chromium every page opens, figures show and search finds symbols.

The pages are opened one after the other in a frame of a small page of ours, which posts what it saw to the server that
serves them. So one start of the browser is enough, and no driver is needed.
"""
import json, os, re, shutil, subprocess, sys, tempfile, threading, warnings
from functools import partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

root = Path(__file__).resolve().parent.parent
html = root/'_site'/'html'
flags = '''--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
    --disable-component-update --disable-sync --disable-default-apps --disable-dev-shm-usage --window-size=1300,1000'''.split()


@pytest.fixture(scope='session')
def site():
    "The folder of the built site; built here where that has not been done"
    if not (html/'index.html').exists():
        res = subprocess.run([sys.executable, 'docs/do.py', 'site'], cwd=root, capture_output=True, text=True)
        assert res.returncode == 0, res.stdout[-2000:] + res.stderr[-4000:]
    return html


# -- links, without a browser ------------------------------------------------------------------------------------------

class Addresses(HTMLParser):
    "Where a page points to, and what can be pointed at in it"
    def __init__(self):
        super().__init__()
        self.out, self.ids = [], set()
    def handle_starttag(self, tag, attrs):
        d = dict(attrs)
        if d.get('id'): self.ids.add(d['id'])
        if tag == 'a' and d.get('name'): self.ids.add(d['name'])
        for k in ('href', 'src'):
            if d.get(k): self.out.append(d[k])

@pytest.fixture(scope='session')
def pages(site):
    res = {}
    for p in sorted(site.rglob('*.html')):
        if '_static' in p.parts: continue
        a = Addresses()
        a.feed(p.read_text(encoding='utf-8'))
        res[p.relative_to(site).as_posix()] = a
    return res

def test_links(site, pages):
    "Each relative address is a file of the site, and its fragment is on that page"
    assert len(pages) > 3
    n, broken = 0, []
    for name, page in pages.items():
        for url in page.out:
            u = urlsplit(url)
            if u.scheme or u.netloc: continue
            assert not u.path.startswith('/'), f'{name}: {url} would break where the site is served from a subfolder'
            n += 1
            to = os.path.normpath(Path(name).parent/unquote(u.path)).replace(os.sep, '/') if u.path else name
            if to == '.' or (site/to).is_dir(): to = f'{to}/index.html'.removeprefix('./')
            if not (site/to).is_file(): broken.append(f'{name}: {url}')
            elif u.fragment and to in pages and unquote(u.fragment) not in pages[to].ids: broken.append(f'{name}: {url} (no such place)')
    assert n > 50
    assert not broken, '\n'.join(sorted(set(broken)))

def test_no_address_of_this_machine(pages):
    "No page points at a file system or at nbdev's notebooks"
    odd = [f'{n}: {u}' for n, p in pages.items() for u in p.out
           if u.startswith(('file:', '/')) or (u.split('#')[0].endswith('.ipynb') and 'github.com' not in u)]
    assert not odd, '\n'.join(odd)

def test_tables_are_tables(site):
    "Markdown that was left as it is would show as lines of bars"
    raw = [p.name for p in site.rglob('*.html') if '<p>| ' in p.read_text(encoding='utf-8')]
    assert not raw, raw

def test_symbols_have_anchors(site, pages):
    "Each symbol of the index that other projects read has its place on a page"
    symbols = json.loads((root/'_site'/'src'/'symbols.json').read_text())
    assert symbols
    missing = [f'{doc}: {sym}' for _, sym, doc in symbols if sym not in pages[f'{doc}.html'].ids]
    assert not missing, missing


# -- in Chromium -------------------------------------------------------------------------------------------------------

watch = b'''<script>window.wrong=[];window.addEventListener('error',e=>{const t=e.target;
wrong.push(t&&(t.src||t.href)||e.message)},true)</script>'''

driver = '''<!doctype html><title>driver</title><iframe id="f" width="1280" height="900"></iframe><script>
const f = document.getElementById('f'), wait = ms => new Promise(r => setTimeout(r, ms));
function open_(url) { return new Promise(r => { f.onload = r; f.src = url; }); }
async function until(test) { for (let i = 0; i < 200; i++) { const o = test(); if (o) return o; await wait(50); } return null; }
async function page(url) {
  await open_(url);
  const w = f.contentWindow, d = f.contentDocument;
  const imgs = [...d.querySelectorAll('article img, main img')];
  imgs.forEach(i => i.loading = 'eager');
  await until(() => imgs.every(i => i.complete));
  const shown = i => { const b = i.getBoundingClientRect(); return i.naturalWidth > 0 && b.width > 10 && b.height > 10; };
  const links = [...d.querySelectorAll('article a[href]')].filter(a => a.host === location.host);
  return {url, title: d.title, h1: (d.querySelector('h1') || {}).textContent || '', errors: w.wrong || ['no watch'],
          images: imgs.length, hidden: imgs.filter(i => !shown(i)).map(i => i.src), links: links.length,
          wide: d.documentElement.scrollWidth - d.documentElement.clientWidth};
}
async function search(word) {
  await open_('/search.html?q=' + encodeURIComponent(word));
  const first = await until(() => f.contentDocument.querySelector('#search-results li a[href]'));
  if (!first) return {word, found: null};
  await wait(300);
  const all = [...f.contentDocument.querySelectorAll('#search-results li a[href]')].map(a => a.getAttribute('href'));
  const url = f.contentDocument.querySelector('#search-results li a[href]').href;
  await open_(url);
  await wait(200);
  const at = decodeURIComponent(f.contentWindow.location.hash.slice(1)), el = at && f.contentDocument.getElementById(at);
  return {word, found: url, all: all.slice(0, 5), at, there: !!el, top: el ? el.getBoundingClientRect().top : null};
}
(async () => {
  const jobs = JOBS, res = {pages: [], searches: []};
  try {
    for (const p of jobs.pages) res.pages.push(await page('/' + p));
    for (const s of jobs.searches) res.searches.push(await search(s));
  } catch (e) { res.failed = String(e.stack || e); }
  await fetch('/__seen__', {method: 'POST', body: JSON.stringify(res)});
})();
</script>'''

class Handler(SimpleHTTPRequestHandler):
    "Serves the site with a watch on errors in each page, the driver, and takes what the driver saw"
    protocol_version = 'HTTP/1.1'
    def log_message(self, *args): pass
    def _send(self, data, kind='text/html; charset=utf-8'):
        self.send_response(200)
        self.send_header('Content-Type', kind)
        self.send_header('Content-Length', str(len(data)))
        self.end_headers()
        self.wfile.write(data)
    def do_GET(self):
        path = urlsplit(self.path).path
        if path == '/__driver__': return self._send(driver.replace('JOBS', json.dumps(self.server.jobs)).encode())
        file = Path(self.directory)/unquote(path.lstrip('/'))
        if file.suffix == '.html' and file.is_file(): return self._send(file.read_bytes().replace(b'<head>', b'<head>' + watch, 1))
        return super().do_GET()
    def do_POST(self):
        self.server.seen = json.loads(self.rfile.read(int(self.headers['Content-Length'])))
        self._send(b'ok')
        self.server.done.set()

def browser():
    return next((o for n in ('chromium', 'chromium-browser', 'google-chrome', 'chrome') if (o := shutil.which(n))), None)

def pick_symbols():
    "Words to search for, and the symbol that each should lead to: methods, functions and classes, with and without their class. (`Learner` is a page as well, which comes first.)"
    symbols = json.loads((root/'_site'/'src'/'symbols.json').read_text())
    known = {sym: doc for _, sym, doc in reversed(symbols)}
    want = {'Learner.fit_one_cycle': 'Learner.fit_one_cycle', 'fit_one_cycle': 'Learner.fit_one_cycle', 'get_preds': 'Learner.get_preds',
            'Recorder': 'Recorder', 'accuracy': 'accuracy', 'GradientClip': 'GradientClip', 'digits_dls': 'digits_dls'}
    res = {k: v for k, v in want.items() if v in known} or {sym: sym for _, sym, _ in symbols[:2]}
    return {k: (v, known[v]) for k, v in res.items()}

@pytest.fixture(scope='session')
def seen(site, pages):
    "What Chromium saw of all pages and some searches"
    exe = browser()
    if not exe:
        warnings.warn('THE SITE WAS NOT LOOKED AT IN A BROWSER: no chromium here')
        pytest.skip('no chromium on this machine: install it to look at the site')
    server = ThreadingHTTPServer(('127.0.0.1', 0), partial(Handler, directory=str(site)))
    server.daemon_threads = True
    server.jobs = dict(pages=[p for p in pages if p not in ('search.html', 'genindex.html')], searches=list(pick_symbols()))
    server.done, server.seen = threading.Event(), None
    threading.Thread(target=server.serve_forever, daemon=True).start()
    profile = tempfile.mkdtemp()
    url = f'http://127.0.0.1:{server.server_port}/__driver__'
    proc = subprocess.Popen([exe, *flags, f'--user-data-dir={profile}', '--remote-debugging-port=0', url],
                            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try: assert server.done.wait(300), 'Chromium did not report within five minutes'
    finally:
        proc.terminate()
        try: proc.wait(20)
        except subprocess.TimeoutExpired: proc.kill()
        server.shutdown()
        server.server_close()
        shutil.rmtree(profile, ignore_errors=True)
    assert not server.seen.get('failed'), server.seen['failed']
    return server.seen

def _ours(errors): return [e for e in errors if not re.match(r'https?://(?!127\.0\.0\.1)', str(e))]

def test_every_page_opens(seen, pages):
    "Each page has a title and a heading, and nothing on it fails to load or throws"
    assert len(seen['pages']) >= len(pages) - 2
    odd = [o['url'] for o in seen['pages'] if not o['title'] or not o['h1'].strip()]
    assert not odd, f'no title or heading: {odd}'
    wrong = {o['url']: e for o in seen['pages'] if (e := _ours(o['errors']))}
    assert not wrong, wrong

def test_figures_show(seen):
    "Each figure has a size on the page"
    hidden = {o['url']: o['hidden'] for o in seen['pages'] if o['hidden']}
    assert not hidden, hidden
    assert sum(o['images'] for o in seen['pages']) > 0

def test_nothing_sticks_out(seen):
    "No page scrolls sideways"
    wide = {o['url']: o['wide'] for o in seen['pages'] if o['wide'] > 2}
    assert not wide, wide

def test_search_finds_symbols(seen):
    "The first result for a symbol leads to the symbol's own place, in view"
    want = pick_symbols()
    for o in seen['searches']:
        assert o['found'], f'search does not find {o["word"]}'
        sym, doc = want[o['word']]
        assert urlsplit(o['found']).path == f'/{doc}.html', o
        places = {sym, re.sub(r'[/._]', '-', f'{doc}-{sym}'.lower())}   # our anchor, and the one that Sphinx makes for the heading
        assert o['at'] in places and o['there'] and -5 <= o['top'] <= 900, o
