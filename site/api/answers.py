"""What every answer of the partner API has in common: no session, one format, one error shape, open and cacheable."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.parsers import BaseParser
from rest_framework.renderers import BaseRenderer, JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from api.parameters import Parameter
from api.problems import answer_to

CACHE_CONTROL = "public, max-age=60, s-maxage=300, stale-while-revalidate=600, stale-if-error=86400"
PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "If-None-Match",
    "Access-Control-Max-Age": "86400",
}
DEFAULT_LIMIT, MAX_LIMIT = 20, 100
MAX_OFFSET = 10_000


class OnlyJSON(BaseContentNegotiation):
    """Whatever a client says it accepts, it gets JSON: one address, one answer."""

    def select_parser(self, request: Request, parsers: list[BaseParser]) -> BaseParser:
        return parsers[0]

    def select_renderer(
        self, request: Request, renderers: list[BaseRenderer], format_suffix: str | None = None
    ) -> tuple[BaseRenderer, str]:
        return renderers[0], renderers[0].media_type


class Anonymous:
    """A view that knows nobody: no authentication, no session, no cookie; errors as problem documents."""

    authentication_classes: list[type] = []
    permission_classes: list[type] = []
    throttle_classes: list[type] = []
    renderer_classes = [JSONRenderer]
    content_negotiation_class = OnlyJSON
    metadata_class = None

    def options(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Return what a browser asks before it lets another site's script read an answer."""
        return Response(status=204, headers=PREFLIGHT)

    def handle_exception(self, exc: Exception) -> Response:
        answer = answer_to(exc)
        if answer is None:
            raise exc
        answer.exception = True
        return answer

    def finalize_response(
        self, request: HttpRequest, response: HttpResponse, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        response = super().finalize_response(request, response, *args, **kwargs)  # type: ignore[misc]
        if response.status_code in (200, 302):
            response.headers["Cache-Control"] = CACHE_CONTROL
        return response

    def get_renderer_context(self) -> dict[str, Any]:
        return {**super().get_renderer_context(), "indent": None}  # type: ignore[misc]


def window(parameters: dict[str, Parameter]) -> slice:
    """Return which objects of a list are asked for."""
    limit = parameters["limit"].number(1, MAX_LIMIT) if "limit" in parameters else DEFAULT_LIMIT
    offset = parameters["offset"].number(0, MAX_OFFSET) if "offset" in parameters else 0
    return slice(offset, offset + limit)
