"Programs as strangers write them: the right value, or an error that says what to do"
import copy, json, pickle, warnings
from functools import partial

import numpy as np
import pytest, torch
import torch.nn.functional as F
from fastcore.basics import noop
from torch import nn
from torch.utils.data import DataLoader as TorchLoader, TensorDataset

from mylearner.callback.all import EarlyStoppingCallback, GradientClip, SaveModelCallback, TrackerCallback
from mylearner.callback.core import Callback
import mylearner.check # noqa: F401 (`Learner.check`)
from mylearner.data.core import DataLoaders
from mylearner.data.load import DataLoader
from mylearner.interpret import Interpretation
from mylearner.learner import Learner, Metric
from mylearner.losses import CrossEntropyLossFlat
from mylearner.metrics import accuracy
from mylearner.optimizer import SGD, Adam

g = torch.Generator().manual_seed(0)
x,y = torch.randn(20, 4, generator=g),torch.randint(0, 3, (20,), generator=g)
ds = TensorDataset(x, y)

def learner(loss=F.cross_entropy, model=None, data=None, **kw):
    torch.manual_seed(0)
    model = nn.Linear(4, 3) if model is None else model
    data = [TorchLoader(ds, 8)]*2 if data is None else data
    learn = Learner(DataLoaders(*data), model, loss, **kw)
    learn.logger,learn.silent = noop,True
    return learn

def said(f, ex):
    "What `f` raises, with its notes"
    with pytest.raises(ex) as e: f()
    return '\n'.join([str(e.value), *getattr(e.value, '__notes__', [])])

def warned(f):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        f()
    return [str(o.message) for o in caught]

# --- Rates in tensors

@pytest.mark.parametrize('opt_func', [SGD, Adam, torch.optim.Adam, torch.optim.SGD])
@pytest.mark.parametrize('fit', ['fit', 'fit_one_cycle'])
@pytest.mark.parametrize('lr', [torch.tensor(0.1), nn.Parameter(torch.tensor(0.1)), torch.tensor([0.1]), np.float32(0.1), np.array(0.1)])
def test_a_rate_in_a_tensor(opt_func, fit, lr): # N-299
    one,two = learner(opt_func=opt_func),learner(opt_func=opt_func)
    getattr(one, fit)(2, lr)
    getattr(two, fit)(2, float(lr))
    torch.testing.assert_close(one.model.state_dict(), two.model.state_dict())
    assert one.recorder.lrs == two.recorder.lrs and json.dumps(one.recorder.lrs)
    assert float(lr) == pytest.approx(0.1) # it is still what it was

def test_the_learners_own_rate_in_a_tensor(): # N-299
    lr = torch.tensor(0.1)
    learn = learner(lr=lr)
    learn.fit_one_cycle(1)
    learn.fit(1, 0.5)
    learn.fit(1)
    assert learn.recorder.lrs == pytest.approx([0.1]*3) and float(lr) == pytest.approx(0.1)

def test_an_optimizer_that_holds_its_rate_in_a_tensor(): # N-299
    learn = learner(opt_func=partial(torch.optim.Adam, lr=torch.tensor(0.1)))
    learn.fit(1, 0.5)
    assert learn.recorder.lrs == [0.5]*3 and learn.lr == pytest.approx(0.1)
    learn.fit_one_cycle(1, 0.3)
    plain = learner(opt_func=torch.optim.Adam)
    plain.fit_one_cycle(1, 0.3)
    assert learn.recorder.lrs == pytest.approx(plain.recorder.lrs)
    learn.fit(1)
    assert learn.recorder.lrs == pytest.approx([0.1]*3)

# --- Optimizers

def test_an_optimizer_function_without_lr(): # N-300
    for f in (lambda params: torch.optim.SGD(params, lr=0.3), lambda *a: torch.optim.SGD(*a, lr=0.3)):
        learn = learner(opt_func=f)
        learn.fit(1)
        assert learn.recorder.lrs == [0.3]*3 and learn.lr == 0.3
        learn.fit(1, 0.1)
        assert learn.recorder.lrs == [0.1]*3

