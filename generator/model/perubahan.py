"""What became different in the data, and since when each part of it is there: read from the history of commits."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit of the main line of the history."""

    kode: str
    """Its full hash."""
    waktu: datetime
    """When it was committed, in UTC+7."""

    @property
    def singkat(self) -> str:
        """The beginning of its hash."""
        return self.kode[:8]  # never nine digits, which would read like a person's number

    @property
    def tanggal(self) -> date:
        """The day of it in UTC+7."""
        return self.waktu.date()


@dataclass(frozen=True, slots=True)
class JejakBagian:
    """Since when a section of an office's year has held data without a break, and when that data last changed."""

    sejak: Commit
    terakhir: Commit


@dataclass(frozen=True, slots=True)
class RiwayatTahun:
    """The history of one office's year."""

    sebab: str | None = None
    """Why the history is not known, in words; None where it is."""
    bagian: Mapping[str, JejakBagian] = field(default_factory=dict)
    """By the section's name, as ``publikasi.halaman`` has it: rb, zi, tim, keputusan, layanan, survei, …"""
