# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Iterable
from mylearner.callback.set import Callbacks
from mylearner.data.core import DataLoaders
from mylearner.history import History
from mylearner.learner import Learner, Recorder
from mylearner.optimizer import Optimizer
from pathlib import Path
import torch
import torch.nn
from typing import Any
from mylearner.keywords import users_line as users_line
from mylearner.torch_core import find_bs as find_bs, nearest as nearest, to_concat as to_concat
__all__ = ['cancel_exceptions', 'closing_events', 'event', 'is_event', 'CancelException', 'CancelStepException', 'CancelBackwardException', 'CancelBatchException', 'CancelTrainException', 'CancelValidException', 'CancelEpochException', 'CancelFitException', 'Callback', 'snake_name', 'short_name', 'other_name', 'unique_class', 'NoAttribute', 'BatchTuple', 'defines', 'cannot_write', 'TrainEvalCallback', 'OptimizerModes', 'GatherPredsCallback', 'FetchPredsCallback']

class event:
    """Every event's name as an attribute, in firing order"""
    all: tuple
    in_batch: tuple
    after_create: str
    before_fit: str
    before_epoch: str
    before_train: str
    before_batch: str
    after_pred: str
    after_loss: str
    before_backward: str
    after_cancel_backward: str
    after_backward: str
    before_step: str
    after_cancel_step: str
    after_step: str
    after_cancel_batch: str
    after_batch: str
    after_cancel_train: str
    after_train: str
    before_validate: str
    after_cancel_validate: str
    after_validate: str
    after_cancel_epoch: str
    after_epoch: str
    after_cancel_fit: str
    after_fit: str

def is_event(name: str) -> bool:
    """Is `name` an event, one of `event.all` or one that you have registered?

    - `name`: A name
    """

class CancelException(Exception):
    """Base of the exceptions with which a callback leaves a part of the loop"""

class CancelStepException(CancelException):
    """Skip the optimizer's step"""

class CancelBackwardException(CancelException):
    """Skip the backward pass; the step still runs"""

class CancelBatchException(CancelException):
    """Skip the rest of this batch"""

class CancelTrainException(CancelException):
    """Skip the rest of this epoch's training part"""

class CancelValidException(CancelException):
    """Skip the rest of this validation"""

class CancelEpochException(CancelException):
    """Skip the rest of this epoch"""

class CancelFitException(CancelException):
    """Stop training"""

cancel_exceptions: dict

closing_events: dict

class Callback:
    """A set of methods named after events, called by a `Learner` when those events fire"""
    order: float
    learn: Learner
    run: bool
    run_train: bool
    run_valid: bool
    purposes: Any
    unique: bool
    state_names: Any
    remove_on_fetch: bool
    inner: Any
    def __init__(self, **kwargs) -> None: ...
    @property
    def name(self) -> str:
        """Attribute name on the learner: the class name in snake case, without *Callback*, numbered if taken"""
    @property
    def xb(self) -> tuple:
        """The learner's `xb`, ready for arithmetic"""
    @property
    def yb(self) -> tuple:
        """The learner's `yb`, ready for arithmetic"""
    def check_names(self) -> None:
        """Refuse methods whose name is almost an event's, or that would not run; warn of events that go by another name here"""
    def wants(self, ev: str, training: bool, purpose: str) -> bool:
        """Do `run`, `run_train`, `run_valid` and `purposes` let this callback hear `ev`?

        - `ev`: An event's name
        - `training`: Is it fired while training (rather than validating)?
        - `purpose`: What the learner is doing, as in `learn.purpose`
        """
    def __call__(self, event_name: str) -> Any:
        """Handle `event_name`, if the callback listens to it and is not muted

        - `event_name`: An event's name
        """
    def handler(self, ev: str) -> Any:
        """What this callback does on `ev`

        - `ev`: An event's name
        """
    def state_dict(self) -> dict:
        """The attributes named in `state_names`"""
    def load_state_dict(self, sd: dict) -> None:
        """Put back what `state_dict` gave

        - `sd`: From `state_dict` of a callback of this class
        """
    def needs(self) -> list:
        """What this callback needs for a fit and does not have"""
    def needs_of_batch(self) -> list:
        """What this callback needs and does not have, asked in the first training batch of a fit, with `pred` on the learner"""
    dls: DataLoaders
    model: torch.nn.Module
    opt: Optimizer
    opt_func: Any
    loss_func: Any
    splitter: Any
    path: Any
    model_dir: Any
    lr: Any
    wd: Any
    moms: Any
    wd_bn_bias: Any
    train_bn: Any
    default_cbs: Any
    cbs: Callbacks
    metrics: Any
    x: Any
    y: Any
    pred: Any
    loss: torch.Tensor
    loss_grad: torch.Tensor
    grad_scale: Any
    dl: Any
    shared: Any
    mean_over: Any
    whole: Any
    row_mean: Any
    data: Any
    dbunch: DataLoaders
    n_epoch: int
    epoch: int
    iter: int
    n_iter: Any
    train_iter: int
    pct_train: float
    training: bool
    purpose: Any
    exception: BaseException | None
    final_record: Any
    logger: Any
    create_mbar: bool
    silent: Any
    recorder: Recorder
    history: History
    loss_before: Any
    n_fits: int
    fit_args: Any
    going_on: Any

def snake_name(name: str) -> Any:
    """A class name in snake case: `NaN` counts as a word"""

def short_name(cls) -> Any:
    """A class name without *Callback*"""

