"Transforms that decode, TfmdLists, Datasets, Pipeline and their show"
from fastai.basics import *

class Named(Transform):
    def __init__(self, names): self.names = list(names)
    def encodes(self, o:str): return float(self.names.index(o))
    def decodes(self, o:float): return self.names[round(o)]

class NormalizeMean(Transform):
    def setups(self, items): self.mean = sum(float(o) for o in items)/len(items)
    def encodes(self, x:float): return x - self.mean
    def decodes(self, x:float): return x + self.mean

class TitledNumber(float):
    def show(self, ctx=None, **kwargs): print(f'number {float(self):.2f}'); return ctx

class ToNumber(Transform):
    def encodes(self, o:Tensor): return o*2
    def decodes(self, o:Tensor): return TitledNumber(o/2)

@Transform
def double(o:float): return o*2
@ItemTransform
def swap(o): return o[1], o[0]
def to_t(o): return tensor(float(o))

pipe = Pipeline([Named('abc'), double])
items = ['a', 'b', 'c', 'b', 'a', 'c', 'c', 'b']
tl = TfmdLists(items, [Named('abc'), NormalizeMean()], splits=[[0, 1, 2, 3, 4], [5, 6, 7]])
res = dict(pipe=[pipe('b'), pipe('c')], decoded=pipe.decode(1.), train=[o for o in tl.train], valid=[o for o in tl.valid],
           len=[len(tl), len(tl.train), len(tl.valid)], back=[tl.decode(o) for o in tl.train])
res['mean'] = tl.tfms[1].mean
res['names'] = [o.name for o in tl.tfms]
nums = list(range(12))
dsets = Datasets(nums, [[to_t, ToNumber()], [lambda o: 'even' if o % 2 == 0 else 'odd', Categorize]], splits=RandomSplitter(0.25, seed=1)(nums))
x, y = dsets.train[0]
dec = dsets.decode((x, y))
dls = dsets.dataloaders(bs=4, after_batch=[], shuffle_train=False, num_workers=0)
b = dls.one_batch()
import io, contextlib
with contextlib.redirect_stdout(io.StringIO()) as out: show_at(dsets.train, 1)
batch = dls.decode_batch(b)
sub = dsets.subset(1)
new = dsets.new_empty() if hasattr(dsets, 'new_empty') else None
figures = dict(**res, x=x.item(), y=int(y), dec=[float(dec[0]), str(dec[1])], vocab=list(dsets.vocab), shown=out.getvalue(),
               batch=[[float(o[0]), str(o[1])] for o in batch], sub=len(sub), splits=[list(map(int, o)) for o in dsets.splits],
               types=[type(dec[0]).__name__, type(y).__name__], items=[int(o) for o in dsets.valid.items],
               swapped=list(swap((1, 2))), compose=compose_tfms(3, [lambda o: o+1, lambda o: o*2]), n_inp=dsets.n_inp,
               first=[list(map(float, o)) for o in (tl.train[:2], tl.train[[0, 2]])], tensor=tl.train[0])