class NoRate(torch.optim.Optimizer):
    def __init__(self, params): super().__init__(params, {})
    def step(self, closure=None): pass

def test_what_cannot_make_an_optimizer(): # N-300
    assert 'has no learning rate `lr`' in said(lambda: learner(opt_func=NoRate).fit(1), ValueError)
    assert '`opt_func` was called as f(params, lr=0.001)' in said(lambda: learner(opt_func=f).fit(1), TypeError)

def f(params, rate, lr): pass

@pytest.mark.parametrize('splitter,text', [
    (lambda m: [dict(params=[m.weight], lr=0.1), dict(params=[m.bias])], 'gave a dict'),
    (lambda m: m.named_parameters(), 'from `named_parameters`?'),
    (lambda m: [m, m], 'gave a Linear')])
def test_splitters(splitter, text): assert text in said(lambda: learner(splitter=splitter).fit(1), TypeError)

def test_an_optimizer_assigned_in_a_fit():
    class Swap(Callback):
        def before_epoch(self):
            if self.epoch == 1: self.learn.opt = torch.optim.SGD(self.model.parameters(), lr=0.3)
    one,two = (learner(opt_func=o, cbs=cbs) for o,cbs in ((torch.optim.SGD, Swap), (torch.optim.SGD, None)))
    for o in (one, two): o.fit(2, 0.1)
    torch.testing.assert_close(one.model.weight, two.model.weight)
    assert one.opt.hypers[0]['lr'] == 0.3

def test_clipping_sparse_gradients():
    idx = torch.tensor([[1,2],[2,2],[0,1]])
    def weights(sparse):
        torch.manual_seed(0)
        model = nn.Sequential(nn.Embedding(4, 2, sparse=sparse), nn.Flatten(), nn.Linear(4, 3))
        learn = learner(model=model, data=[[(idx, torch.tensor([0,1,2]))]], opt_func=torch.optim.SGD, cbs=GradientClip(0.01))
        learn.fit(2, 0.1, wd=0.)
        return model[0].weight
    torch.testing.assert_close(weights(True), weights(False))

# --- What gives no batches

@pytest.mark.parametrize('what', ['validate', 'get_preds', 'tta', 'interpret'])
@pytest.mark.parametrize('dl,text', [(ds, 'a data set goes into one'), (x, 'from_arrays'), (x.numpy(), 'from_arrays'), ((x,y), 'one batch goes into a list'),
    (DataLoaders(DataLoader(ds)), 'pass one of its loaders'), ('valid', 'from_arrays'), (dict(x=x), 'from_arrays'), (len, 'call it')], ids=range(8))
def test_no_loader(what, dl, text): # N-301
    learn = learner()
    ask = dict(interpret=lambda dl: Interpretation.from_learner(learn, dl=dl)).get(what) or partial(getattr(learn, what))
    assert text in said(lambda: ask(dl=dl), TypeError)
    assert text in said(lambda: learner(data=[dl]), TypeError)

def test_lists_of_batches_are_loaders(): # N-301
    learn = learner()
    preds,targs = learn.get_preds(dl=[(x[:9],y[:9]),(x[9:],y[9:])])
    torch.testing.assert_close(preds, learn.model(x).detach())
    torch.testing.assert_close(learn.get_preds(dl=((a,b) for a,b in [(x[:9],y[:9]),(x[9:],y[9:])]))[0], preds)
    assert targs.equal(y) and learn.get_preds(dl=[x[:9],x[9:]])[0].equal(preds)

def test_validation_used_up(): # N-301
    learn = learner(data=[[(x,y)], iter([(x,y)])])
    assert [o for o in warned(lambda: learn.fit(2)) if 'nothing was measured on the validation loader' in o]
    assert learn.recorder.values[0][1] is not None and learn.recorder.values[1][1] is None

class Says:
    "Four batches, and another length"
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
    def __iter__(self): return iter([(x[:5],y[:5])]*4)

