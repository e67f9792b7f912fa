"""What a field is, beside its type: marks in its annotation, for everything that treats fields by their nature.

A mark stands in ``Annotated``, on the field or in the type that it has: ``Kode`` is ours wherever it occurs. A new
field with its marks is known to every reader of them; none keeps a list of names of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.model.perubahan import JenisPerubahan


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that a field is."""


@dataclass(frozen=True, slots=True)
class Quotes(Mark):
    """The decree's own words: they occur in the lines of the record's asal."""

    shared: bool = False
    """Printed once for several records, like a remark beside merged cells."""
    after: str | None = None
    """The field that is printed right before it, so that both are one text."""
    beside: str | None = None
    """The field beside which it is printed; where that is lost, this may be known only from its neighbours."""
    repeats: bool = False
    """May stand within another text of the same record, of which it says a part again."""
    signs: str = ""
    """Signs that the decree may print in place of a number of the record, or behind one."""


@dataclass(frozen=True, slots=True)
class QuotesWithin(Mark):
    """Our words, among which those in “…” are the decree's."""


@dataclass(frozen=True, slots=True)
class Ours(Mark):
    """Our own note, reading, code or place: where it is wrong, the decree's words beside it are still whole."""


@dataclass(frozen=True, slots=True)
class References(Mark):
    """Names other records of the office by their kode."""

    kind: str
    """What they are called in the data, such as bukti; butir for any row of a decree."""


@dataclass(frozen=True, slots=True)
class HoldsNames(Mark):
    """Prose in which a person may be named, unlike codes, addresses and names of files."""


@dataclass(frozen=True, slots=True)
class AffectsStatus(Mark):
    """The status of an indikator depends on it."""

    below: bool = False
    """Whether the status of the rows below depends on it too."""


@dataclass(frozen=True, slots=True)
class Change(Mark):
    """What kind of difference it is when the field of a plan's row changes."""

    jenis: JenisPerubahan


@dataclass(frozen=True, slots=True)
class Label(Mark):
    """What the history calls the field, or the records in it, where its own name would not be understood."""

    text: str


AnyMark = TypeVar("AnyMark", bound=Mark)


def find_marked(model: type[BaseModel], mark: type[AnyMark]) -> dict[str, AnyMark]:
    """Return the fields of a model that carry a mark, in their order; if a field has two, the outer one."""
    marks: Mapping[str, tuple[Mark, ...]] = getattr(model, "marks", {})
    return {name: one for name, own in marks.items() for one in own if isinstance(one, mark)}


def find_marked_anywhere(models: tuple[type[BaseModel], ...], mark: type[AnyMark]) -> dict[str, AnyMark]:
    """Return the names of fields that carry a mark, for raw data of which only the names are known.

    Args:
        models: whose fields, and those of the records inside them.
        mark: the mark; fields of the same name must carry it alike.
    """
    found: dict[str, AnyMark] = {}
    for record in list_records(*models):
        for name, one in find_marked(record, mark).items():
            assert found.setdefault(name, one) == one, f"{record.__name__}.{name}: {one}"  # noqa: S101 - a defect of ours
    return found


def read_marks(model: type[BaseModel]) -> dict[str, tuple[Mark, ...]]:
    """Return the marks of each field that has any, the outer ones last."""
    fields = {name: tuple(_marks_of(field)) for name, field in model.model_fields.items()}
    return {name: marks for name, marks in fields.items() if marks}


def list_records(*models: type[BaseModel]) -> tuple[type[BaseModel], ...]:
    """Return models and those of the records inside them, each once, outermost first."""
    found = dict.fromkeys(models)
    for model in models:
        for field in model.model_fields.values():
            for held in list_models(field.annotation):
                found.update(dict.fromkeys(list_records(held)))
    return tuple(found)


def index_records(models: tuple[type[BaseModel], ...]) -> dict[str, type[BaseModel]]:
    """Return the records inside some models by the key under which they stand, the first of each."""
    found: dict[str, type[BaseModel]] = {}
    for record in list_records(*models):
        for name, field in record.model_fields.items():
            for held in list_models(field.annotation):
                found.setdefault(name, held)
    return found


def list_models(annotation: Any) -> Iterator[type[BaseModel]]:  # noqa: ANN401 - a type annotation
    """Yield the models that an annotation holds, outermost first."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from list_models(inner)


def list_scalars(annotation: Any) -> Iterator[type]:  # noqa: ANN401 - a type annotation
    """Yield the plain types of a field's one value, without the None of what may be absent; a list has none."""
    inner = get_args(annotation)
    if get_origin(annotation) is Annotated:
        yield from list_scalars(inner[0])
    elif inner and get_origin(annotation) is not tuple:
        for one in inner:
            yield from list_scalars(one)
    elif isinstance(annotation, type) and annotation is not type(None):
        yield annotation


def _marks_of(field: FieldInfo) -> Iterator[Mark]:
    yield from _marks_in(field.annotation)
    yield from (one for one in field.metadata if isinstance(one, Mark))


def _marks_in(annotation: Any) -> Iterator[Mark]:  # noqa: ANN401 - a type annotation
    """Yield the marks of an annotation and of what it is made of; those of the records it holds are their own."""
    if get_origin(annotation) is Annotated:
        inner, *metadata = get_args(annotation)
        yield from _marks_in(inner)
        yield from (one for one in metadata if isinstance(one, Mark))
    else:
        for inner in get_args(annotation):
            yield from _marks_in(inner)
