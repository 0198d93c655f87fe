# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Callable
from typing import Any
from mylearner.data.loader import DataLoader as DataLoader
from mylearner.data.workers import iter_batches as iter_batches
from mylearner.learner_state import reading_changes as reading_changes
__all__ = ['loader_state', 'kept_workers', 'keep_workers', 'rest_of_pass', 'loader_doubt']

def loader_state(dl) -> Any:
    """Where a loader stands, if it knows

    - `dl`: Any loader
    """

def kept_workers(dl) -> bool:
    """Has a loader of torch its persistent workers from an earlier pass?

    - `dl`: Any loader
    """

def keep_workers(dl, there: bool) -> None:
    """Have the persistent workers of torch's loader, or have none

    - `dl`: Any loader
    - `there`: From `kept_workers`, in another process perhaps
    """

def rest_of_pass(dl, n: int, state, began: Callable, ready: Callable) -> Any:
    """The batches of a pass that were still to come

    - `dl`: Any loader
    - `n`: Batches that were given before
    - `state`: From `loader_state`, at that place
    - `began`: Puts back the random state at the beginning of the pass
    - `ready`: Puts back the random state at that place
    """

def loader_doubt(dl) -> str | None:
    """Why a pass of this loader may not go on exactly

    - `dl`: Any loader
    """
