"""An office's channels: how to reach it, and what became of what it received."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model.isi import Tahun
from generator.model.kantor import Kanal
from generator.model.layanan import RekapKanal
from generator.model.periode import find_end_of_periode, list_bulan_of_periode
from generator.privacy import Count, Hidden, RekapTerbit, hide_rekap, hide_total
from generator.progress import Penilaian


@dataclass(frozen=True, slots=True)
class RekapTahun:
    """What one channel received in one year."""

    tahun: int
    baris: tuple[tuple[str, RekapTerbit], ...]
    """The periods in their order, with what may be published of them."""

    @property
    def jumlah(self) -> tuple[Count, ...]:
        """The year's sums: received, settled, refused."""
        columns = zip(*((rekap.diterima, rekap.selesai, rekap.ditolak) for _, rekap in self.baris), strict=True)
        return tuple(hide_total(column) for column in columns)

    @property
    def tersembunyi(self) -> bool:
        """Whether a number of the year is hidden."""
        return any(isinstance(part, Hidden) for part in self.jumlah)


def list_published_rekap(tahun: Tahun, nilai: Penilaian) -> tuple[RekapKanal, ...]:
    """Return the counts of a year whose period is over on the day of the build, in the order of time."""
    over = [rekap for rekap in tahun.rekap_kanal if find_end_of_periode(rekap.periode) <= nilai.hari]
    return tuple(sorted(over, key=lambda rekap: list_bulan_of_periode(rekap.periode)))


def list_kanal(
    daftar: Iterable[Kanal], years: Iterable[tuple[Tahun, Penilaian]]
) -> Iterator[tuple[Kanal, list[RekapTahun]]]:
    """Yield every channel with its counts, newest year first; two channels of a kind share the counts of the first."""
    counts: dict[str, list[RekapTahun]] = defaultdict(list)
    for tahun, nilai in years:
        rows: dict[str, list[tuple[str, RekapTerbit]]] = defaultdict(list)
        for rekap in list_published_rekap(tahun, nilai):
            rows[rekap.kanal].append((rekap.periode, hide_rekap(rekap)))
        for jenis, periods in rows.items():
            counts[jenis].append(RekapTahun(tahun.tahun, tuple(periods)))
    for kanal in daftar:
        # Taken out: counts are known by kind of channel, and a second one of the kind must not show them again.
        yield kanal, counts.pop(kanal.jenis, [])
