"""A wrong keyword names the right one in every call that people meet first; a right call does not notice.

Each row is a word that another library uses, and what it is called here."""
import inspect, warnings

import pytest
import torch
from torch import nn

from mylearner.all import *
from mylearner.vision.all import *
from mylearner.tabular.all import *
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
    'ReduceLROnPlateau': (ReduceLROnPlateau, dict(metric='monitor', delta='min_delta', mode='comp', min_learning_rate='min_lr')),
    'CheckpointCallback': (CheckpointCallback, dict(save_dir='path', every_n_epochs='every', save_top_k='keep', monitor='best')),
    'EMA': (EMA, dict(momentum='decay', ema_decay='decay')), 'SWA': (SWA, dict(swa_start='start', start_epoch='start')),
    'TorchScheduler': (TorchScheduler, dict(scheduler='sched')), 'MixUp': (MixUp, dict(mixup_alpha='alpha')),
    'vision_learner': (lambda **kw: vision_learner(dls, resnet18, **kw), dict(callbacks='cbs', optimizer='opt_func', loss_fn='loss_func', weight_decay='wd',
        learning_rate='lr', metric='metrics', num_classes='n_out', pretraine='pretrained')),
    'tabular_learner': (lambda **kw: tabular_learner(dls, **kw), dict(callbacks='cbs', learning_rate='lr', optimizer='opt_func', hidden_sizes='layers', metric='metrics')),
    'TabularPandas': (lambda **kw: TabularPandas(table(), **kw), dict(categorical='cat_names', continuous='cont_names', target='y_names', dep_var='y_names')),
    'TabularDataLoaders': (lambda **kw: TabularDataLoaders.from_df(table(), **kw), dict(cat_cols='cat_names', target='y_names', workers='num_workers')),
    'DataBlock': (DataBlock, dict(item_transforms='item_tfms', augmentations='batch_tfms', split='splitter', get_label='get_y')),
    'block.dataloaders': (lambda **kw: DataBlock().dataloaders(list(range(9)), **kw), dict(batchsize='bs', workers='num_workers')),
    'Datasets': (lambda **kw: Datasets([1, 2], **kw), dict(transforms='tfms', split='splits')),
    'TfmdLists': (lambda **kw: TfmdLists([1, 2], [noop], **kw), dict(split='splits')),
    'RandomSplitter': (RandomSplitter, dict(val_pct='valid_pct', random_state='seed')),
    'from_learner': (lambda **kw: Interpretation.from_learner(learner(), **kw), dict(dataloader='dl', activation='act')),
    'aug_transforms': (aug_transforms, dict(max_rotation='max_rotate')), 'Resize': (Resize, dict(height='size')),
    'F1Score': (F1Score, dict(averaging='average')), 'Muon': (lambda **kw: Muon(w, **kw), dict(learning_rate='lr')),
    'xresnet18': (xresnet18, dict(num_classes='n_out', n_classes='n_out', in_channels='c_in', kernel_size='ks', pretraned='pretrained')),
    'XResNet': (lambda **kw: XResNet(ResBlock, 1, [1], **kw), dict(num_classes='n_out')),
    'ConvLayer': (lambda **kw: ConvLayer(1, 2, **kw), dict(kernel_size='ks', strides='stride')),
    'ResBlock': (lambda **kw: ResBlock(1, 8, 8, **kw), dict(kernel_size='ks')),
    'LinBnDrop': (lambda **kw: LinBnDrop(1, **kw), dict(num_classes='n_out')),
    'CrossEntropyLossFlat': (CrossEntropyLossFlat, dict(weights='weight', ignore_idx='ignore_index', label_smoothin='label_smoothing')),
    'BCEWithLogitsLossFlat': (BCEWithLogitsLossFlat, dict(class_weights='weight')), 'FocalLossFlat': (FocalLossFlat, dict(weights='weight')),
    'DiceLoss': (DiceLoss, dict(ignore_idx='ignore_index')), 'Recorder': (Recorder, dict(train_metric='train_metrics')),
    'OptimWrapper': (lambda **kw: OptimWrapper(w, torch.optim.SGD, **kw), dict(learning_rate='lr', momentun='momentum')),
    'OptimWrapper partial': (lambda **kw: OptimWrapper(w, partial(torch.optim.AdamW, **kw)), dict(learning_rate='lr', epsilon='eps')),
    'Learner torch.optim': (lambda **kw: learner(opt_func=partial(torch.optim.SGD, **kw), loss_func=F.cross_entropy).create_opt(), dict(wieght_decay='weight_decay')),
    'profile': (lambda **kw: learner().profile(**kw), dict(callbacks='cbs')),
    'GradientClip': (GradientClip, dict(clip_val='max_norm', max_grad_norm='max_norm')),
    'GradientAccumulation': (GradientAccumulation, dict(accumulate_grad_batches='n_batches', gradient_accumulation_steps='n_batches')),
}

