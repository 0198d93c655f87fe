"""Modules:

- `mylearner.callback.core`: Change any step of training without editing the loop
- `mylearner.callback.data`: Sample by weight, train on a part of the data, keep what went through the model
- `mylearner.callback.fp16`: Half the bits where half are enough, all of them where they are needed
- `mylearner.callback.hook`: See what goes on inside a model: every layer's output, its statistics over time, and a table of all of them
- `mylearner.callback.mixup`: Train on blends of examples, so that the model is less sure between them
- `mylearner.callback.progress`: See how training goes: bars, a table of results, a live plot, a file
- `mylearner.callback.rnn`: Hidden states that begin anew, and activations kept small and smooth
- `mylearner.callback.schedule`: Move hyper-parameters while training, and find out where to start
- `mylearner.callback.training`: Large batches in small pieces, bounded gradients, short epochs, frozen statistics
- `mylearner.callback.v1`: Callbacks written for the first version of this API run unchanged beside the new ones
- `mylearner.check`: See where the time goes, and find what is wrong before an hour is spent on it
- `mylearner.checkpoint`: Files that are whole, that say what is in them, and that run nothing
- `mylearner.data.core`: From rows, arrays or any loader to the pair that a `Learner` trains on
- `mylearner.data.items`: Lists whose items pass through transforms when you look at them, and that know their training and validation parts
- `mylearner.data.load`: Torch's loader with every step open to change, and tensors indexed once per batch
- `mylearner.data.show`: Images with their targets, tables of numbers, or whatever drawing your own types ask for
- `mylearner.data.transforms`: Which items are for validation, and how labels and numbers become tensors and labels again
- `mylearner.datasets`: Real digits that ship with the package, and small tasks whose answers are known
- `mylearner.distributed`: The same training on several GPUs or processes, with the same result
- `mylearner.interpret`: Where a model goes wrong: its worst rows, its confusions, a figure for each class
- `mylearner.layers`: Modules from functions, convolutions with their norm and activation, residual blocks, and models taken apart
- `mylearner.learner`: The training loop, its callbacks, its metrics and its records
- `mylearner.losses`: Torch's losses, each with the activation that turns scores into probabilities and the way to read off an answer
- `mylearner.metrics`: Figures that do not depend on how the rows were batched
- `mylearner.models.xresnet`: Residual networks with the tricks that pay
- `mylearner.nested`: Make tensors from anything, keep what they are, and treat a batch in containers like a single tensor
- `mylearner.optimizer`: From one line of arithmetic to torch's fused kernels, behind one interface
- `mylearner.test_utils`: A line to fit, a model with two weights, a callback that says what happens, and a report of what is installed
- `mylearner.torch_core`: Random states, parameters by kind, pictures and titles, and everything about tensors and nested batches
- `mylearner.transform`: Functions that choose their body by type and know their way back"""

__version__ = "0.1.0"
