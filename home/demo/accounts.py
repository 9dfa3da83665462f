"""Accounts to try the portal with: staff and citizens. Their password is public: never on a real site."""

from allauth.account.models import EmailAddress
from django.conf import settings
from django.utils import timezone

from accounts.groups import Role, ensure_branch_groups, ensure_groups
from accounts.models import ApplicantType, Profile, User
from departments.models import DepartmentPage

PASSWORD = "thanh-hoa-demo"  # noqa: S105 (printed in the README, for the demo only)
ADMINISTRATOR = "quantri@example.vn"
STAFF = {
    "bientap@example.vn": "Biên tập",
    "duyet@example.vn": "Duyệt",
    "truyenthong@example.vn": "Truyền thông",
    "dich@example.vn": "Biên dịch",
}
"""Addresses of those who keep the content, with their names."""

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


def load_accounts(department: DepartmentPage) -> None:
    """One account per role; the editor and the approver belong to one department."""
    groups = ensure_groups()
    editors, approvers = ensure_branch_groups(department)
    theirs = (editors, approvers, groups[Role.COMMUNICATIONS], groups[Role.TRANSLATORS])
    for (email, name), group in zip(STAFF.items(), theirs, strict=True):
        if not User.objects.filter(email__iexact=email).exists():
            user = User.objects.create_user(email, PASSWORD, first_name=name)
            user.groups.add(group)
    if not User.objects.filter(email__iexact=ADMINISTRATOR).exists():
        User.objects.create_superuser(ADMINISTRATOR, PASSWORD, first_name="Quản trị")
    for email in (*STAFF, ADMINISTRATOR):
        confirm(User.objects.get(email__iexact=email))


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
