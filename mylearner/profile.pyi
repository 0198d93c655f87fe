# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from mylearner.callback.compile import TorchCompile as TorchCompile
from mylearner.callback.core import Callback as Callback, CancelTrainException as CancelTrainException, CancelValidException as CancelValidException, event as event
from mylearner.callback.fp16 import MixedPrecision as MixedPrecision
from mylearner.check import Profiler as Profiler, Profile as Profile
from mylearner.keywords import suggests_names as suggests_names
from mylearner.learner import Learner as Learner, replacing_yield as replacing_yield
from mylearner.torch_core import device_of as device_of, n_rows as n_rows, to_device as to_device
__all__ = ['Profiler', 'Profile']
