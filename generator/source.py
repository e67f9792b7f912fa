"""Read YAML strictly, as text with places; every fault becomes a finding.

PyYAML's own loading turns ``no: 12`` into the key False, ``1.10`` into 1.1 and ``85.000`` into 85.0 and lets a
duplicate key win in silence. Here every scalar stays text; the model decides what it means.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from generator.findings import Finding, Tempat, quote
from generator.model.base import Larik, Peta

LARGEST_FILE = 2_000_000
DEEPEST = 20
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad\u2028\u2029\u0085")
_NO_PLACE = re.compile(r"[ \t]*\t")

# libyaml's own words, with what a clerk should look for.
_PROBLEMS = (
    ("mapping values are not allowed", "ada titik dua di dalam teks tanpa tanda kutip", "beri tanda kutip ganda pada seluruh teksnya"),
    ("could not find expected ':'", "baris ini tidak memuat titik dua setelah kuncinya", "tulis kunci: isi"),
    ("did not find expected key", "letak atau jorokan baris ini tidak cocok dengan baris di atasnya", "samakan jorokan dengan butir sederajat, dan periksa tanda kutip di atasnya"),
    ("did not find expected '-' indicator", "jorokan butir daftar ini tidak cocok", "samakan jorokan tanda - dengan butir di atasnya"),
    ("did not find expected ',' or", "daftar atau peta dalam kurung belum ditutup", "tutup dengan ] atau }, pisahkan isinya dengan koma"),
    ("found unexpected end of stream", "tanda kutip atau kurung belum ditutup", "tutup tanda kutip atau kurung yang dibuka di sini"),
    ("found unknown escape character", "garis miring terbalik dalam tanda kutip ganda tidak dikenal", "tulis \\\\ untuk satu garis miring terbalik"),
    ("found character that cannot start any token", "tanda ini tidak boleh mengawali teks", "beri tanda kutip ganda pada seluruh teksnya"),
    ("block sequence entries are not allowed", "tanda - tidak boleh di sini", "pindahkan daftar ke baris baru di bawah kuncinya"),
    ("while scanning a directive", "tanda % tidak boleh mengawali baris", "beri tanda kutip ganda pada seluruh teksnya"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bacaan:
    """What reading one file gave: its content, when there is any, and what is wrong with it."""

    isi: Peta | None
    findings: tuple[Finding, ...] = ()


@dataclass(slots=True)
class _Reader:
    """Builds the tree of one file from the event stream."""

    berkas: str
    text: str
    findings: list[Finding] = field(default_factory=list)

    def report(self, mark: Any, kode: str, pesan: str, saran: str) -> None:  # noqa: ANN401 - a yaml mark
        self.findings.append(Finding(self.place(mark), kode, pesan, saran))

    def place(self, mark: Any) -> Tempat:  # noqa: ANN401
        return Tempat(self.berkas, mark.line + 1, mark.column + 1)

    def read(self) -> Peta | None:
        events = yaml.parse(self.text, Loader=_LOADER)
        root: Any = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.report(
                        event.start_mark, "dua-dokumen", "berkas memuat lebih dari satu dokumen", "hapus baris ---"
                    )
                    break
                root = self.node(next(events), events, 1)
        if root is not None and not isinstance(root, Peta):
            self.findings.append(
                Finding(Tempat(self.berkas), "bukan-peta", "berkas tidak berisi kunci: isi", "mulai dengan kunci: isi")
            )
            return None
        return root

    def node(self, event: Any, events: Iterator[Any], depth: int) -> Any:  # noqa: ANN401
        if isinstance(event, yaml.AliasEvent):
            self.report(event.start_mark, "alias", "rujukan YAML (*nama) tidak dipakai di sini", "tulis ulang isinya")
            return None
        if event.anchor is not None or (event.tag is not None and event.tag != "!"):
            self.report(
                event.start_mark, "jangkar", "jangkar (&) atau tanda jenis (!) YAML tidak dipakai di sini", "hapus tandanya"
            )
        if depth > DEEPEST:
            self.report(event.start_mark, "terlalu-dalam", f"susunan lebih dalam dari {DEEPEST} tingkat", "ratakan susunannya")
            raise _TooDeepError
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(event, events, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(event, events, depth)
        return self.scalar(event)

    def scalar(self, event: Any) -> str | None:  # noqa: ANN401
        value: str = event.value
        return None if not value.strip() or (value == "~" and event.implicit[0]) else value

    def sequence(self, start: Any, events: Iterator[Any], depth: int) -> Larik:  # noqa: ANN401
        items = Larik(self.place(start.start_mark))
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            value = self.node(event, events, depth + 1)
            if value is None and isinstance(event, yaml.ScalarEvent):
                self.report(event.start_mark, "butir-kosong", "butir daftar kosong", "isi butirnya, atau hapus barisnya")
            elif value is not None:
                items.append(value)
                items.nilai.append(self.place(event.start_mark))
        return items

    def mapping(self, start: Any, events: Iterator[Any], depth: int) -> Peta:  # noqa: ANN401
        peta = Peta(self.place(start.start_mark))
        folded: dict[str, str] = {}
        while not isinstance(key := next(events), yaml.MappingEndEvent):
            name = key.value if isinstance(key, yaml.ScalarEvent) else None
            if name is None:
                self.report(key.start_mark, "kunci", "kunci harus berupa satu kata", "tulis kunci: isi")
                self.node(key, events, depth + 1)
            event = next(events)
            value = self.node(event, events, depth + 1)
            if name is None:
                continue
            if name == "<<":
                self.report(key.start_mark, "gabung", "kunci gabung (<<) tidak dipakai di sini", "tulis ulang isinya")
                continue
            same = unicodedata.normalize("NFC", name).casefold()
            if same in folded:
                first = peta.kunci[folded[same]].baris
                self.report(
                    key.start_mark,
                    "kunci-ganda",
                    f"kunci {quote(name)} sudah ada di baris {first}",
                    "gabungkan isinya, lalu hapus salah satu",
                )
                continue
            folded[same] = name
            peta.kunci[name] = self.place(key.start_mark)
            peta.nilai[name] = self.place(event.start_mark)
            if value is not None:
                peta[name] = value
        return peta


class _TooDeepError(Exception):
    """Stops the reading of a file whose nesting is out of bounds."""


def read_yaml(path: Path, berkas: str) -> Bacaan:
    """Return a file's content as nested Peta, Larik and str.

    Args:
        path: where the file is.
        berkas: its name in findings, relative to the site's root.
    """
    text, findings = read_text(path, berkas)
    if text is None:
        return Bacaan(None, findings)
    return parse_yaml(text, berkas)


def parse_yaml(text: str, berkas: str) -> Bacaan:
    """Return the content of YAML text as nested Peta, Larik and str."""
    reader = _Reader(berkas, text)
    reader.findings.extend(_tabs(text, berkas))
    if reader.findings:
        return Bacaan(None, tuple(reader.findings))
    isi: Peta | None = None
    try:
        isi = reader.read()
    except yaml.MarkedYAMLError as error:
        reader.findings.append(_syntax_error(error, berkas, text.split("\n")))
    except (yaml.YAMLError, _TooDeepError, ValueError) as error:
        if not reader.findings:
            reader.findings.append(
                Finding(Tempat(berkas), "yaml", f"susunan berkas tidak terbaca ({type(error).__name__})", "bandingkan dengan contoh di panduan")
            )
    if isi is None and not reader.findings:
        reader.findings.append(Finding(Tempat(berkas), "berkas-kosong", "berkas kosong", "isi berkas ini, atau hapus"))
    return Bacaan(isi, tuple(reader.findings))


def read_text(path: Path, berkas: str) -> tuple[str | None, tuple[Finding, ...]]:
    """Return a file's text, or None and the reason: size, encoding, hidden characters, symbolic link."""
    if path.is_symlink():
        return None, (Finding(Tempat(berkas), "tautan-simbolik", "berkas ini tautan simbolik", "ganti dengan berkas biasa"),)
    try:
        raw = path.read_bytes()
    except OSError as error:
        return None, (Finding(Tempat(berkas), "berkas", f"berkas tidak dapat dibaca ({error.strerror})", "periksa izin berkasnya"),)
    if len(raw) > LARGEST_FILE:
        return None, (Finding(Tempat(berkas), "terlalu-besar", "berkas lebih besar dari 2 MB", "bagi menjadi beberapa berkas"),)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        place = Tempat(berkas, before.count(b"\n") + 1, error.start - (before.rfind(b"\n") + 1) + 1)
        return None, (Finding(place, "penyandian", "berkas tidak tersimpan sebagai UTF-8", "simpan ulang dengan penyandian UTF-8"),)
    findings = tuple(_hidden(text, berkas))
    return (None, findings) if findings else (text, ())


