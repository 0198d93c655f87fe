"Accumulation, mixup, half precision, clipping, channels last, custom splitter with AdamW of torch"
from fastai.basics import *
from fastai.callback.all import *

x = torch.randn(200, 6, generator=torch.Generator().manual_seed(0))
y = (x[:,:3].sum(1) > x[:,3:].sum(1)).long()
def data(bs=20): return DataLoaders.from_dsets(list(zip(x[:160], y[:160])), list(zip(x[160:], y[160:])), bs=bs, shuffle=False, num_workers=0)
def net():
    torch.manual_seed(7)
    return nn.Sequential(nn.Sequential(nn.Linear(6, 12, bias=False), nn.BatchNorm1d(12), nn.ReLU()), nn.Sequential(nn.Linear(12, 2)))
def splitter(m): return [params(m[0]), params(m[1])]
def run(f, cbs=None, bs=20, **kwargs):
    learn = Learner(data(bs), net(), loss_func=CrossEntropyLossFlat(), metrics=accuracy, **kwargs)
    f(learn)
    learn.names = sorted(o.name for o in learn.cbs)
    return learn, [float(o) for o in learn.recorder.values[-1]][1:]

adamw = partial(OptimWrapper, opt=torch.optim.AdamW, eps=1e-6)
res = {}
learn, res['adamw'] = run(lambda l: l.fit_one_cycle(2, slice(1e-3, 1e-2)), opt_func=adamw, splitter=splitter)
res['groups'] = len(learn.opt.hypers)
learn, res['frozen'] = run(lambda l: (l.freeze(), l.fit(1, 0.01), l.unfreeze(), l.fit(1, slice(1e-3, 1e-2))), splitter=splitter, opt_func=adamw)
learn, res['tuned'] = run(lambda l: l.fine_tune(2, 0.01, freeze_epochs=1, div=4.), splitter=splitter)
learn, res['acc'] = run(lambda l: l.fit(2, 0.05, cbs=GradientAccumulation(n_acc=40)), opt_func=SGD)
learn, res['clip'] = run(lambda l: l.fit(2, 0.05, cbs=GradientClip(0.1)), opt_func=partial(SGD, mom=0.9))
learn, res['sgdr'] = run(lambda l: l.fit_sgdr(2, 1, lr_max=0.02), opt_func=RMSProp)
learn, res['plateau'] = run(lambda l: l.fit(3, 0.01, cbs=[EarlyStoppingCallback(monitor='accuracy', patience=1, min_delta=0.5), ReduceLROnPlateau('valid_loss', patience=1)]))
res['stopped'] = len(learn.recorder.values)
learn, res['bn'] = run(lambda l: l.fit(1, 0.05, cbs=BnFreeze()), opt_func=Adam, wd=0.1, wd_bn_bias=True, train_bn=False, splitter=splitter)
learn, res['lamb'] = run(lambda l: l.fit(1, 0.02), opt_func=Lamb)
learn, res['larc'] = run(lambda l: l.fit(1, 0.02), opt_func=partial(Larc, mom=0.9))
learn, res['look'] = run(lambda l: l.fit(2, 0.02), opt_func=lambda p, **kw: Lookahead(RAdam(p, **kw), k=3))
learn, res['qh'] = run(lambda l: l.fit_one_cycle(1, 0.02), opt_func=QHAdam)
learn, res['sched'] = run(lambda l: l.fit(2, 0.1, cbs=ParamScheduler({'lr': SchedExp(0.1, 0.001), 'mom': SchedCos(0.9, 0.8)})), opt_func=partial(SGD, mom=0.9))
res['hps'] = [round(learn.recorder.hps['mom'][i], 6) for i in (0, 5, -1)]
learn = Learner(data(), net(), loss_func=LabelSmoothingCrossEntropy(), metrics=accuracy, cbs=MixUp(0.3)).to_fp16()
learn.fit_one_cycle(2, 0.02)
names = sorted(o.name for o in learn.cbs)
learn = learn.to_fp32()
res['mixup'] = [hasattr(learn, 'mix_up'), 'mixed_precision' in names, len(learn.recorder.values), list(learn.recorder.metric_names)]
learn.show_training_loop
res['shape'] = list(learn.get_preds()[0].shape)
learn.reset_opt = True
learn.create_opt()
res['types'] = [type(learn.opt).__name__, len(learn.opt.param_lists), len(learn.opt.all_params())]
figures = res
