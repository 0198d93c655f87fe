# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Callable
from mylearner.layers import AvgPool, NormType
import torch.nn
from typing import Literal
from mylearner.keywords import suggests_names as suggests_names
from mylearner.layers import AdaptiveAvgPool as AdaptiveAvgPool, ConvLayer as ConvLayer, Flatten as Flatten, Layers as Layers, MaxPool as MaxPool, ResBlock as ResBlock
__all__ = ['xresnet18', 'xresnet34', 'xresnet50', 'xresnet101', 'xresnet152', 'xresnet18_deep', 'xresnet34_deep', 'xresnet50_deep', 'xresnet18_deeper', 'xresnet34_deeper', 'xresnet50_deeper', 'init_cnn', 'XResNet']

def init_cnn(m: torch.nn.Module) -> None:
    """Kaiming-normal weights for all convolutions and linear layers in `m`, biases at 0"""

class XResNet(Layers):
    """A residual network: stem, groups of blocks, head"""
    def __init__(self, block: Callable, expansion: int, layers: list, p: float = 0.0, c_in: int = 3, n_out: int = 1000, stem_szs: tuple = (32, 32, 64), widen: float = 1.0, sa: bool = False, act_cls: Callable = torch.nn.ReLU, ndim: int = 2, ks: int = 3, stride: int = 2, *, groups: int = 1, reduction: int | None = None, nh1: int | None = None, nh2: int | None = None, dw: bool = False, g2: int = 1, sym: bool = False, norm_type: NormType | None = ..., pool: Callable = AvgPool, pool_first: bool = True, padding: int | None = None, xtra: torch.nn.Module | None = None, transpose: bool = False, bias: bool | None = None, bn_1st: bool = True, init: Callable | str | None = 'auto', bias_std: float | None = 0.01, dilation: int | tuple[int, int] = 1, padding_mode: Literal['zeros', 'reflect', 'replicate', 'circular'] = 'zeros', device=None, dtype=None) -> None:
        """- `block`: Called for each block, like `ResBlock`
        - `expansion`: 1 for plain blocks, 4 for bottlenecks
        - `layers`: Number of blocks in each group
        - `p`: Share of features that dropout silences before the head
        - `c_in`: Channels in
        - `n_out`: Classes out
        - `stem_szs`: Channels after each convolution of the stem
        - `widen`: Factor on the channels of all groups
        - `sa`: Whether one group ends in self-attention: the fourth last, or the first of fewer
        - `act_cls`: Called for each activation
        - `ndim`: 1, 2 or 3
        - `ks`: Length of the kernels, odd
        - `stride`: By how much stem, pool and each group but the first shrink
        - `groups`: Groups of the convolution that shrinks
        - `reduction`: As in `SEModule`; None for none
        - `nh1`: Channels after the first convolution of a bottleneck; None means `nh2`
        - `nh2`: Channels before the last convolution; None means `nf`
        - `dw`: Whether the convolution that shrinks treats each channel on its own
        - `g2`: Groups of the last convolution
        - `sym`: As in `SimpleSelfAttention`
        - `norm_type`: As in `ConvLayer`; the last norm is its Zero form
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

def xresnet18(pretrained: bool = False, *, p: float = 0.0, c_in: int = 3, n_out: int = 1000, stem_szs: tuple = (32, 32, 64), widen: float = 1.0, sa: bool = False, act_cls: Callable = torch.nn.ReLU, ndim: int = 2, ks: int = 3, stride: int = 2, groups: int = 1, reduction: int | None = None, nh1: int | None = None, nh2: int | None = None, dw: bool = False, g2: int = 1, sym: bool = False, norm_type: NormType | None = ..., pool: Callable = AvgPool, pool_first: bool = True, padding: int | None = None, xtra: torch.nn.Module | None = None, transpose: bool = False, bias: bool | None = None, bn_1st: bool = True, init: Callable | str | None = 'auto', bias_std: float | None = 0.01, dilation: int | tuple[int, int] = 1, padding_mode: Literal['zeros', 'reflect', 'replicate', 'circular'] = 'zeros', device=None, dtype=None) -> XResNet:
    """An `XResNet` with plain blocks: groups of 2, 2, 2, 2

    - `pretrained`: There are no weights to load: True is refused
    - `p`: Share of features that dropout silences before the head
    - `c_in`: Channels in
    - `n_out`: Classes out
    - `stem_szs`: Channels after each convolution of the stem
    - `widen`: Factor on the channels of all groups
    - `sa`: Whether one group ends in self-attention: the fourth last, or the first of fewer
    - `act_cls`: Called for each activation
    - `ndim`: 1, 2 or 3
    - `ks`: Length of the kernels, odd
    - `stride`: By how much stem, pool and each group but the first shrink
    - `groups`: Groups of the convolution that shrinks
    - `reduction`: As in `SEModule`; None for none
    - `nh1`: Channels after the first convolution of a bottleneck; None means `nh2`
    - `nh2`: Channels before the last convolution; None means `nf`
    - `dw`: Whether the convolution that shrinks treats each channel on its own
    - `g2`: Groups of the last convolution
    - `sym`: As in `SimpleSelfAttention`
    - `norm_type`: As in `ConvLayer`; the last norm is its Zero form
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

