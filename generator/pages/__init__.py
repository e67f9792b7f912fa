"""Which pages there are and what each shows; how they look is theme/pages/."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from generator.model.sidik import Sidik
from generator.pages.kamus import build_kamus
from generator.pages.keputusan import build_keputusan
from generator.pages.layanan import build_kanal, build_layanan, build_survei
from generator.pages.page import Page
from generator.pages.publikasi import build_lembar, build_publikasi
from generator.pages.realisasi import build_bulan, build_laporan, build_terlambat
from generator.pages.registers import build_bukti, build_lke, build_tim
from generator.pages.rencana import build_rencana
from generator.pages.site import build_banding, build_indeks, build_kantor, build_portal, build_search, build_tentang
from generator.pages.tahun import (
    build_indeks_tahun,
    build_perubahan,
    build_perubahan_kantor,
    build_tahun,
    build_tahun_lalu,
    build_unduhan,
)
from generator.sections import SECTIONS
from generator.views import OfficeView, SiteView, YearView

Fingerprints = Mapping[str, Sidik]
"""The fingerprints of a year, by the kode of the section."""
_BUILDERS: tuple[tuple[str, Callable[[YearView], Iterator[Page]]], ...] = (
    ("ringkasan", build_tahun),
    ("indeks", build_indeks_tahun),
    ("rb", lambda year: build_rencana(year, "rb")),
    ("zi", lambda year: build_rencana(year, "zi")),
    ("bulan", build_bulan),
    ("terlambat", build_terlambat),
    ("bukti", build_bukti),
    ("laporan", build_laporan),
    ("perubahan", build_perubahan),
    ("tim", build_tim),
    ("survei", build_survei),
    ("lke-zi", build_lke),
    ("tahun-lalu", build_tahun_lalu),
    ("keputusan", build_keputusan),
)
"""What makes the pages of each section that needs nothing but its year."""


def build_pages(site: SiteView, sidik: Mapping[str, Fingerprints]) -> Iterator[Page]:
    """Yield every page of the site; a page for which there is no data does not exist.

    Args:
        site: the site.
        sidik: the fingerprints of each year, by its address; empty while the open data are not made.
    """
    yield build_portal(site)
    yield build_tentang(site)
    yield build_kamus(site)
    yield build_indeks(site)
    yield build_search(site)
    yield from build_banding(site)
    for office in site.offices:
        yield from build_office(office, sidik)


def build_office(office: OfficeView, sidik: Mapping[str, Fingerprints]) -> Iterator[Page]:
    """Yield every page of an office and its years."""
    yield from build_kantor(office)
    yield build_kanal(office)
    yield from build_layanan(office.kantor)
    yield from build_perubahan_kantor(office)
    for year in office.years:
        # Whether a section is there is said by its entry alone; no builder asks again.
        there = {section.kode for section in SECTIONS.daftar if section.ada(year)}
        for kode, build in _BUILDERS:
            if kode in there:
                yield from build(year)
        if "publikasi" in there:
            own = sidik.get(year.alamat, {})
            yield from build_publikasi(year, own, with_packs=office.with_packs)
            yield from build_lembar(year, own)
        yield from build_unduhan(office, year)
