"""What has been reached of a target: amounts that add up, or states; cumulative over the year.

An amount counts from the day of the deed, whatever the quarter it is reported for: a surplus serves the later
quarters, and a shortfall made good later closes an earlier one late.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate, pairwise

from generator.model.periode import TRIWULAN, Target, find_triwulan, list_bulan_of_periode, read_tahun_of_periode
from generator.model.realisasi import Entri, Hasil
from generator.progress.tahap import Tahap

_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class CapaianTriwulan:
    """One quarter of a target: what was planned, what was reported for it, and both up to its end."""

    triwulan: int
    target: Decimal | None
    """As printed; None where the plan leaves the quarter empty."""
    sasaran: Decimal
    """What is to be reached by the end of the quarter; 0 before the first target."""
    capaian: Decimal | None
    """What entries report for this very quarter; None where none does."""
    sampai: Decimal | None
    """What entries report up to the end of the quarter; None where none does."""
    turun: bool = False
    """Whether it is a state that is to be low."""

    @property
    def tercapai(self) -> bool:
        """Whether what is reported reaches the target: a state that is to be low must be low in this very quarter."""
        if self.turun:
            return self.capaian is not None and self.capaian <= self.sasaran
        return self.sampai is not None and self.sampai >= self.sasaran

    @property
    def dinilai(self) -> bool:
        """Whether the quarter asks for anything: a target of 0 is neither met nor missed."""
        return bool(self.target)


def list_capaian_triwulan(target: Target, daftar_entri: Iterable[Entri], year: int) -> tuple[CapaianTriwulan, ...]:
    """Return the four quarters of a target.

    Args:
        target: the target.
        daftar_entri: the entries of its indikator that count, in any order.
        year: the plan's year.
    """
    told = [(_quarter(entri, year), entri.capaian) for entri in _in_order(daftar_entri) if entri.capaian is not None]
    if target.turun:
        told.sort(key=lambda pair: pair[0])
    plus = _latest if target.turun else _plus(posisi=target.posisi)
    return tuple(
        CapaianTriwulan(
            triwulan=number,
            target=target.tercetak.get(number),
            sasaran=target.sampai(number),
            capaian=_total([value for quarter, value in told if quarter == number], plus),
            sampai=_total([value for quarter, value in told if quarter <= number], plus),
            turun=target.turun,
        )
        for number in TRIWULAN
    )


def _quarter(entri: Entri, year: int) -> int:
    """Return the quarter in which an entry's periode ends: 0 if before the plan's year, 5 if after it."""
    named = read_tahun_of_periode(entri.periode)
    if named != year:
        return 0 if named < year else len(TRIWULAN) + 1
    return find_triwulan(list_bulan_of_periode(entri.periode)[-1])


def close_by_capaian(daftar_tahap: Sequence[Tahap], daftar_entri: Iterable[Entri]) -> list[list[Entri]]:
    """Return for each tahap with a target the entries that reached it: first the one that completed it, then the rest.

    Entries count from the day of the deed, so that the day on which a target was reached does not depend on when, or
    in which order, they were reported.
    """
    told = _in_order(daftar_entri)
    if daftar_tahap[0].turun:
        return [_kept_low(tahap, told) for tahap in daftar_tahap]
    # Strict would fail: there is one level more than there are tahap, the last of which nobody needs.
    before = (_ZERO, *(_goals(tahap) for tahap in daftar_tahap))
    return [_reached_by(tahap, told, low) for tahap, low in zip(daftar_tahap, before, strict=False)]


def prove_by_capaian(daftar_tahap: Sequence[Tahap], daftar_entri: Iterable[Entri]) -> list[list[Entri]]:
    """Return for each tahap with a target the entries that reached it, counting only those with evidence.

    Evidence of later deeds proves that the target was reached later; it proves nothing about earlier deeds.
    """
    return close_by_capaian(daftar_tahap, (entri for entri in daftar_entri if entri.bukti))


def _kept_low(tahap: Tahap, told: Sequence[Entri]) -> list[Entri]:
    """Return the entries that reached a tahap's bound, if its last value does; a state outside its quarter is none."""
    assert tahap.jatuh_tempo is not None, "a quarter is due"  # noqa: S101 - a defect of ours otherwise
    own = [entri for entri in told if _quarter(entri, tahap.jatuh_tempo.year) == tahap.triwulan]
    low = [entri for entri in own if _told(entri) <= _goals(tahap) and not _denied(tahap, entri)]
    return low if own and own[-1] in low else []


def _denied(tahap: Tahap, entri: Entri) -> bool:
    """Return whether an entry says that the deed of a tahap's quarter, or of one before it, is not done."""
    if entri.hasil is not Hasil.BELUM or tahap.triwulan is None:
        return False
    return find_triwulan(list_bulan_of_periode(entri.periode)[-1]) <= tahap.triwulan


def _told(entri: Entri) -> Decimal:
    return entri.capaian or _ZERO


def _reached_by(tahap: Tahap, told: Sequence[Entri], low: Decimal) -> list[Entri]:
    """Return the entry that reached a tahap's target, then those that added to the sum since the target before it."""
    levels = list(accumulate(map(_told, told), _plus(posisi=tahap.posisi)))
    end = next((i for i, level in enumerate(levels) if level >= _goals(tahap) and not _denied(tahap, told[i])), None)
    if end is None:
        return []
    first = end if tahap.posisi else next((index for index, level in enumerate(levels) if level > low), end)
    return [told[end], *told[min(first, end) : end]]


def _in_order(daftar_entri: Iterable[Entri]) -> list[Entri]:
    told = [entri for entri in daftar_entri if entri.capaian is not None]
    return sorted(told, key=lambda entri: (entri.dilaksanakan, entri.diketahui, entri.kode))


def _plus(*, posisi: bool) -> Callable[[Decimal, Decimal], Decimal]:
    """Return how two reported values combine: amounts add up, of two states the higher counts."""
    return max if posisi else Decimal.__add__


def _latest(_: Decimal, value: Decimal) -> Decimal:
    return value


def _total(values: Sequence[Decimal], plus: Callable[[Decimal, Decimal], Decimal]) -> Decimal | None:
    return list(accumulate(values, plus))[-1] if values else None


def _goals(tahap: Tahap) -> Decimal:
    assert tahap.target is not None, "only tahap of a target are asked for"  # noqa: S101 - a defect of ours otherwise
    return tahap.target


def list_worse(target: Target, told: Sequence[Entri]) -> list[tuple[Entri, Entri]]:
    """Return each entry whose state is worse than the one before it, with that one, in the order of the deeds."""
    pairs = [(_told(former), _told(later), former, later) for former, later in pairwise(_in_order(told))]
    return [(later, former) for old, new, former, later in pairs if (new > old if target.turun else new < old)]
