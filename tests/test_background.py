"""Checkpoints that are written while training goes on: the same files, the same weights, the same errors as in the foreground.

Small states are written in no time, so a disk that takes its time makes sure that training is some steps further meanwhile.
"""
import copy, gc, json, os, pickle, signal, subprocess, sys, threading, time, warnings, weakref
from pathlib import Path
from unittest.mock import patch as patched

import pytest
import torch

from faults import FILES, folder_of, forked, list_checkpoints, new, read_checkpoint, slow_disk
from resume_setups import *
from mylearner.background_writer import BackgroundWriter, copied_contents
from mylearner.checkpoint import load_learner
from mylearner.checkpoint_files import CheckpointError, checkpoint_contents, write_contents

pytestmark = pytest.mark.usefixtures('quiet')

@pytest.fixture(autouse=True)
def no_writer_left():
    yield
    assert not writing(), 'a writer was left behind'

def writing(): return [t for t in threading.enumerate() if t.name == 'checkpoint writer']

def files(d):
    "What is in each checkpoint, without times and paths"
    def plain(f): return {k: v for k,v in leaves(json.loads(f.read_bytes())) if not any(o in k for o in ('second', 'path', '.log.'))}
    return {o.name: [(o/FILES[0]).read_bytes(), (o/FILES[1]).read_bytes(), plain(o/FILES[2])] for o in list_checkpoints(folder_of(d))}

class At(Callback):
    "Call `f(learn)` in training batch `n` of the fit, before all other callbacks"
    order,run_valid,purposes = -100,False,('fit',)
    def __init__(self, n, f): self.n,self.f = n,f
    def __getstate__(self): return {**vars(self), 'f': None}
    def before_batch(self):
        if self.learn.train_iter == self.n: self.f(self.learn)

class Slow:
    "A disk on which the first flush of a checkpoint takes until `go` is set"
    def __init__(self): self.go,self.inside,self.fsync,self.most,self.now = threading.Event(),threading.Event(),os.fsync,0,0
    def __call__(self, fd):
        if threading.current_thread().name == 'checkpoint writer':
            self.inside.set()
            assert self.go.wait(20), 'training waited for the disk'
        self.fsync(fd)
    def __enter__(self):
        self.patch = patched.object(os, 'fsync', self)
        self.patch.start()
        return self
    def __exit__(self, *_):
        self.go.set()
        self.patch.stop()

# --- the same

# N-277: with each state that a set-up of `test_resume` keeps
@pytest.mark.parametrize('name', ['one_cycle', 'held', 'tune', 'fp16', 'metrics', 'trackers', 'lookahead', 'accumulate', 'torch_sched_batch'])
def test_same_files_and_weights(name):
    s,a,b = setups[name],new(),new()
    want = run(s, a, every='3b', keep=50)
    with slow_disk(0.002): got = run(s, b, every='3b', keep=50, background=True)
    assert not differences(outcome(want), outcome(got))
    one,two = files(a),files(b)
    assert list(one) == list(two) and len(one) >= 4
    for k in one: assert one[k] == two[k], k

# N-278
def test_training_goes_on_meanwhile():
    "The checkpoint of batch 2 is on the disk only when batch 4 has been trained, and is that of batch 2"
    s,a,b,seen = setups['one_cycle'],new(),new(),[]
    run(s, a, every='2b', keep=50)
    with Slow() as disk:
        def look(learn):
            assert disk.inside.wait(20)
            seen.append([o.name for o in folder_of(b).iterdir() if o.is_dir() and o.name[0] != '.'])
            disk.go.set()
        learn = make(s, b, every='2b', keep=50, background=True)
        learn.add_cb(At(3, look))
        with learn.no_logging(): s['fit'](learn)
    assert seen == [[]]
    name = '000001-fit1-epoch0-batch2'
    assert files(a)[name][:2] == files(b)[name][:2]

def test_one_at_a_time():
    "A second save waits for the first: one copy, and checkpoints in their order"
    import mylearner.checkpoint_files as mod
    now,most,order,replace = [0],[0],[],os.replace
    write = mod._write_file
    def counted(path, *args):
        now[0] += 1; most[0] = max(most[0], now[0])
        time.sleep(0.002)
        try: return write(path, *args)
        finally: now[0] -= 1
    def noted(a, b):
        if Path(b).name[:3] == '000' and Path(b).name[0] != '.': order.append(Path(b).name)
        replace(a, b)
    with patched.object(mod, '_write_file', counted), patched.object(os, 'replace', noted): run(setups['one_cycle'], new(), every='1b', background=True)
    assert most[0] == 1 and len(order) > 10 and order == sorted(order)

