"What is different on purpose: a few lines for each row of the page *Coming from fastai*, and what either library makes of them"
# name of the row (as the page begins it) -> code that sets `result`, what it is here, what it is in fastai

setup = '''
from fastai.basics import *
from fastai.callback.all import *
set_seed(0)
x = torch.randn(48, 2)
y = x.sum(1, keepdim=True)
ds = list(zip(x, y))
def loaders(): return DataLoaders.from_dsets(ds[:32], ds[32:], bs=16, shuffle=False, num_workers=0)
def learner(model=None, **kw): return Learner(loaders(), model or nn.Linear(2, 1), **{'loss_func': MSELossFlat(), 'opt_func': SGD, 'lr': 0.1, **kw})
def fails(f):
    try: f()
    except Exception as e: return type(e).__name__
'''

recurrent = '''
class Counting(nn.Module):
    def __init__(self):
        super().__init__()
        self.l,self.h = nn.Linear(2, 1),torch.zeros(1)
    def forward(self, x): return (self.l(x),)*3
    def reset(self): self.h = torch.zeros(1)
'''

differences = {
'`train_loss` in the table': ('''
seen = []
learn = learner(cbs=Callback(after_batch=lambda self: seen.append(self.loss.item()) if self.training else None))
learn.fit(1)
result = abs(learn.recorder.values[0][0] - sum(seen)/len(seen)) < 1e-6
''', True, False),
'a batch that a callback skips': ('''
class Skip(Callback):
    def before_batch(self):
        if self.training and self.iter: raise CancelBatchException()
learn = learner(cbs=Skip())
learn.fit(1)
result = len(learn.recorder.losses)
''', 1, 2),
'a part of an epoch that is cancelled': ('''
class Skip(Callback):
    order = 70
    def before_train(self): raise CancelTrainException()
learn = learner(cbs=Skip())
learn.fit(1)
result = [o is None for o in learn.recorder.values[0]]
''', [True, False], [False]),
'`learn.recorder` after': ('''
learn = learner()
learn.fit(2)
learn.validate()
result = [len(learn.recorder.losses), len(learn.recorder.values[-1])]
''', [4, 2], [0, 1]),
'learning rate, momentum and weight decay after a fit': ('''
learn = learner(opt_func=partial(SGD, mom=0.9))
learn.fit_one_cycle(1, 0.1)
result = learn.opt.hypers[0]['mom'] == 0.9
''', True, False),
'`get_preds(save_preds=': ('''
import tempfile
path = Path(tempfile.mkdtemp())
learn = learner(loss_func=BCEWithLogitsLossFlat())
learn.get_preds(save_preds=path)
saved, logits = torch.load(path/'0'), learn.get_preds(act=noop)[0]
result = [torch.allclose(saved, f(logits)) for f in (torch.sigmoid, noop)]
''', [True, False], [False, True]),
'`learn.freeze()` with one group': ("result = fails(lambda: learner().freeze())", 'ValueError', None),
'a `splitter` that forgets': ("result = fails(lambda: learner(splitter=lambda m: [[m.weight]]).fit(1))", 'ValueError', None),
'a misspelt event': ('''
class Typo(Callback):
    def befor_batch(self): pass
result = [fails(lambda: learner(cbs=Typo())), fails(lambda: (l := learner(), l.create_opt(), l.opt.set_hyper('lrr', 1)))]
''', ['ValueError', 'ValueError'], [None, None]),
'a callback whose name hides': ('''
class FitCallback(Callback): pass
result = fails(lambda: learner(cbs=FitCallback()))
''', 'ValueError', None),
'one callback added twice': ("cb = Callback()\nresult = fails(lambda: learner(cbs=[cb, cb]))", 'ValueError', None),
'`remove_cb` with a callback of another': ("cb = MixUp()\nfirst = learner(cbs=cb)\nresult = fails(lambda: learner().remove_cb(cb))", 'ValueError', None),
'`after_fit` after an error': ('''
seen = []
class Stop(Callback):
    def after_batch(self): raise RuntimeError('stop')
    def after_fit(self): seen.append(1)
result = [fails(lambda: learner().fit(1, cbs=Stop())), seen]
''', ['RuntimeError', [1]], ['RuntimeError', []]),
'random streams': ('''
def orders(): return [[int(i) for i in DataLoader(list(range(20)), bs=20, shuffle=True, num_workers=0).get_idxs()] for _ in range(1)]
torch.manual_seed(0)
first = orders()
torch.manual_seed(0)
result = first == orders()
''', True, False),
'an item that cannot be had': ('''
class Gaps(Transform):
    def encodes(self, i):
        if i == 1: raise SkipItemException()
        return tensor(i)
dl = TfmdDL(list(range(6)), bs=3, after_item=Gaps(), num_workers=0)
result = [len(b) for b in dl]
''', [2, 3], [3, 2]),
'the column of `rmse`': ("learn = learner(metrics=rmse)\nlearn.fit(1)\nresult = list(learn.recorder.metric_names)[3]", 'rmse', '_rmse'),
'`rmse`, `exp_rmspe`, `perplexity` in': ("learn = learner(metrics=rmse)\nresult = learn.metrics[0] is rmse", False, True),
'`freeze_to` with more': ("result = fails(lambda: learner().freeze_to(7))", 'ValueError', None),
'`test_eq` and other names': ("result = 'test_eq' in globals()", False, True),
'`plt`, `pd`': ("result = plt.__name__", 'matplotlib.pyplot', 'matplotlib.pyplot'),
'`TfmdLists.map(f)`': ("result = list(TfmdLists([1, 2], [lambda o: o*10]).map(lambda o: o+1))", [11, 21], [110, 210]),
'the gradient of a frozen': ('''
learn = learner(nn.Sequential(nn.Linear(2, 2), nn.Linear(2, 1)), splitter=lambda m: [params(m[0]), params(m[1])])
learn.fit(1)
learn.freeze()
learn.fit(1)
result = learn.model[0].weight.grad is None
''', True, False),
'gradients made by hand': ('''
moved = []
for hand in (False, True):
    torch.manual_seed(0)
    learn = learner()
    learn.create_opt()
    if hand: learn.model.weight.grad,learn.model.bias.grad = torch.ones(1, 2),torch.zeros(1)
    learn.fit(1)
    moved.append(learn.model.weight.detach())
result = torch.equal(*moved)
''', True, False),
'what `GradientAccumulation` holds': ('''
learn = learner()
w = learn.model.weight.detach().clone()
learn.fit(1, cbs=GradientAccumulation(1000))
result = torch.equal(learn.model.weight, w)
''', False, True),
'what a recurrent model keeps': (recurrent+'''
learn = learner(Counting(), cbs=[ModelResetter(), RNNCallback()])
learn.fit(1)
learn.model.h = torch.ones(1)
learn.validate()
result = learn.model.h.item()
''', 1., 0.),
'`RNNCallback.raw_out`': (recurrent+'''
learn = learner(Counting(), cbs=RNNCallback())
learn.fit(1)
result = learn.rnn.raw_out is None
''', True, False),
'`learn.summary()`': ("s = str(learner().summary())\nresult = [o in s for o in ('Trainable', 'Trains', '3')]", [False, True, True], [True, False, True]),
'the class of `MSELossFlat()`': ("result = [type(f()).__name__ for f in (MSELossFlat, L1LossFlat)] + [isinstance(MSELossFlat(), BaseLoss)]",
    ['MSELossFlat', 'L1LossFlat', True], ['BaseLoss', 'BaseLoss', True]),
'the `name` of `MixUp()`': ('''
cb = MixUp()
names = [cb.name, CutMix().name]
learn = learner(cbs=cb)
result = [*names, learn.mix_up is cb]
''', ['mix_handler', 'mix_handler', True], ['mix_up', 'cut_mix', True]),
"`recorder.hps['mom']`": ("learn = learner()\nlearn.fit_one_cycle(1)\nresult = sorted(learn.recorder.hps)", ['lr'], ['lr', 'mom']),
'`show_batch(unique=True)`': ('''
class Blur(Transform):
    n = 0
    def encodes(self, o:float):
        self.n += 1
        return TitledFloat(10*o + self.n/100)
dls = Datasets([float(i) for i in range(8)], [[Blur()]], splits=([3, 4, 5, 6], [7])).dataloaders(bs=4, shuffle=False, num_workers=0)
def shown(**kw): return [float(o[0]) for o in dls.train.show_batch(unique=True, show=False, **kw)[2]]
few, many = shown(max_n=3), shown()
result = [len(few), len({int(o) for o in few}), len(set(few)), len(many), [int(i) for i,_ in zip(dls.train.get_idxs(), range(4))]]
''', [3, 1, 3, 9, [0, 1, 2, 3]], [3, 1, 3, 4, [0, 0, 0, 0]]),
'`ActivationStats`, near zero': ('''
res = []
for bias in (-5., -0.04, 0.04, 5.):
    last = nn.Linear(2, 1)
    nn.init.zeros_(last.weight)
    nn.init.constant_(last.bias, bias)
    learn = learner(last, lr=0., cbs=ActivationStats(with_hist=True))
    learn.fit(1)
    res.append(round(float(learn.activation_stats.stats[0][-1]['near_zero'])))
result = res
''', [0, 1, 1, 0], [1, 1, 1, 0]),
'`IntToFloatTensor` decodes': ("result = IntToFloatTensor().decode(TensorImage(torch.tensor([0., 0.5, 0.999, 1.]))).tolist()", [0, 128, 255, 255], [0, 127, 254, 255]),
'a batch of targets of a table': ('''
from fastai.tabular.all import *
df = pd.DataFrame(dict(a=list('xyxy')*5, b=np.arange(20.), y=list('pq')*10))
dls = TabularDataLoaders.from_df(df, procs=[Categorify, Normalize], cat_names='a', cont_names='b', y_names='y', bs=4, valid_idx=[0, 1, 2, 3], num_workers=0)
y = dls.one_batch()[2]
result = [list(y.shape), str(y.dtype)]
''', [[4], 'torch.int64'], [[4, 1], 'torch.int8']),
}
