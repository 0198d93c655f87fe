# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from mylearner.optimizer import Adam as Adam
from mylearner.callback.progress import CSVLogger as CSVLogger
from mylearner.callback.core import Callback as Callback
from mylearner.losses import CrossEntropyLossFlat as CrossEntropyLossFlat
from mylearner.data.block import DataBlock as DataBlock
from mylearner.data.load import DataLoader as DataLoader
from mylearner.data.core import DataLoaders as DataLoaders
from mylearner.data.core import Datasets as Datasets
from mylearner.callback.tracker import EarlyStoppingCallback as EarlyStoppingCallback
from mylearner.callback.training import GradientAccumulation as GradientAccumulation
from mylearner.callback.training import GradientClip as GradientClip
from mylearner.interpret import Interpretation as Interpretation
from mylearner.learner import Learner as Learner
from mylearner.losses import MSELossFlat as MSELossFlat
from mylearner.learner import Metric as Metric
from mylearner.callback.mixup import MixUp as MixUp
from mylearner.callback.fp16 import MixedPrecision as MixedPrecision
from mylearner.optimizer import SGD as SGD
from mylearner.callback.tracker import SaveModelCallback as SaveModelCallback
from mylearner.metrics import accuracy as accuracy
from mylearner.showdoc import doc as doc
from mylearner.metrics import error_rate as error_rate
from mylearner.checkpoint import load_learner as load_learner
from mylearner.torch_core import set_seed as set_seed
__version__: str
