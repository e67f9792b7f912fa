"""Turn a raw tree into a model, and pydantic's complaints into findings.

All mistakes of a file are wanted at once, those of the cross-file rules included. So after reporting, the broken
places are mended just enough for the rest to be looked at: a near word is taken for the word meant, an optional
value is dropped, a record without its required value is left out. Nothing mended is ever published.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.findings import Finding, Tempat, nearest, quote, suggest
from generator.model.base import Larik, Peta, as_kode

Model = TypeVar("Model", bound=BaseModel)
_ROUNDS = 12

_TYPES = {
    "string_type": ("di sini harus teks", "tulis satu kalimat, bukan daftar atau peta"),
    "string_too_long": ("teks terlalu panjang", "bagi menjadi beberapa butir"),
    "list_type": ("di sini harus daftar", "awali tiap butir dengan tanda -"),
    "tuple_type": ("di sini harus daftar", "awali tiap butir dengan tanda -"),
    "model_type": ("di sini harus kunci: isi", "tulis kunci dan isinya di baris berikutnya"),
    "model_attributes_type": ("di sini harus kunci: isi", "tulis kunci dan isinya di baris berikutnya"),
    "dict_type": ("di sini harus kunci: isi", "tulis kunci dan isinya di baris berikutnya"),
    "int_type": ("di sini harus bilangan", "tulis dengan angka 0–9 saja"),
    "bool_type": ("isian harus ya atau tidak", "tulis ya, atau tidak"),
    "date_type": ("di sini harus tanggal", "tulis dengan pola TTTT-BB-HH, contoh 2022-03-28"),
}


def validate(model: type[Model], isi: Peta, berkas: str) -> tuple[Model | None, tuple[Finding, ...]]:
    """Return the record, as whole as it can be had, and every finding of the file's own shape.

    Args:
        model: what the file must hold.
        isi: the raw tree; it is mended in place where it is broken.
        berkas: the file's name in findings.
    """
    findings: dict[tuple[Tempat, str], Finding] = {}
    dropped: list[tuple[Any, int | str]] = []
    for _ in range(_ROUNDS):
        try:
            return model.model_validate(isi), tuple(findings.values())
        except ValidationError as error:
            faults = [_Fault.of(detail, model, isi) for detail in error.errors(include_url=False)]
        meant = {(id(fault.holder), fault.meant) for fault in faults if fault.meant}
        for fault in faults:
            if fault.kind == "missing" and (id(fault.holder), fault.key) in meant:
                continue  # the misspelt key beside it is the mistake
            if fault.kind == "missing" and any(h is fault.holder and k == fault.key for h, k in dropped):
                continue  # its broken value has been reported and dropped
            if not fault.holder_is_mended:
                finding = _finding(fault, berkas)
                findings.setdefault((finding.tempat, finding.kode), finding)
        # Items are dropped from the end, so that the places of those before them stay right.
        for fault in sorted(faults, key=lambda f: f.key if isinstance(f.key, int) else -1, reverse=True):
            _mend(fault)
        dropped.extend((fault.holder, fault.key) for fault in faults if fault.kind != "missing")
    return None, tuple(findings.values())


@dataclass(frozen=True, slots=True)
class _Fault:
    """One complaint of pydantic, with the raw containers that lead to its place."""

    detail: ErrorDetails
    parents: tuple[Any, ...]
    key: int | str
    keys: tuple[str, ...]
    """The keys that the mapping at this place may have."""

    @classmethod
    def of(cls, detail: ErrorDetails, model: type[BaseModel], isi: Peta) -> _Fault:
        parents, key = _walk(isi, detail["loc"])
        return cls(detail, tuple(parents), key, tuple(_known_keys(model, detail["loc"])))

    @property
    def kind(self) -> str:
        return self.detail["type"]

    @property
    def context(self) -> dict[str, Any]:
        return self.detail.get("ctx", {})

    @property
    def holder(self) -> Any:  # noqa: ANN401 - Peta or Larik
        return self.parents[-1]

    @property
    def value(self) -> str:
        return str(self.detail["input"])

    @property
    def words(self) -> list[str]:
        """The words of an enumeration, out of pydantic's sentence."""
        return [word.strip(" '") for word in self.context.get("expected", "").replace(" or ", ", ").split(",")]

    @property
    def meant(self) -> str | None:
        """The free key that an unknown key resembles."""
        if self.kind != "extra_forbidden":
            return None
        return nearest(str(self.key), [name for name in self.keys if name not in self.holder])

    @property
    def holder_is_mended(self) -> bool:
        """Whether a mended place has already taken this one out of the tree."""
        return any(
            isinstance(outer, Larik) and not any(item is inner for item in outer)
            for outer, inner in zip(self.parents, self.parents[1:], strict=False)
        )


