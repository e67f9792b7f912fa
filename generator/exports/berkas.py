"""Which open-data files there are: sets of data, evidence files and calendars per year, catalogue, JSON Schemas."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from generator import routes
from generator.exports import baris, rekaman
from generator.exports.badge import as_svg
from generator.exports.baris import Rekam
from generator.exports.bukti import baris_bukti, build_berkas, rekam_bukti
from generator.exports.dokumen import build_dokumen
from generator.exports.kalender import build_kalender
from generator.exports.katalog import build_katalog
from generator.exports.laporan import rekam_laporan
from generator.exports.layanan import rekam_kanal, rekam_layanan, rekam_survei
from generator.exports.lke import baris_lke, rekam_lke
from generator.exports.paket import build_paket
from generator.exports.perubahan import baris_perubahan, rekam_perubahan
from generator.exports.realisasi import baris_realisasi, rekam_realisasi
from generator.exports.robots import build_robots
from generator.exports.sidik import VERSI_SIDIK, as_record
from generator.exports.skema import build_skema
from generator.exports.umpan import build_umpan
from generator.exports.xlsx import as_xlsx
from generator.model.isi import Tahun
from generator.model.sidik import Sidik
from generator.output import OutputFile
from generator.views import OfficeView, SiteView, YearView
from generator.views.comparison import comparable, list_tahun
from generator.views.downloads import BENTUK

VERSI = 1
"""Version of the open-data contract; bumped when a key changes its meaning or goes."""


def build_exports(site: SiteView) -> Iterator[OutputFile]:
    """Yield the open-data files of every office, then the catalogue of them all and the schemas."""
    for office in site.offices:
        yield from _office(office)
        for year in office.years:
            yield from _year(year)
    yield from filter(None, (build_umpan(site.situs, office) for office in site.offices))
    if comparable(list_tahun(site.summaries)):
        yield OutputFile(routes.BANDING_CSV, baris.as_csv(baris.banding(site)))
    if katalog := build_katalog(site):
        yield OutputFile(routes.KATALOG, as_json(katalog))
    for name, schema in build_skema().items():
        yield OutputFile(routes.skema(name), as_json(schema))
    yield from build_robots(site.situs)


def _office(office: OfficeView) -> Iterator[OutputFile]:
    """Yield what belongs to an office and to none of its years: its services, its channels, its badge."""
    kantor, satker = office.kantor, office.kantor.satker
    head = {"versi": VERSI, "satker": satker.kode}
    if kantor.layanan is not None and kantor.ada_layanan:
        content = as_json(head | rekam_layanan(kantor, kantor.layanan))
        yield OutputFile(routes.data_kantor(satker, "layanan.json"), content, source=(kantor.layanan.place().berkas,))
    if satker.kanal:
        content = as_json(head | rekam_kanal(office))
        yield OutputFile(routes.data_kantor(satker, "kanal.json"), content, source=(satker.place().berkas,))
    if office.tahun_lencana and office.lencana:
        content = as_svg(office.lencana)
        yield OutputFile(routes.lencana(satker), content, source=_source(office.tahun_lencana.tahun))


def _year(year: YearView) -> Iterator[OutputFile]:
    yield from _tables(year)
    yield from _json_only(year)
    yield from build_berkas(year)
    yield from build_kalender(year)
    yield from build_dokumen(year)
    if year.dua_tahun:
        yield OutputFile(routes.tahun_lalu(year.tahun), baris.as_csv(baris.tahun_lalu(year.tahun, year.dua_tahun)))


def build_daftar_sidik(year: YearView, sidik: Mapping[str, Sidik]) -> OutputFile:
    """Return a year's list of fingerprints, which are computed from the other files.

    Args:
        year: the year.
        sidik: the fingerprint of each of its sections.
    """
    record = _head(year.tahun) | {"versi": VERSI_SIDIK} | as_record(year, sidik)
    return OutputFile(routes.sidik(year.tahun), as_json(record), source=_source(year.tahun))


def as_json(value: Any) -> str:  # noqa: ANN401 - any JSON value
    """Return JSON as it is published: UTF-8, two-space indent, keys in the order of the contract."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _tables(year: YearView) -> Iterator[OutputFile]:
    """Yield each table of a year's data in every form, and the description of them all."""
    tahun, tables = year.tahun, []
    for dataset in (one for one in year.himpunan if one.bentuk == "tabel"):
        name = dataset.nama
        record, rows = _table(year, name)
        forms: tuple[str | bytes, ...] = (
            as_json(_head(tahun) | record),
            baris.as_csv(rows),
            # Not the day of the data, so that a workbook changes only when its rows do.
            as_xlsx(rows, name, date(tahun.tahun, 1, 1)),
        )
        for form, content in zip(BENTUK, forms, strict=True):
            yield OutputFile(routes.data(tahun, f"{name}.{form}"), content, source=_source(tahun))
        if rows:
            tables.append((dataset, rows))
    if tables:
        yield OutputFile(routes.paket(tahun), as_json(build_paket(tahun, tables)), source=_source(tahun))


def _head(tahun: Tahun) -> Rekam:
    return {"versi": VERSI, "satker": tahun.satker.kode, "tahun": tahun.tahun}


def _source(tahun: Tahun) -> tuple[str, ...]:
    return (f"{tahun.folder}/tahun.yml",)


def _json_only(year: YearView) -> Iterator[OutputFile]:
    """Yield the sets of a year that are no tables."""
    make = {"laporan": rekam_laporan, "survei": rekam_survei}
    for name in (dataset.nama for dataset in year.himpunan if dataset.bentuk == "json"):
        record = _head(year.tahun) | make[name](year)
        yield OutputFile(routes.data(year.tahun, f"{name}.json"), as_json(record), source=_source(year.tahun))


def _table(year: YearView, name: str) -> tuple[Rekam, list[Rekam]]:  # noqa: PLR0911 - one way for each kind of table
    """Return a set of data as one record without its head, and as rows."""
    tahun = year.tahun
    if name == "realisasi":
        record = rekam_realisasi(year)
        return record, baris_realisasi(tahun, record)
    if name == "bukti":
        record = rekam_bukti(year)
        return record, baris_bukti(tahun, record)
    if name == "perubahan":
        record = rekam_perubahan(year)
        return record, baris_perubahan(tahun, record)
    if name == "keputusan":
        return rekaman.keputusan(tahun), baris.keputusan(tahun)
    if name == "lke-zi":
        return rekam_lke(year), baris_lke(year)
    if name == "tim" and tahun.daftar_tim:
        return rekaman.tim(tahun, tahun.daftar_tim), baris.tim(tahun, tahun.daftar_tim)
    plan = tahun.rencana_jenis(name)
    assert plan, name  # noqa: S101 - a year has only the sets that are there
    return rekaman.rencana(year, plan), baris.rencana(year, name)
