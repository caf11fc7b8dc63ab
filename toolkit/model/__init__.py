"""The values that flow through the toolkit: frozen dataclasses and enums, standard library only."""
