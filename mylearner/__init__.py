"""`from mylearner.basics import *` imports what training needs; `from mylearner.all import *` adds every callback. `doc(Learner.fit)`
explains each argument, with its type and default; `help` shows only the signature.

Modules:

- `mylearner.all`: All of mylearner with one import
- `mylearner.background_writer`: Copy the state, which takes a moment, and let another thread write it, which takes longer
- `mylearner.basics`: The learner and what it needs, with one import
- `mylearner.batch`: Move a batch to the model's device, split it into inputs and targets, and call the model
- `mylearner.batch_hints`: A sentence of advice for the usual errors of a batch
- `mylearner.callback.all`: Every callback, and every method that callbacks add to the learner, with one import
- `mylearner.callback.channelslast`: The memory layout that convolutions on new hardware are made for
- `mylearner.callback.checkpoint`: Run the same script again, and training ends as if it had never stopped
- `mylearner.callback.compile`: The same model, translated once into faster code, with nothing renamed and nothing hidden
- `mylearner.callback.core`: Change any step of training without editing the loop
- `mylearner.callback.data`: Sample by weight, train on a part of the data, keep what went through the model
- `mylearner.callback.ema`: Validate, keep and ship an average of the last steps' weights, which is often better than the last step's
- `mylearner.callback.fp16`: Half the bits where half are enough, all of them where they are needed
- `mylearner.callback.graph`: Record a training step once, and let the GPU repeat it without waiting for Python
- `mylearner.callback.guard`: Stop at the batch that would ruin the model, with the model as it was before it
- `mylearner.callback.hook`: See what goes on inside a model: every layer's output, its statistics over time, and a table of all of them
- `mylearner.callback.mixup`: Train on blends of examples, so that the model is less sure between them
- `mylearner.callback.preds`: Ask a model several times, and see how sure it is
- `mylearner.callback.progress`: See how training goes: bars, a table of results, a live plot, a file
- `mylearner.callback.rnn`: Start hidden states anew, and keep activations small and smooth
- `mylearner.callback.sched_curves`: From one value to another, and several curves one after the other
- `mylearner.callback.sched_find`: A hundred steps with a rising learning rate, and what they suggest
- `mylearner.callback.sched_fit`: Move hyper-parameters while training: one cycle, flat then down, restarts, fine-tuning
- `mylearner.callback.sched_torch`: Run any scheduler of `torch.optim.lr_scheduler` in a fit
- `mylearner.callback.schedule`: Move hyper-parameters while training, and find out where to start
- `mylearner.callback.set`: Which callbacks there are, under which names, and which of them is called at which event
- `mylearner.callback.tape`: What a CUDA graph does, shown with a tape of tensor operations, which runs anywhere
- `mylearner.callback.tracker`: Keep the best model, stop when nothing improves, lower the learning rate on a plateau
- `mylearner.callback.training`: Large batches in small pieces, bounded gradients, short epochs, frozen statistics
- `mylearner.callback.v1`: Callbacks written for the first version of this API run unchanged beside the new ones
- `mylearner.check`: Find what is wrong before an hour is spent on it
- `mylearner.checkpoint`: Files that are whole, that say what is in them, and that run only what you allow
- `mylearner.checkpoint_files`: A folder that is there whole or not at all, that notices damage, and that runs nothing when it is read
- `mylearner.data.all`: Loaders, data sets, transforms and splitters with one import
- `mylearner.data.block`: Say how to find, split, read and label your items once, and get loaders for any source
- `mylearner.data.collate`: Joining items into a batch, in the containers they come in
- `mylearner.data.core`: From rows, arrays or any loader to the pair that a `Learner` trains on
- `mylearner.data.epoch`: Seeds, an order, and three sources of batches
- `mylearner.data.external`: Download an archive once, unpack it, get its folder
- `mylearner.data.files`: Find files below a folder, and read labels and splits off their names
- `mylearner.data.items`: Lists whose items pass through transforms when you look at them, and that know their training and validation parts
- `mylearner.data.load`: Torch's loader with every step open to change, and tensors indexed once per batch
- `mylearner.data.loader`: Every step from an index to a batch, open to change
- `mylearner.data.show`: Images with their targets, tables of numbers, or whatever drawing your own types ask for
- `mylearner.data.tensors`: One indexing operation per batch, and a thread that works ahead
- `mylearner.data.transforms`: Which items are for validation, and how labels and numbers become tensors and labels again
- `mylearner.data.workers`: Torch's workers, with errors that arrive whole and seeds that belong to the batch
- `mylearner.datasets`: Real digits that ship with the package, and small tasks whose answers are known
- `mylearner.distributed`: The same training on several GPUs or processes, with the same result
- `mylearner.first_loss`: Find a wrong shape or label in the first batch, and say in which row
- `mylearner.groups`: Parameter groups, their hyper-parameters, and the optimizer made of both
- `mylearner.history`: Every fit, search and validation: what it was asked to do, what came out, and how it ended
- `mylearner.imports`: NumPy, PyTorch, Python's standard library and fastcore under their usual names, without the cost of those that are rarely used
- `mylearner.inference`: `validate`, `get_preds`, `predict`, `tta` and `show_results`, on any data, without a trace
- `mylearner.interpret`: Where a model goes wrong: its worst rows, its confusions, a figure for each class
- `mylearner.keywords`: A wrong keyword names the right one
- `mylearner.layer_parts`: Small modules that need no convolution of their own, and ways to put modules together
- `mylearner.layers`: Modules from functions, convolutions with their norm and activation, residual blocks, and models taken apart
- `mylearner.learner`: Model, data and loss in one object that trains, measures, predicts and saves
- `mylearner.learner_state`: Everything that must be written down for training to go on as if it had never stopped
- `mylearner.loader_place`: Go on in the middle of an epoch with the batches that were still to come, from any loader
- `mylearner.loop`: From eight lines of PyTorch to a loop that can be changed, stopped and trusted
- `mylearner.losses`: Torch's losses, each with the activation that turns scores into probabilities and the way to read off an answer
- `mylearner.metric`: Why averaging batches gives the wrong figure, and the class that gives the right one
- `mylearner.metric_adapters`: Perplexity and BLEU, parts of a loss, the best threshold, and wrappers for scikit-learn and torchmetrics
- `mylearner.metric_confusion`: Accuracy, precision, recall and their relatives, from one confusion matrix
- `mylearner.metric_labels`: Metrics where each row may have any number of labels
- `mylearner.metric_ranking`: Areas under curves, correlations of ranks, and how far probabilities are off
- `mylearner.metric_regression`: Mean errors, roots of means, and the share of the spread that is explained
- `mylearner.metric_stream`: Metrics that look at a batch once between them, and metrics that keep all rows
- `mylearner.metrics`: Figures that do not depend on how the rows were batched
- `mylearner.models.xresnet`: Residual networks with the tricks that pay
- `mylearner.nested`: Make tensors from anything, keep what they are, and treat a batch in containers like a single tensor
- `mylearner.optimizer`: From one line of arithmetic to torch's fused kernels, behind one interface
- `mylearner.optimizer_graph`: Keep hyper-parameters in memory, where a recorded step reads them anew each time
- `mylearner.optimizer_kernels`: Run a chain of steppers over all tensors in one call, and know that the result is the same
- `mylearner.optimizer_muon`: Two optimizers that many now train with, under the names and schedules of all others
- `mylearner.optimizer_relatives`: RMSProp, RAdam, QHAdam, LARC, LAMB and Lookahead, each one new stepper away
- `mylearner.optimizer_state`: Treat single parameters apart, save a run and go on with it, and let PyTorch's schedulers in
- `mylearner.optimizer_steppers`: From one line of arithmetic to groups, momentum and Adam
- `mylearner.optimizer_torch`: Use any torch.optim class with groups, freezing, and hyper-parameters by name
- `mylearner.process_state`: Write once what all processes share, and for each what is its own
- `mylearner.profile`: A time for each part of the loop and each callback, and the price of the loop itself
- `mylearner.recorder`: Losses and learning rates of every step, metrics of every epoch, a history of it all
- `mylearner.resume_check`: Stop and go on after a few batches, compare with a run that did not stop, and name what was forgotten
- `mylearner.showdoc`: Arguments with their types, defaults and meanings, in a terminal and in a notebook
- `mylearner.snapshot`: Use a learner for a moment, and have everything as it was
- `mylearner.stop_signals`: Finish the batch, save, then stop: what to do about Ctrl-C and the signals of a cluster
- `mylearner.tabular.all`: Everything for a table with one import
- `mylearner.tabular.core`: From a data frame with words, gaps and large numbers to tensors, and back
- `mylearner.tabular.data`: From a data frame or a CSV file to training and validation batches with one call
- `mylearner.tabular.model`: An embedding for each category, then ordinary layers
- `mylearner.test_utils`: A line to fit, models with one or two weights, callbacks that say what happens, and a report of what is installed
- `mylearner.torch_core`: Random states, parameters by kind, pictures and titles, and everything about tensors and nested batches
- `mylearner.transform`: Functions that choose their body by type and know their way back
- `mylearner.typed`: Types for pictures, so that transforms can tell them apart and each draws itself, and how to give a type back
- `mylearner.vision.all`: Everything for pictures with one import
- `mylearner.vision.augment`: One size for all pictures of a batch, and new views of each in every epoch, with masks and boxes moving along
- `mylearner.vision.boxes`: Boxes and their labels: they move along with their picture, lose what is cut off, and fill up a batch
- `mylearner.vision.core`: Open pictures of any kind, hold them as what they are, and find the files that cannot be read
- `mylearner.vision.data`: From a folder, a table or a list to batches of pictures with their labels or masks
- `mylearner.vision.learner`: A trained body, a new head, and the normalisation that fits
- `mylearner.vision.models.unet`: A class, a number or a colour for each pixel, from a body that was trained on photos
- `mylearner.vision.utils`: From a list of addresses to a folder of pictures of a useful size"""

__version__ = "0.1.0"

# `ml.Learner` after `import mylearner as ml`: the main names, and the modules that they go by. Nothing is imported before one is used.
_lazy = dict(Learner='learner', DataLoaders='data.core', DataLoader='data.load', Datasets='data.core', DataBlock='data.block', Callback='callback.core',
    Metric='learner', accuracy='metrics', error_rate='metrics', Adam='optimizer', SGD='optimizer', CrossEntropyLossFlat='losses', MSELossFlat='losses',
    load_learner='checkpoint', Interpretation='interpret', SaveModelCallback='callback.tracker', EarlyStoppingCallback='callback.tracker',
    CSVLogger='callback.progress', MixedPrecision='callback.fp16', GradientClip='callback.training', GradientAccumulation='callback.training',
    MixUp='callback.mixup', set_seed='torch_core', doc='showdoc')

def __getattr__(name):
    if name not in _lazy: raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name, obj=__import__(__name__))
    from mylearner import all   # not the name's own module alone: other modules add methods to `Learner`
    return globals().setdefault(name, getattr(all, name))

def __dir__(): return sorted({*globals(), *_lazy})
