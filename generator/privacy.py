"""Protect people: find personal numbers and private mail addresses in any text, and hide small counts.

UU 27/2022 and the practice of PPID keep NIK, KK, NIP, telephone numbers and private mail out of publication. Digits
of every script count, and separators and invisible characters between them do not hide them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from html import unescape
from urllib.parse import unquote

from generator.findings import Rule, blank_hashes
from generator.model.layanan import RekapKanal

NAMA_DALAM_PDF = Rule(
    "nama-dalam-pdf", "PDF yang diterbitkan tidak memuat nama yang di situs ini ditampilkan sebagai inisial."
)
DATA_PRIBADI = Rule(
    "data-pribadi", "Tidak ada NIK, nomor KK, NIP, nomor telepon, atau surel pribadi dalam teks mana pun (UU 27/2022)."
)

_SEPARATORS = " .-/_()\u00a0\u2009\u202f\u2010\u2011\u2013"
_MOST_GROUPS = 9
"""A number is written in at most this many groups of digits."""
_RUN = re.compile(rf"\+?\d(?:[{re.escape(_SEPARATORS)}]{{0,3}}\d){{8,}}")
_MAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@((?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24})")
# Character references and percent escapes: a browser shows what they stand for.
_HIDDEN = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|[a-z]+);|%[0-9A-Fa-f]{2}")
_WORTH_A_LOOK = re.compile(rf"\d(?:\D{{0,3}}\d){{8}}|@|{_HIDDEN.pattern}", re.ASCII)
# Government offices, and the domains that RFC 2606 reserves for examples.
_OFFICIAL_MAIL = (".go.id", ".invalid", ".example")
_NIK, _NIP = 16, 18
# The shortest telephone numbers; shorter runs are dates, amounts and numbers of decrees.
_FEWEST = 9
# A NIK begins with the code of a province, from 11 (Aceh) to 96 (Papua Barat Daya).
_PROVINCES = range(11, 97)
_PHONE = re.compile(r"(?:\+?62|0)8\d{7,11}")
_FEW = 3
_CONFIDENTIAL = frozenset(["pengaduan", "wbs", "gratifikasi"])
"""Channels whose reporters must stay unknown."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One personal number or private address."""

    kind: str
    line: int
    column: int


def find_personal(text: str, official: Iterable[str] = ()) -> Iterator[Hit]:
    """Yield every personal number and private mail address of a text, with its line and column from 1.

    Args:
        text: anything: raw data, a page, JSON.
        official: office addresses that may stand.
    """
    allowed = {address.casefold() for address in official}
    for number, line in enumerate(text.split("\n"), start=1):
        if not _worth_a_look(line):
            continue
        yield from _in_line(line, number, allowed)
        if _HIDDEN.search(line):
            bare = unescape(unquote(line))
            # Column 1, since places in the decoded line are not those of the file.
            yield from (Hit(found.kind, number, 1) for found in _in_line(bare, number, allowed) if bare != line)


def _worth_a_look(line: str) -> bool:
    """Return whether a line could hold a number or an address: a cheap test that spares most lines the costly one."""
    if line.isascii():
        return _WORTH_A_LOOK.search(line) is not None
    return "@" in line or sum(map(str.isdigit, line)) >= _FEWEST or _HIDDEN.search(line) is not None


def _in_line(line: str, number: int, allowed: set[str]) -> Iterator[Hit]:
    digits, places = _plain_digits(line)
    for match in _RUN.finditer(blank_hashes(digits)):
        for start, jenis in _numbers(match.group()):
            yield Hit(jenis, number, places[match.start() + start] + 1)
    for match in _MAIL.finditer(line):
        domain = f".{match[1].casefold()}"
        if not domain.endswith(_OFFICIAL_MAIL) and match.group().casefold() not in allowed:
            yield Hit("surel pribadi", number, match.start() + 1)


def _numbers(run: str) -> Iterator[tuple[int, str]]:
    """Yield the start and the kind of each personal number in a run of digits, also among other numbers."""
    groups = list(re.finditer(r"\+?\d+", run))
    first = 0
    while first < len(groups):
        # The longest run of groups first: a part of a NIK must not pass for a telephone number.
        for last in range(min(first + _MOST_GROUPS, len(groups)), first, -1):
            if sum(len(group.group()) for group in groups[first:last]) < _FEWEST:
                break
            if jenis := _kind(run[groups[first].start() : groups[last - 1].end()]):
                yield groups[first].start(), jenis
                first = last - 1
                break
        first += 1