@pytest.mark.parametrize('n', [1, 3, 4, 8])
def test_a_wrong_length(n): # N-305
    learn = learner(data=[Says(n)])
    texts = [o for o in warned(lambda: learn.fit_one_cycle(3)) if 'said that it has' in o]
    assert len(texts) == (n != 4) and all(f'{n} batches, and gave 4' in o for o in texts)
    assert not warned(lambda: learner(data=[Says(n)]).fit(2)) # without a schedule nothing goes by it

@pytest.mark.parametrize('batches', [lambda: [(x[i:i+5],y[i:i+5],torch.ones(5)) for i in (0,5)]])
def test_inputs_of_plain_lists(batches):
    def weighed(p, y, w): return (F.cross_entropy(p, y, reduction='none')*w).mean()
    dls = DataLoaders(batches(), batches())
    dls.n_inp = 1
    learn = Learner(dls, nn.Linear(4, 3), weighed)
    learn.logger = noop
    learn.fit(1)
    assert learn.get_preds()[0].shape == (10,3) and dls.n_inp == 1

# --- Callbacks and copies

@pytest.mark.parametrize('ev', ['before_fit', 'after_batch', 'after_epoch', 'begin_batch'])
def test_methods_that_would_not_run(ev): # N-302
    def gen(self): yield 1
    async def coro(self): pass
    async def agen(self): yield 1
    for f in (gen, coro, agen):
        learn = learner()
        n = len(learn.cbs)
        assert f'C.{ev} would not run' in said(lambda: learn.add_cb(type('C', (Callback,), {ev: f})), TypeError)
        assert len(learn.cbs) == n

def test_shallow_copies(): # N-302
    learn = learner()
    assert 'copy.deepcopy(learn)' in said(lambda: copy.copy(learn), TypeError)
    twin = copy.deepcopy(learn)
    twin.fit(1)
    assert not twin.model.weight.equal(learn.model.weight)

@pytest.mark.parametrize('how', [copy.deepcopy, lambda o: pickle.loads(pickle.dumps(o))])
def test_the_list_of_callbacks_can_be_copied(how): # N-302
    learn = learner(cbs=[EarlyStoppingCallback(), SaveModelCallback()])
    cbs = how(learn.cbs)
    assert [type(o) for o in cbs] == [type(o) for o in learn.cbs]
    assert cbs.learn is not learn and all(o.learn is cbs.learn for o in cbs)

# --- Losses

other = nn.Linear(4, 3)

@pytest.mark.parametrize('loss,text', [
    (lambda p, y: torch.tensor(F.cross_entropy(p, y).item(), requires_grad=True), 'makes a new tensor'),
    (lambda p, y: F.cross_entropy(p, y).detach().requires_grad_(), 'makes a new tensor'),
    (lambda p, y: torch.tensor(F.cross_entropy(p, y).item(), requires_grad=True)*2, 'and not of another one'),
    (lambda p, y: F.cross_entropy(other(torch.ones(len(y), 4)), y), 'and not of another one')])
def test_losses_that_lead_nowhere(loss, text): # N-303
    learn = learner(loss)
    w = learn.model.weight.detach().clone()
    assert text in said(lambda: learn.fit(1), ValueError)
    assert learn.model.weight.equal(w)
    assert learn.validate()[0] > 0 # it is a figure all the same

class Reentrant(nn.Module):
    def __init__(self):
        super().__init__()
        self.lin = nn.Linear(4, 3)
    def forward(self, x): return torch.utils.checkpoint.checkpoint(self.lin, x.requires_grad_(), use_reentrant=True)

class Square(torch.autograd.Function):
    @staticmethod
    def forward(ctx, o):
        ctx.save_for_backward(o)
        return o*o
    @staticmethod
    def backward(ctx, grad): return grad*2*ctx.saved_tensors[0]

class Own(nn.Linear):
    def forward(self, x): return Square.apply(super().forward(x))

