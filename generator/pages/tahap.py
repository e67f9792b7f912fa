"""Every tahap of a year with where it stands: what months, late lists and reports are picked from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator import routes
from generator.model.isi import Rencana, Tahun
from generator.model.realisasi import Entri
from generator.model.rencana import Area, Bagian, BerkasRencana, Indikator
from generator.model.tim import Tim
from generator.pages.page import Bahan
from generator.progress import CapaianTriwulan, PenilaianTahap


@dataclass(frozen=True, slots=True)
class BarisTahap:
    """One tahap of an indikator in force."""

    rencana: Rencana
    berkas: BerkasRencana
    area: Area
    bagian: Bagian
    indikator: Indikator
    tahap: PenilaianTahap
    alamat: str
    """Of the indikator on the page of its kegiatan or komponen."""


def list_tahap(bahan: Bahan, tahun: Tahun) -> Iterator[BarisTahap]:
    """Yield every tahap of every indikator in force, in plan order."""
    nilai = bahan.nilai(tahun).indikator
    for rencana in tahun.rencana:
        for berkas in rencana.berkas:
            for bagian in berkas.area.bagian:
                alamat = routes.bagian(tahun, rencana, berkas.area, bagian)
                for indikator in bagian.semua_indikator():
                    for tahap in nilai[indikator.kode].tahap if indikator.kode in nilai else ():
                        link = f"{alamat}#{indikator.kode}"
                        yield BarisTahap(rencana, berkas, berkas.area, bagian, indikator, tahap, link)


def capaian_tahap(bahan: Bahan, tahun: Tahun, row: BarisTahap) -> CapaianTriwulan | None:
    """Return what has been reached of the target of a tahap; None in a plan by months."""
    quarters = bahan.nilai(tahun).indikator[row.indikator.kode].capaian
    return next((one for one in quarters if one.triwulan == row.tahap.tahap.triwulan), None)


@dataclass(frozen=True, slots=True)
class BarisEntri:
    """One entry that counts, with where its indikator stands."""

    rencana: Rencana
    area: Area
    bagian: Bagian
    indikator: Indikator
    entri: Entri
    alamat: str


def list_entri(bahan: Bahan, tahun: Tahun) -> list[BarisEntri]:
    """Return the entries that no later one has replaced and that are not about deeds after their plan's end."""
    nilai = bahan.nilai(tahun)
    return [
        BarisEntri(rencana, area, bagian, indikator, entri, f"{page}#{indikator.kode}")
        for rencana in tahun.rencana
        for area in rencana.area
        for bagian in area.bagian
        for page in (routes.bagian(tahun, rencana, area, bagian),)
        for indikator in bagian.semua_indikator()
        for entri in nilai.log.berlaku(indikator.kode)
        if entri.kode not in nilai.sesudah_berakhir
    ]


def by_area(rows: Iterable[BarisTahap]) -> list[tuple[Rencana, Area, list[BarisTahap]]]:
    """Return rows grouped by area, in plan order."""
    groups: dict[tuple[str, str], tuple[Rencana, Area, list[BarisTahap]]] = {}
    for row in rows:
        groups.setdefault((row.rencana.jenis, row.area.kode), (row.rencana, row.area, []))[2].append(row)
    return list(groups.values())


def last_said(bahan: Bahan, tahun: Tahun, indikator: Indikator) -> Entri | None:
    """Return the latest entry of an indikator that tells of an obstacle, or None."""
    told = [entri for entri in bahan.nilai(tahun).log.berlaku(indikator.kode) if entri.kendala]
    return told[-1] if told else None


def tim_area(tahun: Tahun, area: Area) -> Tim | None:
    """Return the team that the roster gives an area, by its kode or its canonical area."""
    return next((tim for tim in tahun.tim if tim.area and tim.area in (area.kode, area.padanan)), None)
