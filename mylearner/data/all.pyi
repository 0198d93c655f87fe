# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from ..imports import *
from ..torch_core import *
from ..transform import *
from .load import *
from .core import *
from .transforms import *
from .block import *
from .external import *
from ..datasets import *
from ..layers import *
from ..losses import *
