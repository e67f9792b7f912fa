"""Which entries report which occurrence done, and which documents prove it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from generator.model.periode import list_bulan_of_periode, read_tahun_of_periode
from generator.model.realisasi import Entri, Hasil
from generator.progress.capaian import close_by_capaian, prove_by_capaian
from generator.progress.documents import Documents
from generator.progress.tahap import Kali, Tahap


# Compared by identity: two occurrences of one tahap may be alike.
@dataclass(slots=True, eq=False)
class Closing:
    """What reports one occurrence done; filled while the log is read."""

    tahap: Tahap
    kali: Kali
    entri: list[Entri] = field(default_factory=list)
    """The entries that report it done, the one that closed it first."""
    bukti: list[str] = field(default_factory=list)
    """The kode of the documents that prove it; empty where it is only a claim."""
    laporan: list[Entri] = field(default_factory=list)
    """Of a target, the entries that reached it, whatever their evidence; else the same as entri."""


def close(daftar_tahap: Sequence[Tahap], daftar_entri: Iterable[Entri], documents: Documents) -> list[Closing]:
    """Return each occurrence of some tahap with what reports it done, in their order.

    Of a tahap that is done once, an entry closes the one that shares a month with its periode, else the earliest open
    one. An occurrence of what is done again and again is closed only by an entry whose periode lies wholly inside it,
    done when that periode had begun. A target is closed by what has been reached.

    Args:
        daftar_tahap: the tahap of one indikator.
        daftar_entri: its entries that count, in any order.
        documents: the evidence.
    """
    closings = [Closing(tahap, kali) for tahap in daftar_tahap for kali in tahap.kali]
    if daftar_tahap[0].target is not None:
        _close_targets(closings, tuple(daftar_entri), documents)
        return closings
    done = [entri for entri in daftar_entri if entri.hasil is Hasil.SELESAI]
    # Of two known since the same day the one that names a tahap goes first and gets the one that it means.
    done.sort(key=lambda e: (e.diketahui, not find_named(closings, e, documents.tahun), e.kode))
    single = [one for one in closings if one.tahap.sekali]
    for entri in done:
        _close_once(single, closings, entri, documents)
    for tahap in daftar_tahap:
        if not tahap.sekali:
            _close_repeated([one for one in closings if one.tahap is tahap], done, documents)
    for one in closings:
        one.laporan = one.entri
    return closings


def _close_targets(closings: Sequence[Closing], daftar_entri: tuple[Entri, ...], documents: Documents) -> None:
    daftar_tahap = [one.tahap for one in closings]
    claims = close_by_capaian(daftar_tahap, daftar_entri)
    proven = prove_by_capaian(daftar_tahap, (e for e in daftar_entri if any(documents.of(e))))
    for one, claim, evidence in zip(closings, claims, proven, strict=True):
        # What a later value without evidence has undone is not proven by an earlier one.
        shown = evidence if claim else []
        # Where evidence does not reach the target but all entries do, these stand as a claim.
        one.entri, one.laporan = shown or claim, claim
        one.bukti = _unique(kode for entri in shown for kode in documents.of(entri))


def _close_once(single: Sequence[Closing], closings: Sequence[Closing], entri: Entri, documents: Documents) -> None:
    named = find_named(closings, entri, documents.tahun)
    places = [one for one in single if one in named] if named else single
    if not places:
        return
    # Where all are closed it adds its evidence to one that has none.
    place = next((one for one in places if not one.entri), None) or next(
        (one for one in places if not one.bukti), places[-1]
    )
    place.entri.append(entri)
    place.bukti = _unique([*place.bukti, *documents.of(entri)])


def _close_repeated(closings: Sequence[Closing], done: Sequence[Entri], documents: Documents) -> None:
    """Close the occurrences of one tahap; a document proves one of them, unless it shows that something stands."""
    tahap = closings[0].tahap
    fitting = [entri for entri in done if _begun(entri) and _in_year(entri, documents.tahun)]
    if tahap.irama == "tersedia":
        for one in closings:
            one.entri = [entri for entri in fitting if _confirms(entri, one.kali, documents.tahun)]
            one.bukti = _unique(kode for entri in one.entri for kode in documents.through(entri, one.kali))
    elif tahap.counted:
        _close_counted(closings, [entri for entri in fitting if _within(entri, closings[0].kali)], documents)
    else:
        about = [(one, entri) for one in closings for entri in fitting if _within(entri, one.kali)]
        owned = _share(((entri, one, one.kali) for one, entri in about), documents)
        for one, entri in about:
            one.entri.append(entri)
            one.bukti = _unique([*one.bukti, *owned[entri.kode]])


def _close_counted(closings: Sequence[Closing], inside: Sequence[Entri], documents: Documents) -> None:
    """Close one occurrence after the other, by the entries with a document of their own first."""
    owned = _share(((entri, entri.kode, closings[0].kali) for entri in inside), documents)
    order = sorted(inside, key=lambda e: (not owned[e.kode], e.dilaksanakan, e.kode))
    # Strict would fail: more may be done than the plan asks for, or less.
    for one, entri in zip(closings, order, strict=False):
        one.entri, one.bukti = [entri], owned[entri.kode]


def _share(about: Iterable[tuple[Entri, object, Kali]], documents: Documents) -> dict[str, list[str]]:
    """Return the documents that each entry may show, by its kode: of one deed, and of no second.

    Who is known to have shown a document first keeps it, so that nothing reported later takes a proof away.

    Args:
        about: each entry, the deed that it reports, and the occurrence that the document must not be older than.
        documents: the evidence.
    """
    shown = [(entri, deed, kode) for entri, deed, kali in about for kode in documents.during(entri, kali)]
    shown.sort(key=lambda one: (documents.known(one[0], one[2]), one[0].kode))
    owner: dict[str, object] = {}
    owned: dict[str, list[str]] = defaultdict(list)
    for entri, deed, kode in shown:
        if owner.setdefault(documents.identify(kode), deed) == deed:
            owned[entri.kode].append(kode)
    return owned


def _begun(entri: Entri) -> bool:
    """Return whether an entry's periode had begun when it was done."""
    first = date(read_tahun_of_periode(entri.periode), list_bulan_of_periode(entri.periode)[0], 1)
    return entri.dilaksanakan >= first


def _in_year(entri: Entri, year: int) -> bool:
    return read_tahun_of_periode(entri.periode) == year


def _within(entri: Entri, kali: Kali) -> bool:
    """Return whether an entry's periode lies wholly inside an occurrence, and touches one of its planned months."""
    months = set(list_bulan_of_periode(entri.periode))
    return months <= set(kali.span) and not (kali.bulan and months.isdisjoint(kali.bulan))


def _confirms(entri: Entri, kali: Kali, year: int) -> bool:
    """Return whether an entry says of an occurrence that what it asks for stands."""
    begun = not kali.bulan or entri.dilaksanakan >= date(year, kali.bulan[0], 1)
    return begun and not set(list_bulan_of_periode(entri.periode)).isdisjoint(kali.bulan or kali.span)


def find_named(closings: Sequence[Closing], entri: Entri, year: int) -> list[Closing]:
    """Return the occurrences that share a planned month with an entry's periode."""
    if not _in_year(entri, year):
        return []
    months = set(list_bulan_of_periode(entri.periode))
    return [one for one in closings if not months.isdisjoint(one.kali.bulan)]


def _unique(kode: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(kode))