def _hidden(text: str, berkas: str) -> Iterator[Finding]:
    """Yield a finding per hidden character: control, bidirectional, invisible (CVE-2021-42574)."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line.isascii() and line.isprintable():
            continue
        for column, char in enumerate(line, start=1):
            if char in _BIDI or char in _INVISIBLE:
                name = unicodedata.name(char, f"U+{ord(char):04X}")
            elif unicodedata.category(char) in {"Cc", "Cs", "Cn", "Co"} and char not in "\t\r":
                name = f"U+{ord(char):04X}"
            else:
                continue
            yield Finding(
                Tempat(berkas, number, column), "huruf-tersembunyi", f"ada huruf tak tampak ({name})", "hapus hurufnya, ketik ulang katanya"
            )


def _tabs(text: str, berkas: str) -> Iterator[Finding]:
    for number, line in enumerate(text.split("\n"), start=1):
        if _NO_PLACE.match(line):
            yield Finding(
                Tempat(berkas, number, line.index("\t") + 1), "tab", "ada tab di awal baris", "ganti dengan dua spasi untuk tiap tingkat"
            )


def _syntax_error(error: yaml.MarkedYAMLError, berkas: str, lines: list[str]) -> Finding:
    mark = error.problem_mark or error.context_mark
    problem = f"{error.context or ''} {error.problem or ''}"
    pesan, saran = next(
        ((pesan, saran) for words, pesan, saran in _PROBLEMS if words in problem),
        ("susunan YAML tidak terbaca di sini", "periksa titik dua, tanda kutip, dan jorokan di baris ini dan di atasnya"),
    )
    # An unclosed quote or bracket is noticed far below the place where it was opened.
    if ("end of stream" in problem or "did not find expected ','" in problem) and error.context_mark is not None:
        mark = error.context_mark
    place = Tempat(berkas, mark.line + 1, mark.column + 1) if mark is not None else Tempat(berkas)
    if "mapping values" in problem and place.baris > 1:
        above = lines[place.baris - 2].strip()
        if above and ":" not in above and not above.startswith(("#", "-", '"', "'")):
            _, pesan, saran = _PROBLEMS[1]
            place = Tempat(berkas, place.baris - 1, lines[place.baris - 2].index(above[0]) + 1)
    return Finding(place, "yaml", f"{pesan}; sisa berkas ini belum dibaca", saran)
