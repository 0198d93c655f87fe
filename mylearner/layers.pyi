# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Callable, Iterable
from enum import Enum
from mylearner.torch_core import TensorBase
import torch
import torch.nn
import torch.nn.init
from typing import Any, Literal, Self
from mylearner.keywords import suggests_names as suggests_names
from mylearner.layer_parts import Mish as Mish, Swish as Swish, inplace_relu as inplace_relu
from mylearner.torch_core import Module as Module, init_default as init_default
__all__ = ['NormType', 'module', 'Identity', 'Lambda', 'PartialLambda', 'Flatten', 'View', 'ResizeBatch', 'Debugger', 'sigmoid_range', 'SigmoidRange', 'ScaleOutput', 'sequential', 'init_linear', 'trunc_normal_', 'Embedding', 'BatchNorm', 'InstanceNorm', 'AvgPool', 'MaxPool', 'AdaptiveAvgPool', 'Layers', 'ConvLayer', 'SEModule', 'SimpleSelfAttention', 'ResBlock', 'SEBlock', 'SEResNeXtBlock', 'SeparableBlock', 'PixelShuffle_ICNR', 'LinBnDrop', 'SimpleCNN', 'ParameterModule', 'has_children', 'children_and_parameters', 'flatten_model', 'in_channels', 'NoneReduce', 'init_default', 'AdaptiveConcatPool1d', 'AdaptiveConcatPool2d', 'BatchNorm1dFlat', 'Cat', 'MergeLayer', 'Mish', 'MishJit', 'PoolFlatten', 'PoolType', 'PooledSelfAttention2d', 'ProdLayer', 'SelfAttention', 'SequentialEx', 'Swish', 'SwishJit', 'TimeDistributed', 'ToTensorBase', 'adaptive_pool', 'icnr_init', 'inplace_relu', 'mish', 'sigmoid', 'sigmoid_', 'swish', 'vleaky_relu']

class AdaptiveConcatPool1d(Module):
    """The maximum and the mean over positions, side by side in the channels"""
    ap: Any
    mp: Any
    size: Any
    def forward(self, x: torch.Tensor) -> Any: ...
    def __init__(self, size: int | None = None) -> None:
        """- `size`: Positions that are left; None: 1"""

class AdaptiveConcatPool2d(Module):
    """The maximum and the mean over positions, side by side in the channels"""
    ap: Any
    mp: Any
    size: Any
    def forward(self, x: torch.Tensor) -> Any: ...
    def __init__(self, size: int | None = None) -> None:
        """- `size`: Positions along each axis that are left; None: 1"""

class BatchNorm1dFlat(torch.nn.BatchNorm1d):
    """Batch norm over the last axis, with any number of axes before it"""
    def forward(self, x: torch.Tensor) -> Any: ...

class Cat(torch.nn.ModuleList):
    """Several layers on one input, their outputs joined"""
    dim: int
    def __init__(self, layers: Iterable, dim: int = 1) -> None:
        """- `layers`: Modules
        - `dim`: Axis along which to join
        """
    def forward(self, x: torch.Tensor) -> Any: ...

class MergeLayer(Module):
    """Add the input of the surrounding `SequentialEx`, or join it in the channels"""
    dense: bool
    def forward(self, x: torch.Tensor) -> Any: ...
    def __init__(self, dense: bool = False) -> None:
        """- `dense`: Join instead of adding?"""

class MishJit(torch.nn.Mish):
    """`Mish`, by the name of its compiled form"""
    def __init__(self) -> None: ...

class PoolFlatten(torch.nn.Sequential):
    """Pool all positions, and flatten to one row per item"""
    def __init__(self, pool_type: str = 'Avg') -> None:
        """- `pool_type`: One of `PoolType`"""

class PoolType:
    """Names for what `adaptive_pool` makes"""
    Avg: str
    Max: str
    Cat: str

