"""The recipes for systems nobody here has: they say the same things, and what they name is there."""

import ast
import configparser
import re
import runpy
import struct
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest

import launchpad
from launchpad.app.new_launch import sample
from launchpad.app.session import Session
from launchpad.storage.sqlite import APPLICATION_ID
from launchpad.ui.shell.drops import SUFFIX

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "packaging"
MIME_TYPE = "application/vnd.launchpad.plan"
NAMESPACE = {"mime": "http://www.freedesktop.org/standards/shared-mime-info"}


def text(name: str) -> str:
    return (PACKAGING / name).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def bundle() -> dict[str, Any]:
    """What macOS is told."""
    arguments: dict[str, Any] = runpy.run_path(str(PACKAGING / "macos" / "bundle.py"))["BUNDLE_ARGUMENTS"]
    return arguments


@pytest.fixture(scope="module")
def installer() -> dict[str, str]:
    """What Windows is told: the names defined at the top, and the text itself with these filled in."""
    script = text("windows/launchpad.iss")
    defined = dict(re.findall(r'^#define (\w+) "(.*)"$', script, re.MULTILINE)) | {"Version": launchpad.__version__}
    return {"script": re.sub(r"{#(\w+)}", lambda found: defined[found[1]], script), **defined}


@pytest.fixture(scope="module")
def desktop() -> configparser.SectionProxy:
    """What a Linux desktop is told."""
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read_string(text("linux/launchpad.desktop"))
    return parser["Desktop Entry"]


@pytest.fixture(scope="module")
def mime_type() -> ET.Element:
    found = ET.fromstring(text("linux/launchpad.xml")).find("mime:mime-type", NAMESPACE)
    assert found is not None
    return found


# --- the same everywhere -------------------------------------------------------------------------------------------


def test_every_system_knows_the_files_by_the_same_suffix(bundle, installer, mime_type: ET.Element):
    (declared,) = bundle["info_plist"]["UTExportedTypeDeclarations"]
    glob = mime_type.find("mime:glob", NAMESPACE)

    assert declared["UTTypeTagSpecification"]["public.filename-extension"] == [SUFFIX.removeprefix(".")]
    assert installer["Suffix"] == SUFFIX
    assert glob is not None
    assert glob.get("pattern") == f"*{SUFFIX}"


def test_every_system_gives_them_the_same_type(bundle, installer, desktop, mime_type: ET.Element):
    (declared,) = bundle["info_plist"]["UTExportedTypeDeclarations"]

    assert declared["UTTypeTagSpecification"]["public.mime-type"] == [MIME_TYPE]
    assert installer["MimeType"] == MIME_TYPE
    assert desktop["MimeType"] == f"{MIME_TYPE};"
    assert mime_type.get("type") == MIME_TYPE


def test_the_version_is_written_in_one_place(bundle, installer):
    assert bundle["version"] == bundle["info_plist"]["CFBundleShortVersionString"] == launchpad.__version__
    assert "AppVersion={#Version}" in text("windows/launchpad.iss")
    for path in PACKAGING.rglob("*"):
        if path.suffix in {".sh", ".spec", ".py", ".desktop", ".xml"}:
            assert launchpad.__version__ not in path.read_text(encoding="utf-8"), path


def test_every_system_shows_the_same_icon(bundle, installer, desktop, mime_type: ET.Element):
    icon = mime_type.find("mime:icon", NAMESPACE)
    (document,) = bundle["info_plist"]["CFBundleDocumentTypes"]

    assert (ROOT / "resources" / "icons" / "launchpad.svg").is_file()
    assert icon is not None
    assert desktop["Icon"] == icon.get("name") == "launchpad"
    assert document["CFBundleTypeIconFile"] == "launchpad.icns"
    assert "build\\work\\launchpad\\launchpad.ico" in installer["script"]


def test_the_description_of_the_files_is_the_same(bundle, installer, mime_type: ET.Element):
    (document,) = bundle["info_plist"]["CFBundleDocumentTypes"]

    assert mime_type.findtext("mime:comment", namespaces=NAMESPACE) == document["CFBundleTypeName"]
    assert f'ValueData: "{document["CFBundleTypeName"]}"' in installer["script"]


# --- each for itself -----------------------------------------------------------------------------------------------


