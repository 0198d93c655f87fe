# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Callable, Iterable
from fastcore.foundation import L
from mylearner.metric_confusion import CountMetric
from mylearner.metric_stream import StreamedMetric
import torch
from typing import Any
from mylearner.learner import AvgLoss as AvgLoss, AvgMetric as AvgMetric, Metric as Metric, mk_metric as mk_metric
from mylearner.metric_adapters import perplexity as perplexity
from mylearner.metric_regression import rmse as rmse, exp_rmspe as exp_rmspe
from mylearner.torch_core import name_after as name_after
__all__ = ['AccumMetric', 'ActivationType', 'ConfusionMetric', 'Accuracy', 'HammingLoss', 'accuracy', 'error_rate', 'top_k_accuracy', 'foreground_acc', 'Precision', 'Recall', 'Jaccard', 'F1Score', 'FBeta', 'BalancedAccuracy', 'CohenKappa', 'MatthewsCorrCoef', 'Dice', 'JaccardCoeff', 'DiceMulti', 'JaccardCoeffMulti', 'MultiConfusionMetric', 'PrecisionMulti', 'RecallMulti', 'JaccardMulti', 'F1ScoreMulti', 'FBetaMulti', 'HammingLossMulti', 'MatthewsCorrCoefMulti', 'accuracy_multi', 'mse', 'mae', 'msle', 'rmse', 'exp_rmspe', 'R2Score', 'ExplainedVariance', 'PearsonCorrCoef', 'RocAuc', 'RocAucBinary', 'RocAucMulti', 'APScoreBinary', 'APScoreMulti', 'SpearmanCorrCoef', 'BrierScore', 'BrierScoreMulti', 'skm_to_fastai', 'Perplexity', 'perplexity', 'CorpusBLEUMetric', 'LossMetric', 'LossMetrics', 'optim_metric', 'TorchMetric', 'as_metric']

class _AfterMean(AvgMetric):
    """The root of a mean over all rows, ready for any learner"""
    ready_made: bool
    def __init__(self, func, name, doc) -> None: ...
    def __call__(self, inp, targ) -> Any: ...
    @property
    def value(self) -> Any: ...

class _Moments(StreamedMetric):
    sample_weight: Any
    greater_is_better: bool
    def __init__(self, sample_weight=None) -> None:
        """- `sample_weight`: One weight per row, in the order in which rows come; None: all alike"""
    @property
    def counts(self) -> Any:
        """Number, weight, sums and sums of products: these add up"""
    @counts.setter
    def counts(self, value: Any) -> None: ...
    @property
    def value(self) -> Any: ...

class _PerLabel(MultiConfusionMetric):
    labels: Any
    pos_label: int
    average: Any
    greater_is_better: bool
    def __init__(self, thresh: float = 0.5, sigmoid: bool = True, labels=None, pos_label: int = 1, average='macro', sample_weight=None) -> None:
        """- `thresh`: A score of at least this is a label
        - `sigmoid`: Apply a sigmoid to the predictions first?
        - `labels`: Columns to look at, in this order; None: all
        - `pos_label`: 0 to ask about absent labels instead
        - `average`: `'micro'`, `'macro'`, `'weighted'`, `'samples'` (mean over rows), or None for a figure per column
        - `sample_weight`: One weight per row, in the order in which rows come
        """
    def score(self, table) -> Any: ...

class _PerClass(ConfusionMetric):
    labels: Any
    pos_label: int
    average: Any
    greater_is_better: bool
    def __init__(self, axis: int = -1, labels=None, pos_label: int = 1, average='binary', sample_weight=None, ignore_index=None) -> None:
        """- `axis`: Axis of the classes in the predictions
        - `labels`: Classes to look at, in this order; None: all that occur
        - `pos_label`: The class that counts as positive, with `average='binary'`
        - `average`: `'binary'`, `'micro'`, `'macro'`, `'weighted'`, or None for a list with one figure per class
        - `sample_weight`: One weight per row, in the order in which rows come
        - `ignore_index`: Rows with this target are left out
        """
    def score(self, cm) -> Any: ...

