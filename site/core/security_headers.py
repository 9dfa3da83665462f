"""What a browser may load and do on our pages: strict for the public, wider for the editors' admin."""

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from core.url_zones import Zone, is_public, zone_of

PERSONAL_REFERRER_POLICY = "same-origin"
"""No other site learns from which page of a session somebody came; our own forms need to know it."""


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
        if not is_public(request.path_info):
            response.headers.setdefault("Referrer-Policy", PERSONAL_REFERRER_POLICY)
        return super().process_response(request, response)
