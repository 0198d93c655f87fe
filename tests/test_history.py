"One history for a learner's life: every way to end, what leaves entries and what does not, and what a stop and a resume make of it"
import copy, json, pickle, sys, warnings
from contextlib import redirect_stdout
from pathlib import Path

import pytest
import torch

sys.path.insert(0, str(Path(__file__).resolve().parent))
from faults import folder_of, list_checkpoints, new
from resume_setups import *
from mylearner.callback.core import (CancelBatchException, CancelEpochException, CancelFitException, CancelTrainException, CancelValidException)
import mylearner.check, mylearner.profile # noqa: F401 (they add to `Learner`)
from mylearner.checkpoint import load_learner
from mylearner.checkpoint_files import read_checkpoint
from mylearner.history import plain_setting
from mylearner.learner import Learner
from mylearner.test_utils import RegModel, digits_learner, line_learner, synth_learner, times_learner

def raising(e, ev='before_batch'):
    def f(self): raise e
    return Callback(**{ev: f})

def entries(learn): return [(e.kind, e.steps, len(e.rows), e.ended) for e in learn.history]

# N-210
@pytest.mark.parametrize('e,ended', [(KeyboardInterrupt(), 'interrupted'), (SystemExit(), 'interrupted'), (TrainingInterrupted(), 'interrupted'),
    (ZeroDivisionError(), 'ZeroDivisionError'), (CancelFitException(), 'cancelled'), (CancelTrainException(), 'done'), (CancelEpochException(), 'done'),
    (CancelValidException(), 'done'), (CancelBatchException(), 'done')])
@pytest.mark.parametrize('ev', ['before_fit', 'before_epoch', 'before_batch', 'after_pred', 'after_batch', 'before_validate', 'after_epoch', 'after_fit'])
def test_every_way_to_end(e, ended, ev):
    "Raised anywhere; an exception from where nothing of its kind runs is an error; afterwards the next fit has an entry as always"
    learn = line_learner()
    try: learn.fit(2, cbs=raising(e, ev))
    except BaseException as got: assert ended in ('interrupted', type(got).__name__) or learn.history[-1].ended == type(got).__name__
    fit, = learn.history
    assert fit.ended == ended or type(e).__name__.startswith('Cancel') and fit.ended in ('done', type(e).__name__)
    assert fit.steps == learn.train_iter
    learn.fit(1)
    assert entries(learn)[1:] == [('fit', 4, 1, 'done')] and learn.history[1].start == fit.steps and learn.history[1].fit == 2

def test_an_error_at_the_end_counts_more_than_a_cancelled_fit():
    learn = line_learner()
    with pytest.raises(ZeroDivisionError): learn.fit(2, cbs=[raising(CancelFitException(), 'after_batch'), raising(ZeroDivisionError(), 'after_fit')])
    assert entries(learn) == [('fit', 1, 0, 'ZeroDivisionError')]

def test_what_is_refused_is_no_fit():
    learn = line_learner()
    for kw in (dict(n_epoch=-1), dict(n_epoch=1, lr='fast'), dict(n_epoch=1, start_epoch=-2)):
        with pytest.raises((ValueError, TypeError)): learn.fit(**kw)
    with pytest.raises(RuntimeError, match='at work already'): learn.fit(1, cbs=Callback(after_batch=lambda self: self.learn.fit(1)))
    assert [e.ended for e in learn.history] == ['RuntimeError']

# N-211
def test_what_leaves_an_entry():
    learn = digits_learner(metrics=accuracy)
    learn.fit(1)
    n = len(learn.history)
    for f in (learn.get_preds, learn.tta, lambda: learn.predict(learn.dls.valid_ds[0][0]), learn.check_resume, learn.summary, learn.check, learn.profile):
        with warnings.catch_warnings(), learn.no_logging(), redirect_stdout(None): warnings.simplefilter('ignore'); f()
        assert len(learn.history) == n, f
    learn.validate(0); learn.validate(dl=learn.dls.valid)
    with learn.unchanged(): learn.validate()
    assert [e.settings for e in learn.history[n:]] == [dict(ds_idx=0), dict(dl='TfmdDL'), dict(ds_idx=1)]
    assert [list(e.rows[0]) for e in learn.history[n:]] == [['step', 'valid_loss', 'accuracy']]*3

