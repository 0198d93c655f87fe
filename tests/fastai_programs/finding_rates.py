"Ranger with flat_cos, learning rate finder with suggestions, logging, best model, plots"
from fastai.basics import *
from fastai.callback.all import *

def get_data(n=400, bs=40):
    x = torch.linspace(-2, 2, n)[torch.randperm(n, generator=torch.Generator().manual_seed(1))][:,None]
    y = x**3 - x + 0.05*torch.randn(n, 1, generator=torch.Generator().manual_seed(2))
    split = int(n*0.8)
    return DataLoaders.from_dsets(list(zip(x[:split], y[:split])), list(zip(x[split:], y[split:])), bs=bs, shuffle=False, num_workers=0)

def get_model():
    torch.manual_seed(4)
    return nn.Sequential(nn.Linear(1, 24), nn.Tanh(), nn.Linear(24, 1))

dls = get_data()
learn = Learner(dls, get_model(), loss_func=nn.MSELoss(), opt_func=ranger, metrics=[mae, R2Score()], path=Path('run'), model_dir='m')
sugg = learn.lr_find(suggest_funcs=(minimum, steep, valley, slide), show_plot=False, num_it=60)
finder = [len(sugg), list(sugg._fields)]
lr = sugg.valley
learn.fit_flat_cos(6, 0.02, pct_start=0.6, wd=0.01, cbs=[SaveModelCallback(fname='best', with_opt=True), CSVLogger(),
                   ReduceLROnPlateau(patience=2, factor=5.)])
learn.recorder.plot_loss()
plt.close('all')
learn.recorder.plot_sched()
plt.close('all')
log = pd.read_csv(learn.path/'history.csv')
lrs = [round(o, 8) for o in learn.recorder.lrs[::12]]
hps = {k: len(v) for k,v in learn.recorder.hps.items()}
m2 = Learner(dls, get_model(), loss_func=nn.MSELoss(), opt_func=ranger, path=Path('run'), model_dir='m')
m2.load('best', device='cpu')
figures = dict(finder=finder, range=[1e-7 < o < 10 for o in sugg], columns=list(log.columns), n=len(log), lrs=lrs, hps=hps,
               last=[float(o) for o in log.iloc[-1][['valid_loss', 'mae', 'r2_score']]], loaded=list(m2.validate()),
               files=sorted(o.name for o in (learn.path/'m').iterdir()), names=list(learn.recorder.metric_names),
               losses=torch.stack(list(learn.recorder.losses)).mean().item())
