# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
import torch
from typing import Any
from mylearner.callback.core import Callback as Callback, CancelBatchException as CancelBatchException
from mylearner.metric import batch_count as batch_count
from mylearner.nonfinite import first_nonfinite as first_nonfinite
from mylearner.torch_core import apply as apply, to_float as to_float, device_of as device_of, get_model as get_model, num_distrib as num_distrib
__all__ = ['NonFiniteError', 'send_loss', 'read_loss', 'tensors_in', 'why_not_finite', 'all_ignored', 'NonFiniteGuard', 'as_before_batch', 'see_norm']

class NonFiniteError(FloatingPointError):
    """A loss or a gradient is NaN or infinite: the step was not made"""
    epoch: Any
    batch: Any
    lr: Any
    rows: Any
    found: Any
    checkpoint: Any

def send_loss(learn) -> None:
    """Start copying the loss from the GPU, once, for `read_loss`

    - `learn`: The learner, before the backward pass
    """

def read_loss(learn) -> float | None:
    """What gradients are taken of, as a number

    - `learn`: The learner, before the step
    """

def tensors_in(b) -> list:
    """All tensors in a batch

    - `b`: Nested in any way
    """

def why_not_finite(learn) -> str:
    """Where NaN or infinite values come from: weights, inputs, targets, predictions

    - `learn`: The learner, with a batch in hand
    """

def all_ignored(learn) -> bool:
    """Does the loss function ignore all targets of this batch?

    - `learn`: The learner, with a batch in hand
    """

class NonFiniteGuard(Callback):
    """Raise `NonFiniteError` before a step that would ruin the weights"""
    check_grads: bool
    order: float
    unique: bool
    run_valid: bool
    purposes: tuple
    graph_late: bool
    by_graph: bool
    def __init__(self, check_grads: bool = False) -> None:
        """- `check_grads`: Look at all gradients too, before each step? (on a GPU this waits for the backward pass)"""
    def wants(self, ev: str, training: bool, purpose: str) -> Any:
        """Only what there is to do: copies of buffers, if the model has any; sending, if it is on a GPU"""
    def before_train(self) -> None:
        """See what there is to do for each batch"""
    def before_batch(self) -> None:
        """Copy the buffers"""
    def before_backward(self) -> None:
        """Start copying the loss"""
    def after_cancel_backward(self) -> None:
        """The learner takes no gradients of this loss; the callback that said so may"""
    def before_step(self) -> None:
        """Read the loss, and raise unless it is finite"""
    def after_step(self) -> None:
        """Take the flag from the optimizer"""
    def after_train(self) -> None:
        """Read what is left"""
    def after_fit(self) -> None:
        """Leave nothing behind"""
    def after_epoch(self) -> None:
        """Raise if a step of this epoch has ruined the weights"""

def as_before_batch(learn) -> None:
    """Undo what the forward pass of this batch has done to the model's buffers, if there is a guard

    - `learn`: The learner, before the step
    """

def see_norm(learn, norm: torch.Tensor) -> None:
    """Let the guard, if there is one, raise if the norm of the gradients is not finite

    - `learn`: The learner, before the step
    - `norm`: The norm of all gradients
    """
