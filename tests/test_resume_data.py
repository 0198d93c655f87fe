"What data and models carry goes on after a stop, to the last bit; what cannot is named"
import enum, re, warnings
from collections import Counter, deque

import pytest
from torch.nn.utils import parametrizations, spectral_norm, weight_norm
from torch.utils.data import IterableDataset, Sampler, Subset

from faults import new
from resume_setups import *
from mylearner.checkpoint_files import CheckpointError
import mylearner.check # noqa: F401 (it adds a method to `Learner`)
from mylearner.loader_place import loader_doubt

pytestmark = pytest.mark.usefixtures('quiet')

def goes_on(s, stops=(3, 14)):
    "Stopped after each of `stops` batches and run again: what differs from a run that never stopped"
    want,bad = outcome(run(s, new())),[]
    for k in stops:
        d = new()
        assert run(s, d, stop=k) is None
        torch.manual_seed(99); random.seed(99); np.random.seed(99)
        bad += [(k, o) for o in differences(want, outcome(run(s, d)))]
    return bad

# --- data

class Counted(Dataset):
    "Counts what was read"
    def __init__(self): self.n = 0
    def __len__(self): return len(X)
    def __getitem__(self, i):
        self.n += 1
        return X[i]*(1 + 0.01*self.n), Y[i]

class Phase(enum.Enum): EASY,HARD = 0.1,0.5

class Kinds(Counted):
    "The same in all kinds of attributes"
    def __init__(self): self.w,self.seen,self.last,self.sums,self.deep,self.phase = torch.ones(len(X)),Counter(),deque(maxlen=3),np.zeros(3),{'k': [0, (1,)]},Phase.EASY
    def __getitem__(self, i):
        i = int(i)
        self.w[i] *= 0.9
        self.seen[i%3] += 1
        self.last.append(i)
        self.sums[i%3] += 0.1
        self.deep['k'][0] += 1
        if self.deep['k'][0] > 25: self.phase = Phase.HARD
        return X[i]*self.w[i] + 0.01*(self.seen[1] + sum(self.last) + self.sums.sum() + self.deep['k'][0])*self.phase.value, Y[i]

class Plan:
    def __init__(self): self.stage = 0

class Planned(Counted):
    "An object within the data set counts"
    def __init__(self): self.plan = Plan()
    def __getitem__(self, i):
        self.plan.stage += 1
        return X[i] + 0.01*self.plan.stage, Y[i]

class Says(Counted):
    "Has a `state_dict` for what cannot be seen"
    def __init__(self): self.thing,self.rng = iter(range(10**6)),np.random.RandomState(3)
    def __getitem__(self, i): return X[i] + 0.01*next(self.thing) + self.rng.rand()*0.1, Y[i]
    def state_dict(self): return dict(at=self.thing.__reduce__()[2] if len(self.thing.__reduce__()) > 2 else 0, rng=self.rng.get_state())
    def load_state_dict(self, sd):
        self.thing = iter(range(sd['at'], 10**6))
        self.rng.set_state(sd['rng'])

class Order(Sampler):
    "Knows its place in the pass, and the number of the pass"
    def __init__(self): self.epoch = self.pos = 0
    def __len__(self): return len(X)
    def __iter__(self):
        order = torch.randperm(len(X), generator=torch.Generator().manual_seed(self.epoch)).tolist()
        while self.pos < len(X):
            self.pos += 1
            yield order[self.pos-1]
        self.pos,self.epoch = 0,self.epoch+1
    def state_dict(self): return dict(vars(self))
    def load_state_dict(self, sd): vars(self).update(sd)

class Batches(Sampler):
    "Goes on and on"
    def __init__(self): self.k = 0
    def __len__(self): return 4
    def __iter__(self):
        for _ in range(4):
            self.k += 1
            yield [(self.k*3 + j)%len(X) for j in range(5)]

class Joins:
    "A collate function that counts"
    def __init__(self): self.n = 0
    def __call__(self, b):
        self.n += 1
        return torch.stack([x for x,_ in b])*(1 + 0.01*self.n), torch.stack([y for _,y in b])

class Stream(IterableDataset):
    "Random rows, one after the other"
    def __init__(self, n=20): self.pos,self.n = 0,n
    def __iter__(self):
        while self.pos < self.n:
            self.pos += 1
            yield X[self.pos%len(X)] + torch.rand(1)*0.1, Y[self.pos%len(X)]
        self.pos = 0

