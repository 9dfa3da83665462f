"""Accounts in the editors' admin: one that other rows speak of is made inactive, never deleted."""

from collections.abc import Iterable

from django.db import router
from django.db.models import Model
from django.db.models.deletion import Collector, ProtectedError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.views.bulk_action import BulkAction

from accounts.models import User


@hooks.register("before_delete_user")
def keep_one(request: HttpRequest, user: User) -> HttpResponse | None:
    """Instead of a fault of the database: why not, and what to do."""
    return _refusal(request, [user])


@hooks.register("before_bulk_action")
def keep_each(request: HttpRequest, action: str, objects: Iterable[Model], _view: BulkAction) -> HttpResponse | None:
    """Return the same for several at once: none is deleted when one must stay."""
    users = [found for found in objects if isinstance(found, User)]
    return _refusal(request, users) if action == "delete" else None


def _refusal(request: HttpRequest, users: Iterable[User]) -> HttpResponse | None:
    needed = [user for user in users if _is_needed(user)]
    for user in needed:
        words = _(
            "%(user)s has filed applications or worked on them, so this account cannot be deleted. Deactivate it."
        )
        messages.error(request, words % {"user": user})
    return HttpResponseRedirect(reverse("wagtailusers_users:index")) if needed else None


def _is_needed(user: User) -> bool:
    """Return whether the database would refuse: what was filed outlives an account (models.PROTECT)."""
    try:
        Collector(using=router.db_for_write(User)).collect([user])
    except ProtectedError:
        return True
    return False
