"""Finding by a few typed letters. No Qt."""

from collections.abc import Callable, Sequence
from heapq import nlargest

REACH = 12
"""Characters within which the start of a word is meant rather than a letter inside one."""


def best(query: str, texts: Sequence[str], most: int) -> list[int]:
    """Places in `texts` of the best matches, best first; the texts are in lower case. An empty query matches all.

    Texts that hold all words are found; only where none does, those in one of whose lines the letters stand in order.
    """
    wanted = " ".join(query.lower().split())
    if not wanted:
        return list(range(min(most, len(texts))))
    words = wanted.split()
    found = [(_whole(wanted, words, text), -place) for place, text in enumerate(texts) if all(w in text for w in words)]
    if not found:
        letters = wanted.replace(" ", "")
        loose = ((_loose_in(letters, text), -place) for place, text in enumerate(texts))
        found = [match for match in loose if match[0] > 0]
    return [-place for _, place in nlargest(most, found)]


def _whole(wanted: str, words: list[str], text: str) -> float:
    at = text.find(wanted)
    if at < 0:
        return 100 + sum(_starts_word(text, text.find(word)) for word in words)
    return 200 + 50 * _starts_word(text, at) - min(at, 40)


def _starts_word(text: str, at: int) -> bool:
    return at == 0 or not text[at - 1].isalnum()


def _loose_in(letters: str, text: str) -> float:
    """The best of its lines, read both ways: each letter where it is next, or rather where a word starts."""
    lines = [line for line in text.split("\n") if all(letter in line for letter in letters)]
    return max((_loose(letters, line, find) for line in lines for find in (str.find, _start_or_next)), default=0.0)


def _loose(letters: str, line: str, find: Callable[[str, str, int], int]) -> float:
    """Letters in their order with gaps between: the tighter and the more at starts of words, the better; 0 is none."""
    at = next((place for place in range(len(line)) if line[place] == letters[0] and _starts_word(line, place)), -1)
    if at < 0:
        return 0
    gaps, starts = 0, 1
    for letter in letters[1:]:
        next_at = find(line, letter, at + 1)
        if next_at < 0:
            return 0
        gaps += next_at - at - 1
        starts += _starts_word(line, next_at)
        at = next_at
    if gaps > 2 * len(letters) and starts < len(letters):
        return 0
    return max(1.0, 60 - gaps + 8 * starts)


def _start_or_next(line: str, letter: str, first: int) -> int:
    """Where from `first` on a letter starts a word not far off, else where it is next; −1 for nowhere."""
    near = line.find(letter, first)
    if near in (-1, first) or _starts_word(line, near):
        return near
    starts = (place for place in range(near + 1, min(len(line), near + REACH)) if line[place] == letter)
    return next((place for place in starts if _starts_word(line, place)), near)
