# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Callable, Iterable
from fastcore.foundation import L
import torch
import torch.nn
import torch.optim
from typing import Any
from mylearner.optimizer_state import pytorch_hp_map as pytorch_hp_map
from mylearner.torch_core import name_after as name_after
__all__ = ['pytorch_hp_map', 'sgd_step', 'weight_decay', 'l2_reg', 'Optimizer', 'average_grad', 'momentum_step', 'SGD', 'average_sqr_grad', 'step_stat', 'debias', 'adam_step', 'Adam', 'rms_prop_step', 'rms_grad', 'RMSProp', 'radam_step', 'RAdam', 'qhadam_step', 'QHAdam', 'larc_layer_lr', 'larc_step', 'Larc', 'lamb_step', 'Lamb', 'detuplify_pg', 'set_item_pg', 'OptimWrapper', 'mk_opt_func', 'as_optimizer', 'Lookahead', 'ranger', 'Muon', 'ScheduleFreeAdamW', 'hidden_matrices']

def Adam(params: Iterable, lr: float | list | slice, mom: float = 0.9, sqr_mom: float = 0.99, eps: float = 1e-05, wd: float = 0.01, decouple_wd: bool = True) -> Optimizer:
    """Adam, by default with decoupled weight decay

    - `params`: tensors, or a list of tensors per group
    - `lr`: learning rate: number, or list or slice over the groups
    - `mom`: momentum of the averaged gradient, the first of torch's `betas`
    - `sqr_mom`: momentum of the averaged square, the second
    - `eps`: added to the root of the averaged square
    - `wd`: weight decay
    - `decouple_wd`: shrink the weights (True, known as AdamW), or add to the gradient (False)?
    """

class Optimizer(torch.optim.Optimizer):
    """Groups of parameters, hyper-parameters for each group, and the chain of steppers that changes the parameters"""
    cbs: Any
    frozen_idx: Any
    state: Any
    needs_closure: bool
    def __init__(self, params: Iterable, cbs: Callable | Iterable, **defaults) -> None:
        """- `params`: tensors, or a list of tensors per group (PyTorch's dicts with `params` work too)
        - `cbs`: steppers `f(p, **state, **hypers)`, called in this order; what one returns goes into the parameter's state
        """
    @property
    def param_lists(self) -> L:
        """The groups: a list of parameters each; assign to replace them all"""
    @param_lists.setter
    def param_lists(self, value: Any) -> None: ...
    @property
    def hypers(self) -> L:
        """The hyper-parameters: a dict for each group"""
    @hypers.setter
    def hypers(self, value: Any) -> None: ...
    @property
    def n_groups(self) -> int:
        """How many groups there are"""
    def all_params(self, n: slice | int = ..., with_grad: bool = False) -> L:
        """Parameters, each with its group, its state and its hyper-parameters

        - `n`: which groups: a slice, or the number of one
        - `with_grad`: only those that the next step will change: not frozen, and with a gradient
        """
    def step(self, closure: Callable | None = None) -> Any:
        """Change each parameter that is not frozen and has a gradient

        - `closure`: computes the loss and its gradients anew, as in `torch.optim`; its result is returned
        """
    def zero_grad(self, set_to_none: bool = True) -> None:
        """Forget the gradients

        - `set_to_none`: False leaves zeros instead of nothing
        """
    def set_hyper(self, k: str, v: float | list | slice) -> None:
        """Set hyper-parameter `k` in all groups

        - `k`: name, as in `hypers`
        - `v`: number for all groups, list with one for each, `slice(lo,hi)` for equal factors, `slice(hi)` for `hi/10` before the last
        """
    def get_hyper(self, k: str, i: int = -1) -> Any:
        """The value of one hyper-parameter in one group

        - `k`: name, as in `hypers`
        - `i`: number of the group
        """
    def set_hypers(self, **kwargs) -> None:
        """Set several hyper-parameters; none is set if one name is unknown"""
    def freeze_to(self, n: int) -> None:
        """Freeze the groups before `n` and train the others

        - `n`: number of the first group to train; negative counts from the end
        """
    def freeze(self) -> None:
        """Freeze all groups but the last"""
    def unfreeze(self) -> None:
        """Train all groups"""
    @property
    def kernel(self) -> str:
        """What runs the chain: 'fused' or 'foreach' (torch's, all tensors at once) or 'plain' (the steppers, tensor by tensor)"""
    @kernel.setter
    def kernel(self, value: Any) -> None: ...
    found_inf: Any
    def set_marks(self, no_wd: Iterable = (), force_train: Iterable = ()) -> None:
        """Mark parameters, in place of earlier marks; those that the optimizer does not hold are passed over

        - `no_wd`: parameters that weight decay leaves alone
        - `force_train`: parameters that are trained in frozen groups too
        """
    def state_dict(self) -> dict:
        """A copy of the state and of the hyper-parameters"""
    def load_state_dict(self, sd: dict) -> None:
        """Take over a saved state; nothing changes if it does not fit

        - `sd`: from `state_dict`; it is copied
        """
    def clear_state(self) -> None:
        """Forget averages and counts; marks stay"""
    @property
    def param_groups(self) -> list:
        """The groups as PyTorch's schedulers and scalers want them; writing to one changes `hypers`"""
    @param_groups.setter
    def param_groups(self, value: Any) -> None: ...
    @property
    def defaults(self) -> dict:
        """The last group's hyper-parameters, under torch's names too"""
    def add_param_group(self, param_group: dict | Iterable) -> None:
        """Add a group; hyper-parameters that it does not give are those of the last group

        - `param_group`: tensors, or a dict with `params` and hyper-parameters
        """
    def set_stat(self, k: str, v: float | list | slice) -> None:
        """Set hyper-parameter `k` in all groups

        - `k`: name, as in `hypers`
        - `v`: number for all groups, list with one for each, `slice(lo,hi)` for equal factors, `slice(hi)` for `hi/10` before the last
        """

