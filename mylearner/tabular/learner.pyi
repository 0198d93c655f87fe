# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Callable, Iterable
from mylearner.callback.core import Callback
from mylearner.learner import Metric
from mylearner.optimizer import Adam
from mylearner.torch_core import trainable_params
from pathlib import Path
import torch.optim
from mylearner.data.core import DataLoaders as DataLoaders
from mylearner.data.transforms import get_c as get_c
from mylearner.keywords import suggests_names as suggests_names, unknown_argument as unknown_argument
from mylearner.learner import Learner as Learner
from mylearner.losses import ScaledMSELoss as ScaledMSELoss
from mylearner.tabular.model import TabularModel as TabularModel, get_emb_sz as get_emb_sz, tabular_config as tabular_config
__all__ = ['TabularLearner', 'tabular_learner']

class TabularLearner(Learner):
    """A `Learner` for tables, whose `predict` takes a row"""
    def predict(self, row, rm_type_tfms: int | None = None, with_input: bool = False) -> tuple:
        """Prediction for one row

        - `row`: A `Series`, a dict, a named tuple, or a frame of one row
        - `rm_type_tfms`: Not used: tables have no such transforms
        - `with_input`: Not used: the row is part of the result
        """

def tabular_learner(dls: DataLoaders, layers: list | None = None, emb_szs: dict | None = None, config: dict | None = None, n_out: int | None = None, y_range: tuple | None = None, *, scale_y: bool = True, loss_func: Callable | None = None, opt_func: Callable | torch.optim.Optimizer = Adam, lr: float | slice = 0.001, splitter: Callable = trainable_params, cbs: Callback | type | Iterable | None = None, metrics: Callable | Metric | Iterable | None = None, path: str | Path | None = None, model_dir: str | Path = 'models', wd: float | None = None, wd_bn_bias: bool = False, train_bn: bool = True, moms: tuple = (0.95, 0.85, 0.95), default_cbs: bool = True, graph: bool = False) -> TabularLearner:
    """A learner with a `TabularModel` for the table in `dls`

    - `dls`: `TabularDataLoaders`, or loaders of a `TabularPandas`
    - `layers`: Sizes of the hidden layers; None: `[200,100]`
    - `emb_szs`: Lengths of embeddings, by column; None: `emb_sz_rule` for each
    - `config`: Options for the model, from `tabular_config`
    - `n_out`: Number of outputs; None: what the target asks for
    - `y_range`: Lowest and highest output, for a sigmoid at the end
    - `scale_y`: Scale a target that is a number, inside the model? Not with `y_range`
    - `loss_func`: None: `ScaledMSELoss` for a scaled target, else the loss that fits it
    - `opt_func`: `(params, lr) -> optimizer`: ours, or any `torch.optim` class, `partial` or instance
    - `lr`: Default learning rate; a slice spreads it over the parameter groups
    - `splitter`: model -> list of parameters, or list of lists, one for each group
    - `cbs`: Callbacks (objects or classes), one or several
    - `metrics`: Functions `(preds, targets) -> number` or `Metric`s, one or several
    - `path`: Folder for what the learner writes; None: the one of `dls`
    - `model_dir`: Folder for weights, within `path`
    - `wd`: Default weight decay; None: what the optimizer comes with
    - `wd_bn_bias`: Decay normalisation layers and biases too?
    - `train_bn`: Go on training normalisation layers in frozen groups?
    - `moms`: Momentums at the start, the middle and the end of `fit_one_cycle`
    - `default_cbs`: Add the callbacks in `defaults.callbacks`?
    - `graph`: On a GPU, record steps as CUDA graphs? (`learn.graph()`)
    """
