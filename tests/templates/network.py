"""A second, plain way to work out a template's network, for checking: offsets in working days, half-open."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from launchpad.domain.enums import LinkType
from launchpad.templates.template import Link, Template, TemplateTask


def offset_of(task: TemplateTask) -> int:
    """The offset a built-in template gives each of its tasks."""
    assert task.anchor is not None
    assert isinstance(task.anchor.at, int)
    return task.anchor.at


def gate_offsets(template: Template) -> dict[str, int]:
    """Where each gate stands, in the order of the file."""
    offsets = {gate.key: gate.when for gate in template.gates}
    assert all(isinstance(offset, int) for offset in offsets.values())
    return {key: offset for key, offset in offsets.items() if isinstance(offset, int)}


def earliest_start(link: Link, start: int, days: int, own_days: int) -> int:
    """The first day on which a task of `own_days` may start after one that starts at `start` and takes `days`."""
    ends = {LinkType.FS: days, LinkType.SS: 0, LinkType.FF: days - own_days, LinkType.SF: -own_days}
    return start + ends[link.type] + link.lag


def latest_start(link: Link, start: int, days: int, own_days: int) -> int:
    """The last day on which a task of `own_days` may start before one that starts at `start` and takes `days`."""
    ends = {LinkType.FS: -own_days, LinkType.SS: 0, LinkType.FF: days - own_days, LinkType.SF: days}
    return start + ends[link.type] - link.lag


def broken_offsets(tasks: Iterable[TemplateTask], gates: Mapping[str, int]) -> Iterator[str]:
    """Sentences about tasks that start before a link allows or finish after their gate."""
    by_key = {task.key: task for task in tasks}
    for task in by_key.values():
        for link in task.links:
            before = by_key.get(link.pred)
            start, days = (offset_of(before), before.duration) if before else (gates[link.pred], 0)
            allowed = earliest_start(link, start, days, task.duration)
            if offset_of(task) < allowed:
                yield f"{task.key} starts at {offset_of(task)}, but {link.pred} allows {allowed}"
        if task.gate is not None and offset_of(task) + task.duration > gates[task.gate]:
            yield f"{task.key} finishes after {task.gate}"


def in_order(template: Template) -> list[str]:
    """Tasks and gates, each after what it waits for; a gate waits for its tasks and for the gate before it."""
    gates = list(gate_offsets(template))
    waits: dict[str, set[str]] = {task.key: {link.pred for link in task.links} for task in template.tasks}
    waits |= {after: {before} for before, after in pairwise(gates)}
    waits.setdefault(gates[0], set())
    for task in template.tasks:
        assert task.gate is not None
        waits[task.gate].add(task.key)
    return _sorted_by_need(waits)


def _sorted_by_need(waits: Mapping[str, set[str]]) -> list[str]:
    done: dict[str, None] = {}
    while len(done) < len(waits):
        ready = [key for key, before in waits.items() if key not in done and before <= done.keys()]
        assert ready, f"a circle among {sorted(waits.keys() - done.keys())[:5]}"
        done |= dict.fromkeys(ready)
    return list(done)


def slack_window(template: Template) -> dict[str, tuple[int, int]]:
    """For each task the earliest start by its links and the latest by its gate and followers; gates stand still."""
    tasks = {task.key: task for task in template.tasks}
    gates = gate_offsets(template)
    first = min(offset_of(task) for task in template.tasks)
    order = in_order(template)
    early = dict(gates)
    followers: dict[str, list[tuple[str, Link]]] = defaultdict(list)
    for key in (key for key in order if key in tasks):
        task = tasks[key]
        allowed = [first]
        for link in task.links:
            days = tasks[link.pred].duration if link.pred in tasks else 0
            allowed.append(earliest_start(link, early[link.pred], days, task.duration))
            followers[link.pred].append((key, link))
        early[key] = max(allowed)
    late: dict[str, int] = {}
    for key in (key for key in reversed(order) if key in tasks):
        task = tasks[key]
        assert task.gate is not None
        limits = [gates[task.gate] - task.duration]
        for follower, link in followers[key]:
            limits.append(latest_start(link, late[follower], tasks[follower].duration, task.duration))
        late[key] = min(limits)
    return {key: (early[key], late[key]) for key in tasks}


def longest_chain(template: Template, goal: str) -> int:
    """Working days of the longest chain of work that leads to a task; gates count as logic without a date."""
    tasks = {task.key: task for task in template.tasks}
    gates: Sequence[str] = list(gate_offsets(template))
    at: dict[str, int] = {}
    for key in in_order(template):
        if key in tasks:
            task = tasks[key]
            bounds = [
                earliest_start(
                    link, at[link.pred], tasks[link.pred].duration if link.pred in tasks else 0, task.duration
                )
                for link in task.links
            ]
        else:
            place = gates.index(key)
            bounds = [at[gate] for gate in gates[:place]]
            bounds += [at[task.key] + task.duration for task in template.tasks if task.gate == key]
        at[key] = max([0, *bounds])
    return at[goal]
