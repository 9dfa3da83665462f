"""The words by which papers, fees and time limits told their case become cases of the page, in every language.

Keys are the short names that stood in addresses until now. Versions are read as they were stored
(services/models/stored_cases.py).
"""

from collections import defaultdict
from uuid import UUID, uuid5

from django.conf import settings
from django.db import migrations

from services.rules.cases import case_translation_key, keys_of_names, names_in_order

KINDS = {"documents": "RequiredDocument", "fees": "Fee", "durations": "Duration"}
PATHS = UUID("fcab004a-2b50-11ea-978f-2e728ce88125")
"""From it wagtail-localize makes the keys of its paths."""


def make_cases(apps, schema_editor):
    pages = {
        pk: (key, locale, language)
        for pk, key, locale, language in apps.get_model("services", "ServicePage").objects.values_list(
            "pk", "translation_key", "locale_id", "locale__language_code"
        )
    }
    words, places = _words(apps)
    originals = {}
    for pk in sorted(words, key=lambda pk: pages[pk][2] != settings.LANGUAGE_CODE):
        key, locale, language = pages[pk]
        is_original = language == settings.LANGUAGE_CODE
        known = {} if is_original else _known(originals.get(key, {}), words[pk], places[pk])
        named = keys_of_names(names_in_order(*words[pk].values()), known)
        if is_original:
            originals.setdefault(key, {row: named[case] for row, case in places[pk].items()})
        _write(apps, pk, key, locale, named)
    _move_translations(apps)


def _words(apps):
    """Return the words of each page's rows by kind, and of each row by its translation key."""
    words = defaultdict(lambda: {kind: [] for kind in KINDS})
    places = defaultdict(dict)
    for kind, model in KINDS.items():
        rows = apps.get_model("services", model).objects.exclude(case="").order_by("page_id", "sort_order", "pk")
        for page, row, case in rows.values_list("page_id", "translation_key", "case").iterator():
            words[page][kind].append(case)
            places[page][kind, row] = case
    return words, places


def _known(original, words, places):
    """Return the keys of the Vietnamese rows by the words of a translation."""
    known = {}
    for row, case in places.items():
        if row in original:
            known.setdefault(case, original[row])
    return known


def _write(apps, page, page_key, locale, named):
    cases = apps.get_model("services", "ServiceCase")
    made = {}
    for order, (name, key) in enumerate(named.items()):
        if key not in made:
            made[key] = cases(
                page_id=page,
                locale_id=locale,
                sort_order=order,
                key=key,
                name=name,
                translation_key=case_translation_key(page_key, key),
            )
        for model in KINDS.values():
            apps.get_model("services", model).objects.filter(page_id=page, case=name).update(case_key=key)
    cases.objects.bulk_create(made.values())


def _move_translations(apps):
    """What translators wrote for the words of rows is theirs for the name of the case; each case is asked once."""
    contexts = apps.get_model("wagtail_localize", "TranslationContext").objects
    segments = apps.get_model("wagtail_localize", "StringSegment").objects
    translations = apps.get_model("wagtail_localize", "StringTranslation").objects
    rows = {
        f"{kind}.{row}.case": (page, key)
        for kind, model in KINDS.items()
        for row, page, key in apps.get_model("services", model)
        .objects.exclude(case_key="")
        .filter(page__locale__language_code=settings.LANGUAGE_CODE)
        .values_list("translation_key", "page__translation_key", "case_key")
    }
    for old in contexts.filter(field_path__in=[f"{kind}.case" for kind in KINDS]).order_by("pk"):
        if old.path in rows:
            path = f"cases.{case_translation_key(*rows[old.path])}.name"
            new, is_new = contexts.get_or_create(
                object_id=old.object_id, path_id=uuid5(PATHS, path), defaults={"path": path, "field_path": "cases.name"}
            )
            for told in translations.filter(context=old):
                same = {"locale": told.locale_id, "translation_of": told.translation_of_id}
                if not translations.filter(context=new, **same).exists():
                    told.pk, told.context = None, new
                    told.save()
            if is_new:
                segments.filter(context=old).update(context=new)
        segments.filter(context=old).delete()


def write_words(apps, schema_editor):
    for page, key, name in apps.get_model("services", "ServiceCase").objects.values_list("page_id", "key", "name"):
        for model in KINDS.values():
            apps.get_model("services", model).objects.filter(page_id=page, case_key=key).update(case=name)


class Migration(migrations.Migration):

    dependencies = [
        ("services", "0005_cases"),
        ("wagtail_localize", "0016_rename_page_revision_translationlog_revision"),
    ]

    operations = [migrations.RunPython(make_cases, write_words)]
