"""What no CPU shows; and, without a GPU, that the cells which need one use names that exist"""
import ast, builtins, copy, importlib, json, pathlib

import pytest
import torch
from fastcore.test import test_eq as same
from torch import nn
from torch.utils.data import TensorDataset

from mylearner.callback.compile import TorchCompile
from mylearner.callback.core import Callback
from mylearner.checkpoint import load_learner
from mylearner.data.core import DataLoaders
from mylearner.data.load import DataLoader
from mylearner.learner import Learner

from mylearner.metrics import F1Score
from mylearner.test_utils import digits_learner

gpu = pytest.mark.skipif(not torch.cuda.is_available(), reason='there is no GPU')
pages = pathlib.Path(__file__).parents[1]/'nbs'

def net(): return nn.Sequential(nn.Conv2d(1, 8, 3, stride=2), nn.BatchNorm2d(8), nn.ReLU(), nn.Flatten(), nn.Linear(72, 10))

def on_gpu(**kw):
    learn = digits_learner(net(), lr=0.01, **kw)
    learn.dls = DataLoaders(*learn.dls, device='cuda')
    return learn


# Half precision

@pytest.mark.parametrize('flat', [False, True])
def test_batch_norm_stays_in_32_bits(flat): # N-082
    "After a step too: on a GPU its means must have the type of its weights"
    learn = digits_learner(net(), lr=0.01).to_non_native_fp16(dynamic=False, flat_master=flat)
    bn,seen = learn.model[1],set()
    bn.register_forward_hook(lambda m, xs, out: seen.add((m.weight.dtype, m.running_mean.dtype, learn.model[0].weight.dtype)))
    before = bn.weight.detach().clone()
    with learn.no_logging(): learn.fit(1)
    assert seen == {(torch.float32, torch.float32, torch.float16)}
    assert not torch.equal(bn.weight.cpu(), before.cpu()) and all(torch.isfinite(p).all() for p in learn.model.parameters())

@gpu
def test_half_precision_on_a_gpu():
    learn = on_gpu().to_non_native_fp16()
    with learn.no_logging(): learn.fit(2)
    assert all(torch.isfinite(p).all() for p in learn.model.parameters())


# Comparing

def test_eq_of_tensors_that_numpy_lacks():
    a = torch.tensor([1., 2.], dtype=torch.bfloat16)
    same(a, a.clone())
    with pytest.raises(AssertionError): same(a, a + 1)

@gpu
def test_eq_on_a_gpu():
    a = torch.tensor([1., 2.], device='cuda', requires_grad=True)
    for b in (a.clone(), a.cpu(), [1., 2.]): same(a, b)
    with pytest.raises(AssertionError): same(a, a + 1)


# Compiled

@gpu
def test_a_callback_that_keeps_predictions(): # N-080
    class Keep(Callback):
        def before_fit(self): self.kept = []
        def after_pred(self): self.kept.append(self.pred)
    learn = on_gpu(cbs=Keep()).compile(mode='reduce-overhead')
    with learn.no_logging(): learn.fit(2)
    assert torch.cat([o.detach() for o in learn.keep.kept]).isfinite().all()
    assert learn.cbs[-1].report.failed is None or isinstance(learn.cbs[-1], TorchCompile)


# Fits, files and metrics

@gpu
@pytest.mark.parametrize('opt', [torch.optim.Adagrad, torch.optim.AdamW, torch.optim.SGD])
def test_fit_on_a_gpu(opt, tmp_path):
    learn = on_gpu(opt_func=opt, metrics=F1Score(average='macro'), path=tmp_path)
    with learn.no_logging(): learn.fit(2)
    assert next(learn.model.parameters()).is_cuda and 0 <= learn.recorder.record['f1_score'] <= 1
    preds = learn.get_preds()[0]
    same_learn = load_learner(learn.export())
    assert not next(same_learn.model.parameters()).is_cuda
    torch.testing.assert_close(same_learn.get_preds(dl=learn.dls.valid)[0].cpu(), preds.cpu(), rtol=1e-2, atol=1e-2)
    other = copy.deepcopy(learn).load(learn.save('w.safetensors', with_opt=False), with_opt=False)
    assert all(torch.equal(a.cpu(), b.cpu()) for a,b in zip(learn.model.parameters(), other.model.parameters()))


