"""The style sheet of the whole application, filled with the colors of a theme.

Widgets ask for a variant by a dynamic property: `kind` of a QPushButton (``primary``, ``quiet``, ``link``, ``danger``),
`tone` of a QLabel (a text color's token).
"""

from string import Template

from launchpad.app.resources import resources_folder
from launchpad.scenes.tokens import Theme
from launchpad.ui.theme.list_rules import LIST_RULES

TONES = ("text", "text2", "text3", "accent", "ok", "warn", "bad", "info", "on_accent", "disabled")
TINTED = ("accent", "ok", "warn", "bad", "info")


def style_sheet(theme: Theme) -> str:
    """The text for QApplication.setStyleSheet."""
    values = theme._asdict() | {"control": (resources_folder() / "icons" / "control").as_posix()}
    return Template(_SHEET + LIST_RULES).substitute(values) + "\n".join(_tones(values))


def _tones(values: dict[str, str]) -> list[str]:
    rules = [f'QLabel[tone="{tone}"] {{ color: {values[tone]}; }}' for tone in TONES]
    rules += [
        f'QPushButton[outcome="{tone}"] {{ color: {values[tone]}; background: {values[f"{tone}_tint"]};'
        f" border-color: {values[tone]}; font-weight: 600; }}"
        for tone in TINTED
    ]
    rules += [
        f'Pill[tone="{tone}"] {{ color: {values[tone]}; background: {values[f"{tone}_tint"]}; }}' for tone in TINTED
    ]
    return rules


