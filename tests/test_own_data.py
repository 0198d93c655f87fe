"Pictures and tables as people have them: names, labels and files of many kinds"
import io, shutil, subprocess, sys, tempfile
from functools import partial

import numpy as np
import pandas as pd
import pytest
import torch
from PIL import Image
from torch import nn

from mylearner.data.core import DataLoaders
from mylearner.data.block import CategoryBlock, DataBlock, MultiCategoryBlock, RegressionBlock
from mylearner.data.files import get_image_files, parent_label
from mylearner.data.transforms import ColReader, Normalize, RandomSplitter, ToTensor
from mylearner.learner import Learner, load_learner
from mylearner.layers import ConvLayer, ScaleOutput
from mylearner.interpret import ClassificationInterpretation, Interpretation, SegmentationInterpretation
from mylearner.losses import CombinedLoss, DiceLoss, ScaledMSELoss
from mylearner.metrics import Dice, DiceMulti, JaccardCoeff, JaccardCoeffMulti, foreground_acc, rmse
from mylearner.tabular.core import add_datepart
from mylearner.tabular.data import TabularDataLoaders
from mylearner.transform import Pipeline
from mylearner.typed import TensorImage
from mylearner.vision.augment import (Brightness, Contrast, CropPad, Flip, Geometric, KorniaTransform, Lighting, RandomResizedCrop, Resize, Rotate, Warp, Zoom,
    aug_transforms)
from mylearner.vision.core import PILImage, PILMask, TensorPoint
from mylearner.vision.data import AddMaskCodes, ImageBlock, ImageDataLoaders, PointBlock, SegmentationDataLoaders
from mylearner.vision.learner import vision_learner


def picture(i=0, size=(20, 16)):
    return Image.fromarray(np.random.default_rng(i).integers(0, 255, (*size[::-1], 3), dtype=np.uint8))

@pytest.fixture(scope='module')
def root(tmp_path_factory):
    root = tmp_path_factory.mktemp('own')
    for i in range(12): picture(i).save(root/f'{i:04}.png')
    return root

small = dict(item_tfms=Resize(8), bs=4, seed=0)
def net(n): return nn.Sequential(ConvLayer(3, 4), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, n))
def train(dls):
    learn = Learner(dls, net(dls.c))
    with learn.no_bar(), learn.no_logging(): learn.fit(1)
    return learn


# Which files are pictures

@pytest.mark.parametrize('name', ['a.webp', 'b.WEBP', 'c.jfif', 'd.jp2', 'e.tga', 'f.avif', 'g.heic', 'h.jpeg', 'i.tiff'])
def test_pictures_are_found_on_every_machine(tmp_path, name): # N-230
    (tmp_path/name).touch()
    assert [o.name for o in get_image_files(tmp_path)] == [name]

def test_what_pillow_writes_is_found_and_opened(tmp_path): # N-230
    Image.init()
    fmts = [f for f in ('BMP','GIF','JPEG','JPEG2000','PNG','PPM','TGA','TIFF','WEBP') if f in Image.SAVE]
    for f in fmts: picture().save(tmp_path/f'a.{dict(JPEG="jpg", JPEG2000="jp2", TIFF="tif").get(f, f.lower())}', f)
    found = get_image_files(tmp_path)
    assert len(found) == len(fmts) and all(PILImage.create(o).size == (20, 16) for o in found)


# Names and labels in a table

@pytest.mark.parametrize('sep,header', [(',', 'infer'), (';', 'infer'), (',', None), ('\t', 'infer')])
@pytest.mark.parametrize('where', [0, 'name'])
def test_names_keep_their_zeros(root, sep, header, where): # N-231
    df = pd.DataFrame(dict(name=[f'{i:04}' for i in range(12)], kind=list('ab')*6))
    df.to_csv(root/'labels.csv', index=False, sep=sep, header=header is not None)
    fn_col = 0 if header is None else where
    dls = ImageDataLoaders.from_csv(root, suff='.png', delimiter=None if sep == ',' else sep, header=header, fn_col=fn_col, **small)
    assert len(dls.train_ds)+len(dls.valid_ds) == 12 and list(dls.vocab) == ['a', 'b']

