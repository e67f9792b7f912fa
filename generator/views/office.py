"""An office that answers: what is to be told of it beside its years, and what it shows on its own website."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.model.isi import Kantor, Tahun
from generator.model.kantor import Kanal
from generator.model.periode import BULAN_PENDEK
from generator.model.perubahan import RiwayatTahun
from generator.progress import find_running
from generator.views.changes import SavedChanges, list_latest
from generator.views.channels import RekapTahun, list_kanal
from generator.views.downloads import Downloads, list_downloads
from generator.views.summary import OfficeSummary, summarize_year
from generator.views.year import YearView

HEIGHT = 24
"""Height of one line of the badge."""
PER_LETTER = 6.6
"""Width of one character, which textLength then holds every font to."""


@dataclass(frozen=True, slots=True)
class Badge:
    """The figures of an office's current year, as its badge shows them."""

    judul: str
    baris: tuple[str, ...]
    """One sentence per plan."""

    @property
    def sentence(self) -> str:
        """Every sentence, on one line."""
        return "; ".join(self.baris)

    @property
    def width(self) -> int:
        """Width of the badge."""
        return max(round(len(line) * PER_LETTER) for line in self.baris) + HEIGHT

    @property
    def height(self) -> int:
        """Height of the badge."""
        return HEIGHT * len(self.baris) + 8


def build_badge(year: YearView) -> Badge:
    """Return the figures of a year; of an office that does not report here, no share is claimed."""
    tahun, nilai = year.tahun, year.nilai
    lines = []
    for glance in year.glances:
        counts = glance.ringkasan
        name = f"{glance.jenis.upper()} {tahun.tahun}"
        lines.append(
            f"{name}: {counts.selesai} dari {counts.jumlah} indikator terbukti selesai, per {_day(nilai.per_tanggal)}"
            if nilai.umur is not None
            else f"{name}: {counts.jumlah} indikator direncanakan; kantor belum melapor di situs ini"
        )
    # A badge travels without its site's banner, so it has to say this itself.
    rekaan = " (kantor rekaan)" if tahun.satker.contoh else ""
    return Badge(f"Reformasi Birokrasi {tahun.satker.nama}{rekaan}", tuple(lines))


def _day(day: date) -> str:
    return f"{day.day} {BULAN_PENDEK[day.month - 1]} {day.year}"


UNREAD = RiwayatTahun("riwayat belum dibaca")
"""Stands for a history that was not read, for example while content is only checked."""


# Compared by identity: it keeps its answers, and comparing by value would walk all its years.
@dataclass(frozen=True, eq=False)
class OfficeView:
    """One office with its years. It never reads another office."""

    kantor: Kantor
    years: tuple[YearView, ...]
    """Newest first."""
    riwayat: RiwayatTahun = UNREAD
    """The history of the office's own data."""
    hari: date | None = None
    """The day that decides which of its years runs; None for the latest that any of them is shown on."""
    with_packs: bool = True
    """Whether proof packs are made once the site is finished, so that pages may lead to them."""

    @cached_property
    def kanal(self) -> tuple[tuple[Kanal, list[RekapTahun]], ...]:
        """Its channels with their counts."""
        return tuple(list_kanal(self.kantor.satker.kanal, ((year.tahun, year.nilai) for year in self.years)))

    @cached_property
    def terakhir(self) -> tuple[SavedChanges, ...]:
        """The commits that changed its own data or any of its years, newest first."""
        if not self.years:
            return ()
        return list_latest(self.riwayat, (year.perubahan for year in self.years), self.years[0].words)

    @cached_property
    def current(self) -> YearView | None:
        """The year that runs, whether it has a plan or not."""
        return self._running(self.years)

    @cached_property
    def badge_year(self) -> YearView | None:
        """The year that its badge tells of: the one that runs, of those that have a plan."""
        return self._running(year for year in self.years if year.tahun.rencana)

    def _running(self, years: Iterable[YearView]) -> YearView | None:
        views = {year.tahun.tahun: year for year in years}
        if not views:
            return None
        day = self.hari or max(year.nilai.hari for year in self.years)
        return views[find_running([year.tahun for year in views.values()], day).tahun]

    @cached_property
    def badge(self) -> Badge | None:
        """Its badge; None without a plan."""
        return build_badge(self.badge_year) if self.badge_year else None

    @cached_property
    def _unduhan(self) -> Mapping[int, Downloads]:
        return {year.tahun.tahun: list_downloads(year, with_packs=self.with_packs) for year in self.years}

    def unduhan(self, tahun: Tahun) -> Downloads:
        """Return what can be downloaded of one of its years."""
        return self._unduhan[tahun.tahun]

    @cached_property
    def summary(self) -> OfficeSummary:
        """What the pages of all offices tell of it."""
        years = {year.tahun.tahun: summarize_year(year, self.unduhan(year.tahun)) for year in self.years}
        return OfficeSummary(
            self.kantor.satker,
            tuple(years.values()),
            years[self.current.tahun.tahun] if self.current else None,
            years[self.badge_year.tahun.tahun] if self.badge_year else None,
        )
