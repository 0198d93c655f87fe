# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from mylearner.callback.channelslast import ChannelsLast
from mylearner.callback.checkpoint import CheckpointCallback
from mylearner.callback.compile import TorchCompile
from mylearner.callback.core import FetchPredsCallback, OptimizerModes
from mylearner.callback.data import CollectDataCallback
from mylearner.callback.ema import EMA, SWA, WeightAverage
from mylearner.callback.fp16 import AMPMode, MixedPrecision, ModelToHalf, NonNativeMixedPrecision
from mylearner.callback.graph import GraphReport, StepGraph
from mylearner.callback.hook import ActivationStats, HookCallback, ModuleSummary
from mylearner.callback.mixup import MixHandler
from mylearner.callback.preds import MCDropoutCallback
from mylearner.callback.progress import CSVLogger, ShowGraphCallback
from mylearner.callback.rnn import ModelResetter, RNNCallback, RNNRegularizer
from mylearner.callback.schedule import LRFinder, ParamScheduler, TorchScheduler, valley
from mylearner.callback.set import Callbacks
from mylearner.callback.tracker import EarlyStoppingCallback, ReduceLROnPlateau, SaveModelCallback, TerminateOnNaNCallback, TrackerCallback
from mylearner.callback.training import BnFreeze, GradientAccumulation, GradientClip, ShortEpochCallback
from mylearner.check import CheckReport, Profile, Profiler
from mylearner.distributed import DistributedTrainer, ParallelTrainer
from mylearner.history import History
from mylearner.torch_core import trainable_params
from pathlib import Path
import torch
import torch.nn
import torch.optim
from typing import Any, BinaryIO, Literal, Self, overload
from mylearner.callback.core import BatchTuple as BatchTuple, Callback as Callback, CancelBackwardException as CancelBackwardException, CancelBatchException as CancelBatchException, CancelEpochException as CancelEpochException, CancelException as CancelException, CancelFitException as CancelFitException, CancelStepException as CancelStepException, CancelTrainException as CancelTrainException, CancelValidException as CancelValidException, GatherPredsCallback as GatherPredsCallback, TrainEvalCallback as TrainEvalCallback, event as event
from mylearner.callback.guard import NonFiniteError as NonFiniteError, NonFiniteGuard as NonFiniteGuard
from mylearner.callback.progress import ProgressCallback as ProgressCallback
from mylearner.checkpoint import load_learner as load_learner, load_model as load_model, save_model as save_model
from mylearner.data.core import DataLoaders as DataLoaders
from mylearner.metric import inner_func as inner_func
from mylearner.optimizer import Adam as Adam, Optimizer as Optimizer, mk_opt_func as mk_opt_func
from mylearner.torch_core import defaults as defaults
__all__ = ['CastToTensor', 'before_batch_cb', 'Learner', 'Recorder', 'SkipToEpoch', 'NonFiniteError', 'NonFiniteGuard', 'replacing_yield', 'Metric', 'AvgMetric', 'AvgLoss', 'AvgSmoothLoss', 'ValueMetric', 'mk_metric', 'save_model', 'load_model', 'load_learner']

