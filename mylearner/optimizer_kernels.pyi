# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple
from mylearner.optimizer import Optimizer as Optimizer, debias as debias
from mylearner.optimizer_steppers import adam_chain as adam_chain, chain_key as chain_key, kernels as kernels, name_hint as name_hint, sgd_chain as sgd_chain
__all__ = ['Kernel', 'decayed', 'update_sqr_avg', 'update_averages', 'debiased_root', 'foreach_kernel']

class Kernel(NamedTuple):
    func: Any
    level: Any
    hypers: Any
    state: Any
    steps: Any = True
    torch_op: Any = ''
    def ok(self) -> Any: ...

def decayed(ps: Iterable, grads: Iterable, lr: float, wd: float, decouple_wd: bool) -> Any:
    """Shrink the weights, or give gradients that have the decay in them

    - `ps`: parameters
    - `grads`: their gradients
    - `lr`: learning rate
    - `wd`: weight decay
    - `decouple_wd`: shrink the weights, or add to the gradients?
    """

mom: float

names: tuple

def update_sqr_avg(grads: Iterable, sqr_avg: Iterable, sqr_mom: float) -> None:
    """Take the squared gradients into their averages

    - `grads`: gradients
    - `sqr_avg`: averages of their squares, updated in place
    - `sqr_mom`: share of the old average to keep
    """

def update_averages(grads: Iterable, grad_avg: Iterable, sqr_avg: Iterable, mom: float, sqr_mom: float) -> None:
    """Take the gradients and their squares into the averages

    - `grads`: gradients
    - `grad_avg`: their averages, updated in place
    - `sqr_avg`: averages of their squares, updated in place
    - `mom`: share of the old `grad_avg` to keep
    - `sqr_mom`: share of the old `sqr_avg` to keep
    """

def debiased_root(sqr_avg: Iterable, bias: float, eps: float) -> list:
    """Root of the debiased average, plus `eps`

    - `sqr_avg`: averaged squares
    - `bias`: from `debias`: how large an average of ones would be by now
    - `eps`: added to the root
    """

def foreach_kernel(f: Callable, chain: Callable, hypers: Iterable, state: Iterable, steps: bool = True) -> None:
    """Let `f` run the chain of steppers that `chain` gives

    - `f`: `f(ps, grads, *states, steps, *hypers)` on lists of tensors; may return more for the state, as `{name: one value per parameter}`
    - `chain`: `chain(decouple_wd)` gives the steppers
    - `hypers`: names of the hyper-parameters that `f` gets: `lr` first, `wd` last
    - `state`: names of the state tensors that `f` gets
    - `steps`: does `f` need the number of steps? Without it gets None
    """
