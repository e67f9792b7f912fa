"""Words and figures for Indonesian readers, and the only functions that put data into Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal

from markupsafe import Markup, escape

from generator.model.irama import list_bagian_tahun
from generator.model.jenis import Baris
from generator.model.periode import BULAN, BULAN_PENDEK, find_triwulan, group_runs
from generator.model.realisasi import Entri
from generator.model.ukuran import Nilai

_ROMAN = ("I", "II", "III", "IV")
_DECIMAL_COMMA = str.maketrans(",.", ".,")
# What Markdown could take for its own inside a heading; everything else Python-Markdown leaves alone.
_MARKDOWN = re.compile(r"""[\\`*_{}\[\]#!|~^=+@$&<>"':]""")


def format_tanggal(tanggal: date) -> str:
    """Return a date in words: 28 Maret 2022."""
    return f"{tanggal.day} {BULAN[tanggal.month - 1]} {tanggal.year}"


def format_pelaksanaan(entri: Entri) -> str:
    """Return when an entry's deed was done: a date, or the latest possible one."""
    return f"{'paling lambat ' if entri.paling_lambat else ''}{format_tanggal(entri.dilaksanakan)}"


def format_periode(periode: str) -> str:
    """Return a reporting period in words: Maret 2022, triwulan I 2022, semester II 2022."""
    year, _, part = periode.partition("-")
    if not part:
        return f"tahun {year}"
    if part.startswith("tw"):
        return f"triwulan {_ROMAN[int(part[2]) - 1]} {year}"
    return f"semester {_ROMAN[int(part[1]) - 1]} {year}" if part.startswith("s") else f"{BULAN[int(part) - 1]} {year}"


def format_periode_pendek(periode: str) -> str:
    """Return a reporting period in few letters: Mar 2022, TW I 2022, Sem. II 2022."""
    year, _, part = periode.partition("-")
    if part[:2] == "tw":
        return f"TW {_ROMAN[int(part[2]) - 1]} {year}"
    if part[:1] == "s":
        return f"Sem. {_ROMAN[int(part[1]) - 1]} {year}"
    return f"{BULAN_PENDEK[int(part) - 1]} {year}" if part else year


def format_triwulan(triwulan: int) -> str:
    """Return a quarter in words: triwulan II."""
    return f"triwulan {_ROMAN[triwulan - 1]}"


def format_kali(bulan: tuple[int, ...], span: tuple[int, ...]) -> str:
    """Return which part of the year an occurrence is, in words: triwulan II, semester I, or its months."""
    if span in list_bagian_tahun("triwulan"):
        return format_triwulan(find_triwulan(span[0]))
    if span in list_bagian_tahun("semester"):
        return f"semester {_ROMAN[span[0] // 6]}"
    return format_bulan(bulan or span)


def format_ukuran(number: Decimal) -> str:
    """Return an amount as Indonesians write it, without trailing zeros: 2.500 and 82,5."""
    return format_angka(tidy(number))


def format_nilai(value: Nilai, satuan: str) -> str:
    """Return a value with its unit: 82,5 persen; a grade or a state is its word alone."""
    if value.nilai is None:
        return value.tingkat or "tanpa nilai"
    return f"{format_ukuran(value.nilai)} {satuan}"


def tidy(number: Decimal) -> int | Decimal:
    """Return an amount as an int if it is whole, else without trailing zeros."""
    return int(number) if number == int(number) else number.normalize()


def as_number(number: Decimal | None) -> float | None:
    """Return an amount for JSON: an int if it is whole, else a float, which few decimals survive exactly as written."""
    if number is None:
        return None
    plain = tidy(number)
    return plain if isinstance(plain, int) else float(plain)


def format_angka(number: int | Decimal) -> str:
    """Return a number as Indonesians write it: 1.204 and 84,72."""
    return f"{number:,}".translate(_DECIMAL_COMMA)


def capitalize(text: str) -> str:
    """Return text with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]


def format_bulan(bulan: Iterable[int]) -> str:
    """Return months in words, runs joined: Januari–Maret, Juni."""
    return ", ".join(
        BULAN[run[0] - 1] if len(run) == 1 else f"{BULAN[run[0] - 1]}–{BULAN[run[-1] - 1]}" for run in group_runs(bulan)
    )


def format_calon(calon: Iterable[Iterable[int]]) -> str:
    """Return readings of months between which the marks do not decide: Maret, Juni; atau Maret, Juli."""
    return "; atau ".join(map(format_bulan, calon))


def format_baris(asal: Baris) -> str:
    """Return lines of the source in words: baris 81 dan 86–90."""
    parts = [str(first) if first == last else f"{first}–{last}" for first, last in asal]
    return f"baris {format_daftar(parts)}" if parts else ""


def format_daftar(parts: Sequence[str]) -> str:
    """Return a list in words: a, b dan c."""
    if len(parts) <= 1:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} dan {parts[-1]}"


def format_persen(part: int | Decimal, whole: int | Decimal) -> str:
    """Return a whole percentage; a part above nothing never shows as 0 %, one below the whole never as 100 %."""
    if whole == 0:
        return "0 %"
    percent = round(100 * part / whole)
    if part and percent == 0:
        return "kurang dari 1 %"
    if part < whole and percent == 100:  # noqa: PLR2004 - per cent
        return "lebih dari 99 %"
    return f"{percent} %"


def join_lines(text: str) -> str:
    """Return text fit for a title: one line, single spaces, no tab."""
    return " ".join(text.split())


def build_foreign_marker(words: Iterable[tuple[str, str]]) -> Callable[[str], Markup]:
    """Return a function that escapes text and marks foreign words with their language, for screen readers.

    Args:
        words: a word or some words of another language, and its code, such as en.
    """
    language = {word.casefold(): code for word, code in words}
    # The first alternative that fits wins, so a phrase must come before a word that begins it.
    longest_first = sorted(language, key=len, reverse=True)
    # (?!) matches nothing; an empty choice would match everywhere.
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})\b", re.IGNORECASE)

    def mark(text: str) -> Markup:
        parts, at = [], 0
        for match in pattern.finditer(text):
            word = Markup('<span lang="{}">{}</span>').format(language[match.group().casefold()], match.group())
            parts += [escape(text[at : match.start()]), word]
            at = match.end()
        return Markup("").join((*parts, escape(text[at:])))

    return mark


def format_heading(text: str) -> Markup:
    """Return data as the text of a Markdown heading: shown literally by every engine."""
    # Only ASCII punctuation is replaced, by character references, so nothing is left for escape() to do.
    return Markup(_MARKDOWN.sub(lambda m: f"&#{ord(m.group())};", join_lines(text)))  # noqa: S704 - escaped here
