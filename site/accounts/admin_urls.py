"""Addresses that stand before those of the admin: there is no second door."""

from django.urls import path, re_path, reverse_lazy
from django.views.generic import RedirectView

from accounts.views.door import admin_door

urlpatterns = [
    path("login/", admin_door),
    re_path(r"^password_reset/", RedirectView.as_view(url=reverse_lazy("account_reset_password"))),
]
