"""How forms of the portal are drawn: our templates on our own form classes; the admin's forms stay as they are."""

from pathlib import Path
from typing import cast

from django import forms
from django.conf import settings
from django.forms.renderers import DjangoTemplates
from django.template.backends.base import BaseEngine
from django.template.backends.django import DjangoTemplates as Engine
from django.template.backends.django import Template
from django.utils.functional import cached_property

TEMPLATES = {
    "django/forms/widgets/radio.html": "forms/choices.html",
    "django/forms/widgets/checkbox_select.html": "forms/choices.html",
    "django/forms/widgets/clearable_file_input.html": "forms/file.html",
}
"""Django's templates of widgets that are drawn by ours; every other widget keeps its own."""


class PortalRenderer(DjangoTemplates):
    """Draws forms, fields and groups of choices with templates/forms/."""

    form_template_name = "forms/form.html"
    field_template_name = "forms/field.html"

    @cached_property
    def engine(self) -> BaseEngine:
        own = [Path(folder) for engine in settings.TEMPLATES for folder in cast(list[str], engine["DIRS"])]
        folders = [*own, Path(forms.__file__).parent / "templates"]
        return Engine({"APP_DIRS": True, "DIRS": folders, "NAME": "portal_forms", "OPTIONS": {}})

    def get_template(self, template_name: str) -> Template:
        return super().get_template(TEMPLATES.get(template_name, template_name))


RENDERER = PortalRenderer()
"""One for all forms: it keeps the templates it has read."""
