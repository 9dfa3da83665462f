"""Dead letters in the administrators' menu."""

from wagtail import hooks

from outbox.admin import DeadLettersViewSet


@hooks.register("register_admin_viewset")
def register_dead_letters() -> DeadLettersViewSet:
    return DeadLettersViewSet()
