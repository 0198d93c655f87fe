# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from typing import Any
from mylearner.data.collate import collate_error as collate_error, fa_collate as fa_collate, fa_convert as fa_convert
from mylearner.data.epoch import to_list as to_list
from mylearner.data.loader import DataLoader as DataLoader, Epoch as Epoch, SkipItemException as SkipItemException, step_names as step_names
from mylearner.data.tensors import as_dataset as as_dataset
from mylearner.keywords import unknown_argument as unknown_argument
from mylearner.torch_core import get_random_states as get_random_states, num_distrib as num_distrib, set_random_states as set_random_states
__all__ = ['new_dl', 'undistributed', 'seq_dl', 'check_loader', 'given_rows', 'collate_error', 'fa_collate', 'fa_convert', 'DataLoader', 'SkipItemException']

def new_dl(dl, dataset=None, **kwargs) -> Any:
    """A loader like `dl`, with changes

    - `dl`: A `DataLoader`, or torch's
    - `dataset`: Another data set; `None`: the same one
    """

def undistributed(dl) -> Any:
    """A loader like `dl` with the rows of all processes

    - `dl`: A loader, ours or torch's
    """

def seq_dl(dl, rows=None) -> Any:
    """A loader of the rows that `dl` gives, in order, with nothing left out; `dl` itself where there is no order to change

    - `dl`: A `DataLoader`, a torch loader, or anything that gives batches
    - `rows`: Give these rows instead, in one batch
    """

def check_loader(dl, what: str = '`dl`') -> Any:
    """Raise unless `dl` gives batches

    - `dl`: What somebody passed in the place of a loader
    - `what`: Its name for the error
    """

def given_rows(dl) -> list | None:
    """Row numbers in the data set of what `dl` gave or gives

    - `dl`: A loader, after a pass over it; or one from `seq_dl`
    """
