"""The page of an office's channels: how to reach it, and what became of what it received."""

from __future__ import annotations

from generator import routes
from generator.pages.page import Page, build_office_trail, build_section_marks
from generator.views import OfficeView


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
