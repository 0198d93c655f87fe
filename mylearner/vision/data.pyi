# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Callable, Iterable
from mylearner.transform import _Method
from pathlib import Path
import torch
from typing import Any
from mylearner.data.block import CategoryBlock as CategoryBlock, DataBlock as DataBlock, MultiCategoryBlock as MultiCategoryBlock, RegressionBlock as RegressionBlock, TransformBlock as TransformBlock
from mylearner.data.core import DataLoaders as DataLoaders
from mylearner.data.files import GrandparentSplitter as GrandparentSplitter, RegexLabeller as RegexLabeller, get_image_files as get_image_files, parent_label as parent_label
from mylearner.data.items import take_item as take_item, take_items as take_items
from mylearner.data.transforms import Categorize as Categorize, ColReader as ColReader, ColSplitter as ColSplitter, IntToFloatTensor as IntToFloatTensor, ItemGetter as ItemGetter, RandomSplitter as RandomSplitter
from mylearner.keywords import suggests_names as suggests_names, users_line as users_line
from mylearner.losses import CrossEntropyLossFlat as CrossEntropyLossFlat, MSELossFlat as MSELossFlat
from mylearner.torch_core import nearest as nearest, TensorMask as TensorMask
from mylearner.transform import Transform as Transform
from mylearner.vision.boxes import BBoxBlock as BBoxBlock, BBoxLblBlock as BBoxLblBlock, bb_pad as bb_pad, clip_remove_empty as clip_remove_empty
from mylearner.vision.core import PILImage as PILImage, PILMask as PILMask, PointScaler as PointScaler, TensorPoint as TensorPoint, verify_images as verify_images
__all__ = ['OpenPicture', 'ImageBlock', 'AddMaskCodes', 'MaskBlock', 'PointSetup', 'PointBlock', 'drop_unreadable', 'ImageDataLoaders', 'SegmentationDataLoaders', 'BBoxBlock', 'BBoxLblBlock', 'bb_pad', 'clip_remove_empty']

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
    def __init__(self, codes: Iterable | None = None, div_mask: int = 1, ignore_index: int | None = None) -> None:
        """- `codes`: A name for each number
        - `div_mask`: What the numbers in files are divided by
        - `ignore_index`: Number of pixels that nobody decided about; it needs no name, and is not divided
        """
    encodes: _Method
    decodes: _Method

def MaskBlock(codes: Iterable | None = None, div_mask: int = 1, ignore_index: int | None = None) -> TransformBlock:
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

def drop_unreadable(items: Iterable, get_x: Callable | None = None) -> Any:
    """The items whose pictures can be read; a warning names the others

    - `items`: File names, or rows that `get_x` makes file names of
    - `get_x`: Gives the file name of an item; None: it is one
    """

