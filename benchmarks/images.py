"""Pictures from files to batches, beside torchvision's `ImageFolder` with the same transforms.

    python benchmarks/images.py                    600 JPEG files of 500x375, no workers
    python benchmarks/images.py --num_workers 2    the same with workers

It needs torchvision for the torch that is installed (`.ci/run` makes such an environment). Epochs are timed in turns.
"""
import argparse, statistics, tempfile, time
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch.utils.data import DataLoader
from torchvision import transforms as T
from torchvision.datasets import ImageFolder

from mylearner.data.transforms import Normalize
from mylearner.vision.augment import RandomResizedCrop, Resize
from mylearner.vision.core import imagenet_stats
from mylearner.vision.data import ImageDataLoaders

def draw(root, n):
    "JPEG files with as much detail as a photo has"
    rng = np.random.default_rng(0)
    for i in range(n):
        (root/str(i%2)).mkdir(exist_ok=True)
        Image.fromarray(rng.integers(0, 255, (47,63,3), dtype=np.uint8)).resize((500,375), Image.Resampling.BICUBIC).save(root/str(i%2)/f'{i}.jpg', quality=90)

def theirs(root, tfms, bs, num_workers):
    to_floats = [T.ToTensor(), T.Normalize(*imagenet_stats)]
    return DataLoader(ImageFolder(root, T.Compose([*tfms, *to_floats])), bs, shuffle=True, num_workers=num_workers, persistent_workers=num_workers>0, drop_last=True)

def ours(root, tfm, bs, num_workers):
    return ImageDataLoaders.from_folder(root, valid_pct=0., item_tfms=tfm, batch_tfms=Normalize.from_stats(*imagenet_stats), bs=bs, num_workers=num_workers, device='cpu').train

def images_per_second(dl):
    t,n = time.perf_counter(),0
    for xb,_ in dl: n += len(xb)
    return n/(time.perf_counter()-t)

def main():
    ap = argparse.ArgumentParser()
    for name,v in dict(n=600, size=128, bs=64, num_workers=0, reps=5).items(): ap.add_argument(f'--{name}', type=int, default=v)
    a = ap.parse_args()
    torch.set_num_threads(1)
    with tempfile.TemporaryDirectory() as d:
        root = Path(d)
        draw(root, a.n)
        pairs = {'Resize': ([T.Resize(a.size), T.CenterCrop(a.size)], Resize(a.size)),
                 'RandomResizedCrop': ([T.RandomResizedCrop(a.size)], RandomResizedCrop(a.size))}
        print(f'torch {torch.__version__}, {a.num_workers} workers, {a.n} pictures to {a.size}x{a.size}: pictures a second, median of {a.reps}')
        for name,(t,o) in pairs.items():
            dls = dict(ImageFolder=theirs(root, t, a.bs, a.num_workers), ours=ours(root, o, a.bs, a.num_workers))
            for dl in dls.values(): images_per_second(dl)
            speeds = {k: [] for k in dls}
            for _ in range(a.reps):
                for k,dl in dls.items(): speeds[k].append(images_per_second(dl))
            mid = {k: statistics.median(v) for k,v in speeds.items()}
            print(f"  {name:18} ImageFolder {mid['ImageFolder']:6.0f}   ours {mid['ours']:6.0f}   {mid['ours']/mid['ImageFolder']:.2f}")

if __name__ == '__main__': main()
