"""Which links and files may be opened."""

import pytest

from launchpad.app.links import checked_file
from launchpad.domain.errors import PlanError
from launchpad.interchange.web_link import checked_link, host_of, is_link

GOOD = [
    "https://example.org/a?b=c#d",
    "http://example.org:8080/",
    "HTTPS://Example.org/x",
    "mailto:mara@example.org?subject=Hello",
]
BAD = [
    "javascript:alert(1)",
    "file:///etc/passwd",
    "ftp://example.org/",
    "data:text/html,x",
    "vscode://file/etc",
    "smb://host/share",
    "https://user:secret@example.org/",
    "https://good.example@evil.example/",
    "https://exa\u202emple.org/",
    "https://example.org/\u200b",
    "https://example.org/\nHost:x",
    "https://example.org\\@evil.example/",
    "https:///nohost",
    "https:example.org",
    "mailto:a@example.org?attach=/etc/passwd",
    "mailto:a@example.org?ATTACHMENT=x",
    "http://[::1",
    'https://example.org/"x',
    "https://example.org/a b",
]


@pytest.mark.parametrize("link", GOOD)
def test_a_plain_link_is_opened(link):
    assert is_link(link)
    assert checked_link(f" {link} ") == link


@pytest.mark.parametrize("link", BAD)
def test_a_link_that_hides_where_it_leads_or_does_more_is_not_opened(link):
    assert is_link(link)
    with pytest.raises(PlanError, match="not opened"):
        checked_link(link)


def test_a_file_beside_the_plan_is_opened(tmp_path):
    (tmp_path / "proof").mkdir()
    (tmp_path / "proof" / "brief.pdf").write_bytes(b"x")

    assert checked_file("proof/brief.pdf", tmp_path) == tmp_path / "proof" / "brief.pdf"
    assert checked_file(str(tmp_path / "proof" / "brief.pdf"), tmp_path).name == "brief.pdf"


@pytest.mark.parametrize("name", ["run.exe", "open.desktop", "go.sh", "x.BAT", "x.lnk", "site.url"])
def test_a_program_is_not_opened(name, tmp_path):
    (tmp_path / name).write_bytes(b"x")

    with pytest.raises(PlanError, match="program"):
        checked_file(name, tmp_path)


@pytest.mark.parametrize(
    "ref", ["missing.pdf", "", ".", "\\\\host\\share\\a.pdf", "//host/share/a.pdf", "a\u202efdp.exe", "a\0b"]
)
def test_what_is_not_there_or_elsewhere_is_not_opened(ref, tmp_path):
    with pytest.raises(PlanError):
        checked_file(ref, tmp_path)


def test_a_windows_path_is_a_file_not_a_link():
    assert not is_link(r"C:\plans\brief.pdf")
    assert not is_link("proof/brief.pdf")


def test_the_real_host_is_shown():
    assert host_of("https://good.example.evil.example/x") == "good.example.evil.example"
    assert host_of("brief.pdf") == ""
