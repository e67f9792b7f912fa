"""Plans as their files have them, of any age: rows and settings before any rule has looked at them."""

from dataclasses import dataclass, field

from generator.model.base import MapNode


@dataclass(frozen=True, slots=True)
class BarisMentah:
    """One row of a plan as its file has it: whatever has a kode and can be withdrawn or has months."""

    folder: str
    """The folder of its office and year: a row may stand in any plan of it."""
    kode: str
    isi: MapNode


@dataclass(frozen=True, slots=True)
class RencanaMentah:
    """Every row and setting of every office and year that could be read, and what could not."""

    baris: tuple[BarisMentah, ...] = ()
    setelan: dict[str, MapNode] = field(default_factory=dict)
    """What ``tahun.yml`` says, by the folder of the office and year."""
    keputusan: dict[tuple[str, str], MapNode] = field(default_factory=dict)
    """The decrees, by that folder and their kode."""
    berkas: frozenset[str] = frozenset()
    """The files, relative to the site's root."""
    tak_utuh: frozenset[str] = frozenset()
    """Files of which not everything could be read, because of a mistake in them."""
