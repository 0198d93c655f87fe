"Hooks, activation statistics, summary"
from fastai.basics import *
from fastai.callback.all import *
from fastai.callback.hook import *

torch.manual_seed(0)
x = torch.randn(128, 1, 8, 8)
y = (x.mean(dim=(1, 2, 3)) > 0).long()
dls = DataLoaders.from_dsets(list(zip(x[:96], y[:96])), list(zip(x[96:], y[96:])), bs=32, shuffle=False, num_workers=0)
def conv(ni, nf, act=True):
    layers = [nn.Conv2d(ni, nf, 3, stride=2, padding=1)]
    if act: layers.append(nn.ReLU())
    return nn.Sequential(*layers)
torch.manual_seed(1)
model = nn.Sequential(conv(1, 4), conv(4, 8), conv(8, 2, act=False), nn.AdaptiveAvgPool2d(1), Flatten())
learn = Learner(dls, model, loss_func=F.cross_entropy, metrics=accuracy, cbs=ActivationStats(with_hist=True, every=2), opt_func=SGD)
learn.fit(2, 0.1)
st = learn.activation_stats
means = [round(float(o), 4) for o in st.layer_stats(0)[0]]
with hook_outputs([model[0], model[1]], detach=True) as h:
    learn.model.eval(); learn.model(x[:4])
    outs = [[list(o.stored.shape), o.stored.mean().item()] for o in h]
with hook_output(model[2][0], grad=True) as hg:
    learn.model(x[:4]).sum().backward()
    learn.model.zero_grad()
    grads = [list(hg.stored[0].shape), hg.stored[0].sum().item()]
shapes = []
class Shapes(HookCallback):
    def hook(self, m, i, o): return list(o.shape)
    def after_batch(self):
        if self.iter == 0 and self.training: shapes.extend(self.hooks.stored)
learn.fit(1, cbs=Shapes(modules=flatten_model(model)))
hook = Hook(model[0][0], lambda m,i,o: o.mean().item(), cpu=True)
model(x[:2])
kept = hook.stored
hook.remove()
st.plot_layer_stats(0); plt.close('all')
st.color_dim(0); plt.close('all')

stats, hist = len(st.stats), list(st.hist(0).shape)
keys, values = sorted(st.stats[0][0].keys()), [list(o)[1:] for o in learn.recorder.values]
text = str(learn.summary())
figures = dict(means=means, n=stats, keys=keys, hist=hist, outs=outs, grads=grads, shapes=shapes, kept=kept, total=total_params(model),
               has=has_params(model[0][0]), words=[w in text for w in ('Conv2d', 'ReLU', 'Loss', 'Callbacks')],
               values=values, flat=len(flatten_model(model)))
