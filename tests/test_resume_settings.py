"Data that means something else now is refused by name; a folder that was moved is not"
import re, shutil

import pytest
from PIL import Image

from faults import new
from resume_setups import *
from mylearner.checkpoint_files import CheckpointError
from mylearner.data.core import Datasets
from mylearner.data.transforms import Categorize
from mylearner.vision.augment import RandomResizedCrop
from mylearner.vision.data import ImageDataLoaders

pytestmark = pytest.mark.usefixtures('quiet')

class Rows(Dataset):
    def __init__(self, n=20, vocab=('a', 'b'), scale=1., stage=0): self.n,self.vocab,self.scale,self.stage = n,list(vocab),scale,stage
    def __len__(self): return self.n
    def __getitem__(self, i):
        self.stage += 1 # an argument that training changes
        return X[i]*self.scale + 0.01*self.stage, Y[i]

class Standard:
    def __init__(self, mean, std): self.mean,self.std = torch.tensor(mean),np.array(std)
    def __call__(self, b): return (torch.stack([x for x,_ in b]) - self.mean)/float(self.std[0]), torch.stack([y for _,y in b])

def rows(**kw): return lambda: ours(Rows(**kw))
def norm(*args): return lambda: torchs(collate_fn=Standard(*args))
def subset(idxs): return lambda: torchs(torch.utils.data.Subset(TensorDataset(X, Y), idxs))
def wide(n): return lambda: ours(TensorDataset(torch.cat([X]*n, 1)[:, :4] if n == 1 else X.double(), Y))
def tfms(*names): return lambda: [Datasets(list(range(20)), [[lambda i: X[i], *names], [lambda i: 'ab'[int(Y[i])], Categorize(['a', 'b'])]]).dataloaders(bs=6).train, *ours()[1:]]
def plus(x): return x + 1
def minus(x): return x - 1

# N-282
@pytest.mark.parametrize('was,now,said', [(rows(), rows(vocab='ba'), "vocab was '2: a, b', is '2: b, a'"), (rows(), rows(n=19), 'items was 20, is 19'), (rows(), rows(scale=2.), 'scale was 1.0, is 2.0'),
    (norm([0.5], [1.]), norm([0.4], [1.]), 'mean was '), (norm([0.5], [1.]), norm([0.5], [2.]), "std was '[1.0]', is '[2.0]'"), (subset([0, 2, 4]), subset([0, 4, 2]), "indices was '3: 0, 2, 4', is '3: 0, 4, 2'"),
    (wide(1), wide(2), 'float64'), (tfms(plus), tfms(minus), 'plus'), (tfms(), tfms(plus), 'steps'), (rows(), lambda: torchs(Rows()), "class was 'mylearner.DataLoader', is 'torch.DataLoader'")])
def test_other_data_is_refused(was, now, said):
    d = new()
    run(setup(plain, data=was), d, stop=3)
    with pytest.raises(CheckpointError) as e: run(setup(plain, data=now), d)
    assert said in str(e.value), e.value

@pytest.mark.parametrize('data', [rows(), norm([0.5], [1.]), subset(range(15)), tfms(plus), wide(1)])
def test_the_same_data_goes_on(data):
    s,d = setup(plain, data=data),new()
    want = outcome(run(s, new()))
    run(s, d, stop=7)
    assert not differences(want, outcome(run(s, d)))

def pictures(folder, n=6, names=('cat', 'dog')):
    for k in names:
        (folder/k).mkdir(parents=True)
        for i in range(n): Image.fromarray(np.random.default_rng(i + 9*(k == 'dog')).integers(0, 255, (12, 14, 3)).astype('uint8')).save(folder/k/f'{i}.png')
    return folder

class Small(nn.Module):
    def __init__(self): super().__init__(); self.c,self.h = nn.Conv2d(3, 4, 3),nn.Linear(4, 2)
    def forward(self, x): return self.h(F.dropout(self.c(x).mean((2, 3)), 0.2, self.training))

def image_data(folder, **kw):
    return lambda: list(ImageDataLoaders.from_folder(folder, valid_pct=0.25, seed=3, bs=4, item_tfms=RandomResizedCrop(8, min_scale=0.5), device='cpu', **kw).loaders)

# N-287
def test_pictures_go_on_in_a_folder_that_was_moved():
    a = pictures(new()/'here')
    s = setup(one_cycle, data=image_data(a), model=Small)
    want = outcome(run(s, new()))
    for k in (1, 4, 9):
        d = new()
        assert run(s, d, stop=k) is None
        there = new()/'elsewhere'/'pets'
        shutil.copytree(a, there)
        shutil.move(d, d2 := new()/'moved') # the run's own folder too
        assert not differences(want, outcome(run(s | dict(data=image_data(there)), d2)))

def test_other_pictures_are_refused():
    a,d = pictures(new()/'here'),new()
    s = setup(one_cycle, data=image_data(a), model=Small)
    run(s, d, stop=3)
    for o in a.glob('cat/*.png'): o.rename(o.with_stem(f'x{o.stem}'))
    with pytest.raises(CheckpointError, match='items was'): run(s, d)
    b = pictures(new()/'here', names=('cat', 'cow'))
    with pytest.raises(CheckpointError, match=re.escape("vocab was '2: cat, dog', is '2: cat, cow'")): run(s | dict(data=image_data(b)), d)
    with pytest.raises(CheckpointError, match=r'min_scale was 0\.5, is 0\.4|size was'): run(s | dict(data=lambda: list(ImageDataLoaders.from_folder(pictures(new()/'here'), valid_pct=0.25, seed=3, bs=4,
        item_tfms=RandomResizedCrop(8, min_scale=0.4), device='cpu').loaders)), d)