def SGD(params: Iterable, lr: float | list | slice, mom: float = 0.0, wd: float = 0.0, decouple_wd: bool = True) -> Optimizer:
    """Stochastic gradient descent, with momentum and weight decay if wanted

    - `params`: tensors, or a list of tensors per group
    - `lr`: learning rate: number, or list or slice over the groups
    - `mom`: momentum; at 0 the optimizer has no such hyper-parameter
    - `wd`: weight decay
    - `decouple_wd`: shrink the weights (True), or add to the gradient as torch's SGD does (False)?
    """

def adam_step(p: torch.Tensor, lr: float, mom: float, step: int, sqr_mom: float, grad_avg: torch.Tensor, sqr_avg: torch.Tensor, eps: float, **kwargs) -> None:
    """Walk against the averaged gradient, divided by the root of the averaged square

    - `eps`: added to the root, so that it is not zero
    """

def average_grad(p: torch.Tensor, mom: float, dampening: bool = False, grad_avg: torch.Tensor | None = None, **kwargs) -> dict:
    """Keep a running average of the gradient as `grad_avg`

    - `mom`: share of the old average to keep
    - `dampening`: True takes `1-mom` of the new gradient, so that the average has a gradient's size; False all of it
    - `grad_avg`: average so far
    """

def average_sqr_grad(p: torch.Tensor, sqr_mom: float, dampening: bool = True, sqr_avg: torch.Tensor | None = None, **kwargs) -> dict:
    """Keep a running average of the squared gradient as `sqr_avg`

    - `sqr_mom`: share of the old average to keep
    - `dampening`: True takes `1-sqr_mom` of the new square, False all of it
    - `sqr_avg`: average so far
    """

def debias(mom: float, damp: float, step: int) -> float:
    """How large an average that began at zero has become after `step` values of one

    - `mom`: share of the old average that is kept
    - `damp`: share of the new value that is taken
    - `step`: how many values went in
    """

def l2_reg(p: torch.Tensor, lr: float, wd: float, do_wd: bool = True, **kwargs) -> None:
    """Add `wd` times the weight to the gradient

    - `wd`: strength of the pull towards zero
    - `do_wd`: False for parameters marked `no_wd`
    """

def momentum_step(p: torch.Tensor, lr: float, grad_avg: torch.Tensor, **kwargs) -> None:
    """Walk against the averaged gradient

    - `grad_avg`: running average of the gradients
    """

def sgd_step(p: torch.Tensor, lr: float, **kwargs) -> None:
    """Walk against the gradient

    - `p`: parameter, with its gradient in `p.grad`
    - `lr`: learning rate: how far to walk
    """

def step_stat(p: torch.Tensor, step: int = 0, **kwargs) -> dict:
    """Count the steps of the parameter as `step`

    - `step`: steps so far
    """

