"""Pages of a plan: the whole plan in the decree's table, an area, a kegiatan or komponen."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from generator import routes
from generator.model.isi import Rencana, Tahun
from generator.model.rencana import Area, AreaRB, Bagian, BerkasRencana
from generator.model.situs import Istilah
from generator.pages.page import (
    Bahan,
    Page,
    Tautan,
    baris_panas,
    jejak_area,
    jejak_rencana,
    jejak_tahun,
    nama_area,
    ringkas,
    source_of,
)
from generator.pages.tabel import lay_out
from generator.pages.tahap import tim_area
from generator.progress import bukti_indikator
from generator.text import KOLOM, one_line

_CAPITALS = re.compile(r"\b[A-Z][A-Z0-9-]+\b")


def build_rencana(bahan: Bahan, tahun: Tahun, rencana: Rencana) -> Iterator[Page]:
    """Yield the plan, its areas, and every kegiatan or komponen."""
    yield _whole(bahan, tahun, rencana)
    for index, berkas in enumerate(rencana.berkas):
        yield _area(bahan, tahun, rencana, index)
        for position in range(len(berkas.area.bagian)):
            yield _bagian(bahan, tahun, rencana, berkas, position)


def _whole(bahan: Bahan, tahun: Tahun, rencana: Rencana) -> Page:
    areas = rencana.area
    return Page(
        alamat=routes.rencana(tahun, rencana.jenis),
        templat=_table(rencana),
        judul=f"{rencana.rezim.label.rencana} {tahun.tahun}",
        deskripsi=f"{rencana.rezim.label.rencana} {tahun.satker.nama} {tahun.tahun} dalam susunan Lampiran keputusan.",
        jejak=jejak_tahun(tahun),
        data={
            "rencana": rencana,
            "keputusan": tahun.keputusan_berkode(rencana.berkas[0].keputusan),
            "lampiran": rencana.berkas[0].lampiran,
            "ringkasan": ringkas(bahan, tahun, rencana.daftar_indikator()),
            "baris": lay_out([area for area in areas if isinstance(area, AreaRB)]),
            "kolom": KOLOM[rencana.rezim.periode],
        },
        tahun=tahun,
        menu=rencana.jenis,
        sumber=tuple(berkas.place().berkas for berkas in rencana.berkas),
    )


def _table(rencana: Rencana) -> str:
    """Return the template of the whole plan: each kind has its own columns, and targets need others than marks."""
    if rencana.jenis == "zi":
        return "rencana_zi"
    if rencana.rezim.periode == "triwulan":
        return "rencana_triwulan"
    return "rencana_rb"


def _area(bahan: Bahan, tahun: Tahun, rencana: Rencana, index: int) -> Page:
    berkas = rencana.berkas[index]
    area = berkas.area
    baku = bahan.isi.kosakata.area_baku(rencana.rezim, area.padanan)
    name = nama_area(area, rencana.rezim)
    sumber, baris = source_of(area)
    return Page(
        alamat=routes.area(tahun, rencana, area),
        templat="area",
        judul=name,
        deskripsi=f"{name}: {rencana.rezim.label.bagian.lower()}, jadwal, dan penanggung jawab.",
        jejak=jejak_rencana(tahun, rencana),
        data={
            "rencana": rencana,
            "berkas": berkas,
            "area": area,
            "ringkasan_area": area.ringkasan or (baku.ringkasan if baku else None),
            "ringkasan": ringkas(bahan, tahun, area.semua_indikator()),
            "baris": [
                baris_panas(
                    bahan,
                    tahun,
                    bagian.semua_indikator(),
                    nomor=bagian.nomor,
                    nama=bagian.nama,
                    alamat=routes.bagian(tahun, rencana, area, bagian),
                    kata=plain_words(bahan, bagian),
                    kolom=KOLOM[rencana.rezim.periode],
                )
                for bagian in area.bagian
            ],
            "tim": tim_area(tahun, area),
            "kolom": KOLOM[rencana.rezim.periode],
            **_neighbours(
                [Tautan(nama_area(a, rencana.rezim), routes.area(tahun, rencana, a)) for a in rencana.area],
                index,
            ),
        },
        tahun=tahun,
        menu=rencana.jenis,
        sumber=sumber,
        baris=baris,
    )


def _bagian(bahan: Bahan, tahun: Tahun, rencana: Rencana, berkas: BerkasRencana, position: int) -> Page:
    area: Area = berkas.area  # type: ignore[attr-defined] # both kinds of plan files have one
    bagian = area.bagian[position]
    sumber, baris = source_of(bagian)
    siblings = [Tautan(one_line(b.nama), routes.bagian(tahun, rencana, area, b)) for b in area.bagian]
    return Page(
        alamat=routes.bagian(tahun, rencana, area, bagian),
        templat="bagian",
        judul=one_line(bagian.nama),
        deskripsi=plain_words(bahan, bagian)
        or f"{rencana.rezim.label.bagian} dalam area {nama_area(area, rencana.rezim)}.",
        jejak=jejak_area(tahun, rencana, area),
        data={
            "rencana": rencana,
            "berkas": berkas,
            "area": area,
            "bagian": bagian,
            "urutan": position + 1,
            "ringkasan_bagian": plain_words(bahan, bagian),
            "ringkasan": ringkas(bahan, tahun, bagian.semua_indikator()),
            **_promised(bahan, tahun, bagian),
            "singkatan": _abbreviations(bahan, bagian),
            "tim": tim_area(tahun, area),
            "baku": [bahan.isi.kosakata.kegiatan[kode] for kode in bagian.padanan],
            **_neighbours(siblings, position),
        },
        tahun=tahun,
        menu=rencana.jenis,
        sumber=sumber,
        baris=baris,
    )


def _promised(bahan: Bahan, tahun: Tahun, bagian: Bagian) -> dict[str, object]:
    """Return the months of all indikator in force of a kegiatan or komponen, and the evidence that they have."""
    rows = [indikator for indikator in bagian.semua_indikator() if bahan.status(tahun, indikator) is not None]
    log = bahan.nilai(tahun).log
    return {
        "bulan_bagian": sorted({month for row in rows for month in row.bulan or ()}),
        "bukti_bagian": tuple(dict.fromkeys(kode for row in rows for kode in bukti_indikator(log, row.kode))),
    }


def _abbreviations(bahan: Bahan, bagian: Bagian) -> tuple[Istilah, ...]:
    """Return the abbreviations that the decree uses in a kegiatan or komponen and that the glossary explains."""
    said = set(_CAPITALS.findall(json.dumps(bagian.model_dump(mode="json"), ensure_ascii=False)))
    return tuple(istilah for istilah in bahan.isi.kosakata.istilah if istilah.nama in said)


def plain_words(bahan: Bahan, bagian: Bagian) -> str | None:
    """Return one plain sentence about a kegiatan or komponen: its own, or that of its only canonical kegiatan."""
    if bagian.ringkasan:
        return bagian.ringkasan
    return bahan.isi.kosakata.kegiatan[bagian.padanan[0]].ringkasan if len(bagian.padanan) == 1 else None


def _neighbours(links: list[Tautan], index: int) -> dict[str, Tautan | None]:
    return {
        "sebelum": links[index - 1] if index > 0 else None,
        "sesudah": links[index + 1] if index + 1 < len(links) else None,
    }