def test_two_saves_close_together():
    "The second waits before it copies, so there is one copy; in the end both are there"
    import mylearner.callback.checkpoint as mod
    learn,copies = make(setups['one_cycle'], new(), every='100b', keep=9, background=True),[]
    def copied(contents):
        copies.append(len(writing()))
        return copied_contents(contents)
    state = CheckpointCallback._state
    def gathered(self, in_pass): # optimizers copy their state for it
        copies.append(len(writing()))
        return state(self, in_pass)
    def twice(learn):
        for i in range(2): learn.checkpoint.save('train')
    learn.add_cb(At(2, twice))
    with slow_disk(0.02), patched.object(mod, 'copied_contents', copied), patched.object(CheckpointCallback, '_state', gathered), learn.no_logging(): learn.fit(1)
    assert copies == [0, 0]*2 + [0] # the last one is in the foreground
    assert [read_checkpoint(o)[0]['step'] for o in learn.checkpoint.checkpoints] == [2, 2, 4]

def test_a_writer_waits_for_the_write_before():
    w,seen = BackgroundWriter(),[]
    def slow(i, stop): time.sleep(0.1); seen.append(i)
    for i in range(3): w.start(partial(slow, i)); assert len(writing()) == 1
    w.wait()
    assert seen == [0, 1, 2]

def test_random_numbers_are_those_of_training():
    d,after = [new(), new()],[]
    for kw,o in zip((dict(), dict(background=True)), d):
        with slow_disk(0.002): after.append(run(setups['noisy'], o, every='1b', **kw).after)
    assert same(after[0][0], after[1][0]) and after[0][1:] == after[1][1:]

# --- stop, and what is left

# N-280
@pytest.mark.parametrize('end', ['stop', 'error', 'cancel', 'signal'])
def test_the_end_of_a_fit_waits(end):
    "Whatever ends a fit inside a write: that checkpoint is whole, a stop's own comes after it, and nothing is left"
    s,d = setups['one_cycle'],new()
    def halt(learn):
        assert writing()
        if end == 'error': raise ZeroDivisionError('boom')
        if end == 'cancel': raise CancelFitException
        if end == 'signal': os.kill(os.getpid(), signal.SIGTERM)
        else: learn.checkpoint._stops.told = signal.SIGTERM
    learn = make(s, d, every='2b', background=True)
    learn.checkpoint.signals = end == 'signal'
    learn.add_cb(At(2, halt))
    with slow_disk(0.03), learn.no_logging():
        try: s['fit'](learn)
        except (TrainingInterrupted, ZeroDivisionError) as e: assert isinstance(e, ZeroDivisionError) == (end == 'error')
        else: assert end == 'cancel'
        assert not writing()
    whole = [read_checkpoint(o)[0]['name'] for o in list_checkpoints(folder_of(d))]
    assert whole[0] == '000001-fit1-epoch0-batch2' and len(whole) == (1 if end == 'error' else 2)
    assert sorted(o.name for o in folder_of(d).iterdir()) == [*whole, 'latest.json']
    assert not differences(outcome(run(s, new())), outcome(run(s, d, background=True))) or end == 'cancel'

def test_a_callback_that_is_removed_inside_a_write():
    d,learn = new(),None
    learn = make(setups['one_cycle'], d, every='2b', background=True, best='valid_loss')
    learn.add_cb(At(2, lambda learn: (writing() or 1/0, learn.remove_cb(CheckpointCallback))))
    with slow_disk(0.03), learn.no_logging(): learn.fit(2)
    assert [read_checkpoint(o)[0]['step'] for o in list_checkpoints(folder_of(d))] == [2]
    assert sorted(o.name for o in folder_of(d).iterdir()) == ['000001-fit1-epoch0-batch2', 'latest.json']