def other_name(cb) -> Any:
    """The name of the class itself, as fastai forms it: `terminate_on_na_n`"""

def unique_class(cb) -> Any:
    """The class of which a learner has one instance at most, or None"""

class NoAttribute(AttributeError):
    """An `AttributeError` that looks for the nearest name only when somebody reads it"""
    places: Any
    lost: str
    def __init__(self, said: str, name: str, *places, lost: str = '') -> None: ...

class BatchTuple(tuple):
    """A batch's inputs or targets; arithmetic with numbers or tensors applies to each element"""
    def __add__(self, o) -> Any: ...
    def __sub__(self, o) -> Any: ...
    def __mul__(self, o) -> Any: ...
    def __truediv__(self, o) -> Any: ...
    def __radd__(self, o) -> Any: ...
    def __rsub__(self, o) -> Any: ...
    def __rmul__(self, o) -> Any: ...
    def __neg__(self) -> BatchTuple: ...

def defines(cls, name: str) -> bool:
    """Do `cls`, or the classes between it and `Callback`, define `name`? What `Callback` has itself does not count

    - `name`: A method's name
    """

def cannot_write(folder: str | Path, n_bytes: int = 0) -> list:
    """Why a file of `n_bytes` could not be written to `folder`

    - `folder`: A folder, which need not exist yet
    - `n_bytes`: Room that is needed there
    """

class TrainEvalCallback(Callback):
    """Keep the counters, and the model in the right mode on the right device"""
    order: float
    run_valid: bool
    unique: bool
    def after_create(self) -> None:
        """Until a fit says otherwise"""
    def before_fit(self) -> None:
        """Zero the counters, move model and loss to the loaders' device, and `reset` a model that has a memory"""
    def before_train(self) -> None:
        """Training mode"""
    def after_batch(self) -> None:
        """Count"""
    def before_validate(self) -> None:
        """Evaluation mode"""

class OptimizerModes(Callback):
    """Switch an optimizer that has a mode between training and evaluation"""
    order: float
    unique: bool
    @staticmethod
    def needed(opt) -> bool:
        """Has the optimizer methods `train` and `eval`?"""
    def before_train(self) -> None:
        """Training mode"""
    def after_train(self) -> None:
        """From here on the mode follows what comes (accumulated gradients may still be waiting for their step)"""
    def before_validate(self) -> None:
        """Evaluation mode"""
    def after_validate(self) -> None:
        """Training mode again, in the middle of a training pass"""
    def after_epoch(self) -> None:
        """Evaluation mode, before anyone saves"""
    def after_fit(self) -> None:
        """Evaluation mode, whatever happened"""

class GatherPredsCallback(Callback):
    """Collect inputs, predictions, targets and losses of a validation pass"""
    with_targs: Any
    with_preds: Any
    save_preds: Any
    save_targs: Any
    with_input: bool
    with_loss: bool
    concat_dim: int
    pickle_protocol: int
    n_batch: Any
    n_rows: Any
    kept: list
    cancelled: bool
    inputs: list
    preds: list
    targets: list
    losses: list
    @staticmethod
    def act(x=None, *args, **kwargs) -> Any:
        """Do nothing"""
    def __init__(self, with_input: bool = False, with_loss: bool = False, save_preds: Path | None = None, save_targs: Path | None = None, with_preds: bool | None = None, with_targs: bool | None = None, concat_dim: int = 0, pickle_protocol: int = 2) -> None:
        """- `with_input`: Keep the inputs
        - `with_loss`: Keep the losses, one per row if the loss is not reduced
        - `save_preds`: Folder for predictions, one file per batch
        - `save_targs`: Folder for targets
        - `with_preds`: Keep predictions in memory; None: unless `save_preds` is given
        - `with_targs`: Keep targets in memory; None: unless `save_targs` is given
        - `concat_dim`: The batch dimension, along which batches are joined
        - `pickle_protocol`: For the files
        """
    def before_validate(self) -> None:
        """Start empty"""
    def before_batch(self) -> None:
        """Keep the inputs"""
    def after_batch(self) -> None:
        """Keep or write what this batch gave; one that was cancelled before there was a prediction is left out"""
    def after_validate(self) -> None:
        """Join the batches"""
    def after_cancel_validate(self) -> None:
        """What has been given so far is what there is"""
    def rows(self, given) -> list | None:
        """Row numbers of what was kept: a batch that was cancelled has none

        - `given`: Row numbers of all that the loader gave; None: unknown
        """
    def all_tensors(self) -> list:
        """Everything collected, in the order in which `Learner.get_preds` returns it"""

class FetchPredsCallback(Callback):
    """Keep the predictions made after each validation in `preds`"""
    ds_idx: int
    dl_: Any
    with_input: bool
    with_decoded: bool
    cbs_: Any
    reorder: bool
    preds: Any
    remove_on_fetch: bool
    purposes: tuple
    def __init__(self, ds_idx: int = 1, dl=None, with_input: bool = False, with_decoded: bool = False, cbs: Callback | type | Iterable | None = None, reorder: bool = True) -> None:
        """- `ds_idx`: Which loader to predict on, if `dl` is None
        - `dl`: Loader to predict on
        - `with_input`: Fetch the inputs too
        - `with_decoded`: Fetch decoded predictions too
        - `cbs`: Callbacks for the extra pass
        - `reorder`: Give rows in the data set's order
        """
    def after_validate(self) -> None:
        """Run the extra pass"""
