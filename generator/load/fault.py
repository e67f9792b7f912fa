"""One complaint of pydantic, brought back to the raw tree: where it stands and what was probably meant."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic.json_schema import WithJsonSchema
from pydantic_core import ErrorDetails

from generator.findings import Place, find_nearest
from generator.model.base import ListNode, MapNode
from generator.model.marks import list_models

_PLAIN: dict[Any, str] = {str: "galat", int: "1"}


@dataclass(frozen=True, slots=True)
class Fault:
    """One complaint of pydantic, with the raw containers that lead to its place."""

    detail: ErrorDetails
    parents: tuple[Any, ...]
    key: int | str
    keys: tuple[str, ...]
    """The keys that the mapping at this place may have."""
    lacking: tuple[str, ...]
    """The required keys that it lacks."""
    field: FieldInfo | None
    """What belongs here, if anything does."""

    @classmethod
    def of(cls, detail: ErrorDetails, model: type[BaseModel], isi: MapNode) -> Fault:
        """Return the complaint with what the raw tree holds at its place."""
        parents, key = _walk(isi, detail["loc"])
        holder = _model_at(model, detail["loc"])
        fields = holder.model_fields
        lacking = tuple(name for name, field in fields.items() if field.is_required() and name not in parents[-1])
        return cls(detail, tuple(parents), key, tuple(fields), lacking, fields.get(str(key)))

    @property
    def kind(self) -> str:
        """Pydantic's name of the complaint."""
        return self.detail["type"]

    @property
    def context(self) -> dict[str, Any]:
        """Pydantic's details of the complaint, such as a limit or the expected words."""
        return self.detail.get("ctx", {})

    @property
    def holder(self) -> Any:  # noqa: ANN401 - MapNode or ListNode
        """The innermost raw container."""
        return self.parents[-1]

    @property
    def value(self) -> str:
        """What was written."""
        return str(self.detail["input"])

    @property
    def words(self) -> list[str]:
        """The words that an enumeration allows, taken from pydantic's message."""
        return [word.strip(" '") for word in self.context.get("expected", "").replace(" or ", ", ").split(",")]

    @property
    def is_near(self) -> bool:
        """Whether an unknown key resembles a free one."""
        return find_nearest(str(self.key), self.free) is not None

    @property
    def free(self) -> list[str]:
        """The keys that the mapping may have but lacks."""
        return [name for name in self.keys if name not in self.holder]

    @property
    def meant(self) -> str | None:
        """The key that an unknown key probably means: a free one like it, else the only required one missing."""
        if self.kind != "extra_forbidden":
            return None
        unknown = [name for name in self.holder if name not in self.keys]
        only = self.lacking[0] if len(self.lacking) == len(unknown) == 1 else None
        return find_nearest(str(self.key), self.free) or only

    @property
    def place_at_fault(self) -> tuple[int, str]:
        """The mapping, by its id, and the key that the complaint is about."""
        # By identity: equal mappings can stand in many places.
        return id(self.holder), str(self.key)

    @property
    def place_meant(self) -> tuple[int, str]:
        """The mapping, by its id, and the key that an unknown key probably stands for."""
        return id(self.holder), str(self.meant)

    @property
    def is_consequence(self) -> bool:
        """Whether an already reported mistake explains this one."""
        # A merge key (<<), which is refused, may have been meant to bring the key.
        if self.kind == "missing" and isinstance(self.holder, MapNode) and {"<<", str(self.key)} & self.holder.faulty:
            return True
        # A mended place has taken this one out of the tree.
        return any(
            isinstance(outer, ListNode) and not any(item is inner for item in outer)
            for outer, inner in zip(self.parents, self.parents[1:], strict=False)
        )


def build_stand_in(field: FieldInfo | None, place: Place, *, in_list: bool) -> Any:  # noqa: ANN401 - raw YAML
    """Return a placeholder that validates in place of a missing value, or None.

    Args:
        field: what belongs there.
        place: where the record that lacks it stands.
        in_list: whether the record is one of a list; a whole file is never made up.
    """
    annotation = field.annotation if field else None
    if field and annotation in {*_PLAIN, date}:
        return _word(field)
    if get_origin(annotation) is Literal:
        return get_args(annotation)[0]
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return next(iter(annotation)).value
    if in_list and get_origin(annotation) is tuple:
        return ListNode(place)
    if in_list and isinstance(annotation, type) and issubclass(annotation, BaseModel):
        node = MapNode(place)
        node.faulty |= annotation.model_fields.keys()
        return node
    return None


def _word(field: FieldInfo) -> Any:  # noqa: ANN401 - raw YAML
    """Return a plain value that fits the field: a stock one, or the example of a pattern that the stock one breaks."""
    plain = _PLAIN.get(field.annotation)
    schemas = [kind.json_schema or {} for kind in field.metadata if isinstance(kind, WithJsonSchema)]
    examples = [schema["examples"][0] for schema in schemas if not re.search(schema.get("pattern", ""), plain or "")]
    return next(iter(examples), plain)


def _walk(isi: MapNode, loc: tuple[int | str, ...]) -> tuple[list[Any], int | str]:
    """Return the raw containers on the way to a place, innermost last, and the last key."""
    parents: list[Any] = [isi]
    # Pydantic 2 puts the names of our validators into the path.
    steps = [step for step in loc if not (isinstance(step, str) and step.startswith("function-"))]
    for step in steps[:-1]:
        holder = parents[-1]
        inside = holder[step] if has(holder, step) else None
        if isinstance(inside, MapNode | ListNode):
            parents.append(inside)
    return parents, steps[-1] if steps else ""


def has(holder: Any, step: int | str) -> bool:  # noqa: ANN401 - MapNode, ListNode or any value in them
    """Return whether a raw container has a key or an index."""
    if isinstance(holder, MapNode):
        return step in holder
    return isinstance(holder, ListNode) and isinstance(step, int) and step < len(holder)


def find_place_of(holder: Any, key: int | str | None, berkas: str) -> Place:  # noqa: ANN401 - MapNode, ListNode or any value in them
    """Return where a value stands, or its container when there is no key."""
    if isinstance(holder, MapNode):
        return holder.value_places.get(str(key), holder.place) if key is not None else holder.place
    if isinstance(holder, ListNode):
        return holder.item_places[key] if isinstance(key, int) and key < len(holder.item_places) else holder.place
    return Place(berkas)


def _model_at(model: type[BaseModel], loc: tuple[int | str, ...]) -> type[BaseModel]:
    """Return the model of the mapping that holds a place."""
    for step in loc[:-1]:
        info = model.model_fields.get(step) if isinstance(step, str) else None
        model = next(list_models(info.annotation), model) if info is not None else model
    return model
