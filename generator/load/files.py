"""The files beside the data: evidence, pictures, hand-written pages, and the letters of all of them."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator
from pathlib import Path

from generator.findings import Rule
from generator.load.reader import Reader
from generator.model.bukti import BerkasBukti
from generator.settings import Workspace
from generator.source.text import TERLALU_BESAR

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


BERKAS_RUSAK = Rule(
    "berkas-rusak", "Isi berkas bukti sesuai dengan akhiran namanya dan dapat diperiksa tanpa kata sandi."
)

KINDS = frozenset({".pdf", ".jpg", ".jpeg", ".png", ".webp", ".csv", ".txt"})
"""The kinds of files that any phone opens and that hold no program."""
LARGEST = 10_000_000
# Safe in an address without escaping, on every file system, and without meaning to a web server.
_NAME = "abcdefghijklmnopqrstuvwxyz0123456789-."
# The first bytes must fit the ending: a page or a program that calls itself .pdf must not be published.
_BEGINS = {
    ".pdf": b"%PDF-",
    ".png": b"\x89PNG\r\n",
    ".jpg": b"\xff\xd8\xff",
    ".jpeg": b"\xff\xd8\xff",
    ".webp": b"RIFF",
}


def read_evidence_files(reader: Reader, folder: Path, lost: set[str]) -> Iterator[BerkasBukti]:
    """Yield the evidence files of a folder; report what cannot be published, and note its name as lost."""
    for path in reader.list_folder(folder):
        if not path.is_file():
            reader.report_foreign(path, "di folder ini hanya berkas, tanpa folder lagi")
        elif path.suffix not in KINDS or not set(path.name) <= set(_NAME):
            suggestion = f"pakai huruf kecil, angka, dan tanda hubung, berakhiran {', '.join(sorted(KINDS))}"
            reader.report_foreign(path, suggestion)
            lost.add(f"berkas/{path.name}")
        elif path.stat().st_size > LARGEST:
            suggestion = "perkecil berkasnya, atau taruh di situs kantor dan tulis tautannya"
            reader.report(path, TERLALU_BESAR, f"berkas bukti lebih besar dari {LARGEST // 1_000_000} MB", suggestion)
            lost.add(f"berkas/{path.name}")
        else:
            yield _file(reader, path)


def _file(reader: Reader, path: Path) -> BerkasBukti:
    raw = path.read_bytes()
    right = raw.startswith(_BEGINS.get(path.suffix, b""))
    teks = read_pdf_text(path) if right and path.suffix == ".pdf" else None
    if not right:
        message = f"isi berkas ini bukan {path.suffix.removeprefix('.').upper()}"
        reader.report(path, BERKAS_RUSAK, message, "simpan ulang berkasnya, atau betulkan akhiran namanya")
    elif path.suffix == ".pdf" and teks is None:
        message = "isi PDF ini tidak dapat diperiksa: bersandi atau tidak utuh"
        reader.report(path, BERKAS_RUSAK, message, "simpan ulang sebagai PDF tanpa kata sandi")
    return BerkasBukti(
        nama=path.name,
        berkas=reader.workspace.relative(path),
        jalur=path,
        ukuran=len(raw),
        sidik=hashlib.sha256(raw).hexdigest(),
        metadata=has_metadata(raw),
        teks=teks,
    )


def read_pdf_text(path: Path) -> str | None:
    """Return the words of a PDF page by page, or None where they cannot be read."""
    from pypdf import PdfReader  # noqa: PLC0415 - few offices have a PDF, and it is slow to import

    # pypdf logs what it stumbles over, in English and without the file's name; our finding says both.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        return "\n".join(page.extract_text() for page in PdfReader(path).pages)
    except Exception:  # noqa: BLE001 - a broken file can make any part of a PDF reader fail
        return None


ALAMAT_GANDA = Rule("alamat-ganda", "Setiap alamat dipakai satu halaman saja, dan bukan alamat berkas situs sendiri.")

PAGES = ("panduan", "privasi", "aksesibilitas")
"""The hand-written pages that every page links to, where the site has them."""
# No HTML, SVG or script: it could run with the rights of the site's own pages.
_KINDS = frozenset({".md", ".png", ".jpg", ".jpeg", ".webp"})


def find_page_uri(path: Path, halaman: Path) -> str:
    """Return the file below the site's root that an engine makes a hand-written page or picture into."""
    name = path.relative_to(halaman).as_posix()
    if path.suffix.lower() != ".md":
        return name
    stem = name.removesuffix(path.suffix)
    folder, _, last = stem.rpartition("/")
    # MkDocs makes both index.md and README.md the page of their folder.
    return f"{folder}/index.md".lstrip("/") if last.casefold() in {"index", "readme"} else f"{stem}/index.md"


def may_publish(path: Path, halaman: Path) -> bool:
    """Return whether a file below content/halaman is part of the site.

    A symbolic link could publish any file of the machine; a leading underscore marks what generated pages include.
    """
    inside = [part for part in (path, *path.parents) if part.is_relative_to(halaman) and part != halaman]
    if any(part.is_symlink() for part in inside):
        return False
    return path.suffix.lower() in _KINDS and not path.name.startswith("_")


# Bytes of pictures would pass for numbers by chance; the words of PDFs are searched on their own.
_NO_TEXT = frozenset({".png", ".jpg", ".jpeg", ".webp", ".pdf"})


def read_raw_texts(workspace: Workspace) -> Iterator[tuple[str, str]]:
    """Yield name and text of every text file below content/ and of situs.yml; bytes that are not UTF-8 are replaced."""
    files = sorted(workspace.content.rglob("*"))
    for path in (*files, workspace.site_settings):
        if path.is_file() and not path.is_symlink() and path.suffix.lower() not in _NO_TEXT:
            yield workspace.relative(path), path.read_bytes().decode("utf-8", errors="replace")
