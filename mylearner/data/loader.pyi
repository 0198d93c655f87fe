# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Callable, Iterable, Iterator
from fastcore.foundation import noop
import torch
from typing import Any
from mylearner.data.collate import collate_error as collate_error, fa_collate as fa_collate, fa_convert as fa_convert
from mylearner.data.tensors import as_dataset as as_dataset
from mylearner.keywords import suggests_names as suggests_names, unknown_argument as unknown_argument, users_line as users_line
__all__ = ['step_names', 'Epoch', 'DataLoader', 'item_said', 'SkipItemException', 'item_at_fault']

class Epoch:
    """One pass through the data: its seeds, its order, its place"""
    idxs: Any
    it: Any
    offs: int
    n_procs: int
    skipped: Any
    ready: Any
    active: bool
    finished: bool
    gen: Any
    seed: int | None
    base_seed: int | None
    n_given: Any
    order: Any
    alone: bool
    def __init__(self, seed: int | None = None, base_seed: int | None = None, n_given: int = 0, order=None, alone: bool = False) -> None:
        """- `seed`: Of the order; drawn when it is first needed
        - `base_seed`: Of the workers; `None`: not begun
        - `n_given`: Batches given so far, those included of which no item was left
        - `order`: Indices in the order of use; `None`: 0, 1, 2 …, or not worked out yet
        - `alone`: Make batches in this process, whatever `num_workers` says?
        """
    def tensor_batches(self, dl: DataLoader, device=None) -> Any:
        """Batches made by one operation per tensor, ahead of their use if so wanted

        - `dl`: Its data set is made of tensors
        - `device`: Where they are to go, on a stream of their own; None: they stay where the tensors are
        """
    def item_batches(self, dl: DataLoader) -> Any:
        """Batches made item by item, here or in workers

        - `dl`: Read by index
        """
    def stream_batches(self, dl: DataLoader) -> Any:
        """Batches by `create_batches`, here or in workers"""
    def source(self, dl: DataLoader, device=None) -> Any:
        """Batches of `dl` that this pass has still to give, before they are moved and changed by `after_batch`

        - `device`: As for `tensor_batches`
        """
    def batches(self, dl: DataLoader) -> Iterator[Any]:
        """The batches of `dl` that this pass has still to give"""

step_names: tuple