class ImageDataLoaders(DataLoaders):
    """Loaders of pictures with labels"""
    @classmethod
    def from_folder(cls, path: str | Path, train: str = 'train', valid: str = 'valid', valid_pct: float | None = None, seed: int | None = None, vocab: Iterable | None = None, item_tfms: Callable | Iterable | None = None, batch_tfms: Callable | Iterable | None = None, img_cls: type = PILImage, skip_unreadable: bool = False, *, bs: int = 64, val_bs: int | None = None, shuffle: bool = True, device: str | torch.device | None = None) -> DataLoaders:
        """Pictures in one folder per label

        - `path`: The folder
        - `train`: Name of the folder with training pictures
        - `valid`: Name of the folder with validation pictures
        - `valid_pct`: Share to keep aside at random, whatever the folders; None: go by the folders
        - `seed`: For the same share each time
        - `vocab`: The labels; None: all that occur
        - `item_tfms`: For single pictures: `Resize` or another one that gives all the same size
        - `batch_tfms`: For batches: `aug_transforms()`, `Normalize()`
        - `img_cls`: `PILImageBW` for pictures in grey
        - `skip_unreadable`: Leave out, and report, files that cannot be read?
        - `bs`: Rows in a batch
        - `val_bs`: Rows in a validation batch; None: as `bs`
        - `shuffle`: Shuffle the training data?
        - `device`: Where batches go
        """
    @classmethod
    def from_lists(cls, path: str | Path, fnames: Iterable, labels: Iterable, valid_pct: float = 0.2, seed: int | None = None, y_block=None, item_tfms: Callable | Iterable | None = None, batch_tfms: Callable | Iterable | None = None, img_cls: type = PILImage, skip_unreadable: bool = False, *, bs: int = 64, val_bs: int | None = None, shuffle: bool = True, device: str | torch.device | None = None) -> DataLoaders:
        """Pictures and labels in two lists

        - `path`: Folder for names that are not found as they are
        - `fnames`: File names
        - `labels`: One for each: a name, a list of names, or a number
        - `valid_pct`: Share to keep aside at random
        - `seed`: For the same share each time
        - `y_block`: Kind of target; None: `RegressionBlock` for floats and lists of numbers, `MultiCategoryBlock` for lists of names, else `CategoryBlock`
        - `item_tfms`: For single pictures
        - `batch_tfms`: For batches
        - `img_cls`: `PILImageBW` for pictures in grey
        - `skip_unreadable`: Leave out, and report, files that cannot be read?
        - `bs`: Rows in a batch
        - `val_bs`: Rows in a validation batch; None: as `bs`
        - `shuffle`: Shuffle the training data?
        - `device`: Where batches go
        """
    @classmethod
    def from_path_func(cls, path: str | Path, fnames: Iterable, label_func: Callable, valid_pct: float = 0.2, seed: int | None = None, item_tfms=None, batch_tfms=None, img_cls: type = PILImage, *, skip_unreadable: bool = False, bs: int = 64, val_bs: int | None = None, shuffle: bool = True, device: str | torch.device | None = None) -> DataLoaders:
        """Pictures that are labelled by a function of their path

        - `path`: Folder for names that are not found as they are
        - `fnames`: File names
        - `label_func`: Called with each of them, gives its label
        - `valid_pct`: Share to keep aside at random
        - `seed`: For the same share each time
        - `item_tfms`: For single pictures
        - `batch_tfms`: For batches
        - `img_cls`: `PILImageBW` for pictures in grey
        - `skip_unreadable`: Leave out, and report, files that cannot be read?
        - `bs`: Rows in a batch
        - `val_bs`: Rows in a validation batch; None: as `bs`
        - `shuffle`: Shuffle the training data?
        - `device`: Where batches go
        """
    @classmethod
    def from_name_func(cls, path: str | Path, fnames: Iterable, label_func: Callable, valid_pct: float = 0.2, seed: int | None = None, *, item_tfms: Callable | Iterable | None = None, batch_tfms: Callable | Iterable | None = None, img_cls: type = PILImage, skip_unreadable: bool = False, bs: int = 64, val_bs: int | None = None, shuffle: bool = True, device: str | torch.device | None = None) -> DataLoaders:
        """Pictures that are labelled by a function of their name

        - `path`: Folder for names that are not found as they are
        - `fnames`: File names
        - `label_func`: Called with the last part of each, gives its label
        - `valid_pct`: Share to keep aside at random
        - `seed`: For the same share each time
        - `item_tfms`: For single pictures
        - `batch_tfms`: For batches
        - `img_cls`: `PILImageBW` for pictures in grey
        - `skip_unreadable`: Leave out, and report, files that cannot be read?
        - `bs`: Rows in a batch
        - `val_bs`: Rows in a validation batch; None: as `bs`
        - `shuffle`: Shuffle the training data?
        - `device`: Where batches go
        """
    @classmethod
    def from_path_re(cls, path: str | Path, fnames: Iterable, pat: str, *, valid_pct: float = 0.2, seed: int | None = None, item_tfms: Callable | Iterable | None = None, batch_tfms: Callable | Iterable | None = None, img_cls: type = PILImage, skip_unreadable: bool = False, bs: int = 64, val_bs: int | None = None, shuffle: bool = True, device: str | torch.device | None = None) -> DataLoaders:
        """Pictures whose label a regular expression finds in their path

        - `path`: Folder for names that are not found as they are
        - `fnames`: File names
        - `pat`: Regular expression with one group
        - `valid_pct`: Share to keep aside at random
        - `seed`: For the same share each time
        - `item_tfms`: For single pictures
        - `batch_tfms`: For batches
        - `img_cls`: `PILImageBW` for pictures in grey
        - `skip_unreadable`: Leave out, and report, files that cannot be read?
        - `bs`: Rows in a batch
        - `val_bs`: Rows in a validation batch; None: as `bs`
        - `shuffle`: Shuffle the training data?
        - `device`: Where batches go
        """
    @classmethod
    def from_name_re(cls, path: str | Path, fnames: Iterable, pat: str, *, valid_pct: float = 0.2, seed: int | None = None, item_tfms: Callable | Iterable | None = None, batch_tfms: Callable | Iterable | None = None, img_cls: type = PILImage, skip_unreadable: bool = False, bs: int = 64, val_bs: int | None = None, shuffle: bool = True, device: str | torch.device | None = None) -> DataLoaders:
        """Pictures whose label a regular expression finds in their name

        - `path`: Folder for names that are not found as they are
        - `fnames`: File names
        - `pat`: Regular expression with one group
        - `valid_pct`: Share to keep aside at random
        - `seed`: For the same share each time
        - `item_tfms`: For single pictures
        - `batch_tfms`: For batches
        - `img_cls`: `PILImageBW` for pictures in grey
        - `skip_unreadable`: Leave out, and report, files that cannot be read?
        - `bs`: Rows in a batch
        - `val_bs`: Rows in a validation batch; None: as `bs`
        - `shuffle`: Shuffle the training data?
        - `device`: Where batches go
        """
    @classmethod
    def from_df(cls, df, path: str | Path = '.', valid_pct: float = 0.2, seed: int | None = None, fn_col: str | int = 0, folder: str | Path | None = None, suff: str = '', label_col: str | int | list = 1, label_delim: str | None = None, y_block=None, valid_col: str | int | None = None, item_tfms: Callable | Iterable | None = None, batch_tfms: Callable | Iterable | None = None, img_cls: type = PILImage, skip_unreadable: bool = False, *, bs: int = 64, val_bs: int | None = None, shuffle: bool = True, device: str | torch.device | None = None) -> DataLoaders:
        """Pictures and labels in a table

        - `df`: A row per picture
        - `path`: Folder of the pictures
        - `valid_pct`: Share to keep aside at random
        - `seed`: For the same share each time
        - `fn_col`: Name or number of the column with file names
        - `folder`: Folder of the pictures below `path`
        - `suff`: Put after each name, such as `'.jpg'`
        - `label_col`: Name or number of the column with labels; a list of columns: several numbers, or zeros and ones for labels that columns are named after
        - `label_delim`: What stands between several labels in a field
        - `y_block`: Kind of target; None: as in `from_lists`, and several labels where there is a `label_delim`
        - `valid_col`: Column that is true for validation rows, instead of a random share
        - `item_tfms`: For single pictures
        - `batch_tfms`: For batches
        - `img_cls`: `PILImageBW` for pictures in grey
        - `skip_unreadable`: Leave out, and report, files that cannot be read?
        - `bs`: Rows in a batch
        - `val_bs`: Rows in a validation batch; None: as `bs`
        - `shuffle`: Shuffle the training data?
        - `device`: Where batches go
        """
    @classmethod
    def from_csv(cls, path: str | Path, csv_fname: str | Path = 'labels.csv', header: int | str | None = 'infer', delimiter: str | None = None, quoting: int = 0, *, valid_pct: float = 0.2, seed: int | None = None, fn_col: str | int = 0, folder: str | Path | None = None, suff: str = '', label_col: str | int | list = 1, label_delim: str | None = None, y_block=None, valid_col: str | int | None = None, item_tfms: Callable | Iterable | None = None, batch_tfms: Callable | Iterable | None = None, img_cls: type = PILImage, skip_unreadable: bool = False, bs: int = 64, val_bs: int | None = None, shuffle: bool = True, device: str | torch.device | None = None) -> DataLoaders:
        """Pictures and labels in a file with a table

        - `path`: Folder of the table, and of the pictures
        - `csv_fname`: File name of the table
        - `header`: Row with the names of columns; None: there is none
        - `delimiter`: What stands between columns; None: a comma
        - `quoting`: How fields are quoted, a constant of Python's `csv`
        - `valid_pct`: Share to keep aside at random
        - `seed`: For the same share each time
        - `fn_col`: Name or number of the column with file names
        - `folder`: Folder of the pictures below `path`
        - `suff`: Put after each name, such as `'.jpg'`
        - `label_col`: Name or number of the column with labels; a list of columns: several numbers, or zeros and ones for labels that columns are named after
        - `label_delim`: What stands between several labels in a field
        - `y_block`: Kind of target; None: as in `from_lists`, and several labels where there is a `label_delim`
        - `valid_col`: Column that is true for validation rows, instead of a random share
        - `item_tfms`: For single pictures
        - `batch_tfms`: For batches
        - `img_cls`: `PILImageBW` for pictures in grey
        - `skip_unreadable`: Leave out, and report, files that cannot be read?
        - `bs`: Rows in a batch
        - `val_bs`: Rows in a validation batch; None: as `bs`
        - `shuffle`: Shuffle the training data?
        - `device`: Where batches go
        """

