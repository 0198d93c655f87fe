"""Break training in every way that we can think of, and see whether anything is lost.

`python tests/faults.py` runs the short version, `python tests/faults.py --long` the long one (some minutes, with at least 100 kills). Each kind of
fault is a function `(n, rng) -> failures`; the table says how often it was tried. `--seed` repeats a run, `--only kill` picks kinds,
`--out FILE` keeps the table as JSON; rows of other kinds that are in it stay.
"""
import argparse, builtins, ctypes, errno, gc, json, os, pickle, random, shutil, signal, sys, tempfile, threading, time, tracemalloc, warnings
from contextlib import redirect_stdout
from pathlib import Path
from unittest.mock import patch as patched

sys.path.insert(0, str(Path(__file__).resolve().parent))
from resume_setups import *
from mylearner.checkpoint_files import (CheckpointError, FILES, FolderLock, list_checkpoints, newest_checkpoint, read_checkpoint,
    write_checkpoint)

# ---

def folder_of(path): return Path(path)/'models'/'checkpoints'
def new(): return Path(tempfile.mkdtemp(prefix='faults'))

def forked(f, *args, wait=True):
    "Run `f` in a process of its own; its exit status (negative: the signal that ended it), or its pid"
    sys.stdout.flush()
    pid = os.fork()
    if not pid:
        gc.freeze() # to look at objects would be to copy the parent's memory
        torch.set_num_threads(1) # the parent's threads of OpenMP are not here: whoever waits for them waits for ever
        signal.signal(signal.SIGINT, signal.default_int_handler) # which a shell takes from what it starts in the background
        signal.alarm(300)
        try:
            with open(os.devnull, 'w') as null, redirect_stdout(null): os.dup2(null.fileno(), 2); rc = f(*args) or 0
        except SystemExit as e: rc = e.code or 0
        except KeyboardInterrupt: rc = 130
        except TrainingInterrupted: rc = 143
        except BaseException: rc = 1
        os._exit(rc)
    return ended(pid) if wait else pid

def ended(pid): return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])

class Big(nn.Module):
    "52 MB of weights, few of which are used"
    def __init__(self):
        super().__init__()
        self.store,self.lin,self.drop = nn.Parameter(torch.zeros(13_000_000), requires_grad=False),nn.Linear(4,2),nn.Dropout(0.5)
    def forward(self, x): return self.lin(self.drop(x))

def slow_disk(seconds):
    "Each flush takes that long"
    fsync = os.fsync
    def wait_and_flush(fd): time.sleep(seconds); fsync(fd)
    return patched.object(os, 'fsync', wait_and_flush)

def train(path, big=False, every='1b', n=3, out=None, slow=0., data=ours, disk=0., **kw):
    "The script that is killed: run again, it goes on"
    if data is not ours: os.setpgrp() # a terminal's Ctrl-C goes to all processes of a group
    if disk: slow_disk(disk).start()
    torch.manual_seed(7)
    cb = CheckpointCallback(every=every, **kw)
    learn = mylearner.learner.Learner(DataLoaders(*data()), Big() if big else Net(), CrossEntropyLossFlat(), path=path, cbs=[cb,
        Callback(after_pred=lambda self: time.sleep(slow), before_epoch=lambda self: (Path(path)/'began').touch())]) # its handlers are there by now
    with learn.no_logging(): learn.fit_one_cycle(n, 0.05, resume=True)
    if out: torch.save({k: v for k,v in learn.model.state_dict().items() if k != 'store'} | {'losses': list(learn.recorder.losses)}, out)

def result(path): return dict(leaves(torch.load(path)))

# --- stop and go on

def stop_everywhere(n, rng, names=None, **kw):
    "Stop at each batch (or at `n` of them) and go on: bitwise the same as without a stop"
    bad,tried = [],0
    for name in names or setups:
        s = setups[name]
        want,total = outcome(run(s, new())),n_batches(s)
        for k in sorted(rng.sample(range(1, total+1), min(n, total))):
            d = new()
            stopped = run(s, d, stop=k, **kw) is None
            torch.manual_seed(99); random.seed(99); np.random.seed(99)
            diff = differences(want, outcome(run(s, d, **kw)))
            if diff or not stopped: bad.append(f'{name}, stopped after {k} of {total}: {diff[:3]}')
            tried += 1
            shutil.rmtree(d)
    return tried,bad

