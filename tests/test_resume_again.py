"A script that is run again: what has changed in it is named, what has not goes on, wherever it was killed"
import json, os, shutil, time
from functools import partial

import pytest
import torch.utils.data as tud

from faults import folder_of, list_checkpoints, new
from resume_setups import *
from mylearner import checkpoint_files
from mylearner.callback import checkpoint
from mylearner.checkpoint_files import CheckpointError, read_manifest
from mylearner.losses import LabelSmoothingCrossEntropy
from mylearner.metrics import error_rate

pytestmark = pytest.mark.usefixtures('quiet')

def net(p=0.3, act=nn.ReLU, width=6): return lambda: nn.Sequential(nn.Linear(4,width), act(), nn.Dropout(p), nn.Linear(width,2))
def weighted(*w): return lambda: nn.CrossEntropyLoss(weight=torch.tensor(w))
def weighted_flat(*w): return lambda: CrossEntropyLossFlat(weight=torch.tensor(w))
def weighted_partial(*w): return lambda: partial(F.cross_entropy, weight=torch.tensor(w))
def adam(mom): return lambda p, lr: Adam(p, lr=lr, mom=mom)
def sampled(cls, *args): return lambda: torchs(sampler=cls(*args))
def doubled(b): x,y = tud.default_collate(b); return 2*x,y
def seeded(): return torch.Generator().manual_seed(1)
def freeze(learn): learn.freeze()
class Scale(Callback):
    def __init__(self, by): self.by = by
    def before_batch(self): self.learn.xb = (self.learn.xb[0]*self.by,)
class Shift(Callback):
    def before_batch(self): self.learn.xb = (self.learn.xb[0]+1,)
class Same(Dataset):
    def __len__(self): return len(X)
    def __getitem__(self, i): return X[i],Y[i]
class Negated(Same):
    def __getitem__(self, i): return -X[i],Y[i]

# N-326: what the shapes of weights do not show
@pytest.mark.parametrize('was,now,said', [
    (dict(model=net()), dict(model=net(p=0.2)), "modules.model.2 was 'Dropout(p=0.3)', is 'Dropout(p=0.2)'"),
    (dict(model=net()), dict(model=net(act=nn.GELU)), "modules.model.1 was 'ReLU()', is 'GELU()'"),
    (dict(model=net()), dict(model=net(width=7)), "modules.model.0 was 'Linear(in_features=4, out_features=6)', is 'Linear(in_features=4, out_features=7)'"),
    (dict(loss=weighted(1., 2.)), dict(loss=weighted(1., 3.)), "modules.loss_func was 'CrossEntropyLoss(weight=tensor (2,) float32 with [1.0, 2.0])', is 'CrossEntropyLoss(weight=tensor (2,) float32 with [1.0, 3.0])'"),
    (dict(loss=weighted_flat(1., 2.)), dict(loss=weighted_flat(1., 3.)), "modules.loss_func.func was"),
    (dict(loss=weighted_partial(1., 2.)), dict(loss=weighted_partial(1., 3.)), "learner.loss_func.weight was"),
    (dict(loss=partial(LabelSmoothingCrossEntropy, 0.1)), dict(loss=partial(LabelSmoothingCrossEntropy, 0.2)), "eps was 0.1, is 0.2"),
    (dict(opt=adam(0.9)), dict(opt=adam(0.8)), "learner.opt_func was 'adam.<locals>.<lambda> with code"),
    (dict(metrics=(accuracy,)), dict(metrics=(accuracy, error_rate)), "metrics was ['accuracy()'], is ['accuracy()', 'error_rate()']"),
    (dict(metrics=(accuracy,)), dict(metrics=(error_rate,)), "metrics was ['accuracy()'], is ['error_rate()']"),
    (dict(metrics=(F1Score(average='macro'),)), dict(metrics=(F1Score(average='micro'),)), "f1_score(average=macro)"),
    (dict(cbs=lambda: [Scale(torch.tensor([1.]*4))]), dict(cbs=lambda: [Scale(torch.tensor([2.]*4))]), "callbacks.scale.by was 'tensor (4,) float32 with"),
    (dict(cbs=lambda: [Scale(2.), Shift()]), dict(cbs=lambda: [Shift(), Scale(2.)]), "order was"),
    (dict(), dict(prepare=freeze), "frozen was 'none', is '"), (dict(prepare=freeze), dict(), "is 'none'"),
    (dict(), dict(fit=one_cycle), "schedule was 'none', is 'one_cycle'"), (dict(fit=one_cycle), dict(), "schedule was 'one_cycle', is 'none'"),
    (dict(fit=one_cycle), dict(fit=flat), "schedule was 'one_cycle', is 'flat'")])
