"""What the data quotes from a decree: each text with its record, its lines and its place in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from generator.findings import Place
from generator.model.base import Record
from generator.model.isi import Tahun
from generator.model.jenis import Baris
from generator.model.keputusan import Keputusan
from generator.model.marks import Quotes, QuotesWithin, find_marked
from generator.model.naskah import squash
from generator.model.rencana import BerkasRencana, Butir
from generator.text import format_ukuran

_QUOTED = re.compile(r"“([^”]+)”")


# Compared by identity: two records may quote the same words, and each must be found.
@dataclass(slots=True, eq=False)
class QuotedText:
    """One quoted text, and which of its letters were found in the source."""

    printed: str
    record: Record
    bidang: str
    """The field of the record that holds it."""
    butir: int | None = None
    """Its index in that field, where the field is a list."""
    asal: Baris = ()
    shared: bool = False
    """Printed once for several records, like a remark beside merged cells."""
    required: bool = True
    """Must occur in the source; the words quoted in a catatan may."""
    owner: Record | None = None
    """The record whose asal it is, where the text stands in a part of it."""
    squashed: str = ""
    """The text without white space."""
    seen: list[tuple[int, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.squashed = squash(self.printed)
        # A text that a reported mistake touched need not be found: the consequence would be reported too.
        self.required = self.required and not self.record.is_faulty(self.bidang)

    @property
    def row(self) -> Record:
        """The record whose asal it is."""
        return self.owner or self.record

    @property
    def place(self) -> Place:
        """Where the text stands in its file."""
        if self.butir is None:
            return self.record.place(self.bidang)
        return self.record.place_item(self.bidang, self.butir)

    @property
    def is_cut(self) -> bool:
        """Whether the text may be cut across cells, since its record names several lines."""
        return len(self.asal) > 1 or any(first < last for first, last in self.asal)

    def lines(self, last_line: int) -> Iterator[int]:
        """Yield the lines of its asal, none past the source's last."""
        for first, last in self.asal:
            yield from range(first, min(last, last_line) + 1)

    def whole(self) -> bool:
        """Return whether every letter was found in the source."""
        reached = 0
        for start, end in sorted(self.seen):
            if start > reached:
                return False
            reached = max(reached, end)
        return reached >= len(self.squashed)

    def see(self, start: int = 0, end: int | None = None) -> None:
        """Mark a part of the text as found in the source, or all of it by default."""
        self.seen.append((start, len(self.squashed) if end is None else end))


def list_table_texts(tahun: Tahun) -> Iterator[tuple[BerkasRencana, str, list[QuotedText]]]:
    """Yield, for every row of the year's files, its file's head, the decree it is quoted from and its texts."""
    for berkas, butir in tahun.semua_butir():
        yield berkas, berkas.keputusan_butir(butir), [*_butir_texts(butir)]


def list_body_texts(keputusan: Keputusan) -> Iterator[QuotedText]:
    """Yield every quoted text of the decree's running text."""
    yield from _texts(keputusan, ())


def _butir_texts(butir: Butir) -> Iterator[QuotedText]:
    yield from sorted(_texts(butir, butir.asal), key=lambda text: text.shared)
    for name in find_marked(type(butir), QuotesWithin):
        for words in _QUOTED.findall(getattr(butir, name) or ""):
            yield QuotedText(words, butir, name, asal=butir.asal, required=False)


def _texts(record: Record, asal: Baris, owner: Record | None = None) -> Iterator[QuotedText]:
    """Yield the quoted texts of a record, then those of its parts: a part without an asal stands in its record's.

    A number and its name stand in one cell or in two: both are allowed, so they are two texts, unless the mark of the
    field says that they are one.
    """
    quotes = find_marked(type(record), Quotes)
    for name, mark in quotes.items():
        yield from _field_texts(record, name, mark, asal, owner)
    for name, mark in quotes.items():
        for sign in mark.signs:
            yield QuotedText(sign, record, name, asal=asal, required=False, owner=owner)
    for part in _parts(record):
        own = getattr(part, "asal", None)
        yield from _texts(part, asal, owner or record) if own is None else _texts(part, own)


def _field_texts(record: Record, name: str, mark: Quotes, asal: Baris, owner: Record | None) -> Iterator[QuotedText]:
    value = getattr(record, name)
    before = f"{getattr(record, mark.after) or ''} " if mark.after else ""
    lost = mark.beside is not None and getattr(record, mark.beside) is None
    for index, item in enumerate(value if isinstance(value, tuple) else (value,)):
        if item not in (None, ""):
            words = before + (format_ukuran(item) if isinstance(item, Decimal) else item)
            place = index if isinstance(value, tuple) else None
            yield QuotedText(words, record, name, place, asal, mark.shared, required=not lost, owner=owner)


def _parts(record: Record) -> Iterator[Record]:
    """Yield the records inside one that are part of it; rows with a kode are checked on their own."""
    for name in type(record).model_fields:
        value = getattr(record, name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Record) and not isinstance(part, Butir):
                yield part
