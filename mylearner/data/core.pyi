# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from fastcore.foundation import L
from pathlib import Path
import torch
import torch.utils.data
from typing import Any, Self
from mylearner.data.collate import rebuild as rebuild
from mylearner.data.items import vocab_of as vocab_of, MissingAttr as MissingAttr, attr_from as attr_from, check_splits as check_splits, overlapping as overlapping, take_item as take_item, take_items as take_items, to_idxs as to_idxs
from mylearner.data.load import check_loader as check_loader, new_dl as new_dl
from mylearner.data.loader import DataLoader as DataLoader
from mylearner.data.show import as_image as as_image, display_here as display_here, draw_images as draw_images, sample_values as sample_values, show_batch as show_batch, show_results as show_results, show_table as show_table, value_text as value_text
from mylearner.data.tensors import find_columns as find_columns
from mylearner.keywords import suggests_names as suggests_names
from mylearner.nested import array_tensor as array_tensor
from mylearner.torch_core import batch_to_samples as batch_to_samples, default_device as default_device, get_random_states as get_random_states, nearest as nearest, no_random as no_random, set_random_states as set_random_states, to_detach as to_detach, to_device as to_device
from mylearner.transform import Pipeline as Pipeline
from mylearner.typed import explode_types as explode_types, retain_types as retain_types
__all__ = ['TfmdDL', 'n_inp_of', 'n_inp_like', 'batch_parts', 'show_batch_of', 'show_results_of', 'DataLoaders', 'ArrayDataset', 'EmptyDataset', 'FilteredBase', 'TfmdLists', 'Datasets', 'decode_at', 'show_at', 'test_set', 'SampleTable', 'show_batch', 'show_results', 'get_show_batch_func', 'to_idxs', 'take_items', 'take_item', 'overlapping', 'check_splits', 'MissingAttr', 'attr_from', 'as_image', 'draw_images', 'value_text', 'display_here', 'sample_values', 'show_table']

class Datasets(FilteredBase):
    """Tuples made of each item by several pipelines side by side"""
    n_inp: Any
    tls: Any
    def __init__(self, items: Iterable | None = None, tfms: Callable | Iterable | None = None, tls: list | None = None, n_inp: int | None = None, dl_type: type | None = None, *, use_list: bool | None = None, do_setup: bool = True, split_idx: int | None = None, train_setup: bool = True, splits: Iterable | None = None, types: list | None = None, verbose: bool = False) -> None:
        """- `items`: A list, tensor, array or data frame
        - `tfms`: A list with the transforms of each place in the tuple; a single one: of the only place; None: no transforms
        - `tls`: `TfmdLists` that are ready, instead of `items` and `tfms`
        - `n_inp`: How many places are inputs; None: all but the last, which is the target
        - `dl_type`: Loader class for `dataloaders`; None means `TfmdDL`
        - `use_list`: Make a list of `items` first? None: only where they have no `[i]`
        - `do_setup`: Set the transforms up now?
        - `split_idx`: Which subset these items are
        - `train_setup`: Set up on the training subset alone?
        - `splits`: Indices of each subset; None: everything is training
        - `types`: Types along each pipeline; None: found out when needed
        - `verbose`: Print what is set up?
        """
    def __len__(self) -> int: ...
    @property
    def splits(self) -> Any:
        """Indices of each subset"""
    @property
    def split_idx(self) -> Any:
        """Which subset this is"""
    @property
    def items(self) -> Any:
        """The items before any transform"""
    @items.setter
    def items(self, value: Any) -> None: ...
    def __iter__(self) -> Any:
        """Tuples, one by one"""
    def __getitem__(self, it) -> Any:
        """The tuple at an index, or an `L` of tuples"""
    def subset(self, i: int) -> Any:
        """Subset number `i`, with the same transforms

        - `i`: 0 is training, 1 is validation
        """
    def decode(self, o, full: bool = True) -> tuple:
        """Undo each pipeline on its place in the tuple `o`

        - `o`: A tuple
        - `full`: All the way, or until it can be shown?
        """
    def show(self, o, ctx=None, **kwargs) -> Any:
        """Show each place of the tuple `o` in the same `ctx`

        - `o`: A tuple
        - `ctx`: Where to show it
        """
    def overlapping_splits(self) -> Any:
        """Indices that are in more than one subset"""
    def new_empty(self) -> Any:
        """The same without items"""
    def set_split_idx(self, i: int) -> AbstractContextManager[Self]:
        """Inside the block, transforms act as for subset `i`

        - `i`: 0: as if for training, 1: as if for validation
        """
    def weighted_dataloaders(self, wgts: Iterable, bs: int = 64, *, shuffle_train: bool | None = None, shuffle: bool = True, val_shuffle: bool = False, n: int | None = None, path: str | Path = '.', dl_type: type | None = None, dl_kwargs: list | None = None, device: str | torch.device | None = None, drop_last: bool | None = None, val_bs: int | None = None) -> Any:
        """`DataLoaders` whose training items are drawn by weight

        - `wgts`: A weight per training item, or per item before the split
        - `bs`: Rows in a batch
        - `shuffle_train`: Old name for `shuffle`
        - `shuffle`: A new order of the training items in each epoch?
        - `val_shuffle`: The same for validation
        - `n`: Items of a training epoch; None: all
        - `path`: Where models and figures of this data go
        - `dl_type`: Class of the loaders; None: the data set's own choice, `TfmdDL` at first
        - `dl_kwargs`: Further arguments, one dict per subset
        - `device`: Where batches go; None: the accelerator, where there is one
        - `drop_last`: Leave out a last small training batch? None: as `shuffle` says
        - `val_bs`: Rows in a validation batch; None: `bs`
        """
    def __getattr__(self, name: str) -> Any: ...