def stop_inside_writes(n, rng, names):
    "The same while the disk still writes what was saved before"
    with slow_disk(0.01): return stop_everywhere(n, rng, names, background=True)

def stop_twice(n, rng):
    "Stop, go on, stop again (in the same epoch too), go on"
    bad,names = [],['torch_loader', 'one_cycle', 'accumulate', 'noisy', 'torch_noisy', 'tune', 'fp16', 'held', 'trackers']
    for i in range(n):
        name = rng.choice(names)
        s,d = setups[name],new()
        want = outcome(run(s, new()))
        stops = [rng.randint(1, 5) for _ in range(3)]
        for k in stops: run(s, d, stop=k)
        if diff := differences(want, outcome(run(s, d))): bad.append(f'{name}, stops {stops}: {diff[:3]}')
    return n,bad

# --- kills

def kill(n, rng, big=False, **kw):
    "kill -9 at any moment, also inside a write of 52 MB; then the same script again"
    ref,bad,kills,path,slow = new()/'ref',[],0,new(),0 if big else 0.01
    forked(train, new(), big, '1b', 3, ref)
    while kills < n:
        out = path/'out'
        pid,t,tmp = forked(partial(train, **kw), path, big, '1b', 3, out, slow, wait=False),rng.uniform(0.02, 0.8),False
        end = time.time() + t
        while time.time() < end and not tmp:
            tmp = big and any(o.name.endswith('.tmp') for o in folder_of(path).glob('.*')) # a write has begun
            time.sleep(0.001)
        if tmp: time.sleep(rng.uniform(0, 0.08))
        os.kill(pid, signal.SIGKILL)
        rc = ended(pid)
        kills += rc == -signal.SIGKILL
        there = list_checkpoints(folder_of(path))
        whole = [o for o in there if _whole(o)]
        if there and not whole: bad.append(f'kill {kills}: nothing whole is left of {[o.name for o in there]}')
        if rc == 0 or rng.random() < 0.15 and len(whole): # let it finish, and compare
            if rc != 0: rc = forked(train, path, big, '1b', 3, out)
            diff = differences(result(ref), result(out)) if rc == 0 else f'exit {rc}'
            if diff: bad.append(f'kill {kills}: {diff[:3]}')
            litter = [o.name for o in folder_of(path).glob('.*')]
            if litter: bad.append(f'litter: {litter}')
            path = new()
    return kills,bad

def _whole(o):
    try: read_checkpoint(o)
    except CheckpointError: return False
    return True

# --- damage

def checkpoint_with(n_saves=3):
    d = new()
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        run(setups['one_cycle'], d)
    return folder_of(d)

def _damaged(bad, what, path):
    try: read_checkpoint(path)
    except CheckpointError as e:
        if path.name not in str(e): bad.append(f'{what}: the error does not name the checkpoint: {e}')
    except BaseException as e: bad.append(f'{what}: {type(e).__name__} {e}')
    else: bad.append(f'{what}: loaded without a word')

def flips(n, rng):
    "Change one byte"
    bad,path = [],checkpoint_with()
    newest = list_checkpoints(path)[-1]
    for i in range(n):
        f = newest/rng.choice([*FILES, 'manifest.json'])
        good = f.read_bytes()
        at = rng.randrange(len(good))
        f.write_bytes(good[:at] + bytes([good[at] ^ rng.randint(1, 255)]) + good[at+1:])
        _damaged(bad, f'{f.name}, byte {at}', newest)
        f.write_bytes(good)
    return n,bad + ([] if _whole(newest) else ['not put back'])

def cuts(n, rng):
    "Cut a file short; empty it; remove it"
    bad,newest = [],list_checkpoints(checkpoint_with())[-1]
    for i in range(n):
        f = newest/rng.choice([*FILES, 'manifest.json'])
        good = f.read_bytes()
        cut = 0 if i % 10 == 0 else rng.randrange(len(good))
        if i % 10 == 1: f.unlink()
        else: f.write_bytes(good[:cut])
        _damaged(bad, f'{f.name} cut at {cut}', newest)
        f.write_bytes(good)
    return n,bad

class Evil:
    def __reduce__(self): return os.system, ('touch '+os.environ['EVIL'],)

