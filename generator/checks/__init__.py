"""The rules that look across fields and files: each a generator of findings whose docstring is the rule."""

from __future__ import annotations

from generator.checks import kode, kutipan, letak, rujukan
from generator.checks.aturan import Aturan
from generator.findings import Finding
from generator.model.isi import Isi

ATURAN: tuple[Aturan, ...] = (*kode.ATURAN, *rujukan.ATURAN, *letak.ATURAN, *kutipan.ATURAN)


def check(isi: Isi) -> tuple[Finding, ...]:
    """Return the findings of every rule over every year of every office."""
    return tuple(
        finding for tahun in isi.semua_tahun() for aturan in ATURAN for finding in aturan(tahun, isi.kosakata)
    )
