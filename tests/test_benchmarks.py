"The benchmarks run, and the figures among them that are no times hold. (Times are measured by hand, on a quiet machine.)"
import json, subprocess, sys
from pathlib import Path

import pytest

speed = Path(__file__).resolve().parent.parent/'benchmarks'/'speed.py'
saving = speed.with_name('saving.py')

def run(out, *args):
    res = subprocess.run([sys.executable, str(speed), *args, '--quick', '--reps', '1', '--out', str(out)], capture_output=True, text=True)
    assert res.returncode == 0, res.stderr
    return json.loads(out.read_text())

@pytest.fixture(scope='module')
def measured(tmp_path_factory):
    out = tmp_path_factory.mktemp('speed')/'results.json'
    run(out, 'step', 'default', 'train_metrics', 'valid', 'groups', 'adam149', 'first', 'metric', 'syncs', 'memory')
    return run(out, 'gpu', '--device', 'cpu') # a second run adds to the file

def test_each_row_has_a_figure_for_each_goal(measured):
    wanted = {'step','default','train_metrics','valid 0 metrics','valid 10 metrics','groups','adam149','first','accuracy','F1','syncs','memory'}
    assert wanted <= set(measured['rows'])
    for name,r in measured['rows'].items():
        for k in r['goal'] or {}: assert k in r['of'], f'{name}: no figure for {k}'
        for k,o in r['of'].items(): assert not isinstance(o, dict) or o['us'] > 0, f'{name}: {k} took no time'

def test_code_for_a_gpu_runs_on_the_cpu(measured):
    assert {'small CNN, eager','small CNN, bf16','transformer block, eager','transformer block, bf16'} <= set(measured['rows'])

def test_no_step_waits_for_the_device(measured):
    assert measured['rows']['syncs']['of']['reads in 200 steps'] == 0

def test_a_step_leaves_few_bytes_behind(measured):
    assert measured['rows']['memory']['of']['bytes per step'] <= 100

def test_unknown_rows_are_refused(tmp_path):
    res = subprocess.run([sys.executable, str(speed), 'stpe', '--out', str(tmp_path/'r.json')], capture_output=True, text=True)
    assert res.returncode == 2 and "there is no row 'stpe'" in res.stderr
    assert not (tmp_path/'r.json').exists()

def in_process(name, mb, path):
    "Figures of one write, or of one read where there is a file, in a process of its own"
    res = subprocess.run([sys.executable, str(saving), '--one', name, str(mb), str(path)], capture_output=True, text=True)
    assert res.returncode == 0, res.stderr
    return json.loads(res.stdout)

# N-272
@pytest.mark.skipif(not Path('/proc/self/clear_refs').exists(), reason='the peak of a process is known on Linux')
def test_a_checkpoint_is_written_without_a_copy_of_the_weights(tmp_path):
    written,read = (in_process('checkpoint', 60, tmp_path/'000001-x')['MB'] for _ in range(2))
    assert written < 10 and read < 80
    in_process('torch.save', 60, tmp_path/'whole')
    assert in_process('torch.save', 60, tmp_path/'whole')['MB'] > 50 # a copy would be seen
