# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Callable, Iterable
from fastcore.foundation import L
from mylearner.transform import _Method
from pathlib import Path
from typing import Any
from mylearner.data.files import FileGetter as FileGetter, FileSplitter as FileSplitter, GrandparentSplitter as GrandparentSplitter, ImageGetter as ImageGetter, RegexLabeller as RegexLabeller, get_files as get_files, get_image_files as get_image_files, get_text_files as get_text_files, image_extensions as image_extensions, parent_label as parent_label
from mylearner.data.items import overlapping as overlapping, to_idxs as to_idxs
from mylearner.data.loader import DataLoader as DataLoader
from mylearner.keywords import suggests_names as suggests_names
from mylearner.losses import BCEWithLogitsLossFlat as BCEWithLogitsLossFlat, CrossEntropyLossFlat as CrossEntropyLossFlat, MSELossFlat as MSELossFlat
from mylearner.nested import array_tensor as array_tensor
from mylearner.torch_core import ArrayImage as ArrayImage, ArrayImageBW as ArrayImageBW, ArrayMask as ArrayMask, ShowTitle as ShowTitle, TensorCategory as TensorCategory, TensorImage as TensorImage, TensorImageBW as TensorImageBW, TensorMask as TensorMask, TensorMultiCategory as TensorMultiCategory, TitledFloat as TitledFloat, TitledTuple as TitledTuple, default_device as default_device, nearest as nearest, one_hot as one_hot, one_hot_decode as one_hot_decode, show_title as show_title
from mylearner.transform import DisplayedTransform as DisplayedTransform, ItemTransform as ItemTransform, Transform as Transform
from mylearner.typed import cast as cast, default_set_meta as default_set_meta, explode_types as explode_types, retain_meta as retain_meta, retain_type as retain_type, retain_types as retain_types
__all__ = ['RandomSplitter', 'EndSplitter', 'IndexSplitter', 'MaskSplitter', 'FuncSplitter', 'ColSplitter', 'TrainTestSplitter', 'RandomSubsetSplitter', 'overlapping_splits', 'ItemGetter', 'AttrGetter', 'ColReader', 'CategoryMap', 'Category', 'Categorize', 'MultiCategory', 'MultiCategorize', 'OneHotEncode', 'EncodedMultiCategorize', 'RegressionSetup', 'get_c', 'ToTensor', 'IntToFloatTensor', 'broadcast_vec', 'Normalize', 'image_extensions', 'get_files', 'FileGetter', 'get_image_files', 'ImageGetter', 'get_text_files', 'GrandparentSplitter', 'FileSplitter', 'parent_label', 'RegexLabeller', 'cast', 'default_set_meta', 'explode_types', 'retain_meta', 'retain_type', 'retain_types']

def RandomSplitter(valid_pct: float = 0.2, seed: int | None = None) -> Any:
    """A splitter that keeps aside a random share

    - `valid_pct`: Share of the items for validation
    - `seed`: Draw the same ones each time; None: torch's generator decides
    """

def EndSplitter(valid_pct: float = 0.2, valid_last: bool = True) -> Any:
    """A splitter that keeps aside the end (or the start)

    - `valid_pct`: Share of the items for validation
    - `valid_last`: The last ones, or the first?
    """

def IndexSplitter(valid_idx: Iterable) -> Any:
    """A splitter that keeps aside the items at `valid_idx`

    - `valid_idx`: Indices of the validation items
    """

def MaskSplitter(mask: Iterable) -> Any:
    """A splitter that keeps aside the items that `mask` marks

    - `mask`: True for validation items, one value per item
    """

def FuncSplitter(func: Callable) -> Any:
    """A splitter that keeps aside the items for which `func` is true

    - `func`: Called with an item, true for validation
    """

def ColSplitter(col: str | int = 'is_valid', on=None) -> Any:
    """A splitter that asks a column of a data frame

    - `col`: Name or number of a column
    - `on`: Value, or list of values, that marks validation rows; None: rows where the column is true
    """

