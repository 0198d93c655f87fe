# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from mylearner.torch_core import get_model as get_model
__all__ = ['batch_hint']

def batch_hint(learn, e: Exception) -> str | None:
    """What to look at, in terms of loader, model and loss function; `None` if there is nothing to say

    - `learn`: The learner, with the batch in hand that the error is about
    - `e`: What was raised
    """
