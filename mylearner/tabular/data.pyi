# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Iterable
from pathlib import Path
import torch
from typing import Any
from mylearner.data.core import DataLoaders as DataLoaders, FilteredBase as FilteredBase
from mylearner.data.transforms import IndexSplitter as IndexSplitter, Normalize as Normalize, RandomSplitter as RandomSplitter
from mylearner.keywords import suggests_names as suggests_names, unknown_argument as unknown_argument
from mylearner.tabular.core import Categorify as Categorify, FillMissing as FillMissing, TabDataLoader as TabDataLoader, TabularPandas as TabularPandas, need_pandas as need_pandas
__all__ = ['TabularDataLoaders']

class TabularDataLoaders(DataLoaders):
    """Training and validation loaders for a table"""
    @classmethod
    def from_df(cls, df, path: str | Path = '.', procs: Iterable | None = None, cat_names: Iterable | None = None, cont_names: Iterable | None = None, y_names: str | list | None = None, y_block=None, valid_idx: Iterable | None = None, valid_pct: float = 0.2, seed: int | None = None, *, bs: int = 64, shuffle_train: bool | None = None, shuffle: bool = True, val_shuffle: bool = False, n: int | None = None, dl_type: type | None = None, dl_kwargs: list | None = None, device: str | torch.device | None = None, drop_last: bool | None = None, val_bs: int | None = None) -> DataLoaders:
        """Loaders for the rows of `df`

        - `df`: A data frame
        - `path`: Where models and figures of this data go
        - `procs`: Steps; None: `[Categorify, FillMissing, Normalize]`
        - `cat_names`: Columns that hold categories; without `cont_names` either, `cont_cat_split` decides
        - `cont_names`: Columns that hold quantities
        - `y_names`: Target, or a list of several
        - `y_block`: `CategoryBlock`, `RegressionBlock` …; None: by the column's type
        - `valid_idx`: Positions of the validation rows, or their labels as an index of pandas; None: a random share
        - `valid_pct`: That share
        - `seed`: For the same share each time
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
    @classmethod
    def from_csv(cls, csv, skipinitialspace: bool = True, *, path: str | Path = '.', procs: Iterable | None = None, cat_names: Iterable | None = None, cont_names: Iterable | None = None, y_names: str | list | None = None, y_block=None, valid_idx: Iterable | None = None, valid_pct: float = 0.2, seed: int | None = None, bs: int = 64, shuffle_train: bool | None = None, shuffle: bool = True, val_shuffle: bool = False, n: int | None = None, dl_type: type | None = None, dl_kwargs: list | None = None, device: str | torch.device | None = None, drop_last: bool | None = None, val_bs: int | None = None) -> DataLoaders:
        """Loaders for the rows of a CSV file

        - `csv`: Path, address or open file
        - `skipinitialspace`: Leave out spaces after a comma?
        - `path`: Where models and figures of this data go
        - `procs`: Steps; None: `[Categorify, FillMissing, Normalize]`
        - `cat_names`: Columns that hold categories; without `cont_names` either, `cont_cat_split` decides
        - `cont_names`: Columns that hold quantities
        - `y_names`: Target, or a list of several
        - `y_block`: `CategoryBlock`, `RegressionBlock` …; None: by the column's type
        - `valid_idx`: Positions of the validation rows, or their labels as an index of pandas; None: a random share
        - `valid_pct`: That share
        - `seed`: For the same share each time
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
    def test_dl(self, test_items, rm_type_tfms: int | None = None, with_labels: bool | None = None, process: bool = True, inplace: bool = False, **kwargs) -> Any:
        """A loader for new rows

        - `test_items`: A frame, a row, or a list of rows, with the original columns
        - `rm_type_tfms`: Not used: tables have no such transforms
        - `with_labels`: Take the target too? None: where it is there and whole
        - `process`: Take the rows through the steps? False for a `TabularPandas` that has been through them
        - `inplace`: Work on the frame itself?
        """