def TrainTestSplitter(test_size: float = 0.2, random_state: int | None = None, stratify: Iterable | None = None, train_size: float | None = None, shuffle: bool = True) -> Any:
    """A splitter that leaves the work to scikit-learn's `train_test_split`

    - `test_size`: Share, or number, of validation items
    - `random_state`: Seed
    - `stratify`: A label per item: both parts get every label in the same share
    - `train_size`: Share, or number, of training items; None: the rest
    - `shuffle`: Draw at random? (scikit-learn cannot stratify without)
    """

def RandomSubsetSplitter(train_sz: float, valid_sz: float, seed: int | None = None) -> Any:
    """A splitter that takes only a part of the items, for quick trials

    - `train_sz`: Share of the items for training
    - `valid_sz`: Share of the items for validation
    - `seed`: Draw the same ones each time
    """

def overlapping_splits(splits: Iterable) -> L:
    """Indices that are in more than one of `splits`

    - `splits`: Lists of indices
    """

class ItemGetter(ItemTransform):
    """Element `i` of an item"""
    i: Any
    def __init__(self, i) -> None:
        """- `i`: Index or key"""
    encodes: _Method

class AttrGetter(ItemTransform):
    """Attribute `nm` of an item"""
    nm: str
    default: Any
    def __init__(self, nm: str, default=None) -> None:
        """- `nm`: Name of the attribute
        - `default`: Value for items that do not have it
        """
    encodes: _Method

class ColReader(ItemTransform):
    """The values of one column or several in a row"""
    cols: Any
    pref: str | Path
    suff: str
    label_delim: str | None
    def __init__(self, cols: str | int | list, pref: str | Path = '', suff: str = '', label_delim: str | None = None) -> None:
        """- `cols`: Name or number of a column, or a list of them
        - `pref`: Put before each value: a folder, for example
        - `suff`: Put after each value: a file suffix
        - `label_delim`: The value holds several labels with this between them: split it
        """
    encodes: _Method
    def __call__(self, o, **kwargs) -> Any:
        """The values in row `o`"""

class CategoryMap:
    """Labels, and the number of each"""
    add_na: bool
    o2i: dict
    items: Any
    def __init__(self, col: Iterable, sort: bool = True, add_na: bool = False, strict: bool = False) -> None:
        """- `col`: Labels, with repeats; a pandas column of categories keeps its own order
        - `sort`: In order? Otherwise as they appear first
        - `add_na`: Keep number 0 for missing and unknown labels?
        - `strict`: Of a pandas column of categories: only those that occur?
        """
    def __len__(self) -> int: ...
    def __iter__(self) -> Any: ...
    def __getitem__(self, i) -> Any: ...
    def __contains__(self, o) -> bool: ...
    def map_obj(self, o) -> int:
        """The number of label `o`

        - `o`: A label
        """
    def map_objs(self, objs: Iterable) -> L:
        """The numbers of labels

        - `objs`: Labels
        """
    def map_ids(self, ids: Iterable) -> L:
        """The labels of numbers

        - `ids`: Numbers
        """

class Category(str, ShowTitle):
    """A label that shows itself as a title"""

class Categorize(DisplayedTransform):
    """A label to its number, and back"""
    c: Any
    vocab: Any
    sort: bool
    add_na: bool
    order: float
    def __init__(self, vocab: Iterable | None = None, sort: bool = True, add_na: bool = False) -> None:
        """- `vocab`: The labels; None: all that occur among the training items
        - `sort`: In order? Otherwise as given, or as they appear first
        - `add_na`: Keep number 0 for missing and unknown labels?
        """
    @property
    def loss_func(self) -> CrossEntropyLossFlat:
        """The loss that fits: cross-entropy"""
    setups: _Method
    encodes: _Method
    decodes: _Method

