"""Every action of the window: words, key and menu. Menus, palette and the list of keys read this one list."""

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from launchpad.ui.shell.registry import SCREENS
from launchpad.ui.theme.icons import icon
from launchpad.ui.theme.manager import ThemeChoice

Key = QKeySequence.StandardKey
FULL_SCREEN = Key.FullScreen if sys.platform == "darwin" else "F11"
"""Qt knows no key for it on some desktops."""
Role = QAction.MenuRole

NOTHING, LAUNCH, CHANGE = "", "launch", "change"
"""What an action needs: nothing, an open launch, or one that can be changed."""


class Offer(NamedTuple):
    """An action by name. `keys` are its shortcut, `also` one that other systems use; `gap` draws a line above it."""

    name: str
    menu: str
    text: str
    keys: Key | str = ""
    needs: str = NOTHING
    icon: str = ""
    gap: bool = False
    role: Role = Role.NoRole
    also: str = ""


def _screens() -> Iterable[Offer]:
    for entry in SCREENS:
        yield Offer(f"screen:{entry.name}", "View", entry.title, entry.key, LAUNCH, entry.icon)


OFFERS: tuple[Offer, ...] = (
    Offer("new", "File", "&New launch…", Key.New, icon="file-plus"),
    Offer("foreign", "File", "New from another &program…", icon="download"),
    Offer("open", "File", "&Open…", Key.Open, icon="folder-open"),
    Offer("recent", "File", "Open &recent"),
    Offer("sample", "File", "Open the &sample", icon="rocket"),
    Offer("reopen", "File", "&Read the file again", "F5", LAUNCH, "refresh-cw", gap=True),
    Offer("import", "File", "&Import a workbook…", "Ctrl+Shift+I", CHANGE, "download", gap=True),
    Offer("export", "File", "&Export", needs=LAUNCH),
    Offer("save_copy", "File", "Sa&ve a copy…", "Ctrl+Shift+S", LAUNCH, "file-plus-2", gap=True),
    Offer("send_copy", "File", "Copy without &history…", needs=LAUNCH, icon="copy"),
    Offer("close", "File", "&Close", "Ctrl+W", gap=True, icon="x"),
    Offer("quit", "File", "&Quit Launchpad", "Ctrl+Q", icon="log-out", role=Role.QuitRole),
    Offer("undo", "Edit", "&Undo", Key.Undo, CHANGE, "undo-2"),
    Offer("redo", "Edit", "&Redo", "Ctrl+Shift+Z", CHANGE, "redo-2", also="Ctrl+Y"),
    Offer("cut", "Edit", "Cu&t", Key.Cut, icon="scissors", gap=True),
    Offer("copy", "Edit", "&Copy", Key.Copy, icon="copy"),
    Offer("paste", "Edit", "&Paste", Key.Paste, icon="clipboard-paste"),
    Offer("delete", "Edit", "&Delete", Key.Delete, icon="trash-2"),
    Offer("home", "View", "&All launches", "Ctrl+0", icon="house"),
    *_screens(),
    Offer("palette", "View", "&Go to anything…", "Ctrl+K", icon="search", gap=True),
    Offer("theme", "View", "&Theme"),
    Offer("full_screen", "View", "&Full screen", FULL_SCREEN, icon="monitor"),
    Offer("moved", "View", "What &moved and why", "Ctrl+M", LAUNCH, "arrow-right", gap=True),
    Offer("add_task", "Plan", "&Add task…", "Ctrl+T", CHANGE, "plus"),
    Offer("plan_back", "Plan", "Plan &back from launch…", "Ctrl+Shift+B", CHANGE, "arrow-left", gap=True),
    Offer("fit", "Plan", "Does the plan &fit?…", "Ctrl+Shift+F", LAUNCH, "scale"),
    Offer("baselines", "Plan", "Base&lines…", "Ctrl+B", LAUNCH, "layers-2"),
    Offer("real_today", "Plan", "Use the real &date", needs=LAUNCH, icon="calendar-days", gap=True),
    Offer("prepare_review", "Review", "&Prepare a review", "Ctrl+Shift+P", CHANGE, "list-checks"),
    Offer("review", "Review", "Hold the &review", "Ctrl+R", CHANGE, "play"),
    Offer("plan_review", "Review", "P&lan a review…", "", CHANGE, "calendar-days", gap=True),
    Offer("skip_gate", "Review", "&Skip a gate…", "", CHANGE, "flag"),
    Offer("after_launch", "Review", "&Goals and lessons after launch", "", LAUNCH, "target", gap=True),
    Offer("shortcuts", "Help", "&Keyboard shortcuts", "F1", icon="keyboard"),
    Offer("about", "Help", "&About Launchpad", icon="info", gap=True, role=Role.AboutRole),
)

SUBMENUS = frozenset({"recent", "export", "theme"})
MENUS = ("File", "Edit", "View", "Plan", "Review", "Help")


