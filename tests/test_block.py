"Data blocks, files, and tensors that know what they hold, in combinations that the pages have no room for"
import copy, io, pickle
from collections import namedtuple
from contextlib import redirect_stdout
from pathlib import Path

import pytest
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from mylearner.basics import (SGD, ActivationType, AccumMetric, BCEWithLogitsLossFlat, CrossEntropyLossFlat, DataLoaders, FocalLossFlat, Learner, MSELossFlat, accuracy)
from mylearner.data.block import CategoryBlock, DataBlock, MultiCategoryBlock, RegressionBlock, TransformBlock
from mylearner.data.core import TfmdDL
from mylearner.data.files import FileSplitter, GrandparentSplitter, RegexLabeller, get_files, get_image_files, parent_label
from mylearner.data.transforms import EndSplitter, IntToFloatTensor, Normalize, RandomSplitter, ToTensor
from mylearner.torch_core import TensorBase, TensorCategory, TensorImage, TensorImageBW, TensorMask, TensorMultiCategory
from mylearner.transform import ItemTransform, Pipeline, Transform
from mylearner.typed import explode_types, retain_types


# Blocks

def pairs(n=20): return [(torch.randn(3, generator=torch.Generator().manual_seed(i)), 'ab'[i % 2]) for i in range(n)]

@pytest.mark.parametrize('y,block,loss,dtype', [
    (lambda i: 'ab'[i % 2], CategoryBlock, CrossEntropyLossFlat, torch.int64),
    (lambda i: ['a', 'b'][:i % 3], MultiCategoryBlock, BCEWithLogitsLossFlat, torch.float32),
    (lambda i: [1., 0.], MultiCategoryBlock(encoded=True, vocab=['a', 'b']), BCEWithLogitsLossFlat, torch.float32),
    (lambda i: float(i), RegressionBlock, MSELossFlat, torch.float32),
    (lambda i: [i, i + 1], RegressionBlock(n_out=2), MSELossFlat, torch.float32)])
def test_target_blocks_train(y, block, loss, dtype):
    "Each kind of target brings the loss and the number of outputs that a learner needs" # S-045
    b = DataBlock(blocks=(TransformBlock, block), get_x=lambda i: torch.tensor([float(i), 1.]), get_y=y, splitter=EndSplitter(0.25))
    dls = b.dataloaders(list(range(16)), bs=4)
    from mylearner.data.transforms import get_c
    assert dls.one_batch()[1].dtype == dtype
    learn = Learner(dls, nn.Linear(2, get_c(dls)), opt_func=SGD, lr=1e-4)
    assert type(learn.loss_func) is loss
    with learn.no_bar(), learn.no_logging(): learn.fit(1)
    assert torch.isfinite(torch.tensor(learn.recorder.values[-1][:2])).all()

def test_sources_do_not_meet():
    "What a block learns from one source is not known to the next, in any order and with loaders still in use" # N-085
    class Seen(Transform):
        n = 0
        def setups(self, items): self.n = len(items)
        def encodes(self, o:float): return o
    seen = Seen()
    b = DataBlock(blocks=(TransformBlock(type_tfms=seen), CategoryBlock), get_y=str, splitter=EndSplitter(0.5), batch_tfms=Normalize(axes=0))
    one = b.datasets([1., 2., 3., 4.])
    two = b.datasets([5., 6.])
    assert (list(one.vocab), list(two.vocab)) == (['1.0', '2.0'], ['5.0'])
    assert (one.tls[0].tfms.seen.n, two.tls[0].tfms.seen.n, seen.n) == (2, 1, 0)

def test_a_given_transform_replaces_the_blocks():
    "Of the transforms of one class in several lists the last one counts" # N-095
    x = TransformBlock(batch_tfms=IntToFloatTensor(div=2.))
    b = DataBlock(blocks=(x, TransformBlock), batch_tfms=[IntToFloatTensor(div=4.), noisy])
    assert [getattr(o, 'div', None) for o in b.batch_tfms] == [4., None]
    assert [getattr(o, 'div', None) for o in b.new().batch_tfms] == [2.]
    assert len(DataBlock(item_tfms=ToTensor()).item_tfms) == 1

def test_nothing_of_one_list_is_left_out():
    "Two of one class, and functions that only look alike" # N-095
    fs = [lambda b: b for _ in range(2)]
    b = DataBlock(batch_tfms=[IntToFloatTensor(1.), IntToFloatTensor(2.), *fs])
    assert len(b.batch_tfms) == 4 and len(DataBlock(blocks=(TransformBlock(batch_tfms=fs), TransformBlock(batch_tfms=fs))).batch_tfms) == 2

