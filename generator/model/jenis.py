"""The kinds of scalars: text comes in and a value goes out, so that each mistake has our own words."""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Annotated, NoReturn

from pydantic import BeforeValidator, Field
from pydantic.json_schema import WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.findings import Rule
from generator.model.base import ListNode, MapNode
from generator.model.marks import HoldsNames, Label, Ours

ISIAN = Rule("isian", "Isian yang punya pilihan memakai salah satu pilihannya, persis ejaannya.")
TANGGAL = Rule("tanggal", "Tanggal ditulis dengan pola TTTT-BB-HH, ada dalam kalender, dan tahunnya masuk akal.")
BILANGAN = Rule("bilangan", "Bilangan bulat ditulis dengan angka 0–9 saja, tanpa titik, koma, atau tanda minus.")
DESIMAL = Rule("desimal", "Bilangan desimal ditulis dengan titik, contoh 82.50, dan tidak di bawah nol.")
ANGKA = Rule(
    "angka", "Angka target dan capaian tidak negatif, tanpa tanda ribuan, dan desimalnya ditulis dengan titik."
)
YA_TIDAK = Rule("ya-tidak", "Pilihan ya atau tidak ditulis dengan kata itu, dengan huruf kecil.")
POLA_KODE = Rule(
    "pola-kode",
    "Kode diawali huruf, berisi huruf kecil, angka, dan tanda hubung, paling panjang 40, dan bukan kata khusus.",
)
ALAMAT_WEB = Rule("alamat-web", "Alamat web ditulis lengkap, diawali https://.")
SUREL = Rule("surel", "Alamat surel ditulis lengkap, contoh ppid@kab-contoh.kpu.go.id.")
SIDIK = Rule("sidik", "Berkas bukti punya sidik SHA-256 dengan huruf kecil, dan isinya masih sama dengan sidik itu.")
ASAL = Rule("asal", "Asal ditulis sebagai satu teks berisi nomor baris naskah, contoh L81 atau “L81, L86-90”.")

_DAY_FIRST = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})")
_YEAR_FIRST = re.compile(r"([0-9]{4})[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,2})(?:[T ].*)?")
_IN_WORDS = re.compile(r"([0-9]{1,2}) ([^\W\d]+) ([0-9]{4})")
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# From independence on; the end is near enough to catch 2202 for 2022.
_EARLIEST, _LATEST = date(1945, 8, 17), date(2100, 12, 31)
# ASCII digits: int() would also read Arabic ones, and 1_000 as a thousand.
_DIGITS = re.compile(r"[0-9]{1,9}")
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+")
_DESIMAL = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,4})?")
_ANGKA = re.compile(r"[0-9]{1,12}(?:\.[0-9]{1,2})?")
_WEB = re.compile(r"https://[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?::\d+)?(?:/[^\s<>\"]*)?")
_SUREL = re.compile(r"[A-Za-z0-9._%+-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}")
_KODE = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_KODE_LONGEST = 40
_ASAL = re.compile(r"L[1-9][0-9]{0,5}(?:-[1-9][0-9]{0,5})?")
_ASAL_MEANT = re.compile(r"(?:baris|[Ll])?\.? *([1-9][0-9]{0,5})(?: *[-–] *[Ll]?([1-9][0-9]{0,5}))?")
NAMA_BULAN = {
    name: number
    for number, names in (
        (1, ("jan", "januari")),
        (2, ("feb", "februari")),
        (3, ("mar", "maret")),
        (4, ("apr", "april")),
        (5, ("mei", "may")),
        (6, ("jun", "juni")),
        (7, ("jul", "juli")),
        (8, ("agu", "ags", "agt", "aug", "agustus")),
        (9, ("sep", "sept", "september")),
        (10, ("okt", "oct", "oktober")),
        (11, ("nov", "nop", "november")),
        (12, ("des", "dec", "desember")),
    )
    for name in names
}
"""Every spelling of a month that decrees and clerks use, with its number."""
# Excel turns "mei-1" into a date, Windows refuses a file called "con".
_MONTHS = frozenset(name for name in NAMA_BULAN if len(name) == len("jan"))
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))]
)
_SIDIK = re.compile(r"[0-9a-f]{64}")
_YA = frozenset(["y", "yes", "true", "on", "benar", "1", "ya"])
_TIDAK = frozenset(["n", "no", "false", "off", "bukan", "salah", "0", "tidak"])


def _refuse(rule: Rule, message: str, suggestion: str) -> NoReturn:
    # Rule and words travel in the context, since pydantic's own messages are English.
    raise PydanticCustomError("kolom", "{pesan}", {"rule": rule, "pesan": message, "saran": suggestion})


def _text(value: object) -> object:
    return " ".join(value.split()) if isinstance(value, str) else value