def weight_decay(p: torch.Tensor, lr: float, wd: float, do_wd: bool = True, **kwargs) -> None:
    """Shrink the weight by `lr*wd` of itself

    - `lr`: learning rate: the decay follows its schedule
    - `wd`: share of the weight to take away per unit of `lr`
    - `do_wd`: False for parameters marked `no_wd`
    """

class Muon(torch.optim.Optimizer):
    """Matrices of hidden layers by Muon, all other parameters by AdamW"""
    hidden: Callable | Iterable
    def __init__(self, params: Iterable, lr: float = 0.001, betas: tuple = (0.95, 0.999), weight_decay: float = 0.01, eps: float = 1e-08, nesterov: bool = True, ns_steps: int = 5, adjust_lr_fn: str = 'match_rms_adamw', *, hidden: Callable | Iterable = ...) -> None:
        """- `params`: Tensors, or a list of tensors per group
        - `lr`: Learning rate, of a size that suits AdamW
        - `betas`: `mom`: Muon's momentum and AdamW's first; `sqr_mom`: AdamW's second
        - `weight_decay`: `wd`
        - `eps`: Added to AdamW's root
        - `nesterov`: Look ahead by the momentum (Muon)?
        - `ns_steps`: Iterations that make singular values equal
        - `adjust_lr_fn`: How Muon's rate depends on a matrix's shape; 'original': as first published
        - `hidden`: Function of the model that gives Muon's parameters, or a list of them
        """
    def meet_model(self, model: torch.nn.Module) -> None:
        """Find out which parameters are Muon's

        - `model`: The learner calls this when it has made the optimizer, and when the model has changed
        """
    def step(self, closure: Callable | None = None) -> Any:
        """A step of both

        - `closure`: Computes the loss and its gradients anew
        """

def ScheduleFreeAdamW(params: Iterable, lr: float = 0.0025, mom: float = 0.9, sqr_mom: float = 0.999, wd: float = 0.0, eps: float = 1e-08, warmup_steps: int = 0) -> OptimWrapper:
    """AdamW that averages its weights instead of lowering the learning rate

    - `params`: Tensors, or a list of tensors per group
    - `lr`: Learning rate: one to ten times that of AdamW with a schedule
    - `mom`: Between the newest weights (0) and the average (1), where gradients are taken
    - `sqr_mom`: Momentum of the averaged square
    - `wd`: Weight decay
    - `eps`: Added to the root
    - `warmup_steps`: Steps until the learning rate has its full size
    """

def hidden_matrices(model: torch.nn.Module) -> list:
    """All parameters of two dimensions, apart from embeddings and the last layer that has one"""

class OptimWrapper(Optimizer):
    """A `torch.optim` optimizer, at `opt`, behind the interface of `Optimizer`"""
    bwd_map: dict
    fwd_map: dict
    needs_closure: Any
    opt: Any
    frozen_idx: int
    def __init__(self, params: Iterable | None = None, opt: Callable | torch.optim.Optimizer | None = None, hp_map: dict | None = None, convert_groups: bool = True, **kwargs) -> None:
        """- `params`: tensors, a list of tensors per group, or torch's groups; None if `opt` is an instance
        - `opt`: class of optimizer, `partial` of one, or an instance
        - `hp_map`: torch's names to ours, by default `pytorch_hp_map`
        - `convert_groups`: make torch's groups of lists of tensors? False passes `params` on as they are
        """
    @property
    def n_groups(self) -> int:
        """How many groups there are"""
    @property
    def param_lists(self) -> L:
        """The groups: a list of parameters each; assign to replace them all"""
    @param_lists.setter
    def param_lists(self, value: Any) -> None: ...
    @property
    def hypers(self) -> L:
        """Hyper-parameters of each group under our names; a copy, to be changed by `set_hyper`"""
    @property
    def param_groups(self) -> list:
        """The wrapped optimizer's own groups, twins included"""
    @param_groups.setter
    def param_groups(self, value: Any) -> None: ...
    @property
    def state(self) -> Any:
        """State of each parameter, as the wrapped optimizer keeps it"""
    @property
    def defaults(self) -> dict:
        """The wrapped optimizer's defaults"""
    @property
    def kernel(self) -> str:
        """Always 'torch'"""
    def get_hyper(self, k: str, i: int = -1) -> Any:
        """The value of one hyper-parameter in one group

        - `k`: our name
        - `i`: number of the group
        """
    def set_hyper(self, k: str, v: float | list | slice) -> None:
        """Set hyper-parameter `k` in all groups; once `wd` has been set, it leaves out parameters marked `no_wd`

        - `k`: our name
        - `v`: number, list or slice, as for `Optimizer.set_hyper`
        """
    def set_hypers(self, **kwargs) -> None:
        """Set several hyper-parameters; none is set if one name is unknown"""
    def step(self, closure: Callable | None = None) -> Any:
        """The inner optimizer's step, without frozen parameters

        - `closure`: computes the loss and its gradients anew; some optimizers (`torch.optim.LBFGS`) need one
        """
    def clear_state(self) -> None:
        """Forget averages and counts"""
    def set_marks(self, no_wd: Iterable = (), force_train: Iterable = ()) -> None:
        """Mark parameters, in place of earlier marks; those that the optimizer does not hold are passed over

        - `no_wd`: parameters that weight decay leaves alone, as soon as `wd` is set
        - `force_train`: parameters that are trained in frozen groups too
        """
    def add_param_group(self, param_group: dict | Iterable) -> None:
        """Add a group to the inner optimizer

        - `param_group`: tensors, or a dict with `params` and torch's hyper-parameters
        """
    def state_dict(self) -> dict:
        """A copy of the inner optimizer's state"""
    def load_state_dict(self, sd: dict) -> None:
        """Take over a saved state; nothing changes if it does not fit

        - `sd`: from `state_dict`, here or of a plain torch optimizer; it is copied
        """
    def __getattr__(self, name: str) -> Any: ...

