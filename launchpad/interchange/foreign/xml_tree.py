"""Parses a stranger's XML into a tree: no document type, so no entity of its own; not too deep, not too long."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from launchpad.interchange.foreign.file_text import decoded, known_encoding
from launchpad.interchange.foreign.outline import refused

DEEPEST = 64
LONGEST = 1 << 20
"""Signs of one text, and of one tag."""
MOST_ELEMENTS = 6_000_000
_CHUNK = 1 << 16
_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._\-]{1,40})["']""")
_ALLOWED = frozenset(
    {"utf-8", "utf8", "us-ascii", "ascii", "utf-16", "windows-1252", "cp1252", "iso-8859-1", "latin-1"}
)
_TYPED = re.compile(r"<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)", re.IGNORECASE)
_LONG_TAG = re.compile(r"<(?!!\[CDATA\[)[^<>]{262144}")


class _Builder(TreeBuilder):
    """Builds a tree whose names have lost their namespaces; raises ValueError, in words, at what is too much."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = self._count = self._text = 0

    def start(self, tag: str, attrs: dict[str, str]) -> Element:
        self._depth, self._count, self._text = self._depth + 1, self._count + 1, 0
        if self._depth > DEEPEST:
            raise ValueError(f"it is nested more than {DEEPEST} deep")
        if self._count > MOST_ELEMENTS:
            raise ValueError("it holds more than any plan")
        return super().start(_bare(tag), {_bare(name): value for name, value in attrs.items()})

    def end(self, tag: str) -> Element:
        self._depth, self._text = self._depth - 1, 0
        return super().end(_bare(tag))

    def data(self, data: str) -> None:
        self._text += len(data)
        if self._text > LONGEST:
            raise ValueError("it holds a text longer than any note")
        super().data(data)


def _bare(name: str) -> str:
    return name.rpartition("}")[2]


def parse(data: bytes, file_name: str) -> Element:
    """The root of the tree; raise ForeignRefused for what is damaged, declares a document type, or is too much."""
    text = _text_of(data, file_name)
    if _TYPED.search(text):
        raise refused(file_name, "it declares XML entities, which no plan needs")
    if _LONG_TAG.search(text):
        raise refused(file_name, "it holds a tag longer than any plan needs")
    parser = XMLParser(target=_Builder())
    try:
        for place in range(0, len(text), _CHUNK):
            parser.feed(text[place : place + _CHUNK])
        root: Element = parser.close()
    except ParseError as error:
        raise refused(file_name, f"it is damaged in line {error.position[0]:,}") from None
    except ValueError as error:
        raise refused(file_name, str(error)) from None
    return root


def _text_of(data: bytes, file_name: str) -> str:
    said = _DECLARED.match(data.removeprefix(b"\xef\xbb\xbf").lstrip()[:400])
    name = said[1].decode("ascii").casefold() if said else "utf-8"
    if name not in _ALLOWED:
        raise refused(file_name, f"it is written in {name}, which plans are not; save it as UTF-8")
    shown = known_encoding(data)
    if shown is not None and shown != "utf-8":
        name = shown
    text = decoded(data, "utf-8" if name.endswith("ascii") else name, file_name)
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text.lstrip("\ufeff"), count=1)  # it is text now, however it was written


# --- reading a tree ------------------------------------------------------------------------------------------------


def each(element: Element | None, path: str) -> Iterator[Element]:
    """The elements at a path below one; none below none."""
    return iter(()) if element is None else iter(element.findall(path))


def text(element: Element, name: str) -> str:
    """The text of a child, without blanks around it; empty for none."""
    return (element.findtext(name) or "").strip()


def number(element: Element, name: str, default: int) -> int:
    """The whole number in a child; `default` for none, or for something else."""
    return whole(text(element, name), default)


def whole(written: str, default: int) -> int:
    """A whole number of at most nine digits; `default` for anything else."""
    return int(written) if re.fullmatch(r"[+-]?\d{1,9}", written) else default


def is_set(element: Element, name: str) -> bool:
    """Whether a child says yes."""
    return text(element, name).casefold() in ("1", "true")
