"Steps by a graph give what plain steps give: models, precisions, optimizers and callbacks; without a GPU a tape is in the graph's place"
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest, torch
from torch import nn

sys.path.insert(0, str(Path(__file__).resolve().parent.parent/'benchmarks'))
import graph as bench
from mylearner.all import *

# On a GPU a recorded step may use another kernel for the same product, and cuDNN's are not equal from run to run
dev = torch.device('cuda', 0) if torch.cuda.is_available() else torch.device('cpu')
backend,rounding = (None,dict(rtol=2e-2, atol=2e-3)) if dev.type == 'cuda' else (Tape,dict(rtol=0, atol=0))
cases = {name: (kind, fit, kw) for name,kind,fit,kw in bench.cases(dev)}

def trained(kind, fit, graph, **kw):
    learn = bench.learner(kind, dev, **kw)
    if graph: learn.graph(backend=backend)
    torch.manual_seed(1)
    with learn.no_logging(), learn.no_bar(): fit(learn)
    return learn

@pytest.mark.parametrize('name', cases)
def test_equal(name):
    kind,fit,kw = cases[name]
    plain,graph = (trained(kind, fit, o, **kw) for o in (False,True))
    exact = 'cycle' not in name # momentum in memory: the same arithmetic in another order
    tol = rounding if exact or dev.type == 'cuda' else dict(rtol=1e-4, atol=1e-5)
    for p,q in zip(plain.model.state_dict().values(), graph.model.state_dict().values()): torch.testing.assert_close(q, p, **tol)
    torch.testing.assert_close(torch.stack(list(graph.recorder.losses)), torch.stack(list(plain.recorder.losses)), **tol)
    assert graph.graph_report.repeated >= 10 and plain.graph_report is None

def test_steps_in_between_are_counted():
    "Momentum in memory needs the number of steps; those of smaller batches are made plainly"
    plain,graph = (trained('mlp', lambda l: l.fit_one_cycle(4, 2**-8), o, bs=48) for o in (False,True))
    for p,q in zip(plain.model.parameters(), graph.model.parameters()): torch.testing.assert_close(q, p, rtol=1e-4, atol=1e-6)
    assert graph.graph_report.plain['to warm up'] > 6

def test_a_loss_sent_ahead_is_let_go():
    "On a GPU the guard holds the loss that it has sent to the host"
    class Sent(Callback):
        def before_backward(self):
            if dev.type == 'cpu': self.learn._feed.sent = SimpleNamespace(of=self.learn.loss) # on a GPU the guard itself has sent it
        graph_safe = True
    learn = trained('mlp', lambda l: l.fit(4), True, cbs=Sent)
    assert learn.graph_report.repeated
    assert 'still held' not in str(learn.graph_report)

def test_freezing_records_anew():
    splitter = lambda m: [list(m[:3].parameters()), list(m[3:].parameters())]
    def fit(l):
        l.freeze()
        l.fit(2)
        l.unfreeze()
        l.fit(2)
    plain,graph = (trained('mlp', fit, o, splitter=splitter) for o in (False,True))
    for p,q in zip(plain.model.parameters(), graph.model.parameters()): assert torch.equal(p, q)
    assert graph.graph_report.recorded >= 3

def test_a_hook_keeps_the_graph_away():
    seen = []
    learn = bench.learner('mlp', dev).graph(backend=backend)
    learn.model[0].register_forward_hook(lambda *_: seen.append(1))
    with learn.no_logging(): learn.fit(2)
    assert learn.graph_report.repeated == 0 and "layer '0' (Linear) has a hook" in str(learn.graph_report) and len(seen) == 14

def test_reading_in_the_model_keeps_the_graph_away():
    class Reads(nn.Linear):
        def forward(self, x): return super().forward(x)*(2. if x.sum().item() > 0 else 1.)
    learn = bench.learner('mlp', dev).graph(backend=backend)
    learn.model[0] = Reads(64, 128)
    with learn.no_logging(): learn.fit(2)
    assert learn.graph_report.repeated == 0 and 'a tensor is read in Python' in str(learn.graph_report)

@pytest.mark.parametrize('ignore', [False, True])
@pytest.mark.parametrize('way', ['fit', 'fit_one_cycle'])
def test_not_finite(way, ignore):
    "The weights are those from before the batch; a batch whose targets are all ignored is no fault"
    kept = []
    class Spoil(Callback):
        def before_batch(self):
            if not self.learn.training: return
            if self.learn.train_iter == 77 and not ignore: self.learn.xb = (self.learn.xb[0]/0,)
            if self.learn.train_iter == 60 and ignore: self.learn.yb = (torch.full_like(self.learn.y, -100),)
            if self.learn.train_iter == 77: kept[:] = [p.detach().clone() for p in self.learn.model.parameters()]
    learn = bench.learner('cnn', dev, bs=16, cbs=Spoil).graph(backend=backend)
    with learn.no_logging(), learn.no_bar():
        if ignore: getattr(learn, way)(9)
        else:
            with pytest.raises(NonFiniteError, match='epoch 7, batch 7'): getattr(learn, way)(9)
            for p,k in zip(learn.model.parameters(), kept): assert torch.equal(p, k)
            assert {int(s['step']) for s in learn.opt.state.values()} == {77} # steps that were not made are not counted
    assert all(b.isfinite().all() for b in learn.model.buffers()) and all(p.isfinite().all() for p in learn.model.parameters())
    if not ignore:
        with learn.no_logging(): learn.remove_cb(Spoil).fit(1) # and training can go on

def test_a_copy_has_no_graphs():
    import copy
    learn = trained('mlp', lambda l: l.fit(2), True)
    twin = copy.deepcopy(learn)
    assert twin.step_graph.report.recorded == 0 and twin.step_graph.learn is twin
    with twin.no_logging(): twin.fit(2)
    assert twin.graph_report.repeated > 0

def test_measured_ratios(tmp_path, monkeypatch):
    "What the benchmark writes is what the page on speed reads, and other libraries' figures stay"
    import json
    monkeypatch.setattr(torch.cuda, 'get_device_name', lambda: 'a card')
    old = json.loads((Path(bench.__file__).parent/'gpu_results.json').read_text())
    out = tmp_path/'r.json'
    out.write_text(json.dumps(old))
    bench.keep({'mlp': dict(eager=1e-3, by_hand=5e-5, graph=1e-4, one_cycle=2e-4)}, out)
    new = json.loads(out.read_text())
    assert new['rows']['mlp'] == dict(eager_ms=1., to_eager=dict(graph=0.1, one_cycle=0.2), to_by_hand=dict(graph=2., one_cycle=4.))
    assert new['others'] == old['others'] and {*new['rows']['mlp']} == {*old['rows']['mlp']} and new['about']['device'] == 'a card'
