"The loop in all combinations: every way to cancel, an error at every event, names of callbacks that come and go, and the state tables"
import copy, pickle

import pytest
import torch

import mylearner.all # noqa: F401
from mylearner.callback.core import *
from mylearner.metric import AvgLoss
from mylearner.metrics import accuracy
from mylearner.optimizer import SGD
from mylearner.torch_core import trainable_params
from mylearner.loop import Learner
from mylearner.test_utils import Trace, digits_learner, line_learner, times_learner

train_batch = 'before_batch after_pred after_loss before_backward after_backward before_step after_step after_batch'.split()
valid_batch = 'before_batch after_pred after_loss after_batch'.split()
whole = ['before_fit', 'before_epoch', 'before_train', *train_batch, 'after_train', 'before_validate', *valid_batch, 'after_validate',
    'after_epoch', 'after_fit']

def one_step_learner(*cbs, **kw):
    "One training batch and one validation batch, and no callback but the one that counts"
    return times_learner(default_cbs=False, cbs=[TrainEvalCallback, *cbs], **kw)

class Other(Callback):
    "One that must hear closing events all the same"
    order = 2000
    def __init__(self): self.seen = []
    def __call__(self, ev): self.seen.append(ev)


def test_order():                                                                            # T-13
    trace = Trace()
    one_step_learner(trace).fit(1)
    assert trace.seen == ['after_create', *whole]

inside = dict(step='before_step after_step', backward='before_backward after_backward', batch=' '.join(train_batch),
    train=' '.join(['before_train', *train_batch, 'after_train']), validate='before_validate after_validate',
    epoch=' '.join(whole[1:-1]), fit=' '.join(whole))
ways = [(part, at) for part, places in inside.items() for at in sorted(set(places.split()))]

def test_there_are_54_ways(): assert len(ways) == 54

@pytest.mark.parametrize('part,at', ways)
def test_cancel(part, at):                                                                   # T-14
    "A Cancel exception works from every event of its part; whoever listens to the closing events hears them all the same"
    trace, other = Trace(at, cancel_exceptions[part]), Other()
    one_step_learner(trace, other).fit(1)
    assert trace.seen[-1] == other.seen[-1] == 'after_fit'
    assert trace.seen.count(f'after_{part}') == (2 if part == 'batch' and 'before_validate' in trace.seen else 1)
    assert (f'after_cancel_{part}' in trace.seen) == (at != f'after_{part}')
    assert at.startswith('before') or at in ('after_pred', 'after_loss') or at in other.seen


class Bomb(Callback):
    "Raise at the first `at` in training or in validation"
    order = 500
    def __init__(self, at, training): self.at, self.when, self.seen = at, training, []
    def __call__(self, ev):
        self.seen.append(ev)
        if ev == self.at and self.learn.training == self.when: raise ZeroDivisionError('boom')

def weights(learn): return [p.detach().clone() for p in learn.model.parameters()]

@pytest.mark.parametrize('training', [True, False])
@pytest.mark.parametrize('ev', event.all[1:])
def test_error(ev, training):                                                                # T-05, T-17
    "After an error at any event the learner is as good as new, and trains to the weights of one that never failed"
    fresh, learn, bomb = one_step_learner(lr=1e-3), one_step_learner(lr=1e-3), Bomb(ev, training)
    fresh.fit(2, lr=0.1)
    cbs, start = list(learn.cbs), weights(learn)
    try: learn.fit(2, lr=0.3, cbs=[bomb, Callback(before_fit=lambda self: self.learn.opt.set_hyper('lr', 0.5))])
    except ZeroDivisionError as e: assert 'Bomb' in e.__notes__[0] and repr(ev) in e.__notes__[0]
    assert all(a is b for a, b in zip(cbs, learn.cbs)) and len(cbs) == len(learn.cbs)
    assert bomb.seen[-1] == 'after_fit'
    assert learn.dl is None and learn.pred is None and learn.exception is None and learn.purpose == 'fit'
    assert learn.opt.hypers[0]['lr'] == 1e-3 and learn.cbs.calling is None
    for p, q in zip(learn.model.parameters(), start): p.data.copy_(q)
    learn.fit(2, lr=0.1)
    torch.testing.assert_close(weights(learn), weights(fresh), rtol=0, atol=0)

def test_an_error_in_after_fit_does_not_stop_others():
    "Every `after_fit` runs, though two fail; the first error is raised"
    heard = []
    def failing(order, text):
        def after_fit(self): raise ValueError(text)
        cb = Callback(after_fit=after_fit)
        cb.order = order
        return cb
    behind = Callback(after_fit=lambda self: heard.append('behind'))
    behind.order = 92
    learn = one_step_learner(behind, failing(91, 'second'), failing(90, 'first'))
    with pytest.raises(ValueError, match='first'): learn.fit(1)
    assert heard == ['behind']

