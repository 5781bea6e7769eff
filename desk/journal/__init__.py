"""Entries and views in the local database; the only folder that imports Peewee."""
