"Data that means something else now is refused by name; a folder that was moved is not"
import re, shutil, sys, warnings
from pathlib import Path

import pytest
from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parent))
from faults import new
from resume_setups import *
from mylearner.checkpoint_files import CheckpointError
from mylearner.data.core import Datasets
from mylearner.data.transforms import Categorize
from mylearner.vision.augment import RandomResizedCrop
from mylearner.vision.data import ImageDataLoaders

@pytest.fixture(autouse=True)
def quiet():
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        yield

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
    (wide(1), wide(2), 'float64'), (tfms(plus), tfms(minus), 'plus'), (tfms(), tfms(plus), 'steps'), (rows(), lambda: torchs(Rows()), 'shuffle was')])
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
