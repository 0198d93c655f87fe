# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from mylearner.callback.core import Callback as Callback
from mylearner.callback.fp16 import AMPMode as AMPMode, MixedPrecision as MixedPrecision
from mylearner.learner import Learner as Learner
__all__ = ['ChannelsLast']

class ChannelsLast(Callback):
    """Put the model into channels-last layout"""
    order: float
    unique: bool
    def before_fit(self) -> None:
        """Convert the model"""
