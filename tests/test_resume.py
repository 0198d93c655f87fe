"Nothing is lost: the short version of `tests/faults.py`, and what a resumed fit refuses and reports"
import json, os, random, re, warnings
from pathlib import Path

import pytest
import torch
from torch.utils.data import Sampler

import faults
from faults import folder_of, list_checkpoints, new
from resume_setups import *
from mylearner.checkpoint_files import CheckpointError, read_checkpoint, read_manifest, write_checkpoint
from mylearner.learner_state import load_learner_state, learner_state

workers = [k for k in setups if 'workers' in k or 'persistent' in k]
seed = int(os.environ.get('FAULTS_SEED', 0))

pytestmark = pytest.mark.usefixtures('quiet')

# N-115 N-116: stopped after every batch; other set-ups at some of them
@pytest.mark.parametrize('name,n', [('one_cycle', 100), ('two_fits', 8), *((k, 2) for k in setups if k not in workers and k not in ('one_cycle', 'two_fits')),
    *((k, 1) for k in workers)])
def test_stop_and_go_on(name, n):
    tried,bad = faults.stop_everywhere(n, random.Random(f'{seed} {name}'), [name])
    assert not bad and tried, '\n'.join(bad)

# N-117…N-122 N-270
@pytest.mark.parametrize('kind', [k for k in faults.kinds if k != 'stopped after a batch, went on'])
def test_fault(kind):
    f,n,_ = faults.kinds[kind]
    tried,bad = f(n, random.Random(f'{seed} {kind}'))
    assert not bad and tried >= min(n, 1), f'seed {seed}\n' + '\n'.join(bad)

class Keeps(Callback):
    "A callback with a leak"
    state_names,run_valid = ('kept',),False
    def __init__(self, keep): self.keep,self.kept = keep,[]
    def after_batch(self): self.kept.append(self.keep(self.learn))

# N-271
@pytest.mark.parametrize('keep,said', [(lambda learn: learn.loss.detach(), 'tensors'), (lambda learn: learn.iter*1.1, 'files')])
def test_what_piles_up_is_seen(keep, said):
    tried,bad = faults.no_growth(600, random.Random(0), cbs=[Keeps(keep)])
    assert f'more {said},' in '\n'.join(bad), bad

# --- what is refused, what is reported

def stopped(folder, s='one_cycle', k=3, **kw):
    run(setups[s], folder, stop=k, **kw)
    return folder

# N-123
def test_settings_that_changed_are_named():
    d = stopped(new())
    learn = make(setups['one_cycle'], d)
    was = {k: v.clone() for k,v in learn.model.state_dict().items()}
    with pytest.raises(CheckpointError, match=r"fit\.lr was 0\.05, is 0\.1"), learn.no_logging(): learn.fit_one_cycle(3, 0.1, resume=True)
    with pytest.raises(CheckpointError, match=r"fit\.n_epoch was 3, is 5"), learn.no_logging(): learn.fit_one_cycle(5, 0.05, resume=True)
    with pytest.raises(CheckpointError, match=r"pct_start"), learn.no_logging(): learn.fit_one_cycle(3, 0.05, pct_start=0.5, resume=True)
    assert all(torch.equal(v, learn.model.state_dict()[k]) for k,v in was.items())
    assert not (folder_of(d)/'lock.json').exists()

@pytest.mark.parametrize('change,said', [(dict(data=lambda: ours(bs=5)), 'bs was 6, is 5'), (dict(loss=nn.CrossEntropyLoss), 'learner.loss_func'),
    (dict(opt=torch.optim.AdamW), 'learner.opt_func'), (dict(cbs=lambda: [GradientClip(2.)]), 'callbacks.gradient_clip.max_norm was 1.0, is 2.0')])
def test_other_settings(change, said):
    s = setups['one_cycle'] | dict(cbs=lambda: [GradientClip(1.)])
    d = new()
    run(s, d, stop=3)
    with pytest.raises(CheckpointError, match=re.escape(said)): run(s | change, d)

def test_another_model_is_refused_and_untouched():
    d = stopped(new())
    learn = make(setups['one_cycle'] | dict(norm=False), d)
    was = learn.model.head.weight.clone()
    with pytest.raises(CheckpointError, match="modules.model.body.1 was 'BatchNorm1d"), learn.no_logging(): learn.fit_one_cycle(3, 0.05, resume=True)
    assert torch.equal(was, learn.model.head.weight)

