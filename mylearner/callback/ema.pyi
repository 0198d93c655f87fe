# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from contextlib import AbstractContextManager
from typing import Any
from mylearner.callback.core import Callback as Callback
from mylearner.data.load import seq_dl as seq_dl
from mylearner.keywords import suggests_names as suggests_names
from mylearner.learner import Learner as Learner, Recorder as Recorder
from mylearner.snapshot import keep_places as keep_places
from mylearner.torch_core import get_model as get_model
__all__ = ['WeightAverage', 'EMA', 'SWA']

class WeightAverage(Callback):
    """Base of callbacks that keep an average of the weights"""
    columns: list
    validate: bool
    update_bn: bool
    use_buffers: bool
    norms: Any
    buffers: Any
    measured: Any
    moving: Any
    averages: dict
    count: Any
    order: float
    purposes: tuple
    state_names: tuple
    def __init__(self, validate: bool = True, update_bn: bool = False, use_buffers: bool = False) -> None:
        """- `validate`: Validate the averages too, in columns of their own?
        - `update_bn`: Measure batch norm's statistics anew for the averages, in a pass over the training set?
        - `use_buffers`: Average floating point buffers too?
        """
    def reset(self) -> None:
        """Forget the average: the next update begins a new one"""
    def before_train(self) -> None:
        """Prepare; layers that find their shape at the first batch are looked up after it"""
    def state_dict(self) -> dict:
        """Averages and count"""
    def load_state_dict(self, sd: dict) -> None:
        """Take over averages and count

        - `sd`: From `state_dict`
        """
    def averaged(self) -> AbstractContextManager[Any]:
        """The averages in the model, for the length of a block"""
    def before_fit(self) -> None:
        """Go on with the average, unless the weights were replaced since; add the columns"""
    def after_validate(self) -> None:
        """Validate the averages"""
    def after_fit(self) -> None:
        """Note what the weights are like"""

class EMA(WeightAverage):
    """Average the weights over the last steps"""
    decay: float
    warmup: bool
    count: Any
    unique: bool
    graph_safe: bool
    def __init__(self, decay: float = 0.999, *, warmup: bool = True, validate: bool = True, use_buffers: bool = False) -> None:
        """- `decay`: Weight of the old average in each step, at least 0 and below 1
        - `warmup`: Average the first `1/(1-decay)` steps evenly? False: begin with the weights after the first step
        - `validate`: Validate the averages too, in columns of their own?
        - `use_buffers`: Average floating point buffers (batch norm's statistics) too? False: they are the model's
        """
    def after_cancel_step(self) -> None:
        """There was no step"""
    def after_step(self) -> None:
        """Average"""
    def after_train(self) -> None:
        """Count"""

class SWA(WeightAverage):
    """Average the weights at the ends of epochs"""
    start: int | float
    count: Any
    unique: bool
    graph_safe: bool
    def __init__(self, start: int | float = 0.75, *, update_bn: bool = True, validate: bool = True, use_buffers: bool = False) -> None:
        """- `start`: First epoch to average: its number, or below 1 the share of epochs before it
        - `update_bn`: Measure batch norm's statistics anew for the averages, in a pass over the training set?
        - `validate`: Validate the averages too, in columns of their own?
        - `use_buffers`: Average floating point buffers too? (Not together with `update_bn`)
        """
    def after_train(self) -> None:
        """Average, if it is time"""
