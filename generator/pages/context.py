"""What a template may ask beside its own page's data: one typed object, called `c` in theme/pages/.

Every question to the rest of the house that a template puts goes through here; nothing is decided here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import ModuleType
from urllib.parse import quote

from markupsafe import Markup

from generator import routes, text
from generator.findings import Tempat
from generator.model.bukti import Bukti
from generator.model.isi import Kosakata, Tahun
from generator.model.keputusan import Keputusan
from generator.model.perubahan import Commit, RiwayatTahun
from generator.model.rencana import BerkasRencana, Butir, Indikator
from generator.model.situs import Situs, StatusBaku
from generator.pages.bukti import nama_bukti
from generator.pages.keraguan import is_doubtful
from generator.pages.menu import ButirMenu, list_menu
from generator.pages.page import Bahan, Page, bunyi_hilang, kata_di_luar, nama_area, nama_bernomor, nama_hasil
from generator.pages.petak import Legenda, Petak, list_signs, squares
from generator.pages.riwayat import (
    BarisPerubahan,
    Simpan,
    about,
    list_perubahan,
    list_simpan,
    list_terakhir,
    since,
    told,
)
from generator.pages.tahap import BarisTahap, capaian_tahap
from generator.progress import CapaianTriwulan, Log, Penilaian, PenilaianIndikator, Tahap, digeser


class Words:
    """Names and figures in words, the same on every page."""

    BULAN = text.BULAN
    BULAN_PENDEK = text.BULAN_PENDEK
    nama_area = staticmethod(nama_area)
    nama_bernomor = staticmethod(nama_bernomor)
    nama_hasil = staticmethod(nama_hasil)
    bunyi_hilang = staticmethod(bunyi_hilang)
    persen = staticmethod(text.format_persen)
    lapor = staticmethod(told)
    diragukan = staticmethod(is_doubtful)


@dataclass(frozen=True)
class YearContext:
    """What frame and templates ask of a year; each list is made once for all its pages."""

    bahan: Bahan
    tahun: Tahun

    @cached_property
    def nilai(self) -> Penilaian:
        """The state of the year."""
        return self.bahan.nilai(self.tahun)

    @cached_property
    def menu(self) -> tuple[ButirMenu, ...]:
        """The sections of the year that exist."""
        return list_menu(self.bahan, self.tahun)

    @cached_property
    def riwayat(self) -> RiwayatTahun:
        """The history of the year's data, or why there is none."""
        return self.bahan.riwayat.get(routes.tahun(self.tahun), RiwayatTahun("riwayat belum dibaca"))

    @cached_property
    def perubahan(self) -> tuple[BarisPerubahan, ...]:
        """The differences of the year's data, newest first."""
        return list_perubahan(self.bahan, self.tahun)

    @cached_property
    def bukti(self) -> Mapping[str, Bukti]:
        """The evidence of the year by its kode."""
        return {bukti.kode: bukti for bukti in self.tahun.bukti}


@dataclass(frozen=True, slots=True)
class SiteContext:
    """What the pages of one build have in common."""

    bahan: Bahan
    years: Mapping[str, YearContext]
    """By the address of the year."""
    offices_with_feed: frozenset[str]
    """The kode of each office whose data have changed since they were first stored."""
    sisipan: Mapping[str, Markup]
    """Hand-written texts that generated pages include, by name without underscore and ending."""

    def year(self, page: Page) -> YearContext | None:
        """Return the year that a page belongs to, if any."""
        return self.years[routes.tahun(page.tahun)] if page.tahun else None


def build_site_context(bahan: Bahan, sisipan: Mapping[str, str]) -> SiteContext:
    """Return what the pages of a build have in common.

    Args:
        bahan: what the pages are made from.
        sisipan: hand-written Markdown that generated pages include, by name without underscore and ending.
    """
    return SiteContext(
        bahan,
        years={routes.tahun(tahun): YearContext(bahan, tahun) for tahun in bahan.isi.semua_tahun()},
        offices_with_feed=frozenset(k.satker.kode for k in bahan.isi.kantor if list_terakhir(bahan, k)),
        # Staff write these in content/halaman; they are trusted as the hand-written pages are.
        sisipan={name: Markup(body) for name, body in sisipan.items()},  # noqa: S704 - see above
    )


@dataclass(frozen=True, slots=True)
class Asal:
    """Where a row stands in its decree."""

    keputusan: Keputusan
    kata: str
    """Annex and lines in words; empty where neither is known."""
    url: str
    """The way to the line where the text is held, else to the decree."""


