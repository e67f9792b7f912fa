"""The rule about names that the site has promised to shorten: what may still tell one is pointed out."""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Place, Rule, Severity, quote
from generator.load.names import find_names_of_kantor, find_names_shown, list_files, list_prose, list_references
from generator.load.spellings import NameFinder
from generator.model.base import Record
from generator.model.isi import Isi, Kantor, Tahun

NAMA_TERSISA = Rule(
    "nama-tersisa",
    "Nama yang disingkat menurut tampilkan_nama tidak tertulis di tempat lain dengan cara yang tidak dikenali.",
    Severity.PERINGATAN,
)
_HELP = "tulis namanya lengkap seperti dalam tim.yml, atau tambahkan tulisan ini ke samarkan pada keputusannya"


def check_names(isi: Isi) -> Iterator[Finding]:
    """Yield a finding for each text that may still tell a name which the site shows as initials."""
    if isi.situs.tampilkan_nama == "semua":
        return
    for kantor in isi.kantor:
        names = find_names_of_kantor(kantor, isi.situs.tampilkan_nama)
        if names.people:
            # A name that is shown may share words with one that is not.
            shown = find_names_shown(kantor, isi.situs.tampilkan_nama)
            yield from _in_records(kantor, names, shown)
            for tahun in kantor.tahun:
                yield from _in_texts(tahun, names, shown)


def _in_records(kantor: Kantor, names: NameFinder, shown: NameFinder) -> Iterator[Finding]:
    for file in list_files(kantor):
        for record, field, text in list_prose(file):
            for rest in names.find_rest(shown.hide(names.hide(text))):
                yield _may_be(_place(record, field), rest)
        for record, field, text in list_references(file):
            if names.hide(text) != text:
                message = f"{field} memuat nama yang disingkat di situs; di sini nama tidak dapat disingkat"
                yield Finding(_place(record, field), NAMA_TERSISA, message, "ganti dengan yang tidak memuat nama")


def _place(record: object, field: str) -> Place:
    return record.place(field) if isinstance(record, Record) else Place("?")


def _in_texts(tahun: Tahun, names: NameFinder, shown: NameFinder) -> Iterator[Finding]:
    for naskah in tahun.naskah.values():
        for number, line in enumerate(shown.hide(names.hide("\n".join(naskah.baris))).split("\n"), start=1):
            for rest in names.find_rest(line):
                yield _may_be(Place(naskah.berkas, number), rest)


def _may_be(place: Place, rest: str) -> Finding:
    return Finding(place, NAMA_TERSISA, f"mungkin nama yang belum disingkat: {quote(rest)}", _HELP)
