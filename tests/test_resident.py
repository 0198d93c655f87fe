"Data that lives on the device: which, when, and what stays the same; `meta` stands in for a GPU"
from unittest.mock import patch as replaced

import pytest
import torch
import torch.nn.functional as F
from torch import nn
from torch.utils.data import Subset, TensorDataset

from mylearner.check import CheckReport, _may_be_resident
from mylearner.data.core import DataLoaders
from mylearner.data.load import DataLoader
from mylearner.learner import Learner

def arrays(n=32): return torch.arange(n*3.).reshape(n, 3),torch.arange(n)
def home(dl): return dl._at_hand().tensors[0].device.type
def small(v): return replaced('mylearner.data.tensors.free_memory', return_value=v)

def test_from_arrays_keeps_them_where_they_are_used():
    dls = DataLoaders.from_arrays(*arrays(), device='meta', bs=4)
    assert [home(dl) for dl in dls] == ['meta', 'meta']
    assert dls.train_ds.tensors[0].device.type == 'cpu'
    assert {o.device.type for b in dls.train for o in b} == {'meta'} and len(list(dls.train)) == len(dls.train)
    assert home(dls.test_dl(arrays(3))) == 'meta'
    assert home(DataLoaders.from_arrays(*arrays(), device='meta', resident=False).train) == 'cpu'
    assert home(DataLoaders.from_arrays(*arrays(), device='cpu').train) == 'cpu'

def test_what_does_not_fit_stays():
    with small(100): dl = DataLoaders.from_arrays(*arrays(), device='meta').train; assert home(dl) == 'cpu'
    assert home(dl) == 'cpu' # decided once for this data
    dl.to('meta')
    assert home(dl) == 'meta'

def test_a_change_of_the_data_is_noticed():
    x,y = arrays()
    dl = DataLoader(TensorDataset(x, y), bs=4, device='meta', resident=True)
    one = dl._at_hand()
    assert dl._at_hand() is one
    x[0] = 7
    two = dl._at_hand()
    assert two is not one
    dl.dataset = TensorDataset(x[:8], y[:8])
    assert len(dl._at_hand().tensors[0]) == 8

def test_rows_of_a_subset():
    dl = DataLoader(Subset(TensorDataset(*arrays()), [5, 3, 1]), bs=2, shuffle=True, device='meta', resident=True)
    assert [len(b[0]) for b in dl] == [2, 1]

def test_picked_rows_are_the_same():
    c = DataLoader(TensorDataset(*arrays()), bs=4)._columns()
    idx = torch.tensor([4, 2])
    assert all(torch.equal(a, b) for a,b in zip(c.pick(idx), c.on('cpu').pick(idx)))

@pytest.mark.parametrize('kw', [dict(shuffle=True), dict(sampler=[3, 1, 2]), dict(batch_sampler=[[1, 2], [0]])])
def test_every_order(kw):
    dl = DataLoader(TensorDataset(*arrays()), device='meta', resident=True, **({} if 'batch_sampler' in kw else dict(bs=2)), **kw)
    assert all(o.device.type == 'meta' for b in dl for o in b)

def test_other_routes_are_as_before():
    dl = DataLoader([(torch.zeros(1), 0)]*4, bs=2, device='meta', resident=True)
    assert dl.route == 'items' and len(list(dl)) == 2

def test_the_order_is_drawn_on_the_cpu():
    state = []
    for o in (True, False):
        torch.manual_seed(0)
        list(DataLoaders.from_arrays(*arrays(), device='meta', resident=o).train)
        state.append(torch.get_rng_state())
    assert torch.equal(*state)

def test_pickle_and_copy_leave_it_behind():
    import copy, pickle
    dl = DataLoader(TensorDataset(*arrays()), bs=4, device='meta', resident=True)
    dl._at_hand()
    for o in (copy.copy(dl), pickle.loads(pickle.dumps(dl))): assert o._on_device is None and o.resident

@pytest.mark.parametrize('resident,free,said', [(False, None, 'would fit on meta'), (True, None, None), (True, 100, 'too much'), (False, 100, None)])
def test_check_says_so(resident, free, said):
    dls = DataLoaders.from_arrays(*arrays(), device='meta', resident=resident)
    rep = CheckReport()
    with small(free): _may_be_resident(rep, Learner(dls, nn.Linear(3, 1), F.mse_loss))
    assert bool(rep.rows) == (said is not None) and (said is None or said in rep.rows[0][2])