def test_other_settings_are_refused(was, now, said): refused(was, now, said)

def refused(was, now, said):
    d = new()
    run(setup(**dict(dict(fit=plain), **was)), d, stop=3)
    with pytest.raises(CheckpointError) as e: run(setup(**dict(dict(fit=plain), **now)), d)
    assert said in str(e.value) and 'Put back what has changed' in str(e.value), e.value
    assert not [o for o in getattr(e.value, '__notes__', ())]

# N-326: parts of the loaders
@pytest.mark.parametrize('was,now,said', [
    (sampled(tud.RandomSampler, X), sampled(tud.SequentialSampler, X), "parts.sampler 0 was 'RandomSampler', is 'SequentialSampler'"),
    (lambda: ours(Same()), lambda: ours(Negated()), "parts.data 0 was 'Same', is 'Negated'"), (lambda: torchs(Same()), lambda: torchs(Negated()), "parts.data 0 was"),
    (torchs, lambda: torchs(collate_fn=doubled), "collate_fn was 'default_collate', is 'doubled'"), (ours, lambda: ours(create_batch=doubled), "create_batch was"),
    (torchs, lambda: torchs(generator=seeded()), "generator was 'None', is 'Generator'"), (ours, torchs, "class was 'mylearner.DataLoader', is 'torch.DataLoader'"),
    (ours, lambda: ours()[:1], "data.loader 1.cls was 'DataLoader', is None")])
def test_other_loaders_are_refused(was, now, said): refused(dict(data=was), dict(data=now), said)

# N-326
def test_a_change_is_named_once():
    d = new()
    run(setup(plain, data=partial(ours, bs=5)), d, stop=3)
    with pytest.raises(CheckpointError) as e: run(setup(plain, data=lambda: [DataLoader(TensorDataset(X, Y), bs=4, shuffle=True), DataLoader(TensorDataset(X[:9], Y[:9]), bs=4)]), d)
    assert str(e.value).count(' was ') == 2 and 'batches' not in str(e.value), e.value # the error's own, and `bs`

class Moves(nn.Module):
    "Its arguments move while it trains"
    def __init__(self, p=0.1, steps=0):
        super().__init__()
        self.p,self.steps,self.body = p,steps,nn.Sequential(nn.LazyLinear(6), nn.Dropout(p), nn.LazyLinear(2))
    def forward(self, x):
        if self.training:
            self.steps += 1
            self.p *= 0.9
            self.body[1].p = self.p
        return self.body(x)*(1 + self.p)

# N-326: what training itself moves is no setting
@pytest.mark.parametrize('fit', [one_cycle, two])
def test_what_training_moves_is_no_change(fit):
    def script(learn, **kw):
        learn.fit(2, 0.05, **kw)
        learn.fit_one_cycle(2, 0.02, **kw)
    s = setup(one_cycle if fit is one_cycle else script, model=Moves, loss=lambda: nn.CrossEntropyLoss(weight=torch.tensor([1., 2.])), opt=adam(0.9))
    want = outcome(run(s, new()))
    for stop in (3, 8, 16):
        d = new()
        assert run(s, d, stop=stop) is None
        assert not differences(want, outcome(run(s, d)))

# N-327
def test_a_finished_fit_shows_no_empty_table(capsys):
    d = new()
    for _ in range(2):
        checkpoint._runs.clear()
        learn = make(setups['plain'], d)
        learn.add_cb(ProgressCallback(show='plain'))
        capsys.readouterr()
        learn.fit(1, 0.05, resume=True)
        said = capsys.readouterr().out
    assert len(said.splitlines()) == 1 and said.startswith("Fit 1 is finished: "), said
    assert len(learn.recorder.values) == 1

# N-328
@pytest.mark.parametrize('fit', [lambda learn: learn.fit_one_cycle(3, 0.01), lambda learn, **kw: learn.fit(3, 0.01, **kw), lambda learn: learn.fit(3, cbs=[MixUp(0.4)])])
def test_check_resume_takes_a_function_that_trains(fit):
    assert make(setups['plain'], new()).check_resume(fit=fit) == []

def test_check_resume_says_what_it_wants():
    learn = make(setups['plain'], new())
    with pytest.raises(ValueError, match="`n` must be a whole number of batches, at least 1, not 'a'"): learn.check_resume('a')
    with pytest.raises(TypeError, match="`fit` must be a function that trains a learner"): learn.check_resume(fit=3)

class Holds(nn.Linear):
    "A layer with a generator"
    def __init__(self, *args):
        super().__init__(*args)
        self.gen = torch.Generator().manual_seed(2)
    def forward(self, x): return super().forward(x) + torch.rand(1, generator=self.gen)

