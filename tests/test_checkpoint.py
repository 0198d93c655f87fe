"""Files that are damaged, of another kind, wrapped in unusual ways, or made to run code when they are read"""
import importlib, inspect, io, json, operator, os, pathlib, pickle, pkgutil, sys, types, zipfile
from functools import partial

import pytest
import safetensors.torch
import torch
import torch.nn.functional as F
import torch.nn.modules.module as nn_module
from torch import nn

import mylearner.callback.schedule as schedules
import mylearner.checkpoint
import mylearner.metrics as metrics
from mylearner.callback.core import GatherPredsCallback
from mylearner.callback.schedule import ParamScheduler, TorchScheduler
from mylearner.callback.tracker import SaveModelCallback
from mylearner.checkpoint import clean_state_dict, load_learner, load_model, save_model
from mylearner.data.core import Datasets, TfmdLists
from mylearner.data.transforms import AttrGetter, Categorize, ColReader, ColSplitter, ItemGetter
from mylearner.learner import Learner
from mylearner.losses import CrossEntropyLossFlat
from mylearner.test_utils import RegModel, digits_learner, show_install, synth_dbunch, synth_learner


# Weights

@pytest.fixture
def learn(tmp_path):
    learn = synth_learner(path=tmp_path, lr=0.1)
    with learn.no_logging(): learn.fit(1)
    return learn

def saved(o):
    torch.save(o, buf := io.BytesIO())
    return buf.getvalue()

def flipped(learn):
    "A file of weights with one wrong bit in a weight"
    whole = learn.save('tmp').read_bytes()
    data = bytearray(whole)
    data[whole.find(learn.a.detach().numpy().tobytes())] ^= 1
    return bytes(data)

def odd(make): return lambda learn: saved({k: make(v) for k,v in learn.model.state_dict().items()})