def as_optimizer(o: Callable | torch.optim.Optimizer, params: Iterable | None = None, **kwargs) -> Optimizer:
    """An `Optimizer` from whatever makes or is one

    - `o`: whatever `mk_opt_func` takes
    - `params`: tensors, or a list of tensors per group; not needed for an optimizer that exists
    """

def detuplify_pg(d: dict) -> dict:
    """A group's hyper-parameters; elements of a tuple get names of their own, as `betas__0`

    - `d`: group of a `torch.optim` optimizer
    """

def mk_opt_func(opt_func: Callable | torch.optim.Optimizer) -> Any:
    """A function `(params, lr=…)` that gives an `Optimizer`

    - `opt_func`: `Adam`, a torch.optim class, a `partial` of either, a function of `params` and `lr`, or an optimizer
    """

def set_item_pg(pg: dict, k: str, v) -> dict:
    """Write one hyper-parameter into a group

    - `pg`: group of a `torch.optim` optimizer
    - `k`: name as from `detuplify_pg`
    - `v`: new value
    """

def Lamb(params: Iterable, lr: float | list | slice, mom: float = 0.9, sqr_mom: float = 0.99, eps: float = 1e-05, wd: float = 0.0, decouple_wd: bool = True) -> Optimizer:
    """Adam with steps in proportion to each tensor's norm

    - `params`: tensors, or a list of tensors per group
    - `lr`: learning rate: number, or list or slice over the groups
    - `mom`: momentum of the averaged gradient
    - `sqr_mom`: momentum of the averaged square
    - `eps`: added to the root of the averaged square
    - `wd`: weight decay
    - `decouple_wd`: shrink the weights (True), or add to the gradient (False)?
    """

def Larc(params: Iterable, lr: float | list | slice, mom: float = 0.9, clip: bool = True, trust_coeff: float = 0.02, eps: float = 1e-08, wd: float = 0.0, decouple_wd: bool = True) -> Optimizer:
    """SGD with a rate per tensor: LARC, or LARS with `clip=False`

    - `params`: tensors, or a list of tensors per group
    - `lr`: learning rate: number, or list or slice over the groups
    - `mom`: momentum; at 0 the optimizer has no such hyper-parameter
    - `clip`: no tensor's rate above `lr` (LARC)? False is LARS
    - `trust_coeff`: share of a tensor's norm that a step may have, before `lr`
    - `eps`: added to the gradient's norm
    - `wd`: weight decay
    - `decouple_wd`: shrink the weights (True), or add to the gradient (False)?
    """

