"""Addresses of filing."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from services.forms.views.apply import apply

urlpatterns = [
    path(_("services/<slug:slug>/apply/"), apply, name="apply"),
]
