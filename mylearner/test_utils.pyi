# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Callable, Iterable
from mylearner.learner import Metric
from mylearner.optimizer import Adam
from mylearner.torch_core import trainable_params
from pathlib import Path
import torch
import torch.nn
import torch.optim
from typing import Any
from fastcore.test import TEST_IMAGE as TEST_IMAGE, TEST_IMAGE_BW as TEST_IMAGE_BW, exception as exception, test_fail as test_fail, expect_fail as expect_fail, test as test, nequals as nequals, test_eq as test_eq, test_eq_type as test_eq_type, test_ne as test_ne, is_close as is_close, test_close as test_close, test_is as test_is, test_shuffled as test_shuffled, test_stdout as test_stdout, test_warns as test_warns, test_fig_exists as test_fig_exists, ExceptionExpected as ExceptionExpected
from mylearner.callback.core import Callback as Callback
from mylearner.data.core import DataLoaders as DataLoaders, TfmdDL as TfmdDL
from mylearner.datasets import digits_dls as digits_dls, line_dls as line_dls
from mylearner.learner import Learner as Learner
from mylearner.losses import MSELossFlat as MSELossFlat
from mylearner.optimizer import SGD as SGD
from mylearner.torch_core import Module as Module, default_device as default_device
__all__ = ['synth_dbunch', 'RegModel', 'synth_learner', 'Times', 'times_learner', 'Line', 'line_learner', 'digits_learner', 'VerboseCallback', 'Trace', 'get_env', 'try_import', 'nvidia_smi', 'nvidia_mem', 'show_install', 'TEST_IMAGE', 'TEST_IMAGE_BW', 'exception', 'test_fail', 'expect_fail', 'test', 'nequals', 'test_eq', 'test_eq_type', 'test_ne', 'is_close', 'test_close', 'test_is', 'test_shuffled', 'test_stdout', 'test_warns', 'test_fig_exists', 'ExceptionExpected']

def synth_dbunch(a: float = 2, b: float = 3, bs: int = 16, n_train: int | None = None, n_valid: int | None = None, cuda: bool = False, n_trn: int | None = None, n_val: int | None = None, g: torch.Generator | None = None) -> DataLoaders:
    """Loaders of noisy points along `y = a*x + b`

    - `a`: Slope of the line
    - `b`: Its height at 0
    - `bs`: Rows in a batch
    - `n_train`: Batches in the training set; None means 10
    - `n_valid`: Batches in the validation set; None means 2
    - `cuda`: Whether batches go to `default_device()` instead of the CPU
    - `n_trn`: The same as `n_train`
    - `n_val`: The same as `n_valid`
    - `g`: Where the numbers are drawn; None means torch's global generator
    """

class RegModel(Module):
    """A line with two trainable numbers: `a*x + b`"""
    a: Any
    b: Any
    def forward(self, x: torch.Tensor) -> Any:
        """`a` times `x`, plus `b`

        - `x`: Any shape
        """
    def __init__(self) -> None: ...