class AccumMetric(StreamedMetric):
    """Keep all rows, and apply `func` to them at the end"""
    greater_is_better: Any
    on: Any
    func: Callable
    to_np: bool
    invert_arg: bool
    flatten: bool
    kwargs: Any
    preds: list
    targs: list
    sums: tuple
    rows: tuple
    def __init__(self, func: Callable, dim_argmax: int | None = None, activation: str = 'no', thresh: float | None = None, to_np: bool = False, invert_arg: bool = False, flatten: bool = True, name: str | None = None, **kwargs) -> None:
        """- `func`: `(preds, targs, **kwargs) -> number`
        - `dim_argmax`: Take the highest column along this axis; None: scores as they are
        - `activation`: `'no'`, `'sigmoid'`, `'softmax'`, or `'binarysoftmax'` (its last column), before `thresh`
        - `thresh`: Make them True where at least this, else False
        - `to_np`: Does `func` want NumPy arrays?
        - `invert_arg`: Does it want the targets first?
        - `flatten`: One row of numbers, whatever the shapes?
        - `name`: Its column; None: the name of `func`
        """
    def reset(self) -> None: ...
    def accumulate(self, learn) -> None:
        """Activation, highest column, threshold; then `accum_values`

        - `learn`: The learner, with `pred` and `yb` of one batch
        """
    def accum_values(self, preds: torch.Tensor, targs: torch.Tensor, learn=None) -> None:
        """Keep these rows

        - `preds`: Predictions, prepared
        - `targs`: Their targets
        - `learn`: The learner, for those who override this
        """
    @property
    def value(self) -> Any:
        """`func` of all rows; None before the first row, NaN if a prediction is NaN"""

class ActivationType:
    """Names of the activations that metrics apply to predictions"""
    No: str
    Sigmoid: str
    Softmax: str
    BinarySoftmax: str

class ConfusionMetric(CountMetric):
    """A metric made from the confusion matrix, which all such metrics of a learner share: define `score(cm)`"""
    axis: int
    sample_weight: Any
    ignore_index: int | None
    def __init__(self, axis: int = -1, sample_weight=None, ignore_index: int | None = None) -> None:
        """- `axis`: Axis of the classes in the predictions: its highest score is the predicted class
        - `sample_weight`: One weight per row, in the order in which rows come; None: all alike
        - `ignore_index`: Rows with this target are left out
        """
    left_out: Any
    @property
    def matrix(self) -> Any:
        """Float64 on the CPU: `[i,j]` counts rows of class `i` that were called `j`; None before the first row"""
    @property
    def value(self) -> Any:
        """`score` of the matrix; None before the first row, NaN if a score was NaN"""
    def score(self, cm: torch.Tensor) -> float:
        """The figure, which a subclass defines

        - `cm`: The `matrix`
        """

class Accuracy(ConfusionMetric):
    """Share of rows whose highest score is at the target"""
    greater_is_better: bool
    @property
    def matrix(self) -> Any: ...
    @property
    def value(self) -> Any:
        """Share of rows that are right; None before the first row, NaN if a score was NaN"""
    def score(self, c) -> Any: ...

class HammingLoss(Accuracy):
    """Share of rows whose highest score is not at the target"""
    greater_is_better: bool
    def __init__(self, axis: int = -1, sample_weight=None, ignore_index: int | None = None) -> None: ...
    def score(self, c) -> Any: ...

def accuracy(inp: torch.Tensor, targ: torch.Tensor, axis: int = -1) -> torch.Tensor:
    """Share of rows whose highest score is at the target

    - `inp`: Scores with the classes along `axis`, on any scale; the first of equal ones counts
    - `targ`: Class numbers: the shape of `inp` without `axis`
    - `axis`: Axis of the classes
    """

def error_rate(inp: torch.Tensor, targ: torch.Tensor, axis: int = -1) -> Any:
    """1 - `accuracy`

    - `inp`: Scores with the classes along `axis`
    - `targ`: Class numbers: the shape of `inp` without `axis`
    - `axis`: Axis of the classes
    """

