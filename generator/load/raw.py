"""Read the log, the plans and the settings loosely, as they are now or were in a commit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from generator.model.base import ListNode, MapNode
from generator.model.realisasi import EntriMentah, LogMentah
from generator.model.rencana_mentah import BarisMentah, RencanaMentah
from generator.settings import DATA, Workspace
from generator.source import ParsedFile, decode_text, parse_yaml, read_yaml

LOG_FILE = re.compile(rf"{DATA}/[^./][^/]*/20[0-9]{{2}}/realisasi/[^./][^/]*\.yml")
"""The name of a file of the log, relative to the site's root."""
PLAN_FILE = re.compile(
    rf"{DATA}/[^./][^/]*/20[0-9]{{2}}/(?:tahun|(?!realisasi/|bukti/|berkas/|sumber/)[^./][^/]*/[^./][^/]*)\.yml"
)
"""The name of a file of settings, decrees or plans, relative to the site's root; a plan's folder may have any name."""


def read_current_log(workspace: Workspace) -> LogMentah:
    """Return the log as the files have it now."""
    return _log((name, _now(workspace, path, name)) for path, name in _files(workspace, LOG_FILE))


def read_former_log(berkas: Iterable[tuple[str, bytes | None]]) -> LogMentah:
    """Return the log of files given as name and content, with None for content that could not be read."""
    return _log((name, _then(name, raw)) for name, raw in berkas)


def read_current_plans(workspace: Workspace) -> RencanaMentah:
    """Return the plans and their years' settings as the files have them now."""
    return _plans((name, _now(workspace, path, name)) for path, name in _files(workspace, PLAN_FILE))


def read_former_plans(berkas: Iterable[tuple[str, bytes | None]]) -> RencanaMentah:
    """Return the plans and settings of files given as name and content, with None for content that was not read."""
    return _plans((name, _then(name, raw)) for name, raw in berkas)


def _files(workspace: Workspace, pattern: re.Pattern[str]) -> Iterator[tuple[Path, str]]:
    for path in sorted((*workspace.data.glob("*/*/*.yml"), *workspace.data.glob("*/*/*/*.yml"))):
        name = workspace.relative(path)
        if pattern.fullmatch(name):
            yield path, name


def _now(workspace: Workspace, path: Path, name: str) -> ParsedFile:
    below = path.relative_to(workspace.data).parents
    if any((workspace.data / folder).is_symlink() for folder in below if folder.parts):
        return ParsedFile(None)  # reported, and not followed
    return read_yaml(path, name)


def _then(name: str, raw: bytes | None) -> ParsedFile:
    text, findings = decode_text(raw, name) if raw is not None else (None, ())
    return ParsedFile(None, findings) if text is None else parse_yaml(text, name)


def _log(files: Iterable[tuple[str, ParsedFile]]) -> LogMentah:
    entri: list[EntriMentah] = []
    berkas, tak_utuh = set(), set()
    for name, parsed in files:
        berkas.add(name)
        if [finding.code for finding in parsed.findings] == ["berkas-kosong"]:
            continue  # read as a whole: there is nothing in it
        items = parsed.isi.get("entri") if parsed.isi else None
        records = [item for item in items if _has_kode(item)] if isinstance(items, ListNode) else []
        entri += [EntriMentah(str(PurePosixPath(name).parent), item["kode"], item) for item in records]
        if parsed.findings or not isinstance(items, ListNode) or len(records) < len(items):
            tak_utuh.add(name)
    return LogMentah(tuple(entri), frozenset(berkas), frozenset(tak_utuh))


def _has_kode(item: object) -> bool:
    return isinstance(item, MapNode) and isinstance(item.get("kode"), str)


def _plans(files: Iterable[tuple[str, ParsedFile]]) -> RencanaMentah:
    baris: list[BarisMentah] = []
    setelan, keputusan = {}, {}
    berkas, tak_utuh = set(), set()
    for name, parsed in files:
        berkas.add(name)
        satker, tahun, *inner = name.removeprefix(f"{DATA}/").split("/")
        folder = f"{DATA}/{satker}/{tahun}"
        if parsed.findings or parsed.isi is None:
            tak_utuh.add(name)
        if parsed.isi is None:
            continue
        if inner == ["tahun.yml"]:
            setelan[folder] = parsed.isi
        elif inner[0] == "keputusan" and _has_kode(parsed.isi):
            keputusan[folder, parsed.isi["kode"]] = parsed.isi
        else:
            baris += [BarisMentah(folder, row["kode"], row) for row in _walk(parsed.isi)]
    return RencanaMentah(tuple(baris), setelan, keputusan, frozenset(berkas), frozenset(tak_utuh))


def _walk(node: object) -> Iterator[MapNode]:
    """Yield every row in and below a node, the outermost first; a measure has a kode too, but is a part of its row."""
    if isinstance(node, MapNode):
        if _has_kode(node):
            yield node
        for key, value in node.items():
            if key != "ukuran":
                yield from _walk(value)
    elif isinstance(node, ListNode):
        for item in node:
            yield from _walk(item)
