# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from fastcore.foundation import L, fastuple
import numpy
import torch
import torch.nn
import torch.nn.init
from typing import Any, Self
from mylearner.nested import defaults as defaults
__all__ = ['norm_types', 'set_seed', 'get_random_states', 'set_random_states', 'no_random', 'Module', 'get_model', 'params', 'trainable_params', 'one_param', 'requires_grad', 'norm_bias_params', 'init_default', 'cond_init', 'apply_leaf', 'apply_init', 'subplots', 'show_image', 'show_images', 'get_grid', 'show_title', 'ShowTitle', 'TitledInt', 'TitledFloat', 'TitledTuple', 'TitledStr', 'TitledTensorScalar', 'get_empty_df', 'display_df', 'get_first', 'nearest', 'shapes', 'n_rows', 'device_of', 'Chunks', 'np_func', 'ismin_torch', 'notmax_torch', 'name_after', 'progress_bar', 'master_bar', 'defaults', 'tensor', 'concat', 'unsqueeze', 'unsqueeze_', 'one_hot', 'one_hot_decode', 'logit', 'TensorBase', 'TensorCategory', 'TensorMultiCategory', 'apply', 'default_device', 'setup_cuda', 'to_device', 'to_cpu', 'num_distrib', 'rank_distrib', 'distrib_barrier', 'maybe_gather', 'to_detach', 'to_half', 'to_float', 'to_np', 'to_concat', 'nested_reorder', 'item_find', 'find_device', 'find_bs', 'batch_to_samples', 'flatten_check', 'ArrayBase', 'ArrayImage', 'ArrayImageBW', 'ArrayImageBase', 'ArrayMask', 'TensorFlowField', 'TensorImage', 'TensorImageBW', 'TensorImageBase', 'TensorMask', 'make_cross_image', 'show_image_batch', 'show_titled_image']

def tensor(x, *rest, dtype: torch.dtype | None = None, device: str | torch.device | None = None, requires_grad: bool = False, pin_memory: bool = False) -> torch.Tensor:
    """Make a tensor of nearly anything

    - `x`: Number, list, tuple, array, table, or tensor; further numbers may follow
    - `rest`: More elements: `tensor(1,2,3)` is `tensor([1,2,3])`
    - `dtype`: Type of the result; None keeps a tensor's own and makes other 64-bit floats 32-bit
    - `device`: Where to make it; None leaves a tensor where it is
    - `requires_grad`: Whether the result collects a gradient
    - `pin_memory`: Whether to put it into page-locked memory
    """

def concat(*ls) -> Any:
    """Join `ls` end to end

    - `ls`: Tensors, arrays, lists or tuples, all of one kind
    """

def unsqueeze(x: torch.Tensor, dim: int = -1, n: int = 1) -> torch.Tensor:
    """`x` with `n` more axes of length 1 at `dim`

    - `dim`: Where the new axes go: in front for 0, behind for -1
    - `n`: How many
    """

def unsqueeze_(x: torch.Tensor, dim: int = -1, n: int = 1) -> torch.Tensor:
    """Add `n` axes of length 1 at `dim` to `x`, in place

    - `dim`: Where the new axes go
    - `n`: How many
    """

def one_hot(x, c: int) -> torch.Tensor:
    """The class numbers `x` as a vector of zeros and ones

    - `x`: Class numbers: a list, tuple or integer tensor
    - `c`: Number of classes
    """

def one_hot_decode(x, vocab=None) -> L:
    """The classes at which `x` is 1

    - `x`: Vector of zeros and ones
    - `vocab`: Names of the classes; None gives their numbers
    """

def logit(x: torch.Tensor) -> torch.Tensor:
    """The inverse of `torch.sigmoid`

    - `x`: Probabilities; cut to [1e-7, 1-1e-7] first, so that 0 and 1 stay finite
    """

