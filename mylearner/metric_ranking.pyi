# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from mylearner.metric_confusion import check_average as check_average, check_labels as check_labels, fit_targets as fit_targets, ratio as ratio
from mylearner.metric_labels import label_columns as label_columns
from mylearner.metric_stream import Note as Note, StreamedMetric as StreamedMetric, exact as exact, row_weights as row_weights, shape_error as shape_error
from mylearner.metrics import AccumMetric as AccumMetric, RocAuc as RocAuc, RocAucBinary as RocAucBinary, APScoreBinary as APScoreBinary, RocAucMulti as RocAucMulti, APScoreMulti as APScoreMulti, SpearmanCorrCoef as SpearmanCorrCoef, BrierScore as BrierScore, BrierScoreMulti as BrierScoreMulti
__all__ = ['RocAuc', 'RocAucBinary', 'APScoreBinary', 'RocAucMulti', 'APScoreMulti', 'SpearmanCorrCoef', 'BrierScore', 'BrierScoreMulti']
