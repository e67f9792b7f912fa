"""Read a file as text: size, encoding, symbolic links, and characters that nobody can see."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from generator.findings import Finding, Place, Rule

BERKAS_TIDAK_ADA = Rule("berkas-tidak-ada", "Berkas yang wajib ada, seperti satker.yml dan tahun.yml, memang ada.")
BERKAS = Rule("berkas", "Berkas data adalah berkas biasa yang dapat dibaca, bukan folder.")
TERLALU_BESAR = Rule("terlalu-besar", "Berkas data paling besar 2 MB, dan berkas bukti paling besar 10 MB.")
PENYANDIAN = Rule("penyandian", "Setiap berkas disimpan sebagai teks UTF-8.")
TAUTAN_SIMBOLIK = Rule("tautan-simbolik", "Berkas dan folder data bukan tautan simbolik ke tempat lain.")
HURUF_TERSEMBUNYI = Rule("huruf-tersembunyi", "Teks tidak memuat huruf yang tidak tampak.")

# Far above any real data file; bounds the memory and the time that one file can take.
LARGEST_FILE = 2_000_000
# They change the order in which a reviewer sees the text (Trojan Source).
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_UNSEEN = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad\u2028\u2029\u0085")
_STRANGE = frozenset({"Cc", "Cs", "Cn", "Co"})


def read_text(path: Path, berkas: str) -> tuple[str | None, tuple[Finding, ...]]:
    """Return a file's text, or None and the reason why not.

    Args:
        path: where the file is.
        berkas: its name in findings, relative to the site's root.
    """
    # Git carries symbolic links, so a pull request could publish any file of the machine.
    if path.is_symlink():
        return None, (report_symlink(berkas),)
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        suggestion = "buat berkasnya, atau periksa ejaan namanya"
        return None, (Finding(Place(berkas), BERKAS_TIDAK_ADA, "berkas ini tidak ada", suggestion),)
    except OSError:
        suggestion = "pastikan ini berkas biasa, bukan folder, yang boleh dibaca"
        return None, (Finding(Place(berkas), BERKAS, "berkas tidak dapat dibaca", suggestion),)
    return decode_text(raw, berkas)


def decode_text(raw: bytes, berkas: str) -> tuple[str | None, tuple[Finding, ...]]:
    """Return the text of a file's bytes, or None and the reason why not."""
    if len(raw) > LARGEST_FILE:
        suggestion = "bagi menjadi beberapa berkas"
        return None, (Finding(Place(berkas), TERLALU_BESAR, "berkas lebih besar dari 2 MB", suggestion),)
    try:
        # -sig, because Excel and Notepad put a byte order mark in front.
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].removeprefix(b"\xef\xbb\xbf")
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8")) + 1
        place = Place(berkas, before.count(b"\n") + 1, column)
        suggestion = "simpan ulang dengan penyandian UTF-8"
        return None, (Finding(place, PENYANDIAN, "berkas tidak tersimpan sebagai UTF-8", suggestion),)
    findings = tuple(_hidden(text, berkas))
    return (None, findings) if findings else (text, ())


def report_symlink(berkas: str) -> Finding:
    """Return the finding of a symbolic link, which could lead out of the site's folder."""
    return Finding(Place(berkas), TAUTAN_SIMBOLIK, "ini tautan simbolik", "ganti dengan berkas atau folder biasa")


def name_hidden(char: str) -> str | None:
    """Return the name of a character that must not be in content, or None for every other (CVE-2021-42574)."""
    if char in _BIDI or char in _UNSEEN:
        return unicodedata.name(char, f"U+{ord(char):04X}")
    if unicodedata.category(char) in _STRANGE and char not in "\t\r\n":
        return f"U+{ord(char):04X}"
    return None


def report_hidden(place: Place, name: str) -> Finding:
    """Return the finding of a hidden character."""
    suggestion = "hapus hurufnya, ketik ulang katanya"
    return Finding(place, HURUF_TERSEMBUNYI, f"ada huruf tak tampak ({name})", suggestion)


def _hidden(text: str, berkas: str) -> Iterator[Finding]:
    for number, line in enumerate(text.split("\n"), start=1):
        # Nearly every line: a look at each character would take most of the time of reading.
        if line.isascii() and line.isprintable():
            continue
        for column, char in enumerate(line, start=1):
            if name := name_hidden(char):
                yield report_hidden(Place(berkas, number, column), name)
