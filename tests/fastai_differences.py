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
def learner(**kw): return Learner(loaders(), nn.Linear(2, 1), **{'loss_func': MSELossFlat(), 'opt_func': SGD, 'lr': 0.1, **kw})
def fails(f):
    try: f()
    except Exception as e: return type(e).__name__
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
}
