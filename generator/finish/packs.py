"""Archives for readers: the proof pack of a year, and the whole site for a memory stick; each lists its checksums.

Made from the finished site alone, so nothing is in one that the site does not show.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.exports.zipped import make_zip
from generator.finish.assets import list_named_files
from generator.finish.snapshots import Pack, list_loaded_files, make_snapshot

SUMS_FILE = "SHA256SUMS"
README_FILE = "BACA-SAYA.txt"


def seal(parts: Mapping[str, bytes], explanation: str) -> dict[str, bytes]:
    """Return the files of an archive with the explanation and the list of checksums that ``sha256sum -c`` reads.

    Args:
        parts: content by name.
        explanation: what the archive is, for people.
    """
    full = {**parts, README_FILE: explanation.encode()}
    sums = [f"{hashlib.sha256(full[name]).hexdigest()}  {name}\n" for name in sorted(full)]
    return full | {SUMS_FILE: "".join(sums).encode()}


_REGISTER = "indikator-publikasi"
_EXPLANATION = """\
PAKET BUKTI {satker} {tahun}

Paket ini memuat indikator rencana aksi yang keberhasilannya adalah penerbitan, halaman yang memenuhinya, dan datanya,
seperti tampil pada situs ketika paket ini dibuat. Semuanya dapat dibuka tanpa internet.

Mulai dari sini:
  {register}

Lembar tiap indikator, siap dicetak, ada di folder yang sama; hanya yang terpenuhi disebut lembar bukti terbit. Halaman
selebihnya adalah salinan halaman situs. Tautan ke halaman yang tidak ikut dalam paket ini menuju situsnya bila
alamatnya diketahui; bila tidak, tinggal kata-katanya.

Memeriksa keutuhan, di folder ini:
  sha256sum -c SHA256SUMS

Menghitung ulang sidik isi: data/{satker}/{tahun}/sidik.json menyebut bagian berkas data yang dihitung. Dari tiap sumber
di dalamnya buang semua kunci yang disebut tanpa dan semua kunci yang kosong (null, daftar kosong, butir kosong), ikuti
jalur, kumpulkan hasilnya dalam satu daftar, tulis sebagai JSON UTF-8 dengan kunci terurut dan tanpa spasi antarbagian,
lalu hitung SHA-256-nya.
"""


def make_packs(folder: Path, alamat: str | None) -> None:
    """Write the pack of every year that has a register of publication indicators.

    Args:
        folder: the finished site.
        alamat: the site's absolute base, if it is known.
    """
    for path in sorted(folder.glob("data/*/*/sidik.json")):
        listed = json.loads(path.read_text(encoding="utf-8"))
        if (folder / _home(listed) / _REGISTER / "index.html").is_file():
            parts = _gather(folder, path.relative_to(folder).as_posix(), listed, alamat)
            top = f"paket-bukti-{listed['satker']}-{listed['tahun']}"
            (path.parent / "paket-bukti.zip").write_bytes(make_zip({f"{top}/{name}": parts[name] for name in parts}))


def _home(listed: dict[str, Any]) -> str:
    return f"{listed['satker']}/{listed['tahun']}"


def _gather(folder: Path, listing: str, listed: dict[str, Any], alamat: str | None) -> dict[str, bytes]:
    """Return the files of a pack by name, the list of checksums among them."""
    pages = {uri: (folder / uri).read_text(encoding="utf-8") for uri in _pages(folder, listed)}
    others = {listing, *_data(folder, listed)}
    for uri, html in pages.items():
        others |= list_loaded_files(html, uri)
    for sheet in [name for name in others if name.endswith(".css")]:
        others |= {path.relative_to(folder.resolve()).as_posix() for path in list_named_files(folder / sheet)}
    others = {name for name in others if (folder / name).is_file()}
    pack = Pack({*pages, *others}, alamat)
    parts = {uri: make_snapshot(html, uri, pack).encode() for uri, html in pages.items()}
    parts |= {name: (folder / name).read_bytes() for name in others}
    register = f"{_home(listed)}/{_REGISTER}/index.html"
    words = _EXPLANATION.format(satker=listed["satker"], tahun=listed["tahun"], register=register)
    return seal(parts, words)


def _pages(folder: Path, listed: dict[str, Any]) -> list[str]:
    """Return the pages of a pack: the register, its sheets, and the section of every row that is shown somewhere."""
    register = folder / _home(listed) / _REGISTER
    own = [path.relative_to(folder).as_posix() for path in sorted(register.rglob("index.html"))]
    shown = [f"{item['url'].partition('#')[0]}index.html" for item in listed["sidik"] if item["indikator"]]
    return list(dict.fromkeys(own + [uri for uri in shown if (folder / uri).is_file()]))


def _data(folder: Path, listed: dict[str, Any]) -> set[str]:
    """Return the data files that are hashed, each with its table where it has one."""
    named = {part["berkas"] for item in listed["sidik"] for part in item["sumber"]}
    tables = {name.removesuffix("json") + "csv" for name in named}
    return named | {name for name in tables if (folder / name).is_file()}


_SEARCH = "cari/"
_INDEX = "indeks/"
_LEFT_OUT = ("pagefind/", _SEARCH, "404.html", "_headers", ".htaccess", "robots.txt", "sitemap.xml")
"""What only works from a web server: the search, for one, loads its index while the reader types."""
_PACK = "paket-bukti.zip"
"""Holds nothing that the archive does not hold as well."""
_OFFLINE_EXPLANATION = """\
{nama}, SALINAN LURING

Salinan ini memuat seluruh situs: halaman, data terbuka, dan bukti yang terbuka. Semuanya dapat dibuka tanpa internet,
juga dari flash disk. Ekstrak dahulu seluruh isi ZIP ini, lalu buka:
  index.html

Pencarian tidak jalan tanpa peladen web; pakai halaman Indeks. Paket bukti tidak disertakan, karena semua isinya sudah
ada di sini. Tautan ke luar situs tetap memerlukan internet.

Memeriksa keutuhan, di folder ini:
  sha256sum -c SHA256SUMS
"""


def write_offline(folder: Path, target: Path, *, nama: str, alamat: str | None) -> int:
    """Write the archive of a finished site, whole or not at all, and return how many bytes it has.

    Args:
        folder: the finished site.
        target: the archive; its name without ending is the folder inside.
        nama: the site's name.
        alamat: the site's absolute base, if it is known; what the archive leaves out leads there.
    """
    parts = seal(_parts(folder, alamat), _OFFLINE_EXPLANATION.format(nama=nama.upper()))
    raw = make_zip({f"{target.stem}/{name}": content for name, content in parts.items()})
    # Beside the target and renamed at the end: an interrupted run leaves no half archive.
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
        # mkstemp lets only its owner read, but the archive is to be passed on.
        Path(name).chmod(0o644)
        Path(name).replace(target)
    finally:
        Path(name).unlink(missing_ok=True)
    return len(raw)


def _parts(folder: Path, alamat: str | None) -> dict[str, bytes]:
    files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    kept = {uri: path for uri, path in files.items() if not uri.startswith(_LEFT_OUT) and path.name != _PACK}
    pack = Pack(kept, alamat, {_SEARCH: _INDEX}, with_scripts=True)
    return {
        uri: make_snapshot(path.read_text(encoding="utf-8"), uri, pack).encode()
        if path.suffix == ".html"
        else path.read_bytes()
        for uri, path in kept.items()
    }
