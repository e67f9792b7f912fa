"""The same everywhere: what each format says of a row, drawn out of the format itself, and all of it equal."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

import pytest
from docx import Document
from icalendar import Calendar, Event
from lxml import html
from openpyxl import load_workbook

from generator.model.isi import Kosakata
from generator.model.periode import BULAN
from generator.output import OutputFile

pytestmark = pytest.mark.slow

KANTOR = "kpu-kabupaten-contoh"
DAYS = (date(2022, 7, 20), None, date(2023, 2, 1))
"""Before the day that 2022 has of its own (15 November 2022), on it, and after its plans have ended."""
CASES = [(day, year, jenis) for day in DAYS for year in (2022, 2023) for jenis in ("rb", "zi")]
QUARTER = {f"Triwulan {roman}": number for number, roman in enumerate(("I", "II", "III", "IV"), start=1)}
Files = Mapping[str, OutputFile]


class Facts(NamedTuple):
    """What a format says of one row."""

    status: str | None
    """Its name; None for a row that is not in force."""
    bulan_terbukti: tuple[int, ...]
    kali: tuple[int, int] | None
    """How many of its occurrences are proven, and how many there are."""
    jatuh_tempo: str | None
    hari_terlambat: int | None
    bukti: frozenset[str]


def ids(case: tuple[date | None, int, str]) -> str:
    return "-".join(map(str, case))


@pytest.fixture(params=CASES, ids=ids)
def plan(request, berkas_contoh) -> tuple[Files, int, str]:
    day, year, jenis = request.param
    files = berkas_contoh(day)
    if f"data/{KANTOR}/{year}/{jenis}.json" not in files:
        pytest.fail("every year of the fictitious office has both plans")
    return files, year, jenis


def read_json(files: Files, year: int, name: str) -> dict[str, Any]:
    return json.loads(files[f"data/{KANTOR}/{year}/{name}.json"].as_markdown())


def rows_of(value: Any) -> Iterator[dict[str, Any]]:
    """Yield the records of the indikator of a plan's JSON."""
    if isinstance(value, list):
        for inner in value:
            yield from rows_of(inner)
    elif isinstance(value, dict):
        if "jadwal" in value:
            yield value
        for inner in value.values():
            yield from rows_of(inner)


def from_json(files: Files, year: int, jenis: str, kosakata: Kosakata) -> dict[str, Facts]:
    return {
        row["kode"]: Facts(
            kosakata.status[row["status"]].nama if row["status"] else None,
            tuple(row["bulan_terbukti"]),
            (sum(one["terbukti"] for one in row["kali"]), len(row["kali"])) if row["kali"] else None,
            row["jatuh_tempo"],
            row["hari_terlambat"],
            frozenset(row["bukti"]),
        )
        for row in rows_of(read_json(files, year, jenis)["area"])
    }


def from_table(rows: Iterator[dict[str, Any]], kosakata: Kosakata) -> dict[str, Facts]:
    return {
        row["indikator"]: Facts(
            kosakata.status[row["status"]].nama if row["status"] else None,
            tuple(int(month) for month in str(row["bulan_terbukti"] or "").split()),
            (int(row["kali_terbukti"]), int(row["kali"])) if row["kali"] not in ("", None) else None,
            row["jatuh_tempo"] or None,
            int(row["hari_terlambat"]) if row["hari_terlambat"] not in ("", None) else None,
            frozenset((row["bukti"] or "").split()),
        )
        for row in rows
        if row["indikator"]
    }


def from_csv(files: Files, year: int, jenis: str, kosakata: Kosakata) -> dict[str, Facts]:
    text = files[f"data/{KANTOR}/{year}/{jenis}.csv"].as_markdown().removeprefix("\ufeff")
    return from_table(csv.DictReader(io.StringIO(text)), kosakata)


def from_xlsx(files: Files, year: int, jenis: str, kosakata: Kosakata) -> dict[str, Facts]:
    sheet = load_workbook(io.BytesIO(files[f"data/{KANTOR}/{year}/{jenis}.xlsx"].content)).worksheets[0]
    head, *rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    return from_table((dict(zip(head, row, strict=True)) for row in rows), kosakata)


def read_tanggal(words: str) -> str:
    day, month, year = words.split()
    return date(int(year), BULAN.index(month) + 1, int(day)).isoformat()


def body(files: Files, uri: str) -> html.HtmlElement:
    """Return a page without its front matter; its few Markdown headings are text."""
    return html.fromstring(f"<div>{files[uri].as_markdown().split('---', 2)[2]}</div>")


