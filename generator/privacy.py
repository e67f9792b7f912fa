"""Find personal numbers and private addresses in any text, whatever their disguise.

UU 27/2022 and the practice of PPID keep NIK, KK, NIP, telephone numbers and private mail out of publication. Digits
of every script count, and separators and invisible characters between them do not hide them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote

from generator.findings import blank_hashes

_SEPARATORS = " .-/_()\u00a0\u2009\u202f\u2010\u2011\u2013"
_MOST_GROUPS = 9
"""A number is written in so many groups of digits at most."""
_RUN = re.compile(rf"\+?\d(?:[{re.escape(_SEPARATORS)}]{{0,3}}\d){{8,}}")
_MAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@((?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24})")
_HIDDEN = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|[a-z]+);|%[0-9A-Fa-f]{2}")
_WORTH_A_LOOK = re.compile(rf"\d(?:\D{{0,3}}\d){{8}}|@|{_HIDDEN.pattern}", re.ASCII)
_OFFICIAL_MAIL = (".go.id", ".invalid", ".example")
_NIK, _NIP = 16, 18
_FEWEST = 9
_PROVINCES = range(11, 97)
_PHONE = re.compile(r"(?:\+?62|0)8\d{7,11}")


@dataclass(frozen=True, slots=True)
class Temuan:
    """One personal number or private address."""

    jenis: str
    baris: int
    kolom: int


def find_personal(text: str, surel_resmi: Iterable[str] = ()) -> Iterator[Temuan]:
    """Yield every personal number and private mail address of a text, with its line and column from 1.

    Args:
        text: anything: raw data, a page, JSON.
        surel_resmi: office addresses that may stand.
    """
    allowed = {address.casefold() for address in surel_resmi}
    for number, line in enumerate(text.split("\n"), start=1):
        if line.isascii() and not _WORTH_A_LOOK.search(line):
            continue
        yield from _in_line(line, number, allowed)
        if _HIDDEN.search(line):
            bare = unescape(unquote(line))
            yield from (Temuan(found.jenis, number, 1) for found in _in_line(bare, number, allowed) if bare != line)


def _in_line(line: str, number: int, allowed: set[str]) -> Iterator[Temuan]:
    digits, places = _plain_digits(line)
    for match in _RUN.finditer(blank_hashes(digits)):
        for start, jenis in _numbers(match.group()):
            yield Temuan(jenis, number, places[match.start() + start] + 1)
    for match in _MAIL.finditer(line):
        domain = f".{match[1].casefold()}"
        if not domain.endswith(_OFFICIAL_MAIL) and match.group().casefold() not in allowed:
            yield Temuan("surel pribadi", number, match.start() + 1)


def _numbers(run: str) -> Iterator[tuple[int, str]]:
    """Yield where a personal number begins in a run of digits and separators; its neighbours do not hide it."""
    groups = list(re.finditer(r"\+?\d+", run))
    first = 0
    while first < len(groups):
        for last in range(min(first + _MOST_GROUPS, len(groups)), first, -1):
            if sum(len(group.group()) for group in groups[first:last]) < _FEWEST:
                break
            if jenis := _kind(run[groups[first].start() : groups[last - 1].end()]):
                yield groups[first].start(), jenis
                first = last - 1
                break
        first += 1


def _plain_digits(line: str) -> tuple[str, list[int]]:
    """Return the line with ASCII digits and without invisible characters, and where each character stood."""
    if line.isascii():
        return line, list(range(len(line)))
    chars, places = [], []
    for index, char in enumerate(line):
        if unicodedata.category(char) == "Cf":
            continue
        digit = unicodedata.digit(char, -1)
        chars.append(str(digit) if digit >= 0 else char)
        places.append(index)
    return "".join(chars), places


def _kind(run: str) -> str | None:
    """Return what a run of digits and separators is, or None when it is no personal number."""
    bare = re.sub(r"\D", "", run)
    if len(bare) == _NIP and _nip(bare):
        return "NIP"
    if len(bare) == _NIK and _nik(bare):
        return "NIK atau nomor KK"
    return "nomor telepon" if _PHONE.fullmatch(("+" if run.startswith("+") else "") + bare) else None


def _nik(bare: str) -> bool:
    """Return whether sixteen digits are built like a NIK: province, …, day (women: plus 40), month, year, number."""
    day = int(bare[6:8])
    whole = bare == bare[0] * _NIK  # an impossible number of one repeated digit is still a number to hide
    return whole or (int(bare[:2]) in _PROVINCES and (1 <= day <= 31 or 41 <= day <= 71) and 1 <= int(bare[8:10]) <= 12)  # noqa: PLR2004


def _nip(bare: str) -> bool:
    """Return whether eighteen digits are built like a NIP: birth date, month of appointment, sex, number."""
    if bare == bare[0] * _NIP:
        return True
    born = 1 <= int(bare[4:6]) <= 12 and 1 <= int(bare[6:8]) <= 31 and bare[:2] in {"19", "20"}  # noqa: PLR2004
    return born and bare[8:10] in {"19", "20"} and 1 <= int(bare[12:14]) <= 12 and bare[14] in "12"  # noqa: PLR2004
