"""Every rule that the content must keep, in groups as a clerk meets them: those of reading first, then of checking.

No rule is listed here: a module's rules are found among its module-level names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import ModuleType

from generator import privacy
from generator.checks import (
    bukti,
    certainty,
    irama,
    kode,
    koreksi,
    kutipan,
    layanan,
    leftovers,
    letak,
    lke,
    month_marks,
    names,
    nilai,
    pencabutan,
    penundaan,
    publikasi,
    realisasi,
    references,
    sejak,
    target,
    tim,
    ukuran,
    urutan,
    weaker,
)
from generator.findings import Rule
from generator.history import commits
from generator.load import doubts, files, isi, reader, tahun, validate
from generator.model import jenis, periode
from generator.source import syntax, text, tree

_READING = (
    ("menulis", "Menulis berkas", (text, syntax, tree)),
    ("mengisi", "Mengisi kunci", (validate, jenis, periode)),
    ("folder", "Folder, berkas, dan situs", (reader, isi, tahun, files, commits, privacy, names)),
)
_CHECKING = (
    ("rujukan", "Kode dan rujukan", (kode, references, doubts)),
    ("rencana", "Rencana dan jadwalnya", (letak, pencabutan, month_marks, certainty, weaker)),
    ("target", "Target, ukuran, dan capaian", (target, ukuran, nilai)),
    ("tim", "Susunan tim", (tim,)),
    ("kutipan", "Kutipan dari keputusan", (kutipan, urutan)),
    ("bukti", "Bukti", (bukti,)),
    ("publikasi", "Penerbitan dan syaratnya", (publikasi,)),
    ("entri", "Entri realisasi", (realisasi, koreksi, penundaan, irama, sejak)),
    ("layanan", "Layanan, survei, dan kanal", (layanan,)),
    ("tersalin", "Folder baru dan salinan", (leftovers,)),
    ("lke", "Lembar kerja evaluasi (LKE)", (lke,)),
)


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """The rules about one part of the work."""

    kode: str
    judul: str
    rules: tuple[Rule, ...]


def _groups(
    table: Iterable[tuple[str, str, tuple[ModuleType, ...]]], elsewhere: Iterable[Rule] = ()
) -> Iterator[RuleGroup]:
    """Yield the groups of a table; a rule that several modules share is listed in the first group only."""
    seen = set(elsewhere)
    for name, judul, modules in table:
        named = [value for module in modules for value in vars(module).values() if isinstance(value, Rule)]
        yield RuleGroup(name, judul, tuple(rule for rule in dict.fromkeys(named) if rule not in seen))
        seen.update(named)


_CHECKED = tuple(_groups(_CHECKING))
RULEBOOK = (*_groups(_READING, [rule for group in _CHECKED for rule in group.rules]), *_CHECKED)
"""Every rule, in its group. Those of both reading and checking, such as the pattern of a kode, are with the checks."""
RULES = tuple(rule for group in RULEBOOK for rule in group.rules)
"""Every rule once."""
