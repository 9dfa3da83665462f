"""Tests: fast hashing, memory cache and mail, files in a temporary folder (see tests/conftest.py)."""

from .accounts import *
from .base import *
from .cms import *
from .health import *
from .languages import *
from .logs import *
from .outbox import *
from .security import *
from .submissions import *

DEBUG = False
SECRET_KEY = "only-for-tests"
SERVE_MEDIA = True
ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
CACHES["default"] = {
    "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
    "OPTIONS": {"MAX_ENTRIES": 100_000},
}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
MESSAGE_CHANNELS = dict.fromkeys(("sms", "zalo"), "outbox.channels.FolderChannel")
MESSAGE_FOLDER = str(VAR / "test-messages")
WHITENOISE_AUTOREFRESH = True
SEARCH_FRESH_SECONDS = 0
AUDIT_HEAD_FOLDER = ""
