#!/usr/bin/env bash
# Make an environment to measure other libraries in: benchmarks/peers.sh FOLDER [composer]
# Without a second word: fastai, ignite, Lightning, accelerate, skorch and Keras beside one torch. `composer`: Composer alone, which
# asks for an older torch. fastai's and ignite's declared requirements are left aside where they would replace torch by another
# build; what they need to train is named.
set -euo pipefail
env=${1:?usage: benchmarks/peers.sh FOLDER [composer]}
here=$(cd "$(dirname "$0")/.." && pwd)
python3 -m venv "$env"
pip() { "$env/bin/pip" install -q "$@"; }
case ${2:-} in
  "")
    pip "${TORCH:-torch==2.13.0}" ${TORCH_INDEX:+--index-url "$TORCH_INDEX"}
    pip -e "$here"
    pip pandas scipy scikit-learn pillow pyyaml requests packaging fastdownload fasttransform torchmetrics tqdm
    pip --no-deps fastai==2.8.12 pytorch-ignite==0.5.5
    pip lightning==2.6.6 accelerate==1.15.0 skorch==1.4.0 keras==3.15.1;;
  composer)
    pip "${TORCH:-torch==2.7.0}" torchvision==0.22.0 'numpy<2.3' ${TORCH_INDEX:+--index-url "$TORCH_INDEX"}
    pip mosaicml==0.32.1
    pip -e "$here";;
  *) echo "there is no set called $2: leave it out, or say composer" >&2; exit 2;;
esac
"$env/bin/pip" list 2>/dev/null | grep -iE '^(torch|fastai|pytorch-ignite|lightning|accelerate|skorch|keras|mosaicml) '
