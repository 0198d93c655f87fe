# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from .core import *
from .schedule import *
from .hook import *
from .progress import *
from .guard import *
from .tracker import *
from .checkpoint import *
from .fp16 import *
from .training import *
from .data import *
from .preds import *
from .channelslast import *
from .mixup import *
from .rnn import *
from .compile import *
from .graph import *
from .ema import *
