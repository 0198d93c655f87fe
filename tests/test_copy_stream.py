"Batches that are copied on a stream of their own: in order, waited for, counted when they are given; a stand-in takes the GPU's place"
import pytest, torch
import torch.nn.functional as F
from torch import nn
from torch.utils.data import TensorDataset

import mylearner.data.epoch as epoch
from mylearner.callback.core import Callback
from mylearner.data.core import DataLoaders
from mylearner.data.load import DataLoader
from mylearner.data.loader import SkipItemException
from mylearner.data.tensors import CopyStream
from mylearner.learner import Learner

pytestmark = pytest.mark.filterwarnings('ignore:pin_memory=True has no effect', "ignore:'pin_memory' argument is set")

class Slow:
    "A stream on which a copy is done when somebody waits for it, and not before"
    made = []
    def __init__(self, device=None):
        self.queue,self.log = [],[]
        Slow.made.append(self)
    def copy(self, t):
        there = torch.full_like(t, -1) if not t.is_floating_point() else torch.full_like(t, float('nan'))
        self.queue.append((there, t.clone()))
        return there
    def record_event(self): return self,len(self.queue)
    def wait_event(self, event):
        stream,n = event
        for there,t in stream.queue[:n]: there.copy_(t)
        self.log.append(n)

@pytest.fixture
def slow(monkeypatch):
    "CPU tensors, and `Slow` streams where there would be a GPU's"
    Slow.made.clear()
    kept,now = [],Slow()
    class Stand(CopyStream):
        def __init__(self, device): self.device,self.stream = torch.device('cpu'),Slow()
        def send(self, b): return tensors_on(self.stream, b),self.stream.record_event()
    def tensors_on(stream, b): return stream.copy(b) if isinstance(b, torch.Tensor) else type(b)(tensors_on(stream, o) for o in b) if isinstance(b, (tuple, list)) else b
    monkeypatch.setattr(epoch, 'CopyStream', Stand)
    monkeypatch.setattr(epoch, '_with_streams', ('cpu',))
    monkeypatch.setattr(DataLoader, '_pins', lambda self: self.pin_memory)
    monkeypatch.setattr(epoch, '_same_device', lambda a, b: False)
    monkeypatch.setattr(epoch, 'pinned', lambda b: b)
    monkeypatch.setattr(torch.cuda, 'current_stream', lambda device=None: now)
    monkeypatch.setattr(torch.Tensor, 'record_stream', lambda self, stream: kept.append((self, stream)))
    return now,kept

x,y = torch.arange(48.).reshape(24, 2),torch.arange(24)
ds = TensorDataset(x, y)
def loader(**kw): return DataLoader(ds, device='cpu', pin_memory=True, **dict(bs=4, prefetch=2) | kw)

def test_batches_are_those_of_a_plain_loader(slow): # N-268
    now,kept = slow
    for kw in (dict(), dict(shuffle=True), dict(bs=5), dict(prefetch=0, num_workers=1)):
        torch.manual_seed(3)
        got = list(loader(**kw))
        torch.manual_seed(3)
        want = list(DataLoader(ds, **dict(bs=4) | {k:v for k,v in kw.items() if k not in ('prefetch', 'num_workers')}))
        for a,b in zip(got, want, strict=True): assert all(torch.equal(p, q) for p,q in zip(a, b))
    assert now.log and kept and all(s is now for _,s in kept) # waited for, and the memory is in use by whoever computes

def test_the_next_one_is_on_its_way(slow): # N-268
    it = iter(loader())
    next(it)
    stream = Slow.made[-1]
    assert len(stream.queue) == 2*2 and slow[0].log == [2] # two batches of two tensors are sent, the first is waited for
    next(it)
    assert len(stream.queue) == 3*2 and slow[0].log == [2, 4]

def test_counted_when_given(slow): # N-268
    "A checkpoint in the middle of an epoch must not skip the batch that is on its way"
    dl = loader()
    for i,_ in enumerate(dl, 1):
        assert dl._pass.n_given == i
        if i == 3: break

def test_random_numbers_are_drawn_when_a_batch_is_given(slow): # N-268
    def noisy(b): return b[0] + torch.rand(len(b[0]), 1),b[1]
    def run(**kw):
        torch.manual_seed(5)
        seen = []
        for xb,_ in loader(after_batch=noisy, shuffle=True, **kw):
            seen += [xb.clone(), torch.rand(1)] # the model's dropout
        return seen
    for a,b in zip(run(), run(prefetch=0), strict=True): assert torch.equal(a, b)

def test_items_that_are_left_out(slow): # N-268
    class Some(torch.utils.data.Dataset):
        def __len__(self): return 24
        def __getitem__(self, i):
            if i in (2, 8, 9, 10, 11): raise SkipItemException
            return x[i],y[i]
    dl = DataLoader(Some(), bs=4, device='cpu', pin_memory=True, num_workers=1)
    assert [len(b[1]) for b in dl] == [3, 4, 4, 4, 4] and list(dl.skipped) == [2, 8, 9, 10, 11]

def test_errors_come_in_turn(slow): # N-268
    class Bad(torch.utils.data.Dataset):
        def __len__(self): return 24
        def __getitem__(self, i):
            if i == 13: raise ValueError('item 13')
            return x[i],y[i]
    got = []
    with pytest.raises(ValueError, match='item 13'):
        for b in DataLoader(Bad(), bs=4, device='cpu', pin_memory=True, num_workers=1): got.append(b)
    assert len(got) == 3

