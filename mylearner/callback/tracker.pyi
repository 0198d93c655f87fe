# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Callable
import torch.nn
from typing import Any, NamedTuple
from mylearner.callback.core import Callback as Callback, CancelFitException as CancelFitException, cannot_write as cannot_write
from mylearner.callback.guard import all_ignored as all_ignored, as_before_batch as as_before_batch, read_loss as read_loss, send_loss as send_loss
from mylearner.groups import whole_number as whole_number
from mylearner.keywords import suggests_names as suggests_names, users_line as users_line
from mylearner.learner import Learner as Learner, Recorder as Recorder
from mylearner.loop import n_batches as n_batches
from mylearner.torch_core import get_model as get_model, nearest as nearest, num_distrib as num_distrib, rank_distrib as rank_distrib
__all__ = ['Best', 'weights_version', 'greater_is_better', 'guess_greater', 'TrackerCallback', 'EarlyStoppingCallback', 'SaveModelCallback', 'ReduceLROnPlateau', 'TerminateOnNaNCallback']

class _Patient(TrackerCallback):
    """Count the epochs without improvement, and act after `patience` of them"""
    patience: int
    wait: Any
    state_names: tuple
    def __init__(self, monitor, comp, min_delta, patience, reset_on_fit) -> None: ...
    def before_fit(self) -> None:
        """Start counting"""
    def after_epoch(self) -> None:
        """Count, and perhaps act"""

class Best(NamedTuple):
    value: Any
    epoch: Any
    step: Any
    weights: Any
    whole: Any = True

def weights_version(model: torch.nn.Module) -> str:
    """A short name for the weights that a model has now

    - `model`: May be wrapped
    """

def greater_is_better(learn: Learner, column: str) -> bool | None:
    """Is a greater value in this column better?

    - `column`: Of the recorder
    """

def guess_greater(column: str) -> bool:
    """Guess from the name whether greater is better"""

class TrackerCallback(Callback):
    """Keep track of the best value of one recorded column"""
    best: Any
    monitor: str
    comp: Any
    min_delta: Any
    reset_on_fit: bool
    new_best: bool
    idx: Any
    measured: bool
    order: float
    remove_on_fetch: bool
    purposes: tuple
    state_names: tuple
    best_at: Any
    def __init__(self, monitor: str = 'valid_loss', comp: Callable | None = None, min_delta: float = 0.0, reset_on_fit: bool = True) -> None:
        """- `monitor`: Column of the recorder: a loss or a metric
        - `comp`: `comp(new, best)` is True where new is better (`np.less`, `np.greater`); None: as the metric says
        - `min_delta`: Smallest change that counts as better, in the column's unit
        - `reset_on_fit`: Forget the best value when a fit begins?
        """
    def needs(self) -> list:
        """A recorder, and the column in it"""
    def before_fit(self) -> None:
        """Find the column and its direction"""
    def needs_of_batch(self) -> list:
        """A column of single numbers"""
    def load_state_dict(self, sd: dict) -> None:
        """Restore a tracker's state

        - `sd`: From `state_dict`
        """
    def after_epoch(self) -> None:
        """Compare"""
    def before_train(self) -> None:
        """Count the epochs that are not skipped"""
    def after_fit(self) -> None:
        """Warn if there was nothing to compare"""

class EarlyStoppingCallback(_Patient):
    """Stop training when a column has not improved for `patience` epochs"""
    order: float
    def __init__(self, monitor: str = 'valid_loss', comp: Callable | None = None, min_delta: float = 0.0, patience: int = 1, reset_on_fit: bool = True) -> None:
        """- `monitor`: Column of the recorder
        - `comp`: As for `TrackerCallback`
        - `min_delta`: Smallest change that counts as better
        - `patience`: Epochs without improvement until training stops (0 as 1)
        - `reset_on_fit`: Forget the best value when a fit begins?
        """

class SaveModelCallback(TrackerCallback):
    """Save the model when a column improves, and load the best one when the fit is done"""
    fname: str
    every_epoch: bool | int
    at_end: bool
    with_opt: bool
    last_saved_path: Any
    measured: bool
    new_best: bool
    best: Any
    best_at: Any
    min_delta: Any
    idx: Any
    comp: Any
    order: float
    state_names: tuple
    def __init__(self, monitor: str = 'valid_loss', comp: Callable | None = None, min_delta: float = 0.0, fname: str = 'model', every_epoch: bool | int = False, at_end: bool = False, with_opt: bool = False, reset_on_fit: bool = True) -> None:
        """- `monitor`: Column of the recorder
        - `comp`: As for `TrackerCallback`
        - `min_delta`: Smallest change that counts as better
        - `fname`: File within `learn.path/learn.model_dir`
        - `every_epoch`: Save after every epoch (or every so many), as `fname_3`, instead of the best
        - `at_end`: Save the last state when the fit ends, instead of loading the best
        - `with_opt`: With the optimizer's state?
        - `reset_on_fit`: Forget the best value when a fit begins?
        """
    def after_epoch(self) -> None:
        """Save if it is time; an epoch before `start_epoch` has nothing to save"""
    def after_validate(self) -> None:
        """Note the weights that were measured"""
    def needs(self) -> Any:
        """A folder to write to, with room for two files, since the old one goes when the new one is there"""
    def before_fit(self) -> None:
        """Nothing saved yet in this fit"""
    def before_epoch(self) -> None:
        """Nothing has run yet"""
    def before_train(self) -> None:
        """This epoch is not skipped"""
    def after_fit(self) -> Any:
        """Save the last state, or load the best one; after an error the weights stay as they are"""

class ReduceLROnPlateau(_Patient):
    """Divide the learning rate by `factor` when a column has not improved for `patience` epochs"""
    factor: float
    min_lr: float
    wait: int
    order: float
    def __init__(self, monitor: str = 'valid_loss', comp: Callable | None = None, min_delta: float = 0.0, patience: int = 1, factor: float = 10.0, min_lr: float = 0, reset_on_fit: bool = True) -> None:
        """- `monitor`: Column of the recorder
        - `comp`: As for `TrackerCallback`
        - `min_delta`: Smallest change that counts as better
        - `patience`: Epochs without improvement until the rate is lowered
        - `factor`: What it is divided by, more than 1
        - `min_lr`: Never lower than this
        - `reset_on_fit`: Forget the best value when a fit begins?
        """

class TerminateOnNaNCallback(Callback):
    """Stop training when the loss is NaN or infinite"""
    order: float
    run_valid: bool
    purposes: tuple
    def before_backward(self) -> None:
        """On a GPU, have the loss on its way"""
    def before_step(self) -> None:
        """Check the loss"""
    def after_batch(self) -> None:
        """Check the loss of a batch that came to no step, because a callback has cancelled it"""
