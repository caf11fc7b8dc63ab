"""A notice's text or tables to the year's programme."""
