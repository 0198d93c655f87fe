"""The loader in combinations: every wrong setting, every kind of data with every order, and passes broken off everywhere"""
import json, multiprocessing, os, pickle, random, subprocess, sys, tempfile, time, warnings
from functools import partial
from itertools import product
from threading import enumerate as threads

import numpy as np
import pytest
import torch
from fastcore.basics import noop
from torch.testing import assert_close
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils.data import BatchSampler, IterableDataset, RandomSampler, StackDataset, Subset, TensorDataset, WeightedRandomSampler
from torch.utils.data import DataLoader as TorchLoader, get_worker_info

from mylearner.data.load import DataLoader, fa_collate

x, y = torch.arange(50.).view(25, 2), torch.arange(25)
ds = TensorDataset(x, y)
items = list(ds)
zeros = [torch.zeros(2) for _ in range(8)]
exactly = partial(assert_close, rtol=0, atol=0)

class Lazy:
    "A sampler without a length, of single indices or of batches of them"
    def __init__(self, idxs): self.idxs = idxs
    def __iter__(self): return iter(self.idxs)

class Doubled(TensorDataset):
    def __getitem__(self, i): return tuple(2*o for o in super().__getitem__(i))
class Reversed(Subset):
    def __getitem__(self, i): return self.dataset[self.indices[-1-i]]
    def __getitems__(self, idxs): return [self[i] for i in idxs]
class Upto(IterableDataset):
    def __init__(self, n): self.n = n
    def __iter__(self): return iter(range(self.n))

class Ops(TorchDispatchMode):
    "Count torch's operations by name"
    def __init__(self):
        super().__init__()
        self.counts = {}
    def __torch_dispatch__(self, f, types, args=(), kwargs=None):
        k = f.overloadpacket.__name__
        self.counts[k] = self.counts.get(k, 0) + 1
        return f(*args, **(kwargs or {}))

def weighted(): return WeightedRandomSampler([1.]*5 + [0.]*20, 8)
def by_sevens(): return BatchSampler(RandomSampler(ds), 7, drop_last=True)
def pids(): return {p.pid for p in multiprocessing.active_children()}
def prefetching(): return [o for o in threads() if o.name.startswith('prefetch')]
def error_of(dl):
    try: list(dl)
    except Exception as e: return e
    finally: dl.close()

# -- settings ----------------------------------------------------------------------------------------------------------

some_batches = BatchSampler([3,1,4], 2, False)
wrong_settings = [
    (dict(bs=0), "bs is 0; it must be a whole number"), (dict(bs=True), "bs is True"), (dict(bs=2.), "bs is 2.0"),
    (dict(bs=4, batch_size=8), "two names for one thing"), (dict(create_batch=list, collate_fn=list), "two names"),
    (dict(num_workers=-1), "num_workers is -1"), (dict(timeout=-1), "timeout is -1"),
    (dict(prefetch=-1), "prefetch is -1"), (dict(prefetch=True), "prefetch is True"), (dict(prefetch=.5), "prefetch is 0.5"),
    (dict(timeout=3), "timeout is for worker processes"), (dict(prefetch_factor=3), "prefetch_factor needs num_workers"),
    (dict(persistent_workers=True), "persistent_workers=True needs num_workers"),
    (dict(bs=4, n=11), "n=11 asks for more than the 10 items"), (dict(drop_last=True), "drop_last=True needs bs"),
    (dict(bs=4, shuffle=True, indexed=False), "range can only be iterated"),
    (dict(bs=4, sampler=[1], indexed=False), "a sampler needs a data set with indices"),
    (dict(bs=4, sampler=[1], shuffle=True), "sampler decides the order"),
    (dict(bs=4, sampler=[1], n=1), "a sampler decides the number of items"),
    *((dict(batch_sampler=some_batches, **kw), "batch_sampler decides batches and order")
      for kw in (dict(bs=4), dict(shuffle=True), dict(sampler=[1]), dict(drop_last=True)))]

@pytest.mark.parametrize('wrong,why', wrong_settings)
def test_wrong_settings(wrong, why):
    with pytest.raises(ValueError) as e: DataLoader(range(10), **wrong)  # T-38
    assert why in str(e.value)

def test_new_keeps_and_gives_way():
    bsmp = by_sevens()
    full = DataLoader(items, bs=4, n=8, num_workers=1, timeout=9, persistent_workers=False, prefetch_factor=3, prefetch=2,
                      multiprocessing_context='fork', worker_init_fn=print, generator=torch.Generator(), device='cpu')
    by_batch = DataLoader(ds, batch_sampler=bsmp)
    assert by_batch.new().batch_sampler is bsmp
    assert by_batch.new(items).batch_sampler is None
    assert DataLoader(ds, bs=4, sampler=weighted()).new(items).sampler is None
    assert (full.new(num_workers=0).timeout, full.new(batch_size=5).bs) == (0, 5)
    assert full.new(create_batch=list).new(collate_fn=tuple).create_batch is tuple

