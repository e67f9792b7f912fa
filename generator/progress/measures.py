"""What values say of targets: which are reached, which got worse, and which reports of a deed they bear out.

A bound, a range, a grade and a state must hold: the latest value of the target's periode decides. What is to rise is
reached once and for all. Without a target nothing is reached, and without a direction nothing is better or worse.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.model.periode import find_end_of_periode, list_bulan_of_periode, read_tahun_of_periode
from generator.model.realisasi import Entri, Hasil
from generator.model.rencana import Indikator
from generator.model.ukuran import Arah, JenisTarget, Nilai, NilaiUkuran, TargetUkuran, Ukuran
from generator.progress.outcome import TERTUTUP, PenilaianTahap

Assess = Callable[[Sequence[Entri]], tuple[PenilaianTahap, ...]]


@dataclass(frozen=True, slots=True)
class ToldValue:
    """One value of a measure, with the entry that tells it."""

    entri: Entri
    nilai: NilaiUkuran
    target: TargetUkuran | None
    """The target that it is held against; None where the plan has none for it."""
    tercapai: bool | None
    """Whether it reaches that target; None where nothing can be said."""
    memburuk: bool = False
    """Whether it is worse than the value before it."""

    @property
    def terbukti(self) -> bool:
        """Whether its entry names evidence; without any it is a claim."""
        return bool(self.entri.bukti)


def decide_reached(ukuran: Ukuran, target: TargetUkuran, value: Nilai) -> bool | None:
    """Return whether a value reaches a target; None where the two cannot be compared."""
    if target.jenis is JenisTarget.KEADAAN:
        return _same(value.tingkat, target.tingkat)
    if target.jenis is JenisTarget.TINGKAT:
        ranks = [find_rank(ukuran, one) if one.tingkat else None for one in (value, target)]
        return None if None in ranks else _holds(ranks[0], ranks[1], ukuran.arah or Arah.NAIK, touching=True)
    if value.nilai is None or target.nilai is None:
        return None
    if target.jenis is JenisTarget.RENTANG:
        ends = ((target.nilai, Arah.NAIK), (target.sampai, Arah.TURUN))
        return all(_holds(value.nilai, end, arah, touching=target.batas_termasuk) for end, arah in ends)
    arah = target.jenis.arah[0] if len(target.jenis.arah) == 1 else ukuran.arah
    return _holds(value.nilai, target.nilai, arah, touching=target.batas_termasuk) if arah else None


def find_rank(ukuran: Ukuran, value: Nilai) -> Decimal | None:
    """Return where a value stands among the others of its measure: its number, or its grade's place on the scale."""
    if value.tingkat is None:
        return value.nilai
    return Decimal(ukuran.skala.index(value.tingkat)) if value.tingkat in ukuran.skala else None


def _same(one: str | None, other: str | None) -> bool | None:
    return one.casefold() == other.casefold() if one and other else None


def _holds(value: Decimal | None, bound: Decimal | None, arah: Arah, *, touching: bool) -> bool:
    if value is None or bound is None:
        return False
    return (touching and value == bound) or (value < bound if arah is Arah.TURUN else value > bound)


def is_worse(ukuran: Ukuran, later: Nilai, former: Nilai) -> bool:
    """Return whether a value is worse than the one before it; never where the measure has no direction."""
    new, old = find_rank(ukuran, later), find_rank(ukuran, former)
    if new is None or old is None:
        return False
    return {Arah.NAIK: new < old, Arah.TURUN: new > old}.get(ukuran.arah or Arah.RENTANG, False)


def find_target(ukuran: Ukuran, periode: str) -> TargetUkuran | None:
    """Return the target that a value of a periode is held against.

    The narrowest one that holds the periode, else the next to end, else the last of its year: no choice of a periode
    escapes the target.
    """
    year = read_tahun_of_periode(periode)
    own = [one for one in ukuran.target if read_tahun_of_periode(one.periode) == year]
    months = set(list_bulan_of_periode(periode))
    around = [one for one in own if months <= set(list_bulan_of_periode(one.periode))]
    if around:
        return min(around, key=lambda one: len(list_bulan_of_periode(one.periode)))
    ends = sorted(own, key=lambda one: find_end_of_periode(one.periode))
    end = find_end_of_periode(periode)
    return next((one for one in ends if find_end_of_periode(one.periode) >= end), ends[-1] if ends else None)


