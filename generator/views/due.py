"""What is due together: an occurrence by itself, or all of a tahap that is late only as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.views.rows import BarisKali


@dataclass(frozen=True, slots=True, eq=False)
class DueKali:
    """The occurrences of a tahap that are due together."""

    daftar: tuple[BarisKali, ...]
    hari: date

    @property
    def baris(self) -> BarisKali:
        """The last of them."""
        return self.daftar[-1]

    @property
    def terbukti(self) -> int:
        """How many of them are proven."""
        return sum(row.kali.terbukti for row in self.daftar)

    def ahead(self, day: date) -> bool:
        """Return whether they are due in a month that has not begun on a day."""
        return self.hari.replace(day=1) > day


def list_due(rows: Iterable[BarisKali]) -> Iterator[DueKali]:
    """Yield what is due, in plan order: an occurrence by itself, or all of a tahap that is late only as a whole.

    What the decree itself excuses is not due.
    """
    gathered: dict[tuple[int, object], list[BarisKali]] = {}
    for row in rows:
        tahap = row.tahap.tahap
        if tahap.jatuh_tempo is not None:
            # Those that are only counted are alike, and due on one day.
            alone = row.kali.kali if tahap.binding else None
            gathered.setdefault((id(row.tahap), alone), []).append(row)
    for group in gathered.values():
        days = [row.jatuh_tempo for row in group if row.jatuh_tempo is not None]
        if days and not all(row.khusus for row in group):
            yield DueKali(tuple(group), max(days))
