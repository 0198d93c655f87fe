# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Callable, Iterable
from fastcore.foundation import L
from mylearner.tabular.data import TabularDataLoaders
from mylearner.transform import _Method
from pathlib import Path
import torch
import torch.utils.data
from typing import Any
from mylearner.data.block import CategoryBlock as CategoryBlock, RegressionBlock as RegressionBlock
from mylearner.data.core import FilteredBase as FilteredBase, SampleTable as SampleTable, TfmdDL as TfmdDL, show_batch as show_batch, show_results as show_results
from mylearner.data.items import attr_from as attr_from, check_splits as check_splits, take_items as take_items
from mylearner.data.show import display_here as display_here, sample_values as sample_values, show_table as show_table
from mylearner.data.transforms import Categorize as Categorize, CategoryMap as CategoryMap, EncodedMultiCategorize as EncodedMultiCategorize, MultiCategory as MultiCategory, Normalize as Normalize, RegressionSetup as RegressionSetup
from mylearner.interpret import plot_top_losses as plot_top_losses
from mylearner.keywords import suggests_names as suggests_names, users_line as users_line
from mylearner.torch_core import nearest as nearest
from mylearner.transform import InplaceTransform as InplaceTransform, Pipeline as Pipeline, Transform as Transform
__all__ = ['need_pandas', 'cont_cat_split', 'add_datepart', 'df_shrink', 'TabularPandas', 'TabularProc', 'Categorify', 'FillStrategy', 'FillMissing', 'TabDataLoader']

def need_pandas() -> Any:
    """pandas, which only tables need"""

def cont_cat_split(df, max_card: int = 20, dep_var: str | list | None = None) -> tuple:
    """The columns of `df`, sorted into continuous ones and categories

    - `df`: A data frame
    - `max_card`: Whole numbers with more different values than this are continuous
    - `dep_var`: Name of the target, or a list of them: left out
    """

def add_datepart(df, field_name: str, prefix: str | None = None, drop: bool = True, time: bool = False) -> Any:
    """Add columns with the parts of a date

    - `df`: A data frame; gets the new columns
    - `field_name`: Column of dates, or of texts that pandas reads as dates
    - `prefix`: Start of the new names; None: `field_name`, without `date` at its end
    - `drop`: Take the column itself away?
    - `time`: Hour, minute and second too?
    """

def df_shrink(df, skip: list = [], obj2cat: bool = True, int2uint: bool = False) -> Any:
    """The frame in smaller types: `float32`, the shortest integers, categories

    - `df`: A data frame, which stays as it is
    - `skip`: Columns to leave alone
    - `obj2cat`: Text to pandas' categories?
    - `int2uint`: Whole numbers without a sign where none is negative?
    """

class TabularPandas(FilteredBase, torch.utils.data.TensorDataset):
    """A table, the steps that it goes through, and the tensors that a model gets"""
    y_tfm: Any
    items: Any
    n_inp: int
    unseen: dict
    coded: bool
    procs: Pipeline
    device: str | torch.device | None
    reduce_memory: bool
    splits: L
    given: Any
    cat_names: Any
    cont_names: Any
    y_names: Any
    y_scale: Any
    learned: bool
    def __init__(self, df, procs: Iterable | None = None, cat_names: Iterable | None = None, cont_names: Iterable | None = None, y_names: str | list | None = None, y_block=None, splits: Iterable | None = None, do_setup: bool = True, device: str | torch.device | None = None, inplace: bool = False, reduce_memory: bool = True) -> None:
        """- `df`: A data frame; copied, unless `inplace`
        - `procs`: Steps: `[Categorify, FillMissing, Normalize]`, classes or objects; copies of them learn from this table
        - `cat_names`: Columns that hold categories; without `cont_names` either, `cont_cat_split` decides
        - `cont_names`: Columns that hold quantities
        - `y_names`: Target, or a list of several
        - `y_block`: `CategoryBlock`, `RegressionBlock` or `MultiCategoryBlock(encoded=True, …)`; None: by the column's type
        - `splits`: Row positions of each subset, training first; None: all rows are for training
        - `do_setup`: Let the steps learn from the training rows now?
        - `device`: Where loaders send batches; None: the accelerator, where there is one
        - `inplace`: Work on `df` itself, which changes it, instead of a copy?
        - `reduce_memory`: Keep the result in the smallest types?
        """
    def __len__(self) -> int: ...
    @property
    def cats(self) -> Any:
        """Categories, as they are by now"""
    @property
    def conts(self) -> Any:
        """Continuous columns"""
    @property
    def ys(self) -> Any:
        """Targets"""
    @property
    def y(self) -> Any:
        """The first target, a column"""
    @property
    def xs(self) -> Any:
        """All inputs: categories, then continuous columns"""
    def subset(self, i: int) -> TabularPandas:
        """Subset number `i`, with the same steps

        - `i`: 0 is training, 1 is validation
        """
    def setup(self) -> None:
        """Let the steps and the target learn from the training rows, and change all rows"""
    @property
    def tensors(self) -> Any:
        """`(categories, continuous)`, and the targets if there are any"""
    @property
    def vocab(self) -> Any:
        """The classes of the target, None for numbers"""
    @property
    def c(self) -> Any:
        """Number of outputs that the target asks for"""
    @property
    def loss_func(self) -> Any:
        """The loss that fits the target"""
    def new(self, df, inplace: bool = False, with_labels: bool | None = None) -> TabularPandas:
        """Other rows, to go through the same steps

        - `df`: A frame, a row, or a list of rows, with the original columns
        - `inplace`: Work on the frame itself?
        - `with_labels`: Take the targets too? None: if they are there and whole
        """
    def process(self) -> TabularPandas:
        """Take a new table through the steps; warn of what training never saw"""
    def decode(self) -> TabularPandas:
        """A table with the original values"""
    def show(self, max_n: int = 10, **kwargs) -> None:
        """Show the first rows as a table, with the original values

        - `max_n`: At most this many rows
        """
    def new_empty(self) -> TabularPandas:
        """The same steps without rows"""
    def from_batch(self, cats: torch.Tensor, conts: torch.Tensor, ys=None) -> TabularPandas:
        """The rows of a batch as a table

        - `cats`: `(n,n_cat)` numbers of categories
        - `conts`: `(n,n_cont)` floats
        - `ys`: Targets, or predictions of their kind
        """
    def dataloaders(self, bs: int = 64, *, device: torch.device | None = None, shuffle_train: bool | None = None, shuffle: bool = True, val_shuffle: bool = False, n: int | None = None, path: str | Path = '.', dl_type: type | None = None, dl_kwargs: list | None = None, drop_last: bool | None = None, val_bs: int | None = None) -> TabularDataLoaders:
        """A loader for each subset of the table

        - `bs`: Rows in a training batch
        - `device`: Where batches go; None: the table's `device`, or the accelerator
        - `shuffle_train`: Old name for `shuffle`
        - `shuffle`: A new order of the training items in each epoch?
        - `val_shuffle`: The same for validation
        - `n`: Items of a training epoch; None: all
        - `path`: Where models and figures of this data go
        - `dl_type`: Class of the loaders; None: the data set's own choice, `TfmdDL` at first
        - `dl_kwargs`: Further arguments, one dict per subset
        - `drop_last`: Leave out a last small training batch? None: as `shuffle` says
        - `val_bs`: Rows in a validation batch; None: `bs`
        """
    def __getattr__(self, name: str) -> Any: ...

