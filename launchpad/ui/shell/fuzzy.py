"""Finding by a few typed letters. No Qt."""

from collections.abc import Sequence
from heapq import nlargest


def best(query: str, texts: Sequence[str], most: int) -> list[int]:
    """Places in `texts` of the best matches, best first; the texts are in lower case. An empty query matches all."""
    wanted = " ".join(query.lower().split())
    if not wanted:
        return list(range(min(most, len(texts))))
    words = wanted.split()
    found = [(_whole(wanted, words, text), -place) for place, text in enumerate(texts) if all(w in text for w in words)]
    if len(found) < most:
        letters = wanted.replace(" ", "")
        known = {place for _, place in found}
        loose = ((_loose(letters, text), -place) for place, text in enumerate(texts) if -place not in known)
        found += [match for match in loose if match[0] > 0]
    return [-place for _, place in nlargest(most, found)]


def _whole(wanted: str, words: list[str], text: str) -> float:
    at = text.find(wanted)
    if at < 0:
        return 100 + sum(_starts_word(text, text.find(word)) for word in words)
    return 200 + 50 * _starts_word(text, at) - min(at, 40)


def _starts_word(text: str, at: int) -> bool:
    return at == 0 or not text[at - 1].isalnum()


def _loose(letters: str, text: str) -> float:
    """Letters in their order with gaps between: the tighter and the more at starts of words, the better; 0 is none."""
    at, gaps, starts = -1, 0, 0
    for letter in letters:
        next_at = text.find(letter, at + 1)
        if next_at < 0:
            return 0
        if at >= 0:
            gaps += next_at - at - 1
        starts += _starts_word(text, next_at)
        at = next_at
    if gaps > 2 * len(letters) and starts < len(letters):
        return 0
    return max(1.0, 60 - gaps + 8 * starts)
