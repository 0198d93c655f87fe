# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
import PIL.Image
from collections.abc import Iterable
from fastcore.foundation import L
from mylearner.transform import _Method
import torch
from typing import Any
from mylearner.data.transforms import ToTensor as ToTensor
from mylearner.torch_core import TensorBase as TensorBase, show_image as show_image, TensorImage as TensorImage, TensorImageBW as TensorImageBW, TensorMask as TensorMask
from mylearner.transform import ItemTransform as ItemTransform
__all__ = ['imagenet_stats', 'cifar_stats', 'mnist_stats', 'load_image', 'PILBase', 'PILImage', 'PILImageBW', 'PILMask', 'image2tensor', 'TensorPoint', 'PointScaler', 'verify_images', 'need_extra']

def load_image(fn, mode: str | None = None) -> PIL.Image.Image:
    """Open a picture: upright, on white where it is transparent, in 8 bits

    - `fn`: A file name, an open file, bytes, an array, a tensor or a Pillow image
    - `mode`: `'RGB'`, `'L'` (grey) or another mode of Pillow; None: as it is
    """

class PILBase(PIL.Image.Image):
    """Base of pictures that say what they hold"""
    def __init__(self, im: PIL.Image.Image | None = None) -> None:
        """- `im`: Taken over; None: an empty picture"""
    @classmethod
    def create(cls, fn) -> Any:
        """Open a picture of this kind

        - `fn`: What `load_image` takes
        """
    def show(self, ctx=None, **kwargs) -> Any:
        """Draw this picture

        - `ctx`: Axes; None makes a figure
        """
    @property
    def shape(self) -> Any:
        """`(height,width)`"""

class PILImage(PILBase):
    """A picture in colours"""

class PILImageBW(PILImage):
    """A picture in grey"""

class PILMask(PILBase):
    """The number of a class for each pixel"""
    @classmethod
    def create(cls, fn) -> Any:
        """Open a mask

        - `fn`: What `load_image` takes; a palette's positions are the numbers
        """

def image2tensor(img) -> torch.Tensor:
    """The pixels of `img`, channels first

    - `img`: A Pillow image
    """

encodes = ToTensor

class TensorPoint(TensorBase):
    """Places in a picture, `(n,2)`: from the left, from the top"""
    @classmethod
    def create(cls, p) -> Any:
        """Places from lists, arrays or tensors

        - `p`: Pairs of numbers, or all numbers in a row
        """
    def show(self, ctx=None, **kwargs) -> Any:
        """Mark these places

        - `ctx`: Axes; None makes a figure
        """

class PointScaler(ItemTransform):
    """Places in pixels to numbers from -1 to 1, and back"""
    order: float
    scales_places: bool
    encodes: _Method
    decodes: _Method

imagenet_stats: tuple

cifar_stats: tuple

mnist_stats: tuple

def verify_images(fns: Iterable, n_workers: int = 8) -> L:
    """Find the picture files that cannot be read

    - `fns`: File names
    - `n_workers`: Threads
    """

def need_extra(name: str, what: str) -> Any:
    """Import `name`, or say what to do where it is missing or broken

    - `name`: A module
    - `what`: Who needs it
    """