def noisy(b): return b

@pytest.mark.parametrize('n_inp,get_x,get_y,ok', [
    (1, len, None, True), (1, [len], [len, len], True), (2, [len, len], len, True), (2, len, len, False), (1, Pipeline([len, float]), None, True),
    (1, [len, len], None, False), (0, None, [len]*3, True), (3, [len]*3, None, True)])
def test_functions_per_place(n_inp, get_x, get_y, ok): # N-087
    def make(): return DataBlock(blocks=[TransformBlock]*3, n_inp=n_inp, get_x=get_x, get_y=get_y, splitter=EndSplitter(0.5))
    if ok: assert len(make().datasets(['a', 'bb']).train[0]) == 3
    else: pytest.raises(ValueError, make)

@pytest.mark.parametrize('source,why', [([], 'no items were found'), (iter(()), 'no items were found')])
def test_empty_sources(source, why):
    with pytest.raises(ValueError, match=why): DataBlock().datasets(source)

def test_a_split_without_training_items():
    with pytest.raises(ValueError, match='none of the 2 items'): DataBlock(splitter=lambda o: ([], [0, 1])).datasets([1, 2])

def test_unknown_arguments_are_refused():
    with pytest.raises(TypeError, match="shuffel"): DataBlock().dataloaders([1., 2.], shuffel=False)
    with pytest.raises(TypeError): DataBlock(get_z=len)

def test_arguments_go_before_those_of_blocks():
    b = DataBlock(blocks=(TransformBlock(dls_kwargs=dict(bs=2)), TransformBlock), splitter=EndSplitter(0.5))
    assert b.dataloaders(torch.arange(8.)).train.bs == 2
    assert b.dataloaders(torch.arange(8.), bs=3).train.bs == 3

def test_blocks_choose_the_loader():
    class Mine(TfmdDL): pass
    class Yours(TfmdDL): pass
    x = TransformBlock(dl_type=Mine)
    assert [type(o) for o in DataBlock(blocks=(x, TransformBlock)).dataloaders(torch.arange(8.))] == [Mine, Mine]
    assert type(DataBlock(blocks=(x, TransformBlock), dl_type=Yours).dataloaders(torch.arange(8.)).train) is Yours

@pytest.mark.parametrize('where', ['setup', 'item', 'batch'])
def test_errors_name_the_item(where):
    "Wherever it happens: while transforms learn, while an item is made, in a loader" # N-088
    def fail(o):
        if o == 'c': raise OSError('unreadable')
        return o
    block = CategoryBlock if where == 'setup' else TransformBlock
    b = DataBlock(blocks=(TransformBlock, block), get_x=lambda o: 1., get_y=fail, splitter=EndSplitter(0.25))
    with pytest.raises(OSError, match='unreadable') as e:
        dsets = b.datasets(['a', 'b', 'c', 'd'])
        if where == 'item': dsets.train[2]
        else: dsets.dataloaders(bs=3, shuffle=False).one_batch()
    notes = '\n'.join(e.value.__notes__)
    assert "with item 2: 'c'" in notes and 'transform' in notes and 'fail' in notes

def test_summary_shows_where_it_stops():
    out = io.StringIO()
    b = DataBlock(blocks=(TransformBlock(type_tfms=[abs, float]), CategoryBlock), get_y=str, splitter=EndSplitter(0.5), batch_tfms=noisy)
    with redirect_stdout(out): b.summary([-1, 2, 3, 4])
    text = out.getvalue()
    assert [o for o in ('abs', 'float', 'Categorize', 'join', 'noisy') if o not in text] == []
    def bad(b): raise RuntimeError('too hot')
    out = io.StringIO()
    with redirect_stdout(out), pytest.raises(RuntimeError): b.new(batch_tfms=bad).summary([-1, 2, 3, 4])
    assert out.getvalue().splitlines()[-1].split() == ['bad', 'RuntimeError:', 'too', 'hot']

def test_summary_asks_chance_once():
    "Split and items are those of one call, and drawn as `dataloaders` draws them"
    calls = []
    def splitter(o):
        calls.append(1)
        return RandomSplitter()(o)
    with redirect_stdout(io.StringIO()): DataBlock(splitter=splitter).summary(list(range(10)))
    assert len(calls) == 1

