"""The library as its users see it: put, search, replace, remove, reindex, share."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from fakes import HashingEmbedder, make_document

from index.library import Library
from index.lock import writer_lock
from index.model import Filters, Query
from ingest.errors import LibraryError, LibraryLockedError, ModelMismatchError, UnknownDocumentError
from ingest.model import Deadline, Document, Period, Reference, Span, Task

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PLAN = make_document(
    ["Đẩy mạnh chuyển đổi số quốc gia", "Báo cáo kết quả trước ngày 10/5/2025"],
    "180-kh-tu-2025-02-18",
    symbol="180-KH/TU",
    issued=date(2025, 2, 18),
)
RESOLUTION = make_document(
    ["Đột phá phát triển khoa học, công nghệ", "Chuyển đổi số là động lực"],
    "57-nq-tw-2024-12-22",
    symbol="57-NQ/TW",
    type="Nghị quyết",
    issuer="Bộ Chính trị",
    place="Hà Nội",
    issued=date(2024, 12, 22),
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "thư viện", HashingEmbedder) as library:
        yield library


def found(library: Library, text: str, **filters: object) -> list[str]:
    query = Query(text, Filters(**filters))  # type: ignore[arg-type]
    return [hit.passage.id for hit in library.search(query)]


def with_parts(given: tuple[Document, bytes]) -> tuple[Document, bytes]:
    """Return the document with a deadline, a task and two references."""
    document, data = given
    due = Period(None, date(2025, 5, 9), "trước ngày 10/5/2025")
    facts = (
        Deadline("Báo cáo kết quả", (), due, Span(32, 39), ("2",)),
        Task(("Tỉnh ủy",), "đẩy mạnh", (), (), None, Span(0, 8), ("1",)),
    )
    named = Reference("57-NQ/TW", "Nghị quyết", "Bộ Chính trị", date(2024, 12, 22), Span(0, 3))
    other = replace(named, issued=date(2022, 6, 16), span=Span(4, 6))
    return replace(document, facts=facts, references=(named, other)), data


def test_a_new_library_is_empty_and_answers_with_nothing(library: Library) -> None:
    assert library.state().generation == 0
    assert library.search(Query("chuyển đổi số")) == ()
    assert library.documents() == ()
    assert library.frequency("so") == 0
    assert library.check() == ()


def test_what_is_put_in_is_found_with_its_document_and_both_scores(library: Library) -> None:
    assert library.put([PLAN, RESOLUTION]) == (PLAN[0].info.id, RESOLUTION[0].info.id)
    hits = library.search(Query("báo cáo kết quả trước ngày nào"))
    assert hits[0].passage == PLAN[0].passages[1]
    assert hits[0].document == PLAN[0].info
    assert hits[0].lexical is not None
    assert hits[0].dense is not None
    assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))
    assert library.state().passages == 4


def test_a_page_of_hits_begins_where_the_last_one_ended(library: Library) -> None:
    library.put([PLAN, RESOLUTION])
    whole = library.search(Query("chuyển đổi số", limit=4))
    pages = [library.search(Query("chuyển đổi số", limit=2, offset=at)) for at in (0, 2)]
    assert [hit.passage.id for page in pages for hit in page] == [h.passage.id for h in whole]
    assert [hit.rank for page in pages for hit in page] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"documents": (PLAN[0].info.id,)}, {PLAN[0].info.id}),
        ({"types": ("nghị quyết",)}, {RESOLUTION[0].info.id}),
        ({"issuers": ("Tỉnh uỷ",)}, {PLAN[0].info.id}),
        ({"issued_from": date(2025, 1, 1)}, {PLAN[0].info.id}),
        ({"issued_to": date(2025, 1, 1)}, {RESOLUTION[0].info.id}),
        ({"types": ("Kế hoạch",), "issued_to": date(2025, 1, 1)}, set()),
        ({"documents": ("không-có",)}, set()),
    ],
)
def test_filters_choose_which_documents_may_answer(
    library: Library, filters: dict[str, object], expected: set[str]
) -> None:
    library.put([PLAN, RESOLUTION])
    assert {name.split("#")[0] for name in found(library, "chuyển đổi số", **filters)} == expected


def test_the_same_bytes_twice_change_nothing(library: Library) -> None:
    library.put([PLAN])
    before = library.state()
    assert library.put([PLAN, PLAN]) == (PLAN[0].info.id,) * 2
    assert library.state() == before
    assert len(library.history(PLAN[0].info.id)) == 1


def test_an_empty_batch_changes_nothing(library: Library) -> None:
    assert library.put([]) == ()
    assert library.state().generation == 0


def test_other_bytes_of_the_same_document_replace_it_and_keep_the_old(library: Library) -> None:
    library.put([PLAN, RESOLUTION])
    newer = make_document(["Nội dung đã sửa"], PLAN[0].info.id, issued=date(2025, 2, 18))
    assert library.put([newer]) == (PLAN[0].info.id,)
    assert library.document(PLAN[0].info.id) == newer[0]
    assert library.original(PLAN[0].info.id) == newer[1]
    assert [v.sha256 for v in library.history(PLAN[0].info.id)] == [
        PLAN[0].info.sha256,
        newer[0].info.sha256,
    ]
    assert "180-kh-tu-2025-02-18#2" not in found(library, "báo cáo kết quả trước ngày")
    assert library.check() == ()


def test_two_provinces_documents_of_one_number_are_both_kept(library: Library) -> None:
    one = make_document(["Của Tiền Giang"], "5-kh", place="Tiền Giang")
    two = make_document(["Của Bến Tre"], "5-kh", place="Bến Tre")
    assert library.put([one, two]) == ("5-kh", "5-kh-ben-tre")
    assert library.passage("5-kh-ben-tre#1").text == "Của Bến Tre"
    assert library.put([two, one]) == ("5-kh-ben-tre", "5-kh")
    assert library.state().generation == 1


def test_a_document_without_passages_can_be_kept(library: Library) -> None:
    empty = replace(PLAN[0], passages=(), sections=())
    library.put([(empty, PLAN[1])])
    assert library.document(PLAN[0].info.id).passages == ()
    assert library.search(Query("chuyển đổi số")) == ()
    library.put([RESOLUTION])
    assert found(library, "chuyển đổi số")
    assert library.check() == ()


def test_a_removed_document_is_gone_but_remembered(library: Library) -> None:
    library.put([PLAN, RESOLUTION])
    library.remove(PLAN[0].info.id)
    assert [info.id for info in library.documents()] == [RESOLUTION[0].info.id]
    assert not any("180-kh" in name for name in found(library, "báo cáo kết quả"))
    with pytest.raises(UnknownDocumentError, match="tracuu documents"):
        library.document(PLAN[0].info.id)
    with pytest.raises(UnknownDocumentError):
        library.passage(f"{PLAN[0].info.id}#1")
    with pytest.raises(UnknownDocumentError):
        library.remove(PLAN[0].info.id)
    assert library.history(PLAN[0].info.id)[0].removed == 2
    assert library.put([PLAN]) == (PLAN[0].info.id,)
    assert library.check() == ()


def test_the_last_document_may_go_and_another_model_begin(tmp_path: Path) -> None:
    with Library.open(tmp_path, HashingEmbedder) as library:
        library.put([PLAN])
        library.remove(PLAN[0].info.id)
        assert library.search(Query("báo cáo")) == ()
    with Library.open(tmp_path, lambda: HashingEmbedder(dimensions=8)) as library:
        library.put([RESOLUTION])
        assert found(library, "khoa học")
        assert library.check() == ()


def test_documents_are_resolved_by_id_and_by_any_written_form(library: Library) -> None:
    library.put([PLAN, RESOLUTION])
    for written in (RESOLUTION[0].info.id, "57-NQ/TW", "nq57", "Nghị quyết số 57", "NQ 57/TW"):
        assert [info.id for info in library.resolve(written)] == [RESOLUTION[0].info.id], written
    assert library.resolve("58-NQ/TW") == ()
    assert library.resolve("chuyển đổi số") == ()


def test_a_section_is_read_with_all_below_it(library: Library) -> None:
    library.put([PLAN])
    assert library.passages_at(PLAN[0].info.id, ("2",)) == PLAN[0].passages[1:]
    assert library.passages_at(PLAN[0].info.id, ()) == PLAN[0].passages


def test_facts_come_with_their_document_by_kind_and_document(library: Library) -> None:
    library.put([with_parts(PLAN), RESOLUTION])
    assert len(library.facts()) == 2
    ((owner, fact),) = library.facts("deadline")
    assert owner == PLAN[0].info.id
    assert isinstance(fact, Deadline)
    assert library.facts("task", [RESOLUTION[0].info.id]) == ()


def test_references_lead_back_only_to_the_document_of_that_date(library: Library) -> None:
    library.put([with_parts(PLAN), RESOLUTION])
    ((owner, said),) = library.references_to(RESOLUTION[0].info.id)
    assert owner == PLAN[0].info.id
    assert said.issued == date(2024, 12, 22)
    assert library.references_to(PLAN[0].info.id) == ()


def test_bytes_are_known_by_their_digest(library: Library) -> None:
    library.put([PLAN])
    assert library.has_bytes(PLAN[0].info.sha256) == PLAN[0].info.id
    assert library.has_bytes("0" * 64) is None
    assert library.original(PLAN[0].info.id) == PLAN[1]


def test_frequency_counts_passages_that_hold_a_syllable(library: Library) -> None:
    library.put([PLAN, RESOLUTION])
    assert (library.frequency("chuyen"), library.frequency("bao"), library.frequency("x")) == (
        2,
        1,
        0,
    )


def test_a_syllable_is_held_with_its_marks_alone_or_before_another(library: Library) -> None:
    assert not library.holds("chuyển")
    library.put([PLAN, RESOLUTION])
    assert library.holds("chuyển")
    assert library.holds("chuyển_đổi")
    assert not library.holds("chuyện")


def test_words_are_segmented_once_and_again_on_reindexing(tmp_path: Path) -> None:
    calls: list[int] = []

    def words(texts: Sequence[str]) -> list[list[str]]:
        calls.append(len(texts))
        return [text.replace("chuyển đổi", "chuyển_đổi").split() for text in texts]

    with Library.open(tmp_path, HashingEmbedder, words=words) as library:
        library.put([PLAN, RESOLUTION])
        (tmp_path / "lexical" / "1" / "meta.json").unlink()
        library.check()
        assert calls == [4]
        library.reindex()
        assert calls == [4, 4]


def test_another_model_is_refused_until_reindexed_and_then_answers(tmp_path: Path) -> None:
    with Library.open(tmp_path, HashingEmbedder) as library:
        library.put([PLAN])
    steps: list[tuple[int, int]] = []
    with Library.open(tmp_path, lambda: HashingEmbedder("khác", 8), write=True) as library:
        for act in (lambda: library.search(Query("báo cáo")), lambda: library.put([RESOLUTION])):
            with pytest.raises(ModelMismatchError, match="tracuu reindex"):
                act()
        assert library.documents()
        library.reindex(lambda done, total: steps.append((done, total)))
        assert found(library, "báo cáo")
        assert library.state().model == "khác"
        assert library.check() == ()
    assert steps == [(2, 2)]
    assert len(list((tmp_path / "vectors").iterdir())) == 2


def test_a_second_writer_is_turned_away_while_readers_go_on(
    library: Library, tmp_path: Path
) -> None:
    library.put([PLAN])
    with writer_lock(tmp_path / "thư viện" / "lock"):
        with pytest.raises(LibraryLockedError):
            library.put([RESOLUTION])
        assert found(library, "báo cáo")
        with Library.open(tmp_path / "thư viện", HashingEmbedder, write=True) as reader:
            assert found(reader, "báo cáo")


def test_another_reader_notices_what_is_published(library: Library, tmp_path: Path) -> None:
    with Library.open(tmp_path / "thư viện", HashingEmbedder) as reader:
        assert reader.search(Query("báo cáo")) == ()
        library.put([PLAN])
        assert found(reader, "báo cáo")
        library.put([RESOLUTION])
        assert found(reader, "khoa học")[0].startswith("57-nq")
        library.remove(PLAN[0].info.id)
        assert [info.id for info in reader.documents()] == [RESOLUTION[0].info.id]
        library.reindex()
        assert found(reader, "khoa học")[0].startswith("57-nq")
        assert reader.state() == library.state()


def test_threads_search_while_another_writes(library: Library) -> None:
    library.put([PLAN])

    def ask(_: int) -> bool:
        return found(library, "báo cáo kết quả trước ngày")[0] == "180-kh-tu-2025-02-18#2"

    with ThreadPoolExecutor(8) as pool:
        asked = [pool.submit(ask, number) for number in range(100)]
        for number in range(5):
            library.put([make_document([f"Việc khác {number}"], f"{number}-tb")])
        asked += [pool.submit(ask, number) for number in range(100)]
        assert all(one.result() for one in asked)
    assert library.state().documents == 6


def test_threads_that_write_take_turns(library: Library) -> None:
    with ThreadPoolExecutor(4) as pool:
        given = [make_document([f"Văn bản {number}"], f"{number}-tb") for number in range(6)]
        assert sorted(pool.map(lambda one: library.put([one])[0], given)) == [
            f"{number}-tb" for number in range(6)
        ]
    assert library.state().documents == 6
    assert library.check() == ()


def test_a_model_that_fails_leaves_the_library_as_it_was(tmp_path: Path) -> None:
    class Failing(HashingEmbedder):
        """A model whose memory runs out."""

        def embed_passages(self, texts: Sequence[str]) -> object:  # type: ignore[override]
            raise MemoryError(len(texts))

    with Library.open(tmp_path, Failing) as library, pytest.raises(MemoryError):
        library.put([PLAN])
    with Library.open(tmp_path, HashingEmbedder, write=True) as library:
        assert library.state().generation == 0
        assert library.check() == ()


def test_a_folder_that_cannot_be_written_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / "originals").write_bytes(b"")
    with pytest.raises(LibraryError, match="quyền ghi"):
        Library.open(tmp_path, HashingEmbedder)


def test_a_disk_that_refuses_leaves_the_library_as_it_was(library: Library, tmp_path: Path) -> None:
    library.put([PLAN])
    originals = tmp_path / "thư viện" / "originals"
    originals.rename(originals.with_name("aside"))
    with pytest.raises(LibraryError, match="dung lượng đĩa"):
        library.put([RESOLUTION])
    originals.with_name("aside").rename(originals)
    assert library.state().documents == 1
    assert library.check() == ()


def test_reading_loads_neither_chroma_nor_a_model(tmp_path: Path) -> None:
    with Library.open(tmp_path, HashingEmbedder) as library:
        library.put([PLAN])
    program = (
        "import sys\nfrom pathlib import Path\nfrom fakes import HashingEmbedder\n"
        "from index.library import Library\nfrom index.model import Query\n"
        "with Library.open(Path(sys.argv[1]), HashingEmbedder, write=True) as library:\n"
        "    assert library.search(Query('báo cáo'))\n"
        "heavy = {'chromadb', 'torch', 'underthesea', 'transformers'} & set(sys.modules)\n"
        "sys.exit(str(heavy) if heavy else 0)\n"
    )
    here = Path(__file__).resolve().parent
    subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)],
        check=True,
        env={"PYTHONPATH": f"{here.parent}:{here}"},
    )


@pytest.mark.slow
@pytest.mark.parametrize("exact_limit", [50_000, 1_000], ids=["exact", "chroma"])
def test_five_thousand_passages_answer_the_same_after_reopening(
    tmp_path: Path, exact_limit: int
) -> None:
    words = [f"từ{number}" for number in range(700)]
    documents = [
        make_document(
            [
                " ".join(words[(d * 31 + p * 17 + k * k * 7) % 700] for k in range(12))
                for p in range(50)
            ],
            f"{d}-kh",
        )
        for d in range(100)
    ]
    # words of a passage: of words that no passage has together, hundreds are found as badly
    asked = [documents[n][0].passages[n % 50].text for n in range(60)]
    questions = [" ".join(text.split()[3:9]) for text in asked]

    def ask(library: Library) -> list[list[tuple[str, float]]]:
        return [
            [(h.passage.id, round(h.score, 6)) for h in library.search(Query(question))]
            for question in questions
        ]

    def opened(stack: ExitStack) -> Library:
        library = Library.open(
            tmp_path, lambda: HashingEmbedder(dimensions=64), exact_limit=exact_limit
        )
        return stack.enter_context(library)

    with ExitStack() as stack:
        library = opened(stack)
        for start in range(0, 100, 20):
            library.put(documents[start : start + 20])
        first = ask(library)
        assert (library._reader._chroma is None) == (exact_limit > 5_000)
    for _ in range(2):
        with ExitStack() as stack:
            library = opened(stack)
            assert ask(library) == first
    with ExitStack() as stack:
        library = opened(stack)
        assert library.check() == ()
        library.put([make_document(["một văn bản nữa"], "moi")])
        assert library.state().passages == 5_001
        # one more document moves the statistics a little: what was best stays among the best
        for now, before in zip(ask(library), first, strict=True):
            assert before[0][0] in [name for name, _ in now[:5]]
        assert library.check() == ()
