# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from mylearner.transform import TypeDispatch
from typing import Any
from mylearner.data.core import SampleTable as SampleTable, get_show_batch_func as get_show_batch_func
from mylearner.transform import dispatch as dispatch
__all__ = ['show_batch', 'show_results', 'as_image', 'draw_images', 'value_text', 'SampleTable', 'display_here', 'sample_values', 'get_show_batch_func']

def as_image(o) -> Any:
    """`o` as an array that `imshow` takes

    - `o`: Anything
    """

def draw_images(images: list, titles: list | None = None, ctxs=None, ncols: int | None = None, colors: list | None = None, figsize: tuple | None = None, nrows: int | None = None) -> list:
    """Draw `images` with their titles, grey ones all on one scale

    - `images`: As `as_image` takes them
    - `titles`: One for each image
    - `ctxs`: Axes to draw in; None makes them
    - `ncols`: Images in a row
    - `colors`: Of the titles; None: black
    - `figsize`: Width and height of the figure in inches
    - `nrows`: Rows of images; with `ncols`, no more are drawn than there are places
    """

def value_text(o) -> str:
    """A short text for one value

    - `o`: A number, tensor, array, text, or a list of them
    """

def display_here(o) -> Any:
    """Show `o` below the cell in a notebook, as text elsewhere

    - `o`: Anything
    """

def sample_values(o) -> list:
    """The values that sample `o` is made of, from all levels, in order

    - `o`: A sample: a value, or tuples and dicts of them; a tuple with a `show` of its own is a value
    """

show_batch: TypeDispatch

show_results: TypeDispatch
