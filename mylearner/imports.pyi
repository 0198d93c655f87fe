# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from typing import Any
import collections as collections
import csv as csv
import datetime as datetime
import enum as enum
import functools as functools
import glob as glob
import hashlib as hashlib
import importlib as importlib
import inspect as inspect
import io as io
import itertools as itertools
import json as json
import math as math
import numbers as numbers
import operator as operator
import os as os
import pickle as pickle
import platform as platform
import random as random
import re as re
import shutil as shutil
import string as string
import sys as sys
import tempfile as tempfile
import threading as threading
import time as time
import types as types
import typing as typing
import warnings as warnings
import numpy as _np
np = _np
import torch as torch
import torch.nn.functional as _F
F = _F
from collections import Counter as Counter, OrderedDict as OrderedDict, defaultdict as defaultdict, namedtuple as namedtuple
from collections.abc import Callable as Callable, Iterable as Iterable, Iterator as Iterator, Mapping as Mapping, MutableMapping as MutableMapping, MutableSequence as MutableSequence, Sequence as Sequence
from concurrent.futures import ProcessPoolExecutor as ProcessPoolExecutor, ThreadPoolExecutor as ThreadPoolExecutor
from contextlib import contextmanager as contextmanager, redirect_stdout as redirect_stdout
from copy import copy as copy, deepcopy as deepcopy
from enum import Enum as Enum, IntEnum as IntEnum
from functools import partial as partial, reduce as reduce
from itertools import chain as chain, dropwhile as dropwhile, starmap as starmap, takewhile as takewhile, zip_longest as zip_longest
from numbers import Number as Number, Real as Real
from numpy import array as array, ndarray as ndarray
from operator import attrgetter as attrgetter, itemgetter as itemgetter, methodcaller as methodcaller
from pathlib import Path as Path
from types import BuiltinFunctionType as BuiltinFunctionType, BuiltinMethodType as BuiltinMethodType, FunctionType as FunctionType, LambdaType as LambdaType, MethodType as MethodType, SimpleNamespace as SimpleNamespace
from typing import Any as Any, Dict as Dict, Generator as Generator, List as List, Optional as Optional, Set as Set, Tuple as Tuple, TypeVar as TypeVar, Union as Union
from warnings import warn as warn
from fastcore.basics import *
from fastcore.imports import in_colab as in_colab, in_ipython as in_ipython, in_jupyter as in_jupyter, in_notebook as in_notebook, is_coll as is_coll, is_iter as is_iter, noop as noop, noops as noops
from fastcore.foundation import *
from fastcore.meta import *
from fastcore.test import ExceptionExpected as ExceptionExpected, exception as exception, expect_fail as expect_fail, is_close as is_close, nequals as nequals
from fastcore.xtras import *
from torch import ByteTensor as ByteTensor, DoubleTensor as DoubleTensor, FloatTensor as FloatTensor, HalfTensor as HalfTensor, LongTensor as LongTensor, Tensor as Tensor, as_tensor as as_tensor, nn as nn, optim as optim
from torch.utils.data import BatchSampler as BatchSampler, IterableDataset as IterableDataset, RandomSampler as RandomSampler, Sampler as Sampler, SequentialSampler as SequentialSampler, TensorDataset as TensorDataset, default_collate as default_collate, default_convert as default_convert, get_worker_info as get_worker_info
from fastcore.foundation import L as L
from fastcore.meta import delegates as delegates
from fastcore.basics import patch as patch, patch_to as patch_to, store_attr as store_attr, first as first, ifnone as ifnone, listify as listify, tuplify as tuplify, detuplify as detuplify, range_of as range_of, camel2snake as camel2snake
import matplotlib.pyplot as _plt
plt = _plt
import pandas as _pd
pd = _pd

class LazyModule:
    """A module that is imported when it is first used"""
    def __init__(self, name: str, extra: str | None = None) -> None:
        """- `name`: Of the module
        - `extra`: What to install where it is missing; None: the module's first name
        """
    def __getattr__(self, name: str) -> Any: ...
