"""The communes of the province below the department that keeps their services, for tests."""

from departments.communes.planting import plant_communes
from departments.models import DepartmentPage
from tests.builders import make_department

OWNER = "Ủy ban nhân dân cấp xã"


def make_communes(*names: str) -> tuple[DepartmentPage, list[DepartmentPage]]:
    """The owner and these communes ("Phường Hạc Thành") out of all that there are, in that order."""
    owner = make_department(OWNER, kind="ubnd_xa", slug="uy-ban-nhan-dan-cap-xa")
    plant_communes(owner)
    pages = {page.area_name: page for page in DepartmentPage.objects.communes().filter(alias_of=None)}
    owner.refresh_from_db()
    return owner, [pages[name] for name in names]
