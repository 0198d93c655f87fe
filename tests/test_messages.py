"What goes wrong is said at the right place, in terms of what the user wrote"
from functools import partial

import numpy as np
import pytest, torch
import torch.nn.functional as F
from fastcore.basics import noop
from torch import nn
from torch.utils.data import ConcatDataset, DataLoader as TorchLoader, Subset, TensorDataset, random_split

from mylearner.callback.all import (EarlyStoppingCallback, ReduceLROnPlateau, SaveModelCallback, TorchScheduler, TrackerCallback)
from mylearner.callback.core import Callback
import mylearner.check # noqa: F401 (`Learner.check`)
from mylearner.data.core import DataLoaders
from mylearner.data.load import DataLoader
from mylearner.interpret import Interpretation
from mylearner.learner import Learner, Metric, ValueMetric, mk_metric
from mylearner.losses import BCEWithLogitsLossFlat
from mylearner.metrics import AccumMetric, F1Score, Precision, accuracy, skm_to_fastai
from mylearner.torch_core import nearest

g = torch.Generator().manual_seed(0)
x,y = torch.randn(32, 4, generator=g),torch.randint(0, 3, (32,), generator=g)

def learner(targs=y, loss=F.cross_entropy, out=3, **kw):
    b = [(x[i:i+8], targs[i:i+8]) for i in range(0, 32, 8)]
    learn = Learner((b, b), nn.Linear(4, out), loss, **kw)
    learn.logger,learn.silent = noop,True
    return learn

def said(learn, ex):
    "The error of a fit, with its notes"
    with pytest.raises(ex) as e: learn.fit(1)
    return '\n'.join([str(e.value), *getattr(e.value, '__notes__', [])])

@pytest.mark.parametrize('cb', [TrackerCallback, SaveModelCallback, EarlyStoppingCallback, ReduceLROnPlateau])
@pytest.mark.parametrize('v', [[0.1, 0.2], torch.tensor([0.1, 0.2]), {'a': 1}, 'text'])
def test_a_column_of_several_numbers(cb, v, tmp_path): # N-064
    m = ValueMetric(lambda: v, 'several')
    m.greater_is_better = True
    assert "watches 'several', which is no single number" in said(learner(metrics=m, cbs=cb('several'), path=tmp_path), TypeError)

def test_one_number_in_a_tensor(tmp_path):
    m = ValueMetric(lambda: torch.tensor([0.5]), 'one')
    m.greater_is_better = True
    learn = learner(metrics=m, cbs=SaveModelCallback('one'), path=tmp_path)
    learn.fit(1)
    assert learn.save_model.best == 0.5

class Halves(Metric):
    def reset(self): pass
    @property
    def value(self): return 0.5
class Collection(dict):
    "As of torchmetrics"
    def update(self, *args): pass
    def compute(self): pass
    def reset(self): pass

@pytest.mark.parametrize('wrap', [lambda o: o, lambda o: [o]])
@pytest.mark.parametrize('kind', [dict, Collection])
def test_collections(kind, wrap): # N-064
    "A mapping of metrics is one column for each, named by its keys"
    learn = learner(metrics=wrap(kind(Acc=accuracy, halves=Halves())))
    learn.fit(1)
    assert learn.recorder.metric_names[-3:] == ['acc', 'halves', 'time'] and learn.recorder.values[0][-1] == 0.5

def test_torchmetrics_collection():
    tm = pytest.importorskip('torchmetrics')
    from torchmetrics.classification import MulticlassAccuracy, MulticlassF1Score
    learn = learner(metrics=tm.MetricCollection([MulticlassAccuracy(3), MulticlassF1Score(3)]))
    learn.fit(1)
    assert learn.recorder.metric_names[3:5] == ['multiclass_accuracy', 'multiclass_f1_score']

def nothing(p, t): F.cross_entropy(p, t)
@pytest.mark.parametrize('loss,name', [(nothing, 'nothing'), (lambda p,t: None, 'lambda')])
def test_loss_without_return(loss, name): # N-064
    text = said(learner(loss=loss), TypeError)
    assert 'gave nothing' in text and name in text and '`return`' in text
    with pytest.raises(TypeError, match='gave nothing'): learner(loss=loss).validate()

def first_column(p, t): return (p[:,0]-t[:,0]).abs().mean()
def test_accum_metric_of_columns(): # N-064
    two = torch.randn(32, 2, generator=g)
    assert '`flatten=False` keeps their columns' in said(learner(two, F.mse_loss, 2, metrics=AccumMetric(first_column)), IndexError)
    learner(two, F.mse_loss, 2, metrics=AccumMetric(first_column, flatten=False)).fit(1)
    text = said(learner(metrics=AccumMetric(lambda p,t: 0.)), ValueError)
    assert '`flatten=False`' in text and '`dim_argmax=-1`' in text

def test_never_the_name_that_was_typed(): # N-064
    assert nearest('valid_loss', ['valid_loss']) == '' and 'train_loss' in nearest('trainloss', ['train_loss', 'trainloss'])

