"""The plan as calendars: an all-day event on each day on which a step of the plan is due."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time
from textwrap import shorten

from icalendar import Calendar, Event, vText

from generator import routes
from generator.model.isi import Tahun
from generator.model.rencana import Keadaan
from generator.model.situs import Situs
from generator.output import OutputFile
from generator.progress import digeser
from generator.text import format_baris, format_bulan, format_tanggal, format_ukuran, join_lines
from generator.views import YearView
from generator.views.names import name_area, name_indikator, name_tahap, name_with_number
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
