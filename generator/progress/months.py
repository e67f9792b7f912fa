"""For which months of a plan there is proof, or a claim: those that an entry covers, and no others."""

from __future__ import annotations

from generator.model.periode import list_bulan_of_periode, read_tahun_of_periode
from generator.model.realisasi import Entri
from generator.progress.outcome import PenilaianTahap
from generator.progress.tahap import Tahap


def find_proven_months(step: PenilaianTahap, year: int) -> frozenset[int]:
    """Return the months of a year that the entries with evidence cover, 1 to 12.

    What is done once is proven for one month, that of the deed, or the month it is about if it was told soon after; the
    other months of its run were its window. What comes again or stands is proven for the months of the entry's periode
    that had begun on the day of the deed.
    """
    return _covered(step, year, proven=True)


def find_claimed_months(step: PenilaianTahap, year: int) -> frozenset[int]:
    """Return the months of a year that only entries without evidence cover, 1 to 12."""
    return _covered(step, year, proven=False) - find_proven_months(step, year)


def _covered(step: PenilaianTahap, year: int, *, proven: bool) -> frozenset[int]:
    return frozenset(
        month
        for one in step.kali
        for entri in one.entri
        if bool({*entri.bukti} & {*one.bukti}) is proven
        for month in find_months_of_entri(step.tahap, entri, year)
    )


def find_months_of_entri(tahap: Tahap, entri: Entri, year: int) -> frozenset[int]:
    """Return the months of a year that an entry of a tahap is about, 1 to 12."""
    day = entri.dilaksanakan
    # What had not begun on the day of the deed is not covered, whatever the periode says.
    last = day.month if day.year == year else 12 if day.year > year else 0
    told = list_bulan_of_periode(entri.periode) if read_tahun_of_periode(entri.periode) == year else ()
    begun = tuple(month for month in told if month <= last)
    if not tahap.sekali:
        return frozenset(begun) & frozenset(tahap.bulan)
    if not begun or (day.year == year and day.month in begun):
        return frozenset([day.month] if day.year == year else [])
    # Reported soon after its month: the month it is about, and of several the last that the plan names.
    return frozenset([max((month for month in begun if month in tahap.bulan), default=begun[-1])])
