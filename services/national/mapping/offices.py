"""What agencies are called: offices that there are many of have one name here for all of them."""

from core.text import fold
from departments.kinds import DepartmentKind

PROVINCE = fold("Thanh Hóa")
COMMUNE_OFFICES = tuple(
    fold(name)
    for name in (
        *("Ủy ban nhân dân cấp xã", "UBND cấp xã", "Chủ tịch Ủy ban nhân dân cấp xã", "Chủ tịch UBND cấp xã"),
        *("Ủy ban nhân dân xã, phường", "Ủy ban nhân dân xã", "Trung tâm Phục vụ hành chính công cấp xã"),
    )
)
OFFICES = {
    DepartmentKind.UBND_XA: COMMUNE_OFFICES,
    DepartmentKind.CONG_AN_XA: (fold("Công an cấp xã"), fold("Công an xã")),
    DepartmentKind.CONG_AN: (fold("Công an cấp tỉnh"), fold("Công an tỉnh")),
}
"""How records name offices of which there is one page here for all."""


def own_name(name: str) -> str:
    """Return the folded name of an agency without the name of our province behind it."""
    words = fold(name)
    for suffix in (f" tinh {PROVINCE}", f" {PROVINCE}"):
        words = words.removesuffix(suffix)
    return words


def common_name(name: str) -> str:
    """Return what an agency is known by here: one name for offices that there are many of, else its own."""
    return kind_of(own_name(name)) or own_name(name)


def kind_of(name: str) -> DepartmentKind | None:
    """Return the kind of the offices that a folded name stands for; None for an agency that there is one of."""
    return next((kind for kind, names in OFFICES.items() if name in names), None)