def test_a_block_can_be_copied_and_pickled():
    b = DataBlock(blocks=(TransformBlock, CategoryBlock), get_x=abs, get_y=str, splitter=noisy_split)
    for o in (copy.deepcopy(b), pickle.loads(pickle.dumps(b))): assert o.datasets([1, -2, 3]).train[1] == b.datasets([1, -2, 3]).train[1]

def noisy_split(o): return [0, 1], [2]

def test_learner_from_a_block_predicts_and_travels(tmp_path):
    b = DataBlock(blocks=(TransformBlock, CategoryBlock), get_x=first, get_y=second, splitter=EndSplitter(0.25))
    learn = Learner(b.dataloaders(pairs(), bs=5), nn.Linear(3, 2), metrics=accuracy, path=tmp_path)
    with learn.no_bar(), learn.no_logging(): learn.fit(1)
    item = pairs()[0]
    with learn.no_bar(): want = learn.predict(item)
    assert want[0] in ('a', 'b')
    learn.export('m.pkl')
    from mylearner.basics import load_learner
    there = load_learner(tmp_path/'m.pkl', trust=True)
    with there.no_bar(): got = there.predict(item)
    assert got[0] == want[0] and torch.equal(got[2], want[2])

def first(o): return o[0]
def second(o): return o[1]

# Files

@pytest.fixture
def tree(tmp_path):
    for o in ('train/cat/a.png', 'train/dog/b.JPG', 'valid/cat/c.png', 'valid/dog/d.txt', 'e.png', '.git/f.png', 'train/.g.png'):
        (tmp_path/o).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path/o).touch()
    return tmp_path

def names(ps): return [p.name for p in ps]

@pytest.mark.parametrize('kw,found', [
    ({}, ['e.png', 'a.png', 'b.JPG', 'c.png', 'd.txt']),
    (dict(recurse=False), ['e.png']),
    (dict(extensions={'.jpg', '.txt'}), ['b.JPG', 'd.txt']),
    (dict(folders='train'), ['a.png', 'b.JPG']),
    (dict(folders=['.', 'valid']), ['e.png', 'c.png', 'd.txt'])])
def test_get_files(tree, kw, found): assert names(get_files(tree, **kw)) == found

def test_get_files_in_a_hidden_folder(tree): assert names(get_files(tree/'.git')) == ['f.png']

def test_links(tree):
    (tree/'train'/'loop').symlink_to(tree, target_is_directory=True)   # a link back up is entered no second time
    assert sorted(names(get_image_files(tree))) == ['a.png', 'b.JPG', 'c.png', 'e.png']
    assert 'b.JPG' in names(get_files(tree, followlinks=False))

@pytest.mark.parametrize('f', [str, Path])
def test_labels(f):
    assert parent_label(f('a/b/c.png')) == 'b'
    assert RegexLabeller(r'/(\w+)\.png$')(f('a/b/c.png')) == 'c'

def test_splitters(tree):
    files = get_files(tree, folders=['train', 'valid'])
    assert [list(o) for o in GrandparentSplitter()(files)] == [[0, 1], [2, 3]]
    assert [list(o) for o in GrandparentSplitter(train_name=['train', 'valid'], valid_name='valid')(files)] == [[0, 1, 2, 3], [2, 3]]
    (tree/'held.txt').write_text('b.JPG\n\n')
    assert [list(o) for o in FileSplitter(tree/'held.txt')(files)] == [[0, 2, 3], [1]]

# Types

typed = [Tensor, TensorBase, TensorImage, TensorMask, TensorCategory, TensorMultiCategory]

@pytest.mark.parametrize('a', typed)
@pytest.mark.parametrize('b', typed)
@pytest.mark.parametrize('loss', [CrossEntropyLossFlat(), FocalLossFlat(), F.cross_entropy, accuracy])
def test_losses_and_metrics_mix_types(a, b, loss):
    "Same value, whatever the types of predictions and targets" # N-089
    g = torch.Generator().manual_seed(0)
    pred,targ = torch.randn(8, 3, generator=g),torch.arange(8) % 3
    want = loss(pred, targ)
    assert torch.equal(loss(pred.as_subclass(a), targ.as_subclass(b)).as_subclass(Tensor), want)

