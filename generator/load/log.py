"""Read the log leniently, today's and an old commit's: whatever is readable, without schema and findings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from generator.model.base import ListNode, MapNode
from generator.model.log import EntriMentah, LogMentah
from generator.settings import DATA, Workspace
from generator.source import ParsedFile, decode_text, parse_yaml, read_yaml

LOG_FILE = re.compile(rf"{DATA}/[^./][^/]*/20[0-9]{{2}}/realisasi/[^./][^/]*\.yml")
"""The name of a file of the log, relative to the site's root."""


def read_current_log(workspace: Workspace) -> LogMentah:
    """Return the log as the files have it now."""
    return _log((name, _now(workspace, path, name)) for path, name in _files(workspace))


def read_former_log(berkas: Iterable[tuple[str, bytes | None]]) -> LogMentah:
    """Return the log of files given as name and content, with None for content that could not be read."""
    return _log((name, _then(name, raw)) for name, raw in berkas)


def _files(workspace: Workspace) -> Iterator[tuple[Path, str]]:
    for path in sorted(workspace.data.glob("*/*/realisasi/*.yml")):
        name = workspace.relative(path)
        if LOG_FILE.fullmatch(name):
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
