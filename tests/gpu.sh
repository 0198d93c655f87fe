#!/usr/bin/env bash
# All that needs a GPU, in one command: `bash tests/gpu.sh`. Needs the package's requirements, nbdev and pytest; no network.
# It runs the lessons' `cuda` cells (their pages, with those cells switched on), every page once as it is, and tests/test_gpu.py.
# `bash tests/gpu.sh quick` leaves out the pages without `cuda` cells.
set -uo pipefail
cd "$(dirname "$0")/.."
export PYTHONPATH=$PWD${PYTHONPATH:+:$PYTHONPATH} MPLBACKEND=Agg
python=${PYTHON:-python3} failed=()
"$python" -c 'import torch; assert torch.cuda.is_available(), "there is no GPU"; print(torch.__version__, torch.cuda.get_device_name())' || exit 1
runner=$(mktemp -d)/nbdev-test.py # what the command `nbdev-test` is, with this Python
printf '%s\n' 'import sys' 'from nbdev.test import nbdev_test' 'if __name__ == "__main__": sys.exit(nbdev_test())' > "$runner"
nbdev_test() { "$python" "$runner" "$@"; }

cd nbs
for page in $(grep -lE '"#\| cuda' -- *.ipynb tutorials/*.ipynb explanations/*.ipynb); do
  echo "== $page, with its cuda cells"
  nbdev_test "$page" --flags cuda || failed+=("$page --flags cuda")
done
if [ "${1:-}" != quick ]; then
  echo "== all pages, as they are"
  nbdev_test || failed+=("nbdev-test")
fi
cd ..
echo "== tests/test_gpu.py"
"$python" -m pytest -q -p no:cacheprovider tests/test_gpu.py || failed+=("tests/test_gpu.py")
[ ${#failed[@]} = 0 ] && echo "All good" && exit 0
printf 'FAILED: %s\n' "${failed[@]}"
exit 1
