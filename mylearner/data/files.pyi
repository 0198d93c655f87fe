# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Iterable
from fastcore.foundation import L
from pathlib import Path
from re import Pattern
from typing import Any
__all__ = ['image_extensions', 'get_files', 'get_image_files', 'get_text_files', 'FileGetter', 'ImageGetter', 'parent_label', 'RegexLabeller', 'GrandparentSplitter', 'FileSplitter']

def get_files(path: str | Path, extensions: Iterable | None = None, recurse: bool = True, folders: Iterable | None = None, followlinks: bool = True) -> L:
    """Files below `path`, without hidden ones

    - `path`: A folder
    - `extensions`: Such as `['.png', '.jpg']`, in any case; None: all
    - `recurse`: Look in folders inside, too?
    - `folders`: Names of the folders directly in `path` to look in; `'.'` stands for `path` itself. None: all
    - `followlinks`: Enter folders that are links?
    """

image_extensions: set

def get_image_files(path: str | Path, recurse: bool = True, folders: Iterable | None = None) -> L:
    """Image files below `path`

    - `path`: A folder
    - `recurse`: Look in folders inside, too?
    - `folders`: As in `get_files`
    """

def get_text_files(path: str | Path, recurse: bool = True, folders: Iterable | None = None) -> L:
    """Text files (`.txt`) below `path`

    - `path`: A folder
    - `recurse`: Look in folders inside, too?
    - `folders`: As in `get_files`
    """

def FileGetter(suf: str = '', extensions: Iterable | None = None, recurse: bool = True, folders: Iterable | None = None) -> Any:
    """`get_files` with these settings, to be called with a folder

    - `suf`: A folder below the one that will be given
    - `extensions`: As in `get_files`
    - `recurse`: Look in folders inside, too?
    - `folders`: As in `get_files`
    """

def ImageGetter(suf: str = '', recurse: bool = True, folders: Iterable | None = None) -> Any:
    """`get_image_files` with these settings, to be called with a folder

    - `suf`: A folder below the one that will be given
    - `recurse`: Look in folders inside, too?
    - `folders`: As in `get_files`
    """

def parent_label(o) -> str:
    """Name of the folder that file `o` is in

    - `o`: A path
    """

class RegexLabeller:
    """The group that a regular expression finds in an item's text"""
    pat: Any
    match: bool
    def __init__(self, pat: str | Pattern, match: bool = False) -> None:
        """- `pat`: Pattern with a group in parentheses
        - `match`: Must the text begin with the pattern?
        """
    def __call__(self, o) -> Any: ...

def GrandparentSplitter(train_name: str | list = 'train', valid_name: str | list = 'valid') -> Any:
    """A splitter that goes by the name of the folder two levels up

    - `train_name`: Folder of the training items, or a list of them
    - `valid_name`: Folder of the validation items, or a list of them
    """

def FileSplitter(fname: str | Path) -> Any:
    """A splitter that keeps aside the files whose names are listed in `fname`

    - `fname`: Text file with one file name per line
    """
