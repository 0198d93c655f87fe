"Export, load elsewhere, predictions with inputs and decoded, interpretation"
from fastai.basics import *
from fastai.callback.all import *
from fastai.interpret import *

rng = np.random.default_rng(1)
pts = [(np.round(rng.normal(size=2) + 2*(i % 3), 3).astype(np.float32), 'abc'[i % 3]) for i in range(150)]
dsets = Datasets(pts, [[ItemGetter(0), tensor], [ItemGetter(1), Categorize()]], splits=EndSplitter(0.2)(pts))
dls = dsets.dataloaders(bs=30, shuffle_train=False, num_workers=0, after_batch=[])
torch.manual_seed(3)
learn = Learner(dls, nn.Sequential(nn.Linear(2, 16), nn.ReLU(), nn.Linear(16, 3)), loss_func=CrossEntropyLossFlat(),
                metrics=[accuracy, F1Score(average='macro'), Precision(average='macro'), RocAuc(), MatthewsCorrCoef(), Perplexity(), partial(top_k_accuracy, k=2)])
learn.fit_one_cycle(4, 0.03)
names = list(learn.recorder.metric_names)
last = [float(o) for o in learn.recorder.values[-1]][1:]
inp, preds, targs, dec, losses = learn.get_preds(with_input=True, with_decoded=True, with_loss=True)
train = learn.get_preds(ds_idx=0)
interp = ClassificationInterpretation.from_learner(learn)
vals, idxs = interp.top_losses(5)
vals2, idxs2 = interp.top_losses(3, largest=False)
cm = interp.confusion_matrix()
with warnings.catch_warnings():
    warnings.simplefilter('ignore')
    learn.export('final.pkl')
new = load_learner(learn.path/'final.pkl')
one = new.predict(pts[0])
dl = new.dls.test_dl(pts[:10], bs=4)
p, t = new.get_preds(dl=dl)
dl2 = new.dls.test_dl(pts[:10], with_labels=True)
res = new.validate(dl=dl2)
figures = dict(names=names, last=last, shapes=[list(o.shape) for o in (inp, preds, targs, dec, losses)],
               loss=losses.mean().item(), acc=(dec == targs).float().mean().item(), train=list(train[0].shape), top=[vals.tolist(), idxs.tolist()],
               low=idxs2.tolist(), cm=cm.tolist(), most=[list(map(str, o[:2])) + [int(o[2])] for o in interp.most_confused(min_val=1)],
               one=[str(one[0]), int(one[1]), one[2].tolist()], p=p[:3].tolist(), t=t is None, res=[float(o) for o in res], vocab=list(new.dls.vocab), n=len(dl),
               classes=list(interp.vocab))