def table():
    import pandas as pd
    return pd.DataFrame(dict(kind=list('aabb')*5, size=range(20), big=[0, 1]*10))

@pytest.fixture(scope='session')
def pictures(tmp_path_factory):
    from PIL import Image
    path = tmp_path_factory.mktemp('pictures')
    for kind in 'ab':
        (path/kind).mkdir()
        for i in range(4): Image.new('RGB', (8, 8)).save(path/kind/f'{kind}{i}.png')
    return path

def from_pictures(path, how, **kw):
    names = get_image_files(path)
    if how == 'folder': return ImageDataLoaders.from_folder(path, **{'valid_pct':0.5, 'seed':0, **kw})
    if how == 'lists': return ImageDataLoaders.from_lists(path, names, [o.parent.name for o in names], **kw)
    if how == 'path_func': return ImageDataLoaders.from_path_func(path, names, parent_label, **kw)
    if how == 'name_func': return ImageDataLoaders.from_name_func(path, names, lambda o: o[0], **kw)
    import pandas as pd
    df = pd.DataFrame(dict(name=[str(o.relative_to(path)) for o in names], kind=[o.parent.name for o in names]))
    if how == 'df': return ImageDataLoaders.from_df(df, path, **kw)
    df.to_csv(path/'labels.csv', index=False)
    return ImageDataLoaders.from_csv(path, **kw)

ways = 'folder lists path_func name_func df csv'.split()
# N-142
@pytest.mark.parametrize('how', ways)
@pytest.mark.parametrize('wrong,right', dict(workers='num_workers', item_transforms='item_tfms', augmentations='batch_tfms', random_state='seed', valid_bs='val_bs').items())
def test_the_right_word_for_pictures(pictures, how, wrong, right):
    with pytest.raises(TypeError, match=rf"unexpected keyword argument '{wrong}', did you mean '{right}'\?"): from_pictures(pictures, how, **{wrong: 1})

# N-204
@pytest.mark.parametrize('how', ways)
def test_batch_size_of_pictures(pictures, how): assert [o.bs for o in from_pictures(pictures, how, batch_size=2)] == [2, 2]

# N-204
@pytest.mark.parametrize('f', [
    lambda **kw: DataLoaders.from_arrays(x, y, **kw), lambda **kw: DataLoaders.from_dsets(list(zip(x, y)), list(zip(x, y)), **kw),
    lambda **kw: Datasets(list(range(20)), splits=[range(12), range(12, 20)]).dataloaders(**kw), lambda **kw: DataBlock().dataloaders(list(range(20)), **kw),
    lambda **kw: TabularDataLoaders.from_df(table(), cat_names='kind', cont_names='size', y_names='big', y_block=CategoryBlock(), **kw),
    lambda **kw: DataBlock().weighted_dataloaders(list(range(20)), [1]*20, **kw), lambda **kw: [TfmdDL(list(x), **kw)]*2])
def test_batch_size_is_another_name(f):
    assert [o.bs for o in f(batch_size=4)] == [4, 4]
    with pytest.raises(ValueError, match='two names for one thing'): f(bs=3, batch_size=4)

# N-204
def test_batch_size_beside_others():
    assert [o.bs for o in DataLoaders.from_arrays(x, y, batch_size=4, val_bs=8)] == [4, 8]
    assert [o.bs for o in DataLoaders.from_dsets(list(zip(x, y)), list(zip(x, y)), batch_size=(4, 8))] == [4, 8]
    assert dls.test_dl(x, batch_size=3).bs == 3

