# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from mylearner.callback.core import CancelFitException as CancelFitException, CancelValidException as CancelValidException
from mylearner.callback.schedule import SchedExp as SchedExp, ParamScheduler as ParamScheduler, LRCurve as LRCurve, LRFinder as LRFinder, valley as valley, minimum as minimum, steep as steep, slide as slide, SuggestionMethod as SuggestionMethod
from mylearner.groups import whole_number as whole_number
from mylearner.keywords import suggests_names as suggests_names, users_line as users_line
from mylearner.learner import Learner as Learner, Recorder as Recorder
from mylearner.snapshot import keep_generators as keep_generators, keep_opts as keep_opts, keep_places as keep_places, keep_weights as keep_weights
from mylearner.torch_core import apply as apply
__all__ = ['LRCurve', 'LRFinder', 'valley', 'minimum', 'steep', 'slide', 'SuggestionMethod']
