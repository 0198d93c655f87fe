# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from contextlib import AbstractContextManager
from pathlib import Path
import torch
import torch.nn
from typing import Any, BinaryIO
from mylearner.callback.core import Callback as Callback
from mylearner.keywords import suggests_names as suggests_names, unknown_argument as unknown_argument, users_line as users_line
from mylearner.learner import Learner as Learner, Metric as Metric, Recorder as Recorder
from mylearner.optimizer import Optimizer as Optimizer
from mylearner.torch_core import distrib_barrier as distrib_barrier, get_model as get_model, rank_distrib as rank_distrib
__all__ = ['whole_file', 'clean_state_dict', 'save_model', 'load_model', 'load_learner']

def whole_file(path: Path) -> AbstractContextManager[Any]:
    """A binary file to write to, which appears at `path` when the block ends without an error, and otherwise not at all

    - `path`: Where the file will be
    """

def clean_state_dict(model: torch.nn.Module) -> dict:
    """The model's state, under the keys of the model as it was defined

    - `model`: May be wrapped by `DataParallel` or `torch.compile`
    """

def save_model(file: str | Path | BinaryIO, model: torch.nn.Module, opt: Optimizer | None, with_opt: bool = True, pickle_protocol: int = 2, **torch_save_kwargs) -> Any:
    """Write weights, and the optimizer's state if you want it; a distributed run writes on its first process only

    - `file`: Path, name, or a file that is open for writing; `.safetensors` at its end chooses that format
    - `model`: May be wrapped
    - `opt`: Optimizer, or None
    - `with_opt`: Write the optimizer's state, if there is one?
    - `pickle_protocol`: Passed to `torch.save`
    """

def load_model(file: str | Path | BinaryIO, model: torch.nn.Module, opt: Optimizer | None, with_opt: bool = True, device: str | int | torch.device | None = None, strict: bool = True, **torch_load_kwargs) -> None:
    """Read weights, and the optimizer's state if you want it; warn in one line of what is not restored

    - `file`: Path, name, or a file that is open for reading
    - `model`: May be wrapped
    - `opt`: Optimizer, or None
    - `with_opt`: Load the optimizer's state, if there is one in the file?
    - `device`: Where the file's tensors go first; None: the CPU; a number is a CUDA device
    - `strict`: Must keys and shapes match exactly? False: load those that do
    """

def load_learner(fname: str | Path | BinaryIO, cpu: bool = True, pickle_module=None, *, allow: list | tuple = (), trust: bool = False) -> Learner:
    """The learner that `export` wrote, ready to predict

    - `fname`: Path or open file, written by `Learner.export`
    - `cpu`: On the CPU? False: on the device the loaders were on
    - `pickle_module`: Kept for compatibility
    - `allow`: Your own code that the file may use: modules, classes, functions, or their full names
    - `trust`: Run whatever code is in the file? Only if you know who wrote it
    """
