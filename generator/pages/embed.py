"""What an office can put into its own website: lines of HTML with its latest figures."""

from __future__ import annotations

from markupsafe import Markup

from generator import routes
from generator.views import OfficeView, YearView
from generator.views.badge import Lencana


def embedded(office: OfficeView) -> dict[str, object] | None:
    """Return what an office can put into its own website, of its newest year; None without a plan."""
    year, lencana = office.tahun_lencana, office.lencana
    if year is None or lencana is None:
        return None
    return {"tahun": year.tahun, "lencana": lencana, "html": as_html(year, lencana)}


def as_html(year: YearView, lencana: Lencana) -> str:
    """Return two lines of HTML for another site; one without a link where this site's address is not known."""
    page = year.situs.absolute(routes.tahun(year.tahun))
    picture = year.situs.absolute(routes.lencana(year.tahun.satker))
    words = Markup("<p>{isi}.").format(isi=lencana.kalimat)
    if not page:
        return f"{words}</p>"
    link = Markup(' <a href="{page}">Lihat rencana, realisasi, dan buktinya</a></p>').format(page=page)
    shown = Markup('<p><a href="{page}"><img src="{src}" width="{w}" height="{h}" alt="{alt}"></a></p>').format(
        page=page, src=picture, w=lencana.lebar, h=lencana.tinggi, alt=lencana.kalimat
    )
    return f"{words}{link}\n{shown}"
