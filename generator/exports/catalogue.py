"""What there is for programs: the catalogue of all data, the JSON Schemas, robots.txt."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from generator import routes
from generator.exports.tables import Row
from generator.hosting.headers import MEDIA
from generator.model.files import DATA_FILES
from generator.model.situs import Situs
from generator.output import OutputFile
from generator.views import SiteView
from generator.views.downloads import LICENSE
from generator.views.summary import YearSummary

_SCHEMA = "https://project-open-data.cio.gov/v1.1/schema"


def build_catalogue(site: SiteView) -> Row | None:
    """Return the catalogue: one dataset per real office and year; None without any."""
    datasets = list(_datasets(site))
    if not datasets:
        return None
    return {
        "@context": f"{_SCHEMA}/catalog.jsonld",
        "@type": "dcat:Catalog",
        "conformsTo": _SCHEMA,
        "describedBy": f"{_SCHEMA}/catalog.json",
        "dataset": datasets,
    }


def _datasets(site: SiteView) -> Iterator[Row]:
    for office in site.summaries:
        for year in office.tahun:
            if year.unduhan.terbuka and not office.satker.contoh:
                yield _dataset(site.situs, year)


def _dataset(situs: Situs, year: YearSummary) -> Row:
    contact = {"@type": "vcard:Contact", "fn": situs.pengelola, "hasEmail": f"mailto:{situs.kontak}"}
    return {
        "@type": "dcat:Dataset",
        "identifier": routes.dataset(year),
        "title": year.judul_data,
        "description": year.uraian_data,
        "keyword": ["reformasi birokrasi", "zona integritas", "rencana aksi", "transparansi", year.satker.nama],
        "modified": year.kesegaran.per_tanggal.isoformat(),
        "publisher": {"@type": "org:Organization", "name": situs.pengelola},
        **({"contactPoint": contact} if situs.kontak else {}),
        "accessLevel": "public",
        "rights": LICENSE,
        "language": ["id"],
        "temporal": f"{year.tahun}-01-01/{year.tahun}-12-31",
        "landingPage": _address(situs, routes.bagian_tahun(year, "unduhan")),
        "distribution": [
            {
                "@type": "dcat:Distribution",
                "title": f"{downloads.judul} ({tautan.judul})",
                "description": downloads.arti,
                "mediaType": MEDIA[PurePosixPath(tautan.alamat).suffix],
                "downloadURL": _address(situs, tautan.alamat),
            }
            for downloads in year.unduhan.terbuka
            for tautan in downloads.berkas
        ],
    }


def _address(situs: Situs, alamat: str) -> str:
    """Return an address of the site: absolute where its base is known, else relative to the catalogue itself."""
    return situs.absolute(alamat) or routes.relative(alamat, routes.KATALOG.rpartition("/")[0] + "/")


def build_schemas() -> dict[str, dict[str, Any]]:
    """Return the JSON Schema (2020-12) of every kind of data file, by name."""
    return {
        one.nama: {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": f"{one.nama}.schema.json",
            **_plain(one.model.model_json_schema()),
            "title": one.tempat,
        }
        for one in DATA_FILES
    }


def _plain(node: Any) -> Any:  # noqa: ANN401 - any part of a schema
    """Drop the English titles and defaults that pydantic adds, which say nothing to a clerk."""
    if isinstance(node, dict):
        return {
            # Below properties the keys are fields of ours, and one may well be called title.
            key: _plain(value) if key != "properties" else {k: _plain(v) for k, v in value.items()}
            for key, value in node.items()
            if key not in {"title", "default"}
        }
    return [_plain(item) for item in node] if isinstance(node, list) else node


def build_robots(situs: Situs) -> Iterator[OutputFile]:
    """Yield robots.txt, where the site's address is known; crawlers ask for it at the root of a host only."""
    if sitemap := situs.absolute("sitemap.xml"):
        text = f"User-agent: *\nAllow: /\nSitemap: {sitemap}\n"
        yield OutputFile(routes.ROBOTS, text)