class Placed(Stream):
    "Says where it stands"
    def state_dict(self): return dict(pos=self.pos)
    def load_state_dict(self, sd): self.pos = sd['pos']

class Endless(IterableDataset):
    "A pass takes up where the last one ended; numbers of its own"
    def __init__(self): self.at,self.gen = iter(range(10**6)),torch.Generator().manual_seed(4)
    def __iter__(self):
        for _ in range(20):
            i = next(self.at)*7%len(X)
            yield X[i] + torch.rand(1, generator=self.gen), Y[i]
    def state_dict(self): return dict(at=self.at.__reduce__()[2] if len(self.at.__reduce__()) > 2 else 0, gen=self.gen.get_state())
    def load_state_dict(self, sd):
        self.at = iter(range(sd['at'], 10**6))
        self.gen.set_state(sd['gen'])

class Mine:
    "A loader that knows its place"
    def __init__(self): self.at = self.epoch = 0
    def __iter__(self):
        while self.at < 4:
            k,self.at = (self.at*3 + self.epoch)%14,self.at+1
            yield X[k:k+5], Y[k:k+5]
        self.at,self.epoch = 0,self.epoch+1
    def state_dict(self): return dict(vars(self))
    def load_state_dict(self, sd): vars(self).update(sd)

def valid(): return TorchLoader(TensorDataset(X[:9], Y[:9]), batch_size=4)
def both(ds): return [TorchLoader(ds, batch_size=6, shuffle=True), TorchLoader(ds, batch_size=9)]
def step(o, plan=Plan()):
    plan.stage += 1
    return o[0] + 0.01*plan.stage,o[1]

data = dict(counted=lambda: ours(Counted()), counted_torch=lambda: torchs(Counted()), kinds=lambda: ours(Kinds()), subset=lambda: torchs(Subset(Kinds(), range(15))),
    planned=lambda: torchs(Planned()), says=lambda: ours(Says()), says_torch=lambda: torchs(Says()), shared=lambda: both(Counted()),
    order=lambda: torchs(sampler=Order()), order_workers=lambda: torchs(sampler=Order(), num_workers=2), order_ours=lambda: [DataLoader(TensorDataset(X, Y), bs=6, sampler=Order()), valid()],
    batches=lambda: [TorchLoader(TensorDataset(X, Y), batch_sampler=Batches()), valid()], batches_ours=lambda: [DataLoader(TensorDataset(X, Y), batch_sampler=Batches()), valid()],
    joins=lambda: torchs(collate_fn=Joins()), joins_ours=lambda: ours(Noisy(), create_batch=Joins()),
    stream=lambda: [DataLoader(Stream(), bs=6), valid()], stream_torch=lambda: [TorchLoader(Stream(), batch_size=6), valid()], part=lambda: [DataLoader(Stream(23), bs=6), valid()],
    placed=lambda: [DataLoader(Placed(), bs=6), valid()], placed_torch=lambda: [TorchLoader(Placed(), batch_size=6), valid()],
    endless=lambda: [DataLoader(Endless(), bs=6), valid()], endless_torch=lambda: [TorchLoader(Endless(), batch_size=6), valid()], mine=lambda: [Mine(), Mine()])

# N-281
@pytest.mark.parametrize('name', list(data))
def test_data_goes_on(name): assert not goes_on(setup(data=data[name]))

def test_a_setting_is_the_scripts_value():
    "What did not change in the first run is not put back: a folder may have been moved"
    class Moved(Counted):
        def __init__(self, root): super().__init__(); self.root = root
    s,d = lambda root: setup(data=lambda: ours(Moved(root))),new()
    run(s('/old'), d, stop=9)
    assert run(s('/new'), d).dls.train.dataset.root == '/new'

def test_check_resume_sees_it_go_on():
    for ds in (Counted(), Kinds(), Planned()):
        learn = make(setup(data=lambda: ours(ds)), new())
        was = repr(vars(ds))
        assert learn.check_resume() == [] and repr(vars(ds)) == was

# --- workers

class OwnNumbers(Dataset):
    def __init__(self, gen): self.gen = gen
    def __len__(self): return len(X)
    def __getitem__(self, i): return X[i] + (torch.rand(1, generator=self.gen) if isinstance(self.gen, torch.Generator) else float(self.gen.random())), Y[i]

