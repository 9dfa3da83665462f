"""Questions asked of many services at once."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, Value
from django.db.models.functions import Left, Length
from wagtail.models import PageQuerySet

from core.visibility import visible


class ServiceQuerySet(PageQuerySet):
    """Services are under their department in the tree; its path is the stem of theirs."""

    def on_site(self, language: str):
        """What an anonymous visitor may see in one language, aliases of untranslated pages included."""
        return visible(self).filter(locale__language_code=language)

    def picked(self, ids: Iterable[int]) -> list[Any]:
        """Those of the given pages that an anonymous visitor may see, in the given order."""
        ids = list(ids)
        found = visible(self).select_related("locale").in_bulk(ids) if ids else {}
        return [found[pk] for pk in ids if pk in found]

    def translated(self):
        """Without pages that only stand in for another language."""
        return self.filter(alias_of__isnull=True)

    def owned_by(self, departments: Iterable[Any]):
        """Services living under any of the given department pages."""
        stems = Q(pk__in=[])
        for department in departments:
            stems |= Q(path__startswith=department.path)
        return self.filter(stems)

    def with_owner_path(self):
        """Annotates `owner_path`, the tree path of the department page above."""
        return self.annotate(owner_path=Left("path", Length("path") - Value(self.model.steplen)))

    def with_facts(self):
        """Reads what each service points at once, in the same query."""
        return self.select_related("locale", "field__locale", "former_department__locale", "replaced_by__locale")


def attach_departments(services: Iterable[Any]) -> list[Any]:
    """Fill `service.department` of every service in one query; answers them as a list."""
    from departments.models import DepartmentPage

    services = list(services)
    stems = {service.path[: -service.steplen] for service in services}
    owners = {page.path: page for page in DepartmentPage.objects.filter(path__in=stems).select_related("locale")}
    for service in services:
        service.department = owners.get(service.path[: -service.steplen])
    return services