def xresnet34(pretrained: bool = False, *, p: float = 0.0, c_in: int = 3, n_out: int = 1000, stem_szs: tuple = (32, 32, 64), widen: float = 1.0, sa: bool = False, act_cls: Callable = torch.nn.ReLU, ndim: int = 2, ks: int = 3, stride: int = 2, groups: int = 1, reduction: int | None = None, nh1: int | None = None, nh2: int | None = None, dw: bool = False, g2: int = 1, sym: bool = False, norm_type: NormType | None = ..., pool: Callable = AvgPool, pool_first: bool = True, padding: int | None = None, xtra: torch.nn.Module | None = None, transpose: bool = False, bias: bool | None = None, bn_1st: bool = True, init: Callable | str | None = 'auto', bias_std: float | None = 0.01, dilation: int | tuple[int, int] = 1, padding_mode: Literal['zeros', 'reflect', 'replicate', 'circular'] = 'zeros', device=None, dtype=None) -> XResNet:
    """An `XResNet` with plain blocks: groups of 3, 4, 6, 3

    - `pretrained`: There are no weights to load: True is refused
    - `p`: Share of features that dropout silences before the head
    - `c_in`: Channels in
    - `n_out`: Classes out
    - `stem_szs`: Channels after each convolution of the stem
    - `widen`: Factor on the channels of all groups
    - `sa`: Whether one group ends in self-attention: the fourth last, or the first of fewer
    - `act_cls`: Called for each activation
    - `ndim`: 1, 2 or 3
    - `ks`: Length of the kernels, odd
    - `stride`: By how much stem, pool and each group but the first shrink
    - `groups`: Groups of the convolution that shrinks
    - `reduction`: As in `SEModule`; None for none
    - `nh1`: Channels after the first convolution of a bottleneck; None means `nh2`
    - `nh2`: Channels before the last convolution; None means `nf`
    - `dw`: Whether the convolution that shrinks treats each channel on its own
    - `g2`: Groups of the last convolution
    - `sym`: As in `SimpleSelfAttention`
    - `norm_type`: As in `ConvLayer`; the last norm is its Zero form
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

def xresnet50(pretrained: bool = False, *, p: float = 0.0, c_in: int = 3, n_out: int = 1000, stem_szs: tuple = (32, 32, 64), widen: float = 1.0, sa: bool = False, act_cls: Callable = torch.nn.ReLU, ndim: int = 2, ks: int = 3, stride: int = 2, groups: int = 1, reduction: int | None = None, nh1: int | None = None, nh2: int | None = None, dw: bool = False, g2: int = 1, sym: bool = False, norm_type: NormType | None = ..., pool: Callable = AvgPool, pool_first: bool = True, padding: int | None = None, xtra: torch.nn.Module | None = None, transpose: bool = False, bias: bool | None = None, bn_1st: bool = True, init: Callable | str | None = 'auto', bias_std: float | None = 0.01, dilation: int | tuple[int, int] = 1, padding_mode: Literal['zeros', 'reflect', 'replicate', 'circular'] = 'zeros', device=None, dtype=None) -> XResNet:
    """An `XResNet` with bottlenecks: groups of 3, 4, 6, 3

    - `pretrained`: There are no weights to load: True is refused
    - `p`: Share of features that dropout silences before the head
    - `c_in`: Channels in
    - `n_out`: Classes out
    - `stem_szs`: Channels after each convolution of the stem
    - `widen`: Factor on the channels of all groups
    - `sa`: Whether one group ends in self-attention: the fourth last, or the first of fewer
    - `act_cls`: Called for each activation
    - `ndim`: 1, 2 or 3
    - `ks`: Length of the kernels, odd
    - `stride`: By how much stem, pool and each group but the first shrink
    - `groups`: Groups of the convolution that shrinks
    - `reduction`: As in `SEModule`; None for none
    - `nh1`: Channels after the first convolution of a bottleneck; None means `nh2`
    - `nh2`: Channels before the last convolution; None means `nf`
    - `dw`: Whether the convolution that shrinks treats each channel on its own
    - `g2`: Groups of the last convolution
    - `sym`: As in `SimpleSelfAttention`
    - `norm_type`: As in `ConvLayer`; the last norm is its Zero form
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

