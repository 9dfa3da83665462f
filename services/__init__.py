"""Public services: administrative procedures as pages, lists and API records.

Rooms, top to bottom: `pages : api` → `catalogue` → `models` → `rules`. The app `services.forms` stands above them
and nothing here imports it. Contracts in pyproject.toml keep the directions.
"""
