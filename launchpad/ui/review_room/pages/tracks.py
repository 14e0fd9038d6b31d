"""A track's page: its score, its must-haves still open, what was changed in the room and since the last review."""

from launchpad.app.day_text import day_text
from launchpad.app.review_changes import ChangeLine
from launchpad.domain.enums import TaskStatus
from launchpad.domain.record import RoomChange
from launchpad.engines.readiness.gap import gap_class
from launchpad.engines.readiness.shown import shown
from launchpad.engines.review import MustLine, TrackPage
from launchpad.ui.overview.numbers import GAP_TONES
from launchpad.ui.review_room.answers import RoomAnswers
from launchpad.ui.review_room.fact_list import Fact
from launchpad.ui.review_room.page import BigScore, Page, Section
from launchpad.ui.review_room.pages.words import CHANGES, TASKS, name_of

TRACK = "track:"
MUSTS, MOST = 30, 12
"""Must-haves and changes listed on a track's page; the others are counted."""


def track_page(answers: RoomAnswers, key: str) -> Page:
    """The page of the track with that key."""
    page = answers.page(key)
    if page is None:
        return Page(key=TRACK + key, title=key, lead="This track has nothing in the scope of the review.")
    place = [track.id for track in answers.document.tracks].index(page.track.id)
    musts = tuple(must_fact(answers, must) for must in page.open_musts[:MUSTS])
    if len(page.open_musts) > MUSTS:
        musts += (Fact(title=f"and {len(page.open_musts) - MUSTS} more", sign=("ellipsis", "text3")),)
    return Page(
        key=TRACK + key,
        title=page.track.name,
        dot=f"track:{place}",
        lead=_voter(answers, key),
        score=_score(answers, page),
        sections=(
            Section(f"Must-haves still open · {len(page.open_musts)}", musts, "Every must-have is done and proven."),
            live_section([change for change in answers.live if change.track == key]),
            _since(answers, page),
        ),
    )


def score_tone(page: TrackPage) -> str:
    """The color of a track's score: red where something stops it, else how far it is from plan."""
    if page.score is None:
        return "text3"
    if page.is_red:
        return "bad"
    found = gap_class(None if page.expected is None else shown(page.score - page.expected))
    return "text" if found is None else GAP_TONES[found]


def must_fact(answers: RoomAnswers, must: MustLine) -> Fact:
    """An open must-have as a row; an overdue one says so instead of its status."""
    task = must.task
    overdue = must.is_overdue and task.status is not TaskStatus.BLOCKED
    unproven = task.status is TaskStatus.DONE
    text = must.text if overdue else "" if unproven else must.text.removeprefix(f"{task.status.label} · ")
    return Fact(
        title=task.title,
        note=" · ".join(part for part in (must.owner, text) if part),
        key=f"task:{task.id}",
        pill=_must_pill(task.status, overdue=overdue),
        status=None if overdue or unproven else task.status,
        tip=task.acceptance,
    )


def live_section(changes: list[RoomChange]) -> Section:
    """What was changed in the room, with both values."""
    facts = tuple(
        Fact(title=change.name, note=change.field, sign=("pencil", "accent"), right=f"{change.before} → {change.after}")
        for change in changes
    )
    return Section(f"Changed in this room · {len(facts)}" if facts else "", facts)


def change_fact(line: ChangeLine) -> Fact:
    """A change since the last review as a row."""
    return Fact(title=line.name, sign=CHANGES.get(line.sign, ("circle-dot", "text3")), right=line.text)


def _must_pill(status: TaskStatus, *, overdue: bool) -> tuple[str, str]:
    if overdue:
        return "! Overdue", "warn"
    return ("Not proven", "warn") if status is TaskStatus.DONE else (status.label, TASKS.get(status, "neutral"))


def _voter(answers: RoomAnswers, key: str) -> str:
    voter = answers.voter(key)
    if voter is None:
        return ""
    if voter.voter is None:
        return "Nobody is named to sign for this track."
    if voter.lead is not None and voter.voter.id != voter.lead.id:
        return f"{voter.voter.name} signs for {voter.lead.name}, who is away."
    said = f" “{voter.comment}”" if voter.comment and not answers.keeps_answers_hidden else ""
    return f"{name_of(answers.document, voter.voter.id)} signs for it.{said}"


def _score(answers: RoomAnswers, page: TrackPage) -> BigScore:
    beside = [] if page.expected is None else [f"{page.expected:.0f} expected"]
    if page.since is not None and answers.since.day is not None:
        change = f"{page.since:+.0f}".replace("-", "−")
        beside.append(f"{change} since {day_text(answers.since.day, answers.today)}")
    return BigScore("–" if page.score is None else f"{page.score:.0f}", score_tone(page), tuple(beside))


def _since(answers: RoomAnswers, page: TrackPage) -> Section:
    since = answers.since
    lines = [line for each in since.tracks if each.track and each.track.id == page.track.id for line in each.lines]
    facts = [change_fact(line) for line in lines[:MOST]]
    if len(lines) > MOST:
        facts.append(Fact(title=f"and {len(lines) - MOST} more", sign=("ellipsis", "text3")))
    when = day_text(since.day, answers.today) if since.day else "the last review"
    return Section(f"Changed since {when}", tuple(facts), since.notice or "Nothing.")
