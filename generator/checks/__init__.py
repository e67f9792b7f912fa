"""The rules that look across fields and files: each a sentence, and beside it the check that finds its breaches."""

from __future__ import annotations

from types import ModuleType
from typing import Any

from generator.checks import (
    bukti,
    certainty,
    irama,
    kode,
    koreksi,
    kutipan,
    layanan,
    leftovers,
    letak,
    lke,
    month_marks,
    nilai,
    pencabutan,
    penundaan,
    publikasi,
    realisasi,
    references,
    target,
    tim,
    ukuran,
    urutan,
)
from generator.checks.shared import Check, run
from generator.findings import Finding
from generator.model.isi import Isi, Kantor, Tahun

_MODULES: tuple[ModuleType, ...] = (
    kode,
    references,
    tim,
    letak,
    pencabutan,
    kutipan,
    month_marks,
    certainty,
    urutan,
    bukti,
    realisasi,
    koreksi,
    penundaan,
    irama,
    target,
    ukuran,
    nilai,
    layanan,
    publikasi,
    lke,
    leftovers,
)
CHECKS: tuple[Check[Any], ...] = tuple(
    value for module in _MODULES for value in vars(module).values() if isinstance(value, Check)
)
"""Every check, out of the modules themselves: who writes one cannot forget to enter it in a list."""
_OF_OFFICE = tuple(check for check in CHECKS if check.subject is Kantor)
_OF_YEAR = tuple(check for check in CHECKS if check.subject is Tahun)


def check(isi: Isi) -> tuple[Finding, ...]:
    """Return the findings of every check over every office and each of its years."""
    offices = (run(_OF_OFFICE, kantor, isi.kosakata) for kantor in isi.kantor)
    years = (run(_OF_YEAR, tahun, isi.kosakata) for tahun in isi.semua_tahun())
    return tuple(finding for findings in (*offices, *years) for finding in findings)
