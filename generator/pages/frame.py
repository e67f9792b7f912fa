"""The frame around a page: all that theme/overrides/main.html shows of it, as one value; it goes as front matter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, is_dataclass
from typing import Any

from generator import routes, text
from generator.findings import Place
from generator.pages.context import SiteContext, build_edit_link
from generator.pages.page import Page
from generator.pages.structured_data import build_structured_data
from generator.progress import find_end_of_rencana
from generator.views import OfficeView, YearView

JsonValue = Any
"""What JSON can hold."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the trail."""

    judul: str
    url: str


@dataclass(frozen=True, slots=True)
class Office:
    """The office of a page, and the ways to its page, channels and services."""

    kode: str
    nama: str
    url: str
    kanal: str
    layanan: str | None
    """None where the office publishes no services."""


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """A section of the year as seen from a page."""

    judul: str
    url: str
    aktif: bool
    """Whether the page belongs to it."""
    tingkat: int
    """How much room the bar must have for it, see ButirMenu."""


@dataclass(frozen=True, slots=True)
class DataState:
    """The dates shown on each page of a year, and how far they are apart."""

    per: str
    """The day whose state is shown, in words."""
    entri: str | None
    """The day of the last entry, in words."""
    melapor: bool
    umur: int | None
    """Days since the office last reported; None if it does not report here, see Penilaian.umur."""
    basi: bool
    """Whether a reporting office has been silent for too long."""
    arsip: str | None
    """The day on which the year's plans ended, in words, once they have."""
    sejak: str | None
    """The day since which the data are recorded here, in words, where it could be taken for that of the state."""


@dataclass(frozen=True, slots=True)
class StoredCommit:
    """The commit that last changed the data which a page shows."""

    tanggal: str
    hari: str
    """The day in ISO 8601."""
    commit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """All that the frame shows of a page; the names are those of the front matter."""

    title: str
    description: str
    jejak: tuple[Step, ...]
    """The way from the portal to the page's parent."""
    kini: str
    """The page's name at the end of its trail."""
    kantor: Office | None
    menu: tuple[MenuEntry, ...]
    """The sections of the page's year; none outside any year."""
    keadaan: DataState | None
    contoh: bool
    """Whether the page is about an office that does not exist."""
    robots: str | None
    sunting: str | None
    """Address at which the page's data can be edited or a mistake reported."""
    simpanan: StoredCommit | None
    umpan: str | None
    """The link to the office's feed of changes."""
    cari: Mapping[str, str] | None
    """What the search index says of the page; None keeps it out of the index."""
    pencarian: bool
    """Whether this is the search page."""
    ld: Mapping[str, JsonValue] | None
    """The page in the words of schema.org."""

    def as_meta(self) -> dict[str, JsonValue]:
        """Return the front matter, of values that JSON can hold; a mark that does not apply is left out."""
        meta = {one.name: _plain(getattr(self, one.name)) for one in fields(self)}
        # Front matter states this mark on one page of the site only, the search page.
        if not meta["pencarian"]:
            del meta["pencarian"]
        return meta


def _plain(value: Any) -> JsonValue:  # noqa: ANN401 - a part of the frame, or what JSON holds already
    if isinstance(value, tuple):
        return [asdict(part) for part in value]
    # Not asdict of the whole frame: it would copy the structured data of every page, node by node.
    return asdict(value) if is_dataclass(value) and not isinstance(value, type) else value


def build_frame(site: SiteContext, page: Page) -> Frame:
    """Return what the frame shows of a page."""
    year, office = page.year, _office_of(site, page)
    return Frame(
        title=_title(page),
        description=text.join_lines(page.deskripsi),
        jejak=tuple(Step(link.judul, routes.relative(link.alamat, page.alamat)) for link in page.jejak),
        kini=page.short_title or page.judul,
        kantor=_office(page, office) if office else None,
        menu=_menu(site, year, page) if year else (),
        keadaan=_state(year) if year else None,
        contoh=bool(office and office.kantor.satker.contoh),
        robots=None if page.indexed else "noindex",
        sunting=_edit(site, page),
        simpanan=_stored(year, page) if year else None,
        umpan=_feed(page, office) if office else None,
        cari=page.cari,
        pencarian=page.is_search,
        ld=build_structured_data(site.situs, page),
    )


def _office_of(site: SiteContext, page: Page) -> OfficeView | None:
    """Return the office that a page is about, its year's or its own."""
    kantor = page.year.kantor if page.year else page.kantor
    return site.offices[kantor.satker.kode] if kantor else None


def _title(page: Page) -> str:
    """Return a title that says whose page it is."""
    office = f"{page.tahun.satker.nama} {page.tahun.tahun}" if page.tahun else ""
    return text.join_lines(page.judul if not office or office in page.judul else f"{page.judul} · {office}")


def _office(page: Page, office: OfficeView) -> Office:
    satker = office.kantor.satker
    home = page.year.alamat if page.year else routes.kantor(satker)
    return Office(
        kode=satker.kode,
        nama=satker.nama,
        url=routes.relative(home, page.alamat),
        kanal=routes.relative(routes.kanal(satker), page.alamat),
        layanan=routes.relative(routes.layanan(satker), page.alamat) if office.kantor.layanan else None,
    )


def _menu(site: SiteContext, year: YearView, page: Page) -> tuple[MenuEntry, ...]:
    return tuple(
        MenuEntry(one.judul, routes.relative(one.alamat, page.alamat), one.nama == page.menu, one.tingkat)
        for one in site.menus[year.alamat]
    )


def _state(year: YearView) -> DataState:
    nilai = year.nilai
    last, fresh = nilai.log.terakhir, year.kesegaran
    return DataState(
        per=text.format_tanggal(nilai.per_tanggal),
        entri=text.format_tanggal(last) if last else None,
        melapor=nilai.umur is not None,
        umur=nilai.umur,
        basi=nilai.basi,
        arsip=text.format_tanggal(find_end_of_rencana(year.tahun)) if nilai.berakhir else None,
        sejak=text.format_tanggal(fresh.sejak) if fresh.sejak and (fresh.recorded_later or nilai.berakhir) else None,
    )


def _edit(site: SiteContext, page: Page) -> str | None:
    """Return the address at which the page's data can be edited or a mistake reported, if the site has one."""
    situs = site.situs
    if page.sumber:
        return build_edit_link(situs, Place(page.sumber[0], page.line), page.judul)
    return f"mailto:{situs.kontak}" if situs.kontak else None


def _stored(year: YearView, page: Page) -> StoredCommit | None:
    """Return the commit that last changed the page's data files; None where the history does not tell."""
    files = year.riwayat.berkas if year.riwayat else {}
    commits = [files[name] for name in page.sumber if name in files]
    if not commits:
        return None
    last = max(commits, key=lambda commit: commit.waktu)
    return StoredCommit(text.format_tanggal(last.tanggal), last.tanggal.isoformat(), last.singkat)


def _feed(page: Page, office: OfficeView) -> str | None:
    """Return the link to the office's feed; None if no change of its data is known."""
    return routes.relative(routes.umpan(office.kantor.satker), page.alamat) if office.terakhir else None
