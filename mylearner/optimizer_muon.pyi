# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from mylearner.keywords import suggests_names as suggests_names
from mylearner.optimizer import OptimWrapper as OptimWrapper, hidden_matrices as hidden_matrices, Muon as Muon, ScheduleFreeAdamW as ScheduleFreeAdamW
__all__ = ['hidden_matrices', 'Muon', 'ScheduleFreeAdamW']