class PooledSelfAttention2d(Module):
    """`SelfAttention` for two axes, which looks at a quarter of the positions"""
    gamma: Any
    query: Any
    key: Any
    value: Any
    out: Any
    n_channels: Any
    def forward(self, x: torch.Tensor) -> Any: ...
    def __init__(self, n_channels: int) -> None:
        """- `n_channels`: Channels in and out"""

class ProdLayer(Module):
    """Multiply by the input of the surrounding `SequentialEx`"""
    def forward(self, x: torch.Tensor) -> Any: ...
    def __init__(self) -> None: ...

class SelfAttention(Module):
    """Add to each position, times `gamma`, what it finds at all positions"""
    gamma: Any
    query: Any
    key: Any
    value: Any
    def forward(self, x: torch.Tensor) -> Any: ...
    def __init__(self, n_channels: int) -> None:
        """- `n_channels`: Channels in and out"""

class SequentialEx(Module):
    """A sequence of layers that may look at its input, as `x.orig`"""
    layers: Any
    def forward(self, x) -> Any: ...
    def __len__(self) -> int: ...
    def __getitem__(self, i) -> Any: ...
    def append(self, l: torch.nn.Module) -> Self:
        """Put a layer at the end"""
    def extend(self, l: Iterable) -> Self:
        """Put layers at the end"""
    def insert(self, i: int, l: torch.nn.Module) -> None:
        """Put a layer at position `i`"""
    def __init__(self, *layers) -> None:
        """- `layers`: Modules"""

class SwishJit(torch.nn.SiLU):
    """`Swish`, by the name of its compiled form"""
    def __init__(self) -> None: ...

class TimeDistributed(Module):
    """Apply `module` to each step of a sequence"""
    module: torch.nn.Module
    low_mem: bool
    tdim: int
    def extra_repr(self) -> str: ...
    def forward(self, *tensors: torch.Tensor, **kwargs) -> Any:
        """What `module` makes of each step, the steps again on their axis

        - `tensors`: With an axis of steps each
        """
    def __init__(self, module: torch.nn.Module, low_mem: bool = False, tdim: int = 1) -> None:
        """- `module`: Takes inputs without the axis of steps
        - `low_mem`: One step at a time?
        - `tdim`: Axis of the steps
        """

class ToTensorBase(Module):
    """Give the input a tensor type, for a model whose layers ask for it"""
    tensor_cls: type
    def forward(self, x: torch.Tensor) -> Any: ...
    def __init__(self, tensor_cls: type = TensorBase) -> None:
        """- `tensor_cls`: The type"""

def adaptive_pool(pool_type: str) -> type:
    """The class of pools for two axes that `pool_type` names

    - `pool_type`: One of `PoolType`
    """

def icnr_init(x: torch.Tensor, scale: int = 2, init: Callable = torch.nn.init.kaiming_normal_) -> torch.Tensor:
    """Initial weights for a convolution before a pixel shuffle

    - `x`: Weight of a convolution, `(nf,ni,h,w)`; only its shape and kind matter
    - `scale`: By how much the pixel shuffle enlarges
    - `init`: Called with a smaller weight
    """

def mish(x: torch.Tensor, inplace: bool = False) -> Any:
    """`x` times the hyperbolic tangent of its softplus

    - `inplace`: Overwrite `x`?
    """

def sigmoid(input: torch.Tensor, eps: float = 1e-07) -> torch.Tensor:
    """Sigmoid of `input`, from `eps` to `1-eps`

    - `input`: Scores
    - `eps`: How far to stay off 0 and 1
    """

def sigmoid_(input: torch.Tensor, eps: float = 1e-07) -> torch.Tensor:
    """Sigmoid of `input` in place, from `eps` to `1-eps`

    - `input`: Scores; overwritten
    - `eps`: How far to stay off 0 and 1
    """

def swish(x: torch.Tensor, inplace: bool = False) -> Any:
    """`x` times its sigmoid

    - `inplace`: Overwrite `x`?
    """

