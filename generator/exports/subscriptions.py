"""What other programs show of an office: its feed of changes, and its badge."""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from markupsafe import Markup

from generator import routes
from generator.model.kantor import Satker
from generator.model.situs import Situs
from generator.output import OutputFile
from generator.text import format_tanggal
from generator.views import OfficeView
from generator.views.changes import BarisPerubahan, SavedChanges, tell_entri
from generator.views.office import HEIGHT, PER_LETTER, Badge

_ATOM = "http://www.w3.org/2005/Atom"
_LATEST = 50
"""Most entries of a feed; the pages of the years list every change."""


def build_feed(situs: Situs, office: OfficeView) -> OutputFile | None:
    """Return an office's feed; None where its history is not known or empty."""
    commits = office.terakhir[:_LATEST]
    if not commits:
        return None
    satker = office.kantor.satker
    name = f"Perubahan data {satker.nama}{' (kantor rekaan)' if satker.contoh else ''}"
    feed = ET.Element(f"{{{_ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": "id"})
    _text(feed, "title", name)
    _text(feed, "id", _id(satker, ""))
    _text(feed, "updated", commits[0].commit.waktu.isoformat())
    _text(ET.SubElement(feed, f"{{{_ATOM}}}author"), "name", satker.nama_resmi)
    page = routes.perubahan_kantor(satker)
    _link(feed, "alternate", _href(situs, page, satker), "text/html")
    if situs.alamat:
        _link(feed, "self", _href(situs, routes.umpan(satker), satker), "application/atom+xml")
    for saved in commits:
        _entry(feed, situs, satker, saved)
    # Else ElementTree puts ns0: before every name.
    ET.register_namespace("", _ATOM)
    ET.indent(feed)
    content = ET.tostring(feed, encoding="unicode")
    return OutputFile(routes.umpan(satker), f'<?xml version="1.0" encoding="utf-8"?>\n{content}\n')


def _entry(feed: ET.Element, situs: Situs, satker: Satker, saved: SavedChanges) -> None:
    entry = ET.SubElement(feed, f"{{{_ATOM}}}entry")
    stamp = saved.commit.waktu.isoformat()
    _text(entry, "title", f"{format_tanggal(saved.commit.tanggal)}: {len(saved.baris)} perubahan")
    _text(entry, "id", _id(satker, saved.commit.kode))
    _text(entry, "updated", stamp)
    _text(entry, "published", stamp)
    anchor = f"{routes.perubahan_kantor(satker)}#c-{saved.commit.singkat}"
    _link(entry, "alternate", _href(situs, anchor, satker), "text/html")
    words = [format_sentence(row) for row in saved.baris]
    _text(entry, "content", "\n".join(f"{number}. {text}" for number, text in enumerate(words, start=1)))


def format_sentence(row: BarisPerubahan) -> str:
    """Return one difference as a sentence without markup."""
    one = row.perubahan
    text = f"{row.kata}: {row.nama}" if row.nama else row.kata
    if row.status:
        return f"{text}: {row.status[0].nama} menjadi {row.status[1].nama}."
    if report := tell_entri(one):
        return f"{text}: {report}."
    if one.sebelum and one.sesudah:
        return f"{text}, dari “{one.sebelum}” menjadi “{one.sesudah}”."
    return f"{text}: {one.sesudah or one.sebelum}." if one.sesudah or one.sebelum else f"{text}."


def _id(satker: Satker, commit: str) -> str:
    """Return a permanent id, the same in every build and wherever the site is published.

    A reader that has an entry would show it anew under another id, so nothing of the site's settings is in it.
    """
    return uuid5(NAMESPACE_URL, f"kolom-rb/{satker.kode}/{commit}").urn


def _href(situs: Situs, address: str, satker: Satker) -> str:
    """Return an address in full, or relative to the feed if the site's own address is not known."""
    return situs.absolute(address) or routes.relative(address, f"data/{satker.kode}/")


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, f"{{{_ATOM}}}{name}").text = text


def _link(parent: ET.Element, rel: str, href: str, kind: str) -> None:
    ET.SubElement(parent, f"{{{_ATOM}}}link", {"rel": rel, "type": kind, "href": href})


def as_svg(badge: Badge) -> str:
    """Return the badge as one self-contained SVG, its words also as title and description for screen readers."""
    wide, high = badge.width, badge.height
    head = Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="0 0 {w} {h}" role="img" '
        'aria-labelledby="judul isi">\n<title id="judul">{judul}</title>\n<desc id="isi">{isi}</desc>\n'
        '<rect x="0.5" y="0.5" width="{iw}" height="{ih}" rx="4" fill="#fff" stroke="#5c0f1a"/>\n'
        '<g font-family="sans-serif" font-size="13" fill="#1c1c1c">\n'
    ).format(w=wide, h=high, iw=wide - 1, ih=high - 1, judul=badge.judul, isi=badge.sentence)
    lines = [
        Markup('<text x="{x}" y="{y}" textLength="{long}" lengthAdjust="spacingAndGlyphs">{words}</text>\n').format(
            x=HEIGHT // 2, y=HEIGHT * number + 20, long=round(len(words) * PER_LETTER), words=words
        )
        for number, words in enumerate(badge.baris)
    ]
    return f"{head}{''.join(lines)}</g>\n</svg>\n"
