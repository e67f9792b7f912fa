"""Rules of services, of surveys and of what the channels received: figures that can be, about what there is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.checks.bukti import BUKTI_GANDA, BUKTI_TIDAK_ADA, list_missing_bukti
from generator.checks.shared import DI_LUAR_TAHUN, KODE_GANDA, check_of_office, check_of_year
from generator.findings import Finding, Rule, quote, suggest
from generator.model.isi import Kantor, Tahun
from generator.model.layanan import RekapKanal, Survei, Unsur
from generator.model.periode import list_bulan_of_periode, read_tahun_of_periode

NILAI_SURVEI = Rule("nilai-survei", "Nilai survei tidak melebihi skalanya.")
KANAL_TIDAK_ADA = Rule("kanal-tidak-ada", "Kanal yang direkap tercatat di satker.yml.")
REKAP_GANDA = Rule("rekap-ganda", "Setiap bulan dihitung satu kali untuk tiap kanal.")
REKAP_KANAL = Rule("rekap-kanal", "Yang selesai dan ditolak tidak lebih banyak daripada yang diterima.")


@check_of_year(DI_LUAR_TAHUN)
def check_periode_tahun(tahun: Tahun) -> Iterator[Finding]:
    """A survey and a count of a channel are about a period of their year."""
    records: tuple[Survei | RekapKanal, ...] = (*tahun.survei, *tahun.rekap_kanal)
    for record in records:
        if not record.is_faulty("periode") and read_tahun_of_periode(record.periode) != tahun.tahun:
            message = f"periode {record.periode} bukan tahun {tahun.tahun}"
            yield Finding(record.place("periode"), DI_LUAR_TAHUN, message, "pindahkan ke folder tahunnya")


@check_of_year(BUKTI_TIDAK_ADA, BUKTI_GANDA, NILAI_SURVEI)
def check_survei(tahun: Tahun) -> Iterator[Finding]:
    """No value of a survey is above its scale, and its evidence is in the register."""
    for survei in tahun.survei:
        yield from list_missing_bukti(tahun, survei)
        if survei.is_faulty("nilai", "skala", "unsur"):
            continue
        parts: tuple[Survei | Unsur, ...] = (survei, *survei.unsur)
        for record in parts:
            if record.nilai > survei.skala:
                message = f"nilai {record.nilai} melebihi skala {survei.skala}"
                yield Finding(record.place("nilai"), NILAI_SURVEI, message, "periksa nilai dan skalanya")


@check_of_year(KANAL_TIDAK_ADA, REKAP_GANDA, REKAP_KANAL)
def check_rekap_kanal(tahun: Tahun) -> Iterator[Finding]:
    """A count is of a channel that the office has, each month once, and no more was settled than received."""
    satker = tahun.satker
    known = sorted({kanal.jenis for kanal in satker.kanal})
    whole = (
        satker.was_read
        and not satker.is_faulty("kanal")
        and not any(kanal.is_faulty("jenis") for kanal in satker.kanal)
    )
    seen: dict[str, list[str]] = defaultdict(list)
    for rekap in tahun.rekap_kanal:
        if rekap.is_faulty("kanal", "periode", "diterima", "selesai", "ditolak"):
            continue
        if rekap.kanal not in known and whole:
            suggestion = suggest(rekap.kanal, known, "tambahkan kanalnya di satker.yml")
            yield Finding(rekap.place("kanal"), KANAL_TIDAK_ADA, f"kanal {quote(rekap.kanal)} tidak ada", suggestion)
        yield from _counted_before(rekap, seen[rekap.kanal])
        seen[rekap.kanal].append(rekap.periode)
        if rekap.selesai + (rekap.ditolak or 0) > rekap.diterima:
            message = f"yang selesai dan ditolak lebih banyak daripada yang diterima ({rekap.diterima})"
            yield Finding(rekap.place("selesai"), REKAP_KANAL, message, "periksa hitungannya")


def _counted_before(rekap: RekapKanal, periods: list[str]) -> Iterator[Finding]:
    months = set(list_bulan_of_periode(rekap.periode))
    if rekap.periode in periods:
        message = f"rekap {rekap.kanal} periode {rekap.periode} sudah ada"
        yield Finding(rekap.place("periode"), REKAP_GANDA, message, "hapus salah satunya, atau perbaiki periodenya")
    elif other := next((periode for periode in periods if months & set(list_bulan_of_periode(periode))), None):
        message = f"bulan dalam {rekap.periode} sudah dihitung dalam {other} untuk kanal {rekap.kanal}"
        suggestion = "pakai satu ukuran periode saja, supaya tidak terhitung dua kali"
        yield Finding(rekap.place("periode"), REKAP_GANDA, message, suggestion)


@check_of_office(KODE_GANDA)
def check_kode_layanan(kantor: Kantor) -> Iterator[Finding]:
    """A kode names one service of an office."""
    seen: dict[str, int] = {}
    for layanan in kantor.layanan.layanan if kantor.layanan else ():
        place = layanan.place("kode")
        if layanan.kode in seen and not layanan.is_faulty("kode"):
            message = f"kode {quote(layanan.kode)} sudah dipakai di {place.file}:{seen[layanan.kode]}"
            yield Finding(place, KODE_GANDA, message, "beri kode lain yang belum pernah dipakai")
        seen.setdefault(layanan.kode, place.line)
