# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from mylearner.transform import _Method
from typing import Any
from mylearner.data.block import CategoryBlock as CategoryBlock, DataBlock as DataBlock, MultiCategoryBlock as MultiCategoryBlock, RegressionBlock as RegressionBlock, TransformBlock as TransformBlock
from mylearner.data.core import DataLoaders as DataLoaders, TfmdDL as TfmdDL, show_results as show_results
from mylearner.data.files import GrandparentSplitter as GrandparentSplitter, RegexLabeller as RegexLabeller, get_image_files as get_image_files, parent_label as parent_label
from mylearner.data.items import take_item as take_item, take_items as take_items
from mylearner.data.transforms import Categorize as Categorize, ColReader as ColReader, ColSplitter as ColSplitter, IntToFloatTensor as IntToFloatTensor, ItemGetter as ItemGetter, RandomSplitter as RandomSplitter
from mylearner.interpret import plot_top_losses as plot_top_losses
from mylearner.keywords import unknown_argument as unknown_argument
from mylearner.losses import CrossEntropyLossFlat as CrossEntropyLossFlat, MSELossFlat as MSELossFlat
from mylearner.torch_core import nearest as nearest, subplots as subplots, TensorMask as TensorMask
from mylearner.transform import Transform as Transform
from mylearner.vision.core import PILImage as PILImage, PILMask as PILMask, PointScaler as PointScaler, TensorPoint as TensorPoint, verify_images as verify_images
__all__ = ['OpenPicture', 'ImageBlock', 'AddMaskCodes', 'MaskBlock', 'PointSetup', 'PointBlock', 'drop_unreadable', 'ImageDataLoaders', 'SegmentationDataLoaders']

class OpenPicture(Transform):
    """Open a picture"""
    cls: type
    takes: tuple
    def __init__(self, cls=PILImage) -> None: ...
    encodes: _Method

def ImageBlock(cls=PILImage) -> TransformBlock:
    """A picture"""

class AddMaskCodes(Transform):
    """The names of a mask's classes"""
    loss_func: CrossEntropyLossFlat
    c: int
    vocab: Any
    div_mask: int
    ignore_index: int | None
    def __init__(self, codes: list | None = None, div_mask: int = 1, ignore_index: int | None = None) -> None:
        """- `codes`: A name for each number
        - `div_mask`: What the numbers in files are divided by
        - `ignore_index`: Number of pixels that nobody decided about; it needs no name, and is not divided
        """
    encodes: _Method
    decodes: _Method

def MaskBlock(codes: list | None = None, div_mask: int = 1, ignore_index: int | None = None) -> TransformBlock:
    """A class for each pixel

    - `codes`: A name for each class number
    - `div_mask`: What the numbers in files are divided by: 255 where 255 stands for class 1
    - `ignore_index`: Number of pixels that nobody decided about: often 255, the border between things
    """

class PointSetup(Transform):
    """Places in a picture, as many for each"""
    c: int | None
    loss_func: MSELossFlat
    def __init__(self, c: int | None = None) -> None:
        """- `c`: Numbers per item, two for each place; None: counted on the first one"""
    setups: _Method
    encodes: _Method

def PointBlock(n: int | None = None) -> TransformBlock:
    """Places in a picture, in pixels

    - `n`: Places per item; None: counted on the first one
    """

def drop_unreadable(items, get_x=None) -> Any:
    """The items whose pictures can be read; a warning names the others

    - `items`: File names, or rows that `get_x` makes file names of
    - `get_x`: Gives the file name of an item; None: it is one
    """

class ImageDataLoaders(DataLoaders):
    """Loaders of pictures with labels"""
    from_folder: Any
    from_lists: Any
    from_path_func: Any
    from_name_func: Any
    from_path_re: Any
    from_name_re: Any
    from_df: Any
    from_csv: Any

class SegmentationDataLoaders(ImageDataLoaders):
    """Loaders of pictures with masks"""
    from_label_func: Any
