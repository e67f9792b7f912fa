"""Pages of the whole site and of an office: portal, office, search, offices side by side, badges."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from generator import routes
from generator.model.isi import Kosakata
from generator.model.situs import KegiatanBaku
from generator.pages.page import HOME, Page, build_search_marks
from generator.progress import BATAS_BASI, RULES_VERSION
from generator.views import OfficeSummary, OfficeView, SiteView, YearView
from generator.views.held import list_held
from generator.views.names import Link
from generator.views.office import Badge
from generator.views.side_by_side import SelBanding, compare_offices


def build_embed(office: OfficeView) -> dict[str, object] | None:
    """Return what an office can put into its own website, of its current year; None without a plan."""
    year, badge = office.badge_year, office.badge
    if year is None or badge is None:
        return None
    return {"tahun": year.tahun, "lencana": badge, "html": as_html(year, badge)}


def as_html(year: YearView, badge: Badge) -> str:
    """Return two lines of HTML for another site; one without a link where this site's address is not known."""
    page = year.situs.absolute(routes.tahun(year.tahun))
    picture = year.situs.absolute(routes.lencana(year.tahun.satker))
    words = Markup("<p>{isi}.").format(isi=badge.sentence)
    if not page:
        return f"{words}</p>"
    link = Markup(' <a href="{page}">Lihat rencana, realisasi, dan buktinya</a></p>').format(page=page)
    shown = Markup('<p><a href="{page}"><img src="{src}" width="{w}" height="{h}" alt="{alt}"></a></p>').format(
        page=page, src=picture, w=badge.width, h=badge.height, alt=badge.sentence
    )
    return f"{words}{link}\n{shown}"


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
    """Return an office with its current year."""
    return {"satker": office.satker, "tahun": office.current}


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
            # The year that runs comes first: one prepared for later has nothing to tell yet.
            "daftar_tahun": [
                (year, list_held(year.kosakata, year.tahun))
                for year in sorted(office.years, key=lambda year: year is not office.current)
            ],
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
            "rules_version": RULES_VERSION,
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


def build_search(site: SiteView) -> Page:
    """Return the search page: the offices to choose from, and the words that mean the same."""
    offices = [summary.satker for summary in site.summaries]
    real = [satker for satker in offices if not satker.contoh]
    return Page(
        alamat=routes.CARI,
        template="cari",
        judul="Cari",
        deskripsi="Cari kata dalam kegiatan, indikator, keputusan, bukti, dan layanan sebuah kantor.",
        jejak=HOME,
        data={
            "bercari": site.with_search,
            # Real offices first; the fictitious one is for trying things out.
            "daftar_satker": sorted(offices, key=lambda satker: satker.contoh),
            "terpilih": next(iter(real or offices)).kode if len(real or offices) == 1 else None,
            "padanan": [istilah for istilah in site.kosakata.istilah if istilah.padanan_cari],
            "bentuk": site.kosakata.padanan_cari,
            "tanpa_padanan": site.kosakata.tanpa_padanan,
        },
        is_search=site.with_search,
    )


def build_banding(site: SiteView) -> Iterator[Page]:
    """Yield the comparison of all canonical kegiatan, and a page for each that an office plans."""
    comparison = compare_offices(site.kosakata, site.summaries)
    if comparison is None:
        return
    planned = [baku for baku in comparison.baris if any(sel.baris for sel in comparison.cells(baku))]
    yield Page(
        alamat=routes.BANDING,
        template="banding",
        judul="Kantor berdampingan",
        deskripsi="Kegiatan baku yang direncanakan tiap kantor, berapa indikatornya, dan mana yang tidak diketahui.",
        jejak=HOME,
        data={
            "banding": comparison,
            "daftar_area": _areas(site.kosakata),
            "direncanakan": {baku.kode for baku in planned},
        },
    )
    for baku in planned:
        yield _one(baku, list(comparison.cells(baku)))


def _areas(kosakata: Kosakata) -> list[tuple[str, list[KegiatanBaku]]]:
    """Return the canonical kegiatan by canonical area, each area under its first regime's name."""
    names: dict[str, str] = {}
    for rezim in kosakata.rezim.values():
        for area in rezim.area:
            names.setdefault(area.kode, area.nama)
    known = kosakata.kegiatan.values()
    groups = dict.fromkeys(baku.area for baku in known)
    return [(names.get(area, area), [baku for baku in known if baku.area == area]) for area in groups]


def _one(baku: KegiatanBaku, cells: Sequence[SelBanding]) -> Page:
    without: dict[str, list[SelBanding]] = {}
    for sel in cells:
        if not sel.baris:
            without.setdefault(sel.rencana.sentence, []).append(sel)
    return Page(
        alamat=routes.banding(baku.kode),
        template="banding_kegiatan",
        judul=baku.nama,
        deskripsi=f"{baku.nama}: kantor mana yang merencanakannya, pada bulan apa, dengan kata-kata apa.",
        jejak=(*HOME, Link("Kantor berdampingan", routes.BANDING)),
        data={
            "baku": baku,
            "daftar": [(sel, one) for sel in cells for one in sel.baris],
            "tanpa": without,
        },
    )
