"""Since when a year is recorded here: told apart from the day of its state, wherever the two could be confused."""

from __future__ import annotations

import json

import pytest
from conftest import commit

from generator.build import build_site

pytestmark = pytest.mark.slow

OFFICE = "kpu-kabupaten-contoh"
YEAR = f"{OFFICE}/2022"
BEFORE, AFTER = "1 Februari 2022", "20 November 2026"
PLACES = [
    # page, the words where the year was recorded before the day of its state, and where only after it
    (f"{YEAR}/perubahan/", f"tercatat di situs ini sejak {BEFORE}.", f"sejak {AFTER}, sesudah tanggal keadaannya, 15"),
    (f"{YEAR}/", None, f"sejak {AFTER}, sesudah tanggal keadaannya, 15 November 2022."),
    (
        f"{YEAR}/indikator-publikasi/",
        f"sejak {BEFORE}.",
        f"sejak {AFTER}, sesudah tanggal keadaannya, 15 November 2022.",
    ),
    (f"{OFFICE}/", None, f"Tercatat di situs ini sejak {AFTER}."),
]


@pytest.fixture
def build_recorded(example_workspace, monkeypatch):
    """Return a function that builds the site of data committed at some times, a line of remark added between."""
    settings = [example_workspace.data / OFFICE / str(year) / "tahun.yml" for year in (2022, 2023)]

    def build(*stamps: str):
        for stamp in stamps:
            monkeypatch.setenv("GIT_COMMITTER_DATE", stamp)
            for path in settings:
                path.write_text(f"{path.read_text(encoding='utf-8')}# {stamp}\n", encoding="utf-8")
            commit(example_workspace.root)
        return {file.uri: file for file in build_site(example_workspace).files}

    return build


def test_a_year_recorded_in_its_time_says_since_when_only_where_changes_are_told(build_recorded):
    files = build_recorded("2022-02-01T12:00:00+0700", "2023-12-01T12:00:00+0700")

    for page, words, _ in PLACES:
        assert (words or "") in files[f"{page}index.md"].content
    assert f"sejak {BEFORE}" not in files[f"{OFFICE}/index.md"].content
    assert files[f"{YEAR}/index.md"].meta["keadaan"]["sejak"] is None
    assert json.loads(files[f"data/{YEAR}/perubahan.json"].content)["tercatat_sejak"] == "2022-02-01"


def test_a_year_recorded_after_the_day_of_its_state_says_so_on_every_page(build_recorded):
    files = build_recorded("2026-11-20T12:00:00+0700")

    for page, _, words in PLACES:
        assert words in files[f"{page}index.md"].content
    pages = [file for uri, file in files.items() if uri.startswith(f"{YEAR}/") and file.meta]
    assert {file.meta["keadaan"]["sejak"] for file in pages} == {AFTER}
    assert {file.meta["keadaan"]["per"] for file in pages} == {"15 November 2022"}
    assert json.loads(files[f"data/{YEAR}/perubahan.json"].content)["tercatat_sejak"] == "2026-11-20"


def test_the_first_commit_of_the_folder_counts_not_the_latest(build_recorded):
    files = build_recorded("2022-02-01T12:00:00+0700", "2026-11-20T12:00:00+0700")

    assert json.loads(files[f"data/{YEAR}/perubahan.json"].content)["tercatat_sejak"] == "2022-02-01"


def test_without_a_history_nothing_is_said_of_it(berkas_contoh):
    pages = [file for uri, file in berkas_contoh().items() if uri.startswith(f"{OFFICE}/") and file.meta]

    assert not [file.uri for file in pages if "ercatat di situs ini sejak" in file.content.replace("<dt>Tercatat", "")]
    assert {file.meta["keadaan"]["sejak"] for file in pages if file.meta["keadaan"]} == {None}