def vleaky_relu(input: torch.Tensor, inplace: bool = True) -> torch.Tensor:
    """Leaky ReLU with slope 0.3 below zero

    - `inplace`: Overwrite `input`?
    """

def module(*flds, **defaults) -> Any:
    """Decorator that makes an `nn.Module` class out of a `forward` function

    - `flds`: Names of the constructor's arguments
    """

class Identity(torch.nn.Module):
    """Give back the input"""
    def extra_repr(self) -> Any: ...
    def forward(self, x) -> Any:
        """Give back the input"""
    def __init__(self) -> None: ...

class Lambda(torch.nn.Module):
    """Call `func` on the input"""
    def extra_repr(self) -> Any: ...
    def forward(self, x) -> Any:
        """Call `func` on the input"""
    def __init__(self, func) -> None: ...

class PartialLambda(Lambda):
    """Call `func` on the input, with keyword arguments fixed beforehand"""
    def __init__(self, func: Callable, **kwargs) -> None:
        """- `func`: Called as `func(x, **kwargs)`"""
    def extra_repr(self) -> Any: ...

class Flatten(torch.nn.Module):
    """Merge all axes but the first; with `full` also that one"""
    def extra_repr(self) -> Any: ...
    def forward(self, x) -> Any:
        """Merge all axes but the first; with `full` also that one"""
    def __init__(self, full=False) -> None: ...

class View(Module):
    """Give the input another shape"""
    size: Any
    def forward(self, x: torch.Tensor) -> Any:
        """`x` in the shape `size`"""
    def extra_repr(self) -> str: ...
    def __init__(self, *size: int) -> None:
        """- `size`: The whole shape; -1 is worked out"""

class ResizeBatch(Module):
    """Give each row another shape"""
    size: Any
    def forward(self, x: torch.Tensor) -> Any:
        """`x` with its rows in the shape `size`"""
    def extra_repr(self) -> str: ...
    def __init__(self, *size: int) -> None:
        """- `size`: The shape without the batch axis; -1 is worked out"""

class Debugger(torch.nn.Module):
    """Open the debugger where the input is at hand, as `x`"""
    def extra_repr(self) -> Any: ...
    def forward(self, x) -> Any:
        """Open the debugger where the input is at hand, as `x`"""
    def __init__(self) -> None: ...

def sigmoid_range(x: torch.Tensor, low: float, high: float) -> torch.Tensor:
    """Sigmoid of `x`, stretched to lie between `low` and `high`

    - `x`: Scores
    - `low`: Approached by very negative scores
    - `high`: Approached by large ones
    """

class SigmoidRange(torch.nn.Module):
    """Sigmoid of the input, stretched to lie between `low` and `high`"""
    def extra_repr(self) -> Any: ...
    def forward(self, x) -> torch.Tensor:
        """Sigmoid of the input, stretched to lie between `low` and `high`"""
    def __init__(self, low, high) -> None: ...

class ScaleOutput(Module):
    """Multiply by `std` and add `mean`: answers around 0 become answers in the target's units"""
    def forward(self, x) -> Any: ...
    def __init__(self, mean, std) -> None:
        """- `mean`: One number for each output
        - `std`: The same
        """

def sequential(*args) -> torch.nn.Sequential:
    """An `nn.Sequential` that takes plain functions too

    - `args`: Modules and functions; or one `OrderedDict` of them
    """

def init_linear(m: torch.nn.Module, act_func: Callable | None = None, init: Callable | str | None = 'auto', bias_std: float | None = 0.01) -> None:
    """Initialise the weight of `m` to suit the activation after it, its bias to small numbers

    - `m`: A linear or convolutional layer
    - `act_func`: The activation that follows: a module or a function
    - `init`: Called with the weight; 'auto': `kaiming_uniform_` before rectifiers; None: torch's own
    - `bias_std`: Standard deviation of the bias; None leaves the bias as it is
    """

def trunc_normal_(x: torch.Tensor, mean: float = 0.0, std: float = 1.0) -> torch.Tensor:
    """Fill `x` with normal numbers, those beyond two standard deviations folded back inside

    - `x`: Filled in place
    - `mean`: Middle
    - `std`: Two of these is as far as it goes
    """

