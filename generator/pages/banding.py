"""Offices side by side: who plans which canonical kegiatan, when, in which words, with how many indikator."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from generator import routes
from generator.model.isi import Kosakata
from generator.model.situs import KegiatanBaku
from generator.pages.page import HOME, Page
from generator.views import SiteView
from generator.views.comparison import BarisBanding, comparable, list_banding, list_tahun
from generator.views.names import Link
from generator.views.summary import YearSummary


def build_banding(site: SiteView) -> Iterator[Page]:
    """Yield the comparison of all canonical kegiatan, and a page for each that an office plans."""
    years = list_tahun(site.summaries)
    if not comparable(years):
        return
    rows = list_banding(site.kosakata, years)
    by_kode = {kode: [row for row in rows if row.baku.kode == kode] for kode in site.kosakata.kegiatan}
    yield Page(
        alamat=routes.BANDING,
        template="banding",
        judul="Kantor berdampingan",
        deskripsi="Kegiatan baku mana yang direncanakan tiap kantor, dengan berapa indikator, dan mana yang tidak ada.",
        jejak=HOME,
        data={
            "daftar_tahun": years,
            "daftar_area": _areas(site.kosakata),
            "direncanakan": {kode for kode, found in by_kode.items() if found},
            "jumlah": _counts(rows),
        },
    )
    for kode, found in by_kode.items():
        if found:
            yield _one(site.kosakata.kegiatan[kode], found, years)


def _counts(rows: Sequence[BarisBanding]) -> Counter[tuple[str, str]]:
    """Return how many indikator each office has for each canonical kegiatan; a planned one without any counts 0."""
    counts: Counter[tuple[str, str]] = Counter()
    for row in rows:
        counts[row.baku.kode, row.tahun.satker.kode] += row.bagian.jumlah
    return counts


def _areas(kosakata: Kosakata) -> list[tuple[str, list[KegiatanBaku]]]:
    """Return the canonical kegiatan by canonical area, each area under its first regime's name."""
    names: dict[str, str] = {}
    for rezim in kosakata.rezim.values():
        for area in rezim.area:
            names.setdefault(area.kode, area.nama)
    known = kosakata.kegiatan.values()
    groups = dict.fromkeys(baku.area for baku in known)
    return [(names.get(area, area), [baku for baku in known if baku.area == area]) for area in groups]


def _one(baku: KegiatanBaku, rows: Sequence[BarisBanding], years: Sequence[YearSummary]) -> Page:
    there = {row.tahun.satker.kode for row in rows}
    return Page(
        alamat=routes.banding(baku.kode),
        template="banding_kegiatan",
        judul=baku.nama,
        deskripsi=f"{baku.nama}: kantor mana yang merencanakannya, pada bulan apa, dengan kata-kata apa.",
        jejak=(*HOME, Link("Kantor berdampingan", routes.BANDING)),
        data={
            "baku": baku,
            "daftar": rows,
            "tanpa": [tahun for tahun in years if tahun.satker.kode not in there],
        },
    )
