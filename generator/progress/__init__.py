"""What became of a promise: status by plan, log and date; computed, never typed. Pure: no clock, no files."""

from generator.progress.capaian import CapaianTriwulan, list_capaian_triwulan, list_falling
from generator.progress.lke import (
    BarisLke,
    Batas,
    LembarKerja,
    fill_lembar_kerja,
    index_lke_by_bukti,
    list_lke_tampil,
    name_butir_lke,
)
from generator.progress.log import (
    Log,
    dated,
    index_indikator_by_bukti,
    list_berkas_terbit,
    list_bukti_of_indikator,
    list_bukti_tampil,
    read_log,
)
from generator.progress.penilaian import BATAS_BASI, Penilaian, PenilaianIndikator, assess
from generator.progress.status import TERBUKTI, TERLAMBAT, TERTUTUP, PenilaianTahap, close_tahap, find_covered
from generator.progress.tahap import Tahap, berlaku, digeser, find_end_of_rencana, list_tahap

__all__ = [
    "BATAS_BASI",
    "TERBUKTI",
    "TERLAMBAT",
    "TERTUTUP",
    "BarisLke",
    "Batas",
    "CapaianTriwulan",
    "LembarKerja",
    "Log",
    "Penilaian",
    "PenilaianIndikator",
    "PenilaianTahap",
    "Tahap",
    "assess",
    "berlaku",
    "close_tahap",
    "dated",
    "digeser",
    "fill_lembar_kerja",
    "find_covered",
    "find_end_of_rencana",
    "index_indikator_by_bukti",
    "index_lke_by_bukti",
    "list_berkas_terbit",
    "list_bukti_of_indikator",
    "list_bukti_tampil",
    "list_capaian_triwulan",
    "list_falling",
    "list_lke_tampil",
    "list_tahap",
    "name_butir_lke",
    "read_log",
]
