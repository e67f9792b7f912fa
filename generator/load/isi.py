"""Read the vocabularies, ``content/data`` and ``site_config`` into one value: every office with its years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from generator.findings import Finding, Rule, quote, suggest
from generator.load.reader import NAMA_FOLDER, Model, Reader
from generator.load.tahun import read_tahun
from generator.model.isi import Isi, Kantor, Kosakata
from generator.model.kantor import SKEMA, Satker
from generator.model.layanan import DaftarLayanan
from generator.model.lke import DaftarInstrumen
from generator.model.situs import (
    DaftarIstilah,
    DaftarKanalNasional,
    DaftarKegiatanBaku,
    DaftarRezim,
    DaftarStatus,
    DaftarTempatTerlarang,
    Situs,
)
from generator.settings import Workspace


def load_kosakata(workspace: Workspace) -> Kosakata:
    """Return the vocabularies.

    Raises:
        ValueError: one is broken.
    """
    reader = Reader(workspace)
    kosakata = read_kosakata(reader)
    if kosakata is None:
        raise ValueError(reader.findings)
    return kosakata


def read_kosakata(reader: Reader) -> Kosakata | None:
    """Return the vocabularies, or None when one cannot be read."""

    def read(name: str, model: type[Model]) -> Model | None:
        return reader.read(reader.workspace.vocabulary(name), model)

    rezim, status = read("rezim.yml", DaftarRezim), read("status.yml", DaftarStatus)
    istilah, kegiatan = read("istilah.yml", DaftarIstilah), read("kegiatan.yml", DaftarKegiatanBaku)
    kanal, tautan = read("kanal.yml", DaftarKanalNasional), read("tautan.yml", DaftarTempatTerlarang)
    instrumen = read("lke.yml", DaftarInstrumen)
    if not (rezim and status and istilah and kegiatan and kanal and tautan and instrumen) or reader.findings:
        return None
    return Kosakata(
        rezim={item.kode: item for item in rezim.rezim},
        status={item.kode: item for item in status.status},
        istilah=istilah.istilah,
        padanan_cari=istilah.padanan_cari,
        tanpa_padanan=istilah.tanpa_padanan,
        asing=istilah.asing,
        kegiatan={item.kode: item for item in kegiatan.kegiatan},
        kanal=kanal.kanal,
        tempat_terlarang=tautan.tempat_terlarang,
        instrumen={item.kode: item for item in instrumen.instrumen},
    )


SKEMA_DIKENAL = Rule("skema", "Nomor skema data kantor dikenal oleh kolom-rb yang dipakai.")

_YEAR = re.compile(r"20[0-9]{2}")
_FILES = ("satker.yml", "layanan.yml")


def load_isi(workspace: Workspace, kosakata: Kosakata | None = None) -> tuple[Isi | None, tuple[Finding, ...]]:
    """Return the content, as complete as its files allow, and every finding of reading it.

    The content is None only when the vocabularies cannot be read.

    Args:
        workspace: the site's working space.
        kosakata: its vocabularies, if already read, so that reading many spaces does not read them each time.
    """
    reader = Reader(workspace)
    kosakata = kosakata or read_kosakata(reader)
    # A placeholder for broken settings: their finding stops the build, but the offices are still checked.
    situs = reader.read(workspace.site_settings, Situs) or Situs.model_construct(nama="", deskripsi="", pengelola="")
    if kosakata is None:
        return None, tuple(reader.findings)
    kantor = tuple(_kantor(reader, kosakata, folder) for folder in _offices(reader))
    return Isi(situs, kosakata, kantor), tuple(reader.findings)


def _offices(reader: Reader) -> Iterator[Path]:
    for path in reader.list_folder(reader.workspace.data):
        if path.is_dir():
            yield path
        else:
            reader.report_foreign(path, "di sini hanya folder bernama kode kantor")


def _kantor(reader: Reader, kosakata: Kosakata, folder: Path) -> Kantor:
    satker = reader.read(folder / "satker.yml", Satker)
    if satker is None:
        satker = Satker.model_construct(
            skema=SKEMA, kode=folder.name, nama=folder.name, nama_resmi=folder.name, tingkat="kabupaten"
        )
    else:
        reader.findings.extend(_identity(satker, folder))
    years = []
    for entry in reader.list_folder(folder):
        if entry.is_dir() and _YEAR.fullmatch(entry.name):
            years.append(read_tahun(reader, kosakata, satker, entry))
        elif entry.name not in _FILES:
            reader.report_foreign(entry, suggest(entry.name, _FILES, "folder tahun bernama empat angka, contoh 2022"))
    path = folder / "layanan.yml"
    layanan = reader.read(path, DaftarLayanan) if path.exists() else None
    return Kantor(satker, tuple(sorted(years, key=lambda tahun: -tahun.tahun)), layanan)


def _identity(satker: Satker, folder: Path) -> Iterator[Finding]:
    """An office is named after its folder, and its data follow the schema that this version reads."""
    if satker.kode != folder.name and not satker.is_faulty("kode"):
        suggestion = f"tulis {folder.name}, atau ganti nama folder"
        message = f"kode {quote(satker.kode)} berbeda dari nama foldernya"
        yield Finding(satker.place("kode"), NAMA_FOLDER, message, suggestion)
    if satker.skema > SKEMA and not satker.is_faulty("skema"):
        message = f"data ini memakai skema {satker.skema}, lebih baru daripada yang dikenal kolom-rb ini ({SKEMA})"
        yield Finding(satker.place("skema"), SKEMA_DIKENAL, message, "perbarui kolom-rb")
    if satker.skema < SKEMA and not satker.is_faulty("skema"):
        yield Finding(
            satker.place("skema"), SKEMA_DIKENAL, f"skema {satker.skema} tidak dikenal", f"tulis skema: {SKEMA}"
        )
