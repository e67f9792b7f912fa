"""A day as people write it outside the data: at the command line, in the engine's configuration."""

from __future__ import annotations

from datetime import date

from pydantic import TypeAdapter, ValidationError

from generator.findings import quote
from generator.model.jenis import Tanggal


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