def top_k_accuracy(inp: torch.Tensor, targ: torch.Tensor, k: int = 5, axis: int = -1) -> torch.Tensor:
    """Share of rows whose target is among the `k` highest scores; targets of -100 are left out

    - `inp`: Scores with the classes along `axis`
    - `targ`: Class numbers: the shape of `inp` without `axis`
    - `k`: How many of the highest may hold the target
    - `axis`: Axis of the classes
    """

def foreground_acc(inp: torch.Tensor, targ: torch.Tensor, bkg_idx: int = 0, axis: int = 1, ignore_index: int | None = None) -> torch.Tensor:
    """`accuracy` where the target is not background; NaN where all of it is

    - `inp`: Scores with the classes along `axis`
    - `targ`: Class numbers: the shape of `inp` without `axis`, or with one channel
    - `bkg_idx`: Number of the background class
    - `axis`: Axis of the classes
    - `ignore_index`: Pixels with this target are left out
    """

class Precision(_PerClass):
    """Of the rows called a class, the share that belongs to it"""
    def of_counts(self, tp: torch.Tensor, called: torch.Tensor, real: torch.Tensor) -> torch.Tensor: ...

class Recall(_PerClass):
    """Of the rows of a class, the share that was called so"""
    def of_counts(self, tp: torch.Tensor, called: torch.Tensor, real: torch.Tensor) -> torch.Tensor: ...

class Jaccard(_PerClass):
    """Rows of a class that were called so, out of all rows that are or were called so"""
    def of_counts(self, tp: torch.Tensor, called: torch.Tensor, real: torch.Tensor) -> torch.Tensor: ...

class F1Score(_PerClass):
    """Harmonic mean of precision and recall"""
    beta: int
    def of_counts(self, tp: torch.Tensor, called: torch.Tensor, real: torch.Tensor) -> torch.Tensor: ...

class FBeta(_PerClass):
    """Mean of precision and recall that takes recall `beta` times as seriously"""
    beta: float
    def of_counts(self, tp: torch.Tensor, called: torch.Tensor, real: torch.Tensor) -> torch.Tensor: ...
    def __init__(self, beta: float, axis: int = -1, labels: Iterable | None = None, pos_label: int = 1, average: str | None = 'binary', sample_weight=None, ignore_index: int | None = None) -> None:
        """- `beta`: 2 favours recall, 0.5 precision
        - `axis`: Axis of the classes in the predictions
        - `labels`: Classes to look at; None: all that occur
        - `pos_label`: The class that counts as positive, with `average='binary'`
        - `average`: `'binary'`, `'micro'`, `'macro'`, `'weighted'`, or None for a list with one figure per class
        - `sample_weight`: One weight per row, in the order in which rows come
        - `ignore_index`: Rows with this target are left out
        """

class BalancedAccuracy(ConfusionMetric):
    """Mean recall of the classes that are targets"""
    adjusted: bool
    greater_is_better: bool
    def __init__(self, axis: int = -1, sample_weight=None, adjusted: bool = False, ignore_index: int | None = None) -> None:
        """- `axis`: Axis of the classes in the predictions
        - `sample_weight`: One weight per row, in the order in which rows come
        - `adjusted`: Shift and scale so that chance gives 0?
        - `ignore_index`: Rows with this target are left out
        """
    def score(self, cm: torch.Tensor) -> Any: ...

class CohenKappa(ConfusionMetric):
    """How far targets and predictions agree beyond what their frequencies make likely (Cohen 1960): 1 all, 0 chance"""
    labels: Any
    weights: str | None
    greater_is_better: bool
    def __init__(self, axis: int = -1, labels: Iterable | None = None, weights: str | None = None, sample_weight=None, ignore_index: int | None = None) -> None:
        """- `axis`: Axis of the classes in the predictions
        - `labels`: Rows count if both target and prediction are among these; None: all rows
        - `weights`: None: all mistakes alike; `'linear'`, `'quadratic'`: by distance, for ordered classes
        - `sample_weight`: One weight per row, in the order in which rows come
        - `ignore_index`: Rows with this target are left out
        """
    def score(self, cm: torch.Tensor) -> Any: ...