def test_each_fit_counts_from_zero():
    "`train_iter` and `pct_train` as the first batch finds them, and the count at the end of each of two fits"
    seen = []
    look = Callback(before_batch=lambda self: seen.append((self.learn.train_iter, self.learn.pct_train)) if self.learn.training else None)
    learn = times_learner(n=3, default_cbs=False, cbs=[TrainEvalCallback, look])
    for _ in range(2):
        learn.fit(2)
        assert learn.train_iter == 6
    assert [o for o,_ in seen] == [*range(6)]*2
    assert seen[0] == seen[6] == (0, 0.)

@pytest.mark.parametrize('skipped', [0, 1])
def test_inputs_of_a_cancelled_batch_are_not_gathered(skipped):
    "Rows of inputs and predictions belong together, whichever batch was left out before its prediction"
    class Skip(Callback):
        order = 10
        def before_batch(self):
            if self.learn.iter == skipped: raise CancelBatchException
    learn = line_learner(n=50, bs=6)
    n = [len(x) for x,_ in learn.dls.valid]
    assert n == [6, 4]
    xs,preds,targs = learn.get_preds(with_input=True, cbs=Skip)
    assert len(xs) == len(preds) == len(targs) == n[1-skipped]
    torch.testing.assert_close(learn.model(xs), preds)

def raising(ex):
    def after_batch(self): raise ex
    return Callback(after_batch=after_batch)

@pytest.mark.parametrize('first,second,counts', [
    (CancelTrainException, CancelEpochException, [0, 2, 0]),
    (CancelEpochException, CancelTrainException, [0, 2, 0]),
    (CancelFitException, CancelTrainException, [0, 0, 1]),
    (CancelTrainException, CancelFitException, [0, 0, 1])])
def test_two_cancel(first, second, counts):
    "Of two that cancel at the same event, the one that stops more wins, whoever came first"
    trace = Trace()
    one_step_learner(trace, raising(first), raising(second)).fit(2)
    assert [trace.seen.count(o) for o in ('after_cancel_train', 'after_cancel_epoch', 'after_cancel_fit')] == counts


# -- callbacks that come and go ----------------------------------------------------------------------------------------

class Tst(Callback): pass
class OneOfAKind(Callback): unique = True
class Newer(OneOfAKind): pass
class EarlyBird(Callback): pass

@pytest.fixture
def named():
    learn = line_learner(cbs=[Tst(), Tst(), Tst()])
    learn.remove_cb(learn.tst_2)
    return learn

def test_names_in_use_are_not_given_away(named):                                             # T-10
    first, third = named.tst, named.tst_3
    with named.removed_cbs(Tst), named.added_cbs(Tst()):
        assert named.cbs[-1].name == 'tst_2' and 'tst' not in named.__dict__
        with named.added_cbs(Tst), named.removed_cbs(named.tst_2): assert named.cbs[-1].name == 'tst_4'
        assert named.cbs[-1].name == 'tst_2'
    assert named.tst is first and named.tst_3 is third and 'tst_2' not in named.__dict__

def test_names_follow_the_callback(named):
    first, third = named.tst, named.tst_3
    named.add_cb(Tst())                                    # the free number is given again
    assert named.cbs[-1].name == 'tst_2'
    line_learner(cbs=named.remove_cb(third) and third)
    assert third.name == 'tst'                             # on another learner there is no other
    with named.removed_cbs(first):
        with named.removed_cbs(named.tst_2), named.added_cbs(Tst): assert named.cbs[-1].name == 'tst_3'
        with named.added_cbs(Tst): assert named.cbs[-1].name == 'tst_3'
    assert [cb.name for cb in named.cbs if isinstance(cb, Tst)] == ['tst', 'tst_2']

def test_one_of_a_kind(named):
    named.add_cbs([old := OneOfAKind(), EarlyBird])
    at = len(named.cbs) - 2
    with named.added_cbs(Newer): assert named.one_of_a_kind is named.newer is named.cbs[at]
    assert named.one_of_a_kind is old is named.cbs[at] and 'newer' not in named.__dict__
    with named.removed_cbs(old), named.added_cbs(Newer): assert named.one_of_a_kind is named.newer
    assert named.one_of_a_kind is old is named.cbs[at]
    with named.added_cbs(Newer): named.add_cb(new := OneOfAKind())
    assert named.one_of_a_kind is new is named.cbs[at] and old.learn is None
    old = new
    with named.removed_cbs(old): named.add_cb(new := Newer())
    assert named.one_of_a_kind is new and old.learn is None

