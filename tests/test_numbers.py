"Numbers that NumPy computed do what Python's do, wherever a number is asked for"
import numpy as np, pandas as pd, pytest, torch

from mylearner.all import *
from mylearner.test_utils import synth_learner

items = list(range(10))
frame = pd.DataFrame({'a': range(4), 'keep': [True, False, True, False]})
def split(splitter): return [[int(i) for i in o] for o in splitter(items)]
def drawn(seed):
    set_seed(seed)
    return torch.rand(2).tolist(), np.random.rand(), random.random()
def ordered(n):
    class Late(Callback): order = n
    return [o.name for o in synth_learner(cbs=Late()).cbs]

cases = {
    'share and seed of a split': (lambda i, f: split(RandomSplitter(f(0.25), seed=i(3)))),
    'seed of a subset': (lambda i, f: split(RandomSubsetSplitter(f(0.5), f(0.25), seed=i(3)))),
    'share of an end': (lambda i, f: split(EndSplitter(f(0.25)))),
    'seed of arrays': (lambda i, f: DataLoaders.from_arrays(torch.arange(8.), torch.arange(8.), seed=i(1), bs=i(2)).valid.one_batch()[0].tolist()),
    'set_seed': (lambda i, f: drawn(i(3))),
    'a column by number': (lambda i, f: [[int(k) for k in o] for o in ColSplitter(i(1))(frame)]),
    'a field by number': (lambda i, f: [int(ColReader(i(0))(o)) for _,o in frame.iterrows()]),
    'size of a kernel': (lambda i, f: list(ConvLayer(2, 3, ks=i(5), dilation=i(1))(torch.rand(1, 2, 6, 6)).shape)),
    'order of a callback': (lambda i, f: ordered(i(61))),
    'batches in advance': (lambda i, f: len(DataLoader(items, bs=i(3), prefetch=i(2)))),
    'number of a loader': (lambda i, f: synth_learner().dls[i(1)].n),
    'smoothing of labels': (lambda i, f: LabelSmoothingCrossEntropy(eps=f(0.125))(torch.eye(3), torch.arange(3)).item()),
}

# N-251
@pytest.mark.parametrize('name', cases)
@pytest.mark.parametrize('i, f', [(np.int64, np.float32), (np.int32, np.float64)], ids=['int64', 'int32'])
def test_numbers_of_numpy(name, i, f): assert cases[name](i, f) == cases[name](int, float)

def test_a_number_without_a_loader():
    with pytest.raises(IndexError, match='there is no loader number 5'): synth_learner().dls[np.int64(5)]

@pytest.mark.parametrize('v', ['0.2', None, 2, np.float32(1)])
def test_what_is_no_share_raises(v):
    with pytest.raises(ValueError, match='share in'): RandomSplitter(v)