class MatthewsCorrCoef(ConfusionMetric):
    """Correlation of targets and predictions as classes (Matthews 1975; Gorodkin 2004 for several): 1 all right, 0 chance"""
    greater_is_better: bool
    def __init__(self, sample_weight=None, axis: int = -1, ignore_index: int | None = None) -> None:
        """- `sample_weight`: One weight per row, in the order in which rows come
        - `axis`: Axis of the classes in the predictions
        - `ignore_index`: Rows with this target are left out
        """
    def score(self, cm: torch.Tensor) -> Any: ...
    @staticmethod
    def correlation(right: torch.Tensor, called: torch.Tensor, real: torch.Tensor) -> Any:
        """Of how many rows are right, and how often each class was called and is the target"""

class Dice(ConfusionMetric):
    """Twice the overlap of two-class masks, out of both their sizes; None where both are empty"""
    greater_is_better: bool
    def __init__(self, axis: int = 1, ignore_index=None) -> None:
        """- `axis`: Axis of the two classes
        - `ignore_index`: Pixels with this target are left out
        """
    def score(self, cm: torch.Tensor) -> Any: ...

class JaccardCoeff(Dice):
    """Overlap of two-class masks, out of what either covers; None where both are empty"""

class DiceMulti(ConfusionMetric):
    """Mean `Dice` of the classes that occur"""
    greater_is_better: bool
    def __init__(self, axis: int = 1, ignore_index: int | None = None) -> None:
        """- `axis`: Axis of the classes
        - `ignore_index`: Pixels with this target are left out
        """
    def score(self, cm: torch.Tensor) -> Any: ...

class JaccardCoeffMulti(DiceMulti):
    """Mean `JaccardCoeff` of the classes that occur"""

class MultiConfusionMetric(CountMetric):
    """A metric made from four counts per label, which all such metrics of a learner share: define `score(table)`"""
    thresh: float
    sigmoid: bool
    sample_weight: Any
    def __init__(self, thresh: float = 0.5, sigmoid: bool = True, sample_weight=None) -> None:
        """- `thresh`: A score of at least this is a label
        - `sigmoid`: Apply a sigmoid to the predictions first?
        - `sample_weight`: One weight per row, in the order in which rows come
        """
    @property
    def table(self) -> Any:
        """Float64 on the CPU, a row per label: how many true negatives, false positives, false negatives, true positives"""
    @property
    def value(self) -> Any:
        """`score` of the table; None before the first row, NaN if a score was NaN"""
    def score(self, table: torch.Tensor) -> float:
        """The figure, which a subclass defines

        - `table`: A row per label: true negatives, false positives, false negatives, true positives
        """

class PrecisionMulti(_PerLabel):
    """Of the labels given, the share that is right"""
    def of_counts(self, tp: torch.Tensor, called: torch.Tensor, real: torch.Tensor) -> torch.Tensor: ...

class RecallMulti(_PerLabel):
    """Of the labels that rows have, the share that was given"""
    def of_counts(self, tp: torch.Tensor, called: torch.Tensor, real: torch.Tensor) -> torch.Tensor: ...

class JaccardMulti(_PerLabel):
    """Labels given rightly, out of those given or missing"""
    def of_counts(self, tp: torch.Tensor, called: torch.Tensor, real: torch.Tensor) -> torch.Tensor: ...

class F1ScoreMulti(_PerLabel):
    """Harmonic mean of precision and recall of labels"""
    beta: int
    def of_counts(self, tp: torch.Tensor, called: torch.Tensor, real: torch.Tensor) -> torch.Tensor: ...

