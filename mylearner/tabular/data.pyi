# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from typing import Any
from mylearner.data.core import DataLoaders as DataLoaders, FilteredBase as FilteredBase
from mylearner.data.transforms import IndexSplitter as IndexSplitter, Normalize as Normalize, RandomSplitter as RandomSplitter
from mylearner.tabular.core import Categorify as Categorify, FillMissing as FillMissing, TabDataLoader as TabDataLoader, TabularPandas as TabularPandas, need_pandas as need_pandas
from mylearner.torch_core import nearest as nearest
__all__ = ['TabularDataLoaders']

class TabularDataLoaders(DataLoaders):
    """Training and validation loaders for a table"""
    from_df: Any
    from_csv: Any
    def test_dl(self, test_items, rm_type_tfms: int | None = None, with_labels: bool | None = None, process: bool = True, inplace: bool = False, **kwargs) -> Any:
        """A loader for new rows

        - `test_items`: A frame, a row, or a list of rows, with the original columns
        - `rm_type_tfms`: Not used: tables have no such transforms
        - `with_labels`: Take the target too? None: where it is there and whole
        - `process`: Take the rows through the steps? False for a `TabularPandas` that has been through them
        - `inplace`: Work on the frame itself?
        """
