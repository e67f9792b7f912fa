"""Services, surveys and channel counts: what is shown, from when on, and what is hidden."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from itertools import product

import pytest
from conftest import KANTOR_CONTOH, copy_workspace, give
from examples import OFFICE, PAGES

from generator.build import build_site
from generator.model.layanan import KOMPONEN, KOMPONEN_UTAMA, Layanan, RekapKanal
from generator.output import OutputFile
from generator.privacy import Hidden, hide_few, hide_rekap, hide_total
from generator.settings import Workspace

FEW, SHUT = Hidden.SEDIKIT, Hidden.TERTUTUP


OTHERS = {"kode", "nama", "ringkasan", "kompensasi", "sejak", "sampai"}
"""The fields of a service that are no components of its standard."""


def test_the_fourteen_components_are_the_fields_of_a_service_in_the_order_of_the_law():
    assert list(KOMPONEN) == [name for name in Layanan.model_fields if name not in OTHERS]
    assert len(KOMPONEN) == 14
    assert set(KOMPONEN_UTAMA) < set(KOMPONEN)


@pytest.mark.parametrize(("number", "shown"), [(0, 0), (1, FEW), (2, FEW), (3, 3), (40, 40)])
def test_one_and_two_are_few(number, shown):
    assert hide_few(number) == shown


def rekap(diterima, selesai, ditolak=None, *, kanal="wbs", rata=None, uraian=None) -> RekapKanal:
    return RekapKanal(
        kanal=kanal,
        periode="2022-tw1",
        diterima=diterima,
        selesai=selesai,
        ditolak=ditolak,
        rata_hari=None if rata is None else Decimal(rata),
        uraian=uraian,
    )


def cells(one: RekapKanal) -> tuple[object, ...]:
    shown = hide_rekap(one)
    return shown.diterima, shown.selesai, shown.ditolak, shown.rata_hari, shown.uraian


@pytest.mark.parametrize(
    ("one", "shown"),
    [
        pytest.param(rekap(0, 0, 0), (0, 0, 0, None, None), id="nothing_is_nothing"),
        pytest.param(rekap(9, 5, 4, rata="3.5", uraian="x"), (9, 5, 4, Decimal("3.5"), "x"), id="many"),
        pytest.param(rekap(2, 1), (FEW, FEW, None, None, None), id="few"),
        pytest.param(rekap(2, 0, 0), (FEW, FEW, FEW, None, None), id="no_part_of_few_is_told_apart"),
        pytest.param(rekap(5, 0, 2), (5, 0, FEW, None, None), id="zero_stays_zero"),
        pytest.param(rekap(5, 4, 1), (5, SHUT, SHUT, None, None), id="the_rest_would_tell"),
        pytest.param(rekap(5, 2, rata="8", uraian="x"), (5, FEW, None, SHUT, None), id="mean_and_words_of_few"),
        pytest.param(rekap(5, 4, 1, kanal="ppid", rata="8", uraian="x"), (5, 4, 1, 8, "x"), id="ppid_hides_nothing"),
    ],
)
def test_what_is_published_of_a_count(one, shown):
    assert cells(one) == shown


@pytest.mark.parametrize(
    ("parts", "total"),
    [((4, 0, 3), 7), ((4, FEW), SHUT), ((4, SHUT), SHUT), ((4, None), None), ((FEW, None), SHUT), ((), 0)],
)
def test_a_total_never_gives_away_a_part(parts, total):
    assert hide_total(parts) == total


COUNTS = [
    (received, settled, refused)
    for received in range(5)
    for settled in range(received + 1)
    for refused in (None, *range(received - settled + 1))
]


@pytest.mark.parametrize("kanal", ["pengaduan", "wbs", "gratifikasi"])
def test_who_knows_the_rules_cannot_compute_a_hidden_number(kanal):
    """Of every table of two periods, each small number could be another one in a table that looks the same."""
    worlds = defaultdict(list)
    for table in product(COUNTS, repeat=2):
        shown = [cells(rekap(*counts, kanal=kanal))[:3] for counts in table]
        totals = tuple(hide_total(column) for column in zip(*shown, strict=True))
        worlds[*shown, totals].append([number for counts in table for number in counts])
    for tables in worlds.values():
        for numbers in zip(*tables, strict=True):
            assert len(set(numbers)) > 1 or numbers[0] not in {1, 2}


def uris(workspace: Workspace, day: date | None = None) -> dict[str, str]:
    return shown(build_site(workspace, give(day)).files)


def shown(files: Iterable[OutputFile]) -> dict[str, str]:
    return {file.uri: file.as_markdown() for file in files if file.meta is not None}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("day", "surveys", "quarters"),
    [
        (date(2022, 3, 30), [], []),
        (date(2022, 7, 10), [], ["I", "II"]),
        (date(2022, 7, 11), ["skm-s1"], ["I", "II"]),
        (date(2022, 10, 12), ["skm-s1", "spak-tw3"], ["I", "II", "III"]),
    ],
)
def test_what_is_not_published_yet_does_not_exist(berkas_contoh, day, surveys, quarters):
    pages = shown(berkas_contoh(day).values())

    page = pages.get(PAGES["survei"], "")
    assert [kode for kode in ("skm-s1", "spak-tw3") if f"{{: #{kode} }}" in page] == surveys
    assert [name for name in ("I", "II", "III") if f"Triwulan {name} 2022" in pages[PAGES["kanal"]]] == quarters
    assert ('"Survei"' in pages[PAGES["tahun"]]) == bool(surveys)
    assert ('href="2022/survei/"' in pages[PAGES["kantor"]]) == bool(surveys)


@pytest.mark.slow
def test_the_survey_of_the_whole_year_is_published_after_it(example_workspace):
    path = example_workspace.root / KANTOR_CONTOH / "2022/survei.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("2022-10-12", "2023-01-10"), encoding="utf-8")

    assert "spak-tw3" not in uris(example_workspace, date(2023, 1, 9))[PAGES["survei"]]
    assert "spak-tw3" in uris(example_workspace, date(2023, 1, 10))[PAGES["survei"]]


@pytest.mark.slow
def test_without_data_there_is_no_page_and_no_link(tmp_path):
    workspace = copy_workspace(tmp_path)
    for name in ("layanan.yml", "2022/survei.yml", "2022/kanal.yml"):
        (workspace.root / KANTOR_CONTOH / name).unlink()

    pages = uris(workspace)

    assert {PAGES["layanan"], PAGES["survei"]}.isdisjoint(pages)
    assert "layanan/" not in pages[PAGES["kantor"]]
    assert "<table" not in pages[PAGES["kanal"]]


@pytest.mark.slow
def test_services_stay_when_names_are_hidden_and_hide_them_too(example_workspace):
    for path, old, new in (
        (example_workspace.site_settings, "tampilkan_nama: semua", "tampilkan_nama: inisial"),
        (
            example_workspace.root / KANTOR_CONTOH / "layanan.yml",
            '"Tiga orang."',
            '"Tiga orang, dipimpin Pejabat Contoh 1."',
        ),
    ):
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

    page = uris(example_workspace)[f"{OFFICE}/layanan/index.md"]

    assert "dipimpin P. C. 1." in page
