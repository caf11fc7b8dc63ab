"""The only importers of Excel, Word, archive, mail and HTML libraries."""