def test_others_may_change_the_list_in_a_block(named):
    named.add_cbs([OneOfAKind, EarlyBird])
    bird, third, one = named.early_bird, named.tst_3, named.one_of_a_kind
    with named.removed_cbs(named.tst): named.remove_cb(third)
    with named.added_cbs(OneOfAKind): named.remove_cb(EarlyBird)
    assert third.learn is bird.learn is None and named.one_of_a_kind is one
    named.remove_cbs([named.tst, Tst, EarlyBird])          # of the class there are none left: nothing to do
    assert 'tst' not in named.__dict__
    bird.learn = line_learner()                            # a name left on it does not make it somebody else's
    named.add_cb(bird)
    assert named.cbs[-1] is bird

def test_an_error_adds_none(named):
    before = list(named.cbs)
    with pytest.raises(TypeError): named.add_cbs([OneOfAKind, Tst, 3])
    assert all(a is b for a, b in zip(before, named.cbs)) and len(before) == len(named.cbs)

@pytest.mark.parametrize('remove', [True, False])
def test_changes_in_the_middle_of_an_event(remove):
    "One that is removed or muted by a callback before it is not called any more"
    heard = []
    late = Callback(before_fit=lambda self: heard.append('late'))
    def hush(self):
        if remove: self.learn.remove_cb(late)
        else: late.run = False
    hushing = Callback(before_fit=hush)
    hushing.order = -1
    learn = one_step_learner(late, hushing)
    learn('before_fit')
    assert heard == []

def test_a_nearly_right_name_raises_others_warn():                                           # S-072
    class TwoEdits(Callback):
        def after_batches(self): pass
    class Helper(Callback):
        def after_training(self): pass
    with pytest.raises(ValueError, match="did you mean 'after_batch'"): line_learner(cbs=TwoEdits)
    with pytest.warns(UserWarning, match='after_training is never called'): line_learner(cbs=Helper)

def test_a_name_of_another_library_warns():                                                  # S-072
    class OldStyle(Callback):
        def batch_begin(self): self.learn.a = self.a + 1
    with pytest.warns(UserWarning, match='batch_begin'): old = line_learner(cbs=OldStyle())
    assert hasattr(old, 'old_style')

def test_own_events_are_not_read_through():
    "A name that only the learner or the model has is no event"
    learn = line_learner(cbs=Tst)
    for name in ('model', 'forward', 'state_dict', 'fit'):
        with pytest.raises(ValueError, match='is not an event'): learn(name)
        with pytest.raises(ValueError, match='is not an event'): learn.tst(name)


# -- what is given to a fit --------------------------------------------------------------------------------------------

@pytest.mark.parametrize('kw,ex', [(dict(lr='0.1'), TypeError), (dict(lr=[0.1, None]), TypeError), (dict(wd=True), TypeError),
    (dict(lr=-1), ValueError), (dict(lr=float('nan')), ValueError), (dict(wd=[0.1, 0.2]), ValueError), (dict(lr=[0.1]*3), ValueError)])
def test_bad_hypers_change_nothing(kw, ex):
    learn = line_learner(opt_func=SGD, wd=0.1)
    learn.create_opt()
    opt, n, before = learn.opt, len(learn.cbs), weights(learn)
    with pytest.raises(ex): learn.fit(1, reset_opt=True, cbs=Tst(), **kw)
    assert learn.opt is opt and len(learn.cbs) == n
    torch.testing.assert_close(weights(learn), before, rtol=0, atol=0)

def test_groups_are_asked_anew_for_a_new_optimizer_only():
    learn = line_learner(splitter=lambda m: [[m.a], [m.b]])
    learn.fit(1, lr=[0.1, 0.2])
    learn.splitter = trainable_params
    with pytest.raises(ValueError, match='are 1:'): learn.fit(1, lr=[0.1, 0.2], reset_opt=True)
    learn.fit(1, lr=[0.1, 0.2])

def test_a_rate_of_zero_is_allowed():
    learn = line_learner(opt_func=SGD, wd=None)
    before = weights(learn)
    learn.fit(1, lr=0)
    torch.testing.assert_close(weights(learn), before, rtol=0, atol=0)
    learn.wd = 'none'
    with pytest.raises(TypeError, match="not 'none'"): learn.fit(1)


# -- state in tables ---------------------------------------------------------------------------------------------------

def homes(learn):
    "The tables that each attribute of `learn` stands in"
    tables = dict(pass_=Learner.pass_state, loop=Learner.loop_state, machinery=Learner.machinery, settings=Learner.settings,
        callbacks=[k for k, v in vars(learn).items() if isinstance(v, Callback)])
    return {k: [name for name, t in tables.items() if k in t] for k in vars(learn)}

def test_every_attribute_stands_in_one_table():
    seen = {}
    look = Callback(**{ev: lambda self: seen.update(homes(self.learn)) for ev in ('before_fit', 'after_pred', 'before_step', 'after_epoch')})
    learn = digits_learner(metrics=accuracy)
    seen.update(homes(learn))
    learn.fit_one_cycle(1, cbs=look)
    learn.validate(cbs=look)
    seen.update(homes(learn))
    assert {k: v for k, v in seen.items() if len(v) != 1} == {}
    assert len([k for k in seen if k[:1] == '_']) <= 6

