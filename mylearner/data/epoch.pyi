# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
import torch
from typing import Any
from mylearner.data.collate import pinned as pinned
from mylearner.data.loader import DataLoader as DataLoader, Epoch as Epoch, item_said as item_said, step_names as step_names
from mylearner.data.tensors import CopyStream as CopyStream, RowStream as RowStream, ahead as ahead, find_columns as find_columns, fits_on as fits_on, made_of as made_of, same_parts as same_parts
from mylearner.data.workers import BatchMaker as BatchMaker, BatchStream as BatchStream, Workers as Workers, same_settings as same_settings, unlike as unlike
from mylearner.torch_core import to_device as to_device
__all__ = ['draw_seed', 'to_list']

def draw_seed(generator: torch.Generator | None = None) -> int:
    """A seed from `generator`, the way torch's loader draws it

    - `generator`: `None`: torch's global one
    """

def to_list(idxs) -> Any:
    """The indices `idxs` as a list of numbers

    - `idxs`: A tensor, range, tuple or list; a single index stays as it is
    """
