"""The project's own commands; CONTRIBUTING.md says when to use which.

    python docs/do.py prepare [PAGE …]   export, test with stored outputs, clean, stubs, README
    python docs/do.py stubs              the type stubs beside the modules, mylearner/**/*.pyi
    python docs/do.py readme             README.md from nbs/index.ipynb
    python docs/do.py site               build the site into _site/html; any warning is an error
    python docs/do.py serve              build the site and show it at localhost:8000
    python docs/do.py commands           print the commands that README gives, one a line
"""
import argparse, subprocess, sys
from pathlib import Path

root = Path(__file__).resolve().parent.parent
html = root/'_site'/'html'


def tool(name, *args):
    "Run one of nbdev's commands from this Python's environment; stop if it fails"
    exe = Path(sys.executable).parent/name
    print('+', name, *args, flush=True)
    if subprocess.run([str(exe), *args], cwd=root).returncode: raise SystemExit(f'{name} failed')

def prepare(pages=()):
    "Export, run the pages and store their outputs, clean, export once more, write stubs and README"
    tool('nbdev-export')
    if pages:
        for p in pages: tool('nbdev-test', p, '--save', '--n-workers', '0')
    else: tool('nbdev-test', '--save', '--n-workers', '2')
    tool('nbdev-clean')
    tool('nbdev-export')
    if subprocess.run([sys.executable, str(Path(__file__)), 'stubs'], cwd=root).returncode: raise SystemExit('the stubs cannot be written')
    write_readme()

def write_stubs():
    sys.path.insert(0, str(root))   # the package of this tree, whatever is installed
    import stubs
    changed = stubs.write()
    print('stubs: ' + (', '.join(changed) if changed else 'current'))

def write_readme():
    import readme
    changed = readme.write()
    print('README: ' + (', '.join(changed) if changed else 'current'))

def site():
    "Process the notebooks, adapt them, and let Sphinx build them with warnings as errors"
    import adapter
    adapter.run_nbdev()
    pages = adapter.write_sources()
    args = ['-W', '--keep-going', '-n', '-E', '-q', '-b', 'html', '-c', str(root/'docs'), str(adapter.src), str(html)]
    import shutil
    shutil.rmtree(html, ignore_errors=True)
    if subprocess.run([sys.executable, '-m', 'sphinx', *args], cwd=root).returncode: raise SystemExit('Sphinx found something to warn of')
    print(f'{len(pages)} pages in {html.relative_to(root)}')

def serve(port=8000):
    site()
    from functools import partial
    from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
    print(f'http://localhost:{port}')
    ThreadingHTTPServer(('localhost', port), partial(SimpleHTTPRequestHandler, directory=str(html))).serve_forever()

def main():
    p = argparse.ArgumentParser(prog='python docs/do.py', description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument('command', choices=['prepare', 'stubs', 'readme', 'site', 'serve', 'commands'])
    p.add_argument('pages', nargs='*', help='for prepare: the notebooks to run (default: all)')
    p.add_argument('--port', type=int, default=8000, help='for serve')
    args = p.parse_args()
    if args.command == 'commands':
        import readme
        print('\n'.join(readme.commands()))
        return
    import adapter
    try:
        if args.command == 'prepare': prepare(args.pages)
        elif args.command == 'stubs': write_stubs()
        elif args.command == 'readme': write_readme()
        elif args.command == 'site': site()
        else: serve(args.port)
    except adapter.SiteError as e: raise SystemExit(f'error: {e}')


if __name__ == '__main__': main()
