"""Addresses of the search."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from search import views
from search.usefulness import usefulness

urlpatterns = [
    path("", views.search, name="search"),
    path(_("suggestions/"), views.suggest, name="search_suggestions"),
    path(_("useful/"), usefulness, name="search_useful"),
]
