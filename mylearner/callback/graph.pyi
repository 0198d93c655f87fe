# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Iterable
import torch
from typing import Any
from mylearner.callback.core import Callback as Callback, CancelBackwardException as CancelBackwardException, CancelStepException as CancelStepException
from mylearner.callback.guard import NonFiniteError as NonFiniteError
from mylearner.callback.tape import CudaGraph as CudaGraph, Tape as Tape
from mylearner.keywords import suggests_names as suggests_names, users_line as users_line
from mylearner.learner import Learner as Learner
from mylearner.metric import batch_count as batch_count
from mylearner.optimizer_graph import RecordedStep as RecordedStep, why_not as why_not
from mylearner.torch_core import apply as apply, to_detach as to_detach, device_of as device_of
__all__ = ['GraphReport', 'StepGraph', 'LossRows', 'LossWatch', 'Tape', 'CudaGraph']

class GraphReport:
    """Steps that were recorded, repeated, or run plainly"""
    memory: int
    outside: Any
    plain: Any
    repeated: int
    recorded: int
    def __init__(self) -> None: ...
    def line(self) -> Any:
        """All of it in one line"""

class StepGraph(Callback):
    """Record steps once, and repeat them"""
    report: GraphReport
    warmup: int
    max_graphs: int
    backend: type | None
    check: bool
    order: float
    unique: bool
    purposes: tuple
    def __init__(self, warmup: int = 3, max_graphs: int = 8, backend: type | None = None, check: bool = True) -> None:
        """- `warmup`: Plain steps with batches of one shape before a step is recorded
        - `max_graphs`: Batches of further shapes run plainly
        - `backend`: `CudaGraph`, `Tape`, or a class like them; None: `CudaGraph` if the model is on a GPU
        - `check`: Compare two repeated steps of each graph with plain ones?
        """
    def forget(self) -> None:
        """Drop all graphs; what comes next is recorded anew"""
    def before_fit(self) -> None:
        """Does this fit go on where another was stopped?"""
    def before_train(self) -> None:
        """Take over"""
    def before_validate(self) -> None:
        """Take over"""
    def after_train(self) -> None:
        """Give back; was every loss finite?"""
    def after_validate(self) -> None:
        """Give back"""
    def after_fit(self) -> None:
        """Give back, whatever happened; say what was repeated"""

class LossRows:
    """Rows for the losses of repeated steps"""
    at: torch.Tensor
    n: Any
    places: Any
    def __init__(self, at: torch.Tensor) -> None:
        """- `at`: Where a graph leaves its loss; or two numbers, the loss and what its mean was taken over"""
    def take(self) -> tuple:
        """Copy what the graph has left to a row of its own"""

class LossWatch:
    """Is every loss of repeated steps finite? A flag on the device"""
    buffers: list
    sent: Any
    ready: Any
    flag: Any
    zero: Any
    skip: Any
    noted: list
    waiting: bool
    good: Any
    newer: Any
    every: int
    def __init__(self, learn: Learner, device: str | torch.device) -> None:
        """- `learn`: The learner
        - `device`: Where its losses are
        """
    def start(self) -> None:
        """Forget what was; the buffers are good as they are"""
    def look(self, learn: Learner, norms: Iterable = ()) -> torch.Tensor:
        """Make the flag NaN if the loss is not finite; part of the recording

        - `learn`: The learner, before the step
        - `norms`: Norms of gradients, where somebody has computed them
        """
    def note(self, learn: Learner, step: RecordedStep) -> None:
        """Remember the batch, and read the flag if it is time

        - `learn`: The learner, after a repeated step
        - `step`: The `RecordedStep`
        """
    def read(self, learn: Learner, step: RecordedStep) -> None:
        """Wait, and read the flag

        - `learn`: The learner
        - `step`: The `RecordedStep`
        """
    def fault(self, learn: Learner, step: RecordedStep) -> None:
        """Put the buffers back, and raise

        - `learn`: The learner
        - `step`: The `RecordedStep`
        """
