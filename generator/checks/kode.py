"""Rules of identity: every tracked thing has one permanent kode."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.checks.aturan import Aturan
from generator.findings import Finding, quote
from generator.model.isi import Kosakata, Tahun
from generator.model.rencana import Area


def check_kode_tunggal(tahun: Tahun, _: Kosakata) -> Iterator[Finding]:
    """A kode names one thing in an office's year; an area's kode one area in its plan."""
    seen: dict[str, str] = {}
    for berkas, butir in tahun.semua_butir():
        scope = butir.kode
        if isinstance(butir, Area):
            scope = f"{type(berkas).__name__} {butir.kode}"
        place = butir.place("kode")
        if scope in seen:
            yield Finding(place, "kode-ganda", f"kode {quote(butir.kode)} sudah dipakai di {seen[scope]}", "beri kode lain yang belum pernah dipakai")
        seen.setdefault(scope, f"{place.berkas}:{place.baris}")
    for keputusan in tahun.keputusan:
        place = keputusan.place("kode")
        if keputusan.kode in seen:
            yield Finding(place, "kode-ganda", f"kode {quote(keputusan.kode)} sudah dipakai di {seen[keputusan.kode]}", "beri kode lain yang belum pernah dipakai")
        seen.setdefault(keputusan.kode, f"{place.berkas}:{place.baris}")


def check_nama_berkas(tahun: Tahun, _: Kosakata) -> Iterator[Finding]:
    """A plan file is named after its area, a decree file after its kode."""
    records = [berkas.area for rencana in tahun.rencana for berkas in rencana.berkas]
    for record in (*records, *tahun.keputusan):
        place = record.place("kode")
        name = PurePosixPath(place.berkas).stem
        if name != record.kode:
            yield Finding(place, "nama-berkas", f"kode {quote(record.kode)} berbeda dari nama berkasnya", f"tulis {name}, atau ganti nama berkas")


ATURAN: tuple[Aturan, ...] = (check_kode_tunggal, check_nama_berkas)