class TensorBase(torch.Tensor):
    """A tensor whose subclasses keep their type and attributes through operations"""
    requires_grad: bool
    debug: bool
    @staticmethod
    def __new__(cls, x, **kwargs) -> Any:
        """- `x`: Anything that `tensor` takes"""
    def new_tensor(self, size, dtype: torch.dtype | None = None, device: str | torch.device | None = None, requires_grad: bool = False) -> Any:
        """A tensor of this type holding `size`, which is data"""
    def new_ones(self, data, dtype: torch.dtype | None = None, device: str | torch.device | None = None, requires_grad: bool = False) -> Any:
        """Ones of this type in the shape `data`"""
    def new_empty(self, *size, dtype: torch.dtype | None = None, layout: torch.layout | None = None, device: str | torch.device | None = None, pin_memory: bool = False, requires_grad: bool = False) -> Any:
        """Unset numbers of this type in the shape `size`"""
    def new(self, x=None) -> Any:
        """An empty tensor of this type, or one that holds `x`"""
    def requires_grad_(self, requires_grad: bool = True) -> Self:
        """Collect a gradient from now on, or no more"""
    def clone(self, *, memory_format: torch.memory_format | None = None) -> Any:
        """A copy, with the attributes"""
    @classmethod
    def register_func(cls, func: Callable, *oks) -> None:
        """Let results of `func` keep the type of the first of these that is given, when the types meet

        - `func`: A function of torch's, as `__torch_function__` gets it: `Tensor.__getitem__`, `torch.add`, …
        - `oks`: Types of its arguments, in order; fewer than there are arguments will do
        """

class TensorCategory(TensorBase):
    """Class numbers"""

class TensorMultiCategory(TensorCategory):
    """Vectors with a 1 for each class that is present"""

def apply(func: Callable, x, *args, **kwargs) -> Any:
    """Apply `func` to every leaf of `x`

    - `func`: Called as `func(leaf, *args, **kwargs)` for everything that is no container
    - `x`: A leaf, or tuples, lists, dicts, named tuples, dataclasses of them in any depth
    - `args`: Passed on to `func`
    """

def default_device(use: bool | int | None = -1) -> torch.device:
    """The device to train on; asking for one by `use` makes that choice the default

    - `use`: True: a GPU, an error if there is none; False: the CPU; None: a GPU if there is one; -1: as last asked for, at first like None (in lessons under test like False)
    """

def setup_cuda(benchmark: bool = True) -> None:
    """Choose the GPU that the environment variable `DEFAULT_GPU` names (0 if unset), and cuDNN's `benchmark` mode

    - `benchmark`: Whether cuDNN tries its kernels and keeps the fastest: good where shapes stay the same
    """

def to_device(b, device: str | torch.device | None = None, non_blocking: bool = False) -> Any:
    """Move what `b` holds to `device`

    - `b`: Tensors, modules, or anything else that has `to`; nested as in `apply`
    - `device`: Where to; None means `default_device()`
    - `non_blocking`: Whether the copy from page-locked memory may still run when this returns
    """

def to_cpu(b) -> Any:
    """Move what `b` holds to the CPU

    - `b`: Nested as in `apply`
    """

def num_distrib() -> int:
    """Number of processes that train together"""

def rank_distrib() -> int:
    """This process's number among those that train together"""

def distrib_barrier() -> None:
    """Wait until all processes that train together are here"""

def maybe_gather(x: torch.Tensor, axis: int = 0) -> torch.Tensor:
    """All processes' `x`, joined in the order of their ranks

    - `x`: This process's part; the parts may differ in length along `axis`, not in their other axes
    - `axis`: Along which to join; a tensor without axes is averaged instead
    """

def to_detach(b, cpu: bool = True, gather: bool = True) -> Any:
    """What `b` holds, cut off from the graph

    - `b`: Nested as in `apply`
    - `cpu`: Whether to bring it to the CPU
    - `gather`: Whether to join the parts of all processes where training is distributed
    """

def to_half(b) -> Any:
    """Floating point tensors in `b` as 16-bit ones; everything else as it is"""

def to_float(b) -> Any:
    """Floating point tensors in `b` as 32-bit ones; everything else as it is"""

def to_np(x) -> Any:
    """Tensors in `x` as arrays; `bfloat16`, which NumPy does not have, as 32-bit floats"""

def to_concat(xs, dim: int = 0) -> Any:
    """Join the batches in `xs`

    - `xs`: Batches of one structure, nested as in `apply`
    - `dim`: Along which to join the tensors
    """

def nested_reorder(t, idxs) -> Any:
    """The rows of everything in `t` in the order `idxs`

    - `t`: Nested as in `apply`; lists of plain values, and `L`s, count as one value per row
    - `idxs`: Row numbers: a list or an integer tensor
    """

def item_find(x, idx=0) -> Any:
    """The first leaf of `x`

    - `x`: Nested as in `apply`
    - `idx`: Which element to take at each level: a number, or the key of a dict (then everything else gives its first)
    """

def find_device(b) -> torch.device:
    """Device of the first tensor in `b`

    - `b`: Nested as in `apply`
    """