def test_the_name_may_be_in_any_column(root): # N-231
    pd.DataFrame(dict(kind=list('ab')*6, name=[f'{i:04}' for i in range(12)])).to_csv(root/'labels.csv', index=False)
    for fn_col in (1, -1, 'name'): assert ImageDataLoaders.from_csv(root, suff='.png', fn_col=fn_col, label_col=0, **small).one_batch()[0].shape[0] == 4

def test_numbers_as_names_are_explained(root): # N-231
    df = pd.DataFrame(dict(name=range(12), kind=list('ab')*6))
    with pytest.raises(FileNotFoundError, match="zeros in front, read it with `dtype=str`"): ImageDataLoaders.from_df(df, root, suff='.png', **small)

def test_a_wrong_delimiter_is_explained(root):
    pd.DataFrame(dict(name=[f'{i:04}' for i in range(12)], kind=list('ab')*6)).to_csv(root/'labels.csv', index=False, sep=';')
    with pytest.raises(KeyError, match="no column 1; it has 'name;kind'.*Give `delimiter`"): ImageDataLoaders.from_csv(root, suff='.png', **small)

@pytest.mark.parametrize('field,labels', [('a;b', ['a','b']), ('a; b', ['a','b']), (' a ;b;', ['a','b']), ('a', ['a']), ('', []), (' ', []), (None, []),
    (float('nan'), []), (pd.NA, []), (pd.NaT, []), (3, ['3']), (np.int64(3), ['3']), (['a','b'], ['a','b'])])
def test_labels_in_a_field(field, labels): # N-231
    assert list(ColReader('tags', label_delim=';')({'tags': field})) == labels

@pytest.mark.parametrize('delim', [',', ', '])
def test_rows_without_labels_train(root, delim): # N-231
    tags = ['red, round','red',None,'round','','round, red']*2
    pd.DataFrame(dict(name=[f'{i:04}' for i in range(12)], tags=tags)).to_csv(root/'labels.csv', index=False)
    dls = ImageDataLoaders.from_csv(root, suff='.png', label_delim=delim, valid_pct=0.25, **small)
    assert list(dls.vocab) == ['red', 'round']
    assert train(dls).predict(root/'0000.png')[2].shape == (2,)


# What kind of target

names = [f'{i:04}' for i in range(12)]
@pytest.mark.parametrize('labels,n,block', [([i*100. for i in range(12)], 1, RegressionBlock), ([str(i % 3) for i in range(12)], 3, CategoryBlock), ([i % 3 for i in range(12)], 3, CategoryBlock),
    ([np.float32(i) for i in range(12)], 1, RegressionBlock), ([['x'], ['x','y']]*6, 2, MultiCategoryBlock), ([i % 2 == 0 for i in range(12)], 2, CategoryBlock)])
def test_kind_by_label(root, labels, n, block): # N-232
    of_lists = ImageDataLoaders.from_lists(root, [f'{o}.png' for o in names], labels, **small)
    of_table = ImageDataLoaders.from_df(pd.DataFrame(dict(name=names, label=labels)), root, suff='.png', **small)
    of_func = ImageDataLoaders.from_name_func(root, get_image_files(root), lambda o: labels[int(o[:4])], **small)
    of_block = DataBlock((ImageBlock, block), get_x=lambda o: root/f'{o[0]}.png', get_y=lambda o: o[1], splitter=RandomSplitter(seed=0), item_tfms=Resize(8)).dataloaders(list(zip(names, labels)), bs=4)
    for dls in (of_lists, of_table, of_func, of_block):
        assert dls.c == n and type(dls.loss_func) is type(of_block.loss_func)
        train(dls)

@pytest.mark.parametrize('cols,c,loss', [(dict(x=[1.5]*12, y=[2.]*12), 2, 'MSELossFlat'), (dict(x=range(12), y=range(12)), 2, 'MSELossFlat'),
    (dict(a=[0,1]*6, b=[1,0]*6), 2, 'BCEWithLogitsLossFlat'), (dict(a=[True,False]*6, b=[True]*12, c=[False]*12), 3, 'BCEWithLogitsLossFlat')])
