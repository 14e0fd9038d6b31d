"""Commands that make a launch file."""

import pytest

OWN = """
schema: launchpad.template/1
id: mine
name: My own
tasks:
  - {key: a, title: Write it, duration: 3, offset: -5}
  - {key: b, title: Send it, duration: 1, depends_on: [{pred: a}]}
"""


def test_templates_are_listed(launchpad):
    known = launchpad.done("templates", "--json").json["templates"]

    assert len(known) == 8
    assert {"id", "name", "tier", "tasks", "questions"} <= set(known[0])
    assert "tier2-feature-launch" in launchpad.done("templates").out


def test_a_launch_is_made_from_a_template_its_answers_and_holidays(launchpad, tmp_path):
    out = tmp_path / "x.launch"
    launchpad.done(
        "new", out, "--template", "tier1-major-launch", "--name", "Aria", "--date", "2027-03-09",
        "--holidays", "US-CA", "--answer", "has_ai=no",
    )  # fmt: skip

    plan = launchpad.done("show", out, "--json").json

    assert plan["launch"]["name"] == "Aria"
    assert "leg.ai" not in {task["key"] for task in plan["tasks"]}
    assert "2027-01-18" in {holiday["day"] for holiday in plan["holidays"]}  # Martin Luther King Jr. Day


def test_a_launch_is_made_from_a_file_of_ones_own(launchpad, tmp_path):
    template = tmp_path / "mine.yaml"
    template.write_text(OWN)
    launchpad.done("new", tmp_path / "x.launch", "--template", template, "--date", "2027-03-09")

    tasks = launchpad.done("schedule", tmp_path / "x.launch", "--json").json["tasks"]

    assert [(task["key"], task["start"], task["finish"]) for task in tasks] == [
        ("a", "2027-03-02", "2027-03-04"),
        ("b", "2027-03-05", "2027-03-05"),
    ]


def test_a_track_is_left_out_with_its_tasks(launchpad, tmp_path):
    common = ("--template", "tier3-minor-release", "--date", "2027-03-09")
    launchpad.done("new", tmp_path / "all.launch", *common)
    launchpad.done("new", tmp_path / "few.launch", *common, "--without", "support", "--without", "legal")
    everything = launchpad.done("show", tmp_path / "all.launch", "--json").json
    fewer = launchpad.done("show", tmp_path / "few.launch", "--json").json

    tracks = {track["key"] for track in fewer["tracks"]}
    assert {track["key"] for track in everything["tracks"]} - tracks == {"support", "legal"}
    assert {task["key"] for task in everything["tasks"]} > {task["key"] for task in fewer["tasks"]}


def test_the_name_defaults_to_the_files(launchpad, tmp_path):
    launchpad.done("new", tmp_path / "Spring.launch", "--template", "tier3-minor-release", "--date", "2027-03-09")

    assert launchpad.done("show", tmp_path / "Spring.launch", "--json").json["launch"]["name"] == "Spring"


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--template", "nope", "--date", "2027-03-09"], "no template “nope”"),
        (["--template", "tier3-minor-release", "--date", "2027-02-30"], "--date"),
        (["--template", "tier3-minor-release", "--date", "2027-03-07"], "not a working day"),
        (["--template", "tier3-minor-release", "--date", "2027-03-09", "--holidays", "XX"], "XX"),
        (["--template", "tier1-major-launch", "--date", "2027-03-09", "--answer", "has_ai"], "question=yes"),
        (["--template", "tier1-major-launch", "--date", "2027-03-09", "--answer", "zz=no"], "zz"),
        (["--template", "tier1-major-launch", "--date", "2027-03-09", "--without", "zz"], "has no track “zz”"),
        (["--template", "missing.yaml", "--date", "2027-03-09"], "missing.yaml"),
        (["--template", "tier3-minor-release"], "--date"),
    ],
)
def test_a_wrong_request_is_refused_and_makes_no_file(launchpad, tmp_path, options, sentence):
    assert sentence in launchpad.refused("new", tmp_path / "x.launch", *options)
    assert list(tmp_path.iterdir()) == []


def test_a_template_with_a_circle_is_refused_naming_file_line_and_path(launchpad, tmp_path):
    template = tmp_path / "mine.yaml"
    template.write_text(OWN.replace("offset: -5}", "depends_on: [{pred: b}]}"))

    sentence = launchpad.refused("new", tmp_path / "x.launch", "--template", template, "--date", "2027-03-09")

    assert "mine.yaml" in sentence
    assert "line" in sentence
    assert not (tmp_path / "x.launch").exists()


def test_an_existing_file_is_never_overwritten(launchpad, sample_file):
    before = sample_file.read_bytes()

    assert "exists already" in launchpad.refused("open-sample", sample_file)
    assert sample_file.read_bytes() == before


def test_a_folder_that_is_not_there_is_told(launchpad, tmp_path):
    assert "no such file or folder" in launchpad.refused("open-sample", tmp_path / "nowhere" / "x.launch")