# N-124
def test_more_epochs_without_a_schedule():
    s,d = setups['plain'],new()
    run(s | dict(fit=lambda learn, **kw: learn.fit(2, 0.05, **kw)), d)
    got = run(s | dict(fit=lambda learn, **kw: learn.fit(4, 0.05, **kw)), d)
    want = run(s | dict(fit=lambda learn, **kw: learn.fit(4, 0.05, **kw)), new())
    assert not differences(outcome(want), outcome(got))

def test_more_epochs_make_later_fits_out_of_date():
    def script(n):
        def f(learn, **kw):
            learn.fit(n, 0.05, **kw)
            learn.fit(2, 0.02, **kw)
        return setups['plain'] | dict(fit=f)
    d = new()
    run(script(1), d)
    assert not differences(outcome(run(script(2), new())), outcome(run(script(2), d)))

# N-125
def test_a_finished_script_returns_at_once():
    s,d,n = setups['two_fits'],new(),[]
    first = run(s, d)
    want,want_after = outcome(first),first.after
    from mylearner.callback import checkpoint
    checkpoint._runs.clear()
    learn = make(s, d)
    learn.add_cb(Callback(before_batch=lambda self: n.append(1)))
    with learn.no_logging(): s['fit'](learn, resume=True)
    learn.remove_cb(learn.cbs[-1])
    learn.after = want_after
    assert not n and not differences(want, outcome(learn))

def test_what_stands_between_two_fits_finds_the_right_weights():
    d,seen = new(),[]
    def fit(learn, **kw):
        learn.fit(2, 0.05, **kw)
        seen.append(learn.model.head.weight.detach().clone())
        learn.fit(2, 0.05, **kw)
    s = setups['plain'] | dict(fit=fit)
    run(s, d, stop=18)
    run(s, d)
    assert torch.equal(*seen)

def test_two_learners_of_a_program():
    d,s = new(),setups['plain']
    run(s, d)
    learn = make(s, d) # no new process this time
    with pytest.raises(CheckpointError, match="by another learner of this program"), learn.no_logging(): learn.fit(3, 0.05, resume=True)

def test_another_learner_of_a_notebook_goes_on():
    "Cells are run again after an interrupt: a new learner in the same process"
    d,s = new(),setups['tune']
    run(s, d, stop=12) # in the second part
    learn = make(s, d)
    with learn.no_logging(): learn.fine_tune(2, 0.02, resume=True)
    assert learn.n_fits == 2

def test_no_resume_in_a_used_folder():
    d = stopped(new())
    learn = make(setups['one_cycle'], d)
    with pytest.raises(CheckpointError, match="earlier run"), learn.no_logging(): learn.fit(1)
    learn = make(setups['one_cycle'], d, overwrite=True)
    with learn.no_logging(): learn.fit(1)
    assert [o.name for o in list_checkpoints(folder_of(d))] == ['000002-fit1-epoch1-batch0']

def test_resume_makes_a_callback():
    d = new()
    learn = make(setups['plain'], d)
    learn.remove_cb(CheckpointCallback)
    with learn.no_logging(): learn.fit(2, resume=True)
    assert len(list_checkpoints(folder_of(d))) == 2 and 'checkpoint' not in vars(learn)

# N-126
def test_callbacks_come_and_go():
    s,d = setups['one_cycle'],new()
    run(s | dict(cbs=lambda: [GradientClip(5.)]), d, stop=3)
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter('always')
        learn = make(s, d)
        learn.add_cb(GradientAccumulation(6))
        with learn.no_logging(): learn.fit_one_cycle(3, 0.05, resume=True)
    told = ' '.join(str(o.message) for o in told)
    assert 'gradient_clip' in told and 'missing' in told and 'gradient_accumulation' in told and 'new' in told

def test_a_log_goes_on_in_its_file():
    def rows(d): return [o.rsplit(',', 1)[0] for o in (d/'history.csv').read_text().splitlines()]
    s,a,b = setups['one_cycle'] | dict(cbs=lambda: [CSVLogger()]),new(),new()
    run(s, a)
    run(s, b, stop=16, every='1e') # two rows, of which the second comes after a checkpoint that is lost
    import shutil
    for o in list_checkpoints(folder_of(b))[-1:]: shutil.rmtree(o)
    run(s, b)
    assert rows(a) == rows(b) and len(rows(a)) == 4

def test_state_that_cannot_be_kept():
    class Odd(Callback):
        state_names = ('net',)
        def __init__(self): self.net = object()
    learn = make(setups['plain'], new())
    learn.add_cb(Odd())
    with pytest.raises(TypeError, match="(?s)callback odd: net is a object.*in 'before_fit', epoch 0"), learn.no_logging(): learn.fit(1)

