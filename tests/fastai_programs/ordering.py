"Callbacks in order, run_after and run_before, and a learner of one's own"
from fastai.basics import *
from fastai.callback.all import *

set_seed(2)
x = torch.randn(320, 4)
y = (x @ tensor([[1.], [-1.], [2.], [0.5]]) + 0.1*torch.randn(320, 1))
dls = DataLoaders.from_dsets(L(zip(x[:256], y[:256])), L(zip(x[256:], y[256:])), bs=32, shuffle=False, num_workers=0)

class First(Callback):
    order = -20
    def before_fit(self): self.learn.trace = []
    def before_batch(self): self.learn.trace.append(f'first {self.training} {self.iter}')

class Third(Callback):
    run_after = First
    run_valid = False
    def before_batch(self): self.trace.append('third')
    def after_batch(self): self.trace.append(f'{self.pct_train:.3f}')

class Second(Callback):
    run_after, run_before = First, Third
    def before_batch(self): self.trace.append('second')
    def before_validate(self): self.trace.append(f'validate {self.epoch} of {self.n_epoch}')

@patch
def count_rows(self:Learner): return sum(len(b[-1]) for b in self.dls.train)

class NoiseLearner(Learner):
    "Adds something to the loss, and steps in two goes"
    def _do_one_batch(self):
        self.pred = self.model(*self.xb)
        self('after_pred')
        self.loss_grad = self.loss_func(self.pred, *self.yb) + 0.01*self.pred.abs().mean()
        self.loss = self.loss_grad.clone()
        self('after_loss')
        if not self.training: return
        self('before_backward')
        self.loss_grad.backward()
        self._with_events(self.opt.step, 'step', CancelStepException)
        self.opt.zero_grad()

learn = NoiseLearner(dls, nn.Linear(4, 1), loss_func=MSELossFlat(), opt_func=partial(SGD, mom=0.9), lr=0.02, metrics=[mae, rmse],
                     cbs=[Third, Second(), First()])
nn.init.constant_(learn.model.weight, 0.1), nn.init.zeros_(learn.model.bias)
learn.fit(2)
seen = []
@delegates(Learner.fit)
def fit_and_see(learn, n, **kwargs):
    learn.fit(n, **kwargs)
    seen.append(learn.final_record)
fit_and_see(learn, 1, lr=0.01)
class CountSteps(Callback):
    n = 0
    def after_step(self): self.n += 1
    def __repr__(self): return f'{self.n} steps'
counter = CountSteps()
with learn.added_cbs(counter): learn.fit(1); steps = counter.n
figures = dict(trace=learn.trace, order=[o.name for o in learn.cbs.sorted('order') if o.name in ('first', 'second', 'third')],
               rows=learn.count_rows(), values=[list(o)[1:] for o in learn.recorder.values], steps=steps,
               gone=not hasattr(learn, 'count_steps'), final=list(seen[0])[1:],
               weight=learn.model.weight.detach().flatten().tolist(), text=str(learn.cbs[-1].name))
