"What a checkpoint can hold comes back as what it was; the rest is refused by name when the fit begins"
import dataclasses, datetime as dt, decimal, enum, fractions, types, uuid, warnings, zoneinfo
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn

from faults import new
from resume_setups import Callback, make, outcome, differences, run, setup, plain
from mylearner.checkpoint_files import from_json, not_kept, read_checkpoint, write_checkpoint

class Phase(enum.Enum): WARM,HOT = 1,'two'
class Level(enum.IntEnum): LOW = 3
class Mode(enum.StrEnum): MIN = 'min'
class Flags(enum.Flag): A,B,C = 1,2,4
class IntFlags(enum.IntFlag): A,B = 1,2
Point = namedtuple('Point', 'x y')
class Named(Point): pass

ran = []
@dataclasses.dataclass
class Best:
    value:float
    seen:list
    phase:Phase=Phase.WARM
    def __post_init__(self): ran.append('post')
    def __setattr__(self, k, v): ran.append(k); object.__setattr__(self, k, v)

@dataclasses.dataclass(frozen=True, slots=True)
class Fixed:
    a:int
    b:tuple=()

@dataclasses.dataclass
class Virtual:
    _x:int
    @property
    def x(self): ran.append('x'); return self._x

@dataclasses.dataclass
class Closes:
    n:int
    def __del__(self): ran.append('del')

class Sub(torch.Tensor): pass

def loop(): o = []; o.append(o); return o
def local():
    class Phase(enum.Enum): A = 1
    return Phase.A

kept = dict(enum=Phase.HOT, int_enum=Level.LOW, str_enum=Mode.MIN, flag=Flags.A|Flags.C, no_flag=Flags(0), int_flag=IntFlags.A|IntFlags.B,
    named=Point(1, [2]), named_sub=Named(Phase.HOT, 2), record=Best(0.5, [Point(1, 2)]), fixed=Fixed(1, (2,)), virtual=Virtual(3),
    now=dt.datetime(2020, 1, 1, 3, 4, 5, 6), utc=dt.datetime(2020, 1, 1, tzinfo=dt.timezone.utc), fold=dt.datetime(2020, 10, 25, 2, 30, fold=1, tzinfo=zoneinfo.ZoneInfo('Europe/Paris')),
    offset=dt.datetime(2020, 1, 1, tzinfo=dt.timezone(dt.timedelta(hours=5), 'Far')), date=dt.date(2020, 1, 1), time=dt.time(3, 4), delta=dt.timedelta(-1, 2, 3), path=Path('/a/b'),
    sets=({1, 2}, frozenset('ab')), counter=Counter('aab'), ordered=OrderedDict(b=1, a=2), default=defaultdict(list, {1: [2]}), counters=defaultdict(Counter, {1: Counter('a')}),
    deque=deque([1, 2], maxlen=3), np_float=np.float64(1.5), np_half=np.float16(0.5), np_int=np.int64(3), np_bool=np.bool_(True), np_text=np.str_('x'), np_date=np.datetime64('2020-01-01'),
    np_long=np.longdouble(1.5), array=np.arange(4).reshape(2, 2), texts=np.array(['a', 'bc']), dates=np.array(['2020-01-01'], dtype='M8[D]'), no_texts=np.zeros((0, 2), 'U3'),
    big_endian=np.array([1., 2.], dtype='>f4'), fields=np.array([(1, 2.)], dtype=[('a', 'i4'), ('b', 'f4')]), np_dtype=np.dtype('f4'), nan=np.array([np.nan]), fortran=np.asfortranarray(np.eye(3)[:, :2]),
    size=torch.Size([1, 2]), dtype=torch.float16, device=torch.device('cpu'), complex=1+2j, bytes=b'ab', bytearray=bytearray(b'ab'), tuples={(1, 2): 3, (1, (2, 'x')): 4},
    keys={1: 2, '1': 3, None: 4, 1.5: 5, Phase.HOT: 6, Mode.MIN: 7}, decimal=decimal.Decimal('1.10'), fraction=fractions.Fraction(1, 3), uuid=uuid.UUID(int=5), space=types.SimpleNamespace(a=[Phase.HOT]),
    big=2**100, floats=[float('inf'), -0.0], param=nn.Parameter(torch.ones(2)), fixed_param=nn.Parameter(torch.ones(2), requires_grad=False), leaf=torch.ones(2, requires_grad=True),
    sub=torch.ones(2).as_subclass(Sub), best=torch.ones(3, 2).max(1), dollar={'$tensor': 1}, bf16=torch.ones(2, dtype=torch.bfloat16), range=range(3))

def like(a, b):
    "Are `a` and `b` of the same types all through, and of equal values?"
    if type(a) is not type(b): return False
    if isinstance(a, torch.Tensor): return a.dtype == b.dtype and a.requires_grad == b.requires_grad and torch.equal(a.as_subclass(torch.Tensor), b.as_subclass(torch.Tensor))
    if isinstance(a, np.ndarray): return a.dtype == b.dtype and a.shape == b.shape and a.tobytes() == b.tobytes()
    if isinstance(a, dict): return [(type(k), k) for k in a] == [(type(k), k) for k in b] and all(map(like, a.values(), b.values())) and getattr(a, 'default_factory', 0) is getattr(b, 'default_factory', 0)
    if isinstance(a, (list, tuple, deque)): return len(a) == len(b) and all(map(like, a, b)) and getattr(a, 'maxlen', 0) == getattr(b, 'maxlen', 0)
    if dataclasses.is_dataclass(a): return all(like(getattr(a, f.name), getattr(b, f.name)) for f in dataclasses.fields(a))
    return a == b and repr(a) == repr(b)

