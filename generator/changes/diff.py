"""Compare two states of an office's year, or of its own files, record by record; old values become text on one line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.changes.records import PLAN_SECTIONS, REFERENCES, OldRecord, State, find_renamed, translate
from generator.model.files import PLAN_MODELS
from generator.model.marks import Change, Quotes, find_marked_anywhere
from generator.model.perubahan import Commit, JenisPerubahan, Perubahan
from generator.text import format_bulan, join_lines

_KEADAAN = {"tidak-terbaca": "tidak terbaca dari sumber", "kosong": "tidak tercantum dalam keputusan"}


def list_words(bidang: str, value: Any) -> str | None:  # noqa: ANN401 - raw YAML
    """Return a field's value in words; None where there is none."""
    if value in (None, "", [], {}):
        return None
    if bidang == "jadwal" and isinstance(value, dict):
        return _jadwal(value)
    return join_lines(_text(value))


def list_leaves(value: Any) -> Iterator[str]:  # noqa: ANN401 - raw YAML
    """Yield every text of a value."""
    if isinstance(value, dict):
        for item in value.values():
            yield from list_leaves(item)
    elif isinstance(value, list):
        for item in value:
            yield from list_leaves(item)
    else:
        yield str(value)


def _text(value: Any) -> str:  # noqa: ANN401 - raw YAML
    if isinstance(value, dict) and value.keys() <= {"nama", "rincian"}:  # a cell: a sentence, a list, or both
        return " ".join(map(_text, value.values()))
    if isinstance(value, dict):
        return "; ".join(f"{name.replace('_', ' ')}: {_text(item)}" for name, item in value.items())
    if isinstance(value, list):
        short = all(isinstance(item, str) and " " not in item for item in value)
        return (", " if short else " ").join(map(_text, value))
    return str(value)


def _jadwal(value: dict[str, Any]) -> str:
    state = value.get("keadaan")
    months = _bulan(value.get("bulan"))
    if months is not None:
        return f"{months} (bacaan yang wajar)" if state == "wajar" else months or "tanpa bulan"
    calon = value.get("calon")
    readings = [_bulan(months) for months in calon] if isinstance(calon, list) else []
    if readings and all(readings):
        return f"{_KEADAAN['tidak-terbaca']}; kemungkinan bulan: {'; atau '.join(filter(None, readings))}"
    other = {name: item for name, item in value.items() if name not in ("keadaan", "catatan")}
    return join_lines(_text(other)) if other else _KEADAAN.get(str(state), str(state or "tanpa keterangan"))


def _bulan(months: Any) -> str | None:  # noqa: ANN401 - raw YAML
    """Return raw months in words; None where they are none."""
    if isinstance(months, list) and all(str(m).isascii() and str(m).isdigit() and 1 <= int(m) <= 12 for m in months):  # noqa: PLR2004 - months
        return format_bulan(sorted({int(month) for month in months}))
    return None


J = JenisPerubahan
_KINDS = dict.fromkeys(find_marked_anywhere(PLAN_MODELS, Quotes), J.BUNYI) | {
    name: change.jenis for name, change in find_marked_anywhere(PLAN_MODELS, Change).items()
}
"""What a field of a plan's row is about; every other one is the reader's own note."""
_SINGLE = ("laporan", "bukti")
"""Sections whose records are always reported one by one."""


@dataclass(frozen=True, slots=True)
class _Diff:
    """Two states of the same data, and what is needed to tell them apart."""

    commit: Commit
    before: State
    after: State
    skema: bool
    """Whether the number of the data schema changed between them, so that many records changed their form."""
    renamed: dict[str, str] = field(default_factory=dict)
    kode: dict[str, str] = field(default_factory=dict)


