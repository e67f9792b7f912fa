"""The calendars follow the log: what an event says on each day, and when it says that it has changed."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from conftest import KANTOR_CONTOH, view_workspace, year_of
from icalendar import Calendar, Event

from generator.exports.calendars import build_calendars
from generator.model.rencana import KeadaanKhusus
from generator.settings import Workspace
from generator.views import YearView
from generator.views.due import list_due
from generator.views.glance import list_due_months

pytestmark = pytest.mark.slow

CASES = [
    # day, event, its day, its number, when it changed last, what it says before the row's words
    ("2022-06-30", "qw-1-b-1.2022-10", "2022-10-31", 0, "2022-01-20", "Jatuh tempo"),
    ("2022-10-20", "qw-1-b-1.2022-10", "2022-12-31", 1, "2022-10-20", "Jatuh tempo sesudah ditunda"),
    ("2022-12-05", "qw-1-b-1.2022-10", "2022-12-31", 3, "2022-12-05", "Terbukti"),
    ("2022-08-26", "tl-1-b-1.2022-08", "2022-08-31", 1, "2022-08-26", "Tidak dilaksanakan"),
    ("2022-08-31", "pw-5-b-1.2022-08", "2022-08-31", 1, "2022-08-31", "Dilaporkan, belum ada bukti"),
    ("2022-12-28", "mp-3-1.2022-12", "2022-12-31", 5, "2022-12-28", "Terbukti"),
    ("2022-11-15", "mp-3-1.2022-12", "2022-12-31", 3, "2022-10-14", "Jatuh tempo"),
    ("2022-11-15", "pw-3-a-2.2022-09", "2022-09-30", 7, "2022-11-03", "Terbukti"),
    ("2022-11-15", "pw-3-a-2.2022-10", "2022-10-31", 7, "2022-11-03", "Jatuh tempo"),
    ("2022-11-15", "pw-4-a-1.2022-10", "2022-10-31", 0, "2022-01-20", "Jatuh tempo"),
    # routine work that is not late by itself: one event, due with the last of it
    ("2022-11-15", "mp-2-a-2.2022-01", "2022-12-31", 6, "2022-10-31", "Jatuh tempo"),
    ("2022-12-31", "mp-2-a-2.2022-01", "2022-12-31", 7, "2022-12-30", "Terbukti"),
]
LINES = {
    "qw-1-b-1.2022-10": "Ditunda 24 Oktober 2022, semula jatuh tempo 31 Oktober 2022. Dasar: Nota Dinas Sekretaris",
    "mp-2-a-2.2022-01": "\n3 dari 4 kali terbukti\n",
    "tl-1-a-2.2022-07": "\nDilaksanakan 5 September 2022\nBukti: SOP: Kumpulan SOP setiap subbagian\n",
    "pw-4-a-1.2022-10": "\nBulannya tidak tertulis jelas dalam keputusan; ini bacaan yang paling masuk akal, bukan",
    "zi-mp-1-1.2022-01": "\nJatuh temponya 31 Maret 2022, karena bulannya di luar masa berlaku keputusannya.\n",
}


def events(year: YearView) -> dict[str, Event]:
    whole = next(build_calendars(year))
    found = Calendar.from_ical(whole.as_markdown()).walk("VEVENT")
    return {str(event["uid"]).removesuffix(".kpu-kabupaten-contoh@kolom-rb"): event for event in found}


@pytest.fixture
def on(example_workspace: Workspace):
    """Return a function that gives the fictitious office's year on a day."""
    return lambda day: year_of(view_workspace(example_workspace, date.fromisoformat(day)), 2022)


@pytest.mark.parametrize(("day", "uid", "due", "number", "changed", "words"), CASES)
def test_an_event_says_what_became_of_it(day, uid, due, number, changed, words, on):
    event = events(on(day))[uid]
    assert event.decoded("dtstart").isoformat() == due
    assert (event["sequence"], event.decoded("last-modified").date().isoformat()) == (number, changed)
    assert event.decoded("dtstamp") == event.decoded("last-modified")
    assert str(event["summary"]).partition(":")[0] == words


def test_an_event_says_in_plain_words_what_its_reader_must_know(on):
    found = events(on("2022-11-15"))
    for uid, words in LINES.items():
        assert words in str(found[uid]["description"]), uid
    told = "\n".join(str(event["description"]) for event in found.values())
    assert "kolom" not in told.replace("Kolom Reformasi", "").replace("kolom Reformasi", "")
    assert " c15" not in told, "how a mark was read is no matter of a calendar"


def test_uids_stay_and_numbers_never_fall_as_the_year_goes_on(on):
    days = ("2022-06-01", "2022-07-20", "2022-09-30", "2022-11-15", "2022-12-28", "2023-02-01")
    built = [events(on(day)) for day in days]
    for before, after in pairwise(built):
        assert before.keys() == after.keys()
        for uid, event in before.items():
            assert event["sequence"] <= after[uid]["sequence"], uid
            same = event["sequence"] == after[uid]["sequence"]
            assert not same or event.to_ical() == after[uid].to_ical(), uid


def test_a_deed_done_early_is_proven_in_its_month_and_only_told_of_before(on, example_workspace):
    log = example_workspace.root / KANTOR_CONTOH / "2022/realisasi/2022-tw3.yml"
    text = log.read_text(encoding="utf-8")
    old = "indikator: qw-1-a-1\n    periode: 2022-tw3\n    tanggal: 2022-09-30"
    assert old in text
    log.write_text(text.replace(old, "indikator: qw-1-a-1\n    periode: 2022-07\n    tanggal: 2022-07-29"), "utf-8")
    bukti = example_workspace.root / KANTOR_CONTOH / "2022/bukti.yml"
    text = bukti.read_text(encoding="utf-8")
    part = text[text.index("kode: b-waktu-jawab\n") :]
    day = part[part.index("tanggal: ") :][: len("tanggal: 2022-10-03")]
    bukti.write_text(text.replace(part, part.replace(day, "tanggal: 2022-07-29", 1)), "utf-8")
    early, begun = (events(on(day))["qw-1-a-1.2022-07"] for day in ("2022-08-15", "2022-09-01"))
    assert [str(one["summary"]).partition(":")[0] for one in (early, begun)] == ["Sudah dikerjakan", "Terbukti"]
    # Two entries, then a third; and the month of the due day has begun.
    assert [one["sequence"] for one in (early, begun)] == [2, 4]
    assert begun.decoded("last-modified").date() == date(2022, 9, 1)


def test_events_are_due_in_the_months_of_the_pages_but_where_put_off_or_excused(on):
    year = on("2022-11-15")
    pages = {
        (row.indikator.kode, month)
        for row in year.kali
        if row.kali.pernyataan is None and not row.khusus
        for month in list_due_months(2022, row)
    }
    calendar = {
        (due.baris.indikator.kode, due.hari.month) for due in list_due(year.kali) if due.baris.kali.pernyataan is None
    }
    assert calendar == pages
    assert len(pages) > 30
    special = {kode for kode, one in year.nilai.indikator.items() if one.status in set(KeadaanKhusus)}
    assert len(special) == 4
    assert special.isdisjoint(kode for kode, _ in calendar)