def test_kind_by_columns(root, cols, c, loss): # N-232
    dls = ImageDataLoaders.from_df(pd.DataFrame(dict(name=names, **cols)), root, suff='.png', label_col=list(cols), **small)
    assert (dls.c, type(dls.loss_func).__name__) == (c, loss)
    if c == 2 and 'x' in cols: assert dls.train_ds[0][1].shape == (2,)
    train(dls)

@pytest.mark.parametrize('labels', [[None, *'ab'*5, 'a'], [*'ab'*5, 'a', float('nan')], [*map(float, range(11)), float('nan')], [*map(float, range(11)), None]])
def test_a_missing_label_raises_before_training(root, labels): # N-232
    with pytest.raises(ValueError, match='1 of 12 labels are missing; the first is number'):
        ImageDataLoaders.from_df(pd.DataFrame(dict(name=names, label=labels)), root, suff='.png', **small)
    with pytest.raises(ValueError, match='1 of 12 labels are missing; the first is number'):
        ImageDataLoaders.from_lists(root, [f'{o}.png' for o in names], labels, **small)


# New pictures

@pytest.mark.parametrize('fmt', ['PNG', 'JPEG', 'WEBP'])
def test_open_files_are_pictures(root, tmp_path, fmt): # N-233
    learn = train(ImageDataLoaders.from_lists(root, [f'{o}.png' for o in names], list('ab')*6, **small))
    picture(3).save(tmp_path/'new', fmt)
    raw = (tmp_path/'new').read_bytes()
    upload = tempfile.SpooledTemporaryFile()
    upload.write(raw)
    read = io.BytesIO(raw)
    read.read()
    learn.export(tmp_path/'m.pkl')
    for learn in (learn, load_learner(tmp_path/'m.pkl')):
        want = learn.predict(tmp_path/'new')[2]
        for o in (raw, io.BytesIO(raw), read, upload, io.BufferedReader(io.BytesIO(raw)), Image.open(tmp_path/'new')):
            assert torch.equal(learn.predict(o)[2], want), type(o)
        with open(tmp_path/'new', 'rb') as f: torch.testing.assert_close(learn.get_preds(dl=learn.dls.test_dl([f, raw], num_workers=0))[0][0], want)

def test_what_is_no_picture_hears_what_is(root): # N-233
    learn = train(ImageDataLoaders.from_lists(root, [f'{o}.png' for o in names], list('ab')*6, **small))
    with pytest.raises(TypeError, match='bytes, IOBase, ndarray, Tensor, Image, got dict'): learn.predict(dict(a=1))