def test_pinning():
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        dl = DataLoader(torch.arange(3), bs=3, pin_memory=True, pin_memory_device='cuda')
        dl.pin_memory_device = ''
        assert dl.new().pin_memory
        assert next(iter(dl)).is_pinned() == torch.accelerator.is_available()

# -- data and orders ---------------------------------------------------------------------------------------------------

part = Subset(ds, [20,3,-18,11,2])
kinds = dict(tuple=(x, y), named=StackDataset(x=x, y=y), placed=StackDataset(x, y), part=part,
             part_of_part=Subset(part, [4,-4,0,2]), part_of_items=Subset(items, [3,2,1,4]),
             doubled=Doubled(x, y), short=(x, y.to(torch.uint16)))
orders = (dict(batch_size=2), dict(batch_size=2, shuffle=True), dict(batch_size=3, sampler=[3,-1,0,1]),
          dict(batch_size=3, sampler=Lazy([3,-1,0,1])), dict(batch_sampler=[[3,-1],[0]]), dict(batch_sampler=Lazy([[3,-1],[0]])))

@pytest.mark.parametrize('kind,kw', list(product(kinds, orders)))
def test_as_torch(kind, kw):
    data = kinds[kind]
    same = TensorDataset(*data) if type(data) is tuple else data
    torch.manual_seed(0)
    ours = list(DataLoader(data, **kw))
    torch.manual_seed(0)
    theirs = list(TorchLoader(same, collate_fn=fa_collate, **kw))
    exactly(ours, theirs)
    assert type(ours[0]) is type(theirs[0])

def test_left_to_their_getitem():
    others = dict(own=Doubled(x, y), own_part=Reversed(ds, [1,2]), part_of_own=Subset(Doubled(x, y), [1,2]),
                  sparse=(x.to_sparse(), y), two_devices=(x, y.to('meta')), uint16=(x, y.to(torch.uint16)))
    assert {DataLoader(o, bs=4, n=2).route for o in others.values()} == {'items'}

def test_data_that_changes():
    changing, part = TensorDataset(y), Subset(TensorDataset(y), [3,1])
    dl, dl_part = DataLoader(changing, bs=2), DataLoader(part, bs=2)
    def first(dl): return next(iter(dl))[0].tolist()
    seen = [first(dl), first(dl_part)]
    changing.tensors, part.indices = (y*2,), [4,5]
    seen += [first(dl), first(dl_part)]
    dl.dataset = part
    seen.append(first(dl))
    assert seen == [[0,1],[3,1],[0,2],[4,5],[4,5]]
    part.indices[0] = 7
    seen = [first(dl_part)]
    part.dataset.tensors = (y*10,)
    seen.append(first(dl_part))
    stack = StackDataset(a=y)
    dl = DataLoader(stack, bs=2)
    for b in dl: break
    stack.datasets['a'] = y + 100
    seen.append(next(iter(dl))['a'].tolist())
    stack.datasets = dict(b=stack.datasets['a'])
    assert list(next(iter(dl))) == ['b']
    assert seen == [[7,5],[70,50],[100,101]]

# -- ahead -------------------------------------------------------------------------------------------------------------

def epochs(dl, n=3, seed=42):
    "Targets of `n` epochs, and the random number drawn next"
    torch.manual_seed(seed)
    return [[b[1].tolist() for b in dl] for _ in range(n)], torch.rand(1).item()

@pytest.mark.parametrize('kw', [dict(), dict(shuffle=True), dict(sampler=[5,4,3,2,1]), dict(shuffle=True, drop_last=True)])
def test_prefetch_changes_nothing(kw):
    assert epochs(DataLoader(ds, bs=4, prefetch=3, **kw)) == epochs(DataLoader(ds, bs=4, **kw))

def test_prefetch_looks_no_further():
    asked = []
    def ask(i):
        asked.append(i)
        return i
    dl = DataLoader(ds, bs=1, sampler=Lazy(map(ask, range(9))), prefetch=3)
    for b in dl: break
    assert dl.route == 'tensors' and asked == [0,1,2,3]    # one that is used, three that wait
    assert prefetching() == []

def test_no_thread_for_a_device():
    dl = DataLoader(TensorDataset(x.to('meta')), bs=10, shuffle=True, prefetch=2)
    assert dl.route == 'tensors'
    with Ops() as ops: list(dl)
    assert ops.counts['index_select'] == 3