class FilteredBase:
    """What collections with subsets (`splits`) have in common"""
    def __init__(self, dl_type: type | None = None) -> None:
        """- `dl_type`: Loader class for `dataloaders`; None means `TfmdDL`"""
    @property
    def n_subsets(self) -> int:
        """Number of subsets"""
    def subset(self, i: int) -> Any:
        """Subset number `i`"""
    @property
    def train(self) -> Any:
        """The training subset, number 0"""
    @property
    def valid(self) -> Any:
        """The validation subset, number 1"""
    def dataloaders(self, bs: int = 64, shuffle_train: bool | None = None, shuffle: bool = True, val_shuffle: bool = False, n: int | None = None, path: str | Path = '.', dl_type: type | None = None, dl_kwargs: list | None = None, device: str | torch.device | None = None, drop_last: bool | None = None, val_bs: int | None = None, **kwargs) -> DataLoaders:
        """A loader for each subset

        - `bs`: Rows in a training batch
        - `shuffle_train`: Old name for `shuffle`
        - `shuffle`: A new order of the training items in each epoch?
        - `val_shuffle`: The same for validation
        - `n`: Items of a training epoch; None: all
        - `path`: Where models and figures of this data go
        - `dl_type`: Class of the loaders; None: the data set's own choice, `TfmdDL` at first
        - `dl_kwargs`: Further arguments, one dict per subset
        - `device`: Where batches go; None: the accelerator, where there is one
        - `drop_last`: Leave out a last small training batch? None: as `shuffle` says
        - `val_bs`: Rows in a validation batch; None: `bs`
        """
    def partial_dataloaders(self, partial_n: int, bs: int = 64, *, shuffle_train: bool | None = None, shuffle: bool = True, val_shuffle: bool = False, n: int | None = None, path: str | Path = '.', dl_type: type | None = None, dl_kwargs: list | None = None, device: str | torch.device | None = None, drop_last: bool | None = None, val_bs: int | None = None) -> Any:
        """`DataLoaders` whose training epochs are made of `partial_n` random items

        - `partial_n`: Training items in an epoch
        - `bs`: Rows in a batch
        - `shuffle_train`: Old name for `shuffle`
        - `shuffle`: A new order of the training items in each epoch?
        - `val_shuffle`: The same for validation
        - `n`: Items of a training epoch; None: all
        - `path`: Where models and figures of this data go
        - `dl_type`: Class of the loaders; None: the data set's own choice, `TfmdDL` at first
        - `dl_kwargs`: Further arguments, one dict per subset
        - `device`: Where batches go; None: the accelerator, where there is one
        - `drop_last`: Leave out a last small training batch? None: as `shuffle` says
        - `val_bs`: Rows in a validation batch; None: `bs`
        """