# N-328
def test_a_generator_in_the_model_is_no_false_alarm():
    assert make(setup(plain, model=lambda: Holds(4, 2)), new()).check_resume() == []

class Goes(Callback):
    "Go to another folder in batch 2"
    def __init__(self, to): self.to = to
    def before_batch(self):
        if self.learn.train_iter == 2: os.chdir(self.to)

# N-329
@pytest.mark.parametrize('path', [None, 'check points/für später'])
@pytest.mark.parametrize('background', [False, True])
def test_a_relative_path_means_the_same_after_chdir(tmp_path, monkeypatch, path, background):
    home,other,alone = (tmp_path/o for o in ('hö me', 'other', 'alone'))
    for o in (home, other, alone): o.mkdir()
    def script(learn, **kw):
        learn.fit(2, 0.05, **kw)
        learn.fit_one_cycle(2, 0.02, **kw)
    def go(at, stop=None):
        monkeypatch.chdir(at)
        return run(setup(script, cbs=lambda: [Goes(other), SaveModelCallback(), CSVLogger()]), '.', stop=stop, path=path, background=background)
    want = outcome(go(alone))
    assert go(home, 13) is None
    learn = go(home)
    assert not differences(want, outcome(learn)) and not list(other.iterdir())
    assert learn.checkpoint.folder == home/(path or 'models/checkpoints') and len(learn.checkpoint.checkpoints) == 3
    assert len((home/'history.csv').read_text().splitlines()) == 5

class Killed(BaseException): pass

class Kills(Callback):
    "End the fit without a word in batch `n`"
    def __init__(self, n): self.left = n
    def before_batch(self):
        self.left -= 1
        if self.left == 0: raise Killed

# N-330: killed before the first checkpoint, or in a later fit
@pytest.mark.parametrize('fit', [one_cycle, two, tune])
@pytest.mark.parametrize('every', ['1e', '2e'])
def test_a_log_is_in_nobodys_way(fit, every):
    s = setup(fit, cbs=lambda: [CSVLogger(), SaveModelCallback()])
    def log(d): return [','.join(o.split(',')[:4]) for o in (d/'history.csv').read_text().splitlines()]
    d = new()
    want = outcome(run(s, d, every=every)),log(d)
    for n in (1, 5, 8, 13, 17, 20):
        d = new()
        checkpoint._runs.clear()
        learn = make(s, d, every=every)
        learn.add_cb(Kills(n))
        try:
            with learn.no_logging(): s['fit'](learn, resume=True)
        except Killed: pass
        assert not differences(want[0], outcome(run(s, d, every=every))) and log(d) == want[1], n

# N-330
def test_rows_that_no_checkpoint_knows_are_kept_aside():
    d = new()
    s = setup(plain, cbs=lambda: [CSVLogger()])
    learn = make(s, d, every='3e')
    with learn.no_logging(), pytest.raises(Killed): learn.fit(3, 0.05, cbs=Kills(8), resume=True)
    rows = (d/'history.csv').read_text()
    assert len(rows.splitlines()) == 2
    checkpoint._runs.clear()
    with pytest.warns(UserWarning, match='its 1 row .* in history.1.csv now'): run(s, d)
    assert (d/'history.1.csv').read_text() == rows and len((d/'history.csv').read_text().splitlines()) == 4

# --- the folder

def stopped():
    "Folder of a run that was stopped, and its checkpoints, the newest last"
    d = new()
    assert run(setups['plain'], d, stop=3, every='1b', keep=3) is None
    return d,list_checkpoints(folder_of(d))

# N-331
@pytest.mark.parametrize('hurt', [lambda o: (o/'state.json').write_text('{}'), lambda o: (o/'manifest.json').unlink(), lambda o: (o/'model.safetensors').unlink()])
def test_no_run_begins_anew_over_checkpoints_that_it_cannot_read(hurt):
    d,found = stopped()
    for o in found: hurt(o)
    with pytest.raises(CheckpointError, match=f'none of the {len(found)} checkpoints of fit 1 .* can be read'): run(setups['plain'], d)
    assert list_checkpoints(folder_of(d)) == found

# N-331
def test_checkpoints_of_a_later_version_are_neither_skipped_nor_removed():
    d,found = stopped()
    m = read_manifest(found[-1])
    (found[-1]/'manifest.json').write_bytes(checkpoint_files._rendered(m | dict(version=99)))
    with pytest.raises(CheckpointError, match='has format 99, this version of mylearner reads up to 1: update mylearner'): run(setups['plain'], d)
    assert list_checkpoints(folder_of(d)) == found

