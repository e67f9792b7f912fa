"""What every model is made of: raw mappings and lists that know their place, and the record that keeps it."""

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, ModelWrapValidatorHandler, PrivateAttr, model_validator

from generator.findings import Tempat
from generator.model.marks import Mark, read_marks


class Peta(dict[str, Any]):
    """A mapping read from YAML that knows where it and each of its keys and values stand."""

    __slots__ = ("cacat", "kunci", "nilai", "tempat")

    def __init__(self, tempat: Tempat) -> None:
        super().__init__()
        self.tempat = tempat
        self.kunci: dict[str, Tempat] = {}
        self.nilai: dict[str, Tempat] = {}
        self.cacat: set[str] = set()
        """Keys of which a mistake has been reported, so that no rule reports its consequence."""


class Larik(list[Any]):
    """A list read from YAML that knows where it and each of its items stand."""

    __slots__ = ("cacat", "nilai", "tempat")

    def __init__(self, tempat: Tempat) -> None:
        super().__init__()
        self.tempat = tempat
        self.nilai: list[Tempat] = []
        self.cacat = False
        """Whether an item was left out because of a reported mistake."""


class Rekaman(BaseModel):
    """A frozen record of the data that remembers its place in the file."""

    # The sentence under a field becomes its description: schema, editor and data dictionary show it.
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    marks: ClassVar[Mapping[str, tuple[Mark, ...]]] = {}
    """What each field is, beside its type."""
    _peta: Peta | None = PrivateAttr(default=None)

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:  # noqa: ANN401 - pydantic's signature
        """Read the marks once, when the class is made: rules ask for them row by row."""
        cls.marks = read_marks(cls)

    # Only a validator of this mode sees the raw mapping and the finished record together.
    @model_validator(mode="wrap")
    @classmethod
    def _remember_place(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:  # noqa: ANN401 - raw YAML
        record = handler(data)
        if isinstance(data, Peta):
            record._peta = data  # noqa: SLF001 - its own private attribute
        return record

    @property
    def berasal(self) -> bool:
        """Whether the record was read from a file; a stand-in for an unreadable one was not."""
        return self._peta is not None

    def place(self, field: str | None = None) -> Tempat:
        """Return where the record, or one of its fields, stands in its file."""
        if self._peta is None:
            return Tempat("?")
        if field is None:
            return self._peta.tempat
        return self._peta.nilai.get(field, self._peta.tempat)

    def cacat(self, *fields: str) -> bool:
        """Return whether a mistake in one of the fields has been reported already."""
        return self._peta is not None and not self._peta.cacat.isdisjoint(fields)

    def place_item(self, field: str, index: int) -> Tempat:
        """Return where an item of a list field stands in its file."""
        items = self._peta.get(field) if self._peta is not None else None
        if isinstance(items, Larik) and index < len(items.nilai):
            return items.nilai[index]
        return self.place(field)
