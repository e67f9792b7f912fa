"""Rules of the log: an entry names what exists, when it happened, and why it is late or not done."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from generator.checks.aturan import Aturan, file_name, find_keputusan
from generator.findings import Finding, Tingkat, quote, suggest
from generator.model.isi import Kosakata, Tahun
from generator.model.layanan import Survei
from generator.model.periode import bulan_periode, is_periode, periode_dimaksud, tahun_periode
from generator.model.realisasi import Entri, Hasil
from generator.model.rencana import BerkasRencana, Indikator, Keadaan
from generator.progress import Tahap, close_tahap, read_log, tahap_indikator
from generator.text import format_tanggal

_DASAR = {"keputusan": "kode keputusannya", "asal": "baris naskahnya"}
_NOT_DONE = frozenset({Hasil.BELUM, Hasil.DITUNDA, Hasil.TIDAK_DILAKSANAKAN})


def check_entri_rujukan(tahun: Tahun, _kosakata: Kosakata) -> Iterator[Finding]:
    """An entry names an indikator of the year, evidence of the register and entries of the log."""
    known = _indikator(tahun)
    for entri in tahun.realisasi:
        if entri.indikator not in known and _plans_whole(tahun) and not entri.cacat("indikator"):
            pesan = f"indikator {quote(entri.indikator)} tidak ada dalam rencana tahun ini"
            saran = suggest(entri.indikator, known, "periksa kodenya di halaman rencana")
            yield Finding(entri.place("indikator"), "indikator-tidak-ada", pesan, saran)
        yield from missing_bukti(tahun, entri)
    yield from _corrections(tahun)


def _plans_whole(tahun: Tahun) -> bool:
    """Return whether every row is there and goes by its own kode."""
    rows_whole = not tahun.tak_terbaca & {"rb", "zi"} and tahun.baris_ragu is not None
    return rows_whole and not any(indikator.cacat("kode") for _, indikator in _indikator(tahun).values())


def missing_bukti(tahun: Tahun, record: Entri | Survei) -> Iterator[Finding]:
    """Yield a finding for each bukti that a record names and the register does not hold."""
    if "bukti" in tahun.log_tak_terbaca or record.cacat("bukti"):
        return
    known = [bukti.kode for bukti in tahun.bukti]
    for index, kode in enumerate(record.bukti):
        if kode not in known:
            saran = suggest(kode, known, "catat buktinya di bukti.yml dahulu")
            pesan = f"bukti {quote(kode)} tidak ada dalam daftar bukti"
            yield Finding(record.place_item("bukti", index), "bukti-tidak-ada", pesan, saran)


def _corrections(tahun: Tahun) -> Iterator[Finding]:
    """Every correction replaces another entry, one that no other correction replaces, and not in a circle."""
    by_kode = {entri.kode: entri for entri in tahun.realisasi}
    taken: dict[str, str] = {}
    for entri in tahun.realisasi:
        old = entri.mengoreksi
        if old is None:
            continue
        place = entri.place("mengoreksi")
        if old not in by_kode:
            if "realisasi" not in tahun.log_tak_terbaca:
                saran = suggest(old, by_kode, "tulis kode entri yang dikoreksi")
                yield Finding(place, "entri-tidak-ada", f"entri {quote(old)} tidak ada", saran)
        elif old in taken:
            saran = f"koreksi entri {taken[old]}, yang terbaru"
            yield Finding(place, "koreksi-ganda", f"entri {quote(old)} sudah dikoreksi oleh {taken[old]}", saran)
        elif _leads_back(entri, by_kode):
            circle = "" if old == entri.kode else f" lewat {quote(old)}"
            pesan = f"entri {quote(entri.kode)} mengoreksi dirinya sendiri{circle}"
            yield Finding(place, "koreksi-melingkar", pesan, "sebut entri yang lebih lama, atau hapus mengoreksi")
        taken.setdefault(old, entri.kode)


def _leads_back(entri: Entri, by_kode: dict[str, Entri]) -> bool:
    seen = set()
    step: Entri | None = entri
    while step is not None and step.kode not in seen:
        seen.add(step.kode)
        step = by_kode.get(step.mengoreksi or "")
    return step is entri


def check_entri_tanggal(tahun: Tahun, _kosakata: Kosakata) -> Iterator[Finding]:
    """An entry says when: one day of doing, in the plan's year and after its decree, or a note that tells why not."""
    heads = _indikator(tahun)
    for entri in tahun.realisasi:
        if entri.cacat("tanggal", "paling_lambat", "dilaporkan", "periode"):
            continue
        if (entri.tanggal is None) == (entri.paling_lambat is None):
            both = entri.tanggal is not None
            pesan = "entri menyebut tanggal dan paling_lambat" if both else "entri belum menyebut tanggal"
            saran = "hapus salah satunya" if both else "tambahkan tanggal, atau paling_lambat bila harinya tidak pasti"
            yield Finding(entri.place("paling_lambat" if both else "kode"), "tanggal-entri", pesan, saran)
            continue
        if entri.dilaporkan is not None and entri.dilaporkan < entri.dilaksanakan:
            pesan = f"tanggal dilaporkan mendahului tanggal pelaksanaannya ({format_tanggal(entri.dilaksanakan)})"
            yield Finding(entri.place("dilaporkan"), "tanggal-entri", pesan, "periksa kedua tanggalnya")
        if entri.catatan is None and not entri.cacat("catatan"):
            yield from _strange_day(tahun, entri, heads.get(entri.indikator))