def list_told_values(ukuran: Ukuran, daftar_entri: Iterable[Entri]) -> tuple[ToldValue, ...]:
    """Return the values of a measure in the order of their periode, then of the days on which they were true.

    Args:
        ukuran: the measure.
        daftar_entri: the entries of its indikator that count, in any order.
    """
    found: list[ToldValue] = []
    for entri, value in sorted(_values(ukuran, daftar_entri), key=lambda pair: _when(pair[0])):
        target = find_target(ukuran, entri.periode)
        reached = decide_reached(ukuran, target, value) if target else None
        worse = bool(found) and is_worse(ukuran, value, found[-1].nilai)
        found.append(ToldValue(entri, value, target, reached, worse))
    return tuple(found)


def _when(entri: Entri) -> tuple[object, ...]:
    return find_end_of_periode(entri.periode), entri.dilaksanakan, entri.diketahui, entri.kode


def _values(ukuran: Ukuran, daftar_entri: Iterable[Entri]) -> Iterator[tuple[Entri, NilaiUkuran]]:
    for entri in daftar_entri:
        yield from ((entri, value) for value in entri.nilai if value.ukuran == ukuran.kode)


def must_hold(ukuran: Ukuran, target: TargetUkuran) -> bool:
    """Return whether a target asks for a state that is to last, not for something that is reached once."""
    return ukuran.arah is not Arah.NAIK or not target.jenis.is_number


def list_unmet(
    indikator: Indikator, entri: Entri, daftar_entri: Sequence[Entri]
) -> Iterator[tuple[Ukuran, Nilai | None]]:
    """Yield each measure whose target an entry reported as done does not meet, with the value that fails it.

    Args:
        indikator: the row.
        entri: one of its entries.
        daftar_entri: all of them that count.
    """
    for ukuran in indikator.ukuran:
        target = find_target(ukuran, entri.periode)
        # What is to rise by the end of a longer periode need not be there at the end of a part of it.
        if target is None or (not must_hold(ukuran, target) and not _ends_by(target, entri)):
            continue
        told = list_told_values(ukuran, daftar_entri)
        own = next((one for one in told if one.entri is entri), None)
        held = [one for one in told if one.target is target] if must_hold(ukuran, target) else []
        failed = next((one for one in (own, *held[-1:]) if one is None or not one.tercapai), own)
        if failed is None or not failed.tercapai:
            yield ukuran, failed.nilai if failed else None


def _ends_by(target: TargetUkuran, entri: Entri) -> bool:
    return find_end_of_periode(target.periode) <= find_end_of_periode(entri.periode)


def assess_with_values(
    indikator: Indikator, daftar_entri: Sequence[Entri], assess: Assess
) -> tuple[PenilaianTahap, ...]:
    """Return what became of each tahap, where a deed whose measure misses its target is not taken as done.

    Args:
        indikator: the row.
        daftar_entri: its entries that count.
        assess: what judges the tahap by entries.
    """
    if not any(ukuran.target for ukuran in indikator.ukuran):
        return assess(daftar_entri)
    unmet = {e.kode for e in daftar_entri if e.hasil is Hasil.SELESAI and any(list_unmet(indikator, e, daftar_entri))}
    found = assess(_reopen(daftar_entri, unmet))
    while all(tahap.status in TERTUTUP for tahap in found) and not _all_reached(indikator, daftar_entri):
        closing = {entri.kode for entri in found[-1].entri}
        if closing <= unmet:  # a target of its own quarters is closed by its numbers, whatever is said of them
            break
        unmet |= closing
        found = assess(_reopen(daftar_entri, unmet))
    proven = [entri for entri in daftar_entri if entri.bukti]
    if all(tahap.status in TERTUTUP for tahap in found) and not _all_reached(indikator, proven):
        # The deed is proven, but what it reached is only said.
        last, claimed = found[-1], "dilaporkan-tanpa-bukti"
        daftar_kali = (*last.kali[:-1], replace(last.kali[-1], status=claimed, bukti=()))
        found = (*found[:-1], replace(last, status=claimed, kali=daftar_kali))
    return found


def _reopen(daftar_entri: Sequence[Entri], unmet: set[str]) -> tuple[Entri, ...]:
    return tuple(e.model_copy(update={"hasil": Hasil.BELUM}) if e.kode in unmet else e for e in daftar_entri)


def _all_reached(indikator: Indikator, daftar_entri: Sequence[Entri]) -> bool:
    """Return whether each measure has reached the last target of the earliest year that has one."""
    for ukuran in indikator.ukuran:
        if ukuran.target:
            year = min(read_tahun_of_periode(one.periode) for one in ukuran.target)
            own = [one for one in ukuran.target if read_tahun_of_periode(one.periode) == year]
            last = max(own, key=lambda one: find_end_of_periode(one.periode))
            told = [value for _, value in _values(ukuran, daftar_entri)]
            if not any(decide_reached(ukuran, last, value) for value in told):
                return False
    return True
