# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Callable
from typing import Any
from mylearner.batch import ModelLoss as ModelLoss
from mylearner.callback.checkpoint import CheckpointCallback as CheckpointCallback
from mylearner.callback.core import Callback as Callback, CancelTrainException as CancelTrainException, CancelValidException as CancelValidException, cannot_write as cannot_write
from mylearner.callback.fp16 import MixedPrecision as MixedPrecision
from mylearner.callback.guard import tensors_in as tensors_in
from mylearner.data.loader import DataLoader as DataLoader
from mylearner.data.tensors import fits_on as fits_on
from mylearner.first_loss import first_loss as first_loss
from mylearner.groups import check_count as check_count
from mylearner.keywords import suggests_names as suggests_names
from mylearner.learner import Learner as Learner
from mylearner.loader_place import loader_doubt as loader_doubt
from mylearner.loop import n_batches as n_batches
from mylearner.losses import mean_over as mean_over
from mylearner.torch_core import shapes as shapes
__all__ = ['CheckReport', 'Profile', 'Profiler']

class Profile:
    """Where the time went: show it, `plot()` it, or take it as a data frame (`to_df()`)"""
    rows: list
    batches: dict
    samples: dict
    bare: dict | None
    graph: str | None
    least: float
    def __init__(self, rows: list, batches: dict, samples: dict, bare: dict | None = None, graph: str | None = None) -> None:
        """- `rows`: A dict for each thing timed: `part`, `what`, `event`, `seconds` in all, `each`, `share` of the part
        - `batches`: Batches timed in each part
        - `samples`: Rows of data in them
        - `bare`: From the comparison with the bare loop: seconds per batch of either, `ratio`, `low`, `high`
        - `graph`: What `learn.graph()` has done in that comparison
        """
    def __getitem__(self, k) -> Any:
        """Seconds per batch of `'forward'`, `'valid forward'`, `'Recorder.after_batch'` …"""
    def seconds(self, part: str = 'train') -> Any:
        """Seconds per batch of a part, `'train'` or `'valid'`, all together"""
    def share(self, what: str, part: str = 'train') -> Any:
        """Share of a part's time that went to `what`: a part of the loop, or a callback's name for all its events"""
    def to_df(self) -> Any:
        """The rows as a table"""
    def plot(self, n: int = 12, ax=None) -> Any:
        """Bars of the time per batch: training, validation

        - `n`: Bars at most: the longest
        - `ax`: `matplotlib` axes to draw on; None: a new figure
        """

class Profiler(Callback):
    """Time the parts of the loop and each callback; the result is in `profile`"""
    n: int | None
    n_valid: int | None
    skip: int
    clock: Callable
    profile: Any
    order: float
    unique: bool
    graph_why: str
    def __init__(self, n: int | None = None, n_valid: int | None = None, skip: int = 2, clock: Callable = ...) -> None:
        """- `n`: End the training part of an epoch after so many batches; None: as long as it takes
        - `n_valid`: The same for validation
        - `skip`: First training and validation batches to leave out: caches and memory pools fill there
        - `clock`: A function that gives seconds
        """
    def before_fit(self) -> None:
        """Put the clock around what the learner calls"""
    def after_fit(self) -> None:
        """Take the clock away, make the result"""

class CheckReport:
    """What a check found: `rows` of (level, what, text); shows itself as a table"""
    rows: list
    def __init__(self) -> None: ...
    def add(self, level: str, what: str, text: str) -> None:
        """- `text`: on one line"""
    def find(self, level: str) -> list:
        """The lines of one level

        - `level`: 'ok', 'note', 'warning' or 'error'
        """
    @property
    def ok(self) -> bool:
        """Neither warnings nor errors?"""