def pickles(n, rng):
    "A pickle that runs a command in the place of every file, also of those that are not checked"
    bad,ran = [],new()/'ran'
    os.environ['EVIL'] = str(ran)
    folder = checkpoint_with()
    newest = list_checkpoints(folder)[-1]
    for f in [*(newest/o for o in (*FILES, 'manifest.json')), folder/'latest.json', folder/'lock.json']:
        good = f.read_bytes() if f.exists() else None
        f.write_bytes(pickle.dumps(Evil()))
        try: newest_checkpoint(folder)
        except CheckpointError: pass
        FolderLock(folder).holder()
        if ran.exists(): bad.append(f'{f.name} ran code')
        f.unlink() if good is None else f.write_bytes(good)
    return 6,bad

def skipped(n, rng):
    "Damage the newest checkpoint, then run the script again: it goes on from the one before, and says so"
    s,bad = setups['one_cycle'],[]
    want = outcome(run(s, new()))
    for i in range(n):
        d = new()
        run(s, d, stop=rng.randint(12, 20), every='1b', keep=4)
        f = list_checkpoints(folder_of(d))[-1]/rng.choice(FILES)
        f.write_bytes(f.read_bytes()[:-7])
        with warnings.catch_warnings(record=True) as told:
            warnings.simplefilter('always')
            got = run(s, d, every='1b', keep=4)
        if diff := differences(want, outcome(got)): bad.append(f'{f}: {diff[:3]}')
        if not any(f.parent.name in str(o.message) for o in told): bad.append(f'{f}: not named')
    return n,bad

# --- failing calls

class Fails:
    "Fails at the `n`-th call of `name`"
    def __init__(self, name, n): self.name,self.n,self.calls = name,n,0
    def __call__(self, f):
        def g(*args, **kw):
            if self.name == 'open' and not (len(args) > 1 and ('x' in str(args[1]) or 'w' in str(args[1]))): return f(*args, **kw)
            self.calls += 1
            if self.calls == self.n: raise OSError(errno.EIO, 'Input/output error')
            return f(*args, **kw)
        return g

def failing_calls(n, rng):
    "Let the N-th call of open, write, fsync or replace fail, for N = 1, 2, … until a save passes"
    import mylearner.checkpoint_files as files
    bad,tried = [],0
    model,training = {'w': torch.arange(1000.)},{'a': torch.ones(10), 'n': 3}
    for name in ('open', 'write', 'fsync', 'replace'):
        for k in range(1, 60):
            d,fail = new(),Fails(name, k)
            write_checkpoint(d/'000001-x', model, training)
            place = dict(open=(builtins, 'open'), write=(files._Summed, 'write'), fsync=(os, 'fsync'), replace=(os, 'replace'))[name]
            try:
                with patched.object(*place, fail(getattr(*place))): write_checkpoint(d/'000002-x', model, training)
                passed = True
            except OSError as e: passed = False; said = str(e)
            tried += 1
            if not _whole(d/'000001-x'): bad.append(f'{name} {k}: the earlier one is gone')
            if list(d.glob('.*')): bad.append(f'{name} {k}: litter')
            if (d/'000002-x').exists() and not _whole(d/'000002-x'): bad.append(f'{name} {k}: half a checkpoint')
            if not passed and ('bytes' not in said or '000002-x' not in said): bad.append(f'{name} {k}: {said}')
            if passed: break
        else: bad.append(f'{name}: never passed')
    return tried,bad

def failing_fits(n, rng, **kw):
    "The same within a fit: it stops with the error, and the learner is usable; or it goes on where that was wanted"
    bad = []
    for i in range(n):
        name,k,how = rng.choice(['fsync', 'replace', 'open']),rng.randint(1, 12),rng.choice(['raise', 'warn'])
        s,d,fail = setups['one_cycle'],new(),Fails(name, k)
        place = dict(open=(builtins, 'open'), fsync=(os, 'fsync'), replace=(os, 'replace'))[name]
        learn = make(s, d, every='2b', on_save_error=how, **kw)
        with warnings.catch_warnings():
            warnings.simplefilter('ignore')
            try:
                with patched.object(*place, fail(getattr(*place))), learn.no_logging(): learn.fit(2, resume=True)
                failed = False
            except (OSError, CheckpointError): failed = True
        if failed and how == 'warn' and fail.calls > 3: bad.append(f'{name} {k}: stopped although it was to go on')
        if (folder_of(d)/'lock.json').exists(): bad.append(f'{name} {k}: the lock is left')
        try:
            with learn.no_logging(): learn.fit(1, resume=True) if not failed else learn.fit(2, resume=True)
        except BaseException as e: bad.append(f'{name} {k} {how}: then {type(e).__name__}: {e}')
    return n,bad

