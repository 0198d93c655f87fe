# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Callable, Iterable
import torch
from typing import Any
from mylearner.keywords import suggests_names as suggests_names, users_line as users_line
from mylearner.metric import metric_marks as metric_marks
from mylearner.metric_stream import Note as Note, StreamedMetric as StreamedMetric, row_weights as row_weights, shape_error as shape_error
from mylearner.metrics import ConfusionMetric as ConfusionMetric, Accuracy as Accuracy, HammingLoss as HammingLoss, accuracy as accuracy, error_rate as error_rate, top_k_accuracy as top_k_accuracy, foreground_acc as foreground_acc, Precision as Precision, Recall as Recall, Jaccard as Jaccard, F1Score as F1Score, FBeta as FBeta, BalancedAccuracy as BalancedAccuracy, CohenKappa as CohenKappa, MatthewsCorrCoef as MatthewsCorrCoef, Dice as Dice, JaccardCoeff as JaccardCoeff, DiceMulti as DiceMulti, JaccardCoeffMulti as JaccardCoeffMulti
__all__ = ['CountMetric', 'ConfusionMetric', 'fit_targets', 'Accuracy', 'HammingLoss', 'unless_nan', 'accuracy', 'error_rate', 'top_k_accuracy', 'foreground_acc', 'ratio', 'averaged', 'check_average', 'check_labels', 'Precision', 'Recall', 'Jaccard', 'F1Score', 'FBeta', 'check_beta', 'BalancedAccuracy', 'CohenKappa', 'MatthewsCorrCoef', 'Dice', 'JaccardCoeff', 'DiceMulti', 'JaccardCoeffMulti']

class CountMetric(StreamedMetric):
    """Counts of numbered cells: subclasses define `_note`, `_join`, `_wanted` and `value`"""

def fit_targets(m, pred: torch.Tensor, p: torch.Tensor, y: torch.Tensor, axis: int) -> torch.Tensor:
    """Targets in the shape of `p`

    - `m`: The metric that asks, or its name
    - `pred`: Scores with the classes along `axis`
    - `p`: Predicted classes
    - `y`: Targets: like `p`, flat, or with an axis of length 1 for the classes
    - `axis`: Axis of the classes
    """

def unless_nan(v: torch.Tensor, probe: torch.Tensor) -> torch.Tensor:
    """`v`, or NaN if anything in `probe` is; without waiting for the device

    - `v`: The figure, a tensor
    - `probe`: Scores, or whatever is NaN if one of them is
    """

def ratio(a: torch.Tensor, b: torch.Tensor) -> torch.Tensor:
    """`a/b`, and 0 where both are

    - `a`: A tensor
    - `b`: Likewise; 0 only where `a` is
    """

def averaged(score: Callable, tp: torch.Tensor, called: torch.Tensor, real: torch.Tensor, average: str | None, seen: torch.Tensor | None = None) -> Any:
    """One figure of the counts of each class

    - `score`: `(tp, called, real) -> figures`
    - `tp`: True positives of each class
    - `called`: How often each class was called
    - `real`: How often each class is the target
    - `average`: `'micro'`, `'macro'`, `'weighted'`, `'binary'`, or None for a list
    - `seen`: Which classes count for the mean; None: all
    """

def check_average(average: str | None, known: Iterable, name: str) -> None:
    """Raise if there is no such `average`

    - `average`: What was asked for
    - `known`: What there is
    - `name`: The metric
    """

def check_labels(labels: Iterable | None, nc: int, name: str) -> None:
    """Raise if `labels` has numbers that are no classes

    - `labels`: Class numbers, or None
    - `nc`: How many classes there are
    - `name`: The metric
    """

def check_beta(beta: float) -> float:
    """`beta`, which must be positive

    - `beta`: How much more recall weighs than precision
    """
