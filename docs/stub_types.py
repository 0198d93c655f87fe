"""What type checkers should know and neither a signature nor the source says; `stubs` reads it.

Types are text, looked up in `mylearner.all`, `typing` and here."""
from collections.abc import Callable, Iterator   # noqa: F401 (types below are text)
from contextlib import AbstractContextManager    # noqa: F401
from pathlib import Path                         # noqa: F401
from typing import Any, Literal, Self            # noqa: F401

import torch                                     # noqa: F401
from torch import Tensor, nn                     # noqa: F401

from mylearner.callback.set import Callbacks     # noqa: F401
from mylearner.history import History            # noqa: F401

# Attributes that are set by tables, by `setattr`, or to None until a fit starts.
# Those of `Learner` are what a callback reads as `self.xb`, `self.epoch`, …
attributes = {
    'Learner.dls': 'DataLoaders', 'Learner.model': 'nn.Module', 'Learner.opt': 'Optimizer', 'Learner.opt_func': 'Callable[..., Any]',
    'Learner.loss_func': 'Callable[..., Any]', 'Learner.splitter': 'Callable[..., Any]', 'Learner.path': 'Path', 'Learner.model_dir': 'str | Path',
    'Learner.lr': 'Any', 'Learner.wd': 'float | None', 'Learner.moms': 'tuple', 'Learner.wd_bn_bias': 'bool', 'Learner.train_bn': 'bool',
    'Learner.default_cbs': 'bool', 'Learner.cbs': 'Callbacks', 'Learner.metrics': 'Any',
    'Learner.xb': 'tuple[Any, ...]', 'Learner.yb': 'tuple[Any, ...]', 'Learner.x': 'Any', 'Learner.y': 'Any', 'Learner.pred': 'Any',
    'Learner.loss': 'Tensor', 'Learner.loss_grad': 'Tensor', 'Learner.grad_scale': 'Any', 'Learner.dl': 'Any', 'Learner.shared': 'Any',
    'Learner.mean_over': 'Any', 'Learner.whole': 'Any', 'Learner.row_mean': 'Any', 'Learner.data': 'DataLoaders', 'Learner.dbunch': 'DataLoaders',
    'Learner.n_epoch': 'int', 'Learner.epoch': 'int', 'Learner.iter': 'int', 'Learner.n_iter': 'Any', 'Learner.train_iter': 'int',
    'Learner.pct_train': 'float', 'Learner.training': 'bool', 'Learner.purpose': 'str', 'Learner.exception': 'BaseException | None',
    'Learner.final_record': 'Any', 'Learner.logger': 'Callable[..., Any]', 'Learner.create_mbar': 'bool', 'Learner.silent': 'bool',
    'Learner.recorder': 'Recorder', 'Learner.history': 'History',
    # What `DataLoaders` read of their first loader and its data
    'DataLoaders.bs': 'int', 'DataLoaders.batch_size': 'int', 'DataLoaders.n': 'int', 'DataLoaders.vocab': 'Any', 'DataLoaders.c': 'Any',
    'DataLoaders.dataset': 'Any', 'DataLoaders.after_item': 'Any', 'DataLoaders.before_batch': 'Any', 'DataLoaders.after_batch': 'Any',
    'DataLoaders.num_workers': 'int',
    'Callback.learn': 'Learner', 'Callback.order': 'float', 'Callback.purposes': 'Any', 'Callback.name': 'str',
    'Callback.xb': 'tuple', 'Callback.yb': 'tuple', 'Callback.state_names': 'Any', 'Callback.inner': 'Any',
}

# Names that a callback of your own often gives to something else: known there, of any type.
own_names = {'path', 'model_dir', 'lr', 'wd', 'moms', 'metrics', 'splitter', 'opt_func', 'loss_func', 'logger', 'silent', 'data', 'wd_bn_bias', 'train_bn',
    'default_cbs', 'purpose'}

# Functions that raise for whatever is in the `**kwargs` they are given.
refusing = {'_refuse_unknown'}

# Classes whose `__getattr__` stays out of the stubs: what they have is listed, so that a misspelling is seen.
closed = {'Learner', 'Callback', 'DataLoaders'}

# Results that depend on an argument: the arguments that matter, the type for each combination of their values, and
# arguments with which anything may come back (left to a last definition that takes them all).
def _preds(with_input, with_decoded, with_loss):
    return f"tuple[{', '.join(['Any']*with_input + ['Tensor', 'Tensor'] + ['Tensor']*with_decoded + ['Tensor']*with_loss)}]"

overloads = {
    'Learner.get_preds': (['with_input', 'with_decoded', 'with_loss'], _preds, {'save_preds', 'save_targs', 'with_preds', 'with_targs', 'pickle_protocol'}),
    'Learner.predict': (['with_input'], lambda with_input: f"tuple[{'Any, '*with_input}Any, Any, Tensor]", set()),
}

# What functions give back, where the page does not say
returns = {'Learner.validate': 'list[float]', 'Learner.remove_cb': 'Self'}

# mypy does not look into fastcore, so that it would miss what stars bring from there: what scripts use of it is named.
from_stars = {'mylearner.imports': {
    'fastcore.foundation': 'L', 'fastcore.meta': 'delegates',
    'fastcore.basics': 'patch patch_to store_attr first ifnone listify tuplify detuplify range_of camel2snake'}}

# Objects that import a module when they are used, and the module.
stand_ins = {'mylearner.imports': {'plt': 'matplotlib.pyplot', 'pd': 'pandas'}}
