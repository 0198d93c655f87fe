"""The same work by other libraries, each in the way that its own documentation shows.

A function here is given the work, and gives `{name: a function without arguments that does it}`. `benchmarks/peers.sh` makes
environments that have these libraries; in one that lacks a library, its function raises ImportError and is passed over.
"""
import logging, os

import torch
import torch.nn.functional as F
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

def quiet(*names):
    for o in names: logging.getLogger(o).setLevel(logging.ERROR)

class Batches:
    "Batches that are there already, as a loader"
    def __init__(self, bs): self.bs,self.batch_size = bs,len(bs[0][0])
    def __iter__(self): return iter(self.bs)
    def __len__(self): return len(self.bs)

# ---- one epoch over batches that are there already: `step(make, opt_func, batches)`, where `make` makes a model ----

def ignite_step(make, opt_func, bs, bar=False):
    from ignite.engine import create_supervised_trainer
    model = make()
    trainer = create_supervised_trainer(model, opt_func(model.parameters(), lr=1e-3), F.mse_loss)
    if bar:
        from ignite.handlers import ProgressBar
        ProgressBar().attach(trainer, output_transform=lambda loss: {'loss': loss})
    return {'ignite'+(' + bar' if bar else ''): lambda: trainer.run(bs, max_epochs=1)}

def ignite_bar_step(*args): return ignite_step(*args, bar=True)

def accelerate_step(make, opt_func, bs):
    from accelerate import Accelerator
    acc,model = Accelerator(cpu=True),make()
    model,opt = acc.prepare(model, opt_func(model.parameters(), lr=1e-3))
    def f():
        model.train()
        for xb,yb in bs:
            loss = F.mse_loss(model(xb), yb)
            acc.backward(loss)
            opt.step()
            opt.zero_grad()
    return {'accelerate': f}

def lightning_module(model, opt_func, loss_func, steps=None, lr=1e-3):
    import lightning as pl
    class Module(pl.LightningModule):
        def __init__(self):
            super().__init__()
            self.model,self.right,self.n = model,0,0
        def training_step(self, batch, i): return loss_func(self.model(batch[0]), batch[1])
        def validation_step(self, batch, i):
            self.right += (self.model(batch[0]).argmax(-1) == batch[1]).sum().item()
            self.n += len(batch[1])
        def on_validation_epoch_end(self): self.accuracy,self.right,self.n = self.right/self.n,0,0
        def configure_optimizers(self):
            opt = opt_func(self.parameters(), lr=lr)
            if steps is None: return opt
            return [opt],[dict(scheduler=torch.optim.lr_scheduler.OneCycleLR(opt, lr, total_steps=steps), interval='step')]
    return Module()

def lightning_trainer(**kwargs):
    import lightning as pl
    return pl.Trainer(accelerator='cpu', logger=False, enable_checkpointing=False, enable_progress_bar=False, enable_model_summary=False,
        num_sanity_val_steps=0, **kwargs)

def lightning_step(make, opt_func, bs):
    quiet('lightning.pytorch', 'lightning.pytorch.utilities.rank_zero')
    module = lightning_module(make(), opt_func, F.mse_loss)
    return {'Lightning': lambda: lightning_trainer(max_epochs=1).fit(module, Batches(bs))}

def skorch_step(make, opt_func, bs):
    from skorch import NeuralNetRegressor
    class Ready(Batches):
        def __init__(self, ds, **kwargs): super().__init__(bs)
    class Model(nn.Module):
        def __init__(self): super().__init__(); self.model = make()
        def forward(self, X): return self.model(X)
    net = NeuralNetRegressor(Model, max_epochs=1, lr=1e-3, optimizer=opt_func, iterator_train=Ready, train_split=None, verbose=0).initialize()
    xs,ys = [torch.cat(o) for o in zip(*bs)]
    return {'skorch': lambda: net.partial_fit(xs, ys)}

def keras_module():
    os.environ['KERAS_BACKEND'] = 'torch'
    import keras
    return keras

def keras_step(make, opt_func, bs):
    keras = keras_module()
    nl = keras.layers
    m = keras.Sequential([nl.Input((16,)), nl.Dense(32, activation='relu'), nl.Dense(1)])
    m.compile(optimizer=keras.optimizers.AdamW(1e-3), loss='mse')
    class Ready(keras.utils.PyDataset):
        def __len__(self): return len(bs)
        def __getitem__(self, i): return bs[i]
    ds = Ready()
    return {'Keras': lambda: m.fit(ds, epochs=1, verbose=0, shuffle=False)}

def composer_model(model, loss_func):
    from composer.models import ComposerModel
    class Model(ComposerModel):
        def __init__(self): super().__init__(); self.model = model
        def forward(self, batch): return self.model(batch[0])
        def loss(self, outputs, batch): return loss_func(outputs, batch[1])
    return Model()

def composer_step(make, opt_func, bs):
    from composer import Trainer
    quiet('composer')
    m = composer_model(make(), F.mse_loss)
    opt = opt_func(m.parameters(), lr=1e-3)
    def f():
        Trainer(model=m, train_dataloader=Batches(bs), max_duration='1ep', optimizers=opt, progress_bar=False, device='cpu').fit()
    return {'Composer': f}

steps = [ignite_step, ignite_bar_step, accelerate_step, lightning_step, skorch_step, keras_step, composer_step]

# ---- digits: `digits(make, (x, y), (xv, yv), epochs, opt_func, seen)` puts the final accuracy into `seen` ----

def torch_dls(train, valid, bs=64):
    return DataLoader(TensorDataset(*train), bs, shuffle=True, drop_last=True),DataLoader(TensorDataset(*valid), bs)

def one_cycle(opt, n, lr=1e-2): return torch.optim.lr_scheduler.OneCycleLR(opt, lr, total_steps=n)

