"""Personal identification numbers: what the 12 digits say of their owner, and whether they can be right.

Three digits of the place where the birth was registered (a province, or a country), one of century and sex, two of the
year of birth, six at random: Decree 137/2015/ND-CP Art. 13; codes of provinces: Circular 07/2016/TT-BCA, which Circular
59/2021/TT-BCA keeps. Numbers given before 1 July 2025 keep the code of a province that is no more.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.translation import gettext as _

PROVINCES: dict[str, str] = {
    "001": "Hà Nội", "002": "Hà Giang", "004": "Cao Bằng", "006": "Bắc Kạn", "008": "Tuyên Quang", "010": "Lào Cai",
    "011": "Điện Biên", "012": "Lai Châu", "014": "Sơn La", "015": "Yên Bái", "017": "Hòa Bình", "019": "Thái Nguyên",
    "020": "Lạng Sơn", "022": "Quảng Ninh", "024": "Bắc Giang", "025": "Phú Thọ", "026": "Vĩnh Phúc", "027": "Bắc Ninh",
    "030": "Hải Dương", "031": "Hải Phòng", "033": "Hưng Yên", "034": "Thái Bình", "035": "Hà Nam", "036": "Nam Định",
    "037": "Ninh Bình", "038": "Thanh Hóa", "040": "Nghệ An", "042": "Hà Tĩnh", "044": "Quảng Bình",
    "045": "Quảng Trị", "046": "Thừa Thiên Huế", "048": "Đà Nẵng", "049": "Quảng Nam", "051": "Quảng Ngãi",
    "052": "Bình Định", "054": "Phú Yên", "056": "Khánh Hòa", "058": "Ninh Thuận", "060": "Bình Thuận",
    "062": "Kon Tum", "064": "Gia Lai", "066": "Đắk Lắk", "067": "Đắk Nông", "068": "Lâm Đồng", "070": "Bình Phước",
    "072": "Tây Ninh", "074": "Bình Dương", "075": "Đồng Nai", "077": "Bà Rịa – Vũng Tàu", "079": "Hồ Chí Minh",
    "080": "Long An", "082": "Tiền Giang", "083": "Bến Tre", "084": "Trà Vinh", "086": "Vĩnh Long", "087": "Đồng Tháp",
    "089": "An Giang", "091": "Kiên Giang", "092": "Cần Thơ", "093": "Hậu Giang", "094": "Sóc Trăng",
    "095": "Bạc Liêu", "096": "Cà Mau",
}  # fmt: skip
"""The 63 provinces and cities until 30 June 2025, by code."""

DEMONSTRATION = "000"
"""No province has this code, so numbers that begin with it are nobody's: those of the demo."""

_RUNS = "01234567890123456789", "98765432109876543210"


class Sex(StrEnum):
    MALE = "male"
    FEMALE = "female"


class Doubt(StrEnum):
    """Why a number of 12 digits may be wrong; only its owner can tell."""

    PLACE = "place"
    """The first three digits are no code of a province; of countries no list is at hand."""
    FUTURE = "future"
    """The year of birth lies ahead."""
    PATTERN = "pattern"
    """One digit repeated, or digits counted up or down: people type them to get on."""


@dataclass(frozen=True)
class Parts:
    """What a number says of its owner."""

    place: str
    sex: Sex
    year: int


def parts(number: str) -> Parts:
    """Return the parts of a number of 12 digits. An even fourth digit is a man’s, an odd one a woman’s;
    two a century.
    """
    code = int(number[3])
    return Parts(number[:3], Sex.FEMALE if code % 2 else Sex.MALE, 1900 + 100 * (code // 2) + int(number[4:6]))


def doubt(number: str, *, today: date, is_demo: bool = False) -> Doubt | None:
    """Return why its owner should look at a number of 12 digits once more; None when nothing speaks against it."""
    if len(set(number)) == 1 or any(number in run for run in _RUNS):
        return Doubt.PATTERN
    said = parts(number)
    if said.place not in PROVINCES and not (is_demo and said.place == DEMONSTRATION):
        return Doubt.PLACE
    return Doubt.FUTURE if said.year > today.year else None


def agrees(number: str, *, birth: str = "", sex: str = "") -> bool:
    """Return whether a number can be that of a person of this birth ("1945", "1945-03", "1945-03-02") and sex (""
    unknown).
    """
    said = parts(number)
    return (not birth or said.year == int(birth[:4])) and (not sex or said.sex == sex)


def doubt_in_words(found: Doubt, number: str) -> str:
    """Return the doubt, and what its owner can do, in the language in force."""
    words = {
        Doubt.PLACE: _(
            "“{place}” at the beginning of the number is the code of no province; the codes of countries are not known "
            "here. Compare the number with the identity card. If it is right, tick the box below."
        ),
        Doubt.FUTURE: _(
            "By this number its owner would be born in {year}. Compare it with the identity card. "
            "If it is right, tick the box below."
        ),
        Doubt.PATTERN: _(
            "Numbers like this one are hardly ever given. Compare it with the identity card. "
            "If it is right, tick the box below."
        ),
    }[found]
    said = parts(number)
    return words.format(place=said.place, year=said.year)