class FBetaMulti(_PerLabel):
    """Mean of precision and recall of labels that takes recall `beta` times as seriously"""
    beta: float
    def of_counts(self, tp: torch.Tensor, called: torch.Tensor, real: torch.Tensor) -> torch.Tensor: ...
    def __init__(self, beta: float, thresh: float = 0.5, sigmoid: bool = True, labels: Iterable | None = None, pos_label: int = 1, average: str | None = 'macro', sample_weight=None) -> None:
        """- `beta`: 2 favours recall, 0.5 precision
        - `thresh`: A score of at least this is a label
        - `sigmoid`: Apply a sigmoid to the predictions first?
        - `labels`: Columns to look at; None: all
        - `pos_label`: 0 to ask about absent labels instead
        - `average`: `'micro'`, `'macro'`, `'weighted'`, `'samples'`, or None for a figure per column
        - `sample_weight`: One weight per row, in the order in which rows come
        """

class HammingLossMulti(MultiConfusionMetric):
    """Share of cells that are wrong"""
    labels: Any
    greater_is_better: bool
    def __init__(self, thresh: float = 0.5, sigmoid: bool = True, labels: Iterable | None = None, sample_weight=None) -> None:
        """- `thresh`: A score of at least this is a label
        - `sigmoid`: Apply a sigmoid to the predictions first?
        - `labels`: Columns to look at; None: all
        - `sample_weight`: One weight per row, in the order in which rows come
        """
    def score(self, table: torch.Tensor) -> Any: ...

class MatthewsCorrCoefMulti(MultiConfusionMetric):
    """Correlation of all cells with their targets"""
    greater_is_better: bool
    def score(self, table: torch.Tensor) -> Any: ...

def accuracy_multi(inp: torch.Tensor, targ: torch.Tensor, thresh: float = 0.5, sigmoid: bool = True) -> torch.Tensor:
    """Share of cells that are right

    - `inp`: Scores, a column per label
    - `targ`: 0 or 1 per cell, in the shape of `inp`
    - `thresh`: A score of at least this is a label
    - `sigmoid`: Apply a sigmoid to the scores first?
    """

def mse(inp: torch.Tensor, targ: torch.Tensor) -> Any:
    """Mean squared error

    - `inp`: Predictions
    - `targ`: As many targets
    """

def mae(inp: torch.Tensor, targ: torch.Tensor) -> Any:
    """Mean absolute error

    - `inp`: Predictions
    - `targ`: As many targets
    """

def msle(inp: torch.Tensor, targ: torch.Tensor) -> Any:
    """Mean squared error of `log(1+x)`

    - `inp`: Predictions, greater than -1
    - `targ`: As many targets, greater than -1
    """

class R2Score(_Moments):
    """Share of the targets' spread that the predictions explain: 1 all, 0 what their mean explains"""

class ExplainedVariance(_Moments):
    """As `R2Score`, but a constant error costs nothing"""

class PearsonCorrCoef(_Moments):
    """Linear correlation of predictions and targets; NaN where either is constant"""
    def __init__(self, dim_argmax: int | None = None, *, activation: str = 'no', thresh: float | None = None, name: str | None = None, to_np: bool = False, invert_arg: bool = False, flatten: bool = True) -> None:
        """- `dim_argmax`: Take the highest column along this axis first; None: the numbers as they are
        - `activation`: `'no'`, `'sigmoid'`, `'softmax'`, or `'binarysoftmax'`
        - `thresh`: Compare whether predictions are at least this
        - `name`: Its column; None: `pearsonr`
        - `invert_arg`: For scripts that say so: the correlation of both is one number, whatever their order and kind
        - `flatten`: Take all numbers together
        """

def RocAuc(axis: int = -1, average: str | None = 'macro', sample_weight=None, max_fpr: float | None = None, multi_class: str = 'ovr') -> AccumMetric:
    """Area under the ROC curve, for any number of classes

    - `axis`: Axis of the classes
    - `average`: `'macro'`, `'weighted'`, or with `'ovr'` also `'micro'` or None
    - `sample_weight`: One weight per row, in the order in which rows come
    - `max_fpr`: Only the part up to this false positive rate; for two classes
    - `multi_class`: Each class against the rest (`'ovr'`), or against each other one (`'ovo'`)
    """

