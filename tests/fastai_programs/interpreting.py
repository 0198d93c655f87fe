"Predictions looked at: probabilities, the worst rows, the confusion matrix"
from fastai.basics import *
from fastai.callback.all import *

set_seed(11)
x = torch.randn(200, 3)
y = x.argmax(1)
items = list(range(200))
names = ['a', 'b', 'c']
dsets = Datasets(items, [[lambda i: x[i]], [lambda i: names[y[i]], Categorize()]], splits=[list(range(150)), list(range(150, 200))])
dls = dsets.dataloaders(bs=25, shuffle=False, num_workers=0)
learn = Learner(dls, nn.Linear(3, 3), loss_func=CrossEntropyLossFlat(), opt_func=SGD, lr=0.2, metrics=accuracy)
learn.fit(2)
probs, targs, decoded, losses = learn.get_preds(with_decoded=True, with_loss=True)
interp = ClassificationInterpretation.from_learner(learn)
worst, idxs = interp.top_losses(5)
matrix = interp.confusion_matrix()
mistakes = interp.most_confused(min_val=1)
figures = dict(shape=list(probs.shape), first=probs[0].tolist(), targs=targs[:8].tolist(), decoded=decoded[:8].tolist(),
               worst=worst.tolist(), idxs=idxs.tolist(), sorted=losses.sort(descending=True)[0][:5].tolist(), matrix=matrix.tolist(),
               mistakes=[[str(a), str(b), int(n)] for a, b, n in mistakes], vocab=list(interp.vocab), train=list(learn.get_preds(ds_idx=0)[0].shape),
               accuracy=accuracy(probs, targs).item())
