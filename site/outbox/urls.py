"""Addresses of the mailbox of the demonstration."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from outbox import views

urlpatterns = [
    path(_("mailbox/"), views.mailbox, name="mailbox"),
    path(_("mailbox/<str:mark>/"), views.mail, name="mail"),
]
