# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
import torch
from typing import Any
from mylearner.torch_core import tensor as tensor, concat as concat, unsqueeze as unsqueeze, unsqueeze_ as unsqueeze_, one_hot as one_hot, one_hot_decode as one_hot_decode, logit as logit, TensorBase as TensorBase, TensorCategory as TensorCategory, TensorMultiCategory as TensorMultiCategory, apply as apply, default_device as default_device, setup_cuda as setup_cuda, to_device as to_device, to_cpu as to_cpu, num_distrib as num_distrib, rank_distrib as rank_distrib, distrib_barrier as distrib_barrier, maybe_gather as maybe_gather, to_detach as to_detach, to_half as to_half, to_float as to_float, to_np as to_np, to_concat as to_concat, nested_reorder as nested_reorder, item_find as item_find, find_device as find_device, find_bs as find_bs, batch_to_samples as batch_to_samples, flatten_check as flatten_check
__all__ = ['defaults', 'array_tensor', 'tensor', 'concat', 'unsqueeze', 'unsqueeze_', 'one_hot', 'one_hot_decode', 'logit', 'TensorBase', 'TensorCategory', 'TensorMultiCategory', 'apply', 'default_device', 'setup_cuda', 'to_device', 'to_cpu', 'num_distrib', 'rank_distrib', 'distrib_barrier', 'maybe_gather', 'to_detach', 'to_half', 'to_float', 'to_np', 'to_concat', 'nested_reorder', 'item_find', 'find_device', 'find_bs', 'batch_to_samples', 'flatten_check']

def array_tensor(x, **kwargs) -> torch.Tensor:
    """The array `x` as a tensor

    - `x`: A NumPy array of numbers
    """

defaults: Any
