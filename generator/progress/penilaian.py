"""The state of a whole year on one day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from generator.model.isi import Tahun, walk
from generator.model.rencana import BerkasRencana, Indikator
from generator.progress.capaian import CapaianTriwulan, list_capaian_triwulan
from generator.progress.closing import close
from generator.progress.documents import Documents, list_documents
from generator.progress.log import Log, read_log
from generator.progress.measures import assess_with_values
from generator.progress.outcome import PenilaianKali, PenilaianTahap
from generator.progress.status import Hari, assess_tahap, decide_status
from generator.progress.tahap import berlaku, find_end_of_rencana, list_tahap

RULES_VERSION = 2
"""The version of the rules by which states are computed; the CHANGELOG says what each changed, and of which rows."""
BATAS_BASI = 100
"""After this many days without an entry the data of a reporting office is stale; our own limit, well within the six
months that UU 14/2008 Pasal 9 allows for periodic information."""


@dataclass(frozen=True, slots=True)
class PenilaianIndikator:
    """The state of one indikator in force."""

    status: str
    tahap: tuple[PenilaianTahap, ...]
    capaian: tuple[CapaianTriwulan, ...] = ()
    """The four quarters of its target; none without a target."""

    @property
    def kali(self) -> tuple[PenilaianKali, ...]:
        """Its occurrences, in order."""
        return tuple(kali for tahap in self.tahap for kali in tahap.kali)

    @property
    def berulang(self) -> bool:
        """Whether it asks for more than single deeds: occurrences of one tahap, or what stands or comes again."""
        return any(not tahap.tahap.sekali for tahap in self.tahap)

    @property
    def terbukti(self) -> int:
        """How many of its occurrences are proven."""
        return sum(one.terbukti for one in self.kali)

    @property
    def terutang(self) -> tuple[PenilaianKali, ...]:
        """The occurrences whose day has passed."""
        return tuple(one for one in self.kali if one.lewat)


@dataclass(frozen=True, slots=True)
class Penilaian:
    """The state of one year on one day."""

    tahun: int
    """The year of the plans."""
    per_tanggal: date
    """The day asked for, or the plans' last day if that is earlier."""
    hari: date
    """The day asked for; what was reported or published by then is known, even after the plans have ended."""
    berakhir: bool
    """Whether every plan of the year has ended: an archive."""
    log: Log
    indikator: Mapping[str, PenilaianIndikator]
    """By the kode of the indikator; one that is not in force is absent."""
    umur: int | None
    """Days since the office last reported, or since it began to; None where it does not report here."""
    sesudah_berakhir: frozenset[str]
    """The kode of the entries about deeds after their plan's end: shown, but nothing is counted by them."""

    @property
    def basi(self) -> bool:
        """Whether a reporting office has been silent for too long."""
        return self.umur is not None and self.umur > BATAS_BASI

    def status(self, kode: str) -> str | None:
        """Return the status key of an indikator; None when it is not in force."""
        one = self.indikator.get(kode)
        return one.status if one else None

    def count(self, daftar_indikator: Iterable[Indikator]) -> Counter[str]:
        """Return how many of the indikator in force have each status."""
        return Counter(self.indikator[i.kode].status for i in daftar_indikator if i.kode in self.indikator)


def assess(tahun: Tahun, per_tanggal: date) -> Penilaian:
    """Return the state of a year and its indikator on a day, or on its plans' last day if that is earlier."""
    end = find_end_of_rencana(tahun)
    day = min(per_tanggal, end)
    # By the day asked for: a report may come in after the plan has ended.
    log = read_log(tahun, per_tanggal)
    documents = list_documents(tahun, per_tanggal)
    states = {}
    too_late: set[str] = set()
    for letak in walk(tahun):
        berkas, indikator = letak.berkas, letak.indikator
        own_end = find_end_of_rencana(tahun, berkas)
        too_late |= {e.kode for e in log.per_indikator.get(indikator.kode, ()) if e.dilaksanakan > own_end}
        if all(berlaku(tahun, berkas, butir, day) for butir in (*letak.induk, indikator)):
            row = _Row(tahun, berkas, indikator, Hari(per_tanggal, own_end))
            states[indikator.kode] = _assess_indikator(row, log, documents)
    return Penilaian(
        tahun=tahun.tahun,
        per_tanggal=day,
        hari=per_tanggal,
        berakhir=per_tanggal > end,
        log=log,
        indikator=states,
        umur=_age(tahun, log, per_tanggal),
        sesudah_berakhir=frozenset(too_late),
    )


class _Row(NamedTuple):
    """An indikator in its year and file, and the day to judge it by."""

    tahun: Tahun
    berkas: BerkasRencana
    indikator: Indikator
    hari: Hari


def _assess_indikator(row: _Row, log: Log, documents: Documents) -> PenilaianIndikator:
    tahun, berkas, indikator, hari = row
    # What was done after the plan's end is shown, but it does not count.
    daftar_entri = tuple(entri for entri in log.berlaku(indikator.kode) if entri.dilaksanakan <= hari.akhir)
    planned = list_tahap(tahun, berkas, indikator)
    daftar_tahap = assess_with_values(
        indikator,
        daftar_entri,
        lambda told: assess_tahap(tahun, indikator, close(planned, told, documents), told, hari),
    )
    reached = list_capaian_triwulan(indikator.target, daftar_entri, tahun.tahun) if indikator.target else ()
    return PenilaianIndikator(decide_status(daftar_tahap, hari), daftar_tahap, reached)


def _age(tahun: Tahun, log: Log, day: date) -> int | None:
    since = tahun.setelan.pelaporan
    if since is None or since > day:
        return None
    return (day - (log.terakhir or since)).days
