"""Ways in: a reader that drafts plan files from a decree's text and says what it doubts.

A draft saves a clerk typing, never reading: every doubt is to be settled by a person before the file is used.
"""

from generator.importers.draf import Draf, Ragu
from generator.importers.naskah_rb import draft_rencana
from generator.importers.yaml_draf import as_yaml

__all__ = ["Draf", "Ragu", "as_yaml", "draft_rencana"]
