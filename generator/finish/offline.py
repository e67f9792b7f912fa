"""The whole site in one archive, for a memory stick: it opens from a folder, without network and without a server.

One archive per site, because every link inside then leads somewhere; written beside the site and not into it, because
every reader of the site has its pages and the proof packs already, and the published size would grow by a sixth.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from generator.exports.zip import make_zip
from generator.finish.checksums import seal
from generator.finish.snapshots import Pack, make_snapshot

_SEARCH = "cari/"
_INDEX = "indeks/"
_LEFT_OUT = ("pagefind/", _SEARCH, "404.html", "_headers", ".htaccess", "robots.txt", "sitemap.xml")
"""What only works from a web server: the search, for one, loads its index while the reader types."""
_PACK = "paket-bukti.zip"
"""Holds nothing that the archive does not hold as well."""
_EXPLANATION = """\
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
    parts = seal(_parts(folder, alamat), _EXPLANATION.format(nama=nama.upper()))
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
