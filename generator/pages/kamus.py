"""The dictionary: the glossary, and the data dictionary out of the models' own sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from generator import routes
from generator.model.files import DATA_FILES
from generator.model.marks import list_models
from generator.pages.page import HOME, Page
from generator.rulebook import RULEBOOK
from generator.views import SiteView


@dataclass(frozen=True, slots=True)
class FieldEntry:
    """One key of a record, for the data dictionary."""

    nama: str
    arti: str
    required: bool
    choices: tuple[str, ...]
    isi: str | None
    """The record that it holds, if it holds one."""


@dataclass(frozen=True, slots=True)
class RecordEntry:
    """One kind of record."""

    nama: str
    kolom: tuple[FieldEntry, ...]


def build_kamus(site: SiteView) -> Page:
    """Return the page of words and keys."""
    return Page(
        alamat=routes.KAMUS,
        template="kamus",
        judul="Kamus",
        deskripsi="Arti istilah dalam rencana aksi, dan arti tiap kunci dalam data terbuka.",
        jejak=HOME,
        data={"istilah": site.kosakata.istilah, "berkas": list(_files()), "aturan": RULEBOOK},
    )


def _files() -> Iterator[tuple[str, str, tuple[RecordEntry, ...]]]:
    seen: set[type[BaseModel]] = set()
    for one in DATA_FILES:
        yield one.nama, one.tempat, tuple(_records(one.model, seen))


def _records(model: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[RecordEntry]:
    """Yield a record and those inside it, each once on the whole page."""
    if model in seen:
        return
    seen.add(model)
    inner = {name: next(list_models(field.annotation), None) for name, field in model.model_fields.items()}
    yield RecordEntry(
        model.__name__,
        tuple(
            FieldEntry(
                name,
                field.description or "",
                field.is_required(),
                tuple(_choices(field.annotation)),
                held.__name__ if (held := inner[name]) else None,
            )
            for name, field in model.model_fields.items()
        ),
    )
    for held in inner.values():
        if held is not None:
            yield from _records(held, seen)


def _choices(annotation: Any) -> Iterator[str]:  # noqa: ANN401 - a type annotation
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        yield from (member.value for member in annotation)
    elif get_origin(annotation) is Literal:
        yield from map(str, get_args(annotation))
    else:
        for inner in get_args(annotation):
            yield from _choices(inner)
