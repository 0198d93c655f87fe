# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from typing import Any
__all__ = ['first_loss', 'explain_loss']

def first_loss(loss_func, pred, yb: tuple) -> Any:
    """Compute a loss; raise if shapes would be broadcast or targets are not valid classes

    - `loss_func`: `(pred, *yb) -> loss`
    - `pred`: What the model gave
    - `yb`: Targets
    """

def explain_loss(learn, e: Exception) -> Any:
    """Make an error about targets name the targets and their items

    - `learn`: The learner, with the batch in hand that the error is about
    - `e`: What was raised
    """