_SHEET = """
QMainWindow, QDialog, QStatusBar, QMenuBar { background: $window; color: $text; }
QToolTip { background: $surface; color: $text; border: 1px solid $line; padding: 4px 6px; }
QLabel { background: transparent; }
Screen { background: $window; }

QMenuBar { background: $surface; border-bottom: 1px solid $line; padding: 2px 6px; }
#search { color: $text2; padding: 3px 10px; }
QMenuBar::item { padding: 4px 9px; background: transparent; border-radius: 5px; }
QMenuBar::item:selected { background: $sunken; color: $text; }
QMenu { background: $surface; color: $text; border: 1px solid $line; padding: 5px; }
QMenu::item { padding: 5px 28px 5px 12px; border-radius: 5px; }
QMenu::item:selected { background: $accent_tint; color: $text; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }
QMenu::icon { padding-left: 8px; }

QPushButton { background: $surface; color: $text; border: 1px solid $line; border-radius: 6px; padding: 6px 14px; }
QPushButton:hover { background: $sunken; }
QPushButton:pressed { background: $line; }
QPushButton:focus { border: 1px solid $accent; }
QPushButton:disabled { color: $disabled; }
QPushButton:checked { background: $accent_tint; color: $accent; border-color: $accent; }
QPushButton:checked:focus { border: 1px solid $text; }
QPushButton[kind="primary"], QMessageBox QPushButton:default, QFileDialog QPushButton:default {
  background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: 600; }
QPushButton[kind="primary"]:hover, QMessageBox QPushButton:default:hover { background: $accent; border-color: $text2; }
QPushButton[kind="primary"]:focus, QMessageBox QPushButton:default:focus { border: 1px solid $text; }
QPushButton[kind="primary"]:disabled, QFileDialog QPushButton:default:disabled {
  background: $sunken; color: $disabled; border-color: $line; }
QPushButton[kind="quiet"] { background: transparent; border: 1px solid transparent; }
QPushButton[kind="quiet"]:hover { background: $sunken; }
QPushButton[kind="quiet"]:checked { background: $accent_tint; color: $accent; }
QPushButton[kind="quiet"]:focus { border: 1px solid $accent; }
QPushButton[kind="link"] { background: transparent; border: 1px solid transparent; color: $accent; padding: 2px 4px;
  text-align: left; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border: 1px solid $accent; }
QPushButton[kind="danger"] { color: $bad; }
QPushButton[kind="danger"]:disabled { color: $disabled; }
QPushButton[segment] { border-radius: 0; border-right: 0; padding: 5px 10px; }
QPushButton[segment]:focus { border: 1px solid $accent; }
QPushButton[segment]:checked:focus { border: 1px solid $text; }
QPushButton[segment="first"] { border-top-left-radius: 6px; border-bottom-left-radius: 6px; }
QPushButton[segment="last"] { border-top-right-radius: 6px; border-bottom-right-radius: 6px;
  border-right: 1px solid $line; }
QPushButton[segment]:checked { background: $accent_tint; color: $accent; border-color: $line; }
QPushButton[segment]:checked:focus { border: 1px solid $accent; }
QPushButton::menu-indicator { image: url("$control/chevron-down.svg"); width: 12px; height: 12px;
  subcontrol-position: right center; right: 8px; }
QToolButton { background: transparent; color: $text; border: 1px solid transparent; border-radius: 6px; padding: 4px; }
QToolButton:hover { background: $sunken; }
QToolButton:pressed, QToolButton:checked { background: $accent_tint; }
QToolButton:focus { border: 1px solid $accent; }
QToolButton::menu-indicator { image: none; }

QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox {
  background: $surface; color: $text; border: 1px solid $line; border-radius: 6px; padding: 5px 8px;
  selection-background-color: $accent; selection-color: $on_accent; placeholder-text-color: $text3; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus, QComboBox:on {
  border: 1px solid $accent; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled {
  background: $window; color: $disabled; }
QLineEdit[readOnly="true"], QPlainTextEdit[readOnly="true"] { background: $window; }
QAbstractItemView QLineEdit, QAbstractItemView QAbstractSpinBox, QAbstractItemView QComboBox {
  border-radius: 3px; padding: 0 5px; border: 1px solid $accent; }
QAbstractSpinBox { padding: 4px 8px 3px 8px; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit { border: 0; padding: 0; background: transparent; }
QComboBox::drop-down, QDateEdit::drop-down { border: 0; width: 22px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url("$control/chevron-down.svg"); width: 13px; height: 13px; }
QComboBox QAbstractItemView, QComboBox QAbstractItemView:focus, #completions, #completions:focus {
  background: $surface; border: 1px solid $text3; padding: 3px; outline: 0;
  selection-background-color: $accent_tint; selection-color: $text; }
#completions, #completions:focus { padding: 0; }
QSpinBox::up-button, QDoubleSpinBox::up-button { border: 0; width: 18px; subcontrol-position: top right; }
QSpinBox::down-button, QDoubleSpinBox::down-button { border: 0; width: 18px; subcontrol-position: bottom right; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow { image: url("$control/chevron-up.svg"); width: 11px; height: 11px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow { image: url("$control/chevron-down.svg"); width: 11px; height: 11px; }

QCheckBox, QRadioButton { spacing: 8px; background: transparent; color: $text; border: 1px solid transparent;
  border-radius: 4px; padding: 1px 2px; }
QCheckBox:focus, QRadioButton:focus { border: 1px solid $accent; }
QCheckBox:disabled, QRadioButton:disabled { color: $disabled; }
QCheckBox::indicator, QAbstractItemView::indicator, QMenu::indicator:non-exclusive {
  width: 15px; height: 15px; border: 1px solid $text3; border-radius: 4px; background: $surface; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked, QMenu::indicator:non-exclusive:checked {
  background: $accent; border-color: $accent; image: url("$control/check-$name.svg"); }
QCheckBox::indicator:disabled { border-color: $line; background: $sunken; }
QRadioButton::indicator, QMenu::indicator:exclusive {
  width: 13px; height: 13px; border: 1px solid $text3; border-radius: 7px; background: $surface; }
QRadioButton::indicator:checked, QMenu::indicator:exclusive:checked {
  width: 7px; height: 7px; border: 4px solid $accent; border-radius: 7px; }
QMenu::indicator { margin-left: 8px; }

QAbstractItemView { background: $surface; alternate-background-color: $window; color: $text; border: 0; outline: 0;
  gridline-color: $line; selection-background-color: $accent_tint; selection-color: $text; }
QTreeView::item, QListView::item, QTableView::item { height: 28px; padding: 0 4px; border: 0; }
QTreeView::item:focus, QListView::item:focus, QTableView::item:focus { border: 1px solid $accent; padding: 0 3px; }
QAbstractItemView::item:selected { background: $accent_tint; color: $text; }
QAbstractItemView::item:hover:!selected { background: $window; }
QAbstractItemView:focus { border: 0; }
QScrollArea:focus { border: 1px solid $accent; border-radius: 4px; }
QAbstractItemView[kind="boxed"] { border: 1px solid $line; border-radius: 6px; }
QAbstractItemView[kind="boxed"]:focus { border: 1px solid $accent; }
QHeaderView { background: $surface; border: 0; }
QHeaderView::section { background: $surface; color: $text2; border: 0; border-bottom: 1px solid $line;
  padding: 6px 8px; font-weight: 500; }
QHeaderView::section:hover { background: $window; }
QTreeView::branch { background: transparent; }
QTreeView::branch:selected { background: $accent_tint; }
QTreeView::branch:has-children:closed { image: url("$control/chevron-right.svg"); }
QTreeView::branch:has-children:open { image: url("$control/chevron-down.svg"); }

QScrollArea { background: transparent; border: 0; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $line; border-radius: 3px; margin: 2px; min-width: 28px; min-height: 28px; }
QScrollBar::handle:hover { background: $disabled; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }

QProgressBar { background: $sunken; border: 0; border-radius: 3px; max-height: 6px; color: transparent; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QDialogButtonBox, QMessageBox { dialogbuttonbox-buttons-have-icons: 0; }
QMessageBox QLabel#qt_msgbox_label { font-weight: 600; }
QStatusBar { background: $surface; border-top: 1px solid $line; color: $text2; }
QStatusBar[idle="true"] { background: $window; border-top: 1px solid $window; }
QStatusBar::item { border: 0; }

Card { background: $surface; border: 1px solid $line; border-radius: 8px; }
Card[clickable="true"]:hover { border-color: $text3; }
Card[clickable="true"]:focus { border-color: $accent; }
#rail { background: $sunken; border: 0; border-right: 1px solid $line; }
#rail_column { background: $sunken; }
#rail_edge { background: $line; border: 0; }
#header { background: $surface; border: 0; border-bottom: 1px solid $line; }
#notice { background: $warn_tint; border: 0; border-bottom: 1px solid $line; }
#room { background: $window; }
#side { background: $surface; border: 0; border-left: 1px solid $line; }
#stage { border: 0; border-left: 2px solid transparent; }
#stage:focus { border: 0; border-left: 2px solid $accent; border-radius: 0; }
QPushButton[outcome] { padding: 6px 4px; }
#palette { background: $surface; border: 1px solid $line; border-radius: 10px; }
#palette QLineEdit { border: 0; border-bottom: 1px solid $line; border-radius: 0; padding: 12px 14px; }
Pill { border-radius: 10px; padding: 0 9px; background: $sunken; color: $text2; }
"""
