# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Callable
import torch
from typing import Any, Self
from mylearner.keywords import suggests_names as suggests_names, users_line as users_line
from mylearner.torch_core import Module as Module, apply as apply, nearest as nearest, tensor as tensor
__all__ = ['BaseLoss', 'CrossEntropyLossFlat', 'LabelSmoothingCrossEntropy', 'LabelSmoothingCrossEntropyFlat', 'FocalLoss', 'FocalLossFlat', 'BCEWithLogitsLossFlat', 'BCELossFlat', 'MSELossFlat', 'L1LossFlat', 'ScaledMSELoss', 'DiceLoss', 'CombinedLoss', 'MeanOver', 'mean_over', 'warn_unsaid']

class _ClassLoss(BaseLoss):
    """What losses with a softmax share"""
    y_int: bool
    def activation(self, x: torch.Tensor) -> torch.Tensor:
        """Scores as probabilities, which add up to 1 along `axis`"""
    def decodes(self, x: torch.Tensor) -> torch.Tensor:
        """The most probable class"""

class BaseLoss:
    """One of torch's losses, with its shapes checked, an `activation` and a `decodes`"""
    axis: int
    flatten: bool
    floatify: bool
    is_2d: bool
    func: Any
    def __init__(self, loss_cls: Callable, *args, axis: int = -1, flatten: bool = True, floatify: bool = False, is_2d: bool = True, **kwargs) -> None:
        """- `loss_cls`: The loss to wrap: called with what is left over, gives `(preds, targs) -> loss`
        - `args`: For `loss_cls`
        - `axis`: Axis of the predictions on which the classes lie
        - `flatten`: Whether losses that are not reduced come flat, rather than in the targets' shape
        - `floatify`: Whether to turn targets into floating point numbers
        - `is_2d`: Whether predictions have a class axis more than the targets
        """
    def activation(self, x: torch.Tensor) -> torch.Tensor:
        """What turns the model's output into predictions: nothing, unless a subclass knows better

        - `x`: The model's output
        """
    def decodes(self, x: torch.Tensor) -> torch.Tensor:
        """What turns predictions into answers: nothing, unless a subclass knows better

        - `x`: Predictions, after `activation`
        """
    def to(self, device: str | torch.device) -> Self:
        """Move the weights of the loss, if it has any

        - `device`: Where to
        """
    def __call__(self, inp: torch.Tensor, targ: torch.Tensor, **kwargs) -> torch.Tensor:
        """The loss of `inp` against `targ`

        - `inp`: Predictions
        - `targ`: Targets
        """
    @property
    def reduction(self) -> Any:
        """How the losses of single rows become one: 'mean', 'sum', or 'none' to leave them apart"""
    @reduction.setter
    def reduction(self, value: Any) -> None: ...

class CrossEntropyLossFlat(_ClassLoss):
    """Cross entropy of scores against class numbers, on any `axis`"""
    def __init__(self, *args, axis: int = -1, weight: torch.Tensor | None = None, ignore_index: int = -100, reduction: str = 'mean', flatten: bool = True, floatify: bool = False, is_2d: bool = True, label_smoothing: float = 0.0) -> None:
        """- `args`: `weight`, if given by position
        - `axis`: Axis of the predictions on which the classes lie
        - `weight`: `(nc,)`: what a row of each class counts
        - `ignore_index`: Targets of this number count for nothing
        - `reduction`: 'mean', 'sum' or 'none'
        - `flatten`: As in `BaseLoss`
        - `floatify`: As in `BaseLoss`
        - `is_2d`: As in `BaseLoss`
        - `label_smoothing`: As in `LabelSmoothingCrossEntropyFlat`
        """