class Learner:
    """A model, data and a loss function, trained together; `doc(Learner.fit)` says what each argument of a call means"""
    dl: Any
    xb: tuple[Any, ...]
    yb: tuple[Any, ...]
    pred: Any
    loss_before: Any
    grad_scale: Any
    shared: Any
    mean_over: Any
    whole: Any
    n_epoch: int
    epoch: int
    iter: int
    n_iter: Any
    train_iter: int
    pct_train: float
    training: bool
    purpose: str
    exception: BaseException | None
    final_record: Any
    logger: Callable[..., Any]
    create_mbar: bool
    silent: bool
    n_fits: Any
    fit_args: Any
    going_on: Any
    wd_bn_bias: bool
    train_bn: bool
    moms: tuple
    default_cbs: bool
    lr: Any
    model_dir: str | Path
    wd: float | None
    path: Path
    loss_func: Callable[..., Any]
    opt: Optimizer
    opt_func: Callable[..., Any]
    splitter: Callable[..., Any]
    dls: DataLoaders
    model: torch.nn.Module
    lock: Any
    cbs: Callbacks
    history: History
    recorder: Recorder
    target_names: tuple
    pass_state: dict
    loop_state: dict
    row_mean: Any
    machinery: tuple
    settings: tuple
    def __init__(self, dls: DataLoaders | Iterable | None, model: torch.nn.Module, loss_func: Callable | None = None, opt_func: Callable | torch.optim.Optimizer = Adam, lr: float | list | slice = 0.001, splitter: Callable = trainable_params, cbs: Callback | type | Iterable | None = None, metrics: Callable | Metric | Iterable | None = None, path: str | Path | None = None, model_dir: str | Path = 'models', wd: float | None = None, wd_bn_bias: bool = False, train_bn: bool = True, moms: tuple = (0.95, 0.85, 0.95), default_cbs: bool = True, graph: bool = False) -> None:
        """- `dls`: `DataLoaders`, or (train, valid) loaders: ours, PyTorch's, any iterables of batches
        - `model`: Called with a batch's inputs
        - `loss_func`: `(preds, targets) -> loss`; None: the training data set's, or the model's own if it takes `labels`
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
    def __call__(self, event_name: str | Iterable) -> None:
        """Fire an event on all callbacks

        - `event_name`: An event's name, or several
        """
    def add_cb(self, cb: Callback | type) -> Self:
        """Attach a callback; one of a `unique` class takes the place of the one already there

        - `cb`: A callback, or a class to make one from
        """
    def add_cbs(self, cbs: Callback | type | Iterable) -> Self:
        """Attach callbacks: all, or after an error none

        - `cbs`: One callback or several, objects or classes
        """
    def remove_cb(self, cb: Callback | type) -> Self:
        """Detach a callback

        - `cb`: A callback, or a class to remove all its instances
        """
    def remove_cbs(self, cbs: Callback | type | Iterable) -> Self:
        """Detach callbacks

        - `cbs`: One or several, objects or classes
        """
    def added_cbs(self, cbs: Callback | type | Iterable) -> AbstractContextManager[Self]:
        """Callbacks for the length of a block

        - `cbs`: One or several, objects or classes
        """
    def removed_cbs(self, cbs: Callback | type | Iterable) -> AbstractContextManager[Self]:
        """Remove callbacks for the length of a block

        - `cbs`: One or several, objects or classes
        """
    def ordered_cbs(self, event: str) -> list:
        """The callbacks that listen to `event`, in the order in which they run

        - `event`: An event's name
        """
    @property
    def data(self) -> DataLoaders:
        """The loaders, under their oldest name"""
    @property
    def dbunch(self) -> DataLoaders:
        """The loaders, under their oldest name"""
    @property
    def metrics(self) -> Any:
        """The metrics, as `Metric` objects; functions become `AvgMetric`s"""
    @metrics.setter
    def metrics(self, value: Any) -> None: ...
    @property
    def x(self) -> Any:
        """`xb` without the tuple, if it holds one element"""
    @property
    def y(self) -> Any:
        """`yb` without the tuple, if it holds one element"""
    def end_pass(self) -> None:
        """Drop the last batch and its autograd graph"""
    def __copy__(self) -> Any: ...
    def get_ready(self) -> None:
        """Prepare a pass: find out once what would be the same for every batch"""
    @property
    def loss(self) -> torch.Tensor:
        """The loss of this batch, as it is logged; until there is one, that of the last batch"""
    @loss.setter
    def loss(self, value: torch.Tensor) -> None: ...
    def one_batch(self, i: int, b) -> None:
        """Train or evaluate on one batch, and leave `xb`, `yb`, `pred` and `loss` on the learner

        - `i`: Number of the batch in its loader
        - `b`: The batch, as the loader gave it
        """
    @property
    def loss_grad(self) -> torch.Tensor:
        """What gradients are taken of: the loss, or what a callback has made of it"""
    @loss_grad.setter
    def loss_grad(self, value: torch.Tensor) -> None: ...
    def all_batches(self) -> None:
        """Train or evaluate on all batches of `dl`"""
    def for_purpose(self, purpose: str) -> AbstractContextManager[Self]:
        """Set `learn.purpose` for a block, so that callbacks know why they are called

        - `purpose`: fit, find, validate, predict, tta or summary
        """
    def create_opt(self) -> None:
        """Make the optimizer from `opt_func` and `splitter`"""
    def fit(self, n_epoch: int, lr: float | list | slice | None = None, wd: float | None = None, cbs: Callback | type | Iterable | None = None, reset_opt: bool = False, start_epoch: int = 0, *, resume: bool = False) -> None:
        """Train for `n_epoch` epochs

        - `n_epoch`: Epochs to train
        - `lr`: Learning rate; None: `learn.lr`
        - `wd`: Weight decay; None: `learn.wd`
        - `cbs`: Callbacks for this fit alone
        - `reset_opt`: Start with a new optimizer?
        - `start_epoch`: First epoch to run: earlier ones are skipped
        - `resume`: Go on where the newest checkpoint of this fit stopped, if there is one? See `CheckpointCallback`
        """
    def no_logging(self) -> AbstractContextManager[Self]:
        """Silence: no rows, no progress bars"""
    def no_mbar(self) -> replacing_yield:
        """No outer progress bar inside the block"""
    def no_bar(self) -> Any:
        """No progress bars and no table inside the block: rows are printed as they are"""
    @property
    def smooth_loss(self) -> Any:
        """The smoothed training loss by now, as a tensor"""
    @smooth_loss.setter
    def smooth_loss(self, value: Any) -> None: ...
    def save(self, file: str | Path | BinaryIO, *, with_opt: bool = True, pickle_protocol: int = 2) -> Any:
        """Save weights and optimizer state

        - `file`: Name within `path/model_dir` (without a suffix `.pth` is added, `.safetensors` writes that format), or a file open for writing
        - `with_opt`: With the optimizer's state?
        """
    def load(self, file: str | Path | BinaryIO, device: str | int | torch.device | None = None, *, with_opt: bool = True, strict: bool = True, **torch_load_kwargs) -> Self:
        """Load weights and optimizer state

        - `file`: Name within `path/model_dir`, or a file open for reading
        - `device`: None: the loaders' device
        - `with_opt`: With the optimizer's state, if the file has it?
        - `strict`: Must the weights match exactly?
        """
    def export(self, fname: str | Path = 'export.pkl', pickle_module=None, pickle_protocol: int | None = None) -> Any:
        """Write all that predicting takes to one file, without items and optimizer state

        - `fname`: File within `learn.path`, or an open file
        - `pickle_module`: Kept for compatibility: objects are always stored as this page says
        - `pickle_protocol`: For the objects; None: Python's default
        """
    def freeze_to(self, n: int) -> None:
        """Freeze the parameter groups before `n`

        - `n`: First group to train; negative counts from the end
        """
    def freeze(self) -> None:
        """Train the last parameter group only"""
    def unfreeze(self) -> None:
        """Train all parameters"""
    def unchanged(self, training: bool = False, rng: bool = True, n_seeds: int | None = None) -> AbstractContextManager[Self]:
        """Undo whatever the block does with the learner

        - `training`: Take back training too: weights, optimizers, callbacks' state and history
        - `rng`: Random streams as well? False lets a pass draw on
        - `n_seeds`: Let chance go on from block to block, as `keep_draws` does, beyond so many seeds? None: no
        """
    def __enter__(self) -> Self:
        """Fire `before_fit` and `before_epoch`"""
    def __exit__(self, exc_type, exc_value, tb) -> None:
        """Fire `after_epoch` and `after_fit`"""
    def validation_context(self, cbs: Callback | type | Iterable | None = None, inner: bool = False, purpose: str = 'validate', dl=None) -> AbstractContextManager[Self]:
        """Everything that surrounds a validation pass outside of training

        - `cbs`: Callbacks for this pass alone
        - `inner`: Inside another loop? Detected where a fit or a pass is running
        - `purpose`: What `learn.purpose` says meanwhile
        - `dl`: Loader of the pass, whose seeds are not taken for chance
        """
    def dl_at(self, i: int | str) -> Any:
        """A loader by its number, with a clear error where there is none

        - `i`: Number of a loader, negative counts from the end; or 'train', 'valid'
        """
    def validate(self, ds_idx: int = 1, dl=None, cbs: Callback | type | Iterable | None = None) -> list[float]:
        """Loss and metrics on a data set

        - `ds_idx`: Which loader, if `dl` is None
        - `dl`: Loader to validate on
        - `cbs`: Callbacks for this pass alone
        """
    def loss_not_reduced(self) -> AbstractContextManager[Self]:
        """Let the loss function give one loss per row inside the block"""
    def to_detach(self, b, cpu: bool = True, gather: bool = True) -> Any:
        """Detach a batch, in the loader's own way if it has one

        - `b`: A batch, nested in any way
        - `cpu`: To the CPU?
        - `gather`: From all processes?
        """
    @overload
    def get_preds(self, ds_idx: int = 1, dl=None, with_input: Literal[False] = False, with_decoded: Literal[False] = False, with_loss: Literal[False] = False, act: Callable | None = None, inner: bool = False, reorder: bool = True, cbs: Callback | type | Iterable | None = None, *, concat_dim: int = 0) -> tuple[torch.Tensor, torch.Tensor]:
        """Predictions and targets for a whole data set

        - `ds_idx`: Which loader, if `dl` is None: 0 training, 1 validation
        - `dl`: Loader, or any iterable of batches
        - `with_input`: Inputs too, first?
        - `with_decoded`: Decoded predictions too, after the targets?
        - `with_loss`: One loss per row too, last? `loss_func` must know `reduction='none'`
        - `act`: Applied to predictions; None: the loss function's `activation`, if it has one
        - `inner`: Inside another loop? Detected where a fit or a pass is running
        - `reorder`: Rows in the data set's order, whatever order the loader has?
        - `cbs`: Callbacks for this pass alone
        - `save_preds`: Folder for predictions (after `act`), one file per batch: `0`, `1`, …; instead of keeping them in memory
        - `save_targs`: Folder for targets, in the same way
        - `with_preds`: Predictions in the result? None: unless saved
        - `with_targs`: Targets in the result? None: unless saved
        - `concat_dim`: The batch dimension
        - `pickle_protocol`: For saved files
        """
    @overload
    def get_preds(self, ds_idx: int = 1, dl=None, *, with_input: Literal[True], with_decoded: Literal[False] = False, with_loss: Literal[False] = False, act: Callable | None = None, inner: bool = False, reorder: bool = True, cbs: Callback | type | Iterable | None = None, concat_dim: int = 0) -> tuple[Any, torch.Tensor, torch.Tensor]: ...
    @overload
    def get_preds(self, ds_idx: int = 1, dl=None, with_input: Literal[False] = False, *, with_decoded: Literal[True], with_loss: Literal[False] = False, act: Callable | None = None, inner: bool = False, reorder: bool = True, cbs: Callback | type | Iterable | None = None, concat_dim: int = 0) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]: ...
    @overload
    def get_preds(self, ds_idx: int = 1, dl=None, *, with_input: Literal[True], with_decoded: Literal[True], with_loss: Literal[False] = False, act: Callable | None = None, inner: bool = False, reorder: bool = True, cbs: Callback | type | Iterable | None = None, concat_dim: int = 0) -> tuple[Any, torch.Tensor, torch.Tensor, torch.Tensor]: ...
    @overload
    def get_preds(self, ds_idx: int = 1, dl=None, with_input: Literal[False] = False, with_decoded: Literal[False] = False, *, with_loss: Literal[True], act: Callable | None = None, inner: bool = False, reorder: bool = True, cbs: Callback | type | Iterable | None = None, concat_dim: int = 0) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]: ...
    @overload
    def get_preds(self, ds_idx: int = 1, dl=None, *, with_input: Literal[True], with_loss: Literal[True], with_decoded: Literal[False] = False, act: Callable | None = None, inner: bool = False, reorder: bool = True, cbs: Callback | type | Iterable | None = None, concat_dim: int = 0) -> tuple[Any, torch.Tensor, torch.Tensor, torch.Tensor]: ...
    @overload
    def get_preds(self, ds_idx: int = 1, dl=None, with_input: Literal[False] = False, *, with_decoded: Literal[True], with_loss: Literal[True], act: Callable | None = None, inner: bool = False, reorder: bool = True, cbs: Callback | type | Iterable | None = None, concat_dim: int = 0) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]: ...
    @overload
    def get_preds(self, ds_idx: int = 1, dl=None, *, with_input: Literal[True], with_decoded: Literal[True], with_loss: Literal[True], act: Callable | None = None, inner: bool = False, reorder: bool = True, cbs: Callback | type | Iterable | None = None, concat_dim: int = 0) -> tuple[Any, torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]: ...
    @overload
    def get_preds(self, ds_idx: int = 1, dl=None, with_input: bool = False, with_decoded: bool = False, with_loss: bool = False, act: Callable | None = None, inner: bool = False, reorder: bool = True, cbs: Callback | type | Iterable | None = None, *, save_preds: Path | None = None, save_targs: Path | None = None, with_preds: bool | None = None, with_targs: bool | None = None, concat_dim: int = 0, pickle_protocol: int = 2) -> tuple[Any, ...]: ...
    @overload
    def predict(self, item, rm_type_tfms: int | None = None, with_input: Literal[False] = False) -> tuple[Any, Any, torch.Tensor]:
        """Prediction for one item

        - `item`: One item, as the data set's pipeline takes it
        - `rm_type_tfms`: Not used any more
        - `with_input`: The decoded input too, first?
        """
    @overload
    def predict(self, item, rm_type_tfms: int | None = None, *, with_input: Literal[True]) -> tuple[Any, Any, Any, torch.Tensor]: ...
    @overload
    def predict(self, item, rm_type_tfms: int | None = None, with_input: bool = False) -> tuple[Any, ...]: ...
    def show_results(self, ds_idx: int = 1, dl=None, max_n: int = 9, shuffle: bool = True, **kwargs) -> Any:
        """Show inputs, targets and predictions of a batch

        - `ds_idx`: Which loader, if `dl` is None
        - `dl`: Loader to show results of
        - `max_n`: At most this many items (and at most a batch)
        - `shuffle`: Pick them at random? Draws from a stream of its own
        """
    def tta(self, ds_idx: int = 1, dl=None, n: int = 4, item_tfms: Callable | Iterable | None = None, batch_tfms: Callable | Iterable | None = None, beta: float | None = 0.25, use_max: bool = False) -> tuple:
        """Predictions averaged over `n` augmented passes

        - `ds_idx`: Which loader, if `dl` is None
        - `dl`: Loader to predict on
        - `n`: Augmented passes
        - `item_tfms`: Other item transforms for them; None: the training set's
        - `batch_tfms`: Other batch transforms
        - `beta`: Weight of the plain pass; None: give both
        - `use_max`: Maximum over all passes instead of the average?
        """
    def check_resume(self, n: int = 2, fit: Callable | None = None) -> list:
        """Try whether training that is stopped and resumed gives the same as training that is not

        - `n`: Training batches before the stop, and after it
        - `fit`: `fit(learn)` trains as you will, such as `lambda learn: learn.fit_one_cycle(3, 0.01)`; None: `learn.fit`
        """
    def show_training_loop(self) -> None:
        """Print the loop: all events, and the callbacks on each"""
    @property
    def init_args(self) -> dict:
        """What the learner was made with, by name"""
    def gather_args(self) -> dict:
        """Settings of the learner and its callbacks, number of parameters, batch size"""
    def fit_one_cycle(self, n_epoch: int, lr_max: float | list | slice | None = None, div: float = 25.0, div_final: float = 100000.0, pct_start: float = 0.25, wd: float | None = None, moms: tuple | None = None, cbs: Callback | type | Iterable | None = None, reset_opt: bool = False, start_epoch: int = 0, *, resume: bool = False) -> None:
        """Train with a learning rate that rises, then falls, while momentum does the opposite

        - `n_epoch`: Epochs to train
        - `lr_max`: Highest learning rate, a number or a slice over the groups; None: `learn.lr`
        - `div`: Begin at `lr_max/div`
        - `div_final`: End at `lr_max/div_final`
        - `pct_start`: Share of training until `lr_max` is reached
        - `wd`: Weight decay; None: `learn.wd`
        - `moms`: Momentum at the start, at `lr_max` and at the end; None: `learn.moms`, where the optimizer has momentum
        - `cbs`: Callbacks for this fit alone
        - `reset_opt`: Start with a new optimizer?
        - `start_epoch`: First epoch to run: earlier ones are skipped
        - `resume`: Go on where the newest checkpoint stopped, if there is one? See `CheckpointCallback`
        """
    def fit_flat_cos(self, n_epoch: int, lr: float | list | slice | None = None, div_final: float = 100000.0, pct_start: float = 0.75, wd: float | None = None, cbs: Callback | type | Iterable | None = None, reset_opt: bool = False, start_epoch: int = 0, curve: str = 'cosine', *, resume: bool = False) -> None:
        """Train at a constant learning rate, then let it fall

        - `n_epoch`: Epochs to train
        - `lr`: Learning rate, a number or a slice over the groups; None: `learn.lr`
        - `div_final`: End at `lr/div_final`
        - `pct_start`: Share of training before the descent
        - `wd`: Weight decay; None: `learn.wd`
        - `cbs`: Callbacks for this fit alone
        - `reset_opt`: Start with a new optimizer?
        - `start_epoch`: First epoch to run: earlier ones are skipped
        - `curve`: Way down: cosine, linear or exponential
        - `resume`: Go on where the newest checkpoint stopped, if there is one? See `CheckpointCallback`
        """
    def fit_sgdr(self, n_cycles: int, cycle_len: int, lr_max: float | list | slice | None = None, cycle_mult: int = 2, cbs: Callback | type | Iterable | None = None, reset_opt: bool = False, wd: float | None = None, start_epoch: int = 0, *, resume: bool = False) -> None:
        """Train in cycles, each of which starts high and falls to zero

        - `n_cycles`: How many cycles
        - `cycle_len`: Epochs in the first one
        - `lr_max`: Learning rate at the start of each, a number or a slice over the groups; None: `learn.lr`
        - `cycle_mult`: How many times longer each next cycle is
        - `cbs`: Callbacks for this fit alone
        - `reset_opt`: Start with a new optimizer?
        - `wd`: Weight decay; None: `learn.wd`
        - `start_epoch`: First epoch to run: earlier ones are skipped
        - `resume`: Go on where the newest checkpoint stopped, if there is one? See `CheckpointCallback`
        """
    def fine_tune(self, epochs: int, base_lr: float = 0.002, freeze_epochs: int = 1, lr_mult: float = 100, pct_start: float = 0.3, div: float = 5.0, *, lr_max: float | list | slice | None = None, div_final: float = 100000.0, wd: float | None = None, moms: tuple | None = None, cbs: Callback | type | Iterable | None = None, reset_opt: bool = False, start_epoch: int = 0, resume: bool = False) -> None:
        """Train the last parameter group for `freeze_epochs`, then all of them for `epochs`

        - `epochs`: Epochs for the whole model
        - `base_lr`: Highest learning rate of the frozen part; halved for the second
        - `freeze_epochs`: Epochs for the last group alone, before
        - `lr_mult`: How many times smaller the first group's learning rate is than the last one's
        - `pct_start`: Share of the second part until the highest rate is reached
        - `div`: Begin the second part at that rate divided by `div`
        - `lr_max`: Highest rate(s) of the second part; None: `slice(base_lr/2/lr_mult, base_lr/2)`
        - `div_final`: End each part at its rate divided by `div_final`
        - `wd`: Weight decay; None: `learn.wd`
        - `moms`: Momentums, as for `fit_one_cycle`
        - `cbs`: Callbacks for both parts
        - `reset_opt`: Start each part with a new optimizer?
        - `start_epoch`: First epoch to run, of both parts together
        - `resume`: Go on where the newest checkpoint of either part stopped, if there is one? See `CheckpointCallback`
        """
    def lr_find(self, start_lr: float = 1e-07, end_lr: float = 10, num_it: int = 100, stop_div: bool = True, show_plot: bool = True, suggest_funcs: Callable | Iterable | None = valley) -> Any:
        """Try rising learning rates for `num_it` steps, plot the losses, suggest a learning rate, and put everything back

        - `start_lr`: Learning rate of the first step
        - `end_lr`: Learning rate after the last step
        - `num_it`: Steps
        - `stop_div`: Stop when the loss explodes?
        - `show_plot`: Plot loss against learning rate, with the suggestions?
        - `suggest_funcs`: `valley`, `slide`, `minimum`, `steep` or functions of your own, one or several; None: no suggestion
        """
    def summary(self) -> ModuleSummary:
        """Table of the model's layers, with shapes and parameters, for a batch of the training data"""
    def to_fp16(self, *, device: str | None = None, init_scale: float = 65536.0, growth_factor: float = 2.0, backoff_factor: float = 0.5, growth_interval: int = 2000, enabled: bool = True) -> Any:
        """Train and predict in mixed precision with `float16`

        - `device`: Kind of device ('cuda', 'cpu', …); None: the model's
        - `init_scale`: First factor on the loss
        - `growth_factor`: Factor on the scale after `growth_interval` good steps
        - `backoff_factor`: Factor on the scale after an overflow
        - `growth_interval`: Good steps between two attempts at a larger scale
        - `enabled`: Scale gradients? (`fp16` only)
        """
    def to_bf16(self) -> Any:
        """Train and predict in mixed precision with `bfloat16`"""
    def to_fp32(self) -> Any:
        """Train and predict in full precision again"""
    def to_non_native_fp16(self, *, loss_scale: int = 512, flat_master: bool = False, dynamic: bool = True, max_loss_scale: float = 16777216.0, div_factor: float = 2.0, scale_wait: int = 500, clip: float | None = None) -> Any:
        """Train and predict in `float16`, with 32-bit master copies of the parameters

        - `loss_scale`: Factor on the loss, if not `dynamic`
        - `flat_master`: One long copy for each group?
        - `dynamic`: Begin with `max_loss_scale` and adapt?
        - `max_loss_scale`: Largest scale
        - `div_factor`: What the scale is divided by after an overflow
        - `scale_wait`: Good steps between two attempts at a larger scale
        - `clip`: Longest gradient of each group; None: any
        """
    def to_non_native_fp32(self) -> Any:
        """Train and predict in full precision again"""
    def to_channelslast(self, use_amp: bool = True, amp_mode: str | AMPMode = ..., *, init_scale: float = 65536.0, growth_factor: float = 2.0, backoff_factor: float = 0.5, growth_interval: int = 2000, enabled: bool = True) -> Any:
        """Train with channels last, by default in mixed precision

        - `use_amp`: Mixed precision too?
        - `amp_mode`: Which kind: 'fp16' or 'bf16'
        - `init_scale`: First factor on the loss
        - `growth_factor`: Factor on the scale after `growth_interval` good steps
        - `backoff_factor`: Factor on the scale after an overflow
        - `growth_interval`: Good steps between two attempts at a larger scale
        - `enabled`: Scale gradients? (`fp16` only)
        """
    def to_contiguous(self, to_fp32: bool = False) -> Any:
        """Put the model into the usual layout, and leave it there

        - `to_fp32`: End mixed precision too?
        """
    def compile(self, backend: str = 'inductor', mode: str | None = None, fullgraph: bool = False, dynamic: bool | None = None, options: dict | None = None, fallback: bool = True) -> Learner:
        """Train, validate and predict with the compiled model from now on; `learn.remove_cb(TorchCompile)` undoes it

        - `backend`: As for `TorchCompile`
        - `mode`: 'reduce-overhead' for CUDA graphs
        - `fullgraph`: Is a line that cannot be traced an error?
        - `dynamic`: Sizes that vary
        - `options`: For the backend
        - `fallback`: Where compiling fails, warn and go on without?
        """
    def graph(self, warmup: int = 3, max_graphs: int = 8, backend: type | None = None, check: bool = True) -> Learner:
        """Record training, validation and prediction steps, and repeat them without Python

        - `warmup`: Plain steps with batches of one shape before a step is recorded
        - `max_graphs`: Batches of further shapes run plainly
        - `backend`: `CudaGraph`, `Tape`, or a class like them; None: `CudaGraph` if the model is on a GPU
        - `check`: Compare two repeated steps of each graph with plain ones?
        """
    def no_graph(self) -> Learner:
        """Run every step plainly again"""
    @property
    def graph_report(self) -> GraphReport | None:
        """What was recorded, and which steps ran plainly, and why"""
    def averaged(self, name: str | None = None) -> Any:
        """Context manager: the averages in the model

        - `name`: Of the callback, if there are several: 'ema', 'swa'
        """
    def to_distributed(self, sync_bn: bool = True, **kwargs) -> Any:
        """Train in all processes of the group

        - `sync_bn`: Batch norm over the rows of all processes? (on GPUs)
        """
    def detach_distributed(self) -> Any:
        """Train in this process alone again"""
    def distrib_ctx(self, sync_bn: bool = True, in_notebook: bool = False, **kwargs) -> AbstractContextManager[Self]:
        """Train in all processes that `torchrun` started, of which only the first prints; in one process, the block runs as it is

        - `sync_bn`: Batch norm over the rows of all processes? (on GPUs)
        - `in_notebook`: Stay in the group at the end?
        """
    def to_parallel(self, device_ids: Iterable | None = None) -> Any:
        """Use several GPUs in one process

        - `device_ids`: Numbers of the GPUs; None: all of them
        """
    def detach_parallel(self) -> Any:
        """Use one GPU again"""
    def parallel_ctx(self, device_ids: Iterable | None = None) -> AbstractContextManager[Self]:
        """Use several GPUs in one process, for the length of a block

        - `device_ids`: Numbers of the GPUs; None: all of them
        """
    def profile(self, n: int = 50, n_valid: int | None = None, compare: bool = True, turns: int = 5, skip: int = 2, cbs: Callback | type | Iterable | None = None, clock: Callable = ...) -> Profile:
        """Time the loop's parts and each callback on this learner's own data, compare with the bare loop, put everything back

        - `n`: Training batches to time, at most an epoch's
        - `n_valid`: Validation batches; None: as many
        - `compare`: Compare with the bare loop?
        - `turns`: Times that learner and bare loop run `n` batches each
        - `skip`: First batches to leave out
        - `cbs`: Callbacks for this profile alone
        - `clock`: A function that gives seconds
        """
    def check(self, n_epoch: int | None = None) -> CheckReport:
        """Run one batch through training and validation, and report what looks wrong; leaves no trace

        - `n_epoch`: Epochs planned, for the number of steps
        """
    activation_stats: ActivationStats
    bn_freeze: BnFreeze
    cast_to_tensor: CastToTensor
    channels_last: ChannelsLast
    checkpoint: CheckpointCallback
    collect_data: CollectDataCallback
    csv_logger: CSVLogger
    distributed_trainer: DistributedTrainer
    early_stopping: EarlyStoppingCallback
    ema: EMA
    fetch_preds: FetchPredsCallback
    gather_preds: GatherPredsCallback
    gradient_accumulation: GradientAccumulation
    gradient_clip: GradientClip
    hook: HookCallback
    lr_finder: LRFinder
    mc_dropout: MCDropoutCallback
    mix_handler: MixHandler
    mixed_precision: MixedPrecision
    model_resetter: ModelResetter
    model_to_half: ModelToHalf
    non_finite_guard: NonFiniteGuard
    non_native_mixed_precision: NonNativeMixedPrecision
    optimizer_modes: OptimizerModes
    parallel_trainer: ParallelTrainer
    param_scheduler: ParamScheduler
    profiler: Profiler
    progress: ProgressCallback
    reduce_lr_on_plateau: ReduceLROnPlateau
    rnn: RNNCallback
    rnn_regularizer: RNNRegularizer
    save_model: SaveModelCallback
    short_epoch: ShortEpochCallback
    show_graph: ShowGraphCallback
    skip_to_epoch: SkipToEpoch
    step_graph: StepGraph
    swa: SWA
    terminate_on_nan: TerminateOnNaNCallback
    torch_compile: TorchCompile
    torch_scheduler: TorchScheduler
    tracker: TrackerCallback
    train_eval: TrainEvalCallback
    weight_average: WeightAverage

