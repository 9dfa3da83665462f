"""Health: what /healthz looks at. Checks after "database" need it and are left out while it is down."""

HEALTH_CHECKS: dict[str, str] = {
    "disk": "core.health.disk",
    "database": "core.health.database",
    "migrations": "core.health.migrations",
    "outbox": "outbox.health.check",
    "calendar": "core.calendar_warnings.check",
    "private_storage": "services.forms.uploads.health.room",
    "virus_scanner": "services.forms.uploads.health.virus_scanner",
}
"""Name → function without arguments that answers a core.health.Finding."""

HEALTH_MIN_FREE_MEGABYTES = 512
OUTBOX_MOST_MINUTES_LATE = 30
"""How long something may wait in the outbox before the portal counts as degraded."""
