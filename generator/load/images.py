"""Whether a picture still tells where and by what it was taken: Exif or XMP, in JPEG, PNG and WebP."""

from __future__ import annotations

from collections.abc import Iterator

_JPEG, _PNG, _WEBP = b"\xff\xd8", b"\x89PNG\r\n\x1a\n", b"RIFF"
_TELLING_APP1 = (b"Exif\x00", b"http://ns.adobe.com/xap/1.0/", b"http://ns.adobe.com/xmp/")
_TELLING_CHUNKS = frozenset({b"eXIf", b"EXIF", b"XMP "})
_START_OF_SCAN, _APP1 = 0xDA, 0xE1
_XMP_TEXT = b"XML:com.adobe.xmp"


def has_metadata(raw: bytes) -> bool:
    """Return whether the bytes are a picture that carries Exif or XMP; other bytes carry none."""
    if raw.startswith(_JPEG):
        return any(part.startswith(_TELLING_APP1) for part in _jpeg_app1(raw))
    if raw.startswith(_PNG):
        chunks = _chunks(raw, start=8, order="big", name_first=False, tail=4)
    elif raw.startswith(_WEBP):
        chunks = _chunks(raw, start=12, order="little", name_first=True, tail=0)
    else:
        return False
    return any(name in _TELLING_CHUNKS or body.startswith(_XMP_TEXT) for name, body in chunks)


def _jpeg_app1(raw: bytes) -> Iterator[bytes]:
    """Yield the APP1 segments that stand before the picture's own data."""
    at = 2
    while raw[at : at + 1] == b"\xff" and at + 4 <= len(raw):
        kind, size = raw[at + 1], int.from_bytes(raw[at + 2 : at + 4], "big")
        if kind == _START_OF_SCAN:
            return
        if kind == _APP1:
            yield raw[at + 4 : at + 2 + size]
        at += 2 + size


def _chunks(raw: bytes, *, start: int, order: str, name_first: bool, tail: int) -> Iterator[tuple[bytes, bytes]]:
    """Yield name and first bytes of each chunk of a PNG or WebP."""
    at = start
    while at + 8 <= len(raw):
        first, second = raw[at : at + 4], raw[at + 4 : at + 8]
        name, length = (first, second) if name_first else (second, first)
        size = int.from_bytes(length, "big" if order == "big" else "little")
        yield name, raw[at + 8 : at + 8 + min(size, 64)]
        at += 8 + size + tail + (size % 2 if name_first else 0)
