"""Reads the tasks of a template and what they wait for."""

from launchpad.domain.enums import AnchorKind, Criticality, EvidenceKind, LinkType
from launchpad.domain.values import LONGEST, Anchor
from launchpad.templates.fields import Fields
from launchpad.templates.part_readers import Names
from launchpad.templates.template import Link, TemplateTask

_TASK = frozenset(
    "key title track owner approver duration offset anchor deadline criticality gate depends_on deliverable evidence"
    " acceptance help kind applies_if".split()
)
_LINK = ("pred", "type", "lag")
WORKING_DAYS = "a whole number of working days"


def owners_named(fields: Fields) -> list[str]:
    """Everyone named as owner, approver, lead or decider, each once, in the order of the file."""
    people: dict[str, None] = {}
    for part, names in (("tracks", ("lead",)), ("gates", ("decider",)), ("goals", ("owner",)), ("risks", ("owner",))):
        people.update(dict.fromkeys(fields.keys_in(part, names)))
    people.update(dict.fromkeys(fields.keys_in("tasks", ("owner", "approver"))))
    return list(people)


def read_tasks(fields: Fields, names: Names) -> tuple[TemplateTask, ...]:
    """Read all tasks; raise TemplateError when there is none."""
    nodes = names.tasks | names.gates
    first_track = next(iter(names.tracks))
    tasks = tuple(_task(each, names, nodes, first_track) for each in fields.each("tasks", _TASK))
    if not tasks:
        fields.wrong("tasks", "should list at least one task.")
    return tasks


def _task(fields: Fields, names: Names, nodes: dict[str, str], first_track: str) -> TemplateTask:
    duration = fields.required_integer("duration", 0, LONGEST, WORKING_DAYS)
    _check_milestone(fields, duration)
    return TemplateTask(
        key=fields.key("key"),
        title=fields.required_text("title"),
        duration=duration,
        track=fields.reference("track", names.tracks, "track") or first_track,
        owner=fields.reference("owner", names.roles, "role"),
        approver=fields.reference("approver", names.roles, "role"),
        anchor=read_anchor(fields),
        deadline=fields.when("deadline"),
        criticality=fields.word("criticality", Criticality) or Criticality.SHOULD,
        gate=fields.reference("gate", names.gates, "gate"),
        links=read_links(fields, nodes),
        deliverable=fields.text("deliverable"),
        evidence=fields.word("evidence", EvidenceKind),
        acceptance=fields.text("acceptance"),
        help=fields.text("help"),
        applies_if=fields.reference("applies_if", names.questions, "question") or "",
    )


def _check_milestone(fields: Fields, duration: int) -> None:
    kind = fields.text("kind")
    if kind not in ("", "task", "milestone"):
        fields.wrong("kind", f"should be task or milestone, not “{kind[:60]}”.")
    if kind == "milestone" and duration:
        fields.wrong("duration", f"should be 0 for a milestone, not {duration}.")


def read_anchor(fields: Fields) -> Anchor | None:
    """Read a task's anchor; an `offset` alone means to start no earlier than that working day."""
    inner = fields.inner("anchor", ("kind", "at"))
    if inner is None:
        offset = fields.integer("offset", -LONGEST, LONGEST, f"{WORKING_DAYS} from day 0")
        return None if offset is None else Anchor(AnchorKind.SNET, offset)
    kind = inner.word("kind", AnchorKind)
    if kind is None:
        inner.wrong("kind", "is missing.")
    return inner.built(Anchor, kind=kind, at=inner.when("at"))


def read_links(fields: Fields, nodes: dict[str, str]) -> tuple[Link, ...]:
    """Read what a task waits for; a bare key stands for a finish-to-start link without lag."""
    own = fields.key("key")
    links: dict[tuple[str, LinkType], Link] = {}
    for each in fields.each("depends_on", _LINK, short="pred"):
        pred = each.required_reference("pred", nodes, "task or gate")
        kind = each.word("type", LinkType) or LinkType.FS
        if pred == own:
            each.wrong("pred", f"makes “{own}” wait for itself.")
        if (pred, kind) in links:
            each.wrong("pred", f"repeats the {kind.value} link from “{pred}”.")
        links[pred, kind] = Link(pred, kind, *each.lag("lag"))
    return tuple(links.values())
