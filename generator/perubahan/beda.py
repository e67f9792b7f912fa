"""Compare two states of an office's year, or of its own files, record by record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.model.files import PLANS
from generator.model.marks import Change, Quotes, marked_anywhere
from generator.model.perubahan import Commit, JenisPerubahan, Perubahan
from generator.perubahan.kata import leaves, words
from generator.perubahan.rekaman import RENCANA, Keadaan, Rekam
from generator.perubahan.silih import RUJUKAN, find_renamed, translate
from generator.text import one_line

J = JenisPerubahan
_JENIS = dict.fromkeys(marked_anywhere(PLANS, Quotes), J.BUNYI) | {
    name: change.jenis for name, change in marked_anywhere(PLANS, Change).items()
}
"""What a field of a plan's row is about; every other one is the reader's own note."""
_SATUAN = ("laporan", "bukti")
"""Sections whose records are always reported one by one."""


@dataclass(frozen=True, slots=True)
class _Beda:
    """Two states of the same data, and what is needed to tell them apart."""

    commit: Commit
    lama: Keadaan
    baru: Keadaan
    skema: bool
    """Whether the number of the data schema changed between them, so that many records changed their form."""
    silih: dict[str, str] = field(default_factory=dict)
    kode: dict[str, str] = field(default_factory=dict)


def compare(commit: Commit, lama: Keadaan, baru: Keadaan, *, skema: bool = False) -> tuple[Perubahan, ...]:
    """Return the differences between two states of the same data, in the order of the newer one.

    Args:
        commit: the commit that brought the newer one.
        lama: the older state.
        baru: the newer one.
        skema: whether the number of the data schema changed between them: then only changed wording,
            months and reports and added or removed rows are returned, not fields that are merely written elsewhere.
    """
    renamed = find_renamed(lama, baru)
    beda = _Beda(commit, lama, baru, skema, renamed, {lama[old].kode: baru[new].kode for old, new in renamed.items()})
    old_of = {new: old for old, new in renamed.items()}
    found: list[Perubahan] = []
    for kunci, rekam in baru.items():
        before = lama.get(old_of.get(kunci, kunci))
        found += _added(beda, rekam) if before is None else _changed(beda, before, rekam)
    for kunci, rekam in lama.items():
        if kunci not in baru and kunci not in renamed:
            found += _removed(beda, rekam)
    return tuple(found)


def _added(beda: _Beda, rekam: Rekam) -> Iterator[Perubahan]:
    if _with_section(beda.lama, rekam):
        if _first_of_section(beda.baru, rekam):
            yield _section(beda, rekam, beda.baru, J.TAMBAH)
    elif rekam.bagian == "laporan" and rekam.jenis == "entri":
        jenis = J.KOREKSI if rekam.isi.get("mengoreksi") else J.REALISASI
        told = words("", [rekam.isi.get(name, "") for name in ("hasil", "periode")])
        yield _about(beda, rekam, jenis, "hasil", (None, told))
    elif rekam.bagian == "bukti":
        yield _about(beda, rekam, J.BUKTI)
    elif not _parent_in(beda, rekam, beda.baru, gone_from=beda.lama):
        yield _about(beda, rekam, J.TAMBAH, jumlah=_below(rekam, beda.baru, beda.lama))


def _removed(beda: _Beda, rekam: Rekam) -> Iterator[Perubahan]:
    if _with_section(beda.baru, rekam):
        if _first_of_section(beda.lama, rekam):
            yield _section(beda, rekam, beda.lama, J.HAPUS)
    elif not _parent_in(beda, rekam, beda.lama, gone_from=beda.baru):
        yield _about(beda, rekam, J.HAPUS, jumlah=_below(rekam, beda.lama, beda.baru))


def _with_section(other: Keadaan, rekam: Rekam) -> bool:
    """Return whether a record's whole section was added or removed with it, which is reported as one difference."""
    return rekam.bagian not in _SATUAN and not any(one.bagian == rekam.bagian for one in other.values())


def _first_of_section(keadaan: Keadaan, rekam: Rekam) -> bool:
    return next(one for one in keadaan.values() if one.bagian == rekam.bagian) is rekam


def _section(beda: _Beda, rekam: Rekam, keadaan: Keadaan, jenis: JenisPerubahan) -> Perubahan:
    counts = Counter(one.jenis for one in keadaan.values() if one.bagian == rekam.bagian and one.jenis != "berkas")
    return Perubahan(beda.commit, rekam.bagian, jenis, "bagian", rekam.bagian, jumlah=dict(counts))


def _parent_in(beda: _Beda, rekam: Rekam, keadaan: Keadaan, *, gone_from: Keadaan) -> bool:
    """Return whether the record above was added or removed too; its difference then covers this one."""
    above = _above(rekam, keadaan)
    # Renamed records are new under one kunci and gone under the other, but neither added nor removed.
    taken = beda.silih.values() if keadaan is beda.baru else beda.silih
    return above is not None and above.kunci not in gone_from and above.kunci not in taken


