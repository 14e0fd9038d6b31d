"""What each open risk and issue costs the score, as rows of a list."""

from launchpad.domain.enums import RiskStatus
from launchpad.domain.register import Risk
from launchpad.engines.readiness import Readiness
from launchpad.engines.readiness.deductions import is_managed
from launchpad.engines.readiness.shown import shown
from launchpad.scenes.risk_matrix import RiskMark
from launchpad.ui.parts.list_card import Entry


def cost_entries(answer: Readiness) -> list[Entry]:
    """Those that cost most first."""
    places = {track.id: place for place, track in enumerate(answer.document.tracks)}
    names = {track.id: track.name for track in answer.document.tracks}
    entries = []
    for each in answer.relief:
        row = each.row
        kind = (
            f"probability {row.probability} × impact {row.impact}"
            if isinstance(row, Risk)
            else f"severity {row.severity}"
        )
        if isinstance(row, Risk) and not is_managed(row, answer.today):
            kind += ", unmanaged: doubled"
        where = names[row.track] if row.track else "Whole launch"
        dot = f"track:{places[row.track]}" if row.track else "text3"
        cost = f"−{shown(each.points, 2):g}"
        entries.append(Entry(f"{row.key} {row.title}", f"{where} · {kind}", (cost, "bad"), row.id, dot))
    return entries


def risk_marks(answer: Readiness) -> tuple[RiskMark, ...]:
    """The open risks on the matrix."""
    return tuple(
        RiskMark(risk.key, risk.title, risk.probability, risk.impact, not is_managed(risk, answer.today))
        for risk in answer.document.rows(Risk)
        if risk.status is RiskStatus.OPEN
    )
