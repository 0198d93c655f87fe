"A callback that writes the gradients' size down and turns the rate down by it; another that freezes on its own"
from fastai.basics import *
from fastai.callback.all import *

class GradLogger(Callback):
    "Norm of the gradient of each layer, before each step"
    order = 5
    def __init__(self, every=1, top=5.): store_attr()
    def before_fit(self): self.norms, self.cuts, self.lrs = defaultdict(list), 0, []
    def before_step(self):
        if self.train_iter % self.every: return
        total = 0.
        for n, p in self.model.named_parameters():
            if not p.requires_grad or p.grad is None: continue
            norm = p.grad.detach().norm().item()
            self.norms[n].append(norm); total += norm**2
        if total**.5 > self.top:
            for h in self.opt.hypers: h['lr'] = h['lr']*0.5
            self.cuts += 1
        self.lrs.append(self.opt.hypers[-1]['lr'])
    def after_epoch(self):
        if self.epoch == 1: self.opt.set_hyper('lr', 0.01)
    def after_fit(self): self.learn.grad_norms = {k: len(v) for k, v in self.norms.items()}

class FreezeAt(Callback):
    run_valid = False
    def __init__(self, epoch): self.when = epoch
    def before_epoch(self):
        if self.epoch == self.when: self.learn.freeze_to(-1)

class WatchWeights(Callback):
    def before_batch(self): self.w0 = self.model[0].weight.detach().clone()
    def after_batch(self):
        if self.training: self.moved.append(bool((self.w0 != self.model[0].weight).any()))
    def before_fit(self): self.moved = []

torch.manual_seed(0)
x = torch.randn(96, 4); y = x @ torch.tensor([[3.], [-2.], [1.], [0.]])
dls = DataLoaders.from_dsets(list(zip(x[:64], y[:64])), list(zip(x[64:], y[64:])), bs=16, shuffle=False, num_workers=0)
def net():
    torch.manual_seed(1)
    return nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 1))
split = lambda m: [params(m[0]), params(m[2])]
log, watch = GradLogger(top=3.), WatchWeights()
learn = Learner(dls, net(), loss_func=MSELossFlat(), opt_func=partial(SGD, mom=0.5), lr=0.05, metrics=[mae, rmse], splitter=split, cbs=[log, FreezeAt(2), watch])
learn.fit(3)
w = [round(float(o), 4) for o in learn.model[2].weight[0]]
learn2 = Learner(dls, net(), loss_func=MSELossFlat(), opt_func=ranger, metrics=mae)
learn2.fit_flat_cos(2, 0.02, pct_start=0.5)
learn3 = Learner(dls, net(), loss_func=MSELossFlat(), opt_func=partial(Adam, decouple_wd=False, wd=0.1))
sched = {'lr': combine_scheds([0.25, 0.75], [SchedLin(0.001, 0.05), SchedCos(0.05, 0.001)]), 'mom': combine_scheds([.5, .5], [SchedCos(.95, .85), SchedCos(.85, .95)])}
learn3.fit(2, cbs=ParamScheduler(sched))
learn4 = Learner(dls, net(), loss_func=MSELossFlat(), lr=1e-2)
learn4.fit(1, cbs=[GradientClip(0.5), ShortEpochCallback(0.5)])
figures = dict(norms=learn.grad_norms, cuts=log.cuts, lrs=[round(o, 5) for o in log.lrs], moved=watch.moved, w=w, last=[round(float(o), 4) for o in learn.recorder.values[-1]][1:],
               flat=[round(float(o), 4) for o in learn2.recorder.values[-1]][1:], flat_lrs=[round(o, 5) for o in learn2.recorder.lrs], hps=sorted(learn2.recorder.hps),
               sched=[round(o, 5) for o in learn3.recorder.lrs], smom=[round(o, 4) for o in learn3.recorder.hps['mom']], slast=round(float(learn3.recorder.values[-1][1]), 4),
               short=len(learn4.recorder.losses), frozen=learn.opt.frozen_idx, groups=[len(o) for o in learn.opt.param_lists], train_iter=learn.train_iter)
