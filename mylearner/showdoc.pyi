# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from typing import Any
__all__ = ['Documentation', 'doc']

class Documentation:
    """What `doc` shows: text in a terminal, a table in a notebook"""
    rows: Any
    methods: list
    name: Any
    about: Any
    def __init__(self, o) -> None:
        """- `o`: A function, method, property or class; any other object stands for its class"""
    @property
    def call(self) -> Any:
        """The call without types: `fit(n_epoch, lr=None)`"""

def doc(o) -> Any:
    """Show what `o` does and what each of its arguments means

    - `o`: A function, method, property or class; any other object stands for its class
    """