class SegmentationDataLoaders(ImageDataLoaders):
    """Loaders of pictures with masks"""
    @classmethod
    def from_label_func(cls, path: str | Path, fnames: Iterable, label_func: Callable, valid_pct: float = 0.2, seed: int | None = None, codes: Iterable | None = None, item_tfms: Callable | Iterable | None = None, batch_tfms: Callable | Iterable | None = None, img_cls: type = PILImage, div_mask: int = 1, ignore_index: int | None = None, *, bs: int = 64, val_bs: int | None = None, shuffle: bool = True, device: str | torch.device | None = None) -> DataLoaders:
        """Pictures with masks that a function finds

        - `path`: Folder for names that are not found as they are
        - `fnames`: File names of pictures
        - `label_func`: Called with each of them, gives the file name of its mask
        - `valid_pct`: Share to keep aside at random
        - `seed`: For the same share each time
        - `codes`: A name for each class number
        - `item_tfms`: For pictures and masks: `Resize` or another one that gives all the same size
        - `batch_tfms`: For batches
        - `img_cls`: `PILImageBW` for pictures in grey
        - `div_mask`: What the numbers in masks are divided by: 255 where 255 stands for class 1
        - `ignore_index`: As in `MaskBlock`
        - `bs`: Rows in a batch
        - `val_bs`: Rows in a validation batch; None: as `bs`
        - `shuffle`: Shuffle the training data?
        - `device`: Where batches go
        """
