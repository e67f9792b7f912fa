"""Rules of services, of surveys and of what the channels received: figures that can be, about what there is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.checks.aturan import Aturan
from generator.checks.realisasi import missing_bukti
from generator.findings import Finding, quote, suggest
from generator.model.isi import Kosakata, Tahun
from generator.model.layanan import DaftarLayanan, RekapKanal, Survei, Unsur
from generator.model.periode import bulan_periode, tahun_periode


def check_periode_tahun(tahun: Tahun, _kosakata: Kosakata) -> Iterator[Finding]:
    """A survey and a count of a channel are about a period of their year."""
    records: tuple[Survei | RekapKanal, ...] = (*tahun.survei, *tahun.rekap_kanal)
    for record in records:
        if not record.cacat("periode") and tahun_periode(record.periode) != tahun.tahun:
            pesan = f"periode {record.periode} bukan tahun {tahun.tahun}"
            yield Finding(record.place("periode"), "di-luar-tahun", pesan, "pindahkan ke folder tahunnya")


def check_survei(tahun: Tahun, _kosakata: Kosakata) -> Iterator[Finding]:
    """No value of a survey is above its scale, and its evidence is in the register."""
    for survei in tahun.survei:
        yield from missing_bukti(tahun, survei)
        if survei.cacat("nilai", "skala", "unsur"):
            continue
        parts: tuple[Survei | Unsur, ...] = (survei, *survei.unsur)
        for record in parts:
            if record.nilai > survei.skala:
                pesan = f"nilai {record.nilai} melebihi skala {survei.skala}"
                yield Finding(record.place("nilai"), "nilai-survei", pesan, "periksa nilai dan skalanya")


def check_rekap_kanal(tahun: Tahun, _kosakata: Kosakata) -> Iterator[Finding]:
    """A count is of a channel that the office has, each month once, and no more was settled than received."""
    satker = tahun.satker
    known = sorted({kanal.jenis for kanal in satker.kanal})
    whole = satker.berasal and not satker.cacat("kanal") and not any(kanal.cacat("jenis") for kanal in satker.kanal)
    seen: dict[str, list[str]] = defaultdict(list)
    for rekap in tahun.rekap_kanal:
        if rekap.cacat("kanal", "periode", "diterima", "selesai", "ditolak"):
            continue
        if rekap.kanal not in known and whole:
            saran = suggest(rekap.kanal, known, "tambahkan kanalnya di satker.yml")
            yield Finding(rekap.place("kanal"), "kanal-tidak-ada", f"kanal {quote(rekap.kanal)} tidak ada", saran)
        yield from _counted_before(rekap, seen[rekap.kanal])
        seen[rekap.kanal].append(rekap.periode)
        if rekap.selesai + (rekap.ditolak or 0) > rekap.diterima:
            pesan = f"yang selesai dan ditolak lebih banyak daripada yang diterima ({rekap.diterima})"
            yield Finding(rekap.place("selesai"), "rekap-kanal", pesan, "periksa hitungannya")


def _counted_before(rekap: RekapKanal, periods: list[str]) -> Iterator[Finding]:
    months = set(bulan_periode(rekap.periode))
    if rekap.periode in periods:
        pesan = f"rekap {rekap.kanal} periode {rekap.periode} sudah ada"
        yield Finding(rekap.place("periode"), "rekap-ganda", pesan, "hapus salah satunya, atau perbaiki periodenya")
    elif other := next((periode for periode in periods if months & set(bulan_periode(periode))), None):
        pesan = f"bulan dalam {rekap.periode} sudah dihitung dalam {other} untuk kanal {rekap.kanal}"
        saran = "pakai satu ukuran periode saja, supaya tidak terhitung dua kali"
        yield Finding(rekap.place("periode"), "rekap-ganda", pesan, saran)


def check_kode_layanan(daftar: DaftarLayanan) -> Iterator[Finding]:
    """A kode names one service of an office."""
    seen: dict[str, int] = {}
    for layanan in daftar.layanan:
        place = layanan.place("kode")
        if layanan.kode in seen and not layanan.cacat("kode"):
            pesan = f"kode {quote(layanan.kode)} sudah dipakai di {place.berkas}:{seen[layanan.kode]}"
            yield Finding(place, "kode-ganda", pesan, "beri kode lain yang belum pernah dipakai")
        seen.setdefault(layanan.kode, place.baris)


ATURAN: tuple[Aturan, ...] = (check_periode_tahun, check_survei, check_rekap_kanal)
