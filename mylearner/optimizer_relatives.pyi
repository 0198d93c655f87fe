# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from mylearner.keywords import suggests_names as suggests_names
from mylearner.optimizer import Optimizer as Optimizer, average_grad as average_grad, average_sqr_grad as average_sqr_grad, debias as debias, l2_reg as l2_reg, momentum_step as momentum_step, weight_decay as weight_decay, as_optimizer as as_optimizer, rms_prop_step as rms_prop_step, rms_grad as rms_grad, RMSProp as RMSProp, radam_step as radam_step, RAdam as RAdam, qhadam_step as qhadam_step, QHAdam as QHAdam, larc_layer_lr as larc_layer_lr, larc_step as larc_step, Larc as Larc, lamb_step as lamb_step, Lamb as Lamb, Lookahead as Lookahead, ranger as ranger
from mylearner.optimizer_kernels import debiased_root as debiased_root, foreach_kernel as foreach_kernel, update_averages as update_averages, update_sqr_avg as update_sqr_avg
from mylearner.optimizer_state import check_keys as check_keys, lasting as lasting
from mylearner.optimizer_steppers import adam_chain as adam_chain
__all__ = ['rms_prop_step', 'rms_grad', 'RMSProp', 'radam_step', 'RAdam', 'qhadam_step', 'QHAdam', 'larc_layer_lr', 'larc_step', 'Larc', 'lamb_step', 'Lamb', 'Lookahead', 'ranger']

mom: float

def f(self, k) -> None: ...
