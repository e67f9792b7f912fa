"""The state of a whole year on one day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.model.isi import Tahun
from generator.model.letak import walk
from generator.model.periode import bulan_periode, month_end, tahun_periode
from generator.model.realisasi import Entri
from generator.model.rencana import BerkasRencana, Indikator
from generator.progress.capaian import CapaianTriwulan, capaian_triwulan
from generator.progress.log import Log, read_log
from generator.progress.status import Hari, PenilaianTahap, assess_tahap, status_indikator
from generator.progress.tahap import akhir_rencana, berlaku, tahap_indikator

BATAS_BASI = 100
"""After this many days without an entry the data of a reporting office is stale; our own limit, well within the six
months that UU 14/2008 Pasal 9 allows for periodic information."""


@dataclass(frozen=True, slots=True)
class PenilaianIndikator:
    """The state of one indikator in force."""

    status: str
    tahap: tuple[PenilaianTahap, ...]
    triwulan_kosong: tuple[int, ...] = ()
    """Quarters of a routine tahap that have passed whole without any entry."""
    capaian: tuple[CapaianTriwulan, ...] = ()
    """The four quarters of its target; none without a target."""


@dataclass(frozen=True, slots=True)
class Penilaian:
    """The state of one year on one day."""

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

    def hitung(self, daftar_indikator: Iterable[Indikator]) -> Counter[str]:
        """Return how many of the indikator in force have each status."""
        return Counter(self.indikator[i.kode].status for i in daftar_indikator if i.kode in self.indikator)


def assess(tahun: Tahun, per_tanggal: date) -> Penilaian:
    """Return the state of a year and its indikator on a day, or on its plans' last day if that is earlier."""
    end = akhir_rencana(tahun)
    day = min(per_tanggal, end)
    # By the day asked for: a report may come in after the plan has ended.
    log = read_log(tahun, per_tanggal)
    states = {}
    too_late: set[str] = set()
    for letak in walk(tahun):
        berkas, indikator = letak.berkas, letak.indikator
        own_end = akhir_rencana(tahun, berkas)
        too_late |= {e.kode for e in log.per_indikator.get(indikator.kode, ()) if e.dilaksanakan > own_end}
        if all(berlaku(tahun, berkas, butir, day) for butir in (*letak.induk, indikator)):
            states[indikator.kode] = _assess_indikator(tahun, berkas, indikator, log, Hari(per_tanggal, own_end))
    return Penilaian(
        per_tanggal=day,
        hari=per_tanggal,
        berakhir=per_tanggal > end,
        log=log,
        indikator=states,
        umur=_age(tahun, log, per_tanggal),
        sesudah_berakhir=frozenset(too_late),
    )


def _assess_indikator(
    tahun: Tahun, berkas: BerkasRencana, indikator: Indikator, log: Log, hari: Hari
) -> PenilaianIndikator:
    # What was done after the plan's end is shown, but it does not count.
    entries = tuple(entri for entri in log.berlaku(indikator.kode) if entri.dilaksanakan <= hari.akhir)
    steps = assess_tahap(tahun, indikator, tahap_indikator(tahun, berkas, indikator), entries, hari)
    reached = capaian_triwulan(indikator.target, entries, tahun.tahun) if indikator.target else ()
    empty = tuple(_empty_quarters(tahun, steps, entries, hari))
    return PenilaianIndikator(status_indikator(steps), steps, empty, reached)


def _empty_quarters(
    tahun: Tahun, steps: Sequence[PenilaianTahap], entries: Sequence[Entri], hari: Hari
) -> Iterator[int]:
    """Yield the quarters of open routine tahap that have passed whole, since reporting began, without an entry."""
    since = tahun.setelan.pelaporan
    if since is None:
        return
    told = {month for entri in entries for month in _months_told(entri, tahun.tahun)}
    for step in steps:
        if not step.tahap.rutin or step.status != "sedang-berjalan":
            continue
        for quarter in range(1, 5):
            months = set(bulan_periode(f"{tahun.tahun}-tw{quarter}"))
            end = month_end(tahun.tahun, quarter * 3)
            if months <= set(step.tahap.bulan) and since <= end < hari.tanggal and not months & told:
                yield quarter


def _months_told(entri: Entri, year: int) -> Iterator[int]:
    if tahun_periode(entri.periode) == year:
        yield from bulan_periode(entri.periode)
    if entri.dilaksanakan.year == year:
        yield entri.dilaksanakan.month


def _age(tahun: Tahun, log: Log, day: date) -> int | None:
    since = tahun.setelan.pelaporan
    if since is None or since > day:
        return None
    return (day - (log.terakhir or since)).days
