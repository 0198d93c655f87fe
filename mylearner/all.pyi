# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from .basics import *
from .callback.all import *
from .distributed import *
from .check import *
from .history import History as History
from .nonfinite import *
