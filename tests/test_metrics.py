"Metrics against scikit-learn and SciPy, whatever the batches; what files of earlier versions name; who shares what"
import pickle, subprocess, sys, warnings
from functools import partial
from types import SimpleNamespace

import pytest
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

import mylearner.learner as ml
from mylearner.metric import Metric
import mylearner.metrics as mm
from mylearner.data.core import DataLoaders
from mylearner.metrics import *

skm = pytest.importorskip('sklearn.metrics')
stats = pytest.importorskip('scipy.stats')


def feed(m, preds, targs, bs=4):
    "Value of `m` after all rows, `bs` at a time"
    m.reset()
    for p,t in zip(preds.split(bs), targs.split(bs)): m.accumulate(SimpleNamespace(pred=p, yb=(t,)))
    return m.value

def same(m, f, preds, y, p, bs, **kw):
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        theirs = f(y.numpy(), p.numpy(), **kw)
    ours = feed(m, preds, y, bs)
    torch.testing.assert_close(*(torch.as_tensor(o, dtype=torch.float32) for o in (ours, theirs)), rtol=1e-5, atol=1e-6, equal_nan=True)

def rand(g, lo, hi): return torch.randint(lo, hi, (), generator=g).item()

def test_one_label_per_row():
    "From one row to forty, with classes that never occur, in batches of any size, with row weights"
    g,n_same = torch.Generator().manual_seed(0),0
    for i in range(24):
        nc,n,bs = rand(g, 2, 6),rand(g, 1, 40),rand(g, 1, 9)
        preds,y = torch.randn(n, nc, generator=g),torch.randint(torch.randint(1, nc+1, (), generator=g), (n,), generator=g)
        p,w = preds.argmax(1),torch.rand(n, generator=g) if i%3 == 0 else None
        cases = [(o, f, dict(average=a)) for o,f in ((Precision, skm.precision_score), (Recall, skm.recall_score),
                    (F1Score, skm.f1_score), (partial(FBeta, 2), partial(skm.fbeta_score, beta=2)), (Jaccard, skm.jaccard_score))
                 for a in ('micro', 'macro', 'weighted', *(['binary'] if nc == 2 else []))]
        cases += [(Accuracy, skm.accuracy_score, {}), (HammingLoss, skm.hamming_loss, {}), (MatthewsCorrCoef, skm.matthews_corrcoef, {}),
            (CohenKappa, skm.cohen_kappa_score, {}), (BalancedAccuracy, skm.balanced_accuracy_score, {})]
        cases += [(CohenKappa, skm.cohen_kappa_score, dict(weights=o)) for o in ('linear', 'quadratic')]
        cases += [(BalancedAccuracy, skm.balanced_accuracy_score, dict(adjusted=True)),
            (F1Score, skm.f1_score, dict(average='macro', labels=[1,0])), (F1Score, skm.f1_score, dict(average=None, labels=range(nc)))]
        for cls,f,kw in cases:
            same(cls(**kw, sample_weight=w), f, preds, y, p, bs, **kw, sample_weight=None if w is None else w.numpy())
            n_same += 1
    assert n_same > 500

def test_several_labels_per_row():
    g,n_same = torch.Generator().manual_seed(0),0
    for i in range(10):
        nc,n,bs = rand(g, 1, 5),rand(g, 1, 40),rand(g, 1, 9)
        preds = torch.randn(n, nc, generator=g)
        y,w = (torch.rand(n, nc, generator=g) < torch.rand(nc, generator=g)).int(),torch.rand(n, generator=g) if i%3 == 0 else None
        p = (preds.sigmoid() >= 0.5).int()
        cases = [(o, f, dict(average=a)) for o,f in ((PrecisionMulti, skm.precision_score), (RecallMulti, skm.recall_score),
            (F1ScoreMulti, skm.f1_score), (JaccardMulti, skm.jaccard_score)) for a in (['micro', 'macro', 'weighted', 'samples'] if nc > 1 else [])]
        for cls,f,kw in [*cases, *([(HammingLossMulti, skm.hamming_loss, {})] if nc > 1 else [])]:
            same(cls(**kw, sample_weight=w), f, preds, y, p, bs, **kw, sample_weight=None if w is None else w.numpy())
            n_same += 1
        assert abs(feed(MatthewsCorrCoefMulti(), preds, y, bs) - skm.matthews_corrcoef(y.flatten(), p.flatten())) < 1e-6
    assert n_same > 50

