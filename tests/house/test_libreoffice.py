"""The second opinion is worth something: LibreOffice computes anew what a workbook claims."""

import shutil
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from tests.libreoffice import LibreOffice


def a_workbook(path: Path, formula: str, claimed: int) -> Path:
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Sums").write_formula("A1", formula, None, claimed)
    return path


def value(path: Path) -> object:
    return openpyxl.load_workbook(path, data_only=True)["Sums"]["A1"].value


def test_a_wrong_value_in_a_workbook_is_put_right(soffice: LibreOffice, tmp_path: Path) -> None:
    wrong = a_workbook(tmp_path / "wrong.xlsx", "=40+2", claimed=17)
    right = a_workbook(tmp_path / "right.xlsx", "=SUM(3,4)", claimed=7)

    results = soffice.recalculate([wrong, right])

    assert value(wrong) == 17
    assert value(results / "wrong.xlsx") == 42
    assert value(results / "right.xlsx") == 7


def test_a_workbook_becomes_a_pdf(soffice: LibreOffice, tmp_path: Path) -> None:
    results = soffice.to_pdf([a_workbook(tmp_path / "sums.xlsx", "=40+2", claimed=17)])

    assert (results / "sums.pdf").read_bytes().startswith(b"%PDF-")


def test_a_file_that_cannot_be_read_is_told(soffice: LibreOffice, tmp_path: Path) -> None:
    absent = tmp_path / "absent.xlsx"

    with pytest.raises(AssertionError, match=r"absent\.xlsx"):
        soffice.recalculate([absent])


def test_two_files_of_one_name_are_refused(soffice: LibreOffice, tmp_path: Path) -> None:
    first = a_workbook(tmp_path / "same.xlsx", "=1", claimed=1)
    (tmp_path / "other").mkdir()
    second = Path(shutil.copy(first, tmp_path / "other" / "same.xlsx"))

    with pytest.raises(AssertionError, match="a name of its own"):
        soffice.recalculate([first, second])