def _strange_day(tahun: Tahun, entri: Entri, found: tuple[BerkasRencana, Indikator] | None) -> Iterator[Finding]:
    field = "tanggal" if entri.tanggal else "paling_lambat"
    day = entri.dilaksanakan
    explain = "periksa tanggalnya, atau tambahkan catatan yang menjelaskannya"
    if day.year != tahun.tahun:
        yield Finding(entri.place(field), "di-luar-tahun", f"tanggal ini bukan tahun {tahun.tahun}", explain)
    if tahun_periode(entri.periode) != tahun.tahun:
        pesan = f"periode {entri.periode} bukan tahun {tahun.tahun}"
        saran = "periksa periodenya, atau tambahkan catatan yang menjelaskannya"
        yield Finding(entri.place("periode"), "di-luar-tahun", pesan, saran)
    if found is None:
        return
    berkas, indikator = found
    keputusan = find_keputusan(tahun, berkas.keputusan_butir(indikator))
    if keputusan and keputusan.tanggal and day < keputusan.tanggal and day.year == tahun.tahun:
        pesan = f"tanggal ini mendahului keputusannya ({format_tanggal(keputusan.tanggal)})"
        yield Finding(entri.place(field), "mendahului-keputusan", pesan, explain)
    ended = find_keputusan(tahun, indikator.dicabut) if indikator.dicabut else None
    if ended and ended.tanggal and day >= ended.tanggal:
        pesan = f"indikator {quote(indikator.kode)} sudah dicabut sejak {format_tanggal(ended.tanggal)}"
        saran = "laporkan pada penggantinya, atau tambahkan catatan yang menjelaskannya"
        yield Finding(entri.place("indikator"), "indikator-dicabut", pesan, saran)


def check_berkas_realisasi(tahun: Tahun, _kosakata: Kosakata) -> Iterator[Finding]:
    """A file of entries is named after the period in which they were written; none of them is about a later one."""
    strange: set[str] = set()
    for entri in tahun.realisasi:
        place = entri.place()
        name = file_name(entri)
        if not is_periode(name):
            if name not in strange:
                pesan = f"nama berkas {quote(name)} bukan periode"
                meant = periode_dimaksud(name)
                example = f", contoh {tahun.tahun}-03.yml atau {tahun.tahun}-tw1.yml"
                saran = f"ganti nama{f' menjadi {meant}.yml' if meant else example}"
                yield Finding(type(place)(place.berkas), "nama-berkas", pesan, saran)
            strange.add(name)
        elif _end(entri.periode) > _end(name) and not entri.cacat("periode"):
            pesan = f"periode {entri.periode} sesudah periode berkasnya"
            saran = "periksa periodenya, atau pindahkan ke berkas periode itu"
            yield Finding(entri.place("periode"), "periode-berkas", pesan, saran, Tingkat.PERINGATAN)


def _end(periode: str) -> tuple[int, int]:
    return tahun_periode(periode), bulan_periode(periode)[-1]


def check_entri_hasil(tahun: Tahun, _kosakata: Kosakata) -> Iterator[Finding]:
    """What is not done or put off says why; what is put off also on what ground, and to when."""
    for entri in tahun.realisasi:
        if entri.cacat("hasil", "kendala", "penundaan"):
            continue
        if entri.hasil in _NOT_DONE and entri.kendala is None:
            pesan = f"entri dengan hasil {quote(entri.hasil)} harus menyebut kendalanya"
            yield Finding(entri.place("hasil"), "kendala-kosong", pesan, "tambahkan kendala: apa sebabnya")
        if entri.hasil is Hasil.DITUNDA and entri.penundaan is None:
            saran = "tambahkan penundaan: {dasar: surat atau keputusannya, ke: periode baru}"
            yield Finding(entri.place("hasil"), "penundaan", "penundaan belum menyebut dasar dan bulan barunya", saran)
        if entri.hasil is not Hasil.DITUNDA and entri.penundaan is not None:
            pesan = f"penundaan hanya untuk hasil ditunda, bukan {quote(entri.hasil)}"
            yield Finding(entri.place("penundaan"), "penundaan", pesan, "hapus penundaan, atau tulis hasil: ditunda")


def check_terlambat(tahun: Tahun, _kosakata: Kosakata) -> Iterator[Finding]:
    """What was done after it was due says why; what closes a routine tahap before its end is meant so."""
    log = read_log(tahun, date.max)
    for kode, (berkas, indikator) in _indikator(tahun).items():
        entries = [entri for entri in log.berlaku(kode) if not entri.cacat("tanggal", "hasil", "periode", "kendala")]
        steps = tahap_indikator(tahun, berkas, indikator) if entries and _due_known(tahun, berkas, indikator) else ()
        for step, reports in zip(steps, close_tahap(steps, entries, tahun.tahun) if steps else (), strict=True):
            if reports and step.tenggat and indikator.jadwal.keadaan is not Keadaan.WAJAR:
                yield from _late(step, reports)
                yield from _early(tahun, step, reports[0])


