#!/usr/bin/env bash
# Make an environment to measure the peers in: benchmarks/peers.sh FOLDER
# Their declared requirements are left aside where they would replace torch by another build; what they need to train is named.
set -euo pipefail
env=${1:?usage: benchmarks/peers.sh FOLDER}
here=$(cd "$(dirname "$0")/.." && pwd)
python3 -m venv "$env"
"$env/bin/pip" install -q "${TORCH:-torch==2.13.0}" ${TORCH_INDEX:+--index-url "$TORCH_INDEX"}
"$env/bin/pip" install -q -e "$here"
"$env/bin/pip" install -q pandas scipy scikit-learn pillow pyyaml requests packaging fastdownload fasttransform torchmetrics
"$env/bin/pip" install -q --no-deps fastai==2.8.12 pytorch-ignite==0.5.5
"$env/bin/python" -c 'import fastai.basics, ignite, torch; print("fastai", fastai.__version__, "ignite", ignite.__version__, "torch", torch.__version__)'
