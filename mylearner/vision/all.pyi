# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from PIL import Image as Image
from ..all import *
from .core import *
from .utils import *
from .boxes import *
from .augment import *
from .data import *
from .learner import *
from .models.unet import *
