"""The screens of accounts and roles, for administrators."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.models import User
from accounts.requests import AuthenticatedHttpRequest
from departments.staff import changes
from departments.staff.changes import ChangeRefused, may_manage
from departments.staff.forms import InvitationForm, RolesForm
from departments.staff.people import lines, staff
from departments.staff.roles import ADMINISTRATOR, role_sets, roles_of

PER_PAGE = 50
View = Callable[..., HttpResponse]


def administrators_only(view: View) -> View:
    """Return the view, closed to everybody else."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_manage(request.user):  # type: ignore[arg-type]  # nobody else gets into the admin
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


@administrators_only
@require_safe
def staff_list(request: HttpRequest) -> HttpResponse:
    """List the accounts; narrowed by words and by a role."""
    sets = role_sets()
    roles = {role.key: role for one in sets for role in one.roles}
    words, chosen = request.GET.get("q", "").strip()[:100], roles.get(request.GET.get("role", ""))
    people = staff(words, (chosen.group or ADMINISTRATOR) if chosen else "")
    page = Paginator(people, PER_PAGE).get_page(request.GET.get("p"))
    context = {
        "lines": lines(list(page), sets),
        "page": page,
        "sets": sets,
        "words": words,
        "chosen": chosen.key if chosen else "",
    }
    return render(request, "departments/admin/staff_list.html", context)


@administrators_only
@require_http_methods(["GET", "HEAD", "POST"])
def staff_invite(request: AuthenticatedHttpRequest) -> HttpResponse:
    """Ask who is new and what they may do, then make the account and send the invitation."""
    sets = role_sets()
    form = InvitationForm(request.POST or None, sets=sets)
    if request.method == "POST" and form.is_valid():
        try:
            user = changes.invite(**form.cleaned_data, by=request.user)
        except ChangeRefused as refusal:
            form.add_error("email", str(refusal))
        else:
            words = _("The invitation to %(email)s is on its way. It leads to choosing a password.")
            messages.success(request, words % {"email": user.email})
            return redirect("staff_account", user.pk)
    return render(request, "departments/admin/staff_invite.html", {"form": form, "sets": sets})


@administrators_only
@require_http_methods(["GET", "HEAD", "POST"])
def staff_account(request: AuthenticatedHttpRequest, user_id: int) -> HttpResponse:
    """Show one account in words; its roles are ticked, it is suspended and opened again, invited once more."""
    user = get_object_or_404(staff(), pk=user_id)
    sets = role_sets(kept=[group.pk for group in user.groups.all()])
    own = [role.key for role in roles_of(user, sets)]
    sets[1:] = sorted(sets[1:], key=lambda one: all(role.key not in own for role in one.roles))
    form = RolesForm(request.POST if "save" in request.POST else None, sets=sets, initial={"roles": own})
    if request.method == "POST" and _act(request, user, form):
        return redirect("staff_account", user_id) if staff().filter(pk=user_id).exists() else redirect("staff_list")
    context = {"line": lines([user], sets)[0], "form": form, "sets": sets, "is_own": user.pk == request.user.pk}
    return render(request, "departments/admin/staff_account.html", context)


def _act(request: AuthenticatedHttpRequest, user: User, form: RolesForm) -> bool:
    """Do what was pressed and say so; False when the form has to be shown again."""
    if "save" in request.POST and not form.is_valid():
        return False
    deeds: dict[str, tuple[Callable[[], object], str]] = {
        "save": (
            lambda: changes.set_roles(user, form.cleaned_data["roles"], by=request.user),
            _("The roles are saved."),
        ),
        "suspend": (
            lambda: changes.suspend(user, by=request.user),
            _("The account is suspended and logged out everywhere."),
        ),
        "resume": (lambda: changes.resume(user, by=request.user), _("The account is open again.")),
        "invite": (
            lambda: changes.send_invitation(user, by=request.user),
            _("The invitation is on its way once more."),
        ),
    }
    for name in deeds.keys() & request.POST.keys():
        deed, done = deeds[name]
        try:
            deed()
        except ChangeRefused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, done)
    return True
