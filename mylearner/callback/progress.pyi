# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from pathlib import Path
from typing import Any
from mylearner.callback.core import Callback as Callback, cannot_write as cannot_write
from mylearner.keywords import suggests_names as suggests_names, users_line as users_line
from mylearner.learner import Learner as Learner
from mylearner.torch_core import rank_distrib as rank_distrib
__all__ = ['ProgressCallback', 'ShowGraphCallback', 'CSVLogger']

class ProgressCallback(Callback):
    """Progress bars and the table of results"""
    before_batch: Any
    speed: bool
    waiting: bool
    show: str | None
    order: float
    unique: bool
    remove_on_fetch: bool
    every: float
    patience: float
    def __init__(self, *, speed: bool = False, waiting: bool = False, show: str | None = None, **kwargs) -> None:
        """- `speed`: Add a column with training samples per second?
        - `waiting`: Add a column with the share of the training time spent on getting batches?
        - `show`: 'notebook', 'terminal' or 'plain' (rows without bars); None: what fits where we run
        """
    def before_fit(self) -> None:
        """Choose a board, put the table in the place of `print`"""
    def after_fit(self) -> None:
        """Close the display, put the logger back"""
    def after_batch(self) -> None:
        """Move the bar, if it is time"""
    def before_train(self) -> None:
        """Start the training bar"""
    def before_validate(self) -> None:
        """Start the validation bar"""
    def before_epoch(self) -> None:
        """No figures yet"""
    def after_train(self) -> None:
        """Finish the training bar"""
    def after_validate(self) -> None:
        """Finish the validation bar"""
    @property
    def pbar(self) -> Any:
        """The fastprogress bar over batches, while one is on the screen"""
    @property
    def mbar(self) -> Any:
        """The fastprogress bar over epochs, while one is on the screen"""

class ShowGraphCallback(Callback):
    """Plot the losses while training"""
    order: float
    run_valid: bool
    unique: bool
    purposes: tuple
    ends: list
    def before_fit(self) -> None:
        """Start anew"""
    def after_train(self) -> None:
        """Remember how many steps the epochs took"""
    def after_epoch(self) -> None:
        """Redraw"""
    def after_fit(self) -> None:
        """The final figure"""

class CSVLogger(Callback):
    """Write each epoch's row to a CSV file"""
    fname: Any
    append: bool
    order: float
    purposes: tuple
    def __init__(self, fname: str | Path = 'history.csv', append: bool = False) -> None:
        """- `fname`: File, within `learn.path`
        - `append`: Go on in a file that exists? Otherwise that is an error
        """
    @property
    def file_path(self) -> Any:
        """Where the file is"""
    def needs(self) -> list:
        """A file that is not there yet, in a folder that can be written to"""
    def before_fit(self) -> None:
        """Open the file, with a header if it is new"""
    def after_epoch(self) -> None:
        """Write the row, if this epoch made one"""
    def after_fit(self) -> None:
        """Close the file"""
    def state_dict(self) -> dict:
        """How far the file has come"""
    def load_state_dict(self, sd: dict) -> None:
        """Take the file back to that length

        - `sd`: From `state_dict`
        """
    def read_log(self) -> Any:
        """The file as a table"""
