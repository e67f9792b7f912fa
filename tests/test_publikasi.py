"""The register of publication indicators: fulfilled only by what is there, and never for others."""

from __future__ import annotations

import re
import shutil
from datetime import date

import pytest
from conftest import KANTOR_CONTOH, view_workspace, year_of

KEADAAN = [
    # indikator, state with all data, what is taken away, state then
    ("mp-1-a-1", "terpenuhi", "realisasi", "belum"),
    ("mp-2-a-2", "terpenuhi", None, None),  # its section is the plan that it stands in
    ("mp-3-1", "terpenuhi", "realisasi", "belum"),
    ("tl-2-a-1", "luar", "realisasi", "luar"),
    ("zi-mp-2-1", "terpenuhi", None, None),
    ("zi-pp-1-1", "terpenuhi", "layanan.yml", "belum"),
    ("zi-pp-2-1", "terpenuhi", "survei.yml", "belum"),
]


def states(workspace, day: date | None = None) -> dict[str, str]:
    return {row.indikator.kode: row.keadaan for row in year_of(view_workspace(workspace, day), 2022).publikasi}


def take_away(workspace, name: str) -> None:
    office = workspace.root / KANTOR_CONTOH
    path = office / name if name == "layanan.yml" else office / "2022" / name
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()


def test_the_table_holds_every_row_of_the_register(example_workspace):
    assert states(example_workspace) == {kode: keadaan for kode, keadaan, *_ in KEADAAN}


@pytest.mark.parametrize(("kode", "name", "then"), [(kode, name, then) for kode, _, name, then in KEADAAN if name])
def test_without_its_data_a_row_is_not_fulfilled(kode, name, then, example_workspace):
    take_away(example_workspace, name)
    assert states(example_workspace)[kode] == then


def test_stale_pages_do_not_fulfil(example_workspace):
    for log in (example_workspace.root / KANTOR_CONTOH / "2022/realisasi").glob("*.yml"):
        if log.stem != "2022-tw1":
            log.unlink()
    found = states(example_workspace, date(2022, 10, 25))
    assert (found["mp-2-a-2"], found["mp-1-a-1"]) == ("belum", "terpenuhi")


def test_for_an_office_that_does_not_report_here_nothing_is_said_to_be_fulfilled(example_workspace):
    year = example_workspace.root / KANTOR_CONTOH / "2022"
    settings = (year / "tahun.yml").read_text(encoding="utf-8")
    (year / "tahun.yml").write_text(re.sub("pelaporan: .*\n", "", settings), encoding="utf-8")
    shutil.rmtree(year / "realisasi")
    assert set(states(example_workspace).values()) == {"tanpa-laporan", "belum", "luar"}


@pytest.mark.slow
def test_every_page_that_fulfils_a_row_exists_and_holds_more_than_its_heading(berkas_contoh):
    files = {uri: str(file.content) for uri, file in berkas_contoh().items()}
    page = files["kpu-kabupaten-contoh/2022/indikator-publikasi/index.md"]
    links = re.findall(r"halaman situs ini: <a href=\"\.\./([^\"#]+)", page)
    assert len(links) == 5
    for link in links:
        uri = link if not link.startswith("../") else None
        target = f"kpu-kabupaten-contoh/2022/{uri}" if uri else f"kpu-kabupaten-contoh/{link.removeprefix('../')}"
        assert len(files[f"{target}index.md"]) > 500, target
