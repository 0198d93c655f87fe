# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from contextlib import AbstractContextManager
from typing import Any
from mylearner.torch_core import nearest as nearest
__all__ = ['History', 'plain_setting']

class History(list):
    """What a learner was used for: one entry for each fit, search and validation"""
    def __init__(self, entries=()) -> None:
        """- `entries`: Dicts, from `state_dict`"""
    @property
    def running(self) -> Any:
        """The entry of the running fit, search or validation, or None"""
    @property
    def n_step(self) -> Any:
        """Training batches of all fits"""
    def noting(self, kind: str, **settings) -> AbstractContextManager[None]:
        """Make an entry for what the block does"""
    def count(self, n: int) -> None:
        """Note how far a fit is

        - `n`: Training batches that the running fit has made
        """
    def add_row(self, **row) -> None:
        """Add values to what is running, or else to a fit of their own"""
    def cancelled(self, n: int) -> None:
        """Note that a callback has ended the fit

        - `n`: Training batches made
        """
    def rows(self, *kinds: str) -> list:
        """The values of all epochs and validations, each with the number of its entry and of its fit

        - `kinds`: 'fit', 'validate' or 'find'; none: fits and validations
        """
    def frame(self, *kinds: str) -> Any:
        """The same as a table

        - `kinds`: A `pandas.DataFrame`
        """
    def plot(self, *names: str, ax=None) -> Any:
        """Draw values over the steps of all fits

        - `names`: Columns; none: the losses
        - `ax`: `matplotlib` axes to draw on; None: a new figure
        """
    def state_dict(self) -> list:
        """All entries"""
    def load_state_dict(self, entries: list) -> None:
        """Replace all entries; a fit that is resumed keeps the settings of its call

        - `entries`: From `state_dict`
        """
    def load_rows(self, rows: list, n_fit: int) -> None:
        """Make entries of an earlier version's rows; the running fit stays the last one

        - `rows`: Dicts with `fit` and `step`, as recorders of earlier versions kept them
        - `n_fit`: Fits begun by then
        """

def plain_setting(v) -> Any:
    """A setting as JSON can hold it

    - `v`: Anything
    """