def xresnet101(pretrained: bool = False, *, p: float = 0.0, c_in: int = 3, n_out: int = 1000, stem_szs: tuple = (32, 32, 64), widen: float = 1.0, sa: bool = False, act_cls: Callable = torch.nn.ReLU, ndim: int = 2, ks: int = 3, stride: int = 2, groups: int = 1, reduction: int | None = None, nh1: int | None = None, nh2: int | None = None, dw: bool = False, g2: int = 1, sym: bool = False, norm_type: NormType | None = ..., pool: Callable = AvgPool, pool_first: bool = True, padding: int | None = None, xtra: torch.nn.Module | None = None, transpose: bool = False, bias: bool | None = None, bn_1st: bool = True, init: Callable | str | None = 'auto', bias_std: float | None = 0.01, dilation: int | tuple[int, int] = 1, padding_mode: Literal['zeros', 'reflect', 'replicate', 'circular'] = 'zeros', device=None, dtype=None) -> XResNet:
    """An `XResNet` with bottlenecks: groups of 3, 4, 23, 3

    - `pretrained`: There are no weights to load: True is refused
    - `p`: Share of features that dropout silences before the head
    - `c_in`: Channels in
    - `n_out`: Classes out
    - `stem_szs`: Channels after each convolution of the stem
    - `widen`: Factor on the channels of all groups
    - `sa`: Whether one group ends in self-attention: the fourth last, or the first of fewer
    - `act_cls`: Called for each activation
    - `ndim`: 1, 2 or 3
    - `ks`: Length of the kernels, odd
    - `stride`: By how much stem, pool and each group but the first shrink
    - `groups`: Groups of the convolution that shrinks
    - `reduction`: As in `SEModule`; None for none
    - `nh1`: Channels after the first convolution of a bottleneck; None means `nh2`
    - `nh2`: Channels before the last convolution; None means `nf`
    - `dw`: Whether the convolution that shrinks treats each channel on its own
    - `g2`: Groups of the last convolution
    - `sym`: As in `SimpleSelfAttention`
    - `norm_type`: As in `ConvLayer`; the last norm is its Zero form
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

def xresnet152(pretrained: bool = False, *, p: float = 0.0, c_in: int = 3, n_out: int = 1000, stem_szs: tuple = (32, 32, 64), widen: float = 1.0, sa: bool = False, act_cls: Callable = torch.nn.ReLU, ndim: int = 2, ks: int = 3, stride: int = 2, groups: int = 1, reduction: int | None = None, nh1: int | None = None, nh2: int | None = None, dw: bool = False, g2: int = 1, sym: bool = False, norm_type: NormType | None = ..., pool: Callable = AvgPool, pool_first: bool = True, padding: int | None = None, xtra: torch.nn.Module | None = None, transpose: bool = False, bias: bool | None = None, bn_1st: bool = True, init: Callable | str | None = 'auto', bias_std: float | None = 0.01, dilation: int | tuple[int, int] = 1, padding_mode: Literal['zeros', 'reflect', 'replicate', 'circular'] = 'zeros', device=None, dtype=None) -> XResNet:
    """An `XResNet` with bottlenecks: groups of 3, 8, 36, 3

    - `pretrained`: There are no weights to load: True is refused
    - `p`: Share of features that dropout silences before the head
    - `c_in`: Channels in
    - `n_out`: Classes out
    - `stem_szs`: Channels after each convolution of the stem
    - `widen`: Factor on the channels of all groups
    - `sa`: Whether one group ends in self-attention: the fourth last, or the first of fewer
    - `act_cls`: Called for each activation
    - `ndim`: 1, 2 or 3
    - `ks`: Length of the kernels, odd
    - `stride`: By how much stem, pool and each group but the first shrink
    - `groups`: Groups of the convolution that shrinks
    - `reduction`: As in `SEModule`; None for none
    - `nh1`: Channels after the first convolution of a bottleneck; None means `nh2`
    - `nh2`: Channels before the last convolution; None means `nf`
    - `dw`: Whether the convolution that shrinks treats each channel on its own
    - `g2`: Groups of the last convolution
    - `sym`: As in `SimpleSelfAttention`
    - `norm_type`: As in `ConvLayer`; the last norm is its Zero form
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

