# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Callable, Iterable
from mylearner.transform import TypeDispatch
import torch
from typing import Any
from mylearner.callback.core import Callback as Callback, GatherPredsCallback as GatherPredsCallback
from mylearner.data.core import SampleTable as SampleTable, show_results as show_results, show_results_of as show_results_of
from mylearner.data.items import take_item as take_item, vocab_of as vocab_of
from mylearner.data.load import given_rows as given_rows, seq_dl as seq_dl
from mylearner.data.show import as_image as as_image, display_here as display_here, draw_images as draw_images, sample_values as sample_values, value_text as value_text
from mylearner.keywords import suggests_names as suggests_names
from mylearner.learner import Learner as Learner
from mylearner.metric import inner_func as inner_func
from mylearner.torch_core import batch_to_samples as batch_to_samples, get_grid as get_grid
from mylearner.transform import dispatch as dispatch
__all__ = ['plot_top_losses', 'Interpretation', 'ClassificationInterpretation', 'ClassReport', 'SegmentationInterpretation']

class Interpretation:
    """The loss of each row of a data set, and ways to look at rows"""
    rows: Any
    learn: Learner
    dl: Any
    losses: torch.Tensor
    act: Callable | None
    def __init__(self, learn: Learner, dl, losses: torch.Tensor, act: Callable | None = None, rows=None) -> None:
        """- `learn`: Makes the predictions
        - `dl`: Loader whose rows are meant, in the data set's order
        - `losses`: One loss per row, in that order
        - `act`: Applied to predictions; None: the loss function's `activation`, if it has one
        - `rows`: Number in the data set of each loss's row; None: as the loader says, else 0, 1, 2, …
        """
    @classmethod
    def from_learner(cls, learn: Learner, ds_idx: int = 1, dl=None, act: Callable | None = None) -> Any:
        """Run the model over a data set and keep the loss of each row

        - `learn`: A trained learner
        - `ds_idx`: Which of its loaders, if `dl` is None: 0 training, 1 validation
        - `dl`: Another loader: ours, PyTorch's, any iterable of batches
        - `act`: Applied to predictions; None: the loss function's `activation`, if it has one
        """
    def __len__(self) -> int: ...
    def top_losses(self, k: int | None = None, largest: bool = True, items: bool = False) -> tuple:
        """The `k` largest (or smallest) losses, in that order

        - `k`: So many; None: all
        - `largest`: The largest losses, or the smallest?
        - `items`: The items of the data set too?
        """
    def __getitem__(self, idxs) -> tuple:
        """Run the model on some rows

        - `idxs`: One row number or several
        """
    def plot_top_losses(self, k: int | Iterable, largest: bool = True, **kwargs) -> None:
        """Draw the rows with the largest (or smallest) losses: target → prediction, loss, probability of the prediction

        - `k`: How many, or a list of row numbers
        - `largest`: The largest losses, or the smallest?
        """
    def show_results(self, idxs: Iterable, **kwargs) -> None:
        """Draw rows with target and prediction

        - `idxs`: Row numbers
        """

plot_top_losses: TypeDispatch

class ClassificationInterpretation(Interpretation):
    """Which classes are taken for which"""
    def __init__(self, learn: Learner, dl, losses: torch.Tensor, act: Callable | None = None, rows=None) -> None:
        """- `learn`: Makes the predictions
        - `dl`: Loader whose rows are meant, in the data set's order
        - `losses`: One loss per row, in that order
        - `act`: Applied to predictions; None: the loss function's `activation`, if it has one
        - `rows`: Number in the data set of each loss's row; None: as the loader says, else 0, 1, 2, …
        """
    @classmethod
    def from_learner(cls, learn: Learner, ds_idx: int = 1, dl=None, act: Callable | None = None) -> Any:
        """Run the model over a data set, keep the loss of each row and count confusions

        - `learn`: A trained learner
        - `ds_idx`: Which of its loaders, if `dl` is None: 0 training, 1 validation
        - `dl`: Another loader: ours, PyTorch's, any iterable of batches
        - `act`: Applied to predictions; None: the loss function's `activation`, if it has one
        """
    @property
    def vocab(self) -> Any:
        """Names of the classes; their numbers where nothing has names"""
    def confusion_matrix(self) -> Any:
        """Counts of targets (down) against predictions (across); one table per label, where a row has several"""
    def plot_confusion_matrix(self, normalize: bool = False, title: str = 'Confusion matrix', cmap: str = 'Blues', norm_dec: int = 2, plot_txt: bool = True, ax=None, **kwargs) -> Any:
        """Draw the confusion matrix

        - `normalize`: Shares of each target's rows, instead of counts?
        - `title`: Above the plot
        - `cmap`: Colours
        - `norm_dec`: Decimals of the shares
        - `plot_txt`: Write the numbers into the cells?
        - `ax`: `matplotlib` axes to draw on, one for each label; None: a new figure
        """
    def most_confused(self, min_val: int = 1) -> list:
        """The most frequent confusions, first the most frequent

        - `min_val`: Leave out what happened less often
        """
    def classification_report(self) -> ClassReport:
        """Precision, recall and F1 of each class"""
    def print_classification_report(self) -> None:
        """Print precision, recall and F1 of each class"""

class ClassReport:
    """Precision, recall, F1 and support of each class, from a confusion matrix"""
    accuracy: Any
    vocab: list
    precision: Any
    recall: Any
    f1: Any
    support: Any
    def __init__(self, cm, vocab: Iterable) -> None:
        """- `cm`: Counts, targets down and predictions across; or one such table of no and yes for each label
        - `vocab`: Names of the classes
        """
    def averages(self, weighted: bool = False) -> tuple:
        """Mean figures over the classes

        - `weighted`: By support?
        """

class SegmentationInterpretation(Interpretation):
    """The loss of each image of a segmentation task, and ways to look at images"""
