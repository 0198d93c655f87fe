"What goes wrong, in all combinations: errors, names of events, changed losses, copies and settings that must not get in each other's way"
import copy, threading

import pytest
import torch
from fastcore.basics import defaults as fastcore_defaults, noop
from torch.nn import functional as F

import mylearner.all # noqa: F401 (it adds to `Learner`)
from mylearner.callback.core import Callback, TrainEvalCallback, cancel_exceptions, event
from mylearner.learner import Learner, Metric
from mylearner.metrics import Precision, Recall
from mylearner.optimizer import SGD, Adam
from mylearner.test_utils import Trace, digits_learner, line_learner, times_learner
from mylearner.torch_core import defaults


# -- errors ------------------------------------------------------------------------------------------------------------

def error_of(f, *args, **kwargs):
    try: f(*args, **kwargs)
    except BaseException as e: return e

def raises(ev, ex): return Callback(**{ev: lambda self: (_ for _ in ()).throw(ex)})

in_fit = [ev for ev in event.all if ev != 'after_create' and 'cancel' not in ev]

@pytest.mark.parametrize('ex', [ZeroDivisionError('boom'), KeyboardInterrupt(), OSError('disk full')], ids=lambda e: type(e).__name__)
@pytest.mark.parametrize('ev', in_fit[:-1])
def test_after_fit_hears_of_every_error(ev, ex):                                             # S-203, T-05
    seen = []
    learn = times_learner(cbs=Callback(after_fit=lambda self: seen.append(self.learn.exception)))
    assert error_of(learn.fit, 1, cbs=raises(ev, ex)) is ex
    assert seen == [ex] and learn.exception is None
    learn.fit(1)
    assert seen == [ex, None]

@pytest.mark.parametrize('n', [0.5, -1, '2', None, True])
def test_odd_numbers_of_epochs(n):
    learn = times_learner()
    with pytest.raises(ValueError, match='`n_epoch` must be a whole number of epochs, 0 or more, not'): learn.fit(n)
    with pytest.raises(ValueError, match='`start_epoch` must be'): learn.fit(2, start_epoch=n)
    assert learn.opt is None and learn.model.w.item() == 0

@pytest.mark.parametrize('part', ['backward', 'step', 'batch', 'train', 'validate', 'epoch'])
def test_a_stray_cancel_says_so(part):
    ex = cancel_exceptions[part]()
    assert error_of(times_learner().fit, 1, cbs=raises('before_fit', ex)) is ex
    assert ex.__notes__[-1] == f'{type(ex).__name__} was raised where nothing of its kind runs'

@pytest.mark.parametrize('how', ['fit', 'fit_one_cycle', 'fit_flat_cos', 'lr_find'])
def test_no_fit_inside_a_fit(how):
    learn = line_learner()
    e = error_of(learn.fit, 1, cbs=Callback(after_batch=lambda self: getattr(self.learn, how)(*([] if how == 'lr_find' else [1]))))
    assert isinstance(e, RuntimeError) and 'cannot be called from a callback' in str(e)
    learn.fit(1)

@pytest.mark.parametrize('how', ['fit', 'validate', 'get_preds'])
def test_one_thread_at_a_time(how):
    said = []
    def elsewhere(learn):
        t = threading.Thread(target=lambda: said.append(error_of(learn.fit, 1) if how == 'fit' else error_of(getattr(learn, how))), daemon=True)
        t.start()
        t.join(20)
    learn = times_learner()
    learn.fit(1, cbs=Callback(after_train=lambda self: elsewhere(self.learn)))
    elsewhere(learn)
    assert isinstance(said[0], RuntimeError) and 'another thread is using this learner' in str(said[0])
    assert said[1] is None

def test_a_learner_with_a_call_of_its_own():
    "A subclass that overrides `__call__` is asked for each event that somebody listens to"
    fired = []
    class Noting(Learner):
        def __call__(self, event_name):
            fired.append(event_name)
            super().__call__(event_name)
        @property
        def half(self): return self.model.a.halved
    learn = line_learner()
    noting = Noting(learn.dls, learn.model, F.mse_loss, opt_func=SGD, default_cbs=False,
        cbs=[TrainEvalCallback, Callback(after_pred=noop, after_loss=noop, before_step=noop)])
    noting.fit(1)
    n_train, n_valid = len(learn.dls.train), len(learn.dls.valid)
    assert [fired.count(o) for o in ('before_fit', 'after_pred', 'after_loss', 'before_step', 'after_step')] == \
        [1, n_train + n_valid, n_train + n_valid, n_train, 0]
    with pytest.raises(AttributeError, match="has no attribute 'halved'"): noting.half    # a property's own error is not hidden


# -- names of events ---------------------------------------------------------------------------------------------------

class Lunch(Callback):
    def __init__(self): self.n = 0
    def at_lunch(self): self.n += 1

def test_an_event_that_a_class_defines():                                                    # N-001, S-074
    learn = times_learner(cbs=[Lunch, Trace])
    learn('at_lunch')
    assert learn.lunch.n == 1
    with pytest.raises(ValueError, match="'at_dinner' is not an event"): learn('at_dinner')
    with pytest.raises(ValueError, match="'at_lunch' is not an event"): times_learner()('at_lunch')

def test_an_event_that_is_registered():                                                      # N-001
    event.at_dinner = 'at_dinner'
    try:
        heard = []
        times_learner()('at_dinner')                       # nobody listens, and that is fine
        times_learner(cbs=Callback(at_dinner=lambda self: heard.append(1)))('at_dinner')
        assert heard == [1]
    finally: del event.at_dinner
    with pytest.raises(ValueError): times_learner()('at_dinner')

