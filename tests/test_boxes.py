"Boxes as targets of pictures: each size, side, transform and place where a batch or a prediction is made of them"
import json, subprocess, sys
from functools import partial

import matplotlib
matplotlib.use('Agg')
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
import torch
from PIL import Image, ImageDraw
from torch import Tensor, nn
from torch.nn import functional as F

from mylearner import check # noqa: F401 (adds `Learner.check`)
from mylearner.callback.checkpoint import CheckpointCallback
from mylearner.callback.core import Callback
from mylearner.data.block import CategoryBlock, DataBlock, MultiCategoryBlock
from mylearner.data.core import Datasets, TfmdDL
from mylearner.data.transforms import IndexSplitter, IntToFloatTensor, ItemGetter, MultiCategorize, Normalize, RandomSplitter, ToTensor
from mylearner.interpret import Interpretation
from mylearner.learner import Learner
from mylearner.losses import L1LossFlat
from mylearner.nested import TensorMultiCategory
from mylearner.torch_core import set_seed
from mylearner.transform import Pipeline, Transform
from mylearner.typed import TensorImage
from mylearner.vision import augment
from mylearner.vision.augment import CropPad, Flip, Geometric, RandomResizedCrop, Resize, Rotate, Warp, Zoom, aug_transforms
from mylearner.vision.boxes import BBoxBlock, BBoxLabeler, BBoxLblBlock, LabeledBBox, TensorBBox, bb_pad, clip_boxes, clip_remove_empty, get_annotations
from mylearner.vision.core import PILImage, PointScaler, TensorPoint
from mylearner.vision.data import ImageBlock, ImageDataLoaders, MaskBlock, PointBlock


def drawn(boxes, size=(60, 40)):
    "White rectangles on black"
    im = Image.new('RGB', size)
    for l,t,r,b in boxes: ImageDraw.Draw(im).rectangle((l, t, r-1, b-1), fill='white')
    return PILImage(im)

def seen(im):
    "The box around all bright pixels"
    a = np.asarray(im) if not isinstance(im, Tensor) else im.as_subclass(Tensor).permute(1, 2, 0).numpy()*255
    ys,xs = np.nonzero(a.mean(-1) > 127)
    return [xs.min(), ys.min(), xs.max()+1, ys.max()+1] if len(xs) else None

def labels(*o): return TensorMultiCategory(torch.tensor(o, dtype=torch.long))
def items_of(n, root, most=3, size=(60, 40)):
    "Files with 0, 1, 2 … boxes and their labels"
    rng,res = np.random.default_rng(0),[]
    for i in range(n):
        boxes = [[int(l), int(t), int(l)+12, int(t)+9] for l,t in zip(rng.integers(0, size[0]-12, i % (most+1)), rng.integers(0, size[1]-9, most+1))]
        drawn(boxes, size).save(root/f'{i:03}.png')
        res.append((str(root/f'{i:03}.png'), boxes, [['coin', 'card'][(i+k) % 2] for k in range(len(boxes))]))
    return res

@pytest.fixture(scope='module')
def items(tmp_path_factory): return items_of(24, tmp_path_factory.mktemp('boxes'))

def block(splitter=None, **kw):
    kw = dict(item_tfms=Resize((32, 48), method='squish')) | kw
    return DataBlock((ImageBlock, BBoxBlock, BBoxLblBlock), n_inp=1, get_x=ItemGetter(0), get_y=[ItemGetter(1), ItemGetter(2)], splitter=splitter or RandomSplitter(seed=0), **kw)


# Moves

@pytest.mark.parametrize('size', [32, (24, 50), (50, 24), (80, 120)])
@pytest.mark.parametrize('method', ['crop', 'squish', 'pad'])
@pytest.mark.parametrize('train', [0, 1])
@pytest.mark.parametrize('frame', [(60, 40), (40, 60)])
def test_resized(size, method, train, frame): # N-289
    box = [8, 14, 30, 24]
    torch.manual_seed(3)
    im,b,l = Resize(size, method=method, pad_mode='zeros')((drawn([box], frame), TensorBBox.create([box]), labels(1)), split_idx=train)
    if (want := seen(im)) is None: assert len(b) == 0 or b[0,2]-b[0,0] < 1 or b[0,3]-b[0,1] < 1
    else: assert np.abs(b[0].numpy()-want).max() <= 1 and l.tolist() == [1]
    w,h = im.size
    assert (b >= 0).all() and (b[:,2] <= w).all() and (b[:,3] <= h).all()

