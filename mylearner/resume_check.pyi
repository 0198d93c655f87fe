# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from mylearner.callback.checkpoint import CheckpointCallback as CheckpointCallback
from mylearner.callback.core import Callback as Callback
from mylearner.callback.progress import CSVLogger as CSVLogger, ProgressCallback as ProgressCallback, ShowGraphCallback as ShowGraphCallback
from mylearner.checkpoint_files import as_json as as_json, not_kept as not_kept
from mylearner.learner import Learner as Learner
from mylearner.learner_state import data_state as data_state, held_objects as held_objects, learner_state as learner_state, module_extras as module_extras, put_data_state as put_data_state, random_state as random_state
from mylearner.loader_place import loader_doubt as loader_doubt
from mylearner.loop import n_batches as n_batches
__all__ = []
