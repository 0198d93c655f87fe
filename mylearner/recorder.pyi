# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from mylearner.callback.core import Callback as Callback
from mylearner.keywords import suggests_names as suggests_names
from mylearner.learner import Learner as Learner, AvgLoss as AvgLoss, AvgSmoothLoss as AvgSmoothLoss, Recorder as Recorder
from mylearner.losses import mean_over as mean_over
from mylearner.metric import batch_count as batch_count, batch_rows as batch_rows, mean_loss as mean_loss
__all__ = ['Recorder']