def _due_known(tahun: Tahun, berkas: BerkasRencana, indikator: Indikator) -> bool:
    """Return whether nothing that a due day is made of has a reported mistake."""
    keputusan = tahun.keputusan_berkode(berkas.keputusan_butir(indikator))
    plan_right = not (indikator.cacat("jadwal") or indikator.jadwal.cacat("bulan", "keadaan"))
    grace_right = tahun.setelan.berasal and not tahun.setelan.cacat("tenggang_hari")
    return plan_right and grace_right and keputusan is not None and not keputusan.cacat("tanggal")


def _late(step: Tahap, reports: list[Entri]) -> Iterator[Finding]:
    first = min(reports, key=lambda entri: entri.dilaksanakan)
    assert step.tenggat is not None  # noqa: S101 - the caller asked
    if first.dilaksanakan > step.tenggat and not any(entri.kendala for entri in reports):
        field = "tanggal" if first.tanggal else "paling_lambat"
        pesan = f"dilaksanakan sesudah jatuh tempo ({format_tanggal(step.tenggat)}) tanpa kendala"
        yield Finding(first.place(field), "kendala-kosong", pesan, "tambahkan kendala: mengapa terlambat")


def _early(tahun: Tahun, step: Tahap, first: Entri) -> Iterator[Finding]:
    day = first.dilaksanakan
    if step.rutin and (day.year, day.month) < (tahun.tahun, step.bulan[-1]) and first.catatan is None:
        pesan = "entri ini menutup tahap rutin sebelum bulan terakhirnya"
        saran = "tulis hasil: berjalan bila masih berlanjut, atau tambahkan catatan bila memang sudah selesai"
        yield Finding(first.place("hasil"), "rutin-dini", pesan, saran, Tingkat.PERINGATAN)


def check_entri_dasar(tahun: Tahun, _kosakata: Kosakata) -> Iterator[Finding]:
    """Only an office that reports here has entries of its own; what is read out of a decree names it and its lines."""
    setelan = tahun.setelan
    not_begun = setelan.pelaporan is None and setelan.berasal and not setelan.cacat("pelaporan")
    for entri in tahun.realisasi:
        if entri.cacat("dasar"):
            continue
        if entri.dasar == "laporan" and not_begun:
            saran = "isi pelaporan di tahun.yml, atau tulis dasar: keputusan bila terbaca dari keputusan"
            yield Finding(entri.place("kode"), "belum-melapor", "kantor ini belum melaporkan realisasi di sini", saran)
        lacking = {name: what for name, what in _DASAR.items() if not getattr(entri, name)}
        if entri.dasar == "keputusan" and lacking and not entri.cacat(*_DASAR):
            pesan = f"entri yang terbaca dari keputusan belum menyebut {' dan '.join(lacking.values())}"
            yield Finding(entri.place("dasar"), "dasar-entri", pesan, f"tambahkan {' dan '.join(lacking)}")
        if entri.dasar == "laporan" and (entri.keputusan or entri.asal):
            place = entri.place("keputusan" if entri.keputusan else "asal")
            pesan = "keputusan dan asal hanya untuk entri yang terbaca dari keputusan"
            yield Finding(place, "dasar-entri", pesan, "hapus, atau tulis dasar: keputusan")


def check_entri_ganda(tahun: Tahun, _kosakata: Kosakata) -> Iterator[Finding]:
    """The same result of the same indikator, period and day is written once; what is put right says mengoreksi."""
    seen: dict[tuple[object, ...], list[Entri]] = defaultdict(list)
    for entri in tahun.realisasi:
        if entri.mengoreksi is None and not entri.cacat("indikator", "periode", "hasil", "tanggal", "paling_lambat"):
            seen[entri.indikator, entri.periode, entri.hasil, entri.tanggal, entri.paling_lambat].append(entri)
    for first, *others in seen.values():
        for entri in others:
            pesan = f"entri ini mengulang {first.kode}: indikator, periode, hasil, dan tanggalnya sama"
            saran = "bila memperbaiki entri lama, tambahkan mengoreksi; bila keliru, beri tanggal yang benar"
            yield Finding(entri.place("kode"), "entri-ganda", pesan, saran, Tingkat.PERINGATAN)


def _indikator(tahun: Tahun) -> dict[str, tuple[BerkasRencana, Indikator]]:
    return {
        butir.kode: (berkas, butir)
        for rencana in tahun.rencana
        for berkas in rencana.berkas
        for butir in berkas.semua_butir()
        if isinstance(butir, Indikator)
    }


ATURAN: tuple[Aturan, ...] = (
    check_entri_rujukan,
    check_entri_tanggal,
    check_berkas_realisasi,
    check_entri_hasil,
    check_terlambat,
    check_entri_dasar,
    check_entri_ganda,
)
