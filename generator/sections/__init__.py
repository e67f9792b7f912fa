"""What the site is divided into: one entry for each section, and for each set of open data.

Menu, register of publication, downloads, fingerprints, history and search read these entries and no table of their own.
"""

from generator.sections.data import HIMPUNAN
from generator.sections.site import DAFTAR
from generator.views import Sections

SECTIONS = Sections(DAFTAR, HIMPUNAN)

__all__ = ["SECTIONS"]
