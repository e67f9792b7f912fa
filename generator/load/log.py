"""Read the log leniently, today's and an old commit's: whatever is readable, without schema and findings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from generator.model.base import Larik, Peta
from generator.model.log import EntriMentah, LogMentah
from generator.settings import DATA, Ruang
from generator.source import Bacaan, decode_text, parse_yaml, read_yaml

BERKAS_LOG = re.compile(rf"{DATA}/[^./][^/]*/20[0-9]{{2}}/realisasi/[^./][^/]*\.yml")
"""The name of a file of the log, relative to the site's root."""


def read_log_kini(ruang: Ruang) -> LogMentah:
    """Return the log as the files have it now."""
    return _log((name, _now(ruang, path, name)) for path, name in _files(ruang))


def read_log_lama(berkas: Iterable[tuple[str, bytes | None]]) -> LogMentah:
    """Return the log of files given as name and content, with None for content that could not be read."""
    return _log((name, _then(name, raw)) for name, raw in berkas)


def _files(ruang: Ruang) -> Iterator[tuple[Path, str]]:
    for path in sorted(ruang.data.glob("*/*/realisasi/*.yml")):
        name = ruang.relative(path)
        if BERKAS_LOG.fullmatch(name):
            yield path, name


def _now(ruang: Ruang, path: Path, name: str) -> Bacaan:
    below = path.relative_to(ruang.data).parents
    if any((ruang.data / folder).is_symlink() for folder in below if folder.parts):
        return Bacaan(None)  # reported, and not followed
    return read_yaml(path, name)


def _then(name: str, raw: bytes | None) -> Bacaan:
    text, findings = decode_text(raw, name) if raw is not None else (None, ())
    return Bacaan(None, findings) if text is None else parse_yaml(text, name)


def _log(files: Iterable[tuple[str, Bacaan]]) -> LogMentah:
    entri: list[EntriMentah] = []
    berkas, tak_utuh = set(), set()
    for name, bacaan in files:
        berkas.add(name)
        if [finding.kode for finding in bacaan.findings] == ["berkas-kosong"]:
            continue  # read as a whole: there is nothing in it
        items = bacaan.isi.get("entri") if bacaan.isi else None
        records = [item for item in items if _has_kode(item)] if isinstance(items, Larik) else []
        entri += [EntriMentah(str(PurePosixPath(name).parent), item["kode"], item) for item in records]
        if bacaan.findings or not isinstance(items, Larik) or len(records) < len(items):
            tak_utuh.add(name)
    return LogMentah(tuple(entri), frozenset(berkas), frozenset(tak_utuh))


def _has_kode(item: object) -> bool:
    return isinstance(item, Peta) and isinstance(item.get("kode"), str)
