"""The endpoint table of the partner API: which viewset answers which address below /api/v2/."""

from django.utils.module_loading import import_string
from wagtail.api.v2.router import WagtailAPIRouter

ENDPOINTS = {
    "pages": "api.viewsets.PagesViewSet",
    "images": "api.viewsets.ImagesViewSet",
    "documents": "api.viewsets.DocumentsViewSet",
    "services": "services.api.ServicesViewSet",
    "departments": "departments.api.DepartmentsViewSet",
}

router = WagtailAPIRouter("partner_api")
for name, viewset in ENDPOINTS.items():
    router.register_endpoint(name, import_string(viewset))