class Lazy(Counted):
    "Opens its file when it is first read, and keeps a mean"
    def __init__(self): self.file,self.mean = None,None
    def __getitem__(self, i):
        if self.file is None: self.file,self.mean = iter('x'),X.mean().item()
        return X[i] - self.mean, Y[i]

def seeds(i): np.random.seed(i)

# N-285
@pytest.mark.parametrize('loader,said', [(lambda: ours(OwnNumbers(torch.Generator()), num_workers=2), 'draws from loader.dataset.gen in copies'),
    (lambda: torchs(OwnNumbers(np.random.default_rng(0)), num_workers=1), 'loader.dataset.gen'), (lambda: ours(OwnNumbers(random.Random(0)), num_workers=1), 'dataset.gen'),
    (lambda: ours(Noisy(), num_workers=1, worker_init_fn=seeds), '`worker_init_fn` has seeded'), (lambda: torchs(Noisy(), num_workers=1), "in workers of torch's loader"),
    (lambda: ours(Counted(), num_workers=1), 'changes data.n as it is read'), (lambda: torchs(Kinds(), num_workers=1), 'changes data.w, data.seen, data.last, data.sums, data.deep'),
    (lambda: torchs(collate_fn=Joins(), num_workers=1), 'collate_fn.n'), (lambda: torchs(Subset(Planned(), range(9)), num_workers=1), 'dataset.plan.stage'),
    (lambda: ours(Noisy(), num_workers=2), None), (lambda: ours(Lazy(), num_workers=2), None), (lambda: torchs(Lazy(), num_workers=2), None), (lambda: ours(Counted()), None),
    (lambda: [TorchLoader(Placed())], None), (lambda: [TorchLoader(Placed(), num_workers=1)], 'as a stream'), (lambda: [DataLoader(Stream(), bs=2)], 'as a stream')])
def test_what_workers_change_is_named(loader, said):
    dl = loader()[0]
    def look(): return repr({k: v for k,v in vars(dl.dataset).items()}), torch.get_rng_state().sum(), random.getstate()[1][-1], np.random.get_state()[1].sum()
    was,why = look(),loader_doubt(dl)
    assert look() == was # it only looks
    assert why is None if said is None else re.search(re.escape(said), why), why

def test_it_is_said_in_a_fit_and_by_the_checks():
    learn = make(setup(data=lambda: ours(Counted(), num_workers=1), fit=plain), new())
    with warnings.catch_warnings(record=True) as told, learn.no_logging():
        warnings.simplefilter('always')
        learn.fit(2)
    assert sum('changes data.n' in str(o.message) for o in told) == 1
    assert any('changes data.n' in o for o in learn.check_resume())
    assert any('changes data.n' in text for _,text in learn.check().find('warning'))

# --- models

def body(): return nn.Sequential(nn.Linear(4, 6), nn.ReLU(), nn.Dropout(0.3), nn.Linear(6, 2))
def lazy(): return nn.Sequential(nn.LazyLinear(6), nn.LazyBatchNorm1d(), nn.ReLU(), nn.Dropout(0.3), nn.LazyLinear(2))
def with_norm(norm):
    m = body()
    norm(m[0])
    return m

class Tied(nn.Module):
    def __init__(self):
        super().__init__()
        self.a,self.b,self.head = nn.Linear(4, 4),nn.Linear(4, 4),nn.Linear(4, 2)
        self.b.weight = self.a.weight
    def forward(self, x): return self.head(self.b(F.dropout(self.a(x), 0.2, self.training)))

class Grows(nn.Module):
    "Buffers that change type and shape, that are not there at first, saved and not saved"
    def __init__(self):
        super().__init__()
        self.body = body()
        for k,v,saved in (('s', torch.zeros(1), True), ('q', torch.zeros(0), True), ('none', None, True), ('list', None, False)): self.register_buffer(k, v, persistent=saved)
    def forward(self, x):
        mean = x.detach().mean(0)
        if not hasattr(self, 'mask'):
            self.register_buffer('mask', torch.rand(4))
            self.register_buffer('n', torch.zeros(()), persistent=False)
        if self.training:
            self.s,self.q,self.none = self.s.double() + mean.sum().double(),torch.cat([self.q, mean[:1]]),mean if self.none is None else self.none*0.9 + mean
            self.list = mean if self.list is None else torch.cat([self.list, mean])
            self.n += 1
        more = self.s.float() + self.q.sum() + (0 if self.none is None else self.none.sum() + self.list.sum())
        return self.body(x*self.mask) + 1e-2*more + 1e-3*self.n

