"""Production: refuses to start without its secrets; HTTPS everywhere."""

from django.core.exceptions import ImproperlyConfigured

from config.env import env, refused

from .accounts import *
from .base import *
from .cms import *
from .health import *
from .languages import *
from .logs import *
from .outbox import *
from .security import *
from .submissions import *

REQUIRED = ("SECRET_KEY", "DATABASE_URL", "ALLOWED_HOSTS", "BASE_URL", "EMAIL_URL")
MIN_SECRET_LENGTH = 50
MIN_DIFFERENT_CHARACTERS = 12

missing = [name for name in REQUIRED if not env.text(name)]
if missing:
    raise ImproperlyConfigured(
        f"Thiếu biến môi trường (missing environment variables): {', '.join(missing)}. See .env.example."
    )

if "*" in ALLOWED_HOSTS:
    raise refused("ALLOWED_HOSTS", "must name each host: an asterisk lets a visitor say which host our links lead to.")

DEBUG = False
REQUIRE_STAFF_MFA = True
SECRET_KEY = env.secret("SECRET_KEY")
SECRET_KEY_FALLBACKS = env.secrets("SECRET_KEY_FALLBACKS")
if len(SECRET_KEY) < MIN_SECRET_LENGTH:
    raise ImproperlyConfigured(f"SECRET_KEY must have at least {MIN_SECRET_LENGTH} characters. See .env.example.")
if len(set(SECRET_KEY)) < MIN_DIFFERENT_CHARACTERS or SECRET_KEY.startswith("django-insecure-"):
    raise ImproperlyConfigured("SECRET_KEY can be guessed: let a machine draw it. See .env.example.")

LOGGING["handlers"]["stderr"]["formatter"] = "json"

SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^(livez|readyz|healthz)$"]  # asked on the machine itself, without TLS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-session"
KNOWN_DEVICE_COOKIE_NAME = "__Host-device"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-csrf"
WAGTAILADMIN_BASE_URL = env.origin("BASE_URL", "", ("https",))
CSRF_TRUSTED_ORIGINS = [WAGTAILADMIN_BASE_URL]
