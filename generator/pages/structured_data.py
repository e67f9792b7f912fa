"""What a page is in the words of schema.org, for machines: the trail, the office, the data, the report.

A fictitious office gets its trail only, so that no machine takes it for one that exists.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from generator import routes
from generator.hosting.headers import MEDIA
from generator.model.isi import Tahun
from generator.model.kantor import Kanal, Satker
from generator.model.situs import Situs
from generator.pages.page import Page
from generator.text import join_lines
from generator.views import YearView
from generator.views.downloads import LICENSE, Download, describe_data, name_data

_CONTEXT = "https://schema.org"
Node = dict[str, Any]


def build_structured_data(situs: Situs, page: Page) -> Node | None:
    """Return the JSON-LD of a page; None if there is nothing to describe."""
    nodes = [*_trail(situs, page), *_subject(situs, page)]
    return {"@context": _CONTEXT, "@graph": nodes} if nodes else None


def _trail(situs: Situs, page: Page) -> Iterator[Node]:
    if not page.jejak:
        return
    steps = [(link.judul, link.alamat) for link in page.jejak] + [(page.short_title or page.judul, page.alamat)]
    yield {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": join_lines(name), "item": _url(situs, page, address)}
            for number, (name, address) in enumerate(steps, start=1)
        ],
    }


def _subject(situs: Situs, page: Page) -> Iterator[Node]:
    """Yield what the page is about, where it is one of the things that machines look for."""
    year = page.year
    if page.template == "portal":
        site = situs
        yield {"@type": "WebSite", "name": site.nama, "description": site.deskripsi, "url": _url(situs, page, "")}
    elif page.template == "kantor" and page.kantor and not page.kantor.satker.contoh:
        yield _office(situs, page, page.kantor.satker)
    elif year is not None and not year.tahun.satker.contoh:
        if page.template == "unduhan":
            yield _dataset(situs, page, year)
        elif page.template == "laporan":
            yield _report(situs, page, year)


def _office(situs: Situs, page: Page, satker: Satker) -> Node:
    address = _url(situs, page, routes.kantor(satker))
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


def _contact(kanal: Kanal) -> Node:
    found = {"@type": "ContactPoint", "contactType": kanal.nama, "email": kanal.surel, "url": kanal.tautan}
    return {key: value for key, value in found.items() if value}


def _dataset(situs: Situs, page: Page, year: YearView) -> Node:
    tahun = year.tahun
    listed: list[Download] = [downloads for name in ("data", "dokumen", "kalender") for downloads in page.data[name]]
    return {
        "@type": "Dataset",
        "@id": _dataset_id(situs, page, tahun),
        "name": name_data(tahun),
        "description": describe_data(tahun),
        "url": _url(situs, page, page.alamat),
        "inLanguage": "id",
        "isAccessibleForFree": True,
        "license": {"@type": "CreativeWork", "name": LICENSE},
        "creator": _office_of(situs, page, tahun),
        "publisher": _publisher(situs),
        "temporalCoverage": f"{tahun.tahun}-01-01/{tahun.tahun}-12-31",
        "dateModified": year.nilai.per_tanggal.isoformat(),
        "distribution": [
            {
                "@type": "DataDownload",
                "name": f"{downloads.judul} ({tautan.judul})",
                "encodingFormat": MEDIA[PurePosixPath(tautan.alamat).suffix],
                "contentUrl": _url(situs, page, tautan.alamat),
            }
            for downloads in listed
            for tautan in downloads.berkas
        ],
    }


def _report(situs: Situs, page: Page, year: YearView) -> Node:
    tahun = year.tahun
    periode = page.data["laporan"].periode
    return {
        "@type": "Report",
        "name": join_lines(page.judul),
        "description": page.deskripsi,
        "url": _url(situs, page, page.alamat),
        "inLanguage": "id",
        "author": _office_of(situs, page, tahun),
        "publisher": _publisher(situs),
        "dateModified": year.nilai.per_tanggal.isoformat(),
        "isBasedOn": {"@id": _dataset_id(situs, page, tahun)},
        "encoding": {
            "@type": "MediaObject",
            "encodingFormat": MEDIA[".docx"],
            "contentUrl": _url(situs, page, routes.dokumen(tahun, periode)),
        },
    }


def _office_of(situs: Situs, page: Page, tahun: Tahun) -> Node:
    address = _url(situs, page, routes.kantor(tahun.satker))
    return {"@type": "GovernmentOrganization", "@id": f"{address}#kantor", "name": tahun.satker.nama, "url": address}


def _publisher(situs: Situs) -> Node:
    contact = {"@type": "ContactPoint", "contactType": "koreksi data", "email": situs.kontak}
    return {
        "@type": "Organization",
        "name": situs.pengelola,
        **({"contactPoint": contact} if situs.kontak else {}),
    }


def _dataset_id(situs: Situs, page: Page, tahun: Tahun) -> str:
    return f"{_url(situs, page, routes.bagian_tahun(tahun, 'unduhan'))}#data"


def _url(situs: Situs, page: Page, address: str) -> str:
    """Return an address in full if the site's own is known, else relative to the page."""
    return situs.absolute(address) or routes.relative(address, page.alamat)
