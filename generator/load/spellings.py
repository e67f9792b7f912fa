"""The spellings of a person's name: with other titles or none, other apostrophes, abbreviated, broken across lines.

Knows nothing of records; what is a name is told by whoever asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

_APOSTROPHES = "'’‘ʼʻ`´"
_EDGE, _END = r"(?<![^\W_])", r"(?![^\W_])"
# An apostrophe may stand or be missing anywhere, and a word may be broken at the end of a line.
_JOINT = rf"(?:[{_APOSTROPHES}]|-[ \t]*\n\s*)?"
_GAP = r"(?:[\s_-]+|(?<=\.)|\s*<br\s*/?>\s*)"
_AHEAD = ("dr", "drs", "dra", "ir", "prof", "h", "hj", "kh", "st", "tgk", "ust", "ustadz", "apt", "r", "rr")
"""Titles that stand before a name."""
_HONORIFICS = (
    "ibu",
    "bu",
    "bapak",
    "pak",
    "bpk",
    "sdr",
    "sdri",
    "saudara",
    "saudari",
    "dr",
    "drs",
    "dra",
    "hj",
    "prof",
)
"""What stands before a name even where only a part of it is told."""
_BEHIND = re.compile(
    r"(?:[SM]\.?(?:H|E|T|Si|Sos|Kom|Pd|Pdi|IP|AP|STP|Ag|Ak|Kn|Hum|Hut|Kes|Psi|Stat|Ec|Sc|M|Th|PA|P|KM|Ikom|I\.?Kom)\.?I?\.?"
    r"|SE|ST|MM|MPA|MBA|S\.?STP|A\.?Md\.?(?:\.?\w+)?|Ph\.?D|LL\.?M|B\.?Sc|BA|CA|Ak|Apt)\.?",
)
"""Degrees that stand behind a name without a comma: in capitals or with a full stop."""
_LONG = 4
"""A word of so many letters tells somebody by itself, if it is no common one."""
_SPACED = re.compile(r"(?<!\S)(?:[^\W\d_][ \t]){2,}[^\W\d_](?!\S)")
_TOKEN = re.compile(rf"[^\W_](?:[^\W_]|[{_APOSTROPHES}](?=[^\W_]))*")


def read_words(name: str) -> tuple[str, ...]:
    """Return the words of a name without its titles: “Drs. H. Yosafat A. Koli, M.Si” is Yosafat, A, Koli."""
    core = _SPACED.sub(lambda match: "".join(match.group().split()), name.split(",", maxsplit=1)[0])
    parts = core.replace("-", " ").split()
    while len(parts) > 1 and _squash(parts[0]) in _AHEAD and (len(_squash(parts[0])) > 1 or "." in parts[0]):
        del parts[0]
    while len(parts) > 1 and _BEHIND.fullmatch(parts[-1]) and (parts[-1].isupper() or "." in parts[-1]):
        del parts[-1]
    return tuple(word for part in parts for word in _TOKEN.findall(part))


def _normalize(text: str) -> str:
    """Return a whole text as it is compared: any white space and any case alike."""
    return " ".join(text.split()).casefold()


def _squash(word: str) -> str:
    """Return a word as it is compared: no apostrophe or full stop, any case alike."""
    return re.sub(rf"[{_APOSTROPHES}.\s-]", "", word).casefold()


@dataclass(frozen=True)
class Person:
    """Somebody whose name is not to be shown."""

    words: tuple[str, ...]

    @cached_property
    def significant(self) -> tuple[str, ...]:
        """The words that tell who it is, as they are compared: not the initials."""
        return tuple(_squash(word) for word in self.words if len(_squash(word)) > 1 or word.isdigit())

    @property
    def initials(self) -> list[str]:
        """The first letter of each word."""
        return [f"{word[0].upper()}." for word in self.words]

    def pattern(self) -> str:
        """Return what matches any spelling of the whole name, each word but initials in full or as an initial."""
        full = [len(_squash(word)) > 1 or word.isdigit() for word in self.words]
        text, before = "", False
        for word, whole in zip(self.words, full, strict=True):
            gap = _GAP if before else ""
            if whole:
                text += gap + _spell(word)
                before = True
            elif before:
                text += rf"(?:{_GAP}{re.escape(word)}\b\.?)?"
            else:
                text += rf"(?:{_EDGE}{re.escape(word)}\b\.?{_GAP})?"
        return text

    def tells(self, matched: str) -> bool:
        """Return whether a match tells more than initials: its first word, or two words, in full."""
        there = self.told(matched)
        # An initial beside a word that is written small is chance: “tiap hari B. Rapat”.
        lower = any(word[0].islower() for word in _TOKEN.findall(matched))
        return all(there) or (not lower and (there[0] or sum(there) > 1))

    def told(self, matched: str) -> list[bool]:
        """Return which of the words that tell who it is a match holds in full."""
        whole = _squash(re.sub(r"<br\s*/?>|_", "", matched))
        return [word in whole for word in self.significant if not word.isdigit()]


def _spell(word: str) -> str:
    """Return what matches a word in full, letter-spaced, or as its initial."""
    letters = _squash(word)
    if len(letters) == 1:
        return re.escape(letters)
    spaced = rf"(?-i:{'[ ]'.join(letters.upper())})"
    initial = rf"(?-i:{letters[0].upper()})(?:\.|{_END})"
    return rf"(?:{_join(word)}{_END}|{spaced}{_END}|{initial})"


def _join(word: str) -> str:
    """Return what matches a word in full; where it has an apostrophe, there may be a space too."""
    parts = re.split(f"[{_APOSTROPHES}]", word)
    return rf"\s?[{_APOSTROPHES}]?\s?".join(_JOINT.join(map(re.escape, part)) for part in parts)


class NameFinder:
    """Finds names in text, however they are spelled."""

    def __init__(self, names: Iterable[str], common: frozenset[str] = frozenset()) -> None:
        """Take the names, and the words that are written small in the texts: alone such a word is no name."""
        printed = {_normalize(name): read_words(name) for name in names}
        found = {words: Person(words) for words in printed.values() if words}
        # Longest first, so that a name within a longer name does not cut that one short.
        self.people: Sequence[Person] = sorted(
            (one for one in found.values() if one.significant), key=lambda one: -len(" ".join(one.words))
        )
        self._common = common
        bare = {_normalize(" ".join(words)): words for words in printed.values()} | printed
        self._bare = {
            text: found[words] for text, words in bare.items() if words and len(found[words].significant) == 1
        }
        groups = (f"(?P<p{index}>{one.pattern()})" for index, one in enumerate(self.people))
        self._whole = re.compile(rf"{_EDGE}(?:{'|'.join(groups)}){_END}", re.IGNORECASE) if self.people else None
        self._part = _compile_parts(self.people) if self.people else None

    def hide(self, text: str) -> str:
        """Return a text with every name in it as initials; it keeps its lines."""
        if self._whole is None or self._part is None:
            return text
        # A text that is nothing but such a name, as in a roster, needs nothing beside it.
        alone = self._bare.get(_normalize(text))
        if alone is not None:
            return _keep_lines(alone.initials, text)
        return self._part.sub(_shorten_part, self._whole.sub(self._shorten, text))

    def find_rest(self, text: str) -> Iterator[str]:
        """Yield what may still be a name in a text from which the names have been hidden.

        That is a name abbreviated to its last word, two words of a person beside each other, and a longer word of a
        person that nobody uses otherwise; all written large.
        """
        for match in self._whole.finditer(text) if self._whole else ():
            person = self._person(match)
            if len(person.significant) > 1 and any(person.told(match.group())):
                yield match.group()
        words = [match for match in _TOKEN.finditer(text) if match.group()[0].isupper()]
        spots = [(match, holders) for match in words if (holders := self._holders.get(_squash(match.group())))]
        beside: set[int] = set()
        for (first, mine), (second, other) in pairwise(spots):
            between = _TOKEN.findall(text[first.end() : second.start()])
            same = _squash(first.group()) == _squash(second.group())
            if not same and len(between) <= 1 and mine & other:
                beside |= {first.start(), second.start()}
                yield text[first.start() : second.end()]
        for match, _ in spots:
            word = _squash(match.group())
            if match.start() not in beside and len(word) >= _LONG and word not in self._common:
                yield match.group()

    @cached_property
    def _holders(self) -> dict[str, set[int]]:
        """The people who have a word in their names, by the word."""
        holders: dict[str, set[int]] = {}
        for index, one in enumerate(self.people):
            for word in one.significant if len(one.significant) > 1 else ():
                holders.setdefault(word, set()).add(index)
        return holders

    def _person(self, match: re.Match[str]) -> Person:
        return self.people[int((match.lastgroup or "p0")[1:])]

    def _shorten(self, match: re.Match[str]) -> str:
        person, matched = self._person(match), match.group()
        return _keep_lines(person.initials, matched) if self._is_name(person, matched) else matched

    def _is_name(self, person: Person, matched: str) -> bool:
        if not person.tells(matched):
            return False
        if not self._common.issuperset(word for word in person.significant if not word.isdigit()):
            return True
        # All its words are common ones, so that only how they are written tells: “Sri Hari”, not “sri hari”.
        tokens = _TOKEN.findall(matched)
        return len(tokens) > 1 and all(word[0].isupper() or word[0].isdigit() for word in tokens)


def _compile_parts(people: Iterable[Person]) -> re.Pattern[str]:
    """Return what finds words of names behind a title or an honorific, written large: “Ibu Hekopung”."""
    words = sorted({word for one in people for word in one.words if _squash(word) in one.significant}, key=len)
    parts = "|".join(f"(?-i:(?=[^\\W\\d_a-z])){_join(word)}" for word in reversed(words) if not word.isdigit())
    ahead = "|".join(_HONORIFICS)
    return re.compile(rf"{_EDGE}((?:{ahead})(?:\.\s*|\s+))((?:{parts}){_END}(?:\s+(?:{parts}){_END})*)", re.IGNORECASE)


def _shorten_part(match: re.Match[str]) -> str:
    return match.group(1) + _keep_lines([f"{word[0]}." for word in _TOKEN.findall(match.group(2))], match.group(2))


def _keep_lines(initials: Sequence[str], matched: str) -> str:
    """Return initials on as many lines as what they stand for: a decree's lines are counted."""
    breaks = "\n" * matched.count("\n") or " "
    return f"{initials[0]}{breaks if len(initials) > 1 or breaks != ' ' else ''}{' '.join(initials[1:])}"
