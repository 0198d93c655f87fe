# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Callable
from typing import Any
from mylearner.callback.core import snake_name as snake_name
from mylearner.learner import Metric as Metric, AvgMetric as AvgMetric, AvgLoss as AvgLoss, AvgSmoothLoss as AvgSmoothLoss, ValueMetric as ValueMetric, mk_metric as mk_metric
from mylearner.losses import MeanOver as MeanOver, mean_over as mean_over
from mylearner.torch_core import n_rows as n_rows
__all__ = ['Metric', 'inner_func', 'summand', 'batch_rows', 'batch_count', 'weighed', 'AvgMetric', 'mean_loss', 'AvgLoss', 'AvgSmoothLoss', 'ValueMetric', 'metric_maker', 'mk_metric', 'metric_marks']

def inner_func(f: Callable) -> Any:
    """The function inside any number of `partial`s

    - `f`: A function, or a `partial`
    """

def summand(v) -> Any:
    """`v` as something to add to a sum: a Python number, or a tensor that stays on its device

    - `v`: A number or a tensor; of several values, their mean counts
    """

def batch_rows(learn) -> int:
    """Rows in the learner's batch, without looking further than needed

    - `learn`: The learner, with the batch in `xb` and `yb`
    """

def batch_count(learn, over=None) -> Any:
    """What the mean over the learner's batch was taken over

    - `learn`: The learner, with the batch in `xb` and `yb`
    - `over`: A `MeanOver`; None: that of the learner's loss
    """

def weighed(v, n) -> Any:
    """`v` times `n`, for a sum that is divided by the sum of all `n`

    - `v`: A mean, or NaN where there was nothing to take it over
    - `n`: What it was taken over
    """

def mean_loss(learn) -> tuple:
    """The loss of the learner's batch as a mean

    - `learn`: The learner, with `loss` and the batch
    """

def metric_maker(fits: Callable) -> Any:
    """Decorate a function that makes a `Metric` of an object, for use by `mk_metric`

    - `fits`: `obj -> bool`: is this an object for the decorated function?
    """

def metric_marks(greater_is_better: bool | None, new_metric: Callable | None = None) -> Any:
    """Decorate a function of predictions and targets for use as a metric

    - `greater_is_better`: True, False, or None where neither is better
    - `new_metric`: What makes the `Metric` that takes the function's place; None: its average
    """
