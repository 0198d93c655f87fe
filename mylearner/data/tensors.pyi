# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Callable, Iterable, Iterator
import torch
from typing import Any
from mylearner.data.collate import leaves as leaves, pinned as pinned
from mylearner.nested import array_tensor as array_tensor
from mylearner.torch_core import TensorBase as TensorBase, to_device as to_device
__all__ = ['Columns', 'checked_idxs', 'as_dataset', 'row_indexable', 'find_columns', 'free_memory', 'fits_on', 'made_of', 'same_parts', 'ahead', 'CopyStream', 'RowStream']

class Columns:
    """A data set in `tensors`, one per column"""
    given: Iterable
    typed: list
    tensors: list
    make: Callable
    rows: torch.Tensor | None
    def __init__(self, tensors: Iterable, make: Callable, rows: torch.Tensor | None = None) -> None:
        """- `tensors`: One per column, with as many rows each
        - `make`: `make(parts)` gives the batch of a list of parts, one per tensor
        - `rows`: Row numbers of the items, a tensor; `None`: all, in order
        """
    def __len__(self) -> int: ...
    def pick(self, idx: torch.Tensor) -> Any:
        """The batch of the rows `idx`

        - `idx`: Row numbers in the tensors, on their device
        """
    def cut(self, idx: range) -> Any:
        """The batch of the rows of the range `idx`, copied

        - `idx`: A range
        """
    def at(self, idxs: torch.Tensor | list) -> Any:
        """Where the items `idxs` are

        - `idxs`: Indices of items: a tensor or a list
        """
    def on(self, device: str | torch.device) -> Columns:
        """A copy of the columns on `device`"""
    def gather(self, idx: torch.Tensor | range, place: list, pin: bool) -> tuple:
        """Copy rows to memory that is used again and again

        - `idx`: Row numbers in the tensors
        - `place`: Tensors from the last call; a list of none at first
        - `pin`: Page-locked?
        """

def checked_idxs(idxs: torch.Tensor, n: int) -> Any:
    """The indices `idxs` into `n` rows, negative ones counted from the end

    - `idxs`: An int64 tensor
    - `n`: Number of rows
    """

def as_dataset(ds) -> Any:
    """A tuple of tensors and arrays as a `TensorDataset`; any other data set as it is

    - `ds`: Any data set
    """

def row_indexable(*ts) -> bool:
    """Are all of `ts` tensors that can be indexed by row, with one index?

    - `ts`: Anything
    """

def find_columns(ds) -> Columns | None:
    """The columns of `ds`, if it is made of tensors

    - `ds`: Any data set
    """

def free_memory(device: str | torch.device) -> int | None:
    """Memory of a device that is free

    - `device`: A `torch.device` or its name
    """

def fits_on(tensors: Iterable, device: str | torch.device) -> bool:
    """Do `tensors` take no more than a quarter of the device's free memory?

    - `device`: A `torch.device` or its name
    """

def made_of(ds) -> Any:
    """All that the columns of `ds` depend on: objects, and copies of lists, which may be changed in place

    - `ds`: Any data set
    """

def same_parts(a, b) -> Any:
    """Are two results of `made_of` the same objects, with equal lists?"""

def ahead(f: Callable, jobs: Iterable, n: int) -> Iterator[Any]:
    """`map(f, jobs)`, where a thread works up to `n` results ahead

    - `f`: `f(job)` gives a result; it runs in the thread
    - `jobs`: What there is to do; read here, not in the thread
    - `n`: How many results may wait
    """

class CopyStream:
    """Copies batches to a device, on a stream of their own where the device has streams"""
    stream: Any
    device: Any
    def __init__(self, device) -> None:
        """- `device`: A `torch.device` or its name"""
    def send(self, b) -> tuple:
        """Begin to copy a batch

        - `b`: A batch, nested in any way
        """
    def arrive(self, sent: tuple) -> Any:
        """The batch, for whatever is asked of the device from now on

        - `sent`: From `send`
        """
    def batches(self, bs) -> Iterator[Any]:
        """The batches `bs`, each of them sent before the one in front of it is given

        - `bs`: Any iterable of batches
        """

class RowStream(CopyStream):
    """Sends rows of a data set in tensors to a device, by way of a few places in page-locked memory"""
    columns: Columns
    places: Any
    n_sent: Any
    def __init__(self, columns: Columns, device, n: int = 3) -> None:
        """- `columns`: On the CPU
        - `device`: A `torch.device` or its name
        - `n`: Places: one that is being filled, one on its way, and one to spare
        """
    def send(self, idx) -> tuple:
        """Gather rows, and begin to copy them

        - `idx`: Row numbers, or a range
        """
