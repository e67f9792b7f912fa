"""What became different between two states of the data, by meaning: rows, wordings, months, reports, evidence.

Old states are read loosely, without schema: records are matched by ``kode``, wherever they stand in whichever file.
"""

from generator.changes.diff import compare
from generator.changes.records import OldRecord, locate, read_records

__all__ = ["OldRecord", "compare", "locate", "read_records"]