@pytest.mark.parametrize('tfm', [RandomResizedCrop((40, 56), min_scale=0.2), RandomResizedCrop(32), CropPad((30, 44)), CropPad((50, 30)), CropPad((70, 90))])
def test_cropped(tfm): # N-289
    boxes = [[2, 3, 12, 10], [40, 20, 55, 38], [18, 25, 27, 39]]
    gone = 0
    for seed in range(25):
        for k,box in enumerate(boxes):
            torch.manual_seed(seed)
            im,b,l = tfm((drawn([box]), TensorBBox.create(boxes), labels(1, 2, 3)), split_idx=0)
            want,mine = seen(im),b[l == k+1]
            gone += len(mine) == 0
            if want is None: assert len(mine) == 0 or (mine[0,2:]-mine[0,:2]).min() < 2
            elif len(mine): assert np.abs(mine[0].numpy()-want).max() <= 1.5
            else: assert min(want[2]-want[0], want[3]-want[1]) <= 1
    assert gone or tfm.size in ((30, 44), (70, 90))   # where a part of each box is left

def scaled(boxes, hw): return TensorBBox(torch.tensor(boxes).float()*2/torch.tensor([hw[1], hw[0]]*2)-1)
def pixels(b, hw): return ((b.as_subclass(Tensor)+1)*torch.tensor([hw[1], hw[0]]*2)/2)

moves = dict(mirror=[Flip(p=1.)], upside=[Flip(p=1., vert=True)], zoom=[Zoom(draw=1.7, p=1.)], out=[Zoom(draw=0.6, p=1.)],
    turn=[Rotate(draw=90, p=1.)], all=aug_transforms(flip_vert=True, max_lighting=0, max_rotate=0, max_warp=0, pad_mode='zeros', max_zoom=1.5), size=[Geometric(size=(30, 80))],
    smaller=aug_transforms(size=(20, 26), max_rotate=0, max_warp=0, max_lighting=0, pad_mode='zeros', min_scale=0.5))

@pytest.mark.parametrize('name', moves)
@pytest.mark.parametrize('align', [True, False])
@pytest.mark.parametrize('hw', [(40, 40), (40, 64), (64, 40)])
def test_moved_in_batches(name, align, hw): # N-289
    "Upright moves: the box is exactly where its pixels are"
    boxes = [[5, 7, 21, 18], [22, 20, 34, 39]]
    tfms = moves[name]
    for o in tfms: o.align_corners,o.pad_mode = align,'zeros'
    for k,box in enumerate(boxes):
        x = TensorImage(torch.stack([torch.from_numpy(np.array(drawn([box], hw[::-1]))).permute(2, 0, 1)/255.]*6))
        b,l = TensorBBox(torch.stack([scaled([*boxes, [0]*4], hw)]*6)),labels(*[[1, 2, 0]]*6)
        b[:,2] = 0
        torch.manual_seed(5)
        x,b,l = Pipeline(tfms, split_idx=0)((x, b, l))
        for xi,bi,li in zip(x, b, l):
            assert (li[:-1] >= 0).all() and (li.sort(descending=True)[0] > 0).tolist() == (li > 0).tolist()   # padding is at the end
            want,mine = seen(xi),pixels(bi[li == k+1], x.shape[-2:])
            if want is None: assert not len(mine) or (mine[0,2:]-mine[0,:2]).min() < 2
            else: assert np.abs(mine[0].numpy()-want).max() <= 1.5