def xresnet18_deep(pretrained: bool = False, *, p: float = 0.0, c_in: int = 3, n_out: int = 1000, stem_szs: tuple = (32, 32, 64), widen: float = 1.0, sa: bool = False, act_cls: Callable = torch.nn.ReLU, ndim: int = 2, ks: int = 3, stride: int = 2, groups: int = 1, reduction: int | None = None, nh1: int | None = None, nh2: int | None = None, dw: bool = False, g2: int = 1, sym: bool = False, norm_type: NormType | None = ..., pool: Callable = AvgPool, pool_first: bool = True, padding: int | None = None, xtra: torch.nn.Module | None = None, transpose: bool = False, bias: bool | None = None, bn_1st: bool = True, init: Callable | str | None = 'auto', bias_std: float | None = 0.01, dilation: int | tuple[int, int] = 1, padding_mode: Literal['zeros', 'reflect', 'replicate', 'circular'] = 'zeros', device=None, dtype=None) -> XResNet:
    """An `XResNet` with plain blocks: groups of 2, 2, 2, 2, 1, 1

    - `pretrained`: There are no weights to load: True is refused
    - `p`: Share of features that dropout silences before the head
    - `c_in`: Channels in
    - `n_out`: Classes out
    - `stem_szs`: Channels after each convolution of the stem
    - `widen`: Factor on the channels of all groups
    - `sa`: Whether one group ends in self-attention: the fourth last, or the first of fewer
    - `act_cls`: Called for each activation
    - `ndim`: 1, 2 or 3
    - `ks`: Length of the kernels, odd
    - `stride`: By how much stem, pool and each group but the first shrink
    - `groups`: Groups of the convolution that shrinks
    - `reduction`: As in `SEModule`; None for none
    - `nh1`: Channels after the first convolution of a bottleneck; None means `nh2`
    - `nh2`: Channels before the last convolution; None means `nf`
    - `dw`: Whether the convolution that shrinks treats each channel on its own
    - `g2`: Groups of the last convolution
    - `sym`: As in `SimpleSelfAttention`
    - `norm_type`: As in `ConvLayer`; the last norm is its Zero form
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

def xresnet34_deep(pretrained: bool = False, *, p: float = 0.0, c_in: int = 3, n_out: int = 1000, stem_szs: tuple = (32, 32, 64), widen: float = 1.0, sa: bool = False, act_cls: Callable = torch.nn.ReLU, ndim: int = 2, ks: int = 3, stride: int = 2, groups: int = 1, reduction: int | None = None, nh1: int | None = None, nh2: int | None = None, dw: bool = False, g2: int = 1, sym: bool = False, norm_type: NormType | None = ..., pool: Callable = AvgPool, pool_first: bool = True, padding: int | None = None, xtra: torch.nn.Module | None = None, transpose: bool = False, bias: bool | None = None, bn_1st: bool = True, init: Callable | str | None = 'auto', bias_std: float | None = 0.01, dilation: int | tuple[int, int] = 1, padding_mode: Literal['zeros', 'reflect', 'replicate', 'circular'] = 'zeros', device=None, dtype=None) -> XResNet:
    """An `XResNet` with plain blocks: groups of 3, 4, 6, 3, 1, 1

    - `pretrained`: There are no weights to load: True is refused
    - `p`: Share of features that dropout silences before the head
    - `c_in`: Channels in
    - `n_out`: Classes out
    - `stem_szs`: Channels after each convolution of the stem
    - `widen`: Factor on the channels of all groups
    - `sa`: Whether one group ends in self-attention: the fourth last, or the first of fewer
    - `act_cls`: Called for each activation
    - `ndim`: 1, 2 or 3
    - `ks`: Length of the kernels, odd
    - `stride`: By how much stem, pool and each group but the first shrink
    - `groups`: Groups of the convolution that shrinks
    - `reduction`: As in `SEModule`; None for none
    - `nh1`: Channels after the first convolution of a bottleneck; None means `nh2`
    - `nh2`: Channels before the last convolution; None means `nf`
    - `dw`: Whether the convolution that shrinks treats each channel on its own
    - `g2`: Groups of the last convolution
    - `sym`: As in `SimpleSelfAttention`
    - `norm_type`: As in `ConvLayer`; the last norm is its Zero form
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

