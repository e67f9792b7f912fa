"""Rules of order and number: a decree's parts stand as printed, and its rows are as many as were counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from generator.checks.shared import check_of_year, list_heads
from generator.findings import Finding, Rule, quote
from generator.model.isi import Tahun
from generator.model.keputusan import Ayat, Diktum, Jumlah, Keputusan, Tim
from generator.model.rencana import Area, Butir, Indikator, Kegiatan, Komponen, SubKegiatan

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


JUMLAH = Rule(
    "jumlah",
    "Banyaknya butir tiap jenis sama dengan hitungan pada keputusannya.",
    # Where rows are known to be lost, misplaced, strange or of an unsure decree, a wrong number only follows from it.
    yields_to=(
        *("sel-hilang", "tanda-hilang", "kutipan", "asal-keliru", "asal-kosong", "asal-di-luar", "area-kosong"),
        *("keputusan-tidak-ada", "nama-berkas", "naskah-ganda", "naskah-tidak-ada"),
    ),
)

_KINDS: dict[str, type[Butir]] = {
    "area": Area,
    "kegiatan": Kegiatan,
    "sub_kegiatan": SubKegiatan,
    "komponen": Komponen,
    "indikator": Indikator,
    "tim": Tim,
}


@check_of_year(JUMLAH)
def check_jumlah(tahun: Tahun) -> Iterator[Finding]:
    """A decree holds as many rows of each kind as its own count says; a lost row without text shows nowhere else."""
    # A count of rows that could not all be read would only repeat those findings.
    if (
        tahun.tak_terbaca
        or tahun.baris_ragu != frozenset()
        or any(head.is_faulty("keputusan") for head in list_heads(tahun))
    ):
        return
    for keputusan in tahun.keputusan:
        if keputusan.jumlah is None:
            continue
        held = count_butir(tahun, keputusan)
        for name in Jumlah.model_fields:
            counted = getattr(keputusan.jumlah, name)
            if counted is not None and counted != held[name]:
                yield Finding(
                    keputusan.jumlah.place(name),
                    JUMLAH,
                    f"{keputusan.kode} memuat {held[name]} {name.replace('_', ' ')}, tercatat {counted}",
                    "cari baris yang hilang atau lebih; bila naskahnya memang demikian, betulkan hitungannya",
                )


def count_butir(tahun: Tahun, keputusan: Keputusan) -> Counter[str]:
    """Return how many rows of each kind the data quotes from a decree."""
    counts: Counter[str] = Counter()
    for berkas, butir in tahun.semua_butir():
        if berkas.keputusan_butir(butir) != keputusan.kode:
            continue
        counts.update(name for name, kind in _KINDS.items() if isinstance(butir, kind))
        counts["anggota"] += len(butir.anggota) if isinstance(butir, Tim) else 0
    return counts
