"Hooks on layers: by hand, by callback, and the statistics of activations"
from fastai.basics import *
from fastai.callback.all import *

set_seed(2)
x = torch.randn(96, 4)
y = (x.sum(1) > 0).long()
dls = DataLoaders.from_dsets(list(zip(x[:64], y[:64])), list(zip(x[64:], y[64:])), bs=16, shuffle=False, num_workers=0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
xb, yb = dls.one_batch()

with hook_output(model[0]) as h:
    model(xb)
    shape, mean = h.stored.shape, h.stored.mean().item()
with hook_output(model[0], grad=True) as g:
    F.cross_entropy(model(xb), yb).backward()
    grad_shape = g.stored[0].shape
model.zero_grad()
with Hooks([model[0], model[2]], lambda m, i, o: o.mean().item()) as hs:
    model(xb)
    means = list(hs.stored)

class Shapes(HookCallback):
    def hook(self, m, i, o): return list(o.shape)
    def after_pred(self): self.learn.shapes = [o.stored for o in self.hooks]

learn = Learner(dls, model, loss_func=CrossEntropyLossFlat(), opt_func=SGD, lr=0.1, cbs=[ActivationStats(with_hist=True), Shapes()])
learn.fit(1)
stats = learn.activation_stats
figures = dict(shape=list(shape), mean=mean, grad_shape=list(grad_shape), means=means, shapes=learn.shapes, left=len(model[0]._forward_hooks),
               n=len(stats.stats), first=[stats.stats[0][0][k] for k in ('mean', 'std')], layer=[float(o) for o in stats.layer_stats(0)[0]],
               params=total_params(model)[0], names=list(layer_info(learn, xb)[0])[:1])
