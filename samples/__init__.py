"""The samples that ship with the toolkit: programmes and a month of returns."""
