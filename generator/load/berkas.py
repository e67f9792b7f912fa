"""Read what must be known of the evidence files: their size, their hash, whether a picture tells its place."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from generator.load.pembaca import Pembaca
from generator.model.bukti import BerkasBukti

JENIS = frozenset({".pdf", ".jpg", ".jpeg", ".png", ".webp", ".csv", ".txt"})
"""The kinds of files that any phone opens and that hold no program."""
LARGEST = 10_000_000
_NAME = "abcdefghijklmnopqrstuvwxyz0123456789-."
_BEGINS = {
    ".pdf": b"%PDF-",
    ".png": b"\x89PNG\r\n",
    ".jpg": b"\xff\xd8\xff",
    ".jpeg": b"\xff\xd8\xff",
    ".webp": b"RIFF",
}
_PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp"})
_EXIF = (b"Exif\x00\x00", b"eXIf", b"EXIF")


def read_berkas(pembaca: Pembaca, folder: Path) -> Iterator[BerkasBukti]:
    """Yield the evidence files of a folder; report what cannot be published."""
    for path in pembaca.entries(folder):
        if not path.is_file():
            pembaca.foreign(path, "di folder ini hanya berkas, tanpa folder lagi")
        elif path.suffix not in JENIS or not set(path.name) <= set(_NAME):
            saran = f"pakai huruf kecil, angka, dan tanda hubung, berakhiran {', '.join(sorted(JENIS))}"
            pembaca.foreign(path, saran)
        elif path.stat().st_size > LARGEST:
            saran = "perkecil berkasnya, atau taruh di situs kantor dan tulis tautannya"
            pembaca.report(path, "terlalu-besar", f"berkas bukti lebih besar dari {LARGEST // 1_000_000} MB", saran)
        else:
            raw = path.read_bytes()
            if not raw.startswith(_BEGINS.get(path.suffix, b"")):
                pesan = f"isi berkas ini bukan {path.suffix.removeprefix('.').upper()}"
                pembaca.report(path, "berkas-rusak", pesan, "simpan ulang berkasnya, atau betulkan akhiran namanya")
            yield BerkasBukti(
                nama=path.name,
                berkas=pembaca.ruang.relative(path),
                jalur=path,
                ukuran=len(raw),
                sidik=hashlib.sha256(raw).hexdigest(),
                metadata=path.suffix in _PICTURES and any(mark in raw for mark in _EXIF),
            )
