"""Who signs the mails of the portal: its name and hotline, as the settings have them."""

from core.i18n import reader_language
from core.models import PortalSettings
from core.theme import brand_of


def signature() -> dict[str, str]:
    """Return `site_name` and `hotline` for a mail in the language in force; a number nobody entered is ""."""
    chosen = PortalSettings.load()
    language = reader_language()
    note = chosen.in_language(language).hotline_note
    hotline = f"{chosen.hotline} ({note})" if chosen.hotline and note else chosen.hotline
    return {"site_name": brand_of(chosen, language).name, "hotline": hotline}