class SkipToEpoch(Callback):
    """Skip training up to `epoch`"""
    order: float
    purposes: tuple
    def __init__(self, epoch: int) -> None:
        """- `epoch`: First epoch that runs"""
    def before_epoch(self) -> None:
        """Cancel epochs that come too early"""

class replacing_yield:
    """Context manager: `o.attr` is `val` inside the block, and what it was after"""
    o: Any
    attr: str
    val: Any
    inside: bool
    old: Any
    def __init__(self, o, attr: str, val) -> None: ...
    def __enter__(self) -> Any: ...
    def __exit__(self, *exc) -> None: ...
    def __next__(self) -> Any:
        """Enter the block, then leave it"""
    def throw(self, e: BaseException, *args) -> None:
        """Leave the block because of an error"""
    def close(self) -> None:
        """Nothing is left to close"""

class AvgLoss(Metric):
    """Mean of the loss over all that its batches' means were taken over: rows, targets, class weights"""
    total: Any
    count: Any
    greater_is_better: bool
    sums: tuple
    def __init__(self) -> None: ...
    def reset(self) -> None: ...
    def accumulate(self, learn) -> None: ...
    def add(self, loss, n: int | torch.Tensor) -> None:
        """Add a batch's loss

        - `loss`: Mean loss of a batch
        - `n`: What the mean was taken over: a number, or a tensor on the loss's device
        """
    def add_all(self, pairs: Iterable) -> None:
        """`add` each, but for means over nothing, which are NaN

        - `pairs`: Losses of several batches and what their means were taken over, all of them numbers
        """
    @property
    def value(self) -> Any: ...
    @property
    def name(self) -> str: ...

