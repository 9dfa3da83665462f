"""The admin's part of the outbox: dead letters for administrators, the words of letters for communications."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from outbox.admin import DeadLettersViewSet
from outbox.letters.views import PERMISSION, letter_edit, letter_list


@hooks.register("register_admin_viewset")
def register_dead_letters() -> DeadLettersViewSet:
    return DeadLettersViewSet()


@hooks.register("register_admin_urls")
def letter_urls() -> list[URLPattern]:
    return [
        path("noi-dung-thu/", letter_list, name="letter_list"),
        path("noi-dung-thu/<str:language>/<path:name>/", letter_edit, name="letter_edit"),
    ]


class LettersItem(MenuItem):
    """The words of letters, for whoever may change them."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(PERMISSION))


@hooks.register("register_admin_menu_item")
def letters_in_the_menu() -> LettersItem:
    return LettersItem(_("Letters"), reverse_lazy("letter_list"), name="letters", icon_name="mail", order=321)
