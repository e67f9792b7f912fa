"""What an office can put into its own website: lines of HTML with its latest figures."""

from __future__ import annotations

from markupsafe import Markup

from generator import routes
from generator.views import OfficeView, YearView
from generator.views.badge import Badge


def build_embed(office: OfficeView) -> dict[str, object] | None:
    """Return what an office can put into its own website, of its newest year; None without a plan."""
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
