"""Modules:

- `mylearner.callback.core`: Change any step of training without editing the loop
- `mylearner.callback.data`: Sample by weight, train on a part of the data, keep what went through the model
- `mylearner.callback.fp16`: Half the bits where half are enough, all of them where they are needed
- `mylearner.callback.hook`: See what goes on inside a model: every layer's output, its statistics over time, and a table of all of them
- `mylearner.callback.mixup`: Train on blends of examples, so that the model is less sure between them
- `mylearner.callback.progress`: See how training goes: bars, a table of results, a live plot, a file
- `mylearner.callback.rnn`: Start hidden states anew, and keep activations small and smooth
- `mylearner.callback.sched_curves`: From one value to another, and several curves one after the other
- `mylearner.callback.sched_find`: A hundred steps with a rising learning rate, and what they suggest
- `mylearner.callback.sched_fit`: Move hyper-parameters while training: one cycle, flat then down, restarts, fine-tuning
- `mylearner.callback.sched_torch`: Run any scheduler of `torch.optim.lr_scheduler` in a fit
- `mylearner.callback.tracker`: Keep the best model, stop when nothing improves, lower the learning rate on a plateau
- `mylearner.callback.training`: Large batches in small pieces, bounded gradients, short epochs, frozen statistics
- `mylearner.callback.v1`: Callbacks written for the first version of this API run unchanged beside the new ones
- `mylearner.check`: Find what is wrong before an hour is spent on it
- `mylearner.checkpoint`: Files that are whole, that say what is in them, and that run nothing
- `mylearner.data.core`: From rows, arrays or any loader to the pair that a `Learner` trains on
- `mylearner.data.load`: Torch's loader with every step open to change, and tensors indexed once per batch
- `mylearner.data.transforms`: Which items are for validation, and how labels and numbers become tensors and labels again
- `mylearner.datasets`: Real digits that ship with the package, and small tasks whose answers are known
- `mylearner.distributed`: The same training on several GPUs or processes, with the same result
- `mylearner.interpret`: Where a model goes wrong: its worst rows, its confusions, a figure for each class
- `mylearner.layers`: Modules from functions, convolutions with their norm and activation, residual blocks, and models taken apart
- `mylearner.learner`: The training loop, its callbacks, its metrics and its records
- `mylearner.losses`: Torch's losses, with what belongs to them: the activation that turns scores into probabilities, and how to read an answer off
- `mylearner.metrics`: Figures that do not depend on how the rows were batched
- `mylearner.models.xresnet`: Residual networks with the tricks that pay
- `mylearner.optimizer`: From one line of arithmetic to torch's fused kernels, behind one interface
- `mylearner.optimizer_kernels`: Run a chain of steppers over all tensors in one call, and know that the result is the same
- `mylearner.optimizer_relatives`: RMSProp, RAdam, QHAdam, LARC, LAMB and Lookahead, each one new stepper away
- `mylearner.optimizer_state`: Treat single parameters apart, save a run and go on with it, and let PyTorch's schedulers in
- `mylearner.optimizer_steppers`: From one line of arithmetic to groups, momentum and Adam
- `mylearner.optimizer_torch`: Use any torch.optim class with groups, freezing, and hyper-parameters by name
- `mylearner.test_utils`: A line to fit, models with one or two weights, callbacks that say what happens, and a report of what is installed
- `mylearner.torch_core`: Nested batches, devices, random states, parameters by kind, and tensors that remember what they are
- `mylearner.transform`: Functions that choose their body by type and know their way back"""

__version__ = "0.1.0"
