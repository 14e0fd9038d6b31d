"""Edits a workbook in LibreOffice, through its Python bridge: run by the Python that has `uno`, fed JSON on stdin.

{"pipe": NAME, "source": PATH, "targets": [[PATH, FILTER], …], "typed": [[KEY, COLUMN, TEXT], …], "sort": COLUMN,
"insert": PLACE, "drop": KEY, "hide": KEY, "add": {COLUMN: TEXT}}. What is typed is typed: LibreOffice reads it as it
would a person's input. The last word on stdout is "done".
"""

import json
import os
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.table import TableSortField

NAMES, FIRST = 3, 5
"""The hidden row of machine names, and the first row of tasks, counted from 0."""


def option(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def connected(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(600):
        try:
            there = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return there.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", there)
        except Exception:  # LibreOffice is still starting
            time.sleep(0.1)
    raise SystemExit("LibreOffice did not answer")


class Plan:
    def __init__(self, document):
        self.sheet = document.Sheets.getByName("Plan")
        self.sheet.unprotect("")
        cursor = self.sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        self.last_row, self.last_column = cursor.RangeAddress.EndRow, cursor.RangeAddress.EndColumn

    def columns(self):
        names = (self.sheet.getCellByPosition(n, NAMES).String for n in range(self.last_column + 2))
        return {name: n for n, name in enumerate(names) if name}

    def row(self, key):
        column = self.columns()["key"]
        rows = range(FIRST, self.last_row + 1)
        return next(row for row in rows if self.sheet.getCellByPosition(column, row).String == key)

    def type_in(self, row, column, text):
        self.sheet.getCellByPosition(self.columns()[column], row).FormulaLocal = text

    def sort(self, column):
        area = self.sheet.getCellRangeByPosition(0, FIRST, self.last_column, self.last_row)
        by = TableSortField()
        by.Field, by.IsAscending = self.columns()[column], False
        fields = uno.Any("[]com.sun.star.table.TableSortField", (by,))
        area.sort((option("SortFields", fields), option("ContainsHeader", False)))


def main():
    asked = json.load(sys.stdin)
    desktop = connected(asked["pipe"])
    document = desktop.loadComponentFromURL(
        uno.systemPathToFileUrl(asked["source"]), "_blank", 0, (option("Hidden", True),)
    )
    plan = Plan(document)
    for key, column, text in asked["typed"]:
        plan.type_in(plan.row(key), column, text)
    plan.sheet.Rows.removeByIndex(plan.row(asked["drop"]), 1)
    plan.last_row -= 1
    plan.sort(asked["sort"])
    plan.sheet.Columns.insertByIndex(asked["insert"], 1)
    plan.last_column += 1
    plan.sheet.getCellByPosition(asked["insert"], FIRST - 1).String = "Our own remarks"
    plan.sheet.getCellByPosition(asked["insert"], FIRST).String = "nothing to do with the plan"
    plan.sheet.Rows.getByIndex(plan.row(asked["hide"])).IsVisible = False
    for column, text in asked["add"].items():
        plan.type_in(plan.last_row + 1, column, text)
    for path, kind in asked["targets"]:
        document.storeToURL(uno.systemPathToFileUrl(path), (option("FilterName", kind),))
    document.close(True)
    sys.stdout.write("done")
    sys.stdout.flush()
    desktop.terminate()


if __name__ == "__main__":
    main()
    os._exit(0)  # the bridge's own farewell may crash once LibreOffice is gone
