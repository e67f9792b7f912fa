"""Offices side by side: who plans which canonical kegiatan, when, in which words, with how many indikator."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator import routes
from generator.model.isi import Rencana, Tahun
from generator.model.rencana import Area, Bagian
from generator.model.situs import KegiatanBaku
from generator.pages.page import Bahan, BarisPanas, Page, Tautan, baris_panas
from generator.text import one_line

_FEWEST = 2
"""So many real offices with a plan are needed before there is anything to compare."""


@dataclass(frozen=True, slots=True)
class BarisBanding:
    """One kegiatan or komponen of an office that answers to a canonical kegiatan."""

    baku: KegiatanBaku
    tahun: Tahun
    rencana: Rencana
    area: Area
    bagian: Bagian
    panas: BarisPanas


def build_banding(bahan: Bahan) -> Iterator[Page]:
    """Yield the comparison of all canonical kegiatan, and a page for each that an office plans."""
    if not comparable(bahan):
        return
    years = list_tahun(bahan)
    rows = list_banding(bahan)
    by_kode = {kode: [row for row in rows if row.baku.kode == kode] for kode in bahan.isi.kosakata.kegiatan}
    yield Page(
        alamat=routes.BANDING,
        templat="banding",
        judul="Kantor berdampingan",
        deskripsi="Kegiatan baku mana yang direncanakan tiap kantor, dengan berapa indikator, dan mana yang tidak ada.",
        jejak=(Tautan("Beranda", routes.PORTAL),),
        data={
            "daftar_tahun": years,
            "daftar_area": _areas(bahan),
            "direncanakan": {kode for kode, found in by_kode.items() if found},
            "jumlah": _counts(rows),
        },
    )
    for kode, found in by_kode.items():
        if found:
            yield _one(bahan.isi.kosakata.kegiatan[kode], found, years)


def _counts(rows: list[BarisBanding]) -> Counter[tuple[str, str]]:
    """Return how many indikator each office has for each canonical kegiatan; a planned one without any counts 0."""
    counts: Counter[tuple[str, str]] = Counter()
    for row in rows:
        counts[row.baku.kode, row.tahun.satker.kode] += len(list(row.bagian.semua_indikator()))
    return counts


def comparable(bahan: Bahan) -> bool:
    """Return whether there are offices to put side by side."""
    return len(list_tahun(bahan)) >= _FEWEST


def list_tahun(bahan: Bahan) -> list[Tahun]:
    """Return the newest planned year of each real office; the fictitious one is no office to compare with."""
    planned = (
        [tahun for tahun in kantor.tahun if tahun.rencana] for kantor in bahan.isi.kantor if not kantor.satker.contoh
    )
    return [years[0] for years in planned if years]


def list_banding(bahan: Bahan) -> list[BarisBanding]:
    """Return every kegiatan and komponen that answers to a canonical kegiatan, by that, then by office."""
    rows = [
        BarisBanding(
            bahan.isi.kosakata.kegiatan[kode], tahun, rencana, area, bagian, _heat(bahan, tahun, rencana, area, bagian)
        )
        for tahun in list_tahun(bahan)
        for rencana in tahun.rencana
        for area in rencana.area
        for bagian in area.bagian
        for kode in bagian.padanan
    ]
    order = {kode: index for index, kode in enumerate(bahan.isi.kosakata.kegiatan)}
    return sorted(rows, key=lambda row: order[row.baku.kode])


def _heat(bahan: Bahan, tahun: Tahun, rencana: Rencana, area: Area, bagian: Bagian) -> BarisPanas:
    return baris_panas(
        bahan,
        tahun,
        bagian.semua_indikator(),
        nomor=None,
        nama=tahun.satker.nama,
        alamat=routes.bagian(tahun, rencana, area, bagian),
        kata=one_line(bagian.nama),
    )


def _areas(bahan: Bahan) -> list[tuple[str, list[KegiatanBaku]]]:
    """Return the canonical kegiatan by canonical area, each area under its first regime's name."""
    names: dict[str, str] = {}
    for rezim in bahan.isi.kosakata.rezim.values():
        for area in rezim.area:
            names.setdefault(area.kode, area.nama)
    known = bahan.isi.kosakata.kegiatan.values()
    groups = dict.fromkeys(baku.area for baku in known)
    return [(names.get(area, area), [baku for baku in known if baku.area == area]) for area in groups]


def _one(baku: KegiatanBaku, rows: list[BarisBanding], years: list[Tahun]) -> Page:
    there = {row.tahun.satker.kode for row in rows}
    return Page(
        alamat=routes.banding(baku.kode),
        templat="banding_kegiatan",
        judul=baku.nama,
        deskripsi=f"{baku.nama}: kantor mana yang merencanakannya, pada bulan apa, dengan kata-kata apa.",
        jejak=(Tautan("Beranda", routes.PORTAL), Tautan("Kantor berdampingan", routes.BANDING)),
        data={
            "baku": baku,
            "daftar": rows,
            "tanpa": [tahun for tahun in years if tahun.satker.kode not in there],
        },
    )