def xresnet50_deep(pretrained: bool = False, *, p: float = 0.0, c_in: int = 3, n_out: int = 1000, stem_szs: tuple = (32, 32, 64), widen: float = 1.0, sa: bool = False, act_cls: Callable = torch.nn.ReLU, ndim: int = 2, ks: int = 3, stride: int = 2, groups: int = 1, reduction: int | None = None, nh1: int | None = None, nh2: int | None = None, dw: bool = False, g2: int = 1, sym: bool = False, norm_type: NormType | None = ..., pool: Callable = AvgPool, pool_first: bool = True, padding: int | None = None, xtra: torch.nn.Module | None = None, transpose: bool = False, bias: bool | None = None, bn_1st: bool = True, init: Callable | str | None = 'auto', bias_std: float | None = 0.01, dilation: int | tuple[int, int] = 1, padding_mode: Literal['zeros', 'reflect', 'replicate', 'circular'] = 'zeros', device=None, dtype=None) -> XResNet:
    """An `XResNet` with bottlenecks: groups of 3, 4, 6, 3, 1, 1

    - `pretrained`: There are no weights to load: True is refused
    - `p`: Share of features that dropout silences before the head
    - `c_in`: Channels in
    - `n_out`: Classes out
    - `stem_szs`: Channels after each convolution of the stem
    - `widen`: Factor on the channels of all groups
    - `sa`: Whether one group ends in self-attention: the fourth last, or the first of fewer
    - `act_cls`: Called for each activation
    - `ndim`: 1, 2 or 3
    - `ks`: Length of the kernels, odd
    - `stride`: By how much stem, pool and each group but the first shrink
    - `groups`: Groups of the convolution that shrinks
    - `reduction`: As in `SEModule`; None for none
    - `nh1`: Channels after the first convolution of a bottleneck; None means `nh2`
    - `nh2`: Channels before the last convolution; None means `nf`
    - `dw`: Whether the convolution that shrinks treats each channel on its own
    - `g2`: Groups of the last convolution
    - `sym`: As in `SimpleSelfAttention`
    - `norm_type`: As in `ConvLayer`; the last norm is its Zero form
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

def xresnet18_deeper(pretrained: bool = False, *, p: float = 0.0, c_in: int = 3, n_out: int = 1000, stem_szs: tuple = (32, 32, 64), widen: float = 1.0, sa: bool = False, act_cls: Callable = torch.nn.ReLU, ndim: int = 2, ks: int = 3, stride: int = 2, groups: int = 1, reduction: int | None = None, nh1: int | None = None, nh2: int | None = None, dw: bool = False, g2: int = 1, sym: bool = False, norm_type: NormType | None = ..., pool: Callable = AvgPool, pool_first: bool = True, padding: int | None = None, xtra: torch.nn.Module | None = None, transpose: bool = False, bias: bool | None = None, bn_1st: bool = True, init: Callable | str | None = 'auto', bias_std: float | None = 0.01, dilation: int | tuple[int, int] = 1, padding_mode: Literal['zeros', 'reflect', 'replicate', 'circular'] = 'zeros', device=None, dtype=None) -> XResNet:
    """An `XResNet` with plain blocks: groups of 2, 2, 1, 1, 1, 1, 1, 1

    - `pretrained`: There are no weights to load: True is refused
    - `p`: Share of features that dropout silences before the head
    - `c_in`: Channels in
    - `n_out`: Classes out
    - `stem_szs`: Channels after each convolution of the stem
    - `widen`: Factor on the channels of all groups
    - `sa`: Whether one group ends in self-attention: the fourth last, or the first of fewer
    - `act_cls`: Called for each activation
    - `ndim`: 1, 2 or 3
    - `ks`: Length of the kernels, odd
    - `stride`: By how much stem, pool and each group but the first shrink
    - `groups`: Groups of the convolution that shrinks
    - `reduction`: As in `SEModule`; None for none
    - `nh1`: Channels after the first convolution of a bottleneck; None means `nh2`
    - `nh2`: Channels before the last convolution; None means `nf`
    - `dw`: Whether the convolution that shrinks treats each channel on its own
    - `g2`: Groups of the last convolution
    - `sym`: As in `SimpleSelfAttention`
    - `norm_type`: As in `ConvLayer`; the last norm is its Zero form
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

