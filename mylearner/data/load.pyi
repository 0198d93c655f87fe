# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from typing import Any
from mylearner.data.collate import collate_error as collate_error, fa_collate as fa_collate, fa_convert as fa_convert
from mylearner.data.epoch import to_list as to_list
from mylearner.data.loader import DataLoader as DataLoader, Epoch as Epoch, SkipItemException as SkipItemException, step_names as step_names
__all__ = ['seq_dl', 'collate_error', 'fa_collate', 'fa_convert', 'DataLoader', 'SkipItemException']

def seq_dl(dl) -> Any:
    """A loader of the same data in order, with nothing left out; `dl` itself where there is no order to change

    - `dl`: A `DataLoader`, a torch loader, or anything that gives batches
    """
