"""Addresses of the home app that no page of the tree answers."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from home import feedback_views, views
from home.fact_check.views import fact_check, fact_check_page
from home.feeds import notices_feed

urlpatterns = [
    path(_("sitemap/"), views.sitemap_page, name="sitemap_page"),
    path("feeds/notices.atom", notices_feed, name="notices_feed"),
    path(_("fact-check/<str:token>/"), fact_check, name="fact_check"),
    path(_("fact-check/<str:token>/page/"), fact_check_page, name="fact_check_page"),
    path(_("feedback/"), feedback_views.feedback, name="feedback"),
    path(_("feedback/thanks/"), feedback_views.thanks, name="feedback_thanks"),
]
