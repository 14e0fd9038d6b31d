"""Looking at a plan as it was leaves nothing behind."""

import gc
from pathlib import Path

from launchpad.app.commands.launch import change_launch
from launchpad.app.past_plan import open_past
from launchpad.app.session import Session
from tests.builders import a_launch, a_plan, a_task


def test_the_file_made_to_look_at_is_gone_when_nobody_looks(tmp_path: Path) -> None:
    path = tmp_path / "loom.launch"
    with Session.create(path, a_plan(a_task("brief"), launch=a_launch(name="Loom")), "Create launch") as session:
        session.run(change_launch, {"name": "Loom Two"})
    opened = open_past(path, 1)
    made = opened.session.file.path

    assert opened.session.document.launch.name == "Loom"
    assert made.exists()
    opened.session.close()
    del opened
    gc.collect()
    assert not made.parent.exists()
    assert path.exists()
