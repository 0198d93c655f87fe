# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from fastcore.foundation import L
from mylearner.transform import _Method
from typing import Any
from mylearner.data.collate import rebuild as rebuild
from mylearner.keywords import suggests_names as suggests_names
from mylearner.torch_core import TensorImage as TensorImage, TensorImageBase as TensorImageBase, TensorMask as TensorMask
from mylearner.transform import ItemTransform as ItemTransform, Transform as Transform
from mylearner.vision.boxes import TensorBBox as TensorBBox, clip_boxes as clip_boxes
from mylearner.vision.core import PILBase as PILBase, PILMask as PILMask, TensorPoint as TensorPoint, need_extra as need_extra
__all__ = ['ResizeMethod', 'PadMode', 'Resize', 'RandomResizedCrop', 'CropPad', 'Geometric', 'Flip', 'Rotate', 'Zoom', 'Warp', 'Lighting', 'Brightness', 'Contrast', 'aug_transforms', 'KorniaTransform']

class _OnePart(Geometric):
    """One move, alone or as a part"""
    p: Any
    draw: Any
    batch: Any
    mirrors: Any
    def __init__(self, p, draw, batch, **kwargs) -> None: ...

class _BatchPictures(ItemTransform):
    """Changes the pictures of a training batch, all parts by the same draw"""
    split_idx: int
    moves: bool
    encodes: _Method

class _ItemPictures(Transform):
    """Changes the pictures of an item, all by the same draw"""
    order: float
    def __call__(self, b, split_idx=None, **kwargs) -> Any: ...

class ResizeMethod:
    """Ways to fit a picture into another shape"""
    Squish: str
    Crop: str
    Pad: str

class PadMode:
    """What to put where a picture ends"""
    Zeros: str
    Border: str
    Reflection: str

class Resize(_ItemPictures):
    """Give pictures the size `size`"""
    method: Any
    pad_mode: Any
    size: tuple
    resamples: tuple
    def __init__(self, size: int | tuple, method: str = 'crop', pad_mode: str = 'reflection', resamples: tuple = ..., **kwargs) -> None:
        """- `size`: Pixels: of a square, or `(height,width)`
        - `method`: `ResizeMethod`: cut off what is too long, squeeze, or pad
        - `pad_mode`: `PadMode`: what to pad with
        - `resamples`: How pixels are computed: of pictures, of masks
        """

class RandomResizedCrop(_ItemPictures):
    """Take another part of a picture in each epoch, as a picture of the size `size`"""
    min_scale: float
    max_scale: float
    val_xtra: float
    size: tuple
    ratio: tuple
    resamples: tuple
    def __init__(self, size: int | tuple, min_scale: float = 0.08, ratio: tuple = (0.75, 1.3333333333333333), resamples: tuple = ..., val_xtra: float = 0.14, max_scale: float = 1.0, **kwargs) -> None:
        """- `size`: Pixels: of a square, or `(height,width)`
        - `min_scale`: Smallest share of the area
        - `ratio`: Bounds for width/height of the part
        - `resamples`: How pixels are computed: of pictures, of masks
        - `val_xtra`: Margin around the part that is taken for validation, as a share of that part
        - `max_scale`: Largest share of the area
        """

class CropPad(_ItemPictures):
    """Give pictures the size `size` without scaling: cut off, or pad"""
    size: tuple
    pad_mode: Any
    def __init__(self, size: int | tuple, pad_mode: str = 'zeros', **kwargs) -> None:
        """- `size`: Pixels: of a square, or `(height,width)`
        - `pad_mode`: `PadMode`: what to pad with
        """

class Geometric(_BatchPictures):
    """Several moves of the pixels as one"""
    mirrors: tuple
    mode: str
    pad_mode: Any
    align_corners: bool
    parts: Any
    size: Any
    order: float
    def __init__(self, *parts, size: int | tuple | None = None, mode: str = 'bilinear', pad_mode: str = 'reflection', align_corners: bool = True) -> None:
        """- `parts`: `Flip`, `Rotate`, `Zoom`, `Warp`, in this order
        - `size`: Pixels of the result; None: those of the batch
        - `mode`: How pictures are looked up: 'bilinear', 'bicubic' or 'nearest'; masks always take the nearest pixel
        - `pad_mode`: `PadMode`: what is outside
        - `align_corners`: Do -1 and 1 stand for the centres of the outer pixels, rather than their edges?
        """

class Flip(_OnePart):
    """Mirror pictures"""
    vert: bool
    mirrors: Any
    def __init__(self, p: float = 0.5, draw=None, size: int | tuple | None = None, mode: str = 'bilinear', pad_mode: str = 'reflection', align_corners: bool = True, batch: bool = False, vert: bool = False) -> None:
        """- `p`: Share of the pictures
        - `draw`: 1 for those to mirror: a number, one per picture, or a function of the batch; None: all of the share
        - `size`: As in `Geometric`
        - `mode`: As in `Geometric`
        - `pad_mode`: As in `Geometric`
        - `align_corners`: As in `Geometric`
        - `batch`: One draw for all pictures of a batch?
        - `vert`: Top to bottom, rather than left to right?
        """

