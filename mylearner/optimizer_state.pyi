# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Iterable
import torch
from mylearner.optimizer import Optimizer as Optimizer
from mylearner.optimizer_steppers import chain_key as chain_key, kernels as kernels, read_params as read_params
__all__ = ['pytorch_hp_map', 'check_keys', 'check_shapes', 'lasting']

def check_keys(sd, keys: Iterable, other: str, hint: str) -> None:
    """Raise an error if `sd` is no state with these keys

    - `sd`: what may be a state
    - `keys`: those that it must have
    - `other`: a key that gives away another kind of optimizer
    - `hint`: words for that case
    """

def check_shapes(name: str, s: dict, p: torch.Tensor) -> None:
    """Raise an error if a saved tensor has another shape than its parameter

    - `name`: what to call the parameter
    - `s`: its saved state
    - `p`: the parameter
    """

def lasting(opt: Optimizer, but: Iterable = ()) -> dict:
    """What is pickled of an optimizer: not its hooks, and not what torch's schedulers put on the instance

    - `opt`: an optimizer
    - `but`: attributes that are not kept
    """

pytorch_hp_map: dict
