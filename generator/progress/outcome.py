"""What became of the steps of a row: each occurrence, each tahap."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.realisasi import Entri
from generator.progress.penundaan import Dilepas
from generator.progress.tahap import Kali, Tahap

TERBUKTI = ("selesai", "selesai-terlambat")
"""Statuses of what is done and proven."""
TERTUTUP = (*TERBUKTI, "dilaporkan-tanpa-bukti")
"""Statuses of what is done or said to be."""
TERLAMBAT = ("tidak-selesai-akhir-tahun", "terlambat")
"""Statuses of what is late."""


@dataclass(frozen=True, slots=True)
class PenilaianKali:
    """What became of one occurrence."""

    kali: Kali
    status: str
    entri: tuple[Entri, ...] = ()
    """The entries that report it done, the one that closed it first."""
    bukti: tuple[str, ...] = ()
    """The kode of the documents that prove it."""
    dilepas: tuple[Dilepas, ...] = ()
    """How the office has put it off or given it up, as that became known, even where it was done after all."""
    batas: date | None = None
    """The last day on which it is in time while it is open; what was put off is due in its new month."""
    lewat: bool = False
    """Whether its last day, with the days of grace, has passed."""
    sebelum_pelaporan: bool = False
    """Whether that day passed before the office began to report here."""

    @property
    def pernyataan(self) -> Entri | None:
        """The latest entry by which the office has put it off or given it up."""
        return self.dilepas[-1].entri if self.dilepas else None

    @property
    def terbukti(self) -> bool:
        """Whether it is done, with evidence."""
        return self.status in TERBUKTI

    @property
    def tertutup(self) -> bool:
        """Whether it is done, or said to be."""
        return self.status in TERTUTUP


@dataclass(frozen=True, slots=True)
class PenilaianTahap:
    """What became of one tahap."""

    tahap: Tahap
    status: str
    kali: tuple[PenilaianKali, ...]

    @property
    def entri(self) -> tuple[Entri, ...]:
        """The entries that report its occurrences done, each once."""
        return tuple({entri.kode: entri for one in self.kali for entri in one.entri}.values())

    @property
    def first(self) -> Entri | None:
        """The entry that closed it, by whose day it is late or not; None while it is open or has many occurrences."""
        return self.kali[0].entri[0] if len(self.kali) == 1 and self.kali[0].entri else None

    @property
    def bukti(self) -> tuple[str, ...]:
        """The kode of the documents that prove it."""
        return tuple(dict.fromkeys(kode for one in self.kali for kode in one.bukti))

    @property
    def pernyataan(self) -> Entri | None:
        """The latest entry by which the office has put off or given up any of it."""
        told = [one.pernyataan for one in self.kali if one.pernyataan]
        return max(told, key=lambda entri: (entri.diketahui, entri.kode), default=None)

    @property
    def tenggat(self) -> date | None:
        """The day past which it is late: of the occurrence that is, if one is, else its own."""
        return self.terlewat.batas if self.terlewat else self.tahap.tenggat

    @property
    def terbukti(self) -> int:
        """How many of its occurrences are proven."""
        return sum(one.terbukti for one in self.kali)

    @property
    def terlewat(self) -> PenilaianKali | None:
        """The first of its occurrences that is late."""
        return next((one for one in self.kali if one.status in TERLAMBAT), None)