def test_program_ends_while_the_thread_works():
    program = """
import torch
from mylearner.data.load import DataLoader
it = iter(DataLoader(torch.zeros(4000,1000), bs=1000, shuffle=True, prefetch=3))
next(it)
"""
    done = subprocess.run([sys.executable, '-c', program], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, '')

# -- workers -----------------------------------------------------------------------------------------------------------

def test_workers_follow_settings():
    before = pids()
    dl = DataLoader(items, bs=4, shuffle=True, num_workers=2, prefetch_factor=3, multiprocessing_context='fork')
    list(dl)
    mine = pids() - before
    assert len(mine) == 2
    assert dl._workers.loader.prefetch_factor == 3
    assert dl._workers.loader.multiprocessing_context.get_start_method() == 'fork'
    for k, v in dict(after_item=list, bs=8).items():
        setattr(dl, k, v)
        next(iter(dl))
        assert (pids() - before) & mine == set()
        mine = pids() - before
    dl.close()
    assert pids() <= before  # (one of an earlier test may have ended)

@pytest.mark.parametrize('indexed,what,worker', [(True, 'item 2', 1), (False, 'an item', 0)])
def test_errors_arrive(indexed, what, worker):
    err = error_of(DataLoader(['[1]','[2]','[3','[4]'], bs=2, after_item=json.loads, num_workers=2, indexed=indexed))
    assert type(err) is json.JSONDecodeError and (err.pos, err.doc) == (2, '[3')
    assert err.__notes__[0] == f"This happened while {what} of list was made."
    assert f'worker process {worker}' in err.__notes__[1] and 'in do_item' in err.__notes__[1]

class Torn(ValueError):
    def __init__(self, page): self.page, self.handle = page, lambda: page

def test_torn_errors_arrive():
    class Local(LookupError): pass
    def arrived(e):
        def fail(i): raise e
        return error_of(DataLoader([0], bs=1, create_item=fail, num_workers=1, persistent_workers=False))
    err, err2 = arrived(Torn(7)), arrived(Local("no such page"))
    assert (type(err), err.args, err.page, hasattr(err, 'handle')) == (Torn, (7,), 7, False)
    assert type(err2) is LookupError and str(err2).endswith("Local: no such page")

def three_generators(_): return torch.tensor([torch.rand(()), random.random(), np.random.rand()], dtype=torch.float64)

def test_worker_seeds():
    def noise(seed=5):
        torch.manual_seed(seed)
        return torch.cat(list(DataLoader(zeros, bs=2, after_item=three_generators, num_workers=1, persistent_workers=False,
                                         worker_init_fn=noop)))
    seeds = DataLoader(create_item=lambda _: torch.initial_seed(), bs=1, n=4, num_workers=2, persistent_workers=False,
                       worker_init_fn=lambda i: torch.manual_seed(10+i))
    assert [b.item() for b in seeds] == [10,11,10,11]
    assert noise()[:,0].tolist() != noise(6)[:,0].tolist()
    exactly(noise()[:,0], noise()[:,0])

def test_timeout():
    dl = DataLoader([0,0,1,0], bs=2, after_item=time.sleep, num_workers=1, timeout=0.3, persistent_workers=False)
    with pytest.raises(RuntimeError, match='timed out after 0.3 seconds'): list(dl)

def test_workers_of_counting_streams_stay():
    before = pids()
    dl = DataLoader(create_item=lambda _: get_worker_info().id, bs=2, n=6, num_workers=2)
    assert [b.tolist() for b in dl] == [[0,0],[1,1],[0,0]]
    mine = pids() - before
    assert [b.tolist() for b in dl] == [[0,0],[1,1],[0,0]]
    assert pids() - before == mine
    dl.close()

def test_streams_of_indexed_data_have_new_workers():
    before = pids()
    dl = DataLoader(range(8), bs=2, shuffle=True, num_workers=2)
    dl.create_batches = partial(DataLoader.create_batches, dl)
    one, two = [[i for b in dl for i in b.tolist()] for _ in range(2)]
    assert dl.route == 'stream' and sorted(one) == sorted(two) == list(range(8)) and one != two
    assert pids() <= before  # (one of an earlier test may have ended)

def test_spawned_workers():
    "Workers that start afresh know of the loader only what a pickle tells them"
    program = """
from mylearner.data.load import DataLoader
if __name__ == '__main__':
    for kw in (dict(), dict(indexed=False)):
        dl = DataLoader(range(4), bs=2, num_workers=1, multiprocessing_context='spawn', **kw)
        print([b.tolist() for b in dl], flush=True)
        dl.close()
"""
    with tempfile.TemporaryDirectory() as d:
        path = os.path.join(d, 'prog.py')
        with open(path, 'w') as f: f.write(program)
        done = subprocess.run([sys.executable, path], capture_output=True, text=True)
    assert done.stdout.split('\n')[:2] == ['[[0, 1], [2, 3]]']*2, done.stderr

