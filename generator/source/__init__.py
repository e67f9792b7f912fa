"""Read YAML strictly, as text with places; every fault becomes a finding.

PyYAML's own loading turns ``no: 12`` into the key False, ``1.10`` into 1.1 and ``85.000`` into 85.0 and lets a
duplicate key win in silence. Here every scalar stays text; the model decides what it means.
"""

from generator.source.text import LARGEST_FILE, decode_text, read_text, report_symlink
from generator.source.tree import DEEPEST, ParsedFile, parse_yaml, read_yaml

__all__ = [
    "DEEPEST",
    "LARGEST_FILE",
    "ParsedFile",
    "decode_text",
    "parse_yaml",
    "read_text",
    "read_yaml",
    "report_symlink",
]
