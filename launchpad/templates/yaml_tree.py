"""Reads YAML from a stranger in one pass over the parser's events, within limits.

Aliases, anchors, tags, repeated fields and second documents are refused as they come by, so that no bomb is ever
built. Scalars stay text with their line: what a value means is decided by the field that asks for it.
"""

import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, TypeAlias

import yaml

from launchpad.templates.errors import TemplateError

LARGEST_FILE = 16 * 1024 * 1024
"""Bytes in one file."""
MOST_EVENTS = 1_000_000
"""Parser events in one file: one for a value, two for a list or mapping."""
DEEPEST = 32
"""Lists and mappings inside each other."""

_LOADER = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


class Scalar(NamedTuple):
    """A single value as it was written; `plain` when no quotes were around it. Lines count from 1."""

    line: int
    text: str
    plain: bool


class Listing(NamedTuple):
    """Values in order."""

    line: int
    items: "list[Node]"


class Mapping(NamedTuple):
    """Values by field name, and the line of each field's name."""

    line: int
    entries: "dict[str, Node]"
    lines: dict[str, int]


Node: TypeAlias = Scalar | Listing | Mapping


def read_file(path: Path) -> bytes:
    """Return the bytes of a regular file, one more than the 16 MB allowed at most; raise TemplateError otherwise."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe or a device would never end
            raise TemplateError(f"{path.name} is not a file.")
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "its name is not allowed here"
        raise TemplateError(f"{path.name} cannot be read: {why}.") from None


def parse_yaml(data: bytes, name: str) -> Mapping:
    """Return the mapping that the file `name` consists of; raise TemplateError naming file and line otherwise."""
    if len(data) > LARGEST_FILE:
        raise TemplateError(f"{name} is larger than {LARGEST_FILE // 1024 // 1024} MB.")
    builder = _Builder(name)
    try:
        for event in _events(_decoded(data, name), name):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        raise _refused(name, error) from None
    except yaml.reader.ReaderError as error:
        raise TemplateError(f"{name} holds a character that YAML does not allow (code {error.character}).") from None
    except (ValueError, OverflowError):  # the pure Python parser lets impossible escapes and versions through to here
        raise TemplateError(f"{name} holds a number or character code that is impossible.") from None
    if not isinstance(builder.root, Mapping):
        raise TemplateError(f"{name} should be a list of fields such as “id: my-launch”.")
    return builder.root


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise TemplateError(f"{name}, line {line}: the text is not UTF-8.") from None


def _events(text: str, name: str) -> Iterator[yaml.Event]:
    for number, event in enumerate(yaml.parse(text, Loader=_LOADER)):
        if number >= MOST_EVENTS:
            raise TemplateError(f"{name} holds more than {MOST_EVENTS:,} values.")
        yield event


def _refused(name: str, error: yaml.MarkedYAMLError) -> TemplateError:
    mark = error.problem_mark or error.context_mark
    place = f", line {mark.line + 1}" if mark else ""
    problem = (error.problem or "it cannot be parsed").rstrip(".")
    return TemplateError(f"{name}{place}: this is not YAML as it should be ({problem}).")


class _Builder:
    """Puts nodes together as events arrive; `root` is the finished tree."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.root: Node | None = None
        self._open: list[Listing | Mapping] = []
        self._keys: list[str | None] = []  # for each open mapping the field whose value comes next
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        """Take the next event; raise TemplateError for what is not accepted."""
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_extras(event)
            self._place(Scalar(_line(event), event.value, not event.style))
        elif isinstance(event, yaml.CollectionStartEvent):
            self._refuse_extras(event)
            self._begin(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()
            self._keys.pop()
        elif isinstance(event, yaml.AliasEvent):
            raise self._error(event, "aliases such as *name are not accepted")
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise self._error(event, "a second document begins here, and only one is accepted")

    def _begin(self, event: yaml.CollectionStartEvent) -> None:
        if len(self._open) >= DEEPEST:
            raise self._error(event, f"lists and fields are nested more than {DEEPEST} deep")
        line = _line(event)
        node = Mapping(line, {}, {}) if isinstance(event, yaml.MappingStartEvent) else Listing(line, [])
        self._place(node)
        self._open.append(node)
        self._keys.append(None)

    def _place(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if isinstance(parent, Listing):
            parent.items.append(node)
        elif (key := self._keys[-1]) is None:
            self._keys[-1] = self._new_key(parent, node)
        else:
            parent.entries[key] = node
            self._keys[-1] = None

    def _new_key(self, parent: Mapping, node: Node) -> str:
        if not isinstance(node, Scalar):
            raise TemplateError(f"{self.name}, line {node.line}: a field's name should be text.")
        if node.text in parent.lines:
            raise TemplateError(f"{self.name}, line {node.line}: the field “{node.text[:60]}” is given twice.")
        parent.lines[node.text] = node.line
        return node.text

    def _refuse_extras(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor:
            raise self._error(event, "anchors such as &name are not accepted")
        if event.tag:
            raise self._error(event, "tags such as !!name are not accepted")

    def _error(self, event: yaml.Event, why: str) -> TemplateError:
        return TemplateError(f"{self.name}, line {_line(event)}: {why}.")


def _line(event: yaml.Event) -> int:
    mark = event.start_mark
    assert mark is not None, "every event of a parsed text says where it began"
    return mark.line + 1
