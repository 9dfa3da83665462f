"""Errors of the partner API: one shape for all of them, and who is told what."""

from http import HTTPStatus

from django.core.exceptions import PermissionDenied
from django.http import Http404
from rest_framework.exceptions import APIException
from rest_framework.response import Response
from wagtail.api.v2.utils import BadRequestError

from core.errors import API_DETAILS, PROBLEM_TYPE, problem


class Invalid(BadRequestError):
    """A request that cannot be answered as it is: which parameter is wrong, and what would be right."""

    def __init__(self, parameter: str, message: str) -> None:
        super().__init__(f"{parameter}: {message}")
        self.errors = [{"parameter": parameter, "message": message}]


class Unknown(BadRequestError):
    """Parameters nobody knows; they are never ignored, or a misspelt filter would look like an answer."""

    def __init__(self, names: list[str], known: list[str]) -> None:
        super().__init__(f"unknown parameter: {', '.join(names)}; known here: {', '.join(known)}")
        self.errors = [{"parameter": name, "message": "unknown parameter"} for name in names]


def answer_to(error: Exception) -> Response | None:
    """Return the problem document for an error that is the caller's, None for one of ours.

    What the framework says of it would be in the language of the address; programs are told in English.
    """
    match error:
        case BadRequestError():
            document = problem(400, str(error), getattr(error, "errors", ()))
        case Http404() | PermissionDenied():
            document = problem(404, API_DETAILS[404])
        case APIException():
            document = problem(
                error.status_code, API_DETAILS.get(error.status_code, HTTPStatus(error.status_code).phrase)
            )
        case _:
            return None
    return Response(document, status=document["status"], content_type=PROBLEM_TYPE, headers={"Content-Language": "en"})
