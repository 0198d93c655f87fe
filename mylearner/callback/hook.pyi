# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Callable, Iterable
from fastcore.foundation import L
import torch
import torch.nn
from typing import Any, Self
from mylearner.callback.core import Callback as Callback
from mylearner.data.load import seq_dl as seq_dl
from mylearner.groups import whole_number as whole_number
from mylearner.layers import ParameterModule as ParameterModule, flatten_model as flatten_model, in_channels as in_channels
from mylearner.learner import Learner as Learner
from mylearner.metric import inner_func as inner_func
from mylearner.torch_core import apply as apply, to_detach as to_detach
__all__ = ['Hook', 'hook_output', 'Hooks', 'hook_outputs', 'dummy_eval', 'model_sizes', 'num_features_model', 'has_params', 'total_params', 'HookCallback', 'layer_info', 'ModuleSummary', 'module_summary', 'ActivationStats']

class Hook:
    """Call `hook_func(module, inputs, output)` whenever `m` has run, and keep the result in `stored`"""
    hook: Any
    stored: Any
    removed: bool
    hook_func: Callable
    detach: bool
    cpu: bool
    gather: bool
    def __init__(self, m: torch.nn.Module, hook_func: Callable, is_forward: bool = True, detach: bool = True, cpu: bool = False, gather: bool = False) -> None:
        """- `m`: The layer
        - `hook_func`: `(module, inputs, output) -> anything`; backward: gradients of inputs and outputs, both tuples
        - `is_forward`: After the forward pass, or after the backward pass?
        - `detach`: Hand over tensors without their graph?
        - `cpu`: Move them to the CPU first? (waits for the device)
        - `gather`: Join them from all processes first?
        """
    def hook_fn(self, module: torch.nn.Module, input: tuple, output) -> None:
        """Keep what `hook_func` makes of a call"""
    def remove(self) -> None:
        """Take the hook off; what is stored stays"""
    def __enter__(self, *args) -> Self: ...
    def __exit__(self, *args) -> None: ...

def hook_output(module: torch.nn.Module, detach: bool = True, cpu: bool = False, grad: bool = False) -> Hook:
    """A `Hook` that keeps the output of `module`

    - `module`: The layer
    - `detach`: Without its graph?
    - `cpu`: Moved to the CPU?
    - `grad`: The gradients of its outputs (a list) instead?
    """

class Hooks:
    """One `Hook` for each layer in `ms`"""
    hooks: list
    def __init__(self, ms: torch.nn.Module | Iterable, hook_func: Callable, is_forward: bool = True, detach: bool = True, cpu: bool = False) -> None:
        """- `ms`: Layers: a list, or a model whose children are meant
        - `hook_func`: As for `Hook`
        - `is_forward`: After the forward pass, or after the backward pass?
        - `detach`: Hand over tensors without their graph?
        - `cpu`: Move them to the CPU first?
        """
    def __getitem__(self, i) -> Any: ...
    def __len__(self) -> int: ...
    def __iter__(self) -> Any: ...
    @property
    def stored(self) -> Any:
        """What each hook has stored"""
    def remove(self) -> None:
        """Take all hooks off"""
    def __enter__(self, *args) -> Self: ...
    def __exit__(self, *args) -> None: ...

def hook_outputs(modules: torch.nn.Module | Iterable, detach: bool = True, cpu: bool = False, grad: bool = False) -> Hooks:
    """`Hooks` that keep the outputs of `modules`

    - `modules`: Layers: a list, or a model whose children are meant
    - `detach`: Without their graph?
    - `cpu`: Moved to the CPU?
    - `grad`: The gradients of the outputs instead?
    """

def dummy_eval(m: torch.nn.Module, size: tuple = (64, 64)) -> torch.Tensor:
    """Run `m` on a made-up image

    - `m`: A model with convolutions
    - `size`: Height and width of the image
    """

def model_sizes(m: torch.nn.Module, size: tuple = (64, 64)) -> list:
    """Shapes of what the children of `m` give for a made-up image

    - `m`: A model with convolutions
    - `size`: Height and width of the image
    """

def num_features_model(m: torch.nn.Module) -> int:
    """Channels that `m` gives

    - `m`: A model with convolutions
    """

def has_params(m: torch.nn.Module) -> bool:
    """Does `m` have parameters, its own or those of layers inside?

    - `m`: A layer or a model
    """

def total_params(m: torch.nn.Module) -> tuple:
    """Count the values in the parameters of `m`

    - `m`: A layer or a model
    """

