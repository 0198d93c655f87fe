# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Callable
import torch
from typing import Any
from mylearner.torch_core import apply as apply
__all__ = ['Tape', 'CudaGraph']

class Tape:
    """Tensor operations, recorded to be repeated on the same memory"""
    ops: list
    was: Any
    def __init__(self, device: str | torch.device | None = None) -> None: ...
    def record(self, f: Callable, pool=None) -> None:
        """Note what `f` does to tensors, without doing it

        - `f`: A function without arguments
        - `pool`: For graphs that share their memory; a tape needs none
        """
    def plain(self, f: Callable) -> None:
        """A step before recording

        - `f`: A function without arguments
        """
    def replay(self) -> None:
        """Repeat what was recorded"""

class CudaGraph:
    """A CUDA graph"""
    stream: Any
    g: Any
    checks: bool
    streams: dict
    def __init__(self, device: str | torch.device | None = None, checks: bool = True) -> None:
        """- `device`: The CUDA device
        - `checks`: Look at each operation while recording? (compiled code would run as if it were not compiled)
        """
    def plain(self, f: Callable) -> None:
        """A step before recording, on the stream that recording uses

        - `f`: A function without arguments
        """
    def replay(self) -> None:
        """Let the device do what was recorded"""
    def record(self, f: Callable, pool=None) -> None:
        """Note what `f` does on the device, without doing it

        - `f`: A function without arguments
        - `pool`: Memory that several graphs share
        """
