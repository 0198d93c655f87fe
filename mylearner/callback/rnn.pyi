# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from typing import Any
from mylearner.callback.core import Callback as Callback
__all__ = ['ModelResetter', 'RNNCallback', 'RNNRegularizer', 'rnn_cbs']

class ModelResetter(Callback):
    """Call the model's `reset` wherever its hidden state must not carry over"""
    def before_train(self) -> None:
        """Reset"""
    def before_validate(self) -> None:
        """Reset"""
    def after_fit(self) -> None:
        """Reset, so that no graph or batch is kept"""

class RNNCallback(Callback):
    """Take the predictions out of the model's outputs, keep the others in `raw_out` and `out`"""
    raw_out: Any
    out: Any
    graph_safe: bool
    def after_pred(self) -> None:
        """Take the output apart"""
    def after_fit(self) -> None:
        """Let go of the last batch's outputs"""

class RNNRegularizer(Callback):
    """Penalties on the size of activations and on their change over time"""
    alpha: float
    beta: float
    order: float
    run_valid: bool
    graph_safe: bool
    def __init__(self, alpha: float = 0.0, beta: float = 0.0) -> None:
        """- `alpha`: Weight of the size of outputs after dropout
        - `beta`: Weight of the change from one time step (axis 1) to the next, before dropout
        """
    def before_fit(self) -> None:
        """Find the callback that keeps the outputs"""
    def after_loss(self) -> None:
        """Add the penalties"""

def rnn_cbs(alpha: float = 0.0, beta: float = 0.0) -> list:
    """The callbacks that a recurrent model needs; with the regulariser if one of the weights is not 0

    - `alpha`: As for `RNNRegularizer`
    - `beta`: As for `RNNRegularizer`
    """
