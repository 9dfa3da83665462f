"""Addresses of services that no page of the tree answers."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from services import views
from services.feeds import services_feed

urlpatterns = [
    path(_("levels/"), views.levels, name="levels"),
    path("feeds/services.atom", services_feed, name="services_feed"),
    path(_("services/code/<str:code>/"), views.by_code, name="service_by_code"),
]
