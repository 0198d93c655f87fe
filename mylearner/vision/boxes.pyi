# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Iterable
from fastcore.foundation import L
from mylearner.transform import _Method
from pathlib import Path
from typing import Any
from mylearner.data.block import TransformBlock as TransformBlock
from mylearner.data.collate import rebuild as rebuild
from mylearner.data.items import take_item as take_item
from mylearner.data.transforms import MultiCategorize as MultiCategorize, OneHotEncode as OneHotEncode
from mylearner.keywords import suggests_names as suggests_names, users_line as users_line
from mylearner.torch_core import TensorMultiCategory as TensorMultiCategory, nearest as nearest
from mylearner.transform import ItemTransform as ItemTransform, Transform as Transform
from mylearner.vision.core import PILBase as PILBase, PointScaler as PointScaler, TensorPoint as TensorPoint
__all__ = ['TensorBBox', 'LabeledBBox', 'clip_remove_empty', 'clip_boxes', 'bb_pad', 'BBoxLabeler', 'BBoxSetup', 'BBoxBlock', 'BBoxCategorize', 'BBoxLblBlock', 'get_annotations']

class TensorBBox(TensorPoint):
    """Boxes in a picture, `(n,4)`: left, top, right, bottom"""
    @classmethod
    def create(cls, x) -> Any:
        """Boxes from lists, arrays or tensors

        - `x`: For each box four numbers, in pixels: a list, an array or a tensor; an empty one is no box
        """
    def show(self, ctx=None, **kwargs) -> Any:
        """Draw these boxes

        - `ctx`: Axes; None: the current ones
        """

class LabeledBBox(L):
    """Boxes and their labels, a list of two"""
    @property
    def bbox(self) -> Any:
        """The boxes"""
    @property
    def lbl(self) -> Any:
        """The labels"""
    def show(self, ctx=None, **kwargs) -> Any:
        """Draw the boxes with their labels

        - `ctx`: Axes; None: the current ones
        """

def clip_remove_empty(bbox: TensorBBox, label: TensorMultiCategory) -> tuple:
    """Cut boxes at the edge, and leave out those outside

    - `bbox`: `(n,4)`, from -1 to 1; or a batch `(bs,n,4)`, where those left out become padding at the end
    - `label`: `(n,)`, or `(bs,n)`
    """

def clip_boxes(parts: list, size: tuple | None = None) -> list:
    """Cut all boxes in `parts` at the edge, and leave out those outside, with their labels

    - `parts`: Of an item or a batch: pictures, `TensorBBox`, then their labels; it is changed
    - `size`: `(width,height)` where boxes are in pixels; None: they go from -1 to 1
    """

def bb_pad(samples: list, pad_idx: int = 0) -> list:
    """Give all `samples` the same number of boxes: those without area go, and zeros fill up

    - `samples`: Items: tuples of a picture, its boxes from -1 to 1, and their labels
    - `pad_idx`: Label of the padding
    """

class BBoxLabeler(ItemTransform):
    """Check boxes against their picture and labels, and join boxes and labels on the way back"""
    order: float
    vocab: Any
    setups: _Method
    encodes: _Method
    decodes: _Method

decodes = MultiCategorize

class BBoxSetup(Transform):
    """Boxes in a picture, any number for each"""
    setups: _Method
    encodes: _Method

def BBoxBlock() -> TransformBlock:
    """Boxes in a picture, in pixels"""

class BBoxCategorize(MultiCategorize):
    """The labels of boxes to their numbers, and back"""
    loss_func: Any
    setups: _Method
    encodes: _Method
    decodes: _Method

def BBoxLblBlock(vocab: Iterable | None = None, add_na: bool = True) -> TransformBlock:
    """The label of each box

    - `vocab`: The labels; None: all that occur among the training items
    - `add_na`: Keep number 0 for padding and background?
    """

def get_annotations(fname: str | Path, prefix: str | None = None, *, keep_empty: bool = False) -> tuple:
    """File names of pictures, their boxes and labels, from a file in COCO's format

    - `fname`: The JSON file
    - `prefix`: Put before each file name, such as `'train2017/'`
    - `keep_empty`: Pictures without boxes, too?
    """
