# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from mylearner.callback.core import Callback as Callback
from mylearner.callback.sched_curves import is_sched as is_sched, plain_sched as plain_sched, small_axes as small_axes
from mylearner.callback.schedule import SchedCos as SchedCos, SchedExp as SchedExp, SchedLin as SchedLin, SchedNo as SchedNo, combine_scheds as combine_scheds, combined_cos as combined_cos, ParamScheduler as ParamScheduler
from mylearner.groups import whole_number as whole_number
from mylearner.keywords import suggests_names as suggests_names, users_line as users_line
from mylearner.learner import Learner as Learner, Recorder as Recorder
from mylearner.optimizer import as_optimizer as as_optimizer
from mylearner.torch_core import nearest as nearest
__all__ = ['ParamScheduler', 'no_length']

def no_length(learn: Learner) -> str:
    """What to say of a training loader without a length, before its consequence

    - `learn`: A learner whose training loader has no length
    """
