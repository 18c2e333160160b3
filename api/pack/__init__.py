"""The study pack: what a trainer hands out about one document, every line with its place."""

from api.pack.check import PackError, check
from api.pack.make import for_participants, study_pack
from api.pack.model import StudyPack

__all__ = ["PackError", "StudyPack", "check", "for_participants", "study_pack"]
