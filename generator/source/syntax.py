"""Explain libyaml's errors in a clerk's words, at the place where the mistake was made, not where it was noticed."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import yaml

from generator.findings import Finding, Rule, Tempat

YAML = Rule("yaml", "Susunan berkas dapat dibaca: titik dua, tanda kutip, kurung, dan jorokannya benar.")

_BARE_KEY = re.compile(r"\s*(?:- +)*[\w-]+\s*")
_NO_SPACE = re.compile(r" *(?:- +)*[\w-]+:(?=[^ \r])")
_KUTIP = "beri tanda kutip ganda pada seluruh teksnya"


class _Sebab(NamedTuple):
    """What is wrong and what to do; ``awal`` places it where libyaml began to read, not where it gave up."""

    pesan: str
    saran: str
    awal: bool = False


_TITIK_DUA = _Sebab(
    "baris ini tidak memuat titik dua setelah kuncinya",
    "tulis kunci: isi, atau awali butir daftar dengan tanda -",
    awal=True,
)
_TANDA = _Sebab("tanda ini punya arti khusus di awal teks", _KUTIP, awal=True)
_BELUM_DITUTUP = _Sebab(
    "tanda kutip atau kurung belum ditutup", "tutup tanda kutip atau kurung yang dibuka di sini", awal=True
)
_JOROKAN = _Sebab(
    "letak atau jorokan baris ini tidak cocok dengan baris di atasnya",
    "samakan jorokan dengan butir sederajat, dan periksa tanda kutip di atasnya",
)
# libyaml has no error codes: its messages are known by these parts of them, and the first that occurs counts.
_SEBAB = (
    ("mapping values are not allowed", _Sebab("ada titik dua di dalam teks tanpa tanda kutip", _KUTIP)),
    ("could not find expected ':'", _TITIK_DUA),
    ("scanning an alias", _TANDA),
    ("scanning an anchor", _TANDA),
    ("scanning a tag", _TANDA),
    ("parsing a tag", _TANDA),
    ("found undefined tag", _TANDA),
    ("scanning a block scalar", _TANDA),
    ("directive", _Sebab("tanda % tidak boleh mengawali baris", _KUTIP, awal=True)),
    ("found unexpected end of stream", _BELUM_DITUTUP),
    (
        "did not find expected ',' or",
        _Sebab("kurung yang dibuka di sini belum ditutup", "tutup dengan ] atau }", awal=True),
    ),
    (
        "found unknown escape character",
        _Sebab(
            "garis miring terbalik dalam tanda kutip ganda tidak dikenal",
            "tulis \\\\ untuk satu garis miring terbalik",
        ),
    ),
    (
        "invalid Unicode character escape",
        _Sebab("kode huruf sesudah garis miring terbalik tidak dikenal", "ketik hurufnya langsung"),
    ),
    ("found character that cannot start any token", _Sebab("tanda ini tidak boleh mengawali teks", _KUTIP)),
    (
        "block sequence entries are not allowed",
        _Sebab("tanda - tidak boleh di sini", "tulis daftar mulai baris baru di bawah kuncinya, atau beri tanda kutip"),
    ),
    (
        "did not find expected <document start>",
        _Sebab("isi berkas terpotong oleh baris ... di atas ini", "hapus baris itu"),
    ),
    ("did not find expected key", _JOROKAN),
    ("did not find expected '-' indicator", _JOROKAN),
)
_UMUM = _Sebab(
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
        return _finding(Tempat(berkas), _UMUM)
    sebab = next((sebab for words, sebab in _SEBAB if words in problem), _UMUM)
    mark: Any = error.context_mark if sebab.awal and error.context_mark is not None else noticed
    place = _at(berkas, mark)
    # What stands around the place often explains the error better than the message.
    special = _inside(error, noticed, berkas) or _after(last, noticed, berkas, lines) or _above(problem, place, lines)
    if special:
        return special
    if sebab is _TITIK_DUA and (match := _NO_SPACE.match(lines[mark.line])):
        return _no_space(berkas, mark.line, match.end())
    return _finding(place, sebab)


def _after(last: Any, noticed: Any, berkas: str, lines: list[str]) -> Finding | None:  # noqa: ANN401 - PyYAML's events and marks are untyped
    """Explain text that follows a closing quote or bracket, or an alias, on the same line."""
    if last is None or last.end_mark.line != noticed.line or last.end_mark.column > noticed.column:
        return None
    if isinstance(last, yaml.AliasEvent):
        return _finding(_at(berkas, last.start_mark), _TANDA)
    quoted = isinstance(last, yaml.ScalarEvent) and last.style in {'"', "'"}
    if quoted and last.start_mark.line < last.end_mark.line:
        place = _at(berkas, last.start_mark)
        return _finding(place, _Sebab("tanda kutip yang dibuka di sini belum ditutup", "tutup di akhir teksnya"))
    closed = lines[noticed.line][: last.end_mark.column].endswith(("]", "}"))
    flow = closed and isinstance(last, yaml.SequenceEndEvent | yaml.MappingEndEvent)
    if not quoted and not flow:
        return None
    return _finding(
        _at(berkas, noticed),
        _Sebab(
            "ada teks sesudah tanda kutip atau kurung penutup",
            'apit seluruh teksnya dengan tanda kutip ganda; tanda kutip di dalamnya ditulis \\"',
        ),
    )


def _inside(error: yaml.MarkedYAMLError, noticed: Any, berkas: str) -> Finding | None:  # noqa: ANN401 - PyYAML's events and marks are untyped
    """Explain a comma that is missing between brackets which stand on one line."""
    begun: Any = error.context_mark
    if "did not find expected ',' or" not in (error.problem or "") or begun is None or begun.line != noticed.line:
        return None
    sebab = _Sebab("kurang koma di dalam kurung, atau ada teks tanpa tanda kutip", "pisahkan isinya dengan koma")
    return _finding(_at(berkas, noticed), sebab)


def _above(problem: str, place: Tempat, lines: list[str]) -> Finding | None:
    """Explain a colon whose real cause is the line above it."""
    if "mapping values are not allowed" not in problem:
        return None
    line = lines[place.baris - 1]
    index = next((i for i in range(place.baris - 2, -1, -1) if lines[i].split("#")[0].strip()), None)
    if index is None or not _BARE_KEY.fullmatch(line[: place.kolom - 1]):
        return None
    above = lines[index]
    start = len(above) - len(above.lstrip()) + 1
    if match := _NO_SPACE.match(above):
        return _no_space(place.berkas, index, match.end())
    if ":" not in above and not above.lstrip().startswith(("-", '"', "'")):
        return _finding(Tempat(place.berkas, index + 1, start), _TITIK_DUA)
    sebab = _Sebab("baris ini menjorok lebih dalam daripada baris di atasnya", "samakan jorokannya")
    return _finding(Tempat(place.berkas, place.baris, len(line) - len(line.lstrip()) + 1), sebab)


def _no_space(berkas: str, index: int, column: int) -> Finding:
    return _finding(Tempat(berkas, index + 1, column), _Sebab("sesudah titik dua harus ada spasi", "tulis kunci: isi"))


def _at(berkas: str, mark: Any) -> Tempat:  # noqa: ANN401 - a yaml mark
    return Tempat(berkas, mark.line + 1, mark.column + 1)


def _finding(place: Tempat, sebab: _Sebab) -> Finding:
    return Finding(place, YAML, f"{sebab.pesan}; sisa berkas ini belum dibaca", sebab.saran)
