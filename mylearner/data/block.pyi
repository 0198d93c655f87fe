# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Callable, Iterable
from pathlib import Path
import torch
from typing import Any
from mylearner.data.core import DataLoaders as DataLoaders, Datasets as Datasets, FilteredBase as FilteredBase, TfmdDL as TfmdDL
from mylearner.data.items import take_item as take_item
from mylearner.data.transforms import Categorize as Categorize, EncodedMultiCategorize as EncodedMultiCategorize, ItemGetter as ItemGetter, MultiCategorize as MultiCategorize, OneHotEncode as OneHotEncode, RandomSplitter as RandomSplitter, RegressionSetup as RegressionSetup, ToTensor as ToTensor
from mylearner.keywords import suggests_names as suggests_names
from mylearner.torch_core import shapes as shapes, to_device as to_device
from mylearner.transform import Pipeline as Pipeline, Transform as Transform, mk_transform as mk_transform
__all__ = ['TransformBlock', 'CategoryBlock', 'MultiCategoryBlock', 'RegressionBlock', 'DataBlock']

class TransformBlock:
    """What one kind of input or target needs"""
    dl_type: type | None
    dls_kwargs: Any
    type_tfms: Any
    item_tfms: Any
    batch_tfms: Any
    def __init__(self, type_tfms: Callable | Iterable | None = None, item_tfms: Callable | Iterable | None = None, batch_tfms: Callable | Iterable | None = None, dl_type: type | None = None, dls_kwargs: dict | None = None) -> None:
        """- `type_tfms`: Make it of what the item gives: one transform or function, or several
        - `item_tfms`: Before items are joined, for all parts of an item; `ToTensor` is added
        - `batch_tfms`: For whole batches
        - `dl_type`: Class of the loader; None: `TfmdDL`
        - `dls_kwargs`: Arguments for the loaders
        """

def CategoryBlock(vocab: Iterable | None = None, sort: bool = True, add_na: bool = False) -> TransformBlock:
    """One label out of several

    - `vocab`: The labels; None: all that occur among the training items
    - `sort`: In order? Otherwise as given, or as they appear first
    - `add_na`: Keep number 0 for missing and unknown labels?
    """

def MultiCategoryBlock(encoded: bool = False, vocab: Iterable | None = None, add_na: bool = False) -> TransformBlock:
    """Any number of labels

    - `encoded`: Do the labels come as zeros and ones, one per entry of `vocab`?
    - `vocab`: The labels; None: all that occur among the training items
    - `add_na`: Keep number 0 for missing and unknown labels?
    """

def RegressionBlock(n_out: int | None = None) -> TransformBlock:
    """One number, or several

    - `n_out`: Numbers per item; None: counted on the first one
    """

