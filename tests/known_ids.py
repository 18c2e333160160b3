"""The ids of documents that tests name."""

from __future__ import annotations

KH180 = "180-kh-tu-2025-02-18"
NQ57 = "57-nq-tw-2024-12-22"
