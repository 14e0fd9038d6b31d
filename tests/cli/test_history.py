"""Commands that look back."""


def test_the_journal_tells_every_edit(launchpad, sample_file):
    launchpad.done("set", sample_file, "sal.pitch", "title=New pitch")
    launchpad.done("undo", sample_file)

    entries = launchpad.done("log", sample_file, "--json").json["entries"]

    assert [(entry["number"], entry["source"], entry["undoes"]) for entry in entries[1:]] == [
        (2, "cli", None),
        (3, "undo", 2),
    ]
    assert entries[1]["label"] == "Set title of Build the pitch deck and talk track"
    assert entries[1]["when"].endswith("Z")
    assert "Undo 2: Set title" in launchpad.done("log", sample_file).out


def test_what_changed_since_an_edit_is_told_row_by_row(launchpad, sample_file):
    launchpad.done("set", sample_file, "sal.pitch", "progress=50")
    launchpad.done("set", sample_file, "sal.pitch", "progress=80", "owner=gil")

    answer = launchpad.done("diff", sample_file, "--since", "1", "--json").json

    assert (answer["since"], answer["now"]) == (1, 3)
    (change,) = answer["changes"]
    assert (change["kind"], change["key"], change["change"]) == ("tasks", "sal.pitch", "changed")
    assert {"field": "progress", "before": None, "after": 80} in change["fields"]
    assert "owner: June → Gil" in launchpad.done("diff", sample_file, "--since", "1").out
    assert "Nothing changed." in launchpad.done("diff", sample_file, "--since", "3").out


def test_since_takes_a_date(launchpad, sample_file):
    launchpad.done("set", sample_file, "sal.pitch", "progress=50")

    assert launchpad.done("diff", sample_file, "--since", "2020-01-01", "--json").json["since"] == 1
    assert launchpad.done("diff", sample_file, "--since", "2190-01-01", "--json").json["since"] == 2
    assert "neither an edit's number nor a date" in launchpad.refused("diff", sample_file, "--since", "Monday")
    assert "no edit 9" in launchpad.refused("diff", sample_file, "--since", "9")


def test_a_whole_file_checks_out_and_its_findings_are_told(launchpad, sample_file):
    answer = launchpad.done("check", sample_file, "--json").json

    assert (answer["whole"], answer["problems"]) == (True, [])
    assert answer["findings"]
    assert "is whole" in launchpad.done("check", sample_file).out


def test_a_damaged_file_is_told_and_the_exit_code_says_so(launchpad, sample_file):
    content = bytearray(sample_file.read_bytes())
    content[8192:8400] = bytes(208)
    sample_file.write_bytes(bytes(content))

    result = launchpad("check", sample_file)

    assert result.code == 1
    assert result.err.count("\n") == 1
