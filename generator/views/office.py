"""An office as a view: what pages and exports ask of it, apart from its years."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.model.isi import Kantor, Tahun
from generator.model.kantor import Kanal
from generator.model.perubahan import RiwayatTahun
from generator.views.badge import Badge, build_badge
from generator.views.changes import SavedChanges, list_latest
from generator.views.channels import RekapTahun, list_kanal
from generator.views.downloads import Downloads, list_downloads
from generator.views.summary import OfficeSummary, summarize_year
from generator.views.year import YearView

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

    @property
    def badge_year(self) -> YearView | None:
        """The year that its badge tells of: the newest that has a plan."""
        return next((year for year in self.years if year.tahun.rencana), None)

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
        years = (summarize_year(year, self.unduhan(year.tahun)) for year in self.years)
        return OfficeSummary(self.kantor.satker, tuple(years))
