"""Make `checkpoint_N`: a run that was stopped in the middle of an epoch, in the format of this version, and the weights that it ends with.

Run it once for a new format; what an earlier version has written stays as it is."""
import shutil, sys, tempfile
from pathlib import Path

here = Path(__file__).resolve().parent
sys.path.insert(0, str(here.parent))
from resume_setups import run, setups
import torch
import mylearner.checkpoint_files as files

files._surroundings()
files._circumstances.update(host='example', git=None)
folder,to = Path(tempfile.mkdtemp()),here/f'checkpoint_{files.VERSION}'
run(setups['one_cycle'], folder, stop=10)
newest = files.list_checkpoints(folder/'models'/'checkpoints')[-1]
shutil.rmtree(to, ignore_errors=True)
shutil.copytree(newest, to/newest.name)
torch.save(run(setups['one_cycle'], folder).model.state_dict(), to/'final.pth')
