"Pairs of pictures: an item of one's own type over TfmdLists, a show_batch for it, a model with two inputs in one"
from fastai.vision.all import *

path = Path('pairs'); path.mkdir(exist_ok=True)
rng = np.random.default_rng(0)
for i in range(24):
    a = rng.integers(0, 80, (12, 12, 3)).astype('uint8')
    if i % 2: a[3:9, 3:9] += 120
    Image.fromarray(a).save(path/f"{'ab'[i % 2]}_{i:02d}.png")

class SiameseImage(fastuple):
    def show(self, ctx=None, **kwargs):
        img1, img2, same = self
        if not isinstance(img1, Tensor):
            if img2.size != img1.size: img2 = img2.resize(img1.size)
            t1, t2 = tensor(img1).permute(2, 0, 1), tensor(img2).permute(2, 0, 1)
        else: t1, t2 = img1, img2
        line = t1.new_zeros(t1.shape[0], t1.shape[1], 2)
        return show_image(torch.cat([t1, line, t2], dim=2), title=str(same), ctx=ctx, **kwargs)

def label(f): return f.name[0]

class SiameseTransform(Transform):
    def __init__(self, files, splits):
        self.splbl2files = [{l: [f for f in files[s] if label(f) == l] for l in 'ab'} for s in splits]
        self.valid = {f: self._draw(f, 1) for f in files[splits[1]]}
    def encodes(self, f):
        f2, same = self.valid.get(f, self._draw(f, 0))
        return SiameseImage(PILImage.create(f), PILImage.create(f2), int(same))
    def _draw(self, f, split=0):
        same = int(f.stem[-2:]) % 3 != 0
        cls = label(f) if same else ('b' if label(f) == 'a' else 'a')
        return self.splbl2files[split][cls][0], same

files = get_image_files(path).sorted()
splits = IndexSplitter([3, 4, 5, 15, 16, 17])(files)
tfm = SiameseTransform(files, splits)
tls = TfmdLists(files, tfm, splits=splits)
dls = tls.dataloaders(bs=6, after_item=[Resize(8), ToTensor], after_batch=[IntToFloatTensor], shuffle=False, num_workers=0)
b = dls.valid.one_batch()

@dispatch
def show_batch(x:SiameseImage, y, samples, ctxs=None, max_n=6, nrows=None, ncols=2, figsize=None, **kwargs):
    if figsize is None: figsize = (ncols*6, max_n//ncols*3)
    if ctxs is None: ctxs = get_grid(min(x[0].shape[0], max_n), nrows=None, ncols=ncols, figsize=figsize)
    for i, ctx in enumerate(ctxs): SiameseImage(x[0][i], x[1][i], ['Not similar', 'Similar'][x[2][i].item()]).show(ctx=ctx)
plt.close('all')
dls.valid.show_batch(max_n=4)
titles = [o.get_title() for o in plt.gcf().axes]

class SiameseModel(Module):
    def __init__(self, encoder, head): self.encoder, self.head = encoder, head
    def forward(self, x1, x2): return self.head(torch.cat([self.encoder(x1), self.encoder(x2)], dim=1))
def siamese_splitter(model): return [params(model.encoder), params(model.head)]
def loss_func(out, targ): return CrossEntropyLossFlat()(out, targ.long())

torch.manual_seed(0)
model = SiameseModel(nn.Sequential(ConvLayer(3, 8, stride=2, norm_type=None), AdaptiveAvgPool(), Flatten()), LinBnDrop(16, 2, bn=False))
learn = Learner(dls, model, loss_func=loss_func, splitter=siamese_splitter, metrics=accuracy)
learn.freeze()
learn.fit(1, 3e-2)
learn.unfreeze()
learn.fit(2, slice(1e-3, 1e-2))
n_losses = len(learn.recorder.losses)

@dispatch
def show_results(x:SiameseImage, y, samples, outs, ctxs=None, max_n=6, nrows=None, ncols=2, figsize=None, **kwargs):
    if ctxs is None: ctxs = get_grid(min(x[0].shape[0], max_n), nrows=None, ncols=ncols, figsize=(4, 4))
    for i, ctx in enumerate(ctxs): SiameseImage(x[0][i], x[1][i], f'{x[2][i].item()} {len(y[2][i])}').show(ctx=ctx)
plt.close('all')
learn.show_results(max_n=4, shuffle=False)
shown = [o.get_title() for o in plt.gcf().axes][:4]
figures = dict(types=[type(b).__name__, *[type(o).__name__ for o in b]], shapes=[list(o.shape) for o in b], titles=titles, shown=shown, item=type(tls[0]).__name__, n=[len(dls.train), len(dls.valid)],
               same=b[2].tolist(), frozen=learn.opt.frozen_idx, dec=type(dls.valid.decode(b)).__name__, n_losses=n_losses)
