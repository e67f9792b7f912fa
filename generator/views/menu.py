"""The year's own menu: only sections that exist, the ones that most readers look for first."""

from __future__ import annotations

from dataclasses import dataclass

from generator.views.year import YearView


@dataclass(frozen=True, slots=True)
class ButirMenu:
    """One entry: a section of the year."""

    nama: str
    judul: str
    alamat: str
    tingkat: int
    """1: always in the bar; 2: in the bar where there is room; 3: always behind "Lainnya"."""


def list_menu(year: YearView) -> tuple[ButirMenu, ...]:
    """Return the sections of a year that exist, in the order of the menu."""
    return tuple(
        ButirMenu(
            section.kode,
            section.judul_menu(year) if section.judul_menu else section.judul,
            section.alamat(year),
            section.tingkat,
        )
        for section in year.sections.daftar
        if section.tingkat is not None and section.ada(year)
    )
