# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Iterable, Iterator
from typing import Any
from mylearner.nested import array_tensor as array_tensor
__all__ = ['rebuild', 'fa_collate', 'fa_convert', 'pinned', 'leaves', 'collate_error']

def rebuild(o, vals: Iterable) -> Any:
    """A container like `o` that holds `vals`

    - `o`: A tuple, list, mapping, named tuple or dataclass
    - `vals`: As many values as `o` has parts, in its order
    """

def fa_collate(t) -> Any:
    """Join the items `t` into a batch

    - `t`: Items of one kind: tensors, arrays, numbers, strings, or containers of them
    """

def fa_convert(t) -> Any:
    """Turn the batch `t` into tensors

    - `t`: A ready batch: tensors, arrays, numbers, or containers of them
    """

def pinned(b) -> Any:
    """The batch `b` in page-locked memory

    - `b`: Tensors, or tuples, lists and mappings of them
    """

def leaves(o, path: str = '') -> Iterator[Any]:
    """Every tensor in the nested `o`, with its place

    - `o`: Tensors and arrays in containers
    - `path`: Where `o` itself stands
    """

def collate_error(e: Exception, batch) -> None:
    """Raise `e` again, its message saying which items of `batch` differ in shape

    - `e`: What joining raised
    - `batch`: The items that were to be joined
    """
