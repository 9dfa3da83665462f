"""How complete the pages of each department are, as the public statistics show it: counted, of nobody in particular."""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import Avg, Count, Q
from django.http import HttpRequest

from core.links import Link
from core.text import sort_key
from departments.department_cache import department_cache
from services.models import ServicePage


@dataclass(frozen=True)
class DepartmentCompleteness:
    """The public services of a department: how many, how complete on average in percent, how many keep less than their
    level promises.
    """

    department: Link
    services: int
    percent: int
    unkept: int


def completeness_by_department(request: HttpRequest | None) -> list[DepartmentCompleteness]:
    """Return a row for each department with public services, in the order of a dictionary, from two questions."""
    counted = ServicePage.objects.on_site(settings.LANGUAGE_CODE).exclude(completeness=None).with_owner_path()
    sums = (
        counted.order_by()
        .values("owner_path")
        .annotate(
            services=Count("pk"),
            average=Avg("completeness__percent"),
            unkept=Count("pk", filter=Q(completeness__is_kept=False)),
        )
    )
    register = department_cache(request)
    links = {department.path: register.link(department.translation_key) for department in register.by_id.values()}
    rows = [
        DepartmentCompleteness(link, row["services"], int(row["average"]), row["unkept"])
        for row in sums
        if (link := links.get(row["owner_path"]))
    ]
    return sorted(rows, key=lambda row: sort_key(row.department.text))
