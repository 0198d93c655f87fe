# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Callable, Iterable, Iterator
import torch.utils.data
from typing import Any
from mylearner.data.collate import leaves as leaves
from mylearner.keywords import users_line as users_line
__all__ = ['Failed', 'seed_all', 'BatchMaker', 'BatchStream', 'iter_batches', 'unlike', 'Workers', 'same_settings']

class Failed:
    """An exception on its way out of a worker, in parts that arrive whatever arguments its class takes"""
    cls: Any
    args: Any
    attrs: dict
    notes: list
    def __init__(self, e: BaseException) -> None: ...
    def raised(self) -> Any:
        """The exception itself"""

def seed_all(seed: int) -> None:
    """Seed the generators of torch, Python and numpy in this process

    - `seed`: At least 0
    """

class BatchMaker(torch.utils.data.Dataset):
    """A data set whose items are batches: `make(idxs)` for each job `(seed, idxs)`"""
    make: Callable
    def __init__(self, make: Callable) -> None: ...
    def __getitem__(self, job) -> Any: ...

class BatchStream(torch.utils.data.IterableDataset):
    """A data set whose items are the batches that `stream()` gives"""
    stream: Any
    def __init__(self, stream) -> None: ...
    def __iter__(self) -> Iterator[Any]: ...

def iter_batches(dl) -> Any:
    """`iter(dl)`; torch's workers, if it has any, end at once when it is dropped, even as part of a cycle

    - `dl`: Any loader, with workers of torch or without
    """

def unlike(batches: Iterable) -> Iterator[Any]:
    """The same batches, with a warning if the first two, of two workers, are equal

    - `batches`: Of two workers or more, in turn
    """

class Workers:
    """Processes that make batches, for one pass at a time"""
    settings: dict | None
    busy: bool
    loader: Any
    sampler: Any
    def __init__(self, dataset, settings: dict | None = None, **kwargs) -> None:
        """- `dataset`: What each process runs: a `BatchMaker` or a `BatchStream`
        - `settings`: What the processes depend on, for whoever keeps them
        """
    def batches(self, seed: int, jobs: Iterable = ()) -> Iterator[Any]:
        """The batches of `jobs` in order, or of the stream

        - `seed`: Of the workers' own generators, used where a job has no seed
        - `jobs`: Pairs `(seed, idxs)`; a stream has none
        """

def same_settings(a: dict, b: dict) -> bool:
    """Do the settings `a` and `b` hold the same objects, or equal numbers and strings?

    - `a`: A dict of settings
    - `b`: Another
    """
