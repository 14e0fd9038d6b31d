"""The pack of a plan for one audience: what stands in it, before it is written as HTML or laid out for PDF."""

from launchpad.domain.gate import Review
from launchpad.interchange.audience import Audience
from launchpad.interchange.pack.changes import Changes
from launchpad.interchange.pack.executive import brief, brief_text, executive_sections, sentences
from launchpad.interchange.pack.full import full_sections
from launchpad.interchange.pack.model import Pack, Section
from launchpad.interchange.pack.record import record_sections
from launchpad.interchange.pack.teams import sales_sections, support_sections
from launchpad.interchange.pack.words import joined
from launchpad.interchange.workbook.book import launch_moment, long_day, moment
from launchpad.interchange.workbook.material import Material

SECTIONS = {
    Audience.SALES: sales_sections,
    Audience.SUPPORT: support_sections,
    Audience.EXECUTIVE: executive_sections,
}
NAMES = {
    Audience.FULL: "Launch pack",
    Audience.SALES: "For sales",
    Audience.SUPPORT: "For support",
    Audience.EXECUTIVE: "For executives",
}
RECORD_READERS = frozenset({Audience.FULL, Audience.EXECUTIVE})
"""Who reads what a review found and decided."""


def pack_of(material: Material, review: Review | None = None, changes: Changes = Changes()) -> Pack:
    """The pack for the audience of `material`.

    The record of a review, and what changed since the last one, are in it for those who may read them.
    """
    audience, launch = material.view.audience, material.document.launch
    is_small = audience is Audience.EXECUTIVE
    about = [NAMES[audience], f"Tier {launch.tier}", f"launches {launch_moment(launch)}"]
    said = sentences(material) if is_small or material.view.is_whole else [material.readiness.sentence]
    asked = full_sections(material, changes) if material.view.is_whole else SECTIONS[audience](material)
    sections = [*_record(material, review), *asked]
    return Pack(
        title=launch.name,
        subtitle=joined(about),
        sections=[brief(section) for section in sections] if is_small else sections,
        secret=_secret(material),
        origin=_origin(material),
        small=is_small and review is None,
        sentences=[brief_text(text) for text in said] if is_small else said,
    )


def _record(material: Material, review: Review | None) -> list[Section]:
    audience = material.view.audience
    if review is None or audience not in RECORD_READERS:
        return []
    return record_sections(review, material, whole=audience is Audience.FULL)


def _secret(material: Material) -> str:
    embargo = material.document.launch.embargo
    if embargo is None:
        return "For the people it was sent to."
    until = " ".join(part for part in (embargo.lifts.replace("T", " "), embargo.timezone) if part)
    return f"Under embargo until {until}: for the people it was sent to, and nobody else."


def _origin(material: Material) -> str:
    stamp = material.stamp
    who = f"by {stamp.who}" if material.view.is_whole and stamp.who else ""
    written = f"exported {moment(stamp.exported_at)} {who}".strip()
    return joined([f"As of {long_day(material.today)}", f"edit {stamp.edit_number}", written])
