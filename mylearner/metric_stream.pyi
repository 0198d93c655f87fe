# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Callable, Iterable
import torch
from typing import Any
from mylearner.callback.core import snake_name as snake_name
from mylearner.keywords import users_line as users_line
from mylearner.learner import Metric as Metric
from mylearner.metric import inner_func as inner_func
from mylearner.metrics import ActivationType as ActivationType, AccumMetric as AccumMetric
from mylearner.nested import array_tensor as array_tensor
from mylearner.torch_core import nearest as nearest
__all__ = ['Note', 'StreamedMetric', 'one_target', 'exact', 'row_weights', 'ActivationType', 'check_kwargs', 'AccumMetric', 'shape_error', 'as_number']

class Note:
    """What one batch adds to a metric, and what the metrics that share it made of it"""
    def __init__(self, idx: torch.Tensor, probe: torch.Tensor | None, nc: int | None, rows: int) -> None:
        """- `idx`: What there is to add: a tensor
        - `probe`: A tensor that is NaN where a prediction was, or None
        - `nc`: Columns of the predictions; None where they do not matter
        - `rows`: Rows in the batch
        """
    idx: torch.Tensor
    joined: Any
    nc: int | None
    probe: torch.Tensor | None
    rows: int
    size: Any
    w: Any

class StreamedMetric(Metric):
    """Notes of batches, added up many at a time: subclasses define `_note`, `_join`, `_plus` and `value`"""
    dim_argmax: Any
    activation: Any
    thresh: Any
    sums: tuple
    sample_weight: Any
    def reset(self) -> None: ...
    def accumulate(self, learn) -> None: ...
    @property
    def counts(self) -> Any:
        """The sums so far, on the device (None before the first batch): what processes add to each other's"""
    @counts.setter
    def counts(self, value: Any) -> None: ...
    def __call__(self, preds: torch.Tensor, targs: torch.Tensor) -> Any:
        """The value for these rows alone"""
    def check_weights(self) -> None:
        """Raise unless as many rows came as there are weights; for `value` to call"""
    def prepare_with(self, dim_argmax: int | None = None, activation: str = 'no', thresh: float | None = None) -> None:
        """Let `self._prepare(pred)` do this to predictions, and keep the settings

        - `dim_argmax`: Take the highest column along this axis; None: scores as they are
        - `activation`: `'no'`, `'sigmoid'`, `'softmax'`, or `'binarysoftmax'` (its last column), before `thresh`
        - `thresh`: Make them True where at least this, else False
        """

def one_target(m, pred: torch.Tensor, yb) -> torch.Tensor:
    """The one tensor of targets in `yb`

    - `m`: The metric that asks, named in errors
    - `pred`: The learner's predictions
    - `yb`: Its targets: a tensor, or a tuple or list of one
    """

def exact(o: torch.Tensor) -> torch.Tensor:
    """`o` in the most exact numbers that its device has

    - `o`: A tensor of any kind of numbers
    """

def row_weights(w) -> Any:
    """Weights as metrics keep them

    - `w`: Numbers, one per row, or None
    """

def check_kwargs(func: Callable, kwargs: Iterable) -> None:
    """Raise if `func` takes no argument of such a name

    - `func`: What they will be given to
    - `kwargs`: Arguments by name
    """

def shape_error(m, pred: torch.Tensor, y: torch.Tensor, how: str = '', more: str = '') -> ValueError:
    """The error for shapes that do not belong together

    - `m`: The metric that asks, or its name
    - `pred`: Predictions
    - `y`: Targets
    - `how`: How the predictions were read, such as ' with classes along axis 1'
    - `more`: A hint
    """

def as_number(v) -> Any:
    """`v` without its tensor or array

    - `v`: What a metric's function returned: a tensor, an array, a number
    """