def compare(commit: Commit, old_state: State, new_state: State, *, skema: bool = False) -> tuple[Perubahan, ...]:
    """Return the differences between two states of the same data, in the order of the newer one.

    Args:
        commit: the commit that brought the newer one.
        old_state: the older state.
        new_state: the newer one.
        skema: whether the number of the data schema changed between them: then only changed wording,
            months and reports and added or removed rows are returned, not fields that are merely written elsewhere.
    """
    renamed = find_renamed(old_state, new_state)
    diff = _Diff(
        commit,
        old_state,
        new_state,
        skema,
        renamed,
        {old_state[old].kode: new_state[new].kode for old, new in renamed.items()},
    )
    old_of = {new: old for old, new in renamed.items()}
    found: list[Perubahan] = []
    for key, record in new_state.items():
        before = old_state.get(old_of.get(key, key))
        found += _added(diff, record) if before is None else _changed(diff, before, record)
    for key, record in old_state.items():
        if key not in new_state and key not in renamed:
            found += _removed(diff, record)
    return tuple(found)


def _added(diff: _Diff, record: OldRecord) -> Iterator[Perubahan]:
    if _with_section(diff.before, record):
        if _first_of_section(diff.after, record):
            yield _section(diff, record, diff.after, J.TAMBAH)
    elif record.bagian == "laporan" and record.jenis == "entri":
        jenis = J.KOREKSI if record.isi.get("mengoreksi") else J.REALISASI
        told = list_words("", [record.isi.get(name, "") for name in ("hasil", "periode")])
        yield _about(diff, record, jenis, "hasil", (None, told))
    elif record.bagian == "bukti":
        yield _about(diff, record, J.BUKTI)
    elif not _parent_in(diff, record, diff.after, gone_from=diff.before):
        yield _about(diff, record, J.TAMBAH, jumlah=_below(record, diff.after, diff.before))


def _removed(diff: _Diff, record: OldRecord) -> Iterator[Perubahan]:
    if _with_section(diff.after, record):
        if _first_of_section(diff.before, record):
            yield _section(diff, record, diff.before, J.HAPUS)
    elif not _parent_in(diff, record, diff.before, gone_from=diff.after):
        yield _about(diff, record, J.HAPUS, jumlah=_below(record, diff.before, diff.after))


def _with_section(other: State, record: OldRecord) -> bool:
    """Return whether a record's whole section was added or removed with it, which is reported as one difference."""
    return record.bagian not in _SINGLE and not any(one.bagian == record.bagian for one in other.values())


def _first_of_section(state: State, record: OldRecord) -> bool:
    return next(one for one in state.values() if one.bagian == record.bagian) is record


def _section(diff: _Diff, record: OldRecord, state: State, jenis: JenisPerubahan) -> Perubahan:
    counts = Counter(one.jenis for one in state.values() if one.bagian == record.bagian and one.jenis != "berkas")
    return Perubahan(diff.commit, record.bagian, jenis, "bagian", record.bagian, jumlah=dict(counts))


def _parent_in(diff: _Diff, record: OldRecord, state: State, *, gone_from: State) -> bool:
    """Return whether the record above was added or removed too; its difference then covers this one."""
    above = _above(record, state)
    # Renamed records are new under one kunci and gone under the other, but neither added nor removed.
    taken = diff.renamed.values() if state is diff.after else diff.renamed
    return above is not None and above.key not in gone_from and above.key not in taken


def _above(record: OldRecord, state: State) -> OldRecord | None:
    if not record.parents:
        return None
    return state.get(record.parents[-1]) or state.get(f"{record.bagian} {record.parents[-1]}")


def _below(record: OldRecord, state: State, other: State) -> dict[str, int]:
    depth = len(record.parents) + 1
    path = (*record.parents, record.kode)
    below = (r for r in state.values() if r.bagian == record.bagian and r.parents[:depth] == path)
    return dict(Counter(one.jenis for one in below if one.key not in other))


