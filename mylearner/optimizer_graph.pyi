# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from torch import Tensor
from typing import Any, NamedTuple
from mylearner.optimizer import Optimizer as Optimizer, OptimWrapper as OptimWrapper
from mylearner.optimizer_kernels import decayed as decayed
from mylearner.optimizer_state import check_keys as check_keys
__all__ = ['Form', 'why_not', 'RecordedStep']

class Form(NamedTuple):
    values: Any
    step: Any
    moves: Any

def why_not(opt: Optimizer, moving: bool = False) -> str | None:
    """The reason why a step of `opt` cannot be recorded

    - `opt`: One that has made a step
    - `moving`: May a schedule move more than the learning rate?
    """

class RecordedStep:
    """A step whose hyper-parameters lie in memory"""
    sent: Any
    rows: Any
    written: Any
    memory: Any
    ones: Any
    still: Any
    last: Any
    vals: Any
    counts: Any
    calls: Any
    moving: Any
    opt: Optimizer
    torch: bool
    holds: Any
    def __init__(self, opt: Optimizer, moving: bool = False) -> None:
        """- `opt`: One that has made a step, and for which `why_not` gives None
        - `moving`: May a schedule move momentum and weight decay, besides the learning rate?
        """
    def update(self) -> bool:
        """Copy what the next step reads to memory"""
    def made(self) -> None:
        """Count a step that was repeated"""
    def unmade(self, n: int) -> None:
        """Take back the counts of steps that `stop` has kept from being made

        - `n`: Steps
        """
    def recount(self) -> None:
        """Read the counts anew at the next step"""
    def __call__(self, stop: Tensor | None = None) -> Any:
        """Make the step

        - `stop`: On the device: 1 if there is to be no step
        """
