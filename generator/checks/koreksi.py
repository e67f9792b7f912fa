"""Rules of correction and of results: what replaces what, and what is late, put off or given up says why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from generator.checks.shared import WRONG_DAYS, capaian_lengkap, check_of_year, index_indikator
from generator.findings import Finding, Rule, quote, suggest
from generator.model.isi import Tahun
from generator.model.periode import find_end_of_periode
from generator.model.realisasi import Entri, Hasil
from generator.model.rencana import BerkasRencana, Indikator, Keadaan
from generator.progress import Closing, close, dated, find_covered, list_documents, list_tahap, read_log
from generator.text import format_periode, format_tanggal

ENTRI_TIDAK_ADA = Rule("entri-tidak-ada", "Entri yang dikoreksi memang ada.")
KOREKSI_GANDA = Rule(
    "koreksi-ganda", "Setiap entri dikoreksi paling banyak satu kali; koreksi berikutnya mengoreksi entri yang terbaru."
)
KOREKSI_MELINGKAR = Rule("koreksi-melingkar", "Koreksi tidak berputar kembali ke entrinya sendiri.")
KOREKSI_INDIKATOR = Rule(
    "koreksi-indikator", "Koreksi tentang indikator yang sama dengan entri lamanya, kecuali dijelaskan dalam catatan."
)
KOREKSI_MENDAHULUI = Rule("koreksi-mendahului", "Koreksi tidak mendahului entri yang dikoreksinya.")


@check_of_year(ENTRI_TIDAK_ADA, KOREKSI_GANDA, KOREKSI_MELINGKAR, KOREKSI_INDIKATOR, KOREKSI_MENDAHULUI)
def check_koreksi(tahun: Tahun) -> Iterator[Finding]:
    """Every correction replaces another entry, one that no other correction replaces, and not in a circle."""
    by_kode = {entri.kode: entri for entri in tahun.realisasi}
    taken: dict[str, Entri] = {}
    # As they became known, undated ones last, so that of two corrections the later one is reported.
    for entri in sorted(tahun.realisasi, key=lambda e: (not dated(e), e.diketahui if dated(e) else None, e.kode)):
        kode = entri.mengoreksi
        if kode is None:
            continue
        place, old = entri.place("mengoreksi"), by_kode.get(kode)
        if old is None:
            if "realisasi" not in tahun.log_tak_terbaca:
                suggestion = suggest(kode, by_kode, "tulis kode entri yang dikoreksi")
                yield Finding(place, ENTRI_TIDAK_ADA, f"entri {quote(kode)} tidak ada", suggestion)
        elif kode in taken:
            suggestion = f"koreksi entri {taken[kode].kode}, yang terbaru"
            yield Finding(
                place, KOREKSI_GANDA, f"entri {quote(kode)} sudah dikoreksi oleh {taken[kode].kode}", suggestion
            )
        elif _leads_back(entri, by_kode):
            circle = "" if kode == entri.kode else f" lewat {quote(kode)}"
            message = f"entri {quote(entri.kode)} mengoreksi dirinya sendiri{circle}"
            yield Finding(place, KOREKSI_MELINGKAR, message, "sebut entri yang lebih lama, atau hapus mengoreksi")
        else:
            yield from _fits(entri, old)
        taken.setdefault(kode, entri)


def _fits(entri: Entri, old: Entri) -> Iterator[Finding]:
    """A correction is about the same indikator, or says why not, and becomes known no earlier than what it corrects."""
    moved = entri.indikator != old.indikator and entri.catatan is None
    if moved and not entri.is_faulty("indikator", "catatan") and not old.is_faulty("indikator"):
        message = f"entri ini tentang {entri.indikator}, yang dikoreksinya tentang {old.indikator}"
        suggestion = "periksa mengoreksi; bila entri lama memang salah indikator, tambahkan catatan"
        yield Finding(entri.place("mengoreksi"), KOREKSI_INDIKATOR, message, suggestion)
    if dated(entri) and dated(old) and entri.diketahui < old.diketahui:
        message = f"koreksi ini mendahului entri yang dikoreksinya ({format_tanggal(old.diketahui)})"
        suggestion = "tambahkan dilaporkan: tanggal koreksi ini ditulis"
        yield Finding(entri.place("mengoreksi"), KOREKSI_MENDAHULUI, message, suggestion)


def _leads_back(entri: Entri, by_kode: Mapping[str, Entri]) -> bool:
    seen = set()
    step: Entri | None = entri
    while step is not None and step.kode not in seen:
        seen.add(step.kode)
        step = by_kode.get(step.mengoreksi or "")
    return step is entri


KENDALA_KOSONG = Rule("kendala-kosong", "Entri yang belum, ditunda, atau tidak dilaksanakan menyebut kendalanya.")
KENDALA_TERLAMBAT = Rule(
    "kendala-terlambat", "Yang dilaksanakan sesudah jatuh tempo menyebut kendalanya.", yields_to=WRONG_DAYS
)
PENUNDAAN = Rule(
    "penundaan", "Entri yang ditunda menyebut dasar dan periode barunya, yang lebih kemudian; entri lain tidak."
)
SUDAH_SELESAI = Rule(
    "sudah-selesai", "Yang sudah dilaporkan selesai tidak dinyatakan ditunda atau tidak dilaksanakan sesudahnya."
)


@check_of_year(KENDALA_KOSONG, PENUNDAAN)
def check_entri_hasil(tahun: Tahun) -> Iterator[Finding]:
    """What is not done or put off says why; what is put off also on what ground, and to which later period."""
    for entri in tahun.realisasi:
        if entri.is_faulty("hasil", "kendala", "penundaan"):
            continue
        if (entri.hasil is Hasil.BELUM or entri.hasil.dilepas) and entri.kendala is None:
            message = f"entri dengan hasil {quote(entri.hasil)} harus menyebut kendalanya"
            yield Finding(entri.place("hasil"), KENDALA_KOSONG, message, "tambahkan kendala: apa sebabnya")
        if entri.hasil is Hasil.DITUNDA and entri.penundaan is None:
            suggestion = "tambahkan penundaan: {dasar: surat atau keputusannya, ke: periode baru}"
            yield Finding(
                entri.place("hasil"), PENUNDAAN, "penundaan belum menyebut dasar dan bulan barunya", suggestion
            )
        if entri.hasil is not Hasil.DITUNDA and entri.penundaan is not None:
            message = f"penundaan hanya untuk hasil ditunda, bukan {quote(entri.hasil)}"
            yield Finding(entri.place("penundaan"), PENUNDAAN, message, "hapus penundaan, atau tulis hasil: ditunda")
        elif entri.penundaan is not None and not entri.penundaan.is_faulty("ke") and not entri.is_faulty("periode"):
            ke = entri.penundaan.ke
            if find_end_of_periode(ke) <= find_end_of_periode(entri.periode):
                message = f"periode baru ({format_periode(ke)}) tidak sesudah {format_periode(entri.periode)}"
                suggestion = "tulis periode yang ditunda di periode, dan yang baru di ke"
                yield Finding(entri.penundaan.place("ke"), PENUNDAAN, message, suggestion)


@check_of_year(KENDALA_TERLAMBAT, SUDAH_SELESAI)
def check_tahap(tahun: Tahun) -> Iterator[Finding]:
    """What was done late says why, and what is done is not given up later."""
    # The whole log: what contradicts itself does so before its day has come.
    log = read_log(tahun, date.max)
    for kode, (berkas, indikator) in index_indikator(tahun).items():
        daftar_entri = [
            entri for entri in log.berlaku(kode) if not entri.is_faulty("tanggal", "hasil", "periode", "kendala")
        ]
        if not daftar_entri or not _due_known(tahun, berkas, indikator) or not capaian_lengkap(indikator, daftar_entri):
            continue
        daftar_tahap = list_tahap(tahun, berkas, indikator)
        closings = close(daftar_tahap, daftar_entri, list_documents(tahun, date.max))
        for closing in closings:
            if closing.laporan and closing.tahap.tenggat and indikator.jadwal.keadaan is not Keadaan.WAJAR:
                yield from _late(closing)
        yield from _given_up(tahun, closings, daftar_entri)


def _due_known(tahun: Tahun, berkas: BerkasRencana, indikator: Indikator) -> bool:
    """Return whether the due day can be computed: nothing that it depends on has a reported mistake."""
    keputusan = tahun.keputusan_berkode(berkas.keputusan_butir(indikator))
    plan_right = not (indikator.is_faulty("jadwal", "target") or indikator.jadwal.is_faulty("bulan", "keadaan"))
    grace_right = tahun.setelan.was_read and not tahun.setelan.is_faulty("tenggang_hari")
    return plan_right and grace_right and keputusan is not None and not keputusan.is_faulty("tanggal")


def _late(closing: Closing) -> Iterator[Finding]:
    first = closing.laporan[0]
    limit = closing.tahap.limit(closing.kali)
    # Of what was read out of a decree only the latest possible day is known, and the office has said nothing.
    if limit is None or first.dasar == "keputusan" or any(entri.kendala for entri in closing.laporan):
        return
    if first.dilaksanakan > limit:
        field = "tanggal" if first.tanggal else "paling_lambat"
        message = f"dilaksanakan sesudah jatuh tempo ({format_tanggal(limit)}) tanpa kendala"
        yield Finding(first.place(field), KENDALA_TERLAMBAT, message, "tambahkan kendala: mengapa terlambat")


def _given_up(tahun: Tahun, closings: Sequence[Closing], daftar_entri: Sequence[Entri]) -> Iterator[Finding]:
    for entri in daftar_entri:
        if not entri.hasil.dilepas:
            continue
        about = [closings[index].laporan for index in find_covered(closings, entri, tahun.tahun)]
        if all(daftar_laporan and daftar_laporan[0].diketahui <= entri.diketahui for daftar_laporan in about):
            done = about[0][0].kode
            message = f"yang dinyatakan {entri.hasil.replace('-', ' ')} sudah dilaporkan selesai oleh {done}"
            suggestion = f"bila laporan itu keliru, tambahkan mengoreksi: {done}; bila tidak, periksa periodenya"
            yield Finding(entri.place("hasil"), SUDAH_SELESAI, message, suggestion)
