"""Addresses of the home app that no page of the tree answers."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from home import views
from home.feedback import views as feedback
from home.feeds import notices_feed

urlpatterns = [
    path(_("sitemap/"), views.sitemap_page, name="sitemap_page"),
    path("feeds/notices.atom", notices_feed, name="notices_feed"),
    path(_("feedback/"), feedback.feedback, name="feedback"),
    path(_("feedback/thanks/"), feedback.thanks, name="feedback_thanks"),
]
