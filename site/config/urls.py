"""The URL map: every address of the site starts here."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.utils.translation import gettext_lazy as _
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.admin.auth import require_admin_access
from wagtail.documents import urls as wagtaildocs_urls

from config.api import further, router
from core import errors, files, health
from core.admin_lists import PageTypesUsage
from core.admin_search import PageChooserSearch, PageSearch, page_explorer
from core.page_editors import PageCreateView, PageEditView
from core.sitemap import sitemap
from core.style_page import style_page
from core.theme import stylesheet_view
from core.wellknown import robots, security

PAGE_EDITORS = {
    "add": (
        "add/<slug:content_type_app_name>/<slug:content_type_model_name>/<int:parent_page_id>/",
        PageCreateView.as_view(),
    ),
    "edit": ("<int:page_id>/edit/", PageEditView.as_view()),
}
"""Editors of pages by the names of Wagtail's own, in whose places they stand: those take no panel of ours."""

WAGTAILS_OWN_TRIALS = ("failwhale", "test404")
"""Pages of the admin that fail on purpose or pretend to; nobody needs them here."""

PAGE_LISTS = (
    ("pages/", page_explorer.index_view),
    ("pages/search/", PageSearch.as_view()),
    ("pages/search/results/", PageSearch.as_view(results_only=True)),
    ("choose-page/search/", PageChooserSearch.as_view()),
)
"""Lists of pages in the places of Wagtail's own, which know no Vietnamese."""

urlpatterns = [
    path("", include("accounts.door_urls")),
    *(path(f"quan-tri/{name}/", errors.page_not_found) for name in WAGTAILS_OWN_TRIALS),
    *(
        path(f"quan-tri/reports/page-types-usage/{part}", require_admin_access(view))
        for part, view in (
            ("", PageTypesUsage.as_view()),
            ("results/", PageTypesUsage.as_view(results_only=True)),
        )
    ),
    *(path(f"quan-tri/{part}", require_admin_access(view)) for part, view in PAGE_LISTS),
    *(
        path(f"quan-tri/pages/{part}", require_admin_access(view), name=name)
        for name, (part, view) in PAGE_EDITORS.items()
    ),
    path("quan-tri/", include(wagtailadmin_urls)),
    path("api/v2/", include(further)),
    path("api/v2/", router.urls),
    re_path(r"^tai-lieu/(\d+)/(.*)$", files.document, name="wagtaildocs_serve"),
    path("tai-lieu/", include(wagtaildocs_urls)),
    path("media/original_images/<str:path>", files.original_picture),
    path("thuong-hieu.css", stylesheet_view, name="brand"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("robots.txt", robots, name="robots"),
    path(".well-known/security.txt", security, name="security_contact"),
    path("livez", health.livez, name="livez"),
    path("readyz", health.readyz, name="readyz"),
    path("healthz", health.healthz, name="healthz"),
]

if settings.SERVE_MEDIA:
    urlpatterns += [path("media/images/<path:path>", files.scaled_picture)]

if settings.DEBUG:
    urlpatterns += [path("_style/", style_page)]

urlpatterns += i18n_patterns(
    path("", include("home.urls")),
    path("", include("services.urls")),
    path("", include("services.forms.urls")),
    path("", include("services.forms.desk.urls")),
    path(_("search/"), include("search.urls")),
    path("", include("outbox.urls")),
    path(_("account/"), include("accounts.urls")),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)

handler400 = "core.errors.bad_request"
handler403 = "core.errors.permission_denied"
handler404 = "core.errors.page_not_found"
handler429 = "core.errors.too_many_requests"
handler500 = "core.server_errors.server_error"
