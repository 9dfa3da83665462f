"""The list of departments."""

from django.http import Http404
from django.utils.translation import gettext_lazy as _
from wagtail.api import APIField
from wagtail.fields import RichTextField

from core.dotted_path import DottedPath
from core.models import BasePage
from core.visibility import with_restriction
from departments.models.page import DepartmentPage


class DepartmentIndexPage(BasePage):
    """All departments of the province, today's and former ones."""

    introduction = RichTextField(_("introduction"), blank=True, features=["bold", "link", "ul"])

    content_panels = [*BasePage.content_panels, "introduction"]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["departments.DepartmentPage"]
    template = "departments/department_index_page.html"
    presenter = DottedPath("departments.directory.page_context")
    api_fields = [APIField("introduction")]

    class Meta:
        verbose_name = _("list of departments")

    def searchable_words(self) -> list[str]:
        return [self.introduction]

    def route(self, request, path_components):
        """As Wagtail's, but the department is read at once as what it is."""
        if not path_components:
            return super().route(request, path_components)
        children = with_restriction(DepartmentPage.objects.child_of(self))
        department = children.filter(slug=path_components[0]).first()
        if department is None:
            raise Http404
        return department.route(request, path_components[1:])
