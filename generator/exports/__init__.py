"""Open data: the public contract of the site's machine-readable files."""

from generator.exports.berkas import VERSI, build_exports

__all__ = ["VERSI", "build_exports"]
