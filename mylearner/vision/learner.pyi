# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Callable, Iterable
from pathlib import Path
import torch
import torch.nn
import torch.nn.init
from typing import Any
from mylearner.callback.core import Callback as Callback
from mylearner.data.core import DataLoaders as DataLoaders
from mylearner.data.transforms import Normalize as Normalize, RegressionSetup as RegressionSetup, get_c as get_c
from mylearner.keywords import suggests_names as suggests_names
from mylearner.layers import AdaptiveConcatPool2d as AdaptiveConcatPool2d, Flatten as Flatten, LinBnDrop as LinBnDrop, ScaleOutput as ScaleOutput, SigmoidRange as SigmoidRange
from mylearner.learner import Learner as Learner, Metric as Metric
from mylearner.losses import ScaledMSELoss as ScaledMSELoss
from mylearner.optimizer import Adam as Adam
from mylearner.torch_core import apply_init as apply_init, params as params
from mylearner.vision.core import imagenet_stats as imagenet_stats, need_extra as need_extra
__all__ = ['resnet18', 'resnet34', 'resnet50', 'resnet101', 'resnet152', 'cnn_learner', 'has_pool_type', 'create_body', 'create_head', 'TorchvisionModel', 'TimmBody', 'body_of', 'create_vision_model', 'add_norm', 'default_split', 'vision_learner']

def has_pool_type(m: torch.nn.Module) -> bool:
    """Does `m`, or something in it, pool?

    - `m`: A module
    """

def create_body(model: torch.nn.Module, n_in: int = 3, pretrained: bool = True, cut: int | Callable | None = None) -> torch.nn.Module:
    """`model` without its head

    - `model`: With a head
    - `n_in`: Channels of the pictures
    - `pretrained`: Kept for compatibility: weights are those that `model` has
    - `cut`: How many of its children to keep, or a function that makes the body; None: all before the head
    """

def create_head(nf: int, n_out: int, lin_ftrs: list | None = None, ps: float | list = 0.5, pool: bool = True, concat_pool: bool = True, first_bn: bool = True, bn_final: bool = False, lin_first: bool = False, y_range: tuple | None = None) -> torch.nn.Sequential:
    """A head for a body with `nf` features

    - `nf`: Features of the body
    - `n_out`: Outputs
    - `lin_ftrs`: Sizes of hidden layers; None: one of 512
    - `ps`: Dropout before the last layer, half as much before the others; a list: of each
    - `pool`: Are the features on a grid that is to be pooled?
    - `concat_pool`: By mean and maximum, or by the mean alone?
    - `first_bn`: Batch norm at the start?
    - `bn_final`: Batch norm of the outputs?
    - `lin_first`: Start with a linear layer, and normalise after each?
    - `y_range`: Bounds of the outputs, for numbers
    """

class TorchvisionModel:
    """A model of `torchvision` that is looked up when it is called"""
    def __init__(self, name: str) -> None:
        """- `name`: In `torchvision.models`"""
    def __call__(self, weights=None, **kwargs) -> Any:
        """- `weights`: Of torchvision: `'DEFAULT'` or one of its enums"""

resnet18: TorchvisionModel

resnet34: TorchvisionModel

resnet50: TorchvisionModel

resnet101: TorchvisionModel

resnet152: TorchvisionModel

class TimmBody(torch.nn.Module):
    """A model of `timm` as a body: its grid of features, or the vector it pools them to"""
    grid: Any
    model: torch.nn.Module
    def __init__(self, model: torch.nn.Module) -> None:
        """- `model`: Made with `num_classes=0`"""
    def forward(self, x: torch.Tensor) -> Any: ...

def body_of(arch: str | Callable, pretrained: bool = True, weights=None, n_in: int = 3, cut: int | Callable | None = None) -> torch.nn.Module:
    """The body of `arch`, with trained weights if asked for

    - `arch`: As in `create_vision_model`
    - `pretrained`: Load trained weights?
    - `weights`: As in `create_vision_model`
    - `n_in`: Channels of the pictures
    - `cut`: As in `create_body`
    """

def create_vision_model(arch: str | Callable, n_out: int, pretrained: bool = True, weights=None, cut: int | Callable | None = None, n_in: int = 3, init: Callable = torch.nn.init.kaiming_normal_, custom_head: torch.nn.Module | None = None, concat_pool: bool = True, pool: bool = True, lin_ftrs: list | None = None, ps: float | list = 0.5, first_bn: bool = True, bn_final: bool = False, lin_first: bool = False, y_range: tuple | None = None) -> torch.nn.Sequential:
    """The body of `arch` with a new head

    - `arch`: Name of a timm model, function that makes a model, such as `resnet18`, or a model
    - `n_out`: Outputs
    - `pretrained`: Load trained weights?
    - `weights`: A file of weights (`.pth`, `.safetensors`), or what torchvision takes; None: the library's own
    - `cut`: As in `create_body`
    - `n_in`: Channels of the pictures
    - `init`: Initialisation of the head
    - `custom_head`: Instead of `create_head`
    - `concat_pool`: As in `create_head`, like all that follow
    - `pool`: False: the body's features are no grid
    - `lin_ftrs`: Sizes of hidden layers
    - `ps`: Dropout
    - `first_bn`: Batch norm at the start?
    - `bn_final`: Batch norm of the outputs?
    - `lin_first`: Start with a linear layer?
    - `y_range`: Bounds of the outputs
    """

def add_norm(dls: DataLoaders, arch: str | Callable) -> None:
    """Let `dls` normalise as the trained weights of `arch` expect, unless they normalise already

    - `dls`: Loaders of pictures, which get a transform more
    - `arch`: What the trained weights are for
    """

