"""Values over time: each measure with what was told of it, and the small figure that stands above its table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.model.isi import Letak
from generator.model.periode import find_end_of_periode
from generator.model.ukuran import JenisTarget, Ukuran
from generator.progress import Penilaian, ToldValue, find_rank, find_target, is_worse, list_told_values
from generator.text import format_nilai, format_periode_pendek, join_lines
from generator.views.rows import Placed

WIDTH, HEIGHT = 320, 132
_LEFT, _RIGHT, _TOP, _BOTTOM = 14, 306, 26, 104
# So much room a label needs; where points are closer, only the first and the last keep theirs.
_LABEL = 62
_FEWEST = 2
# How far the words of a value reach above its dot, and how far from it they begin.
_ABOVE, _BELOW, _GAP = 22, 18, 9


@dataclass(frozen=True, slots=True)
class Dot:
    """One value in a figure."""

    x: int
    y: int
    terbukti: bool
    nilai: str
    periode: str
    anchor: str
    """How its words stand beside its place: start, middle or end."""
    labelled: bool
    """Whether there is room for its words."""
    label_y: int
    """Where its value stands: above it, or below where the target's line would cross it."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A measure's values as lines and dots, in units of its own box."""

    dots: tuple[Dot, ...]
    y: int | None
    """Height of the target's line, or of the upper end of its range; None without a target of one number."""
    depth: int
    """How far a range reaches down; 0 for a line."""
    bunyi: str
    """The target, as printed."""
    kata: str
    """All that it shows, in words."""
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def path(self) -> str:
        """The corners of the line through its dots."""
        return " ".join(f"{dot.x},{dot.y}" for dot in self.dots)


@dataclass(frozen=True, slots=True, eq=False)
class Series(Placed):
    """One measure of an indikator with its values, oldest first."""

    ukuran: Ukuran
    nilai: tuple[ToldValue, ...]

    @property
    def gambar(self) -> Figure | None:
        """The figure of its values; None where a line would say no more than the table."""
        return draw_figure(self.ukuran, self.nilai)

    @property
    def berisi(self) -> bool:
        """Whether more is known than what is measured: a value, a target, or where it starts."""
        return bool(self.nilai or self.ukuran.target or self.ukuran.dasar_awal)

    def until(self, periode: str) -> Series:
        """Return the series without what is of a later periode."""
        end = find_end_of_periode(periode)
        kept = tuple(one for one in self.nilai if find_end_of_periode(one.entri.periode) <= end)
        return Series(self.letak, self.ukuran, kept)


def list_series(letak: Iterable[Letak], nilai: Penilaian) -> Iterator[Series]:
    """Yield every measure of a year in plan order; entries replaced, or of deeds after the plan's end, tell nothing."""
    for one in letak:
        if one.indikator.ukuran:
            told = [e for e in nilai.log.berlaku(one.indikator.kode) if e.kode not in nilai.sesudah_berakhir]
            yield from (Series(one, ukuran, list_told_values(ukuran, told)) for ukuran in one.indikator.ukuran)


def select_reported(daftar_series: Iterable[Series], daftar_kode: Iterable[str], periode: str) -> tuple[Series, ...]:
    """Return the measures of which some entries tell a value, with what was known of them by then.

    Args:
        daftar_series: every measure of the year.
        daftar_kode: the kode of those entries.
        periode: the report's; later values are left out.
    """
    wanted = frozenset(daftar_kode)
    told = (one for one in daftar_series if any(value.entri.kode in wanted for value in one.nilai))
    return tuple(one.until(periode) for one in told)


def join_series(old: Iterable[Series], new: Iterable[Series]) -> tuple[Series, ...]:
    """Return the measures that two years have by the same kode, each with the values of both, where both have any."""
    before: Mapping[str, Series] = {one.ukuran.kode: one for one in old if one.nilai}
    return tuple(_joined(before[one.ukuran.kode], one) for one in new if one.nilai and one.ukuran.kode in before)


def _joined(old: Series, new: Series) -> Series:
    first, *rest = new.nilai
    first = replace(first, memburuk=is_worse(new.ukuran, first.nilai, old.nilai[-1].nilai))
    return Series(new.letak, new.ukuran, (*old.nilai, first, *rest))


def draw_figure(ukuran: Ukuran, told: Sequence[ToldValue]) -> Figure | None:
    """Return the figure of a measure's values; None for fewer than two.

    The foot of the figure is nought, so that a small difference never looks like a great one.
    """
    ranked = [(one, rank) for one in told if (rank := find_rank(ukuran, one.nilai)) is not None]
    if len(ranked) < _FEWEST:
        return None
    target = ranked[-1][0].target or find_target(ukuran, ranked[-1][0].entri.periode)
    ends = [end for end in (find_rank(ukuran, target), target.sampai) if end is not None] if target else []
    highest = max([*(rank for _, rank in ranked), *ends], default=Decimal(0)) or Decimal(1)
    heights = [_height(end, highest) for end in ends]
    line = min(heights) if heights and target and target.jenis is not JenisTarget.KEADAAN else None
    dots = tuple(_dots(ukuran, ranked, highest, line))
    bunyi = target.bunyi if target else ""
    return Figure(dots, line, max(heights) - line if line is not None else 0, bunyi, _tell(ukuran, dots, bunyi))


def _height(rank: Decimal, highest: Decimal) -> int:
    return round(_BOTTOM - (_BOTTOM - _TOP) * rank / highest)


def _dots(
    ukuran: Ukuran, ranked: Sequence[tuple[ToldValue, Decimal]], highest: Decimal, line: int | None
) -> Iterator[Dot]:
    places = _places([one for one, _ in ranked])
    last = len(ranked) - 1
    reached = places[0]
    for index, ((one, rank), x) in enumerate(zip(ranked, places, strict=True)):
        edge = index in {0, last}
        room = edge or (x - reached >= _LABEL and places[-1] - x >= _LABEL)
        reached = x if room else reached
        anchor = "start" if index == 0 else "end" if index == last else "middle"
        words = format_nilai(one.nilai, ukuran.satuan), format_periode_pendek(one.entri.periode)
        y = _height(rank, highest)
        crossed = line is not None and y - _ABOVE < line < y
        yield Dot(x, y, one.terbukti, *words, anchor, room, y + _BELOW if crossed else y - _GAP)


def _places(told: Sequence[ToldValue]) -> list[int]:
    """Return where each value stands by the end of its periode; evenly where two have the same."""
    days = [find_end_of_periode(one.entri.periode).toordinal() for one in told]
    if len(set(days)) < len(days):
        days = list(range(len(days)))
    return [round(_LEFT + (_RIGHT - _LEFT) * (day - days[0]) / (days[-1] - days[0])) for day in days]


def _tell(ukuran: Ukuran, dots: Iterable[Dot], bunyi: str) -> str:
    values = "; ".join(f"{dot.periode} {dot.nilai}{'' if dot.terbukti else ' (tanpa bukti)'}" for dot in dots)
    target = f" Target: {bunyi}." if bunyi else " Tanpa target."
    return f"Grafik {join_lines(ukuran.nama)}: {values}.{target}"
