"Ways to make 'best' lie: a value, and a file, must be of the weights that they claim to be of"
import json, sys
from pathlib import Path

import pytest
import torch

sys.path.insert(0, str(Path(__file__).resolve().parent))
from faults import folder_of, new
from resume_setups import *
from mylearner.callback.core import CancelValidException
from mylearner.callback.tracker import weights_version
from mylearner.metric import AvgMetric, ValueMetric
from mylearner.test_utils import line_learner, times_learner

class Says(ValueMetric):
    "A metric whose values are known beforehand, one for each epoch"
    def __init__(self, *vals, greater=False):
        self.vals = iter(vals)
        super().__init__(lambda: next(self.vals), 'says')
        self.greater_is_better = greater

def learner(*vals, cbs=(), **kw):
    learn = times_learner(3, path=new(), metrics=Says(*vals, **kw), cbs=cbs)
    learn.silent = True
    return learn

def w(learn): return learn.model.w.item()
def at(order, **events):
    cb = Callback(**events)
    cb.order = order
    return cb
def noting(into): return at(59, after_epoch=lambda self: into.append(w(self.learn)))
save = partial(SaveModelCallback, 'says')

# N-215
def test_weights_that_were_replaced_between_two_fits():
    "With `reset_on_fit=False`, a value of other weights is no bound for these"
    for how in ('load', 'by hand', 'model'):
        seen = []
        learn = learner(0.1, 0.5, 0.4, cbs=[cb := save(reset_on_fit=False), noting(seen)])
        start = learn.save('start')
        learn.fit(1)
        if how == 'load': learn.load(start.absolute(), with_opt=False)
        elif how == 'by hand': torch.nn.init.constant_(learn.model.w, -3.)
        else: learn.model = type(learn.model)(-2.)
        learn.fit(2)
        assert cb.best == 0.4 and w(learn) == seen[2], how

def test_the_same_weights_again_are_not_replaced():
    "The best one loaded by the callback, or by hand; nothing else was touched"
    for by_hand in (False, True):
        seen = []
        learn = learner(0.1, 0.5, 0.4, cbs=[cb := save(reset_on_fit=False), noting(seen)])
        learn.fit(2)
        if by_hand:
            torch.nn.init.constant_(learn.model.w, -3.)
            learn.load('model')
        learn.fit(1)
        assert cb.best == 0.1 and w(learn) == seen[0]

@pytest.mark.parametrize('make', [TrackerCallback, EarlyStoppingCallback, ReduceLROnPlateau, SaveModelCallback])
def test_other_data_other_values(make):
    "A value that was measured on another validation set is no bound either"
    learn = learner(0.1, 0.5, cbs=(cb := make('says', reset_on_fit=False)))
    learn.fit(1)
    learn.dls = type(learn.dls)(learn.dls.train, [learn.dls.valid[0]]*2)
    learn.fit(1)
    assert cb.best == 0.5

# N-216
@pytest.mark.parametrize('who', ['hand', 'learner', 'removed', 'empty'])
def test_a_file_that_somebody_has_replaced(who):
    "The weights in the file are not those of `best`: an error, and the weights stay those of the last epoch"
    learn = learner(0.1, 0.5)
    f = learn.path/'models'/'model.pth'
    def replace(self):
        if self.learn.epoch != 1: return
        if who == 'hand': torch.save({'w': torch.ones_like(learn.model.w)*7}, f)
        elif who == 'learner':
            other = learner(0.7, cbs=save())
            other.path = learn.path
            other.fit(1, lr=0.01)
        elif who == 'removed': f.unlink()
        else: f.write_bytes(b'')
    last = []
    with pytest.raises((ValueError, FileNotFoundError), match='model.pth'): learn.fit(2, cbs=[save(), noting(last), at(80, after_epoch=replace)])
    assert w(learn) == last[1]

def test_two_that_write_to_one_file():
    learn = learner(0.1, 0.5, cbs=[save(), SaveModelCallback('valid_loss')])
    with pytest.raises(ValueError, match="fname"): learn.fit(1)
    learn = learner(0.1, 0.5, cbs=[save(), SaveModelCallback('valid_loss', fname='other'), save(every_epoch=True)])
    learn.fit(1)

def test_an_old_file_is_not_taken():
    "A former fit's file, where this fit has saved nothing"
    learn = learner(0.1, float('nan'), cbs=save())
    learn.fit(1)
    first,last = w(learn),[]
    with pytest.warns(UserWarning, match='nan'): learn.fit(1, cbs=noting(last))
    assert w(learn) == last[0] != first

