"""Machinery of the partner API (Wagtail's v2, hardened): each app brings its own endpoints and serializers.

Answers "what does every endpoint do?" (endpoint.py), "which parameters are understood?" (parameters.py, filters.py),
"what does an error look like?" (problems.py). May import core. config/api.py names the endpoints.
"""
