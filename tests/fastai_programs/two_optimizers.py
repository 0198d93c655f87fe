"An adversarial pair without GAN classes: two optimizers of one library, stepped in turn by a callback; and a loop by hand"
from fastai.basics import *
from fastai.callback.all import *

class Alternate(Callback):
    "The critic's own optimizer steps within the batch; the learner's one sees the generator alone"
    def __init__(self, crit): self.crit = crit
    def before_fit(self):
        self.opt_c = Adam(params(self.crit), lr=0.01, wd=0.)
        self.closs = []
    def after_pred(self):
        if not self.training: return
        real, fake = self.crit(self.yb[0]), self.crit(self.pred.detach())
        loss = F.softplus(-real).mean() + F.softplus(fake).mean()
        loss.backward()
        self.opt_c.step(); self.opt_c.zero_grad()
        self.closs.append(loss.item())

class GenLoss:
    def __init__(self, crit): self.crit = crit
    def __call__(self, pred, targ): return F.softplus(-self.crit(pred)).mean() + 0.1*F.mse_loss(pred, targ)

torch.manual_seed(0)
z = torch.randn(80, 2); real = torch.cat([z, z.sum(1, keepdim=True)], 1)*2 + 1
dls = DataLoaders.from_dsets(list(zip(z[:64], real[:64])), list(zip(z[64:], real[64:])), bs=16, shuffle=False, num_workers=0)
torch.manual_seed(3)
gen, crit = nn.Linear(2, 3), nn.Linear(3, 1)
alt = Alternate(crit)
learn = Learner(dls, gen, loss_func=GenLoss(crit), opt_func=partial(SGD, mom=0.9), lr=0.05, cbs=alt, metrics=lambda p, t: (p-t).abs().mean())
learn.fit(3)
first = [round(o, 4) for o in alt.closs]

# by hand, with both kinds of optimizer
torch.manual_seed(3)
a, b = nn.Linear(2, 3), nn.Linear(3, 1)
oa, ob = OptimWrapper(a.parameters(), torch.optim.AdamW, lr=0.02), RMSProp(b.parameters(), lr=0.01, mom=0.5)
losses = []
for i in range(6):
    for xb, yb in dls.train:
        loss = F.mse_loss(a(xb), yb) + 0.1*b(a(xb)).pow(2).mean()
        loss.backward()
        oa.step()
        if i % 2: ob.step()
        oa.zero_grad(); ob.zero_grad()
        losses.append(loss.item())
    oa.set_hyper('lr', oa.hypers[0]['lr']*0.9); ob.set_hypers(lr=0.01/(i+1), mom=0.6)
sd = ob.state_dict()
oc = RMSProp(b.parameters(), lr=1., mom=0.1); oc.load_state_dict(sd)
figures = dict(critic=first[:3]+first[-1:], n=len(first), gen=[round(float(o), 4) for o in learn.recorder.values[-1]][1:], w=[round(float(o), 4) for o in gen.weight.flatten()],
               c=[round(float(o), 4) for o in crit.weight.flatten()], hand=[round(o, 4) for o in losses[::7]], lr=[round(oa.hypers[0]['lr'], 6), round(oc.hypers[0]['lr'], 6), oc.hypers[0]['mom']],
               keys=sorted(oc.state[b.weight].keys()), in_opt=len(learn.opt.all_params()), frozen=ob.frozen_idx)
