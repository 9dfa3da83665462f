"""Cookies, headers, hosts."""

from config.env import env
from core.deployment_risks import Risk

ALLOWED_HOSTS = env.hosts("ALLOWED_HOSTS", ["127.0.0.1", "localhost"])
TRUSTED_PROXIES = env.networks("TRUSTED_PROXIES")
"""Hosts whose X-Forwarded-For is believed; a malformed one stops the start and is named."""
ACCEPTED_RISKS = env.words("ACCEPTED_RISKS", [*Risk])
"""What whoever runs the portal has decided to do without; `check --deploy` warns of the rest."""
SECURITY_CONTACT = env.contacts("SECURITY_CONTACT")
X_FRAME_OPTIONS = "SAMEORIGIN"  # the admin shows its previews in a frame
SILENCED_SYSTEM_CHECKS = ["security.W019"]  # it asks for DENY, see the line above
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = False  # the admin's scripts read it
CSRF_COOKIE_SAMESITE = "Lax"

MEGABYTE = 1024 * 1024
MAX_BODY = 3 * MEGABYTE
"""Bytes a request may bring to an address that is not named below."""
MAX_BODY_BELOW = {
    "/ho-so/": 64 * MEGABYTE,
    "/en/submissions/": 64 * MEGABYTE,
    "/can-bo/": 16 * MEGABYTE,
    "/en/desk/": 16 * MEGABYTE,
    "/quan-tri/": 128 * MEGABYTE,
}
"""Beginnings of addresses that take files: 60 MB of a dossier with what stands around them; results; documents."""
BODY_WITHOUT_FILES = 256 * 1024
"""A body up to this size holds hardly a file; it is let in, whatever room there is, so that no typed text is lost."""
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "core.upload_handlers.LargeFileUploadHandler",
]
ROOM_FOR_BODY_BELOW = dict.fromkeys(
    ["/ho-so/", "/en/submissions/", "/can-bo/", "/en/desk/"], "services.forms.uploads.storage.has_room"
)
"""Beginnings of addresses → function of a number of bytes: whether the disk would take them."""

SELF, NONE, INLINE = "'self'", "'none'", "'unsafe-inline'"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
    }
}
"""Nothing from elsewhere and nothing inline, so that a text which slipped in can never run."""
ADMIN_CONTENT_SECURITY_POLICY = {
    "script-src": [SELF, INLINE],
    "style-src": [SELF, INLINE],
    "img-src": [SELF, "data:", "blob:"],
}
"""Where the admin needs more: its pages carry scripts and styles of their own."""
PERMISSIONS_POLICY = "browsing-topics=(), camera=(), geolocation=(), microphone=(), payment=(), usb=()"
"""Powers of a browser that no page here asks for."""
