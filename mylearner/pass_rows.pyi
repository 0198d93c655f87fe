# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from typing import Any
from mylearner.data.collate import leaves as leaves
from mylearner.data.epoch import draw_seed as draw_seed
from mylearner.data.loader import item_said as item_said
from mylearner.torch_core import get_random_states as get_random_states, set_random_states as set_random_states
__all__ = ['PassRows']

class PassRows:
    """Which rows of the data set are in the batches of a pass"""
    seeds: bool
    began: Any
    gens: Any
    dl: Any
    def __init__(self, dl) -> None:
        """- `dl`: A loader whose pass is about to begin"""
    def __call__(self, i: int, b) -> Any:
        """The rows of the batch that the loader gave last

        - `i`: Number of the batch that came last
        - `b`: That batch, as far as it is at hand, nested in any way
        """
    def said(self, rows: list, i: int, b) -> str:
        """The items that are rows `rows` of the batch

        - `rows`: Numbers of rows in the batch
        - `i`: Number of the batch that came last
        - `b`: That batch
        """
