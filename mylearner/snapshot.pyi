# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
import torch.nn
from typing import Any
from mylearner.learner import Learner as Learner
from mylearner.optimizer import Optimizer as Optimizer
from mylearner.torch_core import get_random_states as get_random_states, set_random_states as set_random_states
__all__ = ['keep_loop', 'keep_modes', 'keep_muted', 'keep_metrics', 'keep_rng', 'keep_draws', 'keep_generators', 'keep_places', 'remembers', 'keep_memory', 'keep_weights', 'keep_opts', 'keep_cbs']

def keep_loop(learn: Learner) -> Any:
    """Counters, the batch in hand, and why the loop runs: everything in the learner's tables"""

def keep_modes(learn: Learner) -> Any:
    """Training or evaluation mode of each layer"""

def keep_muted(learn: Learner) -> Any:
    """Which callbacks are muted"""

def keep_metrics(learn: Learner) -> Any:
    """What the metrics have summed up so far"""

def keep_rng(learn: Learner) -> Any:
    """The global random generators"""

def keep_draws(learn: Learner, n_seeds: int = 0) -> Any:
    """The global random generators; what draws at random goes on where the last such block ended, until somebody seeds

    - `n_seeds`: Seeds that are drawn from torch's generator whatever the model does
    """

def keep_generators(learn: Learner) -> Any:
    """The state of the loaders' own generators"""

def keep_places(learn: Learner) -> Any:
    """Where this library's loaders stand, including a place to resume at"""

def remembers(model: torch.nn.Module) -> bool:
    """Does the model carry something from batch to batch? Then it has a method `reset`"""

def keep_memory(learn: Learner) -> Any:
    """What a model with a memory has read; the model works on copies until it is put back"""

def keep_weights(learn: Learner) -> Any:
    """Weights, gradients and buffers of the model, and of the loss function if it has any"""

def keep_opts(learn: Learner) -> Any:
    """The optimizer, and all others that the learner or its callbacks hold"""

def keep_cbs(learn: Learner) -> Any:
    """The state of the callbacks, and with the recorder's the history"""
