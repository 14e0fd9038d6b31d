"""A plan going out to Microsoft Project and the programs that read its XML."""