class DataLoader:
    """Batches of `dataset`, by steps that can each be changed"""
    pin_memory_device: str
    resident: bool
    worker_init_fn: Callable | None
    multiprocessing_context: Any
    persistent_workers: bool | None
    prefetch_factor: int | None
    prefetch: int
    num_workers: int
    pin_memory: bool
    timeout: float
    sampler: Iterable | None
    batch_sampler: Iterable | None
    generator: torch.Generator | None
    shuffle: bool
    drop_last: bool
    indexed: bool | None
    bs: Any
    dataset: Any
    next_seed: Any
    def __init__(self, dataset=None, bs: int | None = None, num_workers: int = 0, pin_memory: bool = False, timeout: float = 0, batch_size: int | None = None, shuffle: bool = False, drop_last: bool = False, indexed: bool | None = None, n: int | None = None, device: str | torch.device | None = None, persistent_workers: bool | None = None, pin_memory_device: str = '', *, wif: Callable | None = None, before_iter: Callable | None = None, after_item=None, before_batch=None, after_batch=None, after_iter: Callable | None = None, create_batches: Callable | None = None, create_item: Callable | None = None, create_batch: Callable | None = None, retain: Callable | None = None, get_idxs: Callable | None = None, sample: Callable | None = None, shuffle_fn: Callable | None = None, do_batch: Callable | None = None, sampler: Iterable | None = None, batch_sampler: Iterable | None = None, collate_fn: Callable | None = None, generator: torch.Generator | None = None, worker_init_fn: Callable | None = None, prefetch_factor: int | None = None, prefetch: int = 0, multiprocessing_context=None, resident: bool = False) -> None:
        """- `dataset`: Anything with `__getitem__` or `__iter__`; a tuple of tensors or arrays is one data set of rows
        - `bs`: Items in a batch; `None`: each item is a batch already
        - `num_workers`: Processes that make batches; 0 makes them here
        - `pin_memory`: Put batches into page-locked memory, for faster copies to a GPU; with workers or `prefetch` beside its work
        - `timeout`: Seconds to wait for a worker's batch; 0 waits for ever
        - `batch_size`: Another name for `bs`
        - `shuffle`: A new random order in each epoch?
        - `drop_last`: Leave out a last batch that is smaller than `bs`?
        - `indexed`: Is `dataset` read by index? `None`: if it has `__getitem__` and is no `IterableDataset`
        - `n`: Items in an epoch; `None`: `len(dataset)`
        - `device`: Where batches go; `None` leaves them where they are
        - `persistent_workers`: Keep workers from one epoch to the next? `None`: yes
        - `pin_memory_device`: Not used any more, by torch's decision: memory is pinned for the accelerator at hand
        - `wif`: `wif()` runs in each worker when it starts
        - `before_iter`: `before_iter()` runs before each epoch
        - `after_item`: `after_item(item)` gives the item to use
        - `before_batch`: `before_batch(items)` gives the items to join
        - `after_batch`: `after_batch(b)` gives the batch to use; it runs in the main process, on `device`
        - `after_iter`: `after_iter()` runs after each complete epoch
        - `create_batches`: `create_batches(samps)` yields the batches of the indices `samps`
        - `create_item`: `create_item(i)` gives the item of index `i` (`None` where data is not indexed)
        - `create_batch`: `create_batch(items)` joins items
        - `retain`: `retain(res, items)` gives the batch `res` the types of `items`
        - `get_idxs`: `get_idxs()` gives the indices of an epoch, in order
        - `sample`: `sample()` gives the indices that this process handles
        - `shuffle_fn`: `shuffle_fn(idxs)` gives `idxs` in the order to use
        - `do_batch`: `do_batch(items)` makes a batch: `before_batch`, `create_batch`, `retain`
        - `sampler`: Indices of an epoch, as in torch
        - `batch_sampler`: Lists of indices, one per batch, as in torch
        - `collate_fn`: torch's name for `create_batch`
        - `generator`: Where the seeds come from; `None`: torch's global generator
        - `worker_init_fn`: `worker_init_fn(i)` runs in worker `i` when it starts, as in torch
        - `prefetch_factor`: Batches that each worker makes in advance, 2 by default
        - `prefetch`: Batches that a thread makes in advance where data is in tensors of the CPU, which have no use for workers
        - `multiprocessing_context`: How workers start, as in torch
        - `resident`: Keep a copy of data in tensors on `device`, if it fits?
        """
    @property
    def n(self) -> Any:
        """Items in an epoch, `None` where nobody knows"""
    @n.setter
    def n(self, value: Any) -> None: ...
    @property
    def prebatched(self) -> Any:
        """Is each item of the data set a batch already?"""
    @property
    def batch_size(self) -> Any:
        """torch's name for `bs`"""
    def __len__(self) -> Any:
        """Number of batches in an epoch"""
    @property
    def device(self) -> Any:
        """Where batches go; `None` leaves them where they are"""
    @device.setter
    def device(self, value: Any) -> None: ...
    def to(self, device: str | torch.device) -> DataLoader:
        """Send batches to `device` from the next epoch on

        - `device`: A `torch.device` or its name
        """
    def wif(self, x=None, *args, **kwargs) -> Any:
        """Runs in a worker when it starts"""
    def before_iter(self, x=None, *args, **kwargs) -> Any:
        """Runs before each epoch"""
    def after_item(self, x=None, *args, **kwargs) -> Any:
        """The item to use for item `x`"""
    def before_batch(self, x=None, *args, **kwargs) -> Any:
        """The items to join, for the items `x`"""
    def after_batch(self, x=None, *args, **kwargs) -> Any:
        """The batch to use for batch `x`"""
    def after_iter(self, x=None, *args, **kwargs) -> Any:
        """Runs after each complete epoch"""
    def create_item(self, s) -> Any:
        """The item of index `s`; the next one where data is not indexed

        - `s`: Its index; `None`: the next one
        """
    def do_item(self, s) -> Any:
        """Make item `s`; `None` where it is to be left out"""
    @property
    def it(self) -> Any: ...
    @it.setter
    def it(self, value: Any) -> None: ...
    @property
    def offs(self) -> Any: ...
    @offs.setter
    def offs(self, value: Any) -> None: ...
    def create_batch(self, b) -> Any:
        """Join the items `b`"""
    def retain(self, res, b) -> Any:
        """Give the tensors of batch `res` the types of those in its items `b`"""
    def do_batch(self, b) -> Any:
        """Make a batch of the items `b`"""
    def chunkify(self, b) -> Iterator[Any]:
        """The items `b` in lists of `bs`"""
    def create_batches(self, samps) -> Iterator[Any]:
        """Batches of the indices `samps`"""
    def randomize(self) -> None:
        """Draw the seeds of a new epoch, as many and in the same order as torch's loader"""
    @property
    def epoch_seed(self) -> Any:
        """Seed of the running epoch's order, or of the last one's"""
    @property
    def rng(self) -> Any:
        """A `random.Random` of this epoch's seed, for an order of your own"""
    def shuffle_fn(self, idxs) -> Any:
        """The indices `idxs` in random order"""
    def get_idxs(self) -> Any:
        """Indices of an epoch in the order of use"""
    def sample(self) -> Any:
        """The part of an epoch's indices that this process handles"""
    @property
    def route(self) -> str:
        """How batches are made: from whole 'tensors', from single 'items', or as a 'stream' by `create_batches`"""
    def close(self) -> None:
        """End the worker processes; the next epoch starts new ones"""
    def __iter__(self) -> Iterator[Any]:
        """Batches of one epoch"""
    def one_batch(self) -> Any:
        """The first batch of a new epoch, made without workers"""
    def new(self, dataset=None, cls=None, **kwargs) -> DataLoader:
        """A loader like this one, with changes

        - `dataset`: Another data set; `None`: the same one
        """
    @property
    def skipped(self) -> list:
        """Indices of the items left out in the running or last epoch (`None` for one without an index), as far as this process knows"""
    @property
    def last_idxs(self) -> Any:
        """Indices of the items given in the running or last epoch, in order; `None` where data is not indexed"""
    @property
    def batch_idxs(self) -> Any:
        """Indices of the items in the batch given last; `None` where data is not indexed, or its order is not known beforehand"""
    def state_dict(self) -> dict:
        """Where the running epoch stands: its seeds, and the number of batches given"""
    def load_state_dict(self, sd: dict) -> None:
        """Let the next epoch go on where `sd` was taken

        - `sd`: What `state_dict` gave, of a loader with as many items and the same `bs`
        """
    def go_on(self, sd: dict, ready: Callable = noop) -> Any:
        """The batches that the pass of `sd` had still to give

        - `sd`: What `state_dict` gave
        - `ready`: Called without arguments once, before the first batch is made
        """
    def keep_place(self) -> Any:
        """Note where the loader stands, and give a function that puts it back there"""
    def __getattr__(self, name: str) -> Any: ...

def item_said(ds, i) -> str:
    """An item for a message: its number in the data set at the bottom, and the path or text that it is made from

    - `ds`: A data set
    - `i`: Index of an item; None where there is none
    """

class SkipItemException(Exception):
    """Raised while an item is made, to leave that item out"""

def item_at_fault(dl, e) -> str | None:
    """Which item torch's loader was making when it raised `e`

    - `dl`: torch's loader
    - `e`: What it raised
    """
