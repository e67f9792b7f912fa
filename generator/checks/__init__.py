"""The rules that look across fields and files: each a generator of findings whose docstring is the rule."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks import (
    bukti,
    hasil,
    jumlah,
    kode,
    koreksi,
    kutipan,
    layanan,
    letak,
    lke,
    realisasi,
    rujukan,
    tanda,
    target,
    urutan,
)
from generator.checks.aturan import Aturan
from generator.findings import Finding
from generator.model.isi import Isi, Kosakata, Tahun

ATURAN: tuple[Aturan, ...] = (
    *kode.ATURAN,
    *rujukan.ATURAN,
    *letak.ATURAN,
    *kutipan.ATURAN,
    *tanda.ATURAN,
    *urutan.ATURAN,
    *bukti.ATURAN,
    *realisasi.ATURAN,
    *koreksi.ATURAN,
    *hasil.ATURAN,
    *target.ATURAN,
    *layanan.ATURAN,
    *lke.ATURAN,
)
# Where rows are known to be lost, misplaced or strange, a wrong number of them is only the consequence.
_ROWS_AMISS = frozenset(["sel-hilang", "kutipan", "asal-keliru", "asal-kosong", "asal-di-luar", "area-kosong"])
# Where a file quotes the wrong decree, that decree's days are the wrong ones too.
_DAYS_OF_DECREES = frozenset(["sesudah-berakhir", "mendahului-keputusan", "kendala-terlambat"])
_NAMES_AMISS = frozenset(["tanda-hilang", "keputusan-tidak-ada", "nama-berkas", "naskah-ganda", "naskah-tidak-ada"])


def check(isi: Isi) -> tuple[Finding, ...]:
    """Return the findings of every rule over every office and each of its years."""
    services = (layanan.check_kode_layanan(kantor.layanan) for kantor in isi.kantor if kantor.layanan)
    years = (_check_year(tahun, isi.kosakata) for tahun in isi.semua_tahun())
    return tuple(finding for findings in (*services, *years) for finding in findings)


def _check_year(tahun: Tahun, kosakata: Kosakata) -> Iterator[Finding]:
    findings = [finding for aturan in ATURAN for finding in aturan(tahun, kosakata)]
    misquoted = any(finding.kode in {"kutipan", "asal-keliru"} for finding in findings)
    yield from (finding for finding in findings if not (misquoted and finding.kode in _DAYS_OF_DECREES))
    if not any(finding.kode in _ROWS_AMISS | _NAMES_AMISS for finding in findings):
        for aturan in jumlah.ATURAN:
            yield from aturan(tahun, kosakata)
