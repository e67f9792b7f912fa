"""Reporting periods, and the targets of a plan by quarters."""

import calendar
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BeforeValidator
from pydantic.json_schema import WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.findings import Rule
from generator.model.base import Record
from generator.model.jenis import NAMA_BULAN, Angka, Teks
from generator.model.marks import Quotes

PERIODE = Rule(
    "periode", "Periode adalah bulan, triwulan, semester, atau tahun, contoh 2022-03, 2022-tw1, 2022-s1, atau 2022."
)

BULAN = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
BULAN_PENDEK = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
_PERIODE = re.compile(r"(20[0-9]{2})(?:-(?:(0[1-9]|1[0-2])|tw([1-4])|s([12])))?")
_DAY = re.compile(r"(20[0-9]{2}-(?:0[1-9]|1[0-2]))-[0-9]{2}")
_YEAR = re.compile(r"20[0-9]{2}")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
# “twl” is TW I, typed with a small L.
_QUARTER = frozenset(["tw", "q", "triwulan", "kuartal", "twl"])
_HALF = frozenset(["s", "sm", "smt", "semester"])
_MONTHS = {"tw": 3, "s": 6}


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column of time in the tables of a plan, as its regime divides the year."""

    nama: str
    pendek: str
    huruf: str
    """What stands above a square on a phone."""
    bulan: tuple[int, ...]
    """Its months, 1 to 12."""


def is_periode(text: str) -> bool:
    """Return whether a text is a period."""
    return _PERIODE.fullmatch(text) is not None


def list_bulan_of_periode(periode: str) -> tuple[int, ...]:
    """Return the months of a period, 1 to 12: 2022-tw1 is 1, 2, 3."""
    match = _PERIODE.fullmatch(periode)
    assert match, periode  # noqa: S101 - the validator has seen it
    if match[2]:
        return (int(match[2]),)
    length, number = (3, match[3]) if match[3] else (6, match[4]) if match[4] else (12, "1")
    first = (int(number) - 1) * length + 1
    return tuple(range(first, first + length))


def read_tahun_of_periode(periode: str) -> int:
    """Return the year of a period."""
    return int(periode[:4])


def group_runs(bulan: Iterable[int]) -> tuple[tuple[int, ...], ...]:
    """Return months grouped into runs of consecutive months."""
    groups: list[list[int]] = []
    for month in bulan:
        if groups and month == groups[-1][-1] + 1:
            groups[-1].append(month)
        else:
            groups.append([month])
    return tuple(tuple(group) for group in groups)


def find_month_end(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def find_end_of_periode(periode: str) -> date:
    """Return the last day of a period."""
    return find_month_end(read_tahun_of_periode(periode), list_bulan_of_periode(periode)[-1])


def _periode(value: object) -> object:
    if not isinstance(value, str) or _PERIODE.fullmatch(value):
        return value
    meant = guess_periode(value)
    suggestion = (
        f"tulis {meant}" if meant else "contoh 2022-03 (bulan), 2022-tw1 (triwulan), 2022-s1 (semester), atau 2022"
    )
    context = {"rule": PERIODE, "pesan": "periode tidak dikenali", "saran": suggestion}
    raise PydanticCustomError("kolom", "{pesan}", context)


def guess_periode(value: str) -> str | None:
    """Return the period that a text such as "Maret 2022", "TW I/2022" or "2022-03-28" stands for, or None."""
    if match := _DAY.fullmatch(value):
        return match[1]
    words = re.findall(r"[a-z]+|[0-9]+", value.casefold())
    years = [word for word in words if _YEAR.fullmatch(word)]
    rest = [word for word in words if word not in years]
    if len(years) != 1 or not rest:
        return None
    kind = "tw" if rest[0] in _QUARTER else "s" if rest[0] in _HALF else ""
    if kind:
        rest = rest[1:]
    number = _number(rest[0], month=not kind) if len(rest) == 1 else None
    if number is None or not 1 <= number <= (12 // _MONTHS[kind] if kind else 12):
        return None
    return f"{years[0]}-{kind}{number}" if kind else f"{years[0]}-{number:02d}"


def _number(word: str, *, month: bool) -> int | None:
    if word.isdigit():
        return int(word)
    return NAMA_BULAN.get(word) if month else _ROMAN.get(word)


Periode = Annotated[
    str,
    BeforeValidator(_periode),
    WithJsonSchema(
        {
            "type": ["string", "integer"],
            "pattern": r"^20\d{2}(-(0[1-9]|1[0-2]|tw[1-4]|s[12]))?$",
            "examples": ["2022-03", "2022-tw1"],
        }
    ),
]
KOLOM = {
    "bulan": tuple(
        Kolom(nama, pendek, nama[0], (number,))
        for number, (nama, pendek) in enumerate(zip(BULAN, BULAN_PENDEK, strict=True), start=1)
    ),
    "triwulan": tuple(
        # Any year will do: the quarters of all have the same months.
        Kolom(f"Triwulan {roman}", f"TW {roman}", roman, list_bulan_of_periode(f"2000-tw{number}"))
        for number, roman in enumerate(("I", "II", "III", "IV"), start=1)
    ),
}
"""The columns of a year by the unit of time of a regime."""


TRIWULAN = (1, 2, 3, 4)
BIDANG_TRIWULAN = tuple(f"tw{number}" for number in TRIWULAN)
"""The fields of a target, quarter by quarter."""
_ZERO = Decimal(0)


class Target(Record):
    """How much an indikator is to reach, quarter by quarter; a quarter of 0, or without a number, asks for nothing."""

    satuan: Annotated[Teks, Quotes(signs="-–%")]
    """Satuan target seperti tercetak, contoh dokumen atau persen."""
    akumulasi: Literal["jumlah", "posisi"]
    """jumlah: target tiap triwulan dijumlahkan; posisi: tiap target adalah keadaan yang harus dicapai saat itu."""
    arah: Literal["naik", "turun"] = "naik"
    """turun bila makin kecil makin baik, contoh waktu layanan; hanya untuk posisi."""
    tw1: Annotated[Angka | None, Quotes()] = None
    """Target triwulan I; tidak diisi bila selnya kosong, 0 bila tercetak nol."""
    tw2: Annotated[Angka | None, Quotes()] = None
    """Target triwulan II; tidak diisi bila selnya kosong, 0 bila tercetak nol."""
    tw3: Annotated[Angka | None, Quotes()] = None
    """Target triwulan III; tidak diisi bila selnya kosong, 0 bila tercetak nol."""
    tw4: Annotated[Angka | None, Quotes()] = None
    """Target triwulan IV; tidak diisi bila selnya kosong, 0 bila tercetak nol."""

    @property
    def tercetak(self) -> Mapping[int, Decimal]:
        """The numbers that the plan prints, by quarter."""
        found = {number: getattr(self, name) for number, name in zip(TRIWULAN, BIDANG_TRIWULAN, strict=True)}
        return {number: value for number, value in found.items() if value is not None}

    @property
    def triwulan(self) -> tuple[int, ...]:
        """The quarters that ask for something."""
        return tuple(number for number, value in self.tercetak.items() if value > 0)

    @property
    def bulan(self) -> tuple[int, ...]:
        """The months of those quarters."""
        return tuple(month for number in self.triwulan for month in list_bulan_of_triwulan(number))

    @property
    def posisi(self) -> bool:
        """Whether each number is a state to be reached, not an amount to be added."""
        return self.akumulasi == "posisi"

    @property
    def turun(self) -> bool:
        """Whether each number is a state that is to be low."""
        return self.arah == "turun"

    def sampai(self, triwulan: int) -> Decimal:
        """Return what is to be reached by the end of a quarter: the sum so far, or the latest state asked for."""
        # A printed 0 asks for nothing: it must not lower a state that was asked for before.
        so_far = [value for number, value in self.tercetak.items() if number <= triwulan and value > 0]
        if self.posisi:
            return so_far[-1] if so_far else _ZERO
        return sum(so_far, _ZERO)


def list_bulan_of_triwulan(triwulan: int) -> tuple[int, ...]:
    """Return the months of a quarter: 2 is 4, 5, 6."""
    # Any year will do: the quarters of all have the same months.
    return list_bulan_of_periode(f"2000-tw{triwulan}")


def find_triwulan(bulan: int) -> int:
    """Return the quarter that holds a month."""
    return next(number for number in TRIWULAN if bulan in list_bulan_of_triwulan(number))
