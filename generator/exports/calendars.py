"""The calendars of a year and of its areas: one event for each day on which something of the plan is due."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time
from textwrap import shorten

from icalendar import Calendar, Event, vText

from generator import routes
from generator.model.isi import Tahun
from generator.model.realisasi import Hasil
from generator.model.rencana import Keadaan
from generator.output import OutputFile
from generator.progress import digeser
from generator.text import format_baris, format_bulan, format_pelaksanaan, format_tanggal, format_ukuran, join_lines
from generator.views import YearView
from generator.views.due import DueKali, list_due
from generator.views.names import name_area, name_bukti, name_indikator, name_tahap, name_with_number
from generator.views.rows import BarisKali

_LONGEST = 90
_DUE = "Jatuh tempo"


def build_calendars(year: YearView) -> Iterator[OutputFile]:
    """Yield the calendar of a year and of each area in which something is due; none without events."""
    tahun, name = year.tahun, f"Rencana aksi {year.tahun.satker.nama} {year.tahun.tahun}"
    calendars: dict[str, tuple[str, list[Event]]] = {}
    for due in list_due(year.kali):
        row = due.baris
        event = _event(year, due)
        area = f"{name}, {row.rencana.jenis.upper()}: {name_area(row.area, row.rencana.rezim)}"
        calendars.setdefault(routes.jadwal(tahun), (name, []))[1].append(event)
        calendars.setdefault(routes.jadwal(tahun, row.rencana, row.area), (area, []))[1].append(event)
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


def _event(year: YearView, due: DueKali) -> Event:
    event, row, tahun = Event(), due.baris, year.tahun
    month = f"{tahun.tahun}-{due.daftar[0].kali.kali.bulan[0]:02d}"
    # Permanent, so that a calendar read again replaces its events instead of doubling them.
    event.add("uid", f"{row.indikator.kode}.{month}.{tahun.satker.kode}@kolom-rb")
    changed = _list_changes(year, due)
    # The days of decree and log, not of the build: the same data give the same calendar.
    stamp = datetime.combine(max(changed), time(), UTC)
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("sequence", len(changed) - 1)
    event.add("dtstart", due.hari)
    # A due day must not make its reader look busy.
    event.add("transp", "TRANSPARENT")
    words = f"{_state(year, due)}: {name_indikator(row.indikator, row.bagian)}"
    event.add("summary", shorten(words, _LONGEST, placeholder=" …"))
    event.add("description", "\n".join(_description(year, due)))
    if url := year.situs.absolute(row.alamat):
        event.add("url", url)
    return event


def _list_changes(year: YearView, due: DueKali) -> list[date]:
    """Return the days on which an event came and changed: that of the decree, then those of the row's entries.

    Entries that have been replaced count too: the number of an event must never fall.
    """
    row, day = due.baris, year.nilai.per_tanggal
    keputusan = year.tahun.keputusan_berkode(row.berkas.keputusan_butir(row.indikator))
    begun = (keputusan.tanggal if keputusan else None) or date(year.tahun.tahun, 1, 1)
    days = [begun, *(entri.diketahui for entri in year.nilai.log.per_indikator.get(row.indikator.kode, ()))]
    first = due.hari.replace(day=1)
    done = [entri.diketahui for one in due.daftar for entri in one.kali.entri]
    # What was proven early says so from the first day of its month on.
    early = due.terbukti == len(due.daftar) and max(done) < first and not due.ahead(day)
    return [*days, first] if early else days


def _state(year: YearView, due: DueKali) -> str:
    """Return what became of an event's occurrences; nothing is said to be proven of a month that is still to come."""
    last, ahead = due.baris.kali, due.ahead(year.nilai.per_tanggal)
    if ahead and last.tertutup and due.baris.tahap.tahap.sekali:
        return "Sudah dikerjakan" if last.terbukti else "Dilaporkan, belum ada bukti"
    if due.terbukti == len(due.daftar):
        return _DUE if ahead else "Terbukti"
    if all(row.kali.tertutup for row in due.daftar):
        return _DUE if ahead else "Dilaporkan, belum ada bukti"
    if last.pernyataan is not None and not last.tertutup:
        given_up = last.pernyataan.hasil is Hasil.TIDAK_DILAKSANAKAN
        return "Tidak dilaksanakan" if given_up else f"{_DUE} sesudah ditunda"
    return _DUE


def _description(year: YearView, due: DueKali) -> Iterator[str]:
    """Yield what a reader of the calendar must know, line by line."""
    row, tahun = due.baris, year.tahun
    label, jadwal = row.rencana.rezim.label, row.indikator.jadwal
    yield name_indikator(row.indikator, row.bagian)
    yield f"{label.bagian}: {name_with_number(row.bagian)}"
    yield f"{label.area}: {name_area(row.area, row.rencana.rezim)}"
    yield from _planned(tahun, row)
    yield from _told(year, due.daftar)
    if digeser(tahun, row.tahap.tahap) and row.kali.pernyataan is None:
        yield f"Jatuh temponya {format_tanggal(due.hari)}, karena bulannya di luar masa berlaku keputusannya."
    if jadwal.keadaan is Keadaan.WAJAR:
        yield "Bulannya tidak tertulis jelas dalam keputusan; ini bacaan yang paling masuk akal, bukan kepastian."
    keputusan = tahun.keputusan_berkode(row.berkas.keputusan_butir(row.indikator))
    if keputusan:
        place = (row.berkas.lampiran_butir(row.indikator), format_baris(row.indikator.asal))
        yield ", ".join(filter(None, (f"Keputusan {keputusan.nomor}", *place)))


def _planned(tahun: Tahun, row: BarisKali) -> Iterator[str]:
    """Yield when it is planned, how much of it, and whose it is."""
    target = row.indikator.target
    if target is None:
        yield f"Dijadwalkan: {format_bulan(row.indikator.bulan)} {tahun.tahun}"
    elif row.tahap.tahap.target is not None:
        goal = f"{format_ukuran(row.tahap.tahap.target)} {target.satuan}"
        yield f"Target sampai {name_tahap(row.tahap.tahap)} {tahun.tahun}: {goal}"
    if row.indikator.penanggung_jawab:
        yield join_lines(f"Penanggung jawab: {row.indikator.penanggung_jawab}")


def _told(year: YearView, rows: Sequence[BarisKali]) -> Iterator[str]:
    """Yield what the log says of some occurrences: proof, the day of a single deed, what was put off or given up."""
    kali, tahap = rows[-1].kali, rows[-1].tahap.tahap
    if tahap.sekali and kali.entri:
        yield f"Dilaksanakan {format_pelaksanaan(kali.entri[0])}"
    elif not tahap.sekali and len(rows) > 1:
        yield f"{sum(row.kali.terbukti for row in rows)} dari {len(rows)} kali terbukti"
    known = year.bukti_berkode
    codes = dict.fromkeys(kode for row in rows for kode in row.kali.bukti if kode in known)
    if codes:
        yield f"Bukti: {'; '.join(name_bukti(year.tahun, known[kode]) for kode in codes)}"
    told = kali.pernyataan
    if told is not None and told.penundaan is not None:
        first = tahap.due(kali.kali)
        since = f", semula jatuh tempo {format_tanggal(first)}" if first else ""
        yield join_lines(f"Ditunda {format_tanggal(told.diketahui)}{since}. Dasar: {told.penundaan.dasar}")
    elif told is not None and told.kendala and not kali.tertutup:
        yield join_lines(f"Kendala: {told.kendala}")
