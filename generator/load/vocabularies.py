"""Read the vocabularies that the tool ships."""

from __future__ import annotations

from generator.load.reader import Model, Reader
from generator.model.isi import Kosakata
from generator.model.lke import DaftarInstrumen
from generator.model.situs import (
    DaftarIstilah,
    DaftarKanalNasional,
    DaftarKegiatanBaku,
    DaftarRezim,
    DaftarStatus,
    DaftarTempatTerlarang,
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
        asing=istilah.asing,
        kegiatan={item.kode: item for item in kegiatan.kegiatan},
        kanal=kanal.kanal,
        tempat_terlarang=tautan.tempat_terlarang,
        instrumen={item.kode: item for item in instrumen.instrumen},
    )
