"""Settings every environment shares: applications, middleware, templates, database, files."""

from pathlib import Path
from urllib.parse import quote

import environ

from config.env import ROOT, VAR, env

INSTALLED_APPS = [
    "home.apps.HomeConfig",
    "search.apps.SearchConfig",
    "services.forms.apps.FormsConfig",
    "services.apps.ServicesConfig",
    "departments.apps.DepartmentsConfig",
    "api.apps.ApiConfig",
    "outbox.apps.OutboxConfig",
    "core.apps.CoreConfig",
    "accounts.apps.AccountsConfig",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.api.v2",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "modelcluster",
    "taggit",
    "rest_framework",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "core.request_ids.RequestIdMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "core.http.HeadMiddleware",
    "core.security_headers.PoliciesMiddleware",
    "core.http.PublicCacheMiddleware",
    "core.http.PartnerMiddleware",
    "core.http.CompressionMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "core.http.BadInputMiddleware",
    "core.http.TypedQueryMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "core.http.LanguageFromAddressMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "accounts.idle.IdleTimeoutMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "accounts.second_factor.StaffSecondFactorMiddleware",
    "accounts.confirming.AdminExportMiddleware",
    "accounts.stock_screens.StockAccountsMiddleware",
    "core.errors.LimitsMiddleware",
    "core.page_passwords.PagePasswordMiddleware",
    "core.admin_doors.AdminDoorsMiddleware",
    "core.refused_changes.RefusalMiddleware",
    "core.unsent_posts.KeptPostsMiddleware",
    "core.request_size.BodyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "core.moved_addresses.MovedAddressMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["core.templatetags.form_token"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
            ],
        },
    },
]


KNOWN_DATABASES = ("postgres", "postgresql", "sqlite")
"""What the portal is tested with."""


def sqlite_url(path: Path) -> str:
    """Return the address of a database file, whatever its folder is called."""
    return f"sqlite:///{quote(str(path))}"


KEPT_OPEN = {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
"""A connection serves many requests; each asks first whether it still stands. The address may say otherwise."""
PATIENCE = {"connect_timeout": 5, "tcp_user_timeout": 30_000, "keepalives_idle": 30}
"""A server that is gone must not hold a request: seconds to connect, milliseconds without an answer of its machine."""


def database(url: str) -> dict:
    """Django's settings for a database address; SQLite gets what concurrent writers need (WAL, IMMEDIATE)."""
    config = environ.Env.db_url_config(url)
    if config["ENGINE"] == "django.db.backends.sqlite3":
        config["OPTIONS"] = {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        }
    else:
        config = KEPT_OPEN | config
        config["OPTIONS"] = PATIENCE | config.get("OPTIONS", {})
    return config


DATABASES = {"default": database(env.url("DATABASE_URL", sqlite_url(VAR / "db.sqlite3"), KNOWN_DATABASES))}
STATEMENT_SECONDS = env.whole_number("STATEMENT_SECONDS", 30)
"""How long PostgreSQL works at one statement of a request; commands and the worker take as long as they need."""
SHARED_CACHE = "dbcache://django_cache?max_entries=1000000"
"""One cache for all processes, so that limits hold across them; large, so that none is dropped before its time: a
wrong try leaves four entries, two of them for a day."""
CACHES = {
    "default": environ.Env.cache_url_config(env.url("CACHE_URL", SHARED_CACHE, [*environ.Env.CACHE_SCHEMES])),
    "renditions": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
}
"""Scaled pictures are read with their originals; kept in the shared cache, each would be written at every visit."""

AUTH_USER_MODEL = "accounts.User"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "CommonPasswordValidator", "NumericPasswordValidator")
] + [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    }
]

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [ROOT / "site" / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = env.folder("MEDIA_ROOT", VAR / "media")
PRIVATE_ROOT = env.folder("PRIVATE_ROOT", VAR / "private")
"""Files of citizens: never served from the folder, only by views that ask whose they are."""
CLAMD_ADDR = env.text("CLAMD_ADDR")
"""Where the virus scanner listens: tcp://host:port or unix:/path; empty: there is none."""
STORAGES = {
    "default": {"BACKEND": "core.media_storage.WholeFileStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
SERVE_MEDIA = False
"""Whether Django itself answers /media/images/ (demo and development; nginx does it in production)."""
DEMO = False
"""Whether every page carries the banner that this is not an official site."""

EMAIL_CONFIG = environ.Env.email_url_config(env.url("EMAIL_URL", "consolemail://", [*environ.Env.EMAIL_SCHEMES]))
vars().update(EMAIL_CONFIG)
DEFAULT_FROM_EMAIL = env.sender("DEFAULT_FROM_EMAIL", "khong-tra-loi@localhost")
