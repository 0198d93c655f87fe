# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Callable, Iterable
from mylearner.callback.core import Callback
from typing import Any, NamedTuple
from mylearner.learner import Learner as Learner, Recorder as Recorder
from mylearner.torch_core import name_after as name_after
__all__ = ['annealer', 'combine_scheds', 'combined_cos', 'plot_scheds', 'sched_cos', 'sched_exp', 'sched_lin', 'sched_no', 'sched_poly', 'SchedCos', 'SchedExp', 'SchedLin', 'SchedNo', 'SchedPoly', 'ParamScheduler', 'TorchScheduler', 'LRCurve', 'LRFinder', 'SuggestionMethod', 'minimum', 'slide', 'steep', 'valley']

def annealer(f: Callable) -> Any:
    """Decorator: make schedules of a curve

    - `f`: function of a start, an end and a position
    """

def combine_scheds(pcts: Iterable, scheds: Iterable) -> Any:
    """Schedules one after another

    - `pcts`: Each schedule's share of training; together 1
    - `scheds`: As many schedules
    """

def combined_cos(pct: float, start: float | Iterable, middle: float | Iterable, end: float | Iterable) -> Any:
    """Half a cosine wave from `start` to `middle`, another one to `end`

    - `pct`: Share of training for the first piece
    - `start`: Value at the beginning; a list gives one value for each parameter group
    - `middle`: Value where the pieces meet
    - `end`: Value at the end
    """

def plot_scheds(scheds: Callable | dict, n: int = 200, figsize: tuple | None = None, together: bool = False) -> Any:
    """Plot schedules, as they will be over the whole of a fit

    - `scheds`: A schedule, or a dict of them by name
    - `n`: Points to draw
    - `figsize`: Size of the figure in inches
    - `together`: All in one plot, with a legend?
    """

def sched_cos(start: float, end: float, pos: float) -> Any:
    """Half a cosine wave from `start` to `end`

    - `start`: value at position 0
    - `end`: value at position 1
    - `pos`: position, from 0 to 1
    """

def sched_exp(start: float, end: float, pos: float) -> Any:
    """From `start` to `end` in equal factors

    - `start`: value at position 0, not 0 and of the sign of `end`
    - `end`: value at position 1
    - `pos`: position, from 0 to 1
    """

def sched_lin(start: float, end: float, pos: float) -> Any:
    """The straight line from `start` to `end`

    - `start`: value at position 0
    - `end`: value at position 1
    - `pos`: position, from 0 to 1
    """

def sched_no(start: float, end: float, pos: float) -> Any:
    """Always `start`

    - `start`: value at every position
    - `end`: not used: here so that all curves are called alike
    - `pos`: not used either
    """

def sched_poly(start: float, end: float, pos: float, power: float) -> Any:
    """From `start` to `end` by a power of the position

    - `start`: value at position 0
    - `end`: value at position 1
    - `pos`: position, from 0 to 1
    - `power`: of the position: 1 is a straight line, 2 hesitates at the start, 0.5 at the end
    """

def SchedCos(start: float | Iterable, end: float | Iterable) -> Any:
    """Half a cosine wave from `start` to `end`

    - `start`: value at the beginning, or one for each parameter group
    - `end`: value at the end
    """

def SchedExp(start: float | Iterable, end: float | Iterable) -> Any:
    """From `start` to `end` in equal factors

    - `start`: value at the beginning, or one for each parameter group; above 0
    - `end`: value at the end; above 0
    """

def SchedLin(start: float | Iterable, end: float | Iterable) -> Any:
    """A straight line from `start` to `end`

    - `start`: value at the beginning; a list gives one value for each parameter group
    - `end`: value at the end
    """

def SchedNo(start: float | Iterable, end: float | Iterable) -> Any:
    """Always `start`

    - `start`: value at the beginning, or one for each parameter group
    - `end`: not used
    """

def SchedPoly(start: float | Iterable, end: float | Iterable, power: float) -> Any:
    """From `start` to `end` by a power of the position

    - `start`: value at the beginning, or one for each parameter group
    - `end`: value at the end
    - `power`: of the position, above 0
    """

class ParamScheduler(Callback):
    """Move hyper-parameters along schedules"""
    scheds: dict | Callable
    hps: dict
    order: float
    run_valid: bool
    purposes: tuple
    state_names: tuple
    schedule: str
    def __init__(self, scheds: dict | Callable) -> None:
        """- `scheds`: `{'lr': SchedCos(0.1, 0)}`, or a function of the optimizer that gives such a dict when a fit begins"""
    def before_fit(self) -> None:
        """Check the names, begin the records"""
    def before_batch(self) -> None:
        """Set the values of this position"""
    def after_batch(self) -> None:
        """Record the last group's values"""
    def after_fit(self) -> None:
        """Hand the records to the recorder, as lists"""
    def load_state_dict(self, sd: dict) -> None:
        """Go on with the records of another fit

        - `sd`: From `state_dict`
        """
    def before_train(self) -> None:
        """Warn, once in a fit, if the position within an epoch cannot be known"""
    def after_cancel_train(self) -> None:
        """A part that was cut short says nothing of its loader"""
    def after_train(self) -> None:
        """Warn, once in a fit, if the loader gave more or fewer batches than it said"""

