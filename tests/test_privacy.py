"""Personal numbers are found in every disguise, those of decrees are not taken for them. All numbers are impossible."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.privacy import find_personal

# Impossible: there is no province 11 with district 99, and nobody was born on the 31st of February.
NIK = "1199993102990001"
NIP = "199902312022021999"
PHONE = "081200000000"


def kinds(text: str) -> list[str]:
    return [found.kind for found in find_personal(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (NIK, "NIK atau nomor KK"),
        ("1199 9931 0299 0001", "NIK atau nomor KK"),
        ("119999.310299.0001", "NIK atau nomor KK"),
        ("1199-9931-0299-0001", "NIK atau nomor KK"),
        ("１１９９９９３１０２９９０００１", "NIK atau nomor KK"),
        ("١١٩٩٩٩٣١٠٢٩٩٠٠٠١", "NIK atau nomor KK"),
        ("1199\u200b9931\u200b02990001", "NIK atau nomor KK"),
        ("1199&#57;931&#48;2990001", "NIK atau nomor KK"),
        ("119999%3310299%30001", "NIK atau nomor KK"),
        ("9999 9999 9999 9999", "NIK atau nomor KK"),
        (NIP, "NIP"),
        ("19990231 202202 1 999", "NIP"),
        ("NIP. 19990231.202202.1.999", "NIP"),
        (PHONE, "nomor telepon"),
        ("+62 812-0000-0000", "nomor telepon"),
        ("0812 0000 0000", "nomor telepon"),
        (f"1 {NIP}", "NIP"),
        (f"{NIP} 3", "NIP"),
        (f"2022 {NIP} {NIK}", "NIK atau nomor KK"),
        (f"{NIP}-2022", "NIP"),
        (f"{PHONE} 2022", "nomor telepon"),
        ("(0812) 0000 0000", "nomor telepon"),
        ("1199/9931/0299/0001", "NIK atau nomor KK"),
        ("1199_9931_0299_0001", "NIK atau nomor KK"),
        ("19990231&nbsp;202202&nbsp;1&nbsp;999", "NIP"),
        ("①①⑨⑨⑨⑨③①⓪②⑨⑨⓪⓪⓪①", "NIK atau nomor KK"),
        ("seseorang&commat;gmail.com", "surel pribadi"),
        ("seseorang@gmail.com", "surel pribadi"),
        ("seseorang@gmail.co.id", "surel pribadi"),
    ],
)
def test_found_in_disguise(text, expected):
    assert expected in kinds(f"kata {text} kata")


@pytest.mark.parametrize(
    "text",
    [
        "3/ORT.07/9204/2022",
        "Nomor 612/ORT.04-Kpt/05/KPU/XII/2020",
        "Lembaran Negara Republik Indonesia Tahun 2017 Nomor 182, Tambahan Lembaran Negara Nomor 6109",
        "2010-2025, 2020-2024",
        "bulan: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]",
        "[[81, 81], [86, 90]]",
        "ppid@kab-contoh.kpu.go.id",
        "ppid@contoh.invalid",
        "20220128",
        "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18",
        f'"commit": "abcdef{PHONE}{"b" * (34 - len(PHONE))}"',
        f'"sha256": "abcdef{NIK}{"b" * 42}"',
        f"<id>urn:uuid:abcdef12-{NIK[:4]}-{NIK[4:8]}-{NIK[8:12]}-{NIK[12:]}00000000</id>",
    ],
)
def test_what_decrees_print_is_no_personal_number(text):
    assert kinds(text) == []


@pytest.mark.parametrize("length", [39, 41, 63, 65])
def test_a_number_in_what_only_looks_like_a_hash_is_found(length):
    assert kinds(f"abcdef {NIK} {'b' * (length - 24)}")
    assert kinds(f"{NIK} {'0' * (length - 17)}")


def test_an_office_address_may_be_allowed_by_name():
    assert list(find_personal("kpu.contoh@gmail.com", ["kpu.contoh@gmail.com"])) == []


def test_the_place_is_told():
    found = next(find_personal(f"satu\ndua {NIK}"))
    assert (found.line, found.column) == (2, 5)


@given(st.text(), st.sampled_from([NIK, NIP, PHONE]), st.sampled_from(["", " ", ".", "-", "\u200b", "\u00a0"]))
def test_a_number_is_found_with_any_separator_in_any_surroundings(words, number, mark):
    parts = mark.join(number[i : i + 4] for i in range(0, len(number), 4))
    words = "".join(char for char in words if not char.isdigit())
    assert kinds(f"{words} x {parts} x {words}")