class Embedding(torch.nn.Embedding):
    """An `nn.Embedding` that starts near zero"""
    def __init__(self, ni: int, nf: int, std: float = 0.01) -> None:
        """- `ni`: Number of ids
        - `nf`: Length of each vector
        - `std`: Spread of the initial weights
        """

class NormType(Enum):
    """Kinds of normalisation; those in Zero start at weight 0, for the last layer of a block"""
    Batch = 1
    BatchZero = 2
    Weight = 3
    Spectral = 4
    Instance = 5
    InstanceZero = 6

def BatchNorm(nf: int, ndim: int = 2, norm_type: NormType = ..., *, eps: float = 1e-05, momentum: float | None = 0.1, affine: bool = True, track_running_stats: bool = True, device=None, dtype=None, bias: bool = True) -> torch.nn.Module:
    """Batch norm for `ndim` axes, started at weight 1 and bias 0.001

    - `nf`: Channels
    - `ndim`: 1, 2 or 3
    - `norm_type`: `NormType.BatchZero` starts at weight 0
    """

def InstanceNorm(nf: int, ndim: int = 2, norm_type: NormType = ..., affine: bool = True, *, eps: float = 1e-05, momentum: float = 0.1, track_running_stats: bool = False, device=None, dtype=None, bias: bool = True) -> torch.nn.Module:
    """Instance norm for `ndim` axes, started at weight 1 and bias 0.001

    - `nf`: Channels
    - `ndim`: 1, 2 or 3
    - `norm_type`: `NormType.InstanceZero` starts at weight 0
    - `affine`: Whether it has a weight and a bias
    - `bias`: for backward compatibility
    """

def AvgPool(ks: int = 2, stride: int | None = None, padding: int = 0, ndim: int = 2, ceil_mode: bool = False) -> torch.nn.Module:
    """Average pooling over `ndim` axes

    - `ks`: Length of the window along each axis
    - `stride`: Step of the window; None means `ks`
    - `padding`: Zeros around the input
    - `ndim`: 1, 2 or 3
    - `ceil_mode`: Whether a part of a window at the end counts too
    """

def MaxPool(ks: int = 2, stride: int | None = None, padding: int = 0, ndim: int = 2, ceil_mode: bool = False) -> torch.nn.Module:
    """Maximum pooling over `ndim` axes

    - `ks`: Length of the window along each axis
    - `stride`: Step of the window; None means `ks`
    - `padding`: Room around the input
    - `ndim`: 1, 2 or 3
    - `ceil_mode`: Whether a part of a window at the end counts too
    """

def AdaptiveAvgPool(sz: int = 1, ndim: int = 2) -> torch.nn.Module:
    """Average pooling to a given size, over `ndim` axes

    - `sz`: Length of the result along each axis
    - `ndim`: 1, 2 or 3
    """

class Layers(torch.nn.Sequential):
    """A sequence whose slices are plain ones: `nn.Sequential` would call our constructor for them"""
    def __getitem__(self, i) -> Any: ...

class ConvLayer(Layers):
    """A convolution with its normalisation and activation"""
    def __init__(self, ni: int, nf: int, ks: int = 3, stride: int = 1, padding: int | None = None, bias: bool | None = None, ndim: int = 2, norm_type: NormType | None = ..., bn_1st: bool = True, act_cls: Callable | None = torch.nn.ReLU, transpose: bool = False, init: Callable | str | None = 'auto', xtra: torch.nn.Module | None = None, bias_std: float | None = 0.01, *, dilation: int | tuple[int, int] = 1, groups: int = 1, padding_mode: Literal['zeros', 'reflect', 'replicate', 'circular'] = 'zeros', device=None, dtype=None) -> None:
        """- `ni`: Channels in
        - `nf`: Channels out
        - `ks`: Length of the kernel along each axis
        - `stride`: Step of the kernel
        - `padding`: Zeros around the input; None: as many as keep the size (none for `transpose`)
        - `bias`: Whether the convolution has a bias; None: if no norm follows that has one
        - `ndim`: 1, 2 or 3
        - `norm_type`: None for no normalisation
        - `bn_1st`: Whether the norm comes before the activation
        - `act_cls`: Called for the activation; None for none
        - `transpose`: Whether to make a transposed convolution
        - `init`: As in `init_linear`
        - `xtra`: One more layer at the end
        - `bias_std`: As in `init_linear`
        """

