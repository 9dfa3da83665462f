"""The partner API of services: the endpoint (viewsets.py) and what partners read (serializers.py).

May import services.models and services.rules. Named in config/api.py; docs/api.md describes the answers.
"""
