# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Iterable
from typing import Any
from mylearner.keywords import users_line as users_line
__all__ = ['first_loss', 'check_leads', 'explain_loss']

def first_loss(loss_func, pred, yb: tuple) -> Any:
    """Compute a loss; raise if shapes would be broadcast or targets are not valid classes

    - `loss_func`: `(pred, *yb) -> loss`
    - `pred`: What the model gave
    - `yb`: Targets
    """

def check_leads(loss, params: Iterable) -> None:
    """Raise if gradients of `loss` reach none of `params`

    - `loss`: A loss to take gradients of
    - `params`: Tensors, one of which they must reach
    """

def explain_loss(learn, e: Exception) -> Any:
    """Make an error about targets name the targets and their items

    - `learn`: The learner, with the batch in hand that the error is about
    - `e`: What was raised
    """
