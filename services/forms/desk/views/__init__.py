"""Requests to the desk, one module a page."""
