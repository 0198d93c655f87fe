# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Callable, Iterable
from pathlib import Path
import torch
import torch.nn
import torch.nn.init
from typing import Any, Literal
from mylearner.callback.core import Callback as Callback
from mylearner.data.core import DataLoaders as DataLoaders
from mylearner.data.transforms import get_c as get_c
from mylearner.keywords import suggests_names as suggests_names
from mylearner.layers import BatchNorm as BatchNorm, ConvLayer as ConvLayer, NormType as NormType, PixelShuffle_ICNR as PixelShuffle_ICNR, ResBlock as ResBlock, SelfAttention as SelfAttention, SigmoidRange as SigmoidRange
from mylearner.learner import Learner as Learner, Metric as Metric
from mylearner.optimizer import Adam as Adam
from mylearner.torch_core import Module as Module, apply_init as apply_init, params as params
from mylearner.vision.learner import TimmBody as TimmBody, add_norm as add_norm, body_of as body_of
__all__ = ['find_skips', 'UnetBlock', 'SkipTap', 'DynamicUnet', 'create_unet_model', 'unet_split', 'unet_learner']

def find_skips(body: torch.nn.Module, n_in: int = 3, img_size: tuple | None = None) -> tuple:
    """Where the grid of `body` is about to shrink

    - `body`: Gives features on a grid
    - `n_in`: Channels of the pictures
    - `img_size`: Height and width to try it with, at least 64; None: 128 each, or what a timm model asks for
    """

class UnetBlock(Module):
    """A step up: enlarge, join, convolve twice"""
    conv2: ConvLayer
    conv1: ConvLayer
    nf: Any
    bn: torch.nn.Module
    relu: Any
    shuf: PixelShuffle_ICNR
    def forward(self, up_in: torch.Tensor, s: torch.Tensor) -> Any:
        """- `up_in`: From below
        - `s`: What was there on the way down, about twice as large
        """
    def __init__(self, up_in_c: int, x_in_c: int, final_div: bool = True, blur: bool = False, act_cls: Callable = torch.nn.ReLU, self_attention: bool = False, init: Callable | None = torch.nn.init.kaiming_normal_, norm_type: NormType | None = None, *, ks: int = 3, stride: int = 1, padding: int | None = None, bias: bool | None = None, ndim: int = 2, bn_1st: bool = True, transpose: bool = False, bias_std: float | None = 0.01, dilation: int | tuple[int, int] = 1, groups: int = 1, padding_mode: Literal['zeros', 'reflect', 'replicate', 'circular'] = 'zeros', device=None, dtype=None) -> None:
        """- `up_in_c`: Channels from below
        - `x_in_c`: Channels of what it is joined with
        - `final_div`: Keep all channels, or half of them?
        - `blur`: Average over neighbours after enlarging?
        - `act_cls`: Called for each activation
        - `self_attention`: Let each place look at all others, in the end?
        - `init`: Initialisation of the convolutions; None: that of torch
        - `norm_type`: As in `ConvLayer`; None: none, apart from what is joined
        - `ks`: Length of the kernel along each axis
        - `stride`: Step of the kernel
        - `padding`: Zeros around the input; None: as many as keep the size (none for `transpose`)
        - `bias`: Whether the convolution has a bias; None: if no norm follows that has one
        - `ndim`: 1, 2 or 3
        - `bn_1st`: Whether the norm comes before the activation
        - `transpose`: Whether to make a transposed convolution
        - `bias_std`: As in `init_linear`
        """

class SkipTap:
    """A forward hook that keeps what a module gives during a pass"""
    outs: dict
    def __init__(self) -> None: ...
    def __call__(self, m, args, out) -> None: ...
    def open(self) -> None:
        """Begin to keep"""
    def take(self) -> Any:
        """What was kept; keeps no longer"""

class DynamicUnet(Module):
    """A U-Net on a body"""
    skips: list
    taps: list
    layers: Any
    last_cross: bool
    n_in: int
    def __len__(self) -> int: ...
    def __getitem__(self, i) -> Any: ...
    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """An answer for each pixel

        - `x`: Pictures, `(n,n_in,h,w)`
        """
    def __init__(self, encoder: torch.nn.Module, n_out: int, img_size: tuple | None = None, blur: bool = False, blur_final: bool = True, self_attention: bool = False, y_range: tuple | None = None, last_cross: bool = True, bottle: bool = False, act_cls: Callable = torch.nn.ReLU, init: Callable | None = torch.nn.init.kaiming_normal_, norm_type: NormType | None = None, *, n_in: int = 3, **kwargs) -> None:
        """- `encoder`: The body: gives features on a grid
        - `n_out`: Channels of the answer: one for each class
        - `img_size`: Height and width to try the body with, as in `find_skips`; other sizes work as well
        - `blur`: Average over neighbours after each enlarging?
        - `blur_final`: With `blur`: after the last two as well?
        - `self_attention`: Let each place look at all others, in the last block but two? (Zhang et al. 2018, SAGAN)
        - `y_range`: Bounds of the answer, for numbers
        - `last_cross`: Join with the picture at the end?
        - `bottle`: A narrow residual block at the end?
        - `act_cls`: Called for each activation
        - `init`: Initialisation of the new convolutions; None: that of torch
        - `norm_type`: Of the new convolutions, as in `ConvLayer`
        - `n_in`: Channels of the pictures
        """