def cards(files: Files, year: int, jenis: str) -> Iterator[tuple[str, html.HtmlElement]]:
    """Yield every row of a plan as the page of its kegiatan or komponen shows it."""
    for uri in files:
        if re.fullmatch(rf"{KANTOR}/{year}/{jenis}/[^/]+/[^/]+/index\.md", uri):
            page = body(files, uri)
            yield from ((card.get("id"), card) for card in page.xpath('//div[starts-with(@class, "indikator")]'))


def months_of(card: html.HtmlElement) -> tuple[int, ...]:
    """Return the months, or quarters, whose squares say that they are proven."""
    told = [cell.text_content().partition(": ") for cell in card.xpath('.//td/span[@class="sr"]')]
    proven = [name for name, _, words in told if re.search(r"(^|, )terbukti($|, )", words)]
    return tuple(QUARTER.get(name) or BULAN.index(name) + 1 for name in proven)


def from_page(card: html.HtmlElement) -> Facts:
    words = " ".join(card.text_content().split())
    due = re.search(r"Jatuh tempo: (\d+ \w+ \d{4})(?:; terlambat (\d+) hari)?", words)
    kali = re.search(r"(\d+) dari (\d+) kali terbukti", words)
    status = card.xpath('.//p[@class="kaki"]/span[starts-with(@class, "status")]')[0].text_content().split(maxsplit=1)
    links = card.xpath('.//li[@class="entri"]//a[contains(@href, "/bukti/#")]/@href')
    return Facts(
        card.get("data-status") and status[1].strip(),
        months_of(card),
        (int(kali[1]), int(kali[2])) if kali else None,
        read_tanggal(due[1]) if due else None,
        int(due[2]) if due and due[2] else None,
        frozenset(link.rpartition("#")[2] for link in links),
    )


def events_of(files: Files, year: int) -> dict[str, list[Event]]:
    found: dict[str, list[Event]] = {}
    for event in Calendar.from_ical(files[f"data/{KANTOR}/{year}/jadwal.ics"].as_markdown()).walk("VEVENT"):
        found.setdefault(str(event["uid"]).partition(".")[0], []).append(event)
    return found


def proven_in(event: Event) -> int:
    """Return how many occurrences an event says are proven."""
    words = str(event["description"])
    counted = re.search(r"^(\d+) dari \d+ kali terbukti$", words, re.MULTILINE)
    return int(counted[1]) if counted else int("\nBukti: " in words)


def test_json_csv_and_workbook_say_the_same_of_every_row(plan, kosakata):
    told = from_json(*plan, kosakata)
    assert len(told) >= 5
    assert from_csv(*plan, kosakata) == told
    assert from_xlsx(*plan, kosakata) == told


