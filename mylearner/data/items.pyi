# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Iterable
from fastcore.foundation import L
from typing import Any
from mylearner.data.core import FilteredBase as FilteredBase, TfmdLists as TfmdLists, decode_at as decode_at, show_at as show_at, Datasets as Datasets, test_set as test_set
from mylearner.data.loader import SkipItemException as SkipItemException
from mylearner.keywords import suggests_names as suggests_names
from mylearner.torch_core import nearest as nearest
from mylearner.transform import Pipeline as Pipeline, gather_attr_names as gather_attr_names, gather_attrs as gather_attrs
__all__ = ['to_idxs', 'take_items', 'vocab_of', 'take_item', 'FilteredBase', 'overlapping', 'check_splits', 'MissingAttr', 'attr_from', 'TfmdLists', 'decode_at', 'show_at', 'Datasets', 'test_set']

def to_idxs(i, n: int) -> Any:
    """The indices that `i` picks from `n` items

    - `i`: A slice, a range, a mask, or indices: list, tensor or array
    - `n`: Number of items that there are
    """

def take_items(items, idxs) -> Any:
    """Those of `items` at `idxs`

    - `items`: A list, tensor, array or data frame
    - `idxs`: As in `to_idxs`
    """

def vocab_of(ds) -> Any:
    """The `vocab` of a data set, or else its `classes`

    - `ds`: Any data set, or None
    """

def take_item(items, i: int) -> Any:
    """Item number `i`

    - `items`: A list, tensor, array or data frame
    - `i`: Position
    """

def overlapping(splits: Iterable, n: int) -> list:
    """Indices that are in more than one of `splits`

    - `splits`: Indices of each subset, as in `to_idxs`
    - `n`: Number of items that there are
    """

def check_splits(splits: Iterable | None, n: int) -> L:
    """`splits` as indices into `n` items; an index that is out of range raises

    - `splits`: Indices of each subset, as in `to_idxs`; None puts all items into one
    - `n`: Number of items that there are
    """

class MissingAttr(AttributeError):
    """An attribute that is nowhere; the hint is worked out when it is read, since `hasattr` only asks"""
    o: Any
    k: str
    def __init__(self, o, where: str, k: str) -> None:
        """- `o`: The object that was asked
        - `where`: Where else it looked
        - `k`: The attribute
        """

def attr_from(o, nm: str, k: str) -> Any:
    """Attribute `k` of `o.<nm>`, or an error that says where it looked

    - `o`: The object that was asked
    - `nm`: Its part that may know
    - `k`: The attribute
    """