# Cells that run only where there is a GPU, or seldom

def source(c): return c['source'] if isinstance(c['source'], str) else ''.join(c['source'])

def page_names(cells):
    "Every name that the page's code defines or imports"
    names = set(dir(builtins)) | {'get_ipython', 'display'}
    for c in cells:
        try: tree = ast.parse(source(c))
        except SyntaxError: continue # a magic
        for n in ast.walk(tree):
            if isinstance(n, (ast.FunctionDef, ast.ClassDef)): names.add(n.name)
            elif isinstance(n, ast.Name) and not isinstance(n.ctx, ast.Load): names.add(n.id)
            elif isinstance(n, ast.arg): names.add(n.arg)
            elif isinstance(n, ast.ImportFrom) and n.names[0].name == '*':
                m = importlib.import_module(n.module)
                names |= set(getattr(m, '__all__', None) or vars(m))
            elif isinstance(n, (ast.Import, ast.ImportFrom)): names |= {(o.asname or o.name).split('.')[0] for o in n.names}
    return names

@pytest.mark.parametrize('page', sorted(str(f.relative_to(pages)) for f in pages.rglob('*.ipynb') if '"#| cuda' in f.read_text() or '"#| slow' in f.read_text()))
def test_names_in_cells_that_seldom_run(page): # N-083
    "Only names that the page has by then: a cell is checked against those before it"
    cells = [c for c in json.loads((pages/page).read_text())['cells'] if c['cell_type'] == 'code']
    for i,c in enumerate(cells):
        if not source(c).startswith(('#| cuda', '#| slow')): continue
        used = {n.id for n in ast.walk(ast.parse(source(c))) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)}
        assert used - page_names(cells[:i+1]) == set()

def test_lessons_run_on_the_cpu(monkeypatch): # N-084
    from mylearner.torch_core import default_device, defaults
    monkeypatch.delattr(defaults, 'use_cuda', raising=False)
    monkeypatch.setattr(torch.cuda, 'is_available', lambda: True)
    monkeypatch.setattr(torch.cuda, 'current_device', lambda: 0)
    monkeypatch.setenv('IN_TEST', '1')
    assert default_device().type == 'cpu'
    assert default_device(None).type == 'cuda' and default_device().type == 'cuda' # told otherwise
    monkeypatch.delattr(defaults, 'use_cuda')
    monkeypatch.delenv('IN_TEST')
    assert default_device().type == 'cuda'


# Feeding

@gpu
@pytest.mark.parametrize('kw', [dict(resident=False), dict(resident=False, prefetch=2), dict(resident=False, num_workers=2)])
@pytest.mark.parametrize('graph', [False, True])
def test_batches_copied_while_the_gpu_computes(kw, graph): # N-268
    "The weights of fits whose batches were copied one after the other"
    g = torch.Generator().manual_seed(0)
    x,y = torch.randn(20_000, 784, generator=g),torch.randint(10, (20_000,), generator=g)
    def weights(**kw):
        torch.manual_seed(0)
        dls = DataLoaders(DataLoader(TensorDataset(x, y), bs=256, shuffle=True, drop_last=True, **kw), device='cuda')
        learn = Learner(dls, nn.Sequential(nn.Linear(784, 256), nn.ReLU(), nn.Dropout(0.1), nn.Linear(256, 10)), nn.CrossEntropyLoss(), lr=2**-8, graph=graph)
        with learn.no_logging(): learn.fit(3)
        return [o.cpu() for o in learn.model.parameters()]
    for a,b in zip(weights(pin_memory=True, **kw), weights(resident=True), strict=True): torch.testing.assert_close(a, b)
