# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Callable, Iterable
from mylearner.callback.channelslast import ChannelsLast
from mylearner.callback.checkpoint import CheckpointCallback
from mylearner.callback.compile import TorchCompile
from mylearner.callback.core import Callback as _Callback, FetchPredsCallback, GatherPredsCallback, OptimizerModes, TrainEvalCallback
from mylearner.callback.data import CollectDataCallback
from mylearner.callback.ema import EMA, SWA, WeightAverage
from mylearner.callback.fp16 import MixedPrecision, ModelToHalf, NonNativeMixedPrecision
from mylearner.callback.graph import StepGraph
from mylearner.callback.guard import NonFiniteGuard
from mylearner.callback.hook import ActivationStats, HookCallback
from mylearner.callback.mixup import MixHandler
from mylearner.callback.preds import MCDropoutCallback
from mylearner.callback.progress import CSVLogger, ProgressCallback, ShowGraphCallback
from mylearner.callback.rnn import ModelResetter, RNNCallback, RNNRegularizer
from mylearner.callback.schedule import LRFinder, ParamScheduler, TorchScheduler
from mylearner.callback.set import Callbacks
from mylearner.callback.tracker import EarlyStoppingCallback, ReduceLROnPlateau, SaveModelCallback, TerminateOnNaNCallback, TrackerCallback
from mylearner.callback.training import BnFreeze, GradientAccumulation, GradientClip, ShortEpochCallback
from mylearner.check import Profiler
from mylearner.data.core import DataLoaders
from mylearner.distributed import DistributedTrainer, ParallelTrainer
from mylearner.learner import CastToTensor, Learner as _Learner, Recorder, SkipToEpoch
from pathlib import Path
import torch
import torch.nn
import torch.optim
from typing import Any, Self
from mylearner.callback.core import CancelBackwardException as CancelBackwardException, CancelEpochException as CancelEpochException, CancelBatchException as CancelBatchException, CancelFitException as CancelFitException, CancelStepException as CancelStepException, CancelTrainException as CancelTrainException, CancelValidException as CancelValidException, short_name as short_name, snake_name as snake_name
from mylearner.learner import Metric as Metric
from mylearner.losses import mean_over as mean_over
from mylearner.metric import batch_count as batch_count, weighed as weighed
from mylearner.optimizer import Adam as Adam, Optimizer as Optimizer
from mylearner.torch_core import norm_types as norm_types
__all__ = ['StartOptEnd', 'AnnealFunc', 'MetricFuncList', 'PBar', 'SmoothenValue', 'annealing_no', 'annealing_linear', 'annealing_exp', 'annealing_cos', 'do_annealing_poly', 'annealing_poly', 'Stepper', 'Callback', 'LearnerCallback', 'CallbackHandler', 'V1Callback', 'Learner', 'AverageMetric', 'V1Metric', 'OptimWrapper', 'TrainingPhase']

class SmoothenValue:
    """Moving average of a value, not biased towards its start"""
    beta: float
    n: Any
    mov_avg: Any
    smooth: Any
    def __init__(self, beta: float) -> None:
        """- `beta`: Weight of the past, in [0,1)"""
    def add_value(self, val: float) -> None:
        """Move towards `val`; the average is in `smooth`

        - `val`: The next value
        """

def annealing_no(start: float, end: float, pct: float) -> Any:
    """Stay at `start`"""

def annealing_linear(start: float, end: float, pct: float) -> Any:
    """In a straight line"""

def annealing_exp(start: float, end: float, pct: float) -> Any:
    """By equal factors; both ends must have the same sign"""

def annealing_cos(start: float, end: float, pct: float) -> Any:
    """Along half a cosine: slow, fast, slow"""

def do_annealing_poly(start: float, end: float, pct: float, degree: float) -> Any:
    """Along `(1-pct)**degree`

    - `degree`: Of the polynomial: 1 is a straight line, more falls sooner, less later
    """

def annealing_poly(degree: float) -> Any:
    """`do_annealing_poly` with this degree

    - `degree`: Of the polynomial
    """

StartOptEnd: Any

AnnealFunc: Callable[..., Any]

MetricFuncList: Callable[..., Any]

PBar = object

class Stepper:
    """Walk from a start to an end value in `n_iter` steps"""
    func: Any
    n_iter: int
    n: Any
    start: Any
    end: Any
    def __init__(self, vals: float | tuple[float, float], n_iter: int, func: Callable[[float, float, float], float] | None = None) -> None:
        """- `vals`: `(start, end)`, or a start alone (the end is then 0)
        - `n_iter`: Steps to the end
        - `func`: Curve; None: straight for a pair, constant for one number
        """
    def step(self) -> float:
        """One step"""
    @property
    def is_done(self) -> bool:
        """Was the last step taken?"""

