# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Callable
import torch.nn
from mylearner.callback.core import Callback as Callback
from mylearner.checkpoint import clean_state_dict as clean_state_dict
from mylearner.checkpoint_files import CheckpointError as CheckpointError, as_json as as_json, not_kept as not_kept
from mylearner.data.loader import DataLoader as DataLoader
from mylearner.keywords import users_line as users_line
from mylearner.learner import Learner as Learner, Metric as Metric
from mylearner.optimizer import Optimizer as Optimizer
from mylearner.snapshot import keep_cbs as keep_cbs, keep_history as keep_history, keep_loop as keep_loop, keep_metrics as keep_metrics, keep_opts as keep_opts, keep_places as keep_places, keep_weights as keep_weights
from mylearner.torch_core import get_model as get_model, get_random_states as get_random_states, set_random_states as set_random_states
__all__ = ['held_objects', 'module_extras', 'held_generators', 'loader_objects', 'data_state', 'put_data_state', 'reading_changes', 'random_state', 'set_random_state', 'only_moved', 'at_start', 'new_weights', 'learner_state', 'unkept', 'state_faults', 'load_learner_state', 'describe_data', 'describe_fit', 'changed_settings']

def held_objects(learn: Learner) -> dict:
    """Everything with a state of its own that the learner and its callbacks hold, apart from the model and the loaders"""

def module_extras(model: torch.nn.Module, before: dict | None = None) -> dict:
    """What the modules of a model carry, apart from parameters and saved buffers

    - `before`: What this function gave when training began; None: leave nothing out
    """

def held_generators(o, name: str = '', seen: set | None = None, depth: int = 8) -> dict:
    """Random generators in an object, in what it holds, and among the globals of the module that its class comes from

    - `o`: Any object
    - `name`: What to call it
    - `seen`: `id`s of what was looked at before
    - `depth`: How deep to look
    """

def loader_objects(dl, i: int | str = '', seen: set | None = None) -> dict:
    """What a loader holds: data set, sampler, collate function, transforms, and what is in them

    - `dl`: Any loader
    - `i`: Its number, for the names
    - `seen`: `id`s of what was looked at before
    """

def data_state(learn: Learner) -> dict:
    """What data sets, samplers, collate functions and transforms carry"""

def put_data_state(learn: Learner, state: dict) -> None:
    """Put back what data carries

    - `state`: From `data_state`
    """

def reading_changes(dl, read: Callable) -> tuple:
    """What reading an item changes; all of it is put back

    - `dl`: A loader
    - `read`: Called without arguments, twice: makes a batch here as a worker would
    """

def random_state(learn: Learner, before: dict | None = None) -> dict:
    """The state of all random generators in reach, and what data carries

    - `before`: From `at_start`, when training began: of what data carries, keep only what has changed since
    """

def set_random_state(learn: Learner, state: dict) -> None:
    """Put all random generators back, and what data carries

    - `state`: From `random_state`
    """

def only_moved(began: dict, now: dict) -> dict:
    """An earlier random state, reduced likewise

    - `began`: A `random_state`, such as of the beginning of a pass
    - `now`: A later one that was reduced to what has changed
    """

def at_start(learn: Learner) -> dict:
    """What there is when training begins, to be compared with later"""

def new_weights(learn: Learner, before: dict) -> list:
    """Parameters that came, went, or took another form since training began: a new process would not have them

    - `before`: From `at_start`, when training began
    """

def learner_state(learn: Learner, in_pass: bool = True, before: dict | None = None) -> tuple:
    """The weights, and everything else that training depends on except random numbers

    - `in_pass`: Is this in the middle of a pass, where metrics have sums?
    - `before`: From `at_start`, when training began
    """

def unkept(learn: Learner) -> list:
    """What belongs to the state and cannot be written to a checkpoint"""

def state_faults(learn: Learner, model: dict, training: dict) -> list:
    """What in a state does not fit the learner

    - `model`: Weights, from `learner_state`
    - `training`: The rest
    """

def load_learner_state(learn: Learner, model: dict, training: dict) -> None:
    """Put back a state: all of it, or after an error nothing

    - `model`: Weights, from `learner_state`
    - `training`: The rest
    """

def describe_data(learn: Learner) -> dict:
    """What decides the meaning and the order of the data, without the data"""

def describe_fit(learn: Learner, **fit) -> dict:
    """The settings that the result of a fit depends on"""

def changed_settings(then: dict, now: dict, moved: dict | None = None) -> list:
    """Settings that differ; more epochs are fine where no schedule depends on their number

    - `then`: From `describe_fit`, as it was
    - `now`: As it is
    - `moved`: From a checkpoint's `random_state`: what training itself has changed in the data
    """
