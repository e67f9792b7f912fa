"""What a page is in the words of schema.org, for machines: the trail, the office, the data, the report.

A fictitious office gets its trail only, so that no machine takes it for one that exists.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from generator import routes
from generator.model.isi import Tahun
from generator.model.kantor import Kanal, Satker
from generator.model.situs import Situs
from generator.pages.page import Bahan, Page
from generator.pages.unduhan import Unduhan
from generator.tajuk import MEDIA
from generator.text import one_line

_CONTEXT = "https://schema.org"
HAK = "Naskah keputusan adalah naskah hukum publik tanpa hak cipta (UU 28/2014 Pasal 42)"
"""Under which right the data are published."""
Simpul = dict[str, Any]


def judul_data(tahun: Tahun) -> str:
    """Return the title of a year's data."""
    rekaan = " (kantor rekaan)" if tahun.satker.contoh else ""
    return f"Rencana aksi dan realisasi {tahun.satker.nama} tahun {tahun.tahun}{rekaan}"


def uraian_data(tahun: Tahun) -> str:
    """Return what a year's data tell, in one sentence."""
    return (
        f"Apa yang dijanjikan {tahun.satker.nama_resmi} dalam rencana aksinya tahun {tahun.tahun}, "
        "oleh siapa, sampai kapan, dan apa yang sudah dilaporkan."
    )


def build_ld(bahan: Bahan, page: Page) -> Simpul | None:
    """Return the JSON-LD of a page; None for one of which there is nothing to say."""
    nodes = [*_trail(bahan, page), *_subject(bahan, page)]
    return {"@context": _CONTEXT, "@graph": nodes} if nodes else None


def _trail(bahan: Bahan, page: Page) -> Iterator[Simpul]:
    if not page.jejak:
        return
    steps = [(link.judul, link.alamat) for link in page.jejak] + [(page.singkat or page.judul, page.alamat)]
    yield {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": one_line(name), "item": _url(bahan, page, address)}
            for number, (name, address) in enumerate(steps, start=1)
        ],
    }


def _subject(bahan: Bahan, page: Page) -> Iterator[Simpul]:
    """Yield what the page is about, where it is one of the things that machines look for."""
    tahun = page.tahun
    if page.templat == "portal":
        site = bahan.isi.situs
        yield {"@type": "WebSite", "name": site.nama, "description": site.deskripsi, "url": _url(bahan, page, "")}
    elif page.templat == "kantor" and not page.data["kantor"].satker.contoh:
        yield _office(bahan, page, page.data["kantor"].satker)
    elif tahun is not None and not tahun.satker.contoh:
        if page.templat == "unduhan":
            yield _dataset(bahan, page, tahun)
        elif page.templat == "laporan":
            yield _report(bahan, page, tahun)


def _office(bahan: Bahan, page: Page, satker: Satker) -> Simpul:
    address = _url(bahan, page, routes.kantor(satker))
    points = [_contact(kanal) for kanal in satker.kanal if kanal.surel or kanal.tautan]
    return {
        "@type": "GovernmentOrganization",
        "@id": f"{address}#kantor",
        "name": satker.nama,
        "legalName": satker.nama_resmi,
        "url": address,
        "parentOrganization": {"@type": "GovernmentOrganization", "name": "Komisi Pemilihan Umum Republik Indonesia"},
        **({"contactPoint": points} if points else {}),
    }


def _contact(kanal: Kanal) -> Simpul:
    found = {"@type": "ContactPoint", "contactType": kanal.nama, "email": kanal.surel, "url": kanal.tautan}
    return {key: value for key, value in found.items() if value}


def _dataset(bahan: Bahan, page: Page, tahun: Tahun) -> Simpul:
    listed: list[Unduhan] = [unduhan for name in ("data", "dokumen", "kalender") for unduhan in page.data[name]]
    situs = bahan.isi.situs
    return {
        "@type": "Dataset",
        "@id": _dataset_id(bahan, page, tahun),
        "name": judul_data(tahun),
        "description": uraian_data(tahun),
        "url": _url(bahan, page, page.alamat),
        "inLanguage": "id",
        "isAccessibleForFree": True,
        "license": {"@type": "CreativeWork", "name": HAK},
        "creator": _office_of(bahan, page, tahun),
        "publisher": _publisher(situs),
        "temporalCoverage": f"{tahun.tahun}-01-01/{tahun.tahun}-12-31",
        "dateModified": bahan.nilai(tahun).per_tanggal.isoformat(),
        "distribution": [
            {
                "@type": "DataDownload",
                "name": f"{unduhan.judul} ({tautan.judul})",
                "encodingFormat": MEDIA[PurePosixPath(tautan.alamat).suffix],
                "contentUrl": _url(bahan, page, tautan.alamat),
            }
            for unduhan in listed
            for tautan in unduhan.berkas
        ],
    }


def _report(bahan: Bahan, page: Page, tahun: Tahun) -> Simpul:
    periode = page.data["laporan"].periode
    return {
        "@type": "Report",
        "name": one_line(page.judul),
        "description": page.deskripsi,
        "url": _url(bahan, page, page.alamat),
        "inLanguage": "id",
        "author": _office_of(bahan, page, tahun),
        "publisher": _publisher(bahan.isi.situs),
        "dateModified": bahan.nilai(tahun).per_tanggal.isoformat(),
        "isBasedOn": {"@id": _dataset_id(bahan, page, tahun)},
        "encoding": {
            "@type": "MediaObject",
            "encodingFormat": MEDIA[".docx"],
            "contentUrl": _url(bahan, page, routes.dokumen(tahun, periode)),
        },
    }


def _office_of(bahan: Bahan, page: Page, tahun: Tahun) -> Simpul:
    address = _url(bahan, page, routes.kantor(tahun.satker))
    return {"@type": "GovernmentOrganization", "@id": f"{address}#kantor", "name": tahun.satker.nama, "url": address}


def _publisher(situs: Situs) -> Simpul:
    contact = {"@type": "ContactPoint", "contactType": "koreksi data", "email": situs.kontak}
    return {
        "@type": "Organization",
        "name": situs.pengelola,
        **({"contactPoint": contact} if situs.kontak else {}),
    }


def _dataset_id(bahan: Bahan, page: Page, tahun: Tahun) -> str:
    return f"{_url(bahan, page, routes.bagian_tahun(tahun, 'unduhan'))}#data"


def _url(bahan: Bahan, page: Page, address: str) -> str:
    """Return an address in full where the site's own is known, else seen from the page."""
    base = bahan.isi.situs.alamat
    return f"{base.rstrip('/')}/{address}" if base else routes.relative(address, page.alamat)