def _walk(isi: Peta, loc: tuple[int | str, ...]) -> tuple[list[Any], int | str]:
    """Return the raw containers on the way to a place, innermost last, and the last key."""
    parents: list[Any] = [isi]
    steps = [step for step in loc if not (isinstance(step, str) and step.startswith("function-"))]
    for step in steps[:-1]:
        holder = parents[-1]
        inside = holder[step] if _has(holder, step) else None
        if isinstance(inside, Peta | Larik):
            parents.append(inside)
    return parents, steps[-1] if steps else ""


def _has(holder: Any, step: int | str) -> bool:  # noqa: ANN401
    if isinstance(holder, Peta):
        return step in holder
    return isinstance(holder, Larik) and isinstance(step, int) and step < len(holder)


def _finding(fault: _Fault, berkas: str) -> Finding:
    holder, key = fault.holder, fault.key
    place = _place_of(holder, key, berkas)
    shown = quote(fault.value)
    match fault.kind:
        case "kolom":
            return Finding(place, fault.context["kode"], f"{fault.context['pesan']}: {shown}", fault.context["saran"])
        case "missing":
            place = _place_of(holder, None, berkas)
            return Finding(place, f"kunci-kurang-{key}", f"kunci {quote(key)} belum ada", f"tambahkan baris {key}: …")
        case "extra_forbidden":
            place = holder.kunci.get(str(key), holder.tempat) if isinstance(holder, Peta) else place
            free = [name for name in fault.keys if name not in holder]
            saran = suggest(str(key), free, f"kunci yang dikenal: {', '.join(fault.keys)}")
            return Finding(place, "kunci-asing", f"kunci {quote(key)} tidak dikenal", saran)
        case "literal_error" | "enum":
            saran = suggest(fault.value, fault.words, f"pilih salah satu: {', '.join(fault.words)}")
            return Finding(place, "isian", f"isian {shown} tidak dikenal", saran)
        case "greater_than_equal":
            return Finding(place, "batas", f"bilangan {shown} terlalu kecil", f"paling kecil {fault.context['ge']}")
        case "less_than_equal":
            return Finding(place, "batas", f"bilangan {shown} terlalu besar", f"paling besar {fault.context['le']}")
        case kind:
            pesan, saran = _TYPES.get(kind, ("isian ini tidak sesuai skema", "bandingkan dengan contoh di panduan"))
            return Finding(place, "bentuk", pesan, saran)


def _place_of(holder: Any, key: int | str | None, berkas: str) -> Tempat:  # noqa: ANN401
    if isinstance(holder, Peta):
        return holder.nilai.get(str(key), holder.tempat) if key is not None else holder.tempat
    if isinstance(holder, Larik):
        return holder.nilai[key] if isinstance(key, int) and key < len(holder.nilai) else holder.tempat
    return Tempat(berkas)


def _known_keys(model: type[BaseModel], loc: tuple[int | str, ...]) -> list[str]:
    """Return the keys allowed in the mapping that holds a place."""
    current: type[BaseModel] | None = model
    for step in loc[:-1]:
        if isinstance(step, int) or current is None:
            continue
        info = current.model_fields.get(step)
        inner = next(_models(info.annotation), None) if info is not None else None
        current = inner or current
    return list(current.model_fields) if current is not None else []


def _models(annotation: Any) -> Iterator[type[BaseModel]]:  # noqa: ANN401
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)


def _mend(fault: _Fault) -> None:
    """Repair one place just enough for the rest of the file to be checked."""
    holder, key = fault.holder, fault.key
    if fault.kind == "missing":
        if not _has(holder, key):  # a misspelt key may have been taken for it in this very round
            _leave_out(fault.parents)
    elif fault.kind == "extra_forbidden":
        if fault.meant and isinstance(holder, Peta):
            _rename(holder, str(key), fault.meant)
        else:
            holder.pop(key, None)
    elif not _has(holder, key):
        _leave_out(fault.parents)
    elif substitute := _substitute(fault):
        holder[key] = substitute
    else:
        _drop(holder, key)


def _substitute(fault: _Fault) -> str | None:
    """Return the word that a broken value was most likely meant to be."""
    if fault.kind in {"literal_error", "enum"}:
        return nearest(fault.value, fault.words)
    if fault.kind == "kolom" and fault.context["kode"] == "pola-kode":
        tidy = as_kode(fault.value)
        return tidy if tidy != fault.value else None
    return None


def _rename(holder: Peta, key: str, meant: str) -> None:
    holder[meant] = holder.pop(key)
    holder.nilai[meant] = holder.nilai[key]
    holder.kunci[meant] = holder.kunci[key]


def _drop(holder: Any, key: Any) -> None:  # noqa: ANN401 - Peta or Larik
    del holder[key]
    if isinstance(holder, Larik):
        del holder.nilai[key]


def _leave_out(parents: tuple[Any, ...]) -> None:
    """Remove the innermost list item that holds the place; without one, nothing can be saved."""
    for outer, inner in zip(reversed(parents[:-1]), reversed(parents[1:]), strict=True):
        if isinstance(outer, Larik):
            index = next((i for i, item in enumerate(outer) if item is inner), None)
            if index is not None:
                _drop(outer, index)
            return
