"""Rules of targets: a plan by quarters has numbers where one by months has marks, and its log says how much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice, pairwise

from generator.checks.shared import capaian_lengkap, check_of_year, index_indikator, is_time
from generator.findings import Finding, Rule, Severity, quote
from generator.model.isi import Rencana, Tahun, walk
from generator.model.periode import Target, find_triwulan, list_bulan_of_periode
from generator.model.realisasi import Entri, Hasil
from generator.model.rencana import Indikator
from generator.progress import Log, list_capaian_triwulan, list_worse, read_log
from generator.text import format_triwulan, format_ukuran

# A target that goes the wrong way makes all that is reported of it look wrong.
_WAYWARD = ("arah-jumlah", "arah-kurang")
TARGET_REZIM = Rule("target-rezim", "Rencana menurut bulan tidak memuat target triwulan.")
BULAN_REZIM = Rule("bulan-rezim", "Rencana menurut triwulan tidak memuat bulan.")
TARGET_KURANG = Rule(
    "target-kurang", "Jadwal triwulan yang pasti atau wajar punya target paling sedikit untuk satu triwulan."
)
TARGET_TAK_BERDASAR = Rule("target-tak-berdasar", "Jadwal yang kosong atau tidak terbaca tidak memuat angka target.")
TARGET_NOL = Rule("target-nol", "Target memuat paling sedikit satu angka di atas nol.")
TARGET_TURUN = Rule(
    "target-turun",
    "Target posisi tidak turun dari triwulan ke triwulan, kecuali dijelaskan dalam catatan.",
    Severity.PERINGATAN,
    yields_to=_WAYWARD,
)
CAPAIAN_TANPA_TARGET = Rule("capaian-tanpa-target", "Capaian hanya ditulis untuk indikator yang punya target.")
CAPAIAN_KURANG = Rule("capaian-kurang", "Entri selesai menyebut capaiannya bila indikatornya punya target.")
PERIODE_TRIWULAN = Rule("periode-triwulan", "Entri untuk indikator bertarget triwulan memakai periode triwulan.")
ARAH_JUMLAH = Rule("arah-jumlah", "Target yang turun adalah keadaan (posisi), bukan yang dijumlahkan.")
ARAH_KURANG = Rule("arah-kurang", "Target posisi dalam satuan waktu menyebut arahnya: naik atau turun.")
BELUM_PADAHAL = Rule(
    "belum-padahal-tercapai",
    "Yang dilaporkan belum, capaiannya belum mencapai target.",
    Severity.PERINGATAN,
    yields_to=_WAYWARD,
)
BELUM_TERCAPAI = Rule(
    "belum-tercapai",
    "Yang dilaporkan selesai sudah mencapai target triwulannya.",
    Severity.PERINGATAN,
    yields_to=_WAYWARD,
)
CAPAIAN_TURUN = Rule(
    "capaian-turun",
    "Capaian posisi tidak memburuk, kecuali dijelaskan dalam catatan.",
    Severity.PERINGATAN,
    yields_to=_WAYWARD,
)

_MANY = 5
_EXAMPLE = "target: {satuan: dokumen, akumulasi: jumlah, tw1: 1, tw4: 2}"


@check_of_year(TARGET_REZIM, BULAN_REZIM, TARGET_KURANG, TARGET_TAK_BERDASAR, TARGET_NOL, TARGET_TURUN)
def check_target(tahun: Tahun) -> Iterator[Finding]:
    """A plan by quarters has targets and no months; one by months has months and no targets."""
    for rencana in tahun.rencana:
        rows = [row for row in rencana.daftar_indikator() if not row.is_faulty("jadwal", "target")]
        rows = [row for row in rows if not row.jadwal.is_faulty("keadaan", "bulan")]
        strange = list(_strange(rencana, rows))
        if len(strange) >= _MANY and len(strange) > len(rows) // 2:
            # Most likely one wrong word in the year's settings, so one finding there, not one for each row.
            first = strange[0]
            place = tahun.setelan.rezim.place(rencana.jenis)
            yield Finding(place, first.rule, first.message, "periksa rezimnya; sebagian besar indikator ditulis lain")
        else:
            yield from strange
            if rencana.rezim.periode == "triwulan":
                for row in rows:
                    if row.jadwal.bulan is None:
                        yield from _numbers(row)


def _strange(rencana: Rencana, rows: Sequence[Indikator]) -> Iterator[Finding]:
    """Yield a finding for each row with months where the regime plans targets, or the other way round."""
    regime = quote(rencana.rezim.kode)
    for row in rows:
        if rencana.rezim.periode == "bulan" and row.target is not None:
            suggestion = "hapus target dan tulis bulan pada jadwal, atau periksa rezim di tahun.yml"
            message = f"rezim {regime} merencanakan bulan, bukan target triwulan"
            yield Finding(row.place("target"), TARGET_REZIM, message, suggestion)
        written = next((name for name in ("bulan", "calon") if getattr(row.jadwal, name)), None)
        if rencana.rezim.periode == "triwulan" and written:
            suggestion = f"hapus {written} dan tulis {_EXAMPLE}, atau periksa rezim di tahun.yml"
            message = f"rezim {regime} merencanakan target triwulan, bukan bulan"
            yield Finding(row.jadwal.place(written), BULAN_REZIM, message, suggestion)


def _numbers(indikator: Indikator) -> Iterator[Finding]:
    """Numbers stand exactly where they can be read; some of them ask for something, and no state falls unexplained."""
    target, jadwal = indikator.target, indikator.jadwal
    if target is not None and target.is_faulty("tw1", "tw2", "tw3", "tw4", "akumulasi"):
        return
    if jadwal.keadaan.terbaca and (target is None or not target.tercetak):
        place = jadwal.place("keadaan") if target is None else target.place()
        suggestion = f"tulis {_EXAMPLE}, atau keadaan: tidak-terbaca atau kosong"
        yield Finding(
            place, TARGET_KURANG, f"jadwal {jadwal.keadaan} belum menyebut target satu triwulan pun", suggestion
        )
    elif target is None:
        return
    elif not jadwal.keadaan.terbaca and target.tercetak:
        message = f"jadwal {jadwal.keadaan} tidak boleh menyebut angka target"
        suggestion = "hapus angkanya, satuannya boleh tetap; atau tulis keadaan: pasti atau wajar"
        yield Finding(target.place(f"tw{min(target.tercetak)}"), TARGET_TAK_BERDASAR, message, suggestion)
    elif target.tercetak and not target.triwulan:
        message = "semua target nol, jadi tidak ada yang dijanjikan"
        suggestion = "periksa naskahnya; bila memang tidak ada target, hapus angkanya dan tulis keadaan: kosong"
        yield Finding(target.place(f"tw{min(target.tercetak)}"), TARGET_NOL, message, suggestion)
    elif target.posisi and not target.turun and indikator.catatan is None and jadwal.catatan is None:
        yield from _falls(target)


@check_of_year(ARAH_JUMLAH, ARAH_KURANG)
def check_arah(tahun: Tahun) -> Iterator[Finding]:
    """A target that is to be low is a state, and a state counted in time says whether it is to be low."""
    for letak in walk(tahun):
        target = letak.indikator.target
        if target is None or target.is_faulty("satuan", "akumulasi", "arah"):
            continue
        if target.turun and not target.posisi:
            message = "target yang dijumlahkan tidak dapat turun"
            yield Finding(target.place("arah"), ARAH_JUMLAH, message, "tulis akumulasi: posisi, atau hapus arah")
        elif target.posisi and "arah" not in target.model_fields_set and is_time(target.satuan):
            message = f"satuan {quote(target.satuan)} adalah waktu, tetapi arah targetnya belum disebut"
            suggestion = "tulis arah: turun bila makin cepat makin baik, atau arah: naik"
            yield Finding(target.place("satuan"), ARAH_KURANG, message, suggestion)


def _falls(target: Target) -> Iterator[Finding]:
    values = [(number, target.tercetak[number]) for number in target.triwulan]
    for (_, former), (number, value) in pairwise(values):
        if value < former:
            message = f"target posisi turun dari {format_ukuran(former)} menjadi {format_ukuran(value)}"
            suggestion = "tulis akumulasi: jumlah bila dijumlahkan; bila memang turun, tambahkan catatan"
            yield Finding(target.place(f"tw{number}"), TARGET_TURUN, message, suggestion)


@check_of_year(CAPAIAN_TANPA_TARGET, CAPAIAN_KURANG, PERIODE_TRIWULAN)
def check_capaian(tahun: Tahun) -> Iterator[Finding]:
    """An entry says how much was reached exactly where the plan has a target, and about a quarter of it."""
    rows = {letak.indikator.kode: (letak.rencana.rezim, letak.indikator) for letak in walk(tahun)}
    for entri in tahun.realisasi:
        rezim, indikator = rows.get(entri.indikator, (None, None))
        if rezim is None or indikator is None or indikator.is_faulty("target", "jadwal"):
            continue
        if entri.is_faulty("indikator", "capaian", "hasil"):
            continue
        target = indikator.target
        if target is None:
            # The missing target is reported already; an entry that says how much was reached is no second mistake.
            missed = rezim.periode == "triwulan" and indikator.jadwal.keadaan.terbaca
            if entri.capaian is not None and not missed:
                message = f"indikator {quote(entri.indikator)} tidak punya target, jadi tidak punya capaian"
                known = next((ukuran.kode for ukuran in indikator.ukuran), None)
                instead = f"tulis nilai: [{{ukuran: {known}, nilai: …}}]" if known else "tulis angkanya dalam uraian"
                suggestion = f"hapus capaian, {instead}"
                yield Finding(entri.place("capaian"), CAPAIAN_TANPA_TARGET, message, suggestion)
            continue
        if entri.hasil is Hasil.SELESAI and entri.capaian is None and target.triwulan:
            message = f"entri selesai belum menyebut capaiannya dalam {target.satuan}"
            yield Finding(entri.place("hasil"), CAPAIAN_KURANG, message, "tambahkan capaian: angkanya")
        yield from _quarter(entri)


def _quarter(entri: Entri) -> Iterator[Finding]:
    if "-tw" in entri.periode or entri.is_faulty("periode"):
        return
    meant = f"{entri.periode[:4]}-tw{find_triwulan(list_bulan_of_periode(entri.periode)[-1])}"
    message = f"rencana ini dilaporkan tiap triwulan, bukan {quote(entri.periode)}"
    yield Finding(entri.place("periode"), PERIODE_TRIWULAN, message, f"tulis {meant}")


@check_of_year(BELUM_TERCAPAI, BELUM_PADAHAL, CAPAIAN_TURUN)
def check_tercapai(tahun: Tahun) -> Iterator[Finding]:
    """What is reported done has reached the target of its quarter, and a state that falls is explained."""
    if any(entri.is_faulty("tanggal", "paling_lambat", "dilaporkan", "periode") for entri in tahun.realisasi):
        return
    # The whole log: what contradicts itself does so before its day has come.
    log = read_log(tahun, date.max)
    for kode, (_, indikator) in index_indikator(tahun).items():
        if indikator.target is None or indikator.is_faulty("target") or not indikator.target.triwulan:
            continue
        if capaian_lengkap(indikator, log.berlaku(kode)):
            # One finding for each indikator: later quarters fall short of the same amount again.
            yield from islice(_short(tahun, log, indikator, indikator.target), 1)
            if indikator.target.posisi:
                yield from _worse(log, kode, indikator.target)


def _short(tahun: Tahun, log: Log, indikator: Indikator, target: Target) -> Iterator[Finding]:
    daftar_entri = log.berlaku(indikator.kode)
    quarters = {
        f"{tahun.tahun}-tw{one.triwulan}": one for one in list_capaian_triwulan(target, daftar_entri, tahun.tahun)
    }
    for entri in daftar_entri:
        one = quarters.get(entri.periode)
        reached = None if one is None else one.capaian if target.turun else one.sampai
        if one is None or reached is None:
            continue
        amount, goal = format_ukuran(reached), f"{format_ukuran(one.sasaran)} {target.satuan}"
        if entri.hasil is Hasil.SELESAI and not one.tercapai:
            until = (
                f"pada {format_triwulan(one.triwulan)} masih"
                if target.turun
                else f"sampai {format_triwulan(one.triwulan)} baru"
            )
            message = (
                f"dilaporkan selesai, tetapi {until} {amount} {'dengan target' if target.turun else 'dari'} {goal}"
            )
            suggestion = "tulis hasil: berjalan atau belum, atau periksa capaiannya"
            yield Finding(entri.place("hasil"), BELUM_TERCAPAI, message, suggestion)
        elif entri.hasil is Hasil.BELUM and one.dinilai and one.tercapai and entri.capaian is not None:
            message = f"dilaporkan belum, padahal capaiannya {amount} sudah mencapai target {goal}"
            yield Finding(entri.place("hasil"), BELUM_PADAHAL, message, "tulis hasil: selesai, atau periksa capaiannya")


def _worse(log: Log, kode: str, target: Target) -> Iterator[Finding]:
    for later, former in list_worse(target, log.berlaku(kode)):
        if later.catatan is None and former.capaian is not None:
            word, real = ("naik padahal harus turun", "naik") if target.turun else ("turun", "turun")
            message = f"capaian posisi {word}: {former.kode} sudah mencapai {format_ukuran(former.capaian)}"
            suggestion = f"bila {former.kode} keliru, tambahkan mengoreksi: {former.kode}; bila memang {real}, catatan"
            yield Finding(later.place("capaian"), CAPAIAN_TURUN, message, suggestion)
