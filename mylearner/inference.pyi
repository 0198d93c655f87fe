# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from mylearner.callback.core import Callback as Callback, CancelEpochException as CancelEpochException, CancelFitException as CancelFitException, GatherPredsCallback as GatherPredsCallback
from mylearner.data.load import given_rows as given_rows, seq_dl as seq_dl
from mylearner.data.loader import DataLoader as DataLoader
from mylearner.keywords import suggests_names as suggests_names, users_line as users_line
from mylearner.layers import NoneReduce as NoneReduce
from mylearner.learner import Learner as Learner, replacing_yield as replacing_yield, Recorder as Recorder
from mylearner.losses import mean_over as mean_over
from mylearner.snapshot import remembers as remembers
from mylearner.torch_core import apply as apply, get_random_states as get_random_states, nested_reorder as nested_reorder, set_random_states as set_random_states, to_detach as to_detach
__all__ = []
