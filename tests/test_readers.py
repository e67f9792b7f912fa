"""Readers: every question answered in one click from the year page, links large enough to touch, and real use."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from examples import KINDS, OFFICE

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

pytestmark = pytest.mark.peramban

PHONE = {"width": 360, "height": 740}
START = KINDS["tahun"]
MENU, FRAME, CARD, GLANCE, FOOT = ".menu", ".kepala", ".kartu", ".sekilas", ".kaki-situs"
STATE = ("aside[aria-label='Keadaan data']", "Keadaan per 15 November 2022", "entri terakhir: 10 November 2022")
FOUND = ".indikator:has(.status--selesai:has-text('Terpenuhi'))"


@dataclass(frozen=True)
class Question:
    """A reader's question, and the one link that answers it.

    Attributes:
        kata: the question, as a reader asks it.
        tempat: where on the year page the link stands; empty where that page itself answers.
        tautan: the link's accessible name, as a pattern.
        target: the page it leads to, from the site's front page.
        answers: selectors, each with patterns; at least one element fits the selector, and every one that does
            shows all of them. What a closed details holds is not shown.
    """

    kata: str
    tempat: str
    tautan: str
    target: str
    answers: tuple[tuple[str, ...], ...]


QUESTIONS = (
    Question(
        "Apa yang seharusnya selesai bulan ini?",
        GLANCE,
        r"^\d+ jatuh tempo November$",
        f"{START}bulan/11/",
        (
            (".pengantar", r"^3 pekerjaan dijadwalkan pada November; 1 jatuh tempo pada akhir bulan"),
            (".isi", r"Terlambat dari bulan sebelumnya \(4\)", r"\nManajemen Perubahan\n", r"\nPenguatan Pengawasan\n"),
            ("#terlambat ~ ul:has(.status--terlambat) > li", r"jatuh tempo (30 September|31 Oktober) 2022"),
        ),
    ),
    Question(
        "Apa yang terlambat, sejak kapan, mengapa?",
        GLANCE,
        r"^4 terlambat$",
        f"{START}terlambat/",
        (
            (
                ".indikator",
                *(
                    r"Jatuh tempo\s+(30 September|31 Oktober) 2022",
                    r"terlambat (32|1) hari",
                    r"Kendala\s+\w+",
                    r"Penanggung jawab\s+\w+",
                ),
            ),
            (
                "#mp-3-1-9",
                *(r"Dua subbagian terlambat mengirim bahan", r"Rencana baru\s+Rapat dijadwalkan ulang"),
                r"Penanggung jawab\s+Pegawai Contoh 2, Kepala Subbagian",
            ),
        ),
    ),
    Question(
        "Siapa penanggung jawabnya?",
        CARD,
        r"^Buka tim$",
        f"{START}tim/",
        (
            (".tim", r"Kedudukan dalam tim|Koordinator|Ketua", r"P\w+ Contoh \d"),
            ("#tim-manajemen-perubahan + .tim", r"Memegang Manajemen Perubahan", r"Pegawai Contoh 2", r"Koordinator"),
            (FOOT, r"Bertanya atau mengadu"),
        ),
    ),
    Question(
        "Siapa penanggung jawab kegiatan ini?",
        "#terbaru + .jatuh",
        r"Tersedianya kolom Reformasi Birokrasi",
        f"{START}rb/manajemen-perubahan/mp-2/#mp-2-a-2",
        (("dl.fakta:has-text('Penanggung jawab')", r"Penanggung jawab\s+Pegawai Contoh 2, Kepala Subbagian", r"TIM"),),
    ),
    Question(
        "Mana buktinya?",
        GLANCE,
        r"^28 bukti tercatat$",
        f"{START}bukti/",
        (
            (".indikator", r"Terbuka|Tertutup", r"Untuk (indikator|LKE)"),
            ("#b-monev-tw1", r"31/ORT\.07/9999/2022", r"6 April 2022", r"laporan-monev-tw1\.pdf", r"[0-9a-f]{64}"),
            (".indikator:has-text('Tertutup')", r"dikecualikan|data pribadi", r"Cara memintanya\s+Ajukan.* PPID"),
        ),
    ),
    Question(
        "Apa yang berubah sejak kunjungan atau penilaian terakhir?",
        "main",
        r"^Semua perubahan 2022$",
        f"{START}perubahan/",
        (
            (".isi", r"Ikuti lewat Atom", r"\d+ \w+ \d{4} pukul [\d.]+ WIB\s+commit [0-9a-f]{8}"),
            (".isi", r"Jadwal diubah: Notulen rapat", r"Maret\s+(menjadi\s+)?Februari"),
            (".isi", r"Status berubah: Notulen rapat", r"Terlambat →\s+(menjadi\s+)?○ Belum ada laporan"),
        ),
    ),
    Question(
        "Berapa persen yang selesai?",
        "",
        "",
        START,
        (
            (".sekilas-rencana", r"Rencana \w+: \d+ dari \d+ indikator terbukti selesai \(\d+ %(, tanpa [^)]+)?\)"),
            (".isi", r"1 indikator tampil tetapi tidak dihitung, karena", r"tidak ikut dihitung: 1 belum ada laporan"),
        ),
    ),
    Question(
        "Bagaimana persen itu dihitung?",
        "main",
        r"^Cara menghitung$",
        f"{KINDS['tentang']}#cara-hitung",
        (
            ("#cara-hitung", r"^Cara menghitung"),
            ("#cara-hitung + .narasi", r"Yang dihitung adalah indikator", r"Selesai berarti ada buktinya"),
        ),
    ),
    Question(
        "Apa dasar hukumnya?",
        ".daftar-keputusan",
        r"^Keputusan 7\b",
        KINDS["keputusan"],
        (
            (".isi > dl.fakta", r"Ditetapkan\s+Kota Contoh, 20 Januari 2022", r"Penanda tangan\s+Pejabat Contoh 1"),
            (".isi", r"Menimbang", r"Mengingat\s+1\. Undang-Undang Nomor 7 Tahun 2017", r"KESATU", r"Diubah oleh"),
        ),
    ),
    Question(
        "Apakah teks ini sama dengan keputusannya?",
        ".daftar-keputusan",
        r"^Keputusan 7\b",
        KINDS["keputusan"],
        (
            (".isi", r"Naskah\s+Teks baris demi baris", r"Diberitahukan apa adanya", r"Bacaan yang diragukan"),
            ("table.ragu", r"bulan tidak terbaca", r"letak disusun ulang", r"Lampiran, baris 98"),
        ),
    ),
    Question(
        "Bagaimana nilai LKE Zona Integritas?",
        MENU,
        r"^LKE ZI$",
        KINDS["lke"],
        (
            (".isi", r"Penilaian TPI, 20 Oktober 2022\s+73,80 dari 100", r"Penilaian mandiri, 30 Juni 2022\s+"),
            (".isi", r"1,20 di bawah ambang WBK 75", r"di atas ambang belum berarti WBK atau WBBM"),
            (".ringkasan dl.fakta", r"Penilai\s+\w+", r"Tanggal\s+\d+ \w+ 2022"),
        ),
    ),
    Question(
        "Bagaimana saya mengadu atau meminta informasi?",
        FOOT,
        r"^Bertanya atau mengadu$",
        KINDS["kanal"],
        (
            (".isi", r"SP4N-LAPOR!", r"Pengaduan Masyarakat", r"Whistle Blowing System", r"PPID", r"jam kerja"),
            (
                ".kartu:has-text('PPID KPU Kabupaten')",
                r"isi formulir",
                r"ppid@contoh\.invalid",
                r"Rata-rata hari kerja",
            ),
        ),
    ),
    Question(
        "Apa standar dan biaya layanan?",
        FOOT,
        r"^Layanan$",
        KINDS["layanan"],
        (
            (
                ".layanan",
                *(r"Persyaratan", r"Jangka waktu", r"Biaya atau tarif\s+Tidak dipungut", r"\d+ dari 14 komponen sudah"),
            ),
            (".maklumat", r"Kami sanggup melayani", r"30 Mei 2022"),
        ),
    ),
    Question(
        "Apa hasil survei?",
        MENU,
        r"^Survei$",
        KINDS["survei"],
        (
            (".isi", r"84,72 dari 100", r"112 responden tentang semester I 2022", r"Nilai tiap unsur"),
            (".isi", r"3,52 dari 4", r"Tindak lanjut", r"Juli 2022\s+\? Dilaporkan selesai"),
        ),
    ),
    Question(
        "Untuk asesor: halaman mana memenuhi indikator publikasi ini?",
        GLANCE,
        r"^4 dari 9 indikator publikasi terpenuhi",
        KINDS["publikasi"],
        (
            (
                ".indikator",
                r"Terpenuhi|[Ss]yarat terpenuhi|Belum terpenuhi",
                r"Dipenuhi dengan\s+\w+",
                r"Lembar (bukti|keadaan)",
            ),
            (
                FOUND,
                r"Tercatat di situs ini sejak\s+\d+ \w+ \d{4}",
                r"Perubahan terakhir\s+\d+ \w+ \d{4}",
                r"[0-9a-f]{64}",
            ),
        ),
    ),
    Question(
        "Bisa saya unduh datanya?",
        CARD,
        r"^Buka unduhan$",
        KINDS["unduhan"],
        (
            ("table.unduhan tr:has-text('Satu baris satu')", r"JSON", r"CSV", r"XLSX"),
            (".isi", r"Keterangan kolom", r"kamus data", r"naskah hukum publik"),
        ),
    ),
    Question(
        "Apakah data ini mutakhir?",
        "",
        "",
        START,
        (
            (*STATE, r"umur data: 5 hari"),
            (FOOT, r"Data halaman ini terakhir diubah \d+ \w+ \d{4} \(commit [0-9a-f]{8}\)"),
        ),
    ),
)

# A target that is smaller than 24 by 24 is let through where the circles of 24 px around its middle and that of any
# other small target do not touch, and no other target reaches into it (WCAG 2.2, 2.5.8: spacing). A link is inline,
# and so excepted, where its paragraph, cell or item still holds a word once all its links are taken away.
SMALL = """(scope) => {
    const kind = 'a[href], button, summary, input:not([type=hidden]), select';
    const middle = (b) => [b.left + b.width / 2, b.top + b.height / 2];
    const inline = (e) => {
        if (getComputedStyle(e).display !== 'inline') { return false; }
        const copy = e.parentElement.cloneNode(true);
        copy.querySelectorAll(kind + ', .sr').forEach((one) => one.remove());
        return /\\p{L}{2}/u.test(copy.textContent);
    };
    const all = [...document.querySelectorAll(kind)].filter((e) => e.checkVisibility({visibilityProperty: true}))
        .map((e) => ({e, b: e.getBoundingClientRect()})).filter(({b}) => b.bottom > 0 && b.right > 0)
        .filter(({e}) => e.closest(scope) && !inline(e))
        .map((one) => ({...one, small: one.b.height < 23.9 || one.b.width < 23.9}));
    const crowds = ([x, y], other) => {
        const [left, top] = middle(other.b), b = other.b;
        const near = Math.hypot(Math.max(b.left - x, 0, x - b.right), Math.max(b.top - y, 0, y - b.bottom));
        return near < 12 || other.small && Math.hypot(left - x, top - y) < 23.9;
    };
    return all.filter((one) => one.small && all.some((other) => other !== one && crowds(middle(one.b), other)))
        .map(({e, b}) => `${Math.round(b.width)}x${Math.round(b.height)} ${e.outerHTML.slice(0, 120)}`);
}"""


@pytest.fixture(scope="module")
def phone(browser):
    """A phone whose reader has switched JavaScript off."""
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    yield page
    context.close()


def follow(page: Page, question: Question) -> None:
    """Click the one link; the rest of the menu opens first, as it leads nowhere by itself."""
    if question.tempat == MENU:
        page.locator(".menu-lain summary").click()
    link = page.locator(question.tempat).get_by_role("link", name=re.compile(question.tautan)).first
    assert link.is_visible()
    link.click()


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.kata)
def test_one_click_from_the_year_page_answers_without_javascript(phone, alamat, question):
    phone.goto(alamat + START)
    if question.tempat:
        follow(phone, question)
        phone.wait_for_url(alamat + question.target)  # and for its load: what is shown is asked of the page at once
    assert phone.url == alamat + question.target
    answers = (*question.answers, STATE) if question.target.startswith(START) else question.answers
    for selector, *patterns in answers:
        shown = phone.locator(selector).all_inner_texts()
        assert shown, selector
        for pattern in patterns:
            assert [text for text in shown if not re.search(pattern, text)] == [], pattern
    if "#" in question.target:
        place = phone.locator(":target").bounding_box()
        assert place is not None
        assert 0 <= place["y"] < PHONE["height"]


def test_what_is_not_inline_in_a_sentence_can_be_touched(browser, alamat):
    page = browser.new_page(viewport=PHONE)
    found = []
    for name, path in KINDS.items():
        page.goto(alamat + path)
        page.evaluate("document.querySelectorAll('main details').forEach((e) => { e.open = true; })")
        found += [(name, one) for one in page.evaluate(SMALL, "body")]
        page.evaluate("document.querySelectorAll('.menu details').forEach((e) => { e.open = true; })")
        found += [(name, one) for one in page.evaluate(SMALL, MENU)]
    assert found == []
    page.close()


@pytest.fixture
def noted(browser):
    """A window, and all that it says, does not get or opens in a box, as one list."""
    context = browser.new_context(viewport={"width": 1300, "height": 800})
    said: list[str] = []
    watch(context, said)
    yield context, said
    context.close()


def watch(context: BrowserContext, said: list[str]) -> None:
    """Chromium reports each breach of the policy on the console, so there is nothing else to listen to."""
    context.on("console", lambda message: said.append(message.text))
    context.on("weberror", lambda error: said.append(str(error.error)))
    context.on("response", lambda answer: said.extend([] if answer.status < 400 else [f"{answer.status} {answer.url}"]))

    def close(dialog) -> None:
        said.append(dialog.message)
        dialog.dismiss()

    context.on("dialog", close)


def hosts(context: BrowserContext) -> set[str]:
    """The hosts that will be asked from now on."""
    asked: set[str] = set()
    context.on("request", lambda request: asked.add("/".join(request.url.split("/")[:3])))
    return asked


def switch_palette(page: Page) -> None:
    before = page.locator("html").get_attribute("data-tema")
    page.locator("button.tema").click()
    assert page.locator("html").get_attribute("data-tema") != before


def open_all(page: Page, scope: str) -> None:
    closed = page.locator(f"{scope} details:not([open]) > summary:visible")
    while closed.count():
        closed.first.click()


def narrow(page: Page) -> int:
    boxes = page.locator(".saringan input[type=search]:visible")
    for number in range(boxes.count()):
        boxes.nth(number).press_sequentially("laporan zz")
        assert re.fullmatch(r"\d+ dari \d+", page.locator(".saringan output").nth(number).inner_text())
        boxes.nth(number).fill("")
    return boxes.count()


def copy_everything(page: Page) -> None:
    page.evaluate(
        """() => { document.activeElement.blur(); addEventListener('copy', (e) => {
            window.salinan = e.defaultPrevented ? '' : String(getSelection()); }); }"""
    )
    page.keyboard.press("Control+A")
    page.keyboard.press("Control+C")
    assert page.locator("h1").inner_text() in page.evaluate("window.salinan")


def test_real_use_of_every_page_kind_breaks_no_policy_and_asks_no_one_else(noted, alamat):
    context, said = noted
    asked = hosts(context)
    page = context.new_page()
    boxes = 0
    for path in KINDS.values():
        page.goto(alamat + path)
        switch_palette(page)
        open_all(page, "main")
        boxes += narrow(page)
        open_all(page, ".menu")
        copy_everything(page)
    assert boxes > 0
    assert said == []
    assert asked == {alamat.removesuffix("/sub%20folder/")}
    assert context.cookies() == []


def test_a_search_from_the_header_to_a_filter_breaks_no_policy_and_asks_no_one_else(noted, alamat):
    context, said = noted
    asked = hosts(context)
    page = context.new_page()
    page.goto(alamat + START)
    page.get_by_label("Cari di situs ini").press_sequentially("pengaduan")
    page.keyboard.press("Enter")
    number = page.locator("#cari-jumlah")
    number.get_by_text("memuat “pengaduan”").wait_for()
    every = page.locator("#cari-hasil > li").count()
    page.get_by_label("Jenis").select_option("Kanal")
    page.locator("#cari-jumlah", has_text="1 halaman").wait_for()
    assert page.locator("#cari-hasil > li").count() == 1 < every
    page.get_by_label("Kata yang dicari").fill("<img src=//contoh.invalid/x onerror=alert(1)>")
    page.keyboard.press("Enter")
    page.locator("#cari-jumlah", has_text="contoh.invalid").wait_for()
    switch_palette(page)
    open_all(page, "main")
    copy_everything(page)
    assert OFFICE in page.url
    assert said == []
    assert asked == {alamat.removesuffix("/sub%20folder/")}
    assert context.cookies() == []
