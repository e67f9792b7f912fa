"""Open data: the public contract of the site's machine-readable files."""

from generator.exports.descriptions import build_fingerprints
from generator.exports.files import VERSION, build_exports, build_fingerprint_list

__all__ = ["VERSION", "build_exports", "build_fingerprint_list", "build_fingerprints"]
