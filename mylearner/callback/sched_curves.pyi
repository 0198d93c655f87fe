# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Callable
from typing import Any
from mylearner.callback.schedule import sched_lin as sched_lin, sched_no as sched_no, sched_cos as sched_cos, sched_exp as sched_exp, sched_poly as sched_poly, SchedLin as SchedLin, SchedCos as SchedCos, SchedNo as SchedNo, SchedExp as SchedExp, SchedPoly as SchedPoly, annealer as annealer, plot_scheds as plot_scheds, combine_scheds as combine_scheds, combined_cos as combined_cos
__all__ = ['sched_lin', 'sched_no', 'sched_cos', 'sched_exp', 'sched_poly', 'SchedLin', 'SchedCos', 'SchedNo', 'SchedExp', 'SchedPoly', 'annealer', 'small_axes', 'plot_scheds', 'plain_sched', 'combine_scheds', 'combined_cos', 'is_sched']

def small_axes(n: int, figsize: tuple | None = None) -> list:
    """Axes for `n` small plots, two in a row

    - `n`: How many
    - `figsize`: Size of the figure in inches; None: about 3.6 by 2.4 for each
    """

def plain_sched(f: Callable) -> Any:
    """`f` without the object around it: spares a call per step

    - `f`: A schedule, or any function of the position
    """

def is_sched(o) -> bool:
    """Was `o` made by one of the functions on this page?

    - `o`: Anything
    """
