# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
import torch
import torch.nn
from typing import Any
from mylearner.torch_core import device_of as device_of, get_model as get_model, to_device as to_device
__all__ = ['target_names', 'Feed', 'takes_names']

target_names: tuple

class Feed:
    """Takes the batches of one pass to a model"""
    far: Any
    device: torch.device | None
    n_inp: int | None
    target_names: tuple
    named: bool
    learnt: bool
    def __init__(self, model: torch.nn.Module, n_inp: int | None = None, target_names: tuple = ('labels', 'label', 'targets', 'target', 'y')) -> None:
        """- `model`: Batches go to its device
        - `n_inp`: Inputs in a tuple; None: all elements but the last
        - `target_names`: Keys, or fields, that may hold the target
        """
    def split(self, b) -> tuple:
        """Inputs and targets

        - `b`: A batch, as the loader gave it
        """
    def move(self, b) -> Any:
        """The batch on the model's device

        - `b`: A batch, nested in any way
        """
    def by_name(self, model: torch.nn.Module, xb: tuple) -> bool:
        """Do the inputs go to `model` as keyword arguments?

        - `xb`: Inputs, as `split` gave them
        """
    def call(self, model: torch.nn.Module, xb: tuple) -> Any:
        """Call `model` with the inputs

        - `xb`: Inputs, as `split` gave them
        """

def takes_names(model: torch.nn.Module, names) -> bool:
    """Can `model` be called with keyword arguments `names`?

    - `names`: Keys of a dict
    """
