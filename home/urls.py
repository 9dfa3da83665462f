"""Addresses of the home app that no page of the tree answers."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from home import feedback_views, views
from home.feeds import notices_feed

urlpatterns = [
    path(_("sitemap/"), views.sitemap_page, name="sitemap_page"),
    path("feeds/notices.atom", notices_feed, name="notices_feed"),
    path(_("feedback/"), feedback_views.feedback, name="feedback"),
    path(_("feedback/thanks/"), feedback_views.thanks, name="feedback_thanks"),
]
