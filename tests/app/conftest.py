"""A small plan in a file, and the session over it; tests of other plans name their own."""

import pytest

from launchpad.app.plan_session import PlanSession
from launchpad.app.session import Session
from tests.app.plan_sessions import TODAY
from tests.builders import a_launch, a_plan, a_task


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "loom.launch"
    Session.create(path, a_plan(a_task("brief", duration=2), launch=a_launch(as_of=TODAY)), "Create launch").close()
    return path


@pytest.fixture
def plan(path, qapp):
    session = PlanSession(Session.open(path))
    yield session
    session.close()
