"""/api/v2/services/<id>/form/: the form a service is filed with today, for programs that draw or fill it."""

from typing import Any

from django.conf import settings
from django.http import Http404
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from api.answers import Anonymous
from api.parameters import BIGGEST_ID, read
from core.visibility import visible
from services.forms.form_versions.availability import availability_of_all
from services.forms.form_versions.current_form import current_form
from services.forms.form_versions.json_schema import json_schema, layout, texts
from services.forms.form_versions.versions import open_version
from services.forms.models.form_sources import original_service
from services.models import ServicePage

Data = dict[str, Any]


class ServiceFormView(Anonymous, APIView):
    """The version that is asked now: its number and digests, JSON Schema, layout, texts in every language it speaks."""

    def get(self, request: Request, pk: int) -> Response:
        read(request.GET, [])
        service = _service(pk)
        if not _is_open(service):
            raise Http404
        return Response(answer(service), headers={"Content-Language": settings.LANGUAGE_CODE})


def answer(service: ServicePage) -> Data:
    """Return the form of a Vietnamese service. Titles in the schema are Vietnamese; `texts` has those of every
    language.
    """
    version = open_version(service)
    forms = {code: current_form(service, code) for code, _name in settings.LANGUAGES}
    form = version.form()
    return {
        "service": {
            "id": service.pk,
            "procedure_code": service.procedure_code,
            "locale": settings.LANGUAGE_CODE,
        },
        "version": version.number,
        "sha256": version.sha256,
        "structure_sha256": version.structure_sha256,
        "is_designed": version.source is not None,
        "schema": json_schema(form),
        "layout": layout(form),
        "texts": {code: texts(spoken) for code, spoken in forms.items() if spoken},
    }


def _service(pk: int) -> ServicePage:
    """Return the Vietnamese page of the public service with that id, in whatever language it is;
    Http404 without one.
    """
    pages = visible(ServicePage.objects.filter(alias_of__isnull=True)).select_related("locale")
    found = pages.filter(pk=pk).first() if pk <= BIGGEST_ID else None
    original = original_service(found) if found else None
    if original is None or not pages.filter(pk=original.pk).exists():
        raise Http404
    return original


def _is_open(service: ServicePage) -> bool:
    agencies = list(service.handling_agencies.select_related("department"))
    return any(one.is_open for one in availability_of_all(service, agencies))
