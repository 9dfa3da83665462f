"""English: pages submitted, translated and published through wagtail-localize, as a translator would do it."""

from collections.abc import Iterable, Mapping

from django.core.management import call_command
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.operations import translate_object

from departments.models import DepartmentPage
from home.demo.content import Record, key, read
from home.demo.locales import english
from home.models import GuidancePage
from home.setup import Trunk
from services.models import ServicePage


class UntranslatedWords(Exception):
    """The content lacks English for some words of a page that should be wholly translated."""


def load_english(trunk: Trunk, departments: dict[str, DepartmentPage]) -> None:
    """Translate what is still only Vietnamese or an alias; a parent always comes before its children."""
    content = read("english")
    words = content["words"]
    lists = (trunk.departments, trunk.services, trunk.guidance, trunk.notices)
    for page in (trunk.home, *lists, *trunk.standing.values()):
        translate(page, words)
    for record in read("departments"):
        translate(departments[record["slug"]], {**words, **department_words(record)})
    for model, kind in ((ServicePage, "services"), (GuidancePage, "guidance")):
        keys = [key(kind, slug) for slug in content[kind]]
        for page in model.objects.filter(translation_key__in=keys, locale__language_code="vi"):
            translate(page, words)


def department_words(record: Record) -> dict[str, str]:
    """Vietnamese to English for one department: its address, its texts, the work it handed over."""
    words = {record.get("short_name", ""): record.get("short_name", "")}
    for name in ("slug", "title", "functions", "status_note"):
        words |= zip(_segments(record.get(name, "")), _segments(record["english"].get(name, "")), strict=True)
    works = [row["work"] for row in record.get("successions", [])]
    return words | dict(zip(works, record["english"].get("works", []), strict=True))


def _segments(text: str) -> list[str]:
    """Return a text as the translator sees it: each paragraph on its own."""
    return [part for part in text.replace("<p>", "").split("</p>") if part]


def translate(page: Page, words: Mapping[str, str]) -> None:
    """Publish `page` in English, unless it is there already as a page of its own."""
    if (
        type(page)
        .objects.filter(translation_key=page.translation_key, locale=english(), alias_of__isnull=True)
        .exists()
    ):
        return
    translate_object(page, [english()])
    source = TranslationSource.objects.get_for_instance(page)
    _translate_strings(source.stringsegment_set.select_related("string"), words)
    Translation.objects.get(source=source, target_locale=english()).save_target(publish=False)
    page.get_translation(english()).get_latest_revision().publish()  # at once, so that children find a live parent


def _translate_strings(segments: Iterable[StringSegment], words: Mapping[str, str]) -> None:
    missing = [segment.string.data for segment in segments if segment.string.data.replace("&amp;", "&") not in words]
    if missing:
        raise UntranslatedWords("; ".join(missing))
    StringTranslation.objects.bulk_create(
        StringTranslation(
            translation_of=segment.string,
            locale=english(),
            context_id=segment.context_id,
            data=words[segment.string.data.replace("&amp;", "&")].replace("&", "&amp;"),
        )
        for segment in segments
    )


def stand_in_for_the_rest() -> None:
    """An English alias for every page without a translation, as the admin makes when it adds a page."""
    call_command("sync_locale_trees", verbosity=0)
