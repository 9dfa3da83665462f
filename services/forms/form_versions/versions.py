"""Frozen forms: the same content is the same version, and whoever freezes twice freezes once."""

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Max, QuerySet

from accounts.models import User
from services.forms.definition.questions import Form, digest, form_to_json, structure_digest, words_of
from services.forms.form_versions.current_form import current_form, form_page_of
from services.forms.models.form_sources import original_service
from services.forms.models.version import FormVersion, FormWords
from services.models import ServicePage

ATTEMPTS = 5


def versions_of(service: ServicePage) -> QuerySet[FormVersion]:
    """Return every frozen version of a service's form, the newest first."""
    found = FormVersion.objects.filter(service_key=service.translation_key)
    return found.select_related("frozen_by").prefetch_related("words").order_by("-number")


def open_version(service: ServicePage) -> FormVersion:
    """Return the version that is asked today: frozen when there is one with this content, else the next one,
    not saved.
    """
    service = original_service(service)
    form = _current(service)
    return _frozen(service, form) or _next(service, form)


def freeze(service: ServicePage, *, by: User | None = None) -> FormVersion:
    """Return the frozen version of today's form, with the words of every language
    that keeps up. Safe to call at once.
    """
    service = original_service(service)
    form = _current(service)
    version = _frozen(service, form) or _save(service, form, by)
    for code, _name in settings.LANGUAGES:
        if code != settings.LANGUAGE_CODE:
            _keep_words(version, current_form(service, code), code)
    return FormVersion.objects.prefetch_related("words").get(pk=version.pk)


def _current(service: ServicePage) -> Form:
    form = current_form(service)
    if form is None:  # cannot be: only a translation may lag
        raise ValueError(f"no form: {service}")
    return form


def _frozen(service: ServicePage, form: Form) -> FormVersion | None:
    found: FormVersion | None = versions_of(service).filter(sha256=digest(form)).first()
    return found


def _next(service: ServicePage, form: Form) -> FormVersion:
    page = form_page_of(service)
    latest = FormVersion.objects.filter(service_key=service.translation_key).aggregate(Max("number"))["number__max"]
    return FormVersion(
        service_key=service.translation_key,
        number=(latest or 0) + 1,
        source=page.translation_key if page else None,
        definition=form_to_json(form),
        sha256=digest(form),
        structure_sha256=structure_digest(form),
    )


def _save(service: ServicePage, form: Form, by: User | None) -> FormVersion:
    """Return a new row, or the one somebody else froze in the same moment."""
    for _attempt in range(ATTEMPTS):
        version = _next(service, form)
        version.frozen_by = by
        try:
            with transaction.atomic():
                version.save(force_insert=True)
            return version
        except IntegrityError:
            found = _frozen(service, form)
            if found:
                return found
    raise IntegrityError(f"no number could be had for the form of {service}")


def _keep_words(version: FormVersion, form: Form | None, language: str) -> None:
    """Keep the words of a language whose structure is that of the version; a corrected translation replaces them."""
    if form is None or structure_digest(form) != version.structure_sha256:
        return
    words = words_of(form)
    known = FormWords.objects.filter(version=version, language=language).first()
    if known is None or known.words != words:
        FormWords.objects.update_or_create(version=version, language=language, defaults={"words": words})