def _changed(diff: _Diff, earlier: OldRecord, later: OldRecord) -> Iterator[Perubahan]:
    if earlier.kode != later.kode:
        yield _about(diff, later, J.KODE, "kode", (earlier.kode, later.kode))
    if tuple(diff.kode.get(kode, kode) for kode in earlier.parents) != later.parents and not diff.skema:
        yield _about(diff, later, J.LETAK, "letak", (_place_name(earlier, diff.before), _place_name(later, diff.after)))
    fields = _different(diff, earlier.isi, later.isi)
    if later.bagian not in PLAN_SECTIONS:
        # Their words may be about people, or may have been taken back for a reason: only the field's name is shown.
        yield from (_about(diff, later, J.UBAH, name) for name in fields if not diff.skema or name in earlier.isi)
        return
    for name in fields:
        jenis = _KINDS.get(name, J.CATATAN)
        if diff.skema and (jenis is J.CATATAN or name not in earlier.isi or name not in later.isi):
            continue
        before, after = list_words(name, earlier.isi.get(name)), list_words(name, later.isi.get(name))
        if before != after:
            yield _about(diff, later, jenis, name, (before, after))
        elif name == "jadwal":  # the months are the same and the reading of them is not
            old, new = (list_words("", record.isi[name]) for record in (earlier, later))
            yield _about(diff, later, J.CATATAN, name, (old, new))


def _different(diff: _Diff, earlier: Mapping[str, Any], later: Mapping[str, Any]) -> list[str]:
    """Return the fields whose content changed; renaming or regrouping a field is no change."""
    old = {name: translate(value, diff.kode) if name in REFERENCES else value for name, value in earlier.items()}
    names = [name for name in dict.fromkeys((*later, *old)) if not _alike(old.get(name), later.get(name))]
    # Fields that only one side has: if together they say the same as before, they were renamed or regrouped.
    moved = [name for name in names if (name in old) != (name in later)]
    said_before = Counter(text for name in moved for text in list_leaves(old.get(name, [])))
    said_now = Counter(text for name in moved for text in list_leaves(later.get(name, [])))
    same = said_before == said_now or (diff.skema and said_before <= said_now)
    return [name for name in names if name not in moved or not same or not said_before]


def _alike(earlier: Any, later: Any) -> bool:  # noqa: ANN401 - raw YAML
    """Return whether two values say the same, whatever the keys of a group are called."""
    if isinstance(earlier, list) and isinstance(later, list) and len(earlier) == len(later):
        return all(map(_alike, earlier, later))
    groups = isinstance(earlier, dict) and isinstance(later, dict) and earlier.keys() != later.keys()
    return list(list_leaves(earlier)) == list(list_leaves(later)) if groups else bool(earlier == later)


def _place_name(record: OldRecord, state: State) -> str | None:
    above = _above(record, state)
    return _name(above) or (above.kode if above else None)


def _about(  # noqa: PLR0913 - what there is to say of one difference
    diff: _Diff,
    record: OldRecord,
    jenis: JenisPerubahan,
    bidang: str | None = None,
    isi: tuple[str | None, str | None] = (None, None),
    *,
    jumlah: Mapping[str, int] | None = None,
) -> Perubahan:
    """Return one difference of a record; isi is what the field said before and says now."""
    return Perubahan(
        commit=diff.commit,
        bagian=record.bagian,
        jenis=jenis,
        rekaman=record.jenis,
        kode=record.kode,
        tempat=find_place(record, diff.after if record.key in diff.after else diff.before),
        nama=_name(record) if record.bagian in PLAN_SECTIONS else None,
        bidang=bidang,
        sebelum=isi[0],
        sesudah=isi[1],
        jumlah=jumlah or {},
    )


def find_place(record: OldRecord, state: State) -> tuple[str, ...]:
    """Return where a record stands in a plan: the plan and the rows above it; for an entry, its indikator too."""
    if record.bagian in PLAN_SECTIONS:
        return (record.bagian, *record.parents)
    kode = record.isi.get("indikator") if record.jenis == "entri" else None
    about = state.get(kode) if isinstance(kode, str) else None
    return (about.bagian, *about.parents, about.kode) if about else ()


def _name(record: OldRecord | None) -> str | None:
    """Return a row's words on one line."""
    name = record.isi.get("nama") if record else None
    return join_lines(name) or None if isinstance(name, str) else None
