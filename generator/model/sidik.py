"""The fingerprint of what a section of the site shows, and how anybody can compute it from the open data."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SumberSidik:
    """One part of what is hashed: a file of the open data, the way into it, and the keys that are left out."""

    berkas: str
    """Address of the file, relative to the site's root."""
    jalur: tuple[str | int, ...] = ()
    """Keys and places from the file's top down to the part; empty for the whole file."""
    tanpa: tuple[str, ...] = ()
    """Keys that are left out wherever they stand, because their values are derived."""


@dataclass(frozen=True, slots=True)
class Sidik:
    """The SHA-256 of a section's records in canonical JSON."""

    bagian: str
    """The section's name, as ``publikasi.halaman`` has it."""
    alamat: str
    """The section's page."""
    sumber: tuple[SumberSidik, ...]
    sha256: str
    """Sixty-four hexadecimal digits."""
