# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
import torch.nn
from mylearner.callback.core import Callback as Callback
from mylearner.checkpoint import clean_state_dict as clean_state_dict
from mylearner.checkpoint_files import CheckpointError as CheckpointError, as_json as as_json
from mylearner.keywords import users_line as users_line
from mylearner.learner import Learner as Learner, Metric as Metric
from mylearner.optimizer import Optimizer as Optimizer
from mylearner.snapshot import keep_cbs as keep_cbs, keep_history as keep_history, keep_loop as keep_loop, keep_metrics as keep_metrics, keep_opts as keep_opts, keep_places as keep_places, keep_weights as keep_weights
from mylearner.torch_core import get_model as get_model, get_random_states as get_random_states, set_random_states as set_random_states
__all__ = ['held_objects', 'module_extras', 'held_generators', 'random_state', 'set_random_state', 'learner_state', 'state_faults', 'load_learner_state', 'describe_fit', 'changed_settings']

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

def random_state(learn: Learner) -> dict:
    """The state of all random generators in reach, and what samplers count"""

def set_random_state(learn: Learner, state: dict) -> None:
    """Put all random generators back

    - `state`: From `random_state`
    """

def learner_state(learn: Learner, in_pass: bool = True, before: dict | None = None) -> tuple:
    """The weights, and everything else that training depends on except random numbers

    - `in_pass`: Is this in the middle of a pass, where metrics have sums?
    - `before`: From `module_extras`, when training began
    """

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

def describe_fit(learn: Learner, **fit) -> dict:
    """The settings that the result of a fit depends on"""

def changed_settings(then: dict, now: dict) -> list:
    """Settings that differ; more epochs are fine where no schedule depends on their number

    - `then`: From `describe_fit`, as it was
    - `now`: As it is
    """
