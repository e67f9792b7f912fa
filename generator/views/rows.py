"""Rows of the plan with what became of them: every tahap, every entry that counts, each where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from generator import routes
from generator.model.isi import Letak, Rencana
from generator.model.kutipan import KeadaanKhusus
from generator.model.periode import find_end_of_periode
from generator.model.realisasi import Entri
from generator.model.rencana import Area, Bagian, BerkasRencana, Indikator
from generator.progress import CapaianTriwulan, Log, Penilaian, PenilaianKali, PenilaianTahap, find_end_of_rencana
from generator.views.names import Link, name_indikator, name_tahap

AnyRow = TypeVar("AnyRow", bound="Placed")


# Compared by identity, as the place in it is (see model/isi.py).
@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """Something about an indikator, with the indikator's place in the plan."""

    letak: Letak

    @property
    def rencana(self) -> Rencana:
        """Its plan."""
        return self.letak.rencana

    @property
    def berkas(self) -> BerkasRencana:
        """The head of its file."""
        return self.letak.berkas

    @property
    def area(self) -> Area:
        """Its area."""
        return self.letak.area

    @property
    def bagian(self) -> Bagian:
        """Its kegiatan or komponen."""
        return self.letak.bagian

    @property
    def indikator(self) -> Indikator:
        """The indikator itself."""
        return self.letak.indikator

    @property
    def alamat(self) -> str:
        """Address of the indikator on the page of its kegiatan or komponen."""
        return routes.indikator(self.letak)


@dataclass(frozen=True, slots=True, eq=False)
class BarisTahap(Placed):
    """One tahap of an indikator in force."""

    tahap: PenilaianTahap
    capaian: CapaianTriwulan | None
    """What has been reached of its target; None in a plan by months."""


@dataclass(frozen=True, slots=True, eq=False)
class BarisKali(BarisTahap):
    """One occurrence of a tahap."""

    kali: PenilaianKali

    @property
    def nama(self) -> str:
        """When it is planned, in words."""
        one = self.tahap.tahap
        return name_tahap(one) if one.sekali else self.kali.kali.nama

    @property
    def jatuh_tempo(self) -> date | None:
        """The day by which it is wanted: its own, its tahap's where it is not late by itself, or the new one."""
        own, entri = self.tahap.tahap.due(self.kali.kali), self.kali.pernyataan
        if entri is None or entri.penundaan is None:
            return own
        new = min(find_end_of_periode(entri.penundaan.ke), find_end_of_rencana(self.letak.tahun, self.berkas))
        return max(new, own or new)

    @property
    def khusus(self) -> bool:
        """Whether the decree itself says why it is not done, so that nothing is due."""
        return self.status in set(KeadaanKhusus)

    @property
    def status(self) -> str:
        """What became of it: that of the tahap where it is all there is to it."""
        return self.kali.status

    @property
    def terutang(self) -> bool:
        """Whether its own day has passed without proof, though it is not called late for that."""
        return self.kali.lewat and not self.kali.sebelum_pelaporan and self.kali.status == "sedang-berjalan"


@dataclass(frozen=True, slots=True, eq=False)
class BarisEntri(Placed):
    """One entry that counts."""

    entri: Entri


def list_tahap(letak: Iterable[Letak], nilai: Penilaian) -> Iterator[BarisTahap]:
    """Yield every tahap of every indikator in force, in plan order."""
    for one in letak:
        state = nilai.indikator.get(one.indikator.kode)
        if state is None:
            continue
        for tahap in state.tahap:
            reached = (quarter for quarter in state.capaian if quarter.triwulan == tahap.tahap.triwulan)
            yield BarisTahap(one, tahap, next(reached, None))


def list_kali(rows: Iterable[BarisTahap]) -> Iterator[BarisKali]:
    """Yield the occurrences of some tahap, in their order."""
    for row in rows:
        yield from (BarisKali(row.letak, row.tahap, row.capaian, kali) for kali in row.tahap.kali)


def list_entri(letak: Iterable[Letak], nilai: Penilaian) -> Iterator[BarisEntri]:
    """Yield the entries that count: not replaced by a later one, and not about deeds after their plan's end."""
    for one in letak:
        for entri in nilai.log.berlaku(one.indikator.kode):
            if entri.kode not in nilai.sesudah_berakhir:
                yield BarisEntri(one, entri)


def link_indikator(letak: Iterable[Letak]) -> dict[str, Link]:
    """Return the link to each indikator by its kode, in plan order."""
    return {one.indikator.kode: Link(name_indikator(one.indikator, one.bagian), routes.indikator(one)) for one in letak}


def group_by_area(rows: Iterable[AnyRow]) -> list[tuple[Rencana, Area, list[AnyRow]]]:
    """Return rows grouped by area, in plan order."""
    groups: dict[tuple[str, str], tuple[Rencana, Area, list[AnyRow]]] = {}
    for row in rows:
        groups.setdefault((row.rencana.jenis, row.area.kode), (row.rencana, row.area, []))[2].append(row)
    return list(groups.values())


def find_last_kendala(log: Log, indikator: str) -> Entri | None:
    """Return the latest entry of an indikator that tells of an obstacle, or None."""
    told = [entri for entri in log.berlaku(indikator) if entri.kendala]
    return told[-1] if told else None