@pytest.mark.parametrize('tfms', [[Rotate(draw=[-40, 20, 33, 10], p=1.)], [Warp(draw=[0.3, -0.3, 0.1, 0.2], p=1.)], aug_transforms(mult=3, flip_vert=True, pad_mode='zeros')])
def test_turned_boxes_hold_their_thing(tfms): # N-289
    box,hw = [24, 10, 44, 30],(40, 64)
    for seed in range(5):
        x = TensorImage(torch.stack([torch.from_numpy(np.array(drawn([box], hw[::-1]))).permute(2, 0, 1)/255.]*4))
        for o in tfms: o.pad_mode = 'zeros'
        torch.manual_seed(seed)
        x,b,l = Pipeline(tfms, split_idx=0)((x, TensorBBox(torch.stack([scaled([box], hw)]*4)), labels(*[[1]]*4)))
        for xi,bi in zip(x, pixels(b, hw)):
            l,t,r,bot = seen(xi)
            assert bi[0,0] <= l+1 and bi[0,1] <= t+1 and bi[0,2] >= r-1 and bi[0,3] >= bot-1
            assert (bi[0,2]-bi[0,0])*(bi[0,3]-bi[0,1]) < 2.5*(r-l)*(bot-t)

def test_another_size_from_centre_to_centre(): # N-289
    "The outer pixels' centres stay: 8 pixels from -7/8 to 7/8 become 4 from -3/4 to 3/4, so that all is times 6/7"
    x = TensorImage(torch.rand(1, 3, 8, 8))
    _,b,p = Pipeline(Geometric(size=4), split_idx=0)((x, TensorBBox(torch.tensor([[[-0.7, -0.35, 0.7, 0.14]]])), TensorPoint(torch.tensor([[[0.7, -0.14]]]))))
    torch.testing.assert_close(b.as_subclass(Tensor), torch.tensor([[[-0.6, -0.3, 0.6, 0.12]]]))
    torch.testing.assert_close(p.as_subclass(Tensor), torch.tensor([[[0.6, -0.12]]]))

def test_padding_stays_padding_whatever_is_lost_in_rounding(monkeypatch): # N-290
    exact = augment._through
    monkeypatch.setattr(augment, '_through', lambda p, m: (o := exact(p, m))+1e-6*torch.arange(o.numel()).reshape(o.shape))
    _,b,l = Pipeline([Zoom(draw=2., p=1.)], split_idx=0)((TensorImage(torch.rand(1, 3, 8, 8)), TensorBBox(torch.zeros(1, 3, 4)), labels([0, 0, 0])))
    assert b.abs().max() == 0

def test_validation_and_light_leave_boxes_alone(): # N-289
    b,l = TensorBBox(torch.tensor([[[-3., -3, 3, 3]]])),labels([1])
    x = TensorImage(torch.rand(1, 3, 8, 8))
    assert Pipeline(aug_transforms(), split_idx=1)((x, b, l))[1] is b
    assert Pipeline(aug_transforms(do_flip=False, max_rotate=0, max_warp=0, max_zoom=1.), split_idx=0)((x, b, l))[1].tolist() == b.tolist()

def test_labels_of_whole_pictures_stay(): # N-289
    "Zeros and ones for each class are no labels of boxes, although they come next"
    many = TensorMultiCategory(torch.tensor([[0., 1., 1.]]))
    _,b,l = clip_boxes([None, TensorBBox(torch.tensor([[[2., 2, 3, 3]]])), many])
    assert b.abs().sum() == 0 and l is many
    (_,b,l),(_,c,m) = bb_pad([(0, TensorBBox.create([]), many[0]), (0, TensorBBox(torch.tensor([[0., 0, 1, 1]])), many[0])])
    assert b.shape == c.shape == (1, 4) and l.tolist() == m.tolist() == [0, 1, 1]

def test_boxes_come_twice(): # N-289, N-290
    one,two = TensorBBox(torch.tensor([[0., 0, 1, 1]])),TensorBBox(torch.tensor([[2., 0, 3, 1], [-1, -1, 0, 0]]))
    (_,a,la,b,lb),*_ = bb_pad([(0, one, labels(1), two, labels(2, 3)), (0, two, labels(4, 5), one, labels(6))])
    assert (a.shape, la.tolist(), b.tolist(), lb.tolist()) == ((1, 4), [1], [[-1, -1, 0, 0]], [3])