class TfmdLists(FilteredBase):
    """`items`, each through one pipeline of transforms when asked for"""
    tfms: Pipeline
    splits: L
    items: Any
    def __init__(self, items=None, tfms: Callable | Iterable | None = None, use_list: bool | None = None, do_setup: bool = True, split_idx: int | None = None, train_setup: bool = True, splits: Iterable | None = None, types: list | None = None, verbose: bool = False, dl_type: type | None = None, match=None) -> None:
        """- `items`: A list, tensor, array or data frame: anything with a length and `[i]`; else it is made a list
        - `tfms`: Transforms or functions, one or several, or a `Pipeline`
        - `use_list`: Make a list of `items` first? None: only where they have no `[i]`
        - `do_setup`: Set the transforms up now?
        - `split_idx`: Which subset these items are (0 training, 1 validation); transforms may act on one alone
        - `train_setup`: Set up on the training subset alone?
        - `splits`: Indices of each subset; None: everything is training
        - `types`: Type of an item before each transform and after the last; None: found out when needed
        - `verbose`: Print what is set up?
        - `dl_type`: Loader class for `dataloaders`; None means `TfmdDL`
        - `match`: One single item is repeated to the length of this
        """
    def __len__(self) -> int: ...
    def __iter__(self) -> Any:
        """Transformed items, one by one"""
    def map(self, f: Callable) -> L:
        """What `f` makes of the transformed items

        - `f`: Called with each transformed item
        """
    def __getitem__(self, idx) -> Any:
        """The transformed item at an index, or an `L` of those at a slice, a mask or several indices"""
    def subset(self, i: int) -> Any:
        """Subset number `i`, with the same transforms

        - `i`: 0 is training, 1 is validation
        """
    def setup(self, train_setup: bool = True) -> None:
        """Set up the transforms: on the training subset alone, unless `train_setup=False`"""
    @property
    def split_idx(self) -> Any:
        """Which subset this is"""
    @split_idx.setter
    def split_idx(self, value: Any) -> None: ...
    def __call__(self, o, **kwargs) -> Any:
        """`o` through the transforms"""
    def decode(self, o, full: bool = True) -> Any:
        """Undo the transforms

        - `o`: A transformed item
        - `full`: All the way, or until it can be shown?
        """
    def show(self, o, **kwargs) -> Any:
        """Decode `o` until it can be shown, and show it

        - `o`: A transformed item
        """
    def overlapping_splits(self) -> list:
        """Indices that are in more than one subset (a list, empty when all is well)"""
    @property
    def types(self) -> Any:
        """Type of an item before each transform (its `input_types`, if it says so) and after the last one; None while there was no item to look at"""
    def infer_idx(self, x) -> Any:
        """How many transforms `x` has behind it already, judged by its type

        - `x`: A new item
        """
    def infer(self, x) -> Any:
        """`x` through those transforms that it does not have behind it

        - `x`: A new item
        """
    def new_empty(self) -> Any:
        """The same without items"""
    def set_split_idx(self, i: int) -> AbstractContextManager[Self]:
        """Inside the block, transforms act as for subset `i`

        - `i`: 0: as if for training, 1: as if for validation
        """
    def __getattr__(self, name: str) -> Any: ...

def decode_at(o, idx: int) -> Any:
    """The item at `idx`, decoded

    - `o`: `TfmdLists` or `Datasets`
    - `idx`: Index
    """

def show_at(o, idx: int, **kwargs) -> Any:
    """Show the item at `idx`

    - `o`: `TfmdLists` or `Datasets`
    - `idx`: Index
    """

def test_set(dsets, test_items, rm_tfms: int | list | None = None, with_labels: bool = False) -> Any:
    """`test_items` through the validation transforms of `dsets`

    - `dsets`: `Datasets` or `TfmdLists` whose transforms are used
    - `test_items`: New items
    - `rm_tfms`: How many transforms to leave out at the start of each pipeline; None: judged by the first item's type
    - `with_labels`: Make targets too?
    """

class SampleTable:
    """Samples as a small table, in a notebook and as text"""
    cols: list
    rows: list
    def __init__(self, rows: list, cols: list) -> None:
        """- `rows`: One list of values per sample
        - `cols`: Names of the columns
        """

