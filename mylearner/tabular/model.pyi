# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
import torch
import torch.nn
from typing import Any
from mylearner.layers import Embedding as Embedding, LinBnDrop as LinBnDrop, ScaleOutput as ScaleOutput, SigmoidRange as SigmoidRange
from mylearner.torch_core import Module as Module, nearest as nearest
__all__ = ['emb_sz_rule', 'get_emb_sz', 'TabularModel', 'tabular_config']

def emb_sz_rule(n_cat: int) -> int:
    """Length of the vectors for a category of `n_cat` classes

    - `n_cat`: Number of classes, the one for missing values included
    """

def get_emb_sz(to, sz_dict: dict | None = None) -> list:
    """Sizes of the embeddings for a table

    - `to`: A `TabularPandas`, or its loaders
    - `sz_dict`: Lengths of your own, by column
    """

class TabularModel(Module):
    """Embeddings of categories beside continuous columns, then linear layers"""
    layers: Any
    n_emb: Any
    n_cont: int
    bn_cont: Any
    emb_drop: Any
    embeds: Any
    def forward(self, x_cat: torch.Tensor, x_cont: torch.Tensor | None = None) -> torch.Tensor:
        """Predictions for the rows of a batch

        - `x_cat`: `(bs,n_cat)` numbers of categories
        - `x_cont`: `(bs,n_cont)` floats
        """
    def __init__(self, emb_szs: list, n_cont: int, out_sz: int, layers: list, ps: float | list | None = None, embed_p: float = 0.0, y_range: tuple | None = None, use_bn: bool = True, bn_final: bool = False, bn_cont: bool = True, act_cls: torch.nn.Module = ..., lin_first: bool = True, *, y_scale: tuple | None = None) -> None:
        """- `emb_szs`: `(classes, length)` for each category, as from `get_emb_sz`
        - `n_cont`: Number of continuous columns
        - `out_sz`: Number of outputs
        - `layers`: Sizes of the hidden layers
        - `ps`: Dropout after each hidden layer: one share, or one for each; None: none
        - `embed_p`: Dropout of the joined embeddings
        - `y_range`: Lowest and highest output, for a sigmoid at the end; None: any number
        - `use_bn`: Batch norm in the hidden layers?
        - `bn_final`: Batch norm before the last layer too?
        - `bn_cont`: Batch norm of the continuous columns?
        - `act_cls`: Activation of the hidden layers
        - `lin_first`: Linear layer before batch norm, or after?
        - `y_scale`: `(means, deviations)` of the targets, for a `ScaleOutput` at the end
        """

def tabular_config(*, ps: float | list | None = None, embed_p: float = 0.0, y_range: tuple | None = None, use_bn: bool = True, bn_final: bool = False, bn_cont: bool = True, act_cls: torch.nn.Module = ..., lin_first: bool = True) -> dict:
    """Options of `TabularModel`, checked

    - `ps`: Dropout after each hidden layer: one share, or one for each; None: none
    - `embed_p`: Dropout of the joined embeddings
    - `y_range`: Lowest and highest output, for a sigmoid at the end; None: any number
    - `use_bn`: Batch norm in the hidden layers?
    - `bn_final`: Batch norm before the last layer too?
    - `bn_cont`: Batch norm of the continuous columns?
    - `act_cls`: Activation of the hidden layers
    - `lin_first`: Linear layer before batch norm, or after?
    """
