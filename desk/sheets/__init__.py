"""Spreadsheets and sales lists, in and out."""
