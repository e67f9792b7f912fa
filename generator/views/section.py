"""What an entry of a section, and of a set of open data, says of itself; of years as whoever asks knows them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from pydantic import BaseModel

from generator.model.sidik import SumberSidik

Year = TypeVar("Year")


@dataclass(frozen=True, slots=True)
class Section(Generic[Year]):
    """A section of the site: what it is called, where it stands, whether it is there."""

    kode: str
    """The word for it in data, addresses and files."""
    judul: str
    """Its title in the register, and wherever no other is given."""
    alamat: Callable[[Year], str]
    ada: Callable[[Year], bool]
    """Whether it has a page of its own in a year, or a place on one."""
    tingkat: int | None = None
    """In the year's menu 1: always in the bar; 2: in the bar where there is room; 3: always behind "Lainnya"."""
    judul_menu: Callable[[Year], str] | None = None
    """Its title in the menu, if that differs."""
    data: str | None = None
    """What its data are called in the history; None where it has none of its own."""
    berisi: Callable[[Year], bool] | None = None
    """Whether it holds what the register of publication asks for; None where the register never names it."""
    sidik: Callable[[Year], tuple[SumberSidik, ...]] | None = None
    """What its fingerprint is made of."""
    cari: str | None = None
    """The kind of its pages in the search; None if they only list the same rows in another order."""


@dataclass(frozen=True, slots=True)
class Dataset(Generic[Year]):
    """One set of open data: what it is, and whether a year has it."""

    nama: str
    judul: str
    arti: str
    bentuk: str
    """tabel: JSON, CSV and XLSX; json: no table; kantor: JSON of the office, not of its year."""
    ada: Callable[[Year], bool]
    model: tuple[type[BaseModel], ...] = ()
    """The models whose field descriptions explain its columns, matched by name."""
    kunci: str | None = None
    """The column that identifies a row; None if no single one does."""
    arti_kolom: Mapping[str, str] = field(default_factory=dict)
    """Meanings of columns that no model explains, or that differ in this set."""


@dataclass(frozen=True, slots=True)
class Sections(Generic[Year]):
    """What the site is divided into."""

    daftar: tuple[Section[Year], ...]
    """In the order of the menu."""
    himpunan: tuple[Dataset[Year], ...]
    """In the order of the downloads."""

    def named(self, kode: str) -> Section[Year]:
        """Return the section of a kode."""
        return next(section for section in self.daftar if section.kode == kode)
