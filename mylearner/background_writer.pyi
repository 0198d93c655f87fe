# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Callable
from mylearner.checkpoint_files import CheckpointError as CheckpointError, FILES as FILES
__all__ = ['copied_contents', 'BackgroundWriter']

def copied_contents(contents: dict) -> dict:
    """The same contents, in memory that nobody else writes to

    - `contents`: From `checkpoint_contents`; its tensors are taken out one by one
    """

class BackgroundWriter:
    """Runs a function in another thread, one at a time"""
    def __init__(self) -> None: ...
    @property
    def failed(self) -> bool:
        """Is there an error that nobody has seen?"""
    def settle(self) -> None:
        """Wait until nothing is being written; an interrupt ends that early"""
    def wait(self) -> None:
        """Wait until nothing is being written, and raise what went wrong, once"""
    def start(self, f: Callable) -> None:
        """Wait for what is being written, then run `f` in another thread

        - `f`: Called with an event: once that is set, `f` shall end with an error
        """
