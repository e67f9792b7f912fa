"""Which year of an office is shown first: the one that runs on its day, not the newest folder."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from conftest import KANTOR_CONTOH, commit, copy_workspace, git, give

from generator.build import build_site
from generator.findings import as_text
from generator.history import History
from generator.inspect import assess_years, check_content, find_office_days
from generator.load import load_isi
from generator.load.day import GivenDay
from generator.model.isi import Tahun
from generator.pages.site import build_portal
from generator.progress import find_running
from generator.sections import SECTIONS
from generator.settings import Workspace
from generator.views import SiteView
from generator.views.site import SiteMaterial, build_site_view

OFFICE = Path(KANTOR_CONTOH).name
RUNNING = [
    ("2022-12-05", 2022),
    ("2022-12-31", 2022),
    ("2023-01-01", 2023),
    ("2023-06-30", 2023),
    ("2024-05-01", 2023),
    ("2022-01-01", 2022),
    ("2021-12-31", 2022),
]
"""A day, and the year of 2022 and 2023 that is shown first on it: past both the later, before both the earlier."""


@pytest.fixture(scope="module")
def years(tmp_path_factory) -> tuple[Tahun, ...]:
    """The fictitious office's years, newest first."""
    isi, _ = load_isi(copy_workspace(tmp_path_factory.mktemp("ruang")))
    assert isi is not None
    return isi.kantor[0].tahun


@pytest.mark.parametrize(("day", "expected"), RUNNING)
def test_the_year_that_runs_on_a_day(years, day, expected):
    assert find_running(years, date.fromisoformat(day)).tahun == expected
    assert find_running(years[::-1], date.fromisoformat(day)).tahun == expected


def test_a_plan_that_reaches_into_the_next_year_gives_way_to_that_year(years):
    last = years[-1]
    longer = replace(last, setelan=last.setelan.model_copy(update={"berlaku_sampai": date(2023, 3, 31)}))
    assert find_running([longer], date(2023, 2, 1)).tahun == 2022
    assert find_running([years[0], longer], date(2023, 2, 1)).tahun == 2023


def undated(folder: Path) -> Workspace:
    """Return a working space whose years have no day of their own."""
    workspace = copy_workspace(folder)
    for path in (workspace.root / KANTOR_CONTOH).glob("*/tahun.yml"):
        path.write_text(re.sub(r"per_tanggal: .*\n", "", path.read_text(encoding="utf-8")), encoding="utf-8")
    return workspace