# --- what people train with

def table():
    import pandas as pd
    from mylearner.tabular.all import Categorify, FillMissing, Normalize, TabularDataLoaders
    r = np.random.default_rng(0)
    df = pd.DataFrame(dict(kind=r.choice(list('xyz'), 24), size=r.normal(size=24), age=r.normal(size=24), y=r.choice(['no', 'yes'], 24)))
    df.loc[3, 'size'] = np.nan
    return list(TabularDataLoaders.from_df(df, y_names='y', cat_names=['kind'], cont_names=['size', 'age'], procs=[Categorify, FillMissing, Normalize], bs=6, valid_idx=list(range(18, 24)), device='cpu').loaders)

def table_model():
    from mylearner.tabular.model import TabularModel
    return TabularModel([(4, 3), (3, 2)], 2, 2, [8], ps=0.2)

class Dicts(Dataset):
    def __len__(self): return len(X)
    def __getitem__(self, i): return dict(input_ids=X[i] + torch.rand(1)*0.1, labels=Y[i])

class Body(nn.Module):
    "Takes and gives dicts, with the loss"
    def __init__(self): super().__init__(); self.body = nn.Sequential(nn.Linear(4, 6), nn.ReLU(), nn.Dropout(0.3), nn.Linear(6, 2))
    def forward(self, input_ids=None, labels=None):
        out = self.body(input_ids)
        return dict(logits=out) if labels is None else dict(loss=F.cross_entropy(out, labels), logits=out)

class Rival(Callback):
    "A second model with an optimizer of its own, and a temperature with another"
    order = 70
    def __init__(self):
        self.critic,self.heat = nn.Linear(2, 1),nn.Parameter(torch.zeros(()))
        self.opts = [torch.optim.Adam(self.critic.parameters(), 0.01),torch.optim.Adam([self.heat], 0.1)]
    def after_loss(self):
        if not self.learn.training: return
        self.critic(self.learn.pred.detach()).mean().backward()
        self.learn.loss_grad = self.learn.loss_grad*self.heat.exp() + 0.1*self.critic(self.learn.pred).mean()
    def after_batch(self):
        for o in self.opts if self.learn.training else (): o.step(); o.zero_grad()

def find_first(learn, **kw):
    learn.lr_find(num_it=12, show_plot=False)
    learn.fit_one_cycle(2, 0.02, **kw)
def tune_then(learn, **kw):
    learn.fine_tune(1, 0.02, **kw)
    learn.fit_one_cycle(1, 0.02, **kw)
def right(p, t): return (p == t).float().mean()
def weighted():
    from mylearner.callback.data import WeightedDL
    return [WeightedDL(TensorDataset(X, Y), bs=6, wgts=np.arange(1, 21.)), *ours()[1:]]
def accum():
    from mylearner.metrics import AccumMetric
    return AccumMetric(right, dim_argmax=-1)
def recorded(learn): learn.graph()
def optimizer(name):
    import mylearner.optimizer as o
    return getattr(o, name)

used = dict(table=setup(data=table, model=table_model), dicts=setup(data=lambda: [DataLoader(Dicts(), bs=6, shuffle=True), DataLoader(Dicts(), bs=9)], model=Body, loss=lambda: None, metrics=()),
    weighted=setup(data=weighted), rival=setup(cbs=lambda: [Rival()]), find_first=setup(find_first), tune_then=setup(tune_then), accum=setup(metrics=(accum(),)),
    schedule_free=setup(plain, opt=optimizer('ScheduleFreeAdamW')), muon=setup(opt=optimizer('Muon')), graph=setup(prepare=recorded, model=lambda: Body().body),
    trio=setup(plain, cbs=lambda: [ReduceLROnPlateau(patience=0, min_delta=0.1), EarlyStoppingCallback(patience=2, min_delta=0.05), SaveModelCallback(every_epoch=True)]))

@pytest.mark.parametrize('name', list(used))
def test_goes_on(name):
    s = used[name]
    want = outcome(run(s, new()))
    for k in (2, 9):
        d = new()
        assert run(s, d, stop=k) is None
        torch.manual_seed(99); random.seed(99); np.random.seed(99)
        assert not differences(want, outcome(run(s, d)))

def test_two_learners_of_a_script():
    "A folder each is fine; the same folder is refused, and the first run is not disturbed"
    a,b = new(),new()
    for d in (a, b): run(setups['plain'], d, stop=4)
    from mylearner.callback import checkpoint
    checkpoint._runs.clear()
    first,second = make(setups['plain'], a),make(setups['plain'], b)
    for o in (first, second):
        with o.no_logging(): o.fit(3, 0.05, resume=True)
    assert not [k for k in differences(outcome(first), outcome(second)) if not k.startswith('.rng')]
    third = make(setups['plain'], a)
    with pytest.raises(CheckpointError, match='another learner of this program'), third.no_logging(): third.fit(3, 0.05, resume=True)
