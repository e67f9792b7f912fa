"""What is wrong with the data, where, and what to do about it.

A finding speaks to office staff: Indonesian, one sentence, one suggestion. Knows nothing of files or YAML.
"""

from __future__ import annotations

import difflib
import json
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

_LONGEST_QUOTE = 60
# difflib takes quadratic time, and a clerk may have pasted a page of text.
_LONGEST_GUESS = 80
_NEAR = 0.7
_SHORTEST_START = 2
_NUMBER = re.compile(r"[0-9](?:(?: [-–./] |[\W_])?[0-9]){8,}")
# With at least one letter: forty digits alone are more likely a list of personal numbers than a hash.
_HASH = re.compile(
    r"(?<![0-9A-Za-z])(?=[0-9-]*[a-f])(?:[0-9a-f]{64}|[0-9a-f]{40}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![0-9A-Za-z])"
)
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


class Severity(StrEnum):
    """How serious a finding is: only GALAT stops a build."""

    GALAT = "GALAT"
    PERINGATAN = "PERINGATAN"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file: path relative to the site's root, line and column counted from 1."""

    file: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that must hold of the content."""

    code: str
    """Its kebab-case name, which findings show."""
    sentence: str
    """What must hold, as a clerk reads it in the public list of rules."""
    severity: Severity = Severity.GALAT
    yields_to: tuple[str, ...] = ()
    """The kode of rules whose breach explains a breach of this one, which is then left out, so that one mistake is
    reported once. Only findings of the same year, or of the same office, count."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One mistake at one place."""

    place: Place
    rule: Rule
    """What does not hold."""
    message: str
    suggestion: str

    def __post_init__(self) -> None:
        # Whatever a rule put in: one line, nothing hidden, no personal number.
        for name in ("message", "suggestion"):
            object.__setattr__(self, name, mask(_visible(" ".join(getattr(self, name).split()))))

    @property
    def code(self) -> str:
        """Kebab-case name of the rule."""
        return self.rule.code

    @property
    def severity(self) -> Severity:
        """How serious a breach of the rule is."""
        return self.rule.severity


class InvalidContentError(Exception):
    """The content has findings that forbid a build.

    Attributes:
        findings: every finding, in the order of their places.
    """

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(f"{count_galat(findings)} galat")
        self.findings = tuple(findings)


def count_galat(findings: Iterable[Finding]) -> int:
    """Return how many of the findings forbid a build."""
    return sum(finding.severity is Severity.GALAT for finding in findings)


def sort_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings sorted by place, each once."""
    return tuple(sorted(dict.fromkeys(findings), key=lambda f: (f.place, f.code, f.message)))


def mask(text: str) -> str:
    """Return the text with every run of nine or more digits hidden, separators between them included.

    NIK, NIP and phone numbers must not reach a log (UU 27/2022), not even as the reason of a finding. Digits within a
    SHA-256 or a commit's hash stay.
    """
    shown = list(text)
    for match in _NUMBER.finditer(blank_hashes("".join(map(_ascii_digit, text)))):
        shown[match.start() : match.end()] = "•" * len(match.group())
    return "".join(shown)


def blank_hashes(text: str) -> str:
    """Return the text with each SHA-256, commit hash and UUID blanked out: its digits look like a number by chance."""
    return _HASH.sub(lambda match: " " * len(match.group()), text)


def quote(value: object) -> str:
    """Return a value fit for a message: one line, short, masked, without control characters."""
    text = mask(_visible(" ".join(str(value).split())))
    if len(text) > _LONGEST_QUOTE:
        text = text[: _LONGEST_QUOTE - 1] + "…"
    return f"“{text}”"


def suggest(value: str, known: Iterable[str], otherwise: str) -> str:
    """Return "maksud Anda …?" when known words are near the value, else the other advice."""
    near = _near(value, known)
    return f"maksud Anda {' atau '.join(map(quote, near))}?" if near else otherwise


def find_nearest(value: str, known: Iterable[str]) -> str | None:
    """Return the known word that resembles the value most, or None when none does."""
    return next(iter(_near(value, known)), None)


def _near(value: str, known: Iterable[str]) -> list[str]:
    """Return the known words most like the value; more than one only if they are equally like it."""
    scores = {word: _likeness(value.casefold()[:_LONGEST_GUESS], word.casefold()) for word in known}
    best = max(scores.values(), default=0)
    return [word for word, score in scores.items() if score == best][:3] if best >= _NEAR else []


def _likeness(value: str, word: str) -> float:
    score = difflib.SequenceMatcher(None, value, word).ratio()
    short, long = sorted((value, word), key=len)
    # An abbreviation such as “ket” for “keterangan” shares too few letters for difflib.
    if len(short) >= _SHORTEST_START and long.startswith(short):
        return max(score, _NEAR)
    return score


def as_text(findings: Iterable[Finding]) -> str:
    """Return one line per finding: ``berkas:baris:kolom: GALAT [kode] pesan; saran``."""
    return "".join(f"{_line(finding)}\n" for finding in findings)


def as_json(findings: Iterable[Finding]) -> str:
    """Return the findings as a JSON list of flat objects."""
    rows = [
        {
            "berkas": _path(f.place),
            "baris": f.place.line,
            "kolom": f.place.column,
            "tingkat": f.severity.value,
            "kode": f.code,
            "pesan": f.message,
            "saran": f.suggestion,
        }
        for f in findings
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def as_github(findings: Iterable[Finding]) -> str:
    """Return the findings as workflow commands, which GitHub shows beside the changed lines."""
    return "".join(
        f"::{'error' if f.severity is Severity.GALAT else 'warning'} "
        f"file={_property(_path(f.place))},line={f.place.line},col={f.place.column},"
        f"title={_property(f.code)}::{_message(f'{f.message}; {f.suggestion}')}\n"
        for f in findings
    )


FORMATS = {"teks": as_text, "json": as_json, "github": as_github}


def _line(finding: Finding) -> str:
    place = finding.place
    return (
        f"{_path(place)}:{place.line}:{place.column}: "
        f"{finding.severity} [{finding.code}] {finding.message}; {finding.suggestion}"
    )


def _path(place: Place) -> str:
    """Return a file's name fit for a message: a name too can hold a personal number or a line break."""
    return mask(_visible(place.file))


def _visible(text: str) -> str:
    return "".join("�" if unicodedata.category(char) in _INVISIBLE else char for char in text)


def _ascii_digit(char: str) -> str:
    digit = unicodedata.digit(char, -1)
    return str(digit) if digit >= 0 else char


# The escapes that GitHub decodes in workflow commands; a bare line break would end the command.
def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
