# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Callable
import torch.optim
from mylearner.keywords import unknown_argument as unknown_argument
from mylearner.optimizer import Optimizer as Optimizer, detuplify_pg as detuplify_pg, set_item_pg as set_item_pg, OptimWrapper as OptimWrapper, mk_opt_func as mk_opt_func, as_optimizer as as_optimizer
from mylearner.optimizer_state import check_keys as check_keys, check_shapes as check_shapes, lasting as lasting, pytorch_hp_map as pytorch_hp_map
from mylearner.optimizer_steppers import hyper_value as hyper_value, name_hint as name_hint, read_params as read_params
__all__ = ['detuplify_pg', 'set_item_pg', 'OptimWrapper', 'takes_lr', 'mk_opt_func', 'as_optimizer']

def takes_lr(f: Callable | torch.optim.Optimizer) -> bool:
    """Can `f` be called with `lr=`?

    - `f`: whatever `mk_opt_func` takes
    """