class TabularProc(InplaceTransform):
    """A step that learns from the training rows of a table, and changes tables in place"""
    def setup(self, items=None, train_setup: bool = False) -> Any:
        """Learn from the training rows, then change all rows

        - `items`: A `TabularPandas`
        - `train_setup`: Not used: a step always learns from the training rows
        """

class Categorify(TabularProc):
    """Number the labels of each category; 0 is for missing and unknown ones"""
    order: float
    gaps: Any
    setups: _Method
    encodes: _Method
    decodes: _Method
    def __getitem__(self, k) -> Any: ...

class FillStrategy:
    """What goes into a gap: functions of a column and of the `fill_vals` given for it"""
    def median(c, fill) -> Any:
        """The middle of the values"""
    def constant(c, fill) -> Any:
        """The value given"""
    def mode(c, fill) -> Any:
        """The most frequent value"""

class FillMissing(TabularProc):
    """Fill gaps in continuous columns, and note where they were"""
    fill_strategy: Callable
    add_col: bool
    fill_vals: Any
    values: Any
    def __init__(self, fill_strategy: Callable = ..., add_col: bool = True, fill_vals=None) -> None:
        """- `fill_strategy`: `(column, value) -> value`
        - `add_col`: Add a category `…_na` for each column with gaps in training?
        - `fill_vals`: What `FillStrategy.constant` gets: a value, or a dict with one for each column; None: 0
        """
    setups: _Method
    encodes: _Method

setups = Normalize

encodes = Normalize

decodes = Normalize

class TabDataLoader(TfmdDL):
    """A loader for a table, which shows batches as rows of it"""
    def decode_batch(self, b, max_n: int = 9, full: bool = True) -> L:
        """The first rows of a batch, decoded: dicts of categories and of continuous columns, then the target

        - `b`: A batch, with or without targets
        - `max_n`: No more rows than this
        - `full`: Not used: rows are decoded all the way
        """
    def __init__(self, dataset: TabularPandas, bs: int = 16, shuffle: bool = False, after_batch: Callable | Iterable | None = None, num_workers: int = 0, *, verbose: bool = False, do_setup: bool = True, pin_memory: bool = False, timeout: float = 0, batch_size: int | None = None, drop_last: bool = False, indexed: bool | None = None, n: int | None = None, device: str | torch.device | None = None, persistent_workers: bool | None = None, pin_memory_device: str = '', wif: Callable | None = None, before_iter: Callable | None = None, after_item=None, before_batch=None, after_iter: Callable | None = None, create_batches: Callable | None = None, create_item: Callable | None = None, create_batch: Callable | None = None, retain: Callable | None = None, get_idxs: Callable | None = None, sample: Callable | None = None, shuffle_fn: Callable | None = None, do_batch: Callable | None = None, sampler: Iterable | None = None, batch_sampler: Iterable | None = None, collate_fn: Callable | None = None, generator: torch.Generator | None = None, worker_init_fn: Callable | None = None, prefetch_factor: int | None = None, prefetch: int = 0, multiprocessing_context=None, resident: bool = False) -> None:
        """- `dataset`: A `TabularPandas`
        - `bs`: Rows in a batch
        - `shuffle`: A new order in each epoch?
        - `after_batch`: Transforms for whole batches
        - `num_workers`: Worker processes: none are needed
        """