class Lookahead(Optimizer):
    """An optimizer around another one, at `opt`, that keeps slow weights"""
    opt: Callable | torch.optim.Optimizer
    k: int
    alpha: float
    count: Any
    slow_weights: Any
    def __init__(self, opt: Callable | torch.optim.Optimizer, k: int = 6, alpha: float = 0.5) -> None:
        """- `opt`: optimizer that runs ahead
        - `k`: steps between two moves of the slow weights
        - `alpha`: how far they move towards the fast ones
        """
    @property
    def param_lists(self) -> Any:
        """The inner optimizer's `param_lists`"""
    @param_lists.setter
    def param_lists(self, value: Any) -> None: ...
    @property
    def hypers(self) -> Any:
        """The inner optimizer's `hypers`"""
    @hypers.setter
    def hypers(self, value: Any) -> None: ...
    @property
    def state(self) -> Any:
        """The inner optimizer's `state`"""
    @state.setter
    def state(self, value: Any) -> None: ...
    @property
    def param_groups(self) -> Any:
        """The inner optimizer's `param_groups`"""
    @param_groups.setter
    def param_groups(self, value: Any) -> None: ...
    @property
    def defaults(self) -> Any:
        """The inner optimizer's `defaults`"""
    @defaults.setter
    def defaults(self, value: Any) -> None: ...
    @property
    def kernel(self) -> Any:
        """The inner optimizer's `kernel`"""
    @kernel.setter
    def kernel(self, value: Any) -> None: ...
    @property
    def frozen_idx(self) -> Any:
        """The inner optimizer's `frozen_idx`"""
    @frozen_idx.setter
    def frozen_idx(self, value: Any) -> None: ...
    @property
    def needs_closure(self) -> Any:
        """The inner optimizer's `needs_closure`"""
    @needs_closure.setter
    def needs_closure(self, value: Any) -> None: ...
    @property
    def n_groups(self) -> Any:
        """The inner optimizer's `n_groups`"""
    @n_groups.setter
    def n_groups(self, value: Any) -> None: ...
    def set_hyper(self, k: str, v: float | list | slice) -> None:
        """Set hyper-parameter `k` in all groups

        - `k`: name, as in `hypers`
        - `v`: number for all groups, list with one for each, `slice(lo,hi)` for equal factors, `slice(hi)` for `hi/10` before the last
        """
    def set_hypers(self, **kwargs) -> None:
        """Set several hyper-parameters; none is set if one name is unknown"""
    def get_hyper(self, k: str, i: int = -1) -> Any:
        """The value of one hyper-parameter in one group

        - `k`: name, as in `hypers`
        - `i`: number of the group
        """
    def set_marks(self, no_wd: Iterable = (), force_train: Iterable = ()) -> None:
        """Mark parameters, in place of earlier marks; those that the optimizer does not hold are passed over

        - `no_wd`: parameters that weight decay leaves alone
        - `force_train`: parameters that are trained in frozen groups too
        """
    def freeze_to(self, n: int) -> None:
        """Freeze the groups before `n` and train the others

        - `n`: number of the first group to train; negative counts from the end
        """
    def add_param_group(self, param_group: dict | Iterable) -> None:
        """Add a group to the inner optimizer

        - `param_group`: tensors, or a dict with `params` and hyper-parameters
        """
    def step(self, closure: Callable | None = None) -> Any:
        """Step of the inner optimizer; each `k`-th moves the slow weights and goes back to them

        - `closure`: computes the loss and its gradients anew
        """
    def state_dict(self) -> dict:
        """A copy of the state"""
    def load_state_dict(self, sd: dict) -> None:
        """Take over a saved state; nothing changes if it does not fit

        - `sd`: from `state_dict`; it is copied, and keeps all its keys
        """
    def clear_state(self) -> None:
        """Forget the inner state, the count and the slow weights"""

def QHAdam(params: Iterable, lr: float | list | slice, mom: float = 0.999, sqr_mom: float = 0.999, nu_1: float = 0.7, nu_2: float = 1.0, eps: float = 1e-08, wd: float = 0.0, decouple_wd: bool = True) -> Optimizer:
    """Quasi-hyperbolic Adam

    - `params`: tensors, or a list of tensors per group
    - `lr`: learning rate: number, or list or slice over the groups
    - `mom`: momentum of the averaged gradient
    - `sqr_mom`: momentum of the averaged square
    - `nu_1`: share of the averaged gradient
    - `nu_2`: share of the averaged square
    - `eps`: added to the root
    - `wd`: weight decay
    - `decouple_wd`: shrink the weights (True), or add to the gradient (False)?
    """