def find_bs(b) -> int:
    """Number of rows of the first tensor (or array) in `b`

    - `b`: Nested as in `apply`
    """

def batch_to_samples(b, max_n: int = 10) -> L:
    """Take the batch `b` apart into samples

    - `b`: Nested as in `apply`
    - `max_n`: At most so many
    """

def flatten_check(inp: torch.Tensor, targ: torch.Tensor) -> tuple:
    """`inp` and `targ` flattened, if they have the same number of elements"""

class ArrayBase(numpy.ndarray):
    """Base of arrays with a type"""

class ArrayImage(ArrayImageBase):
    """A picture in colours"""

class ArrayImageBW(ArrayImage):
    """A picture in one channel"""

class ArrayImageBase(ArrayBase):
    """Base of arrays that are drawn as a picture"""
    def show(self, ctx=None, **kwargs) -> Any:
        """Draw this picture

        - `ctx`: Axes; None makes a figure
        """

class ArrayMask(ArrayImageBase):
    """The number of a class for each pixel"""

class TensorFlowField(TensorBase):
    """A coordinate pair for each pixel, that says where to look it up"""

class TensorImage(TensorImageBase):
    """A picture in colours, or a batch of them"""

class TensorImageBW(TensorImage):
    """A picture in one channel"""

class TensorImageBase(TensorBase):
    """Base of tensors that are drawn as a picture: `(channels,height,width)` or `(height,width)`"""
    def show(self, ctx=None, **kwargs) -> Any:
        """Draw this picture

        - `ctx`: Axes; None makes a figure
        """

class TensorMask(TensorImageBase):
    """The number of a class for each pixel"""
    def show(self, ctx=None, **kwargs) -> Any:
        """Draw this mask; with `codes` each class has its colour whatever else is there

        - `ctx`: Axes; None makes a figure
        """

def make_cross_image(bw: bool = True) -> torch.Tensor:
    """A picture of a cross

    - `bw`: One channel, or a red and green cross?
    """

def show_image_batch(b, show: Callable = ..., items: int = 9, cols: int = 3, figsize: tuple | None = None, **kwargs) -> None:
    """Draw the images of a batch with their titles

    - `b`: Images and titles: `(images, titles)`
    - `show`: Called with an image and its title, and `ax`
    - `items`: No more than this
    - `cols`: Pictures in a row
    - `figsize`: Width and height in inches
    """

def show_titled_image(o, **kwargs) -> Any:
    """Draw an image with its title

    - `o`: `(image, title)`
    """

def set_seed(s: int, reproducible: bool = False) -> None:
    """Seed the generators of Python, NumPy and torch (all devices)

    - `s`: Any whole number; NumPy gets it modulo 2**32
    - `reproducible`: Whether cuDNN must also take deterministic kernels (slower)
    """

def get_random_states() -> dict:
    """The states of all global generators, and cuDNN's two switches"""

def set_random_states(random_state: tuple, numpy_state: tuple | None, torch_state: torch.Tensor, torch_cuda_state: list | None, torch_deterministic: bool, torch_benchmark: bool) -> None:
    """Put back what `get_random_states` gave

    - `random_state`: Of Python's `random`
    - `numpy_state`: Of NumPy; None leaves it alone
    - `torch_state`: Of torch's CPU generator
    - `torch_cuda_state`: Of each GPU's generator; None if CUDA was not in use yet
    - `torch_deterministic`: cuDNN's `deterministic`
    - `torch_benchmark`: cuDNN's `benchmark`
    """

def no_random(seed: int = 42, reproducible: bool = True) -> AbstractContextManager[None]:
    """Context in which chance is fixed; afterwards all generators go on as if nothing had been drawn

    - `seed`: Holds inside the block
    - `reproducible`: As in `set_seed`
    """

class Module(torch.nn.Module):
    """An `nn.Module` whose `__init__` need not call `super().__init__()`"""
    def __init__(self) -> None: ...

def get_model(model: torch.nn.Module) -> torch.nn.Module:
    """Take `model` out of `DataParallel`, `DistributedDataParallel` and `torch.compile`"""

norm_types: tuple

def params(m: torch.nn.Module) -> list:
    """All parameters of `m`"""

def trainable_params(m: torch.nn.Module) -> list:
    """The parameters of `m` that collect gradients: the default way to split a model, into one group"""

def one_param(m: torch.nn.Module) -> torch.Tensor:
    """The first parameter of `m`: asked for its device or type

    - `m`: Any module with parameters
    """

