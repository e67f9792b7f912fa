"""What a condition of publication may rest on: what is published on the day, and was recorded in its time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, Protocol, TypeVar

from generator.model.bukti import Bukti
from generator.model.isi import Tahun
from generator.model.layanan import DaftarLayanan, Layanan
from generator.model.periode import find_month_end
from generator.model.realisasi import Entri, Hasil
from generator.progress.penilaian import Penilaian


class Dated(Protocol):
    """A record that tells from when to when it is published."""

    @property
    def terbit(self) -> date | None:
        """The first day; None where the office does not say."""

    @property
    def sampai(self) -> date | None:
        """The last day; None while there is none."""


Record = TypeVar("Record")
DatedRecord = TypeVar("DatedRecord", bound=Dated)
_TO_REPORT = timedelta(days=31)
"""How long after the end of its plans a year may still be reported: what was done in December is told in January."""


@dataclass(frozen=True, slots=True)
class Item(Generic[Record]):
    """A record that counts."""

    record: Record
    sejak: date | None
    sampai: date | None


@dataclass(frozen=True, slots=True)
class Sifted(Generic[Record]):
    """The records that count, and whether one was left out for being recorded too late."""

    kept: tuple[Item[Record], ...] = ()
    belakangan: bool = False


@dataclass(frozen=True, slots=True)
class Grounds:
    """The data of an office's year, sifted by what may prove something on its day."""

    tahun: Tahun
    layanan: DaftarLayanan | None
    nilai: Penilaian
    dicatat: Mapping[str, date] | None = None
    """The day on which each part of the data was first committed (see ``list_units``); None where no history tells."""

    @property
    def day(self) -> date:
        """The day of the year's state: nothing dated after it counts."""
        return self.nilai.per_tanggal

    @property
    def closed(self) -> bool:
        """Whether the state of the year is final: its plans have ended, or it was put away on a day of its own."""
        return self.nilai.berakhir or self.tahun.setelan.per_tanggal is not None

    def belakangan(self, unit: str) -> bool:
        """Return whether a part of the data was first committed after the year's day, and so proves nothing for it."""
        if self.tahun.satker.contoh:
            return False
        first = self.dicatat.get(unit) if self.dicatat is not None else None
        if first is None:
            return self.closed
        grace = timedelta(days=self.tahun.setelan.tenggang_hari)
        told = unit.startswith(("laporan/", "bukti/")) and self.nilai.berakhir
        return first > self.day + (max(grace, _TO_REPORT) if told else grace)

    def sift(self, pairs: Iterable[tuple[str, DatedRecord]]) -> Sifted[DatedRecord]:
        """Return the records that are published on the day and were recorded in time.

        Args:
            pairs: each record with the part of the data that it is.
        """
        kept, late = [], False
        for unit, record in pairs:
            known = (self.dicatat or {}).get(unit)
            first = record.terbit or (known if known and known <= self.day else None)
            if self.belakangan(unit):
                late = True
            elif not ((record.terbit and record.terbit > self.day) or (record.sampai and record.sampai < self.day)):
                kept.append(Item(record, first, record.sampai))
        return Sifted(tuple(kept), late)

    def sift_layanan(self) -> Sifted[Layanan]:
        """Return the services that count."""
        daftar = self.layanan.layanan if self.layanan else ()
        return self.sift((f"layanan/{layanan.kode}", layanan) for layanan in daftar)

    def filled(self, layanan: Layanan, names: Iterable[str]) -> list[str]:
        """Return the fields of a service that are filled in, and were in time."""
        there = [name for name in names if getattr(layanan, name)]
        return [name for name in there if not self.belakangan(f"layanan/{layanan.kode}/{name}")]

    def list_entri(self, indikator: str) -> Iterator[Entri]:
        """Yield an indikator's entries that are in force, of deeds done or begun in time, and recorded in time."""
        for entri in self.nilai.log.berlaku(indikator):
            done = entri.hasil in {Hasil.SELESAI, Hasil.BERJALAN} and entri.kode not in self.nilai.sesudah_berakhir
            if done and not self.recorded_late(entri):
                yield entri

    def recorded_late(self, entri: Entri) -> bool:
        """Return whether an entry was recorded too late; what a decree tells has the decree's own date."""
        return entri.dasar == "laporan" and self.belakangan(f"laporan/{entri.kode}")

    def recorded_in_time(self, kode: str) -> bool:
        """Return whether a piece of evidence was recorded in time, or is a decree that has its own date."""
        bukti = next((one for one in self.tahun.bukti if one.kode == kode), None)
        return bukti is not None and (self._decreed(bukti) is not None or not self.belakangan(f"bukti/{kode}"))

    def sift_bukti(self, kode: Iterable[str]) -> Sifted[Bukti]:
        """Return the open evidence of some kode that anybody can look at; a decree of the year is dated by itself."""
        wanted = frozenset(kode)
        seen = [bukti for bukti in self.tahun.bukti if bukti.kode in wanted and bukti.terbuka and self._shown(bukti)]
        dated = {bukti.kode: self._decreed(bukti) for bukti in seen}
        others = (bukti for bukti in seen if not dated[bukti.kode])
        found = self.sift((f"bukti/{bukti.kode}", bukti) for bukti in others)
        daftar_keputusan = [Item(bukti, dated[bukti.kode], bukti.sampai) for bukti in seen if dated[bukti.kode]]
        day = self.day
        valid = (item for item in daftar_keputusan if item.sejak and item.sejak <= day <= (item.sampai or day))
        return Sifted((*valid, *found.kept), found.belakangan)

    def _shown(self, bukti: Bukti) -> bool:
        """Return whether anybody can look at a piece of evidence: a decree that is only cited is not held here."""
        keputusan = self.tahun.keputusan_berkode(bukti.keputusan)
        return bool(bukti.tautan or bukti.berkas or (keputusan and keputusan.naskah == "ada"))

    def _decreed(self, bukti: Bukti) -> date | None:
        """Return the date of the decree that a piece of evidence is, if that is recorded here with its date."""
        keputusan = self.tahun.keputusan_berkode(bukti.keputusan)
        return (keputusan.tanggal or bukti.tanggal) if keputusan else None

    def list_triwulan(self) -> list[tuple[int, date]]:
        """Return the quarters, each with its last day, that have passed by the day since the office reports here."""
        since = self.tahun.setelan.pelaporan
        if since is None:
            return []
        ends = [(quarter, find_month_end(self.tahun.tahun, quarter * 3)) for quarter in range(1, 5)]
        return [(quarter, end) for quarter, end in ends if since <= end <= self.day]
