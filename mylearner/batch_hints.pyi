# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from mylearner.torch_core import get_model as get_model, shapes as shapes
__all__ = ['batch_hint']

def batch_hint(learn, e: Exception, inside: bool = True) -> str | None:
    """What to look at, in terms of loader, model and loss function; `None` if there is nothing to say

    - `learn`: The learner, with the batch in hand that the error is about
    - `e`: What was raised
    - `inside`: Is there a batch already? Else the loader raised it
    """
