"""The page of the register of publication indicators."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator import routes
from generator.model.sidik import Sidik
from generator.pages.page import Page, build_year_trail, list_plan_files
from generator.views import YearView


def build_publikasi(year: YearView, sidik: Mapping[str, Sidik], *, with_packs: bool) -> Iterator[Page]:
    """Yield the register of publication indicators, if the plans have any.

    Args:
        year: the year.
        sidik: the fingerprint of each of its sections.
        with_packs: whether proof packs are made.
    """
    tahun, rows = year.tahun, year.publikasi
    if not rows:
        return
    yield Page(
        alamat=routes.bagian_tahun(tahun, "indikator-publikasi"),
        template="publikasi",
        judul=f"Indikator publikasi {tahun.tahun}",
        deskripsi=f"Indikator {tahun.satker.nama} yang dipenuhi dengan penerbitan, dan halaman yang memenuhinya.",
        jejak=build_year_trail(tahun),
        data={
            "daftar": rows,
            "sidik": sidik,
            "terpenuhi": sum(row.keadaan == "terpenuhi" for row in rows),
            "melapor": year.melapor,
            "sebab_riwayat": year.sebab_riwayat,
            "paket": routes.paket_bukti(tahun) if with_packs else None,
        },
        year=year,
        menu="publikasi",
        sumber=list_plan_files(tahun),
    )
