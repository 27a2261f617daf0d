"""How wide text is, and where it wraps: the same on every machine, whatever fonts it has.

Widths are those of the sans-serif faces in the font stack, the widest of them for each character, so that text fits
whichever of them the viewer has; East Asian wide characters are one em (Unicode UAX #11, by wcwidth).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from wcwidth import wcwidth

__all__ = ["ELLIPSIS", "text_width", "wrap"]

ELLIPSIS = "…"
_NORMAL = (
    281, 323, 474, 633, 642, 982, 680, 300, 365, 365, 501, 662, 288, 460, 288, 392,
    631, 556, 610, 618, 646, 593, 620, 566, 619, 620, 288, 302, 662, 662, 662, 556,
    1015, 690, 667, 730, 722, 667, 611, 778, 743, 293, 571, 672, 565, 903, 753, 778,
    667, 778, 722, 667, 646, 744, 690, 985, 682, 679, 629, 365, 392, 365, 555, 559,
    606, 563, 618, 571, 620, 583, 370, 613, 607, 275, 275, 552, 284, 926, 610, 606,
    620, 620, 388, 528, 377, 607, 562, 818, 546, 562, 552, 426, 333, 426, 662,
)  # fmt: skip
"""Advance widths of U+0020 to U+007E in thousandths of the font size: the widest of Inter, Arial and Noto Sans CJK."""
_SEMIBOLD = (
    278, 370, 574, 644, 650, 1004, 740, 326, 378, 378, 540, 673, 325, 465, 325, 387,
    660, 590, 623, 636, 666, 612, 640, 590, 640, 640, 333, 333, 673, 673, 673, 611,
    1007, 728, 722, 737, 722, 667, 611, 778, 757, 330, 580, 722, 611, 922, 759, 778,
    667, 778, 722, 667, 660, 748, 728, 1020, 720, 713, 652, 378, 387, 378, 590, 567,
    626, 591, 644, 583, 644, 591, 389, 625, 640, 304, 306, 604, 315, 964, 641, 626,
    644, 644, 436, 556, 421, 637, 587, 863, 569, 588, 566, 455, 359, 455, 673,
)  # fmt: skip
"""The same of their semi-bold or bold faces."""
_GENEROUS = 1.04
"""Faces that stand in for those measured (Segoe UI, Helvetica Neue, DejaVu Sans) may be a little wider."""
_EM, _EMOJI = 1000, 1300
_BY_CATEGORY = {"Lu": 800, "Ll": 700, "Lt": 900, "Lm": 500, "Lo": 800, "Mc": 600, "P": 520, "S": 1000, "Z": 300}
"""Letters, marks and symbols of other scripts, rather too wide."""
_WIDE_PUNCTUATION = frozenset("—…―‰")
_NOT_FIRST = frozenset("，。、；：？！）】》」』〕〗］｝〉％”’…·—～,.;:?!)]}%")
"""A line does not begin with these."""
_NOT_LAST = frozenset("（【《「『〔〖［｛〈“‘([{")
"""A line does not end with these."""
_BREAK_AFTER = frozenset("-/\\_|‐–—→+&")
_SHORT = 3
"""Of a word no less than so many characters stay behind alone: "Mo-Fr" and "e-mail" are not taken apart."""
_QUOTES = frozenset("“”‘’·")
"""Full width in East Asian faces, and so in East Asian text."""
_PAUSES = frozenset("，。、；：？！）】》」』,;:")
"""Where a line had best end."""
_SHARES = (0.55, 0.65, 0.75, 0.85, 0.95, 1.0)
_JOINER = "\u200d"


def text_width(text: str, size: float, *, semibold: bool = False) -> float:
    """The width of a line of text in CSS pixels at a font size, rather too wide than too narrow. O(characters)."""
    width = sum(_advance(character, semibold) for character in text)
    if not text.isascii() and not _QUOTES.isdisjoint(text) and any(map(_is_wide, text)):
        width += sum(_EM - _advance(character, semibold) for character in text if character in _QUOTES)
    return width * size / 1000


@lru_cache(maxsize=8192)
def _advance(character: str, semibold: bool) -> float:
    """The advance width of a character in thousandths of the font size."""
    code = ord(character)
    if 32 <= code < 127:
        return (_SEMIBOLD if semibold else _NORMAL)[code - 32] * _GENEROUS
    cells = wcwidth(character)
    if cells != 1:
        return _wide(code) if cells == 2 else 0
    base = unicodedata.normalize("NFD", character)[0]
    return _advance(base, semibold) if base != character else _foreign(character)


def _wide(code: int) -> float:
    return _EMOJI if 0x1F000 <= code <= 0x1FBFF or 0x2600 <= code <= 0x27BF else _EM


def _foreign(character: str) -> float:
    if character in _WIDE_PUNCTUATION:
        return _EM
    category = unicodedata.category(character)
    return _BY_CATEGORY.get(category, _BY_CATEGORY.get(category[0], _EM))


def wrap(text: str, width: float, size: float, *, semibold: bool = False, lines: int = 3) -> tuple[str, ...]:
    """The text in at most `lines` lines of at most `width` CSS pixels; what does not fit ends in an ellipsis.

    Breaks at white space, after hyphens and slashes, between East Asian characters (not before closing punctuation),
    and inside a word only where it alone is too long for a line. White space and line breaks count as one space.
    Lines are evened out as far as their number allows, and end at pauses if they can. Only as much of a long text is
    read as fits. O(characters).
    """
    words = tuple(_words(text, limit=round(lines * width / size * 8) + 80))
    filled = _filled(words, width, size, semibold, lines)
    if len(filled) < 2 or filled[-1].endswith(ELLIPSIS):
        return filled
    tries = (_filled(words, width * share, size, semibold, len(filled), whole=True) for share in _SHARES)
    even = [lines for lines in tries if lines] or [filled]
    return next((lines for lines in even if all(line[-1] in _PAUSES for line in lines[:-1])), even[0])


def _words(text: str, limit: int) -> Iterator[str]:
    """Pieces that stay together; the space that ends a word belongs to it. Only the first `limit` characters."""
    for word in " ".join(text[:limit].split()).split(" "):
        pieces = list(_pieces(word))
        yield from pieces[:-1]
        if pieces:
            yield pieces[-1] + " "


def _pieces(word: str) -> Iterator[str]:
    piece = ""
    for cluster in _clusters(word):
        if piece and _may_break(piece, cluster):
            yield piece
            piece = ""
        piece += cluster
    if piece:
        yield piece


def _may_break(before: str, after: str) -> bool:
    if after[0] in _NOT_FIRST or before[-1] in _NOT_LAST:
        return False
    if before[-1] in _BREAK_AFTER:
        return len(before) > _SHORT and after[0].isalpha()
    return _is_wide(before[-1]) or _is_wide(after[0])


def _is_wide(character: str) -> bool:
    return wcwidth(character) == 2


def _clusters(word: str) -> Iterator[str]:
    """Characters as people see them: marks, joined emoji and pairs of flag letters stay with what they belong to."""
    cluster = ""
    for character in word:
        if cluster and not _belongs(cluster, character):
            yield cluster
            cluster = ""
        cluster += character
    if cluster:
        yield cluster


def _belongs(cluster: str, character: str) -> bool:
    code = ord(character)
    if wcwidth(character) <= 0 or cluster[-1] == _JOINER or 0x1F3FB <= code <= 0x1F3FF:
        return len(cluster) < 40
    return 0x1F1E6 <= code <= 0x1F1FF and len(cluster) == 1 and 0x1F1E6 <= ord(cluster) <= 0x1F1FF


def _filled(
    words: tuple[str, ...], width: float, size: float, semibold: bool, lines: int, *, whole: bool = False
) -> tuple[str, ...]:
    """Lines filled one after the other; with `whole`, none at all where a word has to be cut or something is left."""
    done: list[str] = []
    line = ""
    queue = list(reversed(words))
    while queue:
        word = queue.pop()
        if text_width((line + word).rstrip(), size, semibold=semibold) <= width:
            line += word
        elif line:
            done, line = [*done, line.rstrip()], ""
            queue.append(word)
        elif whole:
            return ()
        else:
            head = _head(word, width, size, semibold)
            done.append(head)
            queue.append(word[len(head) :])
        if len(done) == lines:
            return () if whole else (*done[:-1], _shortened(done[-1], width, size, semibold))
    return (*done, line.rstrip()) if line.strip() else tuple(done)


def _head(word: str, width: float, size: float, semibold: bool) -> str:
    """As many characters of a word as fit on a line, at least one."""
    head = ""
    for cluster in _clusters(word):
        if head and text_width(head + cluster, size, semibold=semibold) > width:
            break
        head += cluster
    return head


def _shortened(line: str, width: float, size: float, semibold: bool) -> str:
    """The line with an ellipsis, without the characters that have no place beside it."""
    kept = list(_clusters(line))
    while len(kept) > 1 and text_width("".join(kept).rstrip() + ELLIPSIS, size, semibold=semibold) > width:
        kept.pop()
    return "".join(kept).rstrip() + ELLIPSIS