def _tanggal(value: object) -> object:
    if not isinstance(value, str):
        return value
    if not _ISO.fullmatch(value):
        _refuse(TANGGAL, "tanggal tidak dikenali", _tanggal_meant(value))
    day = _date(*value.split("-"))
    if day is None:
        _refuse(TANGGAL, "tanggal ini tidak ada dalam kalender", "periksa hari dan bulannya")
    if not _EARLIEST <= day <= _LATEST:
        _refuse(TANGGAL, "tahun tanggal ini tidak masuk akal", "periksa tahunnya")
    return day


def _tanggal_meant(value: str) -> str:
    """Return the advice for a date that is not written in our way."""
    day = None
    if match := _YEAR_FIRST.fullmatch(value):
        day = _date(match[1], match[2], match[3])
    elif match := _DAY_FIRST.fullmatch(value):
        day = _date(match[3], match[2], match[1])
    elif match := _IN_WORDS.fullmatch(" ".join(value.split())):
        day = _date(match[3], NAMA_BULAN.get(match[2].casefold(), 0), match[1])
    return f"tulis {day.isoformat()}" if day else "tulis dengan pola TTTT-BB-HH, contoh 2022-03-28"


def _date(year: str, month: str | int, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _bilangan(value: object) -> object:
    if not isinstance(value, str):
        return value
    if _DIGITS.fullmatch(value):
        return int(value)
    suggestion = "tulis dengan angka 0–9 saja"
    if _THOUSANDS.fullmatch(value):
        suggestion = f"tulis {value.replace('.', '')}"
    elif value.casefold() in NAMA_BULAN:
        suggestion = f"tulis {NAMA_BULAN[value.casefold()]}"
    elif re.fullmatch(r"[0-9]+ *[-–] *[0-9]+", value):
        suggestion = "tulis satu per satu, dipisahkan koma, contoh [2, 3, 4]"
    _refuse(BILANGAN, "bukan bilangan bulat", suggestion)


def _desimal(value: object) -> object:
    if not isinstance(value, str):
        return value
    if _DESIMAL.fullmatch(value):
        return Decimal(value)
    near = value.replace(",", ".")
    suggestion = (
        f"tulis {near}, dengan titik" if _DESIMAL.fullmatch(near) else "tulis dengan angka dan titik, contoh 82.50"
    )
    if _DESIMAL.fullmatch(value.lstrip("-−")):
        _refuse(DESIMAL, "bilangan ini tidak boleh di bawah nol", "periksa nilainya, lalu tulis tanpa tanda minus")
    _refuse(DESIMAL, "bukan bilangan desimal", suggestion)


def _angka(value: object) -> object:
    """Return an amount of at most two decimals: three digits after the point could also mean thousands."""
    if not isinstance(value, str):
        return value
    if _ANGKA.fullmatch(value):
        return Decimal(value)
    if value.startswith("-"):
        _refuse(ANGKA, "bilangan tidak boleh negatif", "hapus tanda minusnya; bila tidak ada target, kosongkan")
    bare = value.rstrip("% ")
    near = bare.replace(",", ".")
    suggestion = "tulis dengan angka dan titik desimal, contoh 12 atau 82.5"
    if _THOUSANDS.fullmatch(near):
        suggestion = (
            f"bila ribuan, tulis {near.replace('.', '')}; bila desimal, paling banyak dua angka di belakang titik"
        )
    elif _ANGKA.fullmatch(near):
        suggestion = f"tulis {near}" + (", dengan titik" if near != bare else "")
    _refuse(ANGKA, "bilangan tidak dikenali", suggestion)


def _ya_tidak(value: object) -> object:
    if not isinstance(value, str):
        return value
    if value not in {"ya", "tidak"}:
        meant = "ya" if value.casefold() in _YA else "tidak" if value.casefold() in _TIDAK else "ya, atau tidak"
        _refuse(YA_TIDAK, "isian harus ya atau tidak", f"tulis {meant}")
    return value == "ya"


def _kode(value: object) -> object:
    if not isinstance(value, str):
        return value
    if len(value) > _KODE_LONGEST:
        _refuse(POLA_KODE, f"kode lebih panjang dari {_KODE_LONGEST} huruf", "singkatkan, contoh: mp-1-a")
    if not _KODE.fullmatch(value):
        tidy = as_kode(value)
        _refuse(
            POLA_KODE,
            "kode hanya boleh berisi huruf kecil, angka, dan tanda hubung, dan diawali huruf",
            f"maksud Anda “{tidy}”?" if tidy else "contoh: mp-1-a",
        )
    head = value.split("-")[0]
    if head in _MONTHS or head in _DEVICES:
        suggestion = "pakai awalan lain; Excel atau Windows salah membacanya"
        _refuse(POLA_KODE, f"kode tidak boleh berawalan “{head}”", suggestion)
    return value


def _web(value: object) -> object:
    text = _text(value)
    if isinstance(text, str) and not _WEB.fullmatch(text):
        suggestion = f"tulis https://{text}" if _WEB.fullmatch(f"https://{text}") else "tulis lengkap, diawali https://"
        _refuse(ALAMAT_WEB, "alamat web tidak dikenali", suggestion)
    return text


def _surel(value: object) -> object:
    text = _text(value)
    if isinstance(text, str) and not _SUREL.fullmatch(text):
        _refuse(SUREL, "alamat surel tidak dikenali", "contoh ppid@kab-contoh.kpu.go.id")
    return text


def _sidik(value: object) -> object:
    text = _text(value)
    if not isinstance(text, str) or _SIDIK.fullmatch(text):
        return text
    if _SIDIK.fullmatch(text.casefold()):
        _refuse(SIDIK, "sidik berkas memuat huruf besar", "tulis dengan huruf kecil")
    _refuse(SIDIK, "sidik SHA-256 tidak dikenali", "hapus barisnya; pesan berikutnya menyebut sidik yang benar")


def as_kode(value: str) -> str:
    """Return the nearest well-formed kode, or an empty text when nothing is left."""
    tidy = re.sub(r"[^a-z0-9]+", "-", value.casefold()).strip("-")
    tidy = re.sub(r"^[0-9-]+", "", tidy)
    return tidy[:_KODE_LONGEST].strip("-")


def _asal(value: object) -> object:
    """Turn "L81, L86-90" into ((81, 81), (86, 90))."""
    if isinstance(value, ListNode) and all(isinstance(item, str) for item in value):
        _refuse(ASAL, "asal harus satu teks, bukan daftar", f"tulis “{', '.join(value)}” tanpa kurung siku")
    if isinstance(value, ListNode | MapNode):
        _refuse(ASAL, "asal harus satu teks", "tulis nomor baris naskah, contoh L81 atau “L81, L86-90”")
    if not isinstance(value, str):
        return value
    ranges = []
    for part in value.split(","):
        text = part.strip()
        if not _ASAL.fullmatch(text):
            _refuse(ASAL, "asal tidak dikenali", _asal_meant(value))
        first, _, last = text[1:].partition("-")
        if int(last or first) < int(first):
            _refuse(ASAL, "baris akhir asal mendahului baris awalnya", f"tulis L{last}-{first}")
        ranges.append((int(first), int(last or first)))
    return tuple(ranges)


def _asal_meant(value: str) -> str:
    """Return the advice for an asal that is not written in our way."""
    parts = [_ASAL_MEANT.fullmatch(part.strip()) for part in value.split(",") if part.strip()]
    meant = [f"L{part[1]}" + (f"-{part[2]}" if part[2] else "") for part in parts if part]
    if not meant or len(meant) < len(parts):
        return "tulis nomor baris naskah, contoh L81 atau “L81, L86-90”"
    return f"tulis {meant[0]}" if len(meant) == 1 else f"tulis “{', '.join(meant)}”"


def _schema(kind: str, pola: str, contoh: Sequence[str]) -> WithJsonSchema:
    return WithJsonSchema({"type": kind, "pattern": pola, "examples": list(contoh)})


# The bound is far above any paragraph of a decree, and limits what one field can bring.
NamaBerkas = Annotated[str, BeforeValidator(_text), Field(max_length=20_000)]
Teks = Annotated[NamaBerkas, HoldsNames()]
AlamatWeb = Annotated[str, BeforeValidator(_web), _schema("string", r"^https://", ["https://ppid.kpu.go.id"])]
Surel = Annotated[str, BeforeValidator(_surel), _schema("string", "@", ["ppid@kab-contoh.kpu.go.id"]), HoldsNames()]
Kode = Annotated[str, BeforeValidator(_kode), _schema("string", r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", ["mp-1-a"]), Ours()]
Tanggal = Annotated[date, BeforeValidator(_tanggal), _schema("string", r"^\d{4}-\d{2}-\d{2}$", ["2022-03-28"])]
Bilangan = Annotated[int, BeforeValidator(_bilangan), WithJsonSchema({"type": "integer", "minimum": 0})]
Bulan = Annotated[Bilangan, Field(ge=1, le=12)]
Desimal = Annotated[Decimal, BeforeValidator(_desimal), WithJsonSchema({"type": "number", "minimum": 0})]
Angka = Annotated[Decimal, BeforeValidator(_angka), WithJsonSchema({"type": "number", "minimum": 0})]
YaTidak = Annotated[bool, BeforeValidator(_ya_tidak), WithJsonSchema({"enum": ["ya", "tidak"], "type": "string"})]
Sidik = Annotated[str, BeforeValidator(_sidik), _schema("string", r"^[0-9a-f]{64}$", ["0" * 64])]
Baris = tuple[tuple[int, int], ...]
Asal = Annotated[
    Baris,
    BeforeValidator(_asal),
    _schema("string", r"^L\d+(-\d+)?(, *L\d+(-\d+)?)*$", ["L81", "L81, L86"]),
    Ours(),
    Label("baris naskah"),
]
