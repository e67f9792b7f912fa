"""What an office shows on its own website: a sentence with its latest figures, and the size of its picture."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.periode import BULAN_PENDEK
from generator.views.year import YearView

HEIGHT = 24
"""Height of one line of the badge."""
PER_LETTER = 6.6
"""Width of one character, which textLength then holds every font to."""


@dataclass(frozen=True, slots=True)
class Badge:
    """The figures of an office's newest year, as its badge shows them."""

    judul: str
    baris: tuple[str, ...]
    """One sentence per plan."""

    @property
    def sentence(self) -> str:
        """Every sentence, on one line."""
        return "; ".join(self.baris)

    @property
    def width(self) -> int:
        """Width of the badge."""
        return max(round(len(line) * PER_LETTER) for line in self.baris) + HEIGHT

    @property
    def height(self) -> int:
        """Height of the badge."""
        return HEIGHT * len(self.baris) + 8


def build_badge(year: YearView) -> Badge:
    """Return the figures of a year; of an office that does not report here, no share is claimed."""
    tahun, nilai = year.tahun, year.nilai
    lines = []
    for glance in year.glances:
        counts = glance.ringkasan
        name = f"{glance.jenis.upper()} {tahun.tahun}"
        lines.append(
            f"{name}: {counts.selesai} dari {counts.jumlah} indikator terbukti selesai, per {_day(nilai.per_tanggal)}"
            if nilai.umur is not None
            else f"{name}: {counts.jumlah} indikator direncanakan; kantor belum melapor di situs ini"
        )
    # A badge travels without its site's banner, so it has to say this itself.
    rekaan = " (kantor rekaan)" if tahun.satker.contoh else ""
    return Badge(f"Reformasi Birokrasi {tahun.satker.nama}{rekaan}", tuple(lines))


def _day(day: date) -> str:
    return f"{day.day} {BULAN_PENDEK[day.month - 1]} {day.year}"
