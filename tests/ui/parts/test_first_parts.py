"""Cards, pills, meters, avatars and empty states do what they look like."""

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from launchpad.ui.parts.avatar import Avatar, initials
from launchpad.ui.parts.card import Card
from launchpad.ui.parts.empty_state import EmptyState
from launchpad.ui.parts.label import Label
from launchpad.ui.parts.meter import Meter, paint_meter
from launchpad.ui.parts.pill import Pill, paint_pill, pill_size
from launchpad.ui.parts.plain_tip import plain_tip
from launchpad.ui.parts.spin_box import SpinBox
from launchpad.ui.theme.manager import current_theme

LEFT = Qt.MouseButton.LeftButton


def a_picture(wide: int = 200, high: int = 40) -> QImage:
    image = QImage(wide, high, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(current_theme().surface))
    return image


def shown(qtbot, widget: QWidget) -> QWidget:
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_clickable_card_is_a_button(qtbot, key):
    card = Card("Marketing", clickable=True)
    shown(qtbot, card)
    with qtbot.waitSignal(card.clicked):
        QTest.mouseClick(card, LEFT)
    with qtbot.waitSignal(card.clicked):
        QTest.keyClick(card, key)

    assert card.accessibleName() == "Marketing"


def test_a_click_that_ends_outside_does_not_count(qtbot):
    card = Card("Marketing", clickable=True)
    shown(qtbot, card)
    with qtbot.assertNotEmitted(card.clicked):
        QTest.mousePress(card, LEFT, pos=QPoint(5, 5))
        QTest.mouseRelease(card, LEFT, pos=QPoint(-20, 5))


def test_a_plain_card_takes_no_clicks_and_no_focus(qtbot):
    card = Card("Marketing")
    shown(qtbot, card)
    with qtbot.assertNotEmitted(card.clicked):
        QTest.mouseClick(card, LEFT)

    assert card.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_text_is_never_read_as_markup(qtbot):
    label = Label("<b>Loom</b> & Sons")
    shown(qtbot, label)

    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.sizeHint().width() > Label("Loom & Sons").sizeHint().width()


def test_a_label_changes_its_color_at_once(qtbot):
    label = Label("█████", tone="text", px=20)
    shown(qtbot, label)
    label.set_tone("bad")
    image = label.grab().toImage()
    colors = {image.pixelColor(x, image.height() // 2).name().upper() for x in range(image.width())}

    assert current_theme().bad in colors


def test_a_pill_says_something_else(qtbot):
    pill = Pill("On track", "ok")
    shown(qtbot, pill)
    pill.show_text("At risk", "warn")

    assert pill.text() == "At risk"
    assert pill.grab().toImage().pixelColor(pill.width() // 2, 2).name().upper() == current_theme().warn_tint


def test_a_painted_pill_says_where_it_ends_and_is_cut_at_the_edge(qapp):
    image = a_picture()
    with QPainter(image) as painter:
        end = paint_pill(painter, 10, QRect(0, 0, 200, 40), "Blocked", "bad")
        cut = paint_pill(painter, 150, QRect(0, 0, 200, 40), "Blocked by the price page", "bad")

    assert end == 10 + pill_size("Blocked").width()
    assert cut <= 200
    assert image.pixelColor(20, 12).name().upper() == current_theme().bad_tint


@pytest.mark.parametrize(("value", "filled"), [(0.0, 0), (50.0, 100), (100.0, 200), (250.0, 200), (None, 0)])
def test_a_meter_is_as_long_as_its_value(qapp, value, filled):
    image = a_picture(200, 20)
    with QPainter(image) as painter:
        paint_meter(painter, QRectF(0, 0, 200, 20), value, None, "ok")
    ok = QColor(current_theme().ok)

    assert sum(image.pixelColor(x, 10) == ok for x in range(200)) == pytest.approx(filled, abs=2)


def test_a_meter_is_read_aloud(qtbot):
    meter = Meter("Marketing")
    qtbot.addWidget(meter)
    meter.show_value(81.2, 79, "ok")
    assert meter.accessibleName() == "Marketing: 81 of 100, expected 79"
    meter.show_value(None)
    assert meter.accessibleName() == "Marketing: no data"


def test_initials():
    assert [initials(name) for name in ("Mara Lind", "Jo", "Ana Maria de Souza", "")] == ["ML", "J", "AS", ""]
    assert [initials(name) for name in ("Launch lead (DRI)", "(open)")] == ["LL", "("]


def test_an_avatar_says_whose_it_is(qtbot):
    avatar = Avatar("Mara Lind")
    shown(qtbot, avatar)
    assert (avatar.accessibleName(), avatar.toolTip()) == ("Mara Lind", plain_tip("Mara Lind"))
    avatar.show_name("")
    assert avatar.accessibleName() == "Nobody"


def test_an_empty_state_offers_a_way_on(qtbot):
    pressed: list[str] = []
    empty = EmptyState("rocket", "No launches yet", "Make one.")
    first = empty.add_button("New launch", lambda: pressed.append("new"))
    second = empty.add_button("Open the sample", lambda: pressed.append("sample"))
    shown(qtbot, empty)
    QTest.mouseClick(second, LEFT)
    QTest.keyClick(first, Qt.Key.Key_Space)

    assert pressed == ["sample", "new"]
    assert first.property("kind") == "primary"
    assert second.property("kind") is None


def test_a_spin_box_tells_a_typed_number_once(qtbot):
    spin = SpinBox("Days", 0, 500, " days")
    shown(qtbot, spin)
    told: list[int] = []
    spin.valueChanged.connect(told.append)
    spin.selectAll()
    QTest.keyClicks(spin, "123")
    assert told == []
    QTest.keyClick(spin, Qt.Key.Key_Return)

    assert told == [123]
    assert spin.accessibleName() == "Days"
