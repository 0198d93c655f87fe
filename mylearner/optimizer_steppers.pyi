# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Callable, Iterable
from typing import Any
from mylearner.keywords import suggests_names as suggests_names, users_line as users_line
from mylearner.optimizer import sgd_step as sgd_step, weight_decay as weight_decay, l2_reg as l2_reg, Optimizer as Optimizer, average_grad as average_grad, momentum_step as momentum_step, SGD as SGD, average_sqr_grad as average_sqr_grad, step_stat as step_stat, debias as debias, adam_step as adam_step, Adam as Adam
from mylearner.torch_core import nearest as nearest
__all__ = ['kernels', 'sgd_step', 'weight_decay', 'l2_reg', 'read_params', 'name_hint', 'Optimizer', 'chain_key', 'hyper_value', 'average_grad', 'momentum_step', 'sgd_chain', 'SGD', 'average_sqr_grad', 'step_stat', 'debias', 'adam_step', 'adam_chain', 'Adam']

def read_params(params: Iterable) -> tuple:
    """Groups of tensors, and each group's own hyper-parameters, from whatever you pass as parameters

    - `params`: tensors, a list of tensors per group, or dicts with `params` and hyper-parameters
    """

def name_hint(k: str, names: Iterable) -> str:
    """The end of a message about an unknown name

    - `k`: the name that is not known
    - `names`: those that are
    """

kernels: dict

def chain_key(cbs: Iterable) -> tuple:
    """A list of steppers as a key: functions, with the arguments that `partial` fixed

    - `cbs`: steppers
    """

def hyper_value(v) -> Any:
    """A hyper-parameter as it is now: of a tensor, which is set in place, the number in it (a copy on other devices, without waiting)

    - `v`: what a group holds
    """

def sgd_chain(mom, decouple_wd: bool) -> list:
    """The steppers of `SGD`

    - `mom`: any momentum at all?
    - `decouple_wd`: shrink the weights, or add to the gradient?
    """

def adam_chain(decouple_wd: bool, step: Callable = adam_step) -> list:
    """The steppers of `Adam`

    - `decouple_wd`: shrink the weights, or add to the gradient?
    - `step`: the last stepper: relatives of Adam take another one
    """
