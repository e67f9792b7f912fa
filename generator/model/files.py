"""The kinds of data files: where each stands, what it holds, which section of the site it belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel

from generator.model.bukti import DaftarBukti
from generator.model.kantor import Satker, SetelanTahun
from generator.model.keputusan import DaftarTim, Keputusan
from generator.model.layanan import DaftarLayanan, DaftarRekapKanal, DaftarSurvei
from generator.model.lke import DaftarLke
from generator.model.realisasi import BerkasRealisasi
from generator.model.rencana import RencanaRB, RencanaZI
from generator.model.situs import Situs


@dataclass(frozen=True, slots=True)
class DataFile:
    """One kind of data file."""

    nama: str
    """Of its JSON Schema."""
    model: type[BaseModel]
    tempat: str
    """Where such a file stands: in its year's folder, the office's, or the site's."""
    bagian: str | None = None
    """The kode of the section that it belongs to; None for the site's own settings."""


DATA_FILES = (
    DataFile("satker", Satker, "satker.yml", "kanal"),
    DataFile("tahun", SetelanTahun, "tahun.yml", "setelan"),
    DataFile("keputusan", Keputusan, "keputusan/<kode>.yml", "keputusan"),
    DataFile("rencana-rb", RencanaRB, "rb/<area>.yml", "rb"),
    DataFile("rencana-zi", RencanaZI, "zi/<area>.yml", "zi"),
    DataFile("tim", DaftarTim, "tim.yml", "tim"),
    DataFile("realisasi", BerkasRealisasi, "realisasi/<periode>.yml", "laporan"),
    DataFile("bukti", DaftarBukti, "bukti.yml", "bukti"),
    DataFile("layanan", DaftarLayanan, "layanan.yml", "layanan"),
    DataFile("survei", DaftarSurvei, "survei.yml", "survei"),
    DataFile("kanal", DaftarRekapKanal, "kanal.yml", "kanal"),
    DataFile("lke-zi", DaftarLke, "lke-zi.yml", "lke-zi"),
    DataFile("situs", Situs, "site_config/situs.yml"),
)
"""Every kind, in the order of the data dictionary."""
DATA_MODELS = tuple(one.model for one in DATA_FILES)
"""What the data is made of, the outermost records."""
PLAN_MODELS = (RencanaRB, RencanaZI)
"""What plans are made of."""
QUOTING = (*PLAN_MODELS, DaftarTim, Keputusan)
"""What quotes decrees."""
