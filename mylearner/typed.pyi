# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from typing import Any
from mylearner.torch_core import TensorBase as TensorBase, tensor as tensor, to_cpu as to_cpu, TensorImageBase as TensorImageBase, TensorImage as TensorImage, TensorImageBW as TensorImageBW, TensorMask as TensorMask, TensorFlowField as TensorFlowField, ArrayBase as ArrayBase, ArrayImageBase as ArrayImageBase, ArrayImage as ArrayImage, ArrayImageBW as ArrayImageBW, ArrayMask as ArrayMask, make_cross_image as make_cross_image, show_titled_image as show_titled_image, show_image_batch as show_image_batch
__all__ = ['TensorImageBase', 'TensorImage', 'TensorImageBW', 'TensorMask', 'TensorFlowField', 'ArrayBase', 'ArrayImageBase', 'ArrayImage', 'ArrayImageBW', 'ArrayMask', 'default_set_meta', 'retain_meta', 'cast', 'retain_type', 'explode_types', 'retain_types', 'make_cross_image', 'show_titled_image', 'show_image_batch']

def default_set_meta(x, y) -> Any:
    """Let `x` have the attributes of `y`

    - `x`: Takes over the attributes that it does not have yet
    - `y`: Where they are taken from
    """

def retain_meta(x, res, as_copy: bool = False) -> Any:
    """Let `res` have the attributes of `x`

    - `x`: Has the attributes
    - `res`: Gets them, if it has a place for them
    - `as_copy`: With a dictionary of its own; else both share one, where `res` is a tensor
    """

def cast(x, typ: type) -> Any:
    """`x` as a `typ`

    - `x`: A tensor, an array, or anything that `typ` takes
    - `typ`: A class
    """

def retain_type(new, old=None, typ: type | None = None, as_copy: bool = False) -> Any:
    """`new` with the type of `old`, where that is a subclass of its own

    - `new`: A result
    - `old`: What it was made of
    - `typ`: Instead of the type of `old`
    - `as_copy`: As in `retain_meta`
    """

def explode_types(o) -> Any:
    """The types of `o` and of all that is in it

    - `o`: Anything, tuples and lists in any depth
    """

def retain_types(new, old=None, typs=None) -> Any:
    """Each element of `new` with the type of its element in `old`, where that is a subclass of its own

    - `new`: A result: one value, or a tuple or list
    - `old`: What it was made of
    - `typs`: Instead of `old`: types, as from `explode_types`
    """