@pytest.mark.parametrize('seed', range(6))
def test_ranks(seed):
    "With ties, weights and parts of curves"
    g = torch.Generator().manual_seed(seed)
    n = rand(g, 8, 40)
    w = torch.rand(n, generator=g) if seed%2 else None
    wn = None if w is None else w.numpy()
    s2,t2 = torch.randint(5, (n,2), generator=g).float(),torch.arange(n)%2
    s3,t3 = torch.randint(4, (n,3), generator=g).float(),torch.arange(n)%3
    both = torch.stack([t2, t3 == 0], 1).int()
    p2,p3 = s2.softmax(1)[:,1],s3.softmax(1)
    for kw in ({}, dict(max_fpr=.3), dict(max_fpr=1)):
        same(RocAucBinary(sample_weight=w, **kw), skm.roc_auc_score, s2, t2, p2, 7, sample_weight=wn, **kw)
    same(APScoreBinary(sample_weight=w), skm.average_precision_score, s2, t2, p2, 7, sample_weight=wn)
    for a in ('macro', 'weighted'):
        same(RocAuc(average=a, sample_weight=w), skm.roc_auc_score, s3, t3, p3, 7, average=a, multi_class='ovr', sample_weight=wn)
        if w is None: same(RocAuc(average=a, multi_class='ovo'), skm.roc_auc_score, s3, t3, p3, 7, average=a, multi_class='ovo')
    for a in ('macro', 'weighted', 'micro', None):
        same(APScoreBinary(average=a, sample_weight=w), skm.average_precision_score, s3, t3, p3, 7, average=a, sample_weight=wn)
        same(RocAucMulti(average=a, sample_weight=w), skm.roc_auc_score, s2, both, s2.sigmoid(), 7, average=a, sample_weight=wn)
    for a in ('macro', 'weighted', 'micro', 'samples', None):
        same(APScoreMulti(average=a, sample_weight=w), skm.average_precision_score, s2, both, s2.sigmoid(), 7, average=a, sample_weight=wn)

@pytest.mark.parametrize('seed', range(12))
def test_moments_and_correlations(seed):
    g = torch.Generator().manual_seed(seed)
    n,bs = rand(g, 3, 30),rand(g, 1, 30)
    a,b = torch.randint(4, (2,n), generator=g).double() + (1e5 if seed%2 else 0)
    w = torch.rand(n, generator=g) if seed%3 == 0 else None
    kw = dict(sample_weight=None if w is None else w.numpy())
    same(R2Score(w), skm.r2_score, a, b, a, bs, **kw)
    same(ExplainedVariance(w), skm.explained_variance_score, a, b, a, bs, **kw)
    for m,f in ((PearsonCorrCoef(), stats.pearsonr), (SpearmanCorrCoef(), stats.spearmanr)):
        same(m, lambda t,p,f=f: f(p, t)[0], a, b, a, bs)


@pytest.mark.parametrize('cls', [Accuracy, HammingLoss, Precision, BalancedAccuracy])
def test_sums_outlive_a_look_and_many_batches(cls):
    "Reading `value` half-way changes nothing; nor do more batches than are kept before they are counted"
    y = torch.tensor([1]*150 + [0]*150)
    preds = nn.functional.one_hot(torch.tensor([1]*200 + [0]*100), 2).float()
    whole,looked,many = feed(cls(), preds, y, len(y)),cls(),feed(cls(), preds, y, 1)
    for p,t in zip(preds.split(100), y.split(100)):
        looked.accumulate(SimpleNamespace(pred=p, yb=(t,)))
        assert looked.value is not None
    assert whole == looked.value == many
    assert whole != feed(cls(), preds[200:], y[200:]) # the control: without the sums of before

