"Models that return objects or mappings with `logits`, and compute their loss themselves"
from collections import OrderedDict, namedtuple
from dataclasses import dataclass
from types import SimpleNamespace

import pytest, torch
import torch.nn.functional as F
from fastcore.basics import noop
from torch import nn

from mylearner.batch import ModelLoss
from mylearner.callback.all import GradientAccumulation, MixedPrecision, MixUp
from mylearner.check import CheckReport # noqa: F401 (it adds `check` and `profile`)
from mylearner.data.load import DataLoader
from mylearner.learner import Learner
from mylearner.metrics import accuracy

@dataclass
class Out: logits:object; loss:object=None
class Ordered(OrderedDict):
    "As of transformers: a mapping whose entries are attributes too"
    def __getattr__(self, k):
        try: return self[k]
        except KeyError: raise AttributeError(k) from None
Pair = namedtuple('Pair', 'loss logits')
kinds = dict(dataclass=Out, dict=dict, ordered=Ordered, namespace=SimpleNamespace, tuple=lambda logits, loss=None: Pair(loss, logits))

class Own(nn.Module):
    "Computes the loss itself"
    def __init__(self, kind):
        super().__init__()
        self.lin,self.kind,self.seen = nn.Linear(4, 3),kind,[]
    def forward(self, input_ids, labels=None):
        self.seen.append(labels is not None)
        logits = self.lin(input_ids)
        return kinds[self.kind](logits=logits, **({} if labels is None else dict(loss=F.cross_entropy(logits, labels))))
class Without(Own):
    "Has no loss"
    def forward(self, input_ids): return kinds[self.kind](logits=self.lin(input_ids))

g = torch.Generator().manual_seed(0)
x,y = torch.randn(24, 4, generator=g),torch.randint(0, 3, (24,), generator=g)
class Rows:
    def __init__(self, named): self.named = named
    def __len__(self): return 24
    def __getitem__(self, i): return {'input_ids':x[i], 'labels':y[i]} if self.named else (x[i],y[i])

def learner(model, loss_func=None, named=True, cbs=None):
    dls = [DataLoader(Rows(named), bs=8) for _ in range(2)]
    learn = Learner(dls, model, loss_func, opt_func=torch.optim.SGD, lr=0.1, metrics=accuracy, cbs=cbs)
    learn.logger,learn.silent = noop,True
    return learn

def plain(named=False):
    torch.manual_seed(0)
    learn = learner(nn.Linear(4, 3), F.cross_entropy, named=False)
    learn.fit(2)
    return learn

@pytest.mark.parametrize('kind', kinds)
@pytest.mark.parametrize('named', [True,False])
@pytest.mark.parametrize('own', ['own','given','without'])
def test_like_plain(kind, named, own): # N-062
    torch.manual_seed(0)
    model = (Without if own == 'without' else Own)(kind)
    learn,ref = learner(model, None if own == 'own' else F.cross_entropy, named),plain()
    learn.fit(2)
    torch.testing.assert_close(model.lin.weight, ref.model.weight, rtol=0, atol=0)
    assert list(learn.validate()) == list(ref.validate())
    assert own != 'own' or all(model.seen)
    preds,targs = learn.get_preds()
    torch.testing.assert_close(preds, ref.get_preds()[0], rtol=0, atol=0)
    assert torch.equal(targs, y)
    assert learn.check().ok
    learn.profile(3, turns=1)

def test_neighbours(): # N-062
    torch.manual_seed(0)
    learner(Own('ordered'), cbs=[GradientAccumulation(16), MixedPrecision('bf16')]).fit(1)
    with pytest.raises(ValueError, match='loss that the model computes itself'): learner(Own('ordered'), cbs=MixUp()).fit(1)
    learner(Own('ordered'), F.cross_entropy, named=False, cbs=MixUp()).fit(1)
    class Silent(Own):
        def forward(self, input_ids, labels=None): return self.lin(input_ids)
    with pytest.raises(ValueError, match='output has no `loss`'): learner(Silent('dict')).fit(1)
    with pytest.raises(ValueError, match='takes no `labels`'): learner(nn.Linear(4, 3))
    assert isinstance(learner(Own('dict')).loss_func, ModelLoss)
