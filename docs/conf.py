"Sphinx's settings; `docs/do.py site` builds with them"
import json, re
from pathlib import Path

root = Path(__file__).resolve().parent.parent
project, author = 'mylearner', 'The mylearner developers'
copyright = author
version = release = re.search(r'__version__ = "(.+?)"', (root/'mylearner'/'__init__.py').read_text(encoding='utf-8'))[1]

extensions = ['myst_nb']
exclude_patterns = ['symbols.json', 'jupyter_execute']
nb_execution_mode = 'off'          # outputs are stored in the notebooks, where `nbdev-test` made them
nb_merge_streams = True
nb_render_markdown_format = 'myst'   # outputs in markdown may hold tables
nb_code_prompt_show = nb_code_prompt_hide = 'Source'
myst_heading_anchors = 4
myst_enable_extensions = ['dollarmath', 'colon_fence', 'attrs_inline', 'attrs_block']
myst_dmath_double_inline = True
suppress_warnings = ['myst.header']   # a symbol before any section goes from the first heading level to the third
pygments_style = 'tango'

html_theme = 'pydata_sphinx_theme'
html_title = 'mylearner'
html_static_path = ['static']
html_css_files = ['custom.css']
html_extra_path = [str(root/'nbs'/'llms.txt')]   # what is where, for language models; nbdev writes it on export
html_copy_source = html_show_sourcelink = False
html_show_sphinx = False
html_last_updated_fmt = None
html_theme_options = dict(
    github_url='https://github.com/mylearner/mylearner', show_nav_level=1, navigation_with_keys=False, header_links_before_dropdown=6,
    navbar_align='left', navbar_persistent=['search-button'],
    secondary_sidebar_items=['page-toc'], footer_start=['copyright'], footer_end=[], show_toc_level=2, search_bar_text='Search symbols and pages')
html_sidebars = {o: [] for o in ('index', 'promises', 'contributing', 'changelog')}


def note_symbols(app, env):
    "Tell Sphinx where each symbol is, so that search leads to its heading and other projects can link to it"
    from sphinx.domains.python import ObjectEntry
    objects = env.domains['py'].objects
    for module, sym, doc in json.loads((Path(app.srcdir)/'symbols.json').read_text(encoding='utf-8')):
        *_, owner, name = ['', *sym.split('.')]
        kind = 'method' if owner else 'class' if name[:1].isupper() else 'function'
        objects[f'mylearner.{module}.{sym}'] = ObjectEntry(doc, sym, kind, False)

def setup(app): app.connect('env-updated', note_symbols)
