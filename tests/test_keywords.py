"""A wrong keyword names the right one in every call that people meet first; a right call does not notice.

Each row is a word that another library uses, and what it is called here."""
import inspect, warnings

import pytest
import torch
from torch import nn

from mylearner.all import *
from mylearner import keywords
from mylearner.datasets import moons_dls, tensor_dls

dls = moons_dls()
def learner(**kw): return Learner(dls, nn.Linear(2, 2), **kw)
w = [nn.Parameter(torch.zeros(1))]
x, y = torch.zeros(20, 2), torch.zeros(20).long()

calls = {
    'Learner': (lambda **kw: Learner(dls, nn.Linear(2, 2), **kw), dict(callbacks='cbs', learning_rate='lr', optimizer='opt_func', criterion='loss_func',
        loss_fn='loss_func', weight_decay='wd', metric='metrics', output_dir='path', momentum='moms', spliter='splitter')),
    'fit': (lambda **kw: learner().fit(**kw), dict(epochs='n_epoch', num_epochs='n_epoch', max_epochs='n_epoch')),
    'fit 1': (lambda **kw: learner().fit(1, **kw), dict(learning_rate='lr', lr_max='lr', max_lr='lr', callbacks='cbs', weight_decay='wd')),
    'fit_one_cycle': (lambda **kw: learner().fit_one_cycle(1, **kw), dict(max_lr='lr_max', lr='lr_max', learning_rate='lr_max', callbacks='cbs',
        div_factor='div', final_div_factor='div_final', momentum='moms')),
    'fit_one_cycle 0': (lambda **kw: learner().fit_one_cycle(**kw), dict(epochs='n_epoch')),
    'fit_flat_cos': (lambda **kw: learner().fit_flat_cos(1, **kw), dict(max_lr='lr', epochs='n_epoch')),
    'fit_sgdr': (lambda **kw: learner().fit_sgdr(1, 1, **kw), dict(max_lr='lr_max', lr='lr_max')),
    'fine_tune': (lambda **kw: learner().fine_tune(**kw), dict(n_epoch='epochs', num_epochs='epochs')),
    'fine_tune 1': (lambda **kw: learner().fine_tune(1, **kw), dict(learning_rate='base_lr', lr='base_lr', max_lr='lr_max')),
    'lr_find': (lambda **kw: learner().lr_find(**kw), dict(min_lr='start_lr', max_lr='end_lr', num_training='num_it', n_iter='num_it')),
    'get_preds': (lambda **kw: learner().get_preds(**kw), dict(dataloader='dl', with_inputs='with_input', callbacks='cbs', activation='act')),
    'predict': (lambda **kw: learner().predict(x[0], **kw), dict(with_inputs='with_input')),
    'validate': (lambda **kw: learner().validate(**kw), dict(dataloader='dl', callbacks='cbs')),
    'tta': (lambda **kw: learner().tta(**kw), dict(n_aug='n', dataloader='dl')),
    'save': (lambda **kw: learner().save('a', **kw), dict(save_optimizer='with_opt')),
    'export': (lambda **kw: learner().export(**kw), dict(file='fname', path='fname')),
    'load_learner': (lambda **kw: load_learner('a', **kw), dict(pickle_modul='pickle_module')),
    'DataLoaders': (lambda **kw: DataLoaders(dls.train, **kw), dict(dev='device', root='path')),
    'from_arrays': (lambda **kw: DataLoaders.from_arrays(x, y, **kw), dict(val_pct='valid_pct', test_size='valid_pct', random_state='seed',
        valid_bs='val_bs', validation_data='valid', workers='num_workers')),
    'from_arrays x': (lambda **kw: DataLoaders.from_arrays(x, **kw), dict(labels='y', targets='y')),
    'from_dsets': (lambda **kw: DataLoaders.from_dsets(list(zip(x, y)), **kw), dict(batchsize='bs', shufle='shuffle', workers='num_workers', output_dir='path')),
    'DataLoader': (lambda **kw: DataLoader(list(x), **kw), dict(batchsize='bs', n_workers='num_workers', shufle='shuffle', drop_remainder='drop_last')),
    'TfmdDL': (lambda **kw: TfmdDL(list(zip(x, y)), **kw), dict(batchsize='bs', n_workers='num_workers')),
    'dl.new': (lambda **kw: dls.train.new(**kw), dict(batchsize='bs', shufle='shuffle')),
    'Adam': (lambda **kw: Adam(w, lr=0.1, **kw), dict(weight_decay='wd', momentum='mom', beta2='sqr_mom', epsilon='eps')),
    'SGD': (lambda **kw: SGD(w, **kw), dict(learning_rate='lr')),
    'SGD 0.1': (lambda **kw: SGD(w, 0.1, **kw), dict(weight_decay='wd', momentum='mom')),
    'ranger': (lambda **kw: ranger(w, 0.1, **kw), dict(weight_decay='wd', momentum='mom')),
    'EarlyStoppingCallback': (EarlyStoppingCallback, dict(delta='min_delta', patiense='patience')),
    'SaveModelCallback': (SaveModelCallback, dict(filename='fname')),
    'GradientClip': (GradientClip, dict(clip_val='max_norm', max_grad_norm='max_norm')),
    'GradientAccumulation': (GradientAccumulation, dict(accumulate_grad_batches='n_batches', gradient_accumulation_steps='n_batches')),
}
cases = [(k, wrong, right) for k, (_, words) in calls.items() for wrong, right in words.items()]

