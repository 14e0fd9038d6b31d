"""The template a launch was made from and how its questions were answered."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from launchpad.app.errands import send_off
from launchpad.app.launch_preview import Offer, offers
from launchpad.app.plan_session import PlanSession
from launchpad.ui.parts.card import Card
from launchpad.ui.parts.label import Label


class TemplateCard(Card):
    """Only to be read: the answers chose the tasks when the launch was made."""

    def __init__(self, session: PlanSession, parent: QWidget | None = None) -> None:
        super().__init__("Template", parent=parent)
        self._session = session
        self._offers: tuple[Offer, ...] | None = None
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self.body.addLayout(self._lines)

    def refresh(self) -> None:
        """Show what the plan says; what its template calls things is read when that is first asked for."""
        if self._offers is None and self._session.document.launch.template:
            send_off(self, offers, self._on_offers)
        else:
            self._show(self._offers or ())

    def _on_offers(self, found: tuple[Offer, ...]) -> None:
        self._offers = found
        self._show(found)

    def _show(self, known: Sequence[Offer]) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        launch = self._session.document.launch
        offer = next((offer for offer in known if offer.id == launch.template), None)
        name = offer.name if offer else launch.template or "Made without a template"
        version = f", version {launch.template_version}" if launch.template_version else ""
        self._lines.addWidget(Label(f"{name}{version}", weight=500, wrap=True))
        for answer in launch.answers:
            text = f"{'Yes' if answer.yes else 'No'}  –  {_question(offer, answer.question)}"
            self._lines.addWidget(Label(text, tone="text2", wrap=True))


def _question(offer: Offer | None, key: str) -> str:
    asked = {question.id: question.ask for question in offer.questions} if offer else {}
    return asked.get(key, key.replace("_", " "))