# N-127
def test_loading_is_all_or_nothing():
    "Each part of a state damaged in turn: everything is as it was before"
    s = setups['held']
    a,b = run(s, new()),run(s | dict(fit=lambda learn, **kw: learn.fit(1, 0.3, **kw)), new())
    model,training = learner_state(a)
    was = outcome(b)
    for damage in (lambda m, t: m.pop('head.weight'), lambda m, t: t['held'].pop('average.net'), lambda m, t: t['held']['learn.opt']['state'].pop('hypers'),
        lambda m, t: t['callbacks']['draws']['state'].update(odd=1), lambda m, t: t['extras'].update({('none', 'x'): 1}),
        lambda m, t: t['held']['average.opts.0']['state'].pop('param_groups'), lambda m, t: m.update({'head.weight': torch.ones(3,3)})):
        from copy import deepcopy
        m,t = deepcopy((model, training))
        damage(m, t)
        with pytest.raises(CheckpointError): load_learner_state(b, m, t)
        assert not differences(was, outcome(b))

# N-128
def test_versions():
    d = new()
    write_checkpoint(d/'000001-x', {}, {})
    import mylearner.checkpoint_files as files
    m = read_manifest(d/'000001-x') | dict(version=2)
    (d/'000001-x'/'manifest.json').write_bytes(files._rendered(m))
    with pytest.raises(CheckpointError, match="has format 2, this version of mylearner reads up to 1"): read_checkpoint(d/'000001-x')

def test_golden():
    "A checkpoint of format 1, written by the first version that had them, is gone on with"
    import shutil
    d,golden = new(),Path(__file__).parent/'golden'/'checkpoint_1'
    shutil.copytree(golden, folder_of(d))
    got,want = run(setups['one_cycle'], d),torch.load(golden/'final.pth')
    for k,v in got.model.state_dict().items(): torch.testing.assert_close(v, want[k]) # (other versions of torch may round otherwise)
    assert got.recorder.n_step == 12 and len(got.recorder.history) == 3

# N-129
def test_bounded():
    "Nothing grows with each step but one line of numbers; a checkpoint of many steps is small"
    d = new()
    learn = make(setups['plain'], d)
    with learn.no_logging(): learn.fit(60)
    first,last = (sum(f.stat().st_size for f in list_checkpoints(folder_of(p))[-1].iterdir()) for p in (stopped(new(), 'plain'), d))
    assert last - first < 240*3*8 + 60*400, (first, last)

# N-130
def test_best():
    d,vals = new(),[0.9, 0.2, 0.5, 0.1, 0.7]
    learn = make(setups['plain'] | dict(metrics=()), d, keep=1, best='quality', keep_best=2)
    from mylearner.metric import ValueMetric
    def quality(): return vals[learn.epoch]
    learn.metrics = [ValueMetric(quality)]
    learn.metrics[0].greater_is_better = True
    with learn.no_logging(): learn.fit(5)
    assert [v for v,_ in learn.checkpoint.ranking()] == [0.9, 0.7]
    assert [o['quality'] for o in json.loads((folder_of(d)/'best.json').read_text())] == [0.9, 0.7]
    assert [read_manifest(o)['place']['epoch'] for o in list_checkpoints(folder_of(d))] == [1, 5]

def test_wrong_arguments():
    for kw,said in ((dict(every='often'), "such as '1e'"), (dict(every='0b'), '0b'), (dict(every='1.5e'), '1.5e'), (dict(keep=0), '`keep`'), (dict(on_save_error='x'), "'warn'")):
        with pytest.raises(ValueError, match=re.escape(said)): CheckpointCallback(**kw)
    learn = make(setups['plain'], new(), best='acuracy')
    with pytest.raises(ValueError, match="did you mean"), learn.no_logging(): learn.fit(1)

def test_a_process_that_trains_on_its_own_is_refused(monkeypatch):
    "One of several processes would write over the others' checkpoints"
    from mylearner.callback import checkpoint
    monkeypatch.setattr(checkpoint, 'num_distrib', lambda: 2)
    learn = make(setups['plain'], new())
    with pytest.raises(CheckpointError, match="one of 2, and trains on its own: .*distrib_ctx"), learn.no_logging(): learn.fit(1)

def test_nothing_per_batch_without_it():
    learn = make(setups['plain'], new())
    learn.remove_cb(CheckpointCallback)
    with learn.no_logging(): learn.fit(1)
    assert learn.going_on is None and learn.n_fits == 1 and not folder_of(learn.path).exists()