def default_split(m: torch.nn.Module) -> list:
    """The parameters of the body, and those of the head

    - `m`: Body and head
    """

def vision_learner(dls: DataLoaders, arch: str | Callable, normalize: bool = True, n_out: int | None = None, pretrained: bool = True, weights=None, loss_func: Callable | None = None, opt_func: Callable = Adam, lr: float = 0.001, splitter: Callable | None = None, cbs: Callback | type | Iterable | None = None, metrics: Callable | Metric | Iterable | None = None, path: str | Path | None = None, model_dir: str | Path = 'models', wd: float | None = None, wd_bn_bias: bool = False, train_bn: bool = True, moms: tuple = (0.95, 0.85, 0.95), cut: int | Callable | None = None, init: Callable | None = torch.nn.init.kaiming_normal_, custom_head: torch.nn.Module | None = None, concat_pool: bool = True, pool: bool = True, lin_ftrs: list | None = None, ps: float | list = 0.5, first_bn: bool = True, bn_final: bool = False, lin_first: bool = False, y_range: tuple | None = None, *, n_in: int = 3, scale_y: bool = True) -> Learner:
    """A learner with the body of `arch` and a new head

    - `dls`: Loaders of pictures
    - `arch`: As in `create_vision_model`
    - `normalize`: Add the normalisation that trained weights expect?
    - `n_out`: Outputs; None: as many as the targets ask for
    - `pretrained`: Load trained weights, and train only the head at first?
    - `weights`: A file of weights, or what torchvision takes
    - `loss_func`: None: the one that fits the targets
    - `opt_func`: Makes the optimizer
    - `lr`: Learning rate
    - `splitter`: Gives parameter groups; None: `default_split`
    - `cbs`: Callbacks
    - `metrics`: One metric or several
    - `path`: Where models are saved; None: the path of `dls`
    - `model_dir`: Folder for models below `path`
    - `wd`: Weight decay
    - `wd_bn_bias`: Decay batch norm and biases, too?
    - `train_bn`: Train batch norm in a frozen body?
    - `moms`: Momentum for `fit_one_cycle`
    - `cut`: As in `create_body`
    - `init`: Initialisation of the head; None: that of its layers
    - `custom_head`: Instead of `create_head`, which all that follow are for
    - `concat_pool`: Pool by mean and maximum, or by the mean alone?
    - `pool`: Are the body's features on a grid that is to be pooled?
    - `lin_ftrs`: Sizes of hidden layers; None: one of 512
    - `ps`: Dropout before the last layer, half as much before the others; a list: of each
    - `first_bn`: Batch norm at the start of the head?
    - `bn_final`: Batch norm of the outputs?
    - `lin_first`: Start with a linear layer, and normalise after each?
    - `y_range`: Bounds of the outputs, for numbers
    - `n_in`: Channels of the pictures
    - `scale_y`: Scale targets that are numbers, inside the model? Not with `y_range`
    """

def cnn_learner(dls: DataLoaders, arch: str | Callable, normalize: bool = True, n_out: int | None = None, pretrained: bool = True, weights=None, loss_func: Callable | None = None, opt_func: Callable = Adam, lr: float = 0.001, splitter: Callable | None = None, cbs: Callback | type | Iterable | None = None, metrics: Callable | Metric | Iterable | None = None, path: str | Path | None = None, model_dir: str | Path = 'models', wd: float | None = None, wd_bn_bias: bool = False, train_bn: bool = True, moms: tuple = (0.95, 0.85, 0.95), cut: int | Callable | None = None, init: Callable | None = torch.nn.init.kaiming_normal_, custom_head: torch.nn.Module | None = None, concat_pool: bool = True, pool: bool = True, lin_ftrs: list | None = None, ps: float | list = 0.5, first_bn: bool = True, bn_final: bool = False, lin_first: bool = False, y_range: tuple | None = None, *, n_in: int = 3, scale_y: bool = True) -> Learner:
    """A learner with the body of `arch` and a new head

    - `dls`: Loaders of pictures
    - `arch`: As in `create_vision_model`
    - `normalize`: Add the normalisation that trained weights expect?
    - `n_out`: Outputs; None: as many as the targets ask for
    - `pretrained`: Load trained weights, and train only the head at first?
    - `weights`: A file of weights, or what torchvision takes
    - `loss_func`: None: the one that fits the targets
    - `opt_func`: Makes the optimizer
    - `lr`: Learning rate
    - `splitter`: Gives parameter groups; None: `default_split`
    - `cbs`: Callbacks
    - `metrics`: One metric or several
    - `path`: Where models are saved; None: the path of `dls`
    - `model_dir`: Folder for models below `path`
    - `wd`: Weight decay
    - `wd_bn_bias`: Decay batch norm and biases, too?
    - `train_bn`: Train batch norm in a frozen body?
    - `moms`: Momentum for `fit_one_cycle`
    - `cut`: As in `create_body`
    - `init`: Initialisation of the head; None: that of its layers
    - `custom_head`: Instead of `create_head`, which all that follow are for
    - `concat_pool`: Pool by mean and maximum, or by the mean alone?
    - `pool`: Are the body's features on a grid that is to be pooled?
    - `lin_ftrs`: Sizes of hidden layers; None: one of 512
    - `ps`: Dropout before the last layer, half as much before the others; a list: of each
    - `first_bn`: Batch norm at the start of the head?
    - `bn_final`: Batch norm of the outputs?
    - `lin_first`: Start with a linear layer, and normalise after each?
    - `y_range`: Bounds of the outputs, for numbers
    - `n_in`: Channels of the pictures
    - `scale_y`: Scale targets that are numbers, inside the model? Not with `y_range`
    """
