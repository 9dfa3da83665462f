"""Addresses of pages about the portal."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from home import views

urlpatterns = [path(_("sitemap/"), views.sitemap_page, name="sitemap_page")]
