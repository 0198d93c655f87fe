# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.
import PIL.Image
from collections.abc import Iterable
from fastcore.foundation import L
from pathlib import Path
from mylearner.data.external import download_url as download_url
from mylearner.data.files import get_image_files as get_image_files
from mylearner.keywords import users_line as users_line
from mylearner.vision.core import load_image as load_image
__all__ = ['download_images', 'resize_image', 'resize_images']

def download_images(dest: str | Path, url_file: str | Path | None = None, urls: Iterable | None = None, max_pics: int = 1000, n_workers: int = 8, timeout: float = 4, preserve_filename: bool = False) -> L:
    """Save the pictures at many addresses

    - `dest`: Folder; made if it is not there
    - `url_file`: File with an address in each line
    - `urls`: Addresses, instead of `url_file`
    - `max_pics`: No more than these
    - `n_workers`: Threads
    - `timeout`: Seconds without an answer until one is left out
    - `preserve_filename`: Keep the names in the addresses, instead of numbers? Those that exist get a number, too
    """

def resize_image(file: str | Path, dest: str | Path, src: str | Path = '.', max_size: int | None = None, n_channels: int = 3, ext: str | None = None, img_format: str | None = None, resample: PIL.Image.Resampling = ..., resume: bool = False, **kwargs) -> Path:
    """Save a picture at a smaller size

    - `file`: A picture, below `src`
    - `dest`: Folder for the new one; that of the old one replaces it
    - `src`: Folder that `file` is in
    - `max_size`: Longer side afterwards, at most; None: as it is
    - `n_channels`: 3 for colours, 1 for grey
    - `ext`: Another ending for the name, such as `'.jpg'`
    - `img_format`: Another format, by Pillow's name; None: by the name's ending
    - `resample`: How pixels are averaged
    - `resume`: Leave it out where the new file exists?
    """

def resize_images(path: str | Path, max_workers: int = 8, max_size: int | None = None, recurse: bool = False, dest: str | Path = '.', n_channels: int = 3, ext: str | None = None, img_format: str | None = None, resample: PIL.Image.Resampling = ..., resume: bool | None = None, **kwargs) -> L:
    """Save the pictures of a folder at a smaller size

    - `path`: Folder with pictures
    - `max_workers`: Threads
    - `max_size`: Longer side afterwards, at most
    - `recurse`: Those in folders inside, too?
    - `dest`: Folder for the new ones; `path` replaces the old ones
    - `n_channels`: 3 for colours, 1 for grey
    - `ext`: Another ending for the names
    - `img_format`: Another format, by Pillow's name
    - `resample`: How pixels are averaged
    - `resume`: Leave out those whose new file exists? None: where `dest` is another folder
    """
