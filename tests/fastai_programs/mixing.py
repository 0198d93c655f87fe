"MixUp and label smoothing, with the best model kept, an early stop, and a log in a file"
import tempfile
from fastai.basics import *
from fastai.callback.all import *

set_seed(7)
x = torch.randn(320, 2)
y = (x[:, 0] > x[:, 1]).long()
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds[:256], ds[256:], bs=32, shuffle=False, num_workers=0)
model = nn.Sequential(nn.Linear(2, 16), nn.ReLU(), nn.Linear(16, 2))
path = Path(tempfile.mkdtemp())

class Watch(TrackerCallback):
    "The three best epochs"
    def after_epoch(self):
        super().after_epoch()
        val = self.recorder.values[-1][self.idx]
        assert self.comp in (np.less, np.greater)
        self.kept = sorted([*getattr(self, 'kept', []), val], reverse=self.comp is np.greater)[:3]

watch = Watch(monitor='accuracy')
learn = Learner(dls, model, loss_func=LabelSmoothingCrossEntropyFlat(), metrics=accuracy, path=path, cbs=MixUp(0.2))
cbs = [SaveModelCallback(monitor='accuracy', fname='best'), EarlyStoppingCallback(monitor='valid_loss', patience=np.int64(20)),
       ReduceLROnPlateau(patience=30), CSVLogger(fname='log.csv'), watch]
learn.fit(6, 0.02, cbs=cbs)
log = pd.read_csv(path/'log.csv')
shares = [row[2] for row in learn.recorder.values]
learn.remove_cb(MixUp)
acc = learn.validate()[1]
figures = dict(saved=(path/'models'/'best.pth').exists(), columns=list(log.columns), rows=len(log), good=acc > 0.9, best=acc == max(shares),
               kept=len(watch.kept), sorted=watch.kept == sorted(watch.kept, reverse=True), is_best=watch.best == watch.kept[0],
               loss=type(learn.loss_func).__name__, after=[hasattr(learn, o) for o in ('mix_up', 'save_model', 'watch')])