def test_processes_add_up_their_counts():
    called,targs = torch.tensor([1,1,1,0,1,1]),torch.tensor([1,0,0,0,1,1])
    ms = Precision(),Precision()
    for m,at in zip(ms, (slice(0,4), slice(4,6))): feed(m, nn.functional.one_hot(called, 2).float()[at], targs[at])
    ms[0].counts = ms[0].counts + ms[1].counts
    assert abs(ms[0].value - 3/5) < 1e-6

def shapes_of(*ts): return [vars(t) for t in ts]

@pytest.mark.parametrize('train', [False, True])
def test_a_learners_metrics_note_each_batch_once(monkeypatch, train):
    "Four confusion metrics count a batch once, and leave nothing on its tensors"
    noted,seen,note,join = [],[],ConfusionMetric._note,ConfusionMetric._join
    monkeypatch.setattr(ConfusionMetric, '_note', lambda self, pred, y: (noted.append(self.name), seen.extend([pred, y]), note(self, pred, y))[-1])
    joined = []
    monkeypatch.setattr(ConfusionMetric, '_join', lambda self, notes: (joined.append(self.name), join(self, notes))[-1])
    x,y = torch.randn(12, 4, generator=torch.Generator().manual_seed(0)),torch.arange(12)%2
    dl = DataLoader(TensorDataset(x, y), batch_size=4)
    ms = [accuracy, Precision(), Recall(), F1Score()]
    learn = ml.Learner(DataLoaders(dl, dl), nn.Linear(4, 2), nn.CrossEntropyLoss(), metrics=ms)
    if train:
        learn.add_cb(ml.Recorder(train_metrics=True))
        with learn.no_bar() if hasattr(learn, 'no_bar') else warnings.catch_warnings(): learn.fit(1)
    else: learn.validate()
    n_passes = 2 if train else 1
    assert len(noted) == 3*n_passes, noted
    assert len(joined) == n_passes, joined
    assert shapes_of(x, y, *seen) == [{}]*(2+len(seen))
    assert not learn.shared # nothing of the last batch is kept

def test_functions_and_classes_name_the_module_of_old_files():
    for k in mm.__all__: assert getattr(mm, k).__module__ == 'mylearner.metrics', k
    for k in ('Metric', 'AvgMetric', 'AvgLoss', 'AvgSmoothLoss', 'ValueMetric', 'mk_metric'):
        assert getattr(ml, k).__module__ == 'mylearner.learner' and k in ml.__all__, k
    ms = [RocAucBinary(), APScoreMulti(), SpearmanCorrCoef(), PearsonCorrCoef(), mm.mk_metric(rmse), mm.mk_metric(exp_rmspe),
        mm.mk_metric(foreground_acc), mm.mk_metric(accuracy_multi), mm.mk_metric(accuracy), R2Score(), CorpusBLEUMetric(), F1Score()]
    for m in ms:
        b = pickle.dumps(m)
        assert b'metric_' not in b, (m, b)
        assert pickle.loads(b).name == m.name

def test_files_name_what_older_versions_named():
    "What an older version pickled is found under the module that it named"
    old = ['_ForegroundAcc', '_AccuracyMulti', '_AfterMean', '_exp_mspe', '_Prepared', '_Spearman', '_average_precision',
        '_average_precision_labels', '_roc_auc', '_roc_auc_labels', '_spearmanr']
    assert [k for k in old if not hasattr(mm, k)] == []

def test_the_learner_alone_knows_torchmetrics():
    pytest.importorskip('torchmetrics')
    code = 'import torchmetrics as tm; from mylearner.learner import mk_metric; print(mk_metric(tm.MeanSquaredError()).name)'
    res = subprocess.run([sys.executable, '-c', code], capture_output=True, text=True)
    assert res.stdout.split() == ['mean_squared_error'], res.stderr


