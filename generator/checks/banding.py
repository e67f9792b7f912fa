"""Compare a decree with what the data quotes from it: which cells and which texts have no counterpart."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from generator.checks.petikan import Petikan, body_texts
from generator.checks.rantai import Sisa, cover, left_over
from generator.model.jenis import Baris
from generator.model.keputusan import Keputusan
from generator.model.naskah import Naskah, Sel, plain, squash
from generator.model.rencana import BerkasRencana

# The text as read marks items of a list by a dash that the decree does not print.
_LIST_DASH = re.compile(r"^- (?=\S)")
# From this many strange texts on, and this share of all, one wrong word in the head explains them better.
_MANY = 5
_MOSTLY = 0.6


@dataclass(slots=True)
class Perbandingan:
    """One decree beside what is quoted from it."""

    keputusan: Keputusan
    naskah: Naskah
    petikan: list[tuple[BerkasRencana, Petikan]]
    sel: list[Sel] = field(default_factory=list)
    sisa: list[Sisa] = field(default_factory=list)
    """Cells that are no chain of texts."""
    ganjil: list[Petikan] = field(default_factory=list)
    """Texts of tables that were not seen whole."""
    beda: list[Petikan] = field(default_factory=list)
    """Texts of the running text that do not stand in their lines."""
    isi: list[Petikan] = field(default_factory=list)
    nyasar: dict[int, BerkasRencana] = field(default_factory=dict)
    """Heads of the files of which almost nothing is in this decree, by their id."""

    @property
    def sumber_keliru(self) -> bool:
        """Whether the text is probably that of another decree."""
        return len(self.isi) >= _MANY and len(self.beda) > _MOSTLY * len(self.isi)


def compare(keputusan: Keputusan, naskah: Naskah, petikan: list[tuple[BerkasRencana, Petikan]]) -> Perbandingan:
    """Return the comparison of a decree with the texts of its tables, each with its file's head."""
    one = Perbandingan(keputusan, naskah, petikan)
    last = len(naskah.baris)
    by_line: dict[int, list[Petikan]] = defaultdict(list)
    for _, text in petikan:
        for line in text.lines(last):
            by_line[line].append(text)
    for line in range(1, last + 1):
        if naskah.baris_tabel(line) and not naskah.kepala_tabel(line):
            one.sel.extend(naskah.sel(line))
    broken = [cell for cell in one.sel if not cover(cell, by_line[cell.baris])]
    one.sisa = [left_over(cell, by_line[cell.baris]) for cell in broken]
    one.ganjil = [
        text
        for _, text in petikan
        if text.wajib and valid(text.asal, last) and not text.whole() and not _in_running_text(naskah, text)
    ]
    one.isi = [text for text in body_texts(keputusan) if text.wajib]
    one.beda = [text for text in one.isi if valid(text.asal, last) and text.isi not in squash(words(naskah, text))]
    for berkas in {id(berkas): berkas for berkas, _ in petikan}.values():
        texts = [text for owner, text in petikan if owner is berkas and text.wajib]
        # By identity: several records may quote the same words.
        strange = [text for text in texts if any(text is other for other in one.ganjil)]
        if len(texts) >= _MANY and len(strange) > _MOSTLY * len(texts):
            one.nyasar[id(berkas)] = berkas
    return one


def valid(asal: Baris, last_line: int) -> bool:
    """Return whether an asal names lines that all exist; any other has a finding of its own."""
    return bool(asal) and max(last for _, last in asal) <= last_line


def _in_running_text(naskah: Naskah, text: Petikan) -> bool:
    """Return whether a row stands in running text, as one brought in by an amending clause does."""
    lines = text.lines(len(naskah.baris))
    return not any(map(naskah.baris_tabel, lines)) and text.isi in squash(words(naskah, text))


def words(naskah: Naskah, text: Petikan) -> str:
    """Return the words of a text's lines."""
    lines = text.lines(len(naskah.baris))
    return " ".join(_LIST_DASH.sub("", plain(naskah.baris[line - 1])) for line in lines)