@pytest.mark.parametrize('dtype', [torch.float32, torch.float64, torch.float16])
def test_cut_at_the_edge(dtype): # N-289
    b = TensorBBox(torch.tensor([[[-2., -0.5, 0.5, 3], [1, 0, 2, 0.5], [-1, -1, 1, 1], [0, 0, 0, 0]]], dtype=dtype))
    res,l = clip_remove_empty(b, labels([1, 2, 3, 0]))
    assert res.dtype == dtype and res.tolist() == [[[-1, -0.5, 0.5, 1], [-1, -1, 1, 1], [0]*4, [0]*4]] and l.tolist() == [[1, 3, 0, 0]]
    res,l = clip_remove_empty(b[0], labels(1, 2, 3, 0))
    assert res.tolist() == [[-1, -0.5, 0.5, 1], [-1, -1, 1, 1]] and l.tolist() == [1, 3]


# Batches

def test_batches(items): # N-290
    dls = block().dataloaders(items, bs=4)
    for xb,b,l in dls.train:
        assert b.shape[:2] == l.shape and b.shape[1] == (l > 0).sum(1).max() and (b[l == 0] == 0).all() and l.dtype == torch.int64
    assert list(dls.vocab) == ['#na#', 'card', 'coin'] and dls.c == 3

def test_pictures_without_boxes(items): # N-288, N-290
    empty = [(f, [], []) for f,_,_ in items]
    dls = block(batch_tfms=aug_transforms()).dataloaders([*empty, items[1]], bs=4, val_bs=4)
    assert list(block().dataloaders(empty, bs=4).vocab) == ['#na#'] and block().dataloaders(empty, bs=4).one_batch()[1].shape == (4, 0, 4)
    shapes = {tuple(b.shape[1:]) for _,b,_ in dls.train}
    assert (0, 4) in shapes
    dls.train.show_batch()
    plt.close('all')

@pytest.mark.parametrize('n_workers', [0, 2])
def test_another_padding(items, n_workers): # N-290
    dls = block().dataloaders(items, bs=4, before_batch=partial(bb_pad, pad_idx=-1), num_workers=n_workers)
    for _,b,l in dls.train: assert ((l == -1) == (b == 0).all(-1)).all()

def test_shown_as_pixels_and_names(items): # N-290
    dls = block(IndexSplitter([]), batch_tfms=[Normalize.from_stats([0.5]*3, [0.5]*3, cuda=False)]).dataloaders(items, bs=8, shuffle=False)
    for (_,boxes,names),full in zip(items[:8], dls.train.decode_batch(dls.one_batch())):
        torch.testing.assert_close(full[1].as_subclass(Tensor), torch.tensor(boxes).float().reshape(-1, 4)*torch.tensor([0.8, 0.8]*2), atol=1e-4, rtol=0)
        assert list(full[2].lbl) == names and isinstance(full[2], LabeledBBox)
    dls.show_batch()
    assert [t.get_text() for ax in plt.gcf().axes for t in ax.texts] == [n for _,_,ns in items[:8] for n in ns]
    plt.close('all')

def test_summary_knows_the_names(items): # N-290
    block().summary([o for o in items if o[1]], show_batch=True)
    assert {t.get_text() for ax in plt.gcf().axes for t in ax.texts} <= {'coin', 'card'}
    plt.close('all')

def test_by_hand(items): # N-290
    "`Datasets`, and a loader with all the parts in a row"
    dsets = Datasets(items, [[ItemGetter(0), PILImage.create], [ItemGetter(1), TensorBBox.create], [ItemGetter(2), MultiCategorize(add_na=True)]], n_inp=1)
    dl = TfmdDL(dsets, bs=4, after_item=[BBoxLabeler(), PointScaler(), Resize(32), ToTensor()], before_batch=bb_pad, after_batch=IntToFloatTensor())
    x,b,l = dl.one_batch()
    assert b.shape == (4, 3, 4) and dl.decode_batch((x, b, l))[3][2].lbl == items[3][2]
    dl.show_batch()
    dsets.show(dsets[2])
    plt.close('all')

