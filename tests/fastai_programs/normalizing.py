"Tensors as pictures, Normalize, an autoencoder with a callback that swaps the target, show and types"
from fastai.basics import *
from fastai.callback.all import *
from fastai.data.all import *

g = torch.Generator().manual_seed(5)
imgs = (torch.rand(60, 3, 6, 6, generator=g)*255).byte()
labels = ['dark' if o.float().mean() < 127.5 else 'light' for o in imgs]
items = list(range(60))
def get_img(i): return TensorImage(imgs[i])
def label(i): return labels[i]
stats = ([0.5]*3, [0.25]*3)
dblock = DataBlock(blocks=(TransformBlock(type_tfms=get_img, batch_tfms=IntToFloatTensor), CategoryBlock), get_y=label,
                   splitter=IndexSplitter(list(range(45, 60))), batch_tfms=Normalize.from_stats(*stats, cuda=False))
dls = dblock.dataloaders(items, bs=15, shuffle=False, num_workers=0)
xb, yb = dls.one_batch()
dec = dls.decode_batch((xb, yb))
learned = DataBlock(blocks=(TransformBlock(type_tfms=get_img, batch_tfms=IntToFloatTensor), CategoryBlock), get_y=label,
                   splitter=IndexSplitter(list(range(45, 60))), batch_tfms=Normalize(axes=(0, 2, 3))).dataloaders(items, bs=45, shuffle=False, num_workers=0)
xl, _ = learned.one_batch()
class Autoencode(Callback):
    "The input is the target"
    order = 5
    def before_batch(self): self.learn.yb = (self.x.clone(),)
class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.enc, self.dec = nn.Conv2d(3, 4, 1), nn.Conv2d(4, 3, 1)
    def forward(self, x): return self.dec(F.relu(self.enc(x)))
torch.manual_seed(1)
learn = Learner(dls, Model(), loss_func=MSELossFlat(), opt_func=partial(Adam, mom=0.9, sqr_mom=0.99), cbs=Autoencode(), metrics=lambda p,t: (p-t).abs().mean())
learn.fit(2, 1e-2)
vals = [list(o)[1:] for o in learn.recorder.values]
b = learn.dls.valid.one_batch()
sd = {k: list(v.shape) for k,v in learn.model.state_dict().items()}
feats = []
for xb2, yb2 in dls.valid: feats.append(learn.model.enc(xb2).mean().item())
clf = Learner(dls, nn.Sequential(Flatten(), LinBnDrop(108, 8, act=nn.ReLU(), p=0.), nn.Linear(8, dls.c)), metrics=[accuracy, error_rate], path='.')
apply_init(clf.model, nn.init.ones_)
clf.fit(1, 1e-3)
last = [float(o) for o in clf.recorder.values[-1]][1:]
pred = clf.predict(50)
figures = dict(x=xb.mean().item(), types=[type(o).__name__ for o in (xb, yb, dec[0][0], dec[0][1])], first=list(dec[0][0].shape),
               label=str(dec[0][1]), mean=xl.mean(dim=(0, 2, 3)).abs().max().lt(1e-4).item(), std=xl.std(dim=(0, 2, 3)).tolist(), vals=vals, sd=sd, feats=feats,
               clf=last, pred=[str(pred[0]), int(pred[1]), pred[2].tolist()], c=dls.c, loss=type(clf.loss_func).__name__,
               b=[list(o.shape) for o in b])
