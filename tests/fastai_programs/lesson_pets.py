"Is it a cat? The first program of a course: labels from file names, a trained body, one epoch of fine tuning, one prediction"
import os
from pathlib import Path
os.environ['TORCH_HOME'] = str(Path('hub').absolute())   # where torchvision looks for weights before it asks the network
from fastai.vision.all import *
import torchvision

weights = Path('hub/hub/checkpoints'); weights.mkdir(parents=True, exist_ok=True)
torch.manual_seed(0)
torch.save(torchvision.models.resnet18().state_dict(), weights/'resnet18-f37072fd.pth')
path = Path('images'); path.mkdir(exist_ok=True)
rng = np.random.default_rng(0)
for i in range(40):
    a = rng.integers(0, 70, (40 + i % 7, 48, 3)).astype('uint8')
    if i % 2: a[10:30, 10:30] += 150
    else: a[::4] += 150
    Image.fromarray(a).save(path/f"{'Birman' if i % 2 else 'beagle'}_{i}.jpg")

def is_cat(x): return x[0].isupper()
dls = ImageDataLoaders.from_name_func(path, get_image_files(path).sorted(), valid_pct=0.2, seed=42, label_func=is_cat, item_tfms=Resize(64), bs=8, num_workers=0)
learn = vision_learner(dls, resnet18, metrics=error_rate)
frozen = [p.requires_grad for p in learn.model[0][0].parameters()]
learn.fine_tune(1)
is_it, _, probs = learn.predict(PILImage.create(path/'Birman_1.jpg'))
xb, yb = dls.one_batch()
figures = dict(vocab=[bool(o) for o in dls.vocab], n=[len(dls.train_ds), len(dls.valid_ds)], batch=[list(xb.shape), list(yb.shape)], c=dls.c, frozen=frozen,
               answer=str(is_it) in ('True', 'False'), probs=list(probs.shape),
               names=list(learn.recorder.metric_names)[:4], text=f"{probs[1].item():.6f}" != '',
               sizes=[list(p.shape) for p in learn.model[1].parameters()],
               mean=round(xb.mean().item(), 1), valid=sorted(o.name if isinstance(o, Path) else o[0].name for o in dls.valid_ds.items))
