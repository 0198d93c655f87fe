# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from typing import Any
from mylearner.checkpoint_files import CheckpointError as CheckpointError, as_json as as_json
from mylearner.torch_core import num_distrib as num_distrib, rank_distrib as rank_distrib, to_detach as to_detach
__all__ = ['checksum', 'own_parts', 'with_own', 'by_first', 'gather_parts', 'scatter_parts']

def checksum(o) -> int:
    """A number that is almost certainly different for different values

    - `o`: Tensors, numbers, texts, and containers of them
    """

def own_parts(state: dict, first: dict | None = None) -> list:
    """The parts of a state that differ from the first process's

    - `state`: Of this process
    - `first`: Checksums of the first process's parts; None: ask it
    """

def with_own(state: dict, parts: list) -> dict:
    """The state of another process

    - `state`: Of the first process
    - `parts`: From `own_parts`, of another
    """

def by_first(f, send: bool = True) -> Any:
    """Call `f` in the first process; all get its result or its error

    - `f`: A function without arguments, run in the first process alone
    - `send`: Send the result to the others? Else they get None
    """

def gather_parts(state: dict) -> list | None:
    """All processes' own parts, in the first one

    - `state`: Of this process
    """

def scatter_parts(every: list | None) -> list:
    """This process's own parts

    - `every`: From `gather_parts`; only the first process has it
    """
