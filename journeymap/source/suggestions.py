"""Did you mean: the known word nearest to one that is not known, in any script."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable

__all__ = ["Suggester", "distance", "is_near"]

_SEPARATORS = str.maketrans("", "", "-_ ·－＿　")
_MAX_COMPARISONS = 80_000
_LONGEST = 60


def _plain(word: str) -> str:
    """Without case, width, hyphens and underscores."""
    return unicodedata.normalize("NFKC", word).casefold().translate(_SEPARATORS)


def distance(one: str, other: str, most: int) -> int:
    """How many letters must be added, taken away, changed or swapped with their neighbour; `most` + 1 if more.

    Optimal string alignment along the diagonal; O(len(one) * most).
    """
    one, other = _without_common_ends(one, other)
    too_far = most + 1
    before: list[int] = []
    last = [min(column, too_far) for column in range(len(other) + 1)]
    for row, letter in enumerate(one, 1):
        line = [min(row, too_far)] + [too_far] * len(other)
        for column in range(max(1, row - most), min(len(other), row + most) + 1):
            cost = min(last[column] + 1, line[column - 1] + 1, last[column - 1] + (letter != other[column - 1]))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == other[column - 1]:
                cost = min(cost, before[column - 2] + 1)
            line[column] = cost
        if min(line) > most:
            return too_far
        before, last = last, line
    return min(last[-1], too_far)


def is_near(word: str, known: str) -> bool:
    """Whether one word may be meant by the other."""
    return Suggester().nearest(word, (known,)) is not None


def _tolerance(word: str) -> int:
    """Two letters of a Chinese id are as much as six of an English one."""
    if not word.isascii():
        return 1 if len(word) < 6 else 2
    return max(1, min(3, len(word) // 3))


def _without_common_ends(one: str, other: str) -> tuple[str, str]:
    start, least = 0, min(len(one), len(other))
    while start < least and one[start] == other[start]:
        start += 1
    end = 0
    while end < least - start and one[-1 - end] == other[-1 - end]:
        end += 1
    return one[start : len(one) - end], other[start : len(other) - end]


class Suggester:
    """Suggests known words; after `_MAX_COMPARISONS` comparisons only those equal but for case and hyphens."""

    def __init__(self) -> None:
        self._left = _MAX_COMPARISONS
        self._answers: dict[tuple[str, int], str | None] = {}
        self._plain: dict[int, tuple[Collection[str], dict[str, str]]] = {}

    def nearest(self, word: str, known: Collection[str]) -> str | None:
        """The nearest of the known words; None if none is near. The smaller word wins a tie."""
        answer = self._answers.get((word, id(known)), "")
        if answer == "":
            answer = self._answers[word, id(known)] = self._search(word, known)
        return answer

    def _search(self, word: str, known: Collection[str]) -> str | None:
        if not word or len(word) > _LONGEST:
            return None
        plain_words = self._plain_words(known)
        plain = _plain(word)
        if plain in plain_words:
            return plain_words[plain]
        if self._left < len(plain_words):
            return None
        self._left -= len(plain_words)
        return _closest(plain, plain_words)

    def _plain_words(self, known: Collection[str]) -> dict[str, str]:
        entry = self._plain.get(id(known))
        if entry is None:
            entry = self._plain[id(known)] = (known, {_plain(word): word for word in sorted(known, reverse=True)})
        return entry[1]


def _closest(plain: str, plain_words: dict[str, str]) -> str | None:
    most = _tolerance(plain)
    best: tuple[int, str] | None = None
    for candidate, word in _near_in_length(plain, plain_words.items(), most):
        far = distance(plain, candidate, most)
        if far <= most and far < max(len(plain), len(candidate)) and (best is None or (far, word) < best):
            best = (far, word)
    return best[1] if best else _contained(plain, plain_words)


def _near_in_length(plain: str, words: Iterable[tuple[str, str]], most: int) -> Iterable[tuple[str, str]]:
    letters = set(plain)
    for candidate, word in words:
        if abs(len(candidate) - len(plain)) <= most and len(letters.difference(candidate)) <= most:
            yield candidate, word


def _contained(plain: str, plain_words: dict[str, str]) -> str | None:
    """The shortest word that begins or ends with the unknown one, or the other way round (`agent` for `agent_desk`)."""
    if len(plain) < (4 if plain.isascii() else 2):
        return None
    found = [
        word
        for candidate, word in plain_words.items()
        if len(candidate) > 1
        and (
            candidate.startswith(plain)
            or candidate.endswith(plain)
            or (len(candidate) * 2 >= len(plain) and (plain.startswith(candidate) or plain.endswith(candidate)))
        )
    ]
    return min(found, key=lambda word: (len(word), word), default=None)