@pytest.mark.parametrize('metric', [accuracy, F1Score(), Precision()])
def test_several_labels(metric): # N-064
    many = torch.tensor([[1.,1.,0.]]*32)
    text = said(learner(many, BCEWithLogitsLossFlat(), metrics=metric), ValueError)
    assert '`accuracy_multi`' in text and 'argmax' not in text
    assert 'argmax' in said(learner(torch.eye(3)[y], BCEWithLogitsLossFlat(), metrics=metric), ValueError)

class Breaks:
    "Two batches, and an error"
    def __iter__(self):
        yield x[:8],y[:8]
        yield x[8:],y[8:]
        raise OSError('gone')
@pytest.mark.parametrize('training', [True, False])
def test_an_error_of_the_loader(training): # N-064
    "It shows no shapes of a batch that was fine"
    learn = learner()
    learn.dls = DataLoaders(*([Breaks()] if training else [learn.dls.train, Breaks()]))
    text = said(learn, OSError)
    assert 'Breaks was to give batch 2, epoch 0' in text and 'float32(24, 4)' not in text
    def fail(self): raise OSError('of a callback')
    assert 'batch 0: xb (float32(8, 4))' in said(learner(cbs=Callback(after_batch=fail)), OSError)

class Files(torch.utils.data.Dataset):
    "The item that is made from `images/c.png` is broken"
    def __init__(self, tuples=False): self.samples = [(f'images/{o}.png', 0) if tuples else f'images/{o}.png' for o in 'abcdefgh']
    def __len__(self): return 8
    def __getitem__(self, i):
        if i == 2: raise OSError('cannot read')
        return x[i],y[i]

@pytest.mark.parametrize('part', [False, True])
@pytest.mark.parametrize('tuples', [False, True])
@pytest.mark.parametrize('workers', [0, 1])
def test_an_item_that_cannot_be_made(part, tuples, workers): # N-064
    "Its number in the data set at the bottom, and its path"
    ds = Files(tuples)
    if part: ds = torch.utils.data.Subset(torch.utils.data.Subset(ds, [7,6,5,2,1]), [1,3,4])
    with pytest.raises(OSError) as e: list(DataLoader(ds, bs=2, num_workers=workers))
    assert 'This happened while item 2 of Files (images/c.png) was made.' in e.value.__notes__

def test_a_text_column(): # N-064
    pd = pytest.importorskip('pandas')
    df = pd.DataFrame(dict(a=[1.,2.], b=['x','y'], c=[1,2]))
    for f in (lambda: DataLoaders.from_arrays(df, df.a), lambda: DataLoaders.from_arrays(df[['a']], df.b)):
        with pytest.raises(TypeError, match="column 'b'"): f()
    with pytest.raises(TypeError, match='text in column 1'): DataLoaders.from_arrays(df.to_numpy(), df.a)

several = {'own': lambda: F1Score(average=None), 'partial': lambda: partial(F1Score, average=None), 'function': lambda: skm_to_fastai(lambda t, p, average: 0.5, average=None)}

@pytest.mark.parametrize('cb', [TrackerCallback, SaveModelCallback, EarlyStoppingCallback, ReduceLROnPlateau,
    lambda name: TorchScheduler(torch.optim.lr_scheduler.ReduceLROnPlateau, monitor=name)], ids=lambda o: getattr(o, '__name__', 'torch'))
@pytest.mark.parametrize('kind', several)
def test_one_number_for_each_class(cb, kind, tmp_path): # N-243
    "What cannot be watched is found before the first batch"
    m = mk_metric(several[kind]())
    m.greater_is_better = True
    learn = learner(metrics=m, cbs=cb(m.name), path=tmp_path)
    assert 'a number for each class' in said(learn, ValueError) and learn.train_iter == 0
    if cb is SaveModelCallback: assert any('a number for each class' in text for _,text in learn.check().find('error'))

def test_several_numbers_in_torchs_plateau(): # N-243
    m = ValueMetric(lambda: [0.1, 0.2], 'several')
    assert "watches 'several', which is no single number but [0.1, 0.2]" in said(learner(metrics=m, cbs=TorchScheduler(
        torch.optim.lr_scheduler.ReduceLROnPlateau, monitor='several')), TypeError)

@pytest.mark.parametrize('f,text', [(lambda p, t: None, 'does it end in `return`?'), (lambda p, t: 'much', "must give a number, not 'much'")])
def test_functions_that_give_no_number(f, text): # N-243
    assert text in said(learner(metrics=f), TypeError)

def test_metrics_of_partials_and_arrays():
    "A `partial` of a metric's class is that metric; the mean of several values counts, NumPy's too"
    learn = learner(metrics=[partial(F1Score, average='macro'), lambda p, t: np.array([1., 3]), lambda p, t: torch.tensor([1., 3]), lambda p, t: np.float32(3)])
    f1 = learner(metrics=F1Score(average='macro')).validate()[1]
    learn.model.load_state_dict(learner().model.state_dict())
    assert learn.validate()[2:] == [2, 2, 3] and learn.metrics[0].average == 'macro' and 0 <= f1 <= 1

