"Hand what `settings.ini` says of the package to setuptools"
import re
from configparser import ConfigParser
from pathlib import Path
from setuptools import setup, find_packages

here = Path(__file__).parent
ini = ConfigParser(delimiters=['='])
ini.read(here/'settings.ini', encoding='utf-8')
cfg = ini['DEFAULT']
# The version is read as text: importing the package would need torch.
version = re.search(r'__version__ = "(.+?)"', (here/'mylearner'/'__init__.py').read_text(encoding='utf-8')).group(1)
extras = {k.removesuffix('_requirements'): v.split() for k,v in cfg.items() if k.endswith('_requirements')}

setup(
    version=version,
    description=cfg['description'],
    long_description=(here/'README.md').read_text(encoding='utf-8'),
    long_description_content_type='text/markdown',
    author=cfg['author'],
    license=cfg['license'],
    keywords=cfg['keywords'],
    python_requires='>=' + cfg['min_python'],
    packages=find_packages(include=['mylearner', 'mylearner.*']),
    package_data={'mylearner': ['assets/*/*', 'py.typed', '*.pyi', '*/*.pyi', '*/*/*.pyi']},
    install_requires=cfg['requirements'].split(),
    extras_require=extras,
    entry_points={'nbdev': ['mylearner=mylearner._modidx:d'], 'console_scripts': cfg['console_scripts'].split()},
)