def test_the_page_of_a_kegiatan_says_what_the_data_say(plan, kosakata):
    files, year, jenis = plan
    told = from_json(*plan, kosakata)
    records = {row["kode"]: row for row in rows_of(read_json(files, year, jenis)["area"])}
    shown = {kode: from_page(card) for kode, card in cards(files, year, jenis)}
    assert shown.keys() == told.keys()
    for kode, page in shown.items():
        data = told[kode]
        if records[kode]["target"]:  # its squares are quarters
            data = data._replace(bulan_terbukti=tuple(dict.fromkeys((m + 2) // 3 for m in data.bulan_terbukti)))
        if not records[kode]["jadwal"]["bulan"]:  # it has no squares
            data = data._replace(bulan_terbukti=())
        if page.kali is None:  # said only of what comes again
            data = data._replace(kali=None)
        assert page == data, kode


def test_no_format_shows_a_month_after_the_day_as_proven(plan, kosakata):
    files, year, _ = plan
    per_tanggal = read_json(files, year, plan[2])["per_tanggal"]
    last = int(per_tanggal[5:7]) if per_tanggal[:4] == str(year) else 0 if per_tanggal < str(year) else 12
    for facts in from_json(*plan, kosakata).values():
        assert max(facts.bulan_terbukti, default=0) <= last
    for events in events_of(files, year).values():
        for event in events:
            if event.decoded("dtstart").month > last:
                assert not str(event["summary"]).startswith("Terbukti"), event["uid"]


def test_the_calendar_counts_the_proof_that_the_data_count_and_is_due_when_they_are(plan):
    files, year, jenis = plan
    events = events_of(files, year)
    for row in rows_of(read_json(files, year, jenis)["area"]):
        kode = row["kode"]
        if row["jatuh_tempo"] is None:
            assert kode not in events, kode
            continue
        if any(one["jatuh_tempo"] and one["bulan"] for one in row["kali"]):
            own = events[kode]
            assert row["jatuh_tempo"] in {event.decoded("dtstart").isoformat() for event in own}, kode
            assert sum(map(proven_in, own)) == sum(one["terbukti"] for one in row["kali"]), kode
            everything = bool(row["kali"]) and all(one["terbukti"] for one in row["kali"])
            told = {str(event["summary"]).partition(":")[0] for event in own}
            assert not everything or told <= {"Terbukti", "Sudah dikerjakan", "Jatuh tempo"}, kode


def test_the_list_of_what_is_late_says_as_many_days_as_the_data(plan, kosakata):
    files, year, _ = plan
    told = {kode: facts.hari_terlambat for kode, facts in from_json(*plan, kosakata).items() if facts.hari_terlambat}
    uri = f"{KANTOR}/{year}/terlambat/index.md"
    assert uri in files or not told
    page = body(files, uri) if uri in files else html.fromstring("<div></div>")
    days: dict[str, int] = {}
    for card in page.xpath('//div[starts-with(@class, "indikator")]'):
        kode, words = card.xpath('.//span[@class="kode"]')[0].text_content(), " ".join(card.text_content().split())
        late = re.search(r"terlambat (\d+) hari", words)
        assert late is not None
        days[kode] = max(days.get(kode, 0), int(late[1]))
    assert {kode: number for kode, number in days.items() if kode in from_json(*plan, kosakata)} == told


def test_report_page_word_and_data_list_the_same_rows_in_the_same_words(berkas_contoh):
    compared = 0
    for day, year in ((day, year) for day in DAYS for year in (2022, 2023)):
        files = berkas_contoh(day)
        if f"data/{KANTOR}/{year}/laporan.json" not in files:
            continue
        kali = {
            (row["kode"], tuple(one["bulan"]), one["jatuh_tempo"], one["terbukti"], tuple(one["bukti"]))
            for jenis in ("rb", "zi")
            for row in rows_of(read_json(files, year, jenis)["area"])
            for one in row["kali"]
        }
        for record in read_json(files, year, "laporan")["laporan"]:
            page = body(files, f"{record['url']}index.md")
            document = Document(io.BytesIO(files[f"data/{KANTOR}/{year}/laporan-{record['periode']}.docx"].content))
            due = record["jatuh_tempo"]
            compared += len(due)
            assert {
                (one["indikator"], tuple(one["bulan"]), one["jatuh_tempo"], one["terbukti"], tuple(one["bukti"]))
                for one in due
            } <= kali
            table = next((t for t in document.tables if t.rows[0].cells[1].text == "Area dan kegiatan"), None)
            word = [[cell.text for cell in row.cells][3:] for row in table.rows[1:]] if table else []
            cells = ("Jadwal", "Dilaksanakan", "Status", "Bukti")
            drawn = [[read_cell(row, name) for name in cells] for row in page.xpath('//tr[td[@data-b="Status"]]')]
            assert drawn == word, record["periode"]
            assert len(word) == len(due)
            assert [one["terbukti"] for one in due] == [row[2].startswith(("Terbukti", "Selesai")) for row in word]
            sentence = page.xpath('//p[@class="pengantar"]')[0].text_content().strip()
            told = " ".join(paragraph.text for paragraph in document.paragraphs)
            assert sentence.removeprefix("Sementara: periode ini belum berakhir. ") in told
    assert compared > 100


def read_cell(row: html.HtmlElement, name: str) -> str:
    """Return the words of a cell, without the sign in front of a status."""
    cell = row.xpath(f'td[@data-b="{name}"]')[0]
    for sign in cell.xpath('.//span[@aria-hidden="true"]'):
        sign.text = ""
    return " ".join(cell.text_content().split())


def test_the_page_of_the_year_counts_the_rows_of_the_data(plan, kosakata):
    files, year, jenis = plan
    told = Counter(facts.status for facts in from_json(*plan, kosakata).values() if facts.status)
    text = files[f"{KANTOR}/{year}/index.md"].as_markdown().split("---", 2)[2]
    own = text[text.index(f'id="{jenis}"') if f'id="{jenis}"' in text else text.index(f"#{jenis} ") :]
    figure = re.search(r'<p class="angka"><b>(\d+)</b> dari (\d+) indikator', own)
    assert figure is not None
    done = sum(told[one.nama] for one in kosakata.status.values() if one.kelompok == "selesai")
    assert (int(figure[1]), int(figure[2])) == (done, told.total())
    lines = re.findall(
        r"<b>(\d+)</b><span class=\"sr\"> ([^:]+): daftar",
        own.partition('<p class="angka">')[2].partition('<p class="angka">')[0],
    )
    assert {name: int(number) for number, name in lines} == dict(told)
