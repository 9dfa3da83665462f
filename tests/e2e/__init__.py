"""Tests in Chromium, on a running site of their own."""