class SEModule(Module):
    """Scale each channel by a number between 0 and 1 made from the means of all channels"""
    scale: Any
    def forward(self, x: torch.Tensor) -> Any:
        """`x`, each channel scaled"""
    def __init__(self, ch: int, reduction: int = 16, act_cls: Callable = torch.nn.ReLU, ndim: int = 2) -> None:
        """- `ch`: Channels
        - `reduction`: The hidden layer is narrower by this factor (and a multiple of 8)
        - `act_cls`: Called for the activation in between
        - `ndim`: 1, 2 or 3
        """

class SimpleSelfAttention(Module):
    """Add to each position a mixture of all positions, by how alike they are; starts as nothing"""
    gamma: Any
    sym: bool
    conv: Any
    def forward(self, x: torch.Tensor) -> Any:
        """`x` and, times `gamma`, what is mixed"""
    def __init__(self, n_in: int, ks: int = 1, sym: bool = False) -> None:
        """- `n_in`: Channels
        - `ks`: Kernel of the convolution that makes what is mixed
        - `sym`: Whether to keep that convolution symmetric in its channels (`ks=1` only)
        """

class ResBlock(Module):
    """A residual block: two convolutions, or three with a bottleneck, beside a way around them"""
    act: Any
    convpath: Any
    idpath: Any
    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """The activation of what the convolutions add to what goes around them

        - `x`: `(bs,ni*expansion,…)`
        """
    def __init__(self, expansion: int, ni: int, nf: int, stride: int = 1, groups: int = 1, reduction: int | None = None, nh1: int | None = None, nh2: int | None = None, dw: bool = False, g2: int = 1, sa: bool = False, sym: bool = False, norm_type: NormType | None = ..., act_cls: Callable = torch.nn.ReLU, ndim: int = 2, ks: int = 3, pool: Callable = AvgPool, pool_first: bool = True, padding: int | None = None, xtra: torch.nn.Module | None = None, transpose: bool = False, *, bias: bool | None = None, bn_1st: bool = True, init: Callable | str | None = 'auto', bias_std: float | None = 0.01, dilation: int | tuple[int, int] = 1, padding_mode: Literal['zeros', 'reflect', 'replicate', 'circular'] = 'zeros', device=None, dtype=None) -> None:
        """- `expansion`: 1: two convolutions of `ks`; more: a bottleneck, and so many times the channels in and out
        - `ni`: Channels in (times `expansion`)
        - `nf`: Channels out (times `expansion`)
        - `stride`: By how much the block shrinks its input
        - `groups`: Groups of the convolution that shrinks
        - `reduction`: As in `SEModule`; None for none
        - `nh1`: Channels after the first convolution of a bottleneck; None means `nh2`
        - `nh2`: Channels before the last convolution; None means `nf`
        - `dw`: Whether the convolution that shrinks treats each channel on its own
        - `g2`: Groups of the last convolution
        - `sa`: Whether to end in `SimpleSelfAttention`
        - `sym`: As in `SimpleSelfAttention`
        - `norm_type`: As in `ConvLayer`; the last norm is its Zero form
        - `act_cls`: Called for each activation
        - `ndim`: 1, 2 or 3
        - `ks`: Length of the kernels
        - `pool`: Called as `pool(stride, ndim=…, ceil_mode=True)` for the way around
        - `pool_first`: Whether the way around pools before it convolves
        - `padding`: Of the kernels of `ks`
        - `xtra`: One more layer at the end of the convolutions
        - `transpose`: Always False: the way around pools
        - `bias`: Whether the convolution has a bias; None: if no norm follows that has one
        - `bn_1st`: Whether the norm comes before the activation
        - `init`: As in `init_linear`
        - `bias_std`: As in `init_linear`
        """

