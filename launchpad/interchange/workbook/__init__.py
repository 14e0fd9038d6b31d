"""The plan as an Excel workbook that keeps calculating: written with XlsxWriter, one module a family of sheets."""
