"What `from mylearner.all import *` brings, for pyright and for mypy"
from typing import assert_type

from mylearner.all import *

dls = DataLoaders([1], [2])
learn = Learner(dls, nn.Sequential(nn.Linear(1, 1), nn.ReLU()), loss_func=F.mse_loss, cbs=[EarlyStoppingCallback(), GradientClip(1.)], metrics=mae)
assert_type(learn.fit_one_cycle(1, lr_max=1e-2), None)
assert_type(torch.zeros(1).to(torch.float32), Tensor)
rows = L(1, 2, 3)
values = np.zeros(3)
with learn.no_bar(): learn.lr_find(suggest_funcs=(valley, slide))
