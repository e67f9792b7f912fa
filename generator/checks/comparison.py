"""Put a decree beside what the data quotes from it: where texts differ, which have no counterpart."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.checks.chains import Leftover, QuotedText, cover, find_left_over, list_body_texts
from generator.model.jenis import Baris
from generator.model.keputusan import Keputusan
from generator.model.naskah import Naskah, Sel, squash, strip_markup
from generator.model.rencana import BerkasRencana

_ALIKE = 0.5
# difflib takes quadratic time; this much tells which text it is.
_LONGEST = 400
_FEW = 3


def find_nearest_text(words: str, texts: Sequence[QuotedText]) -> QuotedText | None:
    """Return the text that resembles the words most, if any does."""
    target = squash(words)[:_LONGEST]
    scores = [difflib.SequenceMatcher(None, text.squashed[:_LONGEST], target).ratio() for text in texts]
    best = max(scores, default=0.0)
    return texts[scores.index(best)] if best >= _ALIKE else None


def find_difference(data: str, source: str) -> tuple[str, str] | None:
    """Return the first words that differ, with a word on either side; None when the texts are not alike at all."""
    mine, theirs = data.split()[:_LONGEST], source.split()[:_LONGEST]
    # autojunk would ignore the frequent words of a long text, and with them the difference.
    steps = difflib.SequenceMatcher(None, theirs, mine, autojunk=False).get_opcodes()
    equal = sum(j2 - j1 for tag, _, _, j1, j2 in steps if tag == "equal")
    if len(mine) > _FEW and equal < _ALIKE * len(mine):
        return None
    # The source's lines may say more before and after.
    while steps and steps[0][0] == "delete":
        steps = steps[1:]
    while steps and steps[-1][0] == "delete":
        steps = steps[:-1]
    for tag, i1, i2, j1, j2 in steps:
        if tag != "equal":
            return " ".join(mine[max(j1 - 1, 0) : j2 + 1]), " ".join(theirs[max(i1 - 1, 0) : i2 + 1])
    return None


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
        if text.required
        and valid(text.asal, last)
        and not text.whole()
        and not _in_running_text(naskah, text)
        and not _said_again(text, by_line)
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


def _said_again(text: QuotedText, by_line: Mapping[int, Sequence[QuotedText]]) -> bool:
    """Return whether a text that may repeat a part of its row stands within another of the row's texts."""
    twins = by_line[text.asal[0][0]] if text.repeats else ()
    others = [other for other in twins if other is not text and other.row is text.row]
    return any(text.squashed in other.squashed and (not other.repeats or other.whole()) for other in others)


def list_words(naskah: Naskah, text: QuotedText) -> str:
    """Return the words of a text's lines."""
    lines = text.lines(len(naskah.baris))
    return " ".join(_LIST_DASH.sub("", strip_markup(naskah.baris[line - 1])) for line in lines)
