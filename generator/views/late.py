"""What is late and what has been put off: since when, why, and who answers for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from generator.model.isi import Tahun
from generator.model.realisasi import Entri, Hasil
from generator.progress import TERLAMBAT, Dilepas, Penilaian, PenilaianKali
from generator.text import format_daftar
from generator.views.rows import BarisTahap, find_last_kendala
from generator.views.tim import PenanggungJawab, find_penanggung_jawab


@dataclass(frozen=True, slots=True)
class Keterlambatan:
    """One late tahap."""

    baris: BarisTahap
    kali: str | None
    """Which of its occurrences are late, in words; None where it has only one."""
    jatuh_tempo: date | None
    """The first day by which the plan wanted it; None where the months are unknown."""
    penundaan: Entri | None
    """The entry that put it off to a month which has passed too."""
    tenggat: date
    """The last day on which it would have been in time, in its new month if it was put off."""
    hari: int
    """Days since then."""
    kendala: Entri | None
    """The latest entry that tells why."""
    penanggung_jawab: PenanggungJawab
    """Who answers for it on the day of the data."""
    formerly: PenanggungJawab | None
    """Who did when it was due; None if that is the same."""
    times: int
    """How many times it has been put off."""


class Penundaan(NamedTuple):
    """One tahap that has been put off."""

    baris: BarisTahap
    entri: Entri
    """The entry that puts it off."""
    sesudah_tempo: bool
    """Whether it was late already when it was put off."""
    times: int
    """How many times it has been put off."""


def list_terlambat(tahun: Tahun, nilai: Penilaian, rows: Iterable[BarisTahap]) -> list[Keterlambatan]:
    """Return the late tahap, the longest late first."""
    late = [
        _late(tahun, nilai, row, one, one.batas)
        for row in rows
        if row.tahap.status in TERLAMBAT and (one := row.tahap.terlewat) is not None and one.batas is not None
    ]
    return sorted(late, key=lambda row: row.tenggat)


def _late(tahun: Tahun, nilai: Penilaian, row: BarisTahap, one: PenilaianKali, last: date) -> Keterlambatan:
    due = row.tahap.tahap.due(one.kali)
    now = find_penanggung_jawab(tahun, row.rencana, row.area, nilai.per_tanggal)
    then = find_penanggung_jawab(tahun, row.rencana, row.area, due or last, nilai.per_tanggal)
    return Keterlambatan(
        baris=row,
        kali=_name_late(row),
        jatuh_tempo=due,
        penundaan=one.pernyataan if one.pernyataan and one.pernyataan.penundaan else None,
        tenggat=last,
        hari=(nilai.hari - last).days,
        kendala=find_last_kendala(nilai.log, row.indikator.kode),
        penanggung_jawab=now,
        formerly=then if then.tim != now.tim else None,
        times=len(_told(row)),
    )


def _name_late(row: BarisTahap) -> str | None:
    """Return which occurrences of a tahap are late, in words; None where there is only one."""
    if len(row.tahap.kali) == 1:
        return None
    if row.tahap.tahap.counted:
        return f"{sum(one.status in TERLAMBAT for one in row.tahap.kali)} dari {len(row.tahap.kali)} kali"
    return format_daftar([one.kali.nama for one in row.tahap.kali if one.status in TERLAMBAT])


def list_tertunda(rows: Iterable[BarisTahap]) -> list[Penundaan]:
    """Return the tahap that are put off to a month that has not passed, in plan order."""
    return [_put_off(row) for row in rows if row.tahap.status == Hasil.DITUNDA and _told(row)]


def _told(row: BarisTahap) -> list[Dilepas]:
    """Return how the occurrence of a tahap that was put off most often was put off, as that became known."""
    told = ([one for one in kali.dilepas if one.ditunda] for kali in row.tahap.kali)
    return max(told, key=len)


def _put_off(row: BarisTahap) -> Penundaan:
    told = _told(row)
    return Penundaan(row, told[-1].entri, any(one.sesudah_tempo for one in told), len(told))
