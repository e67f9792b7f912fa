"""Build the tree of one YAML file from its event stream: nested MapNode, ListNode and str."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from generator.findings import Finding, Place, Rule, quote
from generator.model.base import ListNode, MapNode
from generator.source.syntax import YAML, explain
from generator.source.text import name_hidden, read_text, report_hidden

BERKAS_KOSONG = Rule("berkas-kosong", "Setiap berkas data ada isinya.")
TAB = Rule("tab", "Jorokan dan jarak ditulis dengan spasi, bukan tab.")
BUKAN_PETA = Rule("bukan-peta", "Berkas data terdiri atas baris kunci: isi, bukan daftar atau satu teks saja.")
DUA_DOKUMEN = Rule("dua-dokumen", "Satu berkas memuat satu dokumen, tanpa baris --- di tengahnya.")
TERLALU_DALAM = Rule("terlalu-dalam", "Susunan berkas paling dalam 20 tingkat.")
KUNCI = Rule("kunci", "Setiap kunci berupa satu kata, bukan daftar atau susunan lain.")
KUNCI_GANDA = Rule("kunci-ganda", "Di satu tempat, setiap kunci ditulis satu kali.")
BUTIR_KOSONG = Rule("butir-kosong", "Setiap butir daftar ada isinya.")
TANDA_PAGAR = Rule("tanda-pagar", "Teks yang memuat tanda # diapit tanda kutip, supaya tidak terbaca sebagai komentar.")
ALIAS = Rule("alias", "Teks yang diawali tanda * diapit tanda kutip.")
JANGKAR = Rule("jangkar", "Teks yang diawali tanda & atau ! diapit tanda kutip.")
GABUNG = Rule("gabung", "Kunci gabung (<<) tidak dipakai; isinya ditulis ulang.")

# Far deeper than any real file; without a bound the reader would end in a RecursionError.
DEEPEST = 20
# libyaml reads six times faster than Python; kolom dokter says where it is lacking.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INDENTED_BY_TAB = re.compile(r" *\t")
# Probably text such as “Sasaran #2”: who means a comment puts a space after the #.
_SWALLOWED = re.compile(r"\s*#\S")
_ABSENT = frozenset({"~", "null", "Null", "NULL"})


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """The result of reading one file: its content, if any, and what is wrong with it."""

    isi: MapNode | None
    findings: tuple[Finding, ...] = ()


def read_yaml(path: Path, berkas: str) -> ParsedFile:
    """Return a file's content as nested MapNode, ListNode and str.

    Args:
        path: where the file is.
        berkas: its name in findings, relative to the site's root.
    """
    text, findings = read_text(path, berkas)
    if text is None:
        return ParsedFile(None, findings)
    return parse_yaml(text, berkas)


def parse_yaml(text: str, berkas: str) -> ParsedFile:
    """Return the content of YAML text as nested MapNode, ListNode and str."""
    lines = [*text.split("\n"), ""]  # libyaml may stop on the line after the last
    # Before libyaml, whose message about a tab in the indentation misleads.
    if tabs := tuple(_tabs(lines, berkas)):
        return ParsedFile(None, tabs)
    reader = _Reader(berkas, lines)
    reader.findings.extend(_inner_tabs(lines, berkas))
    isi: MapNode | None = None
    try:
        isi = reader.read(text)
    except yaml.MarkedYAMLError as error:
        reader.findings.append(explain(error, berkas, lines, reader.last))
    except _TooDeepError:
        pass  # reported where it happened
    # ReaderError knows no place, and PyYAML 6 lets errors of Python itself through (its issues 382 and 899).
    except (yaml.YAMLError, ValueError):
        reader.findings.append(
            Finding(Place(berkas), YAML, "susunan berkas tidak terbaca", "bandingkan dengan contoh di panduan")
        )
    if isi is None and not reader.findings:
        reader.findings.append(Finding(Place(berkas), BERKAS_KOSONG, "berkas kosong", "isi berkas ini, atau hapus"))
    return ParsedFile(isi, tuple(reader.findings))


@dataclass(slots=True)
class _Reader:
    """Builds the tree of one file, and notes what a reported mistake removed as ``faulty`` in its mapping."""

    berkas: str
    lines: list[str]
    findings: list[Finding] = field(default_factory=list)
    last: Any = None
    """The event read before the present one; tells what a syntax error follows."""

    def report(self, mark: Any, rule: Rule, message: str, suggestion: str) -> None:  # noqa: ANN401 - a yaml mark
        self.findings.append(Finding(self.place(mark), rule, message, suggestion))

    def place(self, mark: Any) -> Place:  # noqa: ANN401 - PyYAML's events and marks are untyped
        return Place(self.berkas, mark.line + 1, mark.column + 1)

    def events(self, text: str) -> Iterator[Any]:
        for event in yaml.parse(text, Loader=_LOADER):
            yield event
            # Only when the next event is asked for: if that fails, this is the one before the error.
            self.last = event

    def read(self, text: str) -> MapNode | None:
        events = self.events(text)
        root: Any = None
        mark: Any = None
        documents = 0
        for event in events:
            if not isinstance(event, yaml.DocumentStartEvent):
                continue
            documents += 1
            if documents > 1:
                suggestion = "hapus baris --- dan yang di bawahnya"
                self.report(event.start_mark, DUA_DOKUMEN, "berkas memuat lebih dari satu dokumen", suggestion)
                break
            start = next(events)
            mark = start.start_mark
            root = self.node(start, events, 1)
        if root is not None and not isinstance(root, MapNode):
            suggestion = "tulis kunci: isi di tiap baris, tanpa tanda - di depannya"
            self.report(mark, BUKAN_PETA, "berkas tidak berisi kunci: isi", suggestion)
        return root if isinstance(root, MapNode) else None

    def node(self, event: Any, events: Iterator[Any], depth: int) -> Any:  # noqa: ANN401 - PyYAML's events and marks are untyped
        if isinstance(event, yaml.AliasEvent):
            message = "tanda * di awal teks adalah rujukan YAML, yang tidak dipakai di sini"
            self.report(event.start_mark, ALIAS, message, "beri tanda kutip ganda pada seluruh teksnya")
            return None
        if event.anchor is not None or event.tag is not None:
            message = "tanda & atau ! di awal teks adalah penanda YAML, yang tidak dipakai di sini"
            self.report(event.start_mark, JANGKAR, message, "beri tanda kutip ganda pada seluruh teksnya")
        if depth > DEEPEST:
            message = f"susunan lebih dalam dari {DEEPEST} tingkat; sisa berkas ini belum dibaca"
            self.report(event.start_mark, TERLALU_DALAM, message, "ratakan susunannya")
            raise _TooDeepError
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(event, events, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(event, events, depth)
        return self.scalar(event)

    def scalar(self, event: Any) -> str | None:  # noqa: ANN401 - PyYAML's events and marks are untyped
        value: str = event.value.strip()
        if hidden := next(filter(None, map(name_hidden, value)), None):  # written as an escape such as \0
            self.findings.append(report_hidden(self.place(event.start_mark), hidden))
            return None
        # In quotes ~ and null are words, and a # hides nothing.
        if not event.implicit[0]:
            return value or None
        end = event.end_mark
        if _SWALLOWED.match(self.lines[end.line], end.column):
            suggestion = "beri tanda kutip ganda pada seluruh teksnya; bila itu komentar, tulis spasi sesudah #"
            self.report(event.start_mark, TANDA_PAGAR, "teks sesudah tanda # tidak terbaca", suggestion)
        return None if not value or value in _ABSENT else value

    def sequence(self, start: Any, events: Iterator[Any], depth: int) -> ListNode:  # noqa: ANN401 - PyYAML's events and marks are untyped
        items = ListNode(self.place(start.start_mark))
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            known = len(self.findings)
            value = self.node(event, events, depth + 1)
            if value is not None:
                items.append(value)
                items.item_places.append(self.place(event.start_mark))
            elif len(self.findings) == known:
                suggestion = "isi butirnya, atau hapus barisnya"
                self.report(event.start_mark, BUTIR_KOSONG, "butir daftar kosong", suggestion)
            if len(self.findings) > known and not isinstance(value, MapNode | ListNode):
                items.faulty = True
        return items

    def mapping(self, start: Any, events: Iterator[Any], depth: int) -> MapNode:  # noqa: ANN401 - PyYAML's events and marks are untyped
        node = MapNode(self.place(start.start_mark))
        folded: dict[str, str] = {}
        while not isinstance(key := next(events), yaml.MappingEndEvent):
            name = self.key(key, events, depth)
            event = next(events)
            known = len(self.findings)
            value = self.node(event, events, depth + 1)
            if name is None:
                continue
            # Twins that look alike or differ only in case are one key to a reader, and one of them would be lost.
            same = unicodedata.normalize("NFC", name).casefold()
            first = folded.setdefault(same, name)
            if first in node.key_places:
                message = f"kunci {quote(name)} sudah ada di baris {node.key_places[first].line}"
                self.report(key.start_mark, KUNCI_GANDA, message, "gabungkan isinya, lalu hapus salah satu")
                _join(node, first, value)
                continue
            node.key_places[name] = self.place(key.start_mark)
            node.value_places[name] = self.place(event.start_mark)
            if value is not None:
                node[name] = value
            if _dropped(value, reported=len(self.findings) > known):
                node.faulty.add(name)
        return node

    def key(self, event: Any, events: Iterator[Any], depth: int) -> str | None:  # noqa: ANN401 - PyYAML's events and marks are untyped
        """Return a mapping's next key, or None when it cannot be one."""
        if not isinstance(event, yaml.ScalarEvent):
            self.report(event.start_mark, KUNCI, "kunci harus berupa satu kata", "tulis kunci: isi")
            self.node(event, events, depth + 1)
            return None
        if event.value == "<<":
            message = "kunci gabung (<<) adalah perintah YAML, yang tidak dipakai di sini"
            self.report(event.start_mark, GABUNG, message, "tulis ulang isinya")
            return None
        name: str = event.value.strip()
        return name


