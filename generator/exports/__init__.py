"""Open data: the public contract of the site's machine-readable files."""

from generator.exports.berkas import VERSI, build_daftar_sidik, build_exports
from generator.exports.sidik import build_sidik

__all__ = ["VERSI", "build_daftar_sidik", "build_exports", "build_sidik"]
