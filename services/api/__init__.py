"""The partner API of services: the endpoint (viewsets.py), what partners read (serializers.py).

What a list of services has to look up is collected in reading.py. May import services.models and services.rules. Named
in config/api.py; docs/api.md describes the answers.
"""
