"""Wagtail and wagtail-localize."""

from config.env import ROOT, env

WAGTAIL_SITE_NAME = "Cổng Dịch vụ công Thanh Hóa"
WAGTAILADMIN_BASE_URL = env.origin("BASE_URL", "http://127.0.0.1:8000", ("https", "http"))
WAGTAILAPI_BASE_URL = WAGTAILADMIN_BASE_URL
WAGTAILAPI_LIMIT_MAX = 100
WAGTAILAPI_SEARCH_ENABLED = True

PUBLIC_VIEWS = ["levels", "forms", "field_list", "audience_list", "life_event_list", "sitemap_page", "statistics"]
"""Names of the views that are pages of the site without being pages of the tree; they stand in sitemap.xml."""

PUBLIC_ADDRESSES = ["services.catalogue.vocabulary_pages.public_addresses"]
"""Functions that name further public addresses, each page of them as its paths by language."""

PAGE_DEPENDENTS = [
    "services.forms.submissions.page_dependents.dossiers_of_page",
    "home.link_dependents.links_to_page",
]
"""Functions that say what else depends on a page (core/page_dependents.py)."""

WAGTAIL_FINISH_WORKFLOW_ACTION = "core.approved.publish_approved"
WAGTAIL_I18N_ENABLED = True
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
"""Otherwise submitting a page for translation publishes untranslated text at once."""
WAGTAIL_LOCALIZE_DEFAULT_TRANSLATION_MODE = "synced"

WAGTAILIMAGES_IMAGE_MODEL = "core.PortalImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "core.image_form.PortalImageForm"
WAGTAILDOCS_DOCUMENT_MODEL = "core.PortalDocument"
WAGTAILDOCS_EXTENSIONS = ["doc", "docx", "pdf", "xls", "xlsx", "odt", "ods"]
WAGTAILDOCS_DOCUMENT_FORM_BASE = "core.document_form.PortalDocumentForm"
DOCUMENT_JUDGE = "services.forms.uploads.documents.judge_document"
"""Raises ValidationError for a file that nobody should be given."""
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp"]

WAGTAIL_DATE_FORMAT = "%d/%m/%Y"
WAGTAIL_DATETIME_FORMAT = "%d/%m/%Y %H:%M"
WAGTAIL_TIME_FORMAT = "%H:%M"
"""As the editor's fields show them; config.formats says what else may be typed."""

WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILEMBEDS_FINDERS: list[dict] = []
EDITORS_MANUAL = ROOT / "docs" / "editors.md"
"""Shown in the admin, where Help leads to."""
WAGTAILADMIN_PERMITTED_LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]

WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "wagtail.search.backends.database", "SEARCH_CONFIG": "simple"},
}
PAGE_SEARCH = "search.door.found_pages"
"""What the partner API asks for the pages that words lead to."""
SEARCH_FRESH_SECONDS = 2
"""How long the search of the site may go without asking the database what was published since."""
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
"""Index updates happen with the save that causes them; a queue without a worker would silently stop the index."""

TAGGIT_CASE_INSENSITIVE = True
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
"""A service with many papers posts several thousand fields in the admin."""
