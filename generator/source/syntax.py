"""Explain libyaml's errors in a clerk's words, at the place where the mistake was made, not where it was noticed."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import yaml

from generator.findings import Finding, Place, Rule

YAML = Rule("yaml", "Susunan berkas dapat dibaca: titik dua, tanda kutip, kurung, dan jorokannya benar.")

_BARE_KEY = re.compile(r"\s*(?:- +)*[\w-]+\s*")
_NO_SPACE = re.compile(r" *(?:- +)*[\w-]+:(?=[^ \r])")
_QUOTES = "beri tanda kutip ganda pada seluruh teksnya"


class _Cause(NamedTuple):
    """What is wrong and what to do; ``begins`` places it where libyaml began to read, not where it gave up."""

    message: str
    suggestion: str
    begins: bool = False


_COLON = _Cause(
    "baris ini tidak memuat titik dua setelah kuncinya",
    "tulis kunci: isi, atau awali butir daftar dengan tanda -",
    begins=True,
)
_SIGNS = _Cause("tanda ini punya arti khusus di awal teks", _QUOTES, begins=True)
_UNCLOSED = _Cause(
    "tanda kutip atau kurung belum ditutup", "tutup tanda kutip atau kurung yang dibuka di sini", begins=True
)
_INDENTATION = _Cause(
    "letak atau jorokan baris ini tidak cocok dengan baris di atasnya",
    "samakan jorokan dengan butir sederajat, dan periksa tanda kutip di atasnya",
)
# libyaml has no error codes: its messages are known by these parts of them, and the first that occurs counts.
_CAUSES = (
    ("mapping values are not allowed", _Cause("ada titik dua di dalam teks tanpa tanda kutip", _QUOTES)),
    ("could not find expected ':'", _COLON),
    ("scanning an alias", _SIGNS),
    ("scanning an anchor", _SIGNS),
    ("scanning a tag", _SIGNS),
    ("parsing a tag", _SIGNS),
    ("found undefined tag", _SIGNS),
    ("scanning a block scalar", _SIGNS),
    ("directive", _Cause("tanda % tidak boleh mengawali baris", _QUOTES, begins=True)),
    ("found unexpected end of stream", _UNCLOSED),
    (
        "did not find expected ',' or",
        _Cause("kurung yang dibuka di sini belum ditutup", "tutup dengan ] atau }", begins=True),
    ),
    (
        "found unknown escape character",
        _Cause(
            "garis miring terbalik dalam tanda kutip ganda tidak dikenal",
            "tulis \\\\ untuk satu garis miring terbalik",
        ),
    ),
    (
        "invalid Unicode character escape",
        _Cause("kode huruf sesudah garis miring terbalik tidak dikenal", "ketik hurufnya langsung"),
    ),
    ("found character that cannot start any token", _Cause("tanda ini tidak boleh mengawali teks", _QUOTES)),
    (
        "block sequence entries are not allowed",
        _Cause("tanda - tidak boleh di sini", "tulis daftar mulai baris baru di bawah kuncinya, atau beri tanda kutip"),
    ),
    (
        "did not find expected <document start>",
        _Cause("isi berkas terpotong oleh baris ... di atas ini", "hapus baris itu"),
    ),
    ("did not find expected key", _INDENTATION),
    ("did not find expected '-' indicator", _INDENTATION),
)
_GENERAL = _Cause(
    "susunan YAML tidak terbaca di sini", "periksa titik dua, tanda kutip, dan jorokan di baris ini dan di atasnya"
)


def explain(error: yaml.MarkedYAMLError, berkas: str, lines: list[str], last: Any) -> Finding:  # noqa: ANN401 - PyYAML's events and marks are untyped
    """Return the finding of a syntax error.

    Args:
        error: what libyaml said.
        berkas: the file's name in findings.
        lines: the file's text.
        last: the last event before the error, if any.
    """
    problem = f"{error.context or ''} {error.problem or ''}"
    noticed: Any = error.problem_mark or error.context_mark
    if noticed is None:
        return _finding(Place(berkas), _GENERAL)
    cause = next((cause for words, cause in _CAUSES if words in problem), _GENERAL)
    mark: Any = error.context_mark if cause.begins and error.context_mark is not None else noticed
    place = _at(berkas, mark)
    # What stands around the place often explains the error better than the message.
    special = _inside(error, noticed, berkas) or _after(last, noticed, berkas, lines) or _above(problem, place, lines)
    if special:
        return special
    if cause is _COLON and (match := _NO_SPACE.match(lines[mark.line])):
        return _no_space(berkas, mark.line, match.end())
    return _finding(place, cause)


def _after(last: Any, noticed: Any, berkas: str, lines: list[str]) -> Finding | None:  # noqa: ANN401 - PyYAML's events and marks are untyped
    """Explain text that follows a closing quote or bracket, or an alias, on the same line."""
    if last is None or last.end_mark.line != noticed.line or last.end_mark.column > noticed.column:
        return None
    if isinstance(last, yaml.AliasEvent):
        return _finding(_at(berkas, last.start_mark), _SIGNS)
    quoted = isinstance(last, yaml.ScalarEvent) and last.style in {'"', "'"}
    if quoted and last.start_mark.line < last.end_mark.line:
        place = _at(berkas, last.start_mark)
        return _finding(place, _Cause("tanda kutip yang dibuka di sini belum ditutup", "tutup di akhir teksnya"))
    closed = lines[noticed.line][: last.end_mark.column].endswith(("]", "}"))
    flow = closed and isinstance(last, yaml.SequenceEndEvent | yaml.MappingEndEvent)
    if not quoted and not flow:
        return None
    return _finding(
        _at(berkas, noticed),
        _Cause(
            "ada teks sesudah tanda kutip atau kurung penutup",
            'apit seluruh teksnya dengan tanda kutip ganda; tanda kutip di dalamnya ditulis \\"',
        ),
    )


def _inside(error: yaml.MarkedYAMLError, noticed: Any, berkas: str) -> Finding | None:  # noqa: ANN401 - PyYAML's events and marks are untyped
    """Explain a comma that is missing between brackets which stand on one line."""
    begun: Any = error.context_mark
    if "did not find expected ',' or" not in (error.problem or "") or begun is None or begun.line != noticed.line:
        return None
    cause = _Cause("kurang koma di dalam kurung, atau ada teks tanpa tanda kutip", "pisahkan isinya dengan koma")
    return _finding(_at(berkas, noticed), cause)


def _above(problem: str, place: Place, lines: list[str]) -> Finding | None:
    """Explain a colon whose real cause is the line above it."""
    if "mapping values are not allowed" not in problem:
        return None
    line = lines[place.line - 1]
    index = next((i for i in range(place.line - 2, -1, -1) if lines[i].split("#")[0].strip()), None)
    if index is None or not _BARE_KEY.fullmatch(line[: place.column - 1]):
        return None
    above = lines[index]
    start = len(above) - len(above.lstrip()) + 1
    if match := _NO_SPACE.match(above):
        return _no_space(place.file, index, match.end())
    if ":" not in above and not above.lstrip().startswith(("-", '"', "'")):
        return _finding(Place(place.file, index + 1, start), _COLON)
    cause = _Cause("baris ini menjorok lebih dalam daripada baris di atasnya", "samakan jorokannya")
    return _finding(Place(place.file, place.line, len(line) - len(line.lstrip()) + 1), cause)


def _no_space(berkas: str, index: int, column: int) -> Finding:
    return _finding(Place(berkas, index + 1, column), _Cause("sesudah titik dua harus ada spasi", "tulis kunci: isi"))


def _at(berkas: str, mark: Any) -> Place:  # noqa: ANN401 - a yaml mark
    return Place(berkas, mark.line + 1, mark.column + 1)


def _finding(place: Place, cause: _Cause) -> Finding:
    return Finding(place, YAML, f"{cause.message}; sisa berkas ini belum dibaca", cause.suggestion)
