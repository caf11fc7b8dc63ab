"""The ledger (台账): everything accepted, for every period, with where it came from.

The only package that imports SQLAlchemy; one code for SQLite (the default, a file in the working
folder) and PostgreSQL (by URL).
"""