@pytest.mark.parametrize('kw', [dict(prefetch=0), dict(pin_memory=False), dict(device=None)])
def test_only_where_it_is_asked_for(slow, kw): # N-268
    n = len(Slow.made)
    list(loader(**kw) if 'pin_memory' not in kw and 'device' not in kw else DataLoader(ds, bs=4, prefetch=2, **dict(device='cpu', pin_memory=True) | kw))
    assert len(Slow.made) == n

def test_a_fit_is_the_same(slow): # N-268
    def weights(**kw):
        torch.manual_seed(0)
        dls = DataLoaders(loader(shuffle=True, **kw), loader(**kw), device='cpu')
        learn = Learner(dls, nn.Sequential(nn.BatchNorm1d(2), nn.Dropout(0.2), nn.Linear(2, 1)), lambda p, t: F.mse_loss(p[:,0], t.float()), lr=0.01)
        with learn.no_logging(): learn.fit(3)
        return [*learn.model.state_dict().values(), torch.tensor(learn.recorder.losses)]
    for a,b in zip(weights(), weights(prefetch=0), strict=True): assert torch.equal(a, b)
    assert slow[0].log

def test_a_fit_that_is_left_early(slow):
    class Enough(Callback):
        def after_batch(self):
            if self.learn.training and self.learn.iter == 2: raise KeyboardInterrupt
    learn = Learner(DataLoaders(loader(), device='cpu'), nn.Linear(2, 1), lambda p, t: F.mse_loss(p[:,0], t.float()), cbs=Enough)
    with learn.no_logging(), pytest.raises(KeyboardInterrupt): learn.fit(1)
    learn.remove_cb(Enough)
    with learn.no_logging(): learn.fit(1)
    assert len(learn.recorder.losses) == 6

# Rows that are gathered in page-locked memory

class Left:
    "An event that says when it has been waited for"
    def __init__(self, log, at): self.log,self.at = log,at
    def synchronize(self): self.log.append(('left', self.at))

class Stream:
    def __init__(self): self.log,self.n = [],0
    def record_event(self):
        self.n += 1
        self.log.append(('sent', self.n - 1))
        return Left(self.log, self.n - 1)

@pytest.fixture
def gathering(monkeypatch):
    "The path of rows on a GPU, with a stream that only notes"
    from contextlib import nullcontext
    from mylearner.data.tensors import Columns, RowStream
    made,gather = [],Columns.gather
    class Noted(RowStream):
        def __init__(self, columns, device, n=3):
            super().__init__(columns, 'cpu', n)
            self.stream = Stream()
            made.append(self)
        def arrive(self, sent): return sent[0]
    def gathered(self, idx, place, pin):
        made[-1].stream.log.append(('filled', made[-1].n_sent - 1))
        return gather(self, idx, place, False)
    monkeypatch.setattr(epoch, 'RowStream', Noted)
    monkeypatch.setattr(epoch, '_with_streams', ('cpu',))
    monkeypatch.setattr(epoch, '_same_device', lambda a, b: False)
    monkeypatch.setattr(Columns, 'gather', gathered)
    monkeypatch.setattr(torch.cuda, 'stream', lambda s: nullcontext())
    return made

@pytest.mark.parametrize('kw', [dict(), dict(shuffle=True), dict(bs=5), dict(bs=5, drop_last=True), dict(sampler=[3,1,2,20,7]), dict(batch_sampler=[[1,2],[5],[3,4,6]])])
def test_rows_are_those_of_a_plain_loader(gathering, kw): # N-268
    for data in (ds, (x, y.float(), torch.arange(24.).reshape(24, 1, 1))):
        data = data if data is ds else TensorDataset(*data)
        torch.manual_seed(3)
        got = list(DataLoader(data, device='cpu', **(kw if 'batch_sampler' in kw else dict(bs=4) | kw)))
        torch.manual_seed(3)
        want = list(DataLoader(data, **(kw if 'batch_sampler' in kw else dict(bs=4) | kw)))
        for a,b in zip(got, want, strict=True): assert all(torch.equal(p, q) for p,q in zip(a, b))
    assert gathering

def test_a_place_is_filled_again_when_its_copy_has_left(gathering): # N-268
    list(DataLoader(ds, bs=4, device='cpu'))
    log = gathering[-1].stream.log
    for i in range(3, 6): assert log.index(('left', i-3)) < log.index(('filled', i)) < log.index(('sent', i))
    assert ('left', 3) not in log # nobody waits at the end

def test_who_draws_batches_is_not_asked_ahead(gathering): # N-268
    asked = []
    class Drawn: # no length: nobody knows how many there will be
        def __iter__(self):
            for i in range(12):
                asked.append(i)
                yield i
    it = iter(DataLoader(ds, bs=4, sampler=Drawn(), device='cpu'))
    next(it)
    assert asked == [0, 1, 2, 3]
    it = iter(DataLoader(ds, bs=4, device='cpu'))
    next(it)
    assert gathering[-1].n_sent == 2 # one is on its way

def test_what_is_not_gathered(gathering): # N-268
    w = TensorDataset(x.clone().requires_grad_(), y)
    assert next(iter(DataLoader(w, bs=4, device='cpu')))[0].requires_grad
    DataLoader(ds, bs=4, device='cpu').one_batch()
    assert not gathering
