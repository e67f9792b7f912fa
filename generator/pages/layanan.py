"""The pages of an office's services: what to expect, how to reach the office, what visitors thought."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator import routes
from generator.model.isi import Kantor
from generator.model.layanan import KOMPONEN, KOMPONEN_UTAMA, Layanan, Survei
from generator.pages.page import Page, build_office_trail, build_section_marks, build_year_trail
from generator.views import OfficeView, YearView


@dataclass(frozen=True, slots=True)
class KomponenTampil:
    """One component of a service standard."""

    key: str
    nama: str
    isi: tuple[str, ...]
    """Empty where the office has not published it."""


@dataclass(frozen=True, slots=True)
class StandarLayanan:
    """A service with its components: what a visitor needs first, and the others."""

    layanan: Layanan
    first: tuple[KomponenTampil, ...]
    others: tuple[KomponenTampil, ...]

    @property
    def jumlah(self) -> int:
        """How many components are given."""
        return sum(bool(komponen.isi) for komponen in (*self.first, *self.others))


def build_layanan(kantor: Kantor) -> Iterator[Page]:
    """Yield the page of an office's services, if it has any."""
    daftar = kantor.layanan
    if daftar is None or not kantor.ada_layanan:
        return
    satker = kantor.satker
    place = daftar.place()
    yield Page(
        alamat=routes.layanan(satker),
        template="layanan",
        judul="Layanan dan standarnya",
        deskripsi=f"Syarat, prosedur, waktu, dan biaya layanan {satker.nama}, dan cara mengadukannya.",
        jejak=build_office_trail(satker),
        data={
            "kantor": kantor,
            "daftar": daftar,
            "standar": [_standar(layanan) for layanan in daftar.layanan],
            "banyaknya": len(KOMPONEN),
        },
        kantor=kantor,
        short_title="Layanan",
        sumber=(place.file,),
        line=place.line,
        cari=build_section_marks("layanan"),
    )


def _standar(layanan: Layanan) -> StandarLayanan:
    others = [name for name in KOMPONEN if name not in KOMPONEN_UTAMA]
    return StandarLayanan(layanan, tuple(_komponen(layanan, KOMPONEN_UTAMA)), tuple(_komponen(layanan, others)))


def _komponen(layanan: Layanan, names: Iterable[str]) -> Iterator[KomponenTampil]:
    for name in names:
        value = getattr(layanan, name)
        yield KomponenTampil(name, KOMPONEN[name], value if isinstance(value, tuple) else (value,) if value else ())


def build_kanal(office: OfficeView) -> Page:
    """Return the page of an office's channels, those that count with their counts."""
    kantor, satker = office.kantor, office.kantor.satker
    return Page(
        alamat=routes.kanal(satker),
        template="kanal",
        judul="Kanal informasi dan pengaduan",
        deskripsi=f"Cara meminta informasi dan menyampaikan pengaduan kepada {satker.nama}.",
        jejak=build_office_trail(satker),
        data={"kantor": kantor, "daftar_kanal": office.kanal},
        kantor=kantor,
        sumber=(satker.place().file, *(f"{tahun.folder}/kanal.yml" for tahun in kantor.tahun if tahun.rekap_kanal)),
        cari=build_section_marks("kanal"),
    )


_KEADAAN = {
    "belum": {"nama": "Belum dikerjakan", "ikon": "○", "kelompok": "rencana"},
    "berjalan": {"nama": "Sedang dikerjakan", "ikon": "►", "kelompok": "berjalan"},
    # Only the office's word, hence the sign of a claim; the indikator shows what is proven.
    "selesai": {"nama": "Dilaporkan selesai", "ikon": "?", "kelompok": "diklaim"},
}
"""Words and looks of what became of a recommendation."""


def build_survei(year: YearView) -> Iterator[Page]:
    """Yield the page of a year's surveys."""
    tahun, place = year.tahun, year.survei[0].place()
    yield Page(
        alamat=routes.bagian_tahun(tahun, "survei"),
        template="survei",
        judul=f"Survei {tahun.tahun}",
        deskripsi=f"Hasil survei layanan {tahun.satker.nama} tahun {tahun.tahun} dan tindak lanjutnya.",
        jejak=build_year_trail(tahun),
        data={
            "daftar_survei": [(survei, _lowest(survei)) for survei in year.survei],
            "keadaan": _KEADAAN,
            "tercatat": {bukti.kode for bukti in year.bukti_tampil},
        },
        year=year,
        menu="survei",
        short_title="Survei",
        sumber=(place.file,),
        line=place.line,
        cari=build_section_marks("survei", year),
    )


def _lowest(survei: Survei) -> tuple[str, ...]:
    """Return the names of the elements with the lowest value; none where all are alike."""
    values = {unsur.nilai for unsur in survei.unsur}
    return tuple(unsur.nama for unsur in survei.unsur if unsur.nilai == min(values)) if len(values) > 1 else ()
