"""What a template may ask beside its own page's data: one typed object, called `c` in theme/pages/.

Every question to the rest of the house that a template puts goes through here; nothing is decided here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import ModuleType
from urllib.parse import quote

from markupsafe import Markup

from generator import routes, text
from generator.findings import Place
from generator.model.bukti import Bukti
from generator.model.isi import Kosakata, Tahun
from generator.model.jenis import Baris
from generator.model.keputusan import Keputusan
from generator.model.periode import BULAN, BULAN_PENDEK
from generator.model.perubahan import Commit, RiwayatTahun
from generator.model.realisasi import Entri
from generator.model.rencana import BerkasRencana, Butir, Indikator
from generator.model.situs import Situs, StatusBaku
from generator.model.ukuran import NilaiUkuran, Ukuran
from generator.pages.page import Page
from generator.progress import RULES_VERSION, Log, PenilaianIndikator, Tahap, digeser
from generator.views import OfficeView, SiteView, YearView
from generator.views.changes import SavedChanges, list_saved, select_about, tell_entri
from generator.views.doubts import is_doubtful
from generator.views.facts import RowFacts
from generator.views.irama import IramaTampil, tell_irama
from generator.views.measures import Series
from generator.views.names import (
    explain_bunyi_hilang,
    explain_di_luar,
    name_area,
    name_bukti,
    name_capaian,
    name_hasil,
    name_with_number,
)
from generator.views.office import UNREAD
from generator.views.reports import name_keadaan
from generator.views.site import ButirMenu, list_menu
from generator.views.squares import Legend, Square


# A class, so that templates reach all of them by one name and none is passed one by one.
class Words:
    """Names and figures in words, the same on every page."""

    BULAN = BULAN
    BULAN_PENDEK = BULAN_PENDEK
    nama_area = staticmethod(name_area)
    nama_bernomor = staticmethod(name_with_number)
    nama_hasil = staticmethod(name_hasil)
    keadaan = staticmethod(name_keadaan)
    bunyi_hilang = staticmethod(explain_bunyi_hilang)
    persen = staticmethod(text.format_persen)
    capaian = staticmethod(name_capaian)
    nilai = staticmethod(text.format_nilai)
    lapor = staticmethod(tell_entri)
    diragukan = staticmethod(is_doubtful)
    RULES_VERSION = RULES_VERSION


@dataclass(frozen=True, slots=True)
class SiteContext:
    """What the pages of one build have in common."""

    situs: Situs
    kosakata: Kosakata
    offices: Mapping[str, OfficeView]
    """By their kode."""
    menus: Mapping[str, tuple[ButirMenu, ...]]
    """The menu of each year, by its address."""
    inserts: Mapping[str, Markup]
    """Hand-written texts that generated pages include, by name without underscore and ending."""


def build_site_context(site: SiteView, inserts: Mapping[str, str]) -> SiteContext:
    """Return what the pages of a build have in common.

    Args:
        site: the site whose pages are rendered.
        inserts: hand-written Markdown that generated pages include, by name without underscore and ending.
    """
    return SiteContext(
        situs=site.situs,
        kosakata=site.kosakata,
        offices={office.kantor.satker.kode: office for office in site.offices},
        menus={year.alamat: list_menu(year) for year in site.years()},
        # Staff write these in content/halaman; they are trusted as the hand-written pages are.
        inserts={name: Markup(body) for name, body in inserts.items()},  # noqa: S704 - see above
    )


@dataclass(frozen=True, slots=True)
class Origin:
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
        return self.site.situs

    @property
    def kosakata(self) -> Kosakata:
        """The words that all offices share: status, terms, channels."""
        return self.site.kosakata

    @property
    def inserts(self) -> Mapping[str, Markup]:
        """The hand-written texts that generated pages include."""
        return self.site.inserts

    @property
    def year(self) -> YearView:
        """The page's year.

        Raises:
            ValueError: the page belongs to none, so its template must not ask.
        """
        if self.page.year is None:
            raise ValueError(self.page.alamat)
        return self.page.year

    def url(self, address: str) -> str:
        """Return the link from the page to an address of routes."""
        return routes.relative(address, self.page.alamat)

    def status(self, indikator: Indikator) -> StatusBaku | None:
        """Return the status of an indikator; None when it is not in force."""
        return self.year.status(indikator)

    def kata_di_luar(self, indikator: Indikator) -> str:
        """Return why a row that is not in force does not count."""
        return explain_di_luar(self.year.tahun, self.year.nilai, indikator)

    def nilai(self, kode: str) -> PenilaianIndikator | None:
        """Return the state of an indikator; None when it is not in force."""
        return self.year.nilai.indikator.get(kode)

    def ukuran(self, indikator: Indikator) -> tuple[Series, ...]:
        """Return the measures of an indikator with their values."""
        return tuple(one for one in self.year.ukuran if one.indikator is indikator)

    def nilai_entri(self, entri: Entri) -> tuple[tuple[Ukuran, NilaiUkuran], ...]:
        """Return the values that an entry tells, each with its measure."""
        known = {one.ukuran.kode: one.ukuran for one in self.year.ukuran}
        return tuple((known[value.ukuran], value) for value in entri.nilai)

    def squares(self, indikator: Indikator) -> tuple[Square, ...]:
        """Return the squares of an indikator's year; none where its months are unknown."""
        return self.year.squares(indikator)

    def signs(self, rows: Iterable[Indikator]) -> Legend:
        """Return the signs in the squares of some indikator, to be explained."""
        return self.year.signs(rows)

    def irama(self, indikator: Indikator) -> IramaTampil | None:
        """Return how often an indikator asks for its deed; None for a deed done once by the plan's months."""
        return tell_irama(indikator, self.nilai(indikator.kode), melapor=self.year.melapor)

    def facts(self, indikator: Indikator) -> RowFacts | None:
        """Return by when an indikator is due and how late it is; None when it is not in force."""
        return self.year.facts.get(indikator.kode)

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
        return self.year.bukti_berkode.get(kode)

    def nama_bukti(self, bukti: Bukti) -> str:
        """Return the public name of a piece of evidence, which hides the title of a closed one."""
        return name_bukti(self.year.tahun, bukti)

    @property
    def riwayat(self) -> RiwayatTahun:
        """The history of the year's data, or why there is none."""
        return self.year.riwayat or UNREAD

    def saved(self, *kode: str) -> tuple[SavedChanges, ...]:
        """Return the commits that changed a row of a plan or any below it; an area's plan (rb, zi) comes first."""
        return list_saved(select_about(self.year.perubahan, *kode))

    def sejak(self, kode: str, jenis: str) -> Commit | None:
        """Return the commit that brought an area, kegiatan or komponen of a plan; None where that is not known."""
        return self.year.sejak(kode, jenis)

    def asal(self, butir: Butir, berkas: BerkasRencana) -> Origin | None:
        """Return where a row stands in its decree; None where the decree is not known."""
        return self._origin(berkas.keputusan_butir(butir), berkas.lampiran_butir(butir), butir.asal)

    def asal_pencabutan(self, butir: Butir) -> Origin | None:
        """Return where the decree that ends a row says so; None where nothing is quoted of it."""
        dasar = butir.dasar_pencabutan
        return self._origin(butir.dicabut, None, dasar.asal) if dasar else None

    def _origin(self, kode: str | None, lampiran: str | None, asal: Baris) -> Origin | None:
        tahun = self.year.tahun
        keputusan = tahun.keputusan_berkode(kode)
        if keputusan is None:
            return None
        words = ", ".join(filter(None, [lampiran, text.format_baris(asal)]))
        held = asal and keputusan.sumber in tahun.naskah
        line = routes.sumber(tahun, keputusan.kode, asal[0][0]) if held else None
        return Origin(keputusan, words, self.url(line or routes.keputusan(tahun, keputusan.kode)))

    def edit_link(self, butir: Butir) -> str | None:
        """Return the address where a row can be edited, or a mail about it; None without either."""
        tahun = self.year.tahun
        return build_edit_link(self.situs, butir.place(), f"{tahun.satker.kode} {tahun.tahun} {butir.kode}")


def build_edit_link(situs: Situs, place: Place, subject: str) -> str | None:
    """Return the address where a place of the data can be edited, or a mail about it; None without either."""
    if situs.forge:
        return situs.forge.replace("{path}", place.file).replace("{baris}", str(place.line))
    return f"mailto:{situs.kontak}?subject={quote(f'Perbaikan: {subject}')}" if situs.kontak else None