def RAdam(params: Iterable, lr: float | list | slice, mom: float = 0.9, sqr_mom: float = 0.99, eps: float = 1e-05, wd: float = 0.0, beta: float = 0.0, decouple_wd: bool = True) -> Optimizer:
    """Adam with rectified early steps

    - `params`: tensors, or a list of tensors per group
    - `lr`: learning rate: number, or list or slice over the groups
    - `mom`: momentum of the averaged gradient
    - `sqr_mom`: momentum of the averaged square
    - `eps`: added to the root of the averaged square
    - `wd`: weight decay
    - `beta`: above 0, smooths that root by a softplus
    - `decouple_wd`: shrink the weights (True), or add to the gradient (False)?
    """

def RMSProp(params: Iterable, lr: float | list | slice, mom: float = 0.0, sqr_mom: float = 0.99, eps: float = 1e-08, wd: float = 0.0, decouple_wd: bool = True) -> Optimizer:
    """RMSProp, with momentum if wanted

    - `params`: tensors, or a list of tensors per group
    - `lr`: learning rate: number, or list or slice over the groups
    - `mom`: momentum; at 0 the optimizer has no such hyper-parameter
    - `sqr_mom`: momentum of the averaged square, torch's `alpha`
    - `eps`: added to the root of the averaged square
    - `wd`: weight decay
    - `decouple_wd`: shrink the weights (True), or add to the gradient as torch does (False)?
    """

def lamb_step(p: torch.Tensor, lr: float, mom: float, step: int, sqr_mom: float, grad_avg: torch.Tensor, sqr_avg: torch.Tensor, eps: float, **kwargs) -> None:
    """Step of Adam, scaled by the ratio of the weights' norm to its own"""

def larc_layer_lr(p: torch.Tensor, lr: float, trust_coeff: float, wd: float, eps: float, clip: bool = True, do_wd: bool = True, **kwargs) -> dict:
    """The rate for this tensor, as `local_lr`

    - `trust_coeff`: share of the weights' norm that a step may have, before `lr`
    - `clip`: at most `lr`?
    - `do_wd`: False for parameters marked `no_wd`
    """

def larc_step(p: torch.Tensor, local_lr: float, grad_avg: torch.Tensor | None = None, **kwargs) -> None:
    """Walk against the gradient, at the tensor's own rate

    - `local_lr`: rate for this tensor
    - `grad_avg`: averaged gradient, to be used in place of the gradient
    """

def qhadam_step(p: torch.Tensor, lr: float, mom: float, sqr_mom: float, sqr_avg: torch.Tensor, nu_1: float, nu_2: float, step: int, grad_avg: torch.Tensor, eps: float, **kwargs) -> None:
    """Step of Adam with averages that are mixed with the newest values

    - `nu_1`: share of the averaged gradient; the rest is the gradient
    - `nu_2`: share of the averaged square; the rest is the square
    """

def radam_step(p: torch.Tensor, lr: float, mom: float, step: int, sqr_mom: float, grad_avg: torch.Tensor, sqr_avg: torch.Tensor, eps: float, beta: float, **kwargs) -> None:
    """Step of momentum at first, rectified step of Adam later

    - `beta`: above 0, smooths the root by a softplus with this `beta`
    """

def ranger(params: Iterable, lr: float | list | slice, mom: float = 0.95, wd: float = 0.01, eps: float = 1e-06, k: int = 6, alpha: float = 0.5, *, sqr_mom: float = 0.99, beta: float = 0.0, decouple_wd: bool = True) -> Lookahead:
    """`RAdam` inside `Lookahead`

    - `params`: tensors, or a list of tensors per group
    - `lr`: learning rate: number, or list or slice over the groups
    - `mom`: momentum of the averaged gradient
    - `wd`: weight decay
    - `eps`: added to the root of the averaged square
    - `k`: steps between two moves of the slow weights
    - `alpha`: how far they move
    - `sqr_mom`: momentum of the averaged square
    - `beta`: above 0, smooths that root by a softplus
    - `decouple_wd`: shrink the weights (True), or add to the gradient (False)?
    """

def rms_grad(p: torch.Tensor, sqr_avg: torch.Tensor, eps: float, **kwargs) -> None:
    """Divide the gradient by the root of its averaged square, for the steppers that follow"""

def rms_prop_step(p: torch.Tensor, lr: float, sqr_avg: torch.Tensor, eps: float, grad_avg: torch.Tensor | None = None, **kwargs) -> None:
    """Walk against the gradient, divided by the root of its averaged square

    - `eps`: added to the root
    - `grad_avg`: averaged gradient, to be used in place of the gradient
    """
