"""Running text becomes Vietnamese words: underthesea's segmenter, without what it drags in.

``import underthesea`` takes seconds, because it looks for every task it knows and so imports
torch where torch is installed. Its segmenter is a conditional random field in a small compiled
package of its own (underthesea_core) with three data files, which are all that is loaded here.
"""

from __future__ import annotations

import pickle
import re
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

DATA = Path("pipeline", "word_tokenize", "models")
# "khoa", "2.000", "," : what the model was trained to see as one token each
TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[^\w\s]")
LETTER = re.compile(r"\w")
INSIDE = "I-W"  # the model's tag of a syllable that goes on with the word before it
JOINT = "_"


@dataclass(frozen=True, slots=True)
class _Model:
    featurizer: Any
    tagger: Any


@cache
def _model() -> _Model:
    # Takes a third of a second; whoever only searches never needs it.
    from underthesea_core import CRFFeaturizer, CRFTagger  # noqa: PLC0415

    folder = _folder()
    features, dictionary = (
        # the files are part of the installed package, as trusted as its code
        pickle.loads((folder / name).read_bytes())  # noqa: S301
        for name in ("features.bin", "dictionary.bin")
    )
    tagger = CRFTagger()
    tagger.load(str(folder / "models.bin"))
    return _Model(CRFFeaturizer(features, dictionary), tagger)


def _folder() -> Path:
    """Return where underthesea keeps its segmenter, found without importing it."""
    spec = find_spec("underthesea")
    for place in (spec.submodule_search_locations if spec else None) or ():
        for folder in sorted(Path(place, DATA).glob("ws_crf_*"), reverse=True):
            return folder
    raise ModuleNotFoundError("underthesea, or its word segmentation model, is not installed")


def segment(texts: Sequence[str]) -> list[list[str]]:
    """Return each text's words in order, a word's syllables joined by "_": "phát_triển".

    Punctuation and numbers' marks are left out; letters stay as they are written.
    """
    return [list(_words(text)) for text in texts]


def _words(text: str) -> Iterable[str]:
    """Yield the words of one text, line by line: no word goes on in the next paragraph."""
    model = _model()
    for line in text.splitlines():
        tokens = TOKEN.findall(line)
        if not tokens:
            continue
        rows = model.featurizer.process([[[token] for token in tokens]])[0]
        yield from _joined(tokens, model.tagger.tag(rows))


def _joined(tokens: Sequence[str], tags: Sequence[str]) -> list[str]:
    words: list[str] = []
    fresh = True
    for token, tag in zip(tokens, tags, strict=True):
        if not LETTER.match(token):
            fresh = True
        elif tag == INSIDE and not fresh:
            words[-1] += JOINT + token
        else:
            words.append(token)
            fresh = False
    return words