class Rotate(_OnePart):
    """Turn pictures"""
    max_deg: float
    def __init__(self, max_deg: float = 10, p: float = 0.5, draw=None, size: int | tuple | None = None, mode: str = 'bilinear', pad_mode: str = 'reflection', align_corners: bool = True, batch: bool = False) -> None:
        """- `max_deg`: Degrees to either side
        - `p`: Share of the pictures
        - `draw`: Degrees, counter-clockwise: a number, one per picture, or a function of the batch; None: drawn
        - `size`: As in `Geometric`
        - `mode`: As in `Geometric`
        - `pad_mode`: As in `Geometric`
        - `align_corners`: As in `Geometric`
        - `batch`: One draw for all pictures of a batch?
        """

class Zoom(_OnePart):
    """Enlarge pictures"""
    min_zoom: float
    max_zoom: float
    draw_x: Any
    draw_y: Any
    def __init__(self, min_zoom: float = 1.0, max_zoom: float = 1.1, p: float = 0.5, draw=None, draw_x=None, draw_y=None, size: int | tuple | None = None, mode: str = 'bilinear', pad_mode: str = 'reflection', batch: bool = False, align_corners: bool = True) -> None:
        """- `min_zoom`: Least factor; below 1 there is room around the picture
        - `max_zoom`: Largest factor
        - `p`: Share of the pictures
        - `draw`: The factor: a number, one per picture, or a function of the batch; None: drawn
        - `draw_x`: What stays in place, from 0 (left) to 1 (right); None: drawn
        - `draw_y`: What stays in place, from 0 (top) to 1 (bottom); None: drawn
        - `size`: As in `Geometric`
        - `mode`: As in `Geometric`
        - `pad_mode`: As in `Geometric`
        - `batch`: One draw for all pictures of a batch?
        - `align_corners`: As in `Geometric`
        """

class Warp(_OnePart):
    """Look at pictures from another side"""
    magnitude: float
    def __init__(self, magnitude: float = 0.2, p: float = 0.5, draw=None, size: int | tuple | None = None, mode: str = 'bilinear', pad_mode: str = 'reflection', batch: bool = False, align_corners: bool = True) -> None:
        """- `magnitude`: How much larger the near edge may be
        - `p`: Share of the pictures
        - `draw`: The magnitude: a number, one per picture, or a function of the batch; None: drawn
        - `size`: As in `Geometric`
        - `mode`: As in `Geometric`
        - `pad_mode`: As in `Geometric`
        - `batch`: One draw for all pictures of a batch?
        - `align_corners`: As in `Geometric`
        """

class Lighting(_BatchPictures):
    """Several changes of the light as one"""
    parts: Any
    order: float
    moves: bool
    def __init__(self, *parts) -> None:
        """- `parts`: `Brightness`, `Contrast`, in this order"""

class Brightness(Lighting):
    """Make pictures lighter or darker"""
    max_lighting: float
    p: float
    draw: Any
    batch: bool
    def __init__(self, max_lighting: float = 0.2, p: float = 0.75, draw=None, batch: bool = False) -> None:
        """- `max_lighting`: How far a medium grey may move: 0.2 for 0.4 to 0.6
        - `p`: Share of the pictures
        - `draw`: What becomes of a medium grey: a number, one per picture, or a function of the batch; None: drawn
        - `batch`: One draw for all pictures of a batch?
        """

class Contrast(Lighting):
    """Increase or decrease the differences within pictures"""
    max_lighting: float
    p: float
    draw: Any
    batch: bool
    def __init__(self, max_lighting: float = 0.2, p: float = 0.75, draw=None, batch: bool = False) -> None:
        """- `max_lighting`: The factor is from `1-max_lighting` to `1/(1-max_lighting)`
        - `p`: Share of the pictures
        - `draw`: The factor: a number, one per picture, or a function of the batch; None: drawn
        - `batch`: One draw for all pictures of a batch?
        """

def aug_transforms(mult: float = 1.0, do_flip: bool = True, flip_vert: bool = False, max_rotate: float = 10.0, min_zoom: float = 1.0, max_zoom: float = 1.1, max_lighting: float = 0.2, max_warp: float = 0.2, p_affine: float = 0.75, p_lighting: float = 0.75, xtra_tfms: list | None = None, size: int | tuple | None = None, mode: str = 'bilinear', pad_mode: str = 'reflection', align_corners: bool = True, batch: bool = False, min_scale: float = 1.0) -> L:
    """The usual augmentation of photos, as transforms for batches

    - `mult`: Factor on all the maxima below
    - `do_flip`: Mirror half of the pictures?
    - `flip_vert`: Top to bottom, too?
    - `max_rotate`: Degrees to either side
    - `min_zoom`: Least factor of the zoom
    - `max_zoom`: Largest factor of the zoom
    - `max_lighting`: For `Brightness` and `Contrast`
    - `max_warp`: For `Warp`
    - `p_affine`: Share of the pictures that each move is done to
    - `p_lighting`: The same for the light
    - `xtra_tfms`: More transforms for batches
    - `size`: As in `Geometric`
    - `mode`: As in `Geometric`
    - `pad_mode`: As in `Geometric`
    - `align_corners`: As in `Geometric`
    - `batch`: One draw for all pictures of a batch?
    - `min_scale`: Below 1: take a part of at least this share of the area, up to the whole
    """

class KorniaTransform(_BatchPictures):
    """Augmentations of the `kornia` library for training batches"""
    augs: Any
    order: float
    def __init__(self, *augs) -> None:
        """- `augs`: Such as `kornia.augmentation.RandomErasing()`"""
    encodes: _Method
