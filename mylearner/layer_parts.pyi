# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
import torch.nn
from typing import Any
from mylearner.layers import SwishJit as SwishJit, MishJit as MishJit, swish as swish, mish as mish, sigmoid as sigmoid, sigmoid_ as sigmoid_, vleaky_relu as vleaky_relu, AdaptiveConcatPool1d as AdaptiveConcatPool1d, AdaptiveConcatPool2d as AdaptiveConcatPool2d, PoolType as PoolType, adaptive_pool as adaptive_pool, PoolFlatten as PoolFlatten, BatchNorm1dFlat as BatchNorm1dFlat, ToTensorBase as ToTensorBase, SelfAttention as SelfAttention, PooledSelfAttention2d as PooledSelfAttention2d, icnr_init as icnr_init, SequentialEx as SequentialEx, MergeLayer as MergeLayer, ProdLayer as ProdLayer, Cat as Cat, TimeDistributed as TimeDistributed
from mylearner.torch_core import TensorBase as TensorBase, Module as Module
__all__ = ['Swish', 'Mish', 'inplace_relu', 'SwishJit', 'MishJit', 'swish', 'mish', 'sigmoid', 'sigmoid_', 'vleaky_relu', 'AdaptiveConcatPool1d', 'AdaptiveConcatPool2d', 'PoolType', 'adaptive_pool', 'PoolFlatten', 'BatchNorm1dFlat', 'ToTensorBase', 'SelfAttention', 'PooledSelfAttention2d', 'icnr_init', 'SequentialEx', 'MergeLayer', 'ProdLayer', 'Cat', 'TimeDistributed']

Swish = torch.nn.SiLU

Mish = torch.nn.Mish

def inplace_relu(*, inplace: bool = True) -> Any: ...
