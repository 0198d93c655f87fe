# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Callable, Iterable
import torch
import torch.nn
import torch.nn.parallel.distributed
from typing import Any
from mylearner.callback.core import Callback as Callback, CancelBatchException as CancelBatchException, CancelEpochException as CancelEpochException, CancelException as CancelException, CancelFitException as CancelFitException, CancelTrainException as CancelTrainException, CancelValidException as CancelValidException, TrainEvalCallback as TrainEvalCallback
from mylearner.callback.guard import NonFiniteGuard as NonFiniteGuard, tensors_in as tensors_in
from mylearner.data.load import new_dl as new_dl, undistributed as undistributed
from mylearner.data.loader import DataLoader as DataLoader
from mylearner.keywords import users_line as users_line
from mylearner.learner import Learner as Learner, ValueMetric as ValueMetric, Recorder as Recorder
from mylearner.losses import mean_over as mean_over, warn_unsaid as warn_unsaid
from mylearner.metric import batch_count as batch_count, batch_rows as batch_rows, weighed as weighed
from mylearner.torch_core import apply as apply, distrib_barrier as distrib_barrier, maybe_gather as maybe_gather, nearest as nearest, num_distrib as num_distrib, rank_distrib as rank_distrib
__all__ = ['DistributedDataParallel', 'DataParallel', 'setup_distrib', 'teardown_distrib', 'rank0_first', 'DistributedDL', 'DistributedTrainer', 'ParallelTrainer']

def setup_distrib(gpu: int | None = None) -> Any:
    """Join the group of processes, if there is one and this process has not joined yet

    - `gpu`: Number of this process's GPU; None: the one that `torchrun` gave it, or the CPU where there are none
    """

def teardown_distrib() -> None:
    """Leave the group of processes"""

def rank0_first(func: Callable, *args, **kwargs) -> Any:
    """Run `func` in the first process, then in the others

    - `func`: What to do
    - `args`: Passed on to `func`
    """

class DistributedDL:
    """This process's part of the batches of `dl`"""
    n_real: Any
    n_all: Any
    drop_last: bool
    bs: Any
    dl: Any
    world_size: Any
    rank: Any
    def __init__(self, dl, rank: int | None = None, world_size: int | None = None, device: str | torch.device | None = None) -> None:
        """- `dl`: A loader with a length and a batch size: ours or torch's
        - `rank`: This process's number; None: its number in the group
        - `world_size`: Number of processes; None: those of the group
        - `device`: Where the order is sent between processes; None: the GPU with NCCL, else the CPU
        """
    def __len__(self) -> Any: ...
    def get_idxs(self, idxs=None) -> torch.Tensor:
        """Indices of this process's rows

        - `idxs`: Indices of a whole epoch; None: as the loader gives them
        """
    def __iter__(self) -> Any:
        """Batches, with `n_real` rows that count out of `n_all` in all processes"""
    @property
    def batch_idxs(self) -> list | None:
        """Indices of this process's items in the batch given last"""
    def before_iter(self, *args) -> Any:
        """`before_iter` of this process's loader"""
    def randomize(self, *args) -> Any:
        """`randomize` of this process's loader"""
    def after_batch(self, *args) -> Any:
        """`after_batch` of this process's loader"""
    def after_iter(self, *args) -> Any:
        """`after_iter` of this process's loader"""
    def create_batches(self, *args) -> Any:
        """`create_batches` of this process's loader"""
    def state_dict(self) -> dict:
        """Where this process's pass stands"""
    def rest(self, n: int, state: dict, rest_of) -> Any:
        """The batches of a pass that were still to come

        - `n`: Batches that were given before
        - `state`: From `state_dict`, at that place
        - `rest_of`: Called with this process's loader and its state: its batches that were still to come
        """
    def to_detach(self, b, cpu: bool = True, gather: bool = True) -> Any:
        """Detach a batch; join what all processes have of it

        - `b`: A batch, nested in any way
        - `cpu`: To the CPU?
        - `gather`: From all processes?
        """
    def __getattr__(self, name: str) -> Any: ...

class DistributedDataParallel(torch.nn.parallel.distributed.DistributedDataParallel):
    """PyTorch's wrapper, which passes on the model's attributes and `reset`"""
    def reset(self) -> Any:
        """Reset the model inside, if it can be"""
    def __getattr__(self, name: str) -> Any: ...

class DataParallel(torch.nn.DataParallel):
    """PyTorch's wrapper, which passes on the model's attributes and `reset`"""
    def reset(self) -> Any:
        """Reset the model inside, if it can be"""
    def __getattr__(self, name: str) -> Any: ...

class DistributedTrainer(Callback):
    """Train on every process's part, average gradients, add up metrics"""
    sync_bn: bool
    order: float
    unique: bool
    def __init__(self, sync_bn: bool = True, **kwargs) -> None:
        """- `sync_bn`: Batch norm over the rows of all processes? (on GPUs: PyTorch has it for these alone)"""
    def before_fit(self) -> None:
        """Wrap the model"""
    def after_fit(self) -> None:
        """Everything as it was"""
    def after_cancel_batch(self) -> None:
        """Cancel it in the other processes too, unless they had met in this batch before"""
    def after_cancel_train(self) -> None:
        """Cancel it in the other processes too"""
    def after_cancel_validate(self) -> None:
        """Cancel it in the other processes too"""
    def after_cancel_epoch(self) -> None:
        """Cancel it in the other processes too"""
    def after_cancel_fit(self) -> None:
        """Cancel it in the other processes too"""
    def before_epoch(self) -> None:
        """Begin it only if all do"""
    def after_epoch(self) -> None:
        """Go on only if all do"""
    def before_train(self) -> None:
        """This process's part of the training data, and the wrapped model"""
    def before_validate(self) -> None:
        """This process's part of the validation data"""
    def after_loss(self) -> None:
        """This process's share of the loss"""
    def after_backward(self) -> None:
        """The loss over all processes' rows, for whoever decides by it"""
    def after_batch(self) -> None:
        """A row that does not count is not recorded, but the step is"""
    def after_train(self) -> None:
        """The model itself again; losses and metrics of all processes"""
    def after_validate(self) -> None:
        """Losses and metrics of all processes"""

class ParallelTrainer(Callback):
    """Wrap the model in `DataParallel` for the length of a fit"""
    device_ids: Iterable | None
    order: float
    unique: bool
    def __init__(self, device_ids: Iterable | None = None) -> None:
        """- `device_ids`: Numbers of the GPUs; None: all of them"""
    def before_fit(self) -> None:
        """Wrap"""
    def after_fit(self) -> None:
        """Unwrap"""
