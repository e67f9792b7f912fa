"""Write a draft as the plan files a clerk would have typed, each doubt a comment above the row it speaks of."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.importers.draft import (
    Doubt,
    Draft,
    DraftArea,
    DraftButir,
    DraftIndikator,
    DraftJadwal,
    DraftKegiatan,
    DraftSubKegiatan,
    KodeArea,
    assign_kode,
    format_letter,
)
from generator.model.periode import group_runs

_HEAD = (
    "# yaml-language-server: $schema=../../../../../site_config/skema/rencana-rb.schema.json",
    "# Rencana aksi RB: satu berkas untuk satu area perubahan. Teks dikutip apa adanya dari keputusan.",
    "# Periksa dengan: kolom periksa",
)
_INVISIBLE = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})


def as_yaml(draft: Draft, keputusan: str, lampiran: str, awalan: Mapping[str, str]) -> dict[str, str]:
    """Return file name → text of one file per area, every doubt of the draft in one of them.

    Args:
        draft: What the reader found.
        keputusan: Kode of the decree.
        lampiran: The annex with the table, as printed.
        awalan: Canonical area → prefix of its kode, as in ``site_config/rezim.yml``.
    """
    berkas = {}
    doubts = _place_doubts(draft)
    for area, kode in zip(draft.area, assign_kode(draft.area, awalan), strict=True):
        lines = [*_HEAD, f"keputusan: {keputusan}", f"lampiran: {_quote(lampiran)}"]
        lines += _area(area, kode, doubts)
        berkas[f"{kode.kode}.yml"] = "\n".join(lines) + "\n"
    return berkas


def _place_doubts(draft: Draft) -> dict[int, list[Doubt]]:
    """Return the doubts by the row they stand above: the first that begins on their line, else the last before it."""
    rows = [row for row in draft.semua_butir() if row.baris]
    placed: dict[int, list[Doubt]] = {}
    for doubt in draft.doubts:
        if not rows:
            break
        row = next((row for row in rows if row.baris[0] == doubt.baris), None)
        row = row or next((row for row in rows if doubt.baris in row.baris), None)
        before = [row for row in rows if row.baris[0] < doubt.baris]
        row = row or max(before, key=lambda row: row.baris[0], default=rows[0])
        # By identity: rows of a draft may be equal.
        placed.setdefault(id(row), []).append(doubt)
    return placed


def _area(area: DraftArea, kode: KodeArea, doubts: Mapping[int, Sequence[Doubt]]) -> Iterator[str]:
    yield from _comments(area, doubts)
    if kode.padanan is None:
        yield "# RAGU: area ini tidak cocok dengan area baku mana pun; periksa kode dan awalannya"
    elif kode.kode != kode.padanan:
        yield f"# RAGU: area baku {kode.padanan} sudah dipakai area lain; periksa padanannya"
    yield "area:"
    yield f"  kode: {kode.kode}"
    if kode.padanan:
        yield f"  padanan: {kode.padanan}"
    yield from _indent(_head(area), 2)
    if area.kegiatan:
        yield "  kegiatan:"
    for index, kegiatan in enumerate(area.kegiatan):
        if index:
            yield ""
        yield from _indent(_kegiatan(kegiatan, f"{kode.awalan}-{index + 1}", doubts), 4)


def _kegiatan(kegiatan: DraftKegiatan, kode: str, doubts: Mapping[int, Sequence[Doubt]]) -> Iterator[str]:
    yield from _comments(kegiatan, doubts)
    yield from _item(kode, _head(kegiatan))
    subs = [f"{kode}-{format_letter(index)}" for index in range(len(kegiatan.sub_kegiatan))]
    if subs:
        yield "  sub_kegiatan:"
    for index, (sub, sub_kode) in enumerate(zip(kegiatan.sub_kegiatan, subs, strict=True)):
        if index:
            yield ""
        yield from _indent(_sub_kegiatan(sub, sub_kode, doubts), 4)
    yield from _indent(_indikator(kegiatan.indikator, kode, doubts, subs), 2)


def _sub_kegiatan(sub: DraftSubKegiatan, kode: str, doubts: Mapping[int, Sequence[Doubt]]) -> Iterator[str]:
    yield from _comments(sub, doubts)
    yield from _item(kode, _head(sub, _rincian(sub.rincian), _text("keterangan", sub.keterangan)))
    yield from _indent(_indikator(sub.indikator, kode, doubts, ()), 2)


def _indikator(
    indikator: Sequence[DraftIndikator], parents: str, doubts: Mapping[int, Sequence[Doubt]], subs: Sequence[str]
) -> Iterator[str]:
    if indikator:
        yield "indikator:"
    for index, item in enumerate(indikator):
        mencakup = [f"mencakup: [{', '.join(subs[position] for position in item.mencakup)}]"] if item.mencakup else []
        own = [
            *_rincian(item.rincian),
            *mencakup,
            f"jadwal: {_jadwal(item.jadwal)}",
            *_text("keterangan", item.keterangan),
        ]
        yield from _indent(_comments(item, doubts), 2)
        yield from _indent(_item(f"{parents}-{index + 1}", _head(item, own)), 2)


def _head(butir: DraftButir, *own: Iterable[str]) -> Iterator[str]:
    """Yield the lines that every row has, its own between its name and its place."""
    yield from _text("nomor", butir.nomor)
    yield from _text("nama", butir.nama)
    for lines in own:
        yield from lines
    yield f"asal: {_asal(butir.baris)}"
    if butir.rearranged:
        yield "letak: disusun-ulang"
    yield from _text("catatan", butir.catatan)


def _item(kode: str, lines: Iterable[str]) -> Iterator[str]:
    yield f"- kode: {kode}"
    yield from _indent(lines, 2)


def _text(key: str, value: str | None) -> list[str]:
    return [f"{key}: {_quote(value)}"] if value else []


def _rincian(rincian: Sequence[str]) -> list[str]:
    return ["rincian:", *(f"  - {_quote(text)}" for text in rincian)] if rincian else []


def _jadwal(jadwal: DraftJadwal) -> str:
    parts = [f"bulan: [{', '.join(map(str, jadwal.bulan))}]"] if jadwal.bulan else []
    calon = [f"calon: {[list(months) for months in jadwal.calon]}"] if jadwal.calon else []
    parts += [f"keadaan: {jadwal.keadaan.value}", *calon, *_text("catatan", jadwal.catatan)]
    return f"{{{', '.join(parts)}}}"


def _asal(baris: Sequence[int]) -> str:
    parts = [f"L{run[0]}" if len(run) == 1 else f"L{run[0]}-{run[-1]}" for run in group_runs(baris)]
    return parts[0] if len(parts) == 1 else f'"{", ".join(parts)}"'


def _comments(butir: DraftButir, doubts: Mapping[int, Sequence[Doubt]]) -> Iterator[str]:
    for doubt in doubts.get(id(butir), ()):
        yield f"# RAGU L{doubt.baris}: {_visible(doubt.kata)}"


def _indent(lines: Iterable[str], spaces: int) -> Iterator[str]:
    for line in lines:
        yield f"{' ' * spaces}{line}" if line else line


def _quote(value: str) -> str:
    # A JSON string is a YAML string in double quotes, all its escapes included.
    return json.dumps(_visible(value), ensure_ascii=False)


def _visible(text: str) -> str:
    """Return text with a visible sign for each invisible character, which no data file may hold."""
    return "".join("\N{REPLACEMENT CHARACTER}" if unicodedata.category(char) in _INVISIBLE else char for char in text)
