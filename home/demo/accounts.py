"""Accounts to try the portal with: staff and citizens. Their password is public: never on a real site."""

from collections.abc import Mapping

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.auth.models import Group
from django.utils import timezone

from accounts.groups import Role
from accounts.models import ApplicantType, Profile, User
from departments.models import DepartmentGroups, DepartmentPage

PASSWORD = "thanh-hoa-demo"  # noqa: S105 (printed in the README, for the demo only)
ADMINISTRATOR = "quantri@example.vn"
CONSTRUCTION, HEALTH = "so-xay-dung", "so-y-te"
EDITOR, APPROVER = "editors", "approvers"
STAFF: dict[str, tuple[str, str, str]] = {
    "bientap@example.vn": ("Biên tập", CONSTRUCTION, EDITOR),
    "duyet@example.vn": ("Duyệt", CONSTRUCTION, APPROVER),
    "bientap.yte@example.vn": ("Biên tập Y tế", HEALTH, EDITOR),
    "duyet.yte@example.vn": ("Duyệt Y tế", HEALTH, APPROVER),
    "truyenthong@example.vn": ("Truyền thông", "", Role.COMMUNICATIONS),
    "dich@example.vn": ("Biên dịch", "", Role.TRANSLATORS),
}
"""Addresses of those who keep the content: name, department if they belong to one, and what they are there."""

CITIZENS: dict[str, dict[str, str]] = {
    "congdan1@example.vn": {
        "full_name": "Nguyễn Văn Thử Một",
        "identification_number": "000090000001",
        "phone": "0900000001",
        "address": "Số 1, đường Minh Họa, tỉnh Thanh Hóa",
    },
    "congdan2@example.vn": {
        "full_name": "Trần Thị Thử Hai",
        "identification_number": "000185000002",
        "phone": "0900000002",
        "address": "Số 2, đường Minh Họa, tỉnh Thanh Hóa",
        "applicant_type": ApplicantType.BUSINESS,
        "organisation_name": "Công ty TNHH Minh Họa",
        "business_number": "0000000002",
    },
    "congdan3@example.vn": {
        "full_name": "Lê Văn Thử Ba",
        "identification_number": "000078000003",
        "phone": "0900000003",
        "address": "Số 3, đường Minh Họa, tỉnh Thanh Hóa",
        "applicant_type": ApplicantType.ORGANISATION,
        "organisation_name": "Hợp tác xã Minh Họa",
    },
}
"""Made-up people, as their numbers show; each with the address they log in with."""


def load_accounts(departments: Mapping[str, DepartmentPage]) -> None:
    """One account per role; editors and approvers of two departments, who see nothing of each other."""
    for email, (name, department, role) in STAFF.items():
        if not User.objects.filter(email__iexact=email).exists():
            user = User.objects.create_user(email, PASSWORD, first_name=name)
            user.groups.add(_group(departments[department], role) if department else Group.objects.get(name=role))
    if not User.objects.filter(email__iexact=ADMINISTRATOR).exists():
        User.objects.create_superuser(ADMINISTRATOR, PASSWORD, first_name="Quản trị")
    for email in (*STAFF, ADMINISTRATOR):
        confirm(User.objects.get(email__iexact=email))


def _group(department: DepartmentPage, role: str) -> Group:
    group: Group = getattr(DepartmentGroups.objects.get(department_key=department.translation_key), role)
    return group


def load_citizens() -> None:
    """Three people who file: for themselves, for a business, for a co-operative."""
    for email, details in CITIZENS.items():
        if User.objects.filter(email__iexact=email).exists():
            continue
        user = User.objects.create_user(email, PASSWORD)
        consent = {"consent_version": settings.ACCOUNT_TERMS_VERSION, "consent_at": timezone.now()}
        Profile.objects.create(user=user, **details, **consent)
        confirm(user)


def confirm(user: User) -> None:
    """Nobody reads the mail of a demo account, so its address counts as confirmed."""
    EmailAddress.objects.get_or_create(user=user, email=user.email, defaults={"verified": True, "primary": True})
