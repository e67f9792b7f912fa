"""What became of a promise: status by plan, log and date; computed, never typed. Pure: no clock, no files."""

from generator.progress.capaian import CapaianTriwulan, list_capaian_triwulan, list_worse
from generator.progress.closing import Closing, close
from generator.progress.documents import Documents, list_documents
from generator.progress.grounds import Grounds
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
from generator.progress.measures import (
    ToldValue,
    decide_reached,
    find_rank,
    find_target,
    is_worse,
    list_told_values,
    list_unmet,
)
from generator.progress.months import find_claimed_months, find_months_of_entri, find_proven_months
from generator.progress.outcome import TERBUKTI, TERLAMBAT, TERTUTUP, PenilaianKali, PenilaianTahap
from generator.progress.penilaian import BATAS_BASI, RULES_VERSION, Penilaian, PenilaianIndikator, assess
from generator.progress.penundaan import Dilepas, find_covered, list_dilepas
from generator.progress.register import PenilaianPublikasi, assess_publikasi
from generator.progress.syarat import CHECKS, PenilaianSyarat, assess_syarat
from generator.progress.tahap import Kali, Tahap, berlaku, digeser, find_end_of_rencana, find_running, list_tahap
from generator.progress.tim import Term, find_term, list_rencana_of_tim, list_tim_of_area

__all__ = [
    "BATAS_BASI",
    "CHECKS",
    "RULES_VERSION",
    "TERBUKTI",
    "TERLAMBAT",
    "TERTUTUP",
    "BarisLke",
    "Batas",
    "CapaianTriwulan",
    "Closing",
    "Dilepas",
    "Documents",
    "Grounds",
    "Kali",
    "LembarKerja",
    "Log",
    "Penilaian",
    "PenilaianIndikator",
    "PenilaianKali",
    "PenilaianPublikasi",
    "PenilaianSyarat",
    "PenilaianTahap",
    "Tahap",
    "Term",
    "ToldValue",
    "assess",
    "assess_publikasi",
    "assess_syarat",
    "berlaku",
    "close",
    "dated",
    "decide_reached",
    "digeser",
    "fill_lembar_kerja",
    "find_claimed_months",
    "find_covered",
    "find_end_of_rencana",
    "find_months_of_entri",
    "find_proven_months",
    "find_rank",
    "find_running",
    "find_target",
    "find_term",
    "index_indikator_by_bukti",
    "index_lke_by_bukti",
    "is_worse",
    "list_berkas_terbit",
    "list_bukti_of_indikator",
    "list_bukti_tampil",
    "list_capaian_triwulan",
    "list_dilepas",
    "list_documents",
    "list_lke_tampil",
    "list_rencana_of_tim",
    "list_tahap",
    "list_tim_of_area",
    "list_told_values",
    "list_unmet",
    "list_worse",
    "name_butir_lke",
    "read_log",
]