class Remembers(nn.Module):
    "Keeps its count in a plain object"
    def __init__(self): super().__init__(); self.body,self.plan = body(),Plan()
    def forward(self, x):
        if self.training: self.plan.stage += 1
        return self.body(x) + 1e-2*self.plan.stage

class Late(nn.Module):
    "Makes a layer in its first batch"
    def __init__(self): super().__init__(); self.a = nn.Linear(4, 6)
    def forward(self, x):
        x = F.relu(self.a(x))
        if not hasattr(self, 'head'): self.head = nn.Linear(6, 2)
        return self.head(x)

models = dict(lazy=lazy, tied=Tied, grows=Grows, remembers=Remembers, weight=lambda: with_norm(parametrizations.weight_norm), spectral=lambda: with_norm(parametrizations.spectral_norm),
    orthogonal=lambda: with_norm(parametrizations.orthogonal), old_weight=lambda: with_norm(weight_norm), old_spectral=lambda: with_norm(spectral_norm))

# N-286
@pytest.mark.parametrize('name', list(models))
def test_models_go_on(name): assert not goes_on(setup(model=models[name]), (1, 14))

def test_a_layer_of_the_first_batch_is_refused_then():
    learn = make(setup(plain, model=Late), new())
    with pytest.raises(TypeError, match=r"(?s)head\.weight, head\.bias made or changed.*make them in `__init__`.*epoch 0, batch 0"), learn.no_logging(): learn.fit(3)

def test_another_buffer_is_another_model():
    class Wide(Grows):
        def __init__(self): super().__init__(); self.q = torch.zeros(3)
    Wide.__qualname__ = 'Grows'
    d = new()
    run(setup(model=Grows), d, stop=5)
    with pytest.raises(CheckpointError, match=r"q of the model was \(0,\) float32 when that run began, it is \(3,\) float32 now"): run(setup(model=Wide), d)

def test_a_state_that_fails_leaves_buffers_and_lazy_layers_alone():
    from copy import deepcopy
    from mylearner.learner_state import at_start, learner_state, load_learner_state
    for model in (Grows, lazy):
        a,b = make(setup(plain, model=model), new()),make(setup(plain, model=model), new())
        before = at_start(a)
        with a.no_logging(): a.fit(1)
        b.create_opt()
        m,t = deepcopy(learner_state(a, before=before))
        t['held']['learn.opt']['state']['hypers'] = []
        was = [(k, type(v), v.shape) for k,v in (*b.model.named_parameters(), *b.model.named_buffers()) if not nn.parameter.is_lazy(v)],repr(b.model)
        with pytest.raises(CheckpointError, match='nothing was loaded'): load_learner_state(b, m, t)
        assert was == ([(k, type(v), v.shape) for k,v in (*b.model.named_parameters(), *b.model.named_buffers()) if not nn.parameter.is_lazy(v)],repr(b.model))

def test_stopped_between_training_and_validation(): # N-115
    "Nothing of the training part is left to come: its last batch has the number that it had, and no schedule complains of the loader's length"
    from mylearner.test_utils import digits_learner
    seen = []
    class Die(Callback):
        def before_validate(self):
            if self.learn.purpose == 'fit' and not seen: raise KeyboardInterrupt
        def after_train(self): ends.append(self.learn.iter)
    def run(path, cbs, **kw):
        torch.manual_seed(1)
        learn = digits_learner(nn.Sequential(nn.Flatten(), nn.Linear(64, 10)), path=path, cbs=[*cbs, CheckpointCallback(every=f'{n}b')])
        learn.silent = True
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter('always')
            learn.fit_one_cycle(2, 0.01, **kw)
        assert not [o for o in caught if 'said that it has' in str(o.message)]
    ends,n = [],len(digits_learner(nn.Linear(1, 1)).dls.train)
    path = new()
    with pytest.raises(KeyboardInterrupt): run(path, [Die()])
    seen.append(1)
    run(path, [Die()], resume=True)
    assert ends == [n-1]*3