class Callback:
    """Base of version 1 callbacks: subclasses define some of the `on_…` methods"""
    learn: Learner
    order: float
    purposes: Any
    name: str
    xb: tuple
    yb: tuple
    state_names: Any
    inner: Any
    def on_train_begin(self, **kwargs) -> None:
        """Training begins; the optimizer is there"""
    def on_epoch_begin(self, **kwargs) -> None:
        """An epoch begins"""
    def on_batch_begin(self, **kwargs) -> None:
        """A batch is there; may return `(input, target)` to replace it"""
    def on_loss_begin(self, **kwargs) -> None:
        """The output is there; may return another one"""
    def on_backward_begin(self, **kwargs) -> None:
        """The loss is there; may return another one for the gradients"""
    def on_backward_end(self, **kwargs) -> None:
        """Gradients are there"""
    def on_step_end(self, **kwargs) -> None:
        """The step was taken, gradients are still there"""
    def on_batch_end(self, **kwargs) -> None:
        """The batch is done; returning true ends this part of the epoch"""
    def on_epoch_end(self, **kwargs) -> None:
        """The epoch is done; returning true ends training"""
    def on_train_end(self, **kwargs) -> None:
        """Training is over; `exception` is the error that ended it, or False"""
    @classmethod
    def make(cls, learn) -> Any:
        """One of these for `learn`: given to the constructor where that asks for it"""
    def as_callback(self, learn) -> V1Callback: ...

class LearnerCallback(Callback):
    """A callback that knows its learner"""
    def __init__(self, learn: object) -> None: ...

class CallbackHandler:
    """Call each stage on all callbacks, with the state as keyword arguments"""
    state_dict: Any
    callbacks: list
    metrics: Any
    smoothener: SmoothenValue
    def __init__(self, callbacks=None, metrics=None, beta: float = 0.98) -> None:
        """- `callbacks`: Version 1 callbacks
        - `metrics`: Kept for callbacks that ask
        - `beta`: For the smoothed loss
        """
    def on_train_begin(self, epochs: int, pbar=None, metrics=None) -> None:
        """Begin"""
    def on_epoch_begin(self) -> None:
        """A new epoch"""
    def on_batch_begin(self, xb: torch.Tensor, yb: torch.Tensor, train: bool = True) -> tuple:
        """A new batch

        - `train`: Input and target to go on with
        """
    def on_loss_begin(self, out) -> Any:
        """The model's output is there

        - `out`: Output to go on with
        """
    def on_backward_begin(self, loss: torch.Tensor) -> Any:
        """The loss is there

        - `loss`: Loss for the gradients
        """
    def on_backward_end(self) -> None:
        """Gradients are there"""
    def on_step_end(self) -> None:
        """The step was taken"""
    def on_batch_end(self, loss=None) -> bool:
        """The batch is done

        - `loss`: Stop this part of the epoch?
        """
    def on_epoch_end(self, val_metrics=None) -> bool:
        """The epoch is done

        - `val_metrics`: Stop training?
        """
    def on_train_end(self, exception=False) -> None:
        """Training is over; `exception` is False or the error"""

class V1Callback(_Callback):
    """Speaks for a version 1 callback on today's loop"""
    inner: Any
    order: Any
    purposes: tuple
    def __init__(self, cb) -> None:
        """- `cb`: A version 1 callback"""
    def handler(self, ev: str) -> Any: ...
    @property
    def name(self) -> Any: ...
    def before_fit(self) -> None:
        """`on_train_begin`"""
    def before_epoch(self) -> None:
        """`on_epoch_begin`, unless `on_train_begin` asked to start later"""
    def after_fit(self) -> None:
        """`on_train_end`, always; then let go of the last batch"""
    def before_batch(self) -> None:
        """`on_batch_begin`: what it returns becomes the batch"""
    def after_pred(self) -> None:
        """`on_loss_begin`: what it returns becomes the prediction"""
    def after_loss(self) -> None:
        """`on_backward_begin`: what it returns is what gradients are made of"""
    def before_backward(self) -> None:
        """Skip the backward pass if `on_backward_begin` asked for that"""
    def before_step(self) -> None:
        """`on_backward_end`"""
    def after_step(self) -> None:
        """`on_step_end`"""
    def after_batch(self) -> None:
        """`on_batch_end`: true ends this part of the epoch"""
    def after_epoch(self) -> None:
        """`on_epoch_end`: true ends training"""