def test_a_broken_file_says_what_to_do(root, tmp_path): # N-152
    shutil.copytree(root, tmp_path/'x'/'a')
    (tmp_path/'x'/'a'/'0000.png').write_bytes((root/'0000.png').read_bytes()[:60])
    dls = DataBlock((ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label, splitter=lambda o: [[0,1,2],[3]], item_tfms=Resize(8)).dataloaders(tmp_path/'x', bs=3)
    with pytest.raises(OSError) as e: dls.one_batch()
    assert any('skip_unreadable=True' in o for o in e.value.__notes__)


# Models of your own

code = '''
import sys; sys.path.insert(0, {folder!r})
import own_net
from mylearner.learner import load_learner
print(load_learner({file!r}, allow={allow}).predict({picture!r})[2].tolist())
'''
def test_your_own_classes_are_allowed_as_they_are(root, tmp_path, monkeypatch): # N-237
    (tmp_path/'own_net.py').write_text('from torch import nn\nclass Net(nn.Sequential): pass\n')
    monkeypatch.syspath_prepend(tmp_path)
    import own_net
    dls = ImageDataLoaders.from_lists(root, [f'{o}.png' for o in names], list('ab')*6, **small)
    learn = Learner(dls, own_net.Net(*net(2)))
    learn.export(tmp_path/'m.pkl')
    for allow in ('[own_net.Net]', 'own_net.Net', '[own_net]', 'own_net', '"own_net"', '["own_net.Net"]'):
        res = subprocess.run([sys.executable, '-c', code.format(folder=str(tmp_path), file=str(tmp_path/'m.pkl'), picture=str(root/'0000.png'), allow=allow)], capture_output=True, text=True)
        assert res.returncode == 0, res.stderr
    with pytest.raises(TypeError, match='`allow` holds 3; expected modules, classes or functions'): load_learner(tmp_path/'m.pkl', allow=[3])


# Pixels that nobody decided about

@pytest.fixture(scope='module')
def masks(tmp_path_factory):
    root = tmp_path_factory.mktemp('masks')
    for part in ('im', 'mask'): (root/part).mkdir()
    for i in range(8):
        picture(i, (16, 12)).save(root/'im'/f'{i}.png')
        a = np.zeros((12, 16), dtype=np.uint8)
        a[:,:8],a[:,7:9] = 1,255
        m = Image.fromarray(a)
        if i % 2: m.putpalette(list(range(256))*3)
        m.save(root/'mask'/f'{i}.png')
    return root

def masked(root, **kwargs):
    return SegmentationDataLoaders.from_label_func(root, get_image_files(root/'im'), lambda f: root/'mask'/f.name, codes=['right','left'],
        item_tfms=Resize((12, 16)), batch_tfms=aug_transforms(max_warp=0, max_rotate=0, max_zoom=1., max_lighting=0.), bs=4, seed=0, **kwargs)

def test_undecided_pixels_from_file_to_figures(masks, tmp_path): # N-234
    with pytest.raises(ValueError, match='number 255, and there are 2 codes: .*`ignore_index=255` where nobody decided'): masked(masks).one_batch()
    torch.manual_seed(0)
    dls = masked(masks, ignore_index=255, valid_pct=0.5)
    assert dls.one_batch()[1].unique().tolist() == [0, 1, 255] and dls.c == 2
    for loss in (None, CombinedLoss(ignore_index=255), DiceLoss(ignore_index=255)):
        learn = Learner(dls, nn.Sequential(ConvLayer(3, 4), nn.Conv2d(4, 2, 1)), loss, metrics=[DiceMulti(ignore_index=255), Dice(ignore_index=255), partial(foreground_acc, ignore_index=255)])
        with learn.no_bar(), learn.no_logging(): learn.fit(1)
        assert all(np.isfinite(learn.validate()))
        preds,targs = learn.get_preds()
        wild = torch.where(targs[:,None] == 255, torch.rand_like(preds), preds)   # whatever is predicted there, the figures stay
        for m in (DiceMulti, JaccardCoeffMulti, Dice, JaccardCoeff): assert m(ignore_index=255)(wild, targs) == m(ignore_index=255)(preds, targs)
        assert foreground_acc(wild, targs, ignore_index=255) == learn.validate()[3]
        assert SegmentationInterpretation.from_learner(learn).top_losses(2)[0].isfinite().all()
        assert ClassificationInterpretation.from_learner(learn).confusion_matrix().sum() == (targs != 255).sum().item() == 4*12*14
        learn.tta(beta=0.5)
        learn.export(tmp_path/'m.pkl')
        assert set(load_learner(tmp_path/'m.pkl').predict(get_image_files(masks/'im')[0])[0].unique().tolist()) <= {0, 1}

@pytest.mark.parametrize('loss', [CombinedLoss, lambda **kw: DiceLoss(reduction='none', **kw), lambda **kw: CombinedLoss(reduction='none', **kw)])
@pytest.mark.parametrize('number', [255, 0, 7, -100])
def test_losses_ignore_what_they_are_told_to(loss, number): # N-234
    g = torch.Generator().manual_seed(0)
    preds,targs = torch.randn(3, 4, 5, 6, generator=g),torch.randint(1, 4, (3, 5, 6), generator=g)
    want = loss(ignore_index=number)(preds, targs)
    if number != 0: torch.testing.assert_close(want, loss()(preds, targs))
    wide = torch.cat([preds, torch.randn(3, 4, 2, 6, generator=g)], 2).requires_grad_()
    got = loss(ignore_index=number)(wide, torch.cat([targs, torch.full((3, 2, 6), number)], 1))
    torch.testing.assert_close(got, want)
    got.sum().backward()
    assert (wide.grad[:,:,5:] == 0).all()

@pytest.mark.parametrize('div_mask,a,want', [(1, [0,1,255], [0,1,255]), (255, [0,255,9], [0,1,9]), (50, [0,50,255], [0,1,255])])
def test_undecided_pixels_are_not_divided(div_mask, a, want): # N-234
    ignore = want[-1]
    assert np.asarray(AddMaskCodes(['a','b'], div_mask, ignore)(PILMask.create(np.array([a], dtype=np.uint8)))).tolist() == [want]

def test_masks_in_colours_become_numbers(masks): # N-151
    colours = np.zeros((12, 16, 3), dtype=np.uint8)
    colours[:,:8] = 255,0,0
    def files(f): return Image.fromarray(colours)
    def numbers(f): return (colours[...,0] == 255).astype(np.uint8)
    kw = dict(codes=['right','left'], bs=4, seed=0)
    with pytest.raises(ValueError, match='may give an array'): SegmentationDataLoaders.from_label_func(masks, get_image_files(masks/'im'), files, **kw).one_batch()
    assert SegmentationDataLoaders.from_label_func(masks, get_image_files(masks/'im'), numbers, **kw).one_batch()[1].unique().tolist() == [0, 1]


# A number for each picture

def test_units_of_a_number_do_not_matter(root, tmp_path): # N-235
    losses = []
    for unit in (1e-6, 1., 1e6):
        torch.manual_seed(0)
        dls = ImageDataLoaders.from_lists(root, [f'{o}.png' for o in names], [(i+20.)*unit for i in range(12)], batch_tfms=Normalize(), **small)
        learn = vision_learner(dls, net(10), pretrained=False, metrics=rmse, lr=0.01)
        with learn.no_bar(), learn.no_logging(): learn.fit(2)
        loss,error = learn.validate()
        assert error < 12*unit       # near the targets from the start
        losses.append(loss)
        learn.export(tmp_path/'m.pkl')
        assert load_learner(tmp_path/'m.pkl').predict(root/'0003.png')[0] == learn.predict(root/'0003.png')[0]
    torch.testing.assert_close(torch.tensor(losses), torch.full((3,), losses[1]), rtol=1e-2, atol=1e-3)

@pytest.mark.parametrize('kw,ends', [({}, True), (dict(scale_y=False), False), (dict(y_range=(0, 40)), False), (dict(n_out=1), False)])
def test_when_the_target_is_scaled(root, kw, ends): # N-235
    dls = ImageDataLoaders.from_lists(root, [f'{o}.png' for o in names], [float(i) for i in range(12)], **small)
    learn = vision_learner(dls, net(10), pretrained=False, **kw)
    assert isinstance(learn.model[-1], ScaleOutput) == isinstance(learn.loss_func, ScaledMSELoss) == ends
    classes = ImageDataLoaders.from_lists(root, [f'{o}.png' for o in names], list('ab')*6, **small)
    assert len(vision_learner(classes, net(10), pretrained=False).model) == 2


# Places in pictures

def dotted(at, size=(64, 48)):
    "A light picture with a dark dot at each place, told apart by colour"
    a = np.full((*size[::-1], 3), 255, dtype=np.uint8)
    for k,(x,y) in enumerate(at): a[y-3:y+3,x-3:x+3] = np.roll((0, 255, 255), k)
    return a

at = [(16, 12), (44, 14), (30, 34)]
def centres(t):
    "Where the dots of `(3,h,w)` are: the mean place of what is dark in each channel"
    h,w = t.shape[-2:]
    dark = (1-t.as_subclass(torch.Tensor)).clamp(0, 1)
    dark = dark*(dark > 0.5)
    y,x = torch.arange(h)+0.5,torch.arange(w)+0.5
    return torch.stack([torch.stack([(d.sum(0)*x).sum(), (d.sum(1)*y).sum()])/d.sum() for d in dark])

@pytest.mark.parametrize('split_idx', [0, 1])
@pytest.mark.parametrize('tfm', [Resize(40, method='squish'), Resize((40, 60), method='squish'), Resize(46), Resize((48, 50)), Resize(40, method='pad', pad_mode='border'), Resize((90, 50), method='pad', pad_mode='border'),
    CropPad((48, 60), pad_mode='border'), CropPad((60, 70), pad_mode='border'), CropPad((46, 80), pad_mode='border'), RandomResizedCrop((48, 64), min_scale=0.8, ratio=(1.2, 1.5))], ids=lambda o: type(o).__name__ if hasattr(o, 'size') else str(o))
def test_places_stay_on_their_pixels_in_items(tfm, split_idx): # N-236
    torch.manual_seed(0)
    for _ in range(4):
        im,p = tfm((PILImage.create(dotted(at)), TensorPoint.create(at)), split_idx=split_idx)
        torch.testing.assert_close(p.as_subclass(torch.Tensor), centres(ToTensor()(im)/255), rtol=0, atol=0.75)

@pytest.mark.parametrize('tfm', [Flip(p=1.), Flip(p=1., vert=True), Flip(p=1., align_corners=False), Rotate(20, p=1., pad_mode='border'), Rotate(20, p=1., align_corners=False, pad_mode='border'), Zoom(1., 1.2, p=1.), Zoom(0.8, 1., p=1., pad_mode='border'), Warp(0.2, p=1., pad_mode='border'),
    Geometric(size=(96, 32)), Geometric(size=(96, 32), align_corners=False), Geometric(Flip(p=1.), Warp(0.1, p=1.), Rotate(10, p=1.), size=(60, 60), pad_mode='border'), Brightness(p=1.), Lighting(Contrast(p=1.)),
    *[tuple(aug_transforms(mult=1.5, flip_vert=True, size=s, align_corners=c, max_lighting=0., pad_mode='border')) for s in (None, (50, 70)) for c in (True, False)]])
def test_places_stay_on_their_pixels_in_batches(tfm): # N-236
    torch.manual_seed(0)
    x = torch.from_numpy(dotted(at)).permute(2, 0, 1)[None].repeat(16, 1, 1, 1).float().div(255).as_subclass(TensorImage)
    p = (torch.tensor(at)*2/torch.tensor([64, 48])-1).repeat(16, 1, 1).as_subclass(TensorPoint)
    x2,p2 = Pipeline(tfm if isinstance(tfm, tuple) else [tfm], split_idx=0)((x, p))
    assert type(p2) is TensorPoint and p2.shape == p.shape
    hw = x2.shape[-2:]
    got = (p2.as_subclass(torch.Tensor)+1)*torch.tensor([hw[1], hw[0]])/2
    for a,b in zip(got, x2):
        inside = ((a > 4) & (a < torch.tensor([hw[1], hw[0]])-4)).all()
        if inside: torch.testing.assert_close(a, centres(b), rtol=0, atol=0.75)
    exact = Pipeline(tfm if isinstance(tfm, tuple) else [tfm], split_idx=1)((x, p))
    assert exact[1] is p

def test_mirrors_of_places_are_exact(): # N-236
    p = torch.tensor([[[0.3, -0.2], [-1., 1.]]]).as_subclass(TensorPoint)
    x = torch.zeros(1, 3, 5, 7).as_subclass(TensorImage)
    for c in (True, False):
        torch.testing.assert_close(Flip(p=1., align_corners=c)((x, p), split_idx=0)[1].as_subclass(torch.Tensor), torch.tensor([[[-0.3, -0.2], [1., 1.]]]))

@pytest.mark.parametrize('tfm', [Resize(16, method='squish'), RandomResizedCrop(16, min_scale=0.7)])
def test_places_from_files_to_a_file(tmp_path, tfm): # N-236
    rng = np.random.default_rng(0)
    truth = {}
    for i in range(24):
        x,y = rng.integers(6, 34),rng.integers(6, 24)
        a = np.full((30, 40, 3), 230, dtype=np.uint8)
        a[y-4:y+4,x-4:x+4] = 0
        Image.fromarray(a).save(tmp_path/f'{i}.png')
        truth[f'{i}.png'] = [[float(x), float(y)]]
    torch.manual_seed(0)
    dls = ImageDataLoaders.from_lists(tmp_path, list(truth), list(truth.values()), seed=0, y_block=PointBlock, item_tfms=tfm,
        batch_tfms=[*aug_transforms(max_lighting=0), Normalize()], bs=10)
    learn = Learner(dls, nn.Sequential(ConvLayer(3, 8, stride=2), nn.Flatten(), nn.Linear(8*64, dls.c)), metrics=rmse)
    with learn.no_bar(), learn.no_logging(): learn.fit(20, 0.01)
    assert learn.validate()[1] < 0.4
    learn.show_results(max_n=2)
    dls.show_batch(max_n=2)
    Interpretation.from_learner(learn).plot_top_losses(2)
    place,_,raw = learn.predict(tmp_path/'3.png')
    assert type(place) is TensorPoint and place.shape == (1, 2) and raw.shape == (2,)
    torch.testing.assert_close(place.as_subclass(torch.Tensor)[0], (raw.as_subclass(torch.Tensor)+1)*8, rtol=1e-4, atol=1e-4)
    if isinstance(tfm, Resize): assert (place[0].as_subclass(torch.Tensor)*torch.tensor([40, 30])/16 - torch.tensor(truth['3.png'][0])).abs().max() < 8
    with pytest.raises(ValueError, match='targets are of type `TensorPoint`'): learn.tta()
    learn.export(tmp_path/'m.pkl')
    torch.testing.assert_close(load_learner(tmp_path/'m.pkl').predict(tmp_path/'3.png')[0], place)

def test_places_in_a_table(root): # N-236
    df = pd.DataFrame(dict(name=names, x=range(12), y=range(12)))
    dls = ImageDataLoaders.from_df(df, root, suff='.png', label_col=['x','y'], y_block=PointBlock, **small)
    assert dls.one_batch()[1].shape == (4, 1, 2)
    t = KorniaTransform.__new__(KorniaTransform)   # without the library
    with pytest.raises(TypeError, match='KorniaTransform does not move places'): t.encodes([torch.zeros(1, 3, 4, 4).as_subclass(TensorImage), torch.zeros(1, 1, 2).as_subclass(TensorPoint)])


# `tta` of predictions on a coarser grid

class Coarse(nn.Module):
    "One value for each cell of a grid: the mean of its pixels, once as it is and once shifted to the left"
    def __init__(self, stride, typ=None):
        super().__init__()
        self.stride,self.scale = stride,nn.Parameter(torch.ones(1))
    def forward(self, x):
        m = nn.functional.avg_pool2d(x[:,:1], self.stride, ceil_mode=True)
        return torch.cat([m, m.cumsum(-1)], 1)*self.scale

@pytest.mark.parametrize('size', [(8, 8), (8, 16), (9, 9), (12, 18)])
@pytest.mark.parametrize('stride', [1, 2, 4])
@pytest.mark.parametrize('vert', [False, True])
def test_coarse_predictions_are_mirrored_back(size, stride, vert): # N-238
    x = torch.rand(6, 3, *size, generator=torch.Generator().manual_seed(0))
    y = Coarse(stride)(x).detach()
    ds = [(TensorImage(a), b) for a,b in zip(x, y)]
    learn = Learner(DataLoaders.from_dsets(ds, ds, bs=3, after_batch=[Flip(0.5, vert=vert)]), Coarse(stride), nn.MSELoss())
    k = -2 if vert else -1
    want = Coarse(stride)(x.flip(k)).flip(k)
    torch.testing.assert_close(learn.tta(beta=0.)[0], want.detach(), rtol=1e-5, atol=1e-5)
    if not vert: assert (want-y).abs().max() > 0.1

@pytest.mark.parametrize('out,target', [((4, 3), (4, 3)), ((5, 2, 4), (5, 2, 4)), ((2, 3, 7), ())])
def test_what_may_be_places_is_refused(out, target): # N-238
    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            self.a = nn.Parameter(torch.ones(1))
        def forward(self, x): return self.a*torch.ones(len(x), *out)
    ds = [(TensorImage(torch.rand(3, 16, 16)), torch.zeros(target))]*4
    learn = Learner(DataLoaders.from_dsets(ds, ds, bs=2, after_batch=[Flip(0.5)]), Net(), lambda p,t: p.mean())
    with pytest.raises(ValueError, match=r'may be places'): learn.tta()

@pytest.mark.parametrize('out', [(), (3,), (5, 3), (1, 1, 3)])
def test_what_is_no_place_is_averaged(out): # N-238
    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            self.a = nn.Parameter(torch.ones(1))
        def forward(self, x): return self.a*x.mean((1, 2, 3)).reshape(-1, *[1]*len(out)).expand(-1, *out)
    ds = [(TensorImage(torch.rand(3, 16, 16)), torch.zeros(2))]*4
    learn = Learner(DataLoaders.from_dsets(ds, ds, bs=2, after_batch=[Flip(0.5)]), Net(), lambda p,t: p.mean())
    assert learn.tta(n=2)[0].shape == (4, *out)


# What newcomers wrote, and what they are told

def test_names_may_be_absolute(root): # N-231
    files = get_image_files(root)
    for folder,fs in ((root, files), ('.', files), (root/'nowhere', map(str, files))):
        dls = ImageDataLoaders.from_df(pd.DataFrame(dict(f=list(fs), l=list('ab')*6)), folder, **small)
        assert dls.one_batch()[0].shape == (4, 3, 8, 8)

def test_backslashes_are_explained(root): # N-158
    with pytest.raises(FileNotFoundError, match='backslashes, as on Windows'):
        ImageDataLoaders.from_df(pd.DataFrame(dict(f=[f'a\\{o}.png' for o in names], l=list('ab')*6)), root, **small)

@pytest.mark.parametrize('wrong,right', [('item_tfm', 'item_tfms'), ('batch_tfm', 'batch_tfms'), ('numworkers', 'num_workers')])
def test_a_misspelt_argument_names_the_right_one(root, wrong, right):
    with pytest.raises(TypeError, match=f"{wrong}', did you mean '{right}'"):
        ImageDataLoaders.from_lists(root, [f'{o}.png' for o in names], list('ab')*6, **{wrong: 4})

def test_a_label_that_training_lacks_raises_before_training(tmp_path): # N-232
    for part,kind in (('train','a'), ('train','b'), ('valid','a'), ('valid','c')):
        (tmp_path/part/kind).mkdir(parents=True, exist_ok=True)
        picture().save(tmp_path/part/kind/'1.png')
    with pytest.raises(ValueError, match="label 'c' is not in the vocabulary"): ImageDataLoaders.from_folder(tmp_path, item_tfms=Resize(8), bs=2)
    with pytest.raises(ValueError, match="label 'c' is not in the vocabulary"):
        ImageDataLoaders.from_df(pd.DataFrame(dict(f=['1.png']*4, l=['a;b','a','b','c'], v=[0,0,0,1])), tmp_path/'train'/'a', label_delim=';', valid_col='v', item_tfms=Resize(8), bs=2)

def test_one_item_or_several(root):
    learn = train(ImageDataLoaders.from_lists(root, [f'{o}.png' for o in names], list('ab')*6, **small))
    with pytest.raises(TypeError, match=r'For several items there is `learn.get_preds\(dl=dls.test_dl\(items\)\)`'): learn.predict([root/'0000.png'])
    for o in (root, str(root), b'abc'):
        with pytest.raises(TypeError, match='`get_image_files'): learn.dls.test_dl(o)

@pytest.mark.parametrize('size', [32., '32', (32,), (32, 0), -1, None, (3., 4.)])
@pytest.mark.parametrize('tfm', [Resize, CropPad, RandomResizedCrop])
def test_sizes_that_are_none(tfm, size):
    with pytest.raises(ValueError, match='expected a whole number of pixels'): tfm(size)

@pytest.mark.parametrize('size', [np.int64(8), [8, 8], (np.int32(8), 8)])
def test_sizes_of_other_types(size): assert Resize(size)(PILImage.create(picture())).size == (8, 8)

def test_missing_parts_of_a_date_are_explained():
    df = pd.DataFrame(dict(saledate=pd.date_range('2024-01-01', periods=40).astype(str), x=np.arange(40.), y=np.arange(40.)))
    table = add_datepart(df.copy(), 'saledate')
    dls = TabularDataLoaders.from_df(table, cat_names='saleMonth', cont_names=['x', 'saleElapsed'], y_names='y')
    for o in (df, df.iloc[0]):
        with pytest.raises(KeyError, match=r"no column 'saleMonth': it looks like a part of a date, which `add_datepart\(rows, 'saledate'\)` makes"): dls.test_dl(o)
    with pytest.raises(KeyError, match="no column 'x'; it has"): dls.test_dl(table.drop(columns='x'))