class MultiCategory(L):
    """Labels that show themselves as a title"""
    def show(self, ctx=None, sep: str = ';', color: str = 'black', **kwargs) -> Any:
        """Show the labels in one line

        - `ctx`: Axes; None prints
        - `sep`: Between two labels
        - `color`: Of the text
        """

class MultiCategorize(Categorize):
    """Several labels to their numbers, and back"""
    c: Any
    order: float
    def __init__(self, vocab: Iterable | None = None, add_na: bool = False) -> None:
        """- `vocab`: The labels; None: all that occur among the training items
        - `add_na`: Keep number 0 for missing and unknown labels?
        """
    @property
    def loss_func(self) -> BCEWithLogitsLossFlat:
        """The loss that fits: binary cross-entropy"""
    setups: _Method
    encodes: _Method
    decodes: _Method

class OneHotEncode(DisplayedTransform):
    """Numbers of labels to a row of zeros and ones, and back"""
    c: int | None
    order: float
    def __init__(self, c: int | None = None) -> None:
        """- `c`: Number of labels; None: as many as the vocabulary holds"""
    setups: _Method
    encodes: _Method
    decodes: _Method

class EncodedMultiCategorize(Categorize):
    """Labels that come as a row of zeros and ones"""
    order: float
    def __init__(self, vocab: Iterable) -> None:
        """- `vocab`: The label of each place"""
    @property
    def loss_func(self) -> BCEWithLogitsLossFlat:
        """The loss that fits: binary cross-entropy"""
    encodes: _Method
    decodes: _Method

class RegressionSetup(DisplayedTransform):
    """Numbers to floats, and back to numbers that can be shown"""
    c: int | None
    def __init__(self, c: int | None = None) -> None:
        """- `c`: How many numbers there are per item; None: counted on the first one"""
    @property
    def loss_func(self) -> MSELossFlat:
        """The loss that fits: mean squared error"""
    setups: _Method
    encodes: _Method
    decodes: _Method

def get_c(dls) -> int:
    """Number of outputs that the targets of `dls` ask for"""

class ToTensor(Transform):
    """Arrays to tensors; extended with a body for each further type"""
    order: float
    encodes: _Method

class IntToFloatTensor(DisplayedTransform):
    """Images to floats from 0 to 1, masks to class numbers, and images back"""
    div: float
    div_mask: int
    order: float
    def __init__(self, div: float = 255.0, div_mask: int = 1) -> None:
        """- `div`: What images are divided by
        - `div_mask`: What masks are divided by: 255 where files hold 0 and 255 for classes 0 and 1
        """
    encodes: _Method
    decodes: _Method

def broadcast_vec(dim: int, ndim: int, *t, cuda: bool = True) -> list:
    """Vectors, shaped to be combined with a tensor of `ndim` axes along `dim`

    - `dim`: Axis along which the values lie
    - `ndim`: Number of axes of what they will be combined with
    - `t`: Vectors
    - `cuda`: Put them on the default device?
    """

class Normalize(DisplayedTransform):
    """Inputs minus their mean, divided by their standard deviation, and back"""
    mean: Any
    std: Any
    axes: Any
    parameters: Any
    order: float
    n_inp: int
    def __init__(self, mean=None, std=None, axes=None) -> None:
        """- `mean`: Shaped like one batch, with 1 for each axis averaged over; None: measured
        - `std`: The same for the deviation
        - `axes`: Axes to average over; None: all but the second
        """
    @property
    def name(self) -> Any: ...
    setups: _Method
    encodes: _Method
    decodes: _Method
    @classmethod
    def from_stats(cls, mean, std, dim: int = 1, ndim: int = 4, cuda: bool = True) -> Any:
        """A `Normalize` with numbers known beforehand

        - `mean`: One value per channel
        - `std`: One value per channel
        - `dim`: Axis of the channels
        - `ndim`: Number of axes of a batch
        - `cuda`: Put them on the default device?
        """
