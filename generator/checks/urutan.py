"""Rules of order: the preamble and the clauses of a decree stand as printed, none left out between two others."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.checks.registration import check_of_year
from generator.findings import Finding, Rule, quote
from generator.model.isi import Tahun
from generator.model.keputusan import Ayat, Diktum

URUTAN_NASKAH = Rule("urutan-naskah", "Pertimbangan, dasar hukum, dan diktum disusun menurut urutan naskah.")
NOMOR_TERLEWAT = Rule(
    "nomor-terlewat",
    "Tidak ada nomor pertimbangan, dasar hukum, atau diktum yang terlewat, kecuali dicatat sebagai keganjilan.",
)

_DIKTUM = "KESATU KEDUA KETIGA KEEMPAT KELIMA KEENAM KETUJUH KEDELAPAN KESEMBILAN KESEPULUH".split()  # noqa: SIM905 - a list would take ten lines


@check_of_year(URUTAN_NASKAH, NOMOR_TERLEWAT)
def check_urutan(tahun: Tahun) -> Iterator[Finding]:
    """Reasons, legal bases and clauses stand in the order of the text; a skipped number is recorded as a keganjilan."""
    for keputusan in tahun.keputusan:
        told = {line for odd in keputusan.keganjilan for first, last in odd.asal for line in range(first, last + 1)}
        for name in ("menimbang", "mengingat", "memerhatikan", "diktum"):
            for before, after in pairwise(getattr(keputusan, name)):
                yield from _follows(before, after, told)


def _follows(before: Ayat | Diktum, after: Ayat | Diktum, told: set[int]) -> Iterator[Finding]:
    if before.asal and after.asal and after.asal[0] < before.asal[0]:
        message = f"butir ini mendahului butir di atasnya dalam naskah (L{after.asal[0][0]}, L{before.asal[0][0]})"
        yield Finding(after.place("asal"), URUTAN_NASKAH, message, "susun menurut urutan naskah")
    elif _gap(_number(before), _number(after)) and not (after.asal and after.asal[0][0] in told):
        field = "urutan" if isinstance(after, Diktum) else "nomor"
        message = f"setelah {quote(_number(before))} langsung {quote(_number(after))}"
        suggestion = "salin butir yang terlewat; bila naskahnya memang demikian, catat pada keganjilan"
        yield Finding(after.place(field), NOMOR_TERLEWAT, message, suggestion)


def _number(record: Ayat | Diktum) -> str:
    return record.urutan if isinstance(record, Diktum) else record.nomor or ""


def _gap(before: str, after: str) -> bool:
    """Return whether two printed numbers of one kind are not neighbours."""
    if before in _DIKTUM and after in _DIKTUM:
        return _DIKTUM.index(after) != _DIKTUM.index(before) + 1
    first, second = (number.strip("().: ") for number in (before, after))
    if first.isdecimal() and second.isdecimal():
        return int(second) != int(first) + 1
    return len(first) == len(second) == 1 and first.isalpha() and second.isalpha() and ord(second) != ord(first) + 1
