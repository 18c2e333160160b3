"""Text in the fonts and encodings from before Unicode becomes Unicode, run by run."""

from __future__ import annotations

from ingest.encodings.model import Run
from ingest.encodings.runs import Converter

__all__ = ["Converter", "Run"]
