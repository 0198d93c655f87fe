# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from mylearner.callback.core import snake_name as snake_name
from mylearner.learner import AvgLoss as AvgLoss, AvgMetric as AvgMetric, Metric as Metric, mk_metric as mk_metric
from mylearner.metric import batch_count as batch_count, inner_func as inner_func, metric_maker as metric_maker, summand as summand, weighed as weighed
from mylearner.metric_stream import Note as Note, StreamedMetric as StreamedMetric, as_number as as_number, check_kwargs as check_kwargs, one_target as one_target, shape_error as shape_error
from mylearner.metrics import AccumMetric as AccumMetric, skm_to_fastai as skm_to_fastai, Perplexity as Perplexity, CorpusBLEUMetric as CorpusBLEUMetric, LossMetric as LossMetric, LossMetrics as LossMetrics, optim_metric as optim_metric, TorchMetric as TorchMetric, as_metric as as_metric
from mylearner.torch_core import apply as apply, nearest as nearest
__all__ = ['perplexity', 'skm_to_fastai', 'Perplexity', 'CorpusBLEUMetric', 'LossMetric', 'LossMetrics', 'optim_metric', 'TorchMetric', 'as_metric']

perplexity: Perplexity
