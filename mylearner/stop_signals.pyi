# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from typing import Any
__all__ = ['TrainingInterrupted', 'StopSignals']

class TrainingInterrupted(Exception):
    """Training was stopped by a signal, after a checkpoint was written"""

class StopSignals:
    """Watch for signals to stop; `told` is the first one that came, or None"""
    told: Any
    old: dict
    pid: Any
    watched: list
    def __init__(self) -> None: ...
    def watch(self) -> bool:
        """Put the handlers in place"""
    def unwatch(self) -> None:
        """Put back the handlers that were there before"""
    def stopping(self) -> BaseException:
        """What to raise for the signal that came: `KeyboardInterrupt` for Ctrl-C, else `TrainingInterrupted`"""
