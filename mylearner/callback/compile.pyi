# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from contextlib import AbstractContextManager
from typing import Any, Self
from mylearner.callback.core import Callback as Callback
from mylearner.keywords import suggests_names as suggests_names, users_line as users_line
from mylearner.learner import Learner as Learner
from mylearner.torch_core import apply as apply, nearest as nearest
__all__ = ['CompileReport', 'TorchCompile']

class CompileReport:
    """Graphs, graph breaks and recompilations"""
    failed: Any
    seconds: float
    recompiles: list
    breaks: Any
    graphs: int
    def __init__(self) -> None: ...

class TorchCompile(Callback):
    """Run the model through `torch.compile` during fits and passes, in place"""
    backend: str
    mode: str | None
    fullgraph: bool
    dynamic: bool | None
    options: dict | None
    fallback: bool
    report: CompileReport
    order: float
    unique: bool
    purposes: tuple
    def __init__(self, backend: str = 'inductor', mode: str | None = None, fullgraph: bool = False, dynamic: bool | None = None, options: dict | None = None, fallback: bool = True) -> None:
        """- `backend`: As for `torch.compile`; 'eager' and 'aot_eager' trace only, to look for breaks
        - `mode`: 'default', 'reduce-overhead' (CUDA graphs, where there is a GPU), 'max-autotune', …
        - `fullgraph`: Is a line that cannot be traced an error?
        - `dynamic`: Sizes that vary: True from the start, False never, None: from the second size on
        - `options`: For the backend
        - `fallback`: Where compiling fails, warn and go on without?
        """
    def put_on(self) -> None:
        """Compile (at the next call) or use what was compiled"""
    def take_off(self) -> None:
        """Back to the plain model; complete the report"""
    def active(self) -> AbstractContextManager[Self]:
        """Calling `learn.model` inside the block runs the compiled code"""
    def before_fit(self) -> None:
        """Put it on"""
    def after_fit(self) -> None:
        """Take it off"""
    def before_batch(self) -> None:
        """CUDA graphs write their results into the same memory each time: say that the last step's are not needed any more"""
