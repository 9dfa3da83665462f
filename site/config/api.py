"""The endpoint table of the partner API: which viewset answers which address below /api/v2/."""

from django.urls import path
from django.utils.module_loading import import_string
from wagtail.api.v2.router import WagtailAPIRouter

ENDPOINTS = {
    "services": "services.api.viewsets.ServicesViewSet",
    "departments": "departments.api.DepartmentsViewSet",
    "pages": "api.viewsets.PagesViewSet",
    "images": "api.viewsets.ImagesViewSet",
    "documents": "api.viewsets.DocumentsViewSet",
}
"""The first endpoint that fits a page type writes the addresses of its objects, so `pages` comes last of its kind."""

router = WagtailAPIRouter("partner_api")
for name, viewset in ENDPOINTS.items():
    router.register_endpoint(name, import_string(viewset))

FURTHER = {"services/<int:pk>/form/": "services.forms.form_versions.api.ServiceFormView"}
"""Addresses below an object that its endpoint does not answer itself."""

further = [path(address, import_string(view).as_view()) for address, view in FURTHER.items()]
