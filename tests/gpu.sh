#!/usr/bin/env bash
# All that needs a GPU, in one command: `bash tests/gpu.sh`. Needs the package's requirements, nbdev, pytest and pytest-xdist; no network.
# It runs, side by side: the pages with their `cuda` cells switched on, every page as it is, the tests of what a GPU does, and whole fits
# by graph beside plain ones. `bash tests/gpu.sh quick` leaves out the pages without `cuda` cells; logs stay in the folder `$LOGS`, if set.
set -uo pipefail
cd "$(dirname "$0")/.."
export PYTHONPATH=$PWD${PYTHONPATH:+:$PYTHONPATH} MPLBACKEND=Agg OMP_NUM_THREADS=1
python=${PYTHON:-python3} logs=${LOGS:-$(mktemp -d)}
"$python" -c 'import torch; assert torch.cuda.is_available(), "there is no GPU"; print(torch.__version__, torch.cuda.get_device_name())' || exit 1
runner=$(mktemp -d)/nbdev-test.py # what the command `nbdev-test` is, with this Python
printf '%s\n' 'import sys' 'from nbdev.test import nbdev_test' 'if __name__ == "__main__": sys.exit(nbdev_test())' > "$runner"

names=() pids=()
start() { # a name, and a command that runs beside the others
  local name=$1; shift
  (cd "${dir:-.}" && time timeout "${LIMIT:-1500}" "$@") > "$logs/$name" 2>&1 &
  names+=("$name") pids+=($!)
}

for page in $(cd nbs && grep -lE '"#\| cuda' -- *.ipynb tutorials/*.ipynb explanations/*.ipynb); do
  dir=nbs start "cuda-$(basename "$page" .ipynb)" "$python" "$runner" "$page" --flags cuda
done
start tests "$python" -m pytest -q -p no:cacheprovider -n 4 --dist load tests/test_gpu.py tests/test_graph.py tests/test_graph_compose.py tests/test_guard.py tests/test_nonfinite.py
start equality "$python" benchmarks/graph.py --equality
start checks "$python" benchmarks/feeding.py --checks
[ "${1:-}" = quick ] || dir=nbs start pages "$python" "$runner" --n-workers 8

failed=()
for i in "${!pids[@]}"; do
  wait "${pids[i]}" && continue
  failed+=("${names[i]}")
  echo "== ${names[i]}"; tail -n 60 "$logs/${names[i]}"
done
[ ${#failed[@]} = 0 ] && echo "All good: ${#pids[@]} runs" && exit 0
printf 'FAILED: %s\n' "${failed[@]}"
exit 1
