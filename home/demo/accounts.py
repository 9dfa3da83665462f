"""Accounts to try the editors' area with. Their password is public: never on a real site."""

from accounts.groups import Role, ensure_branch_groups, ensure_groups
from accounts.models import User
from departments.models import DepartmentPage

PASSWORD = "thanh-hoa-demo"  # noqa: S105 (printed in the README, for the demo only)
ADMINISTRATOR = "quantri@example.vn"


def load_accounts(department: DepartmentPage) -> None:
    """One account per role; the editor and the approver belong to one department."""
    groups = ensure_groups()
    editors, approvers = ensure_branch_groups(department)
    accounts = {
        "bientap@example.vn": ("Biên tập", editors),
        "duyet@example.vn": ("Duyệt", approvers),
        "truyenthong@example.vn": ("Truyền thông", groups[Role.COMMUNICATIONS]),
        "dich@example.vn": ("Biên dịch", groups[Role.TRANSLATORS]),
    }
    for email, (name, group) in accounts.items():
        if not User.objects.filter(email__iexact=email).exists():
            user = User.objects.create_user(email, PASSWORD, first_name=name)
            user.groups.add(group)
    if not User.objects.filter(email__iexact=ADMINISTRATOR).exists():
        User.objects.create_superuser(ADMINISTRATOR, PASSWORD, first_name="Quản trị")
