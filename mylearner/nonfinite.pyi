# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
import torch.nn
from mylearner.data.collate import leaves as leaves
from mylearner.torch_core import get_model as get_model, get_random_states as get_random_states, set_random_states as set_random_states
__all__ = ['NonFinite', 'first_nonfinite']

class NonFinite:
    """The first tensor of a run that is not finite"""
    part: str
    name: str
    text: str
    rows: list | None
    def __init__(self, part: str, name: str, text: str, rows: list | None = None) -> None:
        """- `part`: 'input', 'layer', 'target', 'loss' or 'gradient'
        - `name`: Of the input, the layer (`''`: the model itself) or the parameter
        - `text`: A sentence about it
        - `rows`: Rows of the batch in which it is not finite; None: it has no rows
        """

def first_nonfinite(model: torch.nn.Module, xb: tuple, yb: tuple = (), loss_func=None, call=None) -> NonFinite | None:
    """Run a batch and find the first tensor that is not finite; leaves no trace

    - `xb`: Inputs
    - `yb`: Targets
    - `loss_func`: Gives the loss of prediction and targets; None: look at the forward pass only
    - `call`: Calls the model given to it with the batch, and gives the prediction; None: `model(*xb)`
    """
