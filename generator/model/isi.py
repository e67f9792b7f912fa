"""The whole content as one value, and the one walk over the plans of a year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.model.bukti import BerkasBukti, Bukti
from generator.model.kantor import Satker, SetelanTahun
from generator.model.keputusan import DaftarTim, Keputusan, Tim
from generator.model.layanan import PARTS, DaftarLayanan, RekapKanal, Survei
from generator.model.lke import Instrumen, PenilaianLke
from generator.model.naskah import Naskah
from generator.model.publikasi import IndikatorBaku, Publikasi
from generator.model.realisasi import Entri
from generator.model.rencana import (
    Area,
    Bagian,
    BerkasRencana,
    Butir,
    Indikator,
    Kegiatan,
    RencanaRB,
    RencanaZI,
    SubKegiatan,
)
from generator.model.situs import (
    AreaBaku,
    Istilah,
    KanalNasional,
    KataAsing,
    KegiatanBaku,
    Rezim,
    Situs,
    StatusBaku,
    TempatTerlarang,
)


@dataclass(frozen=True, slots=True)
class Rencana:
    """One plan of one year: its files in plan order."""

    jenis: str
    rezim: Rezim
    berkas: tuple[RencanaRB | RencanaZI, ...]

    @property
    def area(self) -> tuple[Area, ...]:
        """The areas in plan order."""
        return tuple(berkas.area for berkas in self.berkas)

    def daftar_indikator(self) -> Iterator[Indikator]:
        """Yield every indikator in plan order."""
        for _, _, indikator in self.semua_indikator():
            yield indikator

    def semua_indikator(self) -> Iterator[tuple[Area, Bagian, Indikator]]:
        """Yield every indikator in plan order, with where it stands."""
        for area in self.area:
            for bagian in area.bagian:
                for indikator in bagian.semua_indikator():
                    yield area, bagian, indikator


@dataclass(frozen=True, slots=True)
class Tahun:
    """One year of one office."""

    satker: Satker
    setelan: SetelanTahun
    folder: str
    """Relative to the site's root."""
    keputusan: tuple[Keputusan, ...] = ()
    daftar_tim: DaftarTim | None = None
    rencana: tuple[Rencana, ...] = ()
    bukti: tuple[Bukti, ...] = ()
    """The evidence register."""
    berkas_bukti: Mapping[str, BerkasBukti] = field(default_factory=dict)
    """The evidence files by name."""
    realisasi: tuple[Entri, ...] = ()
    """The log, in the order of its files."""
    survei: tuple[Survei, ...] = ()
    rekap_kanal: tuple[RekapKanal, ...] = ()
    lke: tuple[PenilaianLke, ...] = ()
    """The assessments, in the order of their file."""
    naskah: Mapping[str, Naskah] = field(default_factory=dict)
    """The decrees' texts by file name."""
    tak_terbaca: frozenset[str] = frozenset()
    """Kinds of files that quote decrees (rb, zi, keputusan, tim) of which at least one could not be read."""
    log_tak_terbaca: frozenset[str] = frozenset()
    """Kinds of other files (bukti, realisasi, survei, kanal, lke-zi) of which at least one could not be read."""
    baris_ragu: frozenset[int] | None = frozenset()
    """Source lines quoted by records that a reported mistake touched; None when they cannot be told."""

    @property
    def tahun(self) -> int:
        """The plan's year."""
        return self.setelan.tahun

    @property
    def tim(self) -> tuple[Tim, ...]:
        """The teams of the roster in printed order."""
        return self.daftar_tim.tim if self.daftar_tim else ()

    def semua_butir(self) -> Iterator[tuple[BerkasRencana, Butir]]:
        """Yield every row that has a kode, with the head of its file: plans first, then teams."""
        for rencana in self.rencana:
            for berkas in rencana.berkas:
                for butir in berkas.semua_butir():
                    yield berkas, butir
        for tim in self.tim:
            assert self.daftar_tim is not None  # noqa: S101 - tim comes from it
            yield self.daftar_tim, tim

    def keputusan_berkode(self, kode: str | None) -> Keputusan | None:
        """Return the decree of that kode, or None."""
        return next((keputusan for keputusan in self.keputusan if keputusan.kode == kode), None)

    def rencana_jenis(self, jenis: str) -> Rencana | None:
        """Return the plan of that kind (rb or zi), or None."""
        return next((rencana for rencana in self.rencana if rencana.jenis == jenis), None)


