# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
import torch.nn
import torch.optim
from typing import Any
from mylearner.optimizer import Optimizer as Optimizer, mk_opt_func as mk_opt_func
from mylearner.optimizer_steppers import hyper_value as hyper_value
from mylearner.optimizer_torch import takes_lr as takes_lr
from mylearner.torch_core import norm_bias_params as norm_bias_params
__all__ = ['check_hyper', 'whole_number', 'check_count', 'param_groups', 'check_groups', 'thawed', 'has_own_lr', 'check_hypers', 'check_held', 'make_opt', 'match_opt', 'FitHypers']

def check_hyper(k: str, v) -> int:
    """Refuse what no optimizer could use as hyper-parameter `k`

    - `k`: Its name for the error: `lr`, `wd`
    - `v`: A number, a list of numbers, or a slice
    """

def whole_number(k: str, v, least: int = 0, of: str = '') -> int:
    """`v` as an `int`

    - `k`: Its name for the error
    - `v`: A whole number: Python's, NumPy's or PyTorch's; a float such as `1e6` or `64/2` too
    - `least`: The smallest that makes sense
    - `of`: What it counts, for the error
    """

def check_count(k: str, v) -> int:
    """A number of epochs

    - `k`: Its name for the error: `n_epoch`, `start_epoch`
    - `v`: A whole number
    """

def param_groups(model: torch.nn.Module, splitter: Callable) -> list:
    """The splitter's groups as lists

    - `model`: An `nn.Module`
    - `splitter`: model -> list of parameters, or list of lists, one for each group
    """

def check_groups(model: torch.nn.Module, groups: list) -> None:
    """Refuse groups unless each trainable parameter is in them exactly once

    - `model`: An `nn.Module`
    - `groups`: From `param_groups`
    """

def thawed(params: Iterable) -> AbstractContextManager[None]:
    """Let `params` require gradients for the length of a block

    - `params`: Parameters that a group holds; those that cannot have a gradient are passed over
    """

def has_own_lr(opt_func: Callable | torch.optim.Optimizer) -> bool:
    """Does `opt_func` bring a learning rate?

    - `opt_func`: What makes an optimizer
    """

def check_hypers(lr: float | list | slice | None, wd: float | list | slice | None, n_groups: Callable, opt_func: Callable | torch.optim.Optimizer | None = None) -> None:
    """Refuse a wrong optimizer, learning rate or decay before anything is touched

    - `wd`: As given; None for what the optimizer comes with
    - `n_groups`: Called without arguments where a list was given
    - `opt_func`: What is about to make a new optimizer; None: there is one already
    """

def check_held(model: torch.nn.Module, opt: Optimizer) -> None:
    """Refuse an optimizer that lacks a trainable parameter of `model`

    - `model`: An `nn.Module`
    - `opt`: An `Optimizer`
    """

def make_opt(model: torch.nn.Module, opt_func: Callable | torch.optim.Optimizer, splitter: Callable, lr: float | list | slice | None, wd_bn_bias: bool = False, train_bn: bool = True) -> Any:
    """An optimizer of everything in `model` that is to be trained

    - `model`: An `nn.Module`
    - `opt_func`: `(params, lr) -> optimizer`: ours, or any `torch.optim` class, `partial` or instance
    - `splitter`: model -> list of parameters, or list of lists, one for each group
    - `lr`: A number, a list, a slice
    - `wd_bn_bias`: Decay normalisation layers and biases too?
    - `train_bn`: Go on training normalisation layers in frozen groups?
    """

def match_opt(opt: Optimizer, model: torch.nn.Module, splitter: Callable, wd_bn_bias: bool = False, train_bn: bool = True) -> tuple:
    """Take in what became trainable, and let go what the model has lost

    - `opt`: An `Optimizer` that the learner made
    - `model`: An `nn.Module`
    - `splitter`: model -> list of parameters, or list of lists, one for each group
    - `train_bn`: As for `make_opt`
    """

class FitHypers:
    """Hyper-parameters of one fit"""
    lr: Any
    wd: Any
    before: list
    met: set
    def __init__(self, lr: float | list | slice | None, wd: float | list | slice | None = None) -> None:
        """- `lr`: A number, a list, a slice
        - `wd`: None: as the optimizer has it
        """
    def give(self, opt: Optimizer) -> None:
        """Set them, and remember what there was

        - `opt`: The optimizer that the fit uses from now on
        """
    def take_back(self, opt: Optimizer) -> None:
        """Put back what there was

        - `opt`: The one that was given them
        """