class HookCallback(Callback):
    """Hooks on `modules` for the length of a fit"""
    is_forward: bool
    detach: bool
    cpu: bool
    every: int | None
    remove_end: bool
    include_paramless: bool
    modules: list
    hooks: Hooks
    def __init__(self, modules: Iterable | None = None, every: int | None = None, remove_end: bool = True, is_forward: bool = True, detach: bool = True, cpu: bool = True, include_paramless: bool = False, *, hook: Callable | None = None) -> None:
        """- `modules`: Layers to hook; None: the innermost ones
        - `every`: Hook one training batch in so many; None: all batches, validation too
        - `remove_end`: Take the hooks off when the fit ends? They go after an error in any case
        - `is_forward`: Forward or backward hooks?
        - `detach`: Hand over tensors without their graph?
        - `cpu`: Move them to the CPU first? (waits for the device)
        - `include_paramless`: Hook layers without parameters too?
        - `hook`: `(module, inputs, output) -> anything`; None: the method `hook`
        """
    def hook(self, x=None, *args, **kwargs) -> Any:
        """What to keep of a call: given the module, its inputs and its output"""
    def before_fit(self) -> None:
        """Choose the layers, and hook them"""
    def after_fit(self) -> None:
        """Take the hooks off"""
    def before_batch(self) -> None:
        """With `every`: hook this batch, if it is its turn"""
    def after_batch(self) -> None:
        """With `every`: no hooks until the next turn"""

def layer_info(learn: Learner, *xb) -> list:
    """What each layer of the model gives for one row, in the order in which they run

    - `learn`: The learner whose model is run
    - `xb`: Inputs of a batch; none: the first training batch's
    """

class ModuleSummary:
    """Table of a model's layers: as text with `str`, drawn in a notebook"""
    facts: Any
    total: Any
    trainable: Any
    rows: list
    title: Any
    input: list
    def __init__(self, learn: Learner, xb: tuple) -> None:
        """- `learn`: The learner whose model it is
        - `xb`: Inputs of the batch to run
        """

def module_summary(learn: Learner, *xb) -> ModuleSummary:
    """Table of the layers of the learner's model

    - `learn`: The learner whose model is run
    - `xb`: Inputs of a batch; none: the first training batch's
    """

class ActivationStats(HookCallback):
    """Mean, standard deviation and near-zero share of each layer's output, batch by batch"""
    with_hist: bool
    hooks: Hooks
    is_forward: bool
    detach: bool
    cpu: bool
    every: int | None
    remove_end: bool
    include_paramless: bool
    order: float
    purposes: tuple
    near: float
    def before_fit(self) -> None:
        """No stats yet"""
    def hook(self, m, i, o) -> Any:
        """Figures of one call, as tensors on the device"""
    def hook_multi_ouput(self, o_tuple) -> list:
        """Figures of each tensor in a nested output"""
    def after_batch(self) -> None:
        """Keep this batch's figures"""
    @property
    def stats(self) -> Any:
        """For each batch, for each layer: a dict with `mean`, `std`, `near_zero` (and `hist`); a list of them for several outputs; or None"""
    def layer_stats(self, idx: int | tuple) -> L:
        """Figures of a layer over time

        - `idx`: Layer, as numbered in `modules`; `(layer, output)` for one of several outputs
        """
    def hist(self, idx: int | tuple) -> torch.Tensor:
        """Histograms of a layer over time, one column for each batch

        - `idx`: Layer, or `(layer, output)`
        """
    def plot_layer_stats(self, idx: int | tuple | None = None) -> Any:
        """Plot mean, standard deviation and near-zero share over time

        - `idx`: Layer, or `(layer, output)`; None: all layers together
        """
    def color_dim(self, idx: int | tuple, figsize: tuple = (10, 5), ax=None) -> Any:
        """Draw the histograms of a layer over time: the lighter, the more values of that size

        - `idx`: Layer, or `(layer, output)`
        - `figsize`: Of a new figure, in inches
        - `ax`: `matplotlib` axes to draw on; None: a new figure
        """
    def hook_multi_output(self, o_tuple) -> list:
        """Figures of each tensor in a nested output"""
    def __init__(self, with_hist: bool = False, *, modules: Iterable | None = None, every: int | None = None, remove_end: bool = True, is_forward: bool = True, detach: bool = True, cpu: bool = True, include_paramless: bool = False, hook: Callable | None = None) -> None:
        """- `with_hist`: Histograms of the sizes too (40 bins from 0 to 10)?"""
