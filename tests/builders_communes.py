"""The communes of the province below the department that keeps their services, for tests."""

from io import StringIO

from django.core.management import call_command

from departments.models import DepartmentPage
from tests.builders import make_department

OWNER = "Ủy ban nhân dân cấp xã"


def make_communes(*names: str) -> tuple[DepartmentPage, list[DepartmentPage]]:
    """The owner and these communes ("Phường Hạc Thành") out of all that there are, in that order."""
    owner = make_department(OWNER, kind="ubnd_xa", slug="uy-ban-nhan-dan-cap-xa")
    call_command("load_communes", verbosity=0, stdout=StringIO())
    pages = {page.area_name: page for page in DepartmentPage.objects.communes().filter(alias_of=None)}
    owner.refresh_from_db()
    return owner, [pages[name] for name in names]