@pytest.mark.parametrize('name,near', [('befor_fit', 'before_fit'), ('after_batches', 'after_batch'), ('afterepoch', 'after_epoch'),
    ('before_trian', 'before_train'), ('after_los', 'after_loss')])
def test_nearly_right_names_raise(name, near):                                               # N-002, T-35
    cls = type('Mine', (Callback,), {name: lambda self: None})
    learn = times_learner()
    n = len(learn.cbs)
    with pytest.raises(ValueError, match=f"Mine.{name} is not an event, did you mean '{near}'"): learn.add_cb(cls)
    assert len(learn.cbs) == n

def test_names_before_fastai_2_still_fire():                                                 # S-246
    seen = []
    cls = type('Mine', (Callback,), dict(begin_fit=lambda self: seen.append(1)))
    with pytest.warns(UserWarning, match="now called 'before_fit'"): learn = times_learner(cbs=cls)
    learn.fit(1)
    assert seen == [1]


# -- losses, copies, going back ----------------------------------------------------------------------------------------

class Look(Callback):
    order = 10
    def before_step(self): self.seen = self.learn.loss.item(), self.learn.model.w.grad.item()

def by(name, k):
    def change(self): setattr(self.learn, name, getattr(self.learn, name)*k)
    return change

@pytest.mark.parametrize('first', ['grad_scale', 'loss_grad'])
def test_scaled_gradients_leave_the_loss(first):                                             # N-003
    "One row: loss 25, gradient -30"
    second = 'loss_grad' if first == 'grad_scale' else 'grad_scale'
    cbs = [Callback(after_loss=by(first, 2)), Callback(before_backward=by(second, 3)), look := Look()]
    for cb in cbs: cb.run_valid = False
    learn = times_learner(cbs=cbs)
    learn.fit(1)
    assert look.seen == (25, -180) and learn.recorder.history[-1]['train_loss'] == 25

@pytest.mark.parametrize('training', [True, False])
@pytest.mark.parametrize('ev', in_fit[:-1])
def test_unchanged_after_an_error(ev, training):                                             # N-004
    learn = line_learner(opt_func=Adam)
    learn.fit(1)
    sd, opt, rng = copy.deepcopy(learn.model.state_dict()), copy.deepcopy(learn.opt.state_dict()), torch.get_rng_state()
    history, own = copy.deepcopy(learn.recorder.history), list(learn.cbs)
    def stop(self):
        if self.learn.training == training: raise ZeroDivisionError
    try:
        with learn.unchanged(training=True): learn.fit(2, cbs=Callback(**{ev: stop}))
    except ZeroDivisionError: pass
    torch.testing.assert_close(learn.model.state_dict(), sd, rtol=0, atol=0)
    torch.testing.assert_close(learn.opt.state_dict()['state'], opt['state'], rtol=0, atol=0)
    assert torch.equal(torch.get_rng_state(), rng) and learn.recorder.history == history and list(learn.cbs) == own

@pytest.mark.parametrize('ev', in_fit[:-1])
def test_a_copy_trains_on_its_own(ev):                                                       # N-005
    copies = []
    learn = line_learner(shuffle=False)
    learn.fit(1, cbs=Callback(**{ev: lambda self: copies.append(copy.deepcopy(self.learn)) if not copies else None}))
    twin, after = copies[0], learn.model.a.item()
    assert twin.model is not learn.model and all(cb.learn is twin for cb in twin.cbs)
    twin.fit(2)
    assert learn.model.a.item() == after != twin.model.a.item()


# -- metrics and settings ----------------------------------------------------------------------------------------------

def test_validate_with_metrics_of_one_name():                                                # N-006
    def one(k):
        def error(preds, targs): return (preds - targs).abs().mean()*k
        return error
    learn = times_learner(w=1., metrics=[one(1), one(10)])       # 3 instead of 5
    assert list(learn.validate()) == [4., 2., 20.]
    learn.fit(1, lr=0.)
    assert list(learn.validate()) == [4., 2., 20.]

def test_shared_starts_empty():                                                              # N-007
    seen = []
    def put(self):
        seen.append(dict(self.learn.shared))
        self.learn.shared['mine'] = 1
    learn = times_learner(n=3, cbs=Callback(after_loss=put))
    learn.fit(1)
    assert seen == [{}]*4 and learn.shared is None

def test_metrics_share_their_note():                                                         # N-007
    found = []
    learn = digits_sharing(found)
    learn.validate()
    assert found and all(n == found[0] for n in found)

def digits_sharing(found):
    "Two metrics of one family, and one that looks at what they share after each batch"
    class Sees(Metric):
        def reset(self): pass
        def accumulate(self, learn): found.append(len(learn.shared))
        value, name = 0., 'sees'
    return digits_learner(metrics=[Precision(average='macro'), Recall(average='macro'), Sees()])

def test_defaults_are_our_own():                                                             # N-008
    assert defaults is not fastcore_defaults
    defaults.only_here = 1
    try: assert not hasattr(fastcore_defaults, 'only_here')
    finally: del defaults.only_here


def test_every_error_of_closing_is_told():
    "Two callbacks fail while a fit that went well is closed: the first error is raised, the second is a note on it"
    def bad(word):
        def after_fit(self): raise ValueError(word)
        return Callback(after_fit=after_fit)
    with pytest.raises(ValueError, match='one') as e: times_learner(cbs=[bad('one'), bad('two')]).fit(1)
    assert any('then ValueError: two' in n for n in e.value.__notes__)
