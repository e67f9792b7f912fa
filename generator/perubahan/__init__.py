"""What became different between two states of the data, by meaning: rows, wordings, months, reports, evidence.

Old states are read loosely, without schema: records are matched by ``kode``, wherever they stand in whichever file.
"""

from generator.perubahan.beda import compare
from generator.perubahan.rekaman import Rekam, locate, read_rekam

__all__ = ["Rekam", "compare", "locate", "read_rekam"]