@pytest.mark.parametrize('a', typed)
@pytest.mark.parametrize('b', typed)
@pytest.mark.parametrize('f', [torch.add, torch.mul, torch.eq, torch.maximum, lambda x,y: x-y, lambda x,y: x == y, lambda x,y: x[y > 0],
    lambda x,y: torch.where(y > 0, x, y), lambda x,y: torch.cat([x, y]), lambda x,y: torch.stack([x, y]), F.mse_loss, lambda x,y: x.masked_fill(y > 0, 0.)])
def test_operations_mix_types(a, b, f): # N-089
    x,y = torch.tensor([1., 2., 3.]),torch.tensor([0., 2., 1.])
    assert torch.equal(f(x.as_subclass(a), y.as_subclass(b)).as_subclass(Tensor), f(x, y))

def test_gradients_pass_through_types():
    w = nn.Parameter(torch.ones(3))
    loss = ((w*TensorImage([1., 2., 3.]) - TensorMask([0., 1., 0.]))**2).sum()
    loss.backward()
    assert w.grad.tolist() == [2., 4., 18.]

class Images(torch.utils.data.Dataset):
    def __init__(self, typ_x, typ_y): self.typs = typ_x,typ_y
    def __len__(self): return 8
    def __getitem__(self, i): return torch.full((1, 4, 4), float(i)).as_subclass(self.typs[0]),torch.tensor(i % 2).as_subclass(self.typs[1])

@pytest.mark.parametrize('default_cbs', [True, False])
@pytest.mark.parametrize('types', [(TensorImage, TensorCategory), (TensorImageBW, TensorMask)])
def test_training_with_types_is_training_without(types, default_cbs):
    "The same weights to the last bit"
    def train(types):
        torch.manual_seed(0)
        dls = DataLoaders.from_dsets(Images(*types), Images(*types), bs=4, device='cpu')
        net = nn.Sequential(nn.Flatten(), nn.Linear(16, 2))
        learn = Learner(dls, net, loss_func=CrossEntropyLossFlat(), metrics=accuracy, default_cbs=default_cbs)
        if default_cbs:
            with learn.no_bar(), learn.no_logging(): learn.fit(2)
        else: learn.fit(2)
        return net[1].weight
    assert torch.equal(train(types), train((Tensor, Tensor)))

def test_a_model_sees_plain_tensors():
    seen = set()
    class See(nn.Linear):
        def forward(self, x):
            seen.add(type(x))
            return super().forward(x.flatten(1))
    learn = Learner(DataLoaders.from_dsets(Images(TensorImage, TensorCategory), Images(TensorImage, TensorCategory), bs=4, device='cpu'),
        See(16, 2), loss_func=CrossEntropyLossFlat())
    with learn.no_bar(), learn.no_logging(): learn.fit(1)
    assert seen == {Tensor}

Pair = namedtuple('Pair', 'x y')

@pytest.mark.parametrize('b', [
    (TensorImage([1.]), TensorMask([1])), [TensorImage([1.]), (TensorMask([1]), torch.ones(1))], Pair(TensorImage([1.]), TensorCategory(1)), TensorImage([1.])])
def test_types_return(b):
    "Types of nested batches can be written down, lost and given back" # N-090
    def plain(o):
        if isinstance(o, Tensor): return o.as_subclass(Tensor)
        return (getattr(o, '_make', type(o)))(map(plain, o))
    types = explode_types(b)
    assert explode_types(retain_types(plain(b), typs=types)) == types
    assert explode_types(retain_types(plain(b), b)) == types

def test_more_elements_than_types():
    "A prediction may have more parts than the batch had"
    got = retain_types((torch.ones(1),)*3, typs=explode_types((TensorImage([1.]), TensorMask([1]))))
    assert [type(o) for o in got] == [TensorImage, TensorMask, Tensor]

# Decoding

class Negative(Transform):
    def encodes(self, x:TensorImage): return 1-x
    def decodes(self, x:TensorImage): return 1-x

class OnItems(ItemTransform):
    split_idx = None
    def encodes(self, x): return (x[0].as_subclass(TensorImage), *x[1:])

def images(**kwargs): return TfmdDL([(torch.zeros(1, 4, 4), 0)]*4, bs=2, after_item=OnItems(), after_batch=Negative(), **kwargs)

@pytest.mark.parametrize('make', [
    images, lambda: images().new(bs=4), lambda: pickle.loads(pickle.dumps(images())), lambda: images(shuffle=True), lambda: images(num_workers=1)])
