"""What the data quotes from a decree, and how a cell of the source is read as a chain of such texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from generator.findings import Place
from generator.model.base import Record
from generator.model.isi import Tahun
from generator.model.jenis import Baris
from generator.model.keputusan import Keputusan
from generator.model.marks import Quotes, QuotesWithin, find_marked
from generator.model.naskah import Sel, squash
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
    repeats: bool = False
    """May stand within another text of its row."""
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
            shared, repeats = mark.shared, mark.repeats
            yield QuotedText(words, record, name, place, asal, shared, not lost, repeats=repeats, owner=owner)


def _parts(record: Record) -> Iterator[Record]:
    """Yield the records inside one that are part of it; rows with a kode are checked on their own."""
    for name in type(record).model_fields:
        value = getattr(record, name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Record) and not isinstance(part, Butir):
                yield part


_STEPS = 20_000
"""Most attempts to match one cell, a bound on the search; no cell of a real decree needs a hundred."""
SHORT = 4
"""Texts shorter than this, like “2)”, occur everywhere; they count only at the edge of something known."""

_Link = tuple[QuotedText, int, int]


@dataclass(frozen=True, slots=True)
class Leftover:
    """A cell that is no chain: what is left of it when the texts that do occur in it are taken out."""

    sel: Sel
    teks: str
    """The left-over words as printed."""
    neighbour: QuotedText | None
    """The text found last before the left-over, or else any found in the cell."""
    used: tuple[QuotedText, ...] = ()
    """The texts found in the cell."""

    @property
    def is_whole(self) -> bool:
        """Whether nothing of the cell was found."""
        return self.neighbour is None


def cover(cell: Sel, texts: Sequence[QuotedText]) -> bool:
    """Return whether the cell is a chain of the texts; if so, mark the parts of them that it shows as found."""
    # The likely chain first, which keeps the search short: required texts, long ones, those not found yet.
    order = sorted(texts, key=lambda text: (text.repeats, not text.required, -len(text.squashed), text.whole()))
    chain = _chain(squash(cell.teks), 0, order, (), iter(range(_STEPS)))
    if chain is None:
        return False
    for text, start, end in chain:
        # Printed once for several rows: with one of them all have been found.
        for twin in texts if text.shared else (text,):
            if twin.squashed == text.squashed:
                twin.see(start, end)
    return True


def _chain(
    cell: str, at: int, texts: Sequence[QuotedText], used: tuple[QuotedText, ...], steps: Iterator[int]
) -> list[_Link] | None:
    """Return the texts that make up the cell from a position on, each used once, or None."""
    if at == len(cell):
        return []
    for text, start, end in _candidates(cell, at, texts, used):
        if next(steps, None) is None:
            return None
        rest = _chain(cell, at + end - start, texts, (*used, text), steps)
        if rest is not None:
            return [(text, start, end), *rest]
    return None


def _candidates(cell: str, at: int, texts: Sequence[QuotedText], used: tuple[QuotedText, ...]) -> Iterator[_Link]:
    # A number stands before its own text; another's number cannot fill a gap.
    if used and used[-1].bidang == "nomor":
        texts = [text for text in texts if text.record is used[-1].record] or texts
    tried = set()
    for text in texts:
        # Equal texts leave the same rest of the cell, so one of them is tried.
        twin = (text.squashed, id(text.record) if text.bidang == "nomor" else 0)
        if twin not in tried and cell.startswith(text.squashed, at) and text not in used:
            tried.add(twin)
            yield text, 0, len(text.squashed)
    for text in texts:
        if text.is_cut and text not in used:
            for start, end in _cuts(cell, at, text.squashed):
                yield text, start, end


def _cuts(cell: str, at: int, text: str) -> Iterator[tuple[int, int]]:
    """Yield the parts of a text cut by a page that may stand at a position of the cell."""
    left = cell[at:]
    if (start := text.find(left)) >= 0 and (at == 0 or start == 0):
        yield start, start + len(left)
    if at == 0:
        for start in range(1, len(text)):
            if left.startswith(text[start:]):
                yield start, len(text)


def find_left_over(cell: Sel, texts: Iterable[QuotedText], *, cut: bool = False) -> Leftover:
    """Take the texts that occur in the cell out of it, marking them as seen; return what is left.

    Args:
        cell: the cell.
        texts: what may stand in it.
        cut: whether any text may be cut by a page, whatever lines its record names.
    """
    squashed = squash(cell.teks)
    # What says a part again explains nothing: the text that it repeats must be there.
    own = [text for text in texts if not text.repeats]
    taken: list[QuotedText | None] = [None] * len(squashed)
    order = sorted(own, key=lambda text: (text.whole(), -len(text.squashed)))
    for text in order:
        if (start := _find(squashed, text.squashed, taken)) >= 0:
            taken[start : start + len(text.squashed)] = [text] * len(text.squashed)
            text.see()
    for text in order:
        may_be_cut = cut or (text.is_cut and not text.whole())
        if may_be_cut and (part := _edge(squashed, text, taken)):
            taken[part[0] : part[1]] = [text] * (part[1] - part[0])
    free = [index for index, text in enumerate(taken) if text is None]
    before = [text for text in taken[: free[0] if free else None] if text]
    found = before[-1:] or [text for text in taken if text]
    used = tuple({id(text): text for text in taken if text}.values())
    return Leftover(cell, _printed(cell.teks, free), found[0] if found else None, used)


def _find(cell: str, text: str, taken: list[QuotedText | None]) -> int:
    """Return where a text stands in the part of the cell that is not taken yet, or -1."""
    start = cell.find(text)
    while text and start >= 0:
        end = start + len(text)
        edge = start == 0 or end == len(cell) or taken[start - 1] or taken[end]
        if not any(taken[start:end]) and (len(text) >= SHORT or edge):
            return start
        start = cell.find(text, start + 1)
    return -1


def _edge(cell: str, text: QuotedText, taken: list[QuotedText | None]) -> tuple[int, int] | None:
    """Return the part of the cell at its end or start where a text cut by a page begins or goes on."""
    for size in range(min(len(cell), len(text.squashed)), SHORT - 1, -1):
        if not any(taken[-size:]) and cell.endswith(text.squashed[:size]):
            text.see(0, size)
            return len(cell) - size, len(cell)
        if not any(taken[:size]) and cell.startswith(text.squashed[-size:]):
            text.see(len(text.squashed) - size)
            return 0, size
    return None


def _printed(teks: str, free: Sequence[int]) -> str:
    """Return the letters at some positions of the squashed text as they are printed, with their spaces."""
    places = [index for index, char in enumerate(teks) if not char.isspace()]
    if len(places) != len(squash(teks)):  # letters that NFC joins
        return "".join(squash(teks)[index] for index in free)
    spans: list[list[int]] = []
    for index in free:
        if spans and index == spans[-1][1]:
            spans[-1][1] = index + 1
        else:
            spans.append([index, index + 1])
    return " … ".join(teks[places[start] : places[end - 1] + 1] for start, end in spans)