def requires_grad(m: torch.nn.Module) -> bool:
    """Whether the first parameter of `m` collects a gradient

    - `m`: False for a module without parameters
    """

def norm_bias_params(m: torch.nn.Module, with_bias: bool = True) -> L:
    """The parameters of normalisation layers in `m` (`norm_types`), and all biases

    - `with_bias`: Whether to include the biases of all other layers
    """

def init_default(m: torch.nn.Module, func: Callable | None = torch.nn.init.kaiming_normal_) -> torch.nn.Module:
    """Set the weight of `m` by `func` and its bias to 0, where it has them

    - `m`: One layer
    - `func`: Called with the weight; None leaves the weight as it is
    """

def cond_init(m: torch.nn.Module, func: Callable | None) -> None:
    """`init_default`, unless `m` is a normalisation layer or frozen

    - `m`: One layer
    - `func`: Called with the weight
    """

def apply_leaf(m: torch.nn.Module, f: Callable) -> None:
    """Call `f` on `m` and on every module inside

    - `f`: Called with each module
    """

def apply_init(m: torch.nn.Module, func: Callable = torch.nn.init.kaiming_normal_) -> None:
    """Initialise the layers in `m` that are neither normalisation layers nor frozen

    - `func`: Called with each weight that has at least two axes
    """

def subplots(nrows: int = 1, ncols: int = 1, figsize: tuple | None = None, imsize: float = 3, suptitle: str | None = None, *, sharex: bool | str = False, sharey: bool | str = False, squeeze: bool = True, width_ratios=None, height_ratios=None, subplot_kw: dict | None = None, gridspec_kw: dict | None = None, **kwargs) -> Any:
    """A figure with room for `nrows` times `ncols` pictures

    - `nrows`: Rows of axes
    - `ncols`: Columns of axes
    - `figsize`: Width and height in inches; None means `imsize` for each of the axes
    - `imsize`: Inches for each of the axes
    - `suptitle`: Title of the whole figure
    - `sharex`: As in `plt.subplots`
    - `sharey`: As in `plt.subplots`
    - `squeeze`: As in `plt.subplots`, but one of the axes alone still comes as an array
    - `width_ratios`: As in `plt.subplots`
    - `height_ratios`: As in `plt.subplots`
    - `subplot_kw`: As in `plt.subplots`
    - `gridspec_kw`: As in `plt.subplots`
    """

def show_image(im, ax=None, figsize: tuple | None = None, title: str | None = None, ctx=None, cmap: str | None = None, **kwargs) -> Any:
    """Draw the image `im`

    - `im`: `(height,width)`, `(channels,height,width)` or `(height,width,channels)`: tensor, array or PIL image
    - `ax`: Where to draw; None makes a figure
    - `figsize`: Width and height in inches of the figure made
    - `title`: Above the image
    - `ctx`: The same as `ax`
    - `cmap`: Colours for images of one channel; None means grey
    """

def show_images(ims: Iterable, nrows: int = 1, ncols: int | None = None, titles: list | None = None, figsize: tuple | None = None, imsize: float = 3, suptitle: str | None = None, **kwargs) -> Any:
    """Draw the images `ims` side by side

    - `ims`: Images as `show_image` takes them
    - `nrows`: Rows to draw them in
    - `ncols`: Columns; None means as many as it takes
    - `titles`: One for each image
    - `figsize`: Width and height in inches of the figure; None means `imsize` for each image
    - `imsize`: Inches for each image
    - `suptitle`: Title of the figure
    """

def get_grid(n: int, nrows: int | None = None, ncols: int | None = None, figsize: tuple | None = None, double: bool = False, title: str | None = None, return_fig: bool = False, flatten: bool = True, **kwargs) -> Any:
    """Axes to draw `n` things on

    - `n`: Things to draw
    - `nrows`: Rows of axes
    - `ncols`: Columns of axes; with neither, about as many rows as columns
    - `figsize`: Width and height in inches of the figure
    - `double`: Two axes for each, side by side
    - `title`: Title of the figure, in bold
    - `return_fig`: `(figure, axes)`, or the axes alone?
    - `flatten`: One list of axes, or an array with rows and columns?
    """

def show_title(o, ax=None, ctx=None, label: str | None = None, color: str = 'black', **kwargs) -> Any:
    """Show `o` as a title of axes, in a table's row, or in print

    - `o`: What to show
    - `ax`: Axes, or a row of a table (a pandas series); None prints
    - `ctx`: The same as `ax`
    - `label`: Name of the cell in a table; underscores are added while it is taken
    - `color`: Of a title
    """

