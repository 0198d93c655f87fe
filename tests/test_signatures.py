"Signatures on the site show what the page writes: its types and defaults, none that were guessed; pickling's methods are not in the contents"
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent/'docs'))
import adapter

code = '''#| export
class Learner:
    "Trains"
    def __init__(self,
        dls,  # Loaders
        loss_func=None, # `(preds, targets) -> loss`
        opt_func=Adam,  # Makes an optimizer
        lr:float|slice=defaults.lr, # Rate, ε included
    ): self.dls = dls

@patch
def fit(self:Learner, n_epoch:int, cbs=None)->L: # Losses
    "Train"

def short(x, *, bs:int=2**6): return x
'''
page = SimpleNamespace(orig=dict(cells=[dict(cell_type='code', source=code)]))

# N-145
@pytest.mark.parametrize('name,block,wanted', [
    ('Learner', "def Learner(\n    dls, # Loaders\n    loss_func:NoneType=None, # `(preds, targets) -> loss`\n    opt_func:function=Adam, # Makes an optimizer\n"
        "    lr:float | slice=0.001, # Rate, ε included\n):",
     "def Learner(\n    dls, # Loaders\n    loss_func=None, # `(preds, targets) -> loss`\n    opt_func=Adam, # Makes an optimizer\n"
        "    lr:float|slice=defaults.lr, # Rate, ε included\n):"),
    ('Learner.fit', "def fit(\n    n_epoch:int, cbs:NoneType=None\n)->fastcore.foundation.L: # Losses", "def fit(n_epoch:int, cbs=None)->L:"),
    ('short', "def short(\n    x, bs:int=64\n):", "def short(x, bs:int=2**6):"),
    # what a function takes over from another one: nbdev's text, without types of `None` and of functions
    ('short', "def short(\n    x, bs:int=64, path:pathlib.Path='.', act:NoneType=None\n):", "def short(x, bs:int=2**6, path:Path='.', act=None):"),
    # a class that nbdev prints as Python does
    ('short', "def short(\n    x:<class 'BinaryIO'>, bs:int=64\n):", "def short(x, bs:int=2**6):"),
    ('other', "def other(\n    x:NoneType=None\n):", "def other(\n    x:NoneType=None\n):"),
    ('short', "def short(<odd>):", "def short(<odd>):")])
def test_written(name, block, wanted): assert adapter.written_signature(page, name, block) == wanted

def shown(name):
    cell = dict(source=f'show_doc({name})', outputs=[dict(data={'text/markdown': f'### {name}\n\n```python\ndef f():\n```\n'})])
    p = SimpleNamespace(orig=page.orig, labels={}, ids=set(), doc='loop')
    return adapter.symbol_cell(p, cell)

def test_contents_leave_out_what_python_calls_by_itself():
    assert shown('Learner.__getstate__') is None and shown('Learner.__setstate__') is None
    assert shown('Learner.fit') and shown('Learner.__call__')