class AvgMetric(Metric):
    """Mean of `func` over all rows, or over what else `func` takes its mean over"""
    greater_is_better: Any
    on: Any
    func: Callable
    total: Any
    count: Any
    sums: tuple
    def __init__(self, func: Callable) -> None:
        """- `func`: `(preds, *targets) -> number`, itself a mean over the batch's rows; `mean_over` says if it is another one"""
    def reset(self) -> None: ...
    @property
    def value(self) -> Any: ...
    def accumulate(self, learn) -> None: ...
    @property
    def name(self) -> Any: ...
    @name.setter
    def name(self, value: Any) -> None: ...

class AvgSmoothLoss(Metric):
    """Moving average of the loss, not biased towards its start"""
    beta: float
    count: Any
    val: Any
    past: Any
    greater_is_better: bool
    def __init__(self, beta: float = 0.98) -> None:
        """- `beta`: Weight of the past: 0 follows every batch, towards 1 nothing moves"""
    def reset(self) -> None: ...
    def accumulate(self, learn) -> None: ...
    def add(self, loss) -> Any:
        """Move towards `loss`, and return the average so far

        - `loss`: Mean loss of a batch
        """
    @property
    def value(self) -> Any: ...

class Metric:
    """Blueprint: `reset`, `accumulate` batch by batch, then read `value`"""
    greater_is_better: Any
    on: Any
    sums: tuple
    ready_made: bool
    def reset(self) -> None:
        """Start anew: bind fresh state, rather than emptying what there is"""
    def accumulate(self, learn) -> None:
        """Add one batch

        - `learn`: The learner, with `pred`, `yb`, `loss` of one batch
        """
    @property
    def value(self) -> Any:
        """The result so far: a number, or None if nothing was seen"""
    @property
    def name(self) -> Any:
        """What the column is called: by default the class name in snake case, without *Metric* at its end"""
    @name.setter
    def name(self, value: Any) -> None: ...

