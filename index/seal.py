"""Bytes sealed with a file: who has the file can open them, and nobody else.

The key is derived from all bytes of the file (HKDF with SHA-256), so nothing has to be kept that
opens a seal: neither in a key file beside it, nor in a digest of the file that is noted elsewhere,
from which the key does not follow. Records are enciphered and authenticated with AES-256-GCM.
Who has the file and the seal learns that it was being read here, and what recognition can see of
it any day.
"""

from __future__ import annotations

import os
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

PURPOSE: Final = b"tracuu: finished pages, version 1"  # another one opens nothing older
KEY, NAME, NONCE = 32, 16, 12  # bytes
BLOCK: Final = 4_096  # sizes are rounded up to it: the length of a page tells of the page
END: Final = b"\x80"  # of what was sealed; zeros follow


class Seal:
    """Opens and closes what belongs to one file.

    ``name`` names it without telling anything of it, its digest neither.
    """

    def __init__(self, data: bytes) -> None:
        derived = HKDF(SHA256(), KEY + NAME, salt=None, info=PURPOSE).derive(data)
        self.name = derived[KEY:].hex()
        self._cipher = AESGCM(derived[:KEY])

    def closed(self, plain: bytes, place: str) -> bytes:
        """Return the bytes sealed; they open again under the same ``place`` only."""
        padded = plain + END
        padded += bytes(-len(padded) % BLOCK)
        nonce = os.urandom(NONCE)
        return nonce + self._cipher.encrypt(nonce, padded, place.encode())

    def opened(self, sealed: bytes, place: str) -> bytes | None:
        """Return what was sealed; None if it is not whole, not ours, or of another place."""
        try:
            padded = self._cipher.decrypt(sealed[:NONCE], sealed[NONCE:], place.encode())
        except (InvalidTag, ValueError):
            return None
        return padded.rstrip(b"\0")[: -len(END)]
