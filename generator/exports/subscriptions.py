"""What other programs show of an office: its calendars, its feed of changes, and its badge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time
from textwrap import shorten
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from icalendar import Calendar, Event, vText
from markupsafe import Markup

from generator import routes
from generator.model.isi import Tahun
from generator.model.kantor import Satker
from generator.model.rencana import Keadaan
from generator.model.situs import Situs
from generator.output import OutputFile
from generator.progress import digeser
from generator.text import format_baris, format_bulan, format_tanggal, format_ukuran, join_lines
from generator.views import OfficeView, YearView
from generator.views.changes import BarisPerubahan, SavedChanges, tell_entri
from generator.views.names import name_area, name_indikator, name_tahap, name_with_number
from generator.views.office import HEIGHT, PER_LETTER, Badge
from generator.views.rows import BarisTahap

_LONGEST = 90


def build_calendars(year: YearView) -> Iterator[OutputFile]:
    """Yield the calendar of a year and of each area in which something is due; none without events."""
    tahun = year.tahun
    situs, name = year.situs, f"Rencana aksi {tahun.satker.nama} {tahun.tahun}"
    calendars: dict[str, tuple[str, list[Event]]] = {}
    for item in year.tahap:
        if item.tahap.tahap.jatuh_tempo is None:
            continue
        event = _event(situs, tahun, item, item.tahap.tahap.jatuh_tempo)
        area = f"{name}, {item.rencana.jenis.upper()}: {name_area(item.area, item.rencana.rezim)}"
        calendars.setdefault(routes.jadwal(tahun), (name, []))[1].append(event)
        calendars.setdefault(routes.jadwal(tahun, item.rencana, item.area), (area, []))[1].append(event)
    for address, (title, events) in calendars.items():
        yield OutputFile(address, _calendar(tahun, title, events), source=(f"{tahun.folder}/tahun.yml",))


def _calendar(tahun: Tahun, nama: str, events: Iterable[Event]) -> str:
    calendar = Calendar()
    calendar.add("prodid", "-//kolom-rb//jadwal//ID")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", vText(f"{nama} (kantor rekaan)" if tahun.satker.contoh else nama))
    for event in events:
        calendar.add_component(event)
    ical: bytes = calendar.to_ical()
    return ical.decode()


def _event(situs: Situs, tahun: Tahun, item: BarisTahap, day: date) -> Event:
    event = Event()
    month = f"{tahun.tahun}-{item.tahap.tahap.bulan[0]:02d}"
    # Permanent, so that a calendar read again replaces its events instead of doubling them.
    event.add("uid", f"{item.indikator.kode}.{month}.{tahun.satker.kode}@kolom-rb")
    # The day of the decree, not of the build: the same plan gives the same calendar.
    keputusan = tahun.keputusan_berkode(item.berkas.keputusan_butir(item.indikator))
    stamp = (keputusan.tanggal if keputusan else None) or date(tahun.tahun, 1, 1)
    event.add("dtstamp", datetime.combine(stamp, time(), UTC))
    event.add("dtstart", day)
    # A due day must not make its reader look busy.
    event.add("transp", "TRANSPARENT")
    event.add(
        "summary", shorten(f"Jatuh tempo: {name_indikator(item.indikator, item.bagian)}", _LONGEST, placeholder=" …")
    )
    event.add("description", "\n".join(_description(tahun, item, day)))
    if url := situs.absolute(item.alamat):
        event.add("url", url)
    return event


def _description(tahun: Tahun, item: BarisTahap, day: date) -> Iterator[str]:
    """Yield what a reader of the calendar must know, line by line."""
    label = item.rencana.rezim.label
    yield name_indikator(item.indikator, item.bagian)
    yield f"{label.bagian}: {name_with_number(item.bagian)}"
    yield f"{label.area}: {name_area(item.area, item.rencana.rezim)}"
    jadwal = item.indikator.jadwal
    if item.indikator.target is None:
        yield f"Dijadwalkan: {format_bulan(item.indikator.bulan)} {tahun.tahun}"
    elif item.tahap.tahap.target is not None:
        goal = f"{format_ukuran(item.tahap.tahap.target)} {item.indikator.target.satuan}"
        yield f"Target sampai {name_tahap(item.tahap.tahap)} {tahun.tahun}: {goal}"
    if item.indikator.penanggung_jawab:
        yield join_lines(f"Penanggung jawab: {item.indikator.penanggung_jawab}")
    if digeser(tahun, item.tahap.tahap):
        yield f"Jatuh temponya {format_tanggal(day)}, karena bulannya di luar masa berlaku keputusannya."
    if jadwal.keadaan is Keadaan.WAJAR:
        yield join_lines(f"Bulannya hasil pembacaan yang wajar, bukan pasti. {jadwal.catatan or ''}")
    keputusan = tahun.keputusan_berkode(item.berkas.keputusan_butir(item.indikator))
    if keputusan:
        place = (item.berkas.lampiran_butir(item.indikator), format_baris(item.indikator.asal))
        yield ", ".join(filter(None, (f"Keputusan {keputusan.nomor}", *place)))


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
