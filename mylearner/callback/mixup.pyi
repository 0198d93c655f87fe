# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
import torch
from typing import Any
from mylearner.batch import ModelLoss as ModelLoss
from mylearner.callback.core import Callback as Callback
from mylearner.keywords import suggests_names as suggests_names
from mylearner.layers import NoneReduce as NoneReduce
from mylearner.losses import mean_over as mean_over
from mylearner.torch_core import nested_reorder as nested_reorder
__all__ = ['reduce_loss', 'MixHandler', 'MixUp', 'CutMix']

def reduce_loss(loss: torch.Tensor, reduction: str = 'mean') -> torch.Tensor:
    """Make one loss of several, or leave them

    - `loss`: One value per row
    - `reduction`: 'mean', 'sum' or 'none'
    """

class MixHandler(Callback):
    """Base of callbacks that mix rows; a second one takes the place of the first"""
    stack_y: Any
    alpha: float
    run_valid: bool
    unique: bool
    old_lf: Any
    lam: Any
    yb1: Any
    graph_inputs: tuple
    def __init__(self, alpha: float = 0.5) -> None:
        """- `alpha`: Both parameters of the Beta distribution of weights: near 0 hardly mixed, 1 anything, large: half and half"""
    @property
    def distrib(self) -> Any:
        """The distribution that weights are drawn from"""
    def lf(self, pred, *yb) -> Any:
        """The loss function while training"""
    def before_train(self) -> None:
        """Put the stand-in in the loss function's place"""
    def after_train(self) -> None:
        """Put the loss function back"""
    def after_cancel_train(self) -> None:
        """Put the loss function back"""
    def after_cancel_fit(self) -> None:
        """Put the loss function back"""
    def after_fit(self) -> None:
        """Put the loss function back, whatever happened"""
    def after_batch(self) -> None:
        """The targets as they were, before the `Recorder` (50) hands them to metrics"""

class MixUp(MixHandler):
    """Blend pairs of rows"""
    lam: Any
    def __init__(self, alpha: float = 0.4) -> None:
        """- `alpha`: As for `MixHandler`"""
    def before_batch(self) -> None:
        """Blend the batch with itself in another order"""

class CutMix(MixHandler):
    """Paste a box from another image of the batch"""
    lam: Any
    def __init__(self, alpha: float = 1.0) -> None:
        """- `alpha`: As for `MixHandler`, for the share of the image that is kept"""
    def rand_bbox(self, W: int, H: int, lam: torch.Tensor) -> tuple:
        """A random box with a share `1-lam` of the image, cut off at the edges

        - `W`: Width of the image
        - `H`: Height of the image
        - `lam`: Share of the image to keep, one number in [0,1]
        """
    def before_batch(self) -> None:
        """Paste the box, and weigh by what it covers"""
