"""data.json: the catalogue of all offices' data (DCAT, Project Open Data 1.1). Fictitious offices are not in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator import routes
from generator.exports.baris import Rekam
from generator.exports.paket import nama_paket
from generator.model.isi import Tahun
from generator.model.situs import Situs
from generator.pages.ld import HAK, judul_data, uraian_data
from generator.pages.page import Bahan
from generator.pages.unduhan import Unduhan, daftar_data, daftar_dokumen, daftar_kalender
from generator.tajuk import MEDIA

_SCHEMA = "https://project-open-data.cio.gov/v1.1/schema"


def build_katalog(bahan: Bahan) -> Rekam | None:
    """Return the catalogue: one dataset per real office and year; None without any."""
    datasets = list(_datasets(bahan))
    if not datasets:
        return None
    return {
        "@context": f"{_SCHEMA}/catalog.jsonld",
        "@type": "dcat:Catalog",
        "conformsTo": _SCHEMA,
        "describedBy": f"{_SCHEMA}/catalog.json",
        "dataset": datasets,
    }


def _datasets(bahan: Bahan) -> Iterator[Rekam]:
    for tahun in bahan.isi.semua_tahun():
        daftar = [*daftar_data(bahan, tahun), *daftar_dokumen(bahan, tahun), *daftar_kalender(bahan, tahun)]
        if daftar and not tahun.satker.contoh:
            yield _dataset(bahan, tahun, daftar)


def _dataset(bahan: Bahan, tahun: Tahun, daftar: list[Unduhan]) -> Rekam:
    situs = bahan.isi.situs
    contact = {"@type": "vcard:Contact", "fn": situs.pengelola, "hasEmail": f"mailto:{situs.kontak}"}
    return {
        "@type": "dcat:Dataset",
        "identifier": nama_paket(tahun),
        "title": judul_data(tahun),
        "description": uraian_data(tahun),
        "keyword": ["reformasi birokrasi", "zona integritas", "rencana aksi", "transparansi", tahun.satker.nama],
        "modified": bahan.nilai(tahun).per_tanggal.isoformat(),
        "publisher": {"@type": "org:Organization", "name": situs.pengelola},
        **({"contactPoint": contact} if situs.kontak else {}),
        "accessLevel": "public",
        "rights": HAK,
        "language": ["id"],
        "temporal": f"{tahun.tahun}-01-01/{tahun.tahun}-12-31",
        "landingPage": _address(situs, routes.bagian_tahun(tahun, "unduhan")),
        "distribution": [
            {
                "@type": "dcat:Distribution",
                "title": f"{unduhan.judul} ({tautan.judul})",
                "description": unduhan.arti,
                "mediaType": MEDIA[PurePosixPath(tautan.alamat).suffix],
                "downloadURL": _address(situs, tautan.alamat),
            }
            for unduhan in daftar
            for tautan in unduhan.berkas
        ],
    }


def _address(situs: Situs, alamat: str) -> str:
    """Return an address of the site: absolute where its base is known, else relative to the catalogue itself."""
    if situs.alamat:
        return f"{situs.alamat.rstrip('/')}/{alamat}"
    return routes.relative(alamat, routes.KATALOG.rpartition("/")[0] + "/")