@pytest.mark.parametrize('model', [lambda: nn.Linear(4, 3), Reentrant, lambda: Own(4, 3), lambda: nn.DataParallel(nn.Linear(4, 3)),
    lambda: torch.jit.script(nn.Linear(4, 3)), lambda: torch.compile(nn.Linear(4, 3), backend='eager'),
    lambda: nn.utils.parametrizations.weight_norm(nn.Linear(4, 3)), lambda: nn.Sequential(nn.Linear(4, 3).requires_grad_(False), nn.BatchNorm1d(3))])
def test_losses_that_lead_to_the_model(model): # N-303
    learn = learner(model=model())
    before = copy.deepcopy(learn.model.state_dict())
    learn.fit(1, 0.1)
    after = learn.model.state_dict()
    assert any(not after[k].equal(v) for k,v in before.items())

@pytest.mark.parametrize('loss', [F.nll_loss, nn.NLLLoss(), lambda p, y: F.nll_loss(p, y)*1])
def test_scores_for_log_probabilities(loss): # N-303
    texts = warned(lambda: learner(loss).fit(1))
    assert any('takes logarithms of probabilities' in o for o in texts)
    assert not warned(lambda: learner(loss, nn.Sequential(nn.Linear(4, 3), nn.LogSoftmax(1))).fit(1))
    assert not warned(lambda: learner(CrossEntropyLossFlat()).fit(1))

def test_check_of_what_a_loss_takes(): # N-303
    def warnings_of(loss, model, targs=y):
        b = [(x, targs)]
        return [t for _,t in learner(loss, model, [b, b]).check().find('warning')]
    assert any('logarithms' in o for o in warnings_of(nn.NLLLoss(), nn.Linear(4, 3)))
    assert any('leave out the sigmoid' in o for o in warnings_of(nn.BCEWithLogitsLoss(), nn.Sequential(nn.Linear(4, 3), nn.Sigmoid()), F.one_hot(y, 3).float()))
    assert not warnings_of(nn.NLLLoss(), nn.Sequential(nn.Linear(4, 3), nn.LogSoftmax(1)))
    assert not warnings_of(nn.BCEWithLogitsLoss(), nn.Linear(4, 3), F.one_hot(y, 3).float())

# --- Metrics

class Gives(Metric):
    greater_is_better = True
    def __init__(self, v): self.v,self.n = v,0
    def reset(self): self.n = 0
    def accumulate(self, learn): self.n += len(learn.yb[0])
    @property
    def value(self): return self.v(self.n)

@pytest.mark.parametrize('cb', [TrackerCallback, SaveModelCallback, EarlyStoppingCallback])
@pytest.mark.parametrize('v', [lambda n: [1/n, 2.], lambda n: dict(a=1/n), lambda n: torch.ones(2)/n, lambda n: 'good'])
def test_several_numbers_are_found_at_once(cb, v, tmp_path): # N-304
    learn = learner(metrics=Gives(v), cbs=cb('gives'), path=tmp_path)
    assert "watches 'gives', which is no single number" in said(lambda: learn.fit(1), ValueError)
    assert learn.train_iter == 0
    assert [what for what,_ in learn.check().find('error')] == ['metric gives']

@pytest.mark.parametrize('v', [lambda n: 1/n, lambda n: torch.tensor(1/n), lambda n: np.float32(1/n), lambda n: None])
def test_one_number_is_fine(v): # N-304
    learn = learner(metrics=Gives(v), cbs=TrackerCallback('gives'))
    learn.fit(2)
    assert learn.train_iter == 6 and learn.metrics[0].n == 20 and not learn.check().find('error')

def test_a_metric_that_only_knows_validation(): # N-304
    class Strict(Gives):
        def accumulate(self, learn):
            if learn.training: raise ZeroDivisionError
            super().accumulate(learn)
    learn = learner(metrics=Strict(lambda n: 1/n), cbs=TrackerCallback('strict'))
    learn.fit(1)
    assert learn.recorder.values[0][-1] == 1/20

def test_check_tries_metrics(): # N-304
    hot = F.one_hot(y, 3).float()
    learn = learner(data=[[(x,hot)]]*2, metrics=[accuracy])
    assert [what for what,_ in learn.check().find('error')] == ['run'] # a metric's own error

