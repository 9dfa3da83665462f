"""How one is told what happens to one's dossiers."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from accounts.models import Profile
from accounts.notices import PREFERENCES_SAVED
from accounts.profile_forms import NotificationsForm
from accounts.views.account import OwnRequest, get_or_post
from core.kept_posts import see_again, with_kept
from outbox import channels


@get_or_post
@login_required
def notifications(request: OwnRequest) -> HttpResponse:
    """Return the preferences of the person who is logged in."""
    profile = Profile.objects.of(request.user)
    form = NotificationsForm(request.POST if request.method == "POST" else None, profile=profile)
    if request.method == "POST":
        if not form.is_valid():
            return see_again(request, form)
        _save(request.user.pk, form)
        messages.success(request, PREFERENCES_SAVED)
        return HttpResponseRedirect(reverse("account_overview"))
    context = {
        "title": _("Notifications about your applications"),
        "form": with_kept(request, form),
        "needs_phone": bool(channels.offered()) and not profile.has_mobile_phone,
    }
    return render(request, "account/notifications.html", context)


@transaction.atomic
def _save(user: int, form: NotificationsForm) -> None:
    """Only these columns: details that are saved at the same time stay."""
    profile, _made = Profile.objects.update_or_create(user_id=user, defaults=form.preferences())
    for path in settings.ACCOUNT_PREFERENCES_SAVED:
        import_string(path)(profile)
