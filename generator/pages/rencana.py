"""Pages of a plan: the whole plan in the decree's table, an area, a kegiatan or komponen."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from generator import routes
from generator.model.isi import Kosakata, Rencana
from generator.model.periode import KOLOM
from generator.model.rencana import Area, AreaRB, Bagian, RencanaRB, RencanaZI
from generator.model.situs import Istilah
from generator.pages.page import (
    Page,
    build_area_trail,
    build_plan_trail,
    build_search_marks,
    build_year_trail,
    find_source,
)
from generator.progress import list_bukti_of_indikator
from generator.text import join_lines
from generator.views import YearView
from generator.views.counts import HeatRow, list_heat
from generator.views.names import Link, name_area
from generator.views.table import lay_out
from generator.views.tim import find_penanggung_jawab

_CAPITALS = re.compile(r"\b[A-Z][A-Z0-9-]+\b")


def build_rencana(year: YearView, jenis: str) -> Iterator[Page]:
    """Yield a plan (rb or zi), its areas, and every kegiatan or komponen."""
    for rencana in (one for one in year.tahun.rencana if one.jenis == jenis):
        yield _whole(year, rencana)
        for index, berkas in enumerate(rencana.berkas):
            yield _area(year, rencana, index)
            for position in range(len(berkas.area.bagian)):
                yield _bagian(year, rencana, berkas, position)


def _whole(year: YearView, rencana: Rencana) -> Page:
    tahun, areas = year.tahun, rencana.area
    return Page(
        alamat=routes.rencana(tahun, rencana.jenis),
        template=_table(rencana),
        judul=f"{rencana.rezim.label.rencana} {tahun.tahun}",
        deskripsi=f"{rencana.rezim.label.rencana} {tahun.satker.nama} {tahun.tahun} dalam susunan Lampiran keputusan.",
        jejak=build_year_trail(tahun),
        data={
            "rencana": rencana,
            "keputusan": tahun.keputusan_berkode(rencana.berkas[0].keputusan),
            "lampiran": rencana.berkas[0].lampiran,
            "ringkasan": year.summarize(rencana.daftar_indikator()),
            "baris": lay_out([area for area in areas if isinstance(area, AreaRB)]),
            "kolom": KOLOM[rencana.rezim.periode],
        },
        year=year,
        menu=rencana.jenis,
        sumber=tuple(berkas.place().file for berkas in rencana.berkas),
    )


def _table(rencana: Rencana) -> str:
    """Return the template of the whole plan, whose columns depend on its kind and on months or targets."""
    if rencana.jenis == "zi":
        return "rencana_zi"
    if rencana.rezim.periode == "triwulan":
        return "rencana_triwulan"
    return "rencana_rb"


def _area(year: YearView, rencana: Rencana, index: int) -> Page:
    tahun, berkas = year.tahun, rencana.berkas[index]
    area = berkas.area
    baku = year.kosakata.area_baku(rencana.rezim, area.padanan)
    name = name_area(area, rencana.rezim)
    sumber, baris = find_source(area)
    return Page(
        alamat=routes.area(tahun, rencana, area),
        template="area",
        judul=name,
        deskripsi=f"{name}: {rencana.rezim.label.bagian.lower()}, jadwal, dan penanggung jawab.",
        jejak=build_plan_trail(tahun, rencana),
        data={
            "rencana": rencana,
            "berkas": berkas,
            "area": area,
            "ringkasan_area": area.ringkasan or (baku.ringkasan if baku else None),
            "ringkasan": year.summarize(area.semua_indikator()),
            "baris": [_heat(year, rencana, area, bagian) for bagian in area.bagian],
            "penanggung": find_penanggung_jawab(tahun, rencana, area, year.nilai.per_tanggal),
            "kolom": KOLOM[rencana.rezim.periode],
            **_neighbours(
                [Link(name_area(a, rencana.rezim), routes.area(tahun, rencana, a)) for a in rencana.area],
                index,
            ),
        },
        year=year,
        menu=rencana.jenis,
        sumber=sumber,
        line=baris,
        cari=build_search_marks("Area", year, name),
    )


def _heat(year: YearView, rencana: Rencana, area: Area, bagian: Bagian) -> HeatRow:
    return list_heat(
        year.kosakata,
        year.nilai,
        bagian.semua_indikator(),
        nomor=bagian.nomor,
        nama=bagian.nama,
        alamat=routes.bagian(year.tahun, rencana, area, bagian),
        kata=simplify_words(year.kosakata, bagian),
        melapor=year.tahun.setelan.pelaporan is not None,
        kolom=KOLOM[rencana.rezim.periode],
    )


def _bagian(year: YearView, rencana: Rencana, berkas: RencanaRB | RencanaZI, position: int) -> Page:
    tahun, area = year.tahun, berkas.area
    bagian = area.bagian[position]
    sumber, baris = find_source(bagian)
    siblings = [Link(join_lines(b.nama), routes.bagian(tahun, rencana, area, b)) for b in area.bagian]
    return Page(
        alamat=routes.bagian(tahun, rencana, area, bagian),
        template="bagian",
        judul=join_lines(bagian.nama),
        deskripsi=simplify_words(year.kosakata, bagian)
        or f"{rencana.rezim.label.bagian} dalam area {name_area(area, rencana.rezim)}.",
        jejak=build_area_trail(tahun, rencana, area),
        data={
            "rencana": rencana,
            "berkas": berkas,
            "area": area,
            "bagian": bagian,
            "urutan": position + 1,
            "ringkasan_bagian": simplify_words(year.kosakata, bagian),
            "ringkasan": year.summarize(bagian.semua_indikator()),
            **_promised(year, bagian),
            "singkatan": _abbreviations(year.kosakata, bagian),
            "penanggung": find_penanggung_jawab(tahun, rencana, area, year.nilai.per_tanggal),
            "baku": [year.kosakata.kegiatan[kode] for kode in bagian.padanan],
            **_neighbours(siblings, position),
        },
        year=year,
        menu=rencana.jenis,
        sumber=sumber,
        line=baris,
        cari=build_search_marks(rencana.rezim.label.bagian, year, name_area(area, rencana.rezim), bagian.kode),
    )


def _promised(year: YearView, bagian: Bagian) -> dict[str, object]:
    """Return the months of all indikator in force of a kegiatan or komponen, and the evidence that they have."""
    rows = [indikator for indikator in bagian.semua_indikator() if year.status(indikator) is not None]
    log = year.nilai.log
    return {
        "bulan_bagian": sorted({month for row in rows for month in row.bulan or ()}),
        "bukti_bagian": tuple(dict.fromkeys(kode for row in rows for kode in list_bukti_of_indikator(log, row.kode))),
    }


def _abbreviations(kosakata: Kosakata, bagian: Bagian) -> tuple[Istilah, ...]:
    """Return the abbreviations that the decree uses in a kegiatan or komponen and that the glossary explains."""
    # Through JSON, which holds every text of the row and of all below it.
    said = set(_CAPITALS.findall(json.dumps(bagian.model_dump(mode="json"), ensure_ascii=False)))
    return tuple(istilah for istilah in kosakata.istilah if istilah.nama in said)


def simplify_words(kosakata: Kosakata, bagian: Bagian) -> str | None:
    """Return one plain sentence about a kegiatan or komponen: its own, or that of its only canonical kegiatan."""
    if bagian.ringkasan:
        return bagian.ringkasan
    return kosakata.kegiatan[bagian.padanan[0]].ringkasan if len(bagian.padanan) == 1 else None


def _neighbours(links: list[Link], index: int) -> dict[str, Link | None]:
    return {
        "sebelum": links[index - 1] if index > 0 else None,
        "sesudah": links[index + 1] if index + 1 < len(links) else None,
    }