parts = {'whole': lambda ds: ds, 'part': lambda ds: Subset(ds, [7,2,1]), 'of a part': lambda ds: Subset(Subset(ds, [7,6,2,1]), [2,0]), 'split': lambda ds:
    random_split(ds, [7,1], torch.Generator().manual_seed(0))[0], 'joined': lambda ds: ConcatDataset([Subset(ds, [1,3]), ds])}

@pytest.mark.parametrize('part', parts)
@pytest.mark.parametrize('tuples', [False, True])
def test_an_item_of_torchs_loader(part, tuples): # N-244
    "Its number in the data set at the bottom, and its path"
    ds = parts[part](Files(tuples))
    for kw in (dict(batch_size=2), dict(batch_size=3, shuffle=True), dict(batch_size=None), dict(batch_sampler=[[i] for i in range(len(ds))])):
        learn = learner()
        learn.dls = DataLoaders(TorchLoader(ds, **kw))
        assert 'while item 2 of Files (images/c.png) was made' in said(learn, OSError), kw
    learn.dls = DataLoaders(TorchLoader(ds, 2, num_workers=1))
    assert '`num_workers=0` says which item' in said(learn, OSError)

def test_an_item_of_a_joined_data_set(): # N-244
    with pytest.raises(OSError) as e: list(DataLoader(parts['joined'](Files()), bs=2))
    assert 'This happened while item 2 of Files (images/c.png) was made.' in e.value.__notes__

quoted = {'metrics': lambda: learner(metrics='accuracy'), 'metric': lambda: learner(metrics=[accuracy, 'f1']), 'cbs': lambda: learner(cbs='SaveModelCallback'),
    'cbs of a fit': lambda: learner().fit(1, cbs=['mixup']), 'remove': lambda: learner().remove_cb('Recorder'), 'loss': lambda: learner(loss='mse')}

@pytest.mark.parametrize('what', quoted)
def test_names_in_quotes(what): # N-243
    with pytest.raises((TypeError, ValueError), match='without quotes'): quoted[what]()

def test_loaders_and_hyper_parameters_by_name(): # N-243
    learn = learner()
    assert learn.validate('valid') == learn.validate(1) and len(learn.get_preds('train')[0]) == 32
    with pytest.raises(KeyError, match="did you mean 'valid'"): learn.validate('vald')
    learn.create_opt()
    for f in (lambda: learn.opt.get_hyper('mon'), lambda: learn.opt.set_hyper('mon', 0.9)):
        with pytest.raises(ValueError, match="did you mean 'mom'"): f()

def test_nothing_to_average_or_look_at(): # N-243
    b = [(x[:4], y[:4])]
    learn = learner()
    with pytest.raises(ValueError, match='gave no batches'): learn.tta(dl=DataLoader(TensorDataset(x[:0], y[:0]), bs=4))
    with pytest.raises(ValueError, match='gave no batches'): learn.tta(dl=iter(b)) # one pass uses it up
    with pytest.raises(ValueError, match='gave no batches'): Interpretation.from_learner(learn, dl=DataLoader(TensorDataset(x[:0], y[:0]), bs=4))
    class Two(nn.Linear):
        def forward(self, x): return super().forward(x),x
    two = Learner((b, b), Two(4, 3), lambda p, t: F.cross_entropy(p[0], t))
    with pytest.raises(ValueError, match='one tensor, not tuple'): two.tta()

def test_a_search_that_the_data_ends(): # N-243
    bad = x.clone()
    bad[9] = torch.nan
    b = [(bad[i:i+8], y[i:i+8]) for i in range(0, 32, 8)]
    learn = Learner((b, b), nn.Linear(4, 3), F.cross_entropy)
    with pytest.warns(UserWarning, match='step 2 because the batch in hand holds NaN'): learn.lr_find(show_plot=False, suggest_funcs=None)

def test_what_is_not_reduced_while_predicting(): # N-243
    "An error in a pass for row losses does not ask for a mean"
    class Breaks(Callback):
        def after_batch(self): raise RuntimeError('broken')
    with pytest.raises(RuntimeError) as e: learner(cbs=Breaks).get_preds(with_loss=True)
    assert 'gradients are taken' not in ' '.join(e.value.__notes__)

def test_one_score_a_row(): # N-243
    learn = learner((y > 0).float(), BCEWithLogitsLossFlat(), 1, metrics=F1Score())
    learn.model = nn.Sequential(learn.model, nn.Flatten(0))
    with pytest.raises(ValueError, match='one score per row, without an axis of classes'): learn.validate()

@pytest.mark.parametrize('part', ['fit', 'validate'])
def test_a_loss_that_is_no_tensor(part): # N-243
    learn = learner(loss=lambda p, t: F.cross_entropy(p, t).item())
    with pytest.raises(AttributeError) as e: learn.fit(1) if part == 'fit' else learn.validate()
    assert '`loss_func` must give a tensor, not float' in ' '.join(e.value.__notes__)

def test_a_class_for_a_metric(): # N-243
    with pytest.raises(TypeError, match='pass an instance, `L1Loss'): learner(metrics=nn.L1Loss)
