"""The first page of the editors' area: the blocks of a person in their order, two columns, and what can be begun."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component
from wagtail.models import PageQuerySet
from wagtail.permissions import page_permission_policy

from accounts.models import User
from core.i18n import IN_SOURCE_LANGUAGE
from departments.models import DepartmentGroups, DepartmentPage
from home.desk import dates, drafts, english, letters, moderation, standing
from home.desk.lines import Block, edit_url
from home.desk.translation_queue import may_translate
from home.models import NoticeIndexPage
from outbox.admin import AdministratorsLook
from outbox.models import Delivery


@dataclass(frozen=True)
class Beginning:
    """Something a person may begin: what it is, and where."""

    words: str
    url: str
    icon: str


class MyWork:
    """What waits for one person, asked once per request."""

    def __init__(self, user: User) -> None:
        self.user = user

    @cached_property
    def own(self) -> PageQuerySet:
        """The pages this person may change."""
        return page_permission_policy.instances_user_has_permission_for(self.user, "change")

    @cached_property
    def urgent(self) -> list[Block]:
        """What somebody else waits for, and what did not happen: the number in the menu."""
        found = (
            moderation.waiting(self.user),
            moderation.returned(self.user, self.own),
            drafts.refused(self.own),
        )
        return [one for one in found if one.count]

    @property
    def count(self) -> int:
        return sum(one.count for one in self.urgent)

    def columns(self) -> list[list[Block]]:
        """Return what is in hand on the left, what a day or others bring on the right; blocks without lines are left
        out.
        """
        left = [*self.urgent, *self._in_hand()]
        columns = [left, list(self._brought())]
        return [[one for one in blocks if one.count] for blocks in columns]

    def _in_hand(self) -> Iterator[Block]:
        yield drafts.drafts(self.user, self.own)
        yield moderation.sent(self.user, self.own)
        yield drafts.locked(self.user, self.own)

    def _brought(self) -> Iterator[Block]:
        today = timezone.localdate()
        yield dates.ending_fees(self.own, today)
        yield dates.ending_acts(self.user, self.own, today)
        yield dates.levels_not_earned(self.own)
        yield dates.due_for_review(self.own, today)
        if may_translate(self.user):
            yield from english.to_translate(self.user)
        else:
            yield english.english_behind(self.own)
        if self.user.has_perm("home.change_feedback"):
            yield letters.unread_feedback()
        if AdministratorsLook(Delivery).user_has_permission(self.user, "view"):
            yield letters.dead_letters()
            yield standing.missing_pages()

    @cached_property
    def departments(self) -> list[DepartmentPage]:
        """The departments in whose groups this person is."""
        groups = DepartmentGroups.objects.filter(Q(editors__user=self.user) | Q(approvers__user=self.user))
        keys = groups.values("department_key")
        return list(DepartmentPage.objects.filter(translation_key__in=keys, **IN_SOURCE_LANGUAGE).order_by("path"))

    def beginnings(self) -> Iterator[Beginning]:
        """Yield what this person may begin."""
        policy = page_permission_policy
        may_add = policy.instances_user_has_permission_for(self.user, "add")
        notices = may_add.type(NoticeIndexPage).filter(**IN_SOURCE_LANGUAGE).first()
        if notices:
            address = reverse("wagtailadmin_pages:add", args=["home", "noticepage", notices.pk])
            yield Beginning(_("New notice"), address, "plus")
        for department in self.departments:
            yield Beginning(_("New service"), _service_below(department), "plus")
            yield Beginning(department.title, edit_url(department), "edit")
        yield Beginning(_("Editors' manual"), reverse("manual"), "help")


def _service_below(department: DepartmentPage) -> str:
    return reverse("wagtailadmin_pages:add", args=["services", "servicepage", department.pk])


def work_of(request: HttpRequest) -> MyWork:
    """Return what waits for the person who asks; the menu and the page ask the same."""
    known = request.__dict__
    if "_my_work" not in known:
        known["_my_work"] = MyWork(request.user)  # type: ignore[arg-type]  # nobody else gets into the admin
    work: MyWork = known["_my_work"]
    return work


class MyWorkPanel(Component):
    """The two columns, or a kind word where nothing waits."""

    name = "my_work"
    template_name = "home/admin/my_work.html"
    order = 10

    def __init__(self, work: MyWork) -> None:
        self.work = work

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        columns = self.work.columns()
        return {
            "columns": columns,
            "blocks": [block for blocks in columns for block in blocks],
            "beginnings": list(self.work.beginnings()),
            "departments": self.work.departments,
            "today": timezone.localdate(),
            "user": self.work.user,
            "csrf_token": (parent_context or {}).get("csrf_token", ""),
        }
