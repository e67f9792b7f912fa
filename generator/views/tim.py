"""Who answers for an area of a plan on a day, in words that claim no more than the roster does."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from generator.model.isi import Rencana, Tahun, walk_area
from generator.model.keputusan import Tim
from generator.model.rencana import Area
from generator.progress import Term, find_term, list_tim_of_area
from generator.text import format_tanggal, join_lines


@dataclass(frozen=True, slots=True)
class TimBerlaku:
    """A team, and from when until when it is at work."""

    tim: Tim
    term: Term


@dataclass(frozen=True, slots=True)
class PenanggungJawab:
    """Who answers for an area on a day."""

    tim: tuple[TimBerlaku, ...]
    sebab: str | None = None
    """Why there is nobody."""


def list_tim(tahun: Tahun) -> list[TimBerlaku]:
    """Return the teams of a roster, each with its time, in printed order."""
    return [TimBerlaku(tim, find_term(tahun, tim)) for tim in tahun.tim]


def list_areas_of_tim(tahun: Tahun) -> dict[str, list[tuple[Rencana, Area]]]:
    """Return the areas for which each team answers while it is at work, by its kode."""
    areas: dict[str, list[tuple[Rencana, Area]]] = {tim.kode: [] for tim in tahun.tim}
    for one in walk_area(tahun):
        for tim in list_tim_of_area(tahun, one.rencana, one.area):
            areas[tim.kode].append((one.rencana, one.area))
    return areas


def find_penanggung_jawab(
    tahun: Tahun, rencana: Rencana, area: Area, day: date, today: date | None = None
) -> PenanggungJawab:
    """Return the teams that answer for an area of a plan on a day, or why none does.

    Args:
        tahun: the year.
        rencana: the plan.
        area: its area.
        day: the day that is asked for.
        today: the day of the data, by which the end of a team is known; without it that same day.
    """
    found = [TimBerlaku(tim, find_term(tahun, tim)) for tim in list_tim_of_area(tahun, rencana, area)]
    at_work = tuple(_as_known(one, today or day) for one in found if one.term.holds(day))
    return PenanggungJawab(at_work, None if at_work else _explain(tahun, rencana, found, day))


def _as_known(one: TimBerlaku, today: date) -> TimBerlaku:
    """Return a team without the end that is still to come: a later decree is not known on that day."""
    return one if one.term.over(today) else TimBerlaku(one.tim, replace(one.term, sampai=None))


def _explain(tahun: Tahun, rencana: Rencana, found: list[TimBerlaku], day: date) -> str:
    if not tahun.tim:
        return "belum dicantumkan dalam keputusan"
    if not found:
        return f"daftar tim kantor ini tidak menyebut tim yang memegang area ini dalam {rencana.rezim.label.rencana}"
    over = [one for one in found if one.term.over(day)]
    if not over:
        # A team of a decree to come is not known yet on that day, so it is not named.
        return f"belum ada tim pada {format_tanggal(day)}"
    return f"tidak ada tim pada {format_tanggal(day)}; {join_lines(over[-1].tim.nama)} {describe_end(over[-1].term)}"


def describe_end(term: Term) -> str:
    """Return in words that a team has ended, and when if that is known."""
    return f"berakhir {format_tanggal(term.sampai)}" if term.sampai else "sudah dicabut"