def test_labels_of_boxes_beside_other_targets(items): # N-290
    "A class for the picture, marks for it, and boxes: each keeps its names"
    db = DataBlock((ImageBlock, CategoryBlock, MultiCategoryBlock, BBoxBlock, BBoxLblBlock), n_inp=1, get_x=ItemGetter(0), item_tfms=Resize(32),
        get_y=[lambda o: str(len(o[1])), lambda o: ['x']*(len(o[1]) > 1), ItemGetter(1), ItemGetter(2)], splitter=RandomSplitter(seed=0))
    dls = db.dataloaders(items, bs=4)
    assert {n for o in dls.train.decode_batch(dls.one_batch()) for n in o[4].lbl} <= {'coin', 'card'}

def test_tables_and_lists(items): # N-290
    "Boxes in the four columns of a table, or in a list"
    few = [o for o in items if o[1]]
    df = pd.DataFrame([(f, *b[0]) for f,b,_ in few], columns=['name', 'l', 't', 'r', 'b'])
    kw = dict(y_block=BBoxBlock, item_tfms=Resize((40, 60)), bs=4, seed=0)
    for dls in (ImageDataLoaders.from_df(df, label_col=['l', 't', 'r', 'b'], **kw), ImageDataLoaders.from_lists('.', [o[0] for o in few], [o[1][0] for o in few], **kw)):
        _,b = dls.valid.one_batch()
        got = dls.valid_ds.items
        name = got.iloc[0]['name'] if hasattr(got, 'iloc') else got[0][0]
        first = df[df.name == name].iloc[0, 1:].tolist()
        torch.testing.assert_close(pixels(b[0], (40, 60)), torch.tensor([first]).float())

def test_masks_and_points_beside_boxes(items): # N-290
    db = DataBlock((ImageBlock, MaskBlock, PointBlock, BBoxBlock, BBoxLblBlock), n_inp=1, splitter=RandomSplitter(seed=0), get_x=ItemGetter(0),
        get_y=[lambda o: np.zeros((40, 60), dtype=np.uint8), lambda o: [[0, 0], [60, 40]], ItemGetter(1), ItemGetter(2)], item_tfms=Resize(32, method='squish'), batch_tfms=aug_transforms())
    x,m,p,b,l = db.dataloaders(items, bs=4).valid.one_batch()
    assert p[0].tolist() == [[-1, -1], [1, 1]] and b.shape[-1] == 4 and m.shape == (4, 32, 32)

def test_a_vocabulary_is_used_again(items): # N-290
    first = block().dataloaders(items, bs=4).vocab
    db = DataBlock((ImageBlock, BBoxBlock, BBoxLblBlock(vocab=first)), n_inp=1, get_x=ItemGetter(0), get_y=[ItemGetter(1), ItemGetter(2)], item_tfms=Resize(32))
    assert list(db.dataloaders(items, bs=4).vocab) == list(first)


# Faults

@pytest.mark.parametrize('boxes,what', [
    ([[10, 5, 4, 9]], 'box 0 is [10.0, 5.0, 4.0, 9.0]'), ([[1, 2, 3, 4], [1, 9, 3, 4]], 'box 1 is [1.0, 9.0, 3.0, 4.0]'), ([[1, 2, 1, 4]], 'box 0 is [1.0, 2.0, 1.0, 4.0]'),
    ([[1, 2, 3, 4, 5]], 'box 0 has 5 numbers'), ([1, 2, 3, 4, 5], 'boxes of shape (5,)'), (np.zeros((2, 5)), 'box 0 has 5 numbers'), (torch.zeros(2, 3), 'boxes of shape (2, 3)'),
    ([[1, 2, float('nan'), 4]], 'a number is missing'), ([[1, 2, float('inf'), 4]], 'a number is missing'), ([[1, 2, None, 4]], 'a number is missing'),
    (None, 'got NoneType: None'), ('1 2 3 4', "got str: '1 2 3 4'"), (float('nan'), 'got float: nan'), ([['1', 'a', '3', '4']], "boxes are lists of four numbers")])
