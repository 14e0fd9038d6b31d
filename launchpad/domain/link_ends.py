"""The dependencies at a task or gate, found without looking at them all."""

from launchpad.domain.document import Document
from launchpad.domain.task import Dependency

Ends = dict[str, list[Dependency]]


def links_into(document: Document, node: str) -> tuple[Dependency, ...]:
    """What a task or gate waits for."""
    return tuple(_ends(document)[0].get(node, ()))


def links_out_of(document: Document, node: str) -> tuple[Dependency, ...]:
    """What waits for a task or gate."""
    return tuple(_ends(document)[1].get(node, ()))


def _ends(document: Document) -> tuple[Ends, Ends]:
    """Links by what they lead to and by where they come from, kept while the document lives."""

    def sort() -> tuple[Ends, Ends]:
        into: Ends = {}
        out: Ends = {}
        for link in document.table(Dependency).values():
            into.setdefault(link.successor, []).append(link)
            out.setdefault(link.predecessor, []).append(link)
        return into, out

    return document.once("links by their ends", sort)
