"""What is late, since when, why, and who answers for it; only for offices that report here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator import routes
from generator.model.isi import Tahun
from generator.model.periode import bulan_periode, tahun_periode
from generator.model.realisasi import Entri, Hasil
from generator.model.tim import Tim
from generator.pages.page import Bahan, Page, jejak_tahun
from generator.pages.tahap import BarisTahap, last_said, list_tahap, tim_area
from generator.progress import TERLAMBAT, month_end


@dataclass(frozen=True, slots=True)
class Keterlambatan:
    """One late tahap."""

    baris: BarisTahap
    jatuh_tempo: date
    tenggat: date
    hari: int
    """Days since the last day on which it would have been in time."""
    kendala: Entri | None
    """The latest entry that tells why."""
    tim: Tim | None


def build_terlambat(bahan: Bahan, tahun: Tahun) -> Iterator[Page]:
    """Yield the list of what is late, if the office reports here by the day."""
    if not reports_here(bahan, tahun):
        return
    rows = list_terlambat(bahan, tahun)
    yield Page(
        alamat=routes.bagian_tahun(tahun, "terlambat"),
        templat="terlambat",
        judul=f"Terlambat {tahun.tahun}",
        deskripsi=f"Yang terlambat dikerjakan {tahun.satker.nama} pada {tahun.tahun}, sejak kapan, dan mengapa.",
        jejak=jejak_tahun(tahun),
        data={"terlambat": rows, "tertunda": list_tertunda(bahan, tahun)},
        tahun=tahun,
        menu="terlambat",
        sumber=(f"{tahun.berkas}/tahun.yml",),
    )


def reports_here(bahan: Bahan, tahun: Tahun) -> bool:
    """Return whether the office reports its realisation here by the day."""
    since = tahun.setelan.pelaporan
    return since is not None and since <= bahan.nilai(tahun).hari and bool(tahun.rencana)


def list_terlambat(bahan: Bahan, tahun: Tahun) -> list[Keterlambatan]:
    """Return the late tahap, the longest late first."""
    day = bahan.nilai(tahun).hari
    rows = [
        Keterlambatan(
            baris=row,
            jatuh_tempo=due,
            tenggat=last,
            hari=(day - last).days,
            kendala=last_said(bahan, tahun, row.indikator),
            tim=tim_area(tahun, row.area),
        )
        for row in list_tahap(bahan, tahun)
        if row.tahap.status in TERLAMBAT
        and (due := row.tahap.tahap.jatuh_tempo) is not None
        and (last := row.tahap.tahap.tenggat) is not None
    ]
    return sorted(rows, key=lambda row: row.tenggat)


def list_tertunda(bahan: Bahan, tahun: Tahun) -> list[tuple[BarisTahap, Entri, bool]]:
    """Return the tahap that are put off, by which entry, and whether their new period has passed too."""
    day = bahan.nilai(tahun).hari
    found = []
    for row in list_tahap(bahan, tahun):
        if row.tahap.status != Hasil.DITUNDA:
            continue
        entri = row.tahap.pernyataan
        assert entri is not None and entri.penundaan is not None  # noqa: S101, PT018 - a rule sees to it
        until = entri.penundaan.ke
        found.append((row, entri, day > month_end(tahun_periode(until), bulan_periode(until)[-1])))
    return found
