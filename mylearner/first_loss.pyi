# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from typing import Any
__all__ = ['first_loss', 'explain_loss']

def first_loss(loss_func, pred, yb: tuple) -> Any:
    """A loss, or an error where shapes spread or targets are no classes

    - `loss_func`: `(pred, *yb) -> loss`
    - `pred`: What the model gave
    - `yb`: Targets
    """

def explain_loss(learn, e: Exception) -> Any:
    """Let an error about targets say which ones, and of which items

    - `learn`: The learner, with the batch in hand that the error is about
    - `e`: What was raised
    """