class Learner(_Learner):
    """A `Learner` with the constructor of version 1"""
    dls: DataLoaders
    model: torch.nn.Module
    opt: Optimizer
    opt_func: Callable[..., Any]
    loss_func: Callable[..., Any]
    splitter: Callable[..., Any]
    path: Path
    model_dir: str | Path
    lr: Any
    wd: float | None
    moms: tuple
    wd_bn_bias: bool
    train_bn: bool
    default_cbs: bool
    cbs: Callbacks
    xb: tuple[Any, ...]
    yb: tuple[Any, ...]
    pred: Any
    grad_scale: Any
    dl: Any
    shared: Any
    mean_over: Any
    whole: Any
    row_mean: Any
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
    recorder: Recorder
    def __init__(self, data, model: torch.nn.Module, opt_func: Callable = Adam, loss_func: Callable | None = None, metrics=None, true_wd: bool = True, bn_wd: bool = True, wd: float | None = 0.01, train_bn: bool = True, path: str | Path | None = None, model_dir: str | Path = 'models', callback_fns: Callable | Iterable | None = None, callbacks=None, layer_groups: Iterable | None = None, **kwargs) -> None:
        """- `data`: Loaders, the `dls` of today's `Learner`
        - `true_wd`: Decoupled weight decay rather than an L2 penalty?
        - `bn_wd`: Decay batch norm and biases too?
        - `wd`: Weight decay
        - `train_bn`: Go on training batch norm in frozen layers?
        - `callback_fns`: Functions `learn -> callback`
        - `callbacks`: Callbacks, of either kind
        - `layer_groups`: Modules that make a parameter group each
        """
    def fit(self, epochs: int, lr=None, wd=None, callbacks=None, **kwargs) -> Any:
        """Train for `epochs`"""
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

class AverageMetric(Callback):
    """Mean of `func` over all rows of a validation, or over what else `func` takes its mean over"""
    func: Callable
    name: Any
    val: Any
    count: Any
    metric: Any
    def __init__(self, func: Callable) -> None:
        """- `func`: `(output, target) -> number`"""
    def on_epoch_begin(self, **kwargs) -> None:
        """Nothing seen yet"""
    def on_batch_end(self, last_output: torch.Tensor, last_target: torch.Tensor, train: bool = False, **kwargs) -> None:
        """Add a validation batch"""
    def on_epoch_end(self, **kwargs) -> None:
        """Divide; the result is in `metric`"""
    def new_metric(self) -> V1Metric: ...

class V1Metric(Metric):
    """A version 1 metric as one of today's"""
    m: Any
    def __init__(self, m) -> None:
        """- `m`: With `on_epoch_begin`, `on_batch_end`, `on_epoch_end` and the result in `metric`"""
    def reset(self) -> None: ...
    def accumulate(self, learn) -> None: ...
    @property
    def value(self) -> Any: ...

class OptimWrapper:
    """One interface for the hyper-parameters of any `torch.optim` optimizer"""
    opt_keys: list
    opt: torch.optim.Optimizer
    true_wd: bool
    bn_wd: bool
    def __init__(self, opt: torch.optim.Optimizer, wd: float | Iterable = 0.0, true_wd: bool = False, bn_wd: bool = True) -> None:
        """- `opt`: A `torch.optim` optimizer with two groups for each layer group: weights, and batch norm with biases
        - `wd`: Weight decay: a number, or one for each layer group
        - `true_wd`: Shrink weights directly, rather than by a penalty in the gradient?
        - `bn_wd`: Also batch norm and biases?
        """
    @property
    def n_groups(self) -> Any: ...
    def read_val(self, key: str) -> Any:
        """Read a hyper-parameter

        - `key`: As the optimizer calls it
        """
    def read_defaults(self) -> None:
        """Take over the values of the optimizer"""
    def set_val(self, key: str, val, bn_groups: bool = True) -> Any:
        """Set a hyper-parameter

        - `key`: As the optimizer calls it
        - `val`: One value for each layer group, or a pair of such lists
        - `bn_groups`: For batch norm and biases too?
        """
    @property
    def lr(self) -> Any:
        """Learning rate of the last layer group"""
    @lr.setter
    def lr(self, value: Any) -> None: ...
    @property
    def mom(self) -> Any:
        """Momentum, or the first beta"""
    @mom.setter
    def mom(self, value: Any) -> None: ...
    @property
    def beta(self) -> Any:
        """The second beta, or alpha"""
    @beta.setter
    def beta(self, value: Any) -> None: ...
    @property
    def wd(self) -> Any:
        """Weight decay"""
    @wd.setter
    def wd(self, value: Any) -> None: ...
    @classmethod
    def create(cls, opt_func: Callable, lr: float | Iterable, layer_groups: Iterable, wd: float | Iterable = 0.0, true_wd: bool = False, bn_wd: bool = True) -> Any:
        """Make an optimizer for layer groups

        - `opt_func`: A `torch.optim` class or `partial`
        - `lr`: A number, or one for each layer group
        - `layer_groups`: Modules (or lists of modules), a group each
        """
    def step(self) -> None:
        """Shrink the weights if `true_wd`, and step"""
    def zero_grad(self) -> None:
        """Clear gradients"""

class TrainingPhase:
    """A stretch of training with a schedule for each hyper-parameter"""
    length: int
    scheds: dict
    def __init__(self, length: int) -> None:
        """- `length`: Steps"""
    def schedule_hp(self, name: str, vals: float | tuple[float, float], anneal: Callable[[float, float, float], float] | None = None) -> Self:
        """Move `name` along `vals` during this phase

        - `name`: Hyper-parameter: `lr`, `mom`, …
        - `vals`: Start (and end)
        - `anneal`: Curve between them
        """