def create_unet_model(arch: str | Callable, n_out: int, img_size: tuple | None = None, pretrained: bool = True, weights=None, cut: int | Callable | None = None, n_in: int = 3, *, blur: bool = False, blur_final: bool = True, self_attention: bool = False, y_range: tuple | None = None, last_cross: bool = True, bottle: bool = False, act_cls: Callable = torch.nn.ReLU, init: Callable | None = torch.nn.init.kaiming_normal_, norm_type: NormType | None = None) -> DynamicUnet:
    """A U-Net on the body of `arch`

    - `arch`: Name of a timm model, function that makes a model, such as `resnet34`, or a model
    - `n_out`: Channels of the answer
    - `img_size`: As in `DynamicUnet`
    - `pretrained`: Load trained weights?
    - `weights`: A file of weights (`.pth`, `.safetensors`), or what torchvision takes; None: the library's own
    - `cut`: As in `create_body`
    - `n_in`: Channels of the pictures
    - `blur`: Average over neighbours after each enlarging?
    - `blur_final`: With `blur`: after the last two as well?
    - `self_attention`: Let each place look at all others, in the last block but two? (Zhang et al. 2018, SAGAN)
    - `y_range`: Bounds of the answer, for numbers
    - `last_cross`: Join with the picture at the end?
    - `bottle`: A narrow residual block at the end?
    - `act_cls`: Called for each activation
    - `init`: Initialisation of the new convolutions; None: that of torch
    - `norm_type`: Of the new convolutions, as in `ConvLayer`
    """

def unet_split(m: DynamicUnet) -> list:
    """The parameters of the body, and those of the way up

    - `m`: Body and way up
    """

def unet_learner(dls: DataLoaders, arch: str | Callable, normalize: bool = True, n_out: int | None = None, pretrained: bool = True, weights=None, config: dict | None = None, loss_func: Callable | None = None, opt_func: Callable = Adam, lr: float = 0.001, splitter: Callable | None = None, cbs: Callback | type | Iterable | None = None, metrics: Callable | Metric | Iterable | None = None, path: str | Path | None = None, model_dir: str | Path = 'models', wd: float | None = None, wd_bn_bias: bool = False, train_bn: bool = True, moms: tuple = (0.95, 0.85, 0.95), *, cut: int | Callable | None = None, n_in: int = 3, blur: bool = False, blur_final: bool = True, self_attention: bool = False, y_range: tuple | None = None, last_cross: bool = True, bottle: bool = False, act_cls: Callable = torch.nn.ReLU, init: Callable | None = torch.nn.init.kaiming_normal_, norm_type: NormType | None = None) -> Learner:
    """A learner with a U-Net on the body of `arch`

    - `dls`: Loaders of pictures with masks, or with other targets of the pictures' size
    - `arch`: As in `create_unet_model`
    - `normalize`: Add the normalisation that trained weights expect?
    - `n_out`: Channels of the answer; None: as many as the masks have classes
    - `pretrained`: Load trained weights, and train only the way up at first?
    - `weights`: A file of weights, or what torchvision takes
    - `config`: More arguments of `create_unet_model`, for scripts that pass them so
    - `loss_func`: None: the one that fits the targets
    - `opt_func`: Makes the optimizer
    - `lr`: Learning rate
    - `splitter`: Gives parameter groups; None: `unet_split`
    - `cbs`: Callbacks
    - `metrics`: One metric or several
    - `path`: Where models are saved; None: the path of `dls`
    - `model_dir`: Folder for models below `path`
    - `wd`: Weight decay
    - `wd_bn_bias`: Decay batch norm and biases, too?
    - `train_bn`: Train batch norm in a frozen body?
    - `moms`: Momentum for `fit_one_cycle`
    - `cut`: As in `create_body`
    - `n_in`: Channels of the pictures
    - `blur`: Average over neighbours after each enlarging?
    - `blur_final`: With `blur`: after the last two as well?
    - `self_attention`: Let each place look at all others, in the last block but two? (Zhang et al. 2018, SAGAN)
    - `y_range`: Bounds of the answer, for numbers
    - `last_cross`: Join with the picture at the end?
    - `bottle`: A narrow residual block at the end?
    - `act_cls`: Called for each activation
    - `init`: Initialisation of the new convolutions; None: that of torch
    - `norm_type`: Of the new convolutions, as in `ConvLayer`
    """
