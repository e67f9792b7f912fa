"""What every model is made of: raw mappings and lists that know their place, and the record that keeps it."""

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, ModelWrapValidatorHandler, PrivateAttr, model_validator

from generator.findings import Place
from generator.model.marks import Mark, read_marks


class MapNode(dict[str, Any]):
    """A mapping read from YAML that knows where it and each of its keys and values stand."""

    __slots__ = ("faulty", "key_places", "place", "value_places")

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.key_places: dict[str, Place] = {}
        self.value_places: dict[str, Place] = {}
        self.faulty: set[str] = set()
        """Keys of which a mistake has been reported, so that no rule reports its consequence."""


class ListNode(list[Any]):
    """A list read from YAML that knows where it and each of its items stand."""

    __slots__ = ("faulty", "item_places", "place")

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.item_places: list[Place] = []
        self.faulty = False
        """Whether an item was left out because of a reported mistake."""


class Record(BaseModel):
    """A frozen record of the data that remembers its place in the file."""

    # The sentence under a field becomes its description: schema, editor and data dictionary show it.
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    marks: ClassVar[Mapping[str, tuple[Mark, ...]]] = {}
    """What each field is, beside its type."""
    _node: MapNode | None = PrivateAttr(default=None)

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:  # noqa: ANN401 - pydantic's signature
        """Read the marks once, when the class is made: rules ask for them row by row."""
        cls.marks = read_marks(cls)

    # Only a validator of this mode sees the raw mapping and the finished record together.
    @model_validator(mode="wrap")
    @classmethod
    def _remember_place(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:  # noqa: ANN401 - raw YAML
        record = handler(data)
        if isinstance(data, MapNode):
            record._node = data  # noqa: SLF001 - its own private attribute
        return record

    @property
    def was_read(self) -> bool:
        """Whether the record was read from a file; a stand-in for an unreadable one was not."""
        return self._node is not None

    def place(self, field: str | None = None) -> Place:
        """Return where the record, or one of its fields, stands in its file."""
        if self._node is None:
            return Place("?")
        if field is None:
            return self._node.place
        return self._node.value_places.get(field, self._node.place)

    def is_faulty(self, *fields: str) -> bool:
        """Return whether a mistake in one of the fields has been reported already."""
        return self._node is not None and not self._node.faulty.isdisjoint(fields)

    def place_item(self, field: str, index: int) -> Place:
        """Return where an item of a list field stands in its file."""
        items = self._node.get(field) if self._node is not None else None
        if isinstance(items, ListNode) and index < len(items.item_places):
            return items.item_places[index]
        return self.place(field)