# N-142
@pytest.mark.parametrize('call,wrong,right', cases)
def test_the_right_word(call, wrong, right):
    with pytest.raises(TypeError, match=rf"unexpected keyword argument '{wrong}', did you mean '{right}'\?"): calls[call][0](**{wrong: 1})

@pytest.mark.parametrize('call', calls)
def test_a_word_that_fits_nothing_gets_the_list(call):
    with pytest.raises(TypeError, match=r"unexpected keyword argument 'zzzzz'; it takes \w+"): calls[call][0](zzzzz=1)

def test_suggestions_are_arguments():
    "Each word on the left of the table is an argument of some call here"
    fs = [Learner, DataLoaders, DataLoader, TfmdDL, Adam, RAdam, DataLoaders.from_arrays, load_learner, tensor_dls, EarlyStoppingCallback, SaveModelCallback,
          GradientClip, GradientAccumulation, *(f for k, f in vars(Learner).items() if k[0] != '_' and inspect.isfunction(f)), DataLoaders.test_dl]
    known = {p for f in fs for p in inspect.signature(f).parameters}
    assert not set(keywords.other_words) - known

def test_signatures_and_names_stay():
    for f in (Learner.fit, Learner.fit_one_cycle, Adam, Learner.get_preds):
        assert f.__name__ == f.__wrapped__.__name__ and inspect.signature(f) == inspect.signature(f.__wrapped__)
    assert 'kwargs' not in inspect.signature(TfmdDL.__init__).parameters

def test_errors_of_the_function_itself_stay():
    "Also those that look alike"
    def odd(pred, targ): raise TypeError("f() got an unexpected keyword argument 'cbs'")
    with pytest.raises(TypeError, match=r"^f\(\) got an unexpected keyword argument 'cbs'\n"): learner(loss_func=odd).fit(1, cbs=None)
    with pytest.raises(TypeError, match='missing 1 required positional'): learner().fit(lr=0.1)
    with pytest.raises(TypeError, match='multiple values'): learner().fit(1, n_epoch=1)

class Rise(Metric):
    name = 'rise'
    def reset(self): pass
    def accumulate(self, learn): pass
    @property
    def value(self): return 1.

def warned(f, tmp_path):
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter('always')
        f()
    return told

# The wrapper is a frame between a warning and the line that it should name
@pytest.mark.parametrize('what', ['safetensors', 'misfit', 'weights', 'export', 'fine_tune', 'tracker'])
def test_warnings_name_the_line_of_the_call(what, tmp_path):
    learn = learner(path=tmp_path)
    learn.create_opt()
    learn.save('plain', with_opt=False)
    Learner(dls, nn.Linear(2, 2, bias=False), path=tmp_path).save('other', with_opt=False)
    own = Learner(dls, nn.Linear(2, 2), loss_func=lambda p, t: F.cross_entropy(p, t), path=tmp_path)
    f = dict(safetensors=lambda: learn.save('a.safetensors'), misfit=lambda: learn.load('other', strict=False), weights=lambda: learn.load('plain'),
             export=lambda: own.export('a'), fine_tune=lambda: learn.fine_tune(1),
             tracker=lambda: learn.fit(1, cbs=SaveModelCallback(monitor='rise')))[what]
    if what == 'tracker': learn.metrics = [Rise()]
    told = [o for o in warned(f, tmp_path) if 'mylearner' in o.filename or o.filename == __file__]
    assert told and {o.filename for o in told} == {__file__}, [(o.filename, o.lineno, str(o.message)) for o in told]