# N-332
def test_what_others_put_into_the_folder_stays():
    d,found = stopped()
    want = outcome(run(setups['plain'], new()))
    shutil.copytree(found[0], found[0].with_name('000999-copy'))
    others = [folder_of(d)/o for o in ('000099-mine', '000007-fit1-notes', 'plots')]
    for o in others: (o/'a').mkdir(parents=True)
    assert not differences(want, outcome(run(setups['plain'], d)))
    assert all(o.exists() for o in (*others, folder_of(d)/'000999-copy'))

# N-332
@pytest.mark.parametrize('text', ['null', '[1]', '"x"', '{}', '{"pid": "x"}', ''])
def test_a_lock_that_says_nothing_is_nobodys(text):
    d,_ = stopped()
    (folder_of(d)/'lock.json').write_text(text)
    assert run(setups['plain'], d) is not None
    assert not (folder_of(d)/'lock.json').exists()

# N-332
def test_a_folder_in_the_place_of_the_lock_is_named():
    d,_ = stopped()
    (folder_of(d)/'lock.json').mkdir()
    with pytest.raises(CheckpointError, match='lock.json is a folder'): run(setups['plain'], d)

# N-332: another machine's heartbeat counts by the clock of the disk
@pytest.mark.parametrize('ahead', [-3600, 0, 3600])
def test_clocks_that_differ(ahead, monkeypatch):
    d,_ = stopped()
    lock = folder_of(d)/'lock.json'
    monkeypatch.setattr(checkpoint_files.time, 'time', lambda now=time.time: now() + ahead)
    lock.write_text(json.dumps(dict(pid=1, host='elsewhere')))
    with pytest.raises(CheckpointError, match='in use by process 1 on elsewhere'): run(setups['plain'], d)
    os.utime(lock, (lock.stat().st_mtime - 400,)*2)
    assert run(setups['plain'], d) is not None

def test_a_path_that_is_none():
    for o in (3, b'abc', ['a']):
        with pytest.raises(TypeError, match='`path` is a folder, as a text or a `Path`'): CheckpointCallback(o)

# N-333
def test_an_old_checkpoint_that_cannot_be_removed_stops_nothing(monkeypatch):
    def stuck(a, b, replace=os.replace):
        if str(b).endswith('.tmp'): raise OSError(39, 'Directory not empty', str(a))
        replace(a, b)
    monkeypatch.setattr(os, 'replace', stuck)
    d = new()
    with pytest.warns(UserWarning, match='the old checkpoint .*000001-fit1-epoch0-batch1 cannot be removed, and stays: Directory not empty'):
        learn = run(setups['plain'], d, every='1b')
    assert learn.checkpoint.last == learn.checkpoint.checkpoints[-1] and len(learn.checkpoint.checkpoints) == 13

class Removes(Callback):
    def before_batch(self):
        if self.learn.train_iter == 5: shutil.rmtree(self.learn.checkpoint.folder, ignore_errors=True)

# N-333
def test_a_folder_that_goes_is_named():
    with pytest.raises(CheckpointError, match='lock.json is gone, so somebody has removed it or its folder'): run(setup(plain, cbs=lambda: [Removes()]), new())

class InSecondFit(Callback):
    "End the second fit without a word in batch `n`"
    def __init__(self, n): self.n,self.seen = n,0
    def before_batch(self):
        self.seen += self.learn.n_fits == 1
        if self.seen == self.n: raise Killed

# N-334
@pytest.mark.parametrize('links', [True, False])
def test_best_weights_of_the_fit_before(links, monkeypatch):
    if not links: monkeypatch.setattr(os, 'link', lambda a, b: (_ for _ in ()).throw(OSError('no links here')))
    s,d = setup(tune, cbs=lambda: [SaveModelCallback()]),new()
    want = outcome(run(s, new(), every='9e'))
    learn = make(s, d, every='9e')
    with learn.no_logging(), pytest.raises(Killed): learn.fine_tune(2, 0.02, cbs=InSecondFit(8), resume=True)
    kept,f = d/'models'/'model.before.pth',d/'models'/'model.pth'
    assert kept.exists() and kept.read_bytes() != f.read_bytes()
    assert not differences(want, outcome(run(s, d, every='9e'))) and not kept.exists()

def test_a_column_that_is_none_is_named_before_training():
    with pytest.raises(TypeError, match='`best` is the name of a column of the recorder, not 3'): CheckpointCallback(best=3)
    learn = make(setups['plain'], new(), best='acuracy')
    with pytest.raises(ValueError, match="there is no column 'acuracy' to find the best by, did you mean 'accuracy'"), learn.no_logging(): learn.fit(1, resume=True)
    assert learn.train_iter == 0
