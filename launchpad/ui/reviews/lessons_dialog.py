"""What this launch would change in its template, and the file to write that to."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from launchpad.domain.wording import counted
from launchpad.interchange.errors import ExportError
from launchpad.ui.parts.dialog_foot import DialogFoot
from launchpad.ui.parts.refusal import Refusal
from launchpad.ui.review_room.fact_list import Fact
from launchpad.ui.review_room.page import Page, Section
from launchpad.ui.review_room.sizes import Sizes
from launchpad.ui.review_room.stage import Stage
from launchpad.ui.reviews.review_page import SMALL

if TYPE_CHECKING:
    from launchpad.app.lessons import Proposal

SIZE = (760, 620)


class LessonsDialog(QDialog):
    """The proposal to read; the template itself is never changed, a new file is."""

    told = Signal(str)

    def __init__(self, proposal: "Proposal", folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Propose template changes")
        self._proposal, self._folder = proposal, folder
        self.stage = Stage(Sizes(SMALL, self))
        self.stage.show_page(lessons_page(proposal))
        self._refusal = Refusal()
        foot = DialogFoot(self, "Save as a template…", back="Close")
        self.save = foot.go
        self.save.setEnabled(bool(proposal.lessons))
        foot.go.clicked.connect(self._on_save)
        foot.back.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.addWidget(self.stage, 1)
        layout.addWidget(self._refusal)
        layout.addLayout(foot)
        self.resize(*SIZE)

    def _on_save(self) -> None:
        suggested = self._folder / f"{self._proposal.proposed.id}-{self._proposal.proposed.version}.yaml"
        name, _ = QFileDialog.getSaveFileName(self, "Save as a template", str(suggested), "*.yaml")
        if name:
            self.write(Path(name if Path(name).suffix else f"{name}.yaml"))

    def write(self, target: Path) -> None:
        """Write the proposed template."""
        from launchpad.app.lessons import write_template
        from launchpad.domain.errors import PlanError

        try:
            write_template(self._proposal, target)
        except (PlanError, ExportError) as error:
            self._refusal.say(str(error))
            return
        self.told.emit(f"Written: {target}")
        self.accept()


def lessons_page(proposal: "Proposal") -> Page:
    """A proposal as a page."""
    lessons = proposal.lessons
    durations = tuple(
        Fact(title=each.task.title, note=each.task.key, right=f"{each.planned} → {counted(each.actual, 'day')}")
        for each in lessons.durations
    )
    added = tuple(Fact(title=task.title, note=task.key, sign=("plus", "info")) for task in lessons.added)
    titles = {task.key: task.title for task in proposal.template.tasks}
    unused = tuple(Fact(title=titles.get(key, key), note=key, sign=("minus", "text3")) for key in lessons.unused)
    tight = tuple(Fact(title=title, sign=("triangle-alert", "warn")) for title in proposal.tight)
    return Page(
        key="lessons",
        title=f"{proposal.template.name}, version {proposal.proposed.version}",
        lead="Your template stays as it is; the proposal becomes a file of its own."
        if lessons
        else "This launch went as its template says: there is nothing to change.",
        sections=(
            Section(f"Took another time · {len(durations)}" if durations else "", durations),
            Section(f"Added to this launch · {len(added)}" if added else "", added),
            Section(f"Never used · {len(unused)}" if unused else "", unused),
            Section(f"Would no longer fit · {len(tight)}" if tight else "", tight),
        ),
    )
