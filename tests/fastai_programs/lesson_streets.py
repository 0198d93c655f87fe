"Each pixel: names of classes, masks found by a function, a U-Net on a body, pictures of the results"
from fastai.vision.all import *

path = Path('camvid_tiny'); (path/'images').mkdir(exist_ok=True, parents=True); (path/'labels').mkdir(exist_ok=True)
rng = np.random.default_rng(6)
for i in range(24):
    a, m = rng.integers(0, 90, (48, 64, 3)).astype('uint8'), np.zeros((48, 64), dtype='uint8')
    t, l = rng.integers(2, 20), rng.integers(2, 30)
    k = i % 2
    a[t:t+20, l:l+24, k] += 150; m[t:t+20, l:l+24] = 1+k
    Image.fromarray(a).save(path/'images'/f'{i:03}.png'); Image.fromarray(m).save(path/'labels'/f'{i:03}_P.png')
np.savetxt(path/'codes.txt', ['road', 'car', 'tree'], fmt='%s')

dls = SegmentationDataLoaders.from_label_func(path, bs=8, fnames=get_image_files(path/'images'), label_func=lambda o: path/'labels'/f'{o.stem}_P{o.suffix}',
                                              codes=np.loadtxt(path/'codes.txt', dtype=str), seed=0, num_workers=0)
def tiny(pretrained=False): return nn.Sequential(ConvLayer(3, 8, stride=2), ConvLayer(8, 16, stride=2), ConvLayer(16, 32, stride=2), nn.AdaptiveAvgPool2d(1), Flatten(), nn.Linear(32, 10))
torch.manual_seed(0)
learn = unet_learner(dls, tiny, pretrained=False, metrics=foreground_acc)
learn.fine_tune(6, 5e-3)
learn.show_results(max_n=6, figsize=(7, 8))
xb, yb = dls.one_batch()
interp = SegmentationInterpretation.from_learner(learn)
interp.plot_top_losses(k=3)
pred, raw, probs = learn.predict(get_image_files(path/'images')[0])
odd = learn.model(torch.rand(1, 3, 33, 47))
figures = dict(xb=list(xb.shape), yb=[list(yb.shape), type(yb).__name__, str(yb.dtype)], out=list(learn.model(xb).shape), odd=list(odd.shape),
               pred=[type(pred).__name__, list(pred.shape)], raw=list(raw.shape), probs=list(probs.shape), n=[len(dls.train_ds), len(dls.valid_ds)],
               loss=type(learn.loss_func).__name__)