def full_disk(n, rng):
    "No space: a limit on the size of files, in a process of its own"
    import resource
    bad = []
    def small(path):
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
        write_checkpoint(path/'000001-x', {'w': torch.zeros(10)}, {})
        try: write_checkpoint(path/'000002-x', {'w': torch.zeros(100_000)}, {})
        except OSError as e: return 7 if '400,000 bytes' in str(e) and 'free' in str(e) else 8
        return 9
    for i in range(n):
        d = new()
        rc = forked(small, d)
        if rc != 7: bad.append(f'exit {rc}')
        if [o.name for o in d.iterdir()] != ['000001-x'] or not _whole(d/'000001-x'): bad.append(f'{list(d.iterdir())}')
    return n,bad

def no_permission(n, rng):
    "A folder that may not be written to"
    bad,d = [],new()
    def refuse(*args, **kw): raise PermissionError(errno.EACCES, 'Permission denied', str(args[0]))
    for name in ('mkdir',):
        learn = make(setups['one_cycle'], d)
        was = learn.model.head.weight.clone()
        try:
            with patched.object(Path, name, refuse), learn.no_logging(): learn.fit(1)
            bad.append('no error')
        except PermissionError: pass
        if not torch.equal(was, learn.model.head.weight): bad.append('trained before')
    return 1,bad

# --- two writers, signals

def two_writers(n, rng):
    "A second process in the same folder is refused, and the first one is not disturbed"
    bad = []
    for i in range(n):
        d,ref = new(),new()/'ref'
        forked(train, new(), False, '1b', 3, ref)
        pid = forked(train, d, False, '1b', 3, d/'out', 0.03, wait=False)
        until = time.time() + 10
        while not (folder_of(d)/'lock.json').exists() and time.time() < until: time.sleep(0.001)
        second = forked(train, d, False, '1b', 3, d/'out2')
        first = ended(pid)
        if second != 1 or first != 0: bad.append(f'first {first}, second {second}')
        elif diff := differences(result(ref), result(d/'out')): bad.append(f'{diff[:3]}')
    return n,bad

def signals(n, rng, every='1e', **kw):
    "SIGTERM, SIGUSR1 or SIGINT at any moment, once or twice; then the same script again"
    ref,bad = new()/'ref',[]
    train_with = partial(train, **kw)
    forked(train, new(), False, '1e', 3, ref)
    for i in range(n):
        d,sig,twice = new(),rng.choice([signal.SIGTERM, signal.SIGUSR1, signal.SIGINT]),rng.random() < 0.3
        pid = forked(train_with, d, False, every, 3, d/'out', 0.01, wait=False)
        until = time.time() + 60
        while not (d/'began').exists() and time.time() < until: time.sleep(0.001)
        time.sleep(rng.uniform(0, 0.2))
        os.kill(pid, sig)
        if twice: time.sleep(rng.uniform(0, 0.02)); os.kill(pid, sig)
        rc = ended(pid)
        fine = {0, 130 if sig == signal.SIGINT else 143} | ({-sig} if twice else set())
        if rc not in fine: bad.append(f'{signal.Signals(sig).name} twice={twice}: exit {rc}')
        if not twice and rc in (130, 143) and not list_checkpoints(folder_of(d)): bad.append(f'{signal.Signals(sig).name}: nothing saved')
        if not (twice and rc == -sig) and (litter := [o.name for o in folder_of(d).glob('.*')]): bad.append(f'{signal.Signals(sig).name}: {litter}')
        rc = forked(train_with, d, False, every, 3, d/'out') if rc else 0
        if rc: bad.append(f'{signal.Signals(sig).name}: the second run ended with {rc}')
        elif diff := differences(result(ref), result(d/'out')): bad.append(f'{signal.Signals(sig).name}: {diff[:3]}')
    return n,bad

