# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
import torch
from mylearner.metric import metric_marks as metric_marks
from mylearner.metric_confusion import CountMetric as CountMetric, averaged as averaged, check_average as check_average, check_beta as check_beta, check_labels as check_labels, unless_nan as unless_nan
from mylearner.metric_stream import Note as Note, exact as exact, row_weights as row_weights, shape_error as shape_error
from mylearner.metrics import F1Score as F1Score, Jaccard as Jaccard, MatthewsCorrCoef as MatthewsCorrCoef, Precision as Precision, Recall as Recall, MultiConfusionMetric as MultiConfusionMetric, PrecisionMulti as PrecisionMulti, RecallMulti as RecallMulti, JaccardMulti as JaccardMulti, F1ScoreMulti as F1ScoreMulti, FBetaMulti as FBetaMulti, HammingLossMulti as HammingLossMulti, MatthewsCorrCoefMulti as MatthewsCorrCoefMulti, accuracy_multi as accuracy_multi
__all__ = ['MultiConfusionMetric', 'label_columns', 'PrecisionMulti', 'RecallMulti', 'JaccardMulti', 'F1ScoreMulti', 'FBetaMulti', 'HammingLossMulti', 'MatthewsCorrCoefMulti', 'accuracy_multi']

def label_columns(m, pred: torch.Tensor, y: torch.Tensor) -> tuple:
    """Predictions and targets with the labels as last axis

    - `m`: The metric that asks, or its name
    - `pred`: Scores: `(n,labels)`, `(n,labels,…)`, or `(n,)` for a single label
    - `y`: 0 or 1 for each
    """
