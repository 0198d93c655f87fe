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
- `mylearner.data.load`: Torch's loader with every step open to change, and tensors indexed once per batch
- `mylearner.data.transforms`: Which items are for validation, and how labels and numbers become tensors and labels again
- `mylearner.datasets`: Real digits that ship with the package, and small tasks whose answers are known
- `mylearner.distributed`: The same training on several GPUs or processes, with the same result
- `mylearner.interpret`: Where a model goes wrong: its worst rows, its confusions, a figure for each class
- `mylearner.layers`: Modules from functions, convolutions with their norm and activation, residual blocks, and models taken apart
- `mylearner.learner`: The training loop, its callbacks, its metrics and its records
- `mylearner.losses`: Torch's losses, with what belongs to them: the activation that turns scores into probabilities, and how to read an answer off
- `mylearner.metric`: Why averaging batches gives the wrong figure, and the class that gives the right one
- `mylearner.metric_adapters`: Perplexity and BLEU, parts of a loss, the best threshold, and wrappers for scikit-learn and torchmetrics
- `mylearner.metric_confusion`: Accuracy, precision, recall and their relatives, from one confusion matrix
- `mylearner.metric_labels`: Metrics where each row may have any number of labels
- `mylearner.metric_ranking`: Areas under curves, correlations of ranks, and how far probabilities are off
- `mylearner.metric_regression`: Mean errors, roots of means, and the share of the spread that is explained
- `mylearner.metric_stream`: Metrics that look at a batch once between them, and metrics that keep all rows
- `mylearner.metrics`: Figures that do not depend on how the rows were batched
- `mylearner.models.xresnet`: Residual networks with the tricks that pay
- `mylearner.optimizer`: From one line of arithmetic to torch's fused kernels, behind one interface
- `mylearner.test_utils`: A line to fit, a model with two weights, a callback that says what happens, and a report of what is installed
- `mylearner.torch_core`: Nested batches, devices, random states, parameters by kind, and tensors that remember what they are
- `mylearner.transform`: Functions that choose their body by type and know their way back"""

__version__ = "0.1.0"