def test_what_is_no_box(items, boxes, what): # N-288
    with pytest.raises((ValueError, TypeError)) as e: block(IndexSplitter([])).dataloaders([*items, (items[0][0], boxes, ['coin'])], bs=4)
    assert what in str(e.value) and items[0][0] in ' '.join(e.value.__notes__) and 'item 24' in ' '.join(e.value.__notes__)

@pytest.mark.parametrize('boxes,names,what', [
    ([[50, 5, 70, 9]], ['coin'], 'the picture is 60 wide and 40 high'), ([[5, 30, 9, 45]], ['coin'], 'the picture is 60 wide and 40 high'), ([[-5, 3, 9, 9]], ['coin'], 'box 0 is [-5.0'),
    ([[61, 3, 61.5, 9]], ['coin'], 'box 0 is [61.0'), ([[1, 2, 3, 4]], ['coin', 'card'], 'there are 1 boxes and 2 labels'), ([], ['coin'], 'there are 0 boxes and 1 labels'),
    ([[1, 2, 3, 4]], [], 'there are 1 boxes and 0 labels')])
def test_what_does_not_fit(items, boxes, names, what): # N-288
    dls = block(IndexSplitter([])).dataloaders([*items, (items[0][0], boxes, names)], bs=25, shuffle=False)
    with pytest.raises(ValueError) as e: dls.one_batch()
    assert what in str(e.value) and items[0][0] in ' '.join(e.value.__notes__)

def test_unknown_labels_are_no_background(items): # N-288
    dls = block(IndexSplitter([0])).dataloaders([(items[1][0], items[1][1], ['coins']), *items], bs=4)
    with pytest.raises(ValueError, match="'coins' is not in the vocabulary, did you mean 'coin'"): next(iter(dls.valid))

def test_a_pixel_beyond_the_edge_is_cut_off(items): # N-288
    (_,b),*_ = [BBoxLabeler()((drawn([]), TensorBBox.create([[-0.6, 3, 60.9, 40.5]])))]
    assert b.tolist() == [[0, 3, 60, 40]]


# Predictions

class Cells(nn.Module):
    "Four boxes and three scores for each, whatever is in the picture"
    def __init__(self):
        super().__init__()
        self.conv,self.out = nn.Conv2d(3, 8, 3, stride=4),nn.Linear(8, 4*7)
    def forward(self, x):
        o = self.out(F.relu(self.conv(x)).mean((2, 3))).reshape(-1, 4, 7)
        return o[...,:4].tanh(),o[...,4:]

class CellLoss:
    def __init__(self, reduction='mean'): self.reduction = reduction
    def __call__(self, pred, boxes, labels):
        n = min(boxes.shape[1], 4)
        wl,wb = F.pad(labels[:,:n], (0, 4-n)).as_subclass(Tensor),F.pad(boxes[:,:n], (0, 0, 0, 4-n)).as_subclass(Tensor)
        res = F.cross_entropy(pred[1].mT, wl, reduction='none').sum(1)+((pred[0]-wb).abs().sum(-1)*(wl > 0)).sum(1)
        return res.mean() if self.reduction == 'mean' else res
    def activation(self, pred): return pred[0],pred[1].softmax(-1)
    def decodes(self, pred): return pred[0],pred[1].argmax(-1)

def detector(items, path='.', **kw):
    set_seed(0)
    return Learner(block(**kw).dataloaders(items, bs=4), Cells(), CellLoss(), path=path)

def test_a_detector(items, tmp_path): # N-290
    learn = detector(items, tmp_path, batch_tfms=aug_transforms(pad_mode='zeros'))
    with learn.no_bar(), learn.no_logging(): learn.fit(2)
    learn.check()
    preds,targs,dec,losses = learn.get_preds(with_decoded=True, with_loss=True)
    assert losses.shape == (4,) and len(targs) == 2 and dec[1].shape == (4, 4)
    learn.show_results(max_n=3)
    interp = Interpretation.from_learner(learn)
    interp.plot_top_losses(3)
    assert [ax.get_title().startswith('target, loss') for ax in plt.gcf().axes] == [True, False]*3
    interp.show_results([0, 1])
    plt.close('all')
    (boxes,named),(_,numbers),_ = learn.predict(items[3][0])
    assert len(boxes) == len(named.lbl) == (numbers > 0).sum() and '#na#' not in named.lbl

