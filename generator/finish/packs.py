"""Proof packs: per office and year the sheets, the pages that they name, their data, and a list of checksums.

Made from the finished site alone, so nothing can be in a pack that the site does not show.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from generator.exports.zip import make_zip
from generator.finish.checksums import seal
from generator.finish.snapshots import Pack, list_loaded_files, make_snapshot
from generator.finish.theme import list_named_files

_REGISTER = "indikator-publikasi"
_EXPLANATION = """\
PAKET BUKTI {satker} {tahun}

Paket ini memuat indikator rencana aksi yang keberhasilannya adalah penerbitan, halaman yang memenuhinya, dan datanya,
seperti tampil pada situs ketika paket ini dibuat. Semuanya dapat dibuka tanpa internet.

Mulai dari sini:
  {register}

Lembar bukti terbit tiap indikator, siap dicetak, ada di folder yang sama. Halaman selebihnya adalah salinan halaman
situs. Tautan ke halaman yang tidak ikut dalam paket ini menuju situsnya bila alamatnya diketahui; bila tidak, tinggal
kata-katanya.

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