class Actions:
    """The window's actions, ready to be put into a menu bar."""

    def __init__(self, handlers: Mapping[str, Callable[[], object]], parent: QObject) -> None:
        """`handlers` say what each action does; an offer without one is not made."""
        self._offers = {offer.name: offer for offer in OFFERS if offer.name in handlers}
        self._by_name = {name: _action(offer, handlers[name], parent) for name, offer in self._offers.items()}
        self.submenus: dict[str, QMenu] = {}
        self._menus: dict[str, QMenu] = {}
        self._here: QMenu | None = None

    def __getitem__(self, name: str) -> QAction:
        return self._by_name[name]

    def fill(self, bar: QMenuBar) -> None:
        """Make the menus."""
        self._bar = bar
        self._menus = {name: bar.addMenu(f"&{name}") for name in MENUS}
        for offer in OFFERS:
            menu = self._menus[offer.menu]
            if offer.name in SUBMENUS:
                _gap(menu, offer)
                self.submenus[offer.name] = menu.addMenu(offer.text)
            elif offer.name in self._by_name:
                _gap(menu, offer)
                menu.addAction(self._by_name[offer.name])

    def show_here(self, title: str, *groups: Sequence[QAction]) -> None:
        """Offer what the screen in sight can do, in a menu that is named after it and is there only then."""
        if self._here is not None:  # cleared, it would take the actions from their screen too
            self._bar.removeAction(self._here.menuAction())
            self._here.deleteLater()
            self._here = None
        if any(groups):
            self._here = QMenu(_with_key(title), self._bar)
            self._bar.insertMenu(self._menus["Help"].menuAction(), self._here)
            for actions in filter(None, groups):
                self._here.addSeparator()
                self._here.addActions(list(actions))

    def menu(self, name: str) -> QMenu:
        """A menu by its name."""
        return self._menus[name]

    def all(self) -> list[tuple[str, QAction]]:
        """Every action that does something, also those of submenus, with the name of the menu it is in."""
        return [each for name, menu in self._menus.items() for each in _leaves(name, menu)]

    def allow(self, *, has_launch: bool, can_change: bool) -> None:
        """Enable what can be done now."""
        for name, offer in self._offers.items():
            self._by_name[name].setEnabled(_is_met(offer.needs, has_launch, can_change))
        self.submenus["export"].menuAction().setVisible(has_launch and bool(self.submenus["export"].actions()))


def theme_actions(menu: QMenu, choose: Callable[[ThemeChoice], object]) -> dict[ThemeChoice, QAction]:
    """Fill the theme menu."""
    group = QActionGroup(menu)
    made = {}
    for choice, sign in ((ThemeChoice.SYSTEM, "monitor"), (ThemeChoice.LIGHT, "sun"), (ThemeChoice.DARK, "moon")):
        words = "Like the s&ystem" if choice is ThemeChoice.SYSTEM else f"&{choice.value.capitalize()}"
        action = menu.addAction(words)
        set_sign(action, sign)
        action.setCheckable(True)
        action.triggered.connect(partial(_chosen, choose, choice))
        group.addAction(action)
        made[choice] = action
    return made


def set_sign(action: QAction, name: str) -> None:
    """Give an action an icon, by a name that the palette can read again."""
    action.setIcon(icon(name))
    action.setProperty("sign", name)


def keys_of(action: QAction) -> str:
    """The keys of an action as people write them, also of one that only tells them; empty without any."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText) or action.text().partition("\t")[2]


def plain(text: str) -> str:
    """The words of a menu item without the marks for keys."""
    words = text.partition("\t")[0]
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")


def _with_key(title: str) -> str:
    """A menu's title with the first letter marked that opens no other menu."""
    taken = {name[0].lower() for name in MENUS}
    at = next((place for place, letter in enumerate(title.lower()) if letter not in taken), 0)
    return f"{title[:at]}&{title[at:]}"


def escaped(text: str) -> str:
    """Text of a plan as a menu shows it: no marks for keys, not too long."""
    line = " ".join(text.split())
    return (line if len(line) <= 60 else f"{line[:59]}…").replace("&", "&&")


def _action(offer: Offer, handler: Callable[[], object], parent: QObject) -> QAction:
    action = QAction(offer.text, parent)
    action.setObjectName(offer.name)
    action.setIconText(plain(offer.text))  # its name, whatever undo has to take back
    action.setMenuRole(offer.role)
    if offer.icon:
        set_sign(action, offer.icon)
    if offer.keys:
        action.setShortcuts([QKeySequence(keys) for keys in (offer.keys, offer.also) if keys])
    action.triggered.connect(partial(_triggered, handler))
    return action


def _triggered(handler: Callable[[], object], checked: bool = False) -> None:
    handler()


def _chosen(choose: Callable[[ThemeChoice], object], choice: ThemeChoice, checked: bool = False) -> None:
    choose(choice)


def _gap(menu: QMenu, offer: Offer) -> None:
    if offer.gap:
        menu.addSeparator()


def _leaves(name: str, menu: QMenu) -> list[tuple[str, QAction]]:
    leaves: list[tuple[str, QAction]] = []
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            leaves += _leaves(plain(action.text()), inner)
        elif not action.isSeparator():
            leaves.append((name, action))
    return leaves


def _is_met(needs: str, has_launch: bool, can_change: bool) -> bool:
    return needs == NOTHING or (has_launch if needs == LAUNCH else can_change)
