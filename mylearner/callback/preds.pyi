# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from mylearner.callback.core import Callback as Callback
__all__ = ['MCDropoutCallback']

class MCDropoutCallback(Callback):
    """Keep dropout on in validation"""
    def before_validate(self) -> None:
        """Dropout layers to training mode"""
    def after_validate(self) -> None:
        """Dropout layers back to evaluation mode"""
    def after_fit(self) -> None:
        """The same, if an error came first"""
