"""Readers, one file per format: bytes become pages of lines."""
