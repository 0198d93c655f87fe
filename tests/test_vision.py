"Pictures, masks and models for them, in combinations that the pages have no room for"
import io, subprocess, sys

import numpy as np
import pytest
import torch
from PIL import Image
from torch import nn

from mylearner.data.files import get_image_files
from mylearner.data.transforms import Normalize
from mylearner.layers import ConvLayer
from mylearner.learner import Learner, load_learner
from mylearner.losses import CombinedLoss, CrossEntropyLossFlat, mean_over
from mylearner.metrics import accuracy
from mylearner.typed import TensorImage, TensorMask
from mylearner.vision.augment import (Brightness, Contrast, CropPad, Flip, Geometric, Lighting, RandomResizedCrop, Resize, Rotate, Warp, Zoom,
    aug_transforms)
from mylearner.vision.core import PILImage, PILImageBW, PILMask, load_image, verify_images
from mylearner.vision.data import ImageDataLoaders, SegmentationDataLoaders
from mylearner.vision.learner import create_body, create_head, create_vision_model, resnet18, vision_learner


# Opening

def stored(im, fmt='PNG', **kwargs):
    f = io.BytesIO()
    im.save(f, fmt, **kwargs)
    return f.getvalue()

half = np.full((4, 6), 128)
@pytest.mark.parametrize('im', [Image.fromarray(half.astype(np.uint8)), Image.fromarray((half*257).astype(np.uint16)),
    Image.fromarray(half.astype(np.uint8)).convert('RGB'), Image.fromarray(half.astype(np.uint8)).convert('LA'),
    Image.fromarray(half.astype(np.uint8)).convert('RGBA'), Image.fromarray(half.astype(np.uint8)).convert('P')])
def test_a_grey_of_a_half_is_that_in_every_mode(im): # N-150
    for cls,want in ((PILImage, (128, 128, 128)), (PILImageBW, 128)):
        o = cls.create(stored(im))
        assert (o.size, o.getpixel((0, 0))) == ((6, 4), want)

@pytest.mark.parametrize('turn', range(1, 9))
def test_orientation(turn): # N-150
    im = Image.new('L', (40, 20))
    exif = im.getexif()
    exif[0x0112] = turn
    assert load_image(stored(im, 'JPEG', exif=exif)).size == ((40, 20) if turn < 5 else (20, 40))

def test_transparent_palette_and_cmyk(): # N-150
    p = Image.new('P', (3, 3), 0)
    p.putpalette([10, 20, 30, 200, 100, 50])
    assert PILImage.create(stored(p, transparency=0)).getpixel((1, 1)) == (255, 255, 255)
    assert PILImage.create(stored(Image.new('CMYK', (3, 3)), 'JPEG')).mode == 'RGB'

@pytest.mark.parametrize('o', [np.full((3, 4), 300), np.full((3, 4), -1), np.zeros(5), b'', b'GIF89a', torch.zeros(2, 3, 4, 5)])
def test_no_pictures(o): # N-152
    with pytest.raises(OSError, match='cannot read a picture from'): load_image(o)

