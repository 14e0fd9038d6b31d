"""Text of a plan is never read as markup: Qt would load the pictures that it names."""

import ast
from collections.abc import Iterator
from pathlib import Path

import launchpad.ui

UI = Path(launchpad.ui.__file__).parent
FREE = {"plain_tip"}


def is_plain(node: ast.expr) -> bool:
    """A text of our own, or one that was made plain."""
    match node:
        case ast.Constant(value=str()):
            return True
        case ast.IfExp(body=body, orelse=other):
            return is_plain(body) and is_plain(other)
        case ast.Call(func=ast.Name(id=name)):
            return name in FREE
    return False


def calls(tree: ast.AST) -> Iterator[tuple[str, str, ast.Call]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield ast.unparse(node.func.value), node.func.attr, node


def careless(source: str) -> list[str]:
    found = []
    for whose, name, call in calls(ast.parse(source)):
        is_tip = name == "setToolTip" and call.args and not is_plain(call.args[0])
        is_box = whose == "QMessageBox" and name in ("question", "warning", "information", "critical", "about")
        if is_tip or is_box:
            found.append(f"line {call.lineno}: {whose}.{name}")
    return found


def test_every_tip_and_question_is_plain() -> None:
    found = {str(path.relative_to(UI)): careless(path.read_text(encoding="utf-8")) for path in UI.rglob("*.py")}

    assert {path: lines for path, lines in found.items() if lines} == {}


def test_a_careless_one_is_found() -> None:
    assert careless("button.setToolTip(task.title)") == ["line 1: button.setToolTip"]
    assert careless("QMessageBox.question(self, title, text)") == ["line 1: QMessageBox.question"]
    assert careless("button.setToolTip(plain_tip(task.title))") == []
