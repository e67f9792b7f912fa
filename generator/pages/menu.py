"""The year's own menu: only sections that exist, the ones that most readers look for first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator import routes
from generator.model.isi import Tahun
from generator.pages.bukti import list_bukti
from generator.pages.bulan import bulan_kini
from generator.pages.laporan import list_laporan
from generator.pages.page import Bahan
from generator.pages.publikasi import list_publikasi
from generator.pages.survei import published_survei
from generator.pages.tahun_lalu import year_before
from generator.pages.terlambat import reports_here
from generator.progress import lke_tampil

_RENCANA = {"rb": "Rencana RB", "zi": "Rencana ZI"}


@dataclass(frozen=True, slots=True)
class ButirMenu:
    """One entry: a section of the year."""

    nama: str
    judul: str
    alamat: str
    tingkat: int
    """1: always in the bar; 2: in the bar where there is room; 3: always behind "Lainnya"."""


def list_menu(bahan: Bahan, tahun: Tahun) -> tuple[ButirMenu, ...]:
    """Return the sections of a year that exist, in the order of the menu."""
    return (*_plans(tahun), *_course(bahan, tahun), *_surroundings(bahan, tahun))


def _plans(tahun: Tahun) -> Iterator[ButirMenu]:
    yield ButirMenu("ringkasan", "Ringkasan", routes.tahun(tahun), 1)
    for rencana in tahun.rencana:
        yield ButirMenu(rencana.jenis, _RENCANA[rencana.jenis], routes.rencana(tahun, rencana.jenis), 1)


def _course(bahan: Bahan, tahun: Tahun) -> Iterator[ButirMenu]:
    """Yield what became of the plans."""
    if month := bulan_kini(bahan, tahun):
        yield ButirMenu("bulan", "Bulan", routes.bulan(tahun, month), 2)
    if reports_here(bahan, tahun):
        yield ButirMenu("terlambat", "Terlambat", routes.bagian_tahun(tahun, "terlambat"), 2)
    if list_bukti(bahan, tahun):
        yield ButirMenu("bukti", "Bukti", routes.bagian_tahun(tahun, "bukti"), 2)
    if reports := list_laporan(bahan, tahun):
        yield ButirMenu("laporan", "Laporan", routes.laporan(tahun, reports[-1].periode), 2)
    if list_publikasi(bahan, tahun):
        yield ButirMenu("publikasi", "Publikasi", routes.bagian_tahun(tahun, "indikator-publikasi"), 2)
    yield ButirMenu("perubahan", "Perubahan", routes.perubahan(tahun), 2)


def _surroundings(bahan: Bahan, tahun: Tahun) -> Iterator[ButirMenu]:
    """Yield what stands around the plans: who, what others say, the year before, the ground, the data."""
    if tahun.daftar_tim:
        yield ButirMenu("tim", "Tim", routes.bagian_tahun(tahun, "tim"), 3)
    if published_survei(bahan, tahun):
        yield ButirMenu("survei", "Survei", routes.bagian_tahun(tahun, "survei"), 3)
    if lke_tampil(tahun, bahan.nilai(tahun).hari):
        yield ButirMenu("lke-zi", "LKE ZI", routes.lke(tahun), 3)
    if before := year_before(bahan, tahun):
        title = f"{before.tahun} dan {tahun.tahun}"
        yield ButirMenu("tahun-lalu", title, routes.bagian_tahun(tahun, "tahun-lalu"), 3)
    yield ButirMenu("keputusan", "Keputusan", f"{routes.tahun(tahun)}#keputusan", 3)
    if tahun.rencana:
        yield ButirMenu("indeks", "Indeks", routes.bagian_tahun(tahun, "indeks"), 3)
    yield ButirMenu("unduhan", "Unduhan", routes.bagian_tahun(tahun, "unduhan"), 3)
