# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any, BinaryIO, Self
from mylearner.checkpoint import whole_file as whole_file
from mylearner.keywords import users_line as users_line
__all__ = ['FORMAT', 'VERSION', 'FILES', 'as_json', 'from_json', 'write_tensors', 'not_kept', 'checkpoint_contents', 'write_contents', 'write_checkpoint', 'CheckpointError', 'read_manifest', 'check_checkpoint', 'read_checkpoint', 'list_checkpoints', 'newest_checkpoint', 'compare_manifests', 'FolderLock', 'remove_litter']

def as_json(o, where: str = '') -> tuple:
    """Split `o` into JSON and tensors

    - `o`: Tensors, numbers, texts, arrays, random generators, and containers of them
    - `where`: What to call `o` in errors, and the beginning of the tensors' names
    """

def from_json(o, tensors: dict) -> Any:
    """Join what `as_json` had split

    - `o`: From `as_json`, perhaps written and read in between
    - `tensors`: The tensors that belong to it
    """

def write_tensors(f: BinaryIO, tensors: dict) -> None:
    """Write `tensors` in the safetensors format

    - `f`: A binary file that is open for writing
    - `tensors`: Names and tensors
    """

def not_kept(o, where: str = '') -> str | None:
    """Why a checkpoint cannot hold `o`

    - `o`: Any value
    - `where`: What to call it
    """

FORMAT: str

VERSION: int

FILES: tuple

def checkpoint_contents(model: dict, training) -> dict:
    """Split a state into the files of a checkpoint

    - `model`: The model's state: names and tensors
    - `training`: All else, as `as_json` takes it
    """

def write_contents(path: Path, contents: dict, stop: Event | None = None, **info) -> dict:
    """Write a checkpoint that is whole or not there

    - `path`: Folder to make
    - `contents`: From `checkpoint_contents`
    - `stop`: Once it is set, writing ends with an error
    """

def write_checkpoint(path: Path, model: dict, training, **info) -> dict:
    """Split a state and write it: a checkpoint that is whole or not there

    - `path`: Folder to make
    - `model`: The model's state: names and tensors
    - `training`: All else, as `as_json` takes it
    """

class CheckpointError(ValueError):
    """A checkpoint that cannot be used, or a folder that cannot"""
    is_later: bool

def read_manifest(path: Path) -> dict:
    """The manifest of a checkpoint, or an error that says what is wrong with it

    - `path`: Folder of a checkpoint
    """

def check_checkpoint(path: Path) -> dict:
    """Compare all files of a checkpoint with the manifest

    - `path`: Folder of a checkpoint
    """

def read_checkpoint(path: Path) -> tuple:
    """Check a checkpoint, then read it; nothing in it is executed

    - `path`: Folder of a checkpoint
    """

def list_checkpoints(folder: Path) -> list:
    """The checkpoints in `folder`, whole or damaged

    - `folder`: Where checkpoints are written to
    """

def newest_checkpoint(folder: Path, wanted: Callable = ..., paths: list | None = None) -> Any:
    """The newest checkpoint in `folder` that is whole; damaged ones are named in a warning, one of a later version raises

    - `folder`: Where checkpoints are written to
    - `wanted`: Which ones count, by manifest
    - `paths`: Where to look, the newest last; None: at all that are in `folder`
    """

def compare_manifests(a: dict | str | Path, b: dict | str | Path) -> dict:
    """Where two manifests differ, apart from the names and sizes of files

    - `a`: A manifest, or the folder of a checkpoint
    - `b`: Another
    """

class FolderLock:
    """A file that says who writes to a folder"""
    path: Any
    token: Any
    beat: float
    stale: float
    def __init__(self, folder: Path) -> None:
        """- `folder`: Exists"""
    def holder(self) -> dict | None:
        """Who holds the lock and is alive, or None"""
    def acquire(self) -> Self:
        """Take the lock, or raise an error that says who has it"""
    def check(self) -> None:
        """Raise if the lock is not ours any more"""
    def release(self) -> None:
        """Give the lock back"""

def remove_litter(folder: Path) -> list:
    """Remove what dead processes had begun to write

    - `folder`: A folder whose lock we hold
    """
