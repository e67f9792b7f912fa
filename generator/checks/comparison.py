"""Compare a decree with what the data quotes from it: which cells and which texts have no counterpart."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from generator.checks.chains import Leftover, cover, find_left_over
from generator.checks.quoted_texts import QuotedText, list_body_texts
from generator.model.jenis import Baris
from generator.model.keputusan import Keputusan
from generator.model.naskah import Naskah, Sel, squash, strip_markup
from generator.model.rencana import BerkasRencana

# The text as read marks items of a list by a dash that the decree does not print.
_LIST_DASH = re.compile(r"^- (?=\S)")
# From this many strange texts on, and this share of all, one wrong word in the head explains them better.
_MANY = 5
_MOSTLY = 0.6


@dataclass(slots=True)
class KeputusanComparison:
    """One decree beside what is quoted from it."""

    keputusan: Keputusan
    naskah: Naskah
    quoted: list[tuple[BerkasRencana, QuotedText]]
    sel: list[Sel] = field(default_factory=list)
    leftovers: list[Leftover] = field(default_factory=list)
    """Cells that are no chain of texts."""
    strange: list[QuotedText] = field(default_factory=list)
    """Texts of tables that were not seen whole."""
    different: list[QuotedText] = field(default_factory=list)
    """Texts of the running text that do not stand in their lines."""
    body: list[QuotedText] = field(default_factory=list)
    misplaced: dict[int, BerkasRencana] = field(default_factory=dict)
    """Heads of the files of which almost nothing is in this decree, by their id."""

    @property
    def has_wrong_source(self) -> bool:
        """Whether the text is probably that of another decree."""
        return len(self.body) >= _MANY and len(self.different) > _MOSTLY * len(self.body)


def compare(
    keputusan: Keputusan, naskah: Naskah, quoted: list[tuple[BerkasRencana, QuotedText]]
) -> KeputusanComparison:
    """Return the comparison of a decree with the texts of its tables, each with its file's head."""
    one = KeputusanComparison(keputusan, naskah, quoted)
    last = len(naskah.baris)
    by_line: dict[int, list[QuotedText]] = defaultdict(list)
    for _, text in quoted:
        for line in text.lines(last):
            by_line[line].append(text)
    for line in range(1, last + 1):
        if naskah.is_table_row(line) and not naskah.is_table_head(line):
            one.sel.extend(naskah.sel(line))
    broken = [cell for cell in one.sel if not cover(cell, by_line[cell.baris])]
    one.leftovers = [find_left_over(cell, by_line[cell.baris]) for cell in broken]
    one.strange = [
        text
        for _, text in quoted
        if text.required and valid(text.asal, last) and not text.whole() and not _in_running_text(naskah, text)
    ]
    one.body = [text for text in list_body_texts(keputusan) if text.required]
    one.different = [
        text for text in one.body if valid(text.asal, last) and text.squashed not in squash(list_words(naskah, text))
    ]
    for berkas in {id(berkas): berkas for berkas, _ in quoted}.values():
        texts = [text for owner, text in quoted if owner is berkas and text.required]
        # By identity: several records may quote the same words.
        strange = [text for text in texts if any(text is other for other in one.strange)]
        if len(texts) >= _MANY and len(strange) > _MOSTLY * len(texts):
            one.misplaced[id(berkas)] = berkas
    return one


def valid(asal: Baris, last_line: int) -> bool:
    """Return whether an asal names lines that all exist; any other has a finding of its own."""
    return bool(asal) and max(last for _, last in asal) <= last_line


def _in_running_text(naskah: Naskah, text: QuotedText) -> bool:
    """Return whether a row stands in running text, as one brought in by an amending clause does."""
    lines = text.lines(len(naskah.baris))
    return not any(map(naskah.is_table_row, lines)) and text.squashed in squash(list_words(naskah, text))


def list_words(naskah: Naskah, text: QuotedText) -> str:
    """Return the words of a text's lines."""
    lines = text.lines(len(naskah.baris))
    return " ".join(_LIST_DASH.sub("", strip_markup(naskah.baris[line - 1])) for line in lines)
