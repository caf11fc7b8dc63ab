"""The templates that ship with the toolkit: schemes and Word documents."""
