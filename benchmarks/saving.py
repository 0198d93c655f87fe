"""What checkpoints cost: a fit with one each epoch against one without, and 200 MB written and read.

    python benchmarks/saving.py                                   both tables
    python benchmarks/saving.py fits --quick                      one of them, to see whether it runs
    python benchmarks/saving.py --out benchmarks/saving.json      what the tutorial *Stop and carry on* shows

In the background, the seconds of a write are those that training waits for; the memory is that until it is on the disk.

Contestants take turns. A fit's figure is the least time of all turns, the others are medians. Writing and reading run in a process each,
whose memory is that of the kernel (`VmHWM`): how much more there was at the worst moment than before, file pages that are mapped
included. A file that is read was written just before, so this is no measurement of the disk.
"""
import argparse, json, os, platform, shutil, statistics, subprocess, sys, tempfile, time, warnings
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import nn

from mylearner.background_writer import BackgroundWriter, copied_contents
from mylearner.callback.checkpoint import CheckpointCallback
from mylearner.checkpoint_files import checkpoint_contents, read_checkpoint, write_checkpoint, write_contents
from mylearner.data.core import DataLoaders
from mylearner.learner import Learner

# --- a fit

def learner(folder, cbs=(), n=64, nh=512):
    "A network of 0.7 million weights, of which an epoch is `n` batches"
    g = torch.Generator().manual_seed(0)
    x,y = torch.randn(64*n, 784, generator=g),torch.randint(0, 10, (64*n,), generator=g)
    torch.manual_seed(0)
    net = nn.Sequential(nn.Linear(784, nh), nn.ReLU(), nn.Linear(nh, nh), nn.ReLU(), nn.Linear(nh, 10))
    return Learner(DataLoaders.from_arrays(x, y, valid_pct=0, bs=64), net, F.cross_entropy, path=folder, cbs=list(cbs))

def epoch(n, reps, n_epoch=4):
    "Seconds for an epoch of `n` batches, without and with a checkpoint at its end, in the foreground and in the background"
    secs,size = dict(without=[], each=[], background=[]),0
    for i in range(reps+1):
        for k in sorted(secs, reverse=i%2):
            folder = Path(tempfile.mkdtemp())
            learn = learner(folder, [] if k == 'without' else [CheckpointCallback(background=k == 'background')], n)
            t = time.perf_counter()
            with learn.no_bar(), learn.no_logging(): learn.fit(n_epoch)
            if i: secs[k].append((time.perf_counter()-t)/n_epoch)
            if k == 'each': size = sum(o.stat().st_size for o in learn.checkpoint.last.iterdir())
            shutil.rmtree(folder)
    least = {k: min(v) for k,v in secs.items()}
    ratios = {k: round(least[k]/least['without'], 3) for k in ('each', 'background')}
    return dict(batches=n, MB=round(size/1e6, 1), seconds={k: round(v, 4) for k,v in least.items()}, ratio=ratios['each'], background=ratios['background'])

# --- files

def state(mb): return {f'layer{i}.weight': torch.randn(mb*5000) for i in range(50)} # 50 tensors

def durable(path):
    with open(path, 'rb') as f: os.fsync(f.fileno())

def torch_write(sd, path, sync=False):
    torch.save(sd, path)
    if sync: durable(path)

def safetensors_write(sd, path, sync=False):
    from safetensors.torch import save_file
    save_file(sd, path)
    if sync: durable(path)

def safetensors_read(path):
    from safetensors.torch import load_file
    return load_file(path)

def in_background(sd, path):
    "Copy and go on; what is given back waits until it is on the disk"
    writer,contents = BackgroundWriter(),copied_contents(checkpoint_contents(sd, {}))
    writer.start(lambda stop: write_contents(path, contents, stop))
    return writer.wait

# name: (write, read); a write may give back a function that waits for its end
files = {
    'checkpoint': (lambda sd, path: write_checkpoint(path, sd, {}) and None, lambda path: read_checkpoint(path)[1]),
    'checkpoint, in the background': (in_background, None),
    'torch.save': (torch_write, lambda path: torch.load(path)),
    'torch.save, on the disk': (lambda sd, path: torch_write(sd, path, True), None),
    'safetensors': (safetensors_write, safetensors_read),
    'safetensors, on the disk': (lambda sd, path: safetensors_write(sd, path, True), None)}

