"""Ways in: a reader that drafts plan files from a decree's text and says what it doubts.

A draft saves a clerk typing, never reading: every doubt is to be settled by a person before the file is used.
"""

from generator.importers.draft import Doubt, Draft
from generator.importers.draft_yaml import as_yaml
from generator.importers.drafting import draft_rencana

__all__ = ["Doubt", "Draft", "as_yaml", "draft_rencana"]
