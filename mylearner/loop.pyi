# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from mylearner.batch import Feed as Feed, ModelLoss as ModelLoss, computes_loss as computes_loss, target_names as target_names
from mylearner.batch_hints import batch_hint as batch_hint
from mylearner.callback.core import Callback as Callback, CancelBackwardException as CancelBackwardException, CancelBatchException as CancelBatchException, CancelEpochException as CancelEpochException, CancelException as CancelException, CancelFitException as CancelFitException, CancelStepException as CancelStepException, CancelTrainException as CancelTrainException, CancelValidException as CancelValidException, NoAttribute as NoAttribute, OptimizerModes as OptimizerModes, cancel_exceptions as cancel_exceptions, snake_name as snake_name
from mylearner.callback.set import Callbacks as Callbacks
from mylearner.data.core import DataLoaders as DataLoaders, n_inp_like as n_inp_like
from mylearner.data.load import check_loader as check_loader
from mylearner.data.loader import item_at_fault as item_at_fault
from mylearner.data.workers import iter_batches as iter_batches, unlike as unlike
from mylearner.first_loss import check_leads as check_leads, explain_loss as explain_loss, first_loss as first_loss
from mylearner.groups import FitHypers as FitHypers, check_count as check_count, check_held as check_held, check_hypers as check_hypers, has_own_lr as has_own_lr, make_opt as make_opt, match_opt as match_opt, param_groups as param_groups, thawed as thawed
from mylearner.history import History as History
from mylearner.keywords import suggests_names as suggests_names, users_line as users_line
from mylearner.learner import Metric as Metric, mk_metric as mk_metric, Learner as Learner, SkipToEpoch as SkipToEpoch, replacing_yield as replacing_yield
from mylearner.losses import mean_over as mean_over
from mylearner.optimizer import Adam as Adam, Optimizer as Optimizer, as_optimizer as as_optimizer
from mylearner.pass_rows import PassRows as PassRows
from mylearner.torch_core import defaults as defaults, shapes as shapes, trainable_params as trainable_params
__all__ = ['Learner', 'n_batches', 'SkipToEpoch', 'replacing_yield']

def n_batches(dl) -> int | None:
    """Number of batches in a loader, if it has a length

    - `dl`: A loader
    """