def test_an_interrupt_tells_the_writer_to_stop():
    def script():
        w,me = BackgroundWriter(),os.getpid()
        w.start(lambda stop: stop.wait(60) and 1/0)
        threading.Timer(0.3, lambda: os.kill(me, signal.SIGINT)).start()
        try: w.wait()
        except KeyboardInterrupt as e: return 5 if not writing() and not w.failed and 'nothing was lost but' in e.__notes__[0] else 6
    t = time.time()
    assert forked(script) == 5 and time.time() - t < 30

def test_what_is_given_up_leaves_nothing():
    d,stop = new(),threading.Event()
    stop.set()
    with pytest.raises(CheckpointError, match='told to stop'): write_contents(d/'000001-x', checkpoint_contents({'w': torch.ones(3)}, {}), stop)
    assert not list(d.iterdir())

def test_a_second_interrupt_does_not_wait():
    "Ctrl-C while the end of a fit waits for the disk: the checkpoint before is there, and nothing else"
    def script(path, out):
        learn,began = make(setups['one_cycle'], path, every='2b', background=True),[]
        learn.checkpoint.signals = True
        def interrupt(learn):
            me,began[0] = os.getpid(),time.time()
            threading.Timer(0.3, lambda: os.kill(me, signal.SIGINT)).start()
            os.kill(me, signal.SIGINT)
        learn.add_cb(At(3, lambda learn: began.append(0)))
        learn.add_cb(At(4, interrupt))
        flush = os.fsync
        def hang(fd): time.sleep(0.7 if began else 0.); flush(fd)
        os.fsync = hang
        try:
            with learn.no_logging(): learn.fit(2)
        except KeyboardInterrupt: Path(out).write_text(json.dumps([time.time() - began[0], len(writing()), learn.n_fits]))
        return 3
    d = new()
    assert forked(script, d, d/'out') == 3
    seconds,n,fits = json.loads((d/'out').read_text())
    assert n == 0 and fits == 0 and seconds < 4, seconds # a write takes 5 seconds on this disk
    assert [o.name for o in folder_of(d).iterdir() if o.name[0] == '.' or o.name == 'lock.json'] == []
    assert [read_checkpoint(o)[0]['step'] for o in list_checkpoints(folder_of(d))] == [2]

def test_a_process_that_ends_waits_for_a_fit_in_another_thread():
    "The main thread is at its end when the fit begins to save"
    d = new()
    code = f"""
import sys, threading; sys.path.insert(0, {str(Path(__file__).resolve().parent)!r})
from resume_setups import *
learn = make(setups['one_cycle'], {str(d)!r}, every='2b', background=True)
def fit():
    import time; time.sleep(0.5)
    with learn.no_logging(): learn.fit(2)
threading.Thread(target=fit).start()"""
    got = subprocess.run([sys.executable, '-c', code], capture_output=True, text=True, timeout=60)
    assert got.returncode == 0 and not got.stderr, got.stderr
    assert [read_checkpoint(o)[0]['step'] for o in list_checkpoints(folder_of(d))] == [8, 8]

def test_in_another_thread_and_two_fits_in_a_row():
    s,a,b = setups['two_fits'],new(),new()
    want = run(s, a, every='2b')
    def work():
        with slow_disk(0.003): got.append(run(s, b, every='2b', background=True))
    got = []
    t = threading.Thread(target=work); t.start(); t.join()
    assert not [k for k in differences(outcome(want), outcome(got[0])) if not k.startswith('.rng')]
    assert files(a).keys() == files(b).keys()

@pytest.mark.parametrize('data', [partial(ours, Noisy(), num_workers=2), partial(torchs, num_workers=2), partial(torchs, num_workers=2, persistent_workers=True)])
def test_workers_are_started_inside_a_write(data):
    "Each epoch starts workers while the checkpoint of the last one is written"
    s,a,b,n = setup(data=data),new(),new(),[]
    want = run(s, a, keep=50)
    learn = make(s, b, keep=50, background=True)
    learn.add_cb(At(4, lambda learn: n.append(len(writing()))))
    with slow_disk(0.1), learn.no_logging(): s['fit'](learn)
    learn.remove_cb(At)
    assert n == [1]
    assert not [k for k in differences(outcome(want), outcome(learn)) if not k.startswith('.rng')]
    one,two = files(a),files(b)
    assert list(one) == list(two) and all(one[k][:2] == two[k][:2] for k in one)

# --- errors