cases = [(k, wrong, right) for k, (_, words) in calls.items() for wrong, right in words.items()]

# N-142
@pytest.mark.parametrize('call,wrong,right', cases)
def test_the_right_word(call, wrong, right):
    with pytest.raises(TypeError, match=rf"unexpected keyword argument '{wrong}', did you mean '{right}'\?"): calls[call][0](**{wrong: 1})

@pytest.mark.parametrize('call', calls)
def test_a_word_that_fits_nothing_gets_the_list(call):
    with pytest.raises(TypeError, match=r"unexpected keyword argument 'zzzzz'; it takes \w+"): calls[call][0](zzzzz=1)

def test_each_word_of_the_list_once():
    "Also where two functions take the same"
    with pytest.raises(TypeError, match='; it takes ') as e: TabularDataLoaders.from_df(table(), splits=[])
    words = str(e.value).split('; it takes ')[1].split(', ')
    assert 'valid_idx' in words and sorted(set(words)) == sorted(words)

def test_suggestions_are_arguments():
    "Each word on the left of the table is an argument of some call here"
    fs = [Learner, DataLoaders, DataLoader, TfmdDL, Adam, RAdam, DataLoaders.from_arrays, load_learner, tensor_dls, EarlyStoppingCallback, SaveModelCallback,
          GradientClip, GradientAccumulation, ReduceLROnPlateau, CheckpointCallback, EMA, SWA, TorchScheduler, MixUp, MixedPrecision, vision_learner,
          tabular_learner, TabularPandas, ImageDataLoaders.from_df, ImageDataLoaders.from_csv, DataBlock, Datasets, aug_transforms, Resize, F1Score, xresnet18, ConvLayer, CrossEntropyLossFlat, DiceLoss, DataLoaders.show_batch, show_batch.find(object, object, object), *(f for k, f in vars(Learner).items() if k[0] != '_' and inspect.isfunction(f)), DataLoaders.test_dl]
    known = {p for f in fs for p in inspect.signature(f).parameters}
    assert not set(keywords.other_words) - known

@pytest.mark.parametrize('f', [lambda params, learning_rate: Adam(params, learning_rate), lambda: None])
def test_opt_func_of_other_arguments(f):
    "How it was called stands in a note"
    with pytest.raises(TypeError) as e: learner(opt_func=f, loss_func=F.mse_loss).fit(1)
    assert e.value.__notes__[0] == '`opt_func` was called as <lambda>(params)'

# N-298
def test_opt_func_that_is_none():
    with pytest.raises(TypeError, match="must make an optimizer .* not 'adam'"): learner(opt_func='adam', loss_func=F.mse_loss)
    assert as_optimizer(lambda params: Adam(params, lr=0.1), w).get_hyper('lr') == 0.1   # without a rate to pass on, it may set its own
    for f in (partial(Adam, lr=0.1), partial(torch.optim.SGD, lr=0.1), lambda params, lr, **kw: SGD(params, lr), lambda params, **kw: SGD(params, kw['lr'])):
        learner(opt_func=f, loss_func=F.mse_loss).create_opt()

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

# N-205
@pytest.mark.parametrize('what', [*ways[:4], 'target', 'unknown', 'rows'])
def test_warnings_of_loaders_name_the_line_of_the_call(pictures, tmp_path, what):
    import shutil
    if what in ways:
        path = tmp_path/'pictures'
        shutil.copytree(pictures, path)
        (path/'a'/'x.png').write_text('no picture')
        f = lambda: from_pictures(path, what, skip_unreadable=True)
    else:
        df = table().assign(each=[f'k{i}' for i in range(20)], big=[0, 1, 2, 3]*5)
        kw = dict(cat_names='each', cont_names='size', y_names='big')
        f = dict(target=lambda: TabularDataLoaders.from_df(df, **kw, valid_idx=[0]),
                 unknown=lambda: TabularDataLoaders.from_df(df, **kw, y_block=RegressionBlock(), valid_idx=range(10)),
                 rows=lambda: TabularPandas(df, [Categorify], **kw, splits=[range(10), range(10, 20)]))[what]
    told = [o for o in warned(f, tmp_path)]
    assert told and {o.filename for o in told} == {__file__}, [(o.filename, o.lineno, str(o.message)) for o in told]
