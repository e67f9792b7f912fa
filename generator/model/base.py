"""The scalar types and the base record that every model is made of.

A scalar comes in as text and is turned into a value here, so that each mistake has our own words.
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ModelWrapValidatorHandler, PrivateAttr, model_validator
from pydantic.json_schema import WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.findings import Tempat

_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_DIGITS = re.compile(r"[0-9]{1,9}")
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+")
_KODE = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_KODE_LONGEST = 40
_ASAL = re.compile(r"L[1-9][0-9]*(?:-[1-9][0-9]*)?")
# Excel turns "mei-1" into a date, Windows refuses a file called "con".
_MONTHS = frozenset("jan feb mar apr mei may jun jul agu ags agt aug sep okt oct nov nop des dec".split())
_DEVICES = frozenset("con prn aux nul com1 com2 com3 com4 com5 com6 com7 com8 com9".split()) | frozenset(
    f"lpt{number}" for number in range(1, 10)
)


class Peta(dict[str, Any]):
    """A mapping read from YAML that knows where it and each of its keys and values stand."""

    __slots__ = ("kunci", "nilai", "tempat")

    def __init__(self, tempat: Tempat) -> None:
        super().__init__()
        self.tempat = tempat
        self.kunci: dict[str, Tempat] = {}
        self.nilai: dict[str, Tempat] = {}


class Larik(list[Any]):
    """A list read from YAML that knows where it and each of its items stand."""

    __slots__ = ("nilai", "tempat")

    def __init__(self, tempat: Tempat) -> None:
        super().__init__()
        self.tempat = tempat
        self.nilai: list[Tempat] = []


class Rekaman(BaseModel):
    """A frozen record of the data that remembers its place in the file."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    _peta: Peta | None = PrivateAttr(default=None)

    @model_validator(mode="wrap")
    @classmethod
    def _remember_place(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:  # noqa: ANN401 - raw YAML
        record = handler(data)
        if isinstance(data, Peta):
            record._peta = data  # noqa: SLF001 - its own private attribute
        return record

    def place(self, field: str | None = None) -> Tempat:
        """Return where the record, or one of its fields, stands in its file."""
        if self._peta is None:
            return Tempat("?")
        if field is None:
            return self._peta.tempat
        return self._peta.nilai.get(field, self._peta.tempat)

    def place_item(self, field: str, index: int) -> Tempat:
        """Return where an item of a list field stands in its file."""
        items = self._peta.get(field) if self._peta is not None else None
        if isinstance(items, Larik) and index < len(items.nilai):
            return items.nilai[index]
        return self.place(field)


def _fault(kode: str, pesan: str, saran: str) -> PydanticCustomError:
    return PydanticCustomError("kolom", "{pesan}", {"kode": kode, "pesan": pesan, "saran": saran})


def _text(value: object) -> object:
    if not isinstance(value, str):
        return value
    text = " ".join(value.split())
    if not text:
        raise _fault("teks-kosong", "teks kosong", "isi teksnya, atau hapus barisnya")
    return text


def _tanggal(value: object) -> object:
    if not isinstance(value, str):
        return value
    if _ISO.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise _fault(
                "tanggal", "tanggal ini tidak ada dalam kalender", "periksa hari dan bulannya"
            ) from None
    match = _DAY_FIRST.fullmatch(value)
    saran = (
        f"tulis {match[3]}-{int(match[2]):02d}-{int(match[1]):02d}"
        if match
        else "tulis dengan pola TTTT-BB-HH, contoh 2022-03-28"
    )
    raise _fault("tanggal", "tanggal tidak dikenali", saran)


def _bilangan(value: object) -> object:
    if not isinstance(value, str):
        return value
    if _DIGITS.fullmatch(value):
        return int(value)
    saran = f"tulis {value.replace('.', '')}" if _THOUSANDS.fullmatch(value) else "tulis dengan angka 0–9 saja"
    raise _fault("bilangan", "bukan bilangan bulat", saran)


def _ya_tidak(value: object) -> object:
    if not isinstance(value, str):
        return value
    if value not in {"ya", "tidak"}:
        raise _fault("ya-tidak", "isian harus ya atau tidak", "tulis ya, atau tidak")
    return value == "ya"


def _kode(value: object) -> object:
    if not isinstance(value, str):
        return value
    if not _KODE.fullmatch(value) or len(value) > _KODE_LONGEST:
        tidy = as_kode(value)
        raise _fault(
            "pola-kode",
            "kode hanya boleh berisi huruf kecil, angka, dan tanda hubung, paling panjang 40 huruf",
            f"maksud Anda “{tidy}”?" if tidy else "contoh: mp-1-a",
        )
    head = value.split("-")[0]
    if head in _MONTHS or head in _DEVICES:
        raise _fault(
            "pola-kode", f"kode tidak boleh berawalan “{head}”", "pakai awalan lain; Excel atau Windows salah membacanya"
        )
    return value


def as_kode(value: str) -> str:
    """Return the nearest well-formed kode, or an empty text when nothing is left."""
    tidy = re.sub(r"[^a-z0-9]+", "-", value.casefold()).strip("-")
    tidy = re.sub(r"^[0-9-]+", "", tidy)
    return tidy[:_KODE_LONGEST].strip("-")


def _asal(value: object) -> object:
    """Turn "L81, L86-90" into ((81, 81), (86, 90))."""
    if not isinstance(value, str):
        return value
    ranges = []
    for part in value.split(","):
        text = part.strip()
        if not _ASAL.fullmatch(text):
            raise _fault("asal", "asal tidak dikenali", "tulis nomor baris naskah, contoh L81 atau “L81, L86-90”")
        first, _, last = text[1:].partition("-")
        if int(last or first) < int(first):
            raise _fault("asal", "baris akhir asal mendahului baris awalnya", f"tulis L{last}-{first}")
        ranges.append((int(first), int(last or first)))
    return tuple(ranges)


def _schema(kind: str, pola: str, contoh: Sequence[str]) -> WithJsonSchema:
    return WithJsonSchema({"type": kind, "pattern": pola, "examples": list(contoh)})


Teks = Annotated[str, BeforeValidator(_text), Field(max_length=20_000)]
Kode = Annotated[
    str, BeforeValidator(_kode), _schema("string", r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", ["mp-1-a"])
]
Tanggal = Annotated[
    date, BeforeValidator(_tanggal), _schema("string", r"^\d{4}-\d{2}-\d{2}$", ["2022-03-28"])
]
Bilangan = Annotated[int, BeforeValidator(_bilangan), WithJsonSchema({"type": "integer", "minimum": 0})]
YaTidak = Annotated[
    bool, BeforeValidator(_ya_tidak), WithJsonSchema({"enum": ["ya", "tidak"], "type": "string"})
]
Baris = tuple[tuple[int, int], ...]
Asal = Annotated[
    Baris, BeforeValidator(_asal), _schema("string", r"^L\d+(-\d+)?(, *L\d+(-\d+)?)*$", ["L81", "L81, L86"])
]
