"""Rules of results: what is late, put off or given up says why, and nothing done is given up afterwards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from generator.checks.aturan import WRONG_DECREE, capaian_lengkap, indikator_tahun
from generator.checks.registration import of_year
from generator.findings import Finding, Rule, Tingkat, quote
from generator.model.isi import Tahun
from generator.model.periode import akhir_periode
from generator.model.realisasi import Entri, Hasil
from generator.model.rencana import BerkasRencana, Indikator, Keadaan
from generator.progress import Tahap, close_tahap, covered, read_log, tahap_indikator
from generator.text import format_periode, format_tanggal

KENDALA_KOSONG = Rule("kendala-kosong", "Entri yang belum, ditunda, atau tidak dilaksanakan menyebut kendalanya.")
KENDALA_TERLAMBAT = Rule(
    "kendala-terlambat", "Yang dilaksanakan sesudah jatuh tempo menyebut kendalanya.", yields_to=WRONG_DECREE
)
PENUNDAAN = Rule(
    "penundaan", "Entri yang ditunda menyebut dasar dan periode barunya, yang lebih kemudian; entri lain tidak."
)
RUTIN_DINI = Rule(
    "rutin-dini",
    "Tahap rutin tidak ditutup sebelum bulan terakhirnya, kecuali dijelaskan dalam catatan.",
    Tingkat.PERINGATAN,
)
SUDAH_SELESAI = Rule(
    "sudah-selesai", "Yang sudah dilaporkan selesai tidak dinyatakan ditunda atau tidak dilaksanakan sesudahnya."
)


@of_year(KENDALA_KOSONG, PENUNDAAN)
def check_entri_hasil(tahun: Tahun) -> Iterator[Finding]:
    """What is not done or put off says why; what is put off also on what ground, and to which later period."""
    for entri in tahun.realisasi:
        if entri.cacat("hasil", "kendala", "penundaan"):
            continue
        if (entri.hasil is Hasil.BELUM or entri.hasil.dilepas) and entri.kendala is None:
            pesan = f"entri dengan hasil {quote(entri.hasil)} harus menyebut kendalanya"
            yield Finding(entri.place("hasil"), KENDALA_KOSONG, pesan, "tambahkan kendala: apa sebabnya")
        if entri.hasil is Hasil.DITUNDA and entri.penundaan is None:
            saran = "tambahkan penundaan: {dasar: surat atau keputusannya, ke: periode baru}"
            yield Finding(entri.place("hasil"), PENUNDAAN, "penundaan belum menyebut dasar dan bulan barunya", saran)
        if entri.hasil is not Hasil.DITUNDA and entri.penundaan is not None:
            pesan = f"penundaan hanya untuk hasil ditunda, bukan {quote(entri.hasil)}"
            yield Finding(entri.place("penundaan"), PENUNDAAN, pesan, "hapus penundaan, atau tulis hasil: ditunda")
        elif entri.penundaan is not None and not entri.penundaan.cacat("ke") and not entri.cacat("periode"):
            ke = entri.penundaan.ke
            if akhir_periode(ke) <= akhir_periode(entri.periode):
                pesan = f"periode baru ({format_periode(ke)}) tidak sesudah {format_periode(entri.periode)}"
                saran = "tulis periode yang ditunda di periode, dan yang baru di ke"
                yield Finding(entri.penundaan.place("ke"), PENUNDAAN, pesan, saran)


@of_year(KENDALA_TERLAMBAT, RUTIN_DINI, SUDAH_SELESAI)
def check_tahap(tahun: Tahun) -> Iterator[Finding]:
    """What was done late says why, a routine tahap is closed at its end, and what is done is not given up later."""
    # The whole log: what contradicts itself does so before its day has come.
    log = read_log(tahun, date.max)
    for kode, (berkas, indikator) in indikator_tahun(tahun).items():
        entries = [entri for entri in log.berlaku(kode) if not entri.cacat("tanggal", "hasil", "periode", "kendala")]
        if not entries or not _due_known(tahun, berkas, indikator) or not capaian_lengkap(indikator, entries):
            continue
        steps = tahap_indikator(tahun, berkas, indikator)
        closed = close_tahap(steps, entries, tahun.tahun)
        for step, reports in zip(steps, closed, strict=True):
            if reports and step.tenggat and indikator.jadwal.keadaan is not Keadaan.WAJAR:
                yield from _late(step, reports)
                yield from _early(tahun, step, reports[0])
        yield from _given_up(tahun, steps, closed, entries)


def _due_known(tahun: Tahun, berkas: BerkasRencana, indikator: Indikator) -> bool:
    """Return whether the due day can be computed: nothing that it depends on has a reported mistake."""
    keputusan = tahun.keputusan_berkode(berkas.keputusan_butir(indikator))
    plan_right = not (indikator.cacat("jadwal", "target") or indikator.jadwal.cacat("bulan", "keadaan"))
    grace_right = tahun.setelan.berasal and not tahun.setelan.cacat("tenggang_hari")
    return plan_right and grace_right and keputusan is not None and not keputusan.cacat("tanggal")


def _late(step: Tahap, reports: Sequence[Entri]) -> Iterator[Finding]:
    first = reports[0]
    assert step.tenggat is not None  # noqa: S101 - the caller asked
    # Of what was read out of a decree only the latest possible day is known, and the office has said nothing.
    if first.dasar == "keputusan" or any(entri.kendala for entri in reports):
        return
    if first.dilaksanakan > step.tenggat:
        field = "tanggal" if first.tanggal else "paling_lambat"
        pesan = f"dilaksanakan sesudah jatuh tempo ({format_tanggal(step.tenggat)}) tanpa kendala"
        yield Finding(first.place(field), KENDALA_TERLAMBAT, pesan, "tambahkan kendala: mengapa terlambat")


def _early(tahun: Tahun, step: Tahap, first: Entri) -> Iterator[Finding]:
    day = first.dilaksanakan
    if step.rutin and (day.year, day.month) < (tahun.tahun, step.bulan[-1]) and first.catatan is None:
        pesan = "entri ini menutup tahap rutin sebelum bulan terakhirnya"
        saran = "tulis hasil: berjalan bila masih berlanjut, atau tambahkan catatan bila memang sudah selesai"
        yield Finding(first.place("hasil"), RUTIN_DINI, pesan, saran)


def _given_up(
    tahun: Tahun, steps: Sequence[Tahap], closed: Sequence[Sequence[Entri]], entries: Sequence[Entri]
) -> Iterator[Finding]:
    for entri in entries:
        if not entri.hasil.dilepas:
            continue
        about = [closed[index] for index in covered(steps, entri, tahun.tahun)]
        if all(reports and reports[0].diketahui <= entri.diketahui for reports in about):
            done = about[0][0].kode
            pesan = f"yang dinyatakan {entri.hasil.replace('-', ' ')} sudah dilaporkan selesai oleh {done}"
            saran = f"bila laporan itu keliru, tambahkan mengoreksi: {done}; bila tidak, periksa periodenya"
            yield Finding(entri.place("hasil"), SUDAH_SELESAI, pesan, saran)
