"""Addresses of services that no page of the tree answers."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from services import views

urlpatterns = [
    path(_("levels/"), views.levels, name="levels"),
    path(_("services/code/<str:code>/"), views.by_code, name="service_by_code"),
]
