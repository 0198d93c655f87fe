# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
import torch.nn
from typing import Any
from mylearner.callback.core import Callback as Callback, CancelBackwardException as CancelBackwardException, CancelBatchException as CancelBatchException, CancelStepException as CancelStepException, CancelTrainException as CancelTrainException, CancelValidException as CancelValidException
from mylearner.callback.guard import see_norm as see_norm
from mylearner.keywords import suggests_names as suggests_names, users_line as users_line
from mylearner.losses import mean_over as mean_over, warn_unsaid as warn_unsaid
from mylearner.metric import batch_count as batch_count, batch_rows as batch_rows
__all__ = ['bn_types', 'GradientAccumulation', 'GradientClip', 'ShortEpochCallback', 'set_bn_eval', 'BnFreeze']

class GradientAccumulation(Callback):
    """Step once for every `n_acc` rows, or every `n_batches` batches"""
    count: Any
    n_acc: Any
    order: float
    run_valid: bool
    unique: bool
    state_names: tuple
    adds_up: bool
    graph_early: tuple
    n_batches: Any
    def __init__(self, n_acc: int = 32, n_batches: int | None = None) -> None:
        """- `n_acc`: Rows (not batches) to a step, in all processes together
        - `n_batches`: Batches to a step, in place of rows; with several processes, batches of each
        """
    def before_fit(self) -> None:
        """Nothing accumulated"""
    def before_backward(self) -> None:
        """This batch's share"""
    def before_step(self) -> Any:
        """Wait until there are enough rows"""
    def after_train(self) -> None:
        """Step with what is left"""
    def n_steps(self, learn) -> int:
        """Steps of the optimizer in an epoch

        - `learn`: A learner, about to train on `learn.dl`
        """

class GradientClip(Callback):
    """Bound the norm of the gradient"""
    max_norm: float
    norm_type: float
    norm: Any
    order: float
    run_valid: bool
    graph_safe: bool
    def __init__(self, max_norm: float = 1.0, norm_type: float = 2.0) -> None:
        """- `max_norm`: Longest gradient, more than 0
        - `norm_type`: 2: Euclidean; `inf`: the largest entry
        """
    def before_step(self) -> None:
        """Clip, and keep the norm from before (on the device) in `norm`"""
    def before_fit(self) -> None:
        """Refuse an optimizer whose gradients would not be clipped"""

class ShortEpochCallback(Callback):
    """End each epoch after a share of its batches"""
    pct: float
    short_valid: bool
    purposes: tuple
    def __init__(self, pct: float = 0.01, short_valid: bool = True) -> None:
        """- `pct`: Share of the batches, in (0,1]
        - `short_valid`: Shorten the validation too?
        """
    def after_batch(self) -> None:
        """Cancel the rest of this part"""
    def before_train(self) -> None:
        """Refuse what has no length"""
    def before_validate(self) -> None:
        """The same, if it matters"""

bn_types: tuple

def set_bn_eval(m: torch.nn.Module, use_eval: bool = True) -> None:
    """Set the mode of all batch norm layers whose parameters are frozen

    - `m`: All layers in it, however deep
    - `use_eval`: Evaluation mode; False: training mode
    """

class BnFreeze(Callback):
    """Keep the statistics of frozen batch norm layers"""
    order: float
    def before_train(self) -> None:
        """Frozen ones to evaluation mode"""
