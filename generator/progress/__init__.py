"""What became of a promise: status by plan, log and date; computed, never typed. Pure: no clock, no files."""

from generator.progress.bukti import berkas_terbit, bukti_indikator, indikator_bukti
from generator.progress.capaian import CapaianTriwulan, capaian_triwulan, falling
from generator.progress.lke import BarisLke, Batas, Lembar, butir_lke, fill_lembar, lke_bukti, lke_tampil
from generator.progress.log import Log, bukti_tampil, dated, read_log
from generator.progress.penilaian import BATAS_BASI, Penilaian, PenilaianIndikator, assess
from generator.progress.status import TERBUKTI, TERLAMBAT, TERTUTUP, PenilaianTahap, close_tahap, covered
from generator.progress.tahap import Tahap, akhir_rencana, berlaku, digeser, tahap_indikator

__all__ = [
    "BATAS_BASI",
    "TERBUKTI",
    "TERLAMBAT",
    "TERTUTUP",
    "BarisLke",
    "Batas",
    "CapaianTriwulan",
    "Lembar",
    "Log",
    "Penilaian",
    "PenilaianIndikator",
    "PenilaianTahap",
    "Tahap",
    "akhir_rencana",
    "assess",
    "berkas_terbit",
    "berlaku",
    "bukti_indikator",
    "bukti_tampil",
    "butir_lke",
    "capaian_triwulan",
    "close_tahap",
    "covered",
    "dated",
    "digeser",
    "falling",
    "fill_lembar",
    "indikator_bukti",
    "lke_bukti",
    "lke_tampil",
    "read_log",
    "tahap_indikator",
]
