"""What a person sets once is kept whole or not at all."""

import os

import pytest

from launchpad.app.settings import Settings, load_settings, save_settings, settings_file


def test_the_name_is_kept():
    save_settings(Settings(name="Zoë Ångström"))

    assert load_settings().name == "Zoë Ångström"


def test_a_full_disk_leaves_what_was_kept_and_nothing_beside_it(monkeypatch: pytest.MonkeyPatch):
    def refuse(descriptor: int, *_: object, **__: object) -> None:
        os.close(descriptor)
        raise OSError("disk full")

    save_settings(Settings(name="Mara"))
    before = set(os.listdir(settings_file().parent))
    monkeypatch.setattr("launchpad.app.settings.os.fdopen", refuse)
    with pytest.raises(OSError, match="full"):
        save_settings(Settings(name="Nobody"))

    assert load_settings().name == "Mara"
    assert set(os.listdir(settings_file().parent)) == before


@pytest.mark.parametrize("text", ["", "{", "[]", '{"name": ""}', '{"name": "  "}', "null"])
def test_without_a_name_it_is_what_the_system_calls_the_person(text: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("getpass.getuser", lambda: "mara")
    settings_file().parent.mkdir(parents=True, exist_ok=True)
    settings_file().write_text(text)

    assert load_settings().name == "mara"
