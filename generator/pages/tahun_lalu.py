"""Last year beside this year: which commitments go on, which have ended and how, which are new.

The kode tells: the same kode next year is the same commitment. The page belongs to the later year, so that a year
once closed never changes because another begins.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator import routes
from generator.model.isi import Rencana, Tahun
from generator.model.rencana import Area, Bagian, Indikator
from generator.model.situs import StatusBaku
from generator.pages.page import Bahan, Page, jejak_tahun, nama_indikator, ringkas
from generator.text import format_bulan, format_triwulan, format_ukuran, one_line


@dataclass(frozen=True, slots=True)
class Sisi:
    """One indikator in one of the two years."""

    rencana: Rencana
    area: Area
    bagian: Bagian
    indikator: Indikator
    nama: str
    jadwal: str
    """When it is planned, in words."""
    status: StatusBaku | None
    """On the last day shown of its year; None where it was not in force."""
    alamat: str


@dataclass(frozen=True, slots=True)
class BarisDuaTahun:
    """One commitment in both years, or in one of them."""

    kode: str
    lalu: Sisi | None
    kini: Sisi | None

    @property
    def nama_berubah(self) -> bool:
        """Whether the words differ between the years."""
        return bool(self.lalu and self.kini and self.lalu.nama != self.kini.nama)

    @property
    def jadwal_berubah(self) -> bool:
        """Whether the schedule differs between the years."""
        return bool(self.lalu and self.kini and self.lalu.jadwal != self.kini.jadwal)


@dataclass(frozen=True, slots=True)
class DuaTahun:
    """Two years of one office beside each other."""

    lalu: Tahun
    berlanjut: tuple[BarisDuaTahun, ...]
    berakhir: tuple[BarisDuaTahun, ...]
    """Only in the year before."""
    baru: tuple[BarisDuaTahun, ...]
    """Only in the later year."""
    status: tuple[tuple[StatusBaku, int, int], ...]
    """How many indikator have each status in the year before and in the later one."""
    jumlah: tuple[int, int]
    """How many indikator are in force in each."""

    @property
    def baris(self) -> tuple[BarisDuaTahun, ...]:
        """Every row: those that go on, those that ended, those that are new."""
        return self.berlanjut + self.berakhir + self.baru


def build_tahun_lalu(bahan: Bahan, tahun: Tahun) -> Iterator[Page]:
    """Yield the page of a year, if the office has plans of the year before too."""
    two = compare_years(bahan, tahun)
    if two is None:
        return
    yield Page(
        alamat=routes.bagian_tahun(tahun, "tahun-lalu"),
        templat="tahun_lalu",
        judul=f"{tahun.tahun} di samping {two.lalu.tahun}",
        deskripsi=f"Rencana {tahun.satker.nama} {two.lalu.tahun} dan {tahun.tahun} berdampingan menurut kodenya.",
        jejak=jejak_tahun(tahun),
        data={
            "dua": two,
            "per_lalu": bahan.nilai(two.lalu).per_tanggal,
            "per_kini": bahan.nilai(tahun).per_tanggal,
            "ringkasan": [(year, ringkas(bahan, year, _all_indikator(year))) for year in (two.lalu, tahun)],
        },
        tahun=tahun,
        menu="tahun-lalu",
        sumber=(f"{tahun.berkas}/tahun.yml",),
    )


def _all_indikator(tahun: Tahun) -> list[Indikator]:
    return [indikator for rencana in tahun.rencana for indikator in rencana.daftar_indikator()]


def year_before(bahan: Bahan, tahun: Tahun) -> Tahun | None:
    """Return the office's year before, if both have plans."""
    years = (t for kantor in bahan.isi.kantor if kantor.satker.kode == tahun.satker.kode for t in kantor.tahun)
    before = next((other for other in years if other.tahun == tahun.tahun - 1), None)
    return before if before and before.rencana and tahun.rencana else None


def compare_years(bahan: Bahan, tahun: Tahun) -> DuaTahun | None:
    """Return a year beside the one before; None where there is nothing to compare."""
    before = year_before(bahan, tahun)
    if before is None:
        return None
    old, new = _sides(bahan, before), _sides(bahan, tahun)
    counts = [Counter(side.status.kode for side in sides.values() if side.status is not None) for sides in (old, new)]
    known = bahan.isi.kosakata.status.items()
    return DuaTahun(
        lalu=before,
        berlanjut=tuple(BarisDuaTahun(kode, old[kode], side) for kode, side in new.items() if kode in old),
        berakhir=tuple(BarisDuaTahun(kode, side, None) for kode, side in old.items() if kode not in new),
        baru=tuple(BarisDuaTahun(kode, None, side) for kode, side in new.items() if kode not in old),
        status=tuple((s, counts[0][kode], counts[1][kode]) for kode, s in known if counts[0][kode] or counts[1][kode]),
        jumlah=(counts[0].total(), counts[1].total()),
    )


def _sides(bahan: Bahan, tahun: Tahun) -> dict[str, Sisi]:
    """Return every indikator of a year in plan order, by kode."""
    return {
        indikator.kode: Sisi(
            rencana=rencana,
            area=area,
            bagian=bagian,
            indikator=indikator,
            nama=nama_indikator(indikator, bagian),
            jadwal=one_line(jadwal_kata(indikator)),
            status=bahan.status(tahun, indikator),
            alamat=f"{routes.bagian(tahun, rencana, area, bagian)}#{indikator.kode}",
        )
        for rencana in tahun.rencana
        for area, bagian, indikator in rencana.semua_indikator()
    }


def jadwal_kata(indikator: Indikator) -> str:
    """Return when an indikator is planned, in words: its months, or how much in which quarters."""
    if not indikator.bulan:
        return "tidak tercantum" if indikator.jadwal.keadaan == "kosong" else "tidak terbaca"
    if indikator.target is None:
        return format_bulan(indikator.bulan)
    printed = indikator.target.tercetak
    parts = (f"{format_triwulan(number)}: {format_ukuran(printed[number])}" for number in indikator.target.triwulan)
    return f"{'; '.join(parts)} ({indikator.target.satuan})"
