"""A day as people write it outside the data: at the command line, in the engine's configuration."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pydantic import TypeAdapter, ValidationError

from generator.findings import quote, suggest
from generator.model.jenis import Tanggal
from generator.settings import Workspace


@dataclass(frozen=True, slots=True)
class GivenDay:
    """The day that an operator asks for."""

    hari: date
    satker: str | None = None
    """The office whose every year is shown on that day; None for all years that have no day of their own."""

    def concerns(self, satker: str) -> bool:
        """Return whether it is meant for an office."""
        return self.satker in (None, satker)


class InvalidDayError(ValueError):
    """What was written is no day; the message says what to write instead."""


def read_day(value: object) -> date:
    """Return the day that a value names: a date, or its text by the rules that hold in the data.

    Raises:
        InvalidDayError: it names none.
    """
    if isinstance(value, list | dict):
        msg = "di sini harus tanggal; tulis satu tanggal dengan pola TTTT-BB-HH, contoh 2022-03-28"
        raise InvalidDayError(msg)
    try:
        # By way of its text, so that a date with a time or of another century is refused as it is in the data.
        return TypeAdapter(Tanggal).validate_python(str(value))
    except ValidationError as error:
        reason = error.errors()[0]["ctx"]
        msg = f"{reason['pesan']}: {quote(str(value))}; {reason['saran']}"
        raise InvalidDayError(msg) from None


def read_given(workspace: Workspace, day: date | None, satker: str | None) -> GivenDay | None:
    """Return the day that is asked for, of one office or of all; None if none is.

    Raises:
        InvalidDayError: an office is named without a day, or is not there.
    """
    if satker is not None and day is None:
        msg = "sebut juga tanggalnya dengan per_tanggal"
        raise InvalidDayError(msg)
    known = sorted(path.parent.name for path in workspace.data.glob("*/satker.yml"))
    if satker is not None and satker not in known:
        msg = f"kantor {quote(satker)} tidak ada; {suggest(satker, known, 'pilih: ' + ', '.join(known))}"
        raise InvalidDayError(msg)
    return GivenDay(day, satker) if day else None