def test_a_pickle_brings_the_whole_class():
    program = """
import sys, pickle
dl = pickle.loads(bytes.fromhex(sys.argv[1]))
print(len(list(dl)), dl.state_dict()['n_given'])
"""
    done = subprocess.run([sys.executable, '-c', program, pickle.dumps(DataLoader([1,2,3], bs=2)).hex()], capture_output=True, text=True)
    assert done.stdout.split() == ['2', '0'], done.stderr

# -- broken off --------------------------------------------------------------------------------------------------------

def broken_off(**kw):
    "Batches of an epoch without a break, and of one broken off after two and continued; the state"
    torch.manual_seed(3)
    whole = list(DataLoader(**kw))
    torch.manual_seed(3)
    dl = DataLoader(**kw)
    it = iter(dl)
    part, sd = [next(it), next(it)], dl.state_dict()
    it.close()
    dl.close()
    dl = DataLoader(**kw)
    dl.load_state_dict(sd)
    part += list(dl)
    dl.close()
    return whole, part, sd

datas = (dict(dataset=ds), dict(dataset=ds, prefetch=2), dict(dataset=items))
ways = (dict(bs=4), dict(bs=4, shuffle=True), dict(bs=4, sampler=[9,8,7,6,5,4,3,2,1,0]),
        dict(bs=4, sampler=Lazy(range(20))), dict(batch_sampler=by_sevens()), dict(shuffle=True))
others = (dict(dataset=zeros, bs=2, after_item=three_generators, num_workers=1), dict(dataset=Upto(9), bs=2),
          dict(dataset=Upto(9), bs=2, num_workers=1))

@pytest.mark.parametrize('kw', [*({**a, **b} for a, b in product(datas, ways)), *others])
def test_broken_off(kw):
    whole, part, sd = broken_off(**kw)
    exactly(part, whole)
    assert sd['n_given'] == 2

def test_a_lazy_order_is_not_in_the_state():
    assert broken_off(dataset=ds, bs=4, sampler=Lazy(range(20)))[2]['order'] is None

def test_a_look_does_not_use_up_the_place():
    dl = DataLoader(ds, bs=4)
    dl.load_state_dict(broken_off(dataset=ds, bs=4)[2])
    assert [dl.one_batch()[1].tolist(), next(iter(dl))[1].tolist()] == [[0,1,2,3],[8,9,10,11]]

def test_a_place_taken_aside_is_not_used_up():
    "Whoever keeps `_resume` and puts it back, as the search for a learning rate does, finds it as it was"
    dl = DataLoader(ds, bs=4)
    dl.load_state_dict(broken_off(dataset=ds, bs=4)[2])
    kept = dl._resume
    list(dl)
    dl._resume = kept
    assert dl.state_dict()['n_given'] == 2 and next(iter(dl))[1].tolist() == [8,9,10,11]

def test_at_most_three_flags():
    "What a pass changes on the loader itself"
    dl = DataLoader(items, bs=4, shuffle=True)
    assert dl.route == 'items' # (works out the columns, a cache)
    before = dict(vars(dl))
    for b in dl: break
    assert {k for k, v in vars(dl).items() if before.get(k, dl) is not v} <= {'_pass', '_resume', 'next_seed'}


# Streams in several workers

class Stream(torch.utils.data.IterableDataset):
    "Numbers, all of them in each worker, or a share"
    def __init__(self, shares): self.shares = shares
    def __iter__(self):
        info = torch.utils.data.get_worker_info()
        step = info.num_workers if self.shares and info else 1
        return iter(range(info.id if step > 1 else 0, 12, step))

def rows_and_warnings(**kw):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        rows = [o for b in DataLoader(bs=3, **kw) for o in b.tolist()]
    return sorted(rows),[str(o.message) for o in caught if 'first batches of two workers' in str(o.message)]

def test_a_stream_that_every_worker_repeats(): # N-081
    rows,told = rows_and_warnings(dataset=Stream(False), num_workers=2)
    assert rows == sorted([*range(12)]*2) and len(told) == 1
    assert rows_and_warnings(dataset=Stream(True), num_workers=2) == ([*range(12)], [])
    assert rows_and_warnings(dataset=Stream(False), num_workers=1) == ([*range(12)], [])
    assert rows_and_warnings(dataset=Stream(False)) == ([*range(12)], [])
