"""What every gesture has in common: what it shows while it lasts, and how it goes on and ends."""

from launchpad.app.plan_session import PlanSession
from launchpad.app.rehearsal import Rehearsal
from launchpad.app.task_facts import TaskFacts
from launchpad.domain.document import Document
from launchpad.domain.edit import Edit
from launchpad.domain.errors import PlanError
from launchpad.domain.ids import TaskId
from launchpad.domain.task import Task
from launchpad.scenes.gantt.picture import Hit, Picture
from launchpad.scenes.gantt.trial import Shown
from launchpad.ui.timeline.words import days_text, span_text


class Gesture:
    """One gesture under way. It writes nothing until it is dropped."""

    def __init__(self, session: PlanSession) -> None:
        self.session = session
        self.shown = Shown()
        self.said = ""

    def move(self, picture: Picture, x: float, y: float, hit: Hit) -> None:
        """Go on to a place of the picture, where `hit` is; what the plan cannot do is shown in words."""
        try:
            self.shown = self.trial(picture, x, y, hit)
        except PlanError as error:
            self.shown = self.refusal(str(error))

    def step(self, by: int) -> None:
        """Go on by so many days or percent, as a key does."""
        raise NotImplementedError

    def trial(self, picture: Picture, x: float, y: float, hit: Hit) -> Shown:
        """What to show at a place; raise PlanError where it cannot be done."""
        raise NotImplementedError

    def refusal(self, sentence: str) -> Shown:
        """What to show where it cannot be done; dropping it there does nothing."""
        return Shown(sentence, is_refused=True)

    def edit(self, document: Document) -> Edit:
        """What is shown, as an edit of the plan; empty where nothing would change."""
        raise NotImplementedError

    def sentence(self) -> str:
        """What is said once that is done."""
        return ""

    def drop(self) -> str:
        """Do what is shown; return a sentence about it, or nothing when nothing came of it."""
        before, sentence = self.session.document, self.sentence()
        is_done = self.session.run(self.edit) and self.session.document is not before
        return sentence if is_done else ""

    @property
    def facts(self) -> TaskFacts:
        """Answers about the plan as it is."""
        return TaskFacts(self.session.document, self.session.today)

    def task(self, task_id: str) -> Task:
        """A task of the plan as it is."""
        return self.session.document.table(Task)[task_id]


def stand_words(rehearsal: Rehearsal, task: TaskId, session: PlanSession) -> str:
    """Where a task would stand, and its slack: ``9 Feb to 16 Feb · slack 3 days``."""
    stand = rehearsal.stand(task)
    slack = f"slack {days_text(stand.slack)}" if stand.slack else "no slack"
    if stand.slack < 0:
        slack = f"{days_text(-stand.slack)} too late"
    return f"{span_text(stand.start, stand.finish, session.today)} · {slack}"
