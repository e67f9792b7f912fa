"""Evidence files: pictures that tell their place, PDFs that nobody can look into, numbers inside a PDF."""

from __future__ import annotations

import hashlib
import io
import struct

import pytest
from conftest import KANTOR_CONTOH
from pypdf import PdfReader, PdfWriter

from generator.inspect import check_content
from generator.load.files import has_metadata

XMP = b"http://ns.adobe.com/xap/1.0/\x00<x:xmpmeta/>"


def jpeg(*segments: bytes, data: bytes = b"") -> bytes:
    parts = b"".join(b"\xff\xe1" + struct.pack(">H", len(part) + 2) + part for part in segments)
    return b"\xff\xd8" + parts + b"\xff\xda\x00\x02" + data + b"\xff\xd9"


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    parts = (struct.pack(">I", len(body)) + name + body + b"\0\0\0\0" for name, body in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def webp(*chunks: tuple[bytes, bytes]) -> bytes:
    parts = b"".join(name + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2) for name, body in chunks)
    return b"RIFF" + struct.pack("<I", len(parts) + 4) + b"WEBP" + parts


PICTURE = [
    ("jpeg plain", jpeg(), False),
    ("jpeg exif", jpeg(b"Exif\0\0MM"), True),
    ("jpeg xmp", jpeg(XMP), True),
    ("jpeg exif second", jpeg(b"other", b"Exif\0\0MM"), True),
    ("jpeg exif by chance in its data", jpeg(data=b"\xff\xe1\0\x0aExif\0\0MM"), False),
    ("jpeg cut", b"\xff\xd8\xff\xe1\xff", False),
    ("png plain", png((b"IHDR", b"x" * 13), (b"IDAT", b"eXIf"), (b"IEND", b"")), False),
    ("png exif", png((b"IHDR", b"x" * 13), (b"eXIf", b"MM")), True),
    ("png xmp", png((b"iTXt", b"XML:com.adobe.xmp\0")), True),
    ("webp plain", webp((b"VP8 ", b"EXIF!")), False),
    ("webp exif", webp((b"VP8 ", b"odd"), (b"EXIF", b"MM")), True),
    ("webp xmp", webp((b"XMP ", b"<x/>")), True),
    ("no picture", b"Exif\0\0", False),
    ("nothing", b"", False),
]


@pytest.mark.parametrize(("raw", "expected"), [row[1:] for row in PICTURE], ids=[row[0] for row in PICTURE])
def test_a_picture_that_tells_its_place_is_known(raw, expected):
    assert has_metadata(raw) is expected


def pdf(words: str, **lock: str) -> bytes:
    """Return a PDF of one page with some words, locked if so asked."""
    stream = f"BT /F1 12 Tf 72 720 Td ({words}) Tj ET".encode()
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"xref\n0 6\n0000000000 65535 f \n" + table
    out += b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (out.index(b"xref\n0 6"))
    if not lock:
        return out
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(out)))
    writer.encrypt(**lock, algorithm="RC4-128")
    locked = io.BytesIO()
    writer.write(locked)
    return locked.getvalue()


NIK = " ".join(["1111"] * 4)
PDF = [
    # the file, the codes of what is found in it
    ("words", pdf("Laporan rapat"), set()),
    ("a number", pdf(f"NIK {NIK}"), {"data-pribadi"}),
    ("locked", pdf(f"NIK {NIK}", user_password="rahasia"), {"berkas-rusak"}),  # noqa: S106 - no secret
    ("cut", pdf(f"NIK {NIK}")[:60], {"berkas-rusak"}),
    ("not for printing", pdf("Laporan rapat", user_password="", owner_password="x"), set()),  # noqa: S106
]


@pytest.mark.parametrize(("raw", "expected"), [row[1:] for row in PDF], ids=[row[0] for row in PDF])
def test_a_pdf_is_looked_through_or_refused(raw, expected, example_workspace):
    year = example_workspace.root / KANTOR_CONTOH / "2022"
    (year / "berkas/uji.pdf").write_bytes(raw)
    register = (year / "bukti.yml").read_text(encoding="utf-8")
    entry = f"    berkas: uji.pdf\n    sha256: {hashlib.sha256(raw).hexdigest()}\n"
    place = '    tautan: "https://contoh.invalid/jdih/11-2022"\n'
    (year / "bukti.yml").write_text(register.replace(place, entry), encoding="utf-8")
    _, findings = check_content(example_workspace)
    assert {finding.code for finding in findings} == expected
    assert "1111" not in "".join(finding.message for finding in findings)
