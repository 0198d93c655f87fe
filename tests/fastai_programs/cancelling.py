"Callbacks that skip batches, steps and epochs, and end a fit"
from fastai.basics import *
from fastai.callback.all import *

set_seed(1)
x = torch.randn(160, 2)
y = x @ tensor([[1.], [-2.]]) + 0.5
dls = DataLoaders.from_dsets(list(zip(x[:128], y[:128])), list(zip(x[128:], y[128:])), bs=16, shuffle=False, num_workers=0)

class SkipOdd(Callback):
    order = -5
    def before_batch(self):
        if self.training and self.iter % 2: raise CancelBatchException()

class NoStepAtFirst(Callback):
    def before_step(self):
        if self.iter == 0: raise CancelStepException()
    def after_cancel_step(self): self.n_skipped = getattr(self, 'n_skipped', 0) + 1

class HalfAnEpoch(Callback):
    def after_batch(self):
        if self.training and self.epoch == 1 and self.iter == 3: raise CancelTrainException()
    def after_cancel_train(self): self.cancelled_in = self.epoch

class SkipLast(Callback):
    def before_epoch(self):
        if self.epoch == 3: raise CancelEpochException()

class Enough(Callback):
    order = 70
    def after_epoch(self):
        if self.epoch == 4: raise CancelFitException()
    def after_cancel_fit(self): self.learn.ended_in = self.epoch

class Log(Callback):
    order = 80
    def before_fit(self): self.log, self.seen = [], []
    def before_batch(self): self.seen.append(self.learn.loss.item())
    def after_step(self): self.log.append((self.epoch, self.iter))

log, skip, half = Log(), NoStepAtFirst(), HalfAnEpoch()
learn = Learner(dls, nn.Linear(2, 1), loss_func=MSELossFlat(), opt_func=SGD, lr=0.1, cbs=[log])
learn.fit(9, cbs=[SkipOdd(), skip, half, SkipLast(), Enough()])
weight = learn.model.weight.detach().flatten().tolist()
learn.remove_cb(log)
learn.remove_cb(log)   # it has gone already
figures = dict(steps=[list(o) for o in log.log], skipped=skip.n_skipped, cancelled_in=half.cancelled_in, ended_in=learn.ended_in,
               last=(learn.recorder.lrs + [1.])[-2:], weight=weight, first=log.seen[0],
               names=[o.name for o in learn.cbs if o.name in ('log', 'skip_odd')])
