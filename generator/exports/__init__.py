"""Open data: the public contract of the site's machine-readable files."""

from generator.exports.files import VERSION, build_exports, build_fingerprint_list
from generator.exports.fingerprints import build_fingerprints

__all__ = ["VERSION", "build_exports", "build_fingerprint_list", "build_fingerprints"]
