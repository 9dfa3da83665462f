"""Settings, the URL map (urls.py), the endpoint table (api.py), environment variables (env.py, read once).

Names everything above by dotted strings; nothing imports it: settings are read through django.conf.
"""
