"""Which team answers for an area of a plan on a day: by the roster, its decrees and their dates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.model.isi import Rencana, Tahun
from generator.model.keputusan import Tim
from generator.model.rencana import Area

_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Term:
    """From when until when a team is at work; None where its decree's date cannot be read, or it goes on."""

    sejak: date | None = None
    sampai: date | None = None
    """Its last day."""
    dicabut: bool = False
    """Whether a decree without a readable date has ended it."""

    def ahead(self, day: date) -> bool:
        """Return whether the team is not yet at work on a day."""
        return self.sejak is not None and day < self.sejak

    def over(self, day: date) -> bool:
        """Return whether the team is no longer at work on a day."""
        return self.dicabut or (self.sampai is not None and self.sampai < day)

    def holds(self, day: date) -> bool:
        """Return whether the team is at work on a day."""
        return not self.ahead(day) and not self.over(day)


def find_term(tahun: Tahun, tim: Tim) -> Term:
    """Return when a team is at work: from its own day or its decree's, to its last day or that of its withdrawal."""
    assert tahun.daftar_tim is not None  # noqa: S101 - the team comes from it
    keputusan = tahun.keputusan_berkode(tahun.daftar_tim.keputusan_butir(tim))
    begins = tim.sejak or (keputusan.tanggal if keputusan else None)
    ended = tahun.keputusan_berkode(tim.dicabut)
    if ended is None:
        return Term(begins, tim.sampai)
    if ended.tanggal is None:
        return Term(begins, tim.sampai, dicabut=True)
    # From the day of that decree on it does not count any more.
    last = ended.tanggal - _A_DAY
    return Term(begins, min(last, tim.sampai or last))


def list_rencana_of_tim(tahun: Tahun, tim: Tim) -> frozenset[str]:
    """Return the plans for which a team plainly answers: those that it names, else those of the decree that set it up.

    The like name of an area says nothing: a team for reforms (RB) has no say in the plan for integrity (ZI).
    """
    if tim.rencana:
        return frozenset(tim.rencana)
    assert tahun.daftar_tim is not None  # noqa: S101 - the team comes from it
    own = set(_amended(tahun, tahun.daftar_tim.keputusan_butir(tim)))
    return frozenset(rencana.jenis for rencana in tahun.rencana for berkas in rencana.berkas if berkas.keputusan in own)


def _amended(tahun: Tahun, kode: str | None) -> Iterator[str]:
    """Yield a decree and those that it amends: a team that an amendment renews keeps the plan beside it."""
    seen: set[str] = set()
    while kode is not None and kode not in seen:
        seen.add(kode)
        yield kode
        keputusan = tahun.keputusan_berkode(kode)
        kode = keputusan.mengubah if keputusan else None


def list_tim_of_area(tahun: Tahun, rencana: Rencana, area: Area) -> list[Tim]:
    """Return the teams that at any time answer for an area of a plan, in printed order.

    Those of the area itself; without any, those of the whole plan.
    """
    found = [tim for tim in tahun.tim if rencana.jenis in list_rencana_of_tim(tahun, tim)]
    own = [tim for tim in found if tim.area and tim.area in (area.kode, area.padanan)]
    return own or [tim for tim in found if tim.area is None and tim.rencana]
