"""Dead letters in the admin: an administrator reads the list, has letters tried again or gives them up."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.functional import Promise, cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods
from django_filters import ChoiceFilter
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button, HeaderButton
from wagtail.permission_policies import ModelPermissionPolicy

from outbox import dead_letters
from outbox.models import Delivery, DeliveryQuerySet


@dataclass(frozen=True)
class Decision:
    """What can be decided of dead letters."""

    name: str
    title: str | Promise
    title_for_all: str | Promise
    explanation: str | Promise
    act: Callable[[DeliveryQuerySet], int]
    icon: str
    button_class: str = ""


DECISIONS = (
    Decision(
        "try_again",
        _("Send again"),
        _("Send all of them again"),
        _("The worker takes it up within seconds and keeps trying for another day."),
        dead_letters.try_again,
        "rotate",
    ),
    Decision(
        "give_up",
        _("Give up sending"),
        _("Give up sending all of them"),
        _("It will never be sent: what is needed to send it is wiped. This cannot be undone."),
        dead_letters.give_up,
        "bin",
        "serious",
    ),
)


class AdministratorsLook(ModelPermissionPolicy):
    """An administrator may look; nobody writes a delivery, changes or deletes one by hand."""

    def user_has_permission(self, user: AbstractUser | AnonymousUser, action: str) -> bool:
        return bool(action == "view" and user.is_active and user.is_superuser)

    def user_has_any_permission(self, user: AbstractUser | AnonymousUser, actions: Iterable[str]) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)


def decision_view(decision: Decision) -> Callable[..., HttpResponse]:
    """Return the view that asks once more and then does it, to one letter or to all."""

    @require_http_methods(["GET", "HEAD", "POST"])
    def view(request: HttpRequest, pk: int | None = None) -> HttpResponse:
        if not AdministratorsLook(Delivery).user_has_permission(request.user, "view"):
            raise PermissionDenied
        letters = Delivery.objects.dead() if pk is None else Delivery.objects.dead().filter(pk=pk)
        listing = reverse("dead_letters:index")
        if request.method == "POST":
            count = decision.act(letters)
            done = ngettext("%(count)d delivery was decided on.", "%(count)d deliveries were decided on.", count)
            messages.success(request, done % {"count": count})
            return redirect(listing)
        context = {
            "decision": decision,
            "letters": letters.order_by("-failed_at", "-pk")[:20],
            "count": letters.count(),
        }
        header = {"page_title": decision.title if pk else decision.title_for_all, "header_icon": decision.icon}
        return render(request, "outbox/admin/decide.html", {**context, **header, "listing": listing})

    return view


class KindColumn(Column):
    """What was to be delivered, in words."""

    def get_value(self, instance: Delivery) -> str:
        return kind_in_words(instance.kind)


def kind_in_words(kind: str) -> str:
    """Return a kind as administrators read it; one nobody delivers any more stands as it is."""
    return str(settings.OUTBOX_KINDS.get(kind, kind))


class DeadLettersFilter(WagtailFilterSet):
    """One kind at a time, chosen by its words."""

    kind = ChoiceFilter(
        label=capfirst(_("kind")), choices=lambda: [(kind, kind_in_words(kind)) for kind in settings.OUTBOX_HANDLERS]
    )

    class Meta:
        model = Delivery
        fields = ["kind"]


class DeadLettersView(IndexView):
    """The list, with what can be done to each letter and to all."""

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        return [
            HeaderButton(
                decision.title_for_all, url=reverse(f"dead_letters:{decision.name}_all"), icon_name=decision.icon
            )
            for decision in DECISIONS
        ]

    def get_list_more_buttons(self, instance: Model) -> list[Button]:
        return [
            Button(decision.title, url=reverse(f"dead_letters:{decision.name}", args=[instance.pk]), priority=order)
            for order, decision in enumerate(DECISIONS)
        ]

    def get_base_queryset(self) -> DeliveryQuerySet:
        letters: DeliveryQuerySet = super().get_base_queryset()
        return letters.dead()


class DeadLettersViewSet(ModelViewSet):
    """Only the list and the two decisions; none of Wagtail's own ways to add, change or delete exists."""

    model = Delivery
    name = "dead_letters"
    url_prefix = "dead-letters"
    icon = "mail"
    menu_label = _("Undelivered")
    menu_order = 900
    add_to_settings_menu = True
    copy_view_enabled = False
    inspect_view_enabled = False
    form_fields: list[str] = []
    index_view_class = DeadLettersView
    permission_policy = AdministratorsLook(Delivery)
    list_display = [
        "__str__",
        KindColumn("kind", label=capfirst(_("kind"))),
        Column("last_error", label=capfirst(_("last error"))),
        Column("attempts", label=capfirst(_("delivery attempts"))),
        DateColumn("due_at", label=capfirst(_("first due"))),
        DateColumn("failed_at", label=capfirst(_("failed at"))),
    ]
    filterset_class = DeadLettersFilter
    search_fields = ["kind", "last_error", "dedup_key"]
    ordering = ["-failed_at", "-pk"]

    def get_urlpatterns(self) -> list[URLPattern]:
        decisions = [(decision.name, decision_view(decision)) for decision in DECISIONS]
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            *(path(f"<int:pk>/{name}/", view, name=name) for name, view in decisions),
            *(path(f"all/{name}/", view, name=f"{name}_all") for name, view in decisions),
        ]
