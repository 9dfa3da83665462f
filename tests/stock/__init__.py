"""A Wagtail as it is installed, with nothing of the portal's: what its screens are measured on (make stock-barriers).

settings.py and urls.py are the least it starts with, models.py two types of pages, content.py what stands on its
screens, barriers.py opens them in Chromium and writes tests/e2e/stock_barriers.json.
"""
