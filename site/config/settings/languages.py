"""Languages and time. Vietnamese is the source; the language of a page stands in its address."""

from config.env import ROOT

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
LOCALE_PATHS = [ROOT / "site" / "locale", ROOT / "site" / "locale_upstream"]
"""Our own words; words that the packages we stand on lack in Vietnamese or say badly."""
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = True
FORMAT_MODULE_PATH = "config.formats"