class _TooDeepError(Exception):
    """Stops the reading of a file whose nesting is out of bounds."""


def _dropped(value: Any, *, reported: bool) -> bool:  # noqa: ANN401 - any part of the tree
    """Return whether a value, or an item of its list, was itself reported."""
    return value.faulty if isinstance(value, ListNode) else reported and not isinstance(value, MapNode)


def _join(node: MapNode, name: str, value: Any) -> None:  # noqa: ANN401 - any part of the tree
    """Add the value of a repeated key to that of the first, so that it is checked too."""
    first = node.get(name)
    if isinstance(first, ListNode) and isinstance(value, ListNode):
        first.extend(value)
        first.item_places.extend(value.item_places)
    elif isinstance(first, MapNode) and isinstance(value, MapNode):
        for key in value.keys() - first.keys():
            first[key] = value[key]
            first.value_places[key], first.key_places[key] = value.value_places[key], value.key_places[key]
    else:
        node.faulty.add(name)


def _inner_tabs(lines: list[str], berkas: str) -> Iterator[Finding]:
    for number, line in enumerate(lines, start=1):
        if "\t" in line:
            place = Place(berkas, number, line.index("\t") + 1)
            yield Finding(place, TAB, "ada tab di dalam baris", "ganti dengan satu spasi")


def _tabs(lines: list[str], berkas: str) -> Iterator[Finding]:
    for number, line in enumerate(lines, start=1):
        if _INDENTED_BY_TAB.match(line):
            place = Place(berkas, number, line.index("\t") + 1)
            yield Finding(place, TAB, "ada tab di awal baris", "ganti dengan dua spasi untuk tiap tingkat")