def saved(workspace: Workspace, day: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a working space into git on a day."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("GIT_COMMITTER_DATE", f"{day}T12:00:00+0700")
    commit(workspace.root)


def look(workspace: Workspace, given: GivenDay | None = None) -> SiteView:
    """Return what a site tells."""
    isi, _ = load_isi(workspace)
    assert isi is not None
    history = History(workspace.root)
    states, findings = assess_years(isi, history, given)
    assert findings == ()
    return build_site_view(SiteMaterial(SECTIONS, isi, states, {}, find_office_days(isi, history, given)))


def shown_first(site: SiteView) -> set[int]:
    """Return the years that the places of an office's current year tell of."""
    (office,) = site.offices
    portal = build_portal(site).data["contoh"][0]["tahun"]
    return {
        office.current.tahun.tahun,
        office.badge_year.tahun.tahun,
        int(re.search(r"RB (\d{4}):", office.badge.sentence)[1]),
        office.summary.current.tahun,
        office.summary.direncanakan.tahun,
        portal.tahun,
    }


@pytest.mark.parametrize(("day", "expected"), RUNNING[:5])
def test_every_place_tells_of_the_year_that_runs_on_the_offices_last_commit(tmp_path, monkeypatch, day, expected):
    workspace = undated(tmp_path)
    saved(workspace, day, monkeypatch)
    assert shown_first(look(workspace)) == {expected}


@pytest.mark.parametrize(("day", "expected"), RUNNING)
def test_every_place_tells_of_the_year_that_runs_on_the_given_day(tmp_path, day, expected):
    assert shown_first(look(undated(tmp_path), GivenDay(date.fromisoformat(day)))) == {expected}


def test_source_date_epoch_is_a_given_day(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1670212800")  # 5 December 2022
    assert shown_first(look(undated(tmp_path))) == {2022}


def test_a_change_of_the_offices_own_file_moves_its_day(tmp_path, monkeypatch):
    workspace = undated(tmp_path)
    saved(workspace, "2022-12-05", monkeypatch)
    path = workspace.root / KANTOR_CONTOH / "satker.yml"
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    saved(workspace, "2023-01-10", monkeypatch)
    assert shown_first(look(workspace)) == {2023}


def test_without_any_history_the_years_own_days_decide(example_workspace):
    assert shown_first(look(example_workspace)) == {2023}


@pytest.mark.slow
def test_a_year_that_is_prepared_stands_behind_the_one_that_runs_and_is_not_blamed(tmp_path):
    files = {
        file.uri: str(file.content) for file in build_site(copy_workspace(tmp_path), give(date(2022, 12, 5))).files
    }
    office = files[f"{OFFICE}/index.md"]
    assert office.index("tahun-2022") < office.index("tahun-2023")
    ahead = office.partition("tahun-2023")[2].partition('class="tautan"')[0]
    assert "Tahun 2023 belum mulai." in ahead
    assert "Belum ada satu laporan pun" not in ahead
    assert "RB 2022:" in files[f"data/{OFFICE}/lencana.svg"]
    assert "RB 2023:" not in files[f"data/{OFFICE}/lencana.svg"]
    assert f"{OFFICE}/2022/" in files["index.md"].partition("Kantor contoh")[2]


GIVEN = [
    (None, (date(2022, 11, 15), date(2023, 10, 15))),
    (GivenDay(date(2022, 6, 1)), (date(2022, 11, 15), date(2023, 10, 15))),
    (GivenDay(date(2022, 6, 1), OFFICE), (date(2022, 6, 1), date(2022, 6, 1))),
    (GivenDay(date(2022, 6, 1), "kpu-lain"), (date(2022, 11, 15), date(2023, 10, 15))),
]


@pytest.mark.parametrize(("given", "expected"), GIVEN, ids=["none", "all offices", "this office", "another office"])
def test_a_given_day_leaves_archived_years_alone_unless_their_office_is_named(example_workspace, given, expected):
    isi, _ = load_isi(example_workspace)
    states, _ = assess_years(isi, History(example_workspace.root), given)
    assert tuple(states[f"{OFFICE}/{year}/"].hari for year in (2022, 2023)) == expected


AHEAD = f"{KANTOR_CONTOH}/2023/tahun.yml:6:14"


def told(workspace: Workspace) -> str:
    return as_text(check_content(workspace)[1])


def test_a_day_past_the_last_commit_is_a_mistake_once_it_is_saved(example_workspace, monkeypatch):
    saved(example_workspace, "2023-10-14", monkeypatch)
    assert told(example_workspace) == (
        f"{AHEAD}: GALAT [per-tanggal-depan] per_tanggal 15 Oktober 2023 melampaui commit terakhir, 14 Oktober 2023; "
        "tulis hari yang sudah lewat, atau hapus per_tanggal\n"
    )


def test_it_is_a_warning_while_the_file_is_not_saved_as_it_is(example_workspace, monkeypatch):
    path = example_workspace.root / KANTOR_CONTOH / "2023/tahun.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("2023-10-15", "2023-10-14"), encoding="utf-8")
    saved(example_workspace, "2023-10-14", monkeypatch)
    assert told(example_workspace) == ""
    path.write_text(text, encoding="utf-8")
    assert told(example_workspace) == (
        f"{AHEAD}: PERINGATAN [per-tanggal-baru] per_tanggal 15 Oktober 2023 melampaui commit terakhir, "
        "14 Oktober 2023; simpan (git commit) pada hari itu atau sesudahnya\n"
    )
    git(example_workspace.root, "rm", "-q", "--cached", "-r", f"{KANTOR_CONTOH}/2023")
    assert "PERINGATAN [per-tanggal-baru]" in told(example_workspace)


def test_on_the_day_itself_it_is_neither(example_workspace, monkeypatch):
    saved(example_workspace, "2023-10-15", monkeypatch)
    assert told(example_workspace) == ""


def test_source_date_epoch_is_what_can_be_known_where_it_is_set(example_workspace, monkeypatch):
    saved(example_workspace, "2023-12-31", monkeypatch)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1697216400")  # 14 October 2023 in Jakarta
    assert told(example_workspace) == (
        f"{AHEAD}: GALAT [per-tanggal-depan] per_tanggal 15 Oktober 2023 melampaui SOURCE_DATE_EPOCH, "
        "14 Oktober 2023; tulis hari yang sudah lewat, atau hapus per_tanggal\n"
    )


def test_without_git_nothing_is_known_of_the_day(example_workspace, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", os.fspath(example_workspace.root.parent))
    assert told(example_workspace) == ""
