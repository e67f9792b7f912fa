"""Rules of identity: every tracked thing has one permanent kode."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks.shared import KODE_GANDA, NAMA_BERKAS, check_of_year, name_file
from generator.findings import Finding, quote
from generator.model.bukti import Bukti
from generator.model.isi import Tahun, walk_area
from generator.model.jenis import POLA_KODE
from generator.model.keputusan import Keputusan
from generator.model.layanan import Survei
from generator.model.lke import PenilaianLke
from generator.model.realisasi import Entri
from generator.model.rencana import Area, Butir, Indikator
from generator.model.ukuran import Ukuran
from generator.progress import dated

# Anchors that the templates in theme/pages/ set themselves.
_ANCHORS = frozenset(["isi", "indikator", "indikator-kegiatan", "bagian"])


@check_of_year(KODE_GANDA)
def check_kode_tunggal(tahun: Tahun) -> Iterator[Finding]:
    """A kode names one thing in an office's year; an area's kode one area in its plan."""
    seen: dict[str, str] = {}
    for scope, record in _scoped(tahun):
        if record.is_faulty("kode"):
            continue
        place = record.place("kode")
        if scope in seen:
            message = f"kode {quote(record.kode)} sudah dipakai di {seen[scope]}"
            yield Finding(place, KODE_GANDA, message, "beri kode lain yang belum pernah dipakai")
        seen.setdefault(scope, f"{place.file}:{place.line}")


def _scoped(tahun: Tahun) -> Iterator[tuple[str, Keputusan | Butir | Ukuran | Bukti | Entri | Survei | PenilaianLke]]:
    for keputusan in tahun.keputusan:
        yield keputusan.kode, keputusan
    for berkas, butir in tahun.semua_butir():
        # RB and ZI share names of areas, and an area's address has its plan in front.
        yield f"{type(berkas).__name__} {butir.kode}" if isinstance(butir, Area) else butir.kode, butir
        if isinstance(butir, Indikator):
            yield from ((ukuran.kode, ukuran) for ukuran in butir.ukuran)
    # The log comes last, in order of time: nobody is to change a row of the plan, or an entry that was there before.
    log = sorted(tahun.realisasi, key=lambda entri: entri.diketahui if dated(entri) else date.max)
    records: tuple[Bukti | Entri | Survei | PenilaianLke, ...] = (*tahun.bukti, *tahun.survei, *tahun.lke, *log)
    for record in records:
        yield record.kode, record


@check_of_year(NAMA_BERKAS)
def check_nama_berkas(tahun: Tahun) -> Iterator[Finding]:
    """A plan file is named after its area, a decree file after its kode."""
    areas = [letak.area for letak in walk_area(tahun)]
    records: tuple[Area | Keputusan, ...] = (*areas, *tahun.keputusan)
    for record in records:
        name = name_file(record)
        if name != record.kode and not record.is_faulty("kode"):
            message = f"kode {quote(record.kode)} berbeda dari nama berkasnya"
            yield Finding(record.place("kode"), NAMA_BERKAS, message, f"tulis {name}, atau ganti nama berkas")


@check_of_year(POLA_KODE)
def check_kode_cadangan(tahun: Tahun) -> Iterator[Finding]:
    """A kode is not one of the anchors that pages have of their own."""
    for _, butir in tahun.semua_butir():
        if butir.kode in _ANCHORS and not isinstance(butir, Area):
            message = f"kode {quote(butir.kode)} sudah menjadi jangkar halaman"
            yield Finding(butir.place("kode"), POLA_KODE, message, "beri kode menurut polanya, contoh mp-1-a")
