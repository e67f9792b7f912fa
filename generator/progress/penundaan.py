"""Which entries put off or give up which occurrences, since when that is known, and whether it was in time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.model.isi import Tahun
from generator.model.periode import find_end_of_periode, list_bulan_of_periode, read_tahun_of_periode
from generator.model.realisasi import Entri
from generator.progress.closing import Closing, find_named
from generator.progress.log import dated


@dataclass(frozen=True, slots=True)
class Dilepas:
    """One entry that puts off or gives up one occurrence."""

    entri: Entri
    diketahui: date
    """The day from which it is known; a correction that moves it no further counts from what it corrects."""
    batas: date | None
    """The last day on which the occurrence was in time until then; None where nothing tells."""

    @property
    def ditunda(self) -> bool:
        """Whether it is put off to a new periode, not given up."""
        return self.entri.penundaan is not None

    @property
    def sesudah_tempo(self) -> bool:
        """Whether the occurrence was late already when this became known."""
        return self.batas is not None and self.diketahui > self.batas


def list_dilepas(
    closings: Sequence[Closing], daftar_entri: Iterable[Entri], tahun: Tahun, end: date
) -> list[tuple[Dilepas, ...]]:
    """Return for each occurrence how the office has put it off or given it up while it was open, as that became known.

    Args:
        closings: the occurrences of a row.
        daftar_entri: its entries that no later one has replaced.
        tahun: the year.
        end: the last day of the row's plan.
    """
    found: list[list[Dilepas]] = [[] for _ in closings]
    limits = [one.tahap.limit(one.kali) for one in closings]
    given = (entri for entri in daftar_entri if entri.hasil.dilepas)
    for entri in sorted(given, key=lambda one: (one.diketahui, one.kode)):
        known = _known_since(tahun, entri)
        for index in find_covered(closings, entri, tahun.tahun):
            if any(told.diketahui <= entri.diketahui for told in closings[index].laporan[:1]):
                continue
            found[index].append(Dilepas(entri, known, limits[index]))
            limits[index] = find_new_limit(limits[index], entri, tahun, end)
    return [tuple(one) for one in found]


def find_new_limit(limit: date | None, entri: Entri, tahun: Tahun, end: date) -> date | None:
    """Return the day past which an occurrence is late once an entry has put it off: in its new periode, or the plan's.

    Args:
        limit: the day until then.
        entri: what puts it off; what gives it up moves nothing.
        tahun: the year, for its days of grace.
        end: the last day of the row's plan.
    """
    if entri.penundaan is None:
        return limit
    new = min(find_end_of_periode(entri.penundaan.ke), end) + timedelta(days=tahun.setelan.tenggang_hari)
    return max(new, limit or new)


def _known_since(tahun: Tahun, entri: Entri) -> date:
    """Return the day from which it is known; who corrects an entry to put off further has not said so before."""
    day, seen = entri.diketahui, {entri.kode}
    while entri.mengoreksi is not None and entri.mengoreksi not in seen:
        seen.add(entri.mengoreksi)
        old = next((one for one in tahun.realisasi if one.kode == entri.mengoreksi), None)
        # One that is undated, or later than its correction, is a finding elsewhere.
        if old is None or not dated(old) or old.diketahui > day or old.hasil is not entri.hasil:
            break
        if _is_further(entri, old):
            break
        day, entri = old.diketahui, old
    return day


def _is_further(entri: Entri, old: Entri) -> bool:
    if entri.penundaan is None or old.penundaan is None:
        return entri.penundaan is not None
    return find_end_of_periode(entri.penundaan.ke) > find_end_of_periode(old.penundaan.ke)


def find_covered(closings: Sequence[Closing], entri: Entri, year: int) -> set[int]:
    """Return the indexes of the occurrences that an entry puts off or gives up.

    What will not be done is given up from its periode on. What is put off is what the periode names, else what was due
    by the new month.
    """
    whole = set(range(len(closings)))
    if read_tahun_of_periode(entri.periode) != year or not closings[0].kali.bulan:
        return whole
    if entri.penundaan is None:
        first = list_bulan_of_periode(entri.periode)[0]
        return {index for index in whole if closings[index].kali.bulan[-1] >= first} or whole
    if named := find_named(closings, entri, year):
        return {index for index, one in enumerate(closings) if one in named}
    until = entri.penundaan.ke
    last = list_bulan_of_periode(until)[-1] if read_tahun_of_periode(until) == year else 12
    return {index for index in whole if closings[index].kali.bulan[-1] <= last} or {0}
