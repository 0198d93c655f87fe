# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
from pathlib import Path
__all__ = ['download_url', 'untar_data', 'URLs']

def download_url(url: str, dest: str | Path | None = None, timeout: float | None = None, show_progress: bool = False) -> Path:
    """Save what is at `url`

    - `url`: Address of a file
    - `dest`: File name, or a folder; None: the name in the address, here
    - `timeout`: Seconds without an answer until it gives up; None: 30
    - `show_progress`: Say what is downloaded, and how much it is?
    """

def untar_data(url: str, archive: str | Path | None = None, data: str | Path | None = None, c_key: str = 'data', force_download: bool = False, base: str | Path | None = None) -> Path:
    """Download an archive and unpack it, unless that is done already

    - `url`: Address of an archive: `.tgz`, `.tar.gz`, `.zip` …
    - `archive`: Folder for archives; None: `archive` below `base`
    - `data`: Folder for what is in them; None: `c_key` below `base`
    - `c_key`: Name of that folder
    - `force_download`: Download it again, and replace what is there?
    - `base`: Folder of all; None: `$FASTAI_HOME`, or `~/.fastai`
    """

class URLs:
    """Addresses of the data sets of fastai's course"""
    ADULT_SAMPLE: str
    BIWI_SAMPLE: str
    CAMVID_TINY: str
    HUMAN_NUMBERS: str
    IMDB_SAMPLE: str
    MNIST_SAMPLE: str
    MNIST_TINY: str
    PLANET_SAMPLE: str
    PLANET_TINY: str
    CIFAR: str
    DOGS: str
    ML_SAMPLE: str
    CALTECH_101: str
    CUB_200_2011: str
    IMAGENETTE: str
    IMAGENETTE_160: str
    IMAGENETTE_320: str
    IMAGEWOOF: str
    IMAGEWOOF_160: str
    IMAGEWOOF_320: str
    IMAGEWANG: str
    IMAGEWANG_160: str
    IMAGEWANG_320: str
    MNIST_VAR_SIZE_TINY: str
    CARS: str
    CIFAR_100: str
    FLOWERS: str
    FOOD: str
    LSUN_BEDROOMS: str
    MNIST: str
    PETS: str
    BIWI_HEAD_POSE: str
    CAMVID: str
    PASCAL_2007: str
    PASCAL_2012: str
    SIIM_SMALL: str
    TCGA_SMALL: str
    COCO_SAMPLE: str
    COCO_TINY: str
    IMDB: str
    WIKITEXT: str
    WIKITEXT_TINY: str
    ML_100k: str
