"""The status that rows had in an old state of the data, as far as today's rules can still read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from generator.model.files import PLANS
from generator.model.isi import Rencana, Tahun
from generator.model.kantor import RezimTahun, Satker, SetelanTahun
from generator.model.keputusan import Keputusan
from generator.model.marks import AffectsStatus, marked_anywhere
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
from generator.perubahan.beda import place
from generator.perubahan.rekaman import RENCANA, Keadaan, Rekam
from generator.progress import assess

Record = TypeVar("Record", bound=BaseModel)
_AFFECTS = marked_anywhere(PLANS, AffectsStatus)


def compare_status(
    changes: Iterable[Perubahan], lama: Keadaan, baru: Keadaan, tahun: int, rezim: Mapping[str, Rezim]
) -> Iterator[Perubahan]:
    """Yield the rows whose status a commit changed, as both states show it on the commit's day.

    Only rows that the commit touched are compared: a status that changes as days pass belongs to no commit.
    A row that today's rules cannot read in both states is left out.

    Args:
        changes: what the commit changed.
        lama: the state before it.
        baru: the state after it.
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
    before = states(lama, [old for old, _ in rows.values()], tahun, rezim, commit.tanggal)
    after = states(baru, rows, tahun, rezim, commit.tanggal)
    for kode, (old, _) in rows.items():
        was, now = before.get(old), after.get(kode)
        if was and now and was != now:
            rekam = baru[kode]
            nama = rekam.isi.get("nama")
            yield Perubahan(
                commit,
                rekam.bagian,
                JenisPerubahan.STATUS,
                rekam.jenis,
                kode,
                place(rekam, baru),
                nama if isinstance(nama, str) else None,
                "status",
                was,
                now,
            )


def states(
    keadaan: Keadaan, daftar_kode: Iterable[str], tahun: int, rezim: Mapping[str, Rezim], hari: date
) -> dict[str, str]:
    """Return the status of some indikator on a day, by kode; one that cannot be read is left out.

    Args:
        keadaan: a state of the year.
        daftar_kode: the indikator.
        tahun: the year.
        rezim: the regimes by kode.
        hari: the day, unless the state's own settings fix one.
    """
    rows = [rekam for kode in daftar_kode if (rekam := keadaan.get(kode)) and rekam.bagian in RENCANA]
    year = _year(keadaan, rows, tahun, rezim)
    if year is None:
        return {}
    result = assess(year, year.setelan.per_tanggal or hari)
    return {kode: state.status for kode, state in result.indikator.items()}


def _year(keadaan: Keadaan, rows: list[Rekam], tahun: int, rezim: Mapping[str, Rezim]) -> Tahun | None:
    """Return a year with only these rows and what their status depends on; None if its settings cannot be read."""
    settings = next((rekam for rekam in keadaan.values() if rekam.bagian == "setelan"), None)
    setelan = _read(SetelanTahun, settings.isi) if settings else None
    if setelan is None:
        return None
    wanted = {rekam.kode for rekam in rows}
    logs = (r for r in keadaan.values() if r.jenis == "entri" and r.isi.get("indikator") in wanted)
    entries = (_read(Entri, {**rekam.isi, "kode": rekam.kode}) for rekam in logs)
    plans: dict[str, list[Any]] = {}
    for rekam in rows:
        if berkas := _file(keadaan, rekam):
            plans.setdefault(rekam.bagian, []).append(berkas)
    known = {jenis: _rezim(setelan.rezim, jenis, rezim) for jenis in plans}
    return Tahun(
        satker=_bare(Satker, kode="", nama=""),
        setelan=setelan.model_copy(update={"tahun": tahun}),
        folder="",
        keputusan=tuple(_decree(r) for r in keadaan.values() if r.jenis == "keputusan"),
        rencana=tuple(Rencana(jenis, known[jenis], tuple(files)) for jenis, files in plans.items()),
        realisasi=tuple(e for e in entries if e and (e.tanggal or e.paling_lambat)),
    )


def _rezim(setelan: RezimTahun, jenis: str, rezim: Mapping[str, Rezim]) -> Rezim:
    usual = next(one for one in rezim.values() if one.jenis == jenis)
    return rezim.get(getattr(setelan, jenis) or "", usual)


def _file(keadaan: Keadaan, rekam: Rekam) -> RencanaRB | RencanaZI | None:
    """Return a plan file with one indikator and, of the rows above it, only the fields that can end it."""
    rb = rekam.bagian == "rb"
    indikator = _read(Indikator if rb else IndikatorZI, {**rekam.isi, "kode": rekam.kode})
    above = [keadaan.get(f"{rekam.bagian} {kode}") or keadaan.get(kode) for kode in rekam.induk]
    if indikator is None or len(above) < 2 or None in above:  # noqa: PLR2004 - an area and a part of it
        return None
    area, bagian, *sub = [_ending(one) for one in above if one]
    head = keadaan.get(f"{rekam.bagian} {rekam.induk[0]}")
    decree = head.isi.get("keputusan") if head else None
    if rb:
        # Any kode will do for these rows: nothing is validated here, and no page shows them.
        below = tuple(_bare(SubKegiatan, kode="x", indikator=(indikator,), **one) for one in sub)
        own = () if below else (indikator,)
        part = _bare(Kegiatan, kode="x", sub_kegiatan=below, indikator=own, **bagian)
        # The head of the file stands with the area here, and its decree is not the area's own.
        kepala = _bare(AreaRB, kode="x", kegiatan=(part,), **(area | {"keputusan": None}))
        return _bare(RencanaRB, keputusan=decree, lampiran=None, area=kepala)
    komponen = _bare(Komponen, kode="x", indikator=(indikator,), **bagian)
    kepala_zi = _bare(AreaZI, kode="x", komponen=(komponen,), **(area | {"keputusan": None}))
    return _bare(RencanaZI, keputusan=decree, lampiran=None, area=kepala_zi)


def _ending(rekam: Rekam) -> dict[str, Any]:
    """Return the fields of a row that affect the status of the rows below it."""
    return {name: rekam.isi.get(name) for name, mark in _AFFECTS.items() if mark.below}


def _decree(rekam: Rekam) -> Keputusan:
    decreed, end = (_day(rekam.isi.get(name)) for name in ("tanggal", "berlaku_sampai"))
    return _bare(Keputusan, kode=rekam.kode, tanggal=decreed, berlaku_sampai=end)


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _bare(model: type[Record], **fields: Any) -> Record:  # noqa: ANN401 - the model's own
    """Return an unvalidated record that has only these fields."""
    return model.model_construct(**fields)


def _read(model: type[Record], isi: Mapping[str, Any]) -> Record | None:
    """Return a record by today's model, unknown fields dropped; None if it does not validate."""
    known = {name: value for name, value in isi.items() if name in model.model_fields}
    try:
        return model.model_validate(known)
    except ValidationError:
        return None