def with_workers(n, rng):
    "Ctrl-C in a terminal: the loader's workers get it too"
    bad = []
    for i in range(n):
        data = partial(rng.choice([ours, torchs]), Noisy() if i % 2 else None, num_workers=2)
        if data.func is torchs: data = partial(torchs, num_workers=2)
        ref,d = new()/'ref',new()
        forked(train, new(), False, '1e', 3, ref, 0., data)
        pid = forked(train, d, False, '1e', 3, d/'out', 0.02, data, wait=False)
        until = time.time() + 20
        while not (d/'began').exists() and time.time() < until: time.sleep(0.001)
        time.sleep(rng.uniform(0.1, 0.4))
        try: os.killpg(pid, signal.SIGINT)
        except ProcessLookupError: pass
        rc = ended(pid)
        if rc not in (0, 130): bad.append(f'{data.func.__name__}: exit {rc}')
        if rc == 130 and not list_checkpoints(folder_of(d)): bad.append('nothing saved')
        rc = forked(train, d, False, '1e', 3, d/'out', 0., data) if rc else 0
        if rc: bad.append(f'the second run ended with {rc}')
        elif diff := differences(result(ref), result(d/'out')): bad.append(f'{data.func.__name__}: {diff[:3]}')
    return n,bad

def off_main(n, rng):
    "A fit in another thread trains as always, and says that it does not watch for signals"
    bad,said = [],[]
    before = signal.getsignal(signal.SIGTERM)
    def work():
        learn = make(setups['one_cycle'], new())
        learn.checkpoint.signals = True
        learn.remove_cb(ProgressCallback)
        learn.logger = lambda *a: None
        with patched.object(builtins, 'print', lambda *a, **k: said.append(' '.join(map(str, a)))): learn.fit(1)
    t = threading.Thread(target=work); t.start(); t.join()
    if not any('main thread' in o for o in said): bad.append(f'said {said}')
    if signal.getsignal(signal.SIGTERM) != before: bad.append('handlers changed')
    return 1,bad

# --- nothing piles up

def resident():
    "Bytes of memory that this process has, without those that the C library keeps for later"
    libc = ctypes.CDLL(None)
    if hasattr(libc, 'malloc_trim'): libc.malloc_trim(0)
    return next(int(o.split()[1])*1024 for o in Path('/proc/self/status').read_text().splitlines() if o.startswith('VmRSS'))

class Look(Callback):
    "What there is at the beginning of epochs `first` and `last`, all checkpoints being written"
    def __init__(self, first, last): self.at,self.seen = (first, last),[]
    def before_epoch(self):
        if self.learn.epoch not in self.at: return
        gc.collect()
        newest,objects = list_checkpoints(self.learn.checkpoint.folder)[-1],gc.get_objects()
        n = dict(objects=len(objects), tensors=sum(isinstance(o, torch.Tensor) for o in objects))
        del objects
        traced = tracemalloc.is_tracing() # (which takes memory of its own, several times what it finds)
        self.seen.append(dict(steps=self.learn.train_iter, epochs=self.learn.epoch, files=sum(o.stat().st_size for o in newest.iterdir()), **n,
            **dict(heap=tracemalloc.get_traced_memory()[0]) if traced else dict(resident=resident())))

def growth(n, n_epoch=20, cbs=(), traced=True):
    "How much more there is after `n` steps than after a fifth of them"
    k,look = n//n_epoch,Look(n_epoch//5, n_epoch-1)
    x = torch.randn(2*k, 4, generator=torch.Generator().manual_seed(1))
    dls = DataLoaders(DataLoader(TensorDataset(x, (x.sum(1) > 0).long()), bs=2, shuffle=True), DataLoader(TensorDataset(X, Y), bs=10))
    torch.manual_seed(7)
    learn = mylearner.learner.Learner(dls, Net(), CrossEntropyLossFlat(), path=new(), metrics=accuracy, cbs=[CheckpointCallback(signals=False), look, *cbs])
    if traced: tracemalloc.start()
    try:
        with learn.no_logging(): learn.fit_one_cycle(n_epoch, 0.05)
    finally: tracemalloc.stop()
    shutil.rmtree(learn.path)
    return {k: look.seen[1][k] - v for k,v in look.seen[0].items()}

