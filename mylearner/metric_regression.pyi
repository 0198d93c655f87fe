# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from mylearner.metrics import _AfterMean
from mylearner.learner import AvgMetric as AvgMetric
from mylearner.metric import metric_marks as metric_marks
from mylearner.metric_stream import Note as Note, StreamedMetric as StreamedMetric, exact as exact, row_weights as row_weights, shape_error as shape_error
from mylearner.metrics import mse as mse, mae as mae, msle as msle, R2Score as R2Score, ExplainedVariance as ExplainedVariance, PearsonCorrCoef as PearsonCorrCoef
__all__ = ['rmse', 'exp_rmspe', 'mse', 'mae', 'msle', 'R2Score', 'ExplainedVariance', 'PearsonCorrCoef']

rmse: _AfterMean

exp_rmspe: _AfterMean
