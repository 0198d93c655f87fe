"The recorder used as scripts use it: lists of tensors and floats, columns of one's own, a look at the curve"
import json, matplotlib
matplotlib.use('Agg')
from fastai.basics import *
from fastai.callback.all import *

set_seed(23)
x = torch.rand(160, 1)*4
y = 2*x + 1
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds[:128], ds[128:], bs=16, shuffle=False, num_workers=0)

class Biggest(Metric):
    "The largest error"
    def reset(self): self.val = 0.
    def accumulate(self, learn): self.val = max(self.val, (learn.pred-learn.y).abs().max().item())
    @property
    def value(self): return self.val
    @property
    def name(self): return 'biggest'

def within(preds, targs): return ((preds-targs).abs() < 1).float().mean()

class Extra(Callback):
    order = 45
    def after_validate(self): self.learn.answer = len(self.recorder.losses)

learn = Learner(dls, nn.Linear(1, 1), loss_func=MSELossFlat(), opt_func=SGD, lr=0.05, metrics=[mae, rmse, within, Biggest()], cbs=Extra())
learn.fit(2)
rec = learn.recorder
losses = [o.item() for o in rec.losses]
text = json.dumps(dict(lrs=rec.lrs, losses=losses))
stacked = torch.stack(list(rec.losses)).mean().item()
plt.figure()
rec.plot_loss(skip_start=0)
points = len(plt.gca().lines[0].get_xdata())
best = min(rec.losses).item()
smooth = learn.smooth_loss.item()
rec.losses = rec.losses[-3:]
figures = dict(losses=losses, back=json.loads(text)['lrs'] == rec.lrs, stacked=stacked, points=points, best=best, smooth=smooth, kept=len(rec.losses),
               values=[list(row)[1:] for row in rec.values], iters=list(rec.iters), n_names=len(rec.metric_names), lrs=rec.lrs + [0.5], answer=learn.answer,
               figures=len(plt.get_fignums()), final=list(learn.final_record)[1:], loss=None if learn.loss is None else 'kept')
