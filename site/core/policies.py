"""What a browser may load and do on our pages: strict for the public, wider for the editors' admin."""

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from core.zones import Zone, zone_of


class PoliciesMiddleware(CSPMiddleware):
    """Content-Security-Policy by the zone of the address, and everywhere which powers of a browser are not used."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if zone_of(request.path_info) is Zone.ADMIN:
            parts.replace = settings.ADMIN_CONTENT_SECURITY_POLICY
        return parts

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        response.headers.setdefault("Permissions-Policy", settings.PERMISSIONS_POLICY)
        return super().process_response(request, response)