def test_a_pickle_holds_settings_counters_and_callbacks():
    learn = line_learner(cbs=Tst, n=100)
    learn.fit(1)
    twin = pickle.loads(pickle.dumps(learn))
    assert twin.epoch == 0 and twin.tst.learn is twin and twin.dl is None
    torch.manual_seed(0); learn.fit(1)
    torch.manual_seed(0); twin.fit(1)
    torch.testing.assert_close(weights(learn), weights(twin), rtol=0, atol=0)

@pytest.mark.parametrize('ev', ['before_batch', 'after_pred', 'after_loss', 'before_backward', 'before_step', 'after_batch', 'after_epoch'])
def test_a_copy_from_the_middle_of_a_fit(ev):
    copies = []
    learn = line_learner()
    learn.fit(1, cbs=Callback(**{ev: lambda self: copies.append(copy.deepcopy(self.learn)) if not copies else None}))
    twin = copies[0]
    assert twin.pred is None and twin.loss is None and twin.purpose == 'fit'
    twin.fit(1)


# -- losses ------------------------------------------------------------------------------------------------------------

class Double(Callback):
    run_valid = False
    def __init__(self, what, ev): self.what = what; setattr(self, ev, self.double)
    def double(self): setattr(self.learn, self.what, getattr(self.learn, self.what)*2)

class Look(Callback):
    order = 10
    def before_step(self): self.seen = self.learn.loss.item(), self.learn.model.w.grad.item()

@pytest.mark.parametrize('changes', [[('loss', 'after_loss')], [('loss', 'before_backward')], [('loss_grad', 'after_loss')],
    [('grad_scale', 'before_batch')], [('grad_scale', 'before_backward')], [('loss', 'after_loss'), ('loss_grad', 'before_backward')],
    [('loss', 'after_loss'), ('grad_scale', 'after_loss')], [('grad_scale', 'after_loss'), ('loss', 'before_backward')],
    [('loss_grad', 'after_loss'), ('grad_scale', 'before_backward')], [('loss', 'after_loss'), ('loss', 'before_backward')],
    [('loss', 'after_loss'), ('loss_grad', 'before_backward'), ('grad_scale', 'after_loss')]])
def test_each_change_acts_once(changes):                                                     # T-34
    "loss=25 and gradient=-30 of one row; what doubles the loss doubles the gradient too, the others double the gradient alone"
    learn = times_learner(cbs=[Double(*o) for o in changes])
    learn.fit(1, cbs=(look := Look()))
    n_loss = sum(what == 'loss' for what, _ in changes)
    assert look.seen == (25*2**n_loss, -30*2**len(changes))

def test_an_assigned_loss_grad_stays():
    "A loss that is assigned later does not drop what a callback made of `loss_grad`"
    def after_loss(self): self.learn.loss_grad = self.learn.loss_grad*3
    def before_backward(self): self.learn.loss = self.learn.loss*2
    learn = times_learner(cbs=[Callback(after_loss=after_loss), Callback(before_backward=before_backward)])
    learn.fit(1, cbs=(look := Look()))
    assert look.seen == (50, -90)

def test_reading_loss_grad_changes_nothing():
    def after_loss(self):
        assert self.learn.loss_grad is not self.learn.loss
        self.learn.loss *= 2             # drops what was only read
    learn = times_learner(cbs=Callback(after_loss=after_loss))
    learn.fit(1, cbs=(look := Look()))
    assert look.seen == (50, -60)

def test_assigning_both_has_the_last_word():
    def after_loss(self): self.learn.loss,self.learn.loss_grad = self.learn.loss*2,self.learn.loss_grad*3
    learn = times_learner(cbs=Callback(after_loss=after_loss))
    learn.fit(1, cbs=(look := Look()))
    assert look.seen == (50, -90)

def test_learner_without_data():
    "Loaders may come later; until then a fit says what is missing"
    learn = Learner(None, torch.nn.Linear(1, 1), torch.nn.MSELoss(), default_cbs=False)
    assert str(learn.path) == '.'
    with pytest.raises(ValueError, match='made without data'): learn.fit(1)
    learn.dls = times_learner().dls
    learn.fit(1)

def test_a_mean_of_ones_own():
    "What a recorder adds up goes through `add`, also of a subclass"
    class Noted(AvgLoss):
        seen = ()
        def add(self, loss, n):
            self.seen += (n,)
            super().add(loss, n)
    learn = line_learner(n=40)
    learn.recorder.loss = Noted()
    with learn.no_bar(), learn.no_logging(): learn.fit(1)
    assert learn.recorder.loss.seen and learn.recorder.loss.value is not None