class TorchScheduler(Callback):
    """Run a scheduler of `torch.optim.lr_scheduler`"""
    schedule: Any
    sched: Any
    given: Any
    step: str
    monitor: str
    order: float
    run_valid: bool
    purposes: tuple
    def __init__(self, sched, step: str = 'epoch', monitor: str = 'valid_loss') -> None:
        """- `sched`: Class, `partial` of one (`partial(StepLR, step_size=2)`), function of the optimizer, or instance
        - `step`: When it steps: after each 'epoch', or with 'batch' after each step of the optimizer
        - `monitor`: What to tell schedulers that want a value
        """
    def before_fit(self) -> None:
        """Make the scheduler, or take over the one given"""
    def after_batch(self) -> None:
        """Step as often as the optimizer did"""
    def after_train(self) -> None:
        """The same for a step that waited for the end of the epoch"""
    def before_train(self) -> None:
        """Catch up with the epochs that were skipped"""
    def after_epoch(self) -> Any:
        """Step, if it is done for each epoch"""
    def after_fit(self) -> None:
        """Leave the optimizer as it was"""
    def state_dict(self) -> dict:
        """The scheduler's state"""
    def load_state_dict(self, sd: dict) -> None:
        """Go on from a state, now or when the next fit makes the scheduler

        - `sd`: From `state_dict`
        """

class LRCurve(NamedTuple):
    lrs: Any
    losses: Any

class LRFinder(ParamScheduler):
    """Raise the learning rate from step to step, then put model and optimizer back"""
    curve: Any
    start_lr: float
    end_lr: float
    num_it: int
    stop_div: bool
    hps: dict
    purposes: tuple
    state_names: tuple
    unguarded: bool
    schedule: str
    look_every: Any
    def __init__(self, start_lr: float = 1e-07, end_lr: float = 10, num_it: int = 100, stop_div: bool = True) -> None:
        """- `start_lr`: Learning rate of the first step
        - `end_lr`: Learning rate that would follow the last step
        - `num_it`: Steps
        - `stop_div`: Stop when the loss explodes?
        """
    def before_fit(self) -> None:
        """Copy model and optimizer; start counting"""
    def before_batch(self) -> None:
        """Set the learning rate of this step"""
    def before_validate(self) -> Any:
        """There is nothing to validate"""
    def after_step(self) -> None:
        """Count, where a step takes several batches"""
    def after_batch(self) -> None:
        """Stop when the loss explodes, or after `num_it` steps"""
    def after_fit(self) -> None:
        """Keep the curve, put back what was copied"""

class SuggestionMethod:
    """The rules that `Learner.lr_find` knows, to be picked by name"""
    @staticmethod
    def Valley(lrs: list, losses: list, num_it: int) -> Any:
        """The middle of the longest way down

        - `lrs`: Learning rates, rising
        - `losses`: Loss at each of them
        - `num_it`: Steps of the test
        """
    @staticmethod
    def Slide(lrs: list, losses: list, num_it: int, lr_diff: int = 15, thresh: float = 0.005, adjust_value: float = 1.0) -> Any:
        """The left end of a window that slides down from the right until it lies on one slope

        - `lr_diff`: Width of the window, in points
        - `thresh`: Slopes this close to one another agree
        - `adjust_value`: Multiplies the result
        """
    @staticmethod
    def Minimum(lrs: list, losses: list, num_it: int) -> Any:
        """A tenth of the learning rate with the lowest loss"""
    @staticmethod
    def Steep(lrs: list, losses: list, num_it: int) -> Any:
        """Where the loss falls fastest per factor of the learning rate"""

def minimum(lrs: list, losses: list, num_it: int) -> Any:
    """A tenth of the learning rate with the lowest loss"""

def slide(lrs: list, losses: list, num_it: int, lr_diff: int = 15, thresh: float = 0.005, adjust_value: float = 1.0) -> Any:
    """The left end of a window that slides down from the right until it lies on one slope

    - `lr_diff`: Width of the window, in points
    - `thresh`: Slopes this close to one another agree
    - `adjust_value`: Multiplies the result
    """

def steep(lrs: list, losses: list, num_it: int) -> Any:
    """Where the loss falls fastest per factor of the learning rate"""

def valley(lrs: list, losses: list, num_it: int) -> Any:
    """The middle of the longest way down

    - `lrs`: Learning rates, rising
    - `losses`: Loss at each of them
    - `num_it`: Steps of the test
    """
