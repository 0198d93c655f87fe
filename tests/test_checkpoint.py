"""Files that are damaged, of another kind, wrapped in unusual ways, or made to run code when they are read"""
import io, json, operator, os, pathlib, pickle, sys, zipfile

import pytest
import torch
import torch.nn.functional as F
import torch.nn.modules.module as nn_module
from torch import nn

import mylearner.checkpoint
from mylearner.callback.core import GatherPredsCallback
from mylearner.checkpoint import clean_state_dict, load_learner, load_model, save_model
from mylearner.learner import Learner
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
    'a class that is none of those needed': b'ctorch.optim.lr_scheduler\nLambdaLR\n.',
    'a name with a dot, which walks': b'\x80\x04\x8c\x13torch.nn.functional\x8c\x10relu.__globals__\x93.',
    'a module that nobody has imported yet': b'cthis\ns\n.',
}

@pytest.mark.parametrize('kind', back_doors)
def test_back_doors(digits, kind):
    with pytest.raises(ValueError, match='not known to be safe'): load_learner(forge(digits[1], back_doors[kind]))
    assert 'this' not in sys.modules and not pathlib.Path('was_here').exists()

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