def _above(rekam: Rekam, keadaan: Keadaan) -> Rekam | None:
    if not rekam.induk:
        return None
    return keadaan.get(rekam.induk[-1]) or keadaan.get(f"{rekam.bagian} {rekam.induk[-1]}")


def _below(rekam: Rekam, keadaan: Keadaan, other: Keadaan) -> dict[str, int]:
    depth = len(rekam.induk) + 1
    path = (*rekam.induk, rekam.kode)
    below = (r for r in keadaan.values() if r.bagian == rekam.bagian and r.induk[:depth] == path)
    return dict(Counter(one.jenis for one in below if one.kunci not in other))


def _changed(beda: _Beda, lama: Rekam, baru: Rekam) -> Iterator[Perubahan]:
    if lama.kode != baru.kode:
        yield _about(beda, baru, J.KODE, "kode", (lama.kode, baru.kode))
    if tuple(beda.kode.get(kode, kode) for kode in lama.induk) != baru.induk and not beda.skema:
        yield _about(beda, baru, J.LETAK, "letak", (_place_name(lama, beda.lama), _place_name(baru, beda.baru)))
    fields = _different(beda, lama.isi, baru.isi)
    if baru.bagian not in RENCANA:
        # Their words may be about people, or may have been taken back for a reason: only the field's name is shown.
        yield from (_about(beda, baru, J.UBAH, name) for name in fields if not beda.skema or name in lama.isi)
        return
    for name in fields:
        jenis = _JENIS.get(name, J.CATATAN)
        if beda.skema and (jenis is J.CATATAN or name not in lama.isi or name not in baru.isi):
            continue
        before, after = words(name, lama.isi.get(name)), words(name, baru.isi.get(name))
        if before != after:
            yield _about(beda, baru, jenis, name, (before, after))
        elif name == "jadwal":  # the months are the same and the reading of them is not
            old, new = (words("", rekam.isi[name]) for rekam in (lama, baru))
            yield _about(beda, baru, J.CATATAN, name, (old, new))


def _different(beda: _Beda, lama: Mapping[str, Any], baru: Mapping[str, Any]) -> list[str]:
    """Return the fields whose content changed; renaming or regrouping a field is no change."""
    old = {name: translate(value, beda.kode) if name in RUJUKAN else value for name, value in lama.items()}
    names = [name for name in dict.fromkeys((*baru, *old)) if not _alike(old.get(name), baru.get(name))]
    # Fields that only one side has: if together they say the same as before, they were renamed or regrouped.
    moved = [name for name in names if (name in old) != (name in baru)]
    said_before = Counter(text for name in moved for text in leaves(old.get(name, [])))
    said_now = Counter(text for name in moved for text in leaves(baru.get(name, [])))
    same = said_before == said_now or (beda.skema and said_before <= said_now)
    return [name for name in names if name not in moved or not same or not said_before]


def _alike(lama: Any, baru: Any) -> bool:  # noqa: ANN401 - raw YAML
    """Return whether two values say the same, whatever the keys of a group are called."""
    groups = isinstance(lama, dict) and isinstance(baru, dict) and lama.keys() != baru.keys()
    return list(leaves(lama)) == list(leaves(baru)) if groups else bool(lama == baru)


def _place_name(rekam: Rekam, keadaan: Keadaan) -> str | None:
    above = _above(rekam, keadaan)
    return _name(above) or (above.kode if above else None)


def _about(  # noqa: PLR0913 - what there is to say of one difference
    beda: _Beda,
    rekam: Rekam,
    jenis: JenisPerubahan,
    bidang: str | None = None,
    isi: tuple[str | None, str | None] = (None, None),
    *,
    jumlah: Mapping[str, int] | None = None,
) -> Perubahan:
    """Return one difference of a record; isi is what the field said before and says now."""
    return Perubahan(
        commit=beda.commit,
        bagian=rekam.bagian,
        jenis=jenis,
        rekaman=rekam.jenis,
        kode=rekam.kode,
        tempat=place(rekam, beda.baru if rekam.kunci in beda.baru else beda.lama),
        nama=_name(rekam) if rekam.bagian in RENCANA else None,
        bidang=bidang,
        sebelum=isi[0],
        sesudah=isi[1],
        jumlah=jumlah or {},
    )


def place(rekam: Rekam, keadaan: Keadaan) -> tuple[str, ...]:
    """Return where a record stands in a plan: the plan and the rows above it; for an entry, its indikator too."""
    if rekam.bagian in RENCANA:
        return (rekam.bagian, *rekam.induk)
    kode = rekam.isi.get("indikator") if rekam.jenis == "entri" else None
    about = keadaan.get(kode) if isinstance(kode, str) else None
    return (about.bagian, *about.induk, about.kode) if about else ()


def _name(rekam: Rekam | None) -> str | None:
    """Return a row's words on one line."""
    name = rekam.isi.get("nama") if rekam else None
    return one_line(name) or None if isinstance(name, str) else None
