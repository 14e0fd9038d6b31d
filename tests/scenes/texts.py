"""What scene tests share: a plain measure of text, and the rules every chart keeps."""

from itertools import combinations

from launchpad.scenes.shapes import Box, Scene, Words


def measure(text: str, px: int, weight: int) -> float:
    """About as wide as the bundled font."""
    return len(text) * px * (0.56 if weight < 600 else 0.6)


def texts(scene: Scene) -> list[str]:
    return [words.text for words in scene.words]


def words_of(scene: Scene, text: str) -> Words:
    return next(words for words in scene.words if words.text == text)


def assert_readable(scene: Scene) -> None:
    """No text leaves the chart, is wider than its box, or lies over another."""
    room = Box(0, 0, scene.width, scene.height)
    for words in scene.words:
        assert room.holds(words.box, 1.0), words
        assert measure(words.text, words.px, words.weight) <= words.box.width + 0.5, words
    for one, other in combinations(scene.words, 2):
        assert not shrunk(one.box).overlaps(shrunk(other.box)), (one, other)


def shrunk(box: Box) -> Box:
    """A line's box without the air above and below its letters."""
    return Box(box.x + 0.5, box.y + 2, max(0.0, box.width - 1), max(0.0, box.height - 4))