def RocAucBinary(axis: int = -1, average: str | None = 'macro', sample_weight=None, max_fpr: float | None = None, multi_class: str = 'raise') -> AccumMetric:
    """Area under the ROC curve, for two classes

    - `axis`: Axis of the two classes
    - `average`: As in `RocAuc`, should there be more than two
    - `sample_weight`: One weight per row, in the order in which rows come
    - `max_fpr`: Only the part up to this false positive rate, rescaled so that chance gives 0.5
    - `multi_class`: What to do with more than two classes
    """

def RocAucMulti(sigmoid: bool = True, average: str | None = 'macro', sample_weight=None, max_fpr: float | None = None) -> AccumMetric:
    """Area under the ROC curve of several labels

    - `sigmoid`: Apply a sigmoid to the predictions first?
    - `average`: `'micro'`, `'macro'`, `'weighted'`, `'samples'`, or None for a figure per label
    - `sample_weight`: One weight per row, in the order in which rows come
    - `max_fpr`: Only the part up to this false positive rate, rescaled so that chance gives 0.5
    """

def APScoreBinary(axis: int = -1, average: str | None = 'macro', pos_label: int = 1, sample_weight=None) -> AccumMetric:
    """Average precision of two classes, or of each class against the rest

    - `axis`: Axis of the classes
    - `average`: For more than two classes: `'micro'`, `'macro'`, `'weighted'` or None
    - `pos_label`: The class that counts as positive, of two
    - `sample_weight`: One weight per row, in the order in which rows come
    """

def APScoreMulti(sigmoid: bool = True, average: str | None = 'macro', pos_label: int = 1, sample_weight=None) -> AccumMetric:
    """Average precision of several labels

    - `sigmoid`: Apply a sigmoid to the predictions first?
    - `average`: `'micro'`, `'macro'`, `'weighted'`, `'samples'`, or None for a figure per label
    - `pos_label`: 0 to ask about absent labels instead
    - `sample_weight`: One weight per row, in the order in which rows come
    """

def SpearmanCorrCoef(dim_argmax: int | None = None, axis: int = 0, nan_policy: str = 'propagate', **kwargs) -> AccumMetric:
    """Correlation of the ranks of predictions and targets; NaN where either is constant

    - `dim_argmax`: Take the highest column along this axis first
    - `axis`: Axis of the rows, with `flatten=False`
    - `nan_policy`: With NaN among the rows: `'propagate'` it, `'raise'`, or `'omit'` them
    """

class BrierScore(StreamedMetric):
    """Mean squared distance of the softmax from the class that it was: 0 is best"""
    axis: int
    sample_weight: Any
    pos_label: int | None
    greater_is_better: bool
    def __init__(self, axis: int = -1, sample_weight=None, pos_label: int | None = None) -> None:
        """- `axis`: Axis of the classes
        - `sample_weight`: One weight per row, in the order in which rows come
        - `pos_label`: Look at this class alone; None: the last of two, all of several
        """
    @property
    def value(self) -> Any: ...

class BrierScoreMulti(BrierScore):
    """Mean squared distance of each label's probability from 0 or 1"""
    thresh: float | None
    sigmoid: bool
    absent: Any
    def __init__(self, thresh: float | None = None, sigmoid: bool = True, sample_weight=None, pos_label: int | None = None) -> None:
        """- `thresh`: Take 0 or 1 by this threshold first: the same as `HammingLossMulti` then; None: probabilities
        - `sigmoid`: Apply a sigmoid to the predictions first?
        - `sample_weight`: One weight per row, in the order in which rows come
        - `pos_label`: 0: the predictions are of absent labels; None or 1: of present ones
        """

def skm_to_fastai(func: Callable, is_class: bool = True, thresh: float | None = None, axis: int = -1, activation: str | None = None, **kwargs) -> AccumMetric:
    """Make a metric of a function of scikit-learn

    - `func`: `(targs, preds, **kwargs)`, as all of scikit-learn's metrics
    - `is_class`: Does it want classes, not scores?
    - `thresh`: Classes by threshold, several labels per row; None: by the highest column
    - `axis`: Axis of the classes
    - `activation`: As in `AccumMetric`; None: `'sigmoid'` with `thresh`, else none
    """