def test_files_that_cannot_be_read(tmp_path): # N-152
    good = stored(Image.fromarray(np.random.default_rng(0).integers(0, 255, (60, 60, 3), dtype=np.uint8)), 'JPEG')
    for name,data in dict(a=good, b=good[:len(good)//2], c=b'', d=b'text').items(): (tmp_path/f'{name}.jpg').write_bytes(data)
    names = [*sorted(tmp_path.iterdir()), tmp_path/'none.jpg']
    assert [o.name for o in verify_images(names)] == ['b.jpg', 'c.jpg', 'd.jpg', 'none.jpg']
    with pytest.raises(FileNotFoundError, match='none.jpg'): PILImage.create(tmp_path/'none.jpg')

@pytest.mark.parametrize('mode', ['1', 'L', 'P', 'I;16', 'RGB'])
def test_masks_keep_their_numbers(mode): # N-151
    a = np.array([[0, 1], [1, 0]], dtype=np.uint8)
    im = dict(L=lambda: Image.fromarray(a), P=lambda: Image.fromarray(a).convert('P'), RGB=lambda: Image.fromarray(np.stack([a]*3, -1)))
    im = Image.fromarray(a.astype(bool)) if mode == '1' else Image.fromarray(a.astype(np.uint16)) if mode == 'I;16' else im[mode]()
    assert np.asarray(PILMask.create(stored(im))).tolist() == a.tolist()


# Resizing and augmenting

@pytest.mark.parametrize('tfm', [Resize((20, 30)), Resize((20, 30), 'squish'), Resize((20, 30), 'pad'), Resize((20, 30), 'pad', 'zeros'),
    RandomResizedCrop((20, 30)), CropPad((20, 30)), CropPad((20, 30), 'reflection')])
@pytest.mark.parametrize('size', [(7, 90), (90, 7), (30, 20), (64, 48), (1, 1)])
@pytest.mark.parametrize('split_idx', [0, 1])
def test_every_size_becomes_the_wanted_one(tfm, size, split_idx): # N-153
    g = np.random.default_rng(0)
    mask = PILMask(Image.fromarray(g.integers(0, 3, size[::-1], dtype=np.uint8)))
    same = PILMask(mask.copy())
    im,m,k = tfm((PILImage(Image.new('RGB', size)), mask, same), split_idx=split_idx)
    assert im.size == m.size == (30, 20) and set(np.unique(np.asarray(m))) <= {0, 1, 2}
    assert np.asarray(m).tolist() == np.asarray(k).tolist()   # the same part of both

@pytest.mark.parametrize('tfm', [Flip(), Flip(vert=True), Rotate(), Zoom(max_zoom=2.), Warp(), Geometric(Flip(), Rotate(), size=(20, 30)), Brightness(), Contrast(),
    *aug_transforms(mult=2, flip_vert=True, min_scale=0.5), *aug_transforms(batch=True)])
def test_batches(tfm): # N-154
    g = torch.Generator().manual_seed(0)
    x,m = torch.rand(4, 3, 24, 36, generator=g).as_subclass(TensorImage),torch.randint(0, 3, (4, 24, 36), generator=g).as_subclass(TensorMask)
    y = torch.arange(4)
    x2,m2,y2 = tfm((x, m, y), split_idx=0)
    assert (type(x2), type(m2), m2.dtype, x2.dtype) == (TensorImage, TensorMask, torch.int64, torch.float32)
    assert x2.min() >= 0 and x2.max() <= 1 and set(m2.unique().tolist()) <= {0, 1, 2} and y2 is y
    assert x2.shape[-2:] == m2.shape[-2:]
    same = tfm((x, m, y), split_idx=1)
    assert same[0] is x and same[1] is m

@pytest.mark.parametrize('tfm', [Flip(), Lighting(Brightness())])
def test_batches_that_do_not_fit(tfm): # N-154
    with pytest.raises(TypeError, match='there is none in a batch'): tfm((torch.rand(2, 3, 8, 8), torch.zeros(2)), split_idx=0)
    with pytest.raises(TypeError, match='works on floats'): tfm((torch.zeros(2, 3, 8, 8, dtype=torch.uint8).as_subclass(TensorImage),), split_idx=0)
    pair = torch.rand(2, 3, 8, 8).as_subclass(TensorImage),torch.zeros(2, 4, 4).as_subclass(TensorMask)
    with pytest.raises(ValueError, match='the masks have'): tfm(pair, split_idx=0)


# Whole tasks

@pytest.fixture(scope='module')
def folder(tmp_path_factory):
    "Bright and dark pictures, in grey and in colours, and masks of their left halves"
    root,g = tmp_path_factory.mktemp('pictures'),np.random.default_rng(0)
    for i in range(24):
        kind,size = ('bright', 'dark')[i % 2],(20+i, 30-i//2)
        a = g.integers(0, 90, size[::-1], dtype=np.uint8) + (i % 2 == 0)*np.uint8(150)
        for part in ('valid' if i < 8 else 'train', 'masks'): (root/part/kind).mkdir(parents=True, exist_ok=True)
        im = Image.fromarray(a)
        (im.convert('RGB') if i % 3 else im).save(root/('valid' if i < 8 else 'train')/kind/f'{i}.png')
        mask = np.zeros(size[::-1], dtype=np.uint8)
        mask[:,:size[0]//2] = 1
        Image.fromarray(mask).save(root/'masks'/kind/f'{i}.png')
    return root

def quiet(learn):
    return learn.no_bar(), learn.no_logging()

@pytest.mark.parametrize('cls,ni', [(PILImage, 3), (PILImageBW, 1)])
@pytest.mark.parametrize('num_workers', [0, 2])
def test_from_folder_to_a_file(folder, tmp_path, cls, ni, num_workers): # N-156, N-161
    torch.manual_seed(0)
    dls = ImageDataLoaders.from_folder(folder, item_tfms=RandomResizedCrop(16, min_scale=0.5), batch_tfms=[*aug_transforms(max_lighting=0), Normalize()], img_cls=cls,
        bs=8, num_workers=num_workers)
    assert (len(dls.train_ds), len(dls.valid_ds)) == (16, 8)
    learn = Learner(dls, nn.Sequential(ConvLayer(ni, 8), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(8, 2)), metrics=accuracy)
    a,b = quiet(learn)
    with a, b: learn.fit(2)
    f = get_image_files(folder/'valid')[0]
    learn.export(tmp_path/'model.pkl')
    code = f'from mylearner.learner import load_learner; print(load_learner({str(tmp_path/"model.pkl")!r}).predict({str(f)!r})[2].tolist())'
    res = subprocess.run([sys.executable, '-c', code], capture_output=True, text=True)
    assert res.returncode == 0, res.stderr
    torch.testing.assert_close(torch.tensor(eval(res.stdout)), learn.predict(f.read_bytes())[2], rtol=1e-4, atol=1e-5)

def test_segmentation(folder, tmp_path): # N-157, N-161, N-162, N-163
    torch.manual_seed(0)
    dls = SegmentationDataLoaders.from_label_func(folder, get_image_files(folder/'train'), lambda f: folder/'masks'/f.parent.name/f.name,
        codes=['right', 'left'], item_tfms=Resize(16), batch_tfms=[*aug_transforms(do_flip=False, flip_vert=True), Normalize()], bs=4)
    learn = Learner(dls, nn.Sequential(ConvLayer(3, 8), nn.Conv2d(8, 2, 1)), CombinedLoss())
    a,b = quiet(learn)
    with a, b: learn.fit(1)
    preds,_ = learn.get_preds()
    flipped = []
    for xb,_ in dls.valid:
        with torch.no_grad(): flipped.append(learn.model.eval()(xb.flip(-2)).flip(-2).softmax(1))
    torch.testing.assert_close(learn.tta(beta=0.)[0], torch.cat(flipped).as_subclass(torch.Tensor), rtol=1e-4, atol=1e-5)
    learn.export(tmp_path/'m.pkl')
    mask = load_learner(tmp_path/'m.pkl').predict(get_image_files(folder/'valid')[0])[0]
    assert type(mask) is TensorMask and mask.codes == ['right', 'left']
    assert mean_over(learn.loss_func).over == 'rows' and not isinstance(learn.loss_func, CrossEntropyLossFlat)

def test_skipped_files_are_reported(folder, tmp_path): # N-152
    bad = folder/'train'/'dark'/'bad.png'
    bad.write_bytes(b'no picture')
    try:
        with pytest.warns(UserWarning, match='1 of 25 pictures cannot be read and are left out: .*bad.png'):
            dls = ImageDataLoaders.from_folder(folder, item_tfms=Resize(16), skip_unreadable=True)
        assert len(dls.train_ds) == 16
        dls = ImageDataLoaders.from_folder(folder, item_tfms=Resize(16), bs=17, shuffle=False)
        with pytest.raises(OSError, match='bad.png'): list(dls.train)
    finally: bad.unlink()


# Models

def test_body_head_and_channels(): # N-159
    def model(): return nn.Sequential(nn.Conv2d(3, 4, 3), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, 9))
    for n_in in (1, 2, 3, 4, 6):
        m = create_vision_model(model(), 5, n_in=n_in)
        assert m(torch.rand(2, n_in, 12, 12)).shape == (2, 5)
    assert create_vision_model(model(), 5, cut=1, lin_ftrs=[], pool=True)(torch.rand(2, 3, 12, 12)).shape == (2, 5)
    with pytest.raises(ValueError, match='has no convolution'): create_body(nn.Sequential(nn.Linear(3, 4), nn.Flatten()))
    for kw in (dict(lin_first=True), dict(bn_final=True), dict(concat_pool=False), dict(first_bn=False), dict(lin_ftrs=[7, 8], ps=[0.1, 0.2, 0.3])):
        assert create_head(4, 5, **kw)(torch.rand(2, 4, 3, 3)).shape == (2, 5)
    with pytest.raises(ValueError, match='ps has 1 numbers for 2'): create_head(4, 5, ps=[0.1])

# N-293
@pytest.mark.parametrize('arch', ['densenet121', 'squeezenet1_1', 'mobilenet_v2', 'shufflenet_v2_x0_5', 'vgg11_bn', 'swin_t', 'regnet_y_400mf'])
def test_body_of_models_that_end_otherwise(arch):
    model = getattr(optional('torchvision').models, arch)(weights=None)
    last = [o for o in model.modules() if isinstance(o, (nn.Linear, nn.Conv2d))][-1]
    nf = 512 if arch == 'vgg11_bn' else last.in_features if isinstance(last, nn.Linear) else last.in_channels
    with torch.no_grad(): assert create_body(model).eval()(torch.zeros(1, 3, 64, 64)).shape[1] == nf

def test_own_functions_say_whether_they_load_weights(): # N-293
    asked = []
    def with_weights(pretrained=True):
        asked.append(pretrained)
        return nn.Sequential(nn.Conv2d(3, 4, 3), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, 9))
    for pretrained in (True, False): create_vision_model(with_weights, 2, pretrained=pretrained)
    assert asked == [True, False]
    def without(): return with_weights()
    with pytest.raises(ValueError, match='without has no trained weights to load'): create_vision_model(without, 2)
    assert create_vision_model(without, 2, pretrained=False)(torch.rand(2, 3, 8, 8)).shape == (2, 2)

def optional(name):
    "A library that may be missing, or built for another torch"
    try: return __import__(name)
    except Exception as e: pytest.skip(f'{name}: {type(e).__name__}')

def test_torchvision_is_named(): # N-155
    try: import torchvision # noqa: F401
    except Exception: pass
    else: pytest.skip('torchvision is there, and works')
    with pytest.raises(ImportError, match='resnet18 needs the library torchvision, which'): resnet18()

@pytest.mark.parametrize('arch', ['resnet18', 'mobilenetv3_small_050'])
def test_files_with_layers_of_other_libraries(folder, tmp_path, arch): # N-161
    optional('torchvision' if arch == 'resnet18' else 'timm')
    dls = ImageDataLoaders.from_folder(folder, item_tfms=Resize(32), batch_tfms=Normalize(), bs=8)
    learn = vision_learner(dls, resnet18 if arch == 'resnet18' else arch, pretrained=False)
    learn.export(tmp_path/'m.pkl')
    f = get_image_files(folder/'valid')[0]
    code = f'from mylearner.learner import load_learner; print(load_learner({str(tmp_path/"m.pkl")!r}).predict({str(f)!r})[2].tolist())'
    res = subprocess.run([sys.executable, '-c', code], capture_output=True, text=True)
    assert res.returncode == 0, res.stderr
