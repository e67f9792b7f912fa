"""What documents may prove: which are there on a day, how old they are, which are one and the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.model.bukti import Bukti
from generator.model.isi import Tahun
from generator.model.periode import find_month_end
from generator.model.realisasi import Entri
from generator.progress.tahap import Kali


@dataclass(frozen=True, slots=True)
class Documents:
    """What is known of the documents that entries name. One that nobody listed is a finding, and counts here."""

    bukti: Mapping[str, Bukti]
    dated: Mapping[str, date]
    """The day of each that has one: its own, or that of the decree that it is."""
    tahun: int
    kini: date

    def of(self, entri: Entri) -> Iterator[str]:
        """Yield the documents of an entry that are there by the day."""
        yield from (kode for kode in entri.bukti if self.dated.get(kode, self.kini) <= self.kini)

    def known(self, entri: Entri, kode: str) -> date:
        """Return the day from which an entry and a document of it are both there."""
        return max(entri.diketahui, self.dated.get(kode, entri.diketahui))

    def identify(self, kode: str) -> str:
        """Return what a document is, whatever it is listed as: its content, its decree or its address."""
        bukti = self.bukti.get(kode)
        return (bukti and (bukti.sha256 or bukti.keputusan or bukti.tautan)) or kode

    def during(self, entri: Entri, kali: Kali) -> Iterator[str]:
        """Yield the documents of an entry that are not older than an occurrence; one without a day may be."""
        first = date(self.tahun, kali.span[0], 1)
        yield from (kode for kode in self.of(entri) if kode not in self.bukti or self._day(kode) >= first)

    def through(self, entri: Entri, kali: Kali) -> Iterator[str]:
        """Yield the documents of an entry that were there before an occurrence ended, and are in force at its end."""
        end = find_month_end(self.tahun, (kali.bulan or kali.span)[-1])
        for kode in self.of(entri):
            bukti = self.bukti.get(kode)
            until = (bukti.berlaku_sampai if bukti else None) or date.max
            if bukti is None or (date.min < self._day(kode) <= end <= until):
                yield kode

    def _day(self, kode: str) -> date:
        return self.dated.get(kode, date.min)


def list_documents(tahun: Tahun, kini: date) -> Documents:
    """Return what is known on a day of the documents of a year."""
    dated = {}
    for bukti in tahun.bukti:
        keputusan = tahun.keputusan_berkode(bukti.keputusan)
        day = bukti.tanggal or (keputusan.tanggal if keputusan else None)
        if day is not None:
            dated[bukti.kode] = day
    return Documents({bukti.kode: bukti for bukti in tahun.bukti}, dated, tahun.tahun, kini)
