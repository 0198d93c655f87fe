# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Callable, Iterable
import torch
from typing import Any
from mylearner.callback.core import Callback as Callback
from mylearner.data.block import DataBlock as DataBlock
from mylearner.data.core import Datasets as Datasets, FilteredBase as FilteredBase, TfmdDL as TfmdDL
from mylearner.data.items import to_idxs as to_idxs
__all__ = ['CollectDataCallback', 'WeightedDL', 'PartialDL']

class CollectDataCallback(Callback):
    """Keep all batches, with predictions and losses"""
    data: Any
    purposes: Iterable | None
    def __init__(self, purposes: Iterable | None = ('fit',), **kwargs) -> None:
        """- `purposes`: Kinds of runs to collect from, as in `Learner.purpose`; None: any"""
    def before_fit(self) -> None:
        """Empty the list"""
    def after_batch(self) -> None:
        """Append inputs, targets, prediction and loss"""

class WeightedDL(TfmdDL):
    """A loader that draws its items by weight, with replacement"""
    wgts: Any
    def __init__(self, dataset=None, bs: int = 64, wgts: Iterable | None = None, *, shuffle: bool = False, num_workers: int | None = None, verbose: bool = False, do_setup: bool = True, pin_memory: bool = False, timeout: float = 0, batch_size: int | None = None, drop_last: bool = False, indexed: bool | None = None, n: int | None = None, device: str | torch.device | None = None, persistent_workers: bool | None = None, pin_memory_device: str = '', wif: Callable | None = None, before_iter: Callable | None = None, after_item=None, before_batch=None, after_batch=None, after_iter: Callable | None = None, create_batches: Callable | None = None, create_item: Callable | None = None, create_batch: Callable | None = None, retain: Callable | None = None, get_idxs: Callable | None = None, sample: Callable | None = None, shuffle_fn: Callable | None = None, do_batch: Callable | None = None, sampler: Iterable | None = None, batch_sampler: Iterable | None = None, collate_fn: Callable | None = None, generator: torch.Generator | None = None, worker_init_fn: Callable | None = None, prefetch_factor: int | None = None, prefetch: int = 0, multiprocessing_context=None, resident: bool = False) -> None:
        """- `dataset`: As for `TfmdDL`
        - `bs`: Rows in a batch
        - `wgts`: A weight per item, of any sum; None: all equal
        - `shuffle`: A new order in each epoch?
        - `num_workers`: Worker processes; None means 0: this process alone
        - `verbose`: Print which transforms are set up?
        - `do_setup`: Set the batch transforms up on this loader's own batches?
        - `pin_memory`: Put batches into page-locked memory, for faster copies to a GPU; with workers or `prefetch` beside its work
        - `timeout`: Seconds to wait for a worker's batch; 0 waits for ever
        - `batch_size`: Another name for `bs`
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
    def get_idxs(self) -> Any:
        """Indices of an epoch: drawn by weight, or in order when not shuffled"""
    def new(self, dataset=None, cls=None, **kwargs) -> Any:
        """A loader like this one, with changes; weights belong to the data set and stay with it"""

class PartialDL(TfmdDL):
    """A loader of a part of the data, drawn anew for each epoch"""
    partial_n: Any
    def __init__(self, dataset=None, bs: int = 64, partial_n: int | None = None, *, shuffle: bool = False, num_workers: int | None = None, verbose: bool = False, do_setup: bool = True, pin_memory: bool = False, timeout: float = 0, batch_size: int | None = None, drop_last: bool = False, indexed: bool | None = None, n: int | None = None, device: str | torch.device | None = None, persistent_workers: bool | None = None, pin_memory_device: str = '', wif: Callable | None = None, before_iter: Callable | None = None, after_item=None, before_batch=None, after_batch=None, after_iter: Callable | None = None, create_batches: Callable | None = None, create_item: Callable | None = None, create_batch: Callable | None = None, retain: Callable | None = None, get_idxs: Callable | None = None, sample: Callable | None = None, shuffle_fn: Callable | None = None, do_batch: Callable | None = None, sampler: Iterable | None = None, batch_sampler: Iterable | None = None, collate_fn: Callable | None = None, generator: torch.Generator | None = None, worker_init_fn: Callable | None = None, prefetch_factor: int | None = None, prefetch: int = 0, multiprocessing_context=None, resident: bool = False) -> None:
        """- `dataset`: As for `TfmdDL`
        - `bs`: Rows in a batch
        - `partial_n`: Items in an epoch; None: all
        - `shuffle`: A new order in each epoch?
        - `num_workers`: Worker processes; None means 0: this process alone
        - `verbose`: Print which transforms are set up?
        - `do_setup`: Set the batch transforms up on this loader's own batches?
        - `pin_memory`: Put batches into page-locked memory, for faster copies to a GPU; with workers or `prefetch` beside its work
        - `timeout`: Seconds to wait for a worker's batch; 0 waits for ever
        - `batch_size`: Another name for `bs`
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
    def get_idxs(self) -> Any:
        """Indices of an epoch: a random part, all different"""
    def __len__(self) -> Any: ...
    def new(self, dataset=None, cls=None, **kwargs) -> Any:
        """A loader like this one, with changes; another data set is read whole, unless `partial_n` is given"""