def ignite_digits(make, train, valid, epochs, opt_func, seen):
    from ignite.engine import Events, create_supervised_evaluator, create_supervised_trainer
    from ignite.metrics import Accuracy
    def f():
        m,(tr,va) = make(),torch_dls(train, valid)
        opt = opt_func(m.parameters(), lr=1e-2)
        sched,trainer = one_cycle(opt, epochs*len(tr)),create_supervised_trainer(m, opt, F.cross_entropy)
        evaluator = create_supervised_evaluator(m, metrics=dict(accuracy=Accuracy()))
        trainer.add_event_handler(Events.ITERATION_COMPLETED, lambda: sched.step())
        trainer.add_event_handler(Events.EPOCH_COMPLETED, lambda: evaluator.run(va))
        trainer.run(tr, max_epochs=epochs)
        seen['ignite'] = evaluator.state.metrics['accuracy']
    return {'ignite': f}

def accelerate_digits(make, train, valid, epochs, opt_func, seen):
    from accelerate import Accelerator
    def f():
        acc,m,(tr,va) = Accelerator(cpu=True),make(),torch_dls(train, valid)
        opt = opt_func(m.parameters(), lr=1e-2)
        m,opt,tr,va,sched = acc.prepare(m, opt, tr, va, one_cycle(opt, epochs*len(tr)))
        for _ in range(epochs):
            m.train()
            for xb,yb in tr:
                acc.backward(F.cross_entropy(m(xb), yb))
                opt.step(); sched.step(); opt.zero_grad()
            m.eval()
            with torch.no_grad(): right = sum((m(xb).argmax(-1) == yb).sum().item() for xb,yb in va)
        seen['accelerate'] = right/len(valid[1])
    return {'accelerate': f}

def lightning_digits(make, train, valid, epochs, opt_func, seen):
    quiet('lightning.pytorch', 'lightning.pytorch.utilities.rank_zero')
    def f():
        tr,va = torch_dls(train, valid)
        m = lightning_module(make(), opt_func, F.cross_entropy, epochs*len(tr), 1e-2)
        lightning_trainer(max_epochs=epochs).fit(m, tr, va)
        seen['Lightning'] = m.accuracy
    import lightning # noqa: F401 (where it is missing, all of this is passed over)
    return {'Lightning': f}

def skorch_digits(make, train, valid, epochs, opt_func, seen):
    from skorch import NeuralNetClassifier
    from skorch.callbacks import LRScheduler
    from skorch.helper import predefined_split
    class Model(nn.Module):
        def __init__(self): super().__init__(); self.model = make()
        def forward(self, X): return self.model(X)
    def f():
        n = len(train[1])//64
        net = NeuralNetClassifier(Model, criterion=nn.CrossEntropyLoss, max_epochs=epochs, lr=1e-2, optimizer=opt_func, batch_size=64,
            iterator_train__shuffle=True, iterator_train__drop_last=True, train_split=predefined_split(TensorDataset(*valid)), verbose=0,
            callbacks=[LRScheduler(torch.optim.lr_scheduler.OneCycleLR, max_lr=1e-2, total_steps=epochs*n+1, step_every='batch')])
        net.fit(*train)
        seen['skorch'] = net.history[-1]['valid_acc']
    return {'skorch': f}

def keras_digits(make, train, valid, epochs, opt_func, seen):
    keras = keras_module()
    nl = keras.layers
    n = len(train[1])//64
    def f():
        keras.utils.set_random_seed(0)
        m = keras.Sequential([nl.Input(tuple(train[0].shape[1:])),
            *(l for nf,s in ((8,1), (16,2)) for l in (nl.Conv2D(nf, 3, s, padding='same', data_format='channels_first'), nl.BatchNormalization(axis=1), nl.ReLU())),
            nl.AveragePooling2D(2, data_format='channels_first'), nl.Flatten(), nl.Dense(10)])
        sched = keras.optimizers.schedules.CosineDecay(4e-4, epochs*n*3//4, 0., warmup_target=1e-2, warmup_steps=epochs*n//4)
        m.compile(keras.optimizers.AdamW(sched), keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=['accuracy'])
        h = m.fit(train[0].numpy()[:n*64], train[1].numpy()[:n*64], 64, epochs, 0, validation_data=tuple(o.numpy() for o in valid))
        seen['Keras'] = h.history['val_accuracy'][-1]
    return {'Keras': f}

digits = [ignite_digits, accelerate_digits, lightning_digits, skorch_digits, keras_digits]

# ---- metrics over batches of predictions and targets ----

def torchmetrics_run(what, bs):
    "`what` is accuracy, F1, or four that share one confusion matrix"
    from torchmetrics import MetricCollection
    from torchmetrics.classification import MulticlassAccuracy, MulticlassF1Score, MulticlassPrecision, MulticlassRecall
    kw = dict(num_classes=bs[0][0].shape[1], validate_args=False)
    acc,rest = MulticlassAccuracy(**kw, average='micro'),[o(**kw, average='macro') for o in (MulticlassF1Score, MulticlassPrecision, MulticlassRecall)]
    m = dict(accuracy=acc, F1=rest[0], four=MetricCollection([acc, *rest]))[what]
    def f():
        m.reset()
        for p,t in bs: m.update(p, t)
        return m.compute()
    return {'torchmetrics': f}

# ---- imports ----
imports = dict(ignite='import ignite.engine, ignite.handlers, ignite.metrics', accelerate='import accelerate', Lightning='import lightning', skorch='import skorch',
    Keras="import os; os.environ['KERAS_BACKEND'] = 'torch'; import keras", Composer='import composer')
modules = dict(ignite='ignite', accelerate='accelerate', Lightning='lightning', skorch='skorch', Keras='keras', Composer='composer')