class DataBlock:
    """How to make `Datasets` and `DataLoaders` of a source"""
    item_tfms: Any
    batch_tfms: Any
    getters: Any
    n_inp: Any
    dls_kwargs: dict
    get_items: Any
    splitter: Any
    get_y: Any
    get_x: Any
    blocks: tuple
    dl_type: Callable[..., Any]
    def __init__(self, blocks: Iterable | None = None, dl_type: type | None = None, getters: Iterable | None = None, n_inp: int | None = None, item_tfms: Callable | Iterable | None = None, batch_tfms: Callable | Iterable | None = None, *, get_items: Callable | None = None, splitter: Callable | None = None, get_y: Callable | list | None = None, get_x: Callable | list | None = None) -> None:
        """- `blocks`: A block per place, inputs first; None: two of plain `TransformBlock`
        - `dl_type`: Class of the loaders; None: what a block asks for, or `TfmdDL`
        - `getters`: What each place takes of an item, instead of `get_x` and `get_y`
        - `n_inp`: How many places are inputs; None: all but the last
        - `item_tfms`: Before items are joined
        - `batch_tfms`: For whole batches, on the device
        - `get_items`: `get_items(source)` gives the items; None: the source is a list of them
        - `splitter`: `splitter(items)` gives the indices of each subset; None: `RandomSplitter()`
        - `get_y`: `get_y(item)` gives the target's raw form, or a list of functions, one per target
        - `get_x`: `get_x(item)` gives the input's raw form, or a list of functions, one per input
        """
    def datasets(self, source, verbose: bool = False) -> Datasets:
        """The items of `source` as `Datasets`

        - `source`: What `get_items` takes: a folder, a table, a list …
        - `verbose`: Print what is set up?
        """
    def dataloaders(self, source, path: str | Path = '.', verbose: bool = False, *, bs: int = 64, shuffle_train: bool | None = None, shuffle: bool = True, val_shuffle: bool = False, n: int | None = None, dl_type: type | None = None, dl_kwargs: list | None = None, device: str | torch.device | None = None, drop_last: bool | None = None, val_bs: int | None = None) -> DataLoaders:
        """Loaders for the subsets of `source`

        - `source`: What `get_items` takes
        - `path`: Where models and figures of this data go
        - `verbose`: Print what is set up?
        - `bs`: Rows in a training batch
        - `shuffle_train`: Old name for `shuffle`
        - `shuffle`: A new order of the training items in each epoch?
        - `val_shuffle`: The same for validation
        - `n`: Items of a training epoch; None: all
        - `dl_type`: Class of the loaders; None: the data set's own choice, `TfmdDL` at first
        - `dl_kwargs`: Further arguments, one dict per subset
        - `device`: Where batches go; None: the accelerator, where there is one
        - `drop_last`: Leave out a last small training batch? None: as `shuffle` says
        - `val_bs`: Rows in a validation batch; None: `bs`
        """
    def loader_args(self, **kwargs) -> dict:
        """Arguments that this recipe's loaders are made with"""
    def new(self, item_tfms: Callable | Iterable | None = None, batch_tfms: Callable | Iterable | None = None) -> DataBlock:
        """This recipe with other transforms

        - `item_tfms`: Beside those of the blocks, instead of those given before
        - `batch_tfms`: The same for batches
        """
    @classmethod
    def from_columns(cls, blocks: Iterable | None = None, getters: Iterable | None = None, get_items: Callable | None = None, *, dl_type: type | None = None, n_inp: int | None = None, item_tfms: Callable | Iterable | None = None, batch_tfms: Callable | Iterable | None = None, splitter: Callable | None = None, get_y: Callable | list | None = None, get_x: Callable | list | None = None) -> DataBlock:
        """A recipe for sources that are columns side by side

        - `blocks`: As in `DataBlock`
        - `getters`: What each place takes of a row; None: its column
        - `get_items`: `get_items(source)` gives the columns; None: the source is a list of them
        - `dl_type`: Class of the loaders; None: what a block asks for, or `TfmdDL`
        - `n_inp`: How many places are inputs; None: all but the last
        - `item_tfms`: Before items are joined
        - `batch_tfms`: For whole batches, on the device
        - `splitter`: `splitter(items)` gives the indices of each subset; None: `RandomSplitter()`
        - `get_y`: `get_y(item)` gives the target's raw form, or a list of functions, one per target
        - `get_x`: `get_x(item)` gives the input's raw form, or a list of functions, one per input
        """
    def summary(self, source, bs: int = 4, show_batch: bool = False, **kwargs) -> None:
        """Print each step from `source` to the first batch

        - `source`: What `get_items` takes
        - `bs`: Rows in the batch
        - `show_batch`: Draw the batch at the end?
        """
    def weighted_dataloaders(self, source, wgts: Iterable, bs: int = 64, verbose: bool = False, *, shuffle_train: bool | None = None, shuffle: bool = True, val_shuffle: bool = False, n: int | None = None, path: str | Path = '.', dl_type: type | None = None, dl_kwargs: list | None = None, device: str | torch.device | None = None, drop_last: bool | None = None, val_bs: int | None = None) -> Any:
        """`DataLoaders` of `source` whose training items are drawn by weight

        - `source`: As for `DataBlock.dataloaders`
        - `wgts`: A weight per item, or per training item
        - `bs`: Rows in a batch
        - `verbose`: Print what is set up?
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
