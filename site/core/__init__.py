"""The common ground: base page, Vietnamese text, money, working time, visibility, HTTP rules. Imports nothing of ours.

Vietnamese letters: text.py. Who may see a page: visibility.py. Facts and words of translations: i18n.py. Working days
and holidays: working_time.py, calendars.py. Zones of addresses and what follows from them: url_zones.py (which zone),
http.py (caching, language), security_headers.py. Limits: limits.py, target_limits.py. What stands around a page:
page_frame.py. Posts that must not be lost: kept_posts.py, unsent_posts.py, resubmission.py. Health: health.py.
"""
