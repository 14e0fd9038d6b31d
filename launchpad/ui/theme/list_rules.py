"""Rules of the style sheet for the checklist and the timeline: their bars, the inspector, chips, what stands below."""

LIST_RULES = """
#filter_bar { background: $window; border: 0; border-bottom: 1px solid $line; }
#filter_bar QLineEdit[state="wrong"] { border: 1px solid $bad; }
#filter_bar QPushButton, #filter_bar QComboBox { padding-top: 5px; padding-bottom: 5px; }
#filter_bar QPushButton[kind="sign"] { padding-left: 7px; padding-right: 7px; }
#filter_help { background: $surface; border: 1px solid $line; border-radius: 8px; }
#trouble { background: $bad_tint; border-bottom: 1px solid $line; }
#add_line { background: $surface; border: 0; border-top: 1px solid $line; }
#add_line #add_field { border: 1px solid transparent; background: transparent; }
#add_line #add_field:focus { border: 1px solid $accent; }
#inspector { background: $surface; border: 0; border-left: 1px solid $line; }
#inspector_column { background: $surface; }
#inspector QLineEdit[kind="flat"], #inspector QComboBox[kind="flat"], #inspector QAbstractSpinBox[kind="flat"] {
  background: transparent; border: 1px solid transparent; padding: 3px 6px; }
#inspector QLineEdit[kind="flat"]:hover, #inspector QComboBox[kind="flat"]:hover,
#inspector QAbstractSpinBox[kind="flat"]:hover { border: 1px solid $line; }
#inspector QLineEdit[kind="flat"]:focus, #inspector QComboBox[kind="flat"]:focus,
#inspector QAbstractSpinBox[kind="flat"]:focus { border: 1px solid $accent; background: $surface; }
#inspector QAbstractSpinBox[kind="flat"] { padding-left: 0; }
#inspector QPlainTextEdit { background: $window; padding: 4px 6px; }
#inspector QPlainTextEdit[kind="flat"] { background: transparent; border: 1px solid transparent; padding: 4px 8px; }
#inspector QPlainTextEdit[kind="flat"]:hover { border: 1px solid $line; }
#inspector QPlainTextEdit[kind="flat"]:focus { border: 1px solid $accent; background: $surface; }
#inspector #inspector_title { background: transparent; border: 1px solid transparent; font-size: 16px;
  font-weight: 600; padding: 2px 0; }
#inspector #inspector_title:hover { border: 1px solid $line; }
#inspector #inspector_title:focus { border: 1px solid $accent; background: $surface; }
#inspector QPushButton[kind="row"] { background: transparent; border: 1px solid transparent; padding: 1px 7px;
  text-align: left; color: $text; }
#inspector QPushButton[kind="row"]:hover { color: $accent; }
#inspector QPushButton[kind="row"]:focus { border: 1px solid $accent; }
#inspector QPushButton[kind="row_detail"] { background: transparent; border: 1px solid transparent;
  padding: 0 2px 0 7px; text-align: left; color: $text3; font-size: 12px; }
#inspector QPushButton[kind="row_detail"]:hover { text-decoration: underline; }
#inspector QPushButton[kind="row_detail"]:focus { border: 1px solid $accent; }
#inspector QToolButton { padding: 2px; }
QPushButton[kind="chip"] { background: $sunken; color: $text2; border: 1px solid transparent; border-radius: 13px;
  padding: 4px 7px; }
QPushButton[kind="chip"]:hover { color: $text; }
QPushButton[kind="chip"]:checked { background: $accent_tint; color: $accent; }
QPushButton[kind="chip"]:focus { border: 1px solid $accent; }
ChangesView QHeaderView::section:first { padding-left: 24px; }
#moved_panel { background: $surface; border: 0; border-top: 1px solid $line; }
#link_editor { background: $surface; border: 1px solid $line; border-radius: 8px; }
#link_editor QComboBox, #link_editor QAbstractSpinBox { background: $surface; border: 1px solid $line; }
#link_editor QComboBox:focus, #link_editor QAbstractSpinBox:focus { border: 1px solid $accent; }
TimelineScreen #filter_bar QPushButton[kind="quiet"] { padding-left: 8px; padding-right: 8px; }
"""
