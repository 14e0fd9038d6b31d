"""The dialog in which the changes of a workbook are looked at, decided about and taken over."""