bad_weights = {
    'a wrong bit': (flipped, 'is damaged: the checksum of archive/data/'),
    'empty': (lambda learn: b'', 'is no file of weights, or it is damaged'),
    'text': (lambda learn: b'hello', 'is no file of weights, or it is damaged'),
    'half': (lambda learn: (b := learn.save('tmp').read_bytes())[:len(b)//2], 'is no file of weights, or it is damaged'),
    'cut at the end': (lambda learn: learn.save('tmp').read_bytes()[:-20], 'is no file of weights, or it is damaged'),
    'cut by one byte': (lambda learn: saved(learn.model.state_dict())[:-1], 'damaged'),
    'a whole model': (lambda learn: saved(learn.model), "save the model's `state_dict()` instead"),
    'a list': (lambda learn: saved([1,2]), 'the file holds no weights'),
    'numbers as keys': (lambda learn: saved({1: torch.ones(1)}), 'the file holds no weights'),
    'weights in an entry': (lambda learn: saved({'state_dict': learn.model.state_dict(), 'epoch': 3}), "the weights may be in its entry 'state_dict'"),
    'meta': (odd(lambda o: o.to('meta')), 'a is (1,) meta in the file, (1,) in the model'),
    'sparse': (odd(lambda o: o.to_sparse()), 'a is (1,) torch.sparse_coo in the file, (1,) in the model'),
    'complex': (odd(lambda o: o + 1j), 'a is (1,) complex in the file, (1,) in the model'),
    'no optimizer state': (lambda learn: saved({'model': learn.model.state_dict(), 'opt': None}), 'nothing was loaded'),
}

@pytest.mark.parametrize('kind', bad_weights)
def test_bad_weights(learn, kind): # T-23
    make,says = bad_weights[kind]
    as_it_was = str(learn.model.state_dict()),str(learn.opt.state_dict())
    (learn.path/'models').mkdir(exist_ok=True)
    (learn.path/'models/bad.pth').write_bytes(make(learn))
    with pytest.raises(ValueError) as e: learn.load('bad')
    assert says in str(e.value)
    assert (str(learn.model.state_dict()), str(learn.opt.state_dict())) == as_it_was


class Named(RegModel):
    "A model with a layer that happens to be called `module`"
    def __init__(self):
        super().__init__()
        self.module = nn.Linear(1, 1)

def test_layer_called_module(tmp_path):
    named = Learner(synth_dbunch(), Named(), F.mse_loss, path=tmp_path)
    named.load(named.save('named'), with_opt=False)
    assert list(clean_state_dict(named.model)) == ['a', 'b', 'module.weight', 'module.bias']
    only = nn.ModuleDict({'module': nn.Linear(1, 1)})
    save_model(tmp_path/'only.pth', only, None)
    load_model(tmp_path/'only.pth', only, None) # here `module.` is no wrapper's prefix

def test_weights_of_a_data_parallel(learn): # S-092
    prefixed = {f'module.{k}': v for k,v in learn.model.state_dict().items()}
    torch.save(prefixed, learn.path/'prefixed.pth')
    other = Learner(learn.dls, RegModel(), F.mse_loss).load((learn.path/'prefixed.pth').absolute(), with_opt=False)
    assert other.a.item() == learn.a.item()

def test_safetensors(learn): # N-075
    with pytest.warns(UserWarning, match='holds the weights alone'): f = learn.save('w.safetensors')
    assert f.name == 'w.safetensors' and sorted(safetensors.torch.load_file(f)) == ['a', 'b']
    other = synth_learner(path=learn.path).load('w.safetensors', with_opt=False)
    assert other.a == learn.a and other.b == learn.b
    with pytest.warns(UserWarning, match='weights only'): other.load('w.safetensors')
    flip = bytearray(f.read_bytes())
    flip[-1] ^= 1
    for data in (flip, f.read_bytes()[:-1], b'hello', b'', learn.save('w', with_opt=False).read_bytes()):
        f.write_bytes(data)
        with pytest.raises(ValueError, match='damaged'): other.load('w.safetensors')
    assert other.a == learn.a
    f.unlink()
    with pytest.raises(FileNotFoundError, match='there is no'): learn.load('w.safetensors')

def test_safetensors_of_unusual_models(tmp_path): # N-075
    tied = nn.Sequential(nn.Linear(2, 2), nn.Linear(2, 2), nn.BatchNorm1d(2))
    tied[1].weight = tied[0].weight
    tied[0].register_buffer('mask', torch.tensor([True, False]))
    tied[0].register_buffer('none', torch.empty(0))
    save_model(tmp_path/'t.safetensors', tied.to(torch.bfloat16), None)
    fresh = nn.Sequential(nn.Linear(2, 2), nn.Linear(2, 2), nn.BatchNorm1d(2)).to(torch.bfloat16)
    fresh[0].register_buffer('mask', torch.tensor([False, False]))
    fresh[0].register_buffer('none', torch.empty(0))
    load_model(tmp_path/'t.safetensors', fresh, None)
    assert all(a.equal(b) for a,b in zip(fresh.state_dict().values(), tied.state_dict().values()))
    class Extra(nn.Linear):
        def get_extra_state(self): return {'n': 1}
    with pytest.raises(ValueError, match='_extra_state of the model'): save_model(tmp_path/'e.safetensors', Extra(1, 1), None)
    assert not (tmp_path/'e.safetensors').exists()

def test_best_model_in_safetensors(tmp_path): # N-075
    learn = synth_learner(path=tmp_path, cbs=[SaveModelCallback(fname='best.safetensors'), SaveModelCallback(fname='each.safetensors', every_epoch=True)])
    with learn.no_logging(): learn.fit(2)
    assert sorted(o.name for o in (tmp_path/'models').iterdir()) == ['best.safetensors', 'each_0.safetensors', 'each_1.safetensors']
    for f in (tmp_path/'models').iterdir(): assert sorted(safetensors.torch.load_file(f)) == ['a', 'b']


# Exports

@pytest.fixture(scope='module')
def digits(tmp_path_factory):
    "A learner of digits, and its export"
    learn = digits_learner(nn.Sequential(nn.Flatten(), nn.Linear(64, 10)), path=tmp_path_factory.mktemp('digits'), lr=0.01)
    return learn,learn.export()

def forge(f, o):
    "An export whose objects are `o`, otherwise like `f`"
    with zipfile.ZipFile(f) as z: parts = {k: z.read(k) for k in z.namelist()}
    m = json.loads(parts['manifest.json']) | {'by_value': []}
    objects = o if isinstance(o, bytes) else pickle.dumps(o)
    evil = f.with_name('evil.pkl')
    with zipfile.ZipFile(evil, 'w') as z:
        for k,v in (parts | {'objects.pkl': objects, 'manifest.json': json.dumps(m)}).items(): z.writestr(k, v)
    return evil

class Call:
    "Pickles as a call"
    def __init__(self, f, *args): self.f,self.args = f,args
    def __reduce__(self): return self.f,self.args

back_doors = {
    'exec': Call(exec, "raise SystemExit('this ran')"),
    'walk by attrgetter': Call(operator.attrgetter, '__globals__'),
    'walk by getattr': Call(getattr, F.relu, '__globals__'),
    'a hook for every module': Call(nn_module.register_module_forward_hook, F.relu),
    'a function here that writes': Call(mylearner.checkpoint.whole_file, 'was_here'),
    'a function here that reports': Call(show_install),
    'a callback that writes': Call(GatherPredsCallback, False, False, 'preds'),
    'a class made on the spot': Call(type, 'X', (), {}),
    'a module made of code': Call(torch.fx.GraphModule, nn.Identity(), 'x'),
    'imported by a module of arithmetic': b'ctorch.nn.functional\nhandle_torch_function\n.',
    'a class that is none of those needed': b'ctorch.utils.data.datapipes.dataframe.dataframes\nDataFrameTracer\n.',
    'a function that reads a file': Call(torch.load, 'x'),
    'its loader, told to trust': Call(load_learner, 'x', None, None),
    'iterate over what computes': Call(list, TfmdLists([1, 2], str)),
    'a constructor that sets up': Call(Datasets, ['x'], [[str]]),
    'a tensor function from elsewhere': b"(Vfunction\nVtorch\nVload\ntQ.",
    'a tensor function in disguise': b"(Vfunction\nVtorch.Tensor\nV__reduce_ex__\ntQ.",
    'a name with a dot, which walks': b'\x80\x04\x8c\x13torch.nn.functional\x8c\x10relu.__globals__\x93.',
    'a module that nobody has imported yet': b'cthis\ns\n.',
}

@pytest.mark.parametrize('kind', back_doors)
def test_back_doors(digits, kind):
    with pytest.raises(ValueError, match='not known to be safe'): load_learner(forge(digits[1], back_doors[kind]))
    assert 'this' not in sys.modules and not pathlib.Path('was_here').exists()

def push(o): return pickle.dumps(o, 2)[2:-1]
def call(f, *args): return f + b'(' + b''.join(map(push, args)) + b'tR'
globals_of_relu = call(push(AttrGetter('__globals__')), F.relu)
filled = push(nn.Sequential()) + b'}' + push('append') + push(AttrGetter('upper')) + b'sb' # an instance with a method of its own

walks = {
    'an instance that reads attributes is called': globals_of_relu + b'.',
    'step by step': b'(' + push(ItemGetter('torch')) + b'l' + globals_of_relu + b'.',
    'a class is changed': b'ctorch.nn\nLinear\n}' + push('forward') + push(len.__name__) + b'sb.',
    'a function is changed': b'cmylearner.metrics\nmse\n}' + push('f') + push(1) + b'sb.',
    "an instance's own `append`": filled + push('x') + b'a.',
    "an instance's own `__setstate__`": push(nn.Sequential()) + b'}' + push('__setstate__') + push(1) + b'sb' + b'}b.',
    "an instance's own `__new__`": push(nn.Sequential()) + b')\x81.',
    'a base class that is none': b'ccopyreg\n_reconstructor\n(cdatetime\ndate\n' + push(nn.Sequential()) + b'NtR.',
    'the old way to call a class': b'(ctorch.nn\nLinear\no.',
}

@pytest.mark.parametrize('kind', walks)
def test_walks(digits, kind): # N-071
    with pytest.raises(ValueError, match='not known to be safe|damaged'): load_learner(forge(digits[1], b'\x80\x02' + walks[kind]))

def test_a_walk_while_predicting_ends_at_the_first_step(): # N-071
    for get in (AttrGetter('__globals__'), AttrGetter('upper')):
        with pytest.raises(TypeError, match='is code, not data'): get('text')
    with pytest.raises(TypeError, match='is code, not data'): AttrGetter('__globals__')(F.relu)
    Row = types.SimpleNamespace(_fields=('f',), f=F.relu)
    with pytest.raises(TypeError, match='is code, not data'): ColReader('f')(Row)

@pytest.mark.parametrize('o,allow', [
    (Call(pathlib.os.getcwd), ['pathlib']),  # it belongs to `os`
    (b'cpathlib\nos\n.', ['pathlib']),       # what a module imports is not its own
    (Call(os.getcwd), 'pos'),                # no part of a name
])
def test_allowed_is_not_more_than_allowed(digits, o, allow):
    with pytest.raises(ValueError, match='not known to be safe'): load_learner(forge(digits[1], o), allow=allow)

def test_allowed_by_full_name(digits):
    with pytest.raises(ValueError, match='not a learner'): load_learner(forge(digits[1], Call(os.getcwd)), allow=f'{os.name}.getcwd')
    with pytest.raises(ValueError, match='holds None, not a learner'): load_learner(forge(digits[1], {}))

def test_plain_loaders_need_no_permission(tmp_path):
    x = torch.randn(64, 4)
    dl = torch.utils.data.DataLoader(torch.utils.data.TensorDataset(x, x[:,:1]), 64)
    plain = Learner([dl]*2, nn.Linear(4, 1), F.mse_loss, path=tmp_path)
    assert load_learner(plain.export('plain.pkl')).model.weight.equal(plain.model.weight)

def test_damaged_exports(digits):
    "Cut anywhere, or with a wrong bit anywhere in the list of parts: an error, or the very same weights"
    learn,f = digits
    bad,whole = f.with_name('bad.pkl'),f.read_bytes()
    directory = whole.rfind(b'PK\x01\x02') # the last entry of the list of parts
    wrong_bits = [whole[:i] + bytes([whole[i]^64]) + whole[i+1:] for i in range(directory, len(whole))]
    refused = 0
    for data in (b'', b'hello', whole[:-10], whole[:len(whole)//2], *wrong_bits):
        bad.write_bytes(data)
        try: same = load_learner(bad)
        except ValueError as e:
            refused += 1
            assert 'damaged' in str(e) or 'is not a file that' in str(e)
        else: torch.testing.assert_close(same.model[1].weight, learn.model[1].weight, rtol=0, atol=0) # a bit that says nothing, as a date
    assert refused > 4
    with pytest.raises(FileNotFoundError): load_learner(f.with_name('nowhere.pkl'))


# What goes through without permission

def round_trip(tmp_path, **kwargs):
    "A learner with `kwargs`, after export and load"
    return load_learner(synth_learner(path=tmp_path, **kwargs).export())

def named(module, kind):
    M = importlib.import_module(module)
    return {k: o for k,o in vars(M).items() if k[0] != '_' and isinstance(o, kind)}

def through(objects):
    "What of `{name: object}` is not itself after a pass through an export's pickle"
    p = mylearner.checkpoint._pickler_class()(buf := io.BytesIO(), synth_learner())
    lost = []
    for k,o in objects.items():
        buf.seek(0); buf.truncate()
        p.clear_memo()
        p.dump(o)
        buf.seek(0)
        try: same = mylearner.checkpoint._Unpickler(buf, p.tensors, (), False).load() is o
        except mylearner.checkpoint._NotAllowed: same = False
        if not same: lost.append(k)
    return lost

functions = types.FunctionType,types.BuiltinFunctionType,types.MethodDescriptorType
not_of_tensors = {'boolean_dispatch', 'handle_torch_function', 'has_torch_function', 'has_torch_function_unary', 'has_torch_function_variadic',
    'assert_int_or_pair'}

def test_functions_of_torch(): # N-070
    of_nn = {k: o for k,o in named('torch.nn.functional', functions).items() if k not in not_of_tensors and o.__module__ != 'typing'}
    special = named('torch.special', functions)
    alike = {k: o for k,o in named('torch', functions).items() if hasattr(torch.ops.aten, k)
        and any(torch.Tag.pointwise in getattr(getattr(torch.ops.aten, k), v).tags for v in getattr(torch.ops.aten, k).overloads())}
    methods = {k: getattr(torch.Tensor, k) for k in alike if isinstance(getattr(torch.Tensor, k, None), types.MethodDescriptorType)}
    assert min(map(len, (of_nn, special, alike, methods))) > 40
    assert [through(o) for o in (of_nn, special, alike, methods)] == [[]]*4

def test_classes_of_torch(): # N-070
    for m,base in {'torch.nn': nn.Module, 'torch.optim': torch.optim.Optimizer, 'torch.optim.lr_scheduler': torch.optim.lr_scheduler.LRScheduler}.items():
        classes = {k: o for k,o in named(m, type).items() if issubclass(o, base)}
        assert len(classes) > 10 and through(classes) == []

modules = [o.name for o in pkgutil.walk_packages(mylearner.__path__, 'mylearner.') if o.name.split('.')[-1][0] != '_']
# Public names that a file may not use: they write, load, start or report something, or find an attribute by its name
closed_names = {'GatherPredsCallback', 'setup_distrib', 'teardown_distrib', 'show_install', 'nvidia_smi', 'nvidia_mem', 'get_env', 'try_import',
    'replacing_yield', 'attr_from', 'gather_attrs', 'gather_attr_names', 'need_extra'}

def test_names_of_ours(): # N-070 N-071
    "Every public class and function goes through, but for those above"
    n,lost,open_ = 0,[],[]
    for m in modules:
        for k in getattr(importlib.import_module(m), '__all__', ()):
            o = getattr(sys.modules[m], k)
            home = (getattr(o, '__module__', None) or '').removeprefix('mylearner.')
            if not isinstance(o, (type, types.FunctionType)) or home == getattr(o, '__module__', None) or f'mylearner.{home}' not in modules: continue
            if getattr(sys.modules[f'mylearner.{home}'], o.__name__, None) is not o: continue # made there by a factory, under another name
            may_not = o.__name__ in closed_names or home == 'checkpoint'
            n += 1
            (open_ if may_not else lost).extend([f'{home}.{k}'] if bool(through({k: o})) != may_not else [])
    assert n > 500 and (set(lost), set(open_)) == (set(), set())

def test_every_metric(tmp_path): # N-070
    n = 0
    for k in metrics.__all__:
        o = getattr(metrics, k)
        needs = [p for p in inspect.signature(o).parameters.values() if p.default is p.empty and p.kind == p.POSITIONAL_OR_KEYWORD]
        if k in ('skm_to_fastai', 'optim_metric', 'as_metric', 'AccumMetric', 'LossMetric', 'LossMetrics', 'TorchMetric', 'ActivationType'): continue # of a function
        if isinstance(o, type) or k[0].isupper(): o = o(*[1.]*len(needs))
        assert [m.name for m in round_trip(tmp_path, metrics=o).metrics] == [m.name for m in synth_learner(metrics=o).metrics]
        n += 1
    assert n > 30

@pytest.mark.parametrize('part', [nn.TransformerEncoderLayer(4, 2, activation='gelu', batch_first=True), nn.TransformerEncoderLayer(4, 2, activation=F.silu)])
def test_models_that_hold_functions(tmp_path, part): # N-070
    model = nn.Sequential(nn.Linear(1, 4), nn.Unflatten(1, (1, 4)), part, nn.Flatten(), nn.Linear(4, 1))
    learn = Learner(synth_dbunch(), model, F.mse_loss, path=tmp_path)
    x = learn.dls.one_batch()[0][0]
    torch.testing.assert_close(load_learner(learn.export()).predict(x)[2], learn.predict(x)[2])

def test_schedules(tmp_path): # N-070
    makes = [getattr(schedules, k) for k in ('SchedLin', 'SchedCos', 'SchedNo', 'SchedExp')]
    scheds = [f(0.1, 0.2) for f in makes] + [schedules.SchedPoly(0.1, 0.2, 2), schedules.SchedCos([0.1], [0.2]), schedules.combined_cos(0.3, 0.1, 0.2, 0.1)]
    for s in scheds:
        loaded = round_trip(tmp_path, cbs=ParamScheduler({'lr': s})).cbs[-1]
        assert loaded.scheds['lr'](0.4) == s(0.4)

def test_a_scheduler_leaves_the_optimizer_behind(tmp_path): # N-072
    sched = partial(torch.optim.lr_scheduler.OneCycleLR, max_lr=0.1, total_steps=100)
    learn = synth_learner(path=tmp_path, opt_func=partial(torch.optim.Adam), cbs=TorchScheduler(sched, step='batch'))
    before = learn.export('before.pkl').stat().st_size
    with learn.no_logging(): learn.fit(1)
    loaded = load_learner(learn.export('after.pkl'))
    assert loaded.torch_scheduler.sched is None and learn.torch_scheduler.sched is not None
    assert loaded.torch_scheduler.given.func is sched.func
    assert (tmp_path/'after.pkl').stat().st_size < before + 1000

def test_all_names_at_once(tmp_path, monkeypatch): # N-073
    module = types.ModuleType('theirs')
    exec("from torch import nn\nclass Net(nn.Linear): pass\ndef score(p, t): return (p-t).mean()", module.__dict__)
    monkeypatch.setitem(sys.modules, 'theirs', module)
    f = Learner(synth_dbunch(), module.Net(1, 1), F.mse_loss, path=tmp_path, metrics=module.score).export()
    with pytest.raises(ValueError) as e: load_learner(f)
    assert '`theirs.Net`' in str(e.value) and '`theirs.score`' in str(e.value)
    assert isinstance(load_learner(f, allow=['theirs.Net', 'theirs.score']).model, module.Net)
    assert load_learner(f, allow='theirs').metrics[0].func is module.score

def test_a_data_frame_stays_behind(tmp_path): # N-072
    pd = pytest.importorskip('pandas')
    df = pd.DataFrame({'a': torch.arange(40.).numpy(), 'name': [f'secret{i}' for i in range(40)], 'y': list('uv')*20, 'is_valid': [i%5 == 0 for i in range(40)]})
    dls = Datasets(df, [[ColReader('a')], [ColReader('y'), Categorize()]], splits=ColSplitter()(df)).dataloaders(bs=8)
    learn = Learner(dls, nn.Sequential(nn.Unflatten(0, (-1, 1)), nn.Linear(1, 2)), CrossEntropyLossFlat(), path=tmp_path)
    f = learn.export()
    with zipfile.ZipFile(f) as z: manifest,objects = json.loads(z.read('manifest.json')),z.read('objects.pkl')
    assert [o for o in manifest['code'] if o.startswith('pandas')] == ['pandas.Series'] and b'secret' not in objects
    row = df.iloc[3]
    assert load_learner(f).predict(row)[0] == learn.predict(row)[0]

# N-255
@pytest.mark.parametrize('kind', [ValueError, RuntimeError])
def test_weights_of_another_model_raise_what_scripts_catch(kind, tmp_path):
    save_model(tmp_path/'a.pth', nn.Linear(2, 1), None)
    with pytest.raises(kind, match='does not fit the model'): load_model(tmp_path/'a.pth', nn.Linear(3, 1), None, with_opt=False)
