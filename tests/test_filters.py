"""Which documents a search may use, and which one a reference can mean."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from fakes import make_document

from index.filters import can_mean, chosen_ids
from index.model import Filters
from ingest.model import Reference, Span

TERM_XII = replace(
    make_document(["Tổ chức bộ máy"], "18-nq-tw-2017-10-25")[0].info,
    symbol="18-NQ/TW",
    type="Nghị quyết",
    issuer="Ban Chấp hành Trung ương",
    issued=date(2017, 10, 25),
)
TERM_XIII = replace(TERM_XII, id="18-nq-tw-2022-06-16", issued=date(2022, 6, 16))
UNDATED = replace(TERM_XII, id="khong-ngay", issued=None, issuer=None, type=None)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(), {TERM_XII.id, TERM_XIII.id, UNDATED.id}),
        (Filters(issuers=("Trung ương",)), {TERM_XII.id, TERM_XIII.id}),
        (Filters(issuers=("ban chap hanh",)), {TERM_XII.id, TERM_XIII.id}),
        (Filters(issuers=("Ban Chấp",)), {TERM_XII.id, TERM_XIII.id}),
        (Filters(issuers=("Ban Ch",)), set()),  # whole words only
        (Filters(types=("nghi quyet", "Kế hoạch")), {TERM_XII.id, TERM_XIII.id}),
        (Filters(types=("nghị",)), set()),
        (Filters(issued_from=date(2017, 10, 25), issued_to=date(2017, 10, 25)), {TERM_XII.id}),
        (Filters(issued_from=date(2020, 1, 1)), {TERM_XIII.id}),
        (Filters(documents=(UNDATED.id,)), {UNDATED.id}),
        (Filters(documents=(UNDATED.id,), issued_to=date(2030, 1, 1)), set()),
    ],
)
def test_a_document_must_pass_every_filter(filters: Filters, expected: set[str]) -> None:
    assert chosen_ids((TERM_XII, TERM_XIII, UNDATED), filters) == expected


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        (Reference("18-NQ/TW", "Nghị quyết", None, date(2017, 10, 25), Span(0, 1)), [TERM_XII]),
        (Reference("18-NQ/TW", None, None, date(2022, 6, 16), Span(0, 1)), [TERM_XIII]),
        # without a date it can mean either
        (Reference("18-NQ/TW", "Nghị quyết", None, None, Span(0, 1)), [TERM_XII, TERM_XIII]),
        (Reference("18-NQ/TW", "Kế hoạch", None, None, Span(0, 1)), []),
        (Reference("118-NQ/TW", None, None, None, Span(0, 1)), []),
        (Reference("18-NQ/TU", None, None, None, Span(0, 1)), []),
    ],
)
def test_a_reference_means_the_document_of_its_number_type_and_date(
    said: Reference, meant: list[object]
) -> None:
    assert [info for info in (TERM_XII, TERM_XIII) if can_mean(said, info)] == meant