@dataclass(frozen=True, slots=True)
class Kantor:
    """One office with its years, newest first."""

    satker: Satker
    tahun: tuple[Tahun, ...]
    layanan: DaftarLayanan | None = None

    @property
    def ada_layanan(self) -> bool:
        """Whether the office tells of any service, or of how it serves."""
        return self.layanan is not None and any(getattr(self.layanan, name) for name in PARTS)


@dataclass(frozen=True)
class Kosakata:
    """The tool's vocabularies."""

    rezim: Mapping[str, Rezim]
    status: Mapping[str, StatusBaku]
    istilah: tuple[Istilah, ...]
    padanan_cari: tuple[tuple[str, ...], ...]
    """Forms of one word that the stemmer of the search parts."""
    tanpa_padanan: tuple[str, ...]
    """Words that the search finds only as they are written."""
    asing: tuple[KataAsing, ...]
    kegiatan: Mapping[str, KegiatanBaku]
    kanal: tuple[KanalNasional, ...]
    tempat_terlarang: tuple[TempatTerlarang, ...]
    instrumen: Mapping[str, Instrumen]
    """The worksheets of evaluations by their kode."""

    @cached_property
    def indikator_baku(self) -> Mapping[str, IndikatorBaku]:
        """The usual indikator of every canonical kegiatan, by kode."""
        return {baku.kode: baku for kegiatan in self.kegiatan.values() for baku in kegiatan.indikator_baku}

    def publikasi(self, indikator: Indikator) -> Publikasi | None:
        """Return what publication meets an indikator: the office's own setting, else the usual one."""
        baku = self.indikator_baku.get(indikator.padanan or "")
        return indikator.publikasi or (baku.publikasi if baku else None)

    def area_baku(self, rezim: Rezim, padanan: str | None) -> AreaBaku | None:
        """Return the regime's area of that kode, or None."""
        return next((area for area in rezim.area if area.kode == padanan), None)


@dataclass(frozen=True, slots=True)
class Isi:
    """Everything that the pages are made from."""

    situs: Situs
    kosakata: Kosakata
    kantor: tuple[Kantor, ...]

    def semua_tahun(self) -> Iterator[Tahun]:
        """Yield every year of every office."""
        for kantor in self.kantor:
            yield from kantor.tahun


# Compared by identity: comparing two places by value would compare whole years of an office.
@dataclass(frozen=True, slots=True, eq=False)
class LetakArea:
    """Where an area stands."""

    tahun: Tahun
    rencana: Rencana
    berkas: RencanaRB | RencanaZI
    area: Area


@dataclass(frozen=True, slots=True, eq=False)
class LetakBagian(LetakArea):
    """Where a kegiatan or komponen stands."""

    bagian: Bagian

    def indikator_bagian(self) -> Iterator[Letak]:
        """Yield its indikator in printed order: those of the sub_kegiatan, then its own."""
        here = (self.tahun, self.rencana, self.berkas, self.area, self.bagian)
        if isinstance(self.bagian, Kegiatan):
            for sub in self.bagian.sub_kegiatan:
                yield from (Letak(*here, sub, indikator) for indikator in sub.indikator)
        yield from (Letak(*here, None, indikator) for indikator in self.bagian.indikator)


@dataclass(frozen=True, slots=True, eq=False)
class Letak(LetakBagian):
    """Where an indikator stands."""

    sub: SubKegiatan | None
    """The sub_kegiatan that it belongs to; None for one of the kegiatan or komponen itself."""
    indikator: Indikator

    @property
    def induk(self) -> tuple[Butir, ...]:
        """The rows that it stands under, the outermost first."""
        return (self.area, self.bagian, self.sub) if self.sub else (self.area, self.bagian)


def walk_area(tahun: Tahun) -> Iterator[LetakArea]:
    """Yield the place of every area of a year in plan order."""
    for rencana in tahun.rencana:
        for berkas in rencana.berkas:
            yield LetakArea(tahun, rencana, berkas, berkas.area)


def walk_bagian(tahun: Tahun) -> Iterator[LetakBagian]:
    """Yield the place of every kegiatan and komponen of a year in plan order."""
    for here in walk_area(tahun):
        for bagian in here.area.bagian:
            yield LetakBagian(tahun, here.rencana, here.berkas, here.area, bagian)


def walk(tahun: Tahun) -> Iterator[Letak]:
    """Yield the place of every indikator of a year in plan order."""
    for bagian in walk_bagian(tahun):
        yield from bagian.indikator_bagian()
