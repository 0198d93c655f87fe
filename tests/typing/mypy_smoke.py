"""What mypy knows of a training script; `tests/test_stubs.py` runs it over this file.

Each `assert_type` is a type that mypy must find. The last lines are misspelt: each of them must be an error, and
pyright itself says so where one is not (`reportUnnecessaryTypeIgnoreComment`)."""
from typing import Any, assert_type

import torch
from fastcore.basics import noop
from torch import Tensor, nn, zeros

from mylearner.callback.all import SaveModelCallback
from mylearner.callback.core import Callback
from mylearner.data.block import CategoryBlock, DataBlock
from mylearner.data.core import DataLoaders
from mylearner.data.files import get_image_files, parent_label
from mylearner.data.load import DataLoader
from mylearner.data.transforms import Normalize
from mylearner.datasets import moons_dls
from mylearner.learner import Learner, Recorder
from mylearner.metrics import Accuracy, accuracy
from mylearner.tabular.core import Categorify
from mylearner.tabular.data import TabularDataLoaders
from mylearner.vision.augment import Resize, aug_transforms
from mylearner.vision.data import ImageBlock, ImageDataLoaders


class Clip(Callback):
    "A callback reads what the learner has"
    def before_batch(self):
        assert_type(self.xb, tuple[Any, ...])
        assert_type(self.learn, Learner)
        assert_type(self.epoch, int)
        assert_type(self.training, bool)
        if self.training: self.learn.xb = tuple(o*2 for o in self.xb)

    def after_loss(self):
        assert_type(self.loss, Tensor)
        assert_type(self.model, nn.Module)
        if self.loss.isnan(): self.learn.loss_grad = self.loss*0


dls = moons_dls()
assert_type(dls, DataLoaders)
rows = DataLoaders.from_arrays(zeros(8, 1), zeros(8), bs=4, splits=(range(6), range(6, 8)), device='cpu', num_workers=0)
assert_type(rows, DataLoaders)
assert_type(DataLoaders.from_dsets([1, 2], [3], bs=(2, 1), after_batch=[noop]), DataLoaders)
images = ImageDataLoaders.from_folder('.', valid_pct=0.2, item_tfms=Resize(64), batch_tfms=[Normalize(), *aug_transforms()], bs=8)
DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label, item_tfms=Resize(64))
table = TabularDataLoaders.from_df(None, cat_names=('a', 'b'), y_names='y', procs=(Categorify,))
learn = Learner(dls, nn.Linear(1, 1), loss_func=nn.MSELoss(), metrics=[accuracy, Accuracy()], cbs=[Clip, SaveModelCallback()])
assert_type(learn.fit_one_cycle(1, lr_max=1e-2), None)
assert_type(learn.recorder, Recorder)
learn.recorder.plot_loss()
dls.show_batch(max_n=4)
assert_type(learn.get_preds(), tuple[Tensor, Tensor])
preds, targs = learn.get_preds(ds_idx=0)
assert_type(learn.get_preds(with_input=True), tuple[Any, Tensor, Tensor])
inp, preds, targs, decoded, losses = learn.get_preds(with_input=True, with_decoded=True, with_loss=True)
assert_type(losses, Tensor)
assert_type(learn.validate(), list[float])
assert_type(learn.opt.n_groups, int)
dl = DataLoader(list(range(8)), bs=4, prefetch=2)
with learn.no_bar(): learn.fit(1, 1e-3, wd=0.1)
learn.fit_one_cycle(2, slice(1e-4, 1e-2), cbs=[Clip, SaveModelCallback()])
learn.fit_one_cycle(2, [1e-4, 1e-2], cbs=Clip)
Learner((rows.train, rows.valid), nn.Linear(1, 1), loss_func=lambda p, y: (p - y).abs().mean(), opt_func=torch.optim.AdamW, metrics=accuracy)
learn.save('a')
with open('a.pth', 'rb') as f: learn.load(f)
with learn.added_cbs(Clip()) as same: assert_type(same, Learner)

learn.fit_one_cylce(1)                       # type: ignore[attr-defined]
learn.fit_one_cycle(1, max_lr=1e-2)          # type: ignore[call-arg]
learn.recorder.plot_losses()                 # type: ignore[attr-defined]
dls.show_bach()                              # type: ignore[attr-defined]
DataLoader(list(range(8)), batchsize=4)      # type: ignore[call-arg]
