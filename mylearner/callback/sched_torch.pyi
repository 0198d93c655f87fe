# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from mylearner.callback.core import Callback as Callback
from mylearner.callback.sched_fit import no_length as no_length
from mylearner.callback.schedule import TorchScheduler as TorchScheduler
from mylearner.keywords import suggests_names as suggests_names, users_line as users_line
from mylearner.torch_core import nearest as nearest
__all__ = ['TorchScheduler']
