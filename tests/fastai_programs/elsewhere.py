"Weights saved and loaded, an export read again, predictions for new rows, predictions on disk"
import tempfile
from fastai.basics import *
from fastai.callback.all import *

set_seed(13)
table = np.random.RandomState(1).uniform(0, 4, (120, 2)).astype('float32')
items = [(row, 'big' if row.sum() > 4 else 'small') for row in table]
tfms = [[ItemGetter(0), tensor], [ItemGetter(1), Categorize()]]
dsets = Datasets(items, tfms, splits=IndexSplitter(list(range(90, 120)))(items))
dls = dsets.dataloaders(bs=30, shuffle=False, num_workers=0)
path = Path(tempfile.mkdtemp())
learn = Learner(dls, nn.Linear(2, 2), loss_func=CrossEntropyLossFlat(), metrics=accuracy, path=path)
learn.fit(3, 0.1)
learn.save('three')
weight = learn.model.weight.detach().clone()
learn.fit(1, 0.1)
moved = bool((learn.model.weight != weight).any())
losses = [o.item() for o in learn.recorder.losses]
learn.load('three', weights_only=True)
same = bool((learn.model.weight == weight).all())
preds = learn.get_preds()[0]
learn.get_preds(save_preds=(folder := path/'preds').mkdir() or folder, with_preds=False)
files = sorted(o.name for o in folder.iterdir())
learn.export('numbers.pkl')

other = load_learner(path/'numbers.pkl')
kind, number, probs = other.predict((np.array([3., 3.], dtype='float32'), None))
dl = other.dls.test_dl(items[90:])
again = other.get_preds(dl=dl)[0]
figures = dict(moved=moved, same=same, kind=str(kind), number=int(number), probs=probs.tolist(), vocab=list(other.dls.vocab), files=files,
               preds=preds[:3].tolist(), again=torch.allclose(preds, again), losses=losses)
