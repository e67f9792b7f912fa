"""Turn a raw tree into a model, and pydantic's complaints into findings.

All mistakes of a file are wanted at once, those of the cross-file rules included. So after reporting, the broken
places are mended, and the file is looked at again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from generator.findings import Finding, Place, Rule, quote, suggest
from generator.load.fault import Fault, find_place_of
from generator.load.mend import mend
from generator.model.base import ListNode, MapNode
from generator.model.jenis import ISIAN
from generator.model.marks import list_models

BENTUK = Rule(
    "bentuk", "Setiap isian berbentuk seperti yang diminta: teks, bilangan, tanggal, daftar, atau kunci: isi."
)
BATAS = Rule("batas", "Setiap bilangan ada di antara batas terkecil dan terbesarnya.")
KUNCI_ASING = Rule("kunci-asing", "Hanya kunci yang dikenal yang ditulis, persis ejaannya.")
KUNCI_KURANG = Rule("kunci-kurang", "Semua kunci wajib sudah ditulis.")
KUNCI_KOSONG = Rule("kunci-kosong", "Semua kunci wajib sudah diisi.")

Model = TypeVar("Model", bound=BaseModel)
# Mending a place can uncover another one below it; more rounds than any model has levels.
_ROUNDS = 12

_LIST_EXPECTED = ("di sini harus daftar", "awali tiap butir dengan tanda - di baris sendiri, atau tulis [a, b]")
_MAP_EXPECTED = ("di sini harus kunci: isi", "tulis kunci dan isinya di baris berikutnya")
_TYPES = {
    "string_type": ("di sini harus teks", "tulis satu kalimat, bukan daftar atau kunci: isi; beri tanda kutip ganda"),
    "too_long": ("teks terlalu panjang", "bagi menjadi beberapa butir"),
    "list_type": _LIST_EXPECTED,
    "tuple_type": _LIST_EXPECTED,
    "model_type": _MAP_EXPECTED,
    "model_attributes_type": _MAP_EXPECTED,
    "dict_type": _MAP_EXPECTED,
    "int_type": ("di sini harus bilangan", "tulis satu bilangan dengan angka 0–9, bukan daftar"),
    "bool_type": ("isian harus ya atau tidak", "tulis ya, atau tidak"),
    "date_type": ("di sini harus tanggal", "tulis satu tanggal dengan pola TTTT-BB-HH, contoh 2022-03-28"),
    "literal_error": ("isian ini harus satu kata", "hapus tanda kurungnya"),
    "enum": ("isian ini harus satu kata", "hapus tanda kurungnya"),
}


@dataclass(frozen=True, slots=True)
class Validated:
    """The result of validating one file."""

    record: Any
    """The record, as complete as possible; None if nothing could be saved."""
    findings: tuple[Finding, ...] = ()
    left_out: tuple[MapNode, ...] = ()
    """Raw records that were left out, so that what they quote is missing."""


def validate(model: type[Model], isi: MapNode, berkas: str) -> Validated:
    """Return the record and every finding of the file's own shape.

    Args:
        model: what the file must hold.
        isi: the raw tree; it is mended in place where it is broken.
        berkas: the file's name in findings.
    """
    left_out: list[MapNode] = []
    empty = tuple(_empty_unknown(model, isi))
    findings: dict[tuple[Place, str, str], Finding] = {}
    guessed: set[tuple[int, str]] = set()
    for _ in range(_ROUNDS):
        try:
            return Validated(model.model_validate(isi), (*empty, *findings.values()), tuple(left_out))
        except ValidationError as error:
            faults = [Fault.of(detail, model, isi) for detail in error.errors(include_url=False)]
        meant = {fault.place_meant for fault in faults if fault.meant}
        for fault in faults:
            if fault.is_consequence or fault.place_at_fault in meant or fault.place_at_fault in guessed:
                continue
            finding = _finding(fault, berkas)
            findings.setdefault((finding.place, finding.code, str(fault.key)), finding)
        # A guessed key may be the wrong one: complaints about its value would blame the clerk for our guess.
        guessed |= {fault.place_meant for fault in faults if fault.meant and not fault.is_near}
        # Items are dropped from the end, so that the places of those before them stay right.
        for fault in sorted(faults, key=lambda f: f.key if isinstance(f.key, int) else -1, reverse=True):
            left_out.extend(mend(fault))
    return Validated(None, (*empty, *findings.values()), tuple(left_out))


def _finding(fault: Fault, berkas: str) -> Finding:
    place = find_place_of(fault.holder, fault.key, berkas)
    shown = quote(fault.value)
    is_text = isinstance(fault.detail["input"], str)
    match fault.kind:
        case "kolom":
            rule, suggestion = fault.context["rule"], fault.context["saran"]
            message = f"{fault.context['pesan']}: {shown}" if is_text else fault.context["pesan"]
        case "missing":
            return _missing(fault, berkas)
        case "extra_forbidden":
            place = fault.holder.key_places.get(str(fault.key), place)
            rule, message, suggestion = KUNCI_ASING, f"kunci {quote(fault.key)} tidak dikenal", _key_meant(fault)
        case "literal_error" | "enum" if is_text:
            rule, message = ISIAN, f"isian {shown} tidak dikenal"
            suggestion = suggest(fault.value, fault.words, f"pilih salah satu: {', '.join(fault.words)}")
        case "greater_than_equal":
            rule, message, suggestion = BATAS, f"bilangan {shown} terlalu kecil", f"paling kecil {fault.context['ge']}"
        case "less_than_equal":
            rule, message, suggestion = BATAS, f"bilangan {shown} terlalu besar", f"paling besar {fault.context['le']}"
        case kind:
            rule = BENTUK
            message, suggestion = _TYPES.get(
                kind, ("isian ini tidak sesuai skema", "bandingkan dengan contoh di panduan")
            )
    return Finding(place, rule, message, suggestion)


def _empty_unknown(model: type[BaseModel], raw: Any) -> Iterator[Finding]:  # noqa: ANN401 - any part of the tree
    """Yield a finding per unknown key without a value: text after a comma in braces is lost that way."""
    if isinstance(raw, ListNode):
        for item in raw:
            yield from _empty_unknown(model, item)
    if not isinstance(raw, MapNode):
        return
    for key, place in raw.key_places.items():
        if key not in raw and key not in model.model_fields:
            suggestion = _comma_meant(raw, key) or suggest(
                key, model.model_fields, "hapus, atau beri tanda kutip ganda pada seluruh teks yang memuatnya"
            )
            yield Finding(place, KUNCI_ASING, f"kunci {quote(key)} tidak dikenal", suggestion)
    for key, value in raw.items():
        info = model.model_fields.get(key)
        inner = next(list_models(info.annotation), None) if info else None
        if inner is not None:
            yield from _empty_unknown(inner, value)


def _comma_meant(raw: MapNode, key: str) -> str | None:
    """Return the advice where a decimal comma in braces has cut a number in two: {nilai: 3,45}."""
    keys = list(raw.key_places)
    name = keys[keys.index(key) - 1]
    whole = raw.get(name)
    if not (key.isdecimal() and isinstance(whole, str) and whole.isdecimal()):
        return None
    return f"bila maksud Anda {name}: {whole}.{key}, tulis dengan titik"


def _missing(fault: Fault, berkas: str) -> Finding:
    holder, key = fault.holder, quote(fault.key)
    if isinstance(holder, MapNode) and fault.key in holder.key_places:
        return Finding(holder.key_places[str(fault.key)], KUNCI_KOSONG, f"kunci {key} belum diisi", "tulis isinya")
    place = find_place_of(holder, None, berkas)
    return Finding(place, KUNCI_KURANG, f"kunci {key} belum ada", f"tambahkan baris {fault.key}: …")


def _key_meant(fault: Fault) -> str:
    if fault.meant and not fault.is_near:
        return f"yang belum ada di sini: {quote(fault.meant)}"
    return suggest(str(fault.key), fault.free, f"kunci yang dikenal: {', '.join(fault.keys)}")