class Fails:
    "Fails at the `n`-th flush within the writer"
    def __init__(self, n, error): self.n,self.error,self.calls,self.fsync = n,error,0,os.fsync
    def __call__(self, fd):
        if threading.current_thread().name == 'checkpoint writer':
            self.calls += 1
            if self.calls == self.n: raise self.error
        self.fsync(fd)

# N-279
@pytest.mark.parametrize('at', [1, 4, 6, 7]) # of a file, the manifest, the folder, a pointer
def test_an_error_stops_the_fit_at_a_batch_end(at):
    "At the next one: long before the next checkpoint is due"
    d,seen = new(),[]
    learn = make(setups['one_cycle'], d, every='3b', background=True)
    learn.add_cb(At(3, lambda learn: [o.join() for o in writing()]))
    learn.add_cb(Callback(after_batch=lambda self: seen.append(self.learn.train_iter)))
    with patched.object(os, 'fsync', Fails(at, OSError(28, 'No space left on device'))), learn.no_logging():
        with pytest.raises(OSError, match='No space left'): learn.fit(2)
    assert seen == [1, 2, 3, 4] and learn.n_fits == 0
    names = [o.name for o in folder_of(d).iterdir()]
    assert not [o for o in names if o[0] == '.' or o == 'lock.json'], names
    for o in list_checkpoints(folder_of(d)): read_checkpoint(o)
    with learn.no_logging(): learn.fit(2, resume=True)

def test_an_error_can_be_a_warning():
    d = new()
    learn = make(setups['one_cycle'], d, every='3b', background=True, on_save_error='warn')
    with patched.object(os, 'fsync', Fails(1, OSError(28, 'No space left on device'))), learn.no_logging(), warnings.catch_warnings(record=True) as told:
        warnings.simplefilter('always')
        learn.fit(2)
    assert len([o for o in told if 'No space left' in str(o.message)]) == 1
    assert [read_checkpoint(o)[0]['step'] for o in list_checkpoints(folder_of(d))][-1] == 8

@pytest.mark.parametrize('how', ['raise', 'warn'])
def test_an_error_of_the_last_write(how):
    "A fit that fails by itself says both"
    d = new()
    learn = make(setups['one_cycle'], d, every='3b', background=True, on_save_error=how)
    def boom(learn): raise ZeroDivisionError('boom')
    learn.add_cb(At(3, boom))
    with patched.object(os, 'fsync', Fails(1, OSError(28, 'No space left on device'))), learn.no_logging(), warnings.catch_warnings(record=True) as told:
        warnings.simplefilter('always')
        with pytest.raises(ZeroDivisionError) as e: learn.fit(2)
    said = ' '.join([*getattr(e.value, '__notes__', ()), *(str(o.message) for o in told)])
    assert 'No space left' in said

def test_a_stop_after_a_failed_write_still_saves():
    d = new()
    learn = make(setups['one_cycle'], d, every='3b', background=True)
    def stop(learn):
        learn.checkpoint._stops.told = signal.SIGTERM
        for o in writing(): o.join()
    learn.add_cb(At(3, stop))
    with patched.object(os, 'fsync', Fails(1, OSError(28, 'No space left on device'))), learn.no_logging():
        with pytest.raises(TrainingInterrupted) as e: learn.fit(2)
    assert 'No space left' in ' '.join(e.value.__notes__)
    assert [read_checkpoint(o)[0]['step'] for o in list_checkpoints(folder_of(d))] == [4]

def test_a_stop_that_cannot_save_says_so():
    "It is the error that ends the fit, and nothing claims to have been written"
    learn = make(setups['one_cycle'], new(), every='3b', background=True)
    def full(fd): raise OSError(28, 'No space left on device')
    p = patched.object(os, 'fsync', full)
    def stop(learn): learn.checkpoint._stops.told = signal.SIGTERM; p.start()
    learn.add_cb(At(1, stop))
    try:
        with pytest.raises(OSError, match='No space left'), learn.no_logging(): learn.fit(2)
    finally: p.stop()

def test_the_old_one_goes_after_the_new_one_is_there():
    "Looked at whenever something is removed"
    import mylearner.callback.checkpoint as mod
    d,seen,remove = new(),[],mod._remove
    def look(path):
        seen.append(len([o for o in list_checkpoints(path.parent) if o != path and read_checkpoint(o)]))
        remove(path)
    with patched.object(mod, '_remove', look): run(setups['one_cycle'], d, every='1b', keep=1, background=True)
    assert len(seen) > 8 and min(seen) >= 1