def synth_learner(n_trn: int | None = None, n_val: int | None = None, cuda: bool = False, lr: float = 0.001, data: DataLoaders | None = None, model: torch.nn.Module | None = None, *, n_train: int | None = None, n_valid: int | None = None, loss_func: Callable | None = None, opt_func: Callable = ..., splitter: Callable = trainable_params, cbs: Callback | type | Iterable | None = None, metrics: Callable | Metric | Iterable | None = None, path: str | Path | None = None, model_dir: str | Path = 'models', wd: float | None = None, wd_bn_bias: bool = False, train_bn: bool = True, moms: tuple = (0.95, 0.85, 0.95), default_cbs: bool = True, graph: bool = False) -> Learner:
    """A learner with everything in place: `RegModel` on `synth_dbunch`, by `SGD` with momentum 0.9

    - `n_trn`: Batches in the training set; None means 10
    - `n_val`: Batches in the validation set; None means 2
    - `cuda`: Whether to train on `default_device()` instead of the CPU
    - `lr`: Default learning rate
    - `data`: Loaders; None means `synth_dbunch`
    - `model`: None means `RegModel()`
    - `n_train`: The same as `n_trn`
    - `n_valid`: The same as `n_val`
    - `loss_func`: None means `MSELossFlat()`
    - `opt_func`: What makes the optimizer
    - `splitter`: model -> list of parameters, or list of lists, one for each group
    - `cbs`: Callbacks (objects or classes), one or several
    - `metrics`: Functions `(preds, targets) -> number` or `Metric`s, one or several
    - `path`: Folder for what the learner writes; None: the one of `dls`
    - `model_dir`: Folder for weights, within `path`
    - `wd`: Default weight decay; None: what the optimizer comes with
    - `wd_bn_bias`: Decay normalisation layers and biases too?
    - `train_bn`: Go on training normalisation layers in frozen groups?
    - `moms`: Momentums at the start, the middle and the end of `fit_one_cycle`
    - `default_cbs`: Add the callbacks in `defaults.callbacks`?
    - `graph`: On a GPU, record steps as CUDA graphs? (`learn.graph()`)
    """

class Times(Module):
    """`x` times one weight, `w`"""
    w: Any
    def forward(self, x: torch.Tensor) -> Any: ...
    def __init__(self, w: float = 0.0) -> None:
        """- `w`: Where the weight starts"""

def times_learner(n: int = 1, x: float = 3.0, y: float = 5.0, w: float = 0.0, lr: float = 0.1, opt_func: Callable = SGD, *, splitter: Callable = trainable_params, cbs: Callback | type | Iterable | None = None, metrics: Callable | Metric | Iterable | None = None, path: str | Path | None = None, model_dir: str | Path = 'models', wd: float | None = None, wd_bn_bias: bool = False, train_bn: bool = True, moms: tuple = (0.95, 0.85, 0.95), default_cbs: bool = True, graph: bool = False) -> Learner:
    """A learner of `Times` on one row, whose steps can be worked out by hand

    - `n`: Training batches, all of the one row; one more validates
    - `x`: The row's input
    - `y`: Its target
    - `w`: Where the weight starts
    - `lr`: Learning rate
    - `opt_func`: What makes the optimizer
    - `splitter`: model -> list of parameters, or list of lists, one for each group
    - `cbs`: Callbacks (objects or classes), one or several
    - `metrics`: Functions `(preds, targets) -> number` or `Metric`s, one or several
    - `path`: Folder for what the learner writes; None: the one of `dls`
    - `model_dir`: Folder for weights, within `path`
    - `wd`: Default weight decay; None: what the optimizer comes with
    - `wd_bn_bias`: Decay normalisation layers and biases too?
    - `train_bn`: Go on training normalisation layers in frozen groups?
    - `moms`: Momentums at the start, the middle and the end of `fit_one_cycle`
    - `default_cbs`: Add the callbacks in `defaults.callbacks`?
    - `graph`: On a GPU, record steps as CUDA graphs? (`learn.graph()`)
    """

class Line(Module):
    """`a*x + b`, both starting from zero"""
    a: Any
    b: Any
    def forward(self, x: torch.Tensor) -> Any: ...
    def __init__(self) -> None: ...

