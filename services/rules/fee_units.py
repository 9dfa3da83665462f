"""Units of fees: what an amount is paid for, in the reader's language where the unit is a usual one."""

from django.utils.translation import pgettext_lazy

USUAL = {
    "lần": pgettext_lazy("unit of a fee", "time"),
    "hồ sơ": pgettext_lazy("unit of a fee", "application"),
    "bản": pgettext_lazy("unit of a fee", "copy"),
    "trang": pgettext_lazy("unit of a fee", "page"),
    "cơ sở": pgettext_lazy("unit of a fee", "place of business"),
    "lần/cơ sở": pgettext_lazy("unit of a fee", "time and place of business"),
    "lần/sản phẩm": pgettext_lazy("unit of a fee", "time and product"),
    "người/lần": pgettext_lazy("unit of a fee", "person and time"),
    "chương trình": pgettext_lazy("unit of a fee", "programme"),
    "chứng chỉ": pgettext_lazy("unit of a fee", "certificate"),
    "văn bằng": pgettext_lazy("unit of a fee", "diploma"),
    "hộ chiếu": pgettext_lazy("unit of a fee", "passport"),
}


def unit_in_words(unit: str) -> str:
    """Return the unit in the reader's language; one that is not usual stays as the editors wrote it."""
    return str(USUAL.get(unit, unit))