# N-284
@pytest.mark.parametrize('name', list(kept))
def test_comes_back_as_it_was(name, tmp_path):
    ran.clear()
    write_checkpoint(tmp_path/'000001-x', {}, dict(v=kept[name]))
    assert like(kept[name], read_checkpoint(tmp_path/'000001-x')[2]['v'])
    assert not ran # no method of a class

@pytest.mark.parametrize('value,said', [(local(), 'define it at the top of'), (defaultdict(lambda: 0), 'makes its defaults by'), (object(), 'v is a object'), (Closes(1), 'v is a Closes'),
    (np.array([1, 'a'], dtype=object), 'with objects in it'), (np.ma.array([1, 2], mask=[0, 1]), 'MaskedArray'), (loop(), 'holds itself'), (len, 'builtin'),
    ({'a': [(local(),)]}, r'v\.a\.0\.0 is of the class'), (torch.eye(2).to_sparse(), 'unusual kind'), (type('Int', (int,), {})(3), 'v is a Int'), (nn.Linear(1, 1), 'v is a Linear')])
def test_is_refused(value, said):
    import re
    assert re.search(said, not_kept(value, 'v'))

@pytest.mark.parametrize('tree,said', [({'$member': ['os:path', 'A']}, 'no class'), ({'$member': ['gone:X', 'A']}, 'there is no class X in gone'), ({'$member': ['subprocess:Popen', 'A']}, 'no enum'),
    ({'$record': ['subprocess:Popen', {'args': 'ls'}]}, 'no plain dataclass'), ({'$named': ['subprocess:Popen', ['ls']]}, 'no tuple'), ({'$record': [f'{__name__}:Closes', {'n': 1}]}, 'no plain dataclass'),
    ({'$npdtype': '|O'}, 'no dtype'), ({'$raw': ['|O', [1], {'$tensor': 'x'}]}, 'no dtype')])
def test_a_file_makes_nothing_else(tree, said):
    ran.clear()
    with pytest.raises(ValueError, match=said): from_json(tree, {'x': torch.zeros(8, dtype=torch.uint8)})
    assert not ran

# N-283
class Holds(Callback):
    state_names = ('thing',)
    def __init__(self, when, thing=len): self.when,self.value,self.thing = when,thing,None
    def before_fit(self):
        if self.when == 'fit': self.thing = self.value
    def after_batch(self):
        if self.when == 'batch': self.thing = self.value

@pytest.mark.parametrize('when,event', [('fit', 'before_fit'), ('batch', 'after_batch')])
def test_refused_at_the_start(when, event):
    learn = make(setup(plain), new())
    learn.add_cb(Holds(when))
    with pytest.raises(TypeError, match=f"(?s)callback holds: thing is a builtin.*in '{event}', epoch 0, batch 0"), learn.no_logging(): learn.fit(2)
    assert learn.train_iter <= 1 and not learn.checkpoint.checkpoints

def test_warned_of_where_errors_are_to_warn():
    learn = make(setup(plain), new(), on_save_error='warn')
    learn.add_cb(Holds('fit'))
    with warnings.catch_warnings(record=True) as told, learn.no_logging():
        warnings.simplefilter('always')
        learn.fit(1)
    assert 'callback holds: thing' in str(told[0].message)

# N-284: types decide what training does: another type after the stop would be another run
class Typed(Callback):
    "Follows a plan written in the script's own types"
    state_names,run_valid = ('phase','best','when','counts','by','seen'),False
    def __init__(self): self.phase,self.best,self.when,self.counts,self.by,self.seen = Phase.WARM,None,dt.datetime(2020, 1, 1),defaultdict(Counter),{(0, 'a'): 1},np.array(['', ''])
    def before_batch(self):
        if self.phase is Phase.WARM and self.learn.train_iter > 2: self.phase = Phase.HOT
        self.best = Best(1. if self.best is None else self.best.value*0.9, [self.learn.iter], self.phase)
        self.when += dt.timedelta(days=1)
        self.counts[self.when.weekday()][self.phase] += 1
        self.by[0, 'a'] += 1
        self.seen[self.learn.iter % 2] = 'y'
        k = self.best.value + self.counts[self.when.weekday()][Phase.HOT] + self.by[0, 'a'] + (self.seen == 'y').sum()
        self.learn.xb = (self.learn.xb[0]*(1 + 0.01*float(k)),)

@pytest.mark.parametrize('stop', range(1, 21, 3))
def test_own_types_go_on(stop):
    s,d = setup(cbs=lambda: [Typed()]),new()
    whole,stopped = run(s, new()),run(s, d, stop=stop)
    got = run(s, d)
    assert stopped is None and like(*[[getattr(o.typed, k) for k in Typed.state_names] for o in (whole, got)])
    for o in (whole, got): o.typed.state_names = ()
    assert not differences(outcome(whole), outcome(got))
