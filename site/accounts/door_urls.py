"""Addresses that belong to the one log-in: Wagtail's own log-ins and its reset of passwords are no second door."""

from django.urls import path, re_path, reverse_lazy
from django.views.generic import RedirectView

from accounts.views.admin_login import admin_door

urlpatterns = [
    path("quan-tri/login/", admin_door),
    re_path(r"^quan-tri/password_reset/", RedirectView.as_view(url=reverse_lazy("account_reset_password"))),
    re_path(r"^(?:en/)?_util/login/$", admin_door),
]
