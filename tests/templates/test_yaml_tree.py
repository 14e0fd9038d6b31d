"""Files from strangers: what is read, what is refused, and how fast."""

import time
from pathlib import Path

import pytest
import yaml

from launchpad.templates import yaml_tree
from launchpad.templates.errors import TemplateError
from launchpad.templates.reader import read_template
from launchpad.templates.yaml_tree import Listing, Mapping, Scalar, parse_yaml, read_file

LAUGHS = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
MERGES = "a: &a {x: 1}\n" + "".join(f"b{n}: &b{n}\n  <<: [*a, *a, *a]\n" for n in range(2000))

REFUSED = {
    "an alias bomb": (LAUGHS, "line 1: anchors such as &name are not accepted"),
    "a merge-key bomb": (MERGES, "line 1: anchors such as &name are not accepted"),
    "an alias without its anchor": ("a: *b\n", "line 1: aliases such as *name are not accepted"),
    "a tag": ("a: 1\nb: !!python/object/apply:os.system [ls]\n", "line 2: tags such as !!name are not accepted"),
    "a tag on a text": ("a: !!str 1\n", "line 1: tags"),
    "a local tag": ("a: !x {}\n", "line 1: tags"),
    "a repeated field": ("a: 1\nb: 2\na: 3\n", "line 3: the field “a” is given twice"),
    "a repeated field inside": ("a:\n  b: 1\n  'b': 2\n", "line 3: the field “b” is given twice"),
    "a second document": ("a: 1\n---\nb: 2\n", "line 2: a second document begins here"),
    "a list as a field's name": ("? [a]\n: b\n", "line 1: a field's name should be text"),
    "deep lists": ("a: " + "[" * 40 + "]" * 40, "line 1: lists and fields are nested more than 32 deep"),
    "very deep lists": ("a: " + "[" * 1_000_000, "line 1: lists and fields are nested more than 32 deep"),
    "deep fields": ("".join(" " * n + "a:\n" for n in range(60)), "line 33: lists and fields are nested"),
    "a list cut short": ("a: [1, 2\n", "line 2: this is not YAML as it should be"),
    "a colon too many": ("a: b: c\n", "line 1: this is not YAML as it should be"),
    "a tab before a field": ("a:\n\tb: 1\n", "line 2: this is not YAML as it should be"),
    "a control code": ("a: \a\n", "a character that YAML does not allow (code 7)"),
    "a list": ("- a\n", "should be a list of fields"),
    "one word": ("hello", "should be a list of fields"),
    "nothing": ("", "should be a list of fields"),
    "only a remark": ("# later\n", "should be a list of fields"),
    "YAML 2": ("%YAML 2.0\n---\na: 1\n", "line 1: this is not YAML"),
    "endless values": ("a: [" + "1," * 1_000_001 + "]", "more than 1,000,000 values"),
}


@pytest.fixture(params=["c", "python"])
def _either_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "python":
        monkeypatch.setattr(yaml_tree, "_LOADER", yaml.SafeLoader)
        monkeypatch.setattr(yaml_tree, "MOST_EVENTS", 2_000)
    elif not yaml.__with_libyaml__:
        pytest.fail("PyYAML was built without its C parser")


@pytest.mark.parametrize("what", REFUSED)
def test_hostile_and_broken_files_are_refused_fast_and_in_one_sentence(what: str) -> None:
    text, sentence = REFUSED[what]
    began = time.process_time()
    with pytest.raises(TemplateError) as refused:
        parse_yaml(text.encode(), "mine.yaml")
    assert time.process_time() - began < 5
    assert str(refused.value).startswith("mine.yaml")
    assert sentence in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    "text",
    ['a: "\\ud800"', 'a: "\\UFFFFFFFF"', "%YAML 1." + "9" * 5000 + "\n---\na: 1", "a: &x b", "a: *x", "a: !!int 1"],
)
@pytest.mark.usefixtures("_either_parser")
def test_either_parser_refuses_what_it_should_without_other_errors(text: str) -> None:
    try:
        tree = parse_yaml(text.encode(), "mine.yaml")
    except TemplateError:
        return
    assert tree.entries.keys() == {"a"}


@pytest.mark.usefixtures("_either_parser")
def test_values_stay_text_with_their_lines() -> None:
    tree = parse_yaml(b"\xef\xbb\xbfa: NO\nb:\n  - 1.10\n  - '12:30:45'\nc: {d: }\n", "mine.yaml")
    assert tree == Mapping(
        1,
        {
            "a": Scalar(1, "NO", True),
            "b": Listing(3, [Scalar(3, "1.10", True), Scalar(4, "12:30:45", False)]),
            "c": Mapping(5, {"d": Scalar(5, "", True)}, {"d": 5}),
        },
        {"a": 1, "b": 2, "c": 5},
    )


def test_text_in_another_encoding_is_refused_with_its_line() -> None:
    with pytest.raises(TemplateError, match=r"^mine\.yaml, line 2: the text is not UTF-8\.$"):
        parse_yaml("a: 1\nb: Müsli\n".encode("latin-1"), "mine.yaml")


def test_a_file_over_16_mb_is_refused() -> None:
    with pytest.raises(TemplateError, match=r"^big\.yaml is larger than 16 MB\.$"):
        parse_yaml(b" " * (16 * 1024 * 1024 + 1), "big.yaml")


def test_only_regular_files_are_read(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match=r"is not a file\.$"):
        read_file(tmp_path)
    with pytest.raises(TemplateError, match=r"^none\.yaml cannot be read: No such file or directory\.$"):
        read_file(tmp_path / "none.yaml")
    with pytest.raises(TemplateError, match=r"cannot be read"):
        read_file(tmp_path / "a\0b.yaml")
    with pytest.raises(TemplateError, match=r"^zero is not a file\.$"):
        read_file(Path("/dev/zero"))


def test_a_template_of_16_mb_and_10_000_tasks_is_read_in_seconds() -> None:
    help_text = "Ask for durations in working days and let the tool find the dates. " * 20
    tasks = "".join(
        f"  - key: t{n}\n    title: Task {n}\n    duration: {n % 9}\n    help: {help_text}\n"
        f"    depends_on: [{{pred: t{n // 2}, type: FS, lag: 0}}]\n"
        for n in range(1, 10_000)
    )
    text = f"schema: launchpad.template/1\nid: big\nname: Big\ntasks:\n  - {{key: t0, title: T, duration: 1}}\n{tasks}"
    began = time.process_time()
    template = read_template(text.encode(), "big.yaml")
    assert time.process_time() - began < 6
    assert len(template.tasks) == 10_000