def test_an_error_holds_no_copy():
    "What a failed write had copied is free when the error is kept"
    w = BackgroundWriter()
    contents = copied_contents(checkpoint_contents({'w': torch.ones(10)}, {}))
    ref = weakref.ref(contents['model.safetensors']['w'])
    d,fsync = new(),Fails(1, OSError(5, 'Input/output error'))
    with patched.object(os, 'fsync', fsync):
        w.start(partial(lambda contents, stop: write_contents(d/'000001-x', contents, stop), contents))
        del contents
        w.settle()
    gc.collect()
    assert w.failed and ref() is None
    with pytest.raises(OSError, match='000001-x was not written'): w.wait()

def test_no_memory_for_a_copy():
    "It is an error of saving, as a full disk is"
    def empty(*args, **kw): raise RuntimeError("DefaultCPUAllocator: can't allocate memory")
    learn = make(setups['one_cycle'], new(), every='3b', background=True)
    def run_out(learn): p.start()
    p = patched.object(torch, 'empty', empty)
    learn.add_cb(At(2, run_out))
    try:
        with pytest.raises(CheckpointError, match='no memory for a copy of the state'), learn.no_logging(): learn.fit(1)
    finally: p.stop()

# --- others who look

@pytest.mark.parametrize('how', ['deepcopy', 'pickle', 'export', 'unchanged', 'check'])
def test_copies_inside_a_write(how):
    "A copy of the learner writes nothing, and the write is not disturbed"
    s,a,b,seen = setups['one_cycle'],new(),new(),[]
    def act(learn):
        assert writing()
        if how == 'deepcopy': seen.append(copy.deepcopy(learn))
        elif how == 'pickle': seen.append(pickle.loads(pickle.dumps(learn)))
        elif how == 'export':
            path = learn.export('x.pkl')
            seen.append(load_learner(path, trust=True))
        elif how == 'unchanged':
            with learn.unchanged(): pass
            seen.append(learn)
        else: seen.append(learn)
    run(s, a, every='2b', keep=50)
    with slow_disk(0.02):
        learn = make(s, b, every='2b', keep=50, background=True)
        cb = At(2, act)
        learn.add_cb(cb)
        with learn.no_logging(): s['fit'](learn)
    assert files(a).keys() == files(b).keys() and len(seen) == 1
    twin = seen[0]
    twin.remove_cb(At)
    if how in ('deepcopy', 'pickle'):
        assert twin.checkpoint.background and twin.checkpoint._lock is None
        twin.path = new()
        with twin.no_logging(): twin.fit(1)
        assert list_checkpoints(folder_of(twin.path))
    if how == 'check': assert learn.check_resume() == []

def test_what_looks_at_the_folder_waits():
    "`ranking` and `checkpoints` know the one that is being written"
    learn,seen = make(setups['one_cycle'], new(), every='2b', background=True),[]
    learn.add_cb(At(2, lambda learn: seen.append((len(writing()), len(learn.checkpoint.checkpoints), learn.checkpoint.last.name))))
    with slow_disk(0.02), learn.no_logging(): learn.fit(1)
    assert seen == [(1, 1, '000001-fit1-epoch0-batch2')]

def test_best_ones_are_kept():
    a,b = new(),new()
    for d,kw in ((a, {}), (b, dict(background=True))):
        with slow_disk(0.003): run(setups['plain'], d, keep=1, best='accuracy', keep_best=2, **kw)
    assert files(a).keys() == files(b).keys()
    assert [(folder_of(d)/'best.json').read_text() for d in (a, b)][0] == (folder_of(b)/'best.json').read_text()

def test_a_pickle_from_before():
    "A callback that an earlier version pickled saves as it did"
    cb = CheckpointCallback(new()/'x')
    for k in ('background', '_writer'): cb.__dict__.pop(k, None)
    learn = make(setups['plain'], new())
    learn.remove_cb(CheckpointCallback)
    learn.add_cb(pickle.loads(pickle.dumps(cb)))
    with learn.no_logging(): learn.fit(1)
    assert len(learn.checkpoint.checkpoints) == 1
