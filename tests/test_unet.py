"A U-Net on bodies of any kind: sizes, copies, threads, compilation, files"
import copy, pickle
from threading import Thread

import pytest, torch
from torch import nn

pytest.importorskip('PIL')
from mylearner.layers import ConvLayer, NormType
from mylearner.models.xresnet import xresnet18
from mylearner.vision.learner import create_body
from mylearner.vision.models.unet import DynamicUnet, create_unet_model, find_skips, unet_split
from test_vision import optional

def body(): return nn.Sequential(ConvLayer(3, 8, stride=2), ConvLayer(8, 16, stride=2), ConvLayer(16, 24, stride=2))

class OwnBody(nn.Module):
    "No chain: parts are called in another order than they are made, and functions shrink as well"
    def __init__(self):
        super().__init__()
        self.last, self.stages, self.first = nn.Conv2d(16, 24, 3, padding=1), nn.ModuleDict(dict(a=nn.Conv2d(8, 16, 3, 2, 1))), nn.Conv2d(3, 8, 3, padding=1)
    def forward(self, x):
        x = self.first(x).relu()
        return self.last(nn.functional.max_pool2d(self.stages['a'](x), 2))

# N-294
def test_skips_of_a_body_that_is_no_chain():
    skips, nf = find_skips(OwnBody())
    assert skips == [('first', 8, (128, 128)), ('stages.a', 16, (64, 64))] and nf == 24
    unet = DynamicUnet(OwnBody(), 2)
    for size in ((32, 32), (17, 40), (9, 9)): assert unet(torch.rand(2, 3, *size)).shape == (2, 2, *size)

def test_trying_changes_nothing(): # N-294
    torch.manual_seed(0)
    b = body()
    b[1].eval()
    before, modes, rng = copy.deepcopy(b.state_dict()), [m.training for m in b.modules()], torch.get_rng_state()
    find_skips(b)
    assert all(torch.equal(v, before[k]) for k, v in b.state_dict().items())
    assert modes == [m.training for m in b.modules()] and torch.equal(rng, torch.get_rng_state())
    assert not any(m._forward_hooks for m in b.modules())

@pytest.mark.parametrize('kw', [dict(blur=True), dict(blur=True, blur_final=False), dict(self_attention=True), dict(last_cross=False), dict(bottle=True), dict(y_range=(-1, 1)),
                                dict(norm_type=NormType.Batch), dict(norm_type=NormType.Weight), dict(act_cls=nn.SiLU), dict(init=None), dict(img_size=(40, 96)), dict(n_in=1), dict(n_in=5)])
def test_arguments(kw): # N-294
    unet = create_unet_model(xresnet18, 4, pretrained=False, **kw)
    out = unet(torch.rand(2, kw.get('n_in', 3), 45, 64))
    assert out.shape == (2, 4, 45, 64) and out.isfinite().all()
    if 'y_range' in kw: assert out.abs().max() <= 1
    assert sum(len(o) for o in unet_split(unet)) == len(list(unet.parameters()))
    out.sum().backward()
    assert all(p.grad is not None for p in unet.parameters())

def test_threads_do_not_mix(): # N-294
    unet, xs = DynamicUnet(body(), 2).eval(), torch.rand(8, 1, 3, 32, 32)
    with torch.no_grad(): alone, found = [unet(x) for x in xs], [None]*8
    def ask(i):
        with torch.no_grad():
            for _ in range(5): found[i] = unet(xs[i])
    threads = [Thread(target=ask, args=[i]) for i in range(8)]
    for t in threads: t.start()
    for t in threads: t.join()
    for a, b in zip(alone, found): torch.testing.assert_close(a, b)

def test_nothing_stays_behind(): # N-294
    unet = DynamicUnet(body(), 2)
    with pytest.raises(RuntimeError): unet(torch.rand(1, 4, 32, 32))
    unet[0](torch.rand(1, 3, 32, 32))
    assert [t.outs for t in unet.taps] == [{}, {}]

@pytest.mark.parametrize('twin', [copy.deepcopy, lambda o: pickle.loads(pickle.dumps(o)), lambda o: copy.deepcopy(copy.deepcopy(o))])
def test_copies(twin): # N-294
    torch.manual_seed(0)
    unet, x = DynamicUnet(body(), 2).eval(), torch.rand(1, 3, 32, 32)
    other = twin(unet)
    assert torch.equal(other(x), unet(x))
    with torch.no_grad():
        for p in other[0].parameters(): p.zero_()
    assert not torch.equal(other(x), unet(x))
    assert [len(m._forward_hooks) for m in other[0]] == [1, 1, 0]

def test_compiled_without_a_break(): # N-294
    unet, x = DynamicUnet(body(), 2).eval(), torch.rand(1, 3, 32, 48)
    with torch.no_grad(): torch.testing.assert_close(torch.compile(unet, backend='eager', fullgraph=True)(x), unet(x))

@pytest.mark.parametrize('bad, match', [
    (nn.Sequential(body(), nn.AdaptiveAvgPool2d(1), nn.Flatten()), 'no features on a grid'),
    (nn.Sequential(nn.Conv2d(3, 8, 3, padding=1)), 'does not shrink its grid in steps')])
def test_bodies_that_do_not_fit(bad, match):
    with pytest.raises(ValueError, match=match): DynamicUnet(bad, 2)

# N-294
@pytest.mark.parametrize('arch', ['resnet18', 'densenet121', 'squeezenet1_1', 'mobilenet_v3_small', 'vgg11_bn', 'regnet_y_400mf', 'efficientnet_b0'])
def test_bodies_of_torchvision(arch):
    unet = DynamicUnet(create_body(getattr(optional('torchvision').models, arch)(weights=None)), 2).eval()
    with torch.no_grad(): assert unet(torch.rand(1, 3, 50, 70)).shape == (1, 2, 50, 70)
    assert len(unet.skips) >= 3