def get_show_batch_func(x_typ: type = ..., y_typ: type = ..., samples_typ: type = ...) -> Any:
    """The body of `show_batch` for these types

    - `x_typ`: Type of the inputs
    - `y_typ`: Type of the targets
    - `samples_typ`: Type of the list of samples
    """

class TfmdDL(DataLoader):
    """A `DataLoader` with pipelines for items and batches, which it can undo and show"""
    def __init__(self, dataset, bs: int = 64, shuffle: bool = False, num_workers: int | None = None, verbose: bool = False, do_setup: bool = True, *, pin_memory: bool = False, timeout: float = 0, batch_size: int | None = None, drop_last: bool = False, indexed: bool | None = None, n: int | None = None, device: str | torch.device | None = None, persistent_workers: bool | None = None, pin_memory_device: str = '', wif: Callable | None = None, before_iter: Callable | None = None, after_item=None, before_batch=None, after_batch=None, after_iter: Callable | None = None, create_batches: Callable | None = None, create_item: Callable | None = None, create_batch: Callable | None = None, retain: Callable | None = None, get_idxs: Callable | None = None, sample: Callable | None = None, shuffle_fn: Callable | None = None, do_batch: Callable | None = None, sampler: Iterable | None = None, batch_sampler: Iterable | None = None, collate_fn: Callable | None = None, generator: torch.Generator | None = None, worker_init_fn: Callable | None = None, prefetch_factor: int | None = None, prefetch: int = 0, multiprocessing_context=None, resident: bool = False) -> None:
        """- `dataset`: Anything that `DataLoader` takes; `Datasets` and `TfmdLists` also know how to decode and show
        - `bs`: Rows in a batch
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
    def __iter__(self) -> Any:
        """Batches; the pipelines learn which subset they work for first, and on which device"""
    def to(self, device: str | torch.device) -> TfmdDL:
        """Send batches to `device` from the next epoch on, and what the batch transforms hold at once

        - `device`: A `torch.device` or its name
        """
    def new(self, dataset=None, cls=None, **kwargs) -> TfmdDL:
        """A loader like this one, with changes

        - `dataset`: Another data set; None: the same one
        """
    @property
    def n_inp(self) -> Any:
        """How many elements of a batch are inputs; the rest are targets"""
    @n_inp.setter
    def n_inp(self, value: Any) -> None: ...
    def decode(self, b) -> Any:
        """Undo the batch transforms, on the CPU

        - `b`: A batch
        """
    def decode_batch(self, b, max_n: int = 9, full: bool = True) -> L:
        """The first items of batch `b`, decoded through all transforms

        - `b`: A batch
        - `max_n`: No more items than this
        - `full`: All the way, or until an item can be shown?
        """
    def show_batch(self, b=None, max_n: int = 9, ctxs=None, show: bool = True, unique: bool = False, **kwargs) -> Any:
        """Show items of a batch

        - `b`: A batch; None: the first of a new epoch
        - `max_n`: No more items than this
        - `ctxs`: Axes to draw in; None makes them
        - `show`: Draw, or give back inputs, targets and samples?
        - `unique`: The first item each time, to see what augmentation does to it?
        """
    def show_results(self, b, out, max_n: int = 9, ctxs=None, show: bool = True, **kwargs) -> Any:
        """Show items of batch `b` with what was predicted for them

        - `b`: A batch
        - `out`: Decoded predictions for it
        - `max_n`: No more items than this
        - `ctxs`: Axes to draw in; None makes them
        - `show`: Draw, or give back inputs, targets, samples and predictions?
        """
    def __getattr__(self, name: str) -> Any: ...

def n_inp_of(dl, b=None) -> int:
    """How many elements of a batch of `dl` are inputs

    - `dl`: Any loader
    - `b`: One of its batches, if there is one at hand
    """

def n_inp_like(dl, dls) -> int | None:
    """How many elements of a batch of `dl` are inputs to a model that is trained with `dls`

    - `dl`: A loader
    - `dls`: The `DataLoaders` that a model is trained with
    """

def batch_parts(dl, b, max_n: int) -> tuple:
    """Inputs, targets and decoded samples of batch `b`

    - `dl`: Any loader
    - `b`: One of its batches
    - `max_n`: No more samples than this
    """

def show_batch_of(dl, b, max_n: int, ctxs, show: bool, unique: bool, **kwargs) -> Any:
    """Show items of a batch of `dl`

    - `dl`: Any loader
    - `b`: A batch; None: the first of a new epoch
    - `max_n`: No more items than this
    - `ctxs`: Axes to draw in; None makes them
    - `show`: Draw, or give back inputs, targets and samples?
    - `unique`: The first item each time?
    """

def show_results_of(dl, b, out, max_n: int, ctxs, show: bool, **kwargs) -> Any:
    """Show items of batch `b` of `dl` with what was predicted for them

    - `dl`: Any loader
    - `b`: One of its batches
    - `out`: Decoded predictions for it
    - `max_n`: No more items than this
    - `ctxs`: Axes to draw in; None makes them
    - `show`: Draw, or give back inputs, targets, samples and predictions?
    """

class DataLoaders:
    """A training loader, a validation loader, perhaps more, with one path and one device"""
    n_fed: Any
    n_told: Any
    loaders: list
    path: Any
    bs: int
    batch_size: int
    n: int
    vocab: Any
    c: Any
    dataset: Any
    after_item: Any
    before_batch: Any
    after_batch: Any
    num_workers: int
    def __init__(self, *loaders, path: str | Path = '.', device: str | torch.device | None = None) -> None:
        """- `loaders`: Training first, then validation; ours, torch's, or anything that gives batches when iterated
        - `path`: Where models and figures of this data go
        - `device`: Where batches go; None leaves that to the loaders
        """
    def __len__(self) -> int: ...
    def __iter__(self) -> Any: ...
    def __getitem__(self, i) -> Any:
        """Loader number `i`: 0 training, 1 validation; or `'train'`, `'valid'`"""
    @property
    def train(self) -> Any:
        """The training loader"""
    @train.setter
    def train(self, value: Any) -> None: ...
    @property
    def valid(self) -> Any:
        """The validation loader"""
    @valid.setter
    def valid(self, value: Any) -> None: ...
    @property
    def train_ds(self) -> Any:
        """The training data set"""
    @property
    def valid_ds(self) -> Any:
        """The validation data set"""
    @property
    def device(self) -> Any:
        """Where batches go"""
    @device.setter
    def device(self, value: Any) -> None: ...
    def to(self, device: str | torch.device) -> DataLoaders:
        """Send batches to `device`, from our loaders at once; those of torch's loaders are sent by the `Learner`

        - `device`: A device or its name
        """
    def cuda(self) -> DataLoaders:
        """Use the accelerator (CUDA or what else there is; the CPU where there is none)"""
    def cpu(self) -> DataLoaders:
        """Use the CPU"""
    def one_batch(self) -> Any:
        """The first batch of a new training epoch"""
    @property
    def n_inp(self) -> Any:
        """How many elements of a batch are inputs; the rest are targets"""
    @n_inp.setter
    def n_inp(self, value: Any) -> None: ...
    def decode_batch(self, b, max_n: int = 9, full: bool = True) -> L:
        """The first items of batch `b`, decoded where the loader knows how

        - `b`: A batch
        - `max_n`: No more items than this
        - `full`: All the way, or until an item can be shown?
        """
    def show_batch(self, b=None, max_n: int = 9, ctxs=None, show: bool = True, unique: bool = False, **kwargs) -> Any:
        """Show items of a training batch

        - `b`: A batch; None: the first of a new epoch
        - `max_n`: No more items than this
        - `ctxs`: Axes to draw in; None makes them
        - `show`: Draw, or give back inputs, targets and samples?
        - `unique`: The same item each time?
        """
    def show_results(self, b, out, max_n: int = 9, ctxs=None, show: bool = True, **kwargs) -> Any:
        """Show items of batch `b` with what was predicted for them

        - `b`: A batch
        - `out`: Decoded predictions for it
        - `max_n`: No more items than this
        - `ctxs`: Axes to draw in; None makes them
        - `show`: Draw, or give back inputs, targets, samples and predictions?
        """
    def add_tfms(self, tfms: Callable | Iterable, event: str, loaders: Iterable | None = None) -> None:
        """Add transforms to our loaders

        - `tfms`: Transforms or functions
        - `event`: 'after_item', 'before_batch' or 'after_batch'
        - `loaders`: Numbers or names (`'valid'`) of the loaders that get them; None: all
        """
    @classmethod
    def from_dsets(cls, *ds, path: str | Path = '.', bs: int | tuple = 64, device: str | torch.device | None = None, dl_type: type = TfmdDL, **kwargs) -> DataLoaders:
        """One loader per data set; the first is shuffled and drops a last small batch, unless told otherwise

        - `ds`: Data sets: training first, then validation
        - `path`: Where models and figures of this data go
        - `bs`: Rows in a batch, or a tuple of them
        - `device`: Where batches go; None: the accelerator, where there is one
        - `dl_type`: Class of the loaders
        """
    @classmethod
    def from_arrays(cls, x, y=None, valid_pct: float = 0.2, splits: Iterable | None = None, valid: tuple | list | None = None, seed: int | None = None, bs: int = 64, val_bs: int | None = None, shuffle: bool = True, drop_last: bool | None = None, path: str | Path = '.', device: str | torch.device | None = None, dl_type: type = TfmdDL, **kwargs) -> DataLoaders:
        """Loaders of rows that are in memory; `float64` arrays become torch's default dtype, tensors stay as they are

        - `x`: Inputs, a row per item: tensor, array, data frame; a tuple of them is several inputs
        - `y`: Targets, the same; None: there are none
        - `valid_pct`: Share of rows for validation, drawn at random; 0: no validation loader
        - `splits`: Indices of training and validation rows, instead of a random share
        - `valid`: `(x,y)` for validation, instead of a part of these rows
        - `seed`: Seed of the random share; None: torch's generator draws one
        - `bs`: Rows in a batch
        - `val_bs`: Rows in a validation batch; None: `bs`
        - `shuffle`: A new order of the training rows in each epoch?
        - `drop_last`: Leave out a last small training batch? None: as `shuffle` says
        - `path`: Where models and figures of this data go
        - `device`: Where batches go, and where rows live if they fit (`resident=False`: not); None: the accelerator, where there is one, for batches
        - `dl_type`: Class of the loaders
        """
    def test_dl(self, test_items, rm_type_tfms: int | list | None = None, with_labels: bool = False, **kwargs) -> Any:
        """A loader for new items, with the transforms of validation

        - `test_items`: New items: raw ones for `Datasets`; else inputs, rows of an array, or a data set
        - `rm_type_tfms`: How many transforms to leave out at the start; None: judged by the items' type
        - `with_labels`: Do the items hold targets that are wanted?
        """
    def new_empty(self) -> DataLoaders:
        """The same loaders without items"""
    @classmethod
    def from_dblock(cls, dblock, source, path: str | Path = '.', bs: int = 64, val_bs: int | None = None, shuffle: bool = True, device: str | torch.device | None = None, **kwargs) -> Any:
        """Loaders that a data block makes of a source

        - `dblock`: Has `dataloaders(source, path=, bs=, val_bs=, shuffle=, device=, …)`
        - `source`: What it makes loaders of
        - `path`: Where models and figures of this data go
        - `bs`: Rows in a batch
        - `val_bs`: Rows in a validation batch; None: as `bs`
        - `shuffle`: Shuffle the training data?
        - `device`: Where batches go
        """

class ArrayDataset(torch.utils.data.TensorDataset):
    """Tensors row by row: inputs first, then targets"""
    n_inp: int
    c: int | None
    def __init__(self, *tensors, n_inp: int = 1, c: int | None = None, columns: tuple = ()) -> None:
        """- `tensors`: Equally long tensors
        - `n_inp`: How many of them are inputs
        - `c`: Number of outputs that the targets ask for
        - `columns`: For each tensor the names of its columns, None where they have none
        """
    columns: tuple

class EmptyDataset(torch.utils.data.Dataset):
    """Stands for a data set that was left behind"""
    n_inp: Any
    def __init__(self, like=None) -> None:
        """- `like`: The data set; what is known of it as `n_inp`, `vocab` and `c` is kept"""
    item_form: tuple
    def __len__(self) -> int: ...
    def __getitem__(self, i) -> Any: ...
