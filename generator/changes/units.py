"""The parts of the data by which publication is proven, so that the history can tell since when each is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.changes.records import OldRecord

_WHOLE = ("bukti", "survei", "laporan")
"""Sections whose records count as wholes; of a survey its follow-ups are told apart, which come later."""
_BY_FIELD = ("layanan", "kanal", "survei")
"""Sections of which each field counts on its own: what is filled in later is published later."""


def list_units(records: Iterable[OldRecord]) -> Iterator[str]:
    """Yield the name of each part: its section, its record, and its field or what is listed in it.

    ``layanan/layanan/maklumat``, ``layanan/permohonan-informasi/biaya``, ``kanal/kpu-kota-uji/ppid``,
    ``kanal/kanal/ppid 2022-tw1``, ``bukti/b-sop``.
    """
    for record in records:
        name = f"{record.bagian}/{record.kode}"
        if record.bagian in (*_WHOLE, *_BY_FIELD):
            yield name
        if record.bagian in _BY_FIELD:
            yield from (f"{name}/{part}" for part in _parts(record))


def _parts(record: OldRecord) -> Iterator[str]:
    for key, value in record.isi.items():
        if value in (None, "", [], {}):
            continue
        yield key
        if isinstance(value, dict):
            yield from (f"{key}/{inner}" for inner, held in value.items() if held)
        elif record.bagian == "kanal" and isinstance(value, list):
            # Listed without a kode: a channel is known by its kind, a count by its channel and period.
            yield from (_item(item) for item in value if isinstance(item, dict))


def _item(item: dict[str, object]) -> str:
    return str(item.get("jenis") or f"{item.get('kanal')} {item.get('periode')}")