class ShowTitle:
    """Base of values that show themselves as a title"""
    def show(self, ctx=None, **kwargs) -> Any:
        """Show this value as a title

        - `ctx`: Axes, or a row of a table; None prints
        """

class TitledInt(int, ShowTitle):
    """An `int` that shows itself"""

class TitledFloat(float, ShowTitle):
    """A `float` that shows itself"""

class TitledTuple(fastuple, ShowTitle):
    """A tuple that shows itself"""

class TitledStr(str, ShowTitle):
    """A `str` that shows itself"""
    def truncate(self, n: int) -> TitledStr:
        """The first `n` words

        - `n`: Words
        """

class TitledTensorScalar(TensorBase):
    """A tensor of one number that shows itself"""
    def show(self, **kwargs) -> Any:
        """Show the number as a title"""

def get_empty_df(n: int) -> list:
    """`n` empty rows of a table, to be filled by `show_title`

    - `n`: Rows
    """

def display_df(df) -> None:
    """Show `df` as a table in a notebook, as text elsewhere

    - `df`: A data frame
    """

def get_first(c) -> Any:
    """The first element of `c`

    - `c`: Anything that can be indexed; the first row of a data frame
    """

def nearest(name: str, names: Iterable, cutoff: float = 0.75) -> str:
    """The words `, did you mean 'x'?` for the entry of `names` that is most like `name`

    - `name`: What was given
    - `names`: What there is; anything but strings is ignored
    - `cutoff`: How alike the two must be: 1 wants the same name, 0 takes any
    """

def shapes(o) -> str:
    """What a batch is made of: `(float32(64, 10), int64(64,))`

    - `o`: Nested tuples, lists and mappings of tensors
    """

def n_rows(*bs) -> int:
    """Number of rows of the first part that has any

    - `bs`: Parts of a batch, nested as in `apply`; None and empty ones are skipped
    """

def device_of(model: torch.nn.Module) -> torch.device | None:
    """Where the first parameter of `model` is"""

class Chunks:
    """Several lists, strings, arrays or tensors seen as one, without joining them"""
    totlen: Any
    starts: list
    lens: list
    chunks: list
    def __init__(self, chunks, lens: list | None = None) -> None:
        """- `chunks`: All of one kind
        - `lens`: Their lengths; None measures
        """
    def __len__(self) -> Any: ...
    def __getitem__(self, i) -> Any:
        """One element, or a slice across chunks

        - `i`: A position, counted from the end if negative, or a slice
        """
    def doc_idx(self, i: int) -> tuple:
        """Where position `i` lies

        - `i`: A position in the whole
        """
    def getslice(self, i: slice) -> Any:
        """What `i` cuts out"""

def np_func(f: Callable) -> Any:
    """A NumPy function as one for tensors

    - `f`: Takes and returns arrays
    """

def ismin_torch(min_version: str) -> bool:
    """Whether torch is at least at `min_version`

    - `min_version`: Such as '2.7'
    """

def notmax_torch(max_version: str) -> bool:
    """Whether torch is older than `max_version`

    - `max_version`: Such as '3.0'
    """

def name_after(home: str, names: Iterable, *modules) -> Any:
    """Let classes and functions of `modules` go by the name of `home`

    - `home`: The module that gathers, by its full name
    - `names`: What it offers
    - `modules`: Where these and their private helpers are defined
    """

def progress_bar(gen: Iterable, total: int | None = None, display: bool = True, leave: bool = True, parent=None, master=None, txt_len: int = 60) -> Any:
    """Go through `gen` with a bar

    - `gen`: What to go through
    - `total`: How many there are; None asks `len`
    - `display`: Whether to draw at all
    - `leave`: Whether the bar stays when done
    - `parent`: The `master_bar` that this one belongs to
    - `master`: The same, for bars that tell it when they begin and end
    - `txt_len`: Characters for a line in a terminal
    """

def master_bar(gen: Iterable, total: int | None = None, hide_graph: bool = False, order: list | None = None, clean_on_interrupt: bool = False, total_time: bool = False) -> Any:
    """Go through `gen` with a bar that has others below it

    - `gen`: What to go through
    - `total`: How many there are; None asks `len`
    - `hide_graph`: Whether to leave out the graph
    - `order`: Order of the bars and the graph in a notebook
    - `clean_on_interrupt`: Whether to clear the bars when interrupted
    - `total_time`: Whether to print the time it took
    """