def test_averages_are_validated_within_the_fit():
    learn = line_learner(cbs=EMA(0.5))
    learn.fit(2)
    assert entries(learn) == [('fit', 8, 2, 'done')] and 'ema_valid_loss' in learn.history[0].rows[0]

def test_interrupted_validation_and_search():
    learn = line_learner()
    with pytest.raises(KeyboardInterrupt): learn.validate(cbs=raising(KeyboardInterrupt()))
    learn.add_cb(raising(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt): learn.lr_find()
    learn.remove_cb(learn.cbs[-1])
    with pytest.raises(ValueError, match='too early'): learn.lr_find(start_lr=1e5, end_lr=1e9, show_plot=False)
    assert [(e.kind, e.ended) for e in learn.history] == [('validate', 'interrupted'), ('find', 'interrupted'), ('find', 'ValueError')]
    assert learn.history.n_step == 0

def test_without_default_callbacks():
    "No recorder, no rows; the entry is there"
    b = torch.ones(4, 1), torch.ones(4, 1)
    learn = Learner(([b]*3, [b]), torch.nn.Linear(1, 1), torch.nn.MSELoss(), default_cbs=False)
    learn.fit(2)
    assert entries(learn) == [('fit', 0, 0, 'done')]

def test_names_of_schedules():
    learn = line_learner()
    learn.fit(1); learn.fit_one_cycle(1); learn.fit_flat_cos(1); learn.fit_sgdr(1, 1)
    learn.fit(1, cbs=ParamScheduler({'lr': SchedLin(0.1, 0.)}))
    learn.fit(1, cbs=TorchScheduler(partial(torch.optim.lr_scheduler.StepLR, step_size=1)))
    learn.fit(1, cbs=TorchScheduler(torch.optim.lr_scheduler.ConstantLR))
    assert [e.settings.get('schedule') for e in learn.history] == [None, 'one_cycle', 'flat_cos', 'sgdr', 'param_scheduler', 'StepLR', 'ConstantLR']

def test_the_rate_is_the_one_that_was_used():
    "Given nowhere, by a slice, a list, NumPy, or by the optimizer's own default"
    for kw,lr,want in ((dict(lr=0.02), None, 0.02), ({}, slice(1e-3), 'slice(0.001)'), ({}, np.float32(0.5), 0.5), ({}, [0.25], [0.25]),
        (dict(opt_func=partial(torch.optim.SGD, lr=0.125)), None, 0.125)):
        learn = Learner(line_learner().dls, RegModel(), torch.nn.MSELoss(), **kw)
        with learn.no_logging(): learn.fit(1, lr)
        assert learn.history[-1].settings['lr'] == want, (kw, lr)

# N-213
def test_copies_pickles_exports(tmp_path):
    learn = synth_learner(path=tmp_path)
    with learn.no_logging(): learn.fit(2)
    learn.save('m'); learn.load('m')
    for twin in (copy.deepcopy(learn), pickle.loads(pickle.dumps(learn))):
        assert twin.history == learn.history and twin.history is not learn.history
        with twin.no_logging(): twin.fit(1)
        assert len(learn.history) == 1 and twin.history[1].start == learn.history[0].steps
    learn.export('e.pkl')
    assert load_learner(tmp_path/'e.pkl', trust=True).history == []

def test_a_copy_from_the_middle_of_a_fit():
    copies = []
    learn = line_learner()
    learn.fit(1, cbs=Callback(after_pred=lambda self: copies.append(copy.deepcopy(self.learn)) if not copies else None))
    copies[0].fit(1)
    assert [e.ended for e in copies[0].history] == [None, 'done'] and [e.ended for e in learn.history] == ['done']

def test_bounded():
    "An entry and a row for each epoch, nothing for each step"
    sizes = []
    for n in (1, 200):
        learn = times_learner(n)
        learn.fit(2)
        sizes.append(len(json.dumps(learn.history.state_dict())))
    assert sizes[1] < sizes[0] + 150 # (a byte for a digit)

# N-214
def script(learn, **kw):
    "A search, two fits, validations between them"
    learn.lr_find(show_plot=False, num_it=12, suggest_funcs=None)
    learn.fit(2, 0.05, **kw)
    learn.validate()
    learn.fit_one_cycle(2, 0.02, **kw)

@pytest.mark.parametrize('k', range(1, 28, 3))
def test_resumed_history(k):
    s,d = setup(script),new()
    whole = run(s, new())
    assert run(s, d, stop=k) is None
    last = read_checkpoint(list_checkpoints(folder_of(d))[-1])[2]['history']
    assert last[-1]['ended'] is None and last[-1]['kind'] == 'fit' and len(last) in (2, 4)
    got = run(s, d)
    assert timeless(got) == timeless(whole)
    assert [e.kind for e in got.history] == ['find', 'fit', 'validate', 'fit'] and all(e.ended == 'done' for e in got.history)

@pytest.mark.parametrize('name', ['stop_early', 'tune', 'sgdr', 'torch_sched', 'accumulate'])
def test_resumed_set_ups(name):
    s = setups[name]
    whole,n = run(s, new()),n_batches(setups[name])
    for k in (2, n//2, n):
        d = new()
        run(s, d, stop=k)
        assert timeless(run(s, d)) == timeless(whole), k

def test_interrupted_and_resumed_in_one_process():
    "What was interrupted is one fit in the end"
    s,d = setups['plain'],new()
    learn = make(s, d, every='1b')
    learn.add_cb(Stop(5))
    with learn.no_logging():
        with pytest.raises(TrainingInterrupted): learn.fit(2, 0.05, resume=True)
        assert learn.history[-1].ended == 'interrupted'
        learn.fit(2, 0.05, resume=True)
    assert [(e.ended, len(e.rows)) for e in learn.history] == [('done', 2)]

def test_a_state_that_does_not_fit_leaves_the_history():
    from mylearner.learner_state import learner_state, load_learner_state
    from mylearner.checkpoint_files import CheckpointError
    a,b = (run(setups['plain'], new()) for _ in range(2))
    with b.no_logging(): b.fit(1)
    model,training = learner_state(a)
    training['extras'] = {('none', 'x'): 1}
    was = b.history.state_dict()
    with pytest.raises(CheckpointError): load_learner_state(b, model, training)
    assert b.history.state_dict() == was

def test_other_recorders_go_on():
    learn = times_learner(3)
    learn.fit(2)
    for cb in (Recorder(train_metrics=True), Recorder(add_time=False)):
        learn.add_cb(cb)
        learn.fit(1)
    assert [(o['fit'], o['step'], o['samples']) for o in learn.recorder.history] == [(1,3,3), (1,6,6), (2,9,9), (3,12,12)]

# N-212
def test_plots_whatever_there_is():
    import matplotlib
    matplotlib.use('agg')
    learn = line_learner(metrics=lambda p, t: (p-t).abs().mean())
    with pytest.raises(ValueError, match='call `fit` first'): learn.history.plot()
    learn.validate()
    assert len(learn.history.plot().lines) == 2
    learn.lr_find(show_plot=False)
    learn.fit(2)
    learn.dls = learn.dls.__class__(learn.dls.train)
    learn.fit(1)
    assert [o.get_label() for o in learn.history.plot().lines[:1]] == ['train_loss']
    assert len(learn.history.frame()) == 4 and len(learn.history.frame('find')) == 1

def test_plain_settings():
    for v in (slice(1e-4, 1e-2), [0.1, slice(None, 1.)], np.array([1., 2.]), torch.tensor(0.5), {'a': 1}, print, None, True):
        json.dumps(plain_setting(v))