def line_learner(n: int = 80, bs: int = 16, lr: float = 0.1, opt_func: Callable = torch.optim.SGD, shuffle: bool = True, *, splitter: Callable = trainable_params, cbs: Callback | type | Iterable | None = None, metrics: Callable | Metric | Iterable | None = None, path: str | Path | None = None, model_dir: str | Path = 'models', wd: float | None = None, wd_bn_bias: bool = False, train_bn: bool = True, moms: tuple = (0.95, 0.85, 0.95), default_cbs: bool = True, graph: bool = False) -> Learner:
    """A learner of `Line` on the points of `line_dls`

    - `n`: Rows, a fifth of them for validation
    - `bs`: Rows in a batch
    - `lr`: Learning rate
    - `opt_func`: What makes the optimizer
    - `shuffle`: Training rows in random order?
    - `splitter`: model -> list of parameters, or list of lists, one for each group
    - `cbs`: Callbacks (objects or classes), one or several
    - `metrics`: Functions `(preds, targets) -> number` or `Metric`s, one or several
    - `path`: Folder for what the learner writes; None: the one of `dls`
    - `model_dir`: Folder for weights, within `path`
    - `wd`: Default weight decay; None: what the optimizer comes with
    - `wd_bn_bias`: Decay normalisation layers and biases too?
    - `train_bn`: Go on training normalisation layers in frozen groups?
    - `moms`: Momentums at the start, the middle and the end of `fit_one_cycle`
    - `default_cbs`: Add the callbacks in `defaults.callbacks`?
    - `graph`: On a GPU, record steps as CUDA graphs? (`learn.graph()`)
    """

def digits_learner(model: torch.nn.Module | None = None, bs: int = 64, *, opt_func: Callable | torch.optim.Optimizer = Adam, lr: float | list | slice = 0.001, splitter: Callable = trainable_params, cbs: Callback | type | Iterable | None = None, metrics: Callable | Metric | Iterable | None = None, path: str | Path | None = None, model_dir: str | Path = 'models', wd: float | None = None, wd_bn_bias: bool = False, train_bn: bool = True, moms: tuple = (0.95, 0.85, 0.95), default_cbs: bool = True, graph: bool = False) -> Learner:
    """A learner of handwritten digits

    - `model`: None: a small net with batch norm and dropout, initial weights drawn after `torch.manual_seed(0)`
    - `bs`: Rows in a batch
    - `opt_func`: `(params, lr) -> optimizer`: ours, or any `torch.optim` class, `partial` or instance
    - `lr`: Default learning rate; a slice spreads it over the parameter groups
    - `splitter`: model -> list of parameters, or list of lists, one for each group
    - `cbs`: Callbacks (objects or classes), one or several
    - `metrics`: Functions `(preds, targets) -> number` or `Metric`s, one or several
    - `path`: Folder for what the learner writes; None: the one of `dls`
    - `model_dir`: Folder for weights, within `path`
    - `wd`: Default weight decay; None: what the optimizer comes with
    - `wd_bn_bias`: Decay normalisation layers and biases too?
    - `train_bn`: Go on training normalisation layers in frozen groups?
    - `moms`: Momentums at the start, the middle and the end of `fit_one_cycle`
    - `default_cbs`: Add the callbacks in `defaults.callbacks`?
    - `graph`: On a GPU, record steps as CUDA graphs? (`learn.graph()`)
    """

class VerboseCallback(Callback):
    """Print the name of each event as it fires, then do what a callback does"""
    def __call__(self, event_name: str) -> Any:
        """Print `event_name`, and call the method of that name if there is one

        - `event_name`: The event that fires
        """

class Trace(Callback):
    """Keep the names of all events in `seen`; raise `ex` the first time that `at` fires"""
    at: str | None
    ex: Any
    seen: list
    order: float
    def __init__(self, at: str | None = None, ex=None) -> None:
        """- `at`: An event's name
        - `ex`: An exception or its class; None raises nothing
        """
    def __call__(self, event_name: str) -> None:
        """Note the event"""

def get_env(name: str) -> str:
    """The environment variable `name`

    - `name`: Name of an environment variable
    """

def try_import(module: str) -> Any:
    """Import `module` if it can be imported

    - `module`: Name as in an import statement
    """

def nvidia_smi(cmd: str = 'nvidia-smi') -> str:
    """What NVIDIA's tool prints

    - `cmd`: What to run, arguments separated by spaces
    """

def nvidia_mem() -> list:
    """Memory of each GPU, as NVIDIA's tool reports it"""

def show_install(show_nvidia_smi: bool = False) -> None:
    """Print versions and hardware, to be pasted into a report

    - `show_nvidia_smi`: Whether to print all that NVIDIA's tool says
    """