class ValueMetric(Metric):
    """A number that something else computes, such as a callback"""
    func: Callable
    def __init__(self, func: Callable, metric_name: str | None = None) -> None:
        """- `func`: Without arguments
        - `metric_name`: Its column; None: the function's name
        """
    @property
    def value(self) -> Any: ...

def mk_metric(m) -> Metric:
    """Make a metric of `m`, unless it is one

    - `m`: A function, a `Metric` (its class, or what makes it), a `torchmetrics` object
    """

class Recorder(Callback):
    """Keep learning rates, losses and metrics, and give each epoch's row to `learn.logger`"""
    n_fit: Any
    add_time: bool
    train_metrics: bool
    valid_metrics: bool
    cancel_train: bool
    cancel_valid: bool
    hps: dict
    metric_names: Any
    record: dict
    log: Any
    values: list
    iters: list
    lrs: list
    order: float
    unique: bool
    remove_on_fetch: bool
    purposes: tuple
    free_devices: tuple
    state_names: tuple
    def __init__(self, add_time: bool = True, train_metrics: bool = False, valid_metrics: bool = True, beta: float = 0.98) -> None:
        """- `add_time`: End a row with the epoch's time?
        - `train_metrics`: Metrics on the training set?
        - `valid_metrics`: Metrics on the validation set?
        - `beta`: For the smoothed loss
        """
    @property
    def history(self) -> list:
        """The rows of all fits of the learner"""
    def after_batch(self) -> None:
        """Take the loss, the learning rate and the metrics of a batch"""
    def drain(self) -> None:
        """Add up the losses taken since the last time"""
    @property
    def loss(self) -> Any:
        """Mean of the losses of the running part"""
    @loss.setter
    def loss(self, value: Any) -> None: ...
    @property
    def smooth_loss(self) -> Any:
        """Moving average of the training losses"""
    @smooth_loss.setter
    def smooth_loss(self, value: Any) -> None: ...
    @property
    def n_step(self) -> Any:
        """Training steps since the learner was made"""
    @property
    def n_row(self) -> Any:
        """Training rows since the learner was made"""
    @property
    def losses(self) -> list:
        """The smoothed loss at each training step of this fit"""
    @losses.setter
    def losses(self, value: Any) -> None: ...
    def state_dict(self) -> dict:
        """What the recorder has kept, up to the last batch, as plain values"""
    def load_state_dict(self, sd: dict) -> None:
        """Go on from what another recorder had kept

        - `sd`: From `state_dict`
        """
    def before_fit(self) -> None:
        """Columns, and empty records of this fit"""
    def gives_several(self, name: str) -> str | None:
        """Does a metric say that it gives several numbers, so that its column cannot be watched?

        - `name`: A column
        """
    def tried(self, name: str) -> Any:
        """What a metric class of the user's own gives for the batch in hand

        - `name`: A column
        """
    def before_epoch(self) -> None:
        """A new row"""
    def before_train(self) -> None:
        """Start the training part's sums"""
    def before_validate(self) -> None:
        """Start the validation part's sums"""
    def agreed(self, values: dict) -> dict:
        """The values as they go into the row: several processes put a method here that makes theirs the same

        - `values`: Loss and metrics of a part, by their columns
        """
    def after_train(self) -> None:
        """Take the training part's values"""
    def after_validate(self) -> None:
        """Take the validation part's values"""
    def after_cancel_train(self) -> None:
        """Note that the values are those of a part of the training set"""
    def after_cancel_validate(self) -> None:
        """Note that the values are those of a part of the validation set"""
    def after_epoch(self) -> None:
        """Keep the row, and hand it to the logger"""
    def to_df(self) -> Any:
        """The history as a table"""
    def plot_loss(self, skip_start: int = 5, with_valid: bool = True, log: bool = False, show_epochs: bool = False, ax=None) -> Any:
        """Plot the training loss (smoothed) and the validation loss of the last fit

        - `skip_start`: Leave out the first steps, whose losses dwarf the rest
        - `with_valid`: Draw the validation loss at each epoch's end?
        - `log`: Logarithmic loss axis?
        - `show_epochs`: Mark the ends of epochs?
        - `ax`: `matplotlib` axes to draw on; None: those of the current figure
        """
    def plot_sched(self, keys: Iterable | None = None, figsize: tuple | None = None) -> Any:
        """Plot the hyper-parameters that moved in the last fit

        - `keys`: Names of hyper-parameters; None: all that were scheduled
        - `figsize`: Size of the figure in inches
        """
    lr_curve: Any
    def plot_lr_find(self, skip_end: int = 5, return_fig: bool = True, suggestions: Iterable | None = None, nms: Iterable | None = None, **kwargs) -> Any:
        """Plot the losses of the last learning rate range test, with suggested learning rates

        - `skip_end`: Last points to leave out: there the loss has exploded
        - `return_fig`: Return the figure?
        - `suggestions`: Points `(lr, loss)` to mark
        - `nms`: Their names
        """

class CastToTensor(Callback):
    """Hand plain tensors to the model instead of subclasses"""
    order: float
    unique: bool
    def before_batch(self) -> None:
        """Cast `xb` and `yb`"""

def before_batch_cb(f: Callable) -> Callback:
    """Decorator: make a callback of a function that changes the batch

    - `f`: `(callback, xb, yb) -> (xb, yb)`
    """