class LabelSmoothingCrossEntropy(Module):
    """Cross entropy against targets of which `eps` is spread over all classes; the classes lie on axis 1"""
    eps: float
    reduction: str
    y_int: bool
    def forward(self, output: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """The loss

        - `output`: Scores, `(n,nc,…)`
        - `target`: Class numbers, `(n,…)`
        """
    def activation(self, out: torch.Tensor) -> torch.Tensor:
        """Scores as probabilities"""
    def decodes(self, out: torch.Tensor) -> torch.Tensor:
        """The most probable class"""
    def __init__(self, eps: float = 0.1, weight: torch.Tensor | None = None, reduction: str = 'mean') -> None:
        """- `eps`: Share of the target that all classes divide among them, in [0,1]
        - `weight`: `(nc,)`: what each class counts
        - `reduction`: 'mean', 'sum' or 'none'
        """

class LabelSmoothingCrossEntropyFlat(_ClassLoss):
    """`LabelSmoothingCrossEntropy` on any `axis`"""
    def __init__(self, *args, axis: int = -1, eps: float = 0.1, reduction: str = 'mean', flatten: bool = True, floatify: bool = False, is_2d: bool = True, weight: torch.Tensor | None = None) -> None:
        """- `args`: `eps`, if given by position
        - `axis`: Axis of the predictions on which the classes lie
        - `eps`: Share of the target that all classes divide among them, in [0,1]
        - `reduction`: 'mean', 'sum' or 'none'
        - `flatten`: As in `BaseLoss`
        - `floatify`: As in `BaseLoss`
        - `is_2d`: As in `BaseLoss`
        - `weight`: `(nc,)`: what each class counts
        """
    def activation(self, out: torch.Tensor) -> torch.Tensor:
        """Scores as probabilities, which add up to 1 along `axis`"""
    def decodes(self, out: torch.Tensor) -> torch.Tensor:
        """The most probable class"""

class FocalLoss(Module):
    """Cross entropy that counts a row the less the better it is; the classes lie on axis 1"""
    gamma: float
    reduction: str
    y_int: bool
    def forward(self, inp: torch.Tensor, targ: torch.Tensor) -> torch.Tensor:
        """The loss

        - `inp`: Scores, `(n,nc,…)`
        - `targ`: Class numbers, `(n,…)`
        """
    def __init__(self, gamma: float = 2.0, weight: torch.Tensor | None = None, reduction: str = 'mean') -> None:
        """- `gamma`: How strongly to look away from what is right already; 0 is cross entropy
        - `weight`: `(nc,)`: what a row of each class counts
        - `reduction`: 'mean', 'sum' or 'none'
        """

class FocalLossFlat(_ClassLoss):
    """`FocalLoss` on any `axis`"""
    def __init__(self, *args, gamma: float = 2.0, axis: int = -1, weight: torch.Tensor | None = None, reduction: str = 'mean', flatten: bool = True) -> None:
        """- `args`: `gamma`, if given by position
        - `gamma`: How strongly to look away from what is right already; 0 is cross entropy
        - `axis`: Axis of the predictions on which the classes lie
        - `weight`: `(nc,)`: what a row of each class counts
        - `reduction`: 'mean', 'sum' or 'none'
        - `flatten`: As in `BaseLoss`
        """

class BCEWithLogitsLossFlat(BaseLoss):
    """Binary cross entropy of scores against zeros and ones"""
    thresh: float
    def __init__(self, *args, axis: int = -1, floatify: bool = True, thresh: float = 0.5, weight: torch.Tensor | None = None, reduction: str = 'mean', pos_weight: torch.Tensor | None = None, flatten: bool = True, is_2d: bool = False) -> None:
        """- `args`: `weight`, if given by position
        - `axis`: Axis on which the classes lie; only weights per class need to know
        - `floatify`: Whether to turn targets into floating point numbers
        - `thresh`: Probability above which `decodes` says yes
        - `weight`: What each element counts; must broadcast to the targets
        - `reduction`: 'mean', 'sum' or 'none'
        - `pos_weight`: `(nc,)`: what a yes of each class counts
        - `flatten`: As in `BaseLoss`
        - `is_2d`: Always False: predictions have no axis more than targets
        """
    def activation(self, x: torch.Tensor) -> torch.Tensor:
        """Scores as probabilities, each on its own"""
    def decodes(self, x: torch.Tensor) -> torch.Tensor:
        """Whether each probability is above `thresh`"""

class BCELossFlat(BaseLoss):
    """Binary cross entropy of probabilities against zeros and ones"""
    def __init__(self, *args, axis: int = -1, floatify: bool = True, weight: torch.Tensor | None = None, reduction: str = 'mean') -> None:
        """- `args`: `weight`, if given by position
        - `axis`: Axis on which the classes lie; only weights per class need to know
        - `floatify`: Whether to turn targets into floating point numbers
        - `weight`: What each element counts; must broadcast to the targets
        - `reduction`: 'mean', 'sum' or 'none'
        """

class MSELossFlat(BaseLoss):
    """Mean of squared differences"""
    def __init__(self, *, axis: int = -1, floatify: bool = True, reduction: str = 'mean', flatten: bool = True) -> None:
        """- `axis`: Accepted for compatibility: each number has its own target
        - `floatify`: Whether to turn targets into floating point numbers
        - `reduction`: 'mean', 'sum' or 'none'
        - `flatten`: As in `BaseLoss`
        """

class L1LossFlat(BaseLoss):
    """Mean of absolute differences"""
    def __init__(self, *, axis: int = -1, floatify: bool = True, reduction: str = 'mean', flatten: bool = True) -> None:
        """- `axis`: Accepted for compatibility: each number has its own target
        - `floatify`: Whether to turn targets into floating point numbers
        - `reduction`: 'mean', 'sum' or 'none'
        - `flatten`: As in `BaseLoss`
        """

class ScaledMSELoss(MSELossFlat):
    """Mean of squared differences in units of the target's deviation"""
    std: Any
    def __init__(self, std, **kwargs) -> None:
        """- `std`: Deviation of each target"""
    def __call__(self, inp: torch.Tensor, targ: torch.Tensor, **kwargs) -> torch.Tensor:
        """The loss of `inp` against `targ`"""

class DiceLoss:
    """One minus the Dice coefficient of softmax probabilities and class numbers, for each image and class"""
    ignore_index: int | None
    axis: int
    smooth: float
    reduction: str
    square_in_union: bool
    def __init__(self, axis: int = 1, smooth: float = 1e-06, reduction: str = 'sum', square_in_union: bool = False, ignore_index: int | None = None) -> None:
        """- `axis`: Axis of the predictions on which the classes lie
        - `smooth`: Added above and below the fraction
        - `reduction`: Over images and classes: 'sum', 'mean', or 'none' for `(bs,nc)`
        - `square_in_union`: Whether probabilities are squared in the denominator, as in the source
        - `ignore_index`: Pixels whose target is this number count for nothing
        """
    def activation(self, x: torch.Tensor) -> torch.Tensor:
        """Scores as probabilities along `axis`"""
    def decodes(self, x: torch.Tensor) -> torch.Tensor:
        """The most probable class of each pixel"""
    def __call__(self, pred: torch.Tensor, targ: torch.Tensor) -> torch.Tensor:
        """The loss

        - `pred`: Scores: a batch axis first, the classes on `axis`
        - `targ`: Class numbers, of the same shape without `axis`
        """

class CombinedLoss:
    """Cross-entropy of pixels plus `alpha` times `DiceLoss`, for each image"""
    dice: DiceLoss
    ce: CrossEntropyLossFlat
    axis: int
    alpha: float
    reduction: str
    ignore_index: int | None
    mean_over: str
    def __init__(self, axis: int = 1, alpha: float = 1.0, smooth: float = 1.0, reduction: str = 'mean', ignore_index: int | None = None) -> None:
        """- `axis`: Axis of the predictions on which the classes lie
        - `alpha`: Weight of the Dice loss
        - `smooth`: For `DiceLoss`
        - `reduction`: Over images: 'mean', 'sum', or 'none' for `(bs,)`
        - `ignore_index`: Pixels whose target is this number count for nothing
        """
    def __call__(self, pred: torch.Tensor, targ: torch.Tensor) -> torch.Tensor:
        """The loss

        - `pred`: Scores: a batch axis first, the classes on `axis`
        - `targ`: Class numbers, of the same shape without `axis`
        """
    def activation(self, x: torch.Tensor) -> torch.Tensor:
        """Scores as probabilities along `axis`"""
    def decodes(self, x: torch.Tensor) -> torch.Tensor:
        """The most probable class of each pixel"""

class MeanOver:
    """What a loss takes its mean over"""
    counted: bool
    over: str | Callable
    known: bool
    sums_row: Any
    def __init__(self, over: str | Callable, known: bool = True, sums_row: bool = False) -> None:
        """- `over`: 'rows'; 'targets', each number of them; 'sum': it is no mean at all; or a count, `(preds, *targs) -> number`
        - `known`: False: nobody has said so, it is only likely
        - `sums_row`: Is the loss of a row the sum of what stands in it, rather than the mean?
        """
    @property
    def ignore_index(self) -> Any: ...
    def count(self, preds, yb: tuple) -> Any:
        """Ask the function that counts

        - `preds`: The model's output
        - `yb`: Targets
        """
    def row_losses(self, losses: torch.Tensor, preds, yb: tuple, bs: int) -> torch.Tensor:
        """One loss for each row

        - `losses`: Not reduced: `bs` rows of them, or flat
        - `preds`: The model's output
        - `yb`: Targets
        - `bs`: Rows
        """
    def counted_for(self, loss: torch.Tensor) -> torch.Tensor | None:
        """What torch's own loss has counted on the way to `loss`, without counting again

        - `loss`: Before its backward pass
        """

def mean_over(loss_func: Callable) -> MeanOver:
    """What `loss_func` takes its mean over

    - `loss_func`: A loss of any kind: `reduction` is read, too
    """

def warn_unsaid(over: MeanOver, loss_func: Callable, who: str) -> None:
    """Warn that `loss_func` does not say what its mean is taken over

    - `over`: From `mean_over`
    - `loss_func`: That loss
    - `who`: Who has to know
    """
