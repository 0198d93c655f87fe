# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Callable, Iterable
from typing import Any
from mylearner.torch_core import nearest as nearest
__all__ = ['other_words', 'right_name', 'unknown_argument', 'suggests_names', 'users_line']

other_words: dict

def right_name(name: str, names: Iterable) -> str:
    """The words `, did you mean 'x'?` for an argument: looked up in `other_words`, or else spelt alike

    - `name`: The argument that was given
    - `names`: What the function takes
    """

def unknown_argument(where: str, wrong: str, names: Iterable) -> TypeError:
    """The error that names the right argument, or all there are

    - `where`: What was called
    - `wrong`: The argument that it does not know
    - `names`: What it takes
    """

def suggests_names(f: Callable) -> Any:
    """Decorator: where a call has an unknown keyword, say what it may have meant

    - `f`: A function, or a class's `__init__`
    """

def users_line() -> int:
    """The `stacklevel` for `warnings.warn` in the calling function that names the first line outside of this library"""
