"A recurrent net without text: hidden state kept over batches, ModelResetter, RNNRegularizer, one_cycle"
from fastai.basics import *
from fastai.callback.all import *

seq, bs = 8, 4
torch.manual_seed(0)
stream = (torch.arange(0, 4*200) % 7 + torch.randint(0, 2, (800,)).cumsum(0) % 3) % 9
def chunks(s):
    s = s[:(len(s)-1)//bs*bs+1]; n = (len(s)-1)//bs
    rows = [s[i*n:(i+1)*n+1] for i in range(bs)]
    return [(rows[b][i:i+seq], rows[b][i+1:i+seq+1]) for i in range(0, n-seq, seq) for b in range(bs)]
dls = DataLoaders.from_dsets(chunks(stream[:600]), chunks(stream[600:]), bs=bs, drop_last=True, shuffle=False, num_workers=0)

class Stateful(Module):
    def __init__(self, nv=9, nh=16):
        self.emb, self.rnn, self.out, self.h = nn.Embedding(nv, nh), nn.GRU(nh, nh, batch_first=True), nn.Linear(nh, nv), torch.zeros(1, bs, nh)
        self.resets = 0
    def forward(self, x):
        raw, h = self.rnn(F.dropout(self.emb(x), 0.), self.h)
        self.h = h.detach()
        return self.out(raw), raw, raw*0.9
    def reset(self): self.h = torch.zeros_like(self.h); self.resets += 1

def lossf(p, t): return F.cross_entropy(p.view(-1, 9), t.view(-1))
class Peek(Callback):
    order = 1
    def before_fit(self): self.kinds, self.reg = set(), []
    def after_loss(self):
        self.kinds.add(type(self.pred).__name__)
        self.shapes = [list(self.rnn.raw_out.shape), list(self.rnn.out.shape)]
        if self.training: self.reg.append(round(float(self.loss_grad - self.loss), 5))
def learner(cbs):
    torch.manual_seed(5)
    return Learner(dls, Stateful(), loss_func=lossf, metrics=accuracy, opt_func=partial(Adam, mom=.9), cbs=cbs)
rnn, peek = RNNCallback(), Peek()
learn = learner([ModelResetter(), rnn, RNNRegularizer(alpha=2., beta=1.), peek])
learn.fit_one_cycle(2, 0.02)
reg, last, kinds = list(peek.reg), [round(float(o), 4) for o in learn.recorder.values[-1]], sorted(peek.kinds)
resets = learn.model.resets
learn.model.reset()
res = learn.validate()
two = learner([ModelResetter, RNNCallback])
two.fit(1, 0.01)
figures = dict(resets=resets, kinds=kinds, n=len(reg), reg=reg[:3]+reg[-1:], last=last[1:],
               valid=[round(float(o), 4) for o in res], two=[round(float(o), 4) for o in two.recorder.values[-1]][1:], raw=peek.shapes, batches=[len(dls.train), len(dls.valid)])
