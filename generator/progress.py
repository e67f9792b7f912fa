"""What became of a promise: status by the plan and a date, computed, never typed.

Pure: no clock, no files. Realisation is not recorded yet, so the rules for reports are still to come.
"""

from __future__ import annotations

import calendar
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from generator.model.isi import Tahun
from generator.model.rencana import BerkasRencana, Butir, Indikator, Keadaan, Kegiatan, RencanaRB, RencanaZI
from generator.text import runs


@dataclass(frozen=True, slots=True)
class Tahap:
    """A run of consecutive planned months."""

    bulan: tuple[int, ...]
    tenggat: date
    """The last day on which it is in time."""


@dataclass(frozen=True, slots=True)
class Penilaian:
    """The state of one year on one day."""

    per_tanggal: date
    status: Mapping[str, str]
    """Status key by the kode of the indikator; one that is not in force is absent."""

    def hitung(self, daftar_indikator: Iterable[Indikator]) -> Counter[str]:
        """Return how many of the indikator in force have each status."""
        return Counter(self.status[i.kode] for i in daftar_indikator if i.kode in self.status)


def akhir_rencana(tahun: Tahun) -> date:
    """Return the last day on which the year's plan is valid."""
    return tahun.setelan.berlaku_sampai or date(tahun.tahun, 12, 31)


def assess(tahun: Tahun, per_tanggal: date) -> Penilaian:
    """Return the status of every indikator of a year as seen on a day, the plan's last at the latest."""
    end = akhir_rencana(tahun)
    day, ended = min(per_tanggal, end), per_tanggal > end
    status = {
        indikator.kode: status_indikator(tahun, berkas, indikator, day, ended=ended)
        for rencana in tahun.rencana
        for berkas in rencana.berkas
        for indikator, above in _with_parents(berkas)
        if all(berlaku(tahun, berkas, butir, day) for butir in (*above, indikator))
    }
    return Penilaian(day, status)


def _with_parents(berkas: RencanaRB | RencanaZI) -> Iterator[tuple[Indikator, tuple[Butir, ...]]]:
    """Yield every indikator of a file with the rows it stands under."""
    area = berkas.area
    for bagian in area.bagian:
        if isinstance(bagian, Kegiatan):
            for sub in bagian.sub_kegiatan:
                yield from ((indikator, (area, bagian, sub)) for indikator in sub.indikator)
        yield from ((indikator, (area, bagian)) for indikator in bagian.indikator)


def berlaku(tahun: Tahun, berkas: BerkasRencana, butir: Butir, day: date) -> bool:
    """Return whether a row counts on a day: not ended by a decree, nor brought in by one of a later date."""
    ended = tahun.keputusan_berkode(butir.dicabut)
    if ended is not None and (ended.tanggal is None or ended.tanggal <= day):
        return False
    own = tahun.keputusan_berkode(butir.keputusan) if butir.keputusan != berkas.keputusan else None
    return own is None or own.tanggal is None or own.tanggal <= day


def tahap_indikator(tahun: Tahun, berkas: BerkasRencana, indikator: Indikator) -> tuple[Tahap, ...]:
    """Return the tahap of an indikator; none where its months are unknown.

    A tahap wholly before its decree's date is due at the end of the decree's month.
    """
    keputusan = tahun.keputusan_berkode(berkas.keputusan_butir(indikator))
    decreed = keputusan.tanggal if keputusan else None
    grace = timedelta(days=tahun.setelan.tenggang_hari)
    steps = []
    for bulan in runs(indikator.jadwal.bulan or ()):
        due = month_end(tahun.tahun, bulan[-1])
        if decreed is not None and due < decreed:
            due = month_end(decreed.year, decreed.month)
        steps.append(Tahap(bulan, due + grace))
    return tuple(steps)


def status_indikator(tahun: Tahun, berkas: BerkasRencana, indikator: Indikator, day: date, *, ended: bool) -> str:
    """Return the status of one indikator; the first rule that fits decides.

    Args:
        tahun: the year it belongs to.
        berkas: the head of its file.
        indikator: the row.
        day: the day to judge by, the plan's last at the latest.
        ended: whether the plan's end is past, so that nothing can be in time any more.
    """
    if indikator.keadaan_khusus is not None:
        return indikator.keadaan_khusus.value
    steps = tahap_indikator(tahun, berkas, indikator)
    if not steps:
        return "tanpa-jadwal" if indikator.jadwal.keadaan is Keadaan.KOSONG else "jadwal-tidak-terbaca"
    overdue = [step for step in steps if ended or day > step.tenggat]
    if overdue:
        return _overdue(tahun, indikator, overdue, ended=ended)
    running = any(date(tahun.tahun, step.bulan[0], 1) <= day for step in steps)
    return "sedang-berjalan" if running else "belum-waktunya"


def _overdue(tahun: Tahun, indikator: Indikator, overdue: list[Tahap], *, ended: bool) -> str:
    since = tahun.setelan.pelaporan
    if since is None or all(step.tenggat < since for step in overdue):
        return "tanpa-laporan"
    if indikator.jadwal.keadaan is Keadaan.WAJAR:
        return "jadwal-tidak-pasti"
    return "tidak-selesai-akhir-tahun" if ended else "terlambat"


def month_end(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])
