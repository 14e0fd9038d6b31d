"""Finds, in a sheet that people may have changed, the forms beside the checklist and the rows under each."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from launchpad.interchange.homecoming.cells import tidy
from launchpad.interchange.workbook.forms import ID, Form

ENOUGH = 0.6
"""The share of a form's columns by which its head is known."""


@dataclass(frozen=True, slots=True)
class FormHead:
    """Where a form's columns are: key → number from 0. Its rows begin at `first`, counted from 1, and end at `last`."""

    form: Form
    columns: Mapping[str, int]
    first: int
    last: int


Numbered = tuple[int, Sequence[object]]
"""A row's number, from 1, and its values."""


def find_forms(rows: Iterable[Numbered], forms: Sequence[Form], last: int) -> list[FormHead]:
    """Find the heads of forms in the rows of a sheet; each form ends where the next begins, at the latest at `last`."""
    heads = list(_heads(rows, forms))
    ends = [*(head.first - 1 for head in heads[1:]), last]
    return [FormHead(head.form, head.columns, head.first, end) for head, end in zip(heads, ends, strict=False)]


def _heads(rows: Iterable[Numbered], forms: Sequence[Form]) -> Iterator[FormHead]:
    machine: tuple[Form, Mapping[str, int]] | None = None
    for number, row in rows:
        texts = [tidy(value) if isinstance(value, str) else "" for value in row]
        if machine is not None:  # rows may have been inserted between the hidden names and the headers
            if not any(texts):
                continue
            yield _labeled(texts, *machine, number)
            machine = None
            continue
        found = _best(texts, forms, _keys)
        if found is not None:
            machine = found
            continue
        found = _best([text.rstrip("*").strip().casefold() for text in texts], forms, _labels)
        if found is not None:
            yield FormHead(found[0], found[1], number + 1, number)


def _labeled(texts: Sequence[str], form: Form, machine: Mapping[str, int], number: int) -> FormHead:
    """The head whose machine names stand above its headers: a header that is known says what a column is."""
    said = _places([text.rstrip("*").strip().casefold() for text in texts], _labels(form))
    taken = set(said.values())
    named = {key: place for key, place in machine.items() if key not in said and place not in taken}
    return FormHead(form, {**named, **said}, number + 1, number)


def _best(
    texts: Sequence[str], forms: Sequence[Form], names: Callable[[Form], Mapping[str, str]]
) -> tuple[Form, Mapping[str, int]] | None:
    found = [(form, _places(texts, names(form))) for form in forms]
    known = [
        (len(places) / len(names(form)), form, places)
        for form, places in found
        if form.natural in places and len(places) >= max(2, ENOUGH * len(form.columns))
    ]
    if not known:
        return None
    _, form, places = max(known, key=lambda each: each[0])
    return form, places


def _keys(form: Form) -> Mapping[str, str]:
    return {ID: ID} | {column.key: column.key for column in form.columns}


def _labels(form: Form) -> Mapping[str, str]:
    return {column.header.casefold(): column.key for column in form.columns}


def _places(texts: Sequence[str], names: Mapping[str, str]) -> dict[str, int]:
    """Key → where it stands; of two alike the first."""
    found: dict[str, int] = {}
    for place, text in enumerate(texts):
        if text in names:
            found.setdefault(names[text], place)
    return found
