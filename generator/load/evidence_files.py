"""Read what must be known of the evidence files: size, hash, the words of a PDF, whether a picture tells its place."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator
from pathlib import Path

from generator.findings import Rule
from generator.load.images import has_metadata
from generator.load.reader import Reader
from generator.model.bukti import BerkasBukti
from generator.source.text import TERLALU_BESAR

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
