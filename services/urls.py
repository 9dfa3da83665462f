"""Addresses of pages about services that no editor writes."""

from django.urls import path

from services import views

urlpatterns = [path("", views.levels, name="levels")]
