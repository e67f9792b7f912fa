"""Turn a raw tree into a model, and pydantic's complaints into findings.

A broken place is mended just enough for the rest of its file to be checked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from generator.findings import Finding, Place, Rule, find_nearest, quote, suggest
from generator.load.fault import Fault, build_stand_in, find_place_of, has
from generator.model.base import ListNode, MapNode
from generator.model.jenis import ISIAN, POLA_KODE, as_kode
from generator.model.marks import list_models


def mend(fault: Fault) -> Iterator[MapNode]:
    """Repair one place just enough for the rest of the file to be checked; yield the records left out."""
    holder, key = fault.holder, fault.key
    _mark(fault)
    if fault.kind == "missing":
        if not has(holder, key):  # a misspelt key may have been taken for it in this very round
            yield from _stub_or_leave_out(fault)
    elif fault.kind == "extra_forbidden":
        if fault.meant and isinstance(holder, MapNode):
            _rename(holder, str(key), fault.meant)
        else:
            holder.pop(key, None)
    elif not has(holder, key):
        yield from _leave_out(fault.parents)
    elif substitute := _substitute(fault):
        holder[key] = substitute
    else:
        yield from _drop(holder, key)


def _mark(fault: Fault) -> None:
    """Note in the nearest mapping which of its keys has a reported mistake."""
    holder, key = fault.holder, str(fault.key)
    for outer in reversed(fault.parents[:-1]):
        if isinstance(holder, MapNode):
            break
        key = (
            next((name for name, value in outer.items() if value is holder), "") if isinstance(outer, MapNode) else key
        )
        holder = outer
    if isinstance(holder, MapNode):
        holder.faulty.add(key)


def _stub_or_leave_out(fault: Fault) -> Iterator[MapNode]:
    """Put a placeholder for a missing value, so that the rest of its record is checked; else drop the record."""
    in_list = any(isinstance(holder, ListNode) for holder in fault.parents)
    value = build_stand_in(fault.field, fault.holder.place, in_list=in_list)
    if value is not None and isinstance(fault.holder, MapNode):
        fault.holder[str(fault.key)] = value
        fault.holder.value_places[str(fault.key)] = fault.holder.place
    elif in_list:
        yield from _leave_out(fault.parents)


def _substitute(fault: Fault) -> Any:  # noqa: ANN401 - whatever the raw tree may hold
    """Return what a broken value was most likely meant to be, or None."""
    value = fault.detail["input"]
    # One value where a list belongs: the dash or the brackets were forgotten.
    if fault.kind in {"tuple_type", "list_type"} and (isinstance(value, MapNode) or _is_word(value)):
        items = ListNode(find_place_of(fault.holder, fault.key, ""))
        items.append(value)
        items.item_places.append(items.place)
        return items
    # A list of one where a record belongs: a dash too many.
    if fault.kind in {"model_type", "model_attributes_type"} and isinstance(value, ListNode) and len(value) == 1:
        return value[0] if isinstance(value[0], MapNode) else None
    if fault.kind in {"literal_error", "enum"}:
        return find_nearest(fault.value, fault.words)
    if fault.kind == "kolom" and fault.context["rule"] is POLA_KODE:
        tidy = as_kode(fault.value)
        return tidy if tidy != fault.value else None
    return None


def _rename(holder: MapNode, key: str, meant: str) -> None:
    holder[meant] = holder.pop(key)
    holder.value_places[meant] = holder.value_places[key]
    holder.key_places[meant] = holder.key_places[key]


def _is_word(value: object) -> bool:
    return isinstance(value, str) and value.replace("-", "").isalnum()


def _drop(holder: Any, key: Any) -> Iterator[MapNode]:  # noqa: ANN401 - MapNode or ListNode
    """Take a value out; yield the records inside it."""
    value = holder[key]
    del holder[key]
    if isinstance(holder, ListNode):
        del holder.item_places[key]
    yield from (item for item in (value if isinstance(value, ListNode) else [value]) if isinstance(item, MapNode))


def _leave_out(parents: tuple[Any, ...]) -> Iterator[MapNode]:
    """Remove the innermost list item around the place and yield its records; do nothing outside any list."""
    for outer, inner in zip(reversed(parents[:-1]), reversed(parents[1:]), strict=True):
        if isinstance(outer, ListNode):
            index = next((i for i, item in enumerate(outer) if item is inner), None)
            if index is not None:
                yield from _drop(outer, index)
            return


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
