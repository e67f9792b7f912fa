"""The log as its files had it at one time, read without schema, so that two times can be compared.

Nothing here is published; ``realisasi`` holds the entries that are.
"""

from dataclasses import dataclass

from generator.model.base import MapNode


@dataclass(frozen=True, slots=True)
class EntriMentah:
    """One entry as its file has it."""

    folder: str
    """The folder ``realisasi`` of its office and year: an entry may stand in any file of it."""
    kode: str
    isi: MapNode


@dataclass(frozen=True, slots=True)
class LogMentah:
    """Every entry of every office and year that could be read, and what could not."""

    entri: tuple[EntriMentah, ...]
    berkas: frozenset[str]
    """The files, relative to the site's root."""
    tak_utuh: frozenset[str]
    """Files from which an entry may be missing here, because of a mistake in the file."""