# --- Advice

class Keeps(nn.Module):
    def __init__(self):
        super().__init__()
        self.lin,self.last = nn.Linear(4, 3),0
    def forward(self, x):
        self.last = self.lin(x).mean() + self.last
        return self.lin(x) + self.last

class Takes(nn.Module):
    def __init__(self):
        super().__init__()
        self.lin = nn.Linear(4, 3)
    def forward(self, inp): return self.lin(inp)

class Cut(Takes):
    def forward(self, inp): return self.lin(inp).detach()

class Two(Takes):
    def forward(self, inp): return self.lin(inp),inp

def meta():
    with torch.device('meta'): return nn.Linear(4, 3)

@pytest.mark.parametrize('kw,b,text', [
    ({}, (x.double(),y), 'inputs are float64 and weights float32'),
    ({}, (x.half(),y), 'inputs are float16 and weights float32'),
    ({}, (y[:,None].expand(-1, 4),y), 'inputs are int64 and weights float32'),
    (dict(model=nn.Conv1d(2, 3, 1)), (x.view(20, 2, 2).double(),y[:,None].expand(-1, 2)), 'inputs are float64 and weights float32'),
    ({}, (x,y,torch.ones(20)), 'say how many are by `dls.n_inp = 1`'),
    ({}, (x.numpy(),y), 'gives NumPy arrays'),
    (dict(model=Takes()), dict(inp=x, labels=y, idx=y), "the batch has 'idx', which `forward(inp)` does not take"),
    (dict(model=Two()), (x,y), 'the model gives 2 things'),
    (dict(model=nn.Sequential(nn.Linear(4, 3), nn.BatchNorm1d(3))), (x[:1],y[:1]), 'drop such a last batch'),
    (dict(model=Keeps()), (x,y), '`detach()` it before the next batch'),
    (dict(model=meta()), (x,y), 'the device `meta`'),
    (dict(model=Cut()), (x,y), 'the predictions have no gradient'),
    (dict(loss=lambda p, y: F.cross_entropy(p.detach(), y)), (x,y), 'without `.item()`'),
    (dict(loss=lambda p, y: (p.argmax(1) != y).float().mean()), (x,y), 'without `.item()`')], ids=range(14))
def test_advice(kw, b, text): # N-305
    learn = learner(data=[[b, b], [b]], **kw)
    assert text in said(lambda: learn.fit(1), Exception)

@pytest.mark.parametrize('ctx,text', [(torch.no_grad, 'gradients are switched off'), (torch.inference_mode, 'inside `torch.inference_mode()`')])
def test_a_fit_without_gradients(ctx, text): # N-305
    def fit():
        with ctx(): learner().fit(1)
    assert text in said(fit, RuntimeError)

# --- Arrays

def test_arrays_of_all_kinds():
    pd = pytest.importorskip('pandas')
    a = np.arange(40.).reshape(20, 2)
    same = DataLoaders.from_arrays(a, np.arange(20), valid_pct=0.).train.dataset.tensors
    for xs,ys in ((a.astype('>f8'), np.arange(20).astype('>i2')), (a.astype('>f4'), np.arange(20, dtype=np.uint16)), (a[::-1][::-1], np.arange(20, dtype=np.uint32)),
                  (pd.DataFrame(a).astype('Float64'), pd.Series(np.arange(20)).astype('Int64'))):
        got = DataLoaders.from_arrays(xs, ys, valid_pct=0.).train.dataset.tensors
        assert sorted(got[1].tolist()) == sorted(same[1].tolist()) and got[1].dtype in (torch.int64, torch.int16) and got[0].dtype == torch.float32
        assert sorted(got[0][:,0].tolist()) == sorted(same[0][:,0].tolist())
    gaps = pd.Series([1., None]*10, dtype='Float64')
    assert DataLoaders.from_arrays(gaps, pd.array([True,False]*10, dtype='boolean'), valid_pct=0.).train.dataset.tensors[0].isnan().sum() == 10
