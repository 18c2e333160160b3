"""What is sealed with a file opens with that file, whole and in its place; nothing else does."""

from __future__ import annotations

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from index.seal import BLOCK, Seal

FILE = b"%PDF-1.7 \xff\xd8 ..." * 50
ANY = st.binary(max_size=3 * BLOCK)


@given(ANY, st.text())
def test_what_is_closed_opens_again(plain: bytes, place: str) -> None:
    assert Seal(FILE).opened(Seal(FILE).closed(plain, place), place) == plain


@given(ANY, st.binary(max_size=99))
def test_another_file_opens_nothing(plain: bytes, other: bytes) -> None:
    assert Seal(other).opened(Seal(FILE).closed(plain, "1"), "1") is None
    assert Seal(other).name != Seal(FILE).name


@given(st.data())
def test_a_flipped_bit_anywhere_opens_nothing(data: st.DataObject) -> None:
    sealed = bytearray(Seal(FILE).closed(b"Trang 1", "1"))
    sealed[data.draw(st.integers(0, len(sealed) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    assert Seal(FILE).opened(bytes(sealed), "1") is None


@given(st.integers(0, BLOCK))
def test_a_cut_record_opens_nothing(size: int) -> None:
    assert Seal(FILE).opened(Seal(FILE).closed(b"Trang 1", "1")[:size], "1") is None


def test_a_page_put_in_the_place_of_another_opens_nothing() -> None:
    assert Seal(FILE).opened(Seal(FILE).closed(b"Trang 1", "1"), "2") is None


def test_the_same_page_never_looks_the_same_and_its_length_does_not_show() -> None:
    seal = Seal(FILE)
    short, again, longer = (seal.closed(plain, "1") for plain in (b"a", b"a", b"a" * 3_000))
    assert short != again
    assert len(short) == len(longer)


def test_neither_name_nor_key_follow_from_the_digest_that_is_noted_elsewhere() -> None:
    digest = hashlib.sha256(FILE)
    sealed = Seal(FILE).closed(b"Trang 1", "1")
    for known in (digest.digest(), digest.hexdigest().encode()):
        assert Seal(known).name not in {Seal(FILE).name, digest.hexdigest()[:32]}
        assert Seal(known).opened(sealed, "1") is None
    assert Seal(FILE).name not in digest.hexdigest()