def _plain_digits(line: str) -> tuple[str, Sequence[int]]:
    """Return the line with ASCII digits and no invisible characters, and each character's place in the original."""
    # Few lines hold such a character at all; the letters of most need not be looked at one by one.
    strange = {char for char in set(line) if not char.isascii() and (_is_invisible(char) or char.isdigit())}
    if not strange:
        return line, range(len(line))
    chars, places = [], []
    for index, char in enumerate(line):
        # Format characters such as the zero-width space: unseen, they would split a number.
        if char in strange and _is_invisible(char):
            continue
        digit = unicodedata.digit(char, -1)
        chars.append(str(digit) if digit >= 0 else char)
        places.append(index)
    return "".join(chars), places


def _is_invisible(char: str) -> bool:
    return unicodedata.category(char) == "Cf"


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
    return whole or (int(bare[:2]) in _PROVINCES and (1 <= day <= 31 or 41 <= day <= 71) and 1 <= int(bare[8:10]) <= 12)  # noqa: PLR2004 - days, months and centuries


def _nip(bare: str) -> bool:
    """Return whether eighteen digits are built like a NIP: birth date, month of appointment, sex, number."""
    if bare == bare[0] * _NIP:
        return True
    born = 1 <= int(bare[4:6]) <= 12 and 1 <= int(bare[6:8]) <= 31 and bare[:2] in {"19", "20"}  # noqa: PLR2004 - days, months and centuries
    return born and bare[8:10] in {"19", "20"} and 1 <= int(bare[12:14]) <= 12 and bare[14] in "12"  # noqa: PLR2004 - days, months and centuries


class Hidden(StrEnum):
    """What stands in place of a number that is not published."""

    SEDIKIT = "kurang dari 3"
    TERTUTUP = "tidak ditampilkan"


Count = int | Hidden | None
"""A count as it may be published; None where nobody counted."""


@dataclass(frozen=True, slots=True)
class RekapTerbit:
    """What may be published of the counts of one channel in one period."""

    diterima: Count
    selesai: Count
    ditolak: Count
    rata_hari: Decimal | Hidden | None
    uraian: str | None


def hide_few(number: int) -> int | Hidden:
    """Return a count as it may be published: 1 and 2 are hidden, since they could identify somebody; 0 cannot."""
    return Hidden.SEDIKIT if 0 < number < _FEW else number


def hide_rekap(rekap: RekapKanal) -> RekapTerbit:
    """Return what may be published of a count; no hidden number can be computed from what is shown beside it."""
    if rekap.kanal not in _CONFIDENTIAL:
        return RekapTerbit(rekap.diterima, rekap.selesai, rekap.ditolak, rekap.rata_hari, rekap.uraian)
    received, settled = hide_few(rekap.diterima), hide_few(rekap.selesai)
    refused = None if rekap.ditolak is None else hide_few(rekap.ditolak)
    if received is Hidden.SEDIKIT:
        # The parts of a few are few, a 0 among them too: 1 settled and 1 refused would say that there were 2.
        settled, refused = received, None if refused is None else received
    elif Hidden.SEDIKIT in {settled, refused} and settled and refused:
        # Of 5 with 4 settled, 1 was refused. Neither part may say which of them is the small one.
        settled = refused = Hidden.TERTUTUP
    # The average of few cases says much about each of them.
    average = Hidden.TERTUTUP if rekap.rata_hari is not None and isinstance(settled, Hidden) else rekap.rata_hari
    whole = not any(isinstance(part, Hidden) for part in (received, settled, refused))
    # The free text may name the very number that is hidden.
    return RekapTerbit(received, settled, refused, average, rekap.uraian if whole else None)


def hide_total(parts: Sequence[Count]) -> Count:
    """Return the sum of published counts: hidden if one is, since it would give it away; None if one is None."""
    if any(isinstance(part, Hidden) for part in parts):
        return Hidden.TERTUTUP
    counted = [part for part in parts if isinstance(part, int)]
    return sum(counted) if len(counted) == len(parts) else None
