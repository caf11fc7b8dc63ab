"""The steps of a month as named functions over immutable values."""
