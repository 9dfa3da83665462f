"""The provinces and centrally run cities of Viet Nam since 1 July 2025 (Resolution 202/2025/QH15), for addresses."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from core.text import fold, sort_key

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


_NAMES = (
    "An Giang, Bắc Ninh, Cà Mau, Cao Bằng, Cần Thơ, Đà Nẵng, Đắk Lắk, Điện Biên, Đồng Nai, Đồng Tháp, Gia Lai, Hà Nội, "
    "Hà Tĩnh, Hải Phòng, Hồ Chí Minh, Huế, Hưng Yên, Khánh Hòa, Lai Châu, Lạng Sơn, Lào Cai, Lâm Đồng, Nghệ An, "
    "Ninh Bình, Phú Thọ, Quảng Ngãi, Quảng Ninh, Quảng Trị, Sơn La, Tây Ninh, Thái Nguyên, Thanh Hóa, Tuyên Quang, "
    "Vĩnh Long"
)
PROVINCES = tuple(sorted(_NAMES.split(", "), key=sort_key))
"""The 34 names as they are stored and read, in dictionary order."""

ABROAD = "abroad"
"""Stands for the province in an address outside Viet Nam; the whole address is then in its last line."""

FORMER = "former"
"""Stands for the province in an address by names of before 1 July 2025, as older papers have it."""

UNLISTED = (ABROAD, FORMER)
"""Addresses that no list of wards is for: the ward may be left out, and nothing in them is checked."""

HOME = "Thanh Hóa"
"""The province of this portal."""

_KNOWN = {fold(name): name for name in PROVINCES} | {name: name for name in UNLISTED}


def province(text: str) -> str | None:
    """Return the stored name, however its tone marks are placed ("Thanh Hoá"),
    or None for what is no province today.
    """
    return _KNOWN.get(fold(text))


def province_label(name: str) -> str:
    """Return the name as a person reads it."""
    return str(UNLISTED_LABELS.get(name, name))


def province_choices() -> "list[tuple[str, StrOrPromise]]":
    """Stored name and label of everything that can be chosen."""
    return [*((name, name) for name in PROVINCES), *UNLISTED_LABELS.items()]


UNLISTED_LABELS: "dict[str, StrOrPromise]" = {
    FORMER: _("Address by its former names (before 1 July 2025)"),
    ABROAD: _("Outside Viet Nam"),
}
