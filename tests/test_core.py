"Behaviour of the core that only a deliberate breakage had shown to be unchecked"
import pytest
import torch
from mylearner.callback.core import Callback, CancelBatchException
from mylearner.metrics import Accuracy
from mylearner.groups import make_opt
from mylearner.optimizer import SGD, Adam, RMSProp
from mylearner.test_utils import line_learner, times_learner
from mylearner.torch_core import trainable_params

def test_validation_records_no_gradients():
    seen = set()
    def after_pred(self): seen.add((self.learn.training, self.learn.pred.requires_grad, torch.is_grad_enabled()))
    learn = line_learner()
    learn.fit(1, cbs=Callback(after_pred=after_pred))
    assert seen == {(True, True, True), (False, False, False)}
    seen.clear()
    learn.validate(cbs=Callback(after_pred=after_pred))
    assert seen == {(False, False, False)}

def test_every_after_fit_runs_though_one_fails():
    seen = []
    class Fails(Callback):
        order = 90
        def after_fit(self): raise ValueError('first')
    class Behind(Callback):
        order = 91
        def after_fit(self): seen.append('behind')
    with pytest.raises(ValueError, match='first'): line_learner(cbs=[Fails, Behind]).fit(1)
    assert seen == ['behind']

def test_a_batch_without_predictions_leaves_no_inputs():
    class Skip(Callback):
        order = 10
        def before_batch(self):
            if self.learn.iter == 0: raise CancelBatchException
    learn = line_learner(n=160)
    xs, preds, _ = learn.get_preds(with_input=True, cbs=Skip())
    assert len(xs) == len(preds) == 16

def test_train_iter_counts_from_zero_in_each_fit():
    learn = line_learner()
    for _ in range(2):
        learn.fit(1)
        assert learn.train_iter == 4

class Fed:
    "What a metric reads of a learner"
    def __init__(self, pred, y): self.pred, self.yb = pred, (y,)

def test_a_look_at_accuracy_half_way_changes_nothing():
    m, right, wrong = Accuracy(), torch.tensor([[0., 1.]]), torch.tensor([[1., 0.]])
    m.accumulate(Fed(right, torch.tensor([1])))
    assert m.value == 1.
    m.accumulate(Fed(wrong, torch.tensor([1])))
    assert m.value == 0.5

def test_purposes_decide_who_hears():
    seen = []
    cb = Callback(before_validate=lambda self: seen.append(self.learn.purpose))
    cb.purposes = ('fit',)
    learn = line_learner(cbs=cb)
    learn.validate()
    assert seen == []
    learn.fit(1)
    assert seen == ['fit']

def test_muted_in_the_middle_of_a_fit():
    seen = []
    class Twice(Callback):
        def before_batch(self):
            seen.append(self.learn.iter)
            if len(seen) == 2: self.run = False
    line_learner(cbs=Twice).fit(1)
    assert seen == [0, 1]

def test_normalisation_and_biases_are_not_decayed():
    net = torch.nn.Sequential(torch.nn.Linear(1, 4), torch.nn.BatchNorm1d(4), torch.nn.Linear(4, 1))
    for wd_bn_bias, decayed in ((False, {'0.weight', '2.weight'}), (True, {n for n, _ in net.named_parameters()})):
        opt = make_opt(net, SGD, trainable_params, 0.1, wd_bn_bias=wd_bn_bias)
        opt.set_hypers(wd=0.5)
        for p in net.parameters(): p.data.fill_(1.); p.grad = torch.zeros_like(p)
        opt.step()
        assert {n for n, p in net.named_parameters() if (p != 1).any()} == decayed

def test_a_muted_callback_wakes_up_after_the_fit():
    seen = []
    cb = Callback(before_epoch=lambda self: seen.append('heard'))
    learn = line_learner(cbs=cb)
    cb.run = False
    learn.fit(1)
    assert seen == [] and cb.run
    learn.fit(1)
    assert seen == ['heard']

def test_a_fit_starts_without_gradients_of_an_earlier_one():
    seen = []
    learn = times_learner(cbs=Callback(before_step=lambda self: seen.append(self.learn.model.w.grad.item())))
    learn.create_opt()
    learn.model.w.grad = torch.full_like(learn.model.w, 100.)
    learn.fit(1)
    assert seen == [-30]

def test_an_error_says_which_batch():
    def after_pred(self):
        if self.learn.epoch == 1 and self.learn.iter == 2: raise ZeroDivisionError('boom')
    with pytest.raises(ZeroDivisionError) as e: line_learner().fit(2, cbs=Callback(after_pred=after_pred))
    assert any('while training, epoch 1, batch 2: xb' in o for o in e.value.__notes__)

def test_start_epoch_runs_itself():
    seen = []
    line_learner().fit(4, start_epoch=2, cbs=Callback(before_train=lambda self: seen.append(self.learn.epoch)))
    assert seen == [2, 3]

@pytest.mark.parametrize('opt_func', [SGD, Adam, RMSProp])
def test_kernels_do_not_decay_what_is_marked(opt_func):
    p, q = (torch.nn.Parameter(torch.ones(2)) for _ in range(2))
    opt = opt_func([p, q], lr=0.1, wd=0.5)
    opt.set_marks(no_wd=[q])
    for o in (p, q): o.grad = torch.zeros_like(o)
    opt.step()
    assert p.tolist() != [1, 1] and q.tolist() == [1, 1]

def test_forced_parameters_train_in_frozen_groups():
    p, q, r = (torch.nn.Parameter(torch.ones(2)) for _ in range(3))
    opt = SGD([[p, q], [r]], lr=0.1)
    opt.set_marks(force_train=[q])
    opt.freeze_to(1)
    assert [o.requires_grad for o in (p, q, r)] == [False, True, True]
