"An optimizer put together from steps and statistics of one's own"
from fastai.basics import *
from fastai.callback.all import *

def average_abs(p, decay=0.9, abs_avg=None, **kwargs):
    if abs_avg is None: abs_avg = torch.zeros_like(p.grad.data)
    return {'abs_avg': abs_avg*decay + p.grad.data.abs()*(1-decay)}

def abs_step(p, lr, abs_avg, eps=1e-3, **kwargs):
    p.data.add_(p.grad.data/(abs_avg + eps), alpha=-lr)
abs_step.defaults = dict(eps=1e-3)

def AbsSGD(params, lr, decay=0.9, wd=0.):
    return Optimizer(params, [weight_decay, average_abs, abs_step], lr=lr, decay=decay, wd=wd)

set_seed(17)
x = torch.randn(96, 3)
y = (x @ tensor([[1.], [2.], [3.]])).tanh()
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds[:64], ds[64:], bs=16, shuffle=False, num_workers=0)
learn = Learner(dls, nn.Linear(3, 1), loss_func=MSELossFlat(), opt_func=AbsSGD, lr=0.01, wd=0.01)
learn.fit(2)

opts = {}
for f in (partial(SGD, mom=0.9), Adam, RMSProp, partial(RAdam), partial(Larc, wd=1e-2), Lamb, partial(QHAdam), ranger):
    p = nn.Parameter(tensor([1., -2., 3.]))
    opt = f([p], lr=0.1)
    for i in range(3):
        (p**2).sum().backward()
        opt.step()
        opt.zero_grad()
    name = f.func.__name__ if isinstance(f, partial) else f.__name__
    opts[name] = p.detach().tolist()

q = tensor([1., 2.])           # no parameter, and a gradient set by hand
q.grad = tensor([1., -1.])
sgd = SGD([q], lr=0.5)
sgd.step()
state = learn.opt.state_dict()
figures = dict(opts=opts, q=q.tolist(), hypers=sorted(learn.opt.hypers[0]), n_state=len(state['state']), losses=[o.item() for o in learn.recorder.losses],
               weight=learn.model.weight.detach().flatten().tolist())