# --- what users hold

class Jitter:
    "A transform with a generator of its own"
    def __init__(self): self.rng = np.random.default_rng(3)
    def __call__(self, x): return x + float(self.rng.random())*0.1

class Jittered(Dataset):
    def __init__(self): self.tfms = [Jitter()]
    def __len__(self): return len(X)
    def __getitem__(self, i): return self.tfms[0](X[i]), Y[i]

class ByEpoch(Sampler):
    "Takes its order from the number of the pass"
    epoch = 0
    def __len__(self): return len(X)
    def __iter__(self):
        self.epoch = self.epoch + 1
        return iter(torch.randperm(len(X), generator=torch.Generator().manual_seed(self.epoch)).tolist())

class Nets(Callback):
    "Modules that can be iterated over, in containers within containers"
    order = 70
    def __init__(self): self.nets,self.deep = nn.Sequential(nn.Linear(2,2)),{'a': [nn.ParameterList([nn.Parameter(torch.zeros(2))])]}
    @torch.no_grad()
    def after_batch(self):
        if self.learn.training: self.nets[0].weight.add_(1); self.deep['a'][0][0].add_(1)
    def numbers(self): return [self.nets[0].weight.clone(), self.deep['a'][0][0].clone()]

class Counting(nn.Module):
    "A loss with a weight, a count, and a buffer that is not saved"
    def __init__(self):
        super().__init__()
        self.w,self.n = nn.Parameter(torch.ones(2)),0
        self.register_buffer('seen', torch.zeros(()), persistent=False)
    def forward(self, pred, y):
        if torch.is_grad_enabled(): self.n += 1; self.seen += pred.detach().mean()
        return F.cross_entropy(pred*self.w, y)*(1 + 0.01*self.n) + 0.1*self.seen

class Plain:
    "The same idea, not a module"
    def __init__(self): self.n = 0
    def __call__(self, pred, y):
        if torch.is_grad_enabled(): self.n += 1
        return F.cross_entropy(pred, y)*(1 + 0.01*self.n)

def valid(): return DataLoader(TensorDataset(X[:9], Y[:9]), bs=4)
held = dict(transform=setup(data=partial(ours, Jittered())), subset=setup(data=lambda: torchs(torch.utils.data.Subset(Jittered(), range(15)))),
    collate=setup(data=lambda: torchs(collate_fn=lambda b, f=Jitter(): [f(torch.stack([o for o,_ in b])), torch.stack([o for _,o in b])])),
    sampler=setup(data=lambda: torchs(sampler=ByEpoch())), sampler_ours=setup(data=lambda: [DataLoader(TensorDataset(X, Y), bs=6, sampler=ByEpoch()), valid()]),
    nets=setup(cbs=lambda: [Nets()]), loss=setup(loss=Counting), plain_loss=setup(loss=Plain), loss_accumulates=setup(loss=Counting, cbs=lambda: [GradientAccumulation(13)]),
    ema=setup(cbs=lambda: [EMA(0.9, use_buffers=True)]))
held['transform']['data'] = lambda: ours(Jittered())

# N-273 N-274 N-275
@pytest.mark.parametrize('name', list(held))
def test_what_users_hold(name):
    def numbers(learn): return {**outcome(learn), **dict(leaves([cb.numbers() for cb in learn.cbs if isinstance(cb, Nets)], 'nets'))}
    s = held[name]
    want = numbers(run(s, new()))
    for k in (3, 10):
        d = new()
        assert run(s, d, stop=k) is None
        assert not differences(want, numbers(run(s, d)))

# N-276
@pytest.mark.parametrize('stop', [2, 12, 18, None])
def test_two_fits_share_a_file_of_best_weights(stop):
    def fit(learn, **kw):
        for i in range(2): learn.fit(2, 0.05/(i+1), **kw)
    s,d = setup(fit, cbs=lambda: [SaveModelCallback()]),new()
    want = outcome(run(s, new()))
    run(s, d, stop=stop) # None: finished, and called again
    assert not [k for k in differences(want, outcome(run(s, d))) if stop or not k.startswith('.rng')]

def test_a_file_that_somebody_else_replaced_is_refused():
    s,d = setup(plain, cbs=lambda: [SaveModelCallback()]),new()
    run(s, d)
    torch.save(Net().state_dict(), Path(d)/'models'/'model.pth')
    with pytest.raises(ValueError, match='somebody has replaced it'): run(s, d)
