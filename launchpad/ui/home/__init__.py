"""The launches a person works on, before one is opened."""
