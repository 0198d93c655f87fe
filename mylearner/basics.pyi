# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from .imports import *
from .data.all import *
from .layers import *
from .models.xresnet import *
from .losses import *
from .optimizer import *
from .callback.core import *
from .learner import *
from .metrics import *
from .checkpoint import *
from .interpret import *
from .callback.schedule import *
from .callback.progress import *
from .showdoc import doc as doc