def test_batches_of_different_lengths(items): # N-290
    learn = detector(items, splitter=IndexSplitter([0, 4, 1, 5, 2, 6]))
    dl = learn.dls.test_dl([items[i] for i in (0, 4, 1, 5, 2, 6)], with_labels=True, bs=2)
    _,(boxes,lbls),losses = learn.get_preds(dl=dl, with_loss=True)
    assert [len(o) for o in boxes] == [len(o) for o in lbls] == [0, 0, 1, 1, 2, 2] and losses.shape == (6,)
    whole = Interpretation.from_learner(learn, dl=dl)
    torch.testing.assert_close(whole.losses, losses)
    whole.plot_top_losses(6)
    plt.close('all')

def test_undecoded_labels_are_explained(items):
    learn = detector(items)
    learn.loss_func = lambda pred, boxes, labels: CellLoss()(pred, boxes, labels)
    with pytest.raises(TypeError, match='labels of boxes are whole numbers.*give your loss function a `decodes`'): learn.show_results()
    plt.close('all')

def test_no_loss_is_proposed(items):
    with pytest.raises(ValueError, match='no `loss_func` was given'): Learner(block().dataloaders(items, bs=4), Cells())

def one_box(items, block_=BBoxBlock, get=lambda o: o[1][:1], net=None):
    dls = DataBlock((ImageBlock, block_), get_x=ItemGetter(0), get_y=get, splitter=RandomSplitter(seed=0), item_tfms=Resize(32, method='squish'),
        batch_tfms=aug_transforms(pad_mode='zeros')).dataloaders([o for o in items if o[1]], bs=4)
    return Learner(dls, net or nn.Sequential(nn.Conv2d(3, 4, 3, stride=2), nn.AdaptiveAvgPool2d(2), nn.Flatten(), nn.LazyLinear(dls.one_batch()[1][0].numel())), L1LossFlat())

def test_one_box(items):
    learn = one_box(items)
    with learn.no_bar(), learn.no_logging(): learn.fit(1)
    learn.show_results(max_n=2)
    left,right = plt.gcf().axes[:2]
    assert len(left.patches) == len(right.patches) == 1
    Interpretation.from_learner(learn).plot_top_losses(2)
    plt.close('all')
    assert learn.predict(items[1][0])[0].shape == (1, 4)

def test_targets_are_not_drawn_over_predictions(items):
    "Two targets, and a prediction of boxes alone"
    learn = detector(items)
    learn.model,learn.loss_func = nn.Sequential(nn.Conv2d(3, 4, 3, stride=4), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, 4)),lambda p, b, l: p.abs().mean()
    dl = learn.dls.test_dl([items[3]], with_labels=True, bs=1)
    learn.show_results(dl=dl, shuffle=False)
    left,right = plt.gcf().axes[:2]
    assert (len(left.patches), len(right.patches)) == (6, 1)   # boxes, and boxes with labels
    plt.close('all')

class Grid(nn.Module):
    "Numbers on a grid over the picture"
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 5, 8, stride=8)
    def forward(self, x): return self.conv(x)

@pytest.mark.parametrize('targets', [True, False])
@pytest.mark.parametrize('kind', ['boxes', 'points', 'grid of boxes', 'grid of points'])
def test_tta_averages_no_numbers_that_are_places(items, kind, targets): # N-290
    learn = one_box(items, PointBlock, lambda o: o[1][0]) if 'points' in kind else one_box(items)
    if 'grid' in kind: learn.model,learn.loss_func = Grid(),lambda p, y: p.mean()
    dl = learn.dls.valid if targets else learn.dls.test_dl([o[0] for o in items[:4]])
    with pytest.raises(ValueError, match='the targets are of type `Tensor(BBox|Point)`'): learn.tta(dl=dl)

