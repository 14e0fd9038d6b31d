"""What the plan would be, while it is being chosen."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from launchpad.app.launch_preview import Preview
from launchpad.ui.new_launch.gate_line import GateLine
from launchpad.ui.parts.card import Card
from launchpad.ui.parts.label import Label
from launchpad.ui.parts.sign import Sign

SIGNS = {"ok": "circle-check", "warn": "triangle-alert", "bad": "circle-x"}


class PreviewCard(Card):
    """Whether it fits, sentences, the gates on a line; or the sentence why there is no plan."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__("This plan", parent=parent)
        self._today = today
        self.body.setSpacing(6)
        self._lines = Label("Working it out…", tone="text2", wrap=True)
        self._gates = GateLine()
        self._sign = Sign("hourglass", "text3")
        self._verdict = Label("", wrap=True, weight=500)
        verdict = QHBoxLayout()
        verdict.setSpacing(8)
        verdict.addWidget(self._sign)
        verdict.addWidget(self._verdict, 1)
        self.body.addLayout(verdict)
        self.body.addWidget(self._lines)
        self.body.addWidget(self._gates)

    def show_preview(self, preview: Preview) -> None:
        """Show a plan."""
        tone, sentence = preview.verdict
        self._say(tone, sentence)
        self._lines.setText("\n".join(preview.lines))
        self._lines.show()
        self._gates.show_preview(preview, self._today)
        self._gates.show()

    def show_problem(self, sentence: str) -> None:
        """Say why there is no plan."""
        self._say("bad", sentence)
        self._lines.hide()
        self._gates.hide()

    def texts(self) -> tuple[str, ...]:
        """What is said, whether it fits first."""
        return (self._verdict.text(), *self._lines.text().splitlines())

    def _say(self, tone: str, sentence: str) -> None:
        self._sign.show_icon(SIGNS[tone], tone)
        self._verdict.set_tone(tone)
        self._verdict.setText(sentence)
