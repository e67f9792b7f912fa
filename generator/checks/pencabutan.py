"""Rules of withdrawal: a row leaves the counts only by words of the decree that ends it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.comparison import valid
from generator.checks.shared import check_of_year, find_keputusan, find_naskah
from generator.findings import Finding, Rule, Severity, quote
from generator.model.isi import Tahun, walk
from generator.model.kutipan import DasarPencabutan
from generator.model.naskah import Naskah, strip_markup
from generator.model.rencana import BerkasRencana, Butir

PENCABUTAN_TANPA_DASAR = Rule(
    "pencabutan-tanpa-dasar",
    "Butir yang dicabut mengutip kata-kata keputusan yang mencabutnya dan barisnya; yang tidak dicabut tidak.",
)
PENCABUTAN_KUTIPAN = Rule(
    "pencabutan-kutipan", "Dasar pencabutan tertulis persis pada baris asalnya dalam naskah keputusan yang mencabut."
)
PENCABUTAN_LAIN = Rule(
    "pencabutan-lain",
    "Kutipan dasar pencabutan menyebut butirnya, induknya, atau nomor keputusan yang memuatnya.",
    Severity.PERINGATAN,
)


@check_of_year(PENCABUTAN_TANPA_DASAR, PENCABUTAN_KUTIPAN, PENCABUTAN_LAIN)
def check_pencabutan(tahun: Tahun) -> Iterator[Finding]:
    """A row that a decree ends quotes that decree, and nothing else does."""
    parents = _index_parents(tahun)
    for berkas, butir in tahun.semua_butir():
        if butir.is_faulty("dicabut", "dasar_pencabutan"):
            continue
        dasar = butir.dasar_pencabutan
        if dasar is None and butir.dicabut is not None:
            message = f"{quote(butir.kode)} dicabut tanpa kata-kata keputusan yang mencabutnya"
            suggestion = (
                "tambahkan dasar_pencabutan: {kutipan: kata-kata keputusan itu, asal: barisnya}, atau hapus dicabut"
            )
            yield Finding(butir.place("dicabut"), PENCABUTAN_TANPA_DASAR, message, suggestion)
        elif dasar is not None and butir.dicabut is None:
            message = "dasar_pencabutan hanya untuk butir yang dicabut"
            suggestion = "hapus, atau tambahkan dicabut: kode keputusannya"
            yield Finding(butir.place("dasar_pencabutan"), PENCABUTAN_TANPA_DASAR, message, suggestion)
        elif dasar is not None and not dasar.is_faulty("kutipan", "asal"):
            yield from _quoted(tahun, butir, dasar)
            yield from _about(tahun, berkas, (*parents.get(id(butir), ()), butir), dasar)


def _index_parents(tahun: Tahun) -> dict[int, tuple[Butir, ...]]:
    """Return the rows above each row, by its identity."""
    found: dict[int, tuple[Butir, ...]] = {}
    for letak in walk(tahun):
        chain = (*letak.induk, letak.indikator)
        found.update({id(butir): chain[:index] for index, butir in enumerate(chain)})
    return found


def _quoted(tahun: Tahun, butir: Butir, dasar: DasarPencabutan) -> Iterator[Finding]:
    keputusan = find_keputusan(tahun, butir.dicabut or "")
    naskah = find_naskah(tahun, keputusan) if keputusan else None
    if naskah is None:
        return
    if not dasar.asal:
        message = f"dasar pencabutan belum menyebut barisnya dalam naskah {naskah.kode}"
        yield Finding(dasar.place(), PENCABUTAN_TANPA_DASAR, message, "tambahkan asal: baris naskah keputusan itu")
    elif not valid(dasar.asal, len(naskah.baris)) or dasar.kutipan not in _words(naskah, dasar):
        message = f"kata-kata {quote(dasar.kutipan)} tidak tertulis pada baris itu di {naskah.kode}"
        suggestion = "salin lagi dari naskah keputusan yang mencabut, dan periksa barisnya"
        yield Finding(dasar.place("kutipan"), PENCABUTAN_KUTIPAN, message, suggestion)


def _words(naskah: Naskah, dasar: DasarPencabutan) -> str:
    lines = [line for first, last in dasar.asal for line in range(first, last + 1)]
    return " ".join(strip_markup(naskah.baris[line - 1]) for line in lines)


def _about(tahun: Tahun, berkas: BerkasRencana, chain: tuple[Butir, ...], dasar: DasarPencabutan) -> Iterator[Finding]:
    own = find_keputusan(tahun, berkas.keputusan_butir(chain[-1]))
    names = [getattr(butir, "nama", None) for butir in chain]
    known = [" ".join(name.split()).casefold() for name in (*names, own.nomor if own else None) if name]
    if own is not None and not any(name in dasar.kutipan.casefold() for name in known):
        message = f"kutipan ini tidak menyebut {quote(chain[-1].kode)}, induknya, atau nomor keputusannya"
        suggestion = "kutip bagian yang menyebutnya; bila tidak ada, keputusan itu tidak mencabutnya: hapus dicabut"
        yield Finding(dasar.place("kutipan"), PENCABUTAN_LAIN, message, suggestion)
