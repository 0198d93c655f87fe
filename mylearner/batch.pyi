# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Callable, Iterable
import torch
import torch.nn
from typing import Any
from mylearner.torch_core import device_of as device_of, get_model as get_model, to_device as to_device
__all__ = ['target_names', 'Feed', 'takes_names', 'ModelLoss', 'computes_loss']

target_names: tuple

class Feed:
    """Takes the batches of one pass to a model"""
    far: Any
    device: torch.device | None
    n_inp: int | None
    target_names: tuple
    named: bool
    learnt: bool
    own_loss: Any
    sent: Any
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
    def call(self, model: torch.nn.Module, xb: tuple, yb: tuple = ()) -> Any:
        """Call `model` with the inputs

        - `xb`: Inputs, as `split` gave them
        - `yb`: Targets: `labels` of a model that computes its loss itself
        """
    def first_look(self, pred: torch.Tensor, yb: tuple, loss_func: Callable) -> None:
        """Refuse as many predictions as targets in another shape, where the loss is torch's and would spread them

        - `pred`: The model's output for the first batch of a fit
        - `yb`: Its targets
        - `loss_func`: That will compare them
        """
    def prediction(self, out) -> Any:
        """The prediction in the model's output

        - `out`: What the model gave
        """

def takes_names(model: torch.nn.Module, names: Iterable) -> bool:
    """Can `model` be called with keyword arguments `names`?

    - `names`: Keys of a dict
    """

class ModelLoss:
    """The loss that the model computes itself, from `labels`"""
    def take(self, out) -> None:
        """Keep the loss in `out` until it is asked for

        - `out`: What the model gave
        """
    def __call__(self, pred, *yb) -> Any: ...
    def mean_over(self, pred, *yb) -> Any:
        """Labels that count: such models ignore -100"""

def computes_loss(model: torch.nn.Module) -> bool:
    """Does `forward` take `labels`?"""
