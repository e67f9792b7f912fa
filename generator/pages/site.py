"""Pages of the whole site and of an office: portal, office, about, index."""

from __future__ import annotations

from collections.abc import Iterator

from generator import routes
from generator.pages.embed import build_embed
from generator.pages.page import HOME, Page, build_search_marks
from generator.progress import BATAS_BASI
from generator.views import OfficeSummary, OfficeView, SiteView


def build_portal(site: SiteView) -> Page:
    """Return the front page: what this is, and every office with where it stands."""
    real = [office for office in site.summaries if not office.satker.contoh]
    return Page(
        alamat=routes.PORTAL,
        template="portal",
        judul=site.situs.nama,
        deskripsi=site.situs.deskripsi,
        data={
            "satu_satunya": real[0].direncanakan if len(real) == 1 else None,
            "sungguhan": [_card(office) for office in real],
            "contoh": [_card(office) for office in site.summaries if office.satker.contoh],
        },
    )


def _card(office: OfficeSummary) -> dict[str, object]:
    """Return an office with its newest year."""
    return {"satker": office.satker, "tahun": office.tahun[0] if office.tahun else None}


def build_kantor(office: OfficeView) -> Iterator[Page]:
    """Yield an office's own page."""
    kantor, satker = office.kantor, office.kantor.satker
    yield Page(
        alamat=routes.kantor(satker),
        template="kantor",
        judul=satker.nama,
        deskripsi=f"Rencana aksi, tim, dan keputusan {satker.nama_resmi}.",
        jejak=HOME,
        data={
            "kantor": kantor,
            "daftar_tahun": [(year.tahun, year.kesegaran, year.glances, bool(year.survei)) for year in office.years],
            "ada_lke": {year.tahun.tahun for year in office.years if year.lembar},
            "ada_layanan": kantor.ada_layanan,
            "sematan": build_embed(office),
        },
        kantor=kantor,
        sumber=(satker.place().file,),
        cari=build_search_marks("Kantor"),
    )


def build_tentang(site: SiteView) -> Page:
    """Return the page that says what the site is, how it counts, and what its figures do not mean."""
    return Page(
        alamat=routes.TENTANG,
        template="tentang",
        judul="Tentang situs ini",
        deskripsi="Apa isi situs ini, dari mana datanya, dan bagaimana status dihitung.",
        jejak=HOME,
        data={
            "daftar_status": tuple(site.kosakata.status.values()),
            "daftar_rezim": tuple(site.kosakata.rezim.values()),
            "batas_basi": BATAS_BASI,
        },
    )


def build_indeks(site: SiteView) -> Page:
    """Return the index of all offices: every kegiatan of every plan on one page, without scripts."""
    return Page(
        alamat=routes.INDEKS,
        template="indeks",
        judul="Indeks",
        deskripsi="Semua kantor, tahun, area, dan kegiatan dalam satu halaman.",
        jejak=HOME,
        data={"daftar_kantor": sorted(site.summaries, key=lambda office: office.satker.contoh)},
    )
