"""`manage.py load_communes`: a page for every commune of the province, below the page that stands for all of them."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from wagtail.search.backends import get_search_backend

from departments.communes.planting import owner_of_communes, plant_communes
from departments.models import DepartmentPage


class Command(BaseCommand):
    help = (
        "Make a page for every commune and ward of the official list, below the department of the kind "
        "“Commune people's committee”. Names and codes only: no address, no telephone. Safe to run again."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        owner = owner_of_communes()
        if owner is None:
            raise CommandError(
                "There is no department of the kind “Commune people's committee (UBND cấp xã)” in the list of "
                "departments: make and publish one first; the services of communes belong to it."
            )
        planted = plant_communes(owner)
        get_search_backend().add_bulk(DepartmentPage, planted)
        self.stdout.write(f"{len(planted)} new communes below “{owner.title}”.")