# N-217
def test_weights_that_changed_after_they_were_measured():
    "A callback changes the weights between validation and saving: nobody knows the value of what is in the file"
    def prune(self): torch.nn.init.constant_(self.learn.model.w, 0.)
    learn = learner(0.1, cbs=[save(), Callback(after_epoch=prune)])
    with pytest.warns(UserWarning, match='changed after'): learn.fit(1)

@pytest.mark.parametrize('cancelled,vals,best,at', [([0], (0.1, 0.5, 0.4), 0.4, 2), ([1], (0.3, 0.1, 0.4), 0.3, 0), ([0,1,2], (0.3, 0.1, 0.4), 0.1, 1), ([], (0.3, 0.1, 0.4), 0.1, 1)])
def test_a_part_of_the_validation_set(cancelled, vals, best, at):
    "A value over a part is not compared with one over the whole; a whole one counts more"
    def cut(self):
        if not self.learn.training and self.learn.epoch in cancelled: raise CancelValidException
    learn = learner(*vals, cbs=(cb := TrackerCallback('says')))
    learn.fit(3, cbs=Callback(after_batch=cut))
    assert (cb.best, cb.best_at.epoch) == (best, at)

# N-218
def test_a_value_carries_its_step():
    learn = learner(0.3, 0.1, 0.2, 0.4, cbs=(cb := TrackerCallback('says')))
    learn.fit(3)
    assert cb.best_at[:3] == (0.1, 1, 6) and cb.best_at.weights != weights_version(learn.model)
    learn.fit(1)
    assert cb.best_at[:3] == (0.4, 0, 12) and cb.best_at.weights == weights_version(learn.model)

def test_versions_of_weights():
    from torch import nn
    m = nn.Sequential(nn.Linear(3, 2), nn.BatchNorm1d(2), nn.Linear(2, 2).to(torch.bfloat16))
    a = weights_version(m)
    m[1](torch.randn(4, 2)) # statistics are no weights
    assert weights_version(m) == a == weights_version(nn.DataParallel(m))
    for p in m.parameters():
        with torch.no_grad(): p.view(-1)[0] = -p.view(-1)[0] + 0.25
        b = weights_version(m)
        assert b != a
        a = b
    with torch.no_grad(): m[0].weight.fill_(float('nan'))
    assert weights_version(m) == weights_version(m)

def test_best_after_a_resume():
    s = setups['trackers']
    whole = run(s, new())
    for k in (4, 9, 15):
        d = new()
        run(s, d, stop=k)
        got = run(s, d)
        for name in ('save_model', 'early_stopping', 'reduce_lr_on_plateau'): assert getattr(got, name).best_at == getattr(whole, name).best_at, (k, name)

# N-219
@pytest.mark.parametrize('column', ['brier', 'train_brier'])
def test_checkpoints_and_trackers_agree_on_what_is_better(column):
    "Also about a column of the training set, or one with a number"
    def brier(preds, targs): return ((preds-targs)**2).mean()
    m = AvgMetric(brier)
    m.greater_is_better,m.on = False,'both'
    learn = line_learner(path=new(), metrics=m, cbs=[Recorder(train_metrics=True), cb := TrackerCallback('valid_'+column if column == 'brier' else column),
        CheckpointCallback(best='valid_'+column if column == 'brier' else column, keep=1, signals=False)])
    learn.fit(4)
    assert [v for v,_ in learn.checkpoint.ranking()] == [cb.best]
    assert json.loads((folder_of(learn.path)/'best.json').read_text())[0]['step'] == cb.best_at.step

@pytest.mark.parametrize('cancelled,vals,best', [([1], (0.3, 0.1, 0.4), 0.3), ([0], (0.1, 0.4, 0.5), 0.4), ([0,1,2], (0.3, 0.1, 0.4), 0.1)])
@pytest.mark.parametrize('every', ['1e', '1000h'])
def test_checkpoints_of_a_part_are_not_best(cancelled, vals, best, every):
    def cut(self):
        if not self.learn.training and self.learn.epoch in cancelled: raise CancelValidException
    learn = learner(*vals, cbs=[CheckpointCallback(best='says', every=every, keep=3, signals=False), Callback(after_batch=cut)])
    learn.fit(3)
    assert [v for v,_ in learn.checkpoint.ranking()] == [best]

def test_checkpoints_on_other_data_are_not_compared():
    learn = learner(0.1, 0.5, cbs=[CheckpointCallback(best='says', signals=False)])
    for n in (9, 12):
        learn.dls = DataLoaders([(torch.ones(1,1), torch.ones(1,1))]*3, DataLoader(TensorDataset(torch.ones(n,1), torch.ones(n,1)), bs=4))
        learn.fit(1)
    assert [v for v,_ in learn.checkpoint.ranking()] == [0.5]