# More classes than a matrix has room for

many = {'f1_score': lambda **kw: mm.F1Score(average='macro', **kw), 'precision_score': lambda **kw: mm.Precision(average='weighted', **kw),
    'recall_score': lambda **kw: mm.Recall(average='macro', **kw), 'jaccard_score': lambda **kw: mm.Jaccard(average='micro', **kw),
    'balanced_accuracy_score': mm.BalancedAccuracy, 'cohen_kappa_score': mm.CohenKappa, 'matthews_corrcoef': mm.MatthewsCorrCoef}
averages_of = dict(f1_score='macro', precision_score='weighted', recall_score='macro', jaccard_score='micro')

@pytest.mark.parametrize('name', many)
@pytest.mark.parametrize('weighed', [False, True])
def test_many_classes(name, weighed): # N-076
    g = torch.Generator().manual_seed(0)
    y = torch.randint(0, 300, (500,), generator=g)*20
    p = torch.where(torch.rand(500, generator=g) < 0.5, y, torch.randint(0, 300, (500,), generator=g)*20)
    w = torch.rand(500, generator=g) if weighed else None
    wants = getattr(skm, name)(y.numpy(), p.numpy(), sample_weight=None if w is None else w.numpy(),
        **({'average': averages_of[name]} if name in averages_of else {}))
    m = many[name](sample_weight=w)
    for i in range(0, 500, 64):
        pred = torch.zeros(len(y[i:i+64]), 6000).scatter_(1, p[i:i+64,None], 1)
        m.accumulate(SimpleNamespace(pred=pred, yb=(y[i:i+64],), shared={}))
    assert m.value == pytest.approx(wants, abs=1e-7)
    with pytest.raises(AttributeError, match='no matrix of 6000 classes'): m.matrix

def test_many_classes_and_a_bad_target(): # N-076
    m = mm.F1Score(average='macro')
    m.accumulate(SimpleNamespace(pred=torch.zeros(2, 6000), yb=(torch.tensor([0, 6000]),), shared={}))
    with pytest.raises(ValueError, match='1 targets are not class numbers from 0 to 5999'): m.value
    m = mm.F1Score(average='macro', ignore_index=-100)
    m.accumulate(SimpleNamespace(pred=torch.eye(6000)[:2], yb=(torch.tensor([0, -100]),), shared={}))
    assert m.value == 1


# Metrics that are ready made

# N-111
@pytest.mark.parametrize('name', ['rmse', 'exp_rmspe', 'perplexity'])
def test_ready_made_metrics_are_objects_to_call_feed_and_read(name):
    ready, given = getattr(mm, name), (torch.rand(6, 3), torch.rand(6, 3)) if name != 'perplexity' else (torch.randn(6, 3), torch.arange(6)%3)
    loss = nn.functional.cross_entropy(*given) if name == 'perplexity' else torch.tensor(0.)
    at_once = ready(*given)
    ready.reset()
    assert ready.value is None and ready.name == name
    ready.accumulate(SimpleNamespace(pred=given[0], yb=(given[1],), y=given[1], loss=loss))
    assert ready.value == pytest.approx(float(at_once), rel=1e-5)
    mine, other = mm.mk_metric(ready), mm.mk_metric(ready)
    assert mine is not other and mine.value is None and mm.mk_metric(mine) is mine
    assert pickle.loads(pickle.dumps(ready)).value == ready.value
    ready.reset()

@pytest.mark.parametrize('cls, name', [('HalfMetric', 'half'), ('MetricOfRows', 'metric_of_rows'), ('TheMetricOne', 'the_metric_one'), ('Metric', 'metric')])
def test_name_loses_metric_at_its_end(cls, name): assert type(cls, (Metric,), {})().name == name # S-110
