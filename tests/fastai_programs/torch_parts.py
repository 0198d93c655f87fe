"PyTorch's loaders, optimizers and losses; a schedule put together by hand; accumulated gradients"
from fastai.basics import *
from fastai.callback.all import *
from torch.utils.data import DataLoader as TorchLoader, TensorDataset

set_seed(19)
x = torch.randn(256, 4)
y = (x.sum(1) > 0).float()
train, valid = TorchLoader(TensorDataset(x[:192], y[:192]), batch_size=32), TorchLoader(TensorDataset(x[192:], y[192:]), batch_size=64)
dls = DataLoaders(train, valid)
net = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 1), nn.Flatten(0))
opt_func = partial(OptimWrapper, opt=torch.optim.AdamW, weight_decay=0.1)
learn = Learner(dls, net, loss_func=nn.BCEWithLogitsLoss(), opt_func=opt_func, metrics=accuracy_multi)
sched = {'lr': combine_scheds([0.3, 0.7], [SchedLin(1e-3, 3e-2), SchedCos(3e-2, 1e-4)])}
learn.fit(3, cbs=[ParamScheduler(sched), GradientClip(1.), GradientAccumulation(64)])
lrs = learn.recorder.lrs
valid_loss = learn.validate()[0]
learn.opt_func, learn.opt = partial(OptimWrapper, opt=torch.optim.SGD, momentum=0.9), None
learn.fit(1, 0.1)
figures = dict(lrs=[lrs[0], max(lrs), lrs[-1]], n=len(lrs), valid=valid_loss, losses=torch.stack(list(learn.recorder.losses)).tolist(),
               hypers=sorted(k for k in learn.opt.hypers[0] if k in ('lr', 'mom', 'wd')), weight=net[0].weight.detach()[0].tolist())
