"""The fields of one mapping, read by what they should hold; every error names file, line and field."""

import difflib
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from typing import NoReturn, TypeVar, overload

from launchpad.domain import order
from launchpad.domain.enums import Word
from launchpad.domain.errors import PlanError
from launchpad.domain.values import LONGEST, When
from launchpad.templates import scalars
from launchpad.templates.errors import TemplateError
from launchpad.templates.yaml_tree import Listing, Node, Scalar
from launchpad.templates.yaml_tree import Mapping as Tree

T = TypeVar("T")
W = TypeVar("W", bound=Word)


class Fields:
    """One mapping of a file: `path` says where it stands (`tasks[3]`), empty for the whole file."""

    __slots__ = ("_entries", "_file", "_lines", "_path", "line")

    def __init__(self, file: str, tree: Tree, path: str, known: Collection[str]) -> None:
        """Open a mapping whose fields are all among `known`; raise TemplateError for any other."""
        self._file, self._entries, self._lines, self._path = file, tree.entries, tree.lines, path
        self.line = tree.line
        for name in tree.entries.keys() - known:
            where = f"{path}: " if path else ""
            self.refuse(tree.lines[name], f"{where}there is no field “{name[:60]}”{_hint(name, known)}.")

    def refuse(self, line: int, sentence: str) -> NoReturn:
        """Raise TemplateError with a sentence about a line of this file."""
        raise TemplateError(f"{self._file}, line {line}: {sentence}") from None

    def wrong(self, name: str, sentence: str) -> NoReturn:
        """Raise TemplateError about a field: `sentence` continues its path."""
        self.refuse(self.line_of(name), f"{self.path_of(name)} {sentence}")

    def wrong_here(self, sentence: str) -> NoReturn:
        """Raise TemplateError about this mapping: `sentence` continues its path."""
        self.refuse(self.line, f"{self._path} {sentence}")

    def line_of(self, name: str) -> int:
        """The line a field stands on, or the mapping's own when it is left out."""
        return self._lines.get(name, self.line)

    def path_of(self, name: str) -> str:
        """A field's place in the file, such as `tasks[3].duration`."""
        return f"{self._path}.{name}" if self._path else name

    def __contains__(self, name: str) -> bool:
        node = self._entries.get(name)
        return node is not None and not (isinstance(node, Scalar) and scalars.is_null(node))

    def built(self, make: Callable[..., T], **values: object) -> T:
        """Return `make(**values)`, putting file and line on what it refuses."""
        try:
            return make(**values)
        except TemplateError:
            raise
        except PlanError as error:
            self.refuse(self.line, f"{self._path}: {error}" if self._path else str(error))

    def _read(self, name: str, read: Callable[[str], T], what: str) -> T | None:
        node = self._entries.get(name)
        if node is None:
            return None
        return self._value(node, self.path_of(name), read, what)

    def _value(self, node: Node, path: str, read: Callable[[str], T], what: str) -> T | None:
        if not isinstance(node, Scalar):
            self.refuse(node.line, f"{path} should be {what}, not {_kind(node)}.")
        if scalars.is_null(node):
            return None
        try:
            return read(node.text)
        except ValueError:
            self.refuse(node.line, f"{path} should be {what}, not “{node.text[:60]}”.")

    def _required(self, name: str, value: T | None) -> T:
        if value is None:
            self.wrong(name, "is missing.")
        return value

    # texts

    def text(self, name: str) -> str:
        """A text as written, or empty when it is left out."""
        return self._read(name, scalars.as_text, scalars.TEXT) or ""

    def required_text(self, name: str) -> str:
        """A text that says something."""
        text = self._required(name, self._read(name, scalars.as_text, scalars.TEXT))
        if not text.strip():
            self.wrong(name, "is empty.")
        return text

    def key(self, name: str) -> str:
        """A key: one short line of text."""
        return self._required(name, self._read(name, scalars.as_key, scalars.KEY))

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts."""
        return tuple(self._item(node, path, scalars.as_text, scalars.TEXT) for node, path in self._items(name))

    def named_texts(self, name: str) -> dict[str, str]:
        """Texts by key, in the order of the file."""
        inner = self._keyed(name)
        return {key: inner.required_text(key) for key in inner._entries} if inner else {}

    def named_numbers(self, name: str) -> dict[str, float]:
        """Numbers by key, in the order of the file."""
        inner = self._keyed(name)
        return {key: inner.required_number(key) for key in inner._entries} if inner else {}

    def _keyed(self, name: str) -> "Fields | None":
        if name not in self:
            return None
        tree = self._entries[name]
        if not isinstance(tree, Tree):
            self.wrong(name, "should be keys with a value each.")
        for key in tree.entries:
            if not scalars.is_key(key):
                self.refuse(tree.lines[key], f"{self.path_of(name)} holds a key that is not {scalars.KEY}.")
        return Fields(self._file, tree, self.path_of(name), tree.entries.keys())

    # numbers, truth, words, days

    @overload
    def integer(self, name: str, low: int, high: int, what: str = ..., *, default: int) -> int: ...
    @overload
    def integer(self, name: str, low: int, high: int, what: str = ...) -> int | None: ...
    def integer(
        self, name: str, low: int, high: int, what: str = "a whole number", *, default: int | None = None
    ) -> int | None:
        """A whole number from `low` to `high`, or the default when it is left out."""
        value = self._read(name, scalars.as_integer, what)
        self._check_range(name, value, low, high)
        return default if value is None else value

    def required_integer(self, name: str, low: int, high: int, what: str = "a whole number") -> int:
        """A whole number from `low` to `high`."""
        return self._required(name, self.integer(name, low, high, what))

    @overload
    def number(self, name: str, low: float = ..., high: float = ..., *, default: float) -> float: ...
    @overload
    def number(self, name: str, low: float = ..., high: float = ...) -> float | None: ...
    def number(
        self,
        name: str,
        low: float = -scalars.LARGEST_NUMBER,
        high: float = scalars.LARGEST_NUMBER,
        *,
        default: float | None = None,
    ) -> float | None:
        """A number from `low` to `high`, or the default when it is left out."""
        value = self._read(name, scalars.as_number, "a number")
        self._check_range(name, value, low, high)
        return default if value is None else value

    def required_number(self, name: str) -> float:
        """A number."""
        return self._required(name, self.number(name))

    def _check_range(self, name: str, value: float | None, low: float, high: float) -> None:
        if value is not None and not low <= value <= high:
            self.wrong(name, f"should be from {low:,} to {high:,}, not {value:,}.")

    def integers(self, name: str, what: str) -> tuple[int, ...]:
        """A list of whole numbers of at most 20,000 in size."""
        return tuple(self._item(node, path, scalars.as_offset, what) for node, path in self._items(name))

    def boolean(self, name: str, default: bool) -> bool:
        """True or false."""
        value = self._read(name, scalars.as_boolean, "true or false")
        return default if value is None else value

    def word(self, name: str, words: type[W]) -> W | None:
        """A word of a closed vocabulary, or None when it is left out."""
        return self._read(name, *scalars.vocabulary(words))

    def day(self, name: str) -> date | None:
        """A date, or None when it is left out."""
        return self._read(name, scalars.as_day, scalars.DATE)

    def required_day(self, name: str) -> date:
        """A date."""
        return self._required(name, self.day(name))

    def days(self, name: str) -> tuple[date, ...]:
        """A list of dates."""
        return tuple(self._item(node, path, scalars.as_day, scalars.DATE) for node, path in self._items(name))

    def when(self, name: str) -> When | None:
        """A date or an offset from launch day, or None when it is left out."""
        return self._read(name, scalars.as_when, "a date such as 2026-11-10 or an offset such as T-21")

    def required_when(self, name: str) -> When:
        """A date or an offset from launch day."""
        when = self.when(name)
        if when is None:
            self.wrong(name, "is missing.")
        return when

    def lag(self, name: str) -> tuple[int, bool]:
        """A lag in days and whether they are elapsed ones; none when it is left out."""
        days, elapsed = self._read(name, scalars.as_lag, "working days such as 2, or elapsed days such as 2e") or (
            0,
            False,
        )
        self._check_range(name, days, -LONGEST, LONGEST)
        return days, elapsed

    # other rows, and what lies inside

    def reference(self, name: str, among: Mapping[str, T], kind: str) -> T | None:
        """What `among` holds under the key in a field, or None when it is left out."""
        key = self._read(name, scalars.as_key, scalars.KEY)
        if key is None:
            return None
        return self._found(key, self.line_of(name), self.path_of(name), among, kind)

    def required_reference(self, name: str, among: Mapping[str, T], kind: str) -> T:
        """What `among` holds under the key in a field."""
        return self._required(name, self.reference(name, among, kind))

    def references(self, name: str, among: Mapping[str, T], kind: str) -> tuple[T, ...]:
        """What `among` holds under the keys in a list; each key once."""
        found: dict[str, T] = {}
        for node, path in self._items(name):
            key = self._item(node, path, scalars.as_key, scalars.KEY)
            if key in found:
                self.refuse(node.line, f"{path} names “{key}” a second time.")
            found[key] = self._found(key, node.line, path, among, kind)
        return tuple(found.values())

    def _found(self, key: str, line: int, path: str, among: Mapping[str, T], kind: str) -> T:
        if key not in among:
            self.refuse(line, f"{path} names the {kind} “{key}”, which does not exist{_hint(key, among.keys())}.")
        return among[key]

    def keys_of(self, name: str, field: str, kind: str) -> dict[str, int]:
        """The keys that a list of mappings gives itself in `field`, with their lines; none is given twice."""
        lines: dict[str, int] = {}
        for key, line, path in self._keys_in(name, field):
            if key in lines:
                self.refuse(line, f"{path} repeats the {kind} “{key}” of line {lines[key]}.")
            lines[key] = line
        return lines

    def keys_in(self, name: str, fields: Collection[str]) -> Iterator[str]:
        """The keys that stand in any of some fields of the mappings in a list."""
        for field in fields:
            for key, _, _ in self._keys_in(name, field):
                yield key

    def _keys_in(self, name: str, field: str) -> Iterator[tuple[str, int, str]]:
        for node, path in self._items(name):
            if isinstance(node, Tree) and isinstance(inner := node.entries.get(field), Scalar):
                key = self._value(inner, f"{path}.{field}", scalars.as_key, scalars.KEY)
                if key is not None:
                    yield key, inner.line, f"{path}.{field}"

    def inner(self, name: str, known: Collection[str]) -> "Fields | None":
        """The fields inside a field, or None when it is left out."""
        if name not in self:
            return None
        tree = self._entries[name]
        if not isinstance(tree, Tree):
            self.wrong(name, f"should hold fields ({', '.join(known)}).")
        return Fields(self._file, tree, self.path_of(name), known)

    def required_inner(self, name: str, known: Collection[str]) -> "Fields":
        """The fields inside a field."""
        return self._required(name, self.inner(name, known))

    def ordered(self, name: str, known: Collection[str]) -> Iterator[tuple["Fields", str]]:
        """The mappings in a list, each with a key that keeps it in its place."""
        mappings = list(self.each(name, known))
        return zip(mappings, order.spread(len(mappings)), strict=True)

    def each(self, name: str, known: Collection[str], short: str = "") -> Iterator["Fields"]:
        """The mappings in a list. With `short`, a bare value stands for a mapping with only that field."""
        for node, path in self._items(name):
            if short and isinstance(node, Scalar):
                node = Tree(node.line, {short: node}, {short: node.line})
            if not isinstance(node, Tree):
                self.refuse(node.line, f"{path} should hold fields ({', '.join(known)}), not {_kind(node)}.")
            yield Fields(self._file, node, path, known)

    def _items(self, name: str) -> Iterator[tuple[Node, str]]:
        if name not in self:
            return
        node, path = self._entries[name], self.path_of(name)
        if not isinstance(node, Listing):
            self.wrong(name, f"should be a list, not {_kind(node)}.")
        for place, item in enumerate(node.items):
            yield item, f"{path}[{place}]"

    def _item(self, node: Node, path: str, read: Callable[[str], T], what: str) -> T:
        value = self._value(node, path, read, what)
        if value is None:
            self.refuse(node.line, f"{path} is empty.")
        return value


def _kind(node: Node) -> str:
    return {Scalar: "a single value", Listing: "a list", Tree: "fields"}[type(node)]


def _hint(name: str, known: Collection[str]) -> str:
    close = difflib.get_close_matches(name[:60], list(known)[:1000], 1)
    return f" (did you mean “{close[0]}”?)" if close else ""
