"Transfer: a splitter, freezing, discriminative rates, `fine_tune`"
from fastai.basics import *
from fastai.callback.all import *

class Net(Module):
    def __init__(self):
        self.body = nn.Sequential(nn.Linear(4, 8), nn.BatchNorm1d(8), nn.ReLU())
        self.head = nn.Linear(8, 3)
    def forward(self, x): return self.head(self.body(x))

def splitter(m): return L(m.body, m.head).map(params)

set_seed(5)
x = torch.randn(192, 4)
y = (x[:, 0] > 0).long() + (x[:, 1] > 0).long()
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds[:128], ds[128:], bs=16, shuffle=False, num_workers=0)
learn = Learner(dls, Net(), loss_func=CrossEntropyLossFlat(), metrics=[accuracy, error_rate], splitter=splitter, wd=0.1)

learn.freeze()
frozen = [p.requires_grad for p in learn.model.parameters()]
before = learn.model.body[0].weight.detach().clone()
learn.fit_one_cycle(1, 1e-2)
same = bool((learn.model.body[0].weight == before).all())
learn.unfreeze()
learn.fit_one_cycle(2, slice(1e-4, 1e-2))
lrs = list(learn.recorder.lrs)
moms = [learn.recorder.hps['mom'][i] for i in (0, 3, -1)]
learn.freeze_to(-1)
idx = learn.opt.frozen_idx
learn.fine_tune(2, 1e-2, freeze_epochs=1)
rates = learn.recorder.hps['lr']
learn.opt.set_hyper('lr', slice(0, 1e-2))
figures = dict(frozen=frozen, same=same, lrs=[lrs[0], max(lrs), lrs[-1]], n_lrs=len(lrs), moms=moms, idx=idx, tuned=[rates[0], max(rates), len(rates)],
               after=[h['lr'] for h in learn.opt.hypers], losses=[o.item() for o in learn.recorder.losses],
               accuracy=[row[2] for row in learn.recorder.values], sum=[row[2]+row[3] for row in learn.recorder.values],
               names=[str(o) for o in learn.recorder.metric_names])