def SEBlock(expansion: int, ni: int, nf: int, groups: int = 1, reduction: int = 16, stride: int = 1, **kwargs) -> ResBlock:
    """A `ResBlock` with `SEModule`, twice as wide after its first convolution"""

def SEResNeXtBlock(expansion: int, ni: int, nf: int, groups: int = 32, reduction: int = 16, stride: int = 1, base_width: int = 4, **kwargs) -> ResBlock:
    """A `ResBlock` with `SEModule` and `groups` of `base_width` channels, for each 64 of `nf`"""

def SeparableBlock(expansion: int, ni: int, nf: int, reduction: int = 16, stride: int = 1, base_width: int = 4, **kwargs) -> ResBlock:
    """A `ResBlock` with `SEModule` that convolves each channel on its own"""

class PixelShuffle_ICNR(Layers):
    """Make a picture `scale` times as large by a convolution"""
    def __init__(self, ni: int, nf: int | None = None, scale: int = 2, blur: bool = False, norm_type: NormType | None = ..., act_cls: Callable | None = torch.nn.ReLU) -> None:
        """- `ni`: Channels in
        - `nf`: Channels out; None means `ni`
        - `scale`: How many times as large along each axis
        - `blur`: Whether to average over neighbours at the end
        - `norm_type`: As in `ConvLayer`
        - `act_cls`: As in `ConvLayer`
        """

class LinBnDrop(Layers):
    """Batch norm, dropout and a linear layer, in this order or with the linear layer first"""
    def __init__(self, n_in: int, n_out: int, bn: bool = True, p: float = 0.0, act: torch.nn.Module | None = None, lin_first: bool = False) -> None:
        """- `n_in`: Features in
        - `n_out`: Features out
        - `bn`: Whether to normalise
        - `p`: Share of features that dropout silences; 0 for no such layer
        - `act`: Activation after the linear layer; None for none
        - `lin_first`: Whether the linear layer (with `act`) comes first
        """

class SimpleCNN(Layers):
    """A convolution for each step from one number of channels to the next, then the mean over all positions"""
    def __init__(self, filters: list, kernel_szs: list | None = None, strides: list | None = None, bn: bool = True) -> None:
        """- `filters`: Channels in, then after each layer
        - `kernel_szs`: Kernel of each layer; None means 3
        - `strides`: Stride of each layer; None means 2
        - `bn`: Whether all layers but the last have batch norm
        """

class ParameterModule(Module):
    """A module that holds one parameter and does nothing"""
    val: torch.nn.Parameter
    def forward(self, x) -> Any:
        """Give back the input"""
    def __init__(self, p: torch.nn.Parameter) -> None:
        """- `p`: Registered as `val`"""

def has_children(m: torch.nn.Module) -> bool:
    """Whether `m` has modules inside"""

def children_and_parameters(m: torch.nn.Module) -> list:
    """The children of `m`, and a `ParameterModule` for each parameter that is in none of them"""

def flatten_model(m: torch.nn.Module) -> list:
    """The innermost modules of `m`, in order"""

def in_channels(m: torch.nn.Module) -> int:
    """How many channels the first convolution of `m` takes

    - `m`: A model with a convolution
    """

class NoneReduce:
    """Context in which a loss gives one value per row"""
    loss_func: Callable
    old: Any
    def __init__(self, loss_func: Callable) -> None:
        """- `loss_func`: Has an attribute `reduction`, or takes it as an argument; a `partial` of such a function will do"""
    def __exit__(self, *args) -> None:
        """Put the reduction back, also after an error"""
    def __enter__(self) -> Any:
        """The loss to use inside the block"""
