"""Addresses of services that no page of the tree answers."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from services.catalogue import views
from services.catalogue.feeds import services_feed
from services.catalogue.filter_values import AUDIENCE, FIELD, LIFE_EVENT

urlpatterns = [
    path(_("levels/"), views.levels, name="levels"),
    path(_("forms/"), views.forms, name="forms"),
    path(_("legal-documents/<slug:key>/"), views.legal_document, name="legal_document"),
    path("feeds/services.atom", services_feed, name="services_feed"),
    path(_("services/code/<str:code>/"), views.by_code, name="service_by_code"),
    path(_("services/field/"), views.all_topics, {"kind": FIELD}, name=f"{FIELD}_list"),
    path(_("services/field/<slug:slug>/"), views.topic, {"kind": FIELD}, name=FIELD),
    path(_("services/audience/"), views.all_topics, {"kind": AUDIENCE}, name=f"{AUDIENCE}_list"),
    path(_("services/audience/<slug:slug>/"), views.topic, {"kind": AUDIENCE}, name=AUDIENCE),
    path(_("services/event/"), views.all_topics, {"kind": LIFE_EVENT}, name=f"{LIFE_EVENT}_list"),
    path(_("services/event/<slug:slug>/"), views.topic, {"kind": LIFE_EVENT}, name=LIFE_EVENT),
]
