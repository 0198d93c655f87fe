# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Iterable
import torch
import torch.utils.data
from typing import Any
from mylearner.data.core import DataLoaders as DataLoaders, TfmdDL as TfmdDL
from mylearner.keywords import suggests_names as suggests_names
from mylearner.losses import CrossEntropyLossFlat as CrossEntropyLossFlat
from mylearner.torch_core import default_device as default_device
__all__ = ['digits', 'LabelledTensors', 'split_rows', 'tensor_dls', 'digits_dls', 'line_data', 'line_dls', 'two_moons', 'spirals', 'moons_dls', 'spirals_dls', 'running_sums', 'running_sums_dls']

def digits() -> Any:
    """`(images, labels)` of all 1,797 digits: float32 `(n,1,8,8)` from 0 (paper) to 1 (ink), and int64 `(n,)`"""

class LabelledTensors(torch.utils.data.TensorDataset):
    """Inputs and targets as tensors, with the names of the classes"""
    vocab: Iterable | None
    c: Any
    n_inp: int
    def __init__(self, *tensors, vocab: Iterable | None = None) -> None:
        """- `tensors`: As many rows in each; the last one holds the targets
        - `vocab`: Names of the classes by number; `None` where targets are no classes
        """
    @property
    def loss_func(self) -> Any:
        """The loss that fits, where targets are classes"""
    def new_empty(self) -> Any:
        """The same without rows: what an exported learner keeps"""

def split_rows(n: int, valid_pct: float = 0.2, seed: int = 42) -> tuple:
    """Split `n` rows at random

    - `n`: Number of rows
    - `valid_pct`: Share of the rows held out, in `[0,1)`
    - `seed`: Decides which ones
    """

def tensor_dls(x: torch.Tensor, y: torch.Tensor, bs: int = 64, valid_pct: float = 0.2, seed: int = 42, device: str | torch.device | None = None, vocab: Iterable | None = None, drop_last: bool | None = None, **kwargs) -> DataLoaders:
    """`DataLoaders` of the tensors `x` and `y`: shuffled for training, in order for validation

    - `x`: Inputs, one row each
    - `y`: Targets, as many rows
    - `bs`: Rows in a batch
    - `valid_pct`: Share of the rows held out for validation
    - `seed`: Decides which rows
    - `device`: Where data and batches are; `None`: the accelerator, where there is one
    - `vocab`: Names of the classes by number
    - `drop_last`: Leave out a small last training batch? `None`: yes, unless it is the only one
    """

def digits_dls(bs: int = 64, valid_pct: float = 0.2, seed: int = 42, device: str | torch.device | None = None, **kwargs) -> DataLoaders:
    """`DataLoaders` of the handwritten digits, with the `vocab` '0' to '9'

    - `bs`: Images in a batch
    - `valid_pct`: Share of the images held out for validation
    - `seed`: Decides which images
    - `device`: Where data and batches are; `None`: the accelerator, where there is one
    """

def line_data(n: int = 200, a: float = 2.0, b: float = 3.0, noise: float = 0.1, seed: int = 42) -> tuple:
    """Points around the line `y = a*x + b`, `x` between -1 and 1

    - `n`: Rows
    - `a`: Slope
    - `b`: Height at 0
    - `noise`: Standard deviation of what is added to `y`
    - `seed`: Decides the random numbers
    """

def line_dls(bs: int = 16, valid_pct: float = 0.2, seed: int = 42, device: str | torch.device | None = None, *, n: int = 200, a: float = 2.0, b: float = 3.0, noise: float = 0.1) -> DataLoaders:
    """`DataLoaders` of `line_data`

    - `bs`: Rows in a batch
    - `valid_pct`: Share of the rows held out for validation
    - `seed`: Decides the data and which rows are held out
    - `device`: Where data and batches are; `None`: the accelerator, where there is one
    - `n`: Rows
    - `a`: Slope
    - `b`: Height at 0
    - `noise`: Standard deviation of what is added to `y`
    """

def two_moons(n: int = 400, noise: float = 0.1, seed: int = 42) -> tuple:
    """Two half circles of radius 1, each reaching into the other

    - `n`: Rows, half of them in each class
    - `noise`: Standard deviation of what is added to each coordinate
    - `seed`: Decides the random numbers
    """

def spirals(n: int = 600, nc: int = 3, turns: float = 1.0, noise: float = 0.02, seed: int = 42) -> tuple:
    """Arms that wind around one another from the centre to radius 1

    - `n`: Rows
    - `nc`: Classes, one arm each
    - `turns`: How often an arm winds around the centre
    - `noise`: Standard deviation of what is added to each coordinate
    - `seed`: Decides the random numbers
    """

def moons_dls(bs: int = 32, valid_pct: float = 0.2, seed: int = 42, device: str | torch.device | None = None, *, n: int = 400, noise: float = 0.1) -> DataLoaders:
    """`DataLoaders` of `two_moons`

    - `bs`: Rows in a batch
    - `valid_pct`: Share of the rows held out for validation
    - `seed`: Decides the data and which rows are held out
    - `device`: Where data and batches are; `None`: the accelerator, where there is one
    - `n`: Rows, half of them in each class
    - `noise`: Standard deviation of what is added to each coordinate
    """

def spirals_dls(bs: int = 32, valid_pct: float = 0.2, seed: int = 42, device: str | torch.device | None = None, *, n: int = 600, nc: int = 3, turns: float = 1.0, noise: float = 0.02) -> DataLoaders:
    """`DataLoaders` of `spirals`

    - `bs`: Rows in a batch
    - `valid_pct`: Share of the rows held out for validation
    - `seed`: Decides the data and which rows are held out
    - `device`: Where data and batches are; `None`: the accelerator, where there is one
    - `n`: Rows
    - `nc`: Classes, one arm each
    - `turns`: How often an arm winds around the centre
    - `noise`: Standard deviation of what is added to each coordinate
    """

def running_sums(n: int = 256, sl: int = 10, nc: int = 3, seed: int = 42) -> tuple:
    """Random numbers, and their running sums modulo `nc`

    - `n`: Sequences
    - `sl`: Positions in each
    - `nc`: Numbers run from 0 to `nc-1`, and so do the sums
    - `seed`: Decides the random numbers
    """

def running_sums_dls(bs: int = 32, valid_pct: float = 0.2, seed: int = 42, device: str | torch.device | None = None, *, n: int = 256, sl: int = 10, nc: int = 3) -> DataLoaders:
    """`DataLoaders` of `running_sums`

    - `bs`: Rows in a batch
    - `valid_pct`: Share of the rows held out for validation
    - `seed`: Decides the data and which rows are held out
    - `device`: Where data and batches are; `None`: the accelerator, where there is one
    - `n`: Sequences
    - `sl`: Positions in each
    - `nc`: Numbers run from 0 to `nc-1`, and so do the sums
    """
