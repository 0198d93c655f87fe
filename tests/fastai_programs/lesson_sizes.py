"A state-of-the-art recipe: normalisation, growing sizes, mixing, smoothing, predictions over augmented pictures"
from fastai.vision.all import *

path = Path('imagenette')
rng = np.random.default_rng(7)
for split, n in (('train', 24), ('val', 8)):
    for k,o in enumerate(('n01', 'n02')):
        (path/split/o).mkdir(exist_ok=True, parents=True)
        for i in range(n):
            a = rng.integers(0, 90, (50, 60, 3)).astype('uint8'); a[..., k] += 130
            Image.fromarray(a).save(path/split/o/f'{i}.JPEG')
def get_dls(bs, size):
    dblock = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label, splitter=GrandparentSplitter(valid_name='val'), item_tfms=Resize(40),
                       batch_tfms=[*aug_transforms(size=size, min_scale=0.75), Normalize.from_stats(*imagenet_stats)])
    return dblock.dataloaders(path, bs=bs, num_workers=0)
dls = get_dls(8, 24)
x, y = dls.one_batch()
torch.manual_seed(0)
model = xresnet18(n_out=dls.c)
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat(), metrics=accuracy)
learn.fit_one_cycle(1, 3e-3)
learn.dls = get_dls(4, 32)
learn.fine_tune(1, 1e-3)
preds, targs = learn.tta()
acc = accuracy(preds, targs).item()
learn2 = Learner(dls, xresnet18(n_out=dls.c), loss_func=LabelSmoothingCrossEntropy(), metrics=accuracy, cbs=MixUp())
learn2.fit_one_cycle(1, 3e-3)
folder = ImageDataLoaders.from_folder(path, valid='val', item_tfms=Resize(24), bs=8, num_workers=0)
share = ImageDataLoaders.from_folder(path, valid_pct=0.2, seed=42, item_tfms=Resize(24, method='squish'), batch_tfms=aug_transforms(size=16, min_scale=0.75), bs=8, num_workers=0)
test = get_image_files(path/'val').sorted()
tst_dl = learn.dls.test_dl(test)
probs, _, idxs = learn.get_preds(dl=tst_dl, with_decoded=True)
mapping = dict(enumerate(dls.vocab))
results = pd.Series(idxs.numpy(), name='idxs').map(mapping)
tta_probs, none = learn.tta(dl=tst_dl)
figures = dict(x=list(x.shape), centred=x.mean().abs().item() < 1.5, n=[len(dls.train_ds), len(dls.valid_ds)], preds=list(preds.shape), targs=list(targs.shape), acc=acc >= .5,
               folder=[len(folder.train_ds), len(folder.valid_ds), list(folder.vocab)], share=[len(share.train_ds), len(share.valid_ds), list(share.one_batch()[0].shape), list(share.vocab)],
               probs=list(probs.shape), idxs=list(idxs.shape), results=sorted(set(results)) != [], tta=list(tta_probs.shape), none=none is None, bs=[learn.dls.bs, dls.bs])
