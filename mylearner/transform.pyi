# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from collections.abc import Callable, Iterable
from typing import Any, Self
__all__ = ['typedispatch', 'TypeDispatch', 'dispatch', 'Transform', 'ItemTransform', 'InplaceTransform', 'DisplayedTransform', 'mk_transform', 'compose_tfms', 'gather_attrs', 'gather_attr_names', 'Pipeline']

class _Method:
    """All bodies of one of a transform's methods in one class; inherited ones are found when asked for"""
    nm: Any
    owner: Any
    fs: list
    seen: Any
    version: int
    def __init__(self, nm, f=None) -> None: ...
    def __set_name__(self, owner, nm) -> None: ...
    def __get__(self, obj, cls=None) -> Any: ...
    def add(self, f) -> None:
        """One more body"""
    @property
    def table(self) -> Any:
        """Own and inherited bodies: the nearer class wins for equal types"""

class TypeDispatch:
    """A function with several bodies, chosen by the types of the positional arguments"""
    fs: list
    skip: int
    name: Any
    def __init__(self, *fs, name: str | None = None, skip: int = 0) -> None:
        """- `fs`: Bodies; their annotations say what each is for, none means anything
        - `name`: What it is called in messages; the first body's name when None
        - `skip`: Leading arguments that take no part in the choice (`self`)
        """
    def dispatch(self, f: Callable) -> Self:
        """Add a body (usable as a decorator); returns the whole function"""
    def find(self, *types) -> Any:
        """The body for arguments of these `types`

        - `types`: Types of the arguments
        """
    def __call__(self, *args, **kwargs) -> Any: ...

def dispatch(f) -> TypeDispatch:
    """Add `f` to the function with several bodies that has its name

    - `f`: A body; its name says which function it joins, or begins
    """

def typedispatch(f) -> TypeDispatch:
    """Add `f` to the function with several bodies that has its name

    - `f`: A body; its name says which function it joins, or begins
    """

class Transform:
    """A function with a way back (`encodes`, `decodes`), chosen by type, that may learn from the data first (`setups`)"""
    decodes: TypeDispatch
    encodes: TypeDispatch
    split_idx: int | None
    init_enc: Any
    order: float
    train_setup: Any
    def __init__(self, enc: Callable | Iterable | None = None, dec: Callable | Iterable | None = None, split_idx: int | None = None, order: float | None = None) -> None:
        """- `enc`: One function or several: used as `encodes`
        - `dec`: The same for `decodes`
        - `split_idx`: Act on this subset alone: 0 training, 1 validation; None means on all
        - `order`: Place in a `Pipeline`: lower goes first; None means the function's own `order`, or the class's
        """
    @property
    def name(self) -> Any:
        """What it is called in messages and in a `Pipeline`"""
    def __call__(self, x, *args, split_idx: int | None = None, **kwargs) -> Any:
        """Encode `x`, each element on its own when it is a tuple"""
    def decode(self, x, *args, split_idx: int | None = None, **kwargs) -> Any:
        """Undo, each element on its own when `x` is a tuple"""
    def setup(self, items=None, train_setup: bool = False) -> Any:
        """Let `setups` learn from `items`

        - `items`: What to learn from
        - `train_setup`: Look only at `items.train`? The transform's own `train_setup`, when set, decides instead
        """

class ItemTransform(Transform):
    """A transform that gets a tuple whole, as a list, and gives back a tuple"""

class InplaceTransform(Transform):
    """A transform that changes what it is given and returns that same object"""

class DisplayedTransform(Transform):
    """A transform that shows its settings in its name"""
    @property
    def name(self) -> str: ...

def mk_transform(f) -> Transform:
    """`f` as a transform, unless it already is one

    - `f`: A transform, a class of transforms, or any callable
    """

def compose_tfms(x, tfms: Iterable, is_enc: bool = True, reverse: bool = False, **kwargs) -> Any:
    """`x` through all `tfms`

    - `x`: Anything
    - `tfms`: Transforms
    - `is_enc`: Encode, or decode?
    - `reverse`: From last to first?
    """

def gather_attrs(o, k: str, nm: str) -> Any:
    """All values of attribute `k` among the objects in `o.nm`: one, or an `L` of several"""

def gather_attr_names(o, nm: str) -> Any:
    """Names of all attributes among the objects in `o.nm`"""

class Pipeline:
    """Transforms in a row, in the order of their `order`"""
    fs: Any
    split_idx: int | None
    def __init__(self, funcs: Callable | Iterable | None = None, split_idx: int | None = None) -> None:
        """- `funcs`: Transforms or functions, one or several (None is none); or a `Pipeline`, whose transforms are then shared
        - `split_idx`: Which subset this is for: 0 training, 1 validation
        """
    def __call__(self, o) -> Any:
        """Through all transforms"""
    def __getitem__(self, i) -> Any: ...
    def __len__(self) -> int: ...
    def __bool__(self) -> bool: ...
    def setup(self, items=None, train_setup: bool = False) -> None:
        """Set up all transforms, each on what the earlier ones made of `items`

        - `items`: What to learn from; typically made by this very pipeline
        - `train_setup`: Only from `items.train`?
        """
    def add(self, ts: Callable | Iterable, items=None, train_setup: bool = False) -> None:
        """Set up `ts` and put them in their place

        - `ts`: One transform or several
        - `items`: What to set them up with
        - `train_setup`: Only with `items.train`?
        """
    def decode(self, o, full: bool = True) -> Any:
        """Undo the transforms, last first

        - `o`: An encoded object
        - `full`: All the way back, or only until it can be shown?
        """
    def show(self, o, ctx=None, **kwargs) -> Any:
        """Decode `o` until it can be shown, and show it

        - `o`: An encoded object
        - `ctx`: Where to show it: axes, or None
        """
    def __getattr__(self, name: str) -> Any: ...
