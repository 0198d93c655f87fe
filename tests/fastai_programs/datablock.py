"Arrays and labels with `DataBlock`: blocks, a splitter, batch transforms, a look at a batch"
from fastai.basics import *
from fastai.callback.all import *
from fastai.data.all import *

set_seed(3)
table = np.random.RandomState(0).normal(size=(240, 3)).astype('float32')
kinds = np.where(table.sum(1) > 0, 'up', 'down')
rows = [dict(size=table[i], kind=kinds[i]) for i in range(len(table))]

def get_x(row): return tensor(row['size'])
def get_y(row): return row['kind']

block = DataBlock(blocks=(TransformBlock, CategoryBlock), get_x=get_x, get_y=get_y, splitter=IndexSplitter(list(range(180, 240))))
dsets = block.datasets(rows)
dls = block.dataloaders(rows, bs=30, shuffle=False, num_workers=0)
xb, yb = dls.one_batch()

learn = Learner(dls, nn.Sequential(nn.Linear(3, 16), nn.ReLU(), nn.Linear(16, dls.c)), loss_func=CrossEntropyLossFlat(),
                opt_func=partial(SGD, mom=0.9), lr=0.1, metrics=accuracy)
learn.fit(4)
losses, values = [o.item() for o in learn.recorder.losses], list(learn.recorder.values)
kind, number, probs = learn.predict(rows[200])
figures = dict(n=[len(dsets.train), len(dsets.valid)], vocab=list(dls.vocab), c=dls.c, shapes=[list(xb.shape), list(yb.shape)],
               first=dsets.valid[0][1].item(), losses=losses,
               valid=[row[1] for row in values], accuracy=values[-1][2],
               kind=str(kind), number=int(number), probs=probs.tolist())