def test_decoding_asks_typed_transforms(make): # N-092
    dl = make()
    b = tuple(o.as_subclass(Tensor) for o in dl.one_batch())
    assert b[0].unique().item() == 1 and dl.decode_batch(b)[0][0].unique().item() == 0

def test_decoding_without_items():
    "An exported loader has no item to look at, and still knows" # N-092
    dls = DataLoaders(images(), images())
    b = tuple(o.as_subclass(Tensor) for o in dls.one_batch())
    assert dls.new_empty().decode_batch(b)[0][0].unique().item() == 0

def test_workers_stay_when_types_are_found():
    dl = images(num_workers=1)
    b = next(iter(dl))
    list(dl)
    workers = dl._workers
    dl.decode_batch(b)
    list(dl)
    assert dl._workers is workers
    dl.close()

def test_items_that_are_gone():
    "Files may be deleted after training: exporting and predicting need none of them"
    class Files:
        there = True
        def __len__(self): return 4
        def __getitem__(self, i):
            if not self.there: raise FileNotFoundError(i)
            return torch.zeros(1, 4, 4),0
    ds = Files()
    dls = DataLoaders(TfmdDL(ds, bs=2))
    b = dls.one_batch()
    ds.there = False
    assert len(dls.decode_batch(b)) == 2 and len(dls.new_empty().decode_batch(b)) == 2

def test_finding_types_leaves_no_trace():
    class Noise(Transform):
        def encodes(self, x:TensorImage): return x+torch.rand(1).item()
    dl = TfmdDL([(TensorImage(torch.zeros(1, 4, 4)), 0)]*4, bs=2, after_batch=Noise())
    b = dl.one_batch()
    before = torch.get_rng_state()
    dl.decode_batch(b)
    assert torch.equal(before, torch.get_rng_state())

class Moves(Transform):
    "Moves itself"
    at = 'cpu'
    def to(self, device):
        self.at = str(device)
        return self
    def encodes(self, x:Tensor): return x

class Named(Transform):
    parameters = 'mean','net','missing'
    def __init__(self): self.mean,self.net = torch.zeros(1),nn.Linear(1, 1)
    def encodes(self, x:Tensor): return x

def test_transforms_follow_the_loader(): # N-091
    moves,named,net = Moves(),Named(),nn.Linear(1, 1)
    dls = DataLoaders(*(TfmdDL([(torch.zeros(1), 0)]*2, bs=1, after_batch=[moves, named, net]) for _ in range(2)))
    def at(): return [moves.at, named.mean.device.type, named.net.weight.device.type, net.weight.device.type]
    assert at() == ['cpu']*4
    dls.to('meta')
    assert at() == ['meta']*4

def test_transforms_are_placed_when_a_loader_is_made(): # N-091
    named = Named()
    TfmdDL([(torch.zeros(1), 0)], bs=1, after_batch=named, device='meta')
    assert named.mean.device.type == 'meta'

# Names of activations

@pytest.mark.parametrize('activation', ['No', 'Sigmoid', 'Softmax', 'BinarySoftmax'])
def test_activation_types(activation):
    m = AccumMetric(lambda p,y: p.sum(), activation=getattr(ActivationType, activation))
    assert m.activation == activation.lower()

# N-254
class Pair(tuple):
    "Two numbers that know how to be shown"
    drawn = []
    def show(self, ctx=None, **kwargs):
        self.drawn.append([float(o) for o in self])
        return ctx

@pytest.mark.parametrize('tfms', [{}, dict(after_item=[ToTensor()]), dict(after_batch=[Transform(lambda o: o)])], ids=['none', 'items', 'batches'])
def test_an_item_that_shows_itself_stays_whole(tfms):
    dl = TfmdDL([Pair((torch.tensor(i/2), torch.tensor(float(i)))) for i in range(4)], bs=4, num_workers=0, **tfms)
    b = dl.one_batch()
    x,y,samples = dl.show_batch(b, show=False)
    assert (type(x), y, [type(o) for o in samples]) == (Pair, None, [Pair]*4)
    Pair.drawn.clear()
    dl.show_batch(b, max_n=3)
    assert Pair.drawn == [[0., 0.], [0.5, 1.], [1., 2.]]
    x,y,samples,outs = dl.show_results(b, torch.arange(4.)*10, show=False)
    assert type(y) is Pair and y[1].tolist() == [0., 10., 20., 30.] and len(outs) == 4
