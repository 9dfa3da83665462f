"""Officers to try the desk with: two departments with two officers and a head each, one counter, one supervisor."""

from collections.abc import Mapping

from accounts.models import User
from departments.models import DepartmentPage
from home.demo.accounts import PASSWORD, confirm
from services.forms.models import Officer, OfficerRole

BUILDING, HEALTH = "so-xay-dung", "so-y-te"
WITHOUT_OFFICERS = (
    *("so-nong-nghiep-va-moi-truong", "so-van-hoa-the-thao-va-du-lich", "so-tai-chinh"),
    "ban-quan-ly-khu-kinh-te-nghi-son-va-cac-khu-cong-nghiep",
)
"""Other departments dossiers are filed with here; the counter alone sees them."""

OFFICERS: dict[str, tuple[str, OfficerRole, tuple[str, ...]]] = {
    "canbo1.xaydung@example.vn": ("Cán bộ Một (xây dựng)", OfficerRole.OFFICER, (BUILDING,)),
    "canbo2.xaydung@example.vn": ("Cán bộ Hai (xây dựng)", OfficerRole.OFFICER, (BUILDING,)),
    "lanhdao.xaydung@example.vn": ("Lãnh đạo (xây dựng)", OfficerRole.HEAD, (BUILDING,)),
    "canbo1.yte@example.vn": ("Cán bộ Một (y tế)", OfficerRole.OFFICER, (HEALTH,)),
    "canbo2.yte@example.vn": ("Cán bộ Hai (y tế)", OfficerRole.OFFICER, (HEALTH,)),
    "lanhdao.yte@example.vn": ("Lãnh đạo (y tế)", OfficerRole.HEAD, (HEALTH,)),
    "motcua@example.vn": ("Cán bộ một cửa", OfficerRole.ONE_STOP, (BUILDING, HEALTH, *WITHOUT_OFFICERS)),
    "giamsat@example.vn": ("Giám sát của tỉnh", OfficerRole.SUPERVISOR, ()),
}


def load_officers(departments: Mapping[str, DepartmentPage]) -> None:
    """Make the missing ones; offices changed by hand stay as they are."""
    for email, (name, role, slugs) in OFFICERS.items():
        if User.objects.filter(email__iexact=email).exists():
            continue
        user = User.objects.create_user(email, PASSWORD, first_name=name)
        confirm(user)
        keys = [departments[slug].translation_key for slug in slugs] or [None]
        for department in keys:
            Officer.objects.create(user=user, role=role, department_key=department)