def test_a_file_is_known_by_its_first_bytes_too(mime_type: ET.Element, tmp_path: Path):
    Session.create(tmp_path / "plan.launch", sample(), "The sample launch").close()
    header = (tmp_path / "plan.launch").read_bytes()[:100]
    outer = mime_type.find("mime:magic/mime:match", NAMESPACE)
    inner = mime_type.find("mime:magic/mime:match/mime:match", NAMESPACE)
    assert outer is not None
    assert inner is not None

    assert header.startswith(str(outer.get("value")).encode("ascii"))
    assert int(str(inner.get("value")), 16) == APPLICATION_ID
    assert header[int(str(inner.get("offset"))) :][:4] == struct.pack(">I", APPLICATION_ID)


def test_a_desktop_can_start_it_with_files(desktop):
    assert desktop["Exec"] == "launchpad %F"
    assert desktop["Type"] == "Application"
    assert desktop["StartupWMClass"] == "launchpad"


def test_macos_opens_with_it_what_it_declares(bundle):
    (document,) = bundle["info_plist"]["CFBundleDocumentTypes"]
    (declared,) = bundle["info_plist"]["UTExportedTypeDeclarations"]

    assert document["LSItemContentTypes"] == [declared["UTTypeIdentifier"]]
    assert declared["UTTypeIdentifier"].startswith(bundle["bundle_identifier"].rpartition(".")[0])


def test_windows_opens_a_file_with_the_program_that_is_installed(installer):
    command = '"{app}\\launchpad.exe"'.replace('"', '""')

    assert f'ValueData: "{command} ""%1"""' in installer["script"]
    assert "PrivilegesRequired=lowest" in installer["script"]
    assert "{#" not in installer["script"]


def test_windows_takes_the_folder_that_pyinstaller_makes(installer):
    assert 'Source: "..\\..\\build\\program\\launchpad\\*"' in installer["script"]
    assert "--distpath build/program" in text("launchpad.spec")


# --- PyInstaller's recipe ------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def left_out() -> set[str]:
    """Modules the program is built without."""
    tree = ast.parse(text("launchpad.spec"))
    values = {
        node.targets[0].id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }
    call = values["LEFT_OUT"]
    assert isinstance(call, ast.Call)
    assert isinstance(call.func, ast.Attribute)
    return set(ast.literal_eval(call.func.value).split())


def test_nothing_that_is_left_out_is_imported(left_out: set[str]):
    for path in (ROOT / "launchpad").rglob("*.py"):
        for module in _imports(path):
            names = module.split(".")
            parents = {".".join(names[:count]) for count in range(1, len(names) + 1)}
            assert not parents & left_out, f"{path} imports {module}, which the built program has not"


def _imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def test_what_is_imported_by_name_only_is_taken_along():
    assert "*collect_submodules(NAME)" in text("launchpad.spec")
    assert '(str(ROOT / "resources"), "resources")' in text("launchpad.spec")


def test_files_that_recipes_name_are_there():
    for recipe in (*PACKAGING.rglob("*.sh"), PACKAGING / "launchpad.spec", ROOT / "Makefile", PACKAGING / "README.md"):
        for name in re.findall(r"packaging/[\w./-]*\w", recipe.read_text(encoding="utf-8")):
            assert (ROOT / name).exists(), f"{recipe.name} names {name}"


# --- icons of other systems ----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def icons(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    made: dict[str, str] = runpy.run_path(str(PACKAGING / "draw_icons.py"))["draw"](tmp_path_factory.mktemp("icons"))
    return {platform: Path(path) for platform, path in made.items()}


def test_the_icon_for_windows_holds_every_size(icons: dict[str, Path]):
    data = icons["win32"].read_bytes()
    _, kind, count = struct.unpack_from("<HHH", data)
    entries = [struct.unpack_from("<BBBBHHII", data, 6 + 16 * place) for place in range(count)]

    assert kind == 1
    assert [entry[0] or 256 for entry in entries] == [16, 20, 24, 32, 40, 48, 64, 128, 256]
    for width, *_, length, place in entries:
        assert _side(data[place : place + length]) == (width or 256)


def test_the_icon_for_macos_holds_every_size(icons: dict[str, Path]):
    data = icons["darwin"].read_bytes()
    sides, place = [], 8
    while place < len(data):
        (length,) = struct.unpack_from(">I", data, place + 4)
        sides.append(_side(data[place + 8 : place + length]))
        place += length

    assert data[:4] == b"icns"
    assert struct.unpack_from(">I", data, 4) == (len(data),)
    assert max(sides) == 1024


def _side(png: bytes) -> int:
    assert png.startswith(b"\x89PNG")
    width, height = struct.unpack_from(">II", png, 16)
    assert width == height
    return int(width)
