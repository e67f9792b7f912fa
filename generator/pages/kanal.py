"""The page of an office's channels: how to reach it, and what became of what it received."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from generator import routes
from generator.model.isi import Kantor, Tahun
from generator.model.kantor import Kanal
from generator.model.layanan import RekapKanal
from generator.model.periode import bulan_periode, tahun_periode
from generator.pages.page import Bahan, Page, Tautan
from generator.privacy import Angka, RekapTerbit, Sembunyi, hide_rekap, hide_total
from generator.progress import month_end


@dataclass(frozen=True, slots=True)
class RekapTahun:
    """What one channel received in one year."""

    tahun: int
    baris: tuple[tuple[str, RekapTerbit], ...]
    """The periods in their order, with what may be published of them."""

    @property
    def jumlah(self) -> tuple[Angka, ...]:
        """The year's sums: received, settled, refused."""
        columns = zip(*((rekap.diterima, rekap.selesai, rekap.ditolak) for _, rekap in self.baris), strict=True)
        return tuple(hide_total(column) for column in columns)

    @property
    def tersembunyi(self) -> bool:
        """Whether a number of the year is hidden."""
        return any(isinstance(part, Sembunyi) for part in self.jumlah)


def build_kanal(bahan: Bahan, kantor: Kantor) -> Page:
    """Return the page of an office's channels, those that count with their counts."""
    satker = kantor.satker
    return Page(
        alamat=routes.kanal(satker),
        templat="kanal",
        judul="Kanal informasi dan pengaduan",
        deskripsi=f"Cara meminta informasi dan menyampaikan pengaduan kepada {satker.nama}.",
        jejak=(Tautan("Beranda", routes.PORTAL), Tautan(satker.nama, routes.kantor(satker))),
        data={"kantor": kantor, "daftar_kanal": list(list_kanal(bahan, kantor))},
        sumber=(satker.place().berkas, *(f"{tahun.berkas}/kanal.yml" for tahun in kantor.tahun if tahun.rekap_kanal)),
    )


def published_rekap(bahan: Bahan, tahun: Tahun) -> tuple[RekapKanal, ...]:
    """Return the counts of a year whose period is over on the day of the build, in the order of time."""
    day = bahan.nilai(tahun).hari
    over = [
        rekap
        for rekap in tahun.rekap_kanal
        if month_end(tahun_periode(rekap.periode), bulan_periode(rekap.periode)[-1]) <= day
    ]
    return tuple(sorted(over, key=lambda rekap: bulan_periode(rekap.periode)))


def list_kanal(bahan: Bahan, kantor: Kantor) -> Iterator[tuple[Kanal, list[RekapTahun]]]:
    """Yield every channel with its counts, newest year first; two channels of a kind share the counts of the first."""
    counts: dict[str, list[RekapTahun]] = defaultdict(list)
    for tahun in kantor.tahun:
        rows: dict[str, list[tuple[str, RekapTerbit]]] = defaultdict(list)
        for rekap in published_rekap(bahan, tahun):
            rows[rekap.kanal].append((rekap.periode, hide_rekap(rekap)))
        for jenis, periods in rows.items():
            counts[jenis].append(RekapTahun(tahun.tahun, tuple(periods)))
    for kanal in kantor.satker.kanal:
        yield kanal, counts.pop(kanal.jenis, [])
