"""Cookies, headers, hosts."""

from config.env import env

ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost"])
X_FRAME_OPTIONS = "SAMEORIGIN"  # the admin shows its previews in a frame
SILENCED_SYSTEM_CHECKS = ["security.W019"]  # it asks for DENY, see the line above
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = False  # the admin's scripts read it
CSRF_COOKIE_SAMESITE = "Lax"
