"""Rules of ways out of lateness: what is put off or given up is told in time, once, within the plan, on a ground."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from generator.checks.shared import check_of_year, index_indikator
from generator.findings import Finding, Rule, Severity
from generator.model.isi import Tahun
from generator.model.periode import find_end_of_periode
from generator.model.realisasi import Entri
from generator.model.rencana import BerkasRencana, Indikator
from generator.progress import (
    Dilepas,
    close,
    dated,
    find_end_of_rencana,
    list_dilepas,
    list_documents,
    list_tahap,
    read_log,
)
from generator.text import format_periode, format_tanggal

PENUNDAAN_TERLAMBAT = Rule(
    "penundaan-terlambat", "Penundaan dicatat sebelum jatuh tempo pekerjaannya lewat.", Severity.PERINGATAN
)
PENUNDAAN_TANPA_DASAR = Rule(
    "penundaan-tanpa-dasar", "Dasar sebuah penundaan tercatat sebagai bukti atau keputusan.", Severity.PERINGATAN
)
PENUNDAAN_BERULANG = Rule("penundaan-berulang", "Satu pekerjaan ditunda paling banyak satu kali.", Severity.PERINGATAN)
PENUNDAAN_MELEWATI_RENCANA = Rule(
    "penundaan-melewati-rencana", "Penundaan tidak melewati akhir masa berlaku rencananya.", Severity.PERINGATAN
)
DILEPAS_TANPA_BUKTI = Rule(
    "dilepas-tanpa-bukti",
    "Yang baru dinyatakan tidak dilaksanakan sesudah jatuh tempo menyebut bukti atau keputusannya.",
    Severity.PERINGATAN,
)

_READ = ("indikator", "tanggal", "paling_lambat", "dilaporkan", "hasil", "periode", "bukti", "penundaan", "mengoreksi")


@check_of_year(
    PENUNDAAN_TERLAMBAT,
    PENUNDAAN_TANPA_DASAR,
    PENUNDAAN_BERULANG,
    PENUNDAAN_MELEWATI_RENCANA,
    DILEPAS_TANPA_BUKTI,
)
def check_dilepas(tahun: Tahun) -> Iterator[Finding]:
    """What is put off or given up was told in time, once, within the plan, and shows its ground."""
    # The whole log: who puts off too late does so before that day has come.
    log = read_log(tahun, date.max)
    for kode, (berkas, indikator) in index_indikator(tahun).items():
        daftar_entri = [entri for entri in log.berlaku(kode) if not _doubtful(entri)]
        if any(entri.hasil.dilepas for entri in daftar_entri) and not _doubtful_row(tahun, berkas, indikator):
            end = find_end_of_rencana(tahun, berkas)
            closings = close(list_tahap(tahun, berkas, indikator), daftar_entri, list_documents(tahun, date.max))
            steps = list_dilepas(closings, daftar_entri, tahun, end)
            yield from _ground(daftar_entri)
            yield from _beyond(daftar_entri, end)
            yield from _once(steps)
            yield from _in_time(steps)


def _doubtful(entri: Entri) -> bool:
    """Return whether another rule reports a mistake in what is looked at here."""
    shape = entri.penundaan is not None and entri.penundaan.is_faulty("ke", "dasar")
    return shape or entri.is_faulty(*_READ) or not dated(entri)


def _doubtful_row(tahun: Tahun, berkas: BerkasRencana, indikator: Indikator) -> bool:
    jadwal = indikator.is_faulty("jadwal", "irama", "target") or indikator.jadwal.is_faulty("bulan", "keadaan")
    keputusan = tahun.keputusan_berkode(berkas.keputusan_butir(indikator))
    dates = keputusan is None or keputusan.is_faulty("tanggal", "berlaku_sampai")
    # A plan that ends in another year than its own is reported where that is written.
    strange = find_end_of_rencana(tahun, berkas).year != tahun.tahun
    return jadwal or dates or strange or tahun.setelan.is_faulty("tenggang_hari", "berlaku_sampai")


def _ground(daftar_entri: Iterable[Entri]) -> Iterator[Finding]:
    for entri in daftar_entri:
        if entri.penundaan is not None and not (entri.bukti or entri.keputusan):
            message = "dasar penundaan ini hanya kata-kata; bukti atau keputusannya belum tercatat"
            suggestion = (
                f"catat suratnya di bukti.yml, lalu tambahkan entri baru dengan bukti itu dan mengoreksi: {entri.kode}"
            )
            yield Finding(entri.penundaan.place("dasar"), PENUNDAAN_TANPA_DASAR, message, suggestion)


def _beyond(daftar_entri: Iterable[Entri], end: date) -> Iterator[Finding]:
    for entri in daftar_entri:
        if entri.penundaan is not None and find_end_of_periode(entri.penundaan.ke) > end:
            message = (
                f"ditunda ke {format_periode(entri.penundaan.ke)}, sesudah rencananya berakhir ({format_tanggal(end)})"
            )
            suggestion = (
                "sesudah hari itu situs menyebutnya tidak selesai; bila tidak lagi dikerjakan dengan rencana ini, "
                f"tambahkan entri tidak-dilaksanakan dengan mengoreksi: {entri.kode}, dan rencanakan lagi tahun depan"
            )
            yield Finding(entri.penundaan.place("ke"), PENUNDAAN_MELEWATI_RENCANA, message, suggestion)


def _once(steps: Iterable[tuple[Dilepas, ...]]) -> Iterator[Finding]:
    told: set[str] = set()
    for step in steps:
        put_off = [one.entri for one in step if one.ditunda]
        for number, entri in enumerate(put_off[1:], 2):
            if entri.penundaan is None or entri.kode in told:
                continue
            told.add(entri.kode)
            message = f"penundaan ke-{number} untuk pekerjaan yang sama, yang sudah ditunda oleh {put_off[0].kode}"
            suggestion = (
                "yang hanya memperbaiki entri lama ditulis dengan mengoreksi; "
                "yang ini disebut situs ditunda lebih dari sekali"
            )
            yield Finding(entri.penundaan.place("ke"), PENUNDAAN_BERULANG, message, suggestion)


def _in_time(steps: Iterable[tuple[Dilepas, ...]]) -> Iterator[Finding]:
    told: set[str] = set()
    for one in (one for step in steps for one in step):
        entri = one.entri
        if not one.sesudah_tempo or one.batas is None or entri.kode in told:
            continue
        told.add(entri.kode)
        late = f"baru dicatat {format_tanggal(one.diketahui)}, sesudah jatuh tempo ({format_tanggal(one.batas)})"
        if one.ditunda:
            suggestion = (
                "catat penundaan sebelum jatuh temponya lewat; yang ini disebut situs ditunda sesudah jatuh tempo"
            )
            yield Finding(entri.place("hasil"), PENUNDAAN_TERLAMBAT, f"penundaan ini {late}", suggestion)
        elif not (entri.bukti or entri.keputusan):
            suggestion = (
                "catat keputusan atau notulennya di bukti.yml, lalu tambahkan entri baru dengan bukti itu dan "
                f"mengoreksi: {entri.kode}"
            )
            message = f"tidak dilaksanakan {late}, tanpa bukti"
            yield Finding(entri.place("hasil"), DILEPAS_TANPA_BUKTI, message, suggestion)