def test_tta_of_detectors(items):
    with pytest.raises(ValueError, match='the targets are of type `TensorBBox`'): detector(items).tta()


# Files

load = '''
import sys
from mylearner.learner import load_learner
learn = load_learner(sys.argv[1])
print(type(learn.predict(sys.argv[2])[0]).__name__, list(learn.dls.vocab), len(learn.dls.test_dl([(sys.argv[2], [[1,2,3,4]], ['coin'])], with_labels=True).one_batch()[2]))
'''

def test_loaded_without_permission(items, tmp_path): # N-290
    learn = detector(items, tmp_path, batch_tfms=[*aug_transforms(), Normalize()], item_tfms=RandomResizedCrop(32))
    learn.model,learn.loss_func = nn.Sequential(nn.Conv2d(3, 4, 3, stride=4), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, 4)),nn.L1Loss()
    learn.export('boxes.pkl')
    res = subprocess.run([sys.executable, '-c', load, tmp_path/'boxes.pkl', items[3][0]], capture_output=True, text=True)
    assert res.stdout.split() == ['TensorBBox', "['#na#',", "'card',", "'coin']", '1'], res.stderr

stops = []
class Stop(Callback):
    "End a fit in the middle of an epoch"
    def after_batch(self):
        if stops and self.training and self.epoch == 1 and self.iter == 2: raise KeyboardInterrupt

@pytest.mark.parametrize('n_workers', [0, 2])
def test_resumed_exactly(items, tmp_path, n_workers): # N-290
    def learner(where):
        set_seed(0)
        dls = block(item_tfms=RandomResizedCrop(32), batch_tfms=aug_transforms()).dataloaders(items, bs=4, num_workers=n_workers)
        return Learner(dls, Cells(), CellLoss(), path=tmp_path/where, cbs=[CheckpointCallback(every='1b'), Stop()])
    def fit(learn):
        with learn.no_bar(), learn.no_logging(): learn.fit(3, resume=True)
        return learn
    whole = fit(learner('whole'))
    stops.append(True)
    with pytest.raises(KeyboardInterrupt): fit(learner('parts'))
    stops.clear()
    parts = fit(learner('parts'))
    for a,b in zip(whole.model.parameters(), parts.model.parameters()): torch.testing.assert_close(a, b, rtol=0, atol=0)

@pytest.mark.parametrize('change,what', [
    (dict(categories=[]), 'annotation 0 is of picture 1 and category 2'), (dict(images=[]), 'annotation 0 is of picture 1 and category 2')])
def test_annotations_that_do_not_fit(tmp_path, change, what): # N-291
    coco = dict(images=[dict(id=1, file_name='a.png')], categories=[dict(id=2, name='coin')], annotations=[dict(image_id=1, category_id=2, bbox=[1, 2, 3, 4])])
    (tmp_path/'a.json').write_text(json.dumps(coco | change))
    with pytest.raises(ValueError, match=what): get_annotations(tmp_path/'a.json')

def test_annotations_without_area_are_left_out(tmp_path): # N-291
    coco = dict(images=[dict(id=1, file_name='a.png')], categories=[dict(id=2, name='coin')],
        annotations=[dict(image_id=1, category_id=2, bbox=o) for o in ([1, 2, 3, 4], [1, 2, 0, 4], [1, 2, 3, -1])])
    (tmp_path/'a.json').write_text(json.dumps(coco))
    with pytest.warns(UserWarning, match='2 of 3 boxes in .*a.json.* have no area and are left out'): files,found = get_annotations(tmp_path/'a.json')
    assert (files, found) == (['a.png'], [([[1, 2, 4, 6]], ['coin'])])


# Found on the way

def test_no_labels_are_numbers_too():
    assert MultiCategorize(['a', 'b'])([]).dtype == torch.int64

def test_a_body_for_a_method_that_the_class_lacks():
    class Half(Transform):
        def encodes(self, o:int): return o/2
    @Half
    def decodes(self, o:float): return int(o*2)
    assert Half().decode(Half()(3)) == 3
    assert TensorPoint.create([1, 2]).shape == (1, 2)