@dataclass(frozen=True)
class Context:
    """All that a template may ask beside its page's own data; `c` in theme/pages/."""

    site: SiteContext
    page: Page

    routes: ModuleType = routes
    """Every address of the site; url() makes a link of one."""
    words: type[Words] = Words
    """Names and figures in words."""

    @property
    def tahun(self) -> Tahun | None:
        """The office's year that the page belongs to."""
        return self.page.tahun

    @property
    def situs(self) -> Situs:
        """The site's own settings."""
        return self.site.bahan.isi.situs

    @property
    def kosakata(self) -> Kosakata:
        """The words that all offices share: status, terms, channels."""
        return self.site.bahan.isi.kosakata

    @property
    def sisipan(self) -> Mapping[str, Markup]:
        """The hand-written texts that generated pages include."""
        return self.site.sisipan

    @cached_property
    def year(self) -> YearContext:
        """What is known of the page's year.

        Raises:
            ValueError: the page belongs to none, so its template must not ask.
        """
        year = self.site.year(self.page)
        if year is None:
            raise ValueError(self.page.alamat)
        return year

    def url(self, address: str) -> str:
        """Return the link from the page to an address of routes."""
        return routes.relative(address, self.page.alamat)

    def status(self, indikator: Indikator) -> StatusBaku | None:
        """Return the status of an indikator; None when it is not in force."""
        return self.site.bahan.status(self.year.tahun, indikator)

    def kata_di_luar(self, indikator: Indikator) -> str:
        """Return why a row that is not in force does not count."""
        return kata_di_luar(self.site.bahan, self.year.tahun, indikator)

    def nilai(self, kode: str) -> PenilaianIndikator | None:
        """Return the state of an indikator; None when it is not in force."""
        return self.year.nilai.indikator.get(kode)

    def squares(self, indikator: Indikator) -> tuple[Petak, ...]:
        """Return the squares of an indikator's year; none where its months are unknown."""
        return squares(self.site.bahan, self.year.tahun, indikator)

    def signs(self, rows: Iterable[Indikator]) -> Legenda:
        """Return the signs in the squares of some indikator, to be explained."""
        return list_signs(self.site.bahan, self.year.tahun, rows)

    def capaian_tahap(self, row: BarisTahap) -> CapaianTriwulan | None:
        """Return what has been reached of the target of a tahap; None in a plan by months."""
        return capaian_tahap(self.site.bahan, self.year.tahun, row)

    def digeser(self, tahap: Tahap) -> bool:
        """Return whether a tahap is due on another day than the end of its months."""
        return digeser(self.year.tahun, tahap)

    @property
    def log(self) -> Log:
        """The year's log of realisasi."""
        return self.year.nilai.log

    @property
    def sesudah_berakhir(self) -> frozenset[str]:
        """The kode of the entri about deeds after their plan's end."""
        return self.year.nilai.sesudah_berakhir

    def bukti(self, kode: str) -> Bukti | None:
        """Return a piece of evidence of the year."""
        return self.year.bukti.get(kode)

    def nama_bukti(self, bukti: Bukti) -> str:
        """Return what a piece of evidence is called in public."""
        return nama_bukti(self.year.tahun, bukti)

    @property
    def riwayat(self) -> RiwayatTahun:
        """The history of the year's data, or why there is none."""
        return self.year.riwayat

    def simpan(self, *kode: str) -> tuple[Simpan, ...]:
        """Return the commits that changed a row of a plan or any below it; an area's plan (rb, zi) comes first."""
        return list_simpan(about(self.year.perubahan, *kode))

    def sejak(self, kode: str, jenis: str) -> Commit | None:
        """Return the commit that brought an area, kegiatan or komponen of a plan; None where that is not known."""
        return since(self.site.bahan, self.year.tahun, self.year.perubahan, kode, jenis)

    def asal(self, butir: Butir, berkas: BerkasRencana) -> Asal | None:
        """Return where a row stands in its decree; None where the decree is not known."""
        tahun = self.year.tahun
        keputusan = tahun.keputusan_berkode(berkas.keputusan_butir(butir))
        if keputusan is None:
            return None
        words = ", ".join(filter(None, [berkas.lampiran_butir(butir), text.format_baris(butir.asal)]))
        held = butir.asal and keputusan.sumber in tahun.naskah
        line = routes.sumber(tahun, keputusan.kode, butir.asal[0][0]) if held else None
        return Asal(keputusan, words, self.url(line or routes.keputusan(tahun, keputusan.kode)))

    def perbaikan(self, butir: Butir) -> str | None:
        """Return the address where a row can be edited, or a mail about it; None without either."""
        tahun = self.year.tahun
        return perbaikan(self.situs, butir.place(), f"{tahun.satker.kode} {tahun.tahun} {butir.kode}")


def perbaikan(situs: Situs, tempat: Tempat, perihal: str) -> str | None:
    """Return the address where a place of the data can be edited, or a mail about it; None without either."""
    if situs.forge:
        return situs.forge.replace("{path}", tempat.berkas).replace("{baris}", str(tempat.baris))
    return f"mailto:{situs.kontak}?subject={quote(f'Perbaikan: {perihal}')}" if situs.kontak else None