class Perplexity(AvgLoss):
    """Exponential of the mean loss"""
    def __call__(self, inp: torch.Tensor, targ: torch.Tensor, axis: int = -1) -> Any:
        """Exponential of the mean cross entropy

        - `inp`: Logits with the classes along `axis`
        - `targ`: Class numbers
        - `axis`: Axis of the classes
        """
    @property
    def value(self) -> Any: ...
    @property
    def name(self) -> Any: ...
    @name.setter
    def name(self, value: Any) -> None: ...

class CorpusBLEUMetric(StreamedMetric):
    """BLEU of all sentences together, on the validation set"""
    vocab_sz: int
    axis: int
    greater_is_better: bool
    on: str
    def __init__(self, vocab_sz: int = 5000, axis: int = -1) -> None:
        """- `vocab_sz`: Tokens are numbers below this
        - `axis`: Axis of the scores of the tokens
        """
    def accumulate(self, learn) -> None: ...
    def get_grams(self, x, n: int, max_n: int = 5000) -> list:
        """All runs of `n` tokens, each as one number

        - `x`: Tokens, one sentence
        - `n`: Length of the runs
        - `max_n`: Tokens are numbers below this
        """
    def get_correct_ngrams(self, pred, targ, n: int, max_n: int = 5000) -> tuple:
        """How many runs of `pred` stand in `targ` too, and how many there are

        - `pred`: Tokens predicted
        - `targ`: Tokens wanted
        - `n`: Length of the runs
        - `max_n`: Tokens are numbers below this
        """
    @property
    def value(self) -> Any:
        """BLEU in [0,1]; None before the first sentence, NaN where none has four tokens or a score was NaN"""

class LossMetric(AvgMetric):
    """Mean of a number that the loss function keeps as an attribute"""
    attr: str
    count: Any
    total: Any
    def __init__(self, attr: str, nm: str | None = None) -> None:
        """- `attr`: Name of the attribute
        - `nm`: Its column; None: `attr`
        """
    def accumulate(self, learn) -> None:
        """Add the attribute's value after this batch"""

def LossMetrics(attrs: str | list, nms: str | list | None = None) -> L:
    """A `LossMetric` for each name

    - `attrs`: Names of attributes: a list, or one string with commas
    - `nms`: Their columns, likewise; None: `attrs`
    """

def optim_metric(f: Callable, argname: str, bounds: tuple, tol: float = 0.01, do_neg: bool = True, get_x: bool = False) -> Any:
    """A metric that is `f` with the best value of one of its arguments

    - `f`: Metric `(preds, targs, **{argname: number}) -> number`
    - `argname`: Its argument to look for
    - `bounds`: Lowest and highest value of it
    - `tol`: Look until it is known this well
    - `do_neg`: Is greater better?
    - `get_x`: Give a pair of the best figure and its argument?
    """

class TorchMetric(Metric):
    """An object with `update(preds, targs)`, `compute()` and `reset()` as a metric"""
    greater_is_better: Any
    obj: Any
    def __init__(self, obj, name: str | None = None) -> None:
        """- `obj`: A metric of torchmetrics, or alike
        - `name`: Its column; None: the class's name in snake case
        """
    def reset(self) -> None: ...
    def accumulate(self, learn) -> None: ...
    @property
    def value(self) -> Any: ...
    @property
    def sums(self) -> Any:
        """What processes put together, if the object says how"""
    @property
    def state(self) -> Any:
        """What the object has kept, as a list with one entry for each process that saw a row; None without one"""
    @state.setter
    def state(self, value: Any) -> None: ...

def as_metric(obj, name: str | None = None) -> Metric:
    """Make a `Metric` of `obj`

    - `obj`: A `Metric`, a function, or an object with `update`, `compute` and `reset`
    - `name`: Its column
    """
