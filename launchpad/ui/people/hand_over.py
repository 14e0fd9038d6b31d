"""Chooses who takes over somebody's open work."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QWidget

from launchpad.app.commands.people import hand_over
from launchpad.app.plan_session import PlanSession
from launchpad.domain.people import Person
from launchpad.ui.parts.form_dialog import FormDialog

WHY = "Open tasks, risks and issues, and goals, get this owner. What is done stays as it was."


class HandOverDialog(FormDialog):
    """A list of the others; nothing is changed before Hand over is pressed."""

    def __init__(
        self, session: PlanSession, person: Person, others: Sequence[Person], parent: QWidget | None = None
    ) -> None:
        super().__init__(f"Hand over the work of {person.name}", "Hand over", WHY, parent=parent)
        self._session, self._person = session, person
        self.to = QComboBox()
        for other in others:
            self.to.addItem(other.name, other.id)
        if (deputy := self.to.findData(person.deputy)) >= 0:
            self.to.setCurrentIndex(deputy)
        self.add_field("Who takes over", self.to)

    def act(self) -> bool:
        """Hand it over."""
        return self._session.run(hand_over, self._person.id, str(self.to.currentData()))