def memory(what):
    "`VmRSS` or `VmHWM` of this process, in MB"
    return next(int(o.split()[1])/1000 for o in Path('/proc/self/status').read_text().splitlines() if o.startswith(what))

def measured(f):
    "Seconds and additional memory of a call"
    Path('/proc/self/clear_refs').write_text('5') # the peak begins anew
    before,t = memory('VmRSS'),time.perf_counter()
    wait = f()
    seconds = time.perf_counter()-t
    if wait is not None: wait()
    return dict(seconds=seconds, MB=memory('VmHWM')-before)

def one(name, mb, path):
    "Write, or read into weights that are there, in this process"
    write,read = files[name]
    warm,sd = path.with_name(f'warm{os.getpid()}'),state(mb)
    wait = write({'a': torch.zeros(1)}, warm) # what is imported and asked once does not count
    if wait is not None: wait()
    if not path.exists(): return measured(lambda: write(sd, path))
    def put():
        for k,v in read(path).items(): sd[k].copy_(v)
    was = sd['layer7.weight'].clone()
    read(warm)
    figures = measured(put)
    assert not torch.equal(was, sd['layer7.weight'])
    return figures

def apart(*args):
    res = subprocess.run([sys.executable, __file__, '--one', *map(str, args)], capture_output=True, text=True)
    if res.returncode: raise RuntimeError(res.stderr)
    return json.loads(res.stdout)

def written_and_read(mb, reps):
    "Seconds and memory of writing and reading `mb` MB"
    found = {k: dict(write=[], read=[]) for k in files}
    for i in range(reps):
        for k,(_,read) in list(files.items())[::-1 if i%2 else 1]:
            folder = Path(tempfile.mkdtemp())
            path = folder/'000001-x'
            found[k]['write'].append(apart(k, mb, path))
            if read: found[k]['read'].append(apart(k, mb, path))
            shutil.rmtree(folder)
    mid = lambda rows, k: statistics.median(o[k] for o in rows)
    return {k: {way: dict(seconds=round(mid(rows, 'seconds'), 3), MB=round(mid(rows, 'MB'))) for way,rows in o.items() if rows} for k,o in found.items()}

def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument('only', nargs='?', choices=('fits', 'files'), help='one of the two; the other one stays in the file')
    p.add_argument('--mb', type=int, default=200, help='size of what is written and read')
    p.add_argument('--quick', action='store_true', help='one turn of everything')
    p.add_argument('--turns', type=int, default=9, help='how often a fit is run; files are written at most three times')
    p.add_argument('--out', help='a JSON file for the figures')
    p.add_argument('--note', default='', help='what to know about the machine, such as "shared with other jobs"')
    p.add_argument('--one', nargs=3, help=argparse.SUPPRESS)
    args = p.parse_args()
    if args.one: return print(json.dumps(one(args.one[0], int(args.one[1]), Path(args.one[2]))))
    warnings.simplefilter('ignore')
    found = json.loads(Path(args.out).read_text()) if args.out and Path(args.out).exists() else {}
    if args.only != 'files':
        found['epoch'] = [epoch(n, reps) for n,reps in ([(8, 1)] if args.quick else [(64, args.turns), (256, args.turns)])]
        for o in found['epoch']: print(f"an epoch of {o['batches']} batches, with a checkpoint of {o['MB']} MB: {o['ratio']}, in the background {o['background']} ({o['seconds']})", flush=True)
    if args.only != 'fits':
        found['files'] = written_and_read(args.mb, 1 if args.quick else min(args.turns, 3))
        for k,o in found['files'].items(): print(f"{k:30}", '   '.join(f"{way} {v['seconds']} s, {v['MB']} MB more" for way,v in o.items()))
    found['about'] = dict(torch=torch.__version__, python=platform.python_version(), threads=torch.get_num_threads(), cores=os.cpu_count(), mb=args.mb, note=args.note)
    if args.out: Path(args.out).write_text(json.dumps(found, indent=1)+'\n')

if __name__ == '__main__': main()