def xresnet34_deeper(pretrained: bool = False, *, p: float = 0.0, c_in: int = 3, n_out: int = 1000, stem_szs: tuple = (32, 32, 64), widen: float = 1.0, sa: bool = False, act_cls: Callable = torch.nn.ReLU, ndim: int = 2, ks: int = 3, stride: int = 2, groups: int = 1, reduction: int | None = None, nh1: int | None = None, nh2: int | None = None, dw: bool = False, g2: int = 1, sym: bool = False, norm_type: NormType | None = ..., pool: Callable = AvgPool, pool_first: bool = True, padding: int | None = None, xtra: torch.nn.Module | None = None, transpose: bool = False, bias: bool | None = None, bn_1st: bool = True, init: Callable | str | None = 'auto', bias_std: float | None = 0.01, dilation: int | tuple[int, int] = 1, padding_mode: Literal['zeros', 'reflect', 'replicate', 'circular'] = 'zeros', device=None, dtype=None) -> XResNet:
    """An `XResNet` with plain blocks: groups of 3, 4, 6, 3, 1, 1, 1, 1

    - `pretrained`: There are no weights to load: True is refused
    - `p`: Share of features that dropout silences before the head
    - `c_in`: Channels in
    - `n_out`: Classes out
    - `stem_szs`: Channels after each convolution of the stem
    - `widen`: Factor on the channels of all groups
    - `sa`: Whether one group ends in self-attention: the fourth last, or the first of fewer
    - `act_cls`: Called for each activation
    - `ndim`: 1, 2 or 3
    - `ks`: Length of the kernels, odd
    - `stride`: By how much stem, pool and each group but the first shrink
    - `groups`: Groups of the convolution that shrinks
    - `reduction`: As in `SEModule`; None for none
    - `nh1`: Channels after the first convolution of a bottleneck; None means `nh2`
    - `nh2`: Channels before the last convolution; None means `nf`
    - `dw`: Whether the convolution that shrinks treats each channel on its own
    - `g2`: Groups of the last convolution
    - `sym`: As in `SimpleSelfAttention`
    - `norm_type`: As in `ConvLayer`; the last norm is its Zero form
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

def xresnet50_deeper(pretrained: bool = False, *, p: float = 0.0, c_in: int = 3, n_out: int = 1000, stem_szs: tuple = (32, 32, 64), widen: float = 1.0, sa: bool = False, act_cls: Callable = torch.nn.ReLU, ndim: int = 2, ks: int = 3, stride: int = 2, groups: int = 1, reduction: int | None = None, nh1: int | None = None, nh2: int | None = None, dw: bool = False, g2: int = 1, sym: bool = False, norm_type: NormType | None = ..., pool: Callable = AvgPool, pool_first: bool = True, padding: int | None = None, xtra: torch.nn.Module | None = None, transpose: bool = False, bias: bool | None = None, bn_1st: bool = True, init: Callable | str | None = 'auto', bias_std: float | None = 0.01, dilation: int | tuple[int, int] = 1, padding_mode: Literal['zeros', 'reflect', 'replicate', 'circular'] = 'zeros', device=None, dtype=None) -> XResNet:
    """An `XResNet` with bottlenecks: groups of 3, 4, 6, 3, 1, 1, 1, 1

    - `pretrained`: There are no weights to load: True is refused
    - `p`: Share of features that dropout silences before the head
    - `c_in`: Channels in
    - `n_out`: Classes out
    - `stem_szs`: Channels after each convolution of the stem
    - `widen`: Factor on the channels of all groups
    - `sa`: Whether one group ends in self-attention: the fourth last, or the first of fewer
    - `act_cls`: Called for each activation
    - `ndim`: 1, 2 or 3
    - `ks`: Length of the kernels, odd
    - `stride`: By how much stem, pool and each group but the first shrink
    - `groups`: Groups of the convolution that shrinks
    - `reduction`: As in `SEModule`; None for none
    - `nh1`: Channels after the first convolution of a bottleneck; None means `nh2`
    - `nh2`: Channels before the last convolution; None means `nf`
    - `dw`: Whether the convolution that shrinks treats each channel on its own
    - `g2`: Groups of the last convolution
    - `sym`: As in `SimpleSelfAttention`
    - `norm_type`: As in `ConvLayer`; the last norm is its Zero form
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