# What a step leaves, with one-cycle: its loss (8 bytes), its learning rate and the scheduled rate and momentum (32 bytes each; lists have some room); in a
# checkpoint, 8 bytes and these three as text. An epoch leaves its row in the history. Caches that fill up once are the third number.
most = dict(heap=(120, 1500, 2**14), files=(80, 300, 0), objects=(0, 4, 0), tensors=(0, 0, 0), resident=(300, 1500, 2**23))

def no_growth(n, rng, **kw):
    "Train for `n` steps: a step leaves a few numbers behind, in memory and in checkpoints, and nothing else"
    runs,bad = [growth(min(n, 4000), **kw)],[]
    if n > 4000: runs.append(growth(n, 100, traced=False, **kw))
    for more in runs:
        for k,(step,epoch,once) in most.items():
            allowed = step*more['steps'] + epoch*more['epochs'] + once
            if more.get(k, 0) > allowed: bad.append(f"{more['steps']} steps and {more['epochs']} epochs leave {more[k]:,} more {k}, {allowed:,} is the most")
    return n,bad

# kind: (function, how often in the short version, in the long one)
kinds = {
    'stopped after a batch, went on': (stop_everywhere, 2, 1000),
    'stopped three times': (stop_twice, 3, 60),
    'killed': (kill, 5, 60),
    'killed inside a write of 52 MB': (lambda n, rng: kill(n, rng, True), 3, 60),
    'one byte changed': (flips, 200, 400), 'cut, emptied, removed': (cuts, 50, 100), 'replaced by a malicious pickle': (pickles, 6, 6),
    'newest one damaged': (skipped, 3, 20), 'a system call failed': (failing_calls, 1, 1), 'a system call failed in a fit': (failing_fits, 6, 60),
    'disk full': (full_disk, 1, 5), 'no permission': (no_permission, 1, 1), 'two writers': (two_writers, 1, 5), 'told to stop': (signals, 6, 60),
    'Ctrl-C, workers too': (with_workers, 1, 20), 'not in the main thread': (off_main, 1, 1),
    'no growth': (no_growth, 2000, 100_000),
    'in the background: stopped after a batch': (partial(stop_inside_writes, names=['one_cycle', 'held', 'two_fits']), 1, 1000),
    'in the background: killed inside a write of 52 MB': (partial(kill, big=True, background=True), 2, 60),
    'in the background: a system call failed': (partial(failing_fits, background=True), 6, 60),
    'in the background: told to stop inside a write': (partial(signals, every='2b', background=True, disk=0.02), 4, 60)}

def write_table(out, seed, long, rows):
    "The rows as JSON; those of other kinds that are in the file already stay, with their seed"
    was = json.loads(out.read_text()) if out.exists() else dict(seed=seed, long=long, rows=[])
    if was['long'] == long: rows = [dict(seed=was['seed']) | o for o in was['rows'] if o['fault'] not in {r['fault'] for r in rows}] + [dict(seed=seed) | r for r in rows]
    order = list(kinds)
    rows = sorted((o for o in rows if o['fault'] in order), key=lambda o: order.index(o['fault']))
    out.write_text(json.dumps(dict(seed=seed, long=long, rows=rows), indent=1)+'\n')

def main():
    p = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    p.add_argument('--long', action='store_true', help='more of everything')
    p.add_argument('--seed', type=int, help='repeat a run')
    p.add_argument('--only', default='', help='kinds whose name contains this')
    p.add_argument('--out', help='write the table to this file')
    args = p.parse_args()
    seed = args.seed if args.seed is not None else random.SystemRandom().randrange(2**31)
    print(f'seed {seed}\n\n| fault | tried | failures | seconds |\n|---|---|---|---|')
    failed,rows = [],[]
    for name,(f,short,long) in kinds.items():
        if args.only not in name: continue
        t = time.time()
        with warnings.catch_warnings():
            warnings.simplefilter('ignore')
            tried,bad = f(long if args.long else short, random.Random(f'{seed} {name}'))
        rows.append(dict(fault=name, tried=tried, failures=len(bad), seconds=round(time.time()-t)))
        print('|', ' | '.join(map(str, rows[-1].values())), '|', flush=True)
        failed += bad
    if args.out: write_table(Path(args.out), seed, args.long, rows)
    print('\n'.join(['', *failed]))
    return 1 if failed else 0

if __name__ == '__main__': sys.exit(main())
