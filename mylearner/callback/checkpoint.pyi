# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any
from mylearner.background_writer import BackgroundWriter as BackgroundWriter, copied_contents as copied_contents
from mylearner.callback.core import Callback as Callback, CancelException as CancelException, CancelFitException as CancelFitException, cancel_exceptions as cancel_exceptions, cannot_write as cannot_write
from mylearner.callback.guard import NonFiniteError as NonFiniteError
from mylearner.callback.tracker import greater_is_better as greater_is_better, guess_greater as guess_greater
from mylearner.checkpoint import whole_file as whole_file
from mylearner.checkpoint_files import CheckpointError as CheckpointError, FolderLock as FolderLock, checkpoint_contents as checkpoint_contents, list_checkpoints as list_checkpoints, newest_checkpoint as newest_checkpoint, read_checkpoint as read_checkpoint, read_manifest as read_manifest, remove_litter as remove_litter, write_contents as write_contents
from mylearner.data.loader import DataLoader as DataLoader
from mylearner.keywords import suggests_names as suggests_names, users_line as users_line
from mylearner.learner import Learner as Learner
from mylearner.learner_state import at_start as at_start, changed_settings as changed_settings, describe_fit as describe_fit, learner_state as learner_state, load_learner_state as load_learner_state, new_weights as new_weights, only_moved as only_moved, random_state as random_state, set_random_state as set_random_state, unkept as unkept
from mylearner.loader_place import keep_workers as keep_workers, kept_workers as kept_workers, loader_doubt as loader_doubt, loader_state as loader_state, rest_of_pass as rest_of_pass
from mylearner.process_state import by_first as by_first, gather_parts as gather_parts, scatter_parts as scatter_parts, with_own as with_own
from mylearner.stop_signals import StopSignals as StopSignals, TrainingInterrupted as TrainingInterrupted
from mylearner.torch_core import nearest as nearest, num_distrib as num_distrib, rank_distrib as rank_distrib
__all__ = ['CheckpointCallback', 'ResumePoint', 'CheckpointError', 'TrainingInterrupted']

class CheckpointCallback(Callback):
    """Write checkpoints while training, from which `fit(…, resume=True)` continues exactly"""
    n_saved: Any
    last: Any
    on_save_error: str
    signals: bool
    overwrite: bool
    path: str | Path | None
    every: str
    keep: int
    best: str | None
    keep_best: int
    order: float
    unique: bool
    purposes: tuple
    remove_on_fetch: bool
    state_names: tuple
    background: bool
    resumes: bool
    resuming: bool
    def __init__(self, path: str | Path | None = None, every: str = '1e', keep: int = 2, best: str | None = None, keep_best: int = 1, on_save_error: str = 'raise', signals: bool = True, overwrite: bool = False, background: bool = False) -> None:
        """- `path`: Folder for checkpoints; None: `checkpoints` within `learn.path/learn.model_dir`
        - `every`: How often: epochs ('1e'), batches ('500b') or time ('30s', '10m', '1h'); a fit's end is always written
        - `keep`: Newest checkpoints to keep; the last one of each fit stays too
        - `best`: Column of the recorder; the checkpoints with its best values are kept
        - `keep_best`: How many of these
        - `on_save_error`: 'raise' stops the fit when a checkpoint cannot be written, 'warn' goes on
        - `signals`: Write a checkpoint when the process is told to stop?
        - `overwrite`: May a fit without `resume` begin in a folder with checkpoints of an earlier run?
        - `background`: Write while training goes on? Takes memory for a copy of the state
        """
    @property
    def folder(self) -> Path:
        """Where the checkpoints are; a relative path means what it meant when training began"""
    @property
    def checkpoints(self) -> list:
        """The folders of the checkpoints, the newest last"""
    def needs(self) -> list:
        """A folder to write to"""
    def taking_folder(self, resume: bool) -> AbstractContextManager[None]:
        """Lock the folder for a fit; raises before anything is changed if it cannot be used

        - `resume`: Go on with what is there?
        """
    def before_fit(self) -> None:
        """Watch for signals, begin to count"""
    def after_fit(self) -> None:
        """Wait for what is being written; signals as they were"""
    def place_after(self, part: str) -> dict:
        """Where the fit stands

        - `part`: What is done: a batch of 'train' or 'validate', an 'epoch', or a fit that was 'cancelled'
        """
    def before_train(self) -> None:
        """Note how the pass begins"""
    def before_validate(self) -> None:
        """Note how the pass begins"""
    def ranking(self) -> list:
        """The best checkpoints of this folder, by column `best`"""
    def save(self, part: str = 'epoch', wait: bool = False) -> Path:
        """Write a checkpoint of the fit that is running

        - `part`: What is done: a batch of 'train' or 'validate', an 'epoch', or a fit that was 'cancelled'
        - `wait`: Return only when it is on the disk? Without `background` it always is then
        """
    def after_batch(self) -> None:
        """Save if it is time, or if the process is told to stop; raise what the background has to say"""
    @property
    def asks(self) -> float:
        """This process's request to stop or save, as a number that processes add up"""
    def after_epoch(self) -> None:
        """Save if it is time, if this is one of the best epochs, or the last"""
    def after_cancel_fit(self) -> None:
        """Save the end of a fit that was cancelled, unless its last epoch was"""
    @property
    def has_later(self) -> bool:
        """Has a later fit of this script a whole checkpoint?"""

class ResumePoint:
    """Where a fit resumes: a checkpoint that was read, and what the loop has to skip"""
    in_pass: bool
    learn: Learner
    path: Path
    manifest: dict
    model: Any
    training: dict
    def __init__(self, learn: Learner, path: Path, manifest: dict, model: dict, training: dict) -> None:
        """- `path`: The checkpoint
        - `training`: What was in it
        """
    def is_here(self) -> Any:
        """Is the pass that begins now the one that was cut?"""
    def restore(self) -> None:
        """Put back everything but random numbers"""
    def first_epoch(self) -> int:
        """The epoch to go on with; between epochs the state is put back here"""
    def batches(self) -> Any:
        """In the middle of a pass the state is put back here; then come the batches that were still to come"""
