# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from enum import Enum
import torch
from typing import Any
from mylearner.callback.core import Callback as Callback, CancelStepException as CancelStepException
from mylearner.keywords import suggests_names as suggests_names, users_line as users_line
from mylearner.learner import Learner as Learner
from mylearner.optimizer import Optimizer as Optimizer
from mylearner.torch_core import apply as apply, device_of as device_of, nearest as nearest, to_half as to_half
__all__ = ['AMPMode', 'MixedPrecision', 'get_master', 'to_master_grads', 'to_model_params', 'test_overflow', 'grad_overflow', 'copy_clone', 'ModelToHalf', 'NonNativeMixedPrecision']

class AMPMode(str, Enum):
    """The two kinds of 16-bit numbers"""
    FP16 = 'fp16'
    BF16 = 'bf16'

class MixedPrecision(Callback):
    """Compute in 16 bits, keep weights in 32; `fp16` also scales gradients"""
    skipped: bool
    n_skipped: Any
    scaler: Any
    scaler_state: Any
    amp_mode: Any
    device: str | None
    order: float
    unique: bool
    state_names: tuple
    def __init__(self, amp_mode: str | AMPMode = ..., *, device: str | None = None, init_scale: float = 65536.0, growth_factor: float = 2.0, backoff_factor: float = 0.5, growth_interval: int = 2000, enabled: bool = True) -> None:
        """- `amp_mode`: 'fp16' or 'bf16'
        - `device`: Kind of device ('cuda', 'cpu', …); None: the model's
        - `init_scale`: First factor on the loss
        - `growth_factor`: Factor on the scale after `growth_interval` good steps
        - `backoff_factor`: Factor on the scale after an overflow
        - `growth_interval`: Good steps between two attempts at a larger scale
        - `enabled`: Scale gradients? (`fp16` only)
        """
    @property
    def dtype(self) -> torch.dtype:
        """The kind of numbers that `amp_mode` stands for"""
    @property
    def graph_safe(self) -> bool | tuple:
        """Events that may be recorded in a graph: with `fp16` not those around a step, which read whether a gradient overflowed"""
    def before_fit(self) -> None:
        """Find the model's device, make the scaler"""
    def before_batch(self) -> None:
        """Autocast on"""
    def after_loss(self) -> None:
        """Autocast off"""
    def after_fit(self) -> None:
        """Leave everything"""
    def after_pred(self) -> None:
        """Predictions to 32 bits"""
    def before_backward(self) -> None:
        """Scale the loss that gradients are taken of"""
    @property
    def param_groups(self) -> Any:
        """The optimizer's groups, for the scaler"""
    @property
    def skips_overflow(self) -> bool:
        """Are gradients scaled, and steps with infinite ones skipped?"""
    def step(self, *args, **kwargs) -> None:
        """Called by the scaler where nothing overflowed: the learner makes the step itself"""
    def before_step(self) -> None:
        """Divide the gradients by the scale; skip the step if one of them is not finite"""
    def after_step(self) -> None:
        """Adapt the scale"""
    def after_batch(self) -> None:
        """Whatever cancelled the batch, nothing stays open"""

def get_master(opt: Optimizer, flat_master: bool = False) -> list:
    """32-bit copies of the parameters that train

    - `opt`: The optimizer
    - `flat_master`: One long tensor for each group?
    """

def to_master_grads(model_pgs: list, master_pgs: list, flat_master: bool = False) -> None:
    """Copy gradients to the master copies; a parameter without one has none there (zeros in a long copy)

    - `model_pgs`: The model's parameters, by groups
    - `master_pgs`: The copies, by groups
    - `flat_master`: One long copy for each group?
    """

def to_model_params(model_pgs: list, master_pgs: list, flat_master: bool = False) -> None:
    """Copy the master copies' values to the model's parameters

    - `model_pgs`: The model's parameters, by groups
    - `master_pgs`: The copies, by groups
    - `flat_master`: One long copy for each group?
    """

def test_overflow(x: torch.Tensor) -> bool:
    """Does `x` hold infinite values or NaN?

    - `x`: Of any type
    """

def grad_overflow(pgs: list) -> bool:
    """Does a gradient hold infinite values or NaN?

    - `pgs`: Parameters, by groups
    """

def copy_clone(d: dict) -> dict:
    """A copy of `d`, its tensors cloned, floating point ones as 32-bit

    - `d`: For instance an optimizer's state of one parameter
    """

class ModelToHalf(Callback):
    """Run the model in `float16`, all but batch norm"""
    order: float
    unique: bool
    def before_fit(self) -> None:
        """Convert to half"""
    def after_fit(self) -> None:
        """Convert back"""

class NonNativeMixedPrecision(Callback):
    """Scaled losses and 32-bit master copies for a model in `float16`"""
    model_pgs: Any
    master_pgs: Any
    loss_scale: Any
    count: Any
    div_factor: float
    scale_wait: int
    clip: float | None
    flat_master: bool
    dynamic: bool
    max_loss_scale: float
    order: float
    unique: bool
    state_names: tuple
    def __init__(self, loss_scale: int = 512, flat_master: bool = False, dynamic: bool = True, max_loss_scale: float = 16777216.0, div_factor: float = 2.0, scale_wait: int = 500, clip: float | None = None) -> None:
        """- `loss_scale`: Factor on the loss, if not `dynamic`
        - `flat_master`: One long copy for each group?
        - `dynamic`: Begin with `max_loss_scale` and adapt?
        - `max_loss_scale`: Largest scale
        - `div_factor`: What the scale is divided by after an overflow
        - `scale_wait`: Good steps between two attempts at a larger scale
        - `clip`: Longest gradient of each group; None: any
        """
    def before_fit(self) -> None:
        """Make the 32-bit copies"""
    def state_dict(self) -> dict:
        """The scale, and the 32-bit copies"""
    def load_state_dict(self, sd: dict) -> None:
        """Go on with another's scale and copies

        - `sd`: From `state_dict`
        """
    def before_batch(self) -> None:
        """Inputs to half"""
    def after_pred(self) -> None:
        """Outputs to 32 bits"""
    def before_backward(self) -> None:
        """Multiply the loss by the scale"""
    def after_batch(self) -> None:
        """The model's own weights again"""
    @property
    def skips_overflow(self) -> bool:
        """Are steps with infinite gradients skipped?"""
    def before_step(self) -> None:
        """Overflow? Skip the step and lower the scale. Else give the optimizer 32-bit values and gradients"""
    def after_step(self) -> None:
        """The model's parameters back to half, with their new values"""
    def after_fit(self) -> None:
        """The trained 32-bit values to the model"""
