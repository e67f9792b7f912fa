"""The finished site of the fictitious office: whole, self-contained, the same by every way in."""

from __future__ import annotations

import filecmp
import html
import json
import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from conftest import build, copy_space, copy_workspace, make_real
from links import check_site, read

from generator.build import build_site
from generator.output import OutputFile

pytestmark = pytest.mark.slow

BIN = Path(sys.executable).parent
PAYLOAD = "<script>alert(1)</script> | {{ 7*7 }} [x](javascript:1) </title> *a* _b_ `c` &amp; \"d\" 'e' #f"


def run(*command: str, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=cwd, env=os.environ | env, capture_output=True, text=True, check=False, encoding="utf-8"
    )


def kolom(*arguments: str, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    return run(sys.executable, "-m", "generator", *arguments, cwd=cwd, **env)


def pages(root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in root.rglob("*.html")}


def differing(left: Path, right: Path) -> list[str]:
    """Return the files that are not byte for byte in both trees."""
    names = {p.relative_to(tree).as_posix() for tree in (left, right) for p in tree.rglob("*") if p.is_file()}
    _, unequal, odd = filecmp.cmpfiles(left, right, sorted(names), shallow=False)
    return unequal + odd


def test_every_link_and_anchor_resolves_and_nothing_is_inline_or_loaded_from_elsewhere(situs_contoh):
    assert list(check_site(situs_contoh)) == []


def test_link_checker_sees_a_broken_link_an_anchor_and_inline_code(situs_contoh, tmp_path):
    copy = shutil.copytree(situs_contoh, tmp_path / "s")
    page = copy / "tentang" / "index.html"
    seeded = (
        '<a href="../nihil/">a</a><a href="#nihil">b</a><p style="x">c</p><script>1</script><img src="//x.invalid/y">'
    )
    page.write_text(page.read_text(encoding="utf-8").replace("</main>", f"{seeded}</main>"), encoding="utf-8")
    assert len(list(check_site(copy))) == 6


def test_every_area_and_kegiatan_has_its_page(situs_contoh):
    for jenis, inner in (("rb", "kegiatan"), ("zi", "komponen")):
        plan = json.loads((situs_contoh / f"data/kpu-kabupaten-contoh/2022/{jenis}.json").read_text(encoding="utf-8"))
        assert plan["area"]
        for area in plan["area"]:
            assert (situs_contoh / area["url"] / "index.html").is_file()
            for bagian in area[inner]:
                assert (situs_contoh / bagian["url"] / "index.html").is_file()


def test_raw_yaml_is_never_published(situs_contoh):
    assert not [path for path in situs_contoh.rglob("*") if path.suffix in {".yml", ".yaml", ".j2", ".py", ".map"}]


def test_mkdocs_build_strict_gives_the_same_site(situs_contoh, tmp_path):
    workspace = copy_space(situs_contoh.parent, tmp_path / "ruang")
    done = run(str(BIN / "mkdocs"), "build", "--strict", "-d", str(tmp_path / "lain"), cwd=workspace)
    assert done.returncode == 0, done.stderr
    assert differing(situs_contoh, tmp_path / "lain") == []


def test_the_same_day_gives_the_same_bytes_at_any_hour_zone_locale_and_folder(situs_contoh, tmp_path):
    other = copy_space(situs_contoh.parent, tmp_path / "folder lain")
    done = kolom(
        "bangun",
        cwd=other,
        TZ="America/Adak",
        LC_ALL="C",
        PYTHONHASHSEED="7",
        PYTHONUTF8="0",
        SOURCE_DATE_EPOCH="1700000000",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert differing(situs_contoh, other / "site") == []


def test_tulis_gives_a_tree_that_plain_mkdocs_builds_to_the_same_pages(situs_contoh, tmp_path):
    workspace = copy_space(situs_contoh.parent, tmp_path / "ruang")
    tree = tmp_path / "pohon"
    assert kolom("tulis", str(tree), cwd=workspace).returncode == 0
    assert "kolom" not in json.loads((tree / "mkdocs.yml").read_text(encoding="utf-8"))["plugins"]
    done = run(str(BIN / "mkdocs"), "build", "--strict", "-d", str(tmp_path / "html"), cwd=tree)
    assert done.returncode == 0, done.stderr
    assert pages(tmp_path / "html") == pages(situs_contoh)
    assert kolom("tulis", str(tree), cwd=workspace).returncode == 0, "its own folder may be written anew"
    assert kolom("tulis", str(workspace), cwd=workspace).returncode == 2, "a folder with other files may not"


@pytest.mark.parametrize("way", [["-m", "generator", "bangun"], ["-m", "mkdocs", "build"]], ids=["bangun", "mkdocs"])
def test_a_failing_build_leaves_the_old_site_whole(way, tmp_path):
    workspace = copy_workspace(tmp_path).root
    marker = workspace / "site" / "penanda.txt"
    marker.parent.mkdir()
    marker.write_text("lama", encoding="utf-8")
    plan = workspace / "content/data/kpu-kabupaten-contoh/2022/rb/tata-laksana.yml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("keadaan: pasti", "keadaan: pastii", 1), encoding="utf-8")
    done = run(sys.executable, *way, cwd=workspace)
    assert done.returncode == 1
    assert "pastii" in done.stdout + done.stderr
    assert marker.read_text(encoding="utf-8") == "lama"
    assert [path.name for path in workspace.iterdir() if path.name.startswith(".site")] == []


def attacked(line: str, quoted: str, names: tuple[str, ...]) -> str:
    """Return a YAML line with its text replaced; nothing for a line that names a decree's text, or quotes its row."""
    key = line.strip().removeprefix("- ").partition(":")[0]
    if key in {"sumber", "irama"}:
        return ""
    if key in names and line.rstrip().endswith('"'):
        return f"{line[: line.index(':')]}: {quoted}"
    return f"{line[: line.index('-')]}- {quoted}" if line.strip().startswith('- "') else line


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory):
    """A site whose every name is an attack; without the decrees' texts, which could not match."""
    space = copy_workspace(tmp_path_factory.mktemp("jahat"))
    workspace = space.root
    for texts in (workspace / "content/data/kpu-kabupaten-contoh").glob("*/sumber"):
        shutil.rmtree(texts)
    names = (
        "nama",
        "tentang",
        "isi",
        "jabatan",
        "kedudukan",
        "catatan",
        "keterangan",
        "judul",
        "penandatangan",
        "penanggung_jawab",
        "ringkasan",
        "biaya",
        "mutu",
        "rekomendasi",
        "rencana",
        "uraian",
    )
    for path in workspace.rglob("*.yml"):
        if path.name == "mkdocs.yml":
            continue
        # Of two years, lest entries of one look like copies of the other's.
        quoted = json.dumps(f"{PAYLOAD} 2023" if "2023" in path.parts else PAYLOAD)
        lines = [attacked(line, quoted, names) for line in path.read_text(encoding="utf-8").splitlines()]
        path.write_text("\n".join(filter(None, lines)) + "\n", encoding="utf-8")
    return build(space)


def test_data_never_becomes_markup(situs_contoh, hostile_site):
    assert pages(hostile_site) == {page for page in pages(situs_contoh) if "/sumber/" not in page}
    assert list(check_site(hostile_site)) == []
    for path in hostile_site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert "<script>alert" not in text, path
        assert "49" not in read_title(text), path
        assert 'href="javascript' not in text, path
        assert text.count("</title>") == 1, path


def test_hostile_text_shows_literally_in_title_heading_trail_and_data(hostile_site):
    page = hostile_site / "kpu-kabupaten-contoh/2022/rb/manajemen-perubahan/mp-1/index.html"
    shown = Terbaca.of(page)
    assert PAYLOAD in shown.title
    assert PAYLOAD in shown.heading
    assert PAYLOAD in shown.trail
    plan = json.loads((hostile_site / "data/kpu-kabupaten-contoh/2022/rb.json").read_text(encoding="utf-8"))
    assert plan["area"][0]["nama"] == PAYLOAD


def test_a_hostile_line_of_a_decree_shows_literally(tmp_path):
    workspace = copy_workspace(tmp_path)
    naskah = workspace.data / "kpu-kabupaten-contoh/2022/sumber/sk-7-2022.txt"
    naskah.write_text(naskah.read_text(encoding="utf-8") + PAYLOAD + "\n", encoding="utf-8")
    site = build(workspace)
    page = site / "kpu-kabupaten-contoh/2022/keputusan/sk-7-2022/sumber/index.html"
    text = page.read_text(encoding="utf-8")
    assert html.escape(PAYLOAD).replace("&quot;", "&#34;").replace("&#x27;", "&#39;") in text
    assert "<script>alert" not in text
    assert list(check_site(site)) == []


def read_title(text: str) -> str:
    return text.partition("<title>")[2].partition("</title>")[0]


class Terbaca:
    """The words that a reader sees in title, first heading and breadcrumb."""

    def __init__(self) -> None:
        self.title = self.heading = self.trail = ""

    @classmethod
    def of(cls, path: Path) -> Terbaca:
        from html.parser import HTMLParser  # noqa: PLC0415 - only here

        shown = cls()

        class Reader(HTMLParser):
            inside = ""

            def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
                if tag in {"title", "h1"}:
                    self.inside = tag
                if dict(attrs).get("class") == "jejak":
                    self.inside = "jejak"

            def handle_endtag(self, tag: str) -> None:
                if tag in {"title", "h1", "nav"}:
                    self.inside = ""

            def handle_data(self, data: str) -> None:
                name = {"title": "title", "h1": "heading", "jejak": "trail"}.get(self.inside)
                if name:
                    setattr(shown, name, getattr(shown, name) + data)

        reader = Reader(convert_charrefs=True)
        reader.feed(path.read_text(encoding="utf-8"))
        reader.close()
        return shown


def test_a_page_frame_names_the_three_dates_and_warns_of_the_fictitious_office(situs_contoh):
    text = (situs_contoh / "kpu-kabupaten-contoh/2022/rb/index.html").read_text(encoding="utf-8")
    assert "Keadaan per <b>15 November 2022</b>" in text
    assert "entri terakhir: 10 November 2022" in text
    assert "umur data: 5 hari" in text
    assert "Kantor rekaan" in text


def test_the_roster_is_not_for_search_engines(situs_contoh):
    roster = situs_contoh / "kpu-kabupaten-contoh/2022/tim/index.html"
    assert 'content="noindex"' in roster.read_text(encoding="utf-8")


def test_with_one_real_office_its_year_stands_on_the_front_page(tmp_path):
    workspace = copy_workspace(tmp_path)
    make_real(workspace.data / "kpu-kabupaten-contoh")
    site = build(workspace)
    home = (site / "index.html").read_text(encoding="utf-8")
    assert "Rencana Aksi Reformasi Birokrasi General dan Tematik KPU Kabupaten Uji 2023" in home
    assert 'class="panas"' in home
    assert "Kantor rekaan" not in home
    assert list(check_site(site)) == []


def test_hand_written_pictures_are_published_and_links_to_elsewhere_are_not(tmp_path):
    space = copy_workspace(tmp_path)
    workspace = space.root
    secret = tmp_path / "rahasia.md"
    secret.write_text("# tidakuntukumum", encoding="utf-8")
    folder = workspace / "content/halaman/cara"
    folder.mkdir()
    (folder / "index.md").write_text("# Cara {: #isi }\n\n![Contoh](contoh.png)\n", encoding="utf-8")
    shutil.copyfile(Path(__file__).parent.parent / "theme/overrides/assets/ikon.png", folder / "contoh.png")
    (folder / "x.php").write_text("<?php", encoding="utf-8")
    (folder / "bocor.md").symlink_to(secret)
    (workspace / "content/halaman/luar").symlink_to(tmp_path)
    build(space)
    assert kolom("tulis", str(tmp_path / "pohon"), cwd=workspace).returncode == 0
    for root in (workspace / "site", tmp_path / "pohon/docs"):
        assert (root / "cara/contoh.png").is_file()
        assert [path for path in root.rglob("*") if path.name in {"x.php", "bocor", "bocor.md", "luar"}] == []
    assert "tidakuntukumum" not in "".join(p.read_text("utf-8") for p in (workspace / "site").rglob("*.html"))


def test_404_needs_no_other_file(situs_contoh):
    page = read(situs_contoh / "404.html")
    assert page.loaded == []
    assert page.links == []


def test_without_an_address_there_is_no_sitemap_and_with_one_there_is(situs_contoh, tmp_path):
    assert not (situs_contoh / "sitemap.xml").exists()
    workspace = copy_workspace(tmp_path)
    with workspace.site_settings.open("a", encoding="utf-8") as settings:
        settings.write('\nalamat: "https://contoh.invalid/rb"\n')
    site = build(workspace)
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert "<loc>https://contoh.invalid/rb/kpu-kabupaten-contoh/2022/</loc>" in sitemap
    assert "/tim/" not in sitemap
    home = (site / "index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://contoh.invalid/rb/">' in home


@pytest.mark.parametrize("setelan", ["pejabat", "inisial"])
def test_names_become_initials_in_every_output(setelan, tmp_path):
    space = copy_workspace(tmp_path)
    workspace, settings = space.root, space.site_settings
    text = settings.read_text(encoding="utf-8").replace("tampilkan_nama: semua", f"tampilkan_nama: {setelan}")
    settings.write_text(text, encoding="utf-8")
    roster = workspace / "content/data/kpu-kabupaten-contoh/2022/tim.yml"
    members = roster.read_text(encoding="utf-8")
    assert "Pelaksana di" in members
    # A name that is also a part of words, and one that the decree's text spaces oddly.
    naskah = workspace / "content/data/kpu-kabupaten-contoh/2022/sumber/sk-8-2022.txt"
    for path in (roster, naskah):
        path.write_text(re.sub(r"Pegawai Contoh 5\b", "Ana", path.read_text(encoding="utf-8")), encoding="utf-8")
    text = naskah.read_text(encoding="utf-8")
    naskah.write_text(re.sub(r"Pegawai Contoh 7\b", "Pegawai  Contoh 7", text), encoding="utf-8")
    build(space)
    data = json.loads((workspace / "site/data/kpu-kabupaten-contoh/2022/tim.json").read_text(encoding="utf-8"))
    members = [a for tim in data["tim"] for a in tim["anggota"]]
    hidden = [a for a in members if setelan == "inisial" or a["jabatan"].startswith("Pelaksana")]
    assert hidden
    assert all(re.fullmatch(r"(\w\. ?)+", a["nama"]) for a in hidden)
    site = "".join(
        p.read_text(encoding="utf-8") for p in (workspace / "site").rglob("*") if p.suffix in {".html", ".json", ".csv"}
    )
    assert "pelayA" not in site
    assert "JanuA" not in site
    if setelan == "inisial":
        assert not re.search(r"Pegawai\s+Contoh\s+\d", site)


def year_pages(files) -> dict[str, OutputFile]:
    return {file.uri: file for file in files if file.meta and file.meta["keadaan"]}


def test_two_hundred_days_after_the_last_report_every_page_of_the_year_says_that_it_is_stale(tmp_path):
    workspace = copy_workspace(tmp_path)
    for log in (workspace.data / "kpu-kabupaten-contoh/2022/realisasi").glob("*.yml"):
        if log.stem != "2022-tw1":
            log.unlink()
    site = build(workspace, date(2022, 10, 25))  # the last report is of 8 April
    found = sorted((site / "kpu-kabupaten-contoh/2022").rglob("*.html"))
    assert len(found) > 40
    for page in found:
        text = page.read_text(encoding="utf-8")
        assert "laporan terakhir kantor berjarak 200 hari" in text, page
        assert "umur data: 200 hari" in text, page


def test_a_plan_that_has_ended_says_that_it_is_an_archive(berkas_contoh):
    pages = year_pages(berkas_contoh(date(2023, 7, 18)).values())
    files = {uri: page for uri, page in pages.items() if uri.startswith("kpu-kabupaten-contoh/2022/")}
    assert {page.meta["keadaan"]["arsip"] for page in files.values()} == {"31 Desember 2022"}
    assert {page.meta["keadaan"]["per"] for page in files.values()} == {"31 Desember 2022"}


def test_another_day_changes_only_what_depends_on_the_day(berkas_contoh):
    june, december = (
        {uri: file.content for uri, file in berkas_contoh(day).items()}
        for day in (date(2022, 6, 30), date(2022, 12, 31))
    )
    same = {uri for uri in june.keys() & december.keys() if june[uri] == december[uri]}
    year = "kpu-kabupaten-contoh/2022"
    steady = {uri for uri in june if re.match(rf"{year}/keputusan/", uri)}
    steady |= {uri for uri in june if re.match(rf"data/{year}/keputusan\.|data/skema/", uri)}
    steady |= {f"{page}/index.md" for page in ("kamus", "tentang", "indeks")}
    assert steady <= same
    changing = re.compile(r"/(laporan|bulan|berkas|survei)[/.-]")
    assert not {uri for uri in december.keys() ^ june.keys() if not changing.search(uri)}
    assert f"{year}/index.md" not in same
    assert f"{year}/rb/manajemen-perubahan/mp-3/index.md" not in same


@pytest.mark.parametrize(
    ("setelan", "alamat"),
    [
        ('forge: "https://forge.invalid/edit/{path}#L{baris}"', "https://forge.invalid/edit/{path}#L{baris}"),
        (
            'kontak: "koreksi@contoh.invalid"',
            "mailto:koreksi@contoh.invalid?subject=Perbaikan%3A%20kpu-kabupaten-contoh%202022%20mp-1-b-1",
        ),
        ("", None),
    ],
    ids=["forge", "mail", "neither"],
)
def test_each_row_leads_to_where_it_can_be_put_right(setelan, alamat, example_workspace):
    settings = example_workspace.site_settings
    settings.write_text(f"{settings.read_text(encoding='utf-8')}\n{setelan}\n", encoding="utf-8")
    path = "content/data/kpu-kabupaten-contoh/2022/rb/manajemen-perubahan.yml"
    lines = (example_workspace.root / path).read_text(encoding="utf-8").splitlines()
    line = lines.index("            - kode: mp-1-b-1") + 1
    files = {file.uri: str(file.content) for file in build_site(example_workspace).files}
    card = files["kpu-kabupaten-contoh/2022/rb/manajemen-perubahan/mp-1/index.md"].partition('id="mp-1-b-1"')[2]
    links = re.findall(r'href="([^"]+)">Usulkan perbaikan', card.partition("</div>")[0])
    assert links == ([alamat.format(path=path, baris=line)] if alamat else [])


def test_a_deed_after_its_plans_end_is_shown_and_not_counted(example_workspace):
    log = example_workspace.data / "kpu-kabupaten-contoh/2022/realisasi/2022-10.yml"
    entry = """
  - kode: r-sesudah
    indikator: zi-mp-2-2
    periode: 2022-09
    tanggal: 2022-10-05
    hasil: selesai
    uraian: "Rapat diadakan sesudah rencananya berakhir."
    bukti: [b-monev-tw2]
    catatan: "Rencana ZI berakhir 30 September."
"""
    log.write_text(log.read_text(encoding="utf-8").rstrip("\n") + entry, encoding="utf-8")
    files = {
        file.uri: str(file.content) for file in build_site(example_workspace).files if isinstance(file.content, str)
    }
    card = files["kpu-kabupaten-contoh/2022/zi/manajemen-perubahan/zi-mp-2/index.md"].partition('id="zi-mp-2-2"')[2]
    assert "Dilaksanakan sesudah masa berlaku rencana habis; tidak dihitung." in card
    plan = json.loads(files["data/kpu-kabupaten-contoh/2022/zi.json"])
    rows = {i["kode"]: i["status"] for area in plan["area"] for k in area["komponen"] for i in k["indikator"]}
    assert rows["zi-mp-2-2"] == "tidak-selesai-akhir-tahun"
    assert "r-sesudah" not in "".join(page for uri, page in files.items() if "/laporan/" in uri or "/bulan/" in uri)
