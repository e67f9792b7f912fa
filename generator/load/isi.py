"""Read ``content/data`` and ``site_config`` into one value: every office with its years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from generator.findings import Finding, Rule, quote, suggest
from generator.load.kosakata import read_kosakata
from generator.load.pembaca import NAMA_FOLDER, Pembaca
from generator.load.tahun import read_tahun
from generator.model.isi import Isi, Kantor, Kosakata
from generator.model.kantor import SKEMA, Satker
from generator.model.layanan import DaftarLayanan
from generator.model.situs import Situs
from generator.settings import Ruang

SKEMA_DIKENAL = Rule("skema", "Nomor skema data kantor dikenal oleh kolom-rb yang dipakai.")

_YEAR = re.compile(r"20[0-9]{2}")
_FILES = ("satker.yml", "layanan.yml")


def load_isi(ruang: Ruang, kosakata: Kosakata | None = None) -> tuple[Isi | None, tuple[Finding, ...]]:
    """Return the content, as complete as its files allow, and every finding of reading it.

    The content is None only when the vocabularies cannot be read.

    Args:
        ruang: the site's working space.
        kosakata: its vocabularies, if already read, so that reading many spaces does not read them each time.
    """
    pembaca = Pembaca(ruang)
    kosakata = kosakata or read_kosakata(pembaca)
    # A placeholder for broken settings: their finding stops the build, but the offices are still checked.
    situs = pembaca.read(ruang.situs, Situs) or Situs.model_construct(nama="", deskripsi="", pengelola="")
    if kosakata is None:
        return None, tuple(pembaca.findings)
    kantor = tuple(_kantor(pembaca, kosakata, folder) for folder in _offices(pembaca))
    return Isi(situs, kosakata, kantor), tuple(pembaca.findings)


def _offices(pembaca: Pembaca) -> Iterator[Path]:
    for path in pembaca.entries(pembaca.ruang.data):
        if path.is_dir():
            yield path
        else:
            pembaca.foreign(path, "di sini hanya folder bernama kode kantor")


def _kantor(pembaca: Pembaca, kosakata: Kosakata, folder: Path) -> Kantor:
    satker = pembaca.read(folder / "satker.yml", Satker)
    if satker is None:
        satker = Satker.model_construct(
            skema=SKEMA, kode=folder.name, nama=folder.name, nama_resmi=folder.name, tingkat="kabupaten"
        )
    else:
        pembaca.findings.extend(_identity(satker, folder))
    years = []
    for entry in pembaca.entries(folder):
        if entry.is_dir() and _YEAR.fullmatch(entry.name):
            years.append(read_tahun(pembaca, kosakata, satker, entry))
        elif entry.name not in _FILES:
            pembaca.foreign(entry, suggest(entry.name, _FILES, "folder tahun bernama empat angka, contoh 2022"))
    path = folder / "layanan.yml"
    layanan = pembaca.read(path, DaftarLayanan) if path.exists() else None
    return Kantor(satker, tuple(sorted(years, key=lambda tahun: -tahun.tahun)), layanan)


def _identity(satker: Satker, folder: Path) -> Iterator[Finding]:
    """An office is named after its folder, and its data follow the schema that this version reads."""
    if satker.kode != folder.name and not satker.cacat("kode"):
        saran = f"tulis {folder.name}, atau ganti nama folder"
        pesan = f"kode {quote(satker.kode)} berbeda dari nama foldernya"
        yield Finding(satker.place("kode"), NAMA_FOLDER, pesan, saran)
    if satker.skema > SKEMA and not satker.cacat("skema"):
        pesan = f"data ini memakai skema {satker.skema}, lebih baru daripada yang dikenal kolom-rb ini ({SKEMA})"
        yield Finding(satker.place("skema"), SKEMA_DIKENAL, pesan, "perbarui kolom-rb")
    if satker.skema < SKEMA and not satker.cacat("skema"):
        yield Finding(
            satker.place("skema"), SKEMA_DIKENAL, f"skema {satker.skema} tidak dikenal", f"tulis skema: {SKEMA}"
        )
