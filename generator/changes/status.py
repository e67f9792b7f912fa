"""The status that rows had in an old state of the data, as far as today's rules can still read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from generator.changes.diff import find_place
from generator.changes.records import PLAN_SECTIONS, OldRecord, State
from generator.model.bukti import Bukti
from generator.model.files import PLAN_MODELS
from generator.model.isi import Rencana, Tahun
from generator.model.kantor import RezimTahun, Satker, SetelanTahun
from generator.model.keputusan import Keputusan
from generator.model.marks import AffectsStatus, find_marked_anywhere
from generator.model.perubahan import Commit, JenisPerubahan, Perubahan
from generator.model.realisasi import Entri
from generator.model.rencana import (
    AreaRB,
    AreaZI,
    Indikator,
    IndikatorZI,
    Kegiatan,
    Komponen,
    RencanaRB,
    RencanaZI,
    SubKegiatan,
)
from generator.model.situs import Rezim
from generator.progress import assess

AnyModel = TypeVar("AnyModel", bound=BaseModel)
_AFFECTS = find_marked_anywhere(PLAN_MODELS, AffectsStatus)


def compare_status(
    changes: Iterable[Perubahan], old_state: State, new_state: State, tahun: int, rezim: Mapping[str, Rezim]
) -> Iterator[Perubahan]:
    """Yield the rows whose status a commit changed, as both states show it on the commit's day.

    Only rows that the commit touched are compared: a status that changes as days pass belongs to no commit.
    A row that today's rules cannot read in both states is left out.

    Args:
        changes: what the commit changed.
        old_state: the state before it.
        new_state: the state after it.
        tahun: the year.
        rezim: the regimes by kode.
    """
    rows: dict[str, tuple[str, Commit]] = {}
    for one in changes:
        if one.rekaman == "entri" and one.tempat:
            rows.setdefault(one.tempat[-1], (one.tempat[-1], one.commit))
        elif one.rekaman == "indikator" and (one.bidang in _AFFECTS or one.jenis is JenisPerubahan.KODE):
            old = one.sebelum if one.jenis is JenisPerubahan.KODE else None
            rows[one.kode] = (old or rows.get(one.kode, (one.kode,))[0], one.commit)
    if not rows:
        return
    commit = next(iter(rows.values()))[1]
    before = assess_states(old_state, [old for old, _ in rows.values()], tahun, rezim, commit.tanggal)
    after = assess_states(new_state, rows, tahun, rezim, commit.tanggal)
    for kode, (old, _) in rows.items():
        was, now = before.get(old), after.get(kode)
        if was and now and was != now:
            record = new_state[kode]
            nama = record.isi.get("nama")
            yield Perubahan(
                commit,
                record.bagian,
                JenisPerubahan.STATUS,
                record.jenis,
                kode,
                find_place(record, new_state),
                nama if isinstance(nama, str) else None,
                "status",
                was,
                now,
            )


def assess_states(
    state: State, daftar_kode: Iterable[str], tahun: int, rezim: Mapping[str, Rezim], hari: date
) -> dict[str, str]:
    """Return the status of some indikator on a day, by kode; one that cannot be read is left out.

    Args:
        state: a state of the year.
        daftar_kode: the indikator.
        tahun: the year.
        rezim: the regimes by kode.
        hari: the day, unless the state's own settings fix one.
    """
    rows = [record for kode in daftar_kode if (record := state.get(kode)) and record.bagian in PLAN_SECTIONS]
    year = _year(state, rows, tahun, rezim)
    if year is None:
        return {}
    result = assess(year, year.setelan.per_tanggal or hari)
    return {kode: state.status for kode, state in result.indikator.items()}


def _year(state: State, rows: list[OldRecord], tahun: int, rezim: Mapping[str, Rezim]) -> Tahun | None:
    """Return a year with only these rows and what their status depends on; None if its settings cannot be read."""
    settings = next((record for record in state.values() if record.bagian == "setelan"), None)
    setelan = _read(SetelanTahun, settings.isi) if settings else None
    if setelan is None:
        return None
    wanted = {record.kode for record in rows}
    logs = (r for r in state.values() if r.jenis == "entri" and r.isi.get("indikator") in wanted)
    daftar_entri = (_read(Entri, {**record.isi, "kode": record.kode}) for record in logs)
    listed = (_read(Bukti, {**r.isi, "kode": r.kode}) for r in state.values() if r.jenis == "bukti")
    plans: dict[str, list[Any]] = {}
    for record in rows:
        if berkas := _file(state, record):
            plans.setdefault(record.bagian, []).append(berkas)
    known = {jenis: _rezim(setelan.rezim, jenis, rezim) for jenis in plans}
    return Tahun(
        satker=_bare(Satker, kode="", nama=""),
        setelan=setelan.model_copy(update={"tahun": tahun}),
        folder="",
        keputusan=tuple(_keputusan(r) for r in state.values() if r.jenis == "keputusan"),
        rencana=tuple(Rencana(jenis, known[jenis], tuple(files)) for jenis, files in plans.items()),
        realisasi=tuple(e for e in daftar_entri if e and (e.tanggal or e.paling_lambat)),
        bukti=tuple(filter(None, listed)),
    )


def _rezim(setelan: RezimTahun, jenis: str, rezim: Mapping[str, Rezim]) -> Rezim:
    usual = next(one for one in rezim.values() if one.jenis == jenis)
    return rezim.get(getattr(setelan, jenis) or "", usual)


def _file(state: State, record: OldRecord) -> RencanaRB | RencanaZI | None:
    """Return a plan file with one indikator and, of the rows above it, only the fields that can end it."""
    rb = record.bagian == "rb"
    indikator = _read(Indikator if rb else IndikatorZI, {**record.isi, "kode": record.kode})
    above = [state.get(f"{record.bagian} {kode}") or state.get(kode) for kode in record.parents]
    if indikator is None or len(above) < 2 or None in above:  # noqa: PLR2004 - an area and a part of it
        return None
    area, bagian, *sub = [_ending(one) for one in above if one]
    head = state.get(f"{record.bagian} {record.parents[0]}")
    keputusan = head.isi.get("keputusan") if head else None
    if rb:
        # Any kode will do for these rows: nothing is validated here, and no page shows them.
        below = tuple(_bare(SubKegiatan, kode="x", indikator=(indikator,), **one) for one in sub)
        own = () if below else (indikator,)
        part = _bare(Kegiatan, kode="x", sub_kegiatan=below, indikator=own, **bagian)
        # The head of the file stands with the area here, and its decree is not the area's own.
        heading = _bare(AreaRB, kode="x", kegiatan=(part,), **(area | {"keputusan": None}))
        return _bare(RencanaRB, keputusan=keputusan, lampiran=None, area=heading)
    komponen = _bare(Komponen, kode="x", indikator=(indikator,), **bagian)
    head_zi = _bare(AreaZI, kode="x", komponen=(komponen,), **(area | {"keputusan": None}))
    return _bare(RencanaZI, keputusan=keputusan, lampiran=None, area=head_zi)


def _ending(record: OldRecord) -> dict[str, Any]:
    """Return the fields of a row that affect the status of the rows below it."""
    return {name: record.isi.get(name) for name, mark in _AFFECTS.items() if mark.below}


def _keputusan(record: OldRecord) -> Keputusan:
    decreed, end = (_day(record.isi.get(name)) for name in ("tanggal", "berlaku_sampai"))
    return _bare(Keputusan, kode=record.kode, tanggal=decreed, berlaku_sampai=end)


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _bare(model: type[AnyModel], **fields: Any) -> AnyModel:  # noqa: ANN401 - the model's own
    """Return an unvalidated record that has only these fields."""
    return model.model_construct(**fields)


def _read(model: type[AnyModel], isi: Mapping[str, Any]) -> AnyModel | None:
    """Return a record by today's model, unknown fields dropped; None if it does not validate."""
    known = {name: value for name, value in isi.items() if name in model.model_fields}
    try:
        return model.model_validate(known)
    except ValidationError:
        return None
