"""Which open-data files there are: sets of data, evidence files and calendars per year, catalogue, JSON Schemas."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from generator import routes
from generator.exports import records, tables
from generator.exports.calendars import build_calendars
from generator.exports.catalogue import build_catalogue, build_robots, build_schemas
from generator.exports.comparison import tabulate_comparison, tabulate_two_years
from generator.exports.descriptions import VERSI_SIDIK, as_record, build_datapackage
from generator.exports.documents import build_documents
from generator.exports.measures import encode_nilai, tabulate_nilai
from generator.exports.realisasi import (
    encode_laporan,
    encode_perubahan,
    encode_realisasi,
    tabulate_perubahan,
    tabulate_realisasi,
)
from generator.exports.registers import (
    build_berkas,
    encode_bukti,
    encode_kanal,
    encode_layanan,
    encode_lke,
    encode_survei,
    tabulate_bukti,
    tabulate_lke,
)
from generator.exports.subscriptions import as_svg, build_feed
from generator.exports.tables import Row
from generator.exports.zipped import as_xlsx
from generator.model.isi import Tahun
from generator.model.sidik import Sidik
from generator.output import OutputFile
from generator.views import OfficeView, SiteView, YearView
from generator.views.downloads import FORMATS
from generator.views.side_by_side import compare_offices

VERSION = 1
"""Version of the open-data contract; bumped when a key changes its meaning or goes."""


def build_exports(site: SiteView) -> Iterator[OutputFile]:
    """Yield the open-data files of every office, then the catalogue of them all and the schemas."""
    for office in site.offices:
        yield from _office(office)
        for year in office.years:
            yield from _year(year)
    yield from filter(None, (build_feed(site.situs, office) for office in site.offices))
    yield from _comparison(site)
    if katalog := build_catalogue(site):
        yield OutputFile(routes.KATALOG, as_json(katalog))
    for name, schema in build_schemas().items():
        yield OutputFile(routes.skema(name), as_json(schema))
    yield from build_robots(site.situs)


def _comparison(site: SiteView) -> Iterator[OutputFile]:
    if comparison := compare_offices(site.kosakata, site.summaries):
        rows = tabulate_comparison(comparison)
        yield OutputFile(routes.BANDING_CSV, tables.as_csv(rows))
        yield OutputFile(routes.BANDING_JSON, as_json({"versi": VERSION, "baris": rows}))


def _office(office: OfficeView) -> Iterator[OutputFile]:
    """Yield what belongs to an office and to none of its years: its services, its channels, its badge."""
    kantor, satker = office.kantor, office.kantor.satker
    head = {"versi": VERSION, "satker": satker.kode}
    if kantor.layanan is not None and kantor.ada_layanan:
        content = as_json(head | encode_layanan(kantor, kantor.layanan))
        yield OutputFile(routes.data_kantor(satker, "layanan.json"), content, source=(kantor.layanan.place().file,))
    if satker.kanal:
        content = as_json(head | encode_kanal(office))
        yield OutputFile(routes.data_kantor(satker, "kanal.json"), content, source=(satker.place().file,))
    if office.badge_year and office.badge:
        content = as_svg(office.badge)
        yield OutputFile(routes.lencana(satker), content, source=_source(office.badge_year.tahun))


def _year(year: YearView) -> Iterator[OutputFile]:
    yield from _tables(year)
    yield from _json_only(year)
    yield from build_berkas(year)
    yield from build_calendars(year)
    yield from build_documents(year)
    if year.dua_tahun:
        yield OutputFile(routes.tahun_lalu(year.tahun), tables.as_csv(tabulate_two_years(year.tahun, year.dua_tahun)))


def build_fingerprint_list(year: YearView, sidik: Mapping[str, Sidik]) -> OutputFile:
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
    tahun, resources = year.tahun, []
    for dataset in (one for one in year.himpunan if one.bentuk == "tabel"):
        name = dataset.nama
        record, rows = _table(year, name)
        forms: tuple[str | bytes, ...] = (
            as_json(_head(tahun) | record),
            tables.as_csv(rows),
            # Not the day of the data, so that a workbook changes only when its rows do.
            as_xlsx(rows, name, date(tahun.tahun, 1, 1)),
        )
        for form, content in zip(FORMATS, forms, strict=True):
            yield OutputFile(routes.data(tahun, f"{name}.{form}"), content, source=_source(tahun))
        if rows:
            resources.append((dataset, rows))
    if resources:
        yield OutputFile(routes.paket(tahun), as_json(build_datapackage(tahun, resources)), source=_source(tahun))


def _head(tahun: Tahun) -> Row:
    return {"versi": VERSION, "satker": tahun.satker.kode, "tahun": tahun.tahun}


def _source(tahun: Tahun) -> tuple[str, ...]:
    return (f"{tahun.folder}/tahun.yml",)


def _json_only(year: YearView) -> Iterator[OutputFile]:
    """Yield the sets of a year that are no resources."""
    make = {"laporan": encode_laporan, "survei": encode_survei}
    for name in (dataset.nama for dataset in year.himpunan if dataset.bentuk == "json"):
        record = _head(year.tahun) | make[name](year)
        yield OutputFile(routes.data(year.tahun, f"{name}.json"), as_json(record), source=_source(year.tahun))


def _table(year: YearView, name: str) -> tuple[Row, list[Row]]:  # noqa: PLR0911 - one way for each kind of table
    """Return a set of data as one record without its head, and as rows."""
    tahun = year.tahun
    if name == "realisasi":
        record = encode_realisasi(year)
        return record, tabulate_realisasi(tahun, record)
    if name == "bukti":
        record = encode_bukti(year)
        return record, tabulate_bukti(tahun, record)
    if name == "nilai":
        return encode_nilai(year), tabulate_nilai(year)
    if name == "perubahan":
        record = encode_perubahan(year)
        return record, tabulate_perubahan(tahun, record)
    if name == "keputusan":
        return records.encode_keputusan(tahun), tables.tabulate_keputusan(tahun)
    if name == "lke-zi":
        return encode_lke(year), tabulate_lke(year)
    if name == "tim" and tahun.daftar_tim:
        return records.encode_tim(year, tahun.daftar_tim), tables.tabulate_tim(year, tahun.daftar_tim)
    plan = tahun.rencana_jenis(name)
    assert plan, name  # noqa: S101 - a year has only the sets that are there
    return records.encode_rencana(year, plan), tables.tabulate_rencana(year, name)
