"""What became different in the data, and since when each part of it is there: read from the history of commits."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


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
        """Its day in UTC+7."""
        return self.waktu.date()


@dataclass(frozen=True, slots=True)
class JejakBagian:
    """Since when a section of an office's year has held data without a break, and when that data last changed."""

    sejak: Commit
    terakhir: Commit


class JenisPerubahan(StrEnum):
    """In which way something became different."""

    TAMBAH = "tambah"
    HAPUS = "hapus"
    BUNYI = "bunyi"
    JADWAL = "jadwal"
    KETERANGAN = "keterangan"
    PENCABUTAN = "pencabutan"
    LETAK = "letak"
    KODE = "kode"
    CATATAN = "catatan"
    UBAH = "ubah"
    REALISASI = "realisasi"
    KOREKSI = "koreksi"
    BUKTI = "bukti"
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class Perubahan:
    """One difference between two states of the data."""

    commit: Commit
    """The commit that brought it."""
    bagian: str
    """The section: rb, zi, keputusan, tim, bukti, laporan, survei, layanan, kanal, setelan."""
    jenis: JenisPerubahan
    rekaman: str
    """What it is about: area, kegiatan, indikator, entri, bukti, …; bagian for a section as a whole."""
    kode: str
    """Its kode at that time."""
    tempat: tuple[str, ...] = ()
    """Where it stands in a plan: the plan and the kode of the rows above it; for an entry, its indikator too."""
    nama: str | None = None
    """Its words at that time, on one line."""
    bidang: str | None = None
    """The field that became different."""
    sebelum: str | None = None
    sesudah: str | None = None
    """Text on one line, like ``sebelum``; None if there was nothing, or if the values are not shown."""
    jumlah: Mapping[str, int] = field(default_factory=dict)
    """How many records below it, or in the section, came or went with it, by what they are."""


@dataclass(frozen=True, slots=True)
class RiwayatTahun:
    """The history of one office's year, or of the office's own data."""

    sebab: str | None = None
    """Why the history is not known, in words; None where it is."""
    obat: str | None = None
    """What would make it known."""
    sejak: Commit | None = None
    """The commit since which any of its data is there without a break; None where the history does not tell."""
    perubahan: tuple[Perubahan, ...] = ()
    """Newest first; within a commit in plan order. Every kode is the one that the record has today."""
    bagian: Mapping[str, JejakBagian] = field(default_factory=dict)
    """By the section's name, as ``publikasi.halaman`` has it: rb, zi, tim, keputusan, layanan, survei, …"""
    dicatat: Mapping[str, Commit] = field(default_factory=dict)
    """The commit since which each part of the data that can prove something is there, by the part's name."""
    berkas: Mapping[str, Commit] = field(default_factory=dict)
    """The commit that last changed each data file of the office, by its name relative to the site's root."""

    @property
    def tanggal_dicatat(self) -> Mapping[str, date] | None:
        """The day since which each part of the data is recorded; None where the history is not known."""
        return None if self.sebab else {unit: commit.tanggal for unit, commit in self.dicatat.items()}
